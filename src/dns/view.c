/*
 * view.c - one task's view of the memo: what it has read, and whether it has news
 *
 * A view remembers every question its task has asked, so that all of them stay as they were, and be
 * counted once. When the task's deadline has passed, what is still open reads as a time-out here,
 * and here only.
 */
#include <stdlib.h>
#include <string.h>

#include "dns/memo_entry.h"
#include "dns/name.h"

struct dns {
    struct dns_memo *memo;
    struct arena *arena;
    void *owner;
    struct dns_question **pinned;
    size_t n_pinned, max_pinned;
    const char *expired; /* the reason, once the deadline has passed; else NULL */
    bool ready;
    struct dns *next_ready, *previous_ready;
};

/* ---- news ---- */

void dns_view_make_ready(struct dns *dns)
{
    if (dns->ready)
        return;
    struct dns_memo *memo = dns->memo;
    dns->ready = true;
    dns->next_ready = NULL;
    dns->previous_ready = memo->last_ready;
    if (memo->last_ready != NULL)
        memo->last_ready->next_ready = dns;
    else
        memo->first_ready = dns;
    memo->last_ready = dns;
}

static void unready(struct dns *dns)
{
    if (!dns->ready)
        return;
    struct dns_memo *memo = dns->memo;
    if (dns->previous_ready != NULL)
        dns->previous_ready->next_ready = dns->next_ready;
    else
        memo->first_ready = dns->next_ready;
    if (dns->next_ready != NULL)
        dns->next_ready->previous_ready = dns->previous_ready;
    else
        memo->last_ready = dns->previous_ready;
    dns->ready = false;
}

struct dns *dns_view_open(struct dns_memo *memo, struct arena *arena, void *owner)
{
    struct dns *dns = calloc(1, sizeof *dns);
    if (dns == NULL)
        return NULL;
    dns->memo = memo;
    dns->arena = arena;
    dns->owner = owner;
    return dns;
}

void dns_view_close(struct dns *dns)
{
    if (dns == NULL)
        return;
    unready(dns);
    for (size_t i = 0; i < dns->n_pinned; i++)
        dns_question_unpin(dns->pinned[i], dns);
    dns_memo_trim(dns->memo);
    free(dns->pinned);
    free(dns);
}

void dns_view_expire(struct dns *dns, const char *reason)
{
    dns->expired = reason;
}

void *dns_memo_next_ready(struct dns_memo *memo)
{
    struct dns *dns = memo->first_ready;
    if (dns == NULL)
        return NULL;
    unready(dns);
    return dns->owner;
}

/* ---- asking ---- */

static bool is_pinned(const struct dns *dns, const struct dns_question *question)
{
    /* A task reads tens of answers, the latest most often. */
    for (size_t i = dns->n_pinned; i > 0; i--) {
        if (dns->pinned[i - 1] == question)
            return true;
    }
    return false;
}

static void pin(struct dns *dns, struct dns_question *question)
{
    if (!dns_make_room(&dns->pinned, dns->n_pinned, &dns->max_pinned) ||
        !dns_question_pin(question, dns))
        arena_fail(dns->arena);
    dns->pinned[dns->n_pinned++] = question;
}

/* An answer of the view's own, where the memo has none to give. */
static const struct dns_answer *answer_here(struct dns *dns, const char *name, uint16_t type,
                                            enum dns_status status, const char *reason)
{
    struct dns_answer *answer = arena_alloc(dns->arena, sizeof *answer);
    answer->status = status;
    answer->type = type;
    answer->gave_up = status == DNS_TIMEOUT;
    answer->name = arena_dup(dns->arena, name);
    answer->canonical = answer->name;
    answer->extended_error = -1;
    answer->extended_text = "";
    answer->reason = reason;
    return answer;
}

static const struct dns_answer *answer_of(struct dns *dns, const struct dns_question *question)
{
    if (question->answer != NULL)
        return question->answer;
    enum dns_status status = dns->expired != NULL ? DNS_TIMEOUT : DNS_PENDING;
    return answer_here(dns, question->name, question->type, status,
                       dns->expired != NULL ? dns->expired : "");
}

const struct dns_answer *dns_ask(struct dns *dns, const char *name, uint16_t type)
{
    struct dns_memo *memo = dns->memo;
    char text[DNS_NAME_TEXT_SIZE];
    if (!dns_name_canonical(name, text))
        return answer_here(dns, name, type, DNS_MALFORMED, "this is not a domain name");

    struct dns_question *question = dns_question_find(memo, text, type);
    if (question != NULL && is_pinned(dns, question))
        return answer_of(dns, question);
    if (question == NULL && dns->expired != NULL)
        return answer_here(dns, text, type, DNS_TIMEOUT, dns->expired);
    if (question == NULL) {
        question = dns_question_create(memo, text, type);
        if (question == NULL)
            arena_fail(dns->arena);
    } else if (dns_question_is_stale(question)) {
        dns_question_ask_anew(question);
    } else {
        memo->counts.saved++;
    }
    pin(dns, question);
    return answer_of(dns, question);
}
