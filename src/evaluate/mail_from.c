/*
 * mail_from.c - the domain of MAIL FROM: whether bounces can be delivered to it
 *
 * The same routing as for a recipient (mail_route.c; RFC 5321 section 5.1, RFC 7505), read as
 * receivers read it: a domain that does not exist or has neither MX nor address is missing, one
 * with a null MX takes no bounces (RFC 7505 section 4.2). What only some servers look at is told
 * apart: a null MX beside other records, and an MX that could not be looked up beside an address.
 *
 * The null reverse-path (RFC 5321 section 4.5.5) has nothing to look up. A bare domain is taken for
 * the domain of an address and noted; a single label cannot be one, and is refused as it stands.
 */
#include <string.h>

#include "address/mailbox.h"
#include "evaluate/evidence.h"
#include "evaluate/mail_route.h"
#include "evaluate/problem.h"
#include "evaluate/sender.h"
#include "util/strlist.h"
#include "util/utf8.h"

static const char *const no_evidence[] = {NULL};

struct work {
    struct arena *arena;
    struct dns *dns;
    struct rcpt_mail_from *from;
    struct problem_list problems;
};

static enum rcpt_mail_from_status route_status(enum rcpt_mx_status status)
{
    switch (status) {
    case RCPT_MX_OK:
    case RCPT_MX_IMPLICIT:
        return RCPT_MAIL_FROM_OK;
    case RCPT_MX_NULL:
        return RCPT_MAIL_FROM_NULL_MX;
    case RCPT_MX_NONE:
    case RCPT_MX_NXDOMAIN:
        return RCPT_MAIL_FROM_MISSING;
    case RCPT_MX_INVALID:
        return RCPT_MAIL_FROM_UNUSABLE;
    default:
        return RCPT_MAIL_FROM_TEMPERROR;
    }
}

static bool has_null(const struct rcpt_mx *mx)
{
    for (const struct rcpt_host *host = mx->hosts; host != NULL; host = host->next) {
        if (host->status == RCPT_HOST_NULL)
            return true;
    }
    return false;
}

/* MX could not be had: whether the domain has an address at least. */
static enum check_state ask_address(struct work *work, const struct rcpt_mx *mx)
{
    const struct dns_answer *answers[] = {dns_ask(work->dns, mx->domain, DNS_TYPE_A),
                                          dns_ask(work->dns, mx->domain, DNS_TYPE_AAAA)};
    struct strlist evidence;
    strlist_init(&evidence, work->arena);
    for (const char *const *line = mx->evidence; *line != NULL; line++)
        strlist_add(&evidence, *line);
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        if (answers[i]->status == DNS_PENDING)
            return CHECK_WAIT;
        work->from->mx_failed |= answers[i]->status == DNS_NOERROR;
        evidence_add(&evidence, answers[i]);
    }
    work->from->evidence = strlist_items(&evidence);
    return CHECK_DONE;
}

static enum check_state look_up(struct work *work)
{
    struct rcpt_mail_from *from = work->from;
    const struct rcpt_mx *mx;
    if (mail_route_look_up(work->arena, work->dns, from->domain, &mx, NULL) == CHECK_WAIT)
        return CHECK_WAIT;
    from->status = route_status(mx->status);
    from->null_mx_beside = mx->status != RCPT_MX_NULL && has_null(mx);
    from->evidence = mx->evidence;
    from->detail = mx->detail;
    problem_add_all(&work->problems, mx->problems);
    if (dns_status_is_certain(dns_ask(work->dns, from->domain, DNS_TYPE_MX)->status))
        return CHECK_DONE;
    return ask_address(work, mx);
}

static bool is_null_path(const char *address)
{
    return *address == '\0' || strcmp(address, "<>") == 0;
}

/* What the text alone shows. True if its domain is to be looked up. */
static bool judge_text(struct work *work, const struct rcpt_address *address)
{
    struct rcpt_mail_from *from = work->from;
    if (!address->valid) {
        from->status = RCPT_MAIL_FROM_SYNTAX;
        from->detail = address->error->reason;
        return false;
    }
    if (address->literal) {
        from->status = RCPT_MAIL_FROM_OK;
        problem_add(&work->problems, PROBLEM_MAIL_FROM_LITERAL, from->address, "");
        return false;
    }
    problem_add_all(&work->problems, address->problems);
    from->domain = address->ascii_domain;
    if (strchr(from->domain, '.') == NULL) {
        from->status = RCPT_MAIL_FROM_NOT_FQDN;
        from->detail = address->local != NULL ? "the domain has a single label"
                                              : "there is no domain, or only a single label";
        return false;
    }
    if (address->local == NULL)
        problem_add(&work->problems, PROBLEM_MAIL_FROM_BARE_DOMAIN, from->address, "");
    return true;
}

enum check_state mail_from_check(struct arena *arena, struct dns *dns, const char *address,
                                 const struct rcpt_mail_from **mail_from)
{
    struct work work = {.arena = arena, .dns = dns, .from = arena_alloc(arena, sizeof *work.from)};
    struct rcpt_mail_from *from = work.from;
    problem_list_init(&work.problems, arena);
    from->domain = from->detail = "";
    from->evidence = no_evidence;
    if (is_null_path(address)) {
        from->address = "<>";
        from->status = RCPT_MAIL_FROM_NULL_PATH;
    } else {
        size_t length = strlen(address);
        from->address = utf8_safe(arena, address, length);
        if (judge_text(&work, mailbox_parse(arena, address, length)) &&
            look_up(&work) == CHECK_WAIT)
            return CHECK_WAIT;
    }
    from->problems = work.problems.first;
    *mail_from = from;
    return CHECK_DONE;
}
