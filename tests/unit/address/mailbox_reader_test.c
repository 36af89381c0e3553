/*
 * mailbox_reader_test.c - src/address/mailbox_reader.c: the sticky error and the ASCII classes
 */
#include "address/mailbox_reader.h"

#include <ctype.h>

#include "unit.h"

START_TEST(the_first_defect_stays)
{
    struct mailbox_reader reader = {.defect = MAILBOX_OK};
    ck_assert(mailbox_ok(&reader));
    mailbox_refuse(&reader, MAILBOX_LOCAL_DOT, 3);
    mailbox_refuse(&reader, MAILBOX_TWO_ATS, 1);
    mailbox_refuse_as(&reader, MAILBOX_URL, 0, "later");
    ck_assert(!mailbox_ok(&reader));
    ck_assert_int_eq(reader.defect, MAILBOX_LOCAL_DOT);
    ck_assert_uint_eq(reader.position, 3);
    ck_assert_str_eq(reader.reason, mailbox_defect_reason(MAILBOX_LOCAL_DOT));
}
END_TEST

START_TEST(a_sentence_of_its_own_is_kept)
{
    struct mailbox_reader reader = {.defect = MAILBOX_OK};
    mailbox_refuse_as(&reader, MAILBOX_LOCAL_DOT, 3, "two dots");
    ck_assert_str_eq(reader.reason, "two dots");
}
END_TEST

/* The test runs in the C locale, where <ctype.h> knows ASCII alone. */
START_TEST(classes_are_those_of_ascii)
{
    for (int c = 0; c < 256; c++) {
        ck_assert_int_eq(mailbox_is_space((char)c), isspace(c) != 0);
        ck_assert_int_eq(mailbox_is_letter((char)c), isalpha(c) != 0);
        ck_assert_int_eq(mailbox_is_digit((char)c), isdigit(c) != 0);
    }
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("mailbox_reader");
    TCase *tests = tcase_create("mailbox_reader");
    tcase_add_test(tests, the_first_defect_stays);
    tcase_add_test(tests, a_sentence_of_its_own_is_kept);
    tcase_add_test(tests, classes_are_those_of_ascii);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
