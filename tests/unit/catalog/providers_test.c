/*
 * providers_test.c - the table of mail hosts: suffixes, completeness, facts
 */
#include <string.h>

#include "rcptcheck/providers.h"
#include "unit.h"

static int count(void)
{
    int rows = 0;
    while (rcpt_provider_at((size_t)rows) != NULL)
        rows++;
    return rows;
}

START_TEST(table_has_its_rows)
{
    ck_assert_int_eq(count(), 106);
    ck_assert_ptr_null(rcpt_provider_at((size_t)-1));
}
END_TEST

START_TEST(suffix_is_a_name)
{
    const struct rcpt_provider *row = rcpt_provider_at((size_t)_i);
    size_t length = strlen(row->suffix);
    ck_assert_uint_gt(length, 3);
    ck_assert_msg(strspn(row->suffix, "abcdefghijklmnopqrstuvwxyz0123456789-.*") == length,
                  "%s: not a lower-case name", row->suffix);
    ck_assert_msg(row->suffix[0] != '.' && row->suffix[length - 1] != '.' &&
                      strstr(row->suffix, "..") == NULL && strchr(row->suffix, '.') != NULL,
                  "%s: labels", row->suffix);
    for (const char *star = row->suffix; (star = strchr(star, '*')) != NULL; star++)
        ck_assert_msg(star > row->suffix && star[-1] == '.' && star[1] == '.', "%s: '*'",
                      row->suffix);
}
END_TEST

START_TEST(suffix_is_unique)
{
    const struct rcpt_provider *row = rcpt_provider_at((size_t)_i), *other;
    for (size_t i = 0; (other = rcpt_provider_at(i)) != NULL; i++)
        ck_assert_msg(other == row || strcmp(other->suffix, row->suffix) != 0, "%s stands twice",
                      row->suffix);
}
END_TEST

START_TEST(row_is_complete)
{
    static const char *const kinds[] = {"mailbox", "gateway", "forwarder"};
    const struct rcpt_provider *row = rcpt_provider_at((size_t)_i);
    bool known = false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        known |= strcmp(row->kind, kinds[i]) == 0;
    ck_assert_msg(known, "%s: kind %s", row->suffix, row->kind);
    ck_assert(*row->name != '\0');
    size_t note = strlen(row->note);
    ck_assert_msg(note == 0 || row->note[note - 1] == '.', "%s: %s", row->suffix, row->note);
}
END_TEST

/* A host below a suffix, and the suffix itself, belong to the row: nothing shadows it. */
START_TEST(row_is_found_by_its_suffix)
{
    const struct rcpt_provider *row = rcpt_provider_at((size_t)_i);
    char host[256] = "mx1.";
    size_t length = strlen(host);
    for (const char *from = row->suffix; *from != '\0'; from++)
        host[length++] = *from == '*' ? 'x' : *from;
    host[length] = '\0';
    ck_assert_ptr_eq(rcpt_provider_of_host(host), row);
    ck_assert_ptr_eq(rcpt_provider_of_host(host + strlen("mx1.")), row);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalog/providers");
    TCase *tcase = tcase_create("table");
    tcase_add_test(tcase, table_has_its_rows);
    tcase_add_loop_test(tcase, suffix_is_a_name, 0, count());
    tcase_add_loop_test(tcase, suffix_is_unique, 0, count());
    tcase_add_loop_test(tcase, row_is_complete, 0, count());
    tcase_add_loop_test(tcase, row_is_found_by_its_suffix, 0, count());
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
