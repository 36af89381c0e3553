/*
 * channel_send.h - the channel's state, and the half of it that sends; private to src/dns/channel*
 */
#ifndef DNS_CHANNEL_SEND_H
#define DNS_CHANNEL_SEND_H

#include <stdbool.h>
#include <stdint.h>

#include "dns/channel.h"
#include "dns/limit.h"
#include "dns/lookup.h"
#include "dns/memo.h"
#include "dns/sockets.h"
#include "dns/upstream.h"

struct channel {
    struct dns_source source; /* first: a source is its channel */
    struct dns_sockets sockets;
    char names[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE];
    struct dns_upstream upstreams[DNS_RESOLVERS_MAX];
    unsigned n_upstreams;
    unsigned timeout_ms, tries;
    bool is_tcp;            /* every question goes over TCP */
    unsigned outstanding;   /* lookups, wherever they stand */
    unsigned n_held;        /* those of them that a limit holds back */
    struct dns_link flying; /* lookups that wait for c-ares */
    struct dns_link ended;  /* lookups whose try has ended */
    struct dns_link paused; /* lookups that go on when they are due, the first due first */
    struct dns_limits limits;
    int64_t ticked;
};

/* A set of those resolvers that are silent while another answers; empty if all are. */
uint16_t channel_poor_set(const struct channel *channel);

/* Puts a lookup, which stands in no list, where its resolver's next messages wait. */
void channel_make_ready(struct channel *channel, struct dns_lookup *lookup);

/* Sends whatever may be sent: what waits or is to be repeated first, then what the memo wants. */
void channel_send_all(struct channel *channel, struct dns_memo *memo, int64_t now_ms);

#endif
