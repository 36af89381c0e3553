/*
 * lookup.c - a question on its way through the network
 *
 * Answers are built in the question's arena. The arena's guard is set here around each piece of
 * work, so that running out of memory costs one question its answer and nothing else.
 *
 * Limits: a failed try leaves its few hundred octets in the arena until the question goes.
 */
#include "dns/lookup.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "dns/wire.h"

/* What a failure without a reply counts as being kept: the memo need not ask again at once, and a
 * resolver may be back soon (RFC 9520 section 3.2). */
#define FAILURE_TTL 5

void dns_link_init(struct dns_link *head)
{
    head->previous = head->next = head;
}

bool dns_link_is_empty(const struct dns_link *head)
{
    return head->next == head;
}

void dns_link_add(struct dns_link *head, struct dns_link *link)
{
    link->previous = head->previous;
    link->next = head;
    head->previous->next = link;
    head->previous = link;
}

void dns_link_remove(struct dns_link *link)
{
    link->previous->next = link->next;
    link->next->previous = link->previous;
    dns_link_init(link);
}

struct dns_lookup *dns_lookup_create(struct dns_question *question)
{
    struct dns_lookup *lookup = calloc(1, sizeof *lookup);
    if (lookup == NULL)
        return NULL;
    dns_link_init(&lookup->place);
    dns_link_init(&lookup->young);
    lookup->question = question;
    lookup->name = dns_question_name(question);
    lookup->type = dns_question_type(question);
    return lookup;
}

struct dns_lookup *dns_lookup_placed(struct dns_link *place)
{
    return (struct dns_lookup *)(void *)((char *)place - offsetof(struct dns_lookup, place));
}

struct dns_lookup *dns_lookup_young(struct dns_link *young)
{
    return (struct dns_lookup *)(void *)((char *)young - offsetof(struct dns_lookup, young));
}

void dns_lookup_destroy_all(struct dns_link *head)
{
    struct dns_link *place = head->next;
    dns_link_init(head);
    while (place != head) {
        struct dns_link *next = place->next;
        free(dns_lookup_placed(place));
        place = next;
    }
}

void dns_lookup_read(struct dns_lookup *lookup, const unsigned char *message, size_t length)
{
    struct arena *arena = dns_question_arena(lookup->question);
    jmp_buf guard;
    jmp_buf *outer = arena->guard;
    arena->guard = &guard;
    lookup->answer = NULL;
    if (setjmp(guard) == 0)
        lookup->answer = dns_wire_answer(arena, lookup->name, lookup->type, message, length);
    if (lookup->answer != NULL)
        lookup->answer->truncated = lookup->is_cut;
    arena->guard = outer;
}

/* An answer for a try without a readable reply. */
static struct dns_answer *make_answer(struct arena *arena, const struct dns_lookup *lookup,
                                      enum dns_status status)
{
    struct dns_answer *answer = arena_alloc(arena, sizeof *answer);
    answer->status = status;
    answer->type = lookup->type;
    answer->ttl = FAILURE_TTL;
    answer->name = answer->canonical = lookup->name;
    answer->extended_error = -1;
    answer->extended_text = answer->reason = "";
    return answer;
}

/* The reason names the resolver, as there may be several. */
static const char *name_culprit(struct arena *arena, const char *resolver, const char *reason)
{
    static const char anyone[] = "the resolver ";
    if (strncmp(reason, anyone, sizeof anyone - 1) == 0)
        return arena_printf(arena, "%s %s", resolver, reason + sizeof anyone - 1);
    if (*reason == '\0')
        return arena_printf(arena, "%s failed", resolver);
    return arena_printf(arena, "%s: %s", resolver, reason);
}

static struct dns_answer *failed_answer(struct arena *arena, const struct dns_lookup *lookup,
                                        enum dns_try_end end, const char *resolver)
{
    struct dns_answer *answer = lookup->answer;
    if (answer == NULL)
        answer = make_answer(arena, lookup, dns_try_status(end));
    if (lookup->answer == NULL && lookup->is_cut)
        answer->reason = arena_printf(
            arena, "%s: the answer was cut short and could not be had over TCP", resolver);
    else if (answer->reason[0] == '\0' && answer->status == DNS_MALFORMED)
        answer->reason = arena_printf(arena, "%s: the reply cannot be read", resolver);
    else
        answer->reason = name_culprit(arena, resolver, answer->reason);
    return answer;
}

void dns_lookup_fail(struct dns_lookup *lookup, enum dns_try_end end, const char *resolver)
{
    dns_attempts_note(&lookup->attempts, lookup->upstream, end, lookup->try.error);
    enum dns_status status = dns_try_status(end);
    /* Silence is put into words at the end, when all of it is known. */
    if (status == DNS_TIMEOUT || (lookup->worst != NULL && lookup->worst->status <= status))
        return;
    struct arena *arena = dns_question_arena(lookup->question);
    jmp_buf guard;
    jmp_buf *outer = arena->guard;
    arena->guard = &guard;
    if (setjmp(guard) == 0)
        lookup->worst = failed_answer(arena, lookup, end, resolver);
    arena->guard = outer;
}

const struct dns_answer *dns_lookup_failure(struct dns_lookup *lookup,
                                            char names[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE],
                                            unsigned timeout_ms)
{
    if (lookup->worst != NULL)
        return lookup->worst;
    struct arena *arena = dns_question_arena(lookup->question);
    jmp_buf guard;
    jmp_buf *outer = arena->guard;
    arena->guard = &guard;
    if (setjmp(guard) == 0) {
        struct dns_answer *answer = make_answer(arena, lookup, DNS_TIMEOUT);
        answer->reason = dns_attempts_silence(&lookup->attempts, arena, names, timeout_ms);
        lookup->worst = answer;
    }
    arena->guard = outer;
    return lookup->worst;
}

void dns_lookup_settle(struct dns_lookup *lookup, const struct dns_answer *answer)
{
    dns_question_settle(lookup->question, answer);
    free(lookup);
}
