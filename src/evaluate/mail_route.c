/*
 * mail_route.c - how mail for a domain is routed
 *
 * RFC 5321 section 5.1: MX records if there are any, and then only they; else the domain's own
 * address (implicit MX). RFC 7505: a single "MX 0 ." says that the domain takes no mail. Where
 * records break the rules, the route is judged as real servers were seen to judge it, and the
 * oddity is named.
 *
 * One host that can be delivered to makes the route good. Without one, a host whose addresses could
 * not be had makes the route unknown; only if every answer is certain is it called invalid.
 */
#include "evaluate/mail_route.h"

#include <stdlib.h>
#include <string.h>

#include "dns/rdata.h"
#include "evaluate/mail_host.h"
#include "evaluate/problem.h"
#include "util/strlist.h"

#define MX_HOSTS_MAX     64
#define DUPLICATES_NAMED 8

/* The findings while they are being made; thrown away with the arena if the check has to wait. */
struct work {
    struct mail_host_work look_up;
    struct rcpt_mx *mx;
    struct rcpt_host *hosts; /* an array, sorted */
    size_t n_hosts;
    size_t n_duplicates;
    bool null_repeated;
    bool limited; /* there were more than MX_HOSTS_MAX */
    bool target_answers;
};

static enum rcpt_mx_status failure_status(enum dns_status status)
{
    switch (status) {
    case DNS_SERVFAIL:
        return RCPT_MX_SERVFAIL;
    case DNS_REFUSED:
        return RCPT_MX_REFUSED;
    case DNS_MALFORMED:
        return RCPT_MX_MALFORMED;
    default:
        return RCPT_MX_TIMEOUT;
    }
}

/* The route's status where the best that can be said of its hosts is that one could not be looked
 * up. */
static enum rcpt_mx_status route_failure(enum rcpt_host_status status)
{
    switch (status) {
    case RCPT_HOST_SERVFAIL:
        return RCPT_MX_SERVFAIL;
    case RCPT_HOST_REFUSED:
        return RCPT_MX_REFUSED;
    case RCPT_HOST_MALFORMED:
        return RCPT_MX_MALFORMED;
    default:
        return RCPT_MX_TIMEOUT;
    }
}

static void add_evidence(struct work *work, const struct dns_answer *answer)
{
    for (const char *const *line = dns_answer_lines(work->look_up.arena, answer); *line != NULL;
         line++)
        strlist_add(&work->look_up.evidence, *line);
}

/* ---- hosts ---- */

static int by_name(const void *left, const void *right)
{
    const struct rcpt_host *a = left;
    const struct rcpt_host *b = right;
    int order = strcmp(a->name, b->name);
    return order != 0 ? order : (a->preference > b->preference) - (a->preference < b->preference);
}

static int by_preference(const void *left, const void *right)
{
    const struct rcpt_host *a = left;
    const struct rcpt_host *b = right;
    int order = (a->preference > b->preference) - (a->preference < b->preference);
    return order != 0 ? order : strcmp(a->name, b->name);
}

/* A few are named; a stranger may publish thousands. */
static void note_duplicate(struct work *work, const struct rcpt_host *host)
{
    if (work->n_duplicates++ < DUPLICATES_NAMED)
        problem_add(&work->look_up.problems, PROBLEM_MX_DUPLICATE, host->name,
                    arena_printf(work->look_up.arena, "%u", host->preference));
}

/* The same host again with a worse preference adds nothing to the route. Hosts are sorted by name
 * here. */
static void drop_duplicates(struct work *work)
{
    size_t kept = 0;
    for (size_t i = 0; i < work->n_hosts; i++) {
        const struct rcpt_host *host = &work->hosts[i];
        if (kept == 0 || strcmp(work->hosts[kept - 1].name, host->name) != 0)
            work->hosts[kept++] = *host;
        else if (host->status == RCPT_HOST_NULL)
            work->null_repeated = true;
        else
            note_duplicate(work, host);
    }
    work->n_hosts = kept;
}

static const char *const no_addresses[] = {NULL};

/* Keeps the best MX_HOSTS_MAX hosts: what a stranger can make us ask is bounded. */
static void limit_hosts(struct work *work)
{
    if (work->n_hosts <= MX_HOSTS_MAX)
        return;
    problem_add(&work->look_up.problems, PROBLEM_MX_TOO_MANY, work->mx->domain,
                arena_printf(work->look_up.arena, "%zu", work->n_hosts));
    work->n_hosts = MX_HOSTS_MAX;
    work->limited = true;
}

/* Marks the records with "." as exchange. */
static void mark_null(struct work *work)
{
    for (size_t i = 0; i < work->n_hosts; i++) {
        if (strcmp(work->hosts[i].name, ".") == 0)
            work->hosts[i].status = RCPT_HOST_NULL;
    }
}

