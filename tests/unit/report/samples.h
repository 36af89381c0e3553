/*
 * samples.h - results made by hand, for the tests of the formats
 */
#ifndef TESTS_UNIT_REPORT_SAMPLES_H
#define TESTS_UNIT_REPORT_SAMPLES_H

#include "rcptcheck.h"

static const char *const no_texts[] = {NULL};

/* ---- a null MX ---- */
static const char *const null_evidence[] = {"example.com. 300 IN MX 0 .", NULL};
static const struct rcpt_prediction null_prediction = {
    .code = 556,
    .enhanced = {5, 1, 10},
    .verdict = RCPT_REJECT,
    .certainty = RCPT_LIKELY,
    .stage = RCPT_STAGE_DNS,
    .by = RCPT_BY_SENDER,
    .rule = "null-mx",
    .reason = "example.com publishes a null MX: it takes no mail.",
    .evidence = null_evidence,
    .fix = "Remove the address from the list, or ask the recipient for one that takes mail.",
    .source = "RFC 7505 section 3",
};
static const struct rcpt_address null_address = {
    .valid = true,
    .local = "Alice",
    .domain = "Example.com",
    .ascii_domain = "example.com",
};
static const struct rcpt_mx null_mx = {
    .status = RCPT_MX_NULL,
    .domain = "example.com",
    .canonical = "example.com",
    .evidence = null_evidence,
    .detail = "",
};
static const struct rcpt_result null_result = {
    .input = "Alice@Example.com",
    .verdict = RCPT_REJECT,
    .predictions = &null_prediction,
    .address = &null_address,
    .mx = &null_mx,
};

/* ---- a bad address ---- */
static const struct rcpt_address_error bad_error = {
    .id = "local-dot",
    .position = 4,
    .reason = "the local-part has two dots in a row",
};
static const struct rcpt_address bad_address = {.error = &bad_error};
static const struct rcpt_prediction bad_prediction = {
    .code = 501,
    .enhanced = {5, 1, 3},
    .verdict = RCPT_REJECT,
    .certainty = RCPT_CERTAIN,
    .stage = RCPT_STAGE_SYNTAX,
    .by = RCPT_BY_SENDER,
    .rule = "address-syntax",
    .reason = "The local-part has two dots in a row.",
    .evidence = no_texts,
    .fix = "Correct the address.",
    .source = "RFC 5321 section 4.1.2",
};
static const struct rcpt_result bad_result = {
    .input = "bad..dot@example.com",
    .verdict = RCPT_REJECT,
    .predictions = &bad_prediction,
    .address = &bad_address,
};

/* ---- a good route with everything that may stand beside it ---- */
static const char *const good_evidence[] = {"m\xC3\xBCller.example. MX 10 mx1.mail.example.",
                                            "mx1.mail.example. A 192.31.196.1",
                                            "third line of evidence",
                                            "fourth line of evidence",
                                            "fifth line of evidence",
                                            "sixth line of evidence",
                                            "seventh line of evidence",
                                            "eighth line of evidence",
                                            NULL};
static const char *const good_answers[] = {"m\xC3\xBCller.example. MX 10 mx1.mail.example.",
                                           "an answer that is no evidence", NULL};
static const char *const four_addresses[] = {
    "192.31.196.1", "192.31.196.2", "2620:4f:8000::1", "2620:4f:8000::2", "2620:4f:8000::3", NULL};
