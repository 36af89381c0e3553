/* limit_test.c - src/dns/limit.c; time is a number here */
#include "dns/limit.h"

#include <stdlib.h>
#include <string.h>

#include "unit.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

/* How many tokens a bucket gives at first, within a second that is asked every `step` ms, and after
 * an hour of rest. One that holds a single token gives less where it is asked late. */
static const struct {
    unsigned per_second;
    int64_t step;
    unsigned burst, in_second;
} rates[] = {
    {1, 50, 1, 1},      {2, 50, 1, 2},     {3, 1, 1, 2},          {4, 50, 1, 4},
    {7, 1, 1, 6},       {8, 50, 2, 8},     {10, 7, 2, 10},        {20, 50, 5, 20},
    {100, 50, 25, 100}, {100, 1, 25, 100}, {1000, 13, 250, 1000}, {999, 50, 249, 999},
};

static unsigned take_all(struct dns_bucket *bucket, int64_t now_ms)
{
    unsigned taken = 0;
    while (dns_bucket_take(bucket, now_ms))
        taken++;
    return taken;
}

START_TEST(rate)
{
    const struct dns_limit row = {"list.example", rates[_i].per_second};
    struct dns_limits limits;
    unsigned taken = 0;
    int64_t now = 5000;
    ck_assert(dns_limits_init(&limits, &row, 1, now));
    struct dns_bucket *bucket = &limits.buckets[0];
    ck_assert_uint_eq(take_all(bucket, now), rates[_i].burst);
    for (int64_t end = now + 1000; now < end;) {
        now = now + rates[_i].step < end ? now + rates[_i].step : end;
        taken += take_all(bucket, now);
    }
    ck_assert_uint_eq(taken, rates[_i].in_second);
    ck_assert_uint_eq(take_all(bucket, now + 3600000), rates[_i].burst);
    dns_limits_clear(&limits);
}
END_TEST

/* No rounding adds up: after an hour in odd steps not one too many, and at most one too few unless
 * the bucket was full in between. */
START_TEST(long_run)
{
    const struct dns_limit row = {"list.example", rates[_i].per_second};
    struct dns_limits limits;
    int64_t now = 0, taken = 0;
    ck_assert(dns_limits_init(&limits, &row, 1, now));
    (void)take_all(&limits.buckets[0], now);
    while (now < 3600000) {
        now += 1 + now % 100;
        taken += take_all(&limits.buckets[0], now);
    }
    int64_t most = now * (int64_t)rates[_i].per_second / 1000;
    ck_assert_int_le(taken, most);
    ck_assert_int_ge(taken, rates[_i].burst > 1 ? most - 1 : most / 2);
    dns_limits_clear(&limits);
}
END_TEST

START_TEST(wait)
{
    const struct dns_limit row = {"list.example", 3};
    struct dns_limits limits;
    ck_assert(dns_limits_init(&limits, &row, 1, 100));
    struct dns_bucket *bucket = &limits.buckets[0];
    ck_assert_int_eq(dns_bucket_wait(bucket, 100), 0);
    ck_assert(dns_bucket_take(bucket, 100));
    ck_assert_int_eq(dns_bucket_wait(bucket, 100), 334);
    ck_assert_int_eq(dns_bucket_wait(bucket, 433), 1);
    ck_assert(!dns_bucket_take(bucket, 433));
    ck_assert_int_eq(dns_bucket_wait(bucket, 50), 1); /* a clock that runs backwards */
    ck_assert_int_eq(dns_bucket_wait(bucket, 434), 0);
    ck_assert(dns_bucket_take(bucket, 434));
    ck_assert_int_eq(dns_bucket_wait(bucket, INT64_MAX), 0);
    dns_limits_clear(&limits);
}
END_TEST

