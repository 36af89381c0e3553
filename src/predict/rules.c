/*
 * rules.c - the rule table: what was found, what SMTP will say, how sure that is, and what to do
 *
 * One row a rule, in order of precedence (rule.h). Certainty follows what four
 * servers were seen to do with the same DNS facts: certain where all agree, likely where three do,
 * possible where they are split or where it is a matter of configuration. Where the measured answer
 * differs from the book's, the row says both. Two rows say more or less than was measured: a null
 * MX alone is certain, as RFC 7505 leaves no other outcome, though OpenSMTPD 6.8 gives up only
 * after days; a good route is likely, as DNS does not show whether the mailbox exists.
 *
 * The columns of `shown`: id, reply code, enhanced status code, verdict, risk, certainty, stage,
 * by, reason, fix, source (rcptcheck/rules.h). Words in braces are filled by words.c. To add a
 * rule: a row here, and a condition in condition.c if none fits.
 */
#include "predict/rule.h"

#include "address/ip.h"

#define MEASURED "measured: Postfix 3.7, Exim 4.96, OpenSMTPD 6.8, Sendmail 8.17"

/* The short columns of a row stand in one line. */
/* clang-format off */
static const struct rule rules[] = {
    /* ---- an address that no server takes ---- */
    {
        .when = {address_defect, 0, "domain-empty-label domain-too-long domain-ip no-domain"},
        .evidence = EVIDENCE_ADDRESS,
        .shown = {"address-refused", 501, {5, 1, 3}, RCPT_REJECT, false, RCPT_CERTAIN, RCPT_STAGE_SYNTAX, RCPT_BY_SENDER,
                  "{error}",
                  "Correct the address.",
                  "RFC 5321 section 4.1.2; " MEASURED},
    },
    {
        .when = {address_defect, 0, "domain-final-dot domain-space literal-ipv6-tag"},
        .evidence = EVIDENCE_ADDRESS,
        .shown = {"address-form-split", 501, {5, 1, 3}, RCPT_REJECT, false, RCPT_POSSIBLE, RCPT_STAGE_SYNTAX, RCPT_BY_SENDER,
                  "{error}; some servers repair this form, others refuse it",
                  "Correct the address.",
                  "RFC 5321 section 4.1.2; " MEASURED},
    },
    {
        .when = {address_defect, 0, NULL},
        .evidence = EVIDENCE_ADDRESS,
        .shown = {"address-syntax", 501, {5, 1, 3}, RCPT_REJECT, false, RCPT_LIKELY, RCPT_STAGE_SYNTAX, RCPT_BY_SENDER,
                  "{error}",
                  "Correct the address, or take it off the list.",
                  "RFC 5321 sections 4.1.2 and 4.5.3.1"},
    },

    /* ---- an address literal: no DNS route ---- */
    {
        .when = {address_literal, IP_LOOPBACK, NULL},
        .evidence = EVIDENCE_ADDRESS,
        .shown = {"literal-loopback", 550, {5, 4, 6}, RCPT_REJECT, false, RCPT_POSSIBLE, RCPT_STAGE_CONNECT, RCPT_BY_SENDER,
                  "{domain} is the sending host itself: the message would go round in a circle",
                  "Use the recipient's domain name, or the host's public address.",
                  "RFC 5321 section 4.1.3; " MEASURED " (for mail hosts with such addresses)"},
    },
    {
        .when = {address_literal, IP_UNSPECIFIED, NULL},
        .evidence = EVIDENCE_ADDRESS,
        .shown = {"literal-unspecified", 550, {5, 4, 6}, RCPT_REJECT, false, RCPT_POSSIBLE, RCPT_STAGE_CONNECT, RCPT_BY_SENDER,
                  "{domain} is no host's address; servers take it for themselves",
                  "Use the recipient's domain name, or the host's public address.",
                  "RFC 5321 section 4.1.3; " MEASURED " (for mail hosts with such addresses)"},
    },
    {
        .when = {address_private_literal, 0, NULL},
        .evidence = EVIDENCE_ADDRESS,
        .shown = {"literal-private", 450, {4, 4, 1}, RCPT_DEFER, false, RCPT_LIKELY, RCPT_STAGE_CONNECT, RCPT_BY_SENDER,
                  "{domain} cannot be reached over the public Internet",
                  "Use the recipient's domain name, or the host's public address.",
                  "RFC 5321 section 4.1.3; RFC 6890; " MEASURED " (for mail hosts with such addresses)"},
    },
    {
        .when = {address_literal, IP_PUBLIC, NULL},
        .evidence = EVIDENCE_ADDRESS,
        .shown =
            {"literal",
             250,
             {2, 1, 5},
             RCPT_ACCEPT,
             false,
             RCPT_LIKELY,
             RCPT_STAGE_RCPT,
             RCPT_BY_RECEIVER,
             "{domain} is an address literal: delivered to that address without any look-up in DNS",
             "Prefer the recipient's domain name: many servers refuse literals.",
             "RFC 5321 section 4.1.3; " MEASURED},
    },

    /* ---- DNS did not answer: nothing permanent may rest on it ---- */
    {
        .when = {mx_status_with_problem, RCPT_MX_TIMEOUT, "mx-too-many"},
        .evidence = EVIDENCE_MX,
        .shown = {"mx-too-many", 451, {4, 4, 3}, RCPT_UNKNOWN, false, RCPT_POSSIBLE, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "none of the mail hosts of {domain} that were looked at can be delivered to, and there are more of them",
                  "The domain's operator keeps a handful of MX records, all of them of working hosts.",
                  "RFC 5321 section 5.1"},
    },
    {
        .when = {mx_status_with_problem, RCPT_MX_MALFORMED, "host-too-many-addresses"},
        .evidence = EVIDENCE_MX,
        .shown = {"host-too-many-addresses", 451, {4, 4, 3}, RCPT_UNKNOWN, false, RCPT_POSSIBLE, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "none of the addresses of {domain}'s mail hosts that were looked at can be delivered to, and there are more of them",
                  "The domain's operator gives each mail host a handful of addresses that can be reached.",
                  "RFC 5321 section 5.1"},
    },
    {
        .when = {mx_gave_up, 0, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"no-answer-in-time", 451, {4, 4, 3}, RCPT_UNKNOWN, false, RCPT_POSSIBLE, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "the look-up was ended before DNS had answered: {detail}",
                  "Ask again, with a longer --deadline if DNS is slow here. A recording answers only what was asked when it was made.",
                  "RFC 5321 section 5.1"},
    },
    {
        .when = {mx_failed_host_answers, 0, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"mx-host-address-failure", 451, {4, 4, 3}, RCPT_DEFER, false, RCPT_LIKELY, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "no usable mail host of {domain} could be found, as a look-up failed: {detail}",
                  "Leave the message in the queue. The name servers of that host answer for "
                  "some types and fail for "
                  "others: its operator has to repair them.",
                  "RFC 5321 section 5.1; " MEASURED " (Sendmail gives up with 5.1.2)"},
    },
    {
        .when = {mx_hosts_failed_with_problem, 0, "null-mx-mixed"},
        .evidence = EVIDENCE_MX,
        .shown = {"null-mx-beside-failure", 451, {4, 4, 3}, RCPT_DEFER, false, RCPT_LIKELY, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "no usable mail host of {domain} could be found beside its null MX, as a look-up failed: {detail}",
                  "Leave the message in the queue. The domain's operator keeps either the null MX or working mail hosts.",
                  "RFC 5321 section 5.1; RFC 7505 section 3; " MEASURED " (Postfix refuses with 5.1.0)"},
    },
    {
        .when = {mx_implicit_failed, 0, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"implicit-mx-failure", 451, {4, 4, 3}, RCPT_DEFER, false, RCPT_CERTAIN, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "{domain} has no MX record, and its own address could not be looked up: {detail}",
                  "Leave the message in the queue. The domain's operator looks at its name servers.",
                  "RFC 5321 section 5.1; " MEASURED},
    },
    {
        .when = {mx_failed_best_host, RCPT_HOST_LOOPBACK, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"mx-host-failure-beside-loopback", 451, {4, 4, 3}, RCPT_DEFER, false, RCPT_LIKELY, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "the first mail host of {domain} leads back to the sender, and another could not be looked up: {detail}",
                  "Leave the message in the queue. The domain's operator removes the first host.",
                  "RFC 5321 section 5.1; " MEASURED " (Postfix gives up with 5.4.6)"},
    },
    {
        .when = {mx_hosts_failed, 0, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"mx-host-failure", 451, {4, 4, 3}, RCPT_DEFER, false, RCPT_CERTAIN, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "no usable mail host of {domain} could be found, as a look-up failed: {detail}",
                  "Leave the message in the queue; look at the name servers of that host.",
                  "RFC 5321 section 5.1; " MEASURED},
    },
    {
        .when = {mx_status, RCPT_MX_SERVFAIL, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"dns-servfail", 451, {4, 4, 3}, RCPT_DEFER, false, RCPT_CERTAIN, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "the resolver could not find out how mail for {domain} is routed: {detail}",
                  "Leave the message in the queue. The domain's operator looks at its name "
                  "servers, delegation and "
                  "DNSSEC signatures.",
                  "RFC 5321 section 5.1; RFC 9520; " MEASURED},
    },
    {
        .when = {mx_status, RCPT_MX_TIMEOUT, NULL},
        .evidence = EVIDENCE_MX,
        .shown =
            {"dns-timeout",
             451,
             {4, 4, 3},
             RCPT_DEFER,
             false,
             RCPT_CERTAIN,
             RCPT_STAGE_DNS,
             RCPT_BY_SENDER,
             "no answer about {domain}: {detail}",
             "Ask again; if other domains fail as well, look at the resolver and the way to it.",
             "RFC 5321 section 5.1; " MEASURED},
    },
    {
        .when = {mx_status, RCPT_MX_REFUSED, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"dns-refused", 451, {4, 4, 3}, RCPT_DEFER, false, RCPT_LIKELY, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "the resolver refuses to answer about {domain}: {detail}",
                  "Use a resolver that serves this machine (--resolver).",
                  "RFC 5321 section 5.1; RFC 1035 section 4.1.1"},
    },
    {
        .when = {mx_status, RCPT_MX_MALFORMED, NULL},
        .evidence = EVIDENCE_MX,
        .shown =
            {"dns-malformed",
             451,
             {4, 4, 3},
             RCPT_DEFER,
             false,
             RCPT_LIKELY,
             RCPT_STAGE_DNS,
             RCPT_BY_SENDER,
             "the answer about {domain} cannot be understood: {detail}",
             "Leave the message in the queue; look at the domain's records and at the resolver.",
             "RFC 5321 section 5.1; RFC 1035 section 4"},
    },

    /* ---- the domain takes no mail, or is not there ---- */
    {
        .when = {mx_status_with_problem, RCPT_MX_NULL, "null-mx-preference null-mx-repeated"},
        .evidence = EVIDENCE_MX,
        .shown = {"null-mx-irregular", 556, {5, 1, 10}, RCPT_REJECT, false, RCPT_LIKELY, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "{domain} publishes a null MX, though not in its exact form",
                  "Check the spelling of the domain, and reach the recipient another way. The "
                  "domain's operator keeps one "
                  "record, \"MX 0 .\", or publishes real mail hosts.",
                  "RFC 7505 section 3; " MEASURED " (OpenSMTPD retries)"},
    },
    {
        .when = {mx_status, RCPT_MX_NULL, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"null-mx", 556, {5, 1, 10}, RCPT_REJECT, false, RCPT_CERTAIN, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "{domain} publishes a null MX",
                  "Check the spelling of the domain, and reach the recipient another way. If "
                  "the domain is yours and "
                  "should take mail, replace the null MX by real mail hosts.",
                  "RFC 7505 section 3; " MEASURED " (OpenSMTPD knows no null MX and retries until it expires)"},
    },
    {
        .when = {mx_status_by_alias, RCPT_MX_NXDOMAIN, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"alias-to-nxdomain", 550, {5, 1, 2}, RCPT_REJECT, false, RCPT_LIKELY, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "{domain} is an alias of {canonical}, which does not exist",
                  "Check the spelling of the domain. Its operator points the alias at a name "
                  "that exists.",
                  "RFC 5321 section 5.1; " MEASURED " (OpenSMTPD retries)"},
    },
    {
        .when = {mx_status, RCPT_MX_NXDOMAIN, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"nxdomain", 550, {5, 1, 2}, RCPT_REJECT, false, RCPT_CERTAIN, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "{domain} does not exist",
                  "Check the spelling of the domain; take the address off the list if the "
                  "domain is gone.",
                  "RFC 5321 section 5.1; RFC 8020 section 2; " MEASURED
                  " (Postfix as a receiver: 450 4.1.2 by default)"},
    },
    {
        .when = {mx_status, RCPT_MX_NONE, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"no-mail-host", 550, {5, 1, 2}, RCPT_REJECT, false, RCPT_LIKELY, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "{domain} exists but has neither a mail host (MX) nor an address",
                  "Check the spelling of the domain. Its operator publishes an MX record, or a "
                  "null MX to say that the "
                  "domain takes no mail.",
                  "RFC 5321 section 5.1; " MEASURED " (OpenSMTPD retries)"},
    },

    /* ---- mail hosts that nobody can deliver to; every answer is certain here ---- */
    {
        .when = {mx_invalid_with_host, RCPT_HOST_PRIVATE, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"mx-private", 450, {4, 4, 1}, RCPT_DEFER, false, RCPT_LIKELY, RCPT_STAGE_CONNECT, RCPT_BY_SENDER,
                  "no mail host of {domain} can be reached over the public Internet: connections fail until the message "
                  "is returned",
                  "The domain's operator publishes the public addresses of its mail hosts.",
                  "RFC 6890; " MEASURED " (Exim with Debian's configuration gives up at once)"},
    },
    {
        .when = {mx_invalid_with_host, RCPT_HOST_BRACKETED, NULL},
        .evidence = EVIDENCE_MX,
        .shown =
            {"mx-bracketed-address",
             550,
             {5, 4, 4},
             RCPT_UNKNOWN,
             false,
             RCPT_POSSIBLE,
             RCPT_STAGE_DNS,
             RCPT_BY_SENDER,
             "the only usable mail host of {domain} is an address in brackets: "
             "OpenSMTPD and Sendmail deliver "
             "to it, Postfix and Exim do not",
             "The domain's operator names a host in the MX record and gives that host the address.",
             "RFC 1035 section 3.3.9; " MEASURED},
    },
    {
        .when = {mx_status_with_problem, RCPT_MX_INVALID, "mx-target-localhost"},
        .evidence = EVIDENCE_MX,
        .shown =
            {"mx-localhost",
             550,
             {5, 4, 6},
             RCPT_REJECT,
             false,
             RCPT_LIKELY,
             RCPT_STAGE_DNS,
             RCPT_BY_SENDER,
             "the mail host of {domain} is localhost, which to every sender is the sender itself",
             "The domain's operator names a real mail host, or publishes a null MX (\"MX 0 .\").",
             "RFC 6761 section 6.3; " MEASURED},
    },
    {
        .when = {mx_invalid_with_host, RCPT_HOST_LOOPBACK, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"mx-loopback", 550, {5, 4, 6}, RCPT_REJECT, false, RCPT_POSSIBLE, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "the mail hosts of {domain} lead back to the sender itself: some servers give up at once, others retry "
                  "in vain",
                  "The domain's operator publishes the public addresses of its mail hosts, or a "
                  "null MX (\"MX 0 .\").",
                  "RFC 5321 section 5.1; " MEASURED
                  " (Postfix and Exim bounce, OpenSMTPD and Sendmail retry)"},
    },
    {
        .when = {mx_invalid_with_host, RCPT_HOST_NULL, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"null-mx-beside-dead-hosts", 556, {5, 1, 10}, RCPT_REJECT, false, RCPT_LIKELY, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "{domain} publishes a null MX, beside mail hosts that have no address",
                  "Reach the recipient another way. The domain's operator keeps either the null "
                  "MX or working mail hosts.",
                  "RFC 7505 section 3; " MEASURED " (OpenSMTPD retries)"},
    },
    {
        .when = {mx_status, RCPT_MX_INVALID, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"mx-without-address", 550, {5, 4, 4}, RCPT_REJECT, false, RCPT_LIKELY, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "none of the mail hosts of {domain} has an address, and the domain's own must not be used in their place",
                  "Check the spelling of the domain. Its operator corrects the MX records, or "
                  "gives the hosts addresses.",
                  "RFC 5321 section 5.1; " MEASURED " (OpenSMTPD retries)"},
    },

    /* ---- a route ---- */
    {
        .when = {mx_status_with_problem, RCPT_MX_IMPLICIT, "nxdomain-with-address"},
        .evidence = EVIDENCE_MX,
        .shown = {"nxdomain-with-address", 250, {2, 1, 5}, RCPT_ACCEPT, false, RCPT_POSSIBLE, RCPT_STAGE_RCPT, RCPT_BY_RECEIVER,
                  "the name servers of {domain} contradict themselves: Postfix and Sendmail "
                  "deliver to its address, "
                  "Exim and OpenSMTPD take the domain for missing",
                  "The domain's operator repairs its name servers.",
                  "RFC 8020 section 2; " MEASURED},
    },
    {
        .when = {mx_status, RCPT_MX_IMPLICIT, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"implicit-mx", 250, {2, 1, 5}, RCPT_ACCEPT, false, RCPT_LIKELY, RCPT_STAGE_RCPT, RCPT_BY_RECEIVER,
                  "{domain} has no MX record; mail goes to its own address. Whether the "
                  "mailbox exists cannot be seen "
                  "from DNS",
                  "Nothing has to be done. The domain's operator should publish an MX record.",
                  "RFC 5321 section 5.1; " MEASURED},
    },
    {
        .when = {mx_status, RCPT_MX_OK, NULL},
        .evidence = EVIDENCE_MX,
        .shown =
            {"mx-ok",
             250,
             {2, 1, 5},
             RCPT_ACCEPT,
             false,
             RCPT_LIKELY,
             RCPT_STAGE_RCPT,
             RCPT_BY_RECEIVER,
             "mail for {domain} goes to {host}. Whether the mailbox exists cannot be seen from DNS",
             "Nothing has to be done.",
             "RFC 5321 section 5.1; " MEASURED},
    },

    /* ---- what may happen all the same ---- */
    {
        .when = {mx_null_beside_hosts, 0, "null-mx-mixed"},
        .evidence = EVIDENCE_MX,
        .shown = {"null-mx-mixed", 556, {5, 1, 10}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "a null MX stands beside the mail hosts of {domain}: Postfix then takes "
                  "the domain for one that "
                  "refuses all mail",
                  "The domain's operator removes the null MX.",
                  "RFC 7505 section 3; " MEASURED},
    },
    {
        .when = {mx_best_host, RCPT_HOST_LOOPBACK, NULL},
        .evidence = EVIDENCE_MX,
        .shown = {"mx-loopback-first", 550, {5, 4, 6}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "the first mail host of {domain} has a loopback address: Postfix then "
                  "takes the mail for a loop",
                  "The domain's operator removes that host.",
                  "RFC 5321 section 5.1; " MEASURED},
    },
    {
        .when = {mx_only_ip_targets, 0, NULL},
        .evidence = EVIDENCE_MX,
        .shown =
            {"mx-ip-address",
             550,
             {5, 4, 4},
             RCPT_REJECT,
             true,
             RCPT_POSSIBLE,
             RCPT_STAGE_DNS,
             RCPT_BY_SENDER,
             "the MX records of {domain} name IP addresses in place of hosts: Exim does "
             "not deliver to them",
             "The domain's operator names a host in the MX record and gives that host the address.",
             "RFC 1035 section 3.3.9; " MEASURED},
    },
    {
        .when = {mx_status_with_problem, RCPT_MX_IMPLICIT, "nxdomain-with-address"},
        .evidence = EVIDENCE_MX,
        .shown = {"nxdomain-for-mx", 550, {5, 1, 2}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_DNS, RCPT_BY_SENDER,
                  "asked for MX, the name servers of {domain} say that it does not exist",
                  "The domain's operator repairs its name servers.",
                  "RFC 8020 section 2; " MEASURED},
    },
    {
        .when = {address_reachable_literal, 0, NULL},
        .evidence = EVIDENCE_ADDRESS,
        .shown = {"literal-refused", 501, {5, 1, 3}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_RCPT, RCPT_BY_RECEIVER,
                  "servers may refuse address literals; Exim does so by default",
                  "Use the recipient's domain name.",
                  "RFC 5321 section 4.1.3; " MEASURED},
    },
    {
        .when = {address_problem, 0, "domain-underscore"},
        .evidence = EVIDENCE_ADDRESS,
        .shown = {"domain-underscore", 501, {5, 1, 3}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_RCPT, RCPT_BY_RECEIVER,
                  "a mail domain may not have an underscore; Exim refuses it, the others deliver",
                  "Use a domain of letters, digits and hyphens.",
                  "RFC 5321 section 4.1.2; " MEASURED},
    },
    {
        .when = {address_smtputf8, 0, NULL},
        .evidence = EVIDENCE_ADDRESS,
        .shown = {"smtputf8-local-part", 550, {5, 6, 7}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_RCPT, RCPT_BY_RECEIVER,
                  "the local-part is not ASCII: every server on the way has to offer "
                  "SMTPUTF8, which DNS does not show",
                  "Send with SMTPUTF8, and have an ASCII address of the recipient at hand.",
                  "RFC 6531 sections 3.1 and 3.5"},
    },
    {
        .when = {address_unicode_domain, 0, NULL},
        .evidence = EVIDENCE_ADDRESS,
        .shown = {"smtputf8-domain", 550, {5, 6, 7}, RCPT_REJECT, true, RCPT_POSSIBLE, RCPT_STAGE_RCPT, RCPT_BY_SENDER,
                  "the domain is written with U-labels: a server without SMTPUTF8 refuses it "
                  "in this form",
                  "Send to the A-label form, {ascii_domain}.",
                  "RFC 6531 section 3.2; " MEASURED " (split by support)"},
    },
};
/* clang-format on */

const struct rule *rule_at(size_t index)
{
    static const size_t count = sizeof rules / sizeof *rules;
    return index < count ? &rules[index] : sender_rule_at(index - count);
}

const struct rcpt_rule *rcpt_rule_at(size_t index)
{
    const struct rule *rule = rule_at(index);
    return rule == NULL ? NULL : &rule->shown;
}
