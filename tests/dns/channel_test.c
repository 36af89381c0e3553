/*
 * channel_test.c - the channel, through the memo, against a resolver that misbehaves
 *
 * Starts the program that FAULTD names (tests/tools/faultd.c) on ports of the system's choice.
 * Times are asserted only where waiting is the point, and generously.
 */
#include "dns/channel.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "dns/dns.h"
#include "dns/lane.h"
#include "dns/memo.h"
#include "dns/source.h"
#include "dns/wire.h"
#include "faultd.h"
#include "unit.h"

#define TIMEOUT_MS 150
#define TRIES      2

/* ---- the resolvers ---- */

static const char bad_rules[] = "good.test forward\n"
                                "silent.test silent\n"
                                "servfail.test servfail 22\n"
                                "refused.test refused\n"
                                "notimp.test notimp\n"
                                "formerr.test formerr\n"
                                "truncate.test truncate\n"
                                "broken.test truncate-broken\n"
                                "garbage.test garbage\n"
                                "noise.test noise\n"
                                "id.test wrong-id\n"
                                "question.test wrong-question\n"
                                "empty.test empty\n"
                                "pointer.test pointer-loop\n"
                                "loop.test cname-loop\n"
                                "chain16.test cname-chain 16\n"
                                "chain17.test cname-chain 17\n"
                                "counts.test lying-counts\n"
                                "big.test big\n"
                                "none.test nxdomain\n"
                                "both.test nxdomain-with-answer\n"
                                "unrelated.test unrelated\n"
                                "case.test case\n"
                                "twice.test duplicate\n"
                                "drop1.test drop-first 1\n"
                                "drop9.test drop-first 9\n"
                                "fail1.test servfail-first 1\n"
                                "slow.test delay 60\n"
                                "answer.test answer 192.0.2.77\n";

static struct faultd bad, good;

static void start_both(void)
{
    faultd_start(&bad, bad_rules, "--delay", "0");
    faultd_start(&good, "* forward\n", "--delay", "0");
}

static void stop_both(void)
{
    faultd_stop(&bad);
    faultd_stop(&good);
}

/* ---- one task with a channel ---- */

struct task {
    struct dns_memo *memo;
    struct dns_source *source;
    struct arena arena;
    struct dns *dns;
};

static void task_open_with(struct task *task, const struct dns_channel_options *options)
{
    const char *error = "";
    arena_init(&task->arena);
    task->memo = dns_memo_create((size_t)1 << 20);
    task->source = dns_channel_create(options, &error);
    ck_assert_msg(task->source != NULL, "%s", error);
    task->dns = dns_view_open(task->memo, &task->arena, task);
}

static void task_open(struct task *task, const char *first, const char *second, unsigned timeout_ms,
                      unsigned tries)
{
    struct dns_channel_options options = {.resolvers = {first, second},
                                          .n_resolvers = second != NULL ? 2 : 1,
                                          .timeout_ms = timeout_ms,
                                          .tries = tries};
    task_open_with(task, &options);
}

static void task_close(struct task *task)
{
    dns_view_close(task->dns);
    task->source->ops->destroy(task->source);
    dns_memo_destroy(task->memo);
    arena_clear(&task->arena);
}

/* Turns until nothing is outstanding. */
static void finish(struct task *task)
{
    while (task->source->ops->turn(task->source, task->memo, 1000))
        ;
}

static const struct dns_answer *ask(struct task *task, const char *name, uint16_t type)
{
    (void)dns_ask(task->dns, name, type);
    finish(task);
    return dns_ask(task->dns, name, type);
}

static long elapsed_ms(const struct timespec *since)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)(now.tv_sec - since->tv_sec) * 1000 + (now.tv_nsec - since->tv_nsec) / 1000000;
}

/* ---- each fault, with one resolver ---- */

#define ANY DNS_PENDING

