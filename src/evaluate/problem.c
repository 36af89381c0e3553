/*
 * problem.c - oddities with a name
 *
 * A row: id, sentence, what to do, source. "{subject}" is the name it is about, "{detail}" a second
 * name, an address or a failure. A problem is told beside the verdict; whether it costs anything is
 * for the rules to say.
 */
#include "evaluate/problem.h"

#include <string.h>

#include "util/template.h"

#define ROW(id, name, text, fix, source) [id] = {NULL, name, "", text, fix, source}

static const struct rcpt_problem rows[PROBLEM_COUNT] = {
    ROW(PROBLEM_DOMAIN_ALIAS, "domain-alias",
        "{subject} is an alias (CNAME) of {detail}; mail is routed by the target's records",
        "Nothing has to be done. Some senders rewrite the address to the target name: give the "
        "domain MX records "
        "of its own if that matters.",
        "RFC 5321 section 5.1"),
    ROW(PROBLEM_DOMAIN_ALIAS_DANGLING, "domain-alias-dangling",
        "{subject} is an alias (CNAME) of {detail}, which does not exist",
        "Point the alias at a name that exists, or remove it and publish MX records.",
        "RFC 5321 section 5.1"),
    ROW(PROBLEM_NXDOMAIN_WITH_ADDRESS, "nxdomain-with-address",
        "the servers of {subject} deny its existence when asked for MX, yet give an address",
        "Repair the name server: a name that has any record must never be answered with NXDOMAIN.",
        "RFC 8020 section 2"),
    ROW(PROBLEM_NULL_MX_PREFERENCE, "null-mx-preference",
        "the null MX of {subject} has preference {detail} instead of 0",
        "Publish it with preference 0. Servers measured take it as a null MX all the same.",
        "RFC 7505 section 3"),
    ROW(PROBLEM_NULL_MX_REPEATED, "null-mx-repeated", "{subject} publishes more than one null MX",
        "Keep a single record, \"MX 0 .\".", "RFC 7505 section 3"),
    ROW(PROBLEM_NULL_MX_MIXED, "null-mx-mixed",
        "{subject} publishes a null MX (\".\") beside real mail hosts",
        "Remove one or the other: a domain that publishes a null MX must have no other MX record.",
        "RFC 7505 section 3"),
    ROW(PROBLEM_MX_DUPLICATE, "mx-duplicate",
        "{subject} is listed more than once, also with preference {detail}",
        "Keep one MX record for each host.", "RFC 5321 section 5.1"),
    ROW(PROBLEM_MX_TOO_MANY, "mx-too-many",
        "{subject} has {detail} mail hosts; only the 64 with the lowest preferences were looked "
        "at",
        "Keep a handful of MX records: senders try a few at most.", "RFC 5321 section 5.1"),
    ROW(PROBLEM_MX_TARGET_ALIAS, "mx-target-alias",
        "the MX target {subject} is an alias (CNAME) of {detail}; most senders follow it, none has "
        "to",
        "Name {detail} in the MX record itself.", "RFC 2181 section 10.3"),
    ROW(PROBLEM_MX_TARGET_IP, "mx-target-ip",
        "the MX target {subject} is an IP address, not a host name; most servers connect to it, "
        "Exim does not",
        "Name a host in the MX record, and give that host the address.", "RFC 1035 section 3.3.9"),
    ROW(PROBLEM_MX_TARGET_LITERAL, "mx-target-literal",
        "the MX target {subject} is an address in brackets, which no DNS name means; servers "
        "disagree about it",
        "Name a host in the MX record, and give that host the address.", "RFC 1035 section 3.3.9"),
    ROW(PROBLEM_MX_TARGET_LOCALHOST, "mx-target-localhost",
        "the MX target {subject} means the sending host itself",
        "Name a real mail host; to refuse all mail, publish a null MX (\"MX 0 .\").",
        "RFC 6761 section 6.3"),
    ROW(PROBLEM_MX_TARGET_SINGLE_LABEL, "mx-target-single-label",
        "the MX target {subject} has a single label: perhaps a domain is missing behind it",
        "Write the full host name, with its final dot in a zone file.", "RFC 5321 section 2.3.5"),
    ROW(PROBLEM_MX_TARGET_NOT_HOSTNAME, "mx-target-not-hostname",
        "the MX target {subject} has characters that a host name may not have",
        "Name a host made of letters, digits and hyphens.", "RFC 1123 section 2.1"),
    ROW(PROBLEM_HOST_NXDOMAIN, "host-nxdomain", "the mail host {subject} does not exist",
        "Correct the MX record, or publish an address for the host.", "RFC 5321 section 5.1"),
    ROW(PROBLEM_HOST_NO_ADDRESS, "host-no-address",
        "the mail host {subject} has neither an A nor an AAAA record",
        "Publish an address for the host, or take it out of the MX records.",
        "RFC 5321 section 5.1"),
    ROW(PROBLEM_HOST_UNRESOLVED, "host-unresolved",
        "the addresses of {subject} could not be had: {detail}",
        "Look at the name servers of that name; ask again later.", "RFC 5321 section 5.1"),
    ROW(PROBLEM_HOST_PARTLY_UNRESOLVED, "host-partly-unresolved",
        "one address family of {subject} could not be looked up: {detail}",
        "Look at the name servers of that name: they should answer for A and AAAA alike.",
        "RFC 4074 section 4"),
    ROW(PROBLEM_HOST_IPV6_ONLY, "host-ipv6-only",
        "{subject} has only IPv6 addresses: senders without IPv6 cannot reach it",
        "Give the host an IPv4 address as well, or the domain a second host that has one.",
        "RFC 5321 section 5.2"),
    ROW(PROBLEM_HOST_TOO_MANY_ADDRESSES, "host-too-many-addresses",
        "{subject} has too many addresses to look at all of them, and none of the first can be "
        "delivered to",
        "Give the host a handful of addresses.", "RFC 5321 section 5.1"),
    ROW(PROBLEM_HOST_LOOPBACK, "host-loopback", "{subject} has the loopback address {detail}",
        "Publish the host's public address; to refuse all mail, publish a null MX (\"MX 0 .\").",
        "RFC 7505 section 1"),
    ROW(PROBLEM_HOST_UNSPECIFIED, "host-unspecified",
        "{subject} has the unspecified address {detail}",
        "Publish the host's public address; to refuse all mail, publish a null MX (\"MX 0 .\").",
        "RFC 6890 section 2.2.2"),
    ROW(PROBLEM_HOST_PRIVATE, "host-private", "{subject} has the private address {detail}",
        "Publish the public address in the public zone.", "RFC 1918 section 3"),
    ROW(PROBLEM_HOST_LINK_LOCAL, "host-link-local", "{subject} has the link-local address {detail}",
        "Publish the public address.", "RFC 3927 section 2.6"),
    ROW(PROBLEM_HOST_DOCUMENTATION, "host-documentation",
        "{subject} has the address {detail}, which is reserved for documentation",
        "Publish the host's real address.", "RFC 5737 section 4"),
    ROW(PROBLEM_HOST_RESERVED, "host-reserved",
        "{subject} has the address {detail}, which is reserved and never a mail host's",
        "Publish the host's real address.", "RFC 6890 section 2.2"),
    ROW(PROBLEM_SENDER_IP_PRIVATE, "sender-ip-private",
        "the sending address {subject} is not public: it is in {detail}, and receivers see another "
        "one",
        "Give the address that the internet sees: the one in front of NAT.",
        "RFC 1918 section 3, RFC 6890 section 2.2"),
    ROW(PROBLEM_SENDER_IP_LOOPBACK, "sender-ip-loopback",
        "the sending address {subject} never leaves the host: it is in {detail}",
        "Give the address that the internet sees.", "RFC 1122 section 3.2.1.3"),
    ROW(PROBLEM_SENDER_IP_DOCUMENTATION, "sender-ip-documentation",
        "the sending address {subject} is an example: it is in {detail}",
        "Give the real address of the sending host.", "RFC 5737 section 4, RFC 3849"),
    ROW(PROBLEM_SENDER_IP_RESERVED, "sender-ip-reserved",
        "the sending address {subject} is no host's: it is in {detail}",
        "Give the real address of the sending host.", "RFC 6890 section 2.2"),
    ROW(PROBLEM_RDNS_SEVERAL, "rdns-several",
        "{subject} has {detail} PTR names; most servers look at the first alone, and which one is "
        "first may change",
        "Keep one PTR record, with the name that the host gives in HELO.",
        "RFC 2181 section 10.2; measured with Postfix 3.7, OpenSMTPD 6.8, Sendmail 8.17"),
    ROW(PROBLEM_RDNS_TOO_MANY, "rdns-too-many",
        "{subject} has {detail} PTR names; only the first 10 were looked at",
        "Keep one PTR record, with the name that the host gives in HELO.",
        "RFC 7208 section 4.6.4"),
    ROW(PROBLEM_RDNS_FIRST_UNCONFIRMED, "rdns-first-unconfirmed",
        "the first PTR name of {subject}, {detail}, does not have that address; most servers look "
        "at no other name",
        "Remove that PTR record, or give {detail} the address {subject}.",
        "RFC 8601 section 2.7.3; measured with Postfix 3.7, OpenSMTPD 6.8, Sendmail 8.17"),
    ROW(PROBLEM_RDNS_GENERIC, "rdns-generic",
        "the PTR name {detail} of {subject} has the address in it, as names have that providers "
        "make up for whole ranges; some servers refuse such hosts",
        "Have the provider of the address publish a PTR record with the host's own name.",
        "RFC 8501 section 1.1, cbl.abuseat.org/generic.html"),
    ROW(PROBLEM_RDNS_NOT_HOSTNAME, "rdns-not-hostname",
        "the PTR name {detail} of {subject} is no fully qualified host name",
        "Publish a PTR record with a full name of letters, digits and hyphens.",
        "RFC 1123 section 2.1"),
    ROW(PROBLEM_RDNS_ALIAS, "rdns-alias",
        "the PTR name {detail} of {subject} is an alias (CNAME); it should be the host's own name",
        "Name the end of the alias in the PTR record itself.", "RFC 2181 section 10.2"),
    ROW(PROBLEM_RDNS_OTHER_FAMILY, "rdns-other-family",
        "the PTR name {detail} of {subject} has addresses of the other IP version only",
        "Give {detail} the address {subject} as well.", "RFC 8601 section 2.7.3"),
    ROW(PROBLEM_HELO_UNDERSCORE, "helo-underscore",
        "the HELO name {subject} has an underscore, which a host name may not have; Exim answers "
        "501, others take it",
        "Give a name of letters, digits and hyphens.", "RFC 5321 section 4.1.2"),
    ROW(PROBLEM_HELO_FINAL_DOT, "helo-final-dot", "the HELO name {subject} ends with a dot",
        "Leave the dot out: it belongs in zone files, not in SMTP.", "RFC 5321 section 4.1.2"),
    ROW(PROBLEM_HELO_NOT_ASCII, "helo-not-ascii",
        "the HELO name {subject} is not ASCII; no extension permits that before EHLO is answered",
        "Give the name in A-labels: {detail}.", "RFC 6531 section 3.7.1"),
    ROW(PROBLEM_HELO_SPECIAL_USE, "helo-special-use",
        "the HELO name {subject} is a special-use name: {detail}",
        "Give the host's name in the public DNS.", "RFC 6761"),
    ROW(PROBLEM_HELO_LITERAL, "helo-literal",
        "HELO gives the address {subject} instead of a name; that is for hosts without a name, and "
        "some servers refuse it",
        "Give the host a name in DNS, and give that in HELO.", "RFC 5321 section 4.1.4"),
    ROW(PROBLEM_HELO_ALIAS, "helo-alias",
        "the HELO name {subject} is an alias (CNAME) of {detail}; it should be the host's own name",
        "Give {detail} in HELO.", "RFC 5321 section 2.3.5"),
    ROW(PROBLEM_HELO_ONLY_MX, "helo-only-mx",
        "the HELO name {subject} has MX records, but no address; Postfix takes it, Exim does not",
        "Give the name an address, or give the host's own name in HELO.",
        "RFC 5321 section 2.3.5; measured with Postfix 3.7, Exim 4.96"),
    ROW(PROBLEM_MAIL_FROM_BARE_DOMAIN, "mail-from-bare-domain",
        "{subject} is a domain, looked up as the one of MAIL FROM; in SMTP an address has to stand "
        "there",
        "Give the whole address.", "RFC 5321 section 4.1.1.2"),
    ROW(PROBLEM_MAIL_FROM_LITERAL, "mail-from-literal",
        "{subject} has an address literal for a domain: servers disagree whether they take it, and "
        "few answer to it",
        "Send from a domain.", "RFC 5321 section 4.1.3; measured with Postfix 3.7, Exim 4.96"),
};

