/*
 * mx_test.c - the route of a domain, on tables of answers, in three orders of arrival
 */
#include <stdio.h>

#include "rcptcheck/result.h"
#include "unit.h"
#include "world.h"

/* clang-format off */
static const struct world_row rows[] = {
    {"ok.lab", "MX", "noerror", {"20 b.ok.lab.", "10 a.ok.lab."}, .authenticated = true},
    {"a.ok.lab", "A", "noerror", {"192.31.196.1"}}, {"a.ok.lab", "AAAA", "nodata", {0}},
    {"b.ok.lab", "A", "noerror", {"192.31.196.2", "192.31.196.3"}}, {"b.ok.lab", "AAAA", "noerror", {"2620:4f:8000::2"}},

    {"null.lab", "MX", "noerror", {"0 ."}},
    {"null5.lab", "MX", "noerror", {"5 ."}},
    {"null2.lab", "MX", "noerror", {"0 .", "10 ."}},
    {"nullmixed.lab", "MX", "noerror", {"0 .", "10 a.ok.lab."}},
    {"nulldead.lab", "MX", "noerror", {"0 .", "10 gone.nulldead.lab."}},
    {"nullfail.lab", "MX", "noerror", {"0 .", "10 servfail.host.lab."}},

    {"implicit.lab", "MX", "nodata", {0}}, {"implicit.lab", "A", "noerror", {"192.31.196.1"}}, {"implicit.lab", "AAAA", "nodata", {0}},
    {"implicit6.lab", "MX", "nodata", {0}}, {"implicit6.lab", "A", "nodata", {0}}, {"implicit6.lab", "AAAA", "noerror", {"2620:4f:8000::1"}},
    {"implicitfail.lab", "MX", "nodata", {0}}, {"implicitfail.lab", "A", "servfail", {0}}, {"implicitfail.lab", "AAAA", "nodata", {0}},
    {"implicitloop.lab", "MX", "nodata", {0}}, {"implicitloop.lab", "A", "noerror", {"127.0.0.1"}}, {"implicitloop.lab", "AAAA", "nodata", {0}},
    {"none.lab", "MX", "nodata", {0}}, {"none.lab", "A", "nodata", {0}}, {"none.lab", "AAAA", "nodata", {0}},
    {"denied.lab", "MX", "nxdomain", {0}}, {"denied.lab", "A", "noerror", {"192.31.196.1"}}, {"denied.lab", "AAAA", "nodata", {0}},
    {"deniedsix.lab", "MX", "nxdomain", {0}}, {"deniedsix.lab", "A", "nodata", {0}}, {"deniedsix.lab", "AAAA", "noerror", {"2620:4f:8000::1"}},
    {"deniedempty.lab", "MX", "nxdomain", {0}}, {"deniedempty.lab", "A", "nodata", {0}}, {"deniedempty.lab", "AAAA", "nodata", {0}},
    {"deniedfail.lab", "MX", "nxdomain", {0}}, {"deniedfail.lab", "A", "servfail", {0}},
    {"dangling.lab", "MX", "nxdomain", {0}, .alias = "gone.lab"},
    {"alias.lab", "MX", "noerror", {"10 a.ok.lab."}, .alias = "ok.lab"},

    {"servfail.lab", "MX", "servfail", {0}}, {"refused.lab", "MX", "refused", {0}},
    {"timeout.lab", "MX", "timeout", {0}}, {"malformed.lab", "MX", "malformed", {0}},
    {"late.lab", "MX", "timeout", {0}, .gave_up = true},

    {"servfail.host.lab", "A", "servfail", {0}}, {"servfail.host.lab", "AAAA", "servfail", {0}}, {"servfail.host.lab", "MX", "servfail", {0}},
    {"half.host.lab", "A", "servfail", {0}}, {"half.host.lab", "AAAA", "servfail", {0}}, {"half.host.lab", "MX", "nodata", {0}},
    {"timeout.host.lab", "A", "timeout", {0}}, {"timeout.host.lab", "AAAA", "timeout", {0}}, {"timeout.host.lab", "MX", "timeout", {0}},
    {"late.host.lab", "A", "timeout", {0}, .gave_up = true}, {"late.host.lab", "AAAA", "nodata", {0}}, {"late.host.lab", "MX", "timeout", {0}, .gave_up = true},
    {"empty.host.lab", "A", "nodata", {0}}, {"empty.host.lab", "AAAA", "nodata", {0}},
    {"inconsistent.host.lab", "A", "nxdomain", {0}}, {"inconsistent.host.lab", "AAAA", "nodata", {0}},
    {"loop.host.lab", "A", "noerror", {"127.0.0.1"}}, {"loop.host.lab", "AAAA", "noerror", {"::1"}},
    {"zero.host.lab", "A", "noerror", {"0.0.0.0"}}, {"zero.host.lab", "AAAA", "noerror", {"::"}},
    {"private.host.lab", "A", "noerror", {"10.0.0.1"}}, {"private.host.lab", "AAAA", "noerror", {"fd00::1"}},
    {"linklocal.host.lab", "A", "noerror", {"169.254.1.1"}}, {"linklocal.host.lab", "AAAA", "noerror", {"fe80::1"}},
    {"doc.host.lab", "A", "noerror", {"192.0.2.1"}}, {"doc.host.lab", "AAAA", "nodata", {0}},
    {"multicast.host.lab", "A", "noerror", {"224.0.0.1"}}, {"multicast.host.lab", "AAAA", "nodata", {0}},
    {"both.host.lab", "A", "noerror", {"10.0.0.1", "192.31.196.9"}}, {"both.host.lab", "AAAA", "nodata", {0}},
    {"six.host.lab", "A", "nodata", {0}}, {"six.host.lab", "AAAA", "noerror", {"2620:4f:8000::6"}},
    {"afail.host.lab", "A", "servfail", {0}}, {"afail.host.lab", "AAAA", "noerror", {"2620:4f:8000::6"}},
    {"aaaafail.host.lab", "A", "noerror", {"192.31.196.8"}}, {"aaaafail.host.lab", "AAAA", "timeout", {0}},
    {"privatefail.host.lab", "A", "noerror", {"10.0.0.1"}}, {"privatefail.host.lab", "AAAA", "servfail", {0}}, {"privatefail.host.lab", "MX", "servfail", {0}},
    {"aliased.host.lab", "A", "noerror", {"192.31.196.1"}, .alias = "a.ok.lab"}, {"aliased.host.lab", "AAAA", "nodata", {0}, .alias = "a.ok.lab"},
    {"under_score.host.lab", "A", "noerror", {"192.31.196.1"}}, {"under_score.host.lab", "AAAA", "nodata", {0}},
    {"odd!.host.lab", "A", "noerror", {"192.31.196.1"}}, {"odd!.host.lab", "AAAA", "nodata", {0}},
    {"single", "A", "noerror", {"192.31.196.1"}}, {"single", "AAAA", "nodata", {0}},

#define MX(name, ...) {name, "MX", "noerror", {__VA_ARGS__}}
    MX("empty.lab", "10 empty.host.lab."), MX("inconsistent.lab", "10 inconsistent.host.lab."),
    MX("dead.lab", "10 gone.host.lab.", "20 empty.host.lab."),
    MX("loop.lab", "10 loop.host.lab."), MX("zero.lab", "10 zero.host.lab."), MX("localhost.lab", "0 localhost."),
    MX("private.lab", "10 private.host.lab."), MX("linklocal.lab", "10 linklocal.host.lab."),
    MX("doc.lab", "10 doc.host.lab."), MX("multicast.lab", "10 multicast.host.lab."), MX("both.lab", "10 both.host.lab."),
    MX("six.lab", "10 six.host.lab."), MX("afail.lab", "10 afail.host.lab."), MX("aaaafail.lab", "10 aaaafail.host.lab."),
    MX("privatefail.lab", "10 privatefail.host.lab."),
    MX("aliased.lab", "10 aliased.host.lab."), MX("under.lab", "10 under_score.host.lab."), MX("odd.lab", "10 odd\\033.host.lab."),
    MX("single.lab", "10 single."), MX("ip.lab", "10 192.31.196.7."), MX("privateip.lab", "10 10.1.2.3."),
    MX("bracket.lab", "10 [192.31.196.7]."),
    MX("twice.lab", "20 a.ok.lab.", "10 a.ok.lab."), MX("equal.lab", "10 b.ok.lab.", "10 a.ok.lab."),
    MX("hostfail.lab", "10 servfail.host.lab."), MX("hosthalf.lab", "10 half.host.lab."), MX("hostlate.lab", "10 late.host.lab."),
    MX("mixed.lab", "10 gone.host.lab.", "20 timeout.host.lab."), MX("mixed2.lab", "10 timeout.host.lab.", "20 servfail.host.lab."),
    MX("failgood.lab", "10 servfail.host.lab.", "20 a.ok.lab."), MX("loopgood.lab", "10 loop.host.lab.", "20 a.ok.lab."),
    {0}
};

