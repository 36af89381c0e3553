/*
 * helo.c - the name that the sending host gives in HELO or EHLO
 *
 * RFC 5321 section 4.1.1.1: a fully qualified domain name, or an address literal where the host has
 * no name. Section 2.3.5: a name that resolves to an address, the host's own and no alias. That it
 * resolves to the very address of the client is asked for by some servers only, though section
 * 4.1.4 forbids them to refuse for it.
 *
 * An underscore and a final dot are let through and noted, as Postfix does; what is not ASCII has
 * no place in HELO (RFC 6531 section 3.7.1).
 */
#include <string.h>
#include <strings.h>

#include "address/domain.h"
#include "address/mailbox.h"
#include "dns/rdata.h"
#include "evaluate/evidence.h"
#include "evaluate/problem.h"
#include "evaluate/sender.h"
#include "util/strlist.h"
#include "util/utf8.h"

struct work {
    struct arena *arena;
    struct dns *dns;
    struct rcpt_helo *helo;
    const struct ip *ip;
    const struct rcpt_rdns *rdns;
    struct problem_list problems;
    struct strlist evidence;
};

/* ---- the name alone ---- */

static size_t without_final_dot(const char *name)
{
    size_t length = strlen(name);
    bool final = length > 1 && name[length - 1] == '.' && name[length - 2] != '.';
    return final ? length - 1 : length;
}

static bool is_ascii(const char *text)
{
    while (*text != '\0' && (unsigned char)*text < 0x80)
        text++;
    return *text == '\0';
}

const char *helo_domain(struct arena *arena, const char *name)
{
    struct domain domain;
    domain_parse(arena, name, without_final_dot(name), &domain);
    bool usable = domain.defect == DOMAIN_OK && domain.labels > 1 && is_ascii(name);
    return usable ? domain.ascii : NULL;
}

static void add_problem(struct work *work, enum problem_id id, const char *detail)
{
    problem_add(&work->problems, id, work->helo->name, detail);
}

/* Names what is odd about a domain. False, with the status set, if it is not worth looking up. */
static bool judge_domain(struct work *work, const char *name, const struct domain *domain)
{
    struct rcpt_helo *helo = work->helo;
    if (domain->defect != DOMAIN_OK) {
        helo->status = domain->defect == DOMAIN_IP ? RCPT_HELO_NOT_FQDN : RCPT_HELO_SYNTAX;
        helo->detail = domain->reason;
        return false;
    }
    if (!is_ascii(name)) {
        helo->status = RCPT_HELO_SYNTAX;
        helo->detail = "the name is not ASCII";
        add_problem(work, PROBLEM_HELO_NOT_ASCII, domain->ascii);
        return false;
    }
    if (name[strlen(name) - 1] == '.')
        add_problem(work, PROBLEM_HELO_FINAL_DOT, "");
    if (domain->underscore)
        add_problem(work, PROBLEM_HELO_UNDERSCORE, "");
    const struct special_use *use = special_use_find(domain->ascii);
    if (use != NULL)
        add_problem(work, PROBLEM_HELO_SPECIAL_USE,
                    arena_printf(work->arena, "%s is %s", use->name, use->what));
    if (domain->labels > 1)
        return true;
    helo->status = RCPT_HELO_NOT_FQDN;
    helo->detail = "the name has a single label";
    return false;
}

/* The grammar of literals is that of an address behind its "@" (RFC 5321 section 4.1.3). */
static void judge_literal(struct work *work, const char *name)
{
    static const char tag[] = "IPv6:";
    struct rcpt_helo *helo = work->helo;
    const char *address = arena_printf(work->arena, "x@%s", name);
    const struct rcpt_address *parsed = mailbox_parse(work->arena, address, strlen(address));
    if (!parsed->valid || name[strlen(name) - 1] != ']') {
        helo->status = RCPT_HELO_SYNTAX;
        helo->detail =
            parsed->valid ? "text stands around the address literal" : parsed->error->reason;
        return;
    }
    const char *text = name + 1;
    if (strncasecmp(text, tag, sizeof tag - 1) == 0)
        text += sizeof tag - 1;
    struct ip ip;
    bool own = ip_parse_bytes(&ip, text, strlen(text) - 1) &&
               (work->ip == NULL || ip_equal(&ip, work->ip));
    helo->literal = true;
    helo->status = own ? RCPT_HELO_OK : RCPT_HELO_MISMATCH;
    add_problem(work, PROBLEM_HELO_LITERAL, "");
}

/* ---- the name in DNS ---- */

