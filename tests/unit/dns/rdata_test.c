/* rdata_test.c - src/dns/rdata.c, rdata_parse.c */
#include "dns/rdata.h"

#include <string.h>

#include "unit.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

static struct arena arena;

static void set_up(void)
{
    arena_init(&arena);
}

static void tear_down(void)
{
    arena_clear(&arena);
}

/* Text in, text out; NULL where it is not of the form. */
static const struct {
    const char *title;
    uint16_t type;
    const char *text, *written;
} forms[] = {
    {"A", DNS_TYPE_A, "192.0.2.1", "192.0.2.1"},
    {"A of another family", DNS_TYPE_A, "2001:db8::1", NULL},
    {"A with a zero in front", DNS_TYPE_A, "192.0.2.01", NULL},
    {"A twice", DNS_TYPE_A, "192.0.2.1 192.0.2.2", NULL},
    {"A, spaces around", DNS_TYPE_A, "  192.0.2.1\t", "192.0.2.1"},
    {"A, nothing", DNS_TYPE_A, "", NULL},
    {"AAAA", DNS_TYPE_AAAA, "2001:DB8:0:0:0:0:0:1", "2001:db8::1"},
    {"AAAA of another family", DNS_TYPE_AAAA, "192.0.2.1", NULL},
    {"MX", DNS_TYPE_MX, "10 MX.example.com.", "10 mx.example.com."},
    {"MX without final dot", DNS_TYPE_MX, "10 mx.example.com", "10 mx.example.com."},
    {"null MX", DNS_TYPE_MX, "0 .", "0 ."},
    {"MX 65535", DNS_TYPE_MX, "65535 a.", "65535 a."},
    {"MX 65536", DNS_TYPE_MX, "65536 a.", NULL},
    {"MX with a huge number", DNS_TYPE_MX, "99999999999 a.", NULL},
    {"MX with more digits than any number", DNS_TYPE_MX, "00000000000000000000000000010 a.", NULL},
    {"MX below zero", DNS_TYPE_MX, "-1 a.", NULL},
    {"MX with a sign", DNS_TYPE_MX, "+1 a.", NULL},
    {"MX without a name", DNS_TYPE_MX, "10", NULL},
    {"MX without a number", DNS_TYPE_MX, "mx.example.com.", NULL},
    {"MX with a bad name", DNS_TYPE_MX, "10 a..b.", NULL},
    {"MX with more behind it", DNS_TYPE_MX, "10 a. b.", NULL},
    {"MX with octets in its name", DNS_TYPE_MX, "10 a\\032b\\.c.d.", "10 a\\032b\\.c.d."},
    {"NS", DNS_TYPE_NS, "ns.example.", "ns.example."},
    {"CNAME", DNS_TYPE_CNAME, "a.example.", "a.example."},
    {"PTR", DNS_TYPE_PTR, "host.example.", "host.example."},
    {"SOA", DNS_TYPE_SOA, "ns. host. 1 2 3 4 4294967295", "ns. host. 1 2 3 4 4294967295"},
    {"SOA, a number too many", DNS_TYPE_SOA, "ns. host. 1 2 3 4 5 6", NULL},
    {"SOA, a number too few", DNS_TYPE_SOA, "ns. host. 1 2 3 4", NULL},
    {"SOA past 32 bits", DNS_TYPE_SOA, "ns. host. 4294967296 2 3 4 5", NULL},
    {"TLSA", DNS_TYPE_TLSA, "3 1 1 0AFf", "3 1 1 0aff"},
    {"TLSA with spaces", DNS_TYPE_TLSA, "3 1 1 0a ff", "3 1 1 0aff"},
    {"TLSA without data", DNS_TYPE_TLSA, "3 1 0", "3 1 0"},
    {"TLSA, odd digits", DNS_TYPE_TLSA, "3 1 1 0af", NULL},
    {"TLSA, no digit", DNS_TYPE_TLSA, "3 1 1 0g", NULL},
    {"TLSA, usage 256", DNS_TYPE_TLSA, "256 1 1 00", NULL},
    {"TXT", DNS_TYPE_TXT, "\"v=spf1 -all\"", "\"v=spf1 -all\""},
    {"TXT, empty", DNS_TYPE_TXT, "\"\"", "\"\""},
    {"TXT, two strings", DNS_TYPE_TXT, "\"a\" \"b\"", "\"ab\""},
    {"TXT, strings that touch", DNS_TYPE_TXT, "\"a\"\"b\"", NULL},
    {"TXT, escapes", DNS_TYPE_TXT, "\"\\\"\\\\\\000\\255\\097\\b\"", "\"\\\"\\\\\\000\\255ab\""},
    {"TXT, no marks", DNS_TYPE_TXT, "abc", NULL},
    {"TXT, nothing", DNS_TYPE_TXT, "", NULL},
    {"TXT without an end", DNS_TYPE_TXT, "\"abc", NULL},
    {"TXT, end is escaped", DNS_TYPE_TXT, "\"abc\\\"", NULL},
    {"TXT, backslash at the end", DNS_TYPE_TXT, "\"abc\\", NULL},
    {"TXT, escape past 255", DNS_TYPE_TXT, "\"\\256\"", NULL},
    {"TXT, short escape", DNS_TYPE_TXT, "\"\\25\"", NULL},
    {"TXT, bare octets past ASCII", DNS_TYPE_TXT, "\"\303\251\"", NULL},
    {"TXT, bare control character", DNS_TYPE_TXT, "\"\t\"", NULL},
    {"TXT, more behind it", DNS_TYPE_TXT, "\"a\" b", NULL},
    {"a type without a reader", 257, "0 issue \"ca.example\"", NULL},
};

