/*
 * helo_test.c - the HELO name, on tables of answers, in three orders of arrival
 */
#include "evaluate/sender.h"
#include "rerun.h"
#include "unit.h"

#define IP4 "192.31.196.1"
#define IP6 "2620:4f:8000::1"

/* clang-format off */
static const struct world_row rows[] = {
    {"mx.ok.lab", "A", "noerror", {"192.31.196.9", IP4}}, {"mx.ok.lab", "AAAA", "noerror", {IP6}},
    {"four.lab", "A", "noerror", {IP4}}, {"four.lab", "AAAA", "nodata"},
    {"else.lab", "A", "noerror", {"192.31.196.7"}}, {"else.lab", "AAAA", "nodata"},
    {"elsefail.lab", "A", "noerror", {"192.31.196.7"}}, {"elsefail.lab", "AAAA", "servfail"},
    {"empty.lab", "A", "nodata"}, {"empty.lab", "AAAA", "nodata"}, {"empty.lab", "MX", "nodata"},
    {"mxonly.lab", "A", "nodata"}, {"mxonly.lab", "AAAA", "nodata"}, {"mxonly.lab", "MX", "noerror", {"10 mx.ok.lab."}},
    {"mxfail.lab", "A", "nodata"}, {"mxfail.lab", "AAAA", "nodata"}, {"mxfail.lab", "MX", "servfail"},
    {"fail.lab", "A", "servfail"}, {"fail.lab", "AAAA", "timeout"},
    {"afail.lab", "A", "servfail"}, {"afail.lab", "AAAA", "noerror", {IP6}},
    {"aaaafail.lab", "A", "nodata"}, {"aaaafail.lab", "AAAA", "timeout"},
    {"goodfail.lab", "A", "noerror", {IP4}}, {"goodfail.lab", "AAAA", "timeout"},
    {"alias.lab", "A", "noerror", {IP4}, .alias = "four.lab"}, {"alias.lab", "AAAA", "nodata", .alias = "four.lab"},
    {"under_score.lab", "A", "noerror", {IP4}}, {"under_score.lab", "AAAA", "nodata"},
    {"ptr.lab", "A", "noerror", {IP4}}, {"ptr.lab", "AAAA", "nodata"},
    {"1.196.31.192.in-addr.arpa", "PTR", "noerror", {"ptr.lab.", "four.lab.", "else.lab."}},
    {0}
};

