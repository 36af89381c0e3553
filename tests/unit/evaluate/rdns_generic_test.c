/*
 * rdns_generic_test.c - PTR names that were made from the address, and honest ones
 */
#include "evaluate/rdns_generic.h"

#include "unit.h"

static const struct {
    const char *ip, *name;
    bool generic;
} table[] = {
    {"192.0.2.10", "host-192-0-2-10.isp.example", true},
    {"192.0.2.10", "10.2.0.192.dyn.isp.example", true},
    {"192.0.2.10", "ip4-192-0-2-10.isp.example", true},
    {"192.0.2.10", "192-000-002-010.isp.example", true},
    {"192.0.2.10", "192x0y2z10.isp.example", true},
    {"192.0.2.10", "ipc000020a.isp.example", true},
    {"192.0.2.10", "192-0-2-10", true},
    {"192.0.2.10", "192-0-2-11.isp.example", false},
    {"192.0.2.10", "192-0-2.isp10.example", true},
    {"192.0.2.10", "host-2-10.isp.example", false},
    {"192.0.2.10", "mx10.example.com", false},
    {"192.0.2.10", "192-0-2-0010.isp.example", false},
    {"192.0.2.10", "1920-0-2-10.isp.example", false},
    {"192.0.2.10", "19202010.isp.example", false},
    {"192.0.2.10", "", false},
    {"2001:db8::1:2", "2001-db8--1-2.isp.example", true},
    {"2001:db8::1:2", "20010db8000000000000000000010002.isp.example", true},
    {"2001:db8::1:2", "2001-0db8-0000-0000-0000-0000-0001-0002.isp.example", true},
    {"2001:db8::1:2", "2.0.0.0.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.isp.example",
     true},
    {"2001:db8::1:2", "2001-db8--1-3.isp.example", false},
    {"2001:db8::1:2", "mx.example.com", false},
};

START_TEST(name)
{
    struct ip ip;
    ck_assert(ip_parse(&ip, table[_i].ip));
    ck_assert_msg(rdns_is_generic(&ip, table[_i].name) == table[_i].generic, "%s", table[_i].name);
}
END_TEST

/* More numbers and more octets than any name has: nothing is read past the limits. */
START_TEST(long_names_are_bounded)
{
    char text[2001];
    struct ip ip;
    for (size_t i = 0; i < sizeof text - 1; i++)
        text[i] = i % 2 == 0 ? '1' : '.';
    text[sizeof text - 1] = '\0';
    ck_assert(ip_parse(&ip, "192.0.2.10"));
    ck_assert(!rdns_is_generic(&ip, text));
    ck_assert(ip_parse(&ip, "2001:db8::1:2"));
    ck_assert(!rdns_is_generic(&ip, text));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/rdns_generic");
    TCase *tcase = tcase_create("rdns_generic");
    tcase_add_loop_test(tcase, name, 0, (int)(sizeof table / sizeof *table));
    tcase_add_test(tcase, long_names_are_bounded);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
