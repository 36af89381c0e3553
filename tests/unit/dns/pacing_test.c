/*
 * pacing_test.c - how many young questions one resolver may have
 */
#include "dns/pacing.h"

#include "unit.h"

START_TEST(room_ends_at_the_limit)
{
    struct dns_pacing pacing;
    dns_pacing_init(&pacing);
    for (unsigned i = 0; i < DNS_YOUNG_START; i++) {
        ck_assert(dns_pacing_has_room(&pacing));
        dns_pacing_add(&pacing);
    }
    ck_assert(!dns_pacing_has_room(&pacing));
    dns_pacing_remove(&pacing);
    ck_assert(dns_pacing_has_room(&pacing));
}
END_TEST

START_TEST(removing_stops_at_none)
{
    struct dns_pacing pacing;
    dns_pacing_init(&pacing);
    dns_pacing_remove(&pacing);
    ck_assert_uint_eq(pacing.young, 0);
}
END_TEST

START_TEST(each_answer_adds_one_up_to_the_most)
{
    struct dns_pacing pacing;
    dns_pacing_init(&pacing);
    dns_pacing_answered(&pacing);
    ck_assert_uint_eq(pacing.limit, DNS_YOUNG_START + 1);
    for (unsigned i = 0; i < 2 * DNS_YOUNG_MOST; i++)
        dns_pacing_answered(&pacing);
    ck_assert_uint_eq(pacing.limit, DNS_YOUNG_MOST);
}
END_TEST

START_TEST(a_burst_of_losses_counts_as_one)
{
    struct dns_pacing pacing;
    dns_pacing_init(&pacing);
    for (int64_t now = 1000; now < 1000 + DNS_YOUNG_MS; now++)
        dns_pacing_lost(&pacing, now);
    ck_assert_uint_eq(pacing.limit, DNS_YOUNG_START / 2);
    dns_pacing_lost(&pacing, 1000 + DNS_YOUNG_MS);
    ck_assert_uint_eq(pacing.limit, DNS_YOUNG_START / 4);
}
END_TEST

/* The clock may stand at zero when the first loss comes. */
START_TEST(first_loss_counts_at_any_time)
{
    struct dns_pacing pacing;
    dns_pacing_init(&pacing);
    dns_pacing_lost(&pacing, 0);
    ck_assert_uint_eq(pacing.limit, DNS_YOUNG_START / 2);
}
END_TEST

START_TEST(losses_stop_at_the_least)
{
    struct dns_pacing pacing;
    dns_pacing_init(&pacing);
    for (int64_t i = 0; i < 20; i++)
        dns_pacing_lost(&pacing, i * DNS_YOUNG_MS);
    ck_assert_uint_eq(pacing.limit, DNS_YOUNG_LEAST);
    ck_assert(dns_pacing_has_room(&pacing));
}
END_TEST

/* 2 % dead names at 5,000 answers a second: the limit must not stay down. */
START_TEST(dead_names_do_not_strangle)
{
    struct dns_pacing pacing;
    dns_pacing_init(&pacing);
    for (int64_t now = 0; now < 10000; now++) {
        for (unsigned i = 0; i < 5; i++)
            dns_pacing_answered(&pacing);
        if (now % 10 == 0)
            dns_pacing_lost(&pacing, now);
    }
    ck_assert_uint_ge(pacing.limit, DNS_YOUNG_MOST / 2);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dns/pacing");
    TCase *tcase = tcase_create("pacing");
    tcase_add_test(tcase, room_ends_at_the_limit);
    tcase_add_test(tcase, removing_stops_at_none);
    tcase_add_test(tcase, each_answer_adds_one_up_to_the_most);
    tcase_add_test(tcase, a_burst_of_losses_counts_as_one);
    tcase_add_test(tcase, first_loss_counts_at_any_time);
    tcase_add_test(tcase, losses_stop_at_the_least);
    tcase_add_test(tcase, dead_names_do_not_strangle);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
