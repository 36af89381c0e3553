/*
 * sender.c - the sending side as a whole: each check on what was given, and lists on all of it
 *
 * All questions that can be named are asked before any answer is waited for. HELO is judged after
 * reverse DNS, as it is compared with the PTR names. An IPv4-mapped IPv6 address (RFC 4291 section
 * 2.5.5.2) is the IPv4 address that receivers see.
 *
 * Lists (dnsxl.c) are asked about the sending address, and about the domains of HELO and MAIL FROM
 * where they are fully qualified, once if they are equal. What could not be looked at for want of
 * an argument is told with the option that gives it.
 */
#include "evaluate/sender.h"

#include <stdlib.h>
#include <string.h>

#include "address/mailbox.h"
#include "evaluate/problem.h"

#define SUBJECTS 3 /* the address, the domains of HELO and MAIL FROM */

/* ---- the sending address itself ---- */

static const enum problem_id ip_problems[] = {
    [IP_PUBLIC] = PROBLEM_COUNT,
    [IP_LOOPBACK] = PROBLEM_SENDER_IP_LOOPBACK,
    [IP_UNSPECIFIED] = PROBLEM_SENDER_IP_RESERVED,
    [IP_PRIVATE] = PROBLEM_SENDER_IP_PRIVATE,
    [IP_LINK_LOCAL] = PROBLEM_SENDER_IP_PRIVATE,
    [IP_DOCUMENTATION] = PROBLEM_SENDER_IP_DOCUMENTATION,
    [IP_MULTICAST] = PROBLEM_SENDER_IP_RESERVED,
    [IP_RESERVED] = PROBLEM_SENDER_IP_RESERVED,
};

static const struct rcpt_problem *judge_ip(struct arena *arena, const struct ip *ip,
                                           const char *text)
{
    struct problem_list problems;
    const struct ip_range *range = ip_range_find(ip);
    problem_list_init(&problems, arena);
    if (range != NULL)
        problem_add(&problems, ip_problems[range->kind], text,
                    arena_printf(arena, "%s, %s (%s)", range->prefix, range->name, range->source));
    return problems.first;
}

static void unmap(struct ip *ip, const struct ip *given)
{
    static const unsigned char mapped[12] = {[10] = 0xFF, [11] = 0xFF};
    *ip = *given;
    if (given->family == 6 && memcmp(given->octet, mapped, sizeof mapped) == 0)
        ip_from_v4(ip, given->octet + sizeof mapped);
}

/* ---- lists ---- */

/* Whose listings are put together. */
struct lists {
    struct arena *arena;
    struct dns *dns;
    const struct sender_identity *identity;
    struct dnsxl_subject subjects[SUBJECTS];
    size_t n_subjects;
};

static void add_domain(struct lists *lists, const char *domain)
{
    if (domain == NULL || strchr(domain, '.') == NULL)
        return;
    for (size_t i = 0; i < lists->n_subjects; i++) {
        if (strcmp(lists->subjects[i].text, domain) == 0)
            return;
    }
    lists->subjects[lists->n_subjects++] =
        (struct dnsxl_subject){.kind = DNSXL_DOMAIN, .text = domain};
}

/* As dnsxl_check() sorts: listed first, then by severity, then by zone; and of the same zone the
 * address before HELO before MAIL FROM. */
struct ranked {
    const struct rcpt_listing *listing;
    size_t position;
};

static int by_rank(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    bool a_listed = a->listing->status == RCPT_LISTING_LISTED;
    bool b_listed = b->listing->status == RCPT_LISTING_LISTED;
    if (a_listed != b_listed)
        return a_listed ? -1 : 1;
    if (a->listing->severity != b->listing->severity)
        return a->listing->severity > b->listing->severity ? -1 : 1;
    int order = strcmp(a->listing->zone, b->listing->zone);
    return order != 0 ? order : (a->position > b->position) - (a->position < b->position);
}

static const struct rcpt_listing *merge(struct arena *arena,
                                        const struct rcpt_listing *const parts[SUBJECTS],
                                        size_t n_parts)
{
    size_t count = 0, at = 0;
    for (size_t i = 0; i < n_parts; i++) {
        for (const struct rcpt_listing *l = parts[i]; l != NULL; l = l->next)
            count++;
    }
    if (count == 0)
        return NULL;
    struct ranked *ranked = arena_array(arena, count, sizeof *ranked);
    struct rcpt_listing *sorted = arena_array(arena, count, sizeof *sorted);
    for (size_t i = 0; i < n_parts; i++) {
        for (const struct rcpt_listing *l = parts[i]; l != NULL; l = l->next, at++)
            ranked[at] = (struct ranked){l, at};
    }
    qsort(ranked, count, sizeof *ranked, by_rank);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = *ranked[i].listing;
        sorted[i].next = i + 1 < count ? &sorted[i + 1] : NULL;
    }
    return sorted;
}

