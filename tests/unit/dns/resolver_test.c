/*
 * resolver_test.c - the text form of a resolver, and the list of the system
 */
#include "dns/resolver.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

static const struct {
    const char *text;
    const char *resolver; /* NULL: refused */
} forms[] = {
    {"192.0.2.53", "192.0.2.53:53"},
    {"192.0.2.53:53", "192.0.2.53:53"},
    {"192.0.2.53:1", "192.0.2.53:1"},
    {"192.0.2.53:65535", "192.0.2.53:65535"},
    {"2001:db8::53", "[2001:db8::53]:53"},
    {"2001:DB8:0::53", "[2001:db8::53]:53"},
    {"::1", "[::1]:53"},
    {"[2001:db8::53]", "[2001:db8::53]:53"},
    {"[2001:db8::53]:5353", "[2001:db8::53]:5353"},
    {"[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]:65535",
     "[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]:65535"},
    {"", NULL},
    {":", NULL},
    {":53", NULL},
    {"[]", NULL},
    {"[]:53", NULL},
    {"[", NULL},
    {"[::1", NULL},
    {"[::1]53", NULL},
    {"[::1]:", NULL},
    {"[::1]:0", NULL},
    {"[::1]:65536", NULL},
    {"[192.0.2.53]:53", NULL},
    {"192.0.2.53:", NULL},
    {"192.0.2.53:0", NULL},
    {"192.0.2.53:053", NULL},
    {"192.0.2.53:65536", NULL},
    {"192.0.2.53:99999999999999999999", NULL},
    {"192.0.2.53:+53", NULL},
    {"192.0.2.53:53x", NULL},
    {"192.0.2.53: 53", NULL},
    {" 192.0.2.53", NULL},
    {"192.0.2.53 ", NULL},
    {"192.0.2", NULL},
    {"192.0.2.256", NULL},
    {"fe80::1%eth0", NULL},
    {"resolver.example", NULL},
    {"resolver.example:53", NULL},
};

START_TEST(form)
{
    char resolver[DNS_RESOLVER_TEXT_SIZE] = "untouched";
    bool good = dns_resolver_parse(forms[_i].text, resolver);
    ck_assert_msg(good == (forms[_i].resolver != NULL), "%s", forms[_i].text);
    if (good)
        ck_assert_str_eq(resolver, forms[_i].resolver);
}
END_TEST

/* What is written can be read again, and is then the same. */
START_TEST(form_is_stable)
{
    char once[DNS_RESOLVER_TEXT_SIZE], twice[DNS_RESOLVER_TEXT_SIZE];
    if (forms[_i].resolver == NULL)
        return;
    ck_assert(dns_resolver_parse(forms[_i].text, once));
    ck_assert(dns_resolver_parse(once, twice));
    ck_assert_str_eq(once, twice);
}
END_TEST

static unsigned list_of(const char *text, char resolvers[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE])
{
    char path[] = "/tmp/resolver_test.XXXXXX";
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    unsigned count = dns_resolver_list(path, resolvers);
    unlink(path);
    return count;
}

START_TEST(list_keeps_order_and_drops_doubles)
{
    char resolvers[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE];
    unsigned count = list_of("# a comment\nsearch example.com\noptions ndots:3 rotate timeout:9\n"
                             "nameserver 192.0.2.53\nnameserver 2001:db8::53\n"
                             "nameserver 192.0.2.53\nnameserver not-an-address\n"
                             "nameserver 192.0.2.54\n",
                             resolvers);
    ck_assert_uint_eq(count, 3);
    ck_assert_str_eq(resolvers[0], "192.0.2.53:53");
    ck_assert_str_eq(resolvers[1], "[2001:db8::53]:53");
    ck_assert_str_eq(resolvers[2], "192.0.2.54:53");
}
END_TEST

START_TEST(list_is_bounded)
{
    char resolvers[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE];
    char text[40 * 30] = "";
    for (unsigned i = 1; i <= 40; i++) {
        size_t length = strlen(text);
        snprintf(text + length, sizeof text - length, "nameserver 192.0.2.%u\n", i);
    }
    ck_assert_uint_eq(list_of(text, resolvers), DNS_RESOLVERS_MAX);
    ck_assert_str_eq(resolvers[DNS_RESOLVERS_MAX - 1], "192.0.2.16:53");
}
END_TEST

/* resolv.conf(5): without a name server, the one on this machine. */
START_TEST(list_of_an_empty_file)
{
    char resolvers[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE];
    ck_assert_uint_eq(list_of("", resolvers), 1);
    ck_assert_str_eq(resolvers[0], "127.0.0.1:53");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dns/resolver");
    TCase *tcase = tcase_create("resolver");
    const int count = (int)(sizeof forms / sizeof forms[0]);
    tcase_add_loop_test(tcase, form, 0, count);
    tcase_add_loop_test(tcase, form_is_stable, 0, count);
    tcase_add_test(tcase, list_keeps_order_and_drops_doubles);
    tcase_add_test(tcase, list_is_bounded);
    tcase_add_test(tcase, list_of_an_empty_file);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