/* What the check must find. Hosts as "preference name status addresses...", joined by "; ". */
static const struct expected {
    const char *domain;
    enum rcpt_mx_status status;
    const char *hosts, *problems;
} table[] = {
    {"ok.lab", RCPT_MX_OK, "10 a.ok.lab ok 192.31.196.1; 20 b.ok.lab ok 192.31.196.2 192.31.196.3 2620:4f:8000::2", ""},
    {"null.lab", RCPT_MX_NULL, "0 . null", ""},
    {"null5.lab", RCPT_MX_NULL, "5 . null", "null-mx-preference"},
    {"null2.lab", RCPT_MX_NULL, "0 . null", "null-mx-repeated"},
    {"nullmixed.lab", RCPT_MX_OK, "0 . null; 10 a.ok.lab ok 192.31.196.1", "null-mx-mixed"},
    {"nulldead.lab", RCPT_MX_INVALID, "0 . null; 10 gone.nulldead.lab nxdomain", "null-mx-mixed host-nxdomain"},
    {"nullfail.lab", RCPT_MX_SERVFAIL, "0 . null; 10 servfail.host.lab servfail", "null-mx-mixed host-unresolved"},
    {"implicit.lab", RCPT_MX_IMPLICIT, "0 implicit.lab ok 192.31.196.1", ""},
    {"implicit6.lab", RCPT_MX_IMPLICIT, "0 implicit6.lab ok 2620:4f:8000::1", "host-ipv6-only"},
    {"implicitfail.lab", RCPT_MX_SERVFAIL, "0 implicitfail.lab servfail", "host-unresolved"},
    {"implicitloop.lab", RCPT_MX_INVALID, "0 implicitloop.lab loopback 127.0.0.1", "host-loopback"},
    {"none.lab", RCPT_MX_NONE, "", ""},
    {"missing.lab", RCPT_MX_NXDOMAIN, "", ""},
    {"denied.lab", RCPT_MX_IMPLICIT, "0 denied.lab ok 192.31.196.1", "nxdomain-with-address"},
    {"deniedfail.lab", RCPT_MX_SERVFAIL, "0 deniedfail.lab servfail", "host-unresolved"},
    {"deniedsix.lab", RCPT_MX_IMPLICIT, "0 deniedsix.lab ok 2620:4f:8000::1", "host-ipv6-only nxdomain-with-address"},
    {"deniedempty.lab", RCPT_MX_NONE, "", ""},
    {"dangling.lab", RCPT_MX_NXDOMAIN, "", "domain-alias-dangling"},
    {"alias.lab", RCPT_MX_OK, "10 a.ok.lab ok 192.31.196.1", "domain-alias"},
    {"servfail.lab", RCPT_MX_SERVFAIL, "", ""},
    {"refused.lab", RCPT_MX_REFUSED, "", ""},
    {"timeout.lab", RCPT_MX_TIMEOUT, "", ""},
    {"malformed.lab", RCPT_MX_MALFORMED, "", ""},
    {"empty.lab", RCPT_MX_INVALID, "10 empty.host.lab no_address", "host-no-address"},
    {"inconsistent.lab", RCPT_MX_INVALID, "10 inconsistent.host.lab no_address", "host-no-address"},
    {"dead.lab", RCPT_MX_INVALID, "10 gone.host.lab nxdomain; 20 empty.host.lab no_address", "host-nxdomain host-no-address"},
    {"loop.lab", RCPT_MX_INVALID, "10 loop.host.lab loopback 127.0.0.1 ::1", "host-loopback host-loopback"},
    {"zero.lab", RCPT_MX_INVALID, "10 zero.host.lab loopback 0.0.0.0 ::", "host-unspecified host-unspecified"},
    {"localhost.lab", RCPT_MX_INVALID, "0 localhost loopback", "mx-target-localhost"},
    {"private.lab", RCPT_MX_INVALID, "10 private.host.lab private 10.0.0.1 fd00::1", "host-private host-private"},
    {"linklocal.lab", RCPT_MX_INVALID, "10 linklocal.host.lab private 169.254.1.1 fe80::1", "host-link-local host-link-local"},
    {"doc.lab", RCPT_MX_OK, "10 doc.host.lab ok 192.0.2.1", "host-documentation"},
    {"multicast.lab", RCPT_MX_INVALID, "10 multicast.host.lab private 224.0.0.1", "host-reserved"},
    {"both.lab", RCPT_MX_OK, "10 both.host.lab ok 10.0.0.1 192.31.196.9", "host-private"},
    {"six.lab", RCPT_MX_OK, "10 six.host.lab ok 2620:4f:8000::6", "host-ipv6-only"},
    {"afail.lab", RCPT_MX_OK, "10 afail.host.lab ok 2620:4f:8000::6", "host-partly-unresolved"},
    {"aaaafail.lab", RCPT_MX_OK, "10 aaaafail.host.lab ok 192.31.196.8", "host-partly-unresolved"},
    {"privatefail.lab", RCPT_MX_SERVFAIL, "10 privatefail.host.lab servfail 10.0.0.1", "host-private host-unresolved"},
    {"aliased.lab", RCPT_MX_OK, "10 aliased.host.lab ok 192.31.196.1", "mx-target-alias"},
    {"under.lab", RCPT_MX_OK, "10 under_score.host.lab ok 192.31.196.1", ""},
    {"odd.lab", RCPT_MX_OK, "10 odd!.host.lab ok 192.31.196.1", "mx-target-not-hostname"},
    {"single.lab", RCPT_MX_OK, "10 single ok 192.31.196.1", "mx-target-single-label"},
    {"ip.lab", RCPT_MX_OK, "10 192.31.196.7 ok 192.31.196.7", "mx-target-ip"},
    {"privateip.lab", RCPT_MX_INVALID, "10 10.1.2.3 private 10.1.2.3", "mx-target-ip host-private"},
    {"bracket.lab", RCPT_MX_INVALID, "10 [192.31.196.7] bracketed", "mx-target-literal"},
    {"twice.lab", RCPT_MX_OK, "10 a.ok.lab ok 192.31.196.1", "mx-duplicate"},
    {"equal.lab", RCPT_MX_OK, "10 a.ok.lab ok 192.31.196.1; 10 b.ok.lab ok 192.31.196.2 192.31.196.3 2620:4f:8000::2", ""},
    {"hostfail.lab", RCPT_MX_SERVFAIL, "10 servfail.host.lab servfail", "host-unresolved"},
    {"mixed.lab", RCPT_MX_TIMEOUT, "10 gone.host.lab nxdomain; 20 timeout.host.lab timeout", "host-nxdomain host-unresolved"},
    {"mixed2.lab", RCPT_MX_SERVFAIL, "10 timeout.host.lab timeout; 20 servfail.host.lab servfail", "host-unresolved host-unresolved"},
    {"failgood.lab", RCPT_MX_OK, "10 servfail.host.lab servfail; 20 a.ok.lab ok 192.31.196.1", "host-unresolved"},
    {"loopgood.lab", RCPT_MX_OK, "10 loop.host.lab loopback 127.0.0.1 ::1; 20 a.ok.lab ok 192.31.196.1", "host-loopback host-loopback"},
};
/* clang-format on */