static bool is_ptr_name(const struct rcpt_rdns *rdns, const char *name)
{
    for (const char *const *ptr = rdns->ptr; *ptr != NULL; ptr++) {
        if (strcmp(*ptr, name) == 0)
            return true;
    }
    return false;
}

/* The two answers about a name: of the sending address's family, and of the other one. Without an
 * address, of IPv4 and IPv6. */
struct pair {
    const struct dns_answer *own, *other;
};

static struct pair ask_addresses(struct work *work, const char *name)
{
    struct pair pair = {dns_ask(work->dns, name, DNS_TYPE_A),
                        dns_ask(work->dns, name, DNS_TYPE_AAAA)};
    if (work->ip != NULL && work->ip->family == 6)
        return (struct pair){pair.other, pair.own};
    return pair;
}

static enum rcpt_helo_status pair_status(const struct work *work, const struct pair *pair)
{
    bool own_certain = dns_status_is_certain(pair->own->status);
    if (work->ip != NULL && dns_answer_has_address(pair->own, work->ip))
        return RCPT_HELO_OK;
    if (work->ip == NULL && pair->own->n_records + pair->other->n_records > 0)
        return RCPT_HELO_OK;
    if (pair->own->n_records > 0 || (own_certain && pair->other->n_records > 0))
        return RCPT_HELO_MISMATCH;
    if (own_certain && dns_status_is_certain(pair->other->status))
        return RCPT_HELO_UNRESOLVED;
    return RCPT_HELO_TEMPERROR;
}

/* A name without address that exists: perhaps it has MX records, which is enough for Postfix. */
static enum check_state ask_mx(struct work *work, const char *name)
{
    const struct dns_answer *mx = dns_ask(work->dns, name, DNS_TYPE_MX);
    if (mx->status == DNS_PENDING)
        return CHECK_WAIT;
    if (mx->status == DNS_NOERROR) {
        add_problem(work, PROBLEM_HELO_ONLY_MX, "");
        evidence_add(&work->evidence, mx);
    }
    return CHECK_DONE;
}

static const struct dns_answer *failed_answer(const struct pair *pair)
{
    if (dns_status_is_certain(pair->own->status))
        return pair->other;
    if (dns_status_is_certain(pair->other->status))
        return pair->own;
    return pair->other->status < pair->own->status ? pair->other : pair->own;
}

static enum check_state look_up(struct work *work, const char *name)
{
    struct rcpt_helo *helo = work->helo;
    struct pair pair = ask_addresses(work, name);
    if (pair.own->status == DNS_PENDING || pair.other->status == DNS_PENDING)
        return CHECK_WAIT;
    helo->status = pair_status(work, &pair);
    if (pair.own->n_records > 0 || helo->status != RCPT_HELO_OK)
        evidence_add(&work->evidence, pair.own);
    if (pair.other->n_records > 0 || helo->status != RCPT_HELO_OK)
        evidence_add(&work->evidence, pair.other);
    if (pair.own->n_aliases > 0)
        add_problem(work, PROBLEM_HELO_ALIAS, pair.own->canonical);
    if (helo->status == RCPT_HELO_TEMPERROR)
        helo->detail = *dns_answer_lines(work->arena, failed_answer(&pair));
    /* A PTR name that has the address is a confirmed one. */
    helo->matches_ptr = helo->status == RCPT_HELO_OK && work->ip != NULL && work->rdns != NULL &&
                        is_ptr_name(work->rdns, name);
    bool exists = pair.own->status == DNS_NODATA || pair.other->status == DNS_NODATA;
    return helo->status == RCPT_HELO_UNRESOLVED && exists ? ask_mx(work, name) : CHECK_DONE;
}

enum check_state helo_check(struct arena *arena, struct dns *dns, const char *name,
                            const struct ip *ip, const struct rcpt_rdns *rdns,
                            const struct rcpt_helo **helo)
{
    struct work work = {.arena = arena,
                        .dns = dns,
                        .helo = arena_alloc(arena, sizeof *work.helo),
                        .ip = ip,
                        .rdns = rdns};
    struct domain domain;
    problem_list_init(&work.problems, arena);
    strlist_init(&work.evidence, arena);
    work.helo->name = utf8_safe(arena, name, strlen(name));
    work.helo->detail = "";
    if (*name == '[') {
        judge_literal(&work, name);
    } else {
        domain_parse(arena, name, without_final_dot(name), &domain);
        if (judge_domain(&work, name, &domain) && look_up(&work, domain.ascii) == CHECK_WAIT)
            return CHECK_WAIT;
    }
    work.helo->problems = work.problems.first;
    work.helo->evidence = strlist_items(&work.evidence);
    *helo = work.helo;
    return CHECK_DONE;
}
