/*
 * unknown_list_test.c - a list that nobody knows is taken by the book
 */
#include "session/unknown_list.h"

#include "unit.h"

START_TEST(is_taken_by_the_book)
{
    struct rcpt_list list = unknown_list("bl.example", RCPT_LIST_IP6, "a test");
    ck_assert_str_eq(list.zone, "bl.example");
    ck_assert_str_eq(list.name, "bl.example");
    ck_assert_str_eq(list.source, "a test");
    ck_assert_uint_eq(list.kinds, RCPT_LIST_IP6);
    ck_assert(!list.allow);
    ck_assert_int_eq(list.severity, RCPT_SEVERITY_LOW);
    ck_assert_int_eq(list.state, RCPT_LIST_ACTIVE);
    ck_assert_uint_eq(list.quirks, 0);
    ck_assert_ptr_null(list.codes[0].pattern);
}
END_TEST

/* No text is NULL, as the public header has it. */
START_TEST(texts_are_there)
{
    struct rcpt_list list = unknown_list("bl.example", RCPT_LIST_IP4, "a test");
    const char *const texts[] = {list.operator_name, list.state_note, list.test_listed,
                                 list.test_unlisted, list.hash,       list.delist,
                                 list.remedy,        list.within,     list.confirmed};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_str_eq(texts[i], "");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("session/unknown_list");
    TCase *tcase = tcase_create("unknown_list");
    tcase_add_test(tcase, is_taken_by_the_book);
    tcase_add_test(tcase, texts_are_there);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
