/* answer_test.c - src/dns/answer.c */
#include "dns/answer.h"

#include "unit.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

static const struct {
    enum dns_status status;
    const char *name;
    bool certain;
} statuses[] = {
    {DNS_PENDING, "pending", false},     {DNS_NOERROR, "noerror", true},
    {DNS_NODATA, "nodata", true},        {DNS_NXDOMAIN, "nxdomain", true},
    {DNS_SERVFAIL, "servfail", false},   {DNS_REFUSED, "refused", false},
    {DNS_MALFORMED, "malformed", false}, {DNS_TIMEOUT, "timeout", false},
};

START_TEST(status_names)
{
    enum dns_status status = DNS_PENDING;
    ck_assert_str_eq(dns_status_name(statuses[_i].status), statuses[_i].name);
    ck_assert(dns_status_parse(statuses[_i].name, &status));
    ck_assert_int_eq(status, statuses[_i].status);
    ck_assert_int_eq(dns_status_is_certain(status), statuses[_i].certain);
}
END_TEST

START_TEST(no_status)
{
    enum dns_status status = DNS_NODATA;
    ck_assert(!dns_status_parse("NXDOMAIN", &status));
    ck_assert(!dns_status_parse("", &status));
    ck_assert_int_eq(status, DNS_NODATA);
    ck_assert_str_eq(dns_status_name((enum dns_status)99), "unknown");
    ck_assert(!dns_status_is_certain((enum dns_status)99));
}
END_TEST

/* name is what is written; parsed what is read, 0 for none. */
static const struct {
    const char *text;
    unsigned parsed;
} types[] = {
    {"A", 1},          {"NS", 2},      {"CNAME", 5},  {"SOA", 6},           {"PTR", 12},
    {"MX", 15},        {"TXT", 16},    {"AAAA", 28},  {"TLSA", 52},         {"OPT", 41},
    {"CAA", 257},      {"TYPE15", 15}, {"TYPE1", 1},  {"TYPE65535", 65535}, {"TYPE65536", 0},
    {"TYPE999999", 0}, {"TYPE0", 0},   {"TYPE01", 0}, {"TYPE", 0},          {"TYPE1x", 0},
    {"TYPE-1", 0},     {"mx", 0},      {"", 0},       {"MX ", 0},
};

START_TEST(type_parse)
{
    ck_assert_uint_eq(dns_type_parse(types[_i].text), types[_i].parsed);
}
END_TEST

START_TEST(type_names)
{
    char text[DNS_TYPE_TEXT_SIZE];
    ck_assert_str_eq(dns_type_name(DNS_TYPE_MX), "MX");
    ck_assert_str_eq(dns_type_name(4711), "TYPE?");
    ck_assert_str_eq(dns_type_text(DNS_TYPE_TLSA, text), "TLSA");
    ck_assert_str_eq(dns_type_text(4711, text), "TYPE4711");
}
END_TEST

/* Each of the 65536 types is written as one text and read back. */
START_TEST(type_round_trip)
{
    char text[DNS_TYPE_TEXT_SIZE];
    for (unsigned type = 1; type <= 65535; type++)
        ck_assert_uint_eq(dns_type_parse(dns_type_text((uint16_t)type, text)), type);
}
END_TEST

START_TEST(extended_errors)
{
    ck_assert_str_eq(dns_extended_error_name(0), "Other Error");
    ck_assert_str_eq(dns_extended_error_name(6), "DNSSEC Bogus");
    ck_assert_str_eq(dns_extended_error_name(22), "No Reachable Authority");
    ck_assert_str_eq(dns_extended_error_name(30), "Invalid Query Type");
    ck_assert_str_eq(dns_extended_error_name(31), "");
    ck_assert_str_eq(dns_extended_error_name(-1), "");
    ck_assert_str_eq(dns_extended_error_name(65535), "");
    for (int code = 0; code <= 30; code++)
        ck_assert_str_ne(dns_extended_error_name(code), "");
}
END_TEST

START_TEST(holds_an_address)
{
    struct dns_record records[2] = {0};
    struct dns_answer answer = {.status = DNS_NOERROR, .type = DNS_TYPE_A, .records = records};
    struct ip ip;
    ck_assert(ip_parse(&records[0].address, "192.0.2.1"));
    ck_assert(ip_parse(&records[1].address, "192.0.2.2"));
    ck_assert(ip_parse(&ip, "192.0.2.2"));
    ck_assert(!dns_answer_has_address(&answer, &ip));
    answer.n_records = 1;
    ck_assert(!dns_answer_has_address(&answer, &ip));
    answer.n_records = 2;
    ck_assert(dns_answer_has_address(&answer, &ip));
    ck_assert(ip_parse(&ip, "::ffff:192.0.2.2"));
    ck_assert(!dns_answer_has_address(&answer, &ip));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dns/answer");
    TCase *tcase = tcase_create("answer");
    tcase_add_loop_test(tcase, status_names, 0, COUNT(statuses));
    tcase_add_test(tcase, no_status);
    tcase_add_loop_test(tcase, type_parse, 0, COUNT(types));
    tcase_add_test(tcase, type_names);
    tcase_add_test(tcase, type_round_trip);
    tcase_add_test(tcase, extended_errors);
    tcase_add_test(tcase, holds_an_address);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
