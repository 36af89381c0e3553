/*
 * limit.h - politeness: how many questions a second go below a zone; private to src/dns/channel*
 *
 * A bucket a zone, filled with per_second tokens a second; each message that is sent takes one. It
 * holds a quarter of a second's tokens, one at least, so a short run of questions goes out at once
 * and a long one at the rate. Time is a parameter: nothing here looks at a clock.
 */
#ifndef DNS_LIMIT_H
#define DNS_LIMIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dns/channel.h"
#include "dns/lookup.h"

struct dns_bucket {
    char *zone; /* canonical text, its own */
    size_t length;
    unsigned per_second;
    int64_t tokens;       /* in thousandths, so that a millisecond brings per_second of them */
    int64_t full;         /* the same */
    int64_t filled;       /* when, in monotonic milliseconds */
    struct dns_link held; /* lookups that wait for a token, in the order of their coming */
};

struct dns_limits {
    struct dns_bucket *buckets;
    size_t count;
};

/* Buckets, all full. The rows are copied. False if memory runs out; dns_limits_clear() is fine
 * then too. */
bool dns_limits_init(struct dns_limits *limits, const struct dns_limit *rows, size_t count,
                     int64_t now_ms);
/* Frees what is held back as well. */
void dns_limits_clear(struct dns_limits *limits);

/* The bucket of a name (canonical text): that of the longest zone it is, or lies below; NULL if
 * none is limited. */
struct dns_bucket *dns_limits_find(const struct dns_limits *limits, const char *name);

/* Milliseconds until a token is there: 0 if one is. */
int64_t dns_bucket_wait(struct dns_bucket *bucket, int64_t now_ms);
/* Takes a token. False if there is none. */
bool dns_bucket_take(struct dns_bucket *bucket, int64_t now_ms);

/* Milliseconds until a token comes for one of those held back; `most` if that is further off. Who
 * is held back with a token there waits for his resolver, which does not count. */
int64_t dns_limits_wait(const struct dns_limits *limits, int64_t now_ms, int64_t most);

#endif
