/*
 * memo_test.c - one question asked once, answers that stay while they are read, and a bound on what
 * is kept
 */
#include "dns/memo.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "unit.h"

struct fixture {
    struct dns_memo *memo;
    struct arena arena[2];
    struct dns *view[2];
};

static struct fixture f;

static void open_memo(size_t max_octets)
{
    f.memo = dns_memo_create(max_octets);
    for (int i = 0; i < 2; i++) {
        arena_init(&f.arena[i]);
        f.view[i] = dns_view_open(f.memo, &f.arena[i], &f.arena[i]);
    }
}

static void setup(void)
{
    open_memo(1 << 20);
}

static void teardown(void)
{
    for (int i = 0; i < 2; i++) {
        dns_view_close(f.view[i]);
        arena_clear(&f.arena[i]);
    }
    dns_memo_destroy(f.memo);
}

static void reopen(int i)
{
    dns_view_close(f.view[i]);
    f.view[i] = dns_view_open(f.memo, &f.arena[i], &f.arena[i]);
}

/* Answers a question, with the octets of padding that make an entry large. */
static void settle(struct dns_question *question, uint32_t ttl, size_t padding)
{
    struct arena *arena = dns_question_arena(question);
    struct dns_answer *answer = arena_alloc(arena, sizeof *answer);
    arena_alloc(arena, padding + 1);
    answer->status = DNS_NODATA;
    answer->type = dns_question_type(question);
    answer->name = answer->canonical = dns_question_name(question);
    answer->ttl = ttl;
    answer->extended_error = -1;
    answer->extended_text = answer->reason = "";
    dns_question_settle(question, answer);
}

static void settle_next(uint32_t ttl)
{
    struct dns_question *question = dns_memo_next_wanted(f.memo);
    ck_assert_ptr_nonnull(question);
    settle(question, ttl, 0);
}

START_TEST(asks_once_for_many)
{
    ck_assert_int_eq(dns_ask(f.view[0], "Example.COM.", DNS_TYPE_MX)->status, DNS_PENDING);
    ck_assert_int_eq(dns_ask(f.view[0], "example.com", DNS_TYPE_MX)->status, DNS_PENDING);
    ck_assert_int_eq(dns_ask(f.view[1], "example.com", DNS_TYPE_MX)->status, DNS_PENDING);
    struct dns_question *question = dns_memo_next_wanted(f.memo);
    ck_assert_str_eq(dns_question_name(question), "example.com");
    ck_assert_uint_eq(dns_question_type(question), DNS_TYPE_MX);
    ck_assert_ptr_null(dns_memo_next_wanted(f.memo));
    settle(question, 60, 0);
    ck_assert_int_eq(dns_ask(f.view[0], "example.com", DNS_TYPE_MX)->status, DNS_NODATA);
    ck_assert_int_eq(dns_ask(f.view[1], "EXAMPLE.com", DNS_TYPE_MX)->status, DNS_NODATA);
    ck_assert_uint_eq(dns_memo_counts(f.memo)->wanted, 1);
    ck_assert_uint_eq(dns_memo_counts(f.memo)->saved, 1);
}
END_TEST

START_TEST(types_are_different_questions)
{
    dns_ask(f.view[0], "example.com", DNS_TYPE_A);
    dns_ask(f.view[0], "example.com", DNS_TYPE_AAAA);
    ck_assert_uint_eq(dns_question_type(dns_memo_next_wanted(f.memo)), DNS_TYPE_A);
    ck_assert_uint_eq(dns_question_type(dns_memo_next_wanted(f.memo)), DNS_TYPE_AAAA);
}
END_TEST

START_TEST(an_answer_makes_all_who_wait_ready_once)
{
    dns_ask(f.view[0], "example.com", DNS_TYPE_A);
    dns_ask(f.view[0], "example.com", DNS_TYPE_AAAA);
    dns_ask(f.view[1], "example.com", DNS_TYPE_A);
    ck_assert_ptr_null(dns_memo_next_ready(f.memo));
    settle_next(60);
    settle_next(60);
    ck_assert_ptr_eq(dns_memo_next_ready(f.memo), &f.arena[0]);
    ck_assert_ptr_eq(dns_memo_next_ready(f.memo), &f.arena[1]);
    ck_assert_ptr_null(dns_memo_next_ready(f.memo));
}
END_TEST

START_TEST(a_closed_view_is_not_woken)
{
    dns_ask(f.view[0], "example.com", DNS_TYPE_A);
    dns_ask(f.view[1], "example.com", DNS_TYPE_A);
    reopen(0);
    settle_next(60);
    ck_assert_ptr_eq(dns_memo_next_ready(f.memo), &f.arena[1]);
    ck_assert_ptr_null(dns_memo_next_ready(f.memo));
    dns_ask(f.view[1], "example.net", DNS_TYPE_A);
    settle_next(60);
    reopen(1); /* ready, then closed */
    ck_assert_ptr_null(dns_memo_next_ready(f.memo));
}
END_TEST

