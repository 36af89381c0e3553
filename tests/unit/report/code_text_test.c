/*
 * code_text_test.c - codes as text, and back again
 */
#include "report/code_text.h"

#include <string.h>

#include "unit.h"

static const struct {
    struct rcpt_code_name name;
    const char *text;
} names[] = {
    {{554, {0, 0, 0}}, "554"},   {{554, {5, 7, 1}}, "554 5.7.1"}, {{550, {0, 7, 26}}, "550 X.7.26"},
    {{0, {5, 1, 10}}, "5.1.10"}, {{0, {0, 7, 1}}, "X.7.1"},       {{0, {0, 0, 0}}, "X.0.0"},
    {{0, {2, 0, 0}}, "2.0.0"},
};

START_TEST(name_and_back)
{
    char text[CODE_TEXT_SIZE];
    struct rcpt_code_name name;
    size_t position;
    ck_assert_str_eq(code_name_text(text, &names[_i].name), names[_i].text);
    ck_assert(rcpt_code_parse(text, &name, &position));
    ck_assert_mem_eq(&name, &names[_i].name, sizeof name);
}
END_TEST

START_TEST(enhanced_alone)
{
    char text[CODE_TEXT_SIZE];
    ck_assert_str_eq(code_enhanced_text(text, (struct rcpt_enhanced){5, 7, 1}), "5.7.1");
    ck_assert_str_eq(code_enhanced_text(text, (struct rcpt_enhanced){0, 7, 1}), "X.7.1");
    ck_assert_str_eq(code_enhanced_text(text, (struct rcpt_enhanced){0, 0, 0}), "");
    ck_assert(!code_has_enhanced((struct rcpt_enhanced){0, 0, 0}));
    ck_assert(code_has_enhanced((struct rcpt_enhanced){0, 0, 1}));
}
END_TEST

/* The largest numbers that a struct can hold still fit. */
START_TEST(largest_fits)
{
    char text[CODE_TEXT_SIZE];
    const struct rcpt_code_name name = {4294967295u, {4294967295u, 4294967295u, 4294967295u}};
    ck_assert_uint_lt(strlen(code_name_text(text, &name)), CODE_TEXT_SIZE);
    ck_assert_uint_lt(strlen(code_enhanced_text(text, name.enhanced)), CODE_TEXT_SIZE);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/code_text");
    TCase *tcase = tcase_create("text");
    tcase_add_loop_test(tcase, name_and_back, 0, (int)(sizeof names / sizeof *names));
    tcase_add_test(tcase, enhanced_alone);
    tcase_add_test(tcase, largest_fits);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
