/*
 * rdns_test.c - forward-confirmed reverse DNS, on tables of answers, in three orders of arrival
 */
#include <stdio.h>

#include "evaluate/sender.h"
#include "rerun.h"
#include "unit.h"

/* 2620:4f:8000::, without its last nibble */
#define V6_REVERSE ".0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.f.4.0.0.0.2.6.2.ip6.arpa"

/* clang-format off */
static const struct world_row rows[] = {
#define PTR(octet, ...) {#octet ".196.31.192.in-addr.arpa", "PTR", "noerror", {__VA_ARGS__}}
    PTR(1, "mx.ok.lab."), {"mx.ok.lab", "A", "noerror", {"192.31.196.1"}},
    PTR(2, "mx.ok.lab."),
    {"3.196.31.192.in-addr.arpa", "PTR", "nodata"},
    {"4.196.31.192.in-addr.arpa", "PTR", "servfail"},
    {"5.196.31.192.in-addr.arpa", "PTR", "timeout", .gave_up = true},
    PTR(6, "gone.lab."),
    PTR(7, "fail.lab."), {"fail.lab", "A", "servfail"},
    PTR(8, "gone.lab.", "good8.lab."), {"good8.lab", "A", "noerror", {"192.31.196.9", "192.31.196.8"}},
    PTR(9, "good8.lab.", "gone.lab."),
    PTR(10, "fail.lab.", "good10.lab."), {"good10.lab", "A", "noerror", {"192.31.196.10"}},
    PTR(11, "fail.lab.", "gone.lab.", "late.lab."), {"late.lab", "A", "timeout"},
    PTR(12, "host-192-31-196-12.isp.lab."), {"host-192-31-196-12.isp.lab", "A", "noerror", {"192.31.196.12"}},
    PTR(13, "under_score.lab."), {"under_score.lab", "A", "noerror", {"192.31.196.13"}},
    PTR(14, "single."), {"single", "A", "noerror", {"192.31.196.14"}},
    PTR(15, "192.31.196.15."),
    PTR(16, "."),
    PTR(17, "alias.lab."), {"alias.lab", "A", "noerror", {"192.31.196.17"}, .alias = "real.lab"},
    PTR(18, "six.lab."), {"six.lab", "A", "nodata"}, {"six.lab", "AAAA", "noerror", {"2620:4f:8000::1"}},
    PTR(19, "empty.lab."), {"empty.lab", "A", "nodata"}, {"empty.lab", "AAAA", "nodata"},
    {"20.196.31.192.in-addr.arpa", "PTR", "noerror", {"good20.lab."}, .alias = "20.0-31.196.31.192.in-addr.arpa"},
    {"good20.lab", "A", "noerror", {"192.31.196.20"}},
    PTR(21, "emptyfail.lab."), {"emptyfail.lab", "A", "nodata"}, {"emptyfail.lab", "AAAA", "servfail"},
    PTR(22, "mx.ok.lab.", "mx.ok.lab."),
    {"23.196.31.192.in-addr.arpa", "PTR", "refused"}, {"24.196.31.192.in-addr.arpa", "PTR", "malformed"},
    {"1" V6_REVERSE, "PTR", "noerror", {"six.lab."}},
    {"2" V6_REVERSE, "PTR", "noerror", {"mx.ok.lab."}}, {"mx.ok.lab", "AAAA", "nodata"},
    {0}
};

