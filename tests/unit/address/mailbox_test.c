/*
 * mailbox_test.c - src/address/mailbox.c: addresses that are taken with all they mean, and the
 * defects of domains, address literals and the whole; limits at both sides
 */
#include "refusal.h"

/* A domain of 189 octets: with a local-part of 64 and the "@" it makes 254. */
#define D189 L63 "." L63 "." L60 "a"

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
    const char *text, *local, *domain, *ascii, *unicode;
    bool smtputf8;
} taken[] = {
    {"alice@mail.cd", "alice", "mail.cd", "mail.cd", NULL, false},
    {"Alice@Mail.CD", "Alice", "mail.cd", "mail.cd", NULL, false},
    {"a@b.cd", "a", "b.cd", "b.cd", NULL, false},
    {"  a@b.cd\t\r\n", "a", "b.cd", "b.cd", NULL, false},
    {"<a@b.cd>", "a", "b.cd", "b.cd", NULL, false},
    {" <a@b.cd> ", "a", "b.cd", "b.cd", NULL, false},
    {"a.b.c@d.ef", "a.b.c", "d.ef", "d.ef", NULL, false},
    {"!#$%&'*+-/=?^_`{|}~@b.cd", "!#$%&'*+-/=?^_`{|}~", "b.cd", "b.cd", NULL, false},
    {"0@b.cd", "0", "b.cd", "b.cd", NULL, false},
    {"user+tag@b.cd", "user+tag", "b.cd", "b.cd", NULL, false},
    {"mailto@b.cd", "mailto", "b.cd", "b.cd", NULL, false},
    {"\"a b\"@b.cd", "\"a b\"", "b.cd", "b.cd", NULL, false},
    {"\"\"@b.cd", "\"\"", "b.cd", "b.cd", NULL, false},
    {"\"a@b\"@b.cd", "\"a@b\"", "b.cd", "b.cd", NULL, false},
    {"\"a@b, c@d\"@b.cd", "\"a@b, c@d\"", "b.cd", "b.cd", NULL, false},
    {"\"<\"@b.cd", "\"<\"", "b.cd", "b.cd", NULL, false},
    {"\"a\\\"b\\\\\\ \"@b.cd", "\"a\\\"b\\\\\\ \"", "b.cd", "b.cd", NULL, false},
    {"\".a..b.\"@b.cd", "\".a..b.\"", "b.cd", "b.cd", NULL, false},
    {"\"mailto:x\"@b.cd", "\"mailto:x\"", "b.cd", "b.cd", NULL, false},
    {"j\u00F6rg@b.cd", "j\u00F6rg", "b.cd", "b.cd", NULL, true},
    {"\"j\u00F6 rg\"@b.cd", "\"j\u00F6 rg\"", "b.cd", "b.cd", NULL, true},
    {"a@b\u00FCcher.cd", "a", "b\u00FCcher.cd", "xn--bcher-kva.cd", "b\u00FCcher.cd", false},
    {"\U0001F600@B\u00DCcher.cd", "\U0001F600", "b\u00FCcher.cd", "xn--bcher-kva.cd",
     "b\u00FCcher.cd", true},
    {"a@xn--bcher-kva.cd", "a", "xn--bcher-kva.cd", "xn--bcher-kva.cd", "b\u00FCcher.cd", false},
    {"a@b\u00ADc.cd", "a", "bc.cd", "bc.cd", NULL, false},
    {"a@[192.31.196.1]", "a", "[192.31.196.1]", NULL, NULL, false},
    {"a@[IPv6:2620:4f:8000::6]", "a", "[IPv6:2620:4f:8000::6]", NULL, NULL, false},
    {"a@[ipV6:2620:4f:8000::6]", "a", "[ipV6:2620:4f:8000::6]", NULL, NULL, false},
    {"<\"a b\"@[192.31.196.1]>", "\"a b\"", "[192.31.196.1]", NULL, NULL, false},
    {"[192.31.196.1]", NULL, "[192.31.196.1]", NULL, NULL, false},
    {"b.cd", NULL, "b.cd", "b.cd", NULL, false},
    {"B.cd.", NULL, "b.cd", "b.cd", NULL, false},
    {"<b.cd>", NULL, "b.cd", "b.cd", NULL, false},
    {"b\u00FCcher.cd", NULL, "b\u00FCcher.cd", "xn--bcher-kva.cd", "b\u00FCcher.cd", false},
    {L64 "@b.cd", L64, "b.cd", "b.cd", NULL, false},
    {"\"" L60 "ab\"@b.cd", "\"" L60 "ab\"", "b.cd", "b.cd", NULL, false}, /* quotes count */
    {"\u00E9\u00E9" L60 "@b.cd", "\u00E9\u00E9" L60, "b.cd", "b.cd", NULL, true},
    {L64 "@" D189, L64, D189, D189, NULL, false},
    {"<" L64 "@" D189 ">", L64, D189, D189, NULL, false},
};

