/*
 * memo.c - questions and answers of a run, each asked once
 *
 * An entry is pinned by each view (view.c) that has read it; only settled entries that nobody pins
 * stand in the list of the least recently used, and only those can be dropped or, past their TTL,
 * asked anew. So what a task has read stays as it was until the task is done (dns.h), while a long
 * run neither grows nor believes old answers.
 *
 * Limits: within one task an answer may outlive its TTL, by the task's deadline at most.
 */
#include "dns/memo.h"

#include <stdlib.h>
#include <string.h>

#include "dns/memo_entry.h"
#include "dns/record.h"

/* What an entry costs beyond its arena: its bucket and the heap's own bookkeeping. */
#define ENTRY_OVERHEAD 64

static time_t now_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

bool dns_make_room(void *array, size_t count, size_t *capacity)
{
    if (count < *capacity)
        return true;
    void **items;
    memcpy(&items, array, sizeof items);
    size_t wider = *capacity == 0 ? 4 : *capacity * 2;
    items = realloc(items, wider * sizeof *items);
    if (items == NULL)
        return false;
    memcpy(array, &items, sizeof items);
    *capacity = wider;
    return true;
}

/* ---- the list of the least recently used ---- */

static void list_remove(struct dns_memo *memo, struct dns_question *question)
{
    if (question->older != NULL)
        question->older->newer = question->newer;
    else
        memo->oldest = question->newer;
    if (question->newer != NULL)
        question->newer->older = question->older;
    else
        memo->newest = question->older;
    question->older = question->newer = NULL;
}

static void list_add(struct dns_memo *memo, struct dns_question *question)
{
    question->older = memo->newest;
    question->newer = NULL;
    if (memo->newest != NULL)
        memo->newest->newer = question;
    else
        memo->oldest = question;
    memo->newest = question;
}

static void question_destroy(struct dns_question *question)
{
    arena_clear(&question->arena);
    free(question->waiting);
    free(question);
}

void dns_memo_trim(struct dns_memo *memo)
{
    while (memo->octets > memo->max_octets && memo->oldest != NULL) {
        struct dns_question *question = memo->oldest;
        list_remove(memo, question);
        table_remove(&memo->questions, &question->node);
        memo->octets -= question->octets;
        question_destroy(question);
    }
}

/* ---- the memo ---- */

struct dns_memo *dns_memo_create(size_t max_octets)
{
    struct dns_memo *memo = calloc(1, sizeof *memo);
    if (memo == NULL)
        return NULL;
    table_init(&memo->questions);
    memo->max_octets = max_octets;
    return memo;
}

void dns_memo_destroy(struct dns_memo *memo)
{
    if (memo == NULL)
        return;
    struct table_node *node;
    while ((node = table_take(&memo->questions)) != NULL)
        question_destroy((struct dns_question *)node);
    table_clear(&memo->questions);
    free(memo);
}

void dns_memo_record_to(struct dns_memo *memo, struct dns_recorder *recorder)
{
    memo->recorder = recorder;
}

const struct dns_memo_counts *dns_memo_counts(const struct dns_memo *memo)
{
    return &memo->counts;
}

/* ---- questions ---- */

struct dns_question *dns_question_find(struct dns_memo *memo, const char *name, uint16_t type)
{
    uint64_t hash = table_hash(&memo->questions, name, strlen(name));
    for (struct table_node *node = table_first(&memo->questions, hash); node != NULL;
         node = table_next(node)) {
        struct dns_question *question = (struct dns_question *)node;
        if (question->type == type && strcmp(question->name, name) == 0)
            return question;
    }
    return NULL;
}

static void want(struct dns_question *question)
{
    struct dns_memo *memo = question->memo;
    if (memo->last_wanted != NULL)
        memo->last_wanted->next_wanted = question;
    else
        memo->first_wanted = question;
    memo->last_wanted = question;
    memo->counts.wanted++;
}

