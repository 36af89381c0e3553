/*
 * upstream.h - one resolver: its lanes, how much it bears, and whether it answers
 */
#ifndef DNS_UPSTREAM_H
#define DNS_UPSTREAM_H

#include <stdbool.h>
#include <stdint.h>

#include "dns/lane.h"
#include "dns/lookup.h"
#include "dns/pacing.h"

#define DNS_LANES_UDP  4   /* each with a socket, so a source port and a receive buffer */
#define DNS_LANES_TCP  8   /* each for one question at a time */
#define DNS_LANE_YOUNG 200 /* young questions of one lane: so many answers fit a default buffer */

struct dns_upstream {
    const char *name; /* "192.0.2.53:53" */
    unsigned timeout_ms;
    struct dns_sockets *sockets;
    struct dns_lane *udp[DNS_LANES_UDP]; /* NULL until needed */
    struct dns_lane *tcp[DNS_LANES_TCP];
    unsigned lane_young[DNS_LANES_UDP];
    unsigned next_lane;
    struct dns_pacing pacing;
    struct dns_link young;    /* lookups sent less than DNS_YOUNG_MS ago, the oldest first */
    struct dns_link ready;    /* lookups to be asked here */
    struct dns_link tcp_wait; /* lookups that wait for a TCP lane */
    unsigned silent_in_row;   /* tries without answer since the last answer */
    int64_t probed;           /* when it was last given a question although it is poor */
};

/* `name` and `sockets` are borrowed. */
void dns_upstream_init(struct dns_upstream *upstream, const char *name, unsigned timeout_ms,
                       struct dns_sockets *sockets);
/* Destroys lanes and lookups. */
void dns_upstream_clear(struct dns_upstream *upstream);

/* Makes the first lane, to see that it can be. *error is a constant phrase. */
bool dns_upstream_open(struct dns_upstream *upstream, const char **error);

/* Whether a question may be sent to it over UDP now. */
bool dns_upstream_has_room(const struct dns_upstream *upstream);
/* Whether a lane of TCP is free. */
bool dns_upstream_has_lane(const struct dns_upstream *upstream);
/* Sends a lookup, which stands in no list; it is moved to `flying` first. Over UDP there must be
 * room; over TCP false tells that every lane is busy, and nothing was done. */
bool dns_upstream_send(struct dns_upstream *upstream, struct dns_lookup *lookup,
                       struct dns_link *flying, int64_t now_ms);
/* A lookup's try has ended, or is too old to be young. */
void dns_upstream_grown(struct dns_upstream *upstream, struct dns_lookup *lookup);
/* Lets the old out of the list of the young, and c-ares end what has waited too long. */
void dns_upstream_age(struct dns_upstream *upstream, int64_t now_ms);
void dns_upstream_tick(struct dns_upstream *upstream);

/* It answered, or did not: for pacing and health. */
void dns_upstream_answered(struct dns_upstream *upstream);
void dns_upstream_silent(struct dns_upstream *upstream, int64_t now_ms);
/* It has been silent several times in a row. */
bool dns_upstream_is_poor(const struct dns_upstream *upstream);
/* A poor one is tried with a new question now and then, to see whether it is back. */
bool dns_upstream_probe_is_due(const struct dns_upstream *upstream, int64_t now_ms);

#endif
