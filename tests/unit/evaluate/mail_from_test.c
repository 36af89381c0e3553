/*
 * mail_from_test.c - the domain of MAIL FROM, on tables of answers, in three orders of arrival
 */
#include "evaluate/sender.h"
#include "rerun.h"
#include "unit.h"

/* clang-format off */
#define GOOD "192.31.196.1"
static const struct world_row rows[] = {
    {"ok.lab", "MX", "noerror", {"10 a.ok.lab."}}, {"a.ok.lab", "A", "noerror", {GOOD}}, {"a.ok.lab", "AAAA", "nodata"},
    {"xn--bcher-kva.lab", "MX", "noerror", {"10 a.ok.lab."}},
    {"implicit.lab", "MX", "nodata"}, {"implicit.lab", "A", "noerror", {GOOD}}, {"implicit.lab", "AAAA", "nodata"},
    {"null.lab", "MX", "noerror", {"0 ."}}, {"null9.lab", "MX", "noerror", {"9 ."}},
    {"mixed.lab", "MX", "noerror", {"0 .", "10 a.ok.lab."}},
    {"mixeddead.lab", "MX", "noerror", {"0 .", "10 gone.lab."}},
    {"none.lab", "MX", "nodata"}, {"none.lab", "A", "nodata"}, {"none.lab", "AAAA", "nodata"},
    {"dangling.lab", "MX", "nxdomain", .alias = "gone.lab"},
    {"dead.lab", "MX", "noerror", {"10 gone.lab."}},
    {"loop.lab", "MX", "noerror", {"0 localhost."}},
    {"under_score.lab", "MX", "noerror", {"10 a.ok.lab."}},
    {"hostfail.lab", "MX", "noerror", {"10 fail.host.lab."}},
    {"hostfail.lab", "A", "noerror", {GOOD}}, {"hostfail.lab", "AAAA", "nodata"},
    {"fail.host.lab", "A", "servfail"}, {"fail.host.lab", "AAAA", "servfail"}, {"fail.host.lab", "MX", "servfail"},
    {"fail.lab", "MX", "servfail"}, {"fail.lab", "A", "servfail"}, {"fail.lab", "AAAA", "servfail"},
    {"mxfail.lab", "MX", "servfail"}, {"mxfail.lab", "A", "noerror", {GOOD}}, {"mxfail.lab", "AAAA", "servfail"},
    {"mxfail6.lab", "MX", "refused"}, {"mxfail6.lab", "A", "nodata"}, {"mxfail6.lab", "AAAA", "noerror", {"2620:4f:8000::1"}},
    {"mxfailnone.lab", "MX", "timeout"}, {"mxfailnone.lab", "A", "nodata"}, {"mxfailnone.lab", "AAAA", "nodata"},
    {0}
};

static const struct expected {
    const char *address;
    enum rcpt_mail_from_status status;
    const char *domain;
    bool null_mx_beside, mx_failed;
    const char *problems;
} table[] = {
    {"alice@ok.lab", RCPT_MAIL_FROM_OK, "ok.lab", false, false, ""},
    {"<alice@ok.lab>", RCPT_MAIL_FROM_OK, "ok.lab", false, false, ""},
    {"alice@OK.lab", RCPT_MAIL_FROM_OK, "ok.lab", false, false, ""},
    {"alice@b\u00FCcher.lab", RCPT_MAIL_FROM_OK, "xn--bcher-kva.lab", false, false, ""},
    {"alice@implicit.lab", RCPT_MAIL_FROM_OK, "implicit.lab", false, false, ""},
    {"alice@under_score.lab", RCPT_MAIL_FROM_OK, "under_score.lab", false, false, "domain-underscore"},
    {"ok.lab", RCPT_MAIL_FROM_OK, "ok.lab", false, false, "mail-from-bare-domain"},
    {"", RCPT_MAIL_FROM_NULL_PATH, "", false, false, ""},
    {"<>", RCPT_MAIL_FROM_NULL_PATH, "", false, false, ""},
    {"alice@null.lab", RCPT_MAIL_FROM_NULL_MX, "null.lab", false, false, ""},
    {"alice@null9.lab", RCPT_MAIL_FROM_NULL_MX, "null9.lab", false, false, "null-mx-preference"},
    {"alice@mixed.lab", RCPT_MAIL_FROM_OK, "mixed.lab", true, false, "null-mx-mixed"},
    {"alice@mixeddead.lab", RCPT_MAIL_FROM_UNUSABLE, "mixeddead.lab", true, false, "null-mx-mixed host-nxdomain"},
    {"alice@missing.lab", RCPT_MAIL_FROM_MISSING, "missing.lab", false, false, ""},
    {"alice@none.lab", RCPT_MAIL_FROM_MISSING, "none.lab", false, false, ""},
    {"alice@dangling.lab", RCPT_MAIL_FROM_MISSING, "dangling.lab", false, false, "domain-alias-dangling"},
    {"alice@dead.lab", RCPT_MAIL_FROM_UNUSABLE, "dead.lab", false, false, "host-nxdomain"},
    {"alice@loop.lab", RCPT_MAIL_FROM_UNUSABLE, "loop.lab", false, false, "mx-target-localhost"},
    {"alice@fail.lab", RCPT_MAIL_FROM_TEMPERROR, "fail.lab", false, false, ""},
    {"alice@mxfail.lab", RCPT_MAIL_FROM_TEMPERROR, "mxfail.lab", false, true, ""},
    {"alice@mxfail6.lab", RCPT_MAIL_FROM_TEMPERROR, "mxfail6.lab", false, true, ""},
    {"alice@mxfailnone.lab", RCPT_MAIL_FROM_TEMPERROR, "mxfailnone.lab", false, false, ""},
    {"alice@hostfail.lab", RCPT_MAIL_FROM_TEMPERROR, "hostfail.lab", false, false, "host-unresolved"},
    {"alice@mail", RCPT_MAIL_FROM_NOT_FQDN, "mail", false, false, "single-label"},
    {"alice", RCPT_MAIL_FROM_NOT_FQDN, "alice", false, false, "single-label"},
    {"alice@[192.31.196.1]", RCPT_MAIL_FROM_OK, "", false, false, "mail-from-literal"},
    {"alice@[10.0.0.1]", RCPT_MAIL_FROM_OK, "", false, false, "mail-from-literal"},
    {"alice@", RCPT_MAIL_FROM_SYNTAX, "", false, false, ""},
    {"@ok.lab", RCPT_MAIL_FROM_SYNTAX, "", false, false, ""},
    {"alice@ok..lab", RCPT_MAIL_FROM_SYNTAX, "", false, false, ""},
    {"alice@[192.31.196]", RCPT_MAIL_FROM_SYNTAX, "", false, false, ""},
    {"alice@192.31.196.1", RCPT_MAIL_FROM_SYNTAX, "", false, false, ""},
    {"<alice@ok.lab", RCPT_MAIL_FROM_SYNTAX, "", false, false, ""},
};
/* clang-format on */

