/*
 * mail_host.c - one mail host: its addresses, and whether mail can be delivered to it
 *
 * RFC 5321 section 5.1: an MX target is a name with A or AAAA records. What is not that is judged
 * as real servers were seen to judge it (Postfix 3.7, Exim 4.96, OpenSMTPD 6.8, Sendmail 8.17): an
 * IP address as target is connected to, an address of the documentation ranges is an address like
 * any other, private ones are tried in vain, loopback ones lead back to the sender. A failed
 * look-up of one family is forgiven if the other gives an address that can be delivered to;
 * otherwise the host's status is the failure, never "no address".
 */
#include "evaluate/mail_host.h"

#include <stdio.h>
#include <string.h>

#include "address/ip.h"
#include "dns/rdata.h"

/* What an address of a kind means for its host. */
struct kind_effect {
    enum rcpt_host_status status;
    enum problem_id problem; /* PROBLEM_COUNT for none */
};

static const struct kind_effect effects[] = {
    [IP_PUBLIC] = {RCPT_HOST_OK, PROBLEM_COUNT},
    [IP_LOOPBACK] = {RCPT_HOST_LOOPBACK, PROBLEM_HOST_LOOPBACK},
    [IP_UNSPECIFIED] = {RCPT_HOST_LOOPBACK, PROBLEM_HOST_UNSPECIFIED},
    [IP_PRIVATE] = {RCPT_HOST_PRIVATE, PROBLEM_HOST_PRIVATE},
    [IP_LINK_LOCAL] = {RCPT_HOST_PRIVATE, PROBLEM_HOST_LINK_LOCAL},
    [IP_DOCUMENTATION] = {RCPT_HOST_OK, PROBLEM_HOST_DOCUMENTATION},
    [IP_MULTICAST] = {RCPT_HOST_PRIVATE, PROBLEM_HOST_RESERVED},
    [IP_RESERVED] = {RCPT_HOST_PRIVATE, PROBLEM_HOST_RESERVED},
};

/* How a failed look-up shows in the host's status. */
static enum rcpt_host_status failure_status(enum dns_status status)
{
    switch (status) {
    case DNS_SERVFAIL:
        return RCPT_HOST_SERVFAIL;
    case DNS_REFUSED:
        return RCPT_HOST_REFUSED;
    case DNS_MALFORMED:
        return RCPT_HOST_MALFORMED;
    default:
        return RCPT_HOST_TIMEOUT;
    }
}

bool mail_host_failed(enum rcpt_host_status status)
{
    return status >= RCPT_HOST_SERVFAIL;
}

/* The addresses seen so far, and what the best of them is good for. */
struct tally {
    struct rcpt_host *host;
    enum mail_host_role role;
    struct mail_host_work *work;
    struct strlist addresses;
    size_t n_named; /* problems of single addresses */
    bool usable, private, v4, v6;
    bool limited; /* there are more addresses than were looked at */
};

/* What a stranger can make us do is bounded: addresses of one family, and problems named for them.
 */
#define ADDRESSES_MOST 64
#define NAMED_MOST     8

static void count_address(struct tally *tally, const struct ip *ip)
{
    char text[IP_TEXT_SIZE];
    const struct kind_effect *effect = &effects[ip_kind(ip)];
    strlist_add(&tally->addresses, arena_dup(tally->addresses.arena, ip_format(ip, text)));
    tally->usable |= effect->status == RCPT_HOST_OK;
    tally->private |= effect->status == RCPT_HOST_PRIVATE;
    tally->v4 |= ip->family == 4;
    tally->v6 |= ip->family == 6;
    if (effect->problem != PROBLEM_COUNT && tally->n_named++ < NAMED_MOST)
        problem_add(&tally->work->problems, effect->problem, tally->host->name, text);
}

static enum rcpt_host_status address_status(const struct tally *tally)
{
    if (tally->usable)
        return RCPT_HOST_OK;
    return tally->private ? RCPT_HOST_PRIVATE : RCPT_HOST_LOOPBACK;
}

/* A target that is an address, in plain form or in brackets. True if it is. */
static bool judge_address_target(struct rcpt_host *host, struct tally *tally)
{
    struct ip ip;
    size_t length = strlen(host->name);
    if (ip_parse(&ip, host->name)) {
        problem_add(&tally->work->problems, PROBLEM_MX_TARGET_IP, host->name, "");
        count_address(tally, &ip);
        host->status = address_status(tally);
        return true;
    }
    if (length > 2 && host->name[0] == '[' && ip_parse_bytes(&ip, host->name + 1, length - 2)) {
        problem_add(&tally->work->problems, PROBLEM_MX_TARGET_LITERAL, host->name, "");
        host->status = RCPT_HOST_BRACKETED;
        return true;
    }
    return false;
}

static bool is_localhost(const char *name)
{
    const char *suffix = ".localhost";
    size_t length = strlen(name);
    size_t tail = strlen(suffix);
    return strcmp(name, suffix + 1) == 0 ||
           (length > tail && strcmp(name + length - tail, suffix) == 0);
}

/* RFC 1123 section 2.1, with the underscore that DNS names often have and that nobody minds. */
static bool is_hostname(const char *name)
{
    return name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_.")] == '\0';
}

static void add_lines(struct strlist *evidence, const struct dns_answer *answer)
{
    for (const char *const *line = dns_answer_lines(evidence->arena, answer); *line != NULL; line++)
        strlist_add_once(evidence, *line);
}

/* "SERVFAIL for AAAA: ..." as evidence has it, for problems and the host's detail. */
static const char *failure_text(struct arena *arena, const struct dns_answer *answer)
{
    return *dns_answer_lines(arena, answer);
}

