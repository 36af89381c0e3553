/*
 * report_test.c - the table of formats, and the line for a user's error
 */
#include <string.h>

#include "report/message.h"
#include "report/report.h"
#include "unit.h"

START_TEST(formats_are_found_by_name)
{
    const struct report_format *format;
    size_t count = 0;
    for (; (format = report_format_at(count)) != NULL; count++) {
        ck_assert_ptr_eq(report_format_find(format->name), format);
        ck_assert(format->result != NULL && format->explain != NULL && format->compare != NULL);
        ck_assert(format->catalog_codes != NULL && format->catalog_rules != NULL);
        ck_assert_ptr_nonnull(format->separator);
    }
    ck_assert_uint_eq(count, 2);
    ck_assert_ptr_nonnull(report_format_find("text"));
    ck_assert_ptr_nonnull(report_format_find("json"));
    ck_assert_ptr_null(report_format_find("Text"));
    ck_assert_ptr_null(report_format_find(""));
}
END_TEST

static const struct {
    const char *text, *line;
} messages[] = {
    {"plain", "rcptcheck: plain\n"},
    {"an \033[31mescape\n", "rcptcheck: an \\u{001B}[31mescape\\u{000A}\n"},
    {"octet \xFF", "rcptcheck: octet \\xFF\n"},
    {"m\xC3\xBCller", "rcptcheck: m\xC3\xBCller\n"},
    {"", "rcptcheck: \n"},
};

START_TEST(messages_are_safe)
{
    struct buffer out;
    buffer_init(&out);
    message_line(&out, messages[_i].text);
    ck_assert_str_eq(buffer_text(&out), messages[_i].line);
    buffer_clear(&out);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("report");
    TCase *tests = tcase_create("formats");
    tcase_add_test(tests, formats_are_found_by_name);
    tcase_add_loop_test(tests, messages_are_safe, 0, sizeof messages / sizeof *messages);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