#define N_EXPECTED ((int)(sizeof table / sizeof *table))

static const struct rcpt_mail_from *run(struct world *world, const char *address)
{
    const struct rcpt_mail_from *from = NULL;
    RERUN(world, mail_from_check(&world->arena, world->dns, address, &from));
    return from;
}

/* Where there is something to explain. */
static bool has_detail(enum rcpt_mail_from_status status)
{
    return status == RCPT_MAIL_FROM_SYNTAX || status == RCPT_MAIL_FROM_NOT_FQDN ||
           status == RCPT_MAIL_FROM_TEMPERROR;
}

START_TEST(address)
{
    const struct expected *expected = &table[_i];
    for (int order = WORLD_ALL; order <= WORLD_LAST; order++) {
        struct world world;
        world_init(&world, rows, "example.com");
        world.order = (enum world_order)order;
        const struct rcpt_mail_from *from = run(&world, expected->address);
        ck_assert_msg(from->status == expected->status, "%s: %s", expected->address,
                      rcpt_mail_from_status_name(from->status));
        ck_assert_str_eq(from->address, *expected->address != '\0' ? expected->address : "<>");
        ck_assert_str_eq(from->domain, expected->domain);
        ck_assert_int_eq(from->null_mx_beside, expected->null_mx_beside);
        ck_assert_int_eq(from->mx_failed, expected->mx_failed);
        ck_assert_str_eq(rerun_problems(&world.arena, from->problems), expected->problems);
        ck_assert_int_eq(*from->detail != '\0', has_detail(from->status));
        ck_assert_int_eq(from->evidence[0] != NULL, world.n_asked > 0);
        world_clear(&world);
    }
}
END_TEST

START_TEST(an_address_is_asked_for_only_if_mx_failed)
{
    struct world world;
    world_init(&world, rows, "example.com");
    run(&world, "alice@ok.lab");
    ck_assert_uint_eq(world.n_asked, 3); /* MX, and both addresses of the host */
    world_clear(&world);
    world_init(&world, rows, "example.com");
    const struct rcpt_mail_from *from = run(&world, "alice@mxfail.lab");
    ck_assert_uint_eq(world.n_asked, 3);
    ck_assert_uint_eq(world.rounds, 2);
    ck_assert_str_eq(from->evidence[0], "mxfail.lab. MX: SERVFAIL");
    ck_assert_str_eq(from->evidence[1], "mxfail.lab. A " GOOD);
    ck_assert_str_eq(from->detail, "mxfail.lab. MX: SERVFAIL");
    world_clear(&world);
}
END_TEST

START_TEST(the_address_is_shown_safely)
{
    struct world world;
    world_init(&world, rows, "example.com");
    const struct rcpt_mail_from *from = run(&world, "a\033[2J@ok.lab");
    ck_assert_int_eq(from->status, RCPT_MAIL_FROM_SYNTAX);
    ck_assert_ptr_null(strchr(from->address, '\033'));
    world_clear(&world);
}
END_TEST

START_TEST(a_deadline_is_a_temporary_error)
{
    struct world world;
    const struct rcpt_mail_from *from;
    world_init(&world, rows, "example.com");
    ck_assert_int_eq(mail_from_check(&world.arena, world.dns, "alice@ok.lab", &from), CHECK_WAIT);
    dns_view_expire(world.dns, "no answer within the deadline of 1 ms");
    ck_assert_int_eq(mail_from_check(&world.arena, world.dns, "alice@ok.lab", &from), CHECK_DONE);
    ck_assert_int_eq(from->status, RCPT_MAIL_FROM_TEMPERROR);
    ck_assert(!from->mx_failed);
    ck_assert_ptr_nonnull(strstr(from->detail, "within the deadline of 1 ms"));
    world_clear(&world);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/mail_from");
    TCase *tcase = tcase_create("mail_from");
    tcase_add_loop_test(tcase, address, 0, N_EXPECTED);
    tcase_add_test(tcase, an_address_is_asked_for_only_if_mx_failed);
    tcase_add_test(tcase, the_address_is_shown_safely);
    tcase_add_test(tcase, a_deadline_is_a_temporary_error);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
