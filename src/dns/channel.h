/*
 * channel.h - the network as a source of answers, through c-ares
 *
 * For each resolver a few c-ares channels ("lanes"), each with one socket, so that a burst of
 * answers fits into receive buffers and source ports vary. A question goes to a resolver; on a
 * time-out, SERVFAIL, REFUSED or an unreadable reply it goes to the next, until `tries` are used
 * up. Of the failed tries the most telling is reported (answer.h).
 */
#ifndef DNS_CHANNEL_H
#define DNS_CHANNEL_H

#include <stddef.h>

#include "dns/source.h"

#define DNS_RESOLVERS_MAX      16
#define DNS_RESOLVER_TEXT_SIZE 80

/* Politeness: how many questions a second may be sent below a zone, whoever asks. Repeats count. */
struct dns_limit {
    const char *zone;    /* canonical text (name.h) */
    unsigned per_second; /* at least 1 */
};

struct dns_channel_options {
    const char *resolvers[DNS_RESOLVERS_MAX]; /* as dns_resolver_parse() writes them; none: those of
                                                 /etc/resolv.conf */
    unsigned n_resolvers;
    unsigned timeout_ms; /* for one try */
    unsigned tries;      /* for one question, over all resolvers */
    bool tcp;            /* ask over TCP only: to see whether the resolver can be reached so */
    const struct dns_limit *limits; /* borrowed; NULL for none */
    size_t n_limits;
};

/* Checks "192.0.2.53", "192.0.2.53:53", "2001:db8::53", "[2001:db8::53]", "[2001:db8::53]:53" and
 * writes it with its port, as "192.0.2.53:53" or "[2001:db8::53]:53". False if it is none of these.
 */
bool dns_resolver_parse(const char *text, char resolver[DNS_RESOLVER_TEXT_SIZE]);

/* The resolvers that a channel asks, by index, as dns_resolver_parse() writes them; NULL past the
 * last. */
const char *dns_channel_resolver(const struct dns_source *source, unsigned index);

/* The options are copied. NULL if it cannot be made; *error is then one phrase that says why, a
 * constant. */
struct dns_source *dns_channel_create(const struct dns_channel_options *options,
                                      const char **error);

#endif