struct dns_question *dns_question_create(struct dns_memo *memo, const char *name, uint16_t type)
{
    size_t length = strlen(name);
    struct dns_question *question = calloc(1, sizeof *question + length + 1);
    if (question == NULL)
        return NULL;
    question->memo = memo;
    question->type = type;
    memcpy(question->name, name, length + 1);
    arena_init(&question->arena);
    uint64_t hash = table_hash(&memo->questions, name, length);
    if (!table_insert(&memo->questions, &question->node, hash)) {
        free(question);
        return NULL;
    }
    want(question);
    return question;
}

struct dns_question *dns_memo_next_wanted(struct dns_memo *memo)
{
    struct dns_question *question = memo->first_wanted;
    if (question == NULL)
        return NULL;
    memo->first_wanted = question->next_wanted;
    if (memo->first_wanted == NULL)
        memo->last_wanted = NULL;
    question->next_wanted = NULL;
    return question;
}

const char *dns_question_name(const struct dns_question *question)
{
    return question->name;
}

uint16_t dns_question_type(const struct dns_question *question)
{
    return question->type;
}

struct arena *dns_question_arena(struct dns_question *question)
{
    return &question->arena;
}

/* An answer that is made here, not by a source: no memory is needed but the question's own. */
static const struct dns_answer *fallback(struct dns_question *question, enum dns_status status,
                                         const char *reason)
{
    question->fallback = (struct dns_answer){
        .status = status,
        .type = question->type,
        .name = question->name,
        .canonical = question->name,
        .extended_error = -1,
        .extended_text = "",
        .reason = reason,
    };
    return &question->fallback;
}

void dns_question_settle(struct dns_question *question, const struct dns_answer *answer)
{
    struct dns_memo *memo = question->memo;
    if (answer == NULL)
        answer = fallback(question, DNS_SERVFAIL, "out of memory");
    question->answer = answer;
    question->expires = now_seconds() + (time_t)answer->ttl;
    for (size_t i = 0; i < question->n_waiting; i++)
        dns_view_make_ready(question->waiting[i]);
    free(question->waiting);
    question->waiting = NULL;
    question->n_waiting = question->max_waiting = 0;
    question->octets =
        sizeof *question + strlen(question->name) + question->arena.total + ENTRY_OVERHEAD;
    memo->octets += question->octets;
    if (memo->recorder != NULL)
        dns_recorder_add(memo->recorder, answer);
    if (question->pins == 0)
        list_add(memo, question);
    dns_memo_trim(memo);
}

/* Opens a settled question that nobody holds once more. */
bool dns_question_is_stale(const struct dns_question *question)
{
    return question->answer != NULL && question->pins == 0 && question->expires <= now_seconds();
}

void dns_question_ask_anew(struct dns_question *question)
{
    list_remove(question->memo, question);
    question->memo->octets -= question->octets;
    question->octets = 0;
    question->answer = NULL;
    arena_clear(&question->arena);
    want(question);
}

/* ---- holding on ---- */

bool dns_question_pin(struct dns_question *question, struct dns *waiting)
{
    if (question->answer == NULL) {
        if (!dns_make_room(&question->waiting, question->n_waiting, &question->max_waiting))
            return false;
        question->waiting[question->n_waiting++] = waiting;
    } else if (question->pins == 0) {
        list_remove(question->memo, question);
    }
    question->pins++;
    return true;
}

static void stop_waiting(struct dns_question *question, const struct dns *dns)
{
    for (size_t i = 0; i < question->n_waiting; i++) {
        if (question->waiting[i] == dns) {
            question->waiting[i] = question->waiting[--question->n_waiting];
            return;
        }
    }
}

void dns_question_unpin(struct dns_question *question, const struct dns *waiting)
{
    stop_waiting(question, waiting);
    if (--question->pins == 0 && question->answer != NULL)
        list_add(question->memo, question);
}