static const struct dns_answer *worse_answer(const struct dns_answer *a,
                                             const struct dns_answer *aaaa)
{
    if (dns_status_is_certain(a->status))
        return dns_status_is_certain(aaaa->status) ? NULL : aaaa;
    if (dns_status_is_certain(aaaa->status))
        return a;
    return aaaa->status < a->status ? aaaa : a; /* the most telling: answer.h */
}

/* No usable address was found: says why. */
static enum rcpt_host_status empty_status(const struct tally *tally, const struct dns_answer *a,
                                          const struct dns_answer *aaaa,
                                          const struct dns_answer *failed)
{
    if (failed != NULL)
        return failure_status(failed->status);
    if (tally->addresses.count > 0)
        return address_status(tally);
    if (a->status == DNS_NXDOMAIN && aaaa->status == DNS_NXDOMAIN)
        return RCPT_HOST_NXDOMAIN;
    return RCPT_HOST_NO_ADDRESS;
}

static void name_problems(struct tally *tally, const struct dns_answer *failed)
{
    struct rcpt_host *host = tally->host;
    bool target = tally->role == MAIL_HOST_TARGET; /* a domain without address is no mail host */
    if (target && host->status == RCPT_HOST_NXDOMAIN)
        problem_add(&tally->work->problems, PROBLEM_HOST_NXDOMAIN, host->name, "");
    if (target && host->status == RCPT_HOST_NO_ADDRESS)
        problem_add(&tally->work->problems, PROBLEM_HOST_NO_ADDRESS, host->name, "");
    if (host->status == RCPT_HOST_OK && tally->v6 && !tally->v4 && failed == NULL)
        problem_add(&tally->work->problems, PROBLEM_HOST_IPV6_ONLY, host->name, "");
    if (failed == NULL)
        return;
    host->detail = failure_text(tally->addresses.arena, failed);
    problem_add(&tally->work->problems,
                host->status == RCPT_HOST_OK ? PROBLEM_HOST_PARTLY_UNRESOLVED
                                             : PROBLEM_HOST_UNRESOLVED,
                host->name, host->detail);
}

static void count_answer(struct tally *tally, const struct dns_answer *answer)
{
    for (size_t i = 0; i < answer->n_records && i < ADDRESSES_MOST; i++)
        count_address(tally, &answer->records[i].address);
    tally->limited |= answer->n_records > ADDRESSES_MOST;
}

/* The addresses looked at are all unusable, but there are more: nothing is certain. */
static void stop_looking(struct tally *tally)
{
    tally->host->status = RCPT_HOST_MALFORMED;
    tally->host->detail =
        arena_printf(tally->addresses.arena, "%s has too many addresses to look at all of them",
                     tally->host->name);
    problem_add(&tally->work->problems, PROBLEM_HOST_TOO_MANY_ADDRESSES, tally->host->name, "");
}

static enum check_state judge_name(struct tally *tally)
{
    struct dns *dns = tally->work->dns;
    struct strlist *evidence = &tally->work->evidence;
    struct rcpt_host *host = tally->host;
    const struct dns_answer *a = dns_ask(dns, host->name, DNS_TYPE_A);
    const struct dns_answer *aaaa = dns_ask(dns, host->name, DNS_TYPE_AAAA);
    if (a->status == DNS_PENDING || aaaa->status == DNS_PENDING)
        return CHECK_WAIT;
    if (tally->role == MAIL_HOST_TARGET && a->n_aliases > 0)
        problem_add(&tally->work->problems, PROBLEM_MX_TARGET_ALIAS, host->name, a->canonical);
    count_answer(tally, a);
    count_answer(tally, aaaa);
    const struct dns_answer *failed = worse_answer(a, aaaa);
    host->status = tally->usable ? RCPT_HOST_OK : empty_status(tally, a, aaaa, failed);
    name_problems(tally, failed);
    if (!tally->usable && tally->limited)
        stop_looking(tally);
    /* A host that can be delivered to needs no proof that it lacks the other family. */
    if (a->n_records > 0 || !tally->usable)
        add_lines(evidence, a);
    if (aaaa->n_records > 0 || !tally->usable)
        add_lines(evidence, aaaa);
    return CHECK_DONE;
}

/* What the target's name alone shows. True if that settles the host's status. */
static bool judge_target(struct rcpt_host *host, struct tally *tally)
{
    if (is_localhost(host->name)) {
        problem_add(&tally->work->problems, PROBLEM_MX_TARGET_LOCALHOST, host->name, "");
        host->status = RCPT_HOST_LOOPBACK;
        return true;
    }
    if (judge_address_target(host, tally))
        return true;
    if (strchr(host->name, '.') == NULL)
        problem_add(&tally->work->problems, PROBLEM_MX_TARGET_SINGLE_LABEL, host->name, "");
    if (!is_hostname(host->name))
        problem_add(&tally->work->problems, PROBLEM_MX_TARGET_NOT_HOSTNAME, host->name, "");
    return false;
}

enum check_state mail_host_look_up(struct mail_host_work *work, struct rcpt_host *host,
                                   enum mail_host_role role)
{
    struct tally tally = {.host = host, .role = role, .work = work};
    enum check_state state = CHECK_DONE;
    strlist_init(&tally.addresses, work->arena);
    host->detail = "";
    if (role == MAIL_HOST_DOMAIN || !judge_target(host, &tally))
        state = judge_name(&tally);
    host->addresses = strlist_items(&tally.addresses);
    return state;
}
