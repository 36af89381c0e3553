/*
 * attempts.h - the tries at one question: whom to ask next, and what to say if all have failed
 */
#ifndef DNS_ATTEMPTS_H
#define DNS_ATTEMPTS_H

#include <stdint.h>

#include "dns/answer.h"
#include "dns/channel.h"
#include "util/arena.h"

/* How a try failed. */
enum dns_try_end {
    DNS_TRY_SILENT,
    DNS_TRY_UNREACHABLE, /* connection refused, no route */
    DNS_TRY_SERVFAIL,
    DNS_TRY_REFUSED,
    DNS_TRY_MALFORMED,
    DNS_TRY_CUT_SHORT /* truncated, and the whole could not be had over TCP */
};

struct dns_attempts {
    unsigned allowed, used; /* tries */
    unsigned n_resolvers;
    unsigned repeats;  /* of a failed reply, where there is one resolver only */
    uint16_t out;      /* resolvers not to be asked again, a bit each */
    uint16_t silent;   /* resolvers that did not answer */
    uint16_t no_route; /* resolvers that could not be reached */
    int error;         /* an errno of one of those, or 0 */
};

void dns_attempts_init(struct dns_attempts *attempts, unsigned n_resolvers, unsigned allowed);

/* The status a failed try has by itself. */
enum dns_status dns_try_status(enum dns_try_end end);

/* Counts a failed try at a resolver. `error` is an errno for DNS_TRY_UNREACHABLE, else 0. */
void dns_attempts_note(struct dns_attempts *attempts, unsigned resolver, enum dns_try_end end,
                       int error);

/* The resolver to ask after `current`, or -1 if it is over. Those in the set `poor` come last. */
int dns_attempts_next(const struct dns_attempts *attempts, unsigned current, uint16_t poor);

/* Who did not answer, and how: "127.0.0.1:53 did not answer in 3 tries of 2000 ms". In the arena.
 */
const char *dns_attempts_silence(const struct dns_attempts *attempts, struct arena *arena,
                                 char names[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE],
                                 unsigned timeout_ms);

#endif