static const struct {
    const char *name;
    uint16_t type;
    enum dns_status status, or_status; /* ANY: no other. c-ares 1.34 tells more than 1.18 */
    size_t n_records;
    unsigned sent; /* 0: depends on the version of c-ares */
    const char *reason;
} faults[] = {
    {"good.test", 1, DNS_NOERROR, ANY, 1, 1, ""},
    {"answer.test", 1, DNS_NOERROR, ANY, 1, 1, ""},
    {"good.test", 6, DNS_NODATA, ANY, 0, 1, ""},
    {"none.test", 15, DNS_NXDOMAIN, ANY, 0, 1, ""},
    {"slow.test", 1, DNS_NOERROR, ANY, 1, 1, ""},
    {"case.test", 1, DNS_NOERROR, ANY, 1, 1, ""},
    {"twice.test", 1, DNS_NOERROR, ANY, 1, 1, ""},
    {"formerr.test", 1, DNS_NOERROR, ANY, 1, 1, ""},
    {"truncate.test", 1, DNS_NOERROR, ANY, 1, 1, ""},
    {"big.test", 16, DNS_NOERROR, ANY, 307, 1, ""},
    {"big.test", 15, DNS_NOERROR, ANY, 4080, 1, ""},
    {"chain16.test", 1, DNS_NOERROR, ANY, 1, 1, ""},
    {"drop1.test", 1, DNS_NOERROR, ANY, 1, 2, ""},
    {"fail1.test", 1, DNS_NOERROR, ANY, 1, 2, ""},
    {"silent.test", 1, DNS_TIMEOUT, ANY, 0, 0, " did not answer in 2 tries of 150 ms"},
    {"drop9.test", 1, DNS_TIMEOUT, ANY, 0, 0, " did not answer in 2 tries of 150 ms"},
    {"noise.test", 1, DNS_TIMEOUT, DNS_MALFORMED, 0, 0, ""},
    {"garbage.test", 1, DNS_TIMEOUT, DNS_MALFORMED, 0, 0, ""},
    {"id.test", 1, DNS_TIMEOUT, ANY, 0, 0, " did not answer"},
    {"question.test", 1, DNS_TIMEOUT, ANY, 0, 0, " did not answer"},
    {"empty.test", 1, DNS_TIMEOUT, DNS_MALFORMED, 0, 0, ""},
    {"servfail.test", 1, DNS_SERVFAIL, ANY, 0, 2, " answered SERVFAIL"},
    {"refused.test", 1, DNS_REFUSED, ANY, 0, 1, " answered REFUSED"},
    {"notimp.test", 1, DNS_REFUSED, ANY, 0, 1, " answered NOTIMP"},
    {"broken.test", 1, DNS_MALFORMED, ANY, 0, 2, "cut short and could not be had over TCP"},
    {"pointer.test", 1, DNS_MALFORMED, ANY, 0, 0, ": "},
    {"loop.test", 1, DNS_MALFORMED, ANY, 0, 1, ": CNAME loop"},
    {"chain17.test", 1, DNS_MALFORMED, ANY, 0, 1, ": CNAME chain longer than 16"},
    {"counts.test", 1, DNS_MALFORMED, ANY, 0, 0, ": "},
    {"both.test", 1, DNS_MALFORMED, ANY, 0, 1, ": "},
};

START_TEST(fault)
{
    struct task task;
    struct timespec start;
    clock_gettime(CLOCK_MONOTONIC, &start);
    task_open(&task, bad.resolver, NULL, TIMEOUT_MS, TRIES);
    const struct dns_answer *answer = ask(&task, faults[_i].name, faults[_i].type);
    ck_assert_msg(answer->status == faults[_i].status || answer->status == faults[_i].or_status,
                  "%s: %s (%s)", faults[_i].name, dns_status_name(answer->status), answer->reason);
    ck_assert_uint_eq(answer->n_records, faults[_i].n_records);
    ck_assert_msg(strstr(answer->reason, faults[_i].reason) != NULL, "%s: %s", faults[_i].name,
                  answer->reason);
    if (answer->status >= DNS_SERVFAIL) {
        ck_assert_msg(strncmp(answer->reason, bad.resolver, strlen(bad.resolver)) == 0,
                      "%s does not begin with the resolver", answer->reason);
        ck_assert_ptr_eq(strstr(answer->reason, "the resolver"), NULL);
    }
    if (faults[_i].sent != 0)
        ck_assert_uint_eq(task.source->counts.sent, faults[_i].sent);
    if (answer->status == DNS_TIMEOUT)
        ck_assert_int_ge(elapsed_ms(&start), TRIES * TIMEOUT_MS);
    ck_assert_int_lt(elapsed_ms(&start), 10000);
    task_close(&task);
}
END_TEST

START_TEST(extended_error_is_kept)
{
    struct task task;
    task_open(&task, bad.resolver, NULL, TIMEOUT_MS, TRIES);
    const struct dns_answer *answer = ask(&task, "servfail.test", DNS_TYPE_A);
    ck_assert_int_eq(answer->extended_error, 22);
    ck_assert_str_eq(answer->extended_text, "made up by faultd");
    task_close(&task);
}
END_TEST

