/*
 * rules_sender.c - the rule table of the sending side
 *
 * All of it is the receiver's policy: with Debian's defaults only Sendmail looks anything up about
 * a sender. So certainty says how many servers answer so once they check, and what only some do is
 * told as a risk. Where the recipient's provider is known to have a reply of its own for a row's
 * trigger, that reply takes the row's place (provider.c).
 *
 * The columns of `shown` are those of rules.c.
 */
#include "predict/condition_sender.h"
#include "predict/rule.h"

#define MEASURED "measured: Postfix 3.7, Exim 4.96, OpenSMTPD 6.8, Sendmail 8.17"

/* The short columns of a row stand in one line. */
/* clang-format off */
static const struct rule rules[] = {
    /* ---- the sending IP address on lists ---- */
    {
        .when = {ip_listed, 1, "high"},
        .group = RULE_LISTED, .evidence = EVIDENCE_LISTINGS, .trigger = RCPT_TRIGGER_LISTED,
        .shown = {"ip-listed-high", 554, {5, 7, 1}, RCPT_REJECT, false, RCPT_LIKELY, RCPT_STAGE_RCPT, RCPT_BY_RECEIVER,
                  "{ip} is on a list that most receivers use: {ip_lists}",
                  "Find and stop the cause first, then ask the list for removal on its page.",
                  "RFC 5782; RFC 5321 section 3.1; " MEASURED},
    },
    {
        .when = {ip_listed, 2, "medium"},
        .group = RULE_LISTED, .evidence = EVIDENCE_LISTINGS, .trigger = RCPT_TRIGGER_LISTED,
        .shown = {"ip-listed-several", 554, {5, 7, 1}, RCPT_REJECT, false, RCPT_LIKELY, RCPT_STAGE_RCPT, RCPT_BY_RECEIVER,
                  "{ip} is on several independent lists: {ip_lists}",
                  "Find and stop the cause first, then ask the lists for removal on their pages.",
                  "RFC 5782; RFC 5321 section 3.1; " MEASURED},
    },
    {
        .when = {ip_listed, -1, "medium"},
        .group = RULE_LISTED, .evidence = EVIDENCE_LISTINGS, .trigger = RCPT_TRIGGER_LISTED,
        .shown = {"ip-listed", 554, {5, 7, 1}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_RCPT, RCPT_BY_RECEIVER,
                  "{ip} is on a list that some receivers use: {ip_lists}",
                  "Find and stop the cause first, then ask the list for removal on its page.",
                  "RFC 5782; RFC 5321 section 3.1; " MEASURED},
    },
    {
        .when = {ip_listed, 1, "low"},
        .group = RULE_LISTED, .evidence = EVIDENCE_LISTINGS, .trigger = RCPT_TRIGGER_LISTED,
        .shown = {"ip-listed-low", 554, {5, 7, 1}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_RCPT, RCPT_BY_RECEIVER,
                  "{ip} is on a list that few receivers refuse mail by: {ip_lists}",
                  "Look at the list's page; most such listings end by themselves when the cause is gone.",
                  "RFC 5782; RFC 5321 section 3.1; " MEASURED},
    },

    /* ---- HELO name and MAIL FROM domain on lists ---- */
    {
        .when = {domain_listed, 1, "high"},
        .group = RULE_DOMAIN_LISTED, .evidence = EVIDENCE_LISTINGS, .trigger = RCPT_TRIGGER_DOMAIN_LISTED,
        .shown = {"domain-listed-high", 554, {5, 7, 1}, RCPT_REJECT, false, RCPT_LIKELY, RCPT_STAGE_MAIL, RCPT_BY_RECEIVER,
                  "a domain of the sender is on a list that many receivers use: {domain_lists}",
                  "Find and stop the cause first, then ask the list for removal on its page.",
                  "RFC 5782 section 2.3; " MEASURED},
    },
    {
        .when = {domain_listed, 1, "medium"},
        .group = RULE_DOMAIN_LISTED, .evidence = EVIDENCE_LISTINGS, .trigger = RCPT_TRIGGER_DOMAIN_LISTED,
        .shown = {"domain-listed", 554, {5, 7, 1}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_MAIL, RCPT_BY_RECEIVER,
                  "a domain of the sender is on a list that some receivers use: {domain_lists}",
                  "Find and stop the cause first, then ask the list for removal on its page.",
                  "RFC 5782 section 2.3; " MEASURED},
    },
    {
        .when = {domain_listed, 1, "low"},
        .group = RULE_DOMAIN_LISTED, .evidence = EVIDENCE_LISTINGS, .trigger = RCPT_TRIGGER_DOMAIN_LISTED,
        .shown = {"domain-listed-low", 554, {5, 7, 1}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_MAIL, RCPT_BY_RECEIVER,
                  "a domain of the sender is on a list that few receivers refuse mail by: {domain_lists}",
                  "Look at the list's page.",
                  "RFC 5782 section 2.3; " MEASURED},
    },

    /* ---- reverse DNS of the sending IP address ---- */
    {
        .when = {rdns_status, RCPT_RDNS_NONE, NULL},
        .group = RULE_CLIENT_NAME, .evidence = EVIDENCE_RDNS, .trigger = RCPT_TRIGGER_NO_RDNS,
        .shown = {"rdns-none", 550, {5, 7, 25}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_CONNECT, RCPT_BY_RECEIVER,
                  "{ip} has no PTR record",
                  "Have the operator of the address set a PTR record to a name whose A or AAAA record gives the address back.",
                  "RFC 7372 section 3.3; RFC 8601 section 2.7.3; " MEASURED " (Sendmail and OpenSMTPD 550, where they check)"},
    },
    {
        .when = {rdns_status, RCPT_RDNS_NONE, NULL},
        .group = RULE_CLIENT_NAME, .evidence = EVIDENCE_RDNS, .trigger = RCPT_TRIGGER_NO_RDNS,
        .shown = {"rdns-none-deferred", 450, {4, 7, 1}, RCPT_DEFER, true, RCPT_POSSIBLE, RCPT_STAGE_CONNECT, RCPT_BY_RECEIVER,
                  "{ip} has no PTR record: Postfix, where it checks, defers by default",
                  "Have the operator of the address set a PTR record to a name whose A or AAAA record gives the address back.",
                  "RFC 8601 section 2.7.3; " MEASURED " (Postfix 450 4.7.1)"},
    },
    {
        .when = {rdns_status, RCPT_RDNS_MISMATCH, NULL},
        .group = RULE_CLIENT_NAME, .evidence = EVIDENCE_RDNS, .trigger = RCPT_TRIGGER_NO_RDNS,
        .shown = {"rdns-mismatch", 550, {5, 7, 25}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_CONNECT, RCPT_BY_RECEIVER,
                  "the PTR name of {ip} does not resolve back to it",
                  "Publish an A or AAAA record for the PTR name that gives the address, or correct the PTR record.",
                  "RFC 7372 section 3.3; RFC 8601 section 2.7.3; " MEASURED " (Exim and OpenSMTPD 550, where they check)"},
    },
    {
        .when = {rdns_status, RCPT_RDNS_MISMATCH, NULL},
        .group = RULE_CLIENT_NAME, .evidence = EVIDENCE_RDNS, .trigger = RCPT_TRIGGER_NO_RDNS,
        .shown = {"rdns-mismatch-deferred", 450, {4, 7, 25}, RCPT_DEFER, true, RCPT_POSSIBLE, RCPT_STAGE_CONNECT, RCPT_BY_RECEIVER,
                  "the PTR name of {ip} does not resolve back to it: Postfix and Sendmail, where they check, defer by default",
                  "Publish an A or AAAA record for the PTR name that gives the address, or correct the PTR record.",
                  "RFC 8601 section 2.7.3; " MEASURED " (Postfix 450 4.7.25, Sendmail 451 4.1.8)"},
    },
    {
        .when = {rdns_not_first, 0, NULL},
        .group = RULE_CLIENT_NAME, .evidence = EVIDENCE_RDNS, .trigger = RCPT_TRIGGER_OTHER,
        .shown = {"rdns-not-first", 450, {4, 7, 25}, RCPT_DEFER, true, RCPT_POSSIBLE, RCPT_STAGE_CONNECT, RCPT_BY_RECEIVER,
                  "{ip} has several PTR names and the first does not resolve back to it: all servers but Exim look at the first only",
                  "Keep one PTR record, to the name that gives the address back.",
                  "RFC 8601 section 2.7.3; " MEASURED},
    },
    {
        .when = {rdns_status, RCPT_RDNS_TEMPERROR, NULL},
        .group = RULE_CLIENT_NAME, .evidence = EVIDENCE_RDNS, .trigger = RCPT_TRIGGER_OTHER,
        .shown = {"rdns-failure", 450, {4, 7, 25}, RCPT_DEFER, true, RCPT_POSSIBLE, RCPT_STAGE_CONNECT, RCPT_BY_RECEIVER,
                  "reverse DNS of {ip} could not be looked up: {rdns_detail}",
                  "Look at the name servers of the reverse zone and of the PTR name.",
                  "RFC 8601 section 2.7.3; " MEASURED " (OpenSMTPD refuses)"},
    },

    /* ---- HELO ---- */
    {
        .when = {helo_status, RCPT_HELO_SYNTAX, NULL},
        .group = RULE_HELO, .evidence = EVIDENCE_HELO, .trigger = RCPT_TRIGGER_HELO,
        .shown = {"helo-syntax", 501, {5, 5, 2}, RCPT_REJECT, false, RCPT_LIKELY, RCPT_STAGE_EHLO, RCPT_BY_RECEIVER,
                  "the HELO name {helo} is neither a domain in A-labels nor an address literal",
                  "Greet with the full host name of the sending machine.",
                  "RFC 5321 section 4.1.1.1; " MEASURED " (Postfix only where it checks)"},
    },
    {
        .when = {helo_status, RCPT_HELO_NOT_FQDN, NULL},
        .group = RULE_HELO, .evidence = EVIDENCE_HELO, .trigger = RCPT_TRIGGER_HELO,
        .shown = {"helo-not-fqdn", 504, {5, 5, 2}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_EHLO, RCPT_BY_RECEIVER,
                  "the HELO name {helo} is not fully qualified",
                  "Greet with the full host name of the sending machine.",
                  "RFC 5321 section 2.3.5; " MEASURED " (Postfix 504, Exim 550, where they check)"},
    },
    {
        .when = {helo_unresolved_without, 0, "helo-only-mx"},
        .group = RULE_HELO, .evidence = EVIDENCE_HELO, .trigger = RCPT_TRIGGER_HELO,
        .shown = {"helo-unresolved", 450, {4, 7, 1}, RCPT_DEFER, true, RCPT_POSSIBLE, RCPT_STAGE_EHLO, RCPT_BY_RECEIVER,
                  "the HELO name {helo} has no address: Postfix, where it checks, defers by default",
                  "Publish an A or AAAA record for the name, or greet with one that has it.",
                  "RFC 5321 section 2.3.5; " MEASURED},
    },
    {
        .when = {helo_status, RCPT_HELO_UNRESOLVED, NULL},
        .group = RULE_HELO, .evidence = EVIDENCE_HELO, .trigger = RCPT_TRIGGER_HELO,
        .shown = {"helo-unresolved-refused", 550, {5, 7, 1}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_EHLO, RCPT_BY_RECEIVER,
                  "the HELO name {helo} has no address: servers that check it strictly, as Exim does, refuse",
                  "Publish an A or AAAA record for the name, or greet with one that has it.",
                  "RFC 5321 section 2.3.5; " MEASURED},
    },
    {
        .when = {helo_status, RCPT_HELO_MISMATCH, NULL},
        .group = RULE_HELO, .evidence = EVIDENCE_HELO, .trigger = RCPT_TRIGGER_HELO,
        .shown = {"helo-mismatch", 550, {5, 7, 1}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_EHLO, RCPT_BY_RECEIVER,
                  "the HELO name {helo} does not belong to {ip}; only Exim, where it checks, minds",
                  "Greet with a name that resolves to the sending address.",
                  "RFC 5321 section 4.1.4; " MEASURED},
    },
    {
        .when = {helo_status, RCPT_HELO_TEMPERROR, NULL},
        .group = RULE_HELO, .evidence = EVIDENCE_HELO, .trigger = RCPT_TRIGGER_OTHER,
        .shown = {"helo-failure", 450, {4, 7, 1}, RCPT_DEFER, true, RCPT_POSSIBLE, RCPT_STAGE_EHLO, RCPT_BY_RECEIVER,
                  "the HELO name {helo} could not be looked up: {helo_detail}",
                  "Look at the name servers of that name.",
                  "RFC 5321 section 2.3.5; " MEASURED " (Exim refuses with 550)"},
    },

    /* ---- MAIL FROM ---- */
    {
        .when = {mail_from_status, RCPT_MAIL_FROM_SYNTAX, NULL},
        .group = RULE_MAIL_FROM, .evidence = EVIDENCE_MAIL_FROM, .trigger = RCPT_TRIGGER_OTHER,
        .shown = {"mail-from-syntax", 501, {5, 1, 7}, RCPT_REJECT, false, RCPT_LIKELY, RCPT_STAGE_MAIL, RCPT_BY_RECEIVER,
                  "the MAIL FROM address {mail_from} is not well formed",
                  "Correct the address.",
                  "RFC 5321 section 4.1.2; " MEASURED " (Sendmail 553 5.1.8, OpenSMTPD 553 5.1.0)"},
    },
    {
        .when = {mail_from_status, RCPT_MAIL_FROM_NOT_FQDN, NULL},
        .group = RULE_MAIL_FROM, .evidence = EVIDENCE_MAIL_FROM, .trigger = RCPT_TRIGGER_OTHER,
        .shown = {"mail-from-not-fqdn", 504, {5, 5, 2}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_MAIL, RCPT_BY_RECEIVER,
                  "the domain of the MAIL FROM address {mail_from} is not fully qualified",
                  "Use an address in a domain that takes mail.",
                  "RFC 5321 section 2.3.5; " MEASURED " (Sendmail 553 5.1.8; OpenSMTPD accepts)"},
    },
    {
        .when = {mail_from_status, RCPT_MAIL_FROM_MISSING, NULL},
        .group = RULE_MAIL_FROM, .evidence = EVIDENCE_MAIL_FROM, .trigger = RCPT_TRIGGER_SENDER_MISSING,
        .shown = {"mail-from-missing", 550, {5, 1, 8}, RCPT_REJECT, false, RCPT_LIKELY, RCPT_STAGE_MAIL, RCPT_BY_RECEIVER,
                  "the MAIL FROM domain {mail_from_domain} does not exist or has no mail host: bounces could not be returned",
                  "Send from a domain that resolves, and publish an MX record for it.",
                  "RFC 3463 section 3.2; " MEASURED " (Sendmail 553 by default, Exim 550 where it checks)"},
    },
    {
        .when = {mail_from_status, RCPT_MAIL_FROM_MISSING, NULL},
        .group = RULE_MAIL_FROM, .evidence = EVIDENCE_MAIL_FROM, .trigger = RCPT_TRIGGER_OTHER,
        .shown = {"mail-from-missing-deferred", 450, {4, 1, 8}, RCPT_DEFER, true, RCPT_POSSIBLE, RCPT_STAGE_MAIL, RCPT_BY_RECEIVER,
                  "the MAIL FROM domain {mail_from_domain} does not exist or has no mail host: Postfix, where it checks, defers by "
                  "default",
                  "Send from a domain that resolves, and publish an MX record for it.",
                  "RFC 3463 section 3.2; " MEASURED " (550 5.1.8 with unknown_address_reject_code)"},
    },
    {
        .when = {mail_from_status, RCPT_MAIL_FROM_NULL_MX, NULL},
        .group = RULE_MAIL_FROM, .evidence = EVIDENCE_MAIL_FROM, .trigger = RCPT_TRIGGER_SENDER_NULL_MX,
        .shown = {"mail-from-null-mx", 550, {5, 7, 27}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_MAIL, RCPT_BY_RECEIVER,
                  "the MAIL FROM domain {mail_from_domain} publishes a null MX: bounces could not be returned",
                  "Send from a domain that takes mail, or replace the null MX of this one.",
                  "RFC 7505 section 4.2; " MEASURED " (Postfix and Exim refuse where they check, Sendmail accepts)"},
    },
    {
        .when = {mail_from_null_mx_beside, 0, NULL},
        .group = RULE_MAIL_FROM, .evidence = EVIDENCE_MAIL_FROM, .trigger = RCPT_TRIGGER_OTHER,
        .shown = {"mail-from-null-mx-beside", 550, {5, 7, 27}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_MAIL, RCPT_BY_RECEIVER,
                  "the MAIL FROM domain {mail_from_domain} publishes a null MX beside real mail hosts: Postfix refuses it where it "
                  "checks",
                  "Remove the null MX.",
                  "RFC 7505 section 3; " MEASURED},
    },
    {
        .when = {mail_from_status, RCPT_MAIL_FROM_UNUSABLE, NULL},
        .group = RULE_MAIL_FROM, .evidence = EVIDENCE_MAIL_FROM, .trigger = RCPT_TRIGGER_OTHER,
        .shown = {"mail-from-unusable", 550, {5, 1, 8}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_MAIL, RCPT_BY_RECEIVER,
                  "no mail host of the MAIL FROM domain {mail_from_domain} can be delivered to; only Exim, where it checks, minds",
                  "Correct the MX records of the domain.",
                  "RFC 5321 section 5.1; " MEASURED},
    },
    {
        .when = {mail_from_failed, 0, NULL},
        .group = RULE_MAIL_FROM, .evidence = EVIDENCE_MAIL_FROM, .trigger = RCPT_TRIGGER_OTHER,
        .shown = {"mail-from-failure", 451, {4, 1, 8}, RCPT_DEFER, false, RCPT_LIKELY, RCPT_STAGE_MAIL, RCPT_BY_RECEIVER,
                  "the MAIL FROM domain {mail_from_domain} could not be looked up: {mail_from_detail}",
                  "Look at the name servers of the domain; leave the message in the queue.",
                  "RFC 5321 section 5.1; " MEASURED " (Postfix 450 4.1.8)"},
    },
    {
        .when = {mail_from_failed, 1, NULL},
        .group = RULE_MAIL_FROM, .evidence = EVIDENCE_MAIL_FROM, .trigger = RCPT_TRIGGER_OTHER,
        .shown = {"mail-from-mx-failure", 451, {4, 1, 8}, RCPT_DEFER, true, RCPT_POSSIBLE, RCPT_STAGE_MAIL, RCPT_BY_RECEIVER,
                  "the MX records of the MAIL FROM domain {mail_from_domain} could not be looked up, though it has an address; only "
                  "Exim, where it checks, minds: {mail_from_detail}",
                  "Look at the name servers of the domain.",
                  "RFC 5321 section 5.1; " MEASURED},
    },
};
/* clang-format on */

const struct rule *sender_rule_at(size_t index)
{
    return index < sizeof rules / sizeof *rules ? &rules[index] : NULL;
}
