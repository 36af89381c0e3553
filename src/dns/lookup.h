/*
 * lookup.h - a question on its way through the network, and the lists it stands in
 *
 *   memo -> upstream.ready -> flying -> ended -> settled
 *               ^  ^   tcp_wait ->^       |  truncated: over TCP
 *               |  |   held ----->^       |
 *               |  paused <---------------+  failed: the next resolver, or the same a little later
 *               +-------------------------+
 *
 * `held` are those that a limit holds back when they are about to be sent (limit.h).
 *
 * A lookup stands in exactly one of these lists. What c-ares calls back only notes how the try
 * ended and moves the lookup to `ended`; everything else is done from the loop in channel.c, so it
 * does not matter when c-ares calls.
 */
#ifndef DNS_LOOKUP_H
#define DNS_LOOKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dns/answer.h"
#include "dns/attempts.h"
#include "dns/lane.h"
#include "dns/memo.h"

/* A place in a ring, or the ring's head. */
struct dns_link {
    struct dns_link *previous, *next;
};

void dns_link_init(struct dns_link *head);
bool dns_link_is_empty(const struct dns_link *head);
/* Puts it at the end. It must stand in no ring. */
void dns_link_add(struct dns_link *head, struct dns_link *link);
/* Takes it out of its ring. */
void dns_link_remove(struct dns_link *link);

struct dns_bucket; /* limit.h */

struct dns_lookup {
    struct dns_try try; /* first: a try is its lookup */
    struct dns_link place;
    struct dns_link young; /* in the upstream's list of the young, while is_young */
    bool is_young;
    bool is_tcp;               /* this try has gone over to TCP, or began there */
    bool is_cut;               /* the reply over UDP was truncated; it was not read */
    bool has_replied;          /* the resolver replied in this try */
    bool has_begun;            /* this try was sent at least once: `begun` holds */
    unsigned char lane;        /* index of its lane among those of its kind */
    unsigned upstream;         /* index of the resolver of this try */
    int64_t begun;             /* monotonic milliseconds */
    int64_t sent;              /* the same, of the last message */
    int64_t due;               /* when to go on, while paused */
    struct dns_bucket *bucket; /* the limit it is under, or NULL */
    enum dns_lane_event event;
    uint16_t type;
    const char *name; /* the question's */
    struct dns_question *question;
    void *owner;               /* for try.done() */
    struct dns_answer *answer; /* to this try, NULL for none */
    struct dns_answer *worst;  /* the most telling failure so far, NULL for none */
    struct dns_attempts attempts;
};

/* NULL if memory runs out. */
struct dns_lookup *dns_lookup_create(struct dns_question *question);

/* The lookup of a link in `place` or `young`. */
struct dns_lookup *dns_lookup_placed(struct dns_link *place);
struct dns_lookup *dns_lookup_young(struct dns_link *young);

/* Frees every lookup of a list. Their questions are not touched. */
void dns_lookup_destroy_all(struct dns_link *head);

/* Reads a reply into lookup->answer; NULL if memory runs out. */
void dns_lookup_read(struct dns_lookup *lookup, const unsigned char *message, size_t length);

/* Counts a failed try, and keeps its answer if it tells more than the earlier ones. */
void dns_lookup_fail(struct dns_lookup *lookup, enum dns_try_end end, const char *resolver);

/* Gives the question its answer: lookup->answer, or NULL for out of memory. Ends the lookup. */
void dns_lookup_settle(struct dns_lookup *lookup, const struct dns_answer *answer);

/* The answer when all tries have failed; NULL if memory runs out. */
const struct dns_answer *dns_lookup_failure(struct dns_lookup *lookup,
                                            char names[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE],
                                            unsigned timeout_ms);

#endif
