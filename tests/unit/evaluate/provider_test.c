/*
 * provider_test.c - whose mail hosts a domain has
 */
#include "evaluate/provider.h"

#include "unit.h"

#define HOSTS_MOST 3

static const struct {
    const char *hosts[HOSTS_MOST]; /* in preference order */
    const char *provider;          /* NULL for none */
} table[] = {
    {{"aspmx.l.google.com", "alt1.aspmx.l.google.com"}, "Gmail"},
    {{"example-com.mail.protection.outlook.com"}, "Exchange Online"},
    {{"filter.example.com", "aspmx.l.google.com"}, "Gmail"},
    {{"mx.example.com", "mx2.example.com"}, NULL},
    {{"mxa.pphosted.com", "aspmx.l.google.com"}, "Proofpoint"},
    {{"google.com.example.com", "notgoogle.com", "."}, NULL},
    {{NULL}, NULL},
};

START_TEST(route)
{
    struct rcpt_host hosts[HOSTS_MOST] = {0};
    struct rcpt_mx mx = {.status = RCPT_MX_OK};
    for (size_t i = 0; i < HOSTS_MOST && table[_i].hosts[i] != NULL; i++) {
        hosts[i].name = table[_i].hosts[i];
        hosts[i].preference = (unsigned)i;
        if (i == 0)
            mx.hosts = hosts;
        else
            hosts[i - 1].next = &hosts[i];
    }
    const struct rcpt_provider *provider = mail_provider(&mx);
    ck_assert_pstr_eq(provider != NULL ? provider->name : NULL, table[_i].provider);
}
END_TEST

/* That a host could not be looked up does not change whose it is. */
START_TEST(a_failed_host_is_its_providers)
{
    struct rcpt_host host = {.name = "aspmx.l.google.com", .status = RCPT_HOST_TIMEOUT};
    struct rcpt_mx mx = {.status = RCPT_MX_TIMEOUT, .hosts = &host};
    ck_assert_str_eq(mail_provider(&mx)->name, "Gmail");
}
END_TEST

START_TEST(no_route_has_no_provider)
{
    ck_assert_ptr_null(mail_provider(NULL));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/provider");
    TCase *tcase = tcase_create("provider");
    tcase_add_loop_test(tcase, route, 0, (int)(sizeof table / sizeof *table));
    tcase_add_test(tcase, a_failed_host_is_its_providers);
    tcase_add_test(tcase, no_route_has_no_provider);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
