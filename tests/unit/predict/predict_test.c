/*
 * predict_test.c - which rule fires for which findings, and that one always does
 */
#include "predict/predict.h"

#include <stdio.h>
#include <string.h>

#include "address/mailbox.h"
#include "predict/rule.h"
#include "unit.h"

static const char *const no_lines[] = {NULL};

/* A recipient, its route, and the rules that must fire, the deciding one first. */
static const struct expected {
    const char *input;
    enum rcpt_mx_status status;
    const char *hosts; /* host statuses by preference, named as in enum order below; "" for none */
    const char *problems; /* ids of the route's problems */
    bool alias, gave_up, target_answers;
    const char *rules;
    enum rcpt_verdict verdict;
} table[] = {
    {"a@example.com", RCPT_MX_OK, "ok", "", .rules = "mx-ok", .verdict = RCPT_ACCEPT},
    {"a@example.com", RCPT_MX_IMPLICIT, "ok", "", .rules = "implicit-mx", .verdict = RCPT_ACCEPT},
    {"a@example.com", RCPT_MX_NULL, "null", "", .rules = "null-mx", .verdict = RCPT_REJECT},
    {"a@example.com", RCPT_MX_NULL, "null", "null-mx-preference", .rules = "null-mx-irregular",
     .verdict = RCPT_REJECT},
    {"a@example.com", RCPT_MX_NULL, "null", "null-mx-repeated", .rules = "null-mx-irregular",
     .verdict = RCPT_REJECT},
    {"a@example.com", RCPT_MX_NXDOMAIN, "", "", .rules = "nxdomain", .verdict = RCPT_REJECT},
    {"a@example.com", RCPT_MX_NXDOMAIN, "", "", .alias = true, .rules = "alias-to-nxdomain",
     .verdict = RCPT_REJECT},
    {"a@example.com", RCPT_MX_NONE, "", "", .rules = "no-mail-host", .verdict = RCPT_REJECT},
    {"a@example.com", RCPT_MX_SERVFAIL, "", "", .rules = "dns-servfail", .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_REFUSED, "", "", .rules = "dns-refused", .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_TIMEOUT, "", "", .rules = "dns-timeout", .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_MALFORMED, "", "", .rules = "dns-malformed", .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_TIMEOUT, "", "", .gave_up = true, .rules = "no-answer-in-time",
     .verdict = RCPT_UNKNOWN},
    {"a@example.com", RCPT_MX_MALFORMED, "malformed", "host-too-many-addresses",
     .rules = "host-too-many-addresses", .verdict = RCPT_UNKNOWN},
    {"a@example.com", RCPT_MX_TIMEOUT, "nxdomain", "mx-too-many", .gave_up = true,
     .rules = "mx-too-many", .verdict = RCPT_UNKNOWN},
    {"a@example.com", RCPT_MX_SERVFAIL, "servfail", "", .rules = "mx-host-failure",
     .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_SERVFAIL, "nxdomain servfail", "", .rules = "mx-host-failure",
     .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_TIMEOUT, "nxdomain timeout", "", .rules = "mx-host-failure",
     .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_TIMEOUT, "timeout", "", .gave_up = true, .rules = "no-answer-in-time",
     .verdict = RCPT_UNKNOWN},
    {"a@example.com", RCPT_MX_SERVFAIL, "servfail", "", .target_answers = true,
     .rules = "mx-host-address-failure", .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_INVALID, "nxdomain no_address", "", .rules = "mx-without-address",
     .verdict = RCPT_REJECT},
    {"a@example.com", RCPT_MX_INVALID, "private", "", .rules = "mx-private", .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_INVALID, "nxdomain private", "", .rules = "mx-private",
     .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_INVALID, "loopback private", "", .rules = "mx-private",
     .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_INVALID, "loopback", "", .rules = "mx-loopback",
     .verdict = RCPT_REJECT},
    {"a@example.com", RCPT_MX_INVALID, "loopback nxdomain", "", .rules = "mx-loopback",
     .verdict = RCPT_REJECT},
    {"a@example.com", RCPT_MX_INVALID, "loopback", "mx-target-localhost", .rules = "mx-localhost",
     .verdict = RCPT_REJECT},
    {"a@example.com", RCPT_MX_INVALID, "null private", "null-mx-mixed",
     .rules = "mx-private null-mx-mixed", .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_INVALID, "null loopback", "null-mx-mixed",
     .rules = "mx-loopback null-mx-mixed", .verdict = RCPT_REJECT},
    {"a@example.com", RCPT_MX_SERVFAIL, "loopback servfail", "",
     .rules = "mx-host-failure-beside-loopback", .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_SERVFAIL, "itself-servfail", "", .rules = "implicit-mx-failure",
     .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_INVALID, "bracketed", "", .rules = "mx-bracketed-address",
     .verdict = RCPT_UNKNOWN},
    {"a@example.com", RCPT_MX_INVALID, "null nxdomain", "null-mx-mixed",
     .rules = "null-mx-beside-dead-hosts", .verdict = RCPT_REJECT},
    {"a@example.com", RCPT_MX_SERVFAIL, "null servfail", "null-mx-mixed",
     .rules = "null-mx-beside-failure", .verdict = RCPT_DEFER},
    {"a@example.com", RCPT_MX_OK, "null ok", "null-mx-mixed", .rules = "mx-ok null-mx-mixed",
     .verdict = RCPT_ACCEPT},
    {"a@example.com", RCPT_MX_OK, "loopback ok", "", .rules = "mx-ok mx-loopback-first",
     .verdict = RCPT_ACCEPT},
    {"a@example.com", RCPT_MX_OK, "ok loopback", "", .rules = "mx-ok", .verdict = RCPT_ACCEPT},
    {"a@example.com", RCPT_MX_OK, "ip", "mx-target-ip", .rules = "mx-ok mx-ip-address",
     .verdict = RCPT_ACCEPT},
    {"a@example.com", RCPT_MX_OK, "ip ok", "mx-target-ip", .rules = "mx-ok",
     .verdict = RCPT_ACCEPT},
    {"a@example.com", RCPT_MX_IMPLICIT, "ok", "nxdomain-with-address",
     .rules = "nxdomain-with-address nxdomain-for-mx", .verdict = RCPT_ACCEPT},
    {"a@under_score.com", RCPT_MX_OK, "ok", "", .rules = "mx-ok domain-underscore",
     .verdict = RCPT_ACCEPT},
    {"jörg@example.com", RCPT_MX_OK, "ok", "", .rules = "mx-ok smtputf8-local-part",
     .verdict = RCPT_ACCEPT},
    {"jörg@example.com", RCPT_MX_NULL, "null", "", .rules = "null-mx smtputf8-local-part",
     .verdict = RCPT_REJECT},
    {"a@bücher.example", RCPT_MX_OK, "ok", "", .rules = "mx-ok smtputf8-domain",
     .verdict = RCPT_ACCEPT},
    {"bücher.example", RCPT_MX_OK, "ok", "", .rules = "mx-ok", .verdict = RCPT_ACCEPT},
    {"a@[192.31.196.1]", RCPT_MX_OK, NULL, "", .rules = "literal literal-refused",
     .verdict = RCPT_ACCEPT},
    {"a@[192.0.2.1]", RCPT_MX_OK, NULL, "", .rules = "literal literal-refused",
     .verdict = RCPT_ACCEPT},
    {"a@[IPv6:2620:4f:8000::1]", RCPT_MX_OK, NULL, "", .rules = "literal literal-refused",
     .verdict = RCPT_ACCEPT},
    {"a@[127.0.0.1]", RCPT_MX_OK, NULL, "", .rules = "literal-loopback", .verdict = RCPT_REJECT},
    {"a@[IPv6:::1]", RCPT_MX_OK, NULL, "", .rules = "literal-loopback", .verdict = RCPT_REJECT},
    {"a@[0.0.0.0]", RCPT_MX_OK, NULL, "", .rules = "literal-unspecified", .verdict = RCPT_REJECT},
    {"a@[10.0.0.1]", RCPT_MX_OK, NULL, "", .rules = "literal-private", .verdict = RCPT_DEFER},
    {"a@[169.254.0.1]", RCPT_MX_OK, NULL, "", .rules = "literal-private", .verdict = RCPT_DEFER},
    {"a@[255.255.255.255]", RCPT_MX_OK, NULL, "", .rules = "literal-private",
     .verdict = RCPT_DEFER},
    {"a@192.0.2.1", RCPT_MX_OK, NULL, "", .rules = "address-refused", .verdict = RCPT_REJECT},
    {"a@b..example", RCPT_MX_OK, NULL, "", .rules = "address-refused", .verdict = RCPT_REJECT},
    {"a@", RCPT_MX_OK, NULL, "", .rules = "address-refused", .verdict = RCPT_REJECT},
    {"a@example.com.", RCPT_MX_OK, NULL, "", .rules = "address-form-split", .verdict = RCPT_REJECT},
    {"a@[2001:db8::1]", RCPT_MX_OK, NULL, "", .rules = "address-form-split",
     .verdict = RCPT_REJECT},
    {"a@-example.com", RCPT_MX_OK, NULL, "", .rules = "address-syntax", .verdict = RCPT_REJECT},
    {"a..b@example.com", RCPT_MX_OK, NULL, "", .rules = "address-syntax", .verdict = RCPT_REJECT},
    {"", RCPT_MX_OK, NULL, "", .rules = "address-syntax", .verdict = RCPT_REJECT},
};

