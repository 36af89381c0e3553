/*
 * rules_test.c - the rule table: complete, unique, consistent, and none of its rows out of reach of
 * another's
 */
#include "predict/rule.h"

#include <stdio.h>
#include <string.h>

#include "predict/words.h"
#include "rcptcheck/codes.h"
#include "unit.h"

static int count_rules(void)
{
    int count = 0;
    while (rcpt_rule_at((size_t)count) != NULL)
        count++;
    return count;
}

START_TEST(row_is_complete)
{
    const struct rule *rule = rule_at((size_t)_i);
    const struct rcpt_rule *row = &rule->shown;
    ck_assert_ptr_nonnull(rule->when.holds);
    ck_assert_str_ne(row->id, "");
    ck_assert_str_ne(row->reason, "");
    ck_assert_str_ne(row->fix, "");
    ck_assert_ptr_nonnull(strstr(row->source, "RFC "));
    for (int i = 0; i < _i; i++)
        ck_assert_str_ne(rcpt_rule_at((size_t)i)->id, row->id);
}
END_TEST

START_TEST(row_names_known_codes)
{
    const struct rcpt_rule *row = rcpt_rule_at((size_t)_i);
    ck_assert_ptr_nonnull(rcpt_reply_code_find(row->code));
    ck_assert_ptr_nonnull(rcpt_enhanced_code_find(row->enhanced.subject, row->enhanced.detail));
    ck_assert_uint_eq(row->enhanced.status, row->code / 100);
}
END_TEST

/* The first digit says what the verdict is; "unknown" may stand with any. */
START_TEST(verdict_follows_the_code)
{
    static const enum rcpt_verdict by_digit[] = {
        [2] = RCPT_ACCEPT, [4] = RCPT_DEFER, [5] = RCPT_REJECT};
    const struct rcpt_rule *row = rcpt_rule_at((size_t)_i);
    if (row->verdict != RCPT_UNKNOWN)
        ck_assert_int_eq(row->verdict, by_digit[row->code / 100]);
    if (row->risk)
        ck_assert_int_eq(row->certainty, RCPT_POSSIBLE);
}
END_TEST

START_TEST(sentences_have_known_words_only)
{
    static const struct rcpt_address address = {
        .valid = true, .domain = "example.com", .ascii_domain = "example.com"};
    static const struct findings findings = {.input = "a@example.com", .address = &address};
    const struct rcpt_rule *row = rcpt_rule_at((size_t)_i);
    struct arena arena;
    arena_init(&arena);
    ck_assert_ptr_null(strchr(words_fill(&arena, row->reason, &findings), '{'));
    ck_assert_ptr_null(strchr(words_fill(&arena, row->fix, &findings), '{'));
    arena_clear(&arena);
}
END_TEST

START_TEST(ends)
{
    ck_assert_ptr_null(rule_at((size_t)count_rules()));
    ck_assert_ptr_null(rcpt_rule_at((size_t)-1));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("predict/rules");
    TCase *tcase = tcase_create("rules");
    int rows = count_rules();
    tcase_add_loop_test(tcase, row_is_complete, 0, rows);
    tcase_add_loop_test(tcase, row_names_known_codes, 0, rows);
    tcase_add_loop_test(tcase, verdict_follows_the_code, 0, rows);
    tcase_add_loop_test(tcase, sentences_have_known_words_only, 0, rows);
    tcase_add_test(tcase, ends);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
