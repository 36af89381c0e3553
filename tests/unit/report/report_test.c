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
        ck_assert_ptr_nonnull(format->separator);
    }
    ck_assert_uint_eq(count, 4);
    ck_assert_ptr_nonnull(report_format_find("text"));
    ck_assert_ptr_nonnull(report_format_find("json"));
    ck_assert_ptr_nonnull(report_format_find("nagios"));
    ck_assert_ptr_nonnull(report_format_find("prometheus"));
    ck_assert_ptr_null(report_format_find("Text"));
    ck_assert_ptr_null(report_format_find(""));
}
END_TEST

/* Text and JSON have every answer; a format of summaries has that one and no other. */
START_TEST(formats_have_whole_answers)
{
    static const char *const whole[] = {"text", "json"}, *const summaries[] = {"nagios",
                                                                               "prometheus"};
    for (size_t i = 0; i < 2; i++) {
        const struct report_format *format = report_format_find(whole[i]);
        ck_assert(format->result != NULL && format->explain != NULL && format->compare != NULL);
        ck_assert(format->explain_reply != NULL && format->listings != NULL);
        ck_assert(format->catalog_codes != NULL && format->catalog_rules != NULL);
        ck_assert(format->catalog_lists != NULL && format->catalog_providers != NULL);
        ck_assert(format->resolver != NULL && format->listings_exit == NULL);
        format = report_format_find(summaries[i]);
        ck_assert(format->listings_end != NULL && format->listings == NULL);
        ck_assert(format->result == NULL && format->explain == NULL && format->compare == NULL);
        ck_assert(format->catalog_codes == NULL && format->resolver == NULL);
    }
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
    tcase_add_test(tests, formats_have_whole_answers);
    tcase_add_loop_test(tests, messages_are_safe, 0, sizeof messages / sizeof *messages);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