START_TEST(replies_are_counted)
{
    static const struct {
        const char *name;
        unsigned answered;
    } rows[] = {{"good.test", 1},  {"servfail.test", 2}, {"silent.test", 0},
                {"drop1.test", 1}, {"truncate.test", 1}, {"broken.test", 2}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct task task;
        struct faultd fresh; /* one that has not dropped anything yet */
        faultd_start(&fresh, bad_rules, "--delay", "0");
        task_open(&task, fresh.resolver, NULL, TIMEOUT_MS, TRIES);
        (void)ask(&task, rows[i].name, DNS_TYPE_A);
        ck_assert_msg(task.source->counts.answered == rows[i].answered, "%s: %llu", rows[i].name,
                      task.source->counts.answered);
        task_close(&task);
        faultd_stop(&fresh);
    }
}
END_TEST

/* The proxy itself: what comes from behind it over UDP and TCP. */
START_TEST(proxy_forwards)
{
    struct task task;
    struct faultd front;
    faultd_start(&front, "good.test duplicate\ntruncate.test truncate\n", "--forward",
                 bad.resolver);
    task_open(&task, front.resolver, NULL, 2000, 1);
    ck_assert_uint_eq(ask(&task, "good.test", DNS_TYPE_MX)->n_records, 1);
    ck_assert_int_eq(ask(&task, "truncate.test", DNS_TYPE_A)->status, DNS_NOERROR);
    ck_assert_uint_eq(ask(&task, "big.test", DNS_TYPE_TXT)->n_records, 307);
    ck_assert_int_eq(ask(&task, "none.test", DNS_TYPE_A)->status, DNS_NXDOMAIN);
    ck_assert_uint_eq(task.source->counts.sent, 4);
    task_close(&task);
    faultd_stop(&front);
}
END_TEST

/* ---- two resolvers ---- */

static const char *const passed_on[] = {"silent.test", "servfail.test", "refused.test",
                                        "notimp.test", "broken.test",   "pointer.test",
                                        "loop.test",   "garbage.test",  "both.test"};

START_TEST(second_resolver_answers)
{
    struct task task;
    task_open(&task, bad.resolver, good.resolver, TIMEOUT_MS, TRIES);
    const struct dns_answer *answer = ask(&task, passed_on[_i], DNS_TYPE_A);
    ck_assert_msg(answer->status == DNS_NOERROR, "%s: %s", passed_on[_i], answer->reason);
    ck_assert_str_eq(answer->reason, "");
    task_close(&task);
}
END_TEST

START_TEST(most_telling_failure_is_reported)
{
    struct task task;
    struct faultd other;
    faultd_start(&other, "* silent\n", "--delay", "0");
    for (int i = 0; i < 2; i++) {
        task_open(&task, i == 0 ? bad.resolver : other.resolver,
                  i == 0 ? other.resolver : bad.resolver, TIMEOUT_MS, TRIES);
        const struct dns_answer *answer = ask(&task, "servfail.test", DNS_TYPE_A);
        ck_assert_int_eq(answer->status, DNS_SERVFAIL);
        ck_assert_ptr_eq(strstr(answer->reason, bad.resolver), answer->reason);
        task_close(&task);
    }
    faultd_stop(&other);
}
END_TEST

START_TEST(silent_resolver_is_put_to_the_back)
{
    struct task task;
    struct faultd silent;
    char name[32];
    faultd_start(&silent, "* silent\n", "--delay", "0");
    task_open(&task, silent.resolver, good.resolver, 60, 3);
    for (unsigned i = 0; i < 12; i++) {
        snprintf(name, sizeof name, "n%u.test", i);
        ck_assert_int_eq(ask(&task, name, DNS_TYPE_A)->status, DNS_NOERROR);
    }
    /* Five tries in vain, then the other is asked at once. c-ares 1.34 may repeat a try uncounted.
     */
    ck_assert_uint_eq(task.source->counts.answered, 12);
    ck_assert_uint_ge(task.source->counts.sent, 12 + 5);
    unsigned long long sent = task.source->counts.sent;
    ck_assert_int_eq(ask(&task, "last.test", DNS_TYPE_A)->status, DNS_NOERROR);
    ck_assert_uint_eq(task.source->counts.sent, sent + 1);
    task_close(&task);
    faultd_stop(&silent);
}
END_TEST

