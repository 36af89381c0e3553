/*
 * enhanced_codes_test.c - the table of enhanced status codes: keys, completeness, references
 */
#include <string.h>

#include "rcptcheck/codes.h"
#include "unit.h"

static int count(void)
{
    int rows = 0;
    while (rcpt_enhanced_code_at((size_t)rows) != NULL)
        rows++;
    return rows;
}

START_TEST(keys_ascend)
{
    const struct rcpt_enhanced_code *row, *last = NULL;
    for (size_t i = 0; (row = rcpt_enhanced_code_at(i)) != NULL; last = row, i++)
        ck_assert_msg(last == NULL || row->subject > last->subject ||
                          (row->subject == last->subject && row->detail > last->detail),
                      "X.%u.%u is out of order", row->subject, row->detail);
    ck_assert_int_eq(count(), 81);
    ck_assert_ptr_null(rcpt_enhanced_code_at((size_t)-1));
}
END_TEST

/* RFC 3463 section 3 has the subjects 0 to 7, each with a detail 0 for the subject as a whole. */
START_TEST(subject_as_a_whole_is_there)
{
    ck_assert_ptr_nonnull(rcpt_enhanced_code_find((unsigned)_i, 0));
}
END_TEST

static void check_sentence(const struct rcpt_enhanced_code *row, const char *field,
                           const char *text)
{
    size_t length = strlen(text);
    ck_assert_msg(length > 4 && text[length - 1] == '.' && strpbrk(text, "\n\t") == NULL &&
                      strstr(text, "  ") == NULL && (text[0] < 'a' || text[0] > 'z'),
                  "X.%u.%u: %s: %s", row->subject, row->detail, field, text);
}

/* X.6.10 is deprecated: no class and no reply goes with it. */
static bool is_deprecated(const struct rcpt_enhanced_code *row)
{
    return row->subject == 6 && row->detail == 10;
}

START_TEST(row_is_complete)
{
    const struct rcpt_enhanced_code *row = rcpt_enhanced_code_at((size_t)_i);
    ck_assert(*row->name != '\0' && *row->source != '\0');
    check_sentence(row, "meaning", row->meaning);
    check_sentence(row, "seen", row->seen);
    check_sentence(row, "fix", row->fix);
    ck_assert_ptr_eq(rcpt_enhanced_code_find(row->subject, row->detail), row);
    ck_assert_int_eq(*row->classes == '\0', is_deprecated(row));
    ck_assert_uint_eq(strspn(row->classes, "245"), strlen(row->classes));
    for (const char *digit = row->classes; *digit != '\0'; digit++)
        ck_assert_msg(digit[1] == '\0' || digit[0] < digit[1], "X.%u.%u: classes %s", row->subject,
                      row->detail, row->classes);
}
END_TEST

START_TEST(seen_can_follow_is_met)
{
    static const char *const starts[] = {"When ", "In ", "At ", "After ", "As ", "During "};
    const struct rcpt_enhanced_code *row = rcpt_enhanced_code_at((size_t)_i);
    bool found = false;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        found |= strncmp(row->seen, starts[i], strlen(starts[i])) == 0;
    ck_assert_msg(found, "X.%u.%u: %s", row->subject, row->detail, row->seen);
}
END_TEST

/* An item of `replies` is a code of the other table, "any", or "any" with a class. */
static void check_reply(const struct rcpt_enhanced_code *row, const char *item)
{
    static const char *const any[] = {"any", "any 4yz", "any 5yz"};
    for (size_t i = 0; i < sizeof any / sizeof *any; i++)
        if (strcmp(item, any[i]) == 0)
            return;
    ck_assert_uint_eq(strspn(item, "0123456789"), 3);
    unsigned code = (unsigned)strtoul(item, NULL, 10);
    ck_assert_msg(rcpt_reply_code_find(code) != NULL, "X.%u.%u: %s", row->subject, row->detail,
                  item);
}

START_TEST(reply_codes_exist)
{
    const struct rcpt_enhanced_code *row = rcpt_enhanced_code_at((size_t)_i);
    char replies[128];
    ck_assert_uint_lt(strlen(row->replies), sizeof replies);
    strcpy(replies, row->replies);
    char *next = replies;
    while (*next != '\0') {
        char *item = next, *end = strstr(next, ", ");
        next = end == NULL ? item + strlen(item) : end + 2;
        if (end != NULL)
            *end = '\0';
        check_reply(row, item);
    }
}
END_TEST

/* Facts that bounces are judged by. */
static const struct {
    unsigned subject, detail;
    const char *classes, *replies, *word;
} facts[] = {
    {1, 10, "5", "556", "preference 0"},    {2, 2, "4", "552", "quota"},
    {3, 2, "45", "453, 521", "load"},       {6, 7, "5", "550, 553", "SMTPUTF8"},
    {7, 24, "45", "451, 550", "permerror"}, {7, 26, "5", "550", "Gmail"},
    {7, 17, "5", "any 5yz", "owner"},       {0, 0, "245", "any", "class digit"},
};

START_TEST(fact_holds)
{
    const struct rcpt_enhanced_code *row =
        rcpt_enhanced_code_find(facts[_i].subject, facts[_i].detail);
    ck_assert_str_eq(row->classes, facts[_i].classes);
    ck_assert_str_eq(row->replies, facts[_i].replies);
    ck_assert_msg(strstr(row->meaning, facts[_i].word) != NULL, "%s: %s", facts[_i].word,
                  row->meaning);
}
END_TEST

START_TEST(find_misses)
{
    static const unsigned missing[][2] = {{0, 1}, {1, 11}, {6, 11}, {7, 31}, {8, 0}, {5, 7}};
    ck_assert_ptr_null(rcpt_enhanced_code_find(missing[_i][0], missing[_i][1]));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalog/enhanced_codes");
    TCase *tcase = tcase_create("table");
    tcase_add_test(tcase, keys_ascend);
    tcase_add_loop_test(tcase, subject_as_a_whole_is_there, 0, 8);
    tcase_add_loop_test(tcase, row_is_complete, 0, count());
    tcase_add_loop_test(tcase, seen_can_follow_is_met, 0, count());
    tcase_add_loop_test(tcase, reply_codes_exist, 0, count());
    tcase_add_loop_test(tcase, fact_holds, 0, (int)(sizeof facts / sizeof *facts));
    tcase_add_loop_test(tcase, find_misses, 0, 6);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