#define N_EXPECTED ((int)(sizeof table / sizeof *table))

static const struct rcpt_host *make_hosts(struct arena *arena, const char *words)
{
    static const char *const names[] = {"ok",       "null",    "nxdomain",  "no_address",
                                        "loopback", "private", "bracketed", "servfail",
                                        "refused",  "timeout", "malformed"};
    struct rcpt_host *first = NULL, **end = &first;
    char *copy = arena_dup(arena, words);
    unsigned preference = 0;
    for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " ")) {
        struct rcpt_host *host = arena_alloc(arena, sizeof *host);
        host->preference = preference++;
        host->name = strcmp(word, "ip") == 0 ? "192.31.196.1"
                                             : arena_printf(arena, "mx%u.example.com", preference);
        if (strncmp(word, "itself-", 7) == 0) {
            host->name = "example.com";
            word += 7;
        }
        host->addresses = no_lines;
        host->detail = "";
        for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
            if (strcmp(names[i], word) == 0)
                host->status = (enum rcpt_host_status)i;
        }
        *end = host;
        end = (struct rcpt_host **)&host->next;
    }
    return first;
}

static const struct rcpt_problem *make_problem(struct arena *arena, const char *id)
{
    if (*id == '\0')
        return NULL;
    struct rcpt_problem *problem = arena_alloc(arena, sizeof *problem);
    problem->id = id;
    return problem;
}