START_TEST(text_forms)
{
    struct dns_record record;
    bool good = dns_rdata_parse(&arena, forms[_i].type, forms[_i].text, &record);
    ck_assert_msg(good == (forms[_i].written != NULL), "%s", forms[_i].title);
    if (good)
        ck_assert_str_eq(dns_rdata_text(&arena, forms[_i].type, &record), forms[_i].written);
}
END_TEST

START_TEST(values)
{
    struct dns_record record;
    ck_assert(dns_rdata_parse(&arena, DNS_TYPE_MX, "258 Mx.Example.", &record));
    ck_assert_uint_eq(record.mx.preference, 258);
    ck_assert_str_eq(record.mx.exchange, "mx.example");
    ck_assert(dns_rdata_parse(&arena, DNS_TYPE_SOA, "a. b. 1 2 3 4 5", &record));
    ck_assert_str_eq(record.soa.mname, "a");
    ck_assert_str_eq(record.soa.rname, "b");
    ck_assert_uint_eq(record.soa.serial, 1);
    ck_assert_uint_eq(record.soa.refresh, 2);
    ck_assert_uint_eq(record.soa.retry, 3);
    ck_assert_uint_eq(record.soa.expire, 4);
    ck_assert_uint_eq(record.soa.minimum, 5);
    ck_assert(dns_rdata_parse(&arena, DNS_TYPE_TLSA, "2 1 0 00ff", &record));
    ck_assert_uint_eq(record.tlsa.usage, 2);
    ck_assert_uint_eq(record.tlsa.selector, 1);
    ck_assert_uint_eq(record.tlsa.matching, 0);
    ck_assert_uint_eq(record.tlsa.length, 2);
    ck_assert_mem_eq(record.tlsa.bytes, "\0\377", 2);
    ck_assert(dns_rdata_parse(&arena, DNS_TYPE_TXT, "\"a\\000b\"", &record));
    ck_assert_uint_eq(record.txt.length, 3);
    ck_assert_mem_eq(record.txt.bytes, "a\0b", 4);
}
END_TEST

/* Strings are cut at 255 octets, and longer ones are not taken. */
START_TEST(long_txt)
{
    static const size_t lengths[] = {254, 255, 256, 510, 511, 65279};
    size_t n = lengths[_i];
    unsigned char *bytes = arena_alloc(&arena, n + 1);
    for (size_t i = 0; i < n; i++)
        bytes[i] = (unsigned char)i;
    struct dns_record record = {.txt = {bytes, n}}, again;
    char *text = dns_rdata_text(&arena, DNS_TYPE_TXT, &record);
    ck_assert(dns_rdata_parse(&arena, DNS_TYPE_TXT, text, &again));
    ck_assert_uint_eq(again.txt.length, n);
    ck_assert_mem_eq(again.txt.bytes, bytes, n);
    size_t cuts = 0;
    for (const char *p = text; (p = strstr(p, "\" \"")) != NULL; p++)
        cuts++;
    ck_assert_uint_ge(cuts, (n - 1) / 255);

    char *one = arena_alloc(&arena, n + 3);
    memset(one, 'x', n + 2);
    one[0] = one[n + 1] = '"';
    ck_assert_int_eq(dns_rdata_parse(&arena, DNS_TYPE_TXT, one, &again), n <= 255);
}
END_TEST

/* 257 strings of 254 octets are 65535 octets with their lengths: as much as a record can hold. */
START_TEST(txt_too_long)
{
    size_t strings = (size_t)(256 + _i);
    char *text = arena_alloc(&arena, strings * 258 + 1), *p = text;
    for (size_t i = 0; i < strings; i++) {
        *p++ = '"';
        memset(p, 'x', 254);
        p += 254;
        *p++ = '"';
        *p++ = ' ';
    }
    struct dns_record record;
    ck_assert_int_eq(dns_rdata_parse(&arena, DNS_TYPE_TXT, text, &record), _i <= 1);
}
END_TEST

static const struct dns_record two_mx[] = {{.mx = {10, "mx.example"}}, {.mx = {20, "."}}};
static const char *const two_aliases[] = {"b.example", "c.example"};

