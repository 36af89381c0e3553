/*
 * resolvers_test.c - rcpt_resolvers_examine() against resolvers that misbehave
 * (tests/tools/faultd.c)
 */
#include "rcptcheck/resolver.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "faultd.h"
#include "unit.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

#define LISTS                                                                                      \
    "zen.spamhaus.org answer 127.0.0.2\n"                                                          \
    "bl.spamcop.net answer 127.0.0.2\n"                                                            \
    "psbl.surriel.com answer 127.0.0.2\n"
#define ABSENT "com nxdomain\ninvalid nxdomain\n"

static const struct {
    const char *title, *rules, *option, *value;
    bool fit;
    const char *bad;          /* ids of bad traits, each with a space behind it */
    const char *id, *finding; /* a part of what is found of one trait */
} resolvers[] = {
    {"in good health", LISTS ABSENT "* forward\n", "--delay", "0", true, "", "lists",
     "lists answer it"},
    {"rewrites", "* answer 198.51.100.7\n", "--delay", "0", false, "nxdomain lists ", "nxdomain",
     "it answers 198.51.100.7 for rcptcheck-"},
    {"rewrites, but lets lists pass", LISTS "* answer 198.51.100.7\n", "--delay", "0", false,
     "nxdomain ", "lists", "lists answer it"},
    {"no TCP", LISTS ABSENT "* forward\n", "--tcp", "no", false, "tcp ", "tcp", "127.0.0.1:"},
    {"drops 127/8",
     "zen.spamhaus.org nxdomain\nbl.spamcop.net nxdomain\npsbl.surriel.com nxdomain\n" ABSENT
     "* forward\n",
     "--delay", "0", false, "rebinding ", "rebinding", "and 2 more do not list"},
    {"refused by a list", "zen.spamhaus.org answer 127.255.255.254\n" LISTS ABSENT "* forward\n",
     "--delay", "0", false, "lists ", "lists", "zen.spamhaus.org answers 127.255.255.254"},
    {"refuses", "* refused\n", "--delay", "0", false, "udp ", "udp", " answered REFUSED"},
    {"silent", "* silent\n", "--delay", "0", false, "udp tcp ", "udp",
     " did not answer in 2 tries of 200 ms"},
    {"without EDNS", LISTS ABSENT "* formerr\n", "--delay", "0", true, "", "edns", "no OPT record"},
    {"large", LISTS ABSENT "* truncate\n", "--delay", "0", true, "", "truncation",
     "came whole, over TCP"},
};

static struct rcpt_resolver_report *examine(const struct rcpt_resolver_options *options)
{
    char error[160] = "?";
    struct rcpt_resolver_report *reports = NULL;
    enum rcpt_status status = rcpt_resolvers_examine(options, &reports, error, sizeof error);
    ck_assert_msg(status == RCPT_OK, "status %d: %s", status, error);
    ck_assert_ptr_nonnull(reports);
    ck_assert_str_eq(error, "");
    return reports;
}

static const struct rcpt_trait *trait_of(const struct rcpt_resolver_report *report, const char *id)
{
    const struct rcpt_trait *trait = report->traits;
    while (trait != NULL && strcmp(trait->id, id) != 0)
        trait = trait->next;
    ck_assert_msg(trait != NULL, "no trait %s", id);
    return trait;
}

static void bad_traits(const struct rcpt_resolver_report *report, char *text, size_t size)
{
    text[0] = '\0';
    for (const struct rcpt_trait *trait = report->traits; trait != NULL; trait = trait->next) {
        size_t length = strlen(text);
        if (trait->status == RCPT_TRAIT_BAD)
            snprintf(text + length, size - length, "%s ", trait->id);
    }
}

START_TEST(one)
{
    struct faultd faultd;
    char bad[128];
    faultd_start(&faultd, resolvers[_i].rules, resolvers[_i].option, resolvers[_i].value);
    const char *const names[] = {faultd.resolver, NULL};
    struct rcpt_resolver_options options = {.resolvers = names, .timeout_ms = 200, .tries = 2};
    struct rcpt_resolver_report *report = examine(&options);
    faultd_stop(&faultd);
    ck_assert_ptr_null(report->next);
    ck_assert_str_eq(report->resolver, faultd.resolver);
    bad_traits(report, bad, sizeof bad);
    ck_assert_msg(strcmp(bad, resolvers[_i].bad) == 0, "%s: bad are %s", resolvers[_i].title, bad);
    ck_assert_int_eq(report->fit, resolvers[_i].fit);
    ck_assert_int_eq(report->latency_ms > 0, strcmp(resolvers[_i].title, "silent") != 0);
    const char *finding = trait_of(report, resolvers[_i].id)->finding;
    ck_assert_msg(strstr(finding, resolvers[_i].finding) != NULL, "%s: %s", resolvers[_i].title,
                  finding);
    rcpt_resolvers_destroy(report);
}
END_TEST

