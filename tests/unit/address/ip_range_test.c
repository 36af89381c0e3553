/*
 * ip_range_test.c - src/address/ip_range.c: both ends of the ranges, and the table itself
 */
#include <stdlib.h>
#include <string.h>

#include "address/ip.h"
#include "unit.h"

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

static const struct {
    const char *address;
    enum ip_kind kind;
    const char *prefix; /* NULL: in no range */
} addresses[] = {
    {"0.0.0.0", IP_UNSPECIFIED, "0.0.0.0/8"},
    {"0.255.255.255", IP_UNSPECIFIED, "0.0.0.0/8"},
    {"1.0.0.0", IP_PUBLIC, NULL},
    {"9.255.255.255", IP_PUBLIC, NULL},
    {"10.0.0.0", IP_PRIVATE, "10.0.0.0/8"},
    {"10.255.255.255", IP_PRIVATE, "10.0.0.0/8"},
    {"11.0.0.0", IP_PUBLIC, NULL},
    {"100.63.255.255", IP_PUBLIC, NULL},
    {"100.64.0.0", IP_PRIVATE, "100.64.0.0/10"},
    {"100.127.255.255", IP_PRIVATE, "100.64.0.0/10"},
    {"100.128.0.0", IP_PUBLIC, NULL},
    {"126.255.255.255", IP_PUBLIC, NULL},
    {"127.0.0.0", IP_LOOPBACK, "127.0.0.0/8"},
    {"127.255.255.255", IP_LOOPBACK, "127.0.0.0/8"},
    {"128.0.0.0", IP_PUBLIC, NULL},
    {"169.253.255.255", IP_PUBLIC, NULL},
    {"169.254.0.0", IP_LINK_LOCAL, "169.254.0.0/16"},
    {"169.254.255.255", IP_LINK_LOCAL, "169.254.0.0/16"},
    {"169.255.0.0", IP_PUBLIC, NULL},
    {"172.15.255.255", IP_PUBLIC, NULL},
    {"172.16.0.0", IP_PRIVATE, "172.16.0.0/12"},
    {"172.31.255.255", IP_PRIVATE, "172.16.0.0/12"},
    {"172.32.0.0", IP_PUBLIC, NULL},
    {"192.0.0.0", IP_RESERVED, "192.0.0.0/24"},
    {"192.0.1.0", IP_PUBLIC, NULL},
    {"192.0.1.255", IP_PUBLIC, NULL},
    {"192.0.2.0", IP_DOCUMENTATION, "192.0.2.0/24"},
    {"192.0.2.255", IP_DOCUMENTATION, "192.0.2.0/24"},
    {"192.0.3.0", IP_PUBLIC, NULL},
    {"192.31.196.1", IP_PUBLIC, NULL}, /* AS112, globally reachable */
    {"192.88.99.1", IP_RESERVED, "192.88.99.0/24"},
    {"192.167.255.255", IP_PUBLIC, NULL},
    {"192.168.0.0", IP_PRIVATE, "192.168.0.0/16"},
    {"192.168.255.255", IP_PRIVATE, "192.168.0.0/16"},
    {"192.169.0.0", IP_PUBLIC, NULL},
    {"192.175.48.6", IP_PUBLIC, NULL}, /* AS112 */
    {"198.17.255.255", IP_PUBLIC, NULL},
    {"198.18.0.0", IP_RESERVED, "198.18.0.0/15"},
    {"198.19.255.255", IP_RESERVED, "198.18.0.0/15"},
    {"198.20.0.0", IP_PUBLIC, NULL},
    {"198.51.100.7", IP_DOCUMENTATION, "198.51.100.0/24"},
    {"198.51.101.0", IP_PUBLIC, NULL},
    {"203.0.113.7", IP_DOCUMENTATION, "203.0.113.0/24"},
    {"223.255.255.255", IP_PUBLIC, NULL},
    {"224.0.0.0", IP_MULTICAST, "224.0.0.0/4"},
    {"239.255.255.255", IP_MULTICAST, "224.0.0.0/4"},
    {"240.0.0.0", IP_RESERVED, "240.0.0.0/4"},
    {"255.255.255.254", IP_RESERVED, "240.0.0.0/4"},
    {"255.255.255.255", IP_MULTICAST, "255.255.255.255/32"},
    {"::", IP_UNSPECIFIED, "::/128"},
    {"::1", IP_LOOPBACK, "::1/128"},
    {"::2", IP_RESERVED, "::/3"},
    {"::ffff:127.0.0.1", IP_LOOPBACK, "127.0.0.0/8"},
    {"::ffff:192.0.2.1", IP_DOCUMENTATION, "192.0.2.0/24"},
    {"::ffff:1.1.1.1", IP_PUBLIC, NULL},
    {"64:ff9b::1.1.1.1", IP_PUBLIC, NULL},
    {"64:ff9b::10.0.0.1", IP_PRIVATE, "10.0.0.0/8"},
    {"64:ff9b::1:1.1.1.1", IP_RESERVED, "::/3"}, /* not the /96 */
    {"64:ff9b:1::1", IP_PRIVATE, "64:ff9b:1::/48"},
    {"64:ff9b:2::", IP_RESERVED, "::/3"},
    {"100::1", IP_RESERVED, "100::/64"},
    {"1fff:ffff::", IP_RESERVED, "::/3"},
    {"2000::", IP_PUBLIC, NULL},
    {"2001::1", IP_RESERVED, "2001::/32"},
    {"2001:2::1", IP_RESERVED, "2001:2::/48"},
    {"2001:2:1::", IP_PUBLIC, NULL},
    {"2001:4:112::1", IP_PUBLIC, NULL}, /* AS112 */
    {"2001:1f::", IP_RESERVED, "2001:10::/28"},
    {"2001:2f::", IP_RESERVED, "2001:20::/28"},
    {"2001:30::", IP_PUBLIC, NULL},
    {"2001:db7:ffff::", IP_PUBLIC, NULL},
    {"2001:db8::", IP_DOCUMENTATION, "2001:db8::/32"},
    {"2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", IP_DOCUMENTATION, "2001:db8::/32"},
    {"2001:db9::", IP_PUBLIC, NULL},
    {"2620:4f:8000::6", IP_PUBLIC, NULL}, /* AS112 */
    {"2a00:1450:4001::1a", IP_PUBLIC, NULL},
    {"3ffe:ffff::", IP_PUBLIC, NULL},
    {"3fff::", IP_DOCUMENTATION, "3fff::/20"},
    {"3fff:fff:ffff::", IP_DOCUMENTATION, "3fff::/20"},
    {"3fff:1000::", IP_PUBLIC, NULL},
    {"4000::", IP_RESERVED, "4000::/2"},
    {"7fff::", IP_RESERVED, "4000::/2"},
    {"8000::", IP_RESERVED, "8000::/1"},
    {"fbff::", IP_RESERVED, "8000::/1"},
    {"fc00::", IP_PRIVATE, "fc00::/7"},
    {"fdff::1", IP_PRIVATE, "fc00::/7"},
    {"fe00::", IP_RESERVED, "8000::/1"},
    {"fe80::1", IP_LINK_LOCAL, "fe80::/10"},
    {"febf::", IP_LINK_LOCAL, "fe80::/10"},
    {"fec0::", IP_PRIVATE, "fec0::/10"},
    {"ff00::", IP_MULTICAST, "ff00::/8"},
    {"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", IP_MULTICAST, "ff00::/8"},
};

