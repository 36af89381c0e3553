/*
 * resolver.h - is a resolver fit for the job: its traits, from what it answers
 *
 * A check like the others (check.h): it asks through a view of one resolver alone and judges when
 * all has come. What an answer does not show, whether it came over TCP, is handed in.
 */
#ifndef EVALUATE_RESOLVER_H
#define EVALUATE_RESOLVER_H

#include "dns/dns.h"
#include "evaluate/check.h"
#include "evaluate/dnsxl.h"
#include "rcptcheck/resolver.h"

/* The question that every resolver can answer: asked over UDP by the check, and of the same name
 * and type over TCP by who knows how. */
#define RESOLVER_NAME "."
#define RESOLVER_TYPE DNS_TYPE_NS

/* What is looked at. Texts are borrowed. */
struct resolver_subject {
    const char *address;                  /* of the resolver, without port; NULL for a recording */
    const struct dns_answer *over_tcp;    /* to the question above; NULL for a recording */
    const char *nonce;                    /* a label of letters and digits */
    const char *signed_name, *bogus_name; /* NULL: not given */
    const struct dnsxl_zone *zones;       /* lists to try it with */
    size_t n_zones;
};

/* *traits is in the arena, in the order of rcptcheck/resolver.h. A resolver that does not answer is
 * asked one question only. */
enum check_state resolver_check(struct arena *arena, struct dns *dns,
                                const struct resolver_subject *subject,
                                const struct rcpt_trait **traits);

/* No trait is bad. */
bool resolver_is_fit(const struct rcpt_trait *traits);

#endif