START_TEST(takes)
{
    const struct rcpt_address *address = parse(taken[_i].text);
    ck_assert_msg(address->valid, "%s: %s", taken[_i].text,
                  address->error != NULL ? address->error->id : "");
    ck_assert_ptr_null(address->error);
    ck_assert_pstr_eq(address->local, taken[_i].local);
    ck_assert_pstr_eq(address->domain, taken[_i].domain);
    ck_assert_pstr_eq(address->ascii_domain, taken[_i].ascii);
    ck_assert_pstr_eq(address->unicode_domain, taken[_i].unicode);
    ck_assert_int_eq(address->smtputf8, taken[_i].smtputf8);
    ck_assert_int_eq(address->literal, taken[_i].ascii == NULL);
    ck_assert_ptr_null(address->problems);
}
END_TEST

static const struct refusal refused[] = {
    {TEXT(L64 "@" D189 "b"), "path-too-long", 254, "254 octets"},
    {TEXT("<" L64 "@" D189 "b>"), "path-too-long", 255, "254 octets"},
    {TEXT("a@.b.cd"), "domain-empty-label", 2, "empty label"},
    {TEXT("a@b..cd"), "domain-empty-label", 4, "empty label"},
    {TEXT(".b.cd"), "domain-empty-label", 0, "empty label"},
    {TEXT("."), "domain-empty-label", 0, "empty label"},
    {TEXT("b.cd.."), "domain-empty-label", 5, "empty label"},
    {TEXT("a@b.cd."), "domain-final-dot", 6, "ends with a dot"},
    {TEXT("a@" L63 "d.ef"), "domain-label-too-long", 65, "63 octets"},
    {TEXT("a@" L63 "." L63 "." L63 "." L60 "ab"), "domain-too-long", 255, "253 characters"},
    {TEXT("a@b!.cd"), "domain-character", 3, "\"!\""},
    {TEXT("a@b.cd,"), "domain-character", 6, "\",\""},
    {TEXT("a@b[c.de"), "domain-character", 3, "\"[\""},
    {TEXT("a@b.cd\0x"), "domain-character", 6, "\\u{0000}"},
    {TEXT("\0"), "domain-character", 0, "\\u{0000}"},
    {TEXT("a@b c.de"), "domain-space", 3, "space"},
    {TEXT("a@ b.cd"), "domain-space", 2, "space"},
    {TEXT("< >"), "domain-space", 1, "space"},
    {TEXT("a@-b.cd"), "domain-hyphen", 2, "hyphen"},
    {TEXT("a@b-.cd"), "domain-hyphen", 3, "hyphen"},
    {TEXT("a@b\xFF.cd"), "domain-utf8", 3, "UTF-8"},
    {TEXT("a@b.\u2764.cd"), "domain-idna", 4, "symbol"},
    {TEXT("a@xn--zzzzzzzzzzzz"), "domain-idna", 2, "Punycode"},
    {TEXT("a@192.0.2.1"), "domain-ip", 2, "without brackets"},
    {TEXT("192.0.2.1"), "domain-ip", 0, "without brackets"},
    {TEXT(" 2001:db8::1"), "domain-ip", 1, "without brackets"},
    {TEXT("a@["), "literal-open", 2, "closing bracket"},
    {TEXT("a@[192.0.2.1"), "literal-open", 2, "closing bracket"},
    {TEXT("a@[]"), "literal-bad", 3, "no IP address"},
    {TEXT("a@[192.0.2.256]"), "literal-bad", 3, "no IP address"},
    {TEXT("a@[192.0.2]"), "literal-bad", 3, "no IP address"},
    {TEXT("a@[ 192.0.2.1]"), "literal-bad", 3, "no IP address"},
    {TEXT("a@[192.0.2.1\0]"), "literal-bad", 3, "no IP address"},
    {TEXT("a@[IPv6:192.0.2.1]"), "literal-bad", 3, "no IP address"},
    {TEXT("a@[IPv6:]"), "literal-bad", 3, "no IP address"},
    {TEXT("a@[IPv6:2001:db8::g]"), "literal-bad", 3, "no IP address"},
    {TEXT("a@[fe80::1%eth0]"), "literal-bad", 3, "no IP address"},
    {TEXT("a@[b.cd]"), "literal-bad", 3, "no IP address"},
    {TEXT("a@[:x]"), "literal-bad", 3, "no IP address"},
    {TEXT("a@[192.0.2.1]b"), "literal-bad", 13, "behind"},
    {TEXT("a@[192.0.2.1]]"), "literal-bad", 13, "behind"},
    {TEXT("a@[2001:db8::1]"), "literal-ipv6-tag", 3, "\"IPv6:\""},
    {TEXT("[::1]"), "literal-ipv6-tag", 1, "\"IPv6:\""},
    {TEXT("a@[x400:c=us]"), "literal-unknown-tag", 3, "tag"},
    {TEXT("a@[IPv4:192.0.2.1]"), "literal-unknown-tag", 3, "tag"},
    {TEXT("a@[abcde:1]"), "literal-unknown-tag", 3, "tag"},
};