static void make_findings(struct arena *arena, const struct expected *row,
                          struct findings *findings)
{
    memset(findings, 0, sizeof *findings);
    findings->input = row->input;
    findings->address = mailbox_parse(arena, row->input, strlen(row->input));
    findings->mx_target_answers = row->target_answers;
    if (row->hosts == NULL)
        return;
    struct rcpt_mx *mx = arena_alloc(arena, sizeof *mx);
    mx->status = row->status;
    mx->gave_up = row->gave_up;
    mx->domain = "example.com";
    mx->canonical = row->alias ? "gone.example" : mx->domain;
    mx->hosts = make_hosts(arena, row->hosts);
    mx->problems = make_problem(arena, row->problems);
    mx->evidence = no_lines;
    mx->detail = "";
    findings->mx = mx;
}

START_TEST(rules_that_fire)
{
    const struct expected *row = &table[_i];
    struct arena arena;
    struct findings findings;
    const char *fired = "";
    arena_init(&arena);
    make_findings(&arena, row, &findings);
    const struct rcpt_prediction *predictions = predict(&arena, &findings);
    for (const struct rcpt_prediction *p = predictions; p != NULL; p = p->next) {
        fired = arena_printf(&arena, "%s%s%s", fired, *fired != '\0' ? " " : "", p->rule);
        ck_assert_ptr_null(strchr(p->reason, '{'));
        ck_assert_str_ne(p->reason, "");
        ck_assert_ptr_nonnull(p->evidence);
    }
    ck_assert_str_eq(fired, row->rules);
    ck_assert_int_eq(predict_verdict(predictions), row->verdict);
    arena_clear(&arena);
}
END_TEST