static enum check_state ask_lists(struct lists *lists, const struct rcpt_listing **listings)
{
    const struct sender_identity *identity = lists->identity;
    const struct rcpt_listing *parts[SUBJECTS] = {0};
    enum check_state state = CHECK_DONE;
    for (size_t i = 0; i < lists->n_subjects; i++) {
        if (dnsxl_check(lists->arena, lists->dns, identity->zones, identity->n_zones,
                        &lists->subjects[i], identity->nonce, &parts[i]) == CHECK_WAIT)
            state = CHECK_WAIT;
    }
    if (state == CHECK_DONE)
        *listings = merge(lists->arena, parts, lists->n_subjects);
    return state;
}

/* ---- what was not given ---- */

struct not_given {
    const char *what, *what_without_lists, *option;
};

static const struct not_given nothing_given[SUBJECTS] = {
    {"reverse DNS of the sending IP address, and the block lists that have it",
     "reverse DNS of the sending IP address", "--ip"},
    {"the HELO name, and the block lists that have it", "the HELO name", "--helo"},
    {"the domain of MAIL FROM, and the block lists that have it", "the domain of MAIL FROM",
     "--mail-from"},
};

static const struct not_given lists_off = {"block lists of the sender, which are switched off",
                                           "block lists of the sender, which are switched off",
                                           "--no-dnsbl"};

static const struct rcpt_not_given *list_not_given(struct arena *arena,
                                                   const struct sender_identity *identity)
{
    const bool missing[SUBJECTS] = {identity->ip == NULL, identity->helo == NULL,
                                    identity->mail_from == NULL};
    const struct rcpt_not_given *first = NULL, **end = &first;
    for (size_t i = 0; i <= SUBJECTS; i++) {
        if (i < SUBJECTS ? !missing[i] : !identity->no_lists)
            continue;
        const struct not_given *row = i < SUBJECTS ? &nothing_given[i] : &lists_off;
        struct rcpt_not_given *item = arena_alloc(arena, sizeof *item);
        item->what = identity->no_lists ? row->what_without_lists : row->what;
        item->option = row->option;
        *end = item;
        end = &item->next;
    }
    return first;
}

/* ---- the whole ---- */

static bool is_nothing_given(const struct sender_identity *identity)
{
    return identity->ip == NULL && identity->helo == NULL && identity->mail_from == NULL;
}

/* Reverse DNS, then HELO, which is compared with it. */
static enum check_state check_host(struct arena *arena, struct dns *dns, const struct ip *ip,
                                   const char *helo, struct rcpt_sender *sender)
{
    enum check_state state = CHECK_DONE;
    if (ip != NULL && rdns_check(arena, dns, ip, &sender->rdns) == CHECK_WAIT)
        state = CHECK_WAIT;
    if (helo != NULL && helo_check(arena, dns, helo, ip, sender->rdns, &sender->helo) == CHECK_WAIT)
        state = CHECK_WAIT;
    return state;
}

/* The domain of MAIL FROM is told by the address alone; its route may still be waited for. */
static const char *mail_from_domain(struct arena *arena, const char *address)
{
    const struct rcpt_address *parsed =
        address != NULL ? mailbox_parse(arena, address, strlen(address)) : NULL;
    return parsed != NULL ? parsed->ascii_domain : NULL;
}

static enum check_state check_lists(struct arena *arena, struct dns *dns,
                                    const struct sender_identity *identity, const struct ip *ip,
                                    struct rcpt_sender *sender)
{
    struct lists lists = {.arena = arena, .dns = dns, .identity = identity};
    if (identity->no_lists || identity->n_zones == 0)
        return CHECK_DONE;
    if (ip != NULL)
        lists.subjects[lists.n_subjects++] =
            (struct dnsxl_subject){.kind = DNSXL_IP, .text = sender->ip, .ip = *ip};
    if (identity->helo != NULL)
        add_domain(&lists, helo_domain(arena, identity->helo));
    add_domain(&lists, mail_from_domain(arena, identity->mail_from));
    sender->asked_lists = lists.n_subjects > 0;
    return ask_lists(&lists, &sender->listings);
}

enum check_state sender_check(struct arena *arena, struct dns *dns,
                              const struct sender_identity *identity,
                              const struct rcpt_sender **sender)
{
    struct rcpt_sender *found = arena_alloc(arena, sizeof *found);
    const struct ip *ip = identity->ip;
    enum check_state state = CHECK_DONE;
    char text[IP_TEXT_SIZE];
    struct ip seen;
    *sender = NULL;
    if (is_nothing_given(identity))
        return CHECK_DONE;
    if (ip != NULL) {
        unmap(&seen, ip);
        ip = &seen;
        found->ip = arena_dup(arena, ip_format(ip, text));
        found->problems = judge_ip(arena, ip, found->ip);
    }
    if (check_host(arena, dns, ip, identity->helo, found) == CHECK_WAIT)
        state = CHECK_WAIT;
    if (identity->mail_from != NULL &&
        mail_from_check(arena, dns, identity->mail_from, &found->mail_from) == CHECK_WAIT)
        state = CHECK_WAIT;
    if (check_lists(arena, dns, identity, ip, found) == CHECK_WAIT)
        state = CHECK_WAIT;
    if (state == CHECK_WAIT)
        return CHECK_WAIT;
    found->not_given = list_not_given(arena, identity);
    *sender = found;
    return CHECK_DONE;
}