#define N_EXPECTED ((int)(sizeof table / sizeof *table))

static const char *hosts_text(struct arena *arena, const struct rcpt_host *host)
{
    const char *text = "";
    for (; host != NULL; host = host->next) {
        text = arena_printf(arena, "%s%s%u %s %s", text, *text != '\0' ? "; " : "",
                            host->preference, host->name, rcpt_host_status_name(host->status));
        for (const char *const *address = host->addresses; *address != NULL; address++)
            text = arena_printf(arena, "%s %s", text, *address);
    }
    return text;
}

static const char *problems_text(struct arena *arena, const struct rcpt_problem *problem)
{
    const char *text = "";
    for (; problem != NULL; problem = problem->next)
        text = arena_printf(arena, "%s%s%s", text, *text != '\0' ? " " : "", problem->id);
    return text;
}

static void check_route(const struct expected *expected, enum world_order order)
{
    struct world world;
    world_init(&world, rows, expected->domain);
    world.order = order;
    world_run(&world, mx_check);
    const struct rcpt_mx *mx = world.findings.mx;
    ck_assert_msg(mx != NULL, "%s", expected->domain);
    ck_assert_msg(mx->status == expected->status, "%s: %s", expected->domain,
                  rcpt_mx_status_name(mx->status));
    ck_assert_str_eq(hosts_text(&world.arena, mx->hosts), expected->hosts);
    ck_assert_str_eq(problems_text(&world.arena, mx->problems), expected->problems);
    ck_assert_str_eq(mx->domain, expected->domain);
    ck_assert_ptr_nonnull(mx->evidence[0]);
    ck_assert_int_eq(mx->status >= RCPT_MX_SERVFAIL, *mx->detail != '\0');
    world_clear(&world);
}