static const struct expected {
    const char *name, *ip; /* the address may be NULL */
    enum rcpt_helo_status status;
    const char *problems, *detail;
} table[] = {
    {"mx.ok.lab", IP4, RCPT_HELO_OK, "", ""},
    {"MX.Ok.Lab", IP4, RCPT_HELO_OK, "", ""},
    {"mx.ok.lab", IP6, RCPT_HELO_OK, "", ""},
    {"mx.ok.lab", NULL, RCPT_HELO_OK, "", ""},
    {"mx.ok.lab", "192.31.196.2", RCPT_HELO_MISMATCH, "", ""},
    {"four.lab", IP6, RCPT_HELO_MISMATCH, "", ""},
    {"else.lab", IP4, RCPT_HELO_MISMATCH, "", ""},
    {"else.lab", NULL, RCPT_HELO_OK, "", ""},
    {"elsefail.lab", IP4, RCPT_HELO_MISMATCH, "", ""},
    {"elsefail.lab", IP6, RCPT_HELO_TEMPERROR, "", "elsefail.lab. AAAA: SERVFAIL"},
    {"elsefail.lab", NULL, RCPT_HELO_OK, "", ""},
    {"goodfail.lab", IP4, RCPT_HELO_OK, "", ""},
    {"missing.lab", IP4, RCPT_HELO_UNRESOLVED, "", ""},
    {"missing.lab", NULL, RCPT_HELO_UNRESOLVED, "", ""},
    {"empty.lab", IP4, RCPT_HELO_UNRESOLVED, "", ""},
    {"mxonly.lab", IP4, RCPT_HELO_UNRESOLVED, "helo-only-mx", ""},
    {"mxfail.lab", IP4, RCPT_HELO_UNRESOLVED, "", ""},
    {"fail.lab", IP4, RCPT_HELO_TEMPERROR, "", "fail.lab. A: SERVFAIL"},
    {"fail.lab", IP6, RCPT_HELO_TEMPERROR, "", "fail.lab. A: SERVFAIL"},
    {"fail.lab", NULL, RCPT_HELO_TEMPERROR, "", "fail.lab. A: SERVFAIL"},
    {"afail.lab", IP4, RCPT_HELO_TEMPERROR, "", "afail.lab. A: SERVFAIL"},
    {"afail.lab", "2620:4f:8000::2", RCPT_HELO_MISMATCH, "", ""},
    {"afail.lab", NULL, RCPT_HELO_OK, "", ""},
    {"aaaafail.lab", IP4, RCPT_HELO_TEMPERROR, "", "aaaafail.lab. AAAA: no answer"},
    {"alias.lab", IP4, RCPT_HELO_OK, "helo-alias", ""},
    {"under_score.lab", IP4, RCPT_HELO_OK, "helo-underscore", ""},
    {"four.lab.", IP4, RCPT_HELO_OK, "helo-final-dot", ""},
    {"mail.localdomain", IP4, RCPT_HELO_UNRESOLVED, "", ""},
    {"mail.local", IP4, RCPT_HELO_UNRESOLVED, "helo-special-use", ""},
    {"localhost", IP4, RCPT_HELO_NOT_FQDN, "helo-special-use", "the name has a single label"},
    {"mail", IP4, RCPT_HELO_NOT_FQDN, "", "the name has a single label"},
    {"mail.", IP4, RCPT_HELO_NOT_FQDN, "helo-final-dot", "the name has a single label"},
    {IP4, IP4, RCPT_HELO_NOT_FQDN, "", "the domain is an IP address without brackets"},
    {IP6, IP6, RCPT_HELO_NOT_FQDN, "", "the domain is an IP address without brackets"},
    {"", IP4, RCPT_HELO_SYNTAX, "", "the domain is empty"},
    {".", IP4, RCPT_HELO_SYNTAX, "", NULL},
    {"four.lab..", IP4, RCPT_HELO_SYNTAX, "", NULL},
    {"-four.lab", IP4, RCPT_HELO_SYNTAX, "", NULL},
    {"four lab", IP4, RCPT_HELO_SYNTAX, "", NULL},
    {"four!.lab", IP4, RCPT_HELO_SYNTAX, "", NULL},
    {"b\u00FCcher.lab", IP4, RCPT_HELO_SYNTAX, "helo-not-ascii", "the name is not ASCII"},
    {"[" IP4 "]", IP4, RCPT_HELO_OK, "helo-literal", ""},
    {"[" IP4 "]", NULL, RCPT_HELO_OK, "helo-literal", ""},
    {"[" IP4 "]", "192.31.196.2", RCPT_HELO_MISMATCH, "helo-literal", ""},
    {"[" IP4 "]", IP6, RCPT_HELO_MISMATCH, "helo-literal", ""},
    {"[IPv6:" IP6 "]", IP6, RCPT_HELO_OK, "helo-literal", ""},
    {"[ipv6:2620:004f:8000:0::1]", IP6, RCPT_HELO_OK, "helo-literal", ""},
    {"[IPv6:" IP6 "]", IP4, RCPT_HELO_MISMATCH, "helo-literal", ""},
    {"[" IP6 "]", IP6, RCPT_HELO_SYNTAX, "", NULL},
    {"[" IP4, IP4, RCPT_HELO_SYNTAX, "", NULL},
    {"[" IP4 "] ", IP4, RCPT_HELO_SYNTAX, "", NULL},
    {"[" IP4 "]x", IP4, RCPT_HELO_SYNTAX, "", NULL},
    {"[", IP4, RCPT_HELO_SYNTAX, "", NULL},
    {"[]", IP4, RCPT_HELO_SYNTAX, "", NULL},
    {"[mail.lab]", IP4, RCPT_HELO_SYNTAX, "", NULL},
};
/* clang-format on */

#define N_EXPECTED ((int)(sizeof table / sizeof *table))

static const struct rcpt_helo *run(struct world *world, const char *name, const char *text,
                                   const struct rcpt_rdns *rdns)
{
    const struct rcpt_helo *helo = NULL;
    struct ip ip;
    ck_assert(text == NULL || ip_parse(&ip, text));
    RERUN(world,
          helo_check(&world->arena, world->dns, name, text != NULL ? &ip : NULL, rdns, &helo));
    return helo;
}

START_TEST(name)
{
    const struct expected *expected = &table[_i];
    for (int order = WORLD_ALL; order <= WORLD_LAST; order++) {
        struct world world;
        world_init(&world, rows, "example.com");
        world.order = (enum world_order)order;
        const struct rcpt_helo *helo = run(&world, expected->name, expected->ip, NULL);
        ck_assert_msg(helo->status == expected->status, "%s: %s", expected->name,
                      rcpt_helo_status_name(helo->status));
        ck_assert_str_eq(helo->name, expected->name);
        ck_assert_str_eq(rerun_problems(&world.arena, helo->problems), expected->problems);
        if (expected->detail != NULL)
            ck_assert_str_eq(helo->detail, expected->detail);
        else
            ck_assert_str_ne(helo->detail, "");
        ck_assert_int_eq(helo->literal, *expected->name == '[' && helo->status != RCPT_HELO_SYNTAX);
        ck_assert(!helo->matches_ptr);
        ck_assert_int_eq(helo->evidence[0] != NULL, world.n_asked > 0);
        world_clear(&world);
    }
}
END_TEST