static const struct expected {
    const char *ip;
    enum rcpt_rdns_status status;
    bool first;
    const char *ptr, *confirmed, *problems;
} table[] = {
    {"192.31.196.1", RCPT_RDNS_CONFIRMED, true, "mx.ok.lab", "mx.ok.lab", ""},
    {"192.31.196.2", RCPT_RDNS_MISMATCH, false, "mx.ok.lab", "", ""},
    {"192.31.196.3", RCPT_RDNS_NONE, false, "", "", ""},
    {"192.31.196.99", RCPT_RDNS_NONE, false, "", "", ""},
    {"192.31.196.4", RCPT_RDNS_TEMPERROR, false, "", "", ""},
    {"192.31.196.5", RCPT_RDNS_TEMPERROR, false, "", "", ""},
    {"192.31.196.23", RCPT_RDNS_TEMPERROR, false, "", "", ""},
    {"192.31.196.24", RCPT_RDNS_TEMPERROR, false, "", "", ""},
    {"192.31.196.6", RCPT_RDNS_MISMATCH, false, "gone.lab", "", ""},
    {"192.31.196.7", RCPT_RDNS_TEMPERROR, false, "fail.lab", "", ""},
    {"192.31.196.8", RCPT_RDNS_CONFIRMED, false, "gone.lab good8.lab", "good8.lab", "rdns-several rdns-first-unconfirmed"},
    {"192.31.196.9", RCPT_RDNS_CONFIRMED, true, "good8.lab gone.lab", "good8.lab", "rdns-several"},
    {"192.31.196.10", RCPT_RDNS_CONFIRMED, false, "fail.lab good10.lab", "good10.lab", "rdns-several rdns-first-unconfirmed"},
    {"192.31.196.11", RCPT_RDNS_TEMPERROR, false, "fail.lab gone.lab late.lab", "", "rdns-several"},
    {"192.31.196.12", RCPT_RDNS_CONFIRMED, true, "host-192-31-196-12.isp.lab", "host-192-31-196-12.isp.lab", "rdns-generic"},
    {"192.31.196.13", RCPT_RDNS_CONFIRMED, true, "under_score.lab", "under_score.lab", "rdns-not-hostname"},
    {"192.31.196.14", RCPT_RDNS_CONFIRMED, true, "single", "single", "rdns-not-hostname"},
    {"192.31.196.15", RCPT_RDNS_MISMATCH, false, "192.31.196.15", "", "rdns-not-hostname rdns-generic"},
    {"192.31.196.16", RCPT_RDNS_MISMATCH, false, ".", "", "rdns-not-hostname"},
    {"192.31.196.17", RCPT_RDNS_CONFIRMED, true, "alias.lab", "alias.lab", "rdns-alias"},
    {"192.31.196.18", RCPT_RDNS_MISMATCH, false, "six.lab", "", "rdns-other-family"},
    {"192.31.196.19", RCPT_RDNS_MISMATCH, false, "empty.lab", "", ""},
    {"192.31.196.20", RCPT_RDNS_CONFIRMED, true, "good20.lab", "good20.lab", ""},
    {"192.31.196.21", RCPT_RDNS_MISMATCH, false, "emptyfail.lab", "", ""},
    {"192.31.196.22", RCPT_RDNS_MISMATCH, false, "mx.ok.lab", "", ""},
    {"2620:4f:8000::1", RCPT_RDNS_CONFIRMED, true, "six.lab", "six.lab", ""},
    {"2620:4f:8000::2", RCPT_RDNS_MISMATCH, false, "mx.ok.lab", "", "rdns-other-family"},
};
/* clang-format on */

#define N_EXPECTED ((int)(sizeof table / sizeof *table))

static const struct rcpt_rdns *run(struct world *world, const char *text)
{
    const struct rcpt_rdns *rdns = NULL;
    struct ip ip;
    ck_assert(ip_parse(&ip, text));
    RERUN(world, rdns_check(&world->arena, world->dns, &ip, &rdns));
    return rdns;
}

START_TEST(address)
{
    const struct expected *expected = &table[_i];
    for (int order = WORLD_ALL; order <= WORLD_LAST; order++) {
        struct world world;
        world_init(&world, rows, "example.com");
        world.order = (enum world_order)order;
        const struct rcpt_rdns *rdns = run(&world, expected->ip);
        ck_assert_str_eq(rdns->ip, expected->ip);
        ck_assert_msg(rdns->status == expected->status, "%s: %s", expected->ip,
                      rcpt_rdns_status_name(rdns->status));
        ck_assert_int_eq(rdns->first_confirmed, expected->first);
        ck_assert_str_eq(rerun_join(&world.arena, rdns->ptr), expected->ptr);
        ck_assert_str_eq(rdns->confirmed, expected->confirmed);
        ck_assert_str_eq(rerun_problems(&world.arena, rdns->problems), expected->problems);
        ck_assert_int_eq(rdns->status == RCPT_RDNS_TEMPERROR, *rdns->detail != '\0');
        ck_assert_ptr_nonnull(rdns->evidence[0]);
        world_clear(&world);
    }
}
END_TEST

START_TEST(names_are_asked_for_at_once)
{
    struct world world;
    world_init(&world, rows, "example.com");
    run(&world, "192.31.196.11");
    ck_assert_uint_eq(world.rounds, 2);
    ck_assert_uint_eq(world.n_asked, 1 + 3);
    world_clear(&world);
}
END_TEST