void problem_list_init(struct problem_list *list, struct arena *arena)
{
    list->arena = arena;
    list->first = list->last = NULL;
}

const struct rcpt_problem *problem_at(enum problem_id id)
{
    return &rows[id];
}

struct words {
    const char *subject, *detail;
};

static const char *find_word(struct arena *arena, const void *context, const char *word,
                             size_t length)
{
    const struct words *words = context;
    (void)arena;
    if (length == strlen("subject") && memcmp(word, "subject", length) == 0)
        return words->subject;
    if (length == strlen("detail") && memcmp(word, "detail", length) == 0)
        return words->detail;
    return NULL;
}

static void append(struct problem_list *list, struct rcpt_problem *problem)
{
    problem->next = NULL;
    if (list->last != NULL)
        list->last->next = problem;
    else
        list->first = problem;
    list->last = problem;
}

void problem_add_all(struct problem_list *list, const struct rcpt_problem *problems)
{
    for (; problems != NULL; problems = problems->next) {
        struct rcpt_problem *problem = arena_alloc(list->arena, sizeof *problem);
        *problem = *problems;
        append(list, problem);
    }
}

void problem_add(struct problem_list *list, enum problem_id id, const char *subject,
                 const char *detail)
{
    const struct rcpt_problem *row = &rows[id];
    struct words words = {subject, detail};
    const char *text = template_fill(list->arena, row->text, find_word, &words);
    for (const struct rcpt_problem *known = list->first; known != NULL; known = known->next) {
        if (known->id == row->id && strcmp(known->text, text) == 0)
            return;
    }
    struct rcpt_problem *problem = arena_alloc(list->arena, sizeof *problem);
    *problem = *row;
    problem->subject = arena_dup(list->arena, subject);
    problem->text = text;
    problem->fix = template_fill(list->arena, row->fix, find_word, &words);
    append(list, problem);
}