START_TEST(ptr_names_match_if_they_are_confirmed)
{
    static const struct {
        const char *name;
        bool matches;
    } cases[] = {{"ptr.lab", true},      {"PTR.lab.", true},   {"four.lab", true},
                 {"else.lab", false},    {"mx.ok.lab", false}, {"mail", false},
                 {"missing.lab", false}, {"[" IP4 "]", false}};
    struct ip ip;
    ck_assert(ip_parse(&ip, IP4));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct world world;
        const struct rcpt_rdns *rdns;
        world_init(&world, rows, "example.com");
        RERUN(&world, rdns_check(&world.arena, world.dns, &ip, &rdns));
        ck_assert_msg(run(&world, cases[i].name, IP4, rdns)->matches_ptr == cases[i].matches, "%s",
                      cases[i].name);
        world_clear(&world);
    }
}
END_TEST

START_TEST(both_families_are_asked_for_at_once)
{
    struct world world;
    world_init(&world, rows, "example.com");
    run(&world, "mx.ok.lab", IP4, NULL);
    ck_assert_uint_eq(world.rounds, 1);
    ck_assert_uint_eq(world.n_asked, 2);
    world_clear(&world);
}
END_TEST

START_TEST(a_bad_name_is_not_asked_for)
{
    static const char *const names[] = {"localhost", IP4, "", "a b.lab", "[" IP4 "]"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct world world;
        world_init(&world, rows, "example.com");
        run(&world, names[i], IP4, NULL);
        ck_assert_uint_eq(world.n_asked, 0);
        world_clear(&world);
    }
}
END_TEST

START_TEST(the_name_is_shown_safely)
{
    struct world world;
    world_init(&world, rows, "example.com");
    const struct rcpt_helo *helo = run(&world, "a\033[2Jb\xFF", IP4, NULL);
    ck_assert_int_eq(helo->status, RCPT_HELO_SYNTAX);
    ck_assert_ptr_null(strchr(helo->name, '\033'));
    ck_assert_ptr_null(strchr(helo->name, '\xFF'));
    world_clear(&world);
}
END_TEST

START_TEST(a_deadline_is_a_temporary_error)
{
    struct world world;
    const struct rcpt_helo *helo;
    world_init(&world, rows, "example.com");
    ck_assert_int_eq(helo_check(&world.arena, world.dns, "mx.ok.lab", NULL, NULL, &helo),
                     CHECK_WAIT);
    dns_view_expire(world.dns, "no answer within the deadline of 1 ms");
    ck_assert_int_eq(helo_check(&world.arena, world.dns, "mx.ok.lab", NULL, NULL, &helo),
                     CHECK_DONE);
    ck_assert_int_eq(helo->status, RCPT_HELO_TEMPERROR);
    ck_assert_ptr_nonnull(strstr(helo->detail, "within the deadline of 1 ms"));
    world_clear(&world);
}
END_TEST

START_TEST(domain_is_told_if_it_is_fully_qualified)
{
    static const struct {
        const char *name, *domain;
    } cases[] = {{"MX.Ok.lab", "mx.ok.lab"},
                 {"mx.ok.lab.", "mx.ok.lab"},
                 {"mail", NULL},
                 {"[" IP4 "]", NULL},
                 {IP4, NULL},
                 {"", NULL},
                 {"b\u00FCcher.lab", NULL}};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *domain = helo_domain(&arena, cases[i].name);
        ck_assert_pstr_eq(domain, cases[i].domain);
    }
    arena_clear(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/helo");
    TCase *tcase = tcase_create("helo");
    tcase_add_loop_test(tcase, name, 0, N_EXPECTED);
    tcase_add_test(tcase, ptr_names_match_if_they_are_confirmed);
    tcase_add_test(tcase, both_families_are_asked_for_at_once);
    tcase_add_test(tcase, a_bad_name_is_not_asked_for);
    tcase_add_test(tcase, the_name_is_shown_safely);
    tcase_add_test(tcase, a_deadline_is_a_temporary_error);
    tcase_add_test(tcase, domain_is_told_if_it_is_fully_qualified);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