START_TEST(what_is_no_name_is_not_asked_for)
{
    static const char *const addresses[] = {"192.31.196.15", "192.31.196.16", "192.31.196.99"};
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        struct world world;
        world_init(&world, rows, "example.com");
        run(&world, addresses[i]);
        ck_assert_uint_eq(world.n_asked, 1);
        world_clear(&world);
    }
}
END_TEST

START_TEST(the_most_telling_failure_is_told)
{
    struct world world;
    world_init(&world, rows, "example.com");
    ck_assert_str_eq(run(&world, "192.31.196.11")->detail, "fail.lab. A: SERVFAIL");
    world_clear(&world);
}
END_TEST

/* `count` PTR names, of which the last one alone has the address. */
static const struct rcpt_rdns *run_many(struct world *world, int count)
{
    static struct world_row good[2];
    static char names[12][32];
    struct dns_record records[12];
    const struct rcpt_rdns *rdns;
    struct ip ip;
    for (int i = 0; i < count; i++) {
        snprintf(names[i], sizeof names[i], "mx%d.many.lab", i);
        records[i].target = names[i];
    }
    good[0] = (struct world_row){names[count - 1], "A", "noerror", {"192.31.196.50"}};
    world_init(world, good, "example.com");
    ck_assert(ip_parse(&ip, "192.31.196.50"));
    ck_assert_int_eq(rdns_check(&world->arena, world->dns, &ip, &rdns), CHECK_WAIT);
    struct dns_answer answer = {.status = DNS_NOERROR,
                                .type = DNS_TYPE_PTR,
                                .ttl = 60,
                                .name = "50.196.31.192.in-addr.arpa",
                                .canonical = "50.196.31.192.in-addr.arpa",
                                .records = records,
                                .n_records = (size_t)count,
                                .extended_error = -1,
                                .extended_text = "",
                                .reason = ""};
    dns_question_settle(dns_memo_next_wanted(world->memo), &answer);
    return run(world, "192.31.196.50");
}

START_TEST(ten_names_are_used)
{
    struct world world;
    const struct rcpt_rdns *rdns = run_many(&world, 10);
    ck_assert_int_eq(rdns->status, RCPT_RDNS_CONFIRMED);
    ck_assert_str_eq(rdns->confirmed, "mx9.many.lab");
    ck_assert_str_eq(rerun_problems(&world.arena, rdns->problems),
                     "rdns-several rdns-first-unconfirmed");
    world_clear(&world);

    rdns = run_many(&world, 11);
    ck_assert_int_eq(rdns->status, RCPT_RDNS_MISMATCH);
    ck_assert_str_eq(rdns->ptr[9], "mx9.many.lab");
    ck_assert_ptr_null(rdns->ptr[10]);
    ck_assert_str_eq(rerun_problems(&world.arena, rdns->problems), "rdns-too-many");
    ck_assert_ptr_nonnull(strstr(rdns->problems->text, "11 PTR names"));
    ck_assert_uint_eq(world.n_asked, 10);
    world_clear(&world);
}
END_TEST

START_TEST(a_deadline_is_a_temporary_error)
{
    struct world world;
    const struct rcpt_rdns *rdns;
    struct ip ip;
    world_init(&world, rows, "example.com");
    ck_assert(ip_parse(&ip, "192.31.196.1"));
    ck_assert_int_eq(rdns_check(&world.arena, world.dns, &ip, &rdns), CHECK_WAIT);
    dns_view_expire(world.dns, "no answer within the deadline of 1 ms");
    ck_assert_int_eq(rdns_check(&world.arena, world.dns, &ip, &rdns), CHECK_DONE);
    ck_assert_int_eq(rdns->status, RCPT_RDNS_TEMPERROR);
    ck_assert_ptr_nonnull(strstr(rdns->detail, "within the deadline of 1 ms"));
    ck_assert_ptr_null(rdns->ptr[0]);
    world_clear(&world);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/rdns");
    TCase *tcase = tcase_create("rdns");
    tcase_add_loop_test(tcase, address, 0, N_EXPECTED);
    tcase_add_test(tcase, names_are_asked_for_at_once);
    tcase_add_test(tcase, what_is_no_name_is_not_asked_for);
    tcase_add_test(tcase, the_most_telling_failure_is_told);
    tcase_add_test(tcase, ten_names_are_used);
    tcase_add_test(tcase, a_deadline_is_a_temporary_error);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