START_TEST(refuses)
{
    check_refusal(&refused[_i]);
}
END_TEST

START_TEST(nothing_is_read_past_the_length)
{
    const struct rcpt_address *address = mailbox_parse(&arena, "a@b.cd.ef", 6);
    ck_assert_str_eq(address->domain, "b.cd");
    address = mailbox_parse(&arena, "a@b.cd", 1);
    ck_assert_str_eq(address->ascii_domain, "a");
    address = mailbox_parse(&arena, "[192.0.2.1]", 10);
    ck_assert_str_eq(address->error->id, "literal-open");
    address = mailbox_parse(&arena, "\"a\"@b", 3);
    ck_assert_str_eq(address->error->id, "no-domain");
}
END_TEST

/* Every prefix of an address in memory of exactly its size: AddressSanitizer sees one octet more.
 */
START_TEST(every_prefix_is_safe)
{
    const char *text = "<\"a\\\"\u00E9\"@b\u00FCcher.xn--bcher-kva>";
    for (size_t length = 0; length <= strlen(text); length++) {
        char *copy = malloc(length > 0 ? length : 1);
        memcpy(copy, text, length);
        const struct rcpt_address *address = mailbox_parse(&arena, copy, length);
        ck_assert_int_eq(address->valid, length == strlen(text));
        free(copy);
    }
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("mailbox");
    TCase *tests = tcase_create("mailbox");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_loop_test(tests, takes, 0, ROWS(taken));
    tcase_add_loop_test(tests, refuses, 0, ROWS(refused));
    tcase_add_test(tests, nothing_is_read_past_the_length);
    tcase_add_test(tests, every_prefix_is_safe);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
