/*
 * mailbox_local_test.c - src/address/mailbox_local.c: every defect of a local-part, with its place
 */
#include "refusal.h"

static const struct refusal refused[] = {
    {TEXT("a@b@c.de"), "two-ats", 1, "only in quotes"},
    {TEXT("\"a\"@b@c.de"), "two-ats", 3, "only in quotes"},
    {TEXT("a@@c.de"), "two-ats", 1, "only in quotes"},
    {TEXT("@b.cd"), "no-local", 0, "no local-part"},
    {TEXT("<@b.cd>"), "no-local", 1, "no local-part"},
    {TEXT("@[IPv6:::1]"), "no-local", 0, "no local-part"},
    {TEXT("@"), "no-local", 0, "no local-part"},
    {TEXT("a@"), "no-domain", 2, "no domain"},
    {TEXT("<a@>"), "no-domain", 3, "no domain"},
    {TEXT("\"a\""), "no-domain", 3, "no domain"},
    {TEXT("\"a@b.cd\""), "no-domain", 8, "no domain"},
    {TEXT(L64 "e@b.cd"), "local-too-long", 64, "64 octets"},
    {TEXT("<" L64 "e@b.cd>"), "local-too-long", 65, "64 octets"},
    {TEXT("\"" L60 "abc\"@b.cd"), "local-too-long", 64, "64 octets"},
    {TEXT("\u00E9\u00E9a" L60 "@b.cd"), "local-too-long", 64, "64 octets"},
    {TEXT(".a@b.cd"), "local-dot", 0, "begins with a dot"},
    {TEXT("a.@b.cd"), "local-dot", 1, "ends with a dot"},
    {TEXT("a..b@b.cd"), "local-dot", 2, "two dots in a row"},
    {TEXT("a..@b.cd"), "local-dot", 2, "two dots in a row"},
    {TEXT(".@b.cd"), "local-dot", 0, "begins with a dot"},
    {TEXT("a b@b.cd"), "local-character", 1, "a space"},
    {TEXT("a\tb@b.cd"), "local-character", 1, "a space"},
    {TEXT("a(x)@b.cd"), "local-character", 1, "\"(\""},
    {TEXT("a,b@b.cd"), "local-character", 1, "\",\""},
    {TEXT("a:b@b.cd"), "local-character", 1, "\":\""},
    {TEXT("a\\b@b.cd"), "local-character", 1, "\"\\\""},
    {TEXT("a[b@b.cd"), "local-character", 1, "\"[\""},
    {TEXT("a\"b\"@b.cd"), "local-character", 1, "\"\"\""},
    {TEXT("<<a@b.cd>>"), "local-character", 1, "\"<\""},
    {TEXT("\"ab@b.cd"), "local-quote", 0, "not closed"},
    {TEXT("<\"ab@b.cd>"), "local-quote", 1, "not closed"},
    {TEXT("\"a\\\"@b.cd"), "local-quote", 0, "not closed"},
    {TEXT("\"a\"b@b.cd"), "local-quote", 3, "between"},
    {TEXT("\"a\".b@b.cd"), "local-quote", 3, "between"},
    {TEXT("\"a\\\x01\"@b.cd"), "local-quote", 2, "backslash"},
    {TEXT("\"a\\\x7F\"@b.cd"), "local-quote", 2, "backslash"},
    {TEXT("\"a\\\u00E9\"@b.cd"), "local-quote", 2, "backslash"},
    {TEXT("\"a@b.cd\\"), "local-quote", 7, "backslash"},
    {TEXT("a\xFF@b.cd"), "local-utf8", 1, "UTF-8"},
    {TEXT("a\xC3@b.cd"), "local-utf8", 1, "UTF-8"},
    {TEXT("\"a\xC3\"@b.cd"), "local-utf8", 2, "UTF-8"},
    {TEXT("a\xED\xA0\x80@b.cd"), "local-utf8", 1, "UTF-8"},
    {TEXT("a\0b@b.cd"), "local-control", 1, "control"},
    {TEXT("a\x01@b.cd"), "local-control", 1, "control"},
    {TEXT("a\x7F@b.cd"), "local-control", 1, "control"},
    {TEXT("a\nb@b.cd"), "local-control", 1, "control"},
    {TEXT("\"a\0\"@b.cd"), "local-control", 2, "control"},
    {TEXT("\"a\tb\"@b.cd"), "local-control", 2, "control"},
    {TEXT("a\xC2\x85@b.cd"), "local-control", 1, "invisible"},
    {TEXT("a\u200Bb@b.cd"), "local-control", 1, "invisible"},
    {TEXT("\"a\u202Eb\"@b.cd"), "local-control", 2, "invisible"},
};

START_TEST(refuses)
{
    check_refusal(&refused[_i]);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("mailbox_local");
    TCase *tests = tcase_create("mailbox_local");
    tcase_add_loop_test(tests, refuses, 0, ROWS(refused));
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