START_TEST(connection_refused)
{
    struct task task;
    struct timespec start;
    char closed[DNS_RESOLVER_TEXT_SIZE], expected[128];
    closed_port(closed);
    clock_gettime(CLOCK_MONOTONIC, &start);
    task_open(&task, closed, NULL, 2000, 3);
    const struct dns_answer *answer = ask(&task, "good.test", DNS_TYPE_A);
    ck_assert_int_eq(answer->status, DNS_TIMEOUT);
    snprintf(expected, sizeof expected, "%s: connection refused", closed);
    ck_assert_str_eq(answer->reason, expected);
    ck_assert_uint_eq(task.source->counts.sent, 3);
    ck_assert_uint_eq(task.source->counts.answered, 0);
    ck_assert_int_lt(elapsed_ms(&start), 2000);
    task_close(&task);

    task_open(&task, closed, good.resolver, 2000, 3);
    ck_assert_int_eq(ask(&task, "good.test", DNS_TYPE_A)->status, DNS_NOERROR);
    ck_assert_uint_eq(task.source->counts.sent, 2);
    task_close(&task);
}
END_TEST

/* ---- many at once ---- */

/* What goes wrong with one name must not touch the others, even if they have no second try. */
static const char *const troublemakers[] = {"broken.test",  "garbage.test", "noise.test",
                                            "pointer.test", "counts.test",  "empty.test"};

START_TEST(bad_names_do_not_harm_others)
{
    struct task task;
    char name[64];
    task_open(&task, bad.resolver, NULL, 2000, 1);
    for (unsigned i = 0; i < 100; i++) {
        snprintf(name, sizeof name, "n%u.slow.test", i);
        (void)dns_ask(task.dns, name, DNS_TYPE_A);
        snprintf(name, sizeof name, "n%u.%s", i, troublemakers[_i]);
        if (i % 10 == 5)
            (void)dns_ask(task.dns, name, DNS_TYPE_A);
    }
    finish(&task);
    for (unsigned i = 0; i < 100; i++) {
        snprintf(name, sizeof name, "n%u.slow.test", i);
        const struct dns_answer *answer = dns_ask(task.dns, name, DNS_TYPE_A);
        ck_assert_msg(answer->status == DNS_NOERROR, "%s: %s", name, answer->reason);
    }
    task_close(&task);
}
END_TEST

START_TEST(burst_loses_none)
{
    struct task task;
    struct faultd slow;
    char name[32];
    unsigned turns = 0;
    faultd_start(&slow, "* forward\n", "--delay", "50");
    task_open(&task, slow.resolver, NULL, 5000, 3);
    for (unsigned i = 0; i < 1000; i++) {
        snprintf(name, sizeof name, "n%u.test", i);
        (void)dns_ask(task.dns, name, DNS_TYPE_A);
    }
    while (task.source->ops->turn(task.source, task.memo, 1000))
        turns++;
    for (unsigned i = 0; i < 1000; i++) {
        snprintf(name, sizeof name, "n%u.test", i);
        ck_assert_int_eq(dns_ask(task.dns, name, DNS_TYPE_A)->status, DNS_NOERROR);
    }
    ck_assert_uint_gt(turns, 0);
    ck_assert_uint_eq(task.source->counts.sent, 1000);
    ck_assert_uint_eq(task.source->counts.answered, 1000);
    task_close(&task);
    faultd_stop(&slow);
}
END_TEST

/* The dead wait without blocking the living. */
START_TEST(dead_names_do_not_block)
{
    struct task task;
    char name[32];
    task_open(&task, bad.resolver, NULL, 3000, 1);
    for (unsigned i = 0; i < 600; i++) {
        snprintf(name, sizeof name, "n%u.silent.test", i);
        (void)dns_ask(task.dns, name, DNS_TYPE_A);
    }
    (void)dns_ask(task.dns, "good.test", DNS_TYPE_A);
    struct timespec start;
    clock_gettime(CLOCK_MONOTONIC, &start);
    while (dns_ask(task.dns, "good.test", DNS_TYPE_A)->status == DNS_PENDING)
        ck_assert(task.source->ops->turn(task.source, task.memo, 1000));
    ck_assert_int_lt(elapsed_ms(&start), 2500);
    ck_assert_int_eq(dns_ask(task.dns, "good.test", DNS_TYPE_A)->status, DNS_NOERROR);
    task_close(&task);
}
END_TEST