START_TEST(latency_is_measured)
{
    struct faultd faultd;
    faultd_start(&faultd, LISTS ABSENT "* forward\n", "--delay", "80");
    const char *const names[] = {faultd.resolver, NULL};
    struct rcpt_resolver_options options = {.resolvers = names, .timeout_ms = 2000, .tries = 1};
    struct rcpt_resolver_report *report = examine(&options);
    ck_assert_uint_ge(report->latency_ms, 80);
    ck_assert_uint_lt(report->latency_ms, 1500);
    rcpt_resolvers_destroy(report);
    faultd_stop(&faultd);
}
END_TEST

/* One that is down and one in good health: a report each, in order. */
START_TEST(several)
{
    struct faultd faultd;
    char closed[DNS_RESOLVER_TEXT_SIZE];
    closed_port(closed);
    faultd_start(&faultd, LISTS ABSENT "* forward\n", "--delay", "0");
    const char *const names[] = {closed, faultd.resolver, NULL};
    struct rcpt_resolver_options options = {.resolvers = names, .timeout_ms = 500, .tries = 1};
    struct rcpt_resolver_report *report = examine(&options);
    ck_assert_str_eq(report->resolver, closed);
    ck_assert(!report->fit);
    ck_assert_ptr_nonnull(strstr(trait_of(report, "udp")->finding, "connection refused"));
    ck_assert_int_eq(trait_of(report, "nxdomain")->status, RCPT_TRAIT_UNKNOWN);
    ck_assert_str_eq(report->next->resolver, faultd.resolver);
    ck_assert(report->next->fit);
    ck_assert_ptr_null(report->next->next);
    rcpt_resolvers_destroy(report);
    faultd_stop(&faultd);
}
END_TEST

START_TEST(names_are_asked)
{
    struct log log;
    log_start(&log, "bogus.test servfail\n" LISTS ABSENT "* forward\n");
    const char *const names[] = {log.faultd.resolver, NULL};
    struct rcpt_resolver_options options = {.resolvers = names,
                                            .timeout_ms = 2000,
                                            .tries = 1,
                                            .signed_name = "signed.test",
                                            .bogus_name = "bogus.test"};
    struct rcpt_resolver_report *report = examine(&options);
    ck_assert_int_eq(trait_of(report, "bogus")->status, RCPT_TRAIT_GOOD);
    ck_assert_int_eq(trait_of(report, "dnssec")->status, RCPT_TRAIT_WARN);
    ck_assert_uint_eq(log_count(&log, "udp signed.test", "SOA"), 1);
    ck_assert_uint_eq(log_count(&log, "udp bogus.test", "SOA"), 1);
    ck_assert_uint_eq(log_count(&log, "udp 2.0.0.127.", "A"), 3);
    ck_assert_uint_eq(log_count(&log, "udp rcptcheck-", "A"), 2);
    ck_assert_uint_eq(log_count(&log, "tcp ", ""), 1);
    rcpt_resolvers_destroy(report);
    log_stop(&log);
}
END_TEST

/* ---- configuration, recording ---- */

#define KEY "abcdefghijklmnopqrstuvwxyz"

static char config_path[64], record_path[64];

static void make_paths(void)
{
    char folder[] = "/tmp/resolvers_test.XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(config_path, sizeof config_path, "%s/config", folder);
    snprintf(record_path, sizeof record_path, "%s/record", folder);
}

static void remove_paths(void)
{
    unlink(config_path);
    unlink(record_path);
    *strrchr(config_path, '/') = '\0';
    rmdir(config_path);
}

