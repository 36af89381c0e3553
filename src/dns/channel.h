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

#include "dns/source.h"

#define DNS_RESOLVERS_MAX      16
#define DNS_RESOLVER_TEXT_SIZE 80

struct dns_channel_options {
    const char *resolvers[DNS_RESOLVERS_MAX]; /* as dns_resolver_parse() writes them; none: those of
                                                 /etc/resolv.conf */
    unsigned n_resolvers;
    unsigned timeout_ms; /* for one try */
    unsigned tries;      /* for one question, over all resolvers */
};

/* Checks "192.0.2.53", "192.0.2.53:53", "2001:db8::53", "[2001:db8::53]", "[2001:db8::53]:53" and
 * writes it with its port, as "192.0.2.53:53" or "[2001:db8::53]:53". False if it is none of these.
 */
bool dns_resolver_parse(const char *text, char resolver[DNS_RESOLVER_TEXT_SIZE]);

/* The options are copied. NULL if it cannot be made; *error is then one phrase that says why, a
 * constant. */
struct dns_source *dns_channel_create(const struct dns_channel_options *options,
                                      const char **error);

#endif