/* In either order: the one does not touch the other. */
START_TEST(destroy_with_outstanding)
{
    struct task task;
    char name[32];
    task_open(&task, bad.resolver, NULL, 5000, 3);
    for (unsigned i = 0; i < 300; i++) {
        snprintf(name, sizeof name, "n%u.%s", i, i % 3 == 0 ? "truncate.test" : "silent.test");
        (void)dns_ask(task.dns, name, DNS_TYPE_A);
    }
    ck_assert(task.source->ops->turn(task.source, task.memo, 0));
    ck_assert(task.source->ops->turn(task.source, task.memo, 5));
    dns_view_close(task.dns);
    if (_i == 0)
        task.source->ops->destroy(task.source);
    dns_memo_destroy(task.memo);
    if (_i == 1)
        task.source->ops->destroy(task.source);
    arena_clear(&task.arena);
}
END_TEST

START_TEST(nothing_wanted_is_nothing_to_wait_for)
{
    struct task task;
    task_open(&task, bad.resolver, NULL, TIMEOUT_MS, TRIES);
    ck_assert(!task.source->ops->turn(task.source, task.memo, 10000));
    (void)ask(&task, "good.test", DNS_TYPE_A);
    ck_assert(!task.source->ops->turn(task.source, task.memo, 10000));
    task_close(&task);
}
END_TEST

START_TEST(turn_keeps_its_time)
{
    struct task task;
    struct timespec start;
    task_open(&task, bad.resolver, NULL, 5000, 1);
    (void)dns_ask(task.dns, "silent.test", DNS_TYPE_A);
    clock_gettime(CLOCK_MONOTONIC, &start);
    ck_assert(task.source->ops->turn(task.source, task.memo, 120));
    ck_assert_int_ge(elapsed_ms(&start), 100);
    ck_assert_int_lt(elapsed_ms(&start), 2000);
    task_close(&task);
}
END_TEST

START_TEST(bad_options_are_told)
{
    const char *error = NULL;
    struct dns_channel_options options = {
        .resolvers = {"resolver.example"}, .n_resolvers = 1, .timeout_ms = 100, .tries = 1};
    ck_assert_ptr_eq(dns_channel_create(&options, &error), NULL);
    ck_assert_str_eq(error, "a resolver is not an IP address with or without a port");
    options.n_resolvers = DNS_RESOLVERS_MAX + 1;
    ck_assert_ptr_eq(dns_channel_create(&options, &error), NULL);
    ck_assert_str_eq(error, "too many resolvers");
}
END_TEST

START_TEST(resolvers_of_the_system)
{
    const char *error = NULL;
    struct dns_channel_options options = {.timeout_ms = 100, .tries = 1};
    struct dns_source *source = dns_channel_create(&options, &error);
    ck_assert_msg(source != NULL, "%s", error);
    source->ops->destroy(source);
}
END_TEST

START_TEST(resolvers_are_named)
{
    struct task task;
    struct dns_source other = {.ops = NULL};
    task_open(&task, bad.resolver, good.resolver, TIMEOUT_MS, TRIES);
    ck_assert_str_eq(dns_channel_resolver(task.source, 0), bad.resolver);
    ck_assert_str_eq(dns_channel_resolver(task.source, 1), good.resolver);
    ck_assert_ptr_null(dns_channel_resolver(task.source, 2));
    ck_assert_ptr_null(dns_channel_resolver(&other, 0));
    task_close(&task);
}
END_TEST

/* ---- what a reply shows of the resolver ---- */

START_TEST(edns_and_truncation_are_told)
{
    static const struct {
        const char *name;
        bool edns, truncated;
    } rows[] = {{"good.test", true, false},     {"truncate.test", true, true},
                {"big.test", false, true},      {"formerr.test", false, false},
                {"servfail.test", true, false}, {"silent.test", false, false}};
    struct task task;
    task_open(&task, bad.resolver, NULL, TIMEOUT_MS, TRIES);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct dns_answer *answer = ask(&task, rows[i].name, DNS_TYPE_TXT);
        ck_assert_msg(answer->edns == rows[i].edns, "%s: EDNS", rows[i].name);
        ck_assert_msg(answer->truncated == rows[i].truncated, "%s: truncated", rows[i].name);
    }
    task_close(&task);
}
END_TEST

/* ---- TCP only ---- */

static struct dns_channel_options tcp_options(const char *resolver)
{
    return (struct dns_channel_options){.resolvers = {resolver},
                                        .n_resolvers = 1,
                                        .timeout_ms = TIMEOUT_MS,
                                        .tries = TRIES,
                                        .tcp = true};
}

