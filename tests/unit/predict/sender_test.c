/*
 * sender_test.c - which rules fire for which findings about the sending side, and what a provider's
 * own reply changes
 */
#include <string.h>

#include "address/mailbox.h"
#include "predict/predict.h"
#include "predict/rule.h"
#include "unit.h"

static const char *const no_lines[] = {NULL};

/* A listing as "severity zone", or "-severity zone" for one that another zone holds. */
static const struct expected {
    const char *ip_listings[4], *domain_listings[2];
    int rdns, helo, mail_from; /* a status, or -1: not given */
    bool not_first, null_mx_beside, mx_failed;
    const char *provider;
    const char *rules; /* those of the sending side, in order */
    enum rcpt_verdict verdict;
} table[] = {
    {.rdns = RCPT_RDNS_CONFIRMED,
     .helo = RCPT_HELO_OK,
     .mail_from = RCPT_MAIL_FROM_OK,
     .rules = "",
     .verdict = RCPT_ACCEPT},
    {.rdns = -1, .helo = -1, .mail_from = -1, .rules = "", .verdict = RCPT_ACCEPT},
    {.rdns = -1,
     .helo = -1,
     .mail_from = RCPT_MAIL_FROM_NULL_PATH,
     .rules = "",
     .verdict = RCPT_ACCEPT},

    {{"high zen.spamhaus.org"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .rules = "ip-listed-high",
     .verdict = RCPT_REJECT},
    {{"high zen.spamhaus.org", "low bl.example"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .rules = "ip-listed-high",
     .verdict = RCPT_REJECT},
    {{"medium a.example"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .rules = "ip-listed",
     .verdict = RCPT_ACCEPT},
    {{"medium a.example", "medium b.example"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .rules = "ip-listed-several",
     .verdict = RCPT_REJECT},
    {{"medium a.example", "-medium b.example"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .rules = "ip-listed",
     .verdict = RCPT_ACCEPT},
    {{"low a.example", "low b.example", "low c.example"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .rules = "ip-listed-low",
     .verdict = RCPT_ACCEPT},
    {.domain_listings = {"high dbl.spamhaus.org"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .rules = "domain-listed-high",
     .verdict = RCPT_REJECT},
    {.domain_listings = {"medium a.example"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .rules = "domain-listed",
     .verdict = RCPT_ACCEPT},
    {.domain_listings = {"low a.example"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .rules = "domain-listed-low",
     .verdict = RCPT_ACCEPT},
    {{"high zen.spamhaus.org"},
     {"high dbl.spamhaus.org"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .rules = "ip-listed-high domain-listed-high",
     .verdict = RCPT_REJECT},

    {.rdns = RCPT_RDNS_NONE,
     .helo = -1,
     .mail_from = -1,
     .rules = "rdns-none rdns-none-deferred",
     .verdict = RCPT_ACCEPT},
    {.rdns = RCPT_RDNS_MISMATCH,
     .helo = -1,
     .mail_from = -1,
     .rules = "rdns-mismatch rdns-mismatch-deferred",
     .verdict = RCPT_ACCEPT},
    {.rdns = RCPT_RDNS_TEMPERROR,
     .helo = -1,
     .mail_from = -1,
     .rules = "rdns-failure",
     .verdict = RCPT_ACCEPT},
    {.rdns = RCPT_RDNS_CONFIRMED,
     .not_first = true,
     .helo = -1,
     .mail_from = -1,
     .rules = "rdns-not-first",
     .verdict = RCPT_ACCEPT},

    {.rdns = -1,
     .helo = RCPT_HELO_SYNTAX,
     .mail_from = -1,
     .rules = "helo-syntax",
     .verdict = RCPT_REJECT},
    {.rdns = -1,
     .helo = RCPT_HELO_NOT_FQDN,
     .mail_from = -1,
     .rules = "helo-not-fqdn",
     .verdict = RCPT_ACCEPT},
    {.rdns = -1,
     .helo = RCPT_HELO_UNRESOLVED,
     .mail_from = -1,
     .rules = "helo-unresolved helo-unresolved-refused",
     .verdict = RCPT_ACCEPT},
    {.rdns = -1,
     .helo = RCPT_HELO_MISMATCH,
     .mail_from = -1,
     .rules = "helo-mismatch",
     .verdict = RCPT_ACCEPT},
    {.rdns = -1,
     .helo = RCPT_HELO_TEMPERROR,
     .mail_from = -1,
     .rules = "helo-failure",
     .verdict = RCPT_ACCEPT},

    {.rdns = -1,
     .helo = -1,
     .mail_from = RCPT_MAIL_FROM_SYNTAX,
     .rules = "mail-from-syntax",
     .verdict = RCPT_REJECT},
    {.rdns = -1,
     .helo = -1,
     .mail_from = RCPT_MAIL_FROM_NOT_FQDN,
     .rules = "mail-from-not-fqdn",
     .verdict = RCPT_ACCEPT},
    {.rdns = -1,
     .helo = -1,
     .mail_from = RCPT_MAIL_FROM_MISSING,
     .rules = "mail-from-missing mail-from-missing-deferred",
     .verdict = RCPT_REJECT},
    {.rdns = -1,
     .helo = -1,
     .mail_from = RCPT_MAIL_FROM_NULL_MX,
     .rules = "mail-from-null-mx",
     .verdict = RCPT_ACCEPT},
    {.rdns = -1,
     .helo = -1,
     .mail_from = RCPT_MAIL_FROM_OK,
     .null_mx_beside = true,
     .rules = "mail-from-null-mx-beside",
     .verdict = RCPT_ACCEPT},
    {.rdns = -1,
     .helo = -1,
     .mail_from = RCPT_MAIL_FROM_UNUSABLE,
     .rules = "mail-from-unusable",
     .verdict = RCPT_ACCEPT},
    {.rdns = -1,
     .helo = -1,
     .mail_from = RCPT_MAIL_FROM_TEMPERROR,
     .rules = "mail-from-failure",
     .verdict = RCPT_DEFER},
    {.rdns = -1,
     .helo = -1,
     .mail_from = RCPT_MAIL_FROM_TEMPERROR,
     .mx_failed = true,
     .rules = "mail-from-mx-failure",
     .verdict = RCPT_ACCEPT},

    /* Exchange Online minds a missing PTR over IPv6 only: the general rules stand. */
    {.rdns = RCPT_RDNS_NONE,
     .helo = -1,
     .mail_from = -1,
     .provider = "Exchange Online",
     .rules = "rdns-none rdns-none-deferred",
     .verdict = RCPT_ACCEPT},
    /* Providers: a missing PTR is refused at Gmail, with one reply; a listing is nothing Gmail is
       known to look at. */
    {.rdns = RCPT_RDNS_NONE,
     .helo = -1,
     .mail_from = -1,
     .provider = "Gmail",
     .rules = "rdns-none",
     .verdict = RCPT_REJECT},
    {{"high zen.spamhaus.org"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .provider = "Gmail",
     .rules = "ip-listed-high",
     .verdict = RCPT_ACCEPT},
    {{"high zen.spamhaus.org"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .provider = "Yahoo",
     .rules = "ip-listed-high",
     .verdict = RCPT_REJECT},
    {{"low bl.example"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .provider = "Yahoo",
     .rules = "ip-listed-low",
     .verdict = RCPT_ACCEPT},
    {{"high zen.spamhaus.org"},
     .rdns = -1,
     .helo = -1,
     .mail_from = -1,
     .provider = "Nobody known",
     .rules = "ip-listed-high",
     .verdict = RCPT_REJECT},
};

#define N_EXPECTED ((int)(sizeof table / sizeof *table))

static struct arena arena;

static void setup(void)
{
    arena_init(&arena);
}

static void teardown(void)
{
    arena_clear(&arena);
}

static struct rcpt_listing *add_listing(struct rcpt_listing *last, const char *subject,
                                        const char *words)
{
    static const char *const names[] = {"none", "low", "medium", "high"};
    struct rcpt_listing *listing = arena_alloc(&arena, sizeof *listing);
    listing->independent = *words != '-';
    words += *words == '-';
    listing->status = RCPT_LISTING_LISTED;
    listing->subject = subject;
    listing->zone = listing->name = strchr(words, ' ') + 1;
    listing->codes = listing->meaning = no_lines;
    for (int i = RCPT_SEVERITY_LOW; i <= RCPT_SEVERITY_HIGH; i++) {
        if (strncmp(names[i], words, strlen(names[i])) == 0)
            listing->severity = (enum rcpt_severity)i;
    }
    last->next = listing;
    return listing;
}

static const struct rcpt_sender *make_sender(const struct expected *row)
{
    struct rcpt_sender *sender = arena_alloc(&arena, sizeof *sender);
    struct rcpt_rdns *rdns = arena_alloc(&arena, sizeof *rdns);
    struct rcpt_helo *helo = arena_alloc(&arena, sizeof *helo);
    struct rcpt_mail_from *from = arena_alloc(&arena, sizeof *from);
    struct rcpt_listing head = {0}, *last = &head;
    sender->ip = "192.0.2.1";
    for (int i = 0; i < 4 && row->ip_listings[i] != NULL; i++)
        last = add_listing(last, sender->ip, row->ip_listings[i]);
    for (int i = 0; i < 2 && row->domain_listings[i] != NULL; i++)
        last = add_listing(last, "example.org", row->domain_listings[i]);
    sender->listings = head.next;
    *rdns = (struct rcpt_rdns){
        .ip = sender->ip, .first_confirmed = !row->not_first, .evidence = no_lines, .detail = ""};
    *helo = (struct rcpt_helo){.name = "mail", .evidence = no_lines, .detail = ""};
    *from = (struct rcpt_mail_from){.address = "a@example.org",
                                    .domain = "example.org",
                                    .null_mx_beside = row->null_mx_beside,
                                    .mx_failed = row->mx_failed,
                                    .evidence = no_lines,
                                    .detail = ""};
    if (row->rdns >= 0)
        rdns->status = (enum rcpt_rdns_status)row->rdns, sender->rdns = rdns;
    if (row->helo >= 0)
        helo->status = (enum rcpt_helo_status)row->helo, sender->helo = helo;
    if (row->mail_from >= 0)
        from->status = (enum rcpt_mail_from_status)row->mail_from, sender->mail_from = from;
    return sender;
}

static const struct rcpt_prediction *predict_row(const struct expected *row)
{
    static struct rcpt_provider provider = {.suffix = "", .kind = "mailbox", .note = ""};
    static const struct rcpt_host host = {
        .name = "mx.example.com", .addresses = no_lines, .detail = ""};
    static const struct rcpt_mx mx = {.status = RCPT_MX_OK,
                                      .domain = "example.com",
                                      .canonical = "example.com",
                                      .hosts = &host,
                                      .evidence = no_lines,
                                      .detail = ""};
    struct findings findings = {.input = "a@example.com", .mx = &mx};
    findings.address = mailbox_parse(&arena, findings.input, strlen(findings.input));
    findings.sender = make_sender(row);
    provider.name = row->provider;
    findings.provider = row->provider == NULL ? NULL : &provider;
    return predict(&arena, &findings);
}

START_TEST(rules_that_fire)
{
    const char *fired = "";
    const struct rcpt_prediction *predictions = predict_row(&table[_i]);
    for (const struct rcpt_prediction *p = predictions; p != NULL; p = p->next) {
        if (strcmp(p->rule, "mx-ok") != 0)
            fired = arena_printf(&arena, "%s%s%s", fired, *fired == '\0' ? "" : " ", p->rule);
        ck_assert_ptr_null(strchr(p->reason, '{'));
        ck_assert_ptr_nonnull(p->evidence);
    }
    ck_assert_str_eq(fired, table[_i].rules);
    ck_assert_int_eq(predict_verdict(predictions), table[_i].verdict);
    ck_assert(!predictions->risk);
    ck_assert_int_eq(predictions->verdict, table[_i].verdict);
}
END_TEST

static const struct rcpt_prediction *find(const struct rcpt_prediction *p, const char *rule)
{
    while (p != NULL && strcmp(p->rule, rule) != 0)
        p = p->next;
    ck_assert_ptr_nonnull(p);
    return p;
}

START_TEST(a_provider_answers_with_its_own_code)
{
    const struct expected gmail = {
        .rdns = RCPT_RDNS_NONE, .helo = -1, .mail_from = -1, .provider = "Gmail"};
    const struct rcpt_prediction *p = find(predict_row(&gmail), "rdns-none");
    ck_assert_uint_eq(p->code, 550);
    ck_assert_uint_eq(p->enhanced.detail, 25);
    ck_assert_int_eq(p->certainty, RCPT_LIKELY);
    ck_assert_ptr_nonnull(strstr(p->reason, "Gmail"));
    const struct expected yahoo = {
        {"high zen.spamhaus.org"}, .rdns = -1, .helo = -1, .mail_from = -1, .provider = "Yahoo"};
    p = find(predict_row(&yahoo), "ip-listed-high");
    ck_assert_uint_eq(p->code, 553);
    ck_assert_ptr_nonnull(strstr(p->reason, "Yahoo"));
}
END_TEST

START_TEST(every_rule_is_reached)
{
    const struct rule *rule;
    for (size_t i = 0; (rule = sender_rule_at(i)) != NULL; i++) {
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
    Suite *suite = suite_create("predict/sender");
    TCase *tcase = tcase_create("sender");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_loop_test(tcase, rules_that_fire, 0, N_EXPECTED);
    tcase_add_test(tcase, a_provider_answers_with_its_own_code);
    tcase_add_test(tcase, every_rule_is_reached);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