START_TEST(no_name_is_no_question)
{
    static const char *const names[] = {"", "a..b", ".a", "a\\", "a\\999"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct dns_answer *answer = dns_ask(f.view[0], names[i], DNS_TYPE_A);
        ck_assert_int_eq(answer->status, DNS_MALFORMED);
        ck_assert_str_ne(answer->reason, "");
    }
    char long_name[2000];
    memset(long_name, 'a', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    ck_assert_int_eq(dns_ask(f.view[0], long_name, DNS_TYPE_A)->status, DNS_MALFORMED);
    ck_assert_ptr_null(dns_memo_next_wanted(f.memo));
}
END_TEST

START_TEST(what_was_read_stays_past_its_ttl)
{
    dns_ask(f.view[0], "example.com", DNS_TYPE_A);
    settle_next(0);
    const struct dns_answer *answer = dns_ask(f.view[0], "example.com", DNS_TYPE_A);
    ck_assert_int_eq(answer->status, DNS_NODATA);
    ck_assert_ptr_eq(dns_ask(f.view[0], "example.com", DNS_TYPE_A), answer);
    ck_assert_ptr_eq(dns_ask(f.view[1], "example.com", DNS_TYPE_A), answer);
    ck_assert_ptr_null(dns_memo_next_wanted(f.memo));
}
END_TEST

START_TEST(a_ttl_is_honoured_for_the_next_task)
{
    dns_ask(f.view[0], "old.example", DNS_TYPE_A);
    settle_next(0);
    dns_ask(f.view[0], "new.example", DNS_TYPE_A);
    settle_next(60);
    reopen(0);
    ck_assert_int_eq(dns_ask(f.view[0], "new.example", DNS_TYPE_A)->status, DNS_NODATA);
    ck_assert_int_eq(dns_ask(f.view[0], "old.example", DNS_TYPE_A)->status, DNS_PENDING);
    settle_next(60);
    ck_assert_ptr_eq(dns_memo_next_ready(f.memo), &f.arena[0]);
    ck_assert_int_eq(dns_ask(f.view[0], "old.example", DNS_TYPE_A)->status, DNS_NODATA);
}
END_TEST

START_TEST(a_deadline_reads_as_a_timeout)
{
    ck_assert_int_eq(dns_ask(f.view[0], "example.com", DNS_TYPE_A)->status, DNS_PENDING);
    ck_assert_int_eq(dns_ask(f.view[1], "example.com", DNS_TYPE_A)->status, DNS_PENDING);
    dns_view_expire(f.view[0], "too late");
    const struct dns_answer *answer = dns_ask(f.view[0], "example.com", DNS_TYPE_A);
    ck_assert_int_eq(answer->status, DNS_TIMEOUT);
    ck_assert(answer->gave_up);
    ck_assert_str_eq(answer->reason, "too late");
    ck_assert_int_eq(dns_ask(f.view[0], "example.net", DNS_TYPE_A)->status, DNS_TIMEOUT);
    ck_assert_int_eq(dns_ask(f.view[1], "example.com", DNS_TYPE_A)->status, DNS_PENDING);
    settle_next(60);
    ck_assert_int_eq(dns_ask(f.view[0], "example.com", DNS_TYPE_A)->status, DNS_NODATA);
    ck_assert_ptr_null(dns_memo_next_wanted(f.memo));
}
END_TEST

START_TEST(out_of_memory_is_an_answer)
{
    dns_ask(f.view[0], "example.com", DNS_TYPE_A);
    dns_question_settle(dns_memo_next_wanted(f.memo), NULL);
    const struct dns_answer *answer = dns_ask(f.view[0], "example.com", DNS_TYPE_A);
    ck_assert_int_eq(answer->status, DNS_SERVFAIL);
    ck_assert_str_eq(answer->reason, "out of memory");
    ck_assert_str_eq(answer->name, "example.com");
}
END_TEST

static void ask_and_answer(int view, int number, size_t padding)
{
    char name[32];
    snprintf(name, sizeof name, "n%d.example", number);
    if (dns_ask(f.view[view], name, DNS_TYPE_A)->status == DNS_PENDING)
        settle(dns_memo_next_wanted(f.memo), 60, padding);
}

static bool is_known(int number)
{
    unsigned long long before = dns_memo_counts(f.memo)->wanted;
    ask_and_answer(1, number, 0);
    reopen(1);
    return dns_memo_counts(f.memo)->wanted == before;
}

START_TEST(the_least_recently_used_goes_first)
{
    teardown();
    open_memo(64 << 10);
    for (int i = 0; i < 100; i++) {
        ask_and_answer(0, i, 4000);
        reopen(0);
        ask_and_answer(0, 0, 4000); /* used again and again */
        reopen(0);
    }
    ck_assert(is_known(0));
    ck_assert(is_known(99));
    ck_assert(!is_known(1));
}
END_TEST

START_TEST(what_a_task_holds_is_never_dropped)
{
    teardown();
    open_memo(1 << 10);
    for (int i = 0; i < 50; i++)
        ask_and_answer(0, i, 4000);
    for (int i = 0; i < 50; i++)
        ck_assert(is_known(i));
    reopen(0);
    ck_assert(!is_known(0));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dns/memo");
    TCase *tcase = tcase_create("memo");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, asks_once_for_many);
    tcase_add_test(tcase, types_are_different_questions);
    tcase_add_test(tcase, an_answer_makes_all_who_wait_ready_once);
    tcase_add_test(tcase, a_closed_view_is_not_woken);
    tcase_add_test(tcase, no_name_is_no_question);
    tcase_add_test(tcase, what_was_read_stays_past_its_ttl);
    tcase_add_test(tcase, a_ttl_is_honoured_for_the_next_task);
    tcase_add_test(tcase, a_deadline_reads_as_a_timeout);
    tcase_add_test(tcase, out_of_memory_is_an_answer);
    tcase_add_test(tcase, the_least_recently_used_goes_first);
    tcase_add_test(tcase, what_a_task_holds_is_never_dropped);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