START_TEST(tcp_only)
{
    struct task task;
    struct log log;
    char name[32];
    log_start(&log, bad_rules);
    struct dns_channel_options options = tcp_options(log.faultd.resolver);
    options.timeout_ms = 2000;
    task_open_with(&task, &options);
    for (unsigned i = 0; i < 30; i++) {
        snprintf(name, sizeof name, "n%u.good.test", i);
        (void)dns_ask(task.dns, name, DNS_TYPE_A);
    }
    (void)dns_ask(task.dns, "truncate.test", DNS_TYPE_A);
    finish(&task);
    for (unsigned i = 0; i < 30; i++) {
        snprintf(name, sizeof name, "n%u.good.test", i);
        ck_assert_int_eq(dns_ask(task.dns, name, DNS_TYPE_A)->status, DNS_NOERROR);
    }
    const struct dns_answer *answer = dns_ask(task.dns, "truncate.test", DNS_TYPE_A);
    ck_assert_int_eq(answer->status, DNS_NOERROR);
    ck_assert(!answer->truncated);
    ck_assert_uint_eq(task.source->counts.sent, 31);
    ck_assert_uint_eq(task.source->counts.answered, 31);
    ck_assert_uint_eq(log_count(&log, "udp", ""), 0);
    ck_assert_uint_eq(log_count(&log, "tcp", ""), 31);
    task_close(&task);
    log_stop(&log);
}
END_TEST

static const struct {
    const char *name;
    enum dns_status status;
    unsigned sent; /* 0: depends on the version of c-ares */
    const char *reason;
} tcp_faults[] = {
    {"silent.test", DNS_TIMEOUT, 0, " did not answer in 2 tries of 150 ms"},
    {"servfail.test", DNS_SERVFAIL, 2, " answered SERVFAIL"},
    {"refused.test", DNS_REFUSED, 1, " answered REFUSED"},
    {"loop.test", DNS_MALFORMED, 1, ": CNAME loop"},
    {"fail1.test", DNS_NOERROR, 2, ""},
};

START_TEST(tcp_only_fault)
{
    struct task task;
    struct log log;
    log_start(&log, bad_rules);
    struct dns_channel_options options = tcp_options(log.faultd.resolver);
    task_open_with(&task, &options);
    const struct dns_answer *answer = ask(&task, tcp_faults[_i].name, DNS_TYPE_A);
    ck_assert_msg(answer->status == tcp_faults[_i].status, "%s: %s (%s)", tcp_faults[_i].name,
                  dns_status_name(answer->status), answer->reason);
    ck_assert_msg(strstr(answer->reason, tcp_faults[_i].reason) != NULL, "%s", answer->reason);
    if (tcp_faults[_i].sent != 0)
        ck_assert_uint_eq(task.source->counts.sent, tcp_faults[_i].sent);
    ck_assert_uint_eq(log_count(&log, "udp", ""), 0);
    task_close(&task);
    log_stop(&log);
}
END_TEST

START_TEST(tcp_only_refused)
{
    struct task task;
    char closed[DNS_RESOLVER_TEXT_SIZE];
    closed_port(closed);
    struct dns_channel_options options = tcp_options(closed);
    task_open_with(&task, &options);
    const struct dns_answer *answer = ask(&task, "good.test", DNS_TYPE_A);
    ck_assert_int_eq(answer->status, DNS_TIMEOUT);
    ck_assert_ptr_eq(strstr(answer->reason, closed), answer->reason);
    ck_assert_uint_eq(task.source->counts.answered, 0);
    task_close(&task);
}
END_TEST

/* ---- limits ---- */

