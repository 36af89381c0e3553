/*
 * limit.c - politeness: how many questions a second go below a zone
 *
 * Token buckets in whole numbers: a thousandth of a token is the unit, a millisecond brings
 * per_second of them, so no rounding adds up over a long run. The bucket is small, as operators of
 * DNS lists cut off who asks in bursts.
 *
 * Limits: with one limited zone inside another the longer one counts alone. A clock that runs
 * backwards brings nothing.
 */
#include "dns/limit.h"

#include <stdlib.h>
#include <string.h>

#define TOKEN 1000 /* thousandths */

/* A second's worth is never more than is sensible, so that products stay far from overflow. */
#define PER_SECOND_MOST 1000000U

static bool init_bucket(struct dns_bucket *bucket, const struct dns_limit *row, int64_t now_ms)
{
    unsigned per_second = row->per_second > 0 ? row->per_second : 1;
    if (per_second > PER_SECOND_MOST)
        per_second = PER_SECOND_MOST;
    dns_link_init(&bucket->held);
    bucket->zone = strdup(row->zone);
    if (bucket->zone == NULL)
        return false;
    bucket->length = strlen(bucket->zone);
    bucket->per_second = per_second;
    bucket->full = (int64_t)(per_second >= 8 ? per_second / 4 : 1) * TOKEN;
    bucket->tokens = bucket->full;
    bucket->filled = now_ms;
    return true;
}

bool dns_limits_init(struct dns_limits *limits, const struct dns_limit *rows, size_t count,
                     int64_t now_ms)
{
    *limits = (struct dns_limits){.buckets = NULL};
    if (count == 0)
        return true;
    limits->buckets = calloc(count, sizeof *limits->buckets);
    if (limits->buckets == NULL)
        return false;
    for (; limits->count < count; limits->count++) {
        if (!init_bucket(&limits->buckets[limits->count], &rows[limits->count], now_ms))
            return false;
    }
    return true;
}

void dns_limits_clear(struct dns_limits *limits)
{
    for (size_t i = 0; i < limits->count; i++) {
        dns_lookup_destroy_all(&limits->buckets[i].held);
        free(limits->buckets[i].zone);
    }
    free(limits->buckets);
    *limits = (struct dns_limits){.buckets = NULL};
}

/* Whether the dot at `at` parts labels: "a\.b" is one label (name.h). */
static bool parts_labels(const char *name, size_t at)
{
    size_t backslashes = 0;
    while (backslashes < at && name[at - 1 - backslashes] == '\\')
        backslashes++;
    return name[at] == '.' && backslashes % 2 == 0;
}

static bool is_at_or_below(const char *name, size_t length, const struct dns_bucket *bucket)
{
    if (length < bucket->length ||
        memcmp(name + length - bucket->length, bucket->zone, bucket->length) != 0)
        return false;
    return length == bucket->length || parts_labels(name, length - bucket->length - 1);
}

struct dns_bucket *dns_limits_find(const struct dns_limits *limits, const char *name)
{
    struct dns_bucket *best = NULL;
    size_t length = strlen(name);
    for (size_t i = 0; i < limits->count; i++) {
        struct dns_bucket *bucket = &limits->buckets[i];
        if ((best == NULL || bucket->length > best->length) && is_at_or_below(name, length, bucket))
            best = bucket;
    }
    return best;
}

static void fill(struct dns_bucket *bucket, int64_t now_ms)
{
    if (now_ms <= bucket->filled)
        return;
    int64_t missing = bucket->full - bucket->tokens;
    int64_t passed = now_ms - bucket->filled;
    bucket->filled = now_ms;
    /* Compared before it is multiplied: the time may be as long as it likes. */
    if (passed > missing / (int64_t)bucket->per_second)
        bucket->tokens = bucket->full;
    else
        bucket->tokens += passed * (int64_t)bucket->per_second;
}

int64_t dns_bucket_wait(struct dns_bucket *bucket, int64_t now_ms)
{
    fill(bucket, now_ms);
    if (bucket->tokens >= TOKEN)
        return 0;
    int64_t per_ms = (int64_t)bucket->per_second;
    return (TOKEN - bucket->tokens + per_ms - 1) / per_ms;
}

bool dns_bucket_take(struct dns_bucket *bucket, int64_t now_ms)
{
    fill(bucket, now_ms);
    if (bucket->tokens < TOKEN)
        return false;
    bucket->tokens -= TOKEN;
    return true;
}

int64_t dns_limits_wait(const struct dns_limits *limits, int64_t now_ms, int64_t most)
{
    for (size_t i = 0; i < limits->count; i++) {
        struct dns_bucket *bucket = &limits->buckets[i];
        if (dns_link_is_empty(&bucket->held))
            continue;
        int64_t wait = dns_bucket_wait(bucket, now_ms);
        if (wait > 0 && wait < most)
            most = wait;
    }
    return most;
}
