/*
 * list_code_test.c - patterns of list codes: which are well formed, and what they match
 */
#include "catalog/list_code.h"
#include "unit.h"

static const struct {
    const char *pattern;
    bool valid;
} forms[] = {
    {"127.0.0.2", true},     {"127.0.0.0", true},      {"127.0.0.255", true},
    {"127.0.*.3", true},     {"*.*.*.*", true},        {"127.0.0.5-7", true},
    {"127.0.0.0-255", true}, {"127.0.0.&1", true},     {"127.0.0.&128", true},
    {"127.1.0.&64", true},   {"127.0.4.70-100", true}, {"", false},
    {"127.0.0", false},      {"127.0.0.", false},      {"127.0.0.2.", false},
    {"127.0.0.2.1", false},  {"127.0.0.256", false},   {"127.0.0.02", false},
    {"127.0.0.1000", false}, {"127.0.0.7-5", false},   {"127.0.0.5-5", false},
    {"127.0.0.5-", false},   {"127.0.0.-5", false},    {"127.0.0.5-256", false},
    {"127.0.0.&0", false},   {"127.0.0.&3", false},    {"127.0.0.&256", false},
    {"127.0.0.&", false},    {"127.0.0.**", false},    {"127.0.0.2 ", false},
    {" 127.0.0.2", false},   {"127..0.2", false},      {"127.0.0.+2", false},
    {"127.0.0.0x2", false},  {"::1", false},
};

START_TEST(form)
{
    static const unsigned char zero[4] = {0};
    ck_assert_msg(list_code_is_valid(forms[_i].pattern) == forms[_i].valid, "%s",
                  forms[_i].pattern);
    if (!forms[_i].valid)
        ck_assert_msg(!list_code_matches(forms[_i].pattern, zero), "%s", forms[_i].pattern);
}
END_TEST

START_TEST(no_pattern)
{
    static const unsigned char octet[4] = {127, 0, 0, 2};
    ck_assert(!list_code_is_valid(NULL));
    ck_assert(!list_code_matches(NULL, octet));
}
END_TEST

static const struct {
    const char *pattern;
    unsigned char octet[4];
    bool matches;
} answers[] = {
    {"127.0.0.2", {127, 0, 0, 2}, true},     {"127.0.0.2", {127, 0, 0, 3}, false},
    {"127.0.0.2", {127, 0, 1, 2}, false},    {"127.0.0.2", {126, 0, 0, 2}, false},
    {"127.0.0.5-7", {127, 0, 0, 4}, false},  {"127.0.0.5-7", {127, 0, 0, 5}, true},
    {"127.0.0.5-7", {127, 0, 0, 7}, true},   {"127.0.0.5-7", {127, 0, 0, 8}, false},
    {"127.0.*.3", {127, 0, 0, 3}, true},     {"127.0.*.3", {127, 0, 255, 3}, true},
    {"127.0.*.3", {127, 0, 255, 2}, false},  {"127.0.0.&64", {127, 0, 0, 64}, true},
    {"127.0.0.&64", {127, 0, 0, 255}, true}, {"127.0.0.&64", {127, 0, 0, 191}, false},
    {"127.0.0.&64", {127, 0, 1, 64}, false}, {"127.0.0.&1", {127, 0, 0, 254}, false},
    {"127.0.0.&3", {127, 0, 0, 3}, false},   {"127.0.0.&0", {127, 0, 0, 0}, false},
    {"127.0.0", {127, 0, 0, 0}, false},
};

START_TEST(match)
{
    ck_assert_msg(list_code_matches(answers[_i].pattern, answers[_i].octet) == answers[_i].matches,
                  "%s and %u.%u.%u.%u", answers[_i].pattern, answers[_i].octet[0],
                  answers[_i].octet[1], answers[_i].octet[2], answers[_i].octet[3]);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalog/list_code");
    TCase *tcase = tcase_create("patterns");
    tcase_add_loop_test(tcase, form, 0, (int)(sizeof forms / sizeof *forms));
    tcase_add_loop_test(tcase, match, 0, (int)(sizeof answers / sizeof *answers));
    tcase_add_test(tcase, no_pattern);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
