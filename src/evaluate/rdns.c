/*
 * rdns.c - forward-confirmed reverse DNS of the sending IP address
 *
 * RFC 8601 section 2.7.3 ("iprev"): the PTR names of the address, and for each whether its A or
 * AAAA records, by the family of the address, give the address back. The reverse name is that of
 * RFC 1035 section 3.5 and RFC 3596 section 2.5; an alias on the way (RFC 2317) is normal. At most
 * 10 names are used (RFC 7208 section 4.6.4).
 *
 * One confirmed name is enough for "confirmed", as Exim has it. Postfix, OpenSMTPD and Sendmail
 * look at the first name alone, so it is told apart. A failed look-up counts only if no name is
 * confirmed: "none" and "mismatch" rest on answers that are certain.
 */
#include <string.h>

#include "address/domain.h"
#include "dns/rdata.h"
#include "evaluate/evidence.h"
#include "evaluate/problem.h"
#include "evaluate/rdns_generic.h"
#include "evaluate/sender.h"
#include "util/strlist.h"

#define NAMES_MOST 10

struct work {
    struct arena *arena;
    struct dns *dns;
    const struct ip *ip;
    struct rcpt_rdns *rdns;
    struct problem_list problems;
    struct strlist evidence, names;
    const struct dns_answer *failed; /* the most telling failure of a name's look-up */
};

static const char *reverse_name(struct arena *arena, const struct ip *ip)
{
    char labels[IP_REVERSED_SIZE];
    return arena_printf(arena, "%s.%s", ip_reversed(ip, labels),
                        ip->family == 4 ? "in-addr.arpa" : "ip6.arpa");
}

static void add_problem(struct work *work, enum problem_id id, const char *detail)
{
    problem_add(&work->problems, id, work->rdns->ip, detail);
}

/* ---- one PTR name ---- */

/* An address in text, or the root: DNS has nothing to say of it. */
static bool is_no_name(const char *name)
{
    struct ip ip;
    return strcmp(name, ".") == 0 || ip_parse(&ip, name);
}

static void judge_name(struct work *work, const char *name)
{
    struct domain domain;
    domain_parse(work->arena, name, strlen(name), &domain);
    if (domain.defect != DOMAIN_OK || domain.underscore || domain.labels < 2)
        add_problem(work, PROBLEM_RDNS_NOT_HOSTNAME, name);
    if (rdns_is_generic(work->ip, name))
        add_problem(work, PROBLEM_RDNS_GENERIC, name);
}

/* The name exists and lacks the family that was asked for: perhaps it has the other. */
static enum check_state ask_other_family(struct work *work, const char *name)
{
    const struct dns_answer *other =
        dns_ask(work->dns, name, work->ip->family == 4 ? DNS_TYPE_AAAA : DNS_TYPE_A);
    if (other->status == DNS_PENDING)
        return CHECK_WAIT;
    if (other->status == DNS_NOERROR) {
        add_problem(work, PROBLEM_RDNS_OTHER_FAMILY, name);
        evidence_add(&work->evidence, other);
    }
    return CHECK_DONE;
}

static void note_failure(struct work *work, const struct dns_answer *answer)
{
    if (work->failed == NULL || answer->status < work->failed->status)
        work->failed = answer;
}

static enum check_state confirm(struct work *work, size_t index)
{
    const char *name = work->names.items[index];
    judge_name(work, name);
    if (is_no_name(name))
        return CHECK_DONE;
    const struct dns_answer *answer =
        dns_ask(work->dns, name, work->ip->family == 4 ? DNS_TYPE_A : DNS_TYPE_AAAA);
    if (answer->status == DNS_PENDING)
        return CHECK_WAIT;
    evidence_add(&work->evidence, answer);
    if (answer->n_aliases > 0)
        add_problem(work, PROBLEM_RDNS_ALIAS, name);
    if (dns_answer_has_address(answer, work->ip)) {
        if (*work->rdns->confirmed == '\0')
            work->rdns->confirmed = name;
        work->rdns->first_confirmed |= index == 0;
    } else if (!dns_status_is_certain(answer->status)) {
        note_failure(work, answer);
    } else if (answer->status == DNS_NODATA) {
        return ask_other_family(work, name);
    }
    return CHECK_DONE;
}

