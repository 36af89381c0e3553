/*
 * reply_codes_test.c - the table of reply codes: keys, completeness, and what the rows refer to
 */
#include <stdio.h>
#include <string.h>

#include "rcptcheck/codes.h"
#include "unit.h"

static int count(void)
{
    int rows = 0;
    while (rcpt_reply_code_at((size_t)rows) != NULL)
        rows++;
    return rows;
}

START_TEST(keys_ascend)
{
    unsigned last = 199;
    const struct rcpt_reply_code *row;
    for (size_t i = 0; (row = rcpt_reply_code_at(i)) != NULL; i++) {
        ck_assert_msg(row->code > last, "%u does not follow %u", row->code, last);
        last = row->code;
    }
    ck_assert_uint_lt(last, 600);
    ck_assert_int_eq(count(), 50);
    ck_assert_ptr_null(rcpt_reply_code_at((size_t)-1));
}
END_TEST

/* A sentence starts with a capital letter or a digit, ends with a full stop, and has no markup. */
static void check_sentence(unsigned code, const char *field, const char *text)
{
    size_t length = strlen(text);
    ck_assert_msg(length > 4, "%u: %s is empty", code, field);
    ck_assert_msg(text[length - 1] == '.', "%u: %s does not end with a full stop", code, field);
    ck_assert_msg(strpbrk(text, "\n\t") == NULL, "%u: %s has control characters", code, field);
    ck_assert_msg(strstr(text, "  ") == NULL, "%u: %s has double spaces", code, field);
    ck_assert_msg(text[0] < 'a' || text[0] > 'z', "%u: %s starts in lower case", code, field);
}

START_TEST(row_is_complete)
{
    const struct rcpt_reply_code *row = rcpt_reply_code_at((size_t)_i);
    ck_assert(*row->name != '\0' && *row->source != '\0');
    ck_assert_msg(strcmp(row->status, "standard") == 0 || strcmp(row->status, "historic") == 0 ||
                      strcmp(row->status, "unofficial") == 0,
                  "%u: status is %s", row->code, row->status);
    check_sentence(row->code, "meaning", row->meaning);
    check_sentence(row->code, "seen", row->seen);
    check_sentence(row->code, "fix", row->fix);
    ck_assert_ptr_eq(rcpt_reply_code_find(row->code), row);
    ck_assert_ptr_nonnull(rcpt_code_class_find(row->code / 100));
}
END_TEST

/* `seen` has to read well behind "is met". */
START_TEST(seen_can_follow_is_met)
{
    static const char *const starts[] = {"When ", "In ", "At ", "After ", "As ", "During "};
    const struct rcpt_reply_code *row = rcpt_reply_code_at((size_t)_i);
    bool found = false;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        found |= strncmp(row->seen, starts[i], strlen(starts[i])) == 0;
    ck_assert_msg(found, "%u: %s", row->code, row->seen);
}
END_TEST

/* Each enhanced code of a row is in the other table and has the row's class digit (RFC 2034
 * section 4). RFC 4954 lets 3yz replies have none. */
START_TEST(enhanced_codes_exist)
{
    const struct rcpt_reply_code *row = rcpt_reply_code_at((size_t)_i);
    ck_assert_int_eq(*row->enhanced == '\0', row->code / 100 == 3);
    for (const char *at = row->enhanced; *at != '\0';) {
        unsigned status, subject, detail;
        int used = 0;
        ck_assert_int_eq(sscanf(at, "%u.%u.%u%n", &status, &subject, &detail, &used), 3);
        ck_assert_msg(rcpt_enhanced_code_find(subject, detail) != NULL, "%u: X.%u.%u", row->code,
                      subject, detail);
        ck_assert_uint_eq(status, row->code / 100);
        at += used;
        ck_assert(*at == '\0' || strncmp(at, ", ", 2) == 0);
        at += *at == '\0' ? 0 : 2;
    }
}
END_TEST

/* Names that users know from elsewhere and that must stay. */
static const struct {
    unsigned code;
    const char *name;
} names[] = {
    {252, "Cannot Verify User"}, {354, "Start Mail Input"},   {504, "Parameter Not Implemented"},
    {551, "User Not Local"},     {554, "Transaction Failed"}, {556, "Domain Does Not Accept Mail"},
};

START_TEST(name_is_kept)
{
    ck_assert_str_eq(rcpt_reply_code_find(names[_i].code)->name, names[_i].name);
}
END_TEST

START_TEST(find_misses)
{
    static const unsigned missing[] = {0, 199, 200, 299, 300, 355, 420, 559, 599, 600, 4294967295u};
    ck_assert_ptr_null(rcpt_reply_code_find(missing[_i]));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalog/reply_codes");
    TCase *tcase = tcase_create("table");
    tcase_add_test(tcase, keys_ascend);
    tcase_add_loop_test(tcase, row_is_complete, 0, count());
    tcase_add_loop_test(tcase, seen_can_follow_is_met, 0, count());
    tcase_add_loop_test(tcase, enhanced_codes_exist, 0, count());
    tcase_add_loop_test(tcase, name_is_kept, 0, (int)(sizeof names / sizeof *names));
    tcase_add_loop_test(tcase, find_misses, 0, 11);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
