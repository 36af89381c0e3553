/*
 * pacing.h - how many questions one resolver may have in flight
 *
 * Two things are told apart. *Young* questions were sent less than 250 ms ago: most answers come
 * while their question is young, so the number of young ones is the load on the resolver and on the
 * receive buffer, and that is what is limited and adapts to loss. Old ones wait for a name server
 * that is dead or slow; they cost memory only, and must not keep the living from being asked.
 */
#ifndef DNS_PACING_H
#define DNS_PACING_H

#include <stdbool.h>
#include <stdint.h>

#define DNS_YOUNG_MS    250  /* how long a question is young */
#define DNS_YOUNG_START 200  /* young questions at first: their answers fit a default buffer */
#define DNS_YOUNG_LEAST 20   /* and never fewer */
#define DNS_YOUNG_MOST  1000 /* nor more */

struct dns_pacing {
    unsigned young;
    unsigned limit;
    int64_t halved; /* when, in monotonic milliseconds */
    bool was_halved;
};

void dns_pacing_init(struct dns_pacing *pacing);
/* Whether one more may be sent now. */
bool dns_pacing_has_room(const struct dns_pacing *pacing);
/* One was sent; one is young no longer, by age or because its try has ended. */
void dns_pacing_add(struct dns_pacing *pacing);
void dns_pacing_remove(struct dns_pacing *pacing);
/* An answer came: the limit grows by one. */
void dns_pacing_answered(struct dns_pacing *pacing);
/* A try ended without answer: the limit is halved, at most once in DNS_YOUNG_MS. */
void dns_pacing_lost(struct dns_pacing *pacing, int64_t now_ms);

#endif