/* 13 questions at 20 a second: 5 at once, 8 more in 400 ms; another zone does not wait for them. */
START_TEST(limit_holds_back)
{
    static const struct dns_limit limits[] = {{"list.test", 20}};
    struct task task;
    struct log log;
    struct timespec start;
    char name[32], text[64];
    log_start(&log, "* forward\n");
    struct dns_channel_options options = {.resolvers = {log.faultd.resolver},
                                          .n_resolvers = 1,
                                          .timeout_ms = 2000,
                                          .tries = 1,
                                          .limits = limits,
                                          .n_limits = 1};
    clock_gettime(CLOCK_MONOTONIC, &start);
    task_open_with(&task, &options);
    for (unsigned i = 0; i < 13; i++) {
        snprintf(name, sizeof name, "n%u.list.test", i);
        (void)dns_ask(task.dns, name, DNS_TYPE_A);
    }
    (void)dns_ask(task.dns, "free.test", DNS_TYPE_A);
    while (dns_ask(task.dns, "free.test", DNS_TYPE_A)->status == DNS_PENDING)
        ck_assert(task.source->ops->turn(task.source, task.memo, 1000));
    ck_assert_int_lt(elapsed_ms(&start), 350);
    ck_assert_uint_lt(log_count(&log, "udp", ".list.test"), 13);
    finish(&task);
    ck_assert_int_ge(elapsed_ms(&start), 395);
    ck_assert_int_lt(elapsed_ms(&start), 5000);
    for (unsigned i = 0; i < 13; i++) {
        snprintf(name, sizeof name, "n%u.list.test", i);
        ck_assert_int_eq(dns_ask(task.dns, name, DNS_TYPE_A)->status, DNS_NOERROR);
        snprintf(text, sizeof text, " %s A", name);
        ck_assert_uint_eq(log_count(&log, "udp", text), 1);
    }
    ck_assert_uint_eq(task.source->counts.sent, 14);
    task_close(&task);
    log_stop(&log);
}
END_TEST

/* They are asked in the order of their coming. */
START_TEST(limit_keeps_order)
{
    static const struct dns_limit limits[] = {{"list.test", 100}};
    struct task task;
    struct log log;
    char name[32], line[512];
    log_start(&log, "* forward\n");
    struct dns_channel_options options = {.resolvers = {log.faultd.resolver},
                                          .n_resolvers = 1,
                                          .timeout_ms = 2000,
                                          .tries = 1,
                                          .tcp = _i == 1,
                                          .limits = limits,
                                          .n_limits = 1};
    task_open_with(&task, &options);
    for (unsigned i = 0; i < 40; i++) {
        snprintf(name, sizeof name, "n%u.list.test", i);
        (void)dns_ask(task.dns, name, DNS_TYPE_A);
    }
    finish(&task);
    FILE *file = fopen(log.path, "r");
    unsigned held = 0;
    for (unsigned i = 0; fgets(line, sizeof line, file) != NULL; i++) {
        snprintf(name, sizeof name, " n%u.list.test ", i);
        /* The first 25 go off at once, over several sockets: any order. */
        held += i >= 25;
        if (i >= 25 && _i == 0)
            ck_assert_msg(strstr(line, name) != NULL, "%u: %s", i, line);
    }
    fclose(file);
    ck_assert_uint_eq(held, 15);
    task_close(&task);
    log_stop(&log);
}
END_TEST

/* Repeats take tokens too: 6 questions, each lost once, are 12 messages. */
START_TEST(limit_counts_repeats)
{
    static const struct dns_limit limits[] = {{"drop1.test", 10}};
    struct task task;
    struct log log;
    struct timespec start;
    char name[32];
    log_start(&log, bad_rules);
    struct dns_channel_options options = {.resolvers = {log.faultd.resolver},
                                          .n_resolvers = 1,
                                          .timeout_ms = TIMEOUT_MS,
                                          .tries = 3,
                                          .limits = limits,
                                          .n_limits = 1};
    clock_gettime(CLOCK_MONOTONIC, &start);
    task_open_with(&task, &options);
    for (unsigned i = 0; i < 6; i++) {
        snprintf(name, sizeof name, "n%u.drop1.test", i);
        (void)dns_ask(task.dns, name, DNS_TYPE_A);
    }
    finish(&task);
    for (unsigned i = 0; i < 6; i++) {
        snprintf(name, sizeof name, "n%u.drop1.test", i);
        ck_assert_int_eq(dns_ask(task.dns, name, DNS_TYPE_A)->status, DNS_NOERROR);
    }
    ck_assert_uint_ge(log_count(&log, "udp", ".drop1.test"), 12);
    ck_assert_int_ge(elapsed_ms(&start), 995); /* (12 - 2) / 10 seconds */
    task_close(&task);
    log_stop(&log);
}
END_TEST

START_TEST(destroy_with_held_back)
{
    static const struct dns_limit limits[] = {{"good.test", 1}};
    struct task task;
    char name[32];
    struct dns_channel_options options = {.resolvers = {bad.resolver},
                                          .n_resolvers = 1,
                                          .timeout_ms = 2000,
                                          .tries = 1,
                                          .limits = limits,
                                          .n_limits = 1};
    task_open_with(&task, &options);
    for (unsigned i = 0; i < 100; i++) {
        snprintf(name, sizeof name, "n%u.good.test", i);
        (void)dns_ask(task.dns, name, DNS_TYPE_A);
    }
    ck_assert(task.source->ops->turn(task.source, task.memo, 20));
    ck_assert_uint_eq(task.source->counts.sent, 1);
    task_close(&task);
}
END_TEST

