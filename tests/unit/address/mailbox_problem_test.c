/*
 * mailbox_problem_test.c - src/address/mailbox_problem.c: oddities of addresses that are valid
 */
#include <string.h>

#include "address/mailbox.h"
#include "unit.h"

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

static struct arena arena;

static void setup(void)
{
    arena_init(&arena);
}

static void teardown(void)
{
    arena_clear(&arena);
}

static const struct rcpt_address *parse(const char *text)
{
    return mailbox_parse(&arena, text, strlen(text));
}

static const struct {
    const char *text;
    const char *ids[3];
    const char *subject; /* of the first */
    const char *words;   /* in the text of the first */
    const char *source;  /* of the first */
} odd[] = {
    {"a@b_c.de", {"domain-underscore"}, "b_c.de", "underscore", "RFC 5321"},
    {"a@Com", {"single-label"}, "com", "single label", "RFC 5321"},
    {"Postmaster", {"single-label"}, "postmaster", "single label", "RFC 5321"},
    {"a@www.Example.com", {"special-use"}, "www.example.com", "documentation", "RFC 6761"},
    {"a@x.onion", {"special-use"}, "x.onion", "onion is for", "RFC 7686"},
    {"localhost", {"single-label", "special-use"}, "localhost", "single label", "RFC 5321"},
    {"a@b_c.test", {"domain-underscore", "special-use"}, "b_c.test", "underscore", "RFC 5321"},
    {"_test", {"domain-underscore", "single-label"}, "_test", "underscore", "RFC 5321"},
    {"a@[192.0.2.1]", {"literal-address-range"}, "192.0.2.1", "documentation", "RFC 5737"},
    {"a@[127.0.0.1]", {"literal-address-range"}, "127.0.0.1", "loopback", "RFC 1122"},
    {"a@[10.0.0.1]", {"literal-address-range"}, "10.0.0.1", "private use", "RFC 1918"},
    {"a@[IPv6:2001:DB8::1]", {"literal-address-range"}, "2001:db8::1", "documentation", "RFC 3849"},
    {"a@[IPv6:::1]", {"literal-address-range"}, "::1", "loopback", "RFC 4291"},
};

START_TEST(names_problems)
{
    const struct rcpt_address *address = parse(odd[_i].text);
    ck_assert(address->valid);
    const struct rcpt_problem *problem = address->problems;
    ck_assert_ptr_nonnull(problem);
    ck_assert_str_eq(problem->subject, odd[_i].subject);
    ck_assert_msg(strstr(problem->text, odd[_i].words) != NULL, "%s", problem->text);
    ck_assert_msg(strncmp(problem->source, odd[_i].source, strlen(odd[_i].source)) == 0, "%s",
                  problem->source);
    for (int i = 0; i < 3; i++) {
        ck_assert_pstr_eq(problem != NULL ? problem->id : NULL, odd[_i].ids[i]);
        if (problem == NULL)
            break;
        ck_assert_str_ne(problem->fix, "");
        problem = problem->next;
    }
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("mailbox_problem");
    TCase *tests = tcase_create("mailbox_problem");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_loop_test(tests, names_problems, 0, ROWS(odd));
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