static const char *const one_address[] = {"192.31.196.9", NULL};
static const struct rcpt_host hosts[9] = {
    {&hosts[1], 5, "mx1.mail.example", RCPT_HOST_OK, four_addresses, ""},
    {&hosts[2], 10, "a-mail-host-with-a-rather-long-name-of-its-own.mail.example", RCPT_HOST_OK,
     one_address, ""},
    {&hosts[3], 10, "gone.mail.example", RCPT_HOST_NXDOMAIN, no_texts, ""},
    {&hosts[4], 65535, "slow.mail.example", RCPT_HOST_TIMEOUT, no_texts,
     "127.0.0.1:53 did not answer in 3 tries of 2000 ms"},
    {&hosts[5], 65535, "h5.mail.example", RCPT_HOST_OK, one_address, ""},
    {&hosts[6], 65535, "h6.mail.example", RCPT_HOST_OK, one_address, ""},
    {&hosts[7], 65535, "h7.mail.example", RCPT_HOST_PRIVATE, one_address, ""},
    {&hosts[8], 65535, "h8.mail.example", RCPT_HOST_LOOPBACK, one_address, ""},
    {NULL, 65535, "h9.mail.example", RCPT_HOST_SERVFAIL, no_texts, "SERVFAIL"},
};
static const struct rcpt_problem host_problem = {
    .id = "mx-target-missing",
    .subject = "gone.mail.example",
    .text = "The MX target gone.mail.example does not exist.",
    .fix = "Remove the MX record or create the host.",
    .source = "RFC 5321 section 5.1",
};
static const struct rcpt_problem name_problem = {
    .id = "special-use",
    .subject = "m\xC3\xBCller.example",
    .text = "The domain is reserved for documentation.",
    .fix = "Use a domain that exists.",
    .source = "RFC 6761",
};
static const struct rcpt_prediction good_risk = {
    .code = 550,
    .enhanced = {5, 6, 7},
    .verdict = RCPT_REJECT,
    .risk = true,
    .certainty = RCPT_POSSIBLE,
    .stage = RCPT_STAGE_RCPT,
    .by = RCPT_BY_RECEIVER,
    .rule = "smtputf8",
    .reason = "A mail host may not offer SMTPUTF8.",
    .evidence = no_texts,
    .fix = "Ask for an address in ASCII.",
    .source = "RFC 6531 section 3.2",
};
static const struct rcpt_prediction good_prediction = {
    .next = &good_risk,
    .code = 250,
    .enhanced = {2, 1, 5},
    .verdict = RCPT_ACCEPT,
    .certainty = RCPT_POSSIBLE,
    .stage = RCPT_STAGE_RCPT,
    .by = RCPT_BY_RECEIVER,
    .rule = "route",
    .reason = "A mail host can be delivered to; whether the mailbox exists DNS cannot tell.",
    .evidence = good_evidence,
    .fix = "Nothing to do.",
    .source = "RFC 5321 section 5.1",
};
static const struct rcpt_address good_address = {
    .valid = true,
    .smtputf8 = true,
    .local = "j\xC3\xBCrgen",
    .domain = "m\xC3\xBCller.example",
    .ascii_domain = "xn--mller-kva.example",
    .unicode_domain = "m\xC3\xBCller.example",
    .problems = &name_problem,
};
static const struct rcpt_mx good_mx = {
    .status = RCPT_MX_OK,
    .dnssec = true,
    .domain = "xn--mller-kva.example",
    .canonical = "hosting.example",
    .hosts = hosts,
    .problems = &host_problem,
    .evidence = good_answers,
    .detail = "",
};
static const struct rcpt_result good_result = {
    .input = "j\xC3\xBCrgen@m\xC3\xBCller.example",
    .verdict = RCPT_ACCEPT,
    .predictions = &good_prediction,
    .address = &good_address,
    .mx = &good_mx,
};

/* ---- DNS failed ---- */
static const struct rcpt_prediction failed_prediction = {
    .code = 451,
    .enhanced = {4, 4, 3},
    .verdict = RCPT_DEFER,
    .certainty = RCPT_CERTAIN,
    .stage = RCPT_STAGE_DNS,
    .by = RCPT_BY_SENDER,
    .rule = "dns-failure",
    .reason = "No answer to the MX question of slow.example was had.",
    .evidence = no_texts,
    .fix = "Try again later.",
    .source = "RFC 5321 section 5.1",
};
static const struct rcpt_address failed_address = {
    .valid = true,
    .domain = "slow.example",
    .ascii_domain = "slow.example",
};
static const struct rcpt_mx failed_mx = {
    .status = RCPT_MX_TIMEOUT,
    .gave_up = true,
    .domain = "slow.example",
    .canonical = "slow.example",
    .evidence = no_texts,
    .detail = "slow.example MX: 127.0.0.1:53 did not answer",
};
static const struct rcpt_result failed_result = {
    .input = "slow.example",
    .verdict = RCPT_DEFER,
    .predictions = &failed_prediction,
    .address = &failed_address,
    .mx = &failed_mx,
};

#endif