static void collect_hosts(struct work *work, const struct dns_answer *answer)
{
    work->hosts = arena_array(work->look_up.arena, answer->n_records, sizeof *work->hosts);
    work->n_hosts = answer->n_records;
    for (size_t i = 0; i < answer->n_records; i++) {
        work->hosts[i].preference = answer->records[i].mx.preference;
        work->hosts[i].name = arena_dup(work->look_up.arena, answer->records[i].mx.exchange);
        work->hosts[i].addresses = no_addresses;
        work->hosts[i].detail = "";
    }
    mark_null(work);
    qsort(work->hosts, work->n_hosts, sizeof *work->hosts, by_name);
    drop_duplicates(work);
    qsort(work->hosts, work->n_hosts, sizeof *work->hosts, by_preference);
    limit_hosts(work);
}

/* Looks every host up, waiting for none before all have been asked for. */
static enum check_state look_up_hosts(struct work *work)
{
    enum check_state state = CHECK_DONE;
    for (size_t i = 0; i < work->n_hosts; i++) {
        struct rcpt_host *host = &work->hosts[i];
        if (host->status == RCPT_HOST_NULL)
            continue;
        if (mail_host_look_up(&work->look_up, host, MAIL_HOST_TARGET) == CHECK_WAIT)
            state = CHECK_WAIT;
    }
    return state;
}

static void link_hosts(struct work *work)
{
    for (size_t i = 0; i + 1 < work->n_hosts; i++)
        work->hosts[i].next = &work->hosts[i + 1];
    work->mx->hosts = work->n_hosts > 0 ? work->hosts : NULL;
}

/* ---- MX records ---- */

/* RFC 7505 section 3, and what comes near it. `null` is the record with "." as exchange. */
static void judge_null(struct work *work, const struct rcpt_host *null)
{
    const char *domain = work->mx->domain;
    if (work->n_hosts > 1) {
        problem_add(&work->look_up.problems, PROBLEM_NULL_MX_MIXED, domain, "");
        return;
    }
    work->mx->status = RCPT_MX_NULL;
    if (work->null_repeated)
        problem_add(&work->look_up.problems, PROBLEM_NULL_MX_REPEATED, domain, "");
    if (null->preference != 0)
        problem_add(&work->look_up.problems, PROBLEM_NULL_MX_PREFERENCE, domain,
                    arena_printf(work->look_up.arena, "%u", null->preference));
}

static const struct rcpt_host *find_null(const struct work *work)
{
    for (size_t i = 0; i < work->n_hosts; i++) {
        if (work->hosts[i].status == RCPT_HOST_NULL)
            return &work->hosts[i];
    }
    return NULL;
}

/* The route's status by its hosts; the failed one that tells most is in *failed. */
static enum rcpt_mx_status route_status(const struct work *work, const struct rcpt_host **failed)
{
    *failed = NULL;
    for (size_t i = 0; i < work->n_hosts; i++) {
        const struct rcpt_host *host = &work->hosts[i];
        if (host->status == RCPT_HOST_OK)
            return RCPT_MX_OK;
        if (mail_host_failed(host->status) && (*failed == NULL || host->status < (*failed)->status))
            *failed = host;
    }
    return *failed == NULL ? RCPT_MX_INVALID : route_failure((*failed)->status);
}

/* Whether a failed target answers for MX: struct findings says what for. */
static enum check_state ask_failed_targets(struct work *work)
{
    enum check_state state = CHECK_DONE;
    for (size_t i = 0; i < work->n_hosts; i++) {
        if (!mail_host_failed(work->hosts[i].status))
            continue;
        const struct dns_answer *answer =
            dns_ask(work->look_up.dns, work->hosts[i].name, DNS_TYPE_MX);
        if (answer->status == DNS_PENDING)
            state = CHECK_WAIT;
        work->target_answers |= dns_status_is_certain(answer->status);
    }
    return state;
}

/* The route is unknown because this host could not be looked up. */
static void note_failure(struct work *work, const struct rcpt_host *failed)
{
    work->mx->detail = failed->detail;
    work->mx->gave_up = failed->status == RCPT_HOST_TIMEOUT &&
                        (dns_ask(work->look_up.dns, failed->name, DNS_TYPE_A)->gave_up ||
                         dns_ask(work->look_up.dns, failed->name, DNS_TYPE_AAAA)->gave_up);
}

/* The hosts looked at are all unusable, but there are more: nothing is certain. */
static void stop_looking(struct work *work)
{
    work->mx->status = RCPT_MX_TIMEOUT;
    work->mx->gave_up = true;
    work->mx->detail = "there are too many MX records to look at all of them";
}

static enum check_state judge_route(struct work *work)
{
    const struct rcpt_host *failed;
    if (look_up_hosts(work) == CHECK_WAIT)
        return CHECK_WAIT;
    work->mx->status = route_status(work, &failed);
    if (work->mx->status == RCPT_MX_INVALID && work->limited)
        stop_looking(work);
    if (work->mx->status == RCPT_MX_OK || failed == NULL)
        return CHECK_DONE;
    note_failure(work, failed);
    return ask_failed_targets(work);
}