static void write_config(const char *text)
{
    FILE *file = fopen(config_path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

/* A key is used, and reaches neither report nor recording; the recording says the same again. */
START_TEST(key_and_recording)
{
    struct log log;
    char line[1024];
    unsigned lines = 0;
    write_config("[{key}.zen.dq.spamhaus.net]\nkey = " KEY "\n[bl.spamcop.net]\nenabled = no\n");
    log_start(&log, "zen.dq.spamhaus.net answer 127.255.255.250\n" LISTS ABSENT "* forward\n");
    const char *const names[] = {log.faultd.resolver, NULL};
    struct rcpt_resolver_options options = {.resolvers = names,
                                            .timeout_ms = 2000,
                                            .tries = 1,
                                            .config = config_path,
                                            .record = record_path};
    struct rcpt_resolver_report *report = examine(&options);
    ck_assert_int_eq(trait_of(report, "lists")->status, RCPT_TRAIT_BAD);
    const char *finding = trait_of(report, "lists")->finding;
    ck_assert_msg(strncmp(finding, "{key}.zen.dq.spamhaus.net answers", 33) == 0, "%s", finding);
    ck_assert_uint_eq(log_count(&log, "udp 2.0.0.127." KEY ".zen.dq.spamhaus.net", ""), 1);
    ck_assert_uint_eq(log_count(&log, "udp", "spamcop"), 0);
    for (const struct rcpt_trait *trait = report->traits; trait != NULL; trait = trait->next) {
        ck_assert_ptr_null(strstr(trait->finding, KEY));
        ck_assert_ptr_null(strstr(trait->meaning, KEY));
        ck_assert_ptr_null(strstr(trait->remedy, KEY));
    }
    log_stop(&log);

    FILE *file = fopen(record_path, "r");
    while (fgets(line, sizeof line, file) != NULL) {
        ck_assert_msg(strstr(line, KEY) == NULL, "%s", line);
        lines++;
    }
    fclose(file);
    ck_assert_uint_ge(lines, 6);

    struct rcpt_resolver_options again = {.config = config_path, .replay = record_path};
    struct rcpt_resolver_report *replayed = examine(&again);
    ck_assert_str_eq(replayed->resolver, "recording");
    ck_assert_ptr_null(replayed->next);
    ck_assert_uint_eq(replayed->latency_ms, 0);
    static const char *const same[] = {"edns", "dnssec", "nxdomain", "rebinding", "lists"};
    static const char *const skipped[] = {"udp", "tcp", "public"};
    for (int i = 0; i < COUNT(same); i++) {
        ck_assert_str_eq(trait_of(replayed, same[i])->finding, trait_of(report, same[i])->finding);
        ck_assert_int_eq(trait_of(replayed, same[i])->status, trait_of(report, same[i])->status);
    }
    for (int i = 0; i < COUNT(skipped); i++)
        ck_assert_int_eq(trait_of(replayed, skipped[i])->status, RCPT_TRAIT_SKIPPED);
    rcpt_resolvers_destroy(replayed);
    rcpt_resolvers_destroy(report);
}
END_TEST

/* What is wrong, and how it is told. */
static const struct {
    const char *title;
    struct rcpt_resolver_options options;
    const char *config;
    enum rcpt_status status;
    const char *error;
} failures[] = {
    {"no address",
     {.resolvers = (const char *const[]){"resolver.example", NULL}},
     NULL,
     RCPT_BAD_ARGUMENT,
     "not a resolver's address"},
    {"time", {.timeout_ms = 60001}, NULL, RCPT_BAD_ARGUMENT, "1 to 60000 ms"},
    {"tries", {.tries = 11}, NULL, RCPT_BAD_ARGUMENT, "1 to 10"},
    {"no recording", {.replay = "/nonexistent/recording"}, NULL, RCPT_NO_FILE, "No such file"},
    {"no configuration", {.config = "/nonexistent/config"}, NULL, RCPT_NO_FILE, "No such file"},
    {"bad configuration",
     {.resolvers = NULL},
     "[zen.spamhaus.org]\nenabled = perhaps\n",
     RCPT_BAD_CONFIG,
     "line 2"},
    {"recording cannot be made",
     {.resolvers = (const char *const[]){"127.0.0.1:9", NULL}, .record = "/nonexistent/record"},
     NULL,
     RCPT_CANNOT_WRITE,
     "No such file"},
};

START_TEST(failure)
{
    struct rcpt_resolver_options options = failures[_i].options;
    struct rcpt_resolver_report *reports = NULL;
    char error[160] = "";
    if (failures[_i].config != NULL) {
        write_config(failures[_i].config);
        options.config = config_path;
    }
    enum rcpt_status status = rcpt_resolvers_examine(&options, &reports, error, sizeof error);
    ck_assert_msg(status == failures[_i].status, "%s: %d (%s)", failures[_i].title, status, error);
    ck_assert_msg(strstr(error, failures[_i].error) != NULL, "%s: %s", failures[_i].title, error);
    ck_assert_ptr_null(reports);
    ck_assert_int_eq(rcpt_resolvers_examine(&options, &reports, NULL, 0), failures[_i].status);
}
END_TEST

/* A recording that could not be written is told. */
START_TEST(full_disk)
{
    struct faultd faultd;
    struct rcpt_resolver_report *reports = NULL;
    char error[160] = "";
    faultd_start(&faultd, LISTS ABSENT "* forward\n", "--delay", "0");
    const char *const names[] = {faultd.resolver, NULL};
    struct rcpt_resolver_options options = {.resolvers = names, .record = "/dev/full"};
    ck_assert_int_eq(rcpt_resolvers_examine(&options, &reports, error, sizeof error),
                     RCPT_CANNOT_WRITE);
    ck_assert_ptr_null(reports);
    ck_assert_str_eq(error, "the recording could not be written");
    faultd_stop(&faultd);
}
END_TEST

START_TEST(names_of_statuses)
{
    static const char *const expected[] = {"good", "warn", "bad", "unknown", "skipped", ""};
    for (int i = 0; i < COUNT(expected); i++)
        ck_assert_str_eq(rcpt_trait_status_name((enum rcpt_trait_status)i), expected[i]);
    rcpt_resolvers_destroy(NULL);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dns/resolvers");
    TCase *tcase = tcase_create("resolvers");
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, make_paths, remove_paths);
    tcase_add_loop_test(tcase, one, 0, COUNT(resolvers));
    tcase_add_test(tcase, latency_is_measured);
    tcase_add_test(tcase, several);
    tcase_add_test(tcase, names_are_asked);
    tcase_add_test(tcase, key_and_recording);
    tcase_add_loop_test(tcase, failure, 0, COUNT(failures));
    tcase_add_test(tcase, full_disk);
    tcase_add_test(tcase, names_of_statuses);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
