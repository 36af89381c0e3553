/*
 * sender_names_test.c - every value of what is found of the sender has a word of its own
 */
#include <string.h>

#include "rcptcheck/sender.h"
#include "unit.h"

static const char *rdns_word(int value)
{
    return rcpt_rdns_status_name((enum rcpt_rdns_status)value);
}

static const char *helo_word(int value)
{
    return rcpt_helo_status_name((enum rcpt_helo_status)value);
}

static const char *mail_from_word(int value)
{
    return rcpt_mail_from_status_name((enum rcpt_mail_from_status)value);
}

static const struct {
    const char *(*word)(int value);
    int last;
    const char *last_word;
} table[] = {
    {rdns_word, RCPT_RDNS_TEMPERROR, "temperror"},
    {helo_word, RCPT_HELO_TEMPERROR, "temperror"},
    {mail_from_word, RCPT_MAIL_FROM_TEMPERROR, "temperror"},
};

START_TEST(words)
{
    for (int value = 0; value <= table[_i].last; value++) {
        const char *word = table[_i].word(value);
        ck_assert_ptr_nonnull(word);
        ck_assert_str_ne(word, "");
        ck_assert_uint_eq(strspn(word, "abcdefghijklmnopqrstuvwxyz_"), strlen(word));
        for (int other = 0; other < value; other++)
            ck_assert_str_ne(word, table[_i].word(other));
    }
    ck_assert_str_eq(table[_i].word(table[_i].last), table[_i].last_word);
    ck_assert_str_eq(table[_i].word(table[_i].last + 1), "");
}
END_TEST

START_TEST(words_are_those_of_the_contract)
{
    ck_assert_str_eq(rdns_word(RCPT_RDNS_CONFIRMED), "confirmed");
    ck_assert_str_eq(rdns_word(RCPT_RDNS_MISMATCH), "mismatch");
    ck_assert_str_eq(rdns_word(RCPT_RDNS_NONE), "none");
    ck_assert_str_eq(helo_word(RCPT_HELO_OK), "ok");
    ck_assert_str_eq(helo_word(RCPT_HELO_NOT_FQDN), "not_fqdn");
    ck_assert_str_eq(mail_from_word(RCPT_MAIL_FROM_NULL_PATH), "null_path");
    ck_assert_str_eq(mail_from_word(RCPT_MAIL_FROM_NULL_MX), "null_mx");
    ck_assert_str_eq(mail_from_word(RCPT_MAIL_FROM_MISSING), "missing");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("session/sender_names");
    TCase *tcase = tcase_create("sender_names");
    tcase_add_loop_test(tcase, words, 0, (int)(sizeof table / sizeof *table));
    tcase_add_test(tcase, words_are_those_of_the_contract);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