static enum check_state explicit_route(struct work *work, const struct dns_answer *answer)
{
    collect_hosts(work, answer);
    const struct rcpt_host *null = find_null(work);
    if (null != NULL)
        judge_null(work, null);
    enum check_state state = work->mx->status == RCPT_MX_NULL ? CHECK_DONE : judge_route(work);
    link_hosts(work);
    return state;
}

/* ---- without MX records ---- */

/* RFC 5321 section 5.1: the domain itself is the mail host, with preference 0. */
static enum check_state implicit_route(struct work *work)
{
    struct rcpt_host *host = arena_alloc(work->look_up.arena, sizeof *host);
    host->name = work->mx->domain;
    work->hosts = host;
    work->n_hosts = 1;
    if (mail_host_look_up(&work->look_up, host, MAIL_HOST_DOMAIN) == CHECK_WAIT)
        return CHECK_WAIT;
    if (host->status == RCPT_HOST_OK) {
        work->mx->status = RCPT_MX_IMPLICIT;
    } else if (mail_host_failed(host->status)) {
        work->mx->status = route_failure(host->status);
        note_failure(work, host);
    } else if (host->status == RCPT_HOST_NO_ADDRESS || host->status == RCPT_HOST_NXDOMAIN) {
        work->mx->status = RCPT_MX_NONE;
        work->n_hosts = 0; /* a host without address is no host here */
    } else {
        work->mx->status = RCPT_MX_INVALID;
    }
    link_hosts(work);
    return CHECK_DONE;
}

/* NXDOMAIN holds for every type (RFC 8020), but some servers deny a name for one type and answer
 * for another, and half of the senders measured then deliver to the address. So it is believed when
 * the address is denied as well. */
static enum check_state no_domain(struct work *work, const struct dns_answer *answer)
{
    work->mx->status = RCPT_MX_NXDOMAIN;
    if (answer->n_aliases > 0) {
        problem_add(&work->look_up.problems, PROBLEM_DOMAIN_ALIAS_DANGLING, work->mx->domain,
                    work->mx->canonical);
        return CHECK_DONE;
    }
    const struct dns_answer *a = dns_ask(work->look_up.dns, work->mx->domain, DNS_TYPE_A);
    if (a->status == DNS_PENDING)
        return CHECK_WAIT;
    if (a->status == DNS_NXDOMAIN)
        return CHECK_DONE;
    if (implicit_route(work) == CHECK_WAIT)
        return CHECK_WAIT;
    if (work->n_hosts > 0 && work->mx->status < RCPT_MX_SERVFAIL)
        problem_add(&work->look_up.problems, PROBLEM_NXDOMAIN_WITH_ADDRESS, work->mx->domain, "");
    return CHECK_DONE;
}

/* ---- the whole ---- */

static enum check_state route(struct work *work, const struct dns_answer *answer)
{
    switch (answer->status) {
    case DNS_PENDING:
        return CHECK_WAIT;
    case DNS_NOERROR:
        return explicit_route(work, answer);
    case DNS_NODATA:
        return implicit_route(work);
    case DNS_NXDOMAIN:
        return no_domain(work, answer);
    default:
        work->mx->status = failure_status(answer->status);
        work->mx->detail = *dns_answer_lines(work->look_up.arena, answer);
        work->mx->gave_up = answer->gave_up;
        return CHECK_DONE;
    }
}

/* What is known before the route is: the domain, where its CNAME chain ends, the answer. */
static void begin(struct work *work, const char *domain, const struct dns_answer *answer)
{
    struct arena *arena = work->look_up.arena;
    struct rcpt_mx *mx = work->mx;
    problem_list_init(&work->look_up.problems, arena);
    strlist_init(&work->look_up.evidence, arena);
    mx->domain = arena_dup(arena, domain);
    mx->canonical = answer->n_aliases > 0 ? arena_dup(arena, answer->canonical) : mx->domain;
    mx->dnssec = answer->authenticated;
    mx->detail = "";
    if (answer->status != DNS_PENDING)
        add_evidence(work, answer);
    if (answer->n_aliases > 0 && answer->status != DNS_NXDOMAIN)
        problem_add(&work->look_up.problems, PROBLEM_DOMAIN_ALIAS, mx->domain, mx->canonical);
}

enum check_state mail_route_look_up(struct arena *arena, struct dns *dns, const char *domain,
                                    const struct rcpt_mx **mx, bool *target_answers)
{
    struct work work = {.look_up = {.arena = arena, .dns = dns},
                        .mx = arena_alloc(arena, sizeof *work.mx)};
    const struct dns_answer *answer = dns_ask(dns, domain, DNS_TYPE_MX);
    begin(&work, domain, answer);
    if (route(&work, answer) == CHECK_WAIT)
        return CHECK_WAIT;
    work.mx->problems = work.look_up.problems.first;
    work.mx->evidence = strlist_items(&work.look_up.evidence);
    *mx = work.mx;
    if (target_answers != NULL)
        *target_answers = work.target_answers;
    return CHECK_DONE;
}