START_TEST(finds_the_range)
{
    struct ip ip;
    ck_assert_msg(ip_parse(&ip, addresses[_i].address), "%s", addresses[_i].address);
    const struct ip_range *range = ip_range_find(&ip);
    if (addresses[_i].prefix == NULL)
        ck_assert_msg(range == NULL, "%s: %s", addresses[_i].address, range->prefix);
    else
        ck_assert_msg(range != NULL && strcmp(range->prefix, addresses[_i].prefix) == 0, "%s: %s",
                      addresses[_i].address, range != NULL ? range->prefix : "none");
    ck_assert_int_eq(ip_kind(&ip), addresses[_i].kind);
}
END_TEST

/* The first address of a range, and the bits of its prefix, from its text. */
static int read_prefix(const char *prefix, struct ip *ip)
{
    const char *slash = strchr(prefix, '/');
    ck_assert_msg(slash != NULL, "%s", prefix);
    ck_assert_msg(ip_parse_bytes(ip, prefix, (size_t)(slash - prefix)), "%s", prefix);
    return atoi(slash + 1);
}

static void to_last(struct ip *ip, int bits)
{
    int size = ip->family == 4 ? 32 : 128;
    for (int bit = bits; bit < size; bit++)
        ip->octet[bit / 8] |= (unsigned char)(1U << (7 - bit % 8));
}

/* The octets of a row are what its text says: both ends of the text's range are found in it, or in
 * a more specific one. */
START_TEST(text_and_octets_agree)
{
    size_t count = 0;
    for (const struct ip_range *range; (range = ip_range_at(count)) != NULL; count++) {
        struct ip ip, dummy;
        int bits = read_prefix(range->prefix, &ip);
        for (int end = 0; end < 2; end++) {
            const struct ip_range *found = ip_range_find(&ip);
            ck_assert_msg(found == range ||
                              (found != NULL && read_prefix(found->prefix, &dummy) > bits),
                          "%s", range->prefix);
            to_last(&ip, bits);
        }
    }
    ck_assert_uint_gt(count, 30);
}
END_TEST

START_TEST(rows_are_complete_and_unique)
{
    for (size_t i = 0; ip_range_at(i) != NULL; i++) {
        const struct ip_range *range = ip_range_at(i);
        ck_assert_int_ne(range->kind, IP_PUBLIC);
        ck_assert_str_ne(range->name, "");
        ck_assert_msg(strncmp(range->source, "RFC ", 4) == 0, "%s", range->prefix);
        for (size_t j = 0; j < i; j++)
            ck_assert_str_ne(range->prefix, ip_range_at(j)->prefix);
    }
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("ip_range");
    TCase *tests = tcase_create("ip_range");
    tcase_add_loop_test(tests, finds_the_range, 0, ROWS(addresses));
    tcase_add_test(tests, text_and_octets_agree);
    tcase_add_test(tests, rows_are_complete_and_unique);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
