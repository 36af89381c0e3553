/*
 * mailbox_outline_test.c - src/address/mailbox_outline.c: what is pasted around an address
 */
#include "refusal.h"

static const struct refusal refused[] = {
    {TEXT(""), "empty", 0, "no address"},
    {TEXT(" \t\r\n"), "empty", 0, "no address"},
    {TEXT("mailto:a@b.cd"), "url", 0, "URL"},
    {TEXT(" MailTo:a@b.cd"), "url", 1, "URL"},
    {TEXT("https://b.cd/"), "url", 0, "URL"},
    {TEXT("<>"), "null-path", 0, "bounce"},
    {TEXT(" <> "), "null-path", 1, "bounce"},
    {TEXT("<a@b.cd"), "angle-bracket", 0, "pair"},
    {TEXT("a@b.cd>"), "angle-bracket", 6, "pair"},
    {TEXT("<"), "angle-bracket", 0, "pair"},
    {TEXT(">"), "angle-bracket", 0, "pair"},
    {TEXT("<a@b.cd> x"), "angle-bracket", 0, "pair"},
    {TEXT("a<b@c.de"), "angle-bracket", 1, "pair"},
    {TEXT("Alice <a@b.cd>"), "display-name", 0, "name"},
    {TEXT(" Doe, John <a@b.cd>"), "display-name", 1, "name"},
    {TEXT("\"Doe, John\" <a@b.cd>"), "display-name", 0, "name"},
    {TEXT("a@b.cd <a@b.cd>"), "display-name", 0, "name"},
    {TEXT("Alice <>"), "display-name", 0, "name"},
    {TEXT("<@a,@b:user@c.de>"), "source-route", 1, "source route"},
    {TEXT("@a:user@c.de"), "source-route", 0, "source route"},
    {TEXT("a@b.cd, c@d.ef"), "several-addresses", 6, "more than one"},
    {TEXT("a@b.cd;c@d.ef"), "several-addresses", 6, "more than one"},
    {TEXT("a@b.cd c@d.ef"), "several-addresses", 6, "more than one"},
    {TEXT("a@b.cd\nc@d.ef"), "several-addresses", 6, "more than one"},
    {TEXT("A <a@b.cd>, C <c@d.ef>"), "several-addresses", 10, "more than one"},
    {TEXT("<a@b.cd> <c@d.ef>"), "several-addresses", 8, "more than one"},
    {TEXT("\"x\"@b.cd,c@d.ef"), "several-addresses", 8, "more than one"},
};

START_TEST(refuses)
{
    check_refusal(&refused[_i]);
}
END_TEST

START_TEST(long_input_is_not_looked_into)
{
    struct arena arena;
    arena_init(&arena);
    char text[3000];
    memset(text, 'a', sizeof text);
    memset(text, ' ', 10);
    text[11] = '!';
    const struct rcpt_address *address = mailbox_parse(&arena, text, 10 + 1024);
    ck_assert_str_eq(address->error->id, "domain-character");
    address = mailbox_parse(&arena, text, 10 + 1025);
    ck_assert_str_eq(address->error->id, "too-long");
    ck_assert_uint_eq(address->error->position, 10 + 1024);
    address = mailbox_parse(&arena, text, sizeof text);
    ck_assert_str_eq(address->error->id, "too-long");
    arena_clear(&arena);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("mailbox_outline");
    TCase *tests = tcase_create("mailbox_outline");
    tcase_add_loop_test(tests, refuses, 0, ROWS(refused));
    tcase_add_test(tests, long_input_is_not_looked_into);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
