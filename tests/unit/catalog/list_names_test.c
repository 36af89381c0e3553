/*
 * list_names_test.c - the words of the contract for lists, listings and their codes
 */
#include "rcptcheck/lists.h"
#include "unit.h"

START_TEST(statuses)
{
    static const char *const expected[] = {
        [RCPT_LISTING_LISTED] = "listed",     [RCPT_LISTING_NOT_LISTED] = "not_listed",
        [RCPT_LISTING_ALLOWED] = "allowed",   [RCPT_LISTING_REFUSED] = "refused",
        [RCPT_LISTING_UNUSABLE] = "unusable", [RCPT_LISTING_REWRITTEN] = "rewritten",
        [RCPT_LISTING_TIMEOUT] = "timeout",   [RCPT_LISTING_ERROR] = "error",
    };
    for (int i = 0; i <= RCPT_LISTING_ERROR; i++)
        ck_assert_str_eq(rcpt_listing_status_name((enum rcpt_listing_status)i), expected[i]);
    ck_assert_str_eq(rcpt_listing_status_name((enum rcpt_listing_status)99), "unknown");
}
END_TEST

START_TEST(severities)
{
    static const char *const expected[] = {
        [RCPT_SEVERITY_NONE] = "none",
        [RCPT_SEVERITY_LOW] = "low",
        [RCPT_SEVERITY_MEDIUM] = "medium",
        [RCPT_SEVERITY_HIGH] = "high",
    };
    for (int i = 0; i <= RCPT_SEVERITY_HIGH; i++)
        ck_assert_str_eq(rcpt_severity_name((enum rcpt_severity)i), expected[i]);
    ck_assert_str_eq(rcpt_severity_name((enum rcpt_severity)99), "unknown");
}
END_TEST

START_TEST(states)
{
    static const char *const expected[] = {
        [RCPT_LIST_ACTIVE] = "active",
        [RCPT_LIST_KEYED] = "keyed",
        [RCPT_LIST_REGISTRATION] = "registration",
        [RCPT_LIST_UNSURE] = "unsure",
        [RCPT_LIST_CLOSED] = "closed",
    };
    for (int i = 0; i <= RCPT_LIST_CLOSED; i++)
        ck_assert_str_eq(rcpt_list_state_name((enum rcpt_list_state)i), expected[i]);
    ck_assert_str_eq(rcpt_list_state_name((enum rcpt_list_state)99), "unknown");
}
END_TEST

START_TEST(effects)
{
    static const char *const expected[] = {
        [RCPT_CODE_LISTED] = "listed",
        [RCPT_CODE_ALLOWED] = "allowed",
        [RCPT_CODE_NEUTRAL] = "neutral",
        [RCPT_CODE_REFUSED] = "refused",
    };
    for (int i = 0; i <= RCPT_CODE_REFUSED; i++)
        ck_assert_str_eq(rcpt_code_effect_name((enum rcpt_code_effect)i), expected[i]);
    ck_assert_str_eq(rcpt_code_effect_name((enum rcpt_code_effect)99), "unknown");
}
END_TEST

/* Kinds are bits: what is no single bit has no word. */
START_TEST(kinds)
{
    ck_assert_str_eq(rcpt_list_kind_name(RCPT_LIST_IP4), "ip4");
    ck_assert_str_eq(rcpt_list_kind_name(RCPT_LIST_IP6), "ip6");
    ck_assert_str_eq(rcpt_list_kind_name(RCPT_LIST_DOMAIN), "domain");
    ck_assert_str_eq(rcpt_list_kind_name(RCPT_LIST_EMAIL), "email");
    ck_assert_str_eq(rcpt_list_kind_name((enum rcpt_list_kind)0), "unknown");
    ck_assert_str_eq(rcpt_list_kind_name((enum rcpt_list_kind)3), "unknown");
    ck_assert_str_eq(rcpt_list_kind_name((enum rcpt_list_kind)16), "unknown");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalog/list_names");
    TCase *tcase = tcase_create("words");
    tcase_add_test(tcase, statuses);
    tcase_add_test(tcase, severities);
    tcase_add_test(tcase, states);
    tcase_add_test(tcase, effects);
    tcase_add_test(tcase, kinds);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
