/*
 * ip_test.c - src/address/ip.c: reading strictly, writing by RFC 5952, comparing
 */
#include "address/ip.h"

#include <string.h>

#include "unit.h"

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

static const struct {
    const char *text;
    unsigned char family; /* 0: no address */
    const char *written;
} addresses[] = {
    {"192.0.2.1", 4, "192.0.2.1"},
    {"0.0.0.0", 4, "0.0.0.0"},
    {"255.255.255.255", 4, "255.255.255.255"},
    {"256.0.0.0", 0, ""},
    {"1.2.3", 0, ""},
    {"1.2.3.4.5", 0, ""},
    {"1.2.3.04", 0, ""},
    {"01.2.3.4", 0, ""},
    {"1.2.3.00", 0, ""},
    {"1..3.4", 0, ""},
    {".1.2.3.4", 0, ""},
    {"1.2.3.4.", 0, ""},
    {" 1.2.3.4", 0, ""},
    {"1.2.3.4 ", 0, ""},
    {"1.2.3.4\n", 0, ""},
    {"0x1.2.3.4", 0, ""},
    {"-1.2.3.4", 0, ""},
    {"", 0, ""},
    {"example.com", 0, ""},
    {"::", 6, "::"},
    {"::1", 6, "::1"},
    {"1::", 6, "1::"},
    {"2001:DB8::A", 6, "2001:db8::a"},
    {"2001:0db8:0000:0000:0000:0000:0000:0001", 6, "2001:db8::1"},
    {"2001:db8:0:1:1:1:1:1", 6, "2001:db8:0:1:1:1:1:1"}, /* RFC 5952 section 4.2.2 */
    {"2001:db8::1:0:0:1", 6, "2001:db8::1:0:0:1"},       /* section 4.2.3: the first of two */
    {"2001:0:0:1:0:0:0:1", 6, "2001:0:0:1::1"},          /* section 4.2.3: the longest */
    {"::ffff:192.0.2.1", 6, "::ffff:192.0.2.1"},
    {"64:ff9b::192.0.2.1", 6, "64:ff9b::c000:201"},
    {"1:2:3:4:5:6:7:8", 6, "1:2:3:4:5:6:7:8"},
    {"1:2:3:4:5:6:192.0.2.1", 6, "1:2:3:4:5:6:c000:201"},
    {"ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255", 6,
     "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"}, /* the longest text there is */
    {"1:2:3:4:5:6:7", 0, ""},
    {"1:2:3:4:5:6:7:8:9", 0, ""},
    {"1::2::3", 0, ""},
    {":::", 0, ""},
    {":", 0, ""},
    {":1::", 0, ""},
    {"12345::", 0, ""},
    {"g::", 0, ""},
    {"::192.0.2.256", 0, ""},
    {"::192.0.2", 0, ""},
    {"fe80::1%eth0", 0, ""},
    {"[::1]", 0, ""},
    {"IPv6:::1", 0, ""},
    {"::1/128", 0, ""},
    {"0ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255", 0, ""}, /* an octet too long */
};

START_TEST(reads_and_writes)
{
    struct ip ip = {.family = 99};
    bool read = ip_parse(&ip, addresses[_i].text);
    ck_assert_msg(read == (addresses[_i].family != 0), "\"%s\"", addresses[_i].text);
    ck_assert_uint_eq(ip.family, read ? addresses[_i].family : 99);
    if (!read)
        return;
    char text[IP_TEXT_SIZE];
    ck_assert_ptr_eq(ip_format(&ip, text), text);
    ck_assert_str_eq(text, addresses[_i].written);
    struct ip again;
    ck_assert(ip_parse(&again, text));
    ck_assert(ip_equal(&ip, &again));
}
END_TEST

START_TEST(bytes_need_no_zero)
{
    struct ip ip;
    ck_assert(ip_parse_bytes(&ip, "192.0.2.10", 9));
    ck_assert_uint_eq(ip.octet[3], 1);
    ck_assert(!ip_parse_bytes(&ip, "192.0.2.1\0", 10));
    ck_assert(!ip_parse_bytes(&ip, "192.0.2.1\0x", 11));
    ck_assert(!ip_parse_bytes(&ip, "", 0));
    ck_assert(!ip_parse_bytes(&ip, NULL, 0));
}
END_TEST

START_TEST(octets_make_addresses)
{
    const unsigned char v4[4] = {192, 0, 2, 1};
    const unsigned char v6[16] = {0x20, 0x01, 0x0D, 0xB8, [15] = 1};
    struct ip ip;
    char text[IP_TEXT_SIZE];
    ip_from_v4(&ip, v4);
    ck_assert_uint_eq(ip.family, 4);
    ck_assert_str_eq(ip_format(&ip, text), "192.0.2.1");
    ip_from_v6(&ip, v6);
    ck_assert_uint_eq(ip.family, 6);
    ck_assert_str_eq(ip_format(&ip, text), "2001:db8::1");
}
END_TEST

START_TEST(equal_means_family_and_octets)
{
    struct ip a, b;
    ck_assert(ip_parse(&a, "1.2.3.4") && ip_parse(&b, "1.2.3.4"));
    ck_assert(ip_equal(&a, &b));
    b.octet[15] = 7; /* behind an IPv4 address nothing counts */
    ck_assert(ip_equal(&a, &b));
    b.octet[3] = 5;
    ck_assert(!ip_equal(&a, &b));
    ck_assert(ip_parse(&a, "102:304::") && ip_parse(&b, "1.2.3.4"));
    ck_assert(!ip_equal(&a, &b));
    ck_assert(ip_parse(&a, "::1") && ip_parse(&b, "::2"));
    ck_assert(!ip_equal(&a, &b));
}
END_TEST

static const struct {
    const char *address, *reversed;
} reverses[] = {
    {"192.0.2.1", "1.2.0.192"},
    {"255.254.253.252", "252.253.254.255"},
    {"4321:0:1:2:3:4:567:89ab", /* RFC 3596 section 2.5 */
     "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.1.2.3.4"},
    {"::ffff:127.0.0.2", "2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0"},
};

START_TEST(reverses_for_dns)
{
    struct ip ip;
    char text[IP_REVERSED_SIZE];
    ck_assert(ip_parse(&ip, reverses[_i].address));
    ck_assert_ptr_eq(ip_reversed(&ip, text), text);
    ck_assert_str_eq(text, reverses[_i].reversed);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("ip");
    TCase *tests = tcase_create("ip");
    tcase_add_loop_test(tests, reads_and_writes, 0, ROWS(addresses));
    tcase_add_test(tests, bytes_need_no_zero);
    tcase_add_test(tests, octets_make_addresses);
    tcase_add_test(tests, equal_means_family_and_octets);
    tcase_add_loop_test(tests, reverses_for_dns, 0, ROWS(reverses));
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
