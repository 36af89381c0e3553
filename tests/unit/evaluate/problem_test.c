/*
 * problem_test.c - the table of problems: complete, unique, and filled
 */
#include "evaluate/problem.h"

#include <string.h>

#include "unit.h"

START_TEST(row_is_complete)
{
    const struct rcpt_problem *row = problem_at((enum problem_id)_i);
    ck_assert_msg(row->id != NULL, "row %d is missing", _i);
    ck_assert_ptr_nonnull(strstr(row->text, "{subject}"));
    ck_assert_str_ne(row->fix, "");
    ck_assert_ptr_nonnull(strstr(row->source, "RFC "));
    for (int i = 0; i < _i; i++)
        ck_assert_str_ne(problem_at((enum problem_id)i)->id, row->id);
}
END_TEST

START_TEST(row_is_filled)
{
    struct arena arena;
    struct problem_list list;
    arena_init(&arena);
    problem_list_init(&list, &arena);
    problem_add(&list, (enum problem_id)_i, "mx.example.com", "192.0.2.1");
    ck_assert_ptr_null(strchr(list.first->text, '{'));
    ck_assert_ptr_null(strchr(list.first->fix, '{'));
    ck_assert_ptr_nonnull(strstr(list.first->text, "mx.example.com"));
    ck_assert_str_eq(list.first->subject, "mx.example.com");
    arena_clear(&arena);
}
END_TEST

START_TEST(list_keeps_order_and_drops_repeats)
{
    struct arena arena;
    struct problem_list list;
    arena_init(&arena);
    problem_list_init(&list, &arena);
    problem_add(&list, PROBLEM_HOST_PRIVATE, "a", "10.0.0.1");
    problem_add(&list, PROBLEM_HOST_NXDOMAIN, "b", "");
    problem_add(&list, PROBLEM_HOST_PRIVATE, "a", "10.0.0.1");
    problem_add(&list, PROBLEM_HOST_PRIVATE, "a", "10.0.0.2");
    ck_assert_str_eq(list.first->id, "host-private");
    ck_assert_str_eq(list.first->next->id, "host-nxdomain");
    ck_assert_ptr_nonnull(strstr(list.first->next->next->text, "10.0.0.2"));
    ck_assert_ptr_null(list.first->next->next->next);
    arena_clear(&arena);
}
END_TEST

START_TEST(problems_of_others_are_added)
{
    struct arena arena;
    struct problem_list theirs, list;
    arena_init(&arena);
    problem_list_init(&theirs, &arena);
    problem_list_init(&list, &arena);
    problem_add(&theirs, PROBLEM_HOST_PRIVATE, "a", "10.0.0.1");
    problem_add(&theirs, PROBLEM_HOST_NXDOMAIN, "b", "");
    problem_add(&list, PROBLEM_HOST_NO_ADDRESS, "c", "");
    problem_add_all(&list, theirs.first);
    problem_add_all(&list, NULL);
    problem_add(&list, PROBLEM_DOMAIN_ALIAS, "d", "e");
    ck_assert_str_eq(list.first->next->id, "host-private");
    ck_assert_str_eq(list.first->next->next->id, "host-nxdomain");
    ck_assert_str_eq(list.first->next->next->next->id, "domain-alias");
    ck_assert_ptr_null(list.last->next);
    ck_assert_ptr_null(theirs.last->next); /* theirs is as it was */
    arena_clear(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/problem");
    TCase *tcase = tcase_create("problem");
    tcase_add_loop_test(tcase, row_is_complete, 0, PROBLEM_COUNT);
    tcase_add_loop_test(tcase, row_is_filled, 0, PROBLEM_COUNT);
    tcase_add_test(tcase, list_keeps_order_and_drops_repeats);
    tcase_add_test(tcase, problems_of_others_are_added);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