START_TEST(route)
{
    for (int order = WORLD_ALL; order <= WORLD_LAST; order++)
        check_route(&table[_i], (enum world_order)order);
}
END_TEST

static void run_domain(struct world *world, const char *domain)
{
    world_init(world, rows, domain);
    world_run(world, mx_check);
}

START_TEST(dnssec_is_the_ad_flag)
{
    struct world world;
    run_domain(&world, "ok.lab");
    ck_assert(world.findings.mx->dnssec);
    world_clear(&world);
    run_domain(&world, "null.lab");
    ck_assert(!world.findings.mx->dnssec);
    world_clear(&world);
}
END_TEST

START_TEST(canonical_is_the_end_of_the_chain)
{
    struct world world;
    run_domain(&world, "alias.lab");
    ck_assert_str_eq(world.findings.mx->canonical, "ok.lab");
    world_clear(&world);
    run_domain(&world, "ok.lab");
    ck_assert_ptr_eq(world.findings.mx->canonical, world.findings.mx->domain);
    world_clear(&world);
}
END_TEST

START_TEST(hosts_are_asked_for_at_once)
{
    struct world world;
    run_domain(&world, "ok.lab");
    ck_assert_uint_eq(world.rounds, 2);
    ck_assert_uint_eq(world.n_asked, 5);
    world_clear(&world);
}
END_TEST