/* ---- all of them ---- */

/* Different names, in the order of the answer; those past the limit are counted only. */
static void collect_names(struct work *work, const struct dns_answer *answer)
{
    struct strlist all;
    strlist_init(&all, work->arena);
    for (size_t i = 0; i < answer->n_records; i++) {
        if (all.count < NAMES_MOST)
            strlist_add_once(&all, arena_dup(work->arena, answer->records[i].target));
        else
            strlist_add(&all, "");
    }
    for (size_t i = 0; i < all.count && i < NAMES_MOST; i++)
        strlist_add(&work->names, all.items[i]);
    const char *count = arena_printf(work->arena, "%zu", all.count);
    if (all.count > NAMES_MOST)
        add_problem(work, PROBLEM_RDNS_TOO_MANY, count);
    else if (all.count > 1)
        add_problem(work, PROBLEM_RDNS_SEVERAL, count);
}

static enum check_state confirm_names(struct work *work, const struct dns_answer *answer)
{
    enum check_state state = CHECK_DONE;
    collect_names(work, answer);
    for (size_t i = 0; i < work->names.count; i++) {
        if (confirm(work, i) == CHECK_WAIT)
            state = CHECK_WAIT;
    }
    if (state == CHECK_WAIT)
        return CHECK_WAIT;
    struct rcpt_rdns *rdns = work->rdns;
    if (*rdns->confirmed != '\0') {
        rdns->status = RCPT_RDNS_CONFIRMED;
        if (!rdns->first_confirmed)
            add_problem(work, PROBLEM_RDNS_FIRST_UNCONFIRMED, work->names.items[0]);
    } else if (work->failed != NULL) {
        rdns->status = RCPT_RDNS_TEMPERROR;
        rdns->detail = *dns_answer_lines(work->arena, work->failed);
    } else {
        rdns->status = RCPT_RDNS_MISMATCH;
    }
    return CHECK_DONE;
}

static enum check_state judge(struct work *work, const struct dns_answer *answer)
{
    switch (answer->status) {
    case DNS_PENDING:
        return CHECK_WAIT;
    case DNS_NOERROR:
        return confirm_names(work, answer);
    case DNS_NODATA:
    case DNS_NXDOMAIN:
        work->rdns->status = RCPT_RDNS_NONE;
        return CHECK_DONE;
    default:
        work->rdns->status = RCPT_RDNS_TEMPERROR;
        work->rdns->detail = *dns_answer_lines(work->arena, answer);
        return CHECK_DONE;
    }
}

enum check_state rdns_check(struct arena *arena, struct dns *dns, const struct ip *ip,
                            const struct rcpt_rdns **rdns)
{
    char text[IP_TEXT_SIZE];
    struct work work = {
        .arena = arena, .dns = dns, .ip = ip, .rdns = arena_alloc(arena, sizeof *work.rdns)};
    problem_list_init(&work.problems, arena);
    strlist_init(&work.evidence, arena);
    strlist_init(&work.names, arena);
    const struct dns_answer *answer = dns_ask(dns, reverse_name(arena, ip), DNS_TYPE_PTR);
    work.rdns->ip = arena_dup(arena, ip_format(ip, text));
    work.rdns->confirmed = work.rdns->detail = "";
    if (answer->status != DNS_PENDING)
        evidence_add(&work.evidence, answer);
    if (judge(&work, answer) == CHECK_WAIT)
        return CHECK_WAIT;
    work.rdns->ptr = strlist_items(&work.names);
    work.rdns->problems = work.problems.first;
    work.rdns->evidence = strlist_items(&work.evidence);
    *rdns = work.rdns;
    return CHECK_DONE;
}
