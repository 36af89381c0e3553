/*
 * mailbox_defect_test.c - src/address/mailbox_defect.c: ids are unique, rows complete, domains led
 * to their rows
 */
#include "address/mailbox_defect.h"

#include <string.h>

#include "unit.h"

START_TEST(rows_are_complete)
{
    const char *id = mailbox_defect_id((enum mailbox_defect)_i);
    ck_assert_ptr_nonnull(id);
    ck_assert_str_ne(id, "");
    ck_assert_uint_eq(strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(id));
    ck_assert_ptr_nonnull(mailbox_defect_reason((enum mailbox_defect)_i));
    ck_assert_str_ne(mailbox_defect_reason((enum mailbox_defect)_i), "");
    for (int other = MAILBOX_OK; other < _i; other++)
        ck_assert_str_ne(id, mailbox_defect_id((enum mailbox_defect)other));
}
END_TEST

START_TEST(no_defect_has_no_words)
{
    ck_assert_str_eq(mailbox_defect_id(MAILBOX_OK), "");
    ck_assert_str_eq(mailbox_defect_reason(MAILBOX_OK), "");
    ck_assert_int_eq(mailbox_defect_of_domain(DOMAIN_OK), MAILBOX_OK);
}
END_TEST

START_TEST(domains_lead_to_their_row)
{
    enum mailbox_defect defect = mailbox_defect_of_domain((enum domain_defect)_i);
    ck_assert_msg(strncmp(mailbox_defect_id(defect), "domain-", 7) == 0, "%s",
                  mailbox_defect_id(defect));
    ck_assert_str_eq(mailbox_defect_reason(defect), domain_defect_reason((enum domain_defect)_i));
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("mailbox_defect");
    TCase *tests = tcase_create("mailbox_defect");
    tcase_add_loop_test(tests, rows_are_complete, MAILBOX_OK + 1, MAILBOX_DEFECTS);
    tcase_add_test(tests, no_defect_has_no_words);
    tcase_add_loop_test(tests, domains_lead_to_their_row, DOMAIN_OK + 1, DOMAIN_IP + 1);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
