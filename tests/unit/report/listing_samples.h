/*
 * listing_samples.h - what lists say and what is known of a sender, made by hand
 */
#ifndef TESTS_UNIT_REPORT_LISTING_SAMPLES_H
#define TESTS_UNIT_REPORT_LISTING_SAMPLES_H

#include "rcptcheck.h"

static const char *const listing_none[] = {NULL};
static const char *const listing_two_codes[] = {"127.0.0.2", "127.0.0.4", NULL};
static const char *const listing_two_meanings[] = {"SBL", "XBL (CBL data)", NULL};
static const char *const listing_one_code[] = {"127.0.0.2", NULL};
static const char *const listing_range[] = {"whole network", NULL};
static const char *const listing_good[] = {"on the allow list", NULL};
static const char *const listing_refusal[] = {"127.255.255.254", NULL};
static const char *const listing_outside[] = {"192.0.2.80", NULL};
static const char *const listing_score[] = {"127.0.0.15", NULL};
static const char *const listing_neutral[] = {"neutral reputation", NULL};

/* The name goes before those that it links to. */
#define LISTING_ROWS(subject_text, rows)                                                           \
    static const struct rcpt_listing rows[9] = {                                                   \
        {&rows[1], "zen.spamhaus.org", "Spamhaus ZEN", subject_text, RCPT_LISTING_LISTED,          \
         RCPT_SEVERITY_HIGH, true, listing_two_codes, listing_two_meanings,                        \
         "https://check.spamhaus.org/query/ip/192.0.2.1", "https://check.spamhaus.org/", "", ""},  \
        {&rows[2], "dnsbl-3.uceprotect.net", "UCEPROTECT Level 3", subject_text,                   \
         RCPT_LISTING_LISTED, RCPT_SEVERITY_LOW, false, listing_one_code, listing_range, "", "",   \
         "", ""},                                                                                  \
        {&rows[3], "list.dnswl.org", "DNSWL", subject_text, RCPT_LISTING_ALLOWED,                  \
         RCPT_SEVERITY_NONE, false, listing_one_code, listing_good, "", "", "", ""},               \
        {&rows[4], "b.barracudacentral.org", "Barracuda", subject_text, RCPT_LISTING_REFUSED,      \
         RCPT_SEVERITY_HIGH, false, listing_refusal, listing_none, "", "",                         \
         "the list refuses this resolver (127.255.255.254)",                                       \
         "Register the resolver's address, or ask through one of your own."},                      \
        {&rows[5], "bl.rewritten.example", "Rewritten", subject_text, RCPT_LISTING_REWRITTEN,      \
         RCPT_SEVERITY_MEDIUM, false, listing_outside, listing_none, "", "",                       \
         "answered 192.0.2.80 for a name that does not exist", "Use another resolver."},           \
        {&rows[6], "rep.mailspike.net", "Mailspike", subject_text, RCPT_LISTING_NOT_LISTED,        \
         RCPT_SEVERITY_MEDIUM, false, listing_score, listing_neutral, "", "", "", ""},             \
        {&rows[7], "psbl.surriel.com", "PSBL", subject_text, RCPT_LISTING_NOT_LISTED,              \
         RCPT_SEVERITY_MEDIUM, false, listing_none, listing_none, "", "", "", ""},                 \
        {&rows[8], "bl.spamcop.net", "SpamCop", subject_text, RCPT_LISTING_NOT_LISTED,             \
         RCPT_SEVERITY_MEDIUM, false, listing_none, listing_none, "", "", "", ""},                 \
        {NULL, "wl.mailspike.net", "Mailspike WL", subject_text, RCPT_LISTING_NOT_LISTED,          \
         RCPT_SEVERITY_NONE, false, listing_none, listing_none, "", "", "", ""},                   \
    }

LISTING_ROWS("192.0.2.1", listed_rows);

/* Two lists that both could not be asked, for the same reason. */
static const struct rcpt_listing failed_rows[2] = {
    {&failed_rows[1], "zen.spamhaus.org", "Spamhaus ZEN", "192.0.2.3", RCPT_LISTING_REFUSED,
     RCPT_SEVERITY_HIGH, false, listing_refusal, listing_none, "", "",
     "the list refuses this resolver (127.255.255.254)", "Ask through a resolver of your own."},
    {NULL, "sbl.spamhaus.org", "Spamhaus SBL", "192.0.2.3", RCPT_LISTING_REFUSED,
     RCPT_SEVERITY_HIGH, false, listing_refusal, listing_none, "", "",
     "the list refuses this resolver (127.255.255.254)", "Ask through a resolver of your own."},
};