/* ---- ids ---- */

static void ignore(struct dns_try *try, enum dns_lane_event event, const unsigned char *message,
                   size_t length)
{
    (void)try;
    (void)event;
    (void)message;
    (void)length;
}

/* Ids of what is outstanding differ, and do not follow from one another. */
START_TEST(ids_are_unique)
{
    static struct dns_try tries[2000];
    static unsigned char seen[65536];
    struct dns_sockets sockets;
    const char *error;
    unsigned steps = 0;
    dns_sockets_init(&sockets);
    struct dns_lane *lane = dns_lane_create(bad.resolver, false, 60000, &sockets, &error);
    ck_assert_ptr_ne(lane, NULL);
    for (unsigned i = 0; i < 2000; i++) {
        tries[i].done = ignore;
        ck_assert(dns_lane_send(lane, &tries[i], "silent.test", DNS_TYPE_A));
        ck_assert_uint_eq(seen[tries[i].id], 0);
        seen[tries[i].id] = 1;
        steps += i > 0 && (uint16_t)(tries[i].id - tries[i - 1].id) == 1;
    }
    ck_assert_uint_eq(dns_lane_outstanding(lane), 2000);
    ck_assert_uint_lt(steps, 10);
    dns_lane_destroy(lane);
    ck_assert_uint_eq(sockets.count, 0);
    dns_sockets_clear(&sockets);
}
END_TEST

START_TEST(what_is_no_name_is_not_sent)
{
    struct dns_sockets sockets;
    const char *error;
    struct dns_try try = {.done = ignore};
    dns_sockets_init(&sockets);
    struct dns_lane *lane = dns_lane_create(bad.resolver, false, 1000, &sockets, &error);
    ck_assert(!dns_lane_send(lane, &try, "a..test", DNS_TYPE_A));
    ck_assert_uint_eq(dns_lane_outstanding(lane), 0);
    dns_lane_destroy(lane);
    dns_sockets_clear(&sockets);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

int main(void)
{
    Suite *suite = suite_create("dns/channel");
    TCase *tcase = tcase_create("channel");
    tcase_set_timeout(tcase, 60);
    tcase_add_unchecked_fixture(tcase, start_both, stop_both);
    tcase_add_loop_test(tcase, fault, 0, COUNT(faults));
    tcase_add_test(tcase, extended_error_is_kept);
    tcase_add_test(tcase, replies_are_counted);
    tcase_add_test(tcase, proxy_forwards);
    tcase_add_loop_test(tcase, second_resolver_answers, 0, COUNT(passed_on));
    tcase_add_test(tcase, most_telling_failure_is_reported);
    tcase_add_test(tcase, silent_resolver_is_put_to_the_back);
    tcase_add_test(tcase, connection_refused);
    tcase_add_loop_test(tcase, bad_names_do_not_harm_others, 0, COUNT(troublemakers));
    tcase_add_test(tcase, burst_loses_none);
    tcase_add_test(tcase, dead_names_do_not_block);
    tcase_add_loop_test(tcase, destroy_with_outstanding, 0, 2);
    tcase_add_test(tcase, nothing_wanted_is_nothing_to_wait_for);
    tcase_add_test(tcase, turn_keeps_its_time);
    tcase_add_test(tcase, bad_options_are_told);
    tcase_add_test(tcase, resolvers_of_the_system);
    tcase_add_test(tcase, resolvers_are_named);
    tcase_add_test(tcase, edns_and_truncation_are_told);
    tcase_add_test(tcase, tcp_only);
    tcase_add_loop_test(tcase, tcp_only_fault, 0, COUNT(tcp_faults));
    tcase_add_test(tcase, tcp_only_refused);
    tcase_add_test(tcase, limit_holds_back);
    tcase_add_loop_test(tcase, limit_keeps_order, 0, 2);
    tcase_add_test(tcase, limit_counts_repeats);
    tcase_add_test(tcase, destroy_with_held_back);
    tcase_add_test(tcase, ids_are_unique);
    tcase_add_test(tcase, what_is_no_name_is_not_sent);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