/* Every status of a route with every pair of hosts: something is said, and only certain answers
 * reject. */
START_TEST(something_always_fires)
{
    static const char *const words[] = {"",           "ok",       "null",    "nxdomain",
                                        "no_address", "loopback", "private", "bracketed",
                                        "servfail",   "refused",  "timeout", "malformed"};
    enum { WORDS = sizeof words / sizeof *words };
    for (int pair = 0; pair < WORDS * WORDS; pair++) {
        struct arena arena;
        struct findings findings;
        char hosts[64];
        arena_init(&arena);
        snprintf(hosts, sizeof hosts, "%s %s", words[pair / WORDS], words[pair % WORDS]);
        struct expected row = {"a@example.com", (enum rcpt_mx_status)_i, hosts, "", .rules = ""};
        make_findings(&arena, &row, &findings);
        const struct rcpt_prediction *predictions = predict(&arena, &findings);
        ck_assert_ptr_nonnull(predictions);
        ck_assert(!predictions->risk);
        if (_i >= RCPT_MX_SERVFAIL)
            ck_assert_int_eq(predict_verdict(predictions), RCPT_DEFER);
        arena_clear(&arena);
    }
}
END_TEST

START_TEST(a_risk_decides_nothing)
{
    const struct rcpt_prediction risk = {.verdict = RCPT_REJECT, .risk = true};
    const struct rcpt_prediction defer = {.next = &risk, .verdict = RCPT_DEFER};
    const struct rcpt_prediction accept = {.next = &risk, .verdict = RCPT_ACCEPT};
    const struct rcpt_prediction both = {.next = &defer, .verdict = RCPT_UNKNOWN};
    ck_assert_int_eq(predict_verdict(&accept), RCPT_ACCEPT);
    ck_assert_int_eq(predict_verdict(&defer), RCPT_DEFER);
    ck_assert_int_eq(predict_verdict(&both), RCPT_DEFER);
}
END_TEST

/* No row of the rule table is dead: each fires for some row of the table above. */
START_TEST(every_rule_is_reached)
{
    const struct rule *rule;
    for (size_t i = 0; (rule = rule_at(i)) != sender_rule_at(0); i++) {
        bool reached = false;
        for (int row = 0; row < N_EXPECTED && !reached; row++) {
            for (const char *at = table[row].rules;
                 !reached && (at = strstr(at, rule->shown.id)) != NULL; at++)
                reached = strchr(" ", at[strlen(rule->shown.id)]) != NULL;
        }
        ck_assert_msg(reached, "no case for rule %s", rule->shown.id);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("predict");
    TCase *tcase = tcase_create("predict");
    tcase_add_loop_test(tcase, rules_that_fire, 0, N_EXPECTED);
    tcase_add_loop_test(tcase, something_always_fires, RCPT_MX_OK, RCPT_MX_MALFORMED + 1);
    tcase_add_test(tcase, a_risk_decides_nothing);
    tcase_add_test(tcase, every_rule_is_reached);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
