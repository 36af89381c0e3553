/*
 * text_catalog_test.c - the tables of codes and rules for people
 */
#include <stdio.h>

#include "codes.h"
#include "report/code_text.h"

static size_t count_lines_with(const struct buffer *out, char first)
{
    size_t count = 0;
    for (const char *line = buffer_text(out); line != NULL && *line != '\0';) {
        count += *line == first;
        line = strchr(line, '\n');
        line = line == NULL ? NULL : line + 1;
    }
    return count;
}

START_TEST(every_code_has_a_row)
{
    const struct report_style style = {.width = (unsigned)_i};
    struct buffer out;
    buffer_init(&out);
    text_catalog_codes(&out, &style);
    codes_check_lines(&out, style.width < 72 ? 72 : style.width);
    ck_assert_uint_eq(count_lines_with(&out, 'X'), 81);
    codes_unwrap(&out);
    const struct rcpt_reply_code *reply;
    char row[128];
    for (size_t i = 0; (reply = rcpt_reply_code_at(i)) != NULL; i++) {
        snprintf(row, sizeof row, "%u %s %u", reply->code, reply->name, reply->code / 100);
        codes_check_has(&out, row);
    }
    const struct rcpt_enhanced_code *enhanced;
    for (size_t i = 0; (enhanced = rcpt_enhanced_code_at(i)) != NULL; i++) {
        snprintf(row, sizeof row, "X.%u.%u %s ", enhanced->subject, enhanced->detail,
                 enhanced->name);
        codes_check_has(&out, row);
    }
    codes_check_has(&out, "571 Blocked 5xx unofficial not registered");
    codes_check_has(&out, "X.7.24 SPF error 4 5 RFC 7372 section 3.2");
    buffer_clear(&out);
}
END_TEST

START_TEST(every_rule_has_a_row)
{
    const struct report_style style = {.width = 80, .verbose = _i != 0};
    struct buffer out;
    buffer_init(&out);
    text_catalog_rules(&out, &style);
    codes_check_lines(&out, 80);
    codes_unwrap(&out);
    const struct rcpt_rule *rule;
    size_t count = 0;
    char row[256], code[CODE_TEXT_SIZE];
    for (; (rule = rcpt_rule_at(count)) != NULL; count++) {
        struct rcpt_code_name name = {rule->code, rule->enhanced};
        snprintf(row, sizeof row, "%s %s %s %s %s %s ", rule->id, code_name_text(code, &name),
                 rule->risk ? "risk" : rcpt_verdict_name(rule->verdict),
                 rcpt_certainty_name(rule->certainty), rcpt_stage_name(rule->stage),
                 rcpt_by_name(rule->by));
        codes_check_has(&out, row);
        codes_check_has(&out, rule->reason);
        if (!style.verbose)
            continue;
        codes_check_has(&out, rule->fix);
        codes_check_has(&out, rule->source);
    }
    ck_assert_uint_gt(count, 0);
    buffer_clear(&out);
}
END_TEST

/* Given the room, a rule stands on one line with its reason. */
START_TEST(wide_rules_are_one_line)
{
    const struct report_style style = {.width = 1000};
    struct buffer out;
    buffer_init(&out);
    text_catalog_rules(&out, &style);
    size_t rules = 0;
    while (rcpt_rule_at(rules) != NULL)
        rules++;
    ck_assert_uint_eq(count_lines_with(&out, ' '), 0);
    size_t lines = 0;
    for (size_t i = 0; i < out.length; i++)
        lines += out.data[i] == '\n';
    ck_assert_uint_eq(lines, rules + 1);
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/text_catalog");
    TCase *tcase = tcase_create("tables");
    tcase_add_loop_test(tcase, every_code_has_a_row, 80, 86);
    tcase_add_loop_test(tcase, every_code_has_a_row, 40, 41);
    tcase_add_loop_test(tcase, every_rule_has_a_row, 0, 2);
    tcase_add_test(tcase, wide_rules_are_one_line);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