START_TEST(names_that_need_no_look_up_are_not_asked)
{
    static const char *const domains[] = {"localhost.lab", "ip.lab", "bracket.lab", "null.lab"};
    for (size_t i = 0; i < sizeof domains / sizeof *domains; i++) {
        struct world world;
        run_domain(&world, domains[i]);
        ck_assert_uint_eq(world.n_asked, 1);
        world_clear(&world);
    }
}
END_TEST

START_TEST(a_failed_target_is_asked_for_mx)
{
    struct world world;
    run_domain(&world, "hosthalf.lab");
    ck_assert(world.findings.mx_target_answers);
    world_clear(&world);
    run_domain(&world, "hostfail.lab");
    ck_assert(!world.findings.mx_target_answers);
    world_clear(&world);
}
END_TEST

START_TEST(giving_up_is_not_a_failure_of_dns)
{
    static const struct {
        const char *domain;
        bool gave_up;
    } cases[] = {
        {"late.lab", true}, {"hostlate.lab", true}, {"timeout.lab", false}, {"mixed.lab", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct world world;
        run_domain(&world, cases[i].domain);
        ck_assert_int_eq(world.findings.mx->status, RCPT_MX_TIMEOUT);
        ck_assert_int_eq(world.findings.mx->gave_up, cases[i].gave_up);
        world_clear(&world);
    }
}
END_TEST

START_TEST(no_route_without_a_domain)
{
    struct world world;
    run_domain(&world, "alice@[192.31.196.1]");
    ck_assert_ptr_null(world.findings.mx);
    ck_assert_uint_eq(world.n_asked, 0);
    world_clear(&world);
    run_domain(&world, "alice@");
    ck_assert_ptr_null(world.findings.mx);
    world_clear(&world);
}
END_TEST

START_TEST(a_deadline_ends_the_look_up)
{
    struct world world;
    world_init(&world, rows, "ok.lab");
    ck_assert_int_eq(mx_check(&world.arena, world.dns, &world.findings), CHECK_WAIT);
    dns_view_expire(world.dns, "no answer within the deadline of 1 ms");
    ck_assert_int_eq(mx_check(&world.arena, world.dns, &world.findings), CHECK_DONE);
    ck_assert_int_eq(world.findings.mx->status, RCPT_MX_TIMEOUT);
    ck_assert(world.findings.mx->gave_up);
    ck_assert_ptr_nonnull(
        strstr(world.findings.mx->detail, "no answer within the deadline of 1 ms"));
    world_clear(&world);
}
END_TEST

/* An answer with more records than a row of the table holds; they must outlive the world. */
static void settle(struct dns_question *question, const struct dns_record *records, size_t count)
{
    struct dns_answer *answer = arena_alloc(dns_question_arena(question), sizeof *answer);
    const char *name = dns_question_name(question);
    *answer = (struct dns_answer){.status = DNS_NOERROR,
                                  .type = dns_question_type(question),
                                  .ttl = 60,
                                  .name = name,
                                  .canonical = name,
                                  .records = records,
                                  .n_records = count,
                                  .extended_error = -1,
                                  .extended_text = "",
                                  .reason = ""};
    dns_question_settle(question, answer);
}

/* More MX records than are looked at, all of them dead: nothing permanent may be said. */
START_TEST(hosts_are_bounded)
{
    enum { RECORDS = 300 };
    struct dns_record records[RECORDS];
    char names[RECORDS][32];
    struct world world;
    world_init(&world, (const struct world_row[]){{0}}, "many.lab");
    ck_assert_int_eq(mx_check(&world.arena, world.dns, &world.findings), CHECK_WAIT);
    struct dns_question *question = dns_memo_next_wanted(world.memo);
    for (int i = 0; i < RECORDS; i++) {
        snprintf(names[i], sizeof names[i], "mx%d.many.lab", i);
        records[i].mx.preference = (uint16_t)i;
        records[i].mx.exchange = names[i];
    }
    settle(question, records, RECORDS);
    world_run(&world, mx_check);
    const struct rcpt_mx *mx = world.findings.mx;
    ck_assert_int_eq(mx->status, RCPT_MX_TIMEOUT);
    ck_assert(mx->gave_up);
    ck_assert_str_eq(mx->problems->id, "mx-too-many");
    ck_assert_uint_eq(world.n_asked, 2 * 64);
    world_clear(&world);
}
END_TEST

/* A host with thousands of unusable addresses: bounded in work and words, and nothing permanent is
 * said. */
START_TEST(addresses_are_bounded)
{
    enum { RECORDS = 5000 };
    static struct dns_record records[RECORDS];
    static const struct world_row one[] = {{"many.lab", "MX", "noerror", {"10 mx.many.lab."}},
                                           {"mx.many.lab", "AAAA", "nodata", {0}},
                                           {0}};
    struct world world;
    world_init(&world, one, "many.lab");
    ck_assert_int_eq(mx_check(&world.arena, world.dns, &world.findings), CHECK_WAIT);
    world_answer(&world, dns_memo_next_wanted(world.memo));
    ck_assert_int_eq(mx_check(&world.arena, world.dns, &world.findings), CHECK_WAIT);
    struct dns_question *question = dns_memo_next_wanted(world.memo);
    ck_assert_uint_eq(dns_question_type(question), DNS_TYPE_A);
    for (int i = 0; i < RECORDS; i++)
        ip_from_v4(&records[i].address, (const unsigned char[]){10, 0, (unsigned char)(i / 256),
                                                                (unsigned char)(i % 256)});
    settle(question, records, RECORDS);
    world_run(&world, mx_check);
    const struct rcpt_mx *mx = world.findings.mx;
    ck_assert_int_eq(mx->status, RCPT_MX_MALFORMED);
    ck_assert_int_eq(mx->hosts->status, RCPT_HOST_MALFORMED);
    size_t problems = 0, lines = 0;
    for (const struct rcpt_problem *problem = mx->problems; problem != NULL;
         problem = problem->next)
        problems++;
    while (mx->evidence[lines] != NULL)
        lines++;
    ck_assert_uint_le(problems, 10);
    ck_assert_uint_le(lines, 70);
    world_clear(&world);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/mx");
    TCase *tcase = tcase_create("mx");
    tcase_add_loop_test(tcase, route, 0, N_EXPECTED);
    tcase_add_test(tcase, dnssec_is_the_ad_flag);
    tcase_add_test(tcase, canonical_is_the_end_of_the_chain);
    tcase_add_test(tcase, hosts_are_asked_for_at_once);
    tcase_add_test(tcase, names_that_need_no_look_up_are_not_asked);
    tcase_add_test(tcase, a_failed_target_is_asked_for_mx);
    tcase_add_test(tcase, giving_up_is_not_a_failure_of_dns);
    tcase_add_test(tcase, no_route_without_a_domain);
    tcase_add_test(tcase, a_deadline_ends_the_look_up);
    tcase_add_test(tcase, hosts_are_bounded);
    tcase_add_test(tcase, addresses_are_bounded);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
