/*
 * condition.c - what rules ask of findings
 *
 * Each function reads findings and says yes or no; none reads DNS, and none knows which rule it
 * serves.
 */
#include "predict/condition.h"

#include <string.h>

#include "address/ip.h"
#include "util/word.h"

static bool has_problem(const struct rcpt_problem *problem, const char *ids)
{
    while (problem != NULL && !word_is_among(problem->id, ids))
        problem = problem->next;
    return problem != NULL;
}

/* ---- the address ---- */

bool address_defect(const struct findings *findings, int number, const char *ids)
{
    const struct rcpt_address_error *error = findings->address->error;
    (void)number;
    return error != NULL && (ids == NULL || word_is_among(error->id, ids));
}

bool address_problem(const struct findings *findings, int number, const char *ids)
{
    (void)number;
    return has_problem(findings->address->problems, ids);
}

/* What kind of address the literal holds; IP_RESERVED where it cannot be read. */
static enum ip_kind literal_kind(const struct rcpt_address *address)
{
    static const char tag[] = "IPv6:";
    const char *text = address->domain + 1; /* behind the bracket */
    struct ip ip;
    size_t length = strlen(text);
    if (length > strlen(tag) && strchr(text, ':') == text + strlen(tag) - 1) {
        text += strlen(tag);
        length -= strlen(tag);
    }
    return length > 0 && ip_parse_bytes(&ip, text, length - 1) ? ip_kind(&ip) : IP_RESERVED;
}

bool address_literal(const struct findings *findings, int number, const char *ids)
{
    (void)ids;
    if (!findings->address->valid || !findings->address->literal)
        return false;
    return number == IP_PUBLIC || (int)literal_kind(findings->address) == number;
}

bool address_reachable_literal(const struct findings *findings, int number, const char *ids)
{
    (void)number;
    if (!address_literal(findings, IP_PUBLIC, ids))
        return false;
    enum ip_kind kind = literal_kind(findings->address);
    return kind == IP_PUBLIC || kind == IP_DOCUMENTATION;
}

bool address_private_literal(const struct findings *findings, int number, const char *ids)
{
    (void)number;
    (void)ids;
    return address_literal(findings, IP_PRIVATE, NULL) ||
           address_literal(findings, IP_LINK_LOCAL, NULL) ||
           address_literal(findings, IP_MULTICAST, NULL) ||
           address_literal(findings, IP_RESERVED, NULL);
}

bool address_smtputf8(const struct findings *findings, int number, const char *ids)
{
    (void)number;
    (void)ids;
    return findings->address->smtputf8;
}

bool address_unicode_domain(const struct findings *findings, int number, const char *ids)
{
    (void)number;
    (void)ids;
    const struct rcpt_address *address = findings->address;
    return address->local != NULL && address->ascii_domain != NULL &&
           strcmp(address->domain, address->ascii_domain) != 0;
}

/* ---- the route ---- */

bool mx_status(const struct findings *findings, int number, const char *ids)
{
    (void)ids;
    return findings->mx != NULL && (int)findings->mx->status == number;
}

bool mx_status_with_problem(const struct findings *findings, int number, const char *ids)
{
    return mx_status(findings, number, NULL) && has_problem(findings->mx->problems, ids);
}

bool mx_status_by_alias(const struct findings *findings, int number, const char *ids)
{
    return mx_status(findings, number, ids) && findings->mx->canonical != findings->mx->domain;
}

bool mx_gave_up(const struct findings *findings, int number, const char *ids)
{
    (void)number;
    (void)ids;
    return findings->mx != NULL && findings->mx->gave_up;
}

bool mx_hosts_failed(const struct findings *findings, int number, const char *ids)
{
    (void)number;
    (void)ids;
    return findings->mx != NULL && findings->mx->status >= RCPT_MX_SERVFAIL &&
           findings->mx->hosts != NULL;
}

bool mx_hosts_failed_with_problem(const struct findings *findings, int number, const char *ids)
{
    return mx_hosts_failed(findings, number, NULL) && has_problem(findings->mx->problems, ids);
}

bool mx_failed_host_answers(const struct findings *findings, int number, const char *ids)
{
    return mx_hosts_failed(findings, number, ids) && findings->mx_target_answers;
}

static bool has_host(const struct rcpt_host *host, enum rcpt_host_status status)
{
    while (host != NULL && host->status != status)
        host = host->next;
    return host != NULL;
}

bool mx_invalid_with_host(const struct findings *findings, int number, const char *ids)
{
    return mx_status(findings, RCPT_MX_INVALID, ids) &&
           has_host(findings->mx->hosts, (enum rcpt_host_status)number);
}

static bool best_host(const struct rcpt_mx *mx, int status)
{
    const struct rcpt_host *best = mx->hosts;
    for (const struct rcpt_host *host = best; host != NULL && host->preference == best->preference;
         host = host->next) {
        if ((int)host->status == status)
            return true;
    }
    return false;
}

bool mx_best_host(const struct findings *findings, int number, const char *ids)
{
    return mx_status(findings, RCPT_MX_OK, ids) && best_host(findings->mx, number);
}

bool mx_failed_best_host(const struct findings *findings, int number, const char *ids)
{
    return mx_hosts_failed(findings, 0, ids) && best_host(findings->mx, number);
}

bool mx_implicit_failed(const struct findings *findings, int number, const char *ids)
{
    return mx_hosts_failed(findings, number, ids) &&
           strcmp(findings->mx->hosts->name, findings->mx->domain) == 0 &&
           findings->mx->hosts->next == NULL && findings->mx->hosts->preference == 0;
}

bool mx_null_beside_hosts(const struct findings *findings, int number, const char *ids)
{
    (void)number;
    return mx_status_with_problem(findings, RCPT_MX_OK, ids) ||
           (mx_status_with_problem(findings, RCPT_MX_INVALID, ids) &&
            (has_host(findings->mx->hosts, RCPT_HOST_PRIVATE) ||
             has_host(findings->mx->hosts, RCPT_HOST_LOOPBACK) ||
             has_host(findings->mx->hosts, RCPT_HOST_BRACKETED)));
}

bool mx_only_ip_targets(const struct findings *findings, int number, const char *ids)
{
    (void)number;
    if (!mx_status(findings, RCPT_MX_OK, ids))
        return false;
    for (const struct rcpt_host *host = findings->mx->hosts; host != NULL; host = host->next) {
        struct ip ip;
        if (host->status == RCPT_HOST_OK && !ip_parse(&ip, host->name))
            return false;
    }
    return true;
}