static const struct {
    const char *title;
    struct dns_answer answer;
    const char *lines[5];
} answers[] = {
    {"records",
     {.status = DNS_NOERROR,
      .type = DNS_TYPE_MX,
      .name = "a.example",
      .records = two_mx,
      .n_records = 2,
      .extended_error = -1},
     {"a.example. MX 10 mx.example.", "a.example. MX 20 ."}},
    {"aliases and records",
     {.status = DNS_NOERROR,
      .type = DNS_TYPE_MX,
      .name = "a.example",
      .aliases = two_aliases,
      .n_aliases = 2,
      .canonical = "c.example",
      .records = two_mx,
      .n_records = 1,
      .extended_error = -1},
     {"a.example. CNAME b.example.", "b.example. CNAME c.example.",
      "c.example. MX 10 mx.example."}},
    {"alias to nothing",
     {.status = DNS_NXDOMAIN,
      .type = DNS_TYPE_A,
      .name = "a.example",
      .aliases = two_aliases,
      .n_aliases = 1,
      .canonical = "b.example",
      .extended_error = -1,
      .reason = ""},
     {"a.example. CNAME b.example.", "b.example. A: NXDOMAIN (the name does not exist)"}},
    {"NODATA",
     {.status = DNS_NODATA, .type = DNS_TYPE_MX, .name = "a.example", .extended_error = -1},
     {"a.example. MX: no such record"}},
    {"NODATA with an extended error",
     {.status = DNS_NODATA,
      .type = DNS_TYPE_MX,
      .name = "a.example",
      .extended_error = 17,
      .extended_text = ""},
     {"a.example. MX: no such record (extended error 17 Filtered)"}},
    {"NXDOMAIN of the root's child",
     {.status = DNS_NXDOMAIN,
      .type = 4711,
      .name = "a",
      .extended_error = 15,
      .extended_text = "by policy"},
     {"a. TYPE4711: NXDOMAIN (the name does not exist; extended error 15 Blocked: by policy)"}},
    {"SERVFAIL, reason says no more",
     {.status = DNS_SERVFAIL,
      .type = DNS_TYPE_MX,
      .name = "a.example",
      .extended_error = -1,
      .reason = "the resolver answered SERVFAIL"},
     {"a.example. MX: SERVFAIL"}},
    {"SERVFAIL with everything",
     {.status = DNS_SERVFAIL,
      .type = DNS_TYPE_MX,
      .name = "a.example",
      .extended_error = 22,
      .extended_text = "at delegation",
      .reason = "127.0.0.1:53 answered SERVFAIL"},
     {"a.example. MX: SERVFAIL (127.0.0.1:53 answered SERVFAIL; extended error 22 No Reachable "
      "Authority: at delegation)"}},
    {"an unknown extended error",
     {.status = DNS_SERVFAIL,
      .type = DNS_TYPE_MX,
      .name = "a.example",
      .extended_error = 4711,
      .extended_text = "x"},
     {"a.example. MX: SERVFAIL (extended error 4711: x)"}},
    {"REFUSED",
     {.status = DNS_REFUSED,
      .type = DNS_TYPE_MX,
      .name = ".",
      .extended_error = -1,
      .reason = "the resolver answered NOTIMP"},
     {". MX: REFUSED (the resolver answered NOTIMP)"}},
    {"malformed",
     {.status = DNS_MALFORMED,
      .type = DNS_TYPE_MX,
      .name = "a.example",
      .extended_error = -1,
      .reason = "CNAME loop"},
     {"a.example. MX: malformed answer (CNAME loop)"}},
    {"timeout",
     {.status = DNS_TIMEOUT,
      .type = DNS_TYPE_MX,
      .name = "a.example",
      .extended_error = -1,
      .reason = "the deadline of 15 s has passed"},
     {"a.example. MX: no answer (the deadline of 15 s has passed)"}},
    {"pending",
     {.status = DNS_PENDING, .type = DNS_TYPE_MX, .name = "a.example", .extended_error = -1},
     {"a.example. MX: not known yet"}},
    {"a question that is no name",
     {.status = DNS_MALFORMED,
      .type = DNS_TYPE_MX,
      .name = "a\033[1m",
      .extended_error = -1,
      .reason = "no name"},
     {"a\\u{001B}[1m. MX: malformed answer (no name)"}},
};

START_TEST(answer_lines)
{
    const char *const *lines = dns_answer_lines(&arena, &answers[_i].answer);
    size_t i = 0;
    for (; answers[_i].lines[i] != NULL; i++) {
        ck_assert_msg(lines[i] != NULL, "%s: line %zu is missing", answers[_i].title, i);
        ck_assert_str_eq(lines[i], answers[_i].lines[i]);
    }
    ck_assert_ptr_null(lines[i]);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dns/rdata");
    TCase *tcase = tcase_create("rdata");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, text_forms, 0, COUNT(forms));
    tcase_add_test(tcase, values);
    tcase_add_loop_test(tcase, long_txt, 0, 6);
    tcase_add_loop_test(tcase, txt_too_long, 0, 3);
    tcase_add_loop_test(tcase, answer_lines, 0, COUNT(answers));
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
