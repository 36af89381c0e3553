/*
 * code_class_test.c - the classes by first digit
 */
#include <string.h>

#include "rcptcheck/codes.h"
#include "unit.h"

static const struct {
    unsigned digit;
    const char *label, *name;
} classes[] = {
    {2, "2xx", "Positive Completion"},
    {3, "3xx", "Positive Intermediate"},
    {4, "4xx", "Transient Negative"},
    {5, "5xx", "Permanent Negative"},
};

START_TEST(class_is_there)
{
    const struct rcpt_code_class *class = rcpt_code_class_find(classes[_i].digit);
    ck_assert_ptr_nonnull(class);
    ck_assert_uint_eq(class->digit, classes[_i].digit);
    ck_assert_str_eq(class->label, classes[_i].label);
    ck_assert_str_eq(class->name, classes[_i].name);
    ck_assert(class->meaning[strlen(class->meaning) - 1] == '.');
    ck_assert(class->fix[strlen(class->fix) - 1] == '.');
}
END_TEST

START_TEST(no_other_class)
{
    static const unsigned others[] = {0, 1, 6, 9, 4294967295u};
    ck_assert_ptr_null(rcpt_code_class_find(others[_i]));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalog/code_class");
    TCase *tcase = tcase_create("table");
    tcase_add_loop_test(tcase, class_is_there, 0, (int)(sizeof classes / sizeof *classes));
    tcase_add_loop_test(tcase, no_other_class, 0, 5);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
