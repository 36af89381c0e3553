/*
 * public_resolver_test.c - which addresses are those of public resolvers
 */
#include "catalog/public_resolver.h"

#include <stdio.h>
#include <string.h>

#include "address/ip.h"
#include "unit.h"

static const struct {
    const char *address;
    const char *name; /* NULL for none */
} addresses[] = {
    {"8.8.8.8", "Google Public DNS"},
    {"8.8.4.4", "Google Public DNS"},
    {"8.8.8.9", NULL},
    {"2001:4860:4860::8888", "Google Public DNS"},
    {"2001:4860:4860:0:0:0:0:8844", "Google Public DNS"},
    {"2001:4860:4860::8889", NULL},
    {"1.1.1.1", "Cloudflare 1.1.1.1"},
    {"1.1.1.3", "Cloudflare 1.1.1.1"},
    {"1.0.0.1", "Cloudflare 1.1.1.1"},
    {"1.1.2.1", NULL},
    {"1.0.1.1", NULL},
    {"2606:4700:4700::1001", "Cloudflare 1.1.1.1"},
    {"2606:4700:4701::1001", NULL},
    {"9.9.9.9", "Quad9"},
    {"9.9.9.10", "Quad9"},
    {"149.112.112.112", "Quad9"},
    {"2620:fe::fe", "Quad9"},
    {"208.67.222.222", "Cisco OpenDNS"},
    {"208.67.220.123", "Cisco OpenDNS"},
    {"208.67.221.1", NULL},
    {"2620:119:35::35", "Cisco OpenDNS"},
    {"94.140.14.14", "AdGuard DNS"},
    {"2a10:50c0::ad1:ff", "AdGuard DNS"},
    {"185.228.168.9", "CleanBrowsing"},
    {"76.76.2.0", "Control D"},
    {"64.6.64.6", "UltraDNS Public"},
    {"4.2.2.1", "Level 3 (Lumen)"},
    {"4.2.2.6", "Level 3 (Lumen)"},
    {"4.2.2.7", NULL},
    {"77.88.8.8", "Yandex DNS"},
    {"84.200.69.80", "DNS.WATCH"},
    {"91.239.100.100", "UncensoredDNS"},
    {"74.82.42.42", "Hurricane Electric"},
    {"2001:470:20::2", "Hurricane Electric"},
    {"223.5.5.5", "AliDNS"},
    {"119.29.29.29", "DNSPod Public DNS"},
    {"114.114.114.114", "114DNS"},
    {"::ffff:8.8.8.8", "Google Public DNS"},
    {"::ffff:8.8.8.9", NULL},
    {"::8.8.8.8", NULL},
    {"127.0.0.1", NULL},
    {"127.0.0.53", NULL},
    {"::1", NULL},
    {"192.168.1.1", NULL},
    {"", NULL},
    {"8.8.8", NULL},
    {"8.8.8.8:53", NULL},
    {"[2620:fe::fe]", NULL},
    {"1.1.1.0/24", NULL},
    {"dns.google", NULL},
};

START_TEST(find)
{
    const struct public_resolver *row = public_resolver_find(addresses[_i].address);
    if (addresses[_i].name == NULL) {
        ck_assert_msg(row == NULL, "\"%s\" is taken for %s", addresses[_i].address,
                      row == NULL ? "" : row->name);
        return;
    }
    ck_assert_msg(row != NULL, "\"%s\" is not found", addresses[_i].address);
    ck_assert_str_eq(row->name, addresses[_i].name);
}
END_TEST

START_TEST(nothing)
{
    ck_assert_ptr_null(public_resolver_find(NULL));
}
END_TEST

/* Each row is well formed, finds itself by its first address, and is there once. */
START_TEST(rows)
{
    const struct public_resolver *row, *other;
    size_t count = 0;
    for (; (row = public_resolver_at(count)) != NULL; count++) {
        char address[64];
        struct ip ip;
        snprintf(address, sizeof address, "%.*s", (int)strcspn(row->address, "/"), row->address);
        ck_assert_msg(ip_parse(&ip, address), "%s", row->address);
        const char *bits = strchr(row->address, '/');
        if (bits != NULL) {
            int wide = atoi(bits + 1);
            ck_assert_msg(wide >= 24 && wide <= (ip.family == 4 ? 32 : 128), "%s", row->address);
            for (int bit = wide; bit < (ip.family == 4 ? 32 : 128); bit++)
                ck_assert_msg((ip.octet[bit / 8] >> (7 - bit % 8) & 1) == 0, "%s: bits behind it",
                              row->address);
        }
        ck_assert_msg(public_resolver_find(address) == row, "%s: another row has it", row->address);
        ck_assert_msg(*row->name != '\0' && *row->source != '\0', "%s", row->address);
        for (size_t i = 0; i < count; i++) {
            other = public_resolver_at(i);
            ck_assert_msg(strcmp(other->address, row->address) != 0, "%s twice", row->address);
        }
    }
    ck_assert_uint_gt(count, 50);
    ck_assert_ptr_null(public_resolver_at(count + 1));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalog/public_resolver");
    TCase *tcase = tcase_create("addresses");
    tcase_add_loop_test(tcase, find, 0, (int)(sizeof addresses / sizeof *addresses));
    tcase_add_test(tcase, nothing);
    tcase_add_test(tcase, rows);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