START_TEST(no_rate_counts_as_one)
{
    const struct dns_limit rows[] = {{"zero.example", 0}, {"huge.example", 4294967295U}};
    struct dns_limits limits;
    ck_assert(dns_limits_init(&limits, rows, 2, 0));
    ck_assert_uint_eq(take_all(&limits.buckets[0], 0), 1);
    ck_assert_int_eq(dns_bucket_wait(&limits.buckets[0], 0), 1000);
    ck_assert_uint_eq(take_all(&limits.buckets[1], INT64_MAX), 250000);
    dns_limits_clear(&limits);
}
END_TEST

static const struct {
    const char *name;
    int bucket; /* -1: none */
} names[] = {
    {"zen.example.org", 0},
    {"2.0.0.127.zen.example.org", 0},
    {"2.0.0.127.zen.example.org.uk", -1},
    {"2.0.0.127.xzen.example.org", -1},
    {"xzen.example.org", -1},
    {"example.org", -1},
    {"org", -1},
    {".", -1},
    {"", -1},
    {"a.deep.zen.example.org", 2},
    {"deep.zen.example.org", 2},
    {"xdeep.zen.example.org", 0},
    {"a.other.example", 1},
    {"a\\.other.example", -1},
    {"a\\\\.other.example", 1},
    {"2.0.0.127.{key}.list.example", 3},
};

START_TEST(zone_of_a_name)
{
    static const struct dns_limit rows[] = {{"zen.example.org", 1},
                                            {"other.example", 1},
                                            {"deep.zen.example.org", 1},
                                            {"{key}.list.example", 1}};
    struct dns_limits limits;
    ck_assert(dns_limits_init(&limits, rows, COUNT(rows), 0));
    const struct dns_bucket *expected =
        names[_i].bucket < 0 ? NULL : &limits.buckets[names[_i].bucket];
    ck_assert_msg(dns_limits_find(&limits, names[_i].name) == expected, "%s", names[_i].name);
    dns_limits_clear(&limits);
}
END_TEST

/* The next token that somebody waits for. */
START_TEST(next_due)
{
    static const struct dns_limit rows[] = {{"a.example", 1}, {"b.example", 10}};
    struct dns_limits limits;
    struct dns_lookup *slow = calloc(1, sizeof *slow), *fast = calloc(1, sizeof *fast);
    ck_assert(dns_limits_init(&limits, rows, COUNT(rows), 0));
    (void)take_all(&limits.buckets[0], 0);
    (void)take_all(&limits.buckets[1], 0);
    ck_assert_int_eq(dns_limits_wait(&limits, 0, 5000), 5000); /* nobody waits */
    dns_link_add(&limits.buckets[0].held, &slow->place);
    ck_assert_int_eq(dns_limits_wait(&limits, 0, 5000), 1000);
    ck_assert_int_eq(dns_limits_wait(&limits, 0, 50), 50);
    dns_link_add(&limits.buckets[1].held, &fast->place);
    ck_assert_int_eq(dns_limits_wait(&limits, 0, 5000), 100);
    ck_assert_int_eq(dns_limits_wait(&limits, 30, 5000), 70);
    ck_assert_int_eq(dns_limits_wait(&limits, 100, 5000), 900); /* it may go: not waited for */
    dns_limits_clear(&limits);                                  /* with both */
    ck_assert_ptr_null(dns_limits_find(&limits, "a.example"));
}
END_TEST

START_TEST(none)
{
    struct dns_limits limits;
    ck_assert(dns_limits_init(&limits, NULL, 0, 0));
    ck_assert_ptr_null(dns_limits_find(&limits, "a.example"));
    ck_assert_int_eq(dns_limits_wait(&limits, 0, 7), 7);
    dns_limits_clear(&limits);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dns/limit");
    TCase *tcase = tcase_create("limit");
    tcase_add_loop_test(tcase, rate, 0, COUNT(rates));
    tcase_add_loop_test(tcase, long_run, 0, COUNT(rates));
    tcase_add_test(tcase, wait);
    tcase_add_test(tcase, no_rate_counts_as_one);
    tcase_add_loop_test(tcase, zone_of_a_name, 0, COUNT(names));
    tcase_add_test(tcase, next_due);
    tcase_add_test(tcase, none);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