static const struct rcpt_listing low_row = {NULL,
                                            "dnsbl-3.uceprotect.net",
                                            "UCEPROTECT Level 3",
                                            "192.0.2.4",
                                            RCPT_LISTING_LISTED,
                                            RCPT_SEVERITY_LOW,
                                            true,
                                            listing_one_code,
                                            listing_range,
                                            "",
                                            "",
                                            "",
                                            ""};

static const struct rcpt_listing clear_row = {NULL,
                                              "zen.spamhaus.org",
                                              "Spamhaus ZEN",
                                              "192.0.2.2",
                                              RCPT_LISTING_NOT_LISTED,
                                              RCPT_SEVERITY_HIGH,
                                              false,
                                              listing_none,
                                              listing_none,
                                              "",
                                              "",
                                              "",
                                              ""};

static const struct rcpt_result listed_result = {
    .input = "192.0.2.1", .verdict = RCPT_REJECT, .listings = listed_rows, .error = ""};
static const struct rcpt_result unasked_result = {
    .input = "192.0.2.3", .verdict = RCPT_UNKNOWN, .listings = failed_rows, .error = ""};
static const struct rcpt_result low_result = {
    .input = "192.0.2.4", .verdict = RCPT_REJECT, .listings = &low_row, .error = ""};
static const struct rcpt_result clear_result = {
    .input = "192.0.2.2", .verdict = RCPT_ACCEPT, .listings = &clear_row, .error = ""};
/* Some lists answered, and not all: the rows behind the listed ones. */
static const struct rcpt_result partly_result = {
    .input = "192.0.2.1", .verdict = RCPT_UNKNOWN, .listings = &listed_rows[3], .error = ""};
static const struct rcpt_result no_list_result = {
    .input = "nobody.example", .verdict = RCPT_UNKNOWN, .error = ""};
static const struct rcpt_result bad_subject = {
    .input = "x@@y|z", .verdict = RCPT_UNKNOWN, .error = "it is no IP address, domain or address"};

/* ---- a sender ---- */
static const struct rcpt_problem rdns_problem = {
    .id = "rdns-several",
    .subject = "192.0.2.1",
    .text = "192.0.2.1 has 2 PTR records.",
    .fix = "Keep one.",
    .source = "RFC 8601 section 2.7.3",
};
static const struct rcpt_problem ip_problem = {
    .id = "sender-ip-documentation",
    .subject = "192.0.2.1",
    .text = "192.0.2.1 is an address for documentation: nothing is sent from it.",
    .fix = "Give the address that the message leaves from.",
    .source = "RFC 5737",
};
static const char *const rdns_names[] = {"mail.example.org", "www.example.org", NULL};
static const char *const rdns_evidence[] = {"1.2.0.192.in-addr.arpa. PTR mail.example.org.", NULL};
static const struct rcpt_rdns sample_rdns = {
    .ip = "192.0.2.1",
    .status = RCPT_RDNS_CONFIRMED,
    .first_confirmed = true,
    .ptr = rdns_names,
    .confirmed = "mail.example.org",
    .problems = &rdns_problem,
    .evidence = rdns_evidence,
    .detail = "",
};
static const struct rcpt_helo sample_helo = {
    .name = "mail.example.org",
    .status = RCPT_HELO_OK,
    .matches_ptr = true,
    .evidence = listing_none,
    .detail = "",
};
static const struct rcpt_mail_from sample_mail_from = {
    .address = "bounces@slow.example",
    .domain = "slow.example",
    .status = RCPT_MAIL_FROM_TEMPERROR,
    .evidence = listing_none,
    .detail = "slow.example MX: SERVFAIL",
};
static const struct rcpt_not_given not_given_lists = {
    NULL, "listings of the HELO name and of the MAIL FROM domain", "--no-dnsbl"};
static const struct rcpt_not_given not_given_helo = {&not_given_lists, "the HELO name", "--helo"};

static const struct rcpt_sender full_sender = {
    .ip = "192.0.2.1",
    .rdns = &sample_rdns,
    .helo = &sample_helo,
    .mail_from = &sample_mail_from,
    .listings = listed_rows,
    .asked_lists = true,
    .problems = &ip_problem,
};
static const struct rcpt_sender bare_sender = {
    .mail_from = &sample_mail_from,
    .not_given = &not_given_helo,
};

#endif
