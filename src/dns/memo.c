/*
 * memo.c - every answer of a run, shared by all tasks, and the questions still open
 *
 * An entry is pinned by each view that has read it; only settled entries that nobody pins stand in
 * the list of the least recently used, and only those can be dropped or, past their TTL, asked
 * anew. So what a task has read stays as it was until the task is done (dns.h), while a long run
 * neither grows nor believes old answers.
 *
 * Limits: within one task an answer may outlive its TTL, by the task's deadline at most.
 */
#include "dns/memo.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "dns/name.h"
#include "dns/record.h"
#include "util/table.h"

/* What an entry costs beyond its arena: the struct, its bucket and the heap's own bookkeeping. */
#define ENTRY_OVERHEAD 64

struct dns_question {
    struct table_node node; /* first: a node is its question */
    struct dns_memo *memo;
    struct arena arena;              /* holds the answer */
    const struct dns_answer *answer; /* NULL while open */
    struct dns_answer fallback;      /* the answer when there is no memory for one */
    struct dns **waiting;            /* views to be made ready by the answer */
    size_t n_waiting, max_waiting;
    size_t pins;                        /* views that have read it */
    size_t octets;                      /* counted in memo->octets; 0 while open */
    time_t expires;                     /* monotonic seconds */
    struct dns_question *older, *newer; /* neighbours in the list of the unpinned */
    struct dns_question *next_wanted;
    uint16_t type;
    char name[];
};

struct dns_memo {
    struct table questions;
    struct dns_question *first_wanted, *last_wanted;
    struct dns_question *oldest, *newest; /* settled and unpinned */
    struct dns *first_ready, *last_ready;
    struct dns_recorder *recorder;
    size_t octets, max_octets;
    struct dns_memo_counts counts;
};

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

static time_t now_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

/* Makes room for one more pointer in a heap array. False if memory runs out. */
static bool make_room(void *array, size_t count, size_t *capacity)
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

static void drop_oldest(struct dns_memo *memo)
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

static struct dns_question *find_question(struct dns_memo *memo, const char *name, uint16_t type,
                                          uint64_t hash)
{
    for (struct table_node *node = table_first(&memo->questions, hash); node != NULL;
         node = table_next(node)) {
        struct dns_question *question = (struct dns_question *)node;
        if (question->type == type && strcmp(question->name, name) == 0)
            return question;
    }
    return NULL;
}

static struct dns_question *question_create(struct dns_memo *memo, const char *name, uint16_t type,
                                            uint64_t hash)
{
    size_t length = strlen(name);
    struct dns_question *question = calloc(1, sizeof *question + length + 1);
    if (question == NULL)
        return NULL;
    question->memo = memo;
    question->type = type;
    memcpy(question->name, name, length + 1);
    arena_init(&question->arena);
    if (!table_insert(&memo->questions, &question->node, hash)) {
        free(question);
        return NULL;
    }
    return question;
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

static void make_ready(struct dns *dns)
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
        make_ready(question->waiting[i]);
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
    drop_oldest(memo);
}

/* Opens a settled question that nobody holds once more. */
static void ask_anew(struct dns_question *question)
{
    list_remove(question->memo, question);
    question->memo->octets -= question->octets;
    question->octets = 0;
    question->answer = NULL;
    arena_clear(&question->arena);
    want(question);
}

/* ---- views ---- */

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

static void stop_waiting(struct dns_question *question, const struct dns *dns)
{
    for (size_t i = 0; i < question->n_waiting; i++) {
        if (question->waiting[i] == dns) {
            question->waiting[i] = question->waiting[--question->n_waiting];
            return;
        }
    }
}

void dns_view_close(struct dns *dns)
{
    if (dns == NULL)
        return;
    unready(dns);
    for (size_t i = 0; i < dns->n_pinned; i++) {
        struct dns_question *question = dns->pinned[i];
        stop_waiting(question, dns);
        if (--question->pins == 0 && question->answer != NULL)
            list_add(dns->memo, question);
    }
    drop_oldest(dns->memo);
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
    if (!make_room(&dns->pinned, dns->n_pinned, &dns->max_pinned))
        arena_fail(dns->arena);
    if (question->answer == NULL) {
        if (!make_room(&question->waiting, question->n_waiting, &question->max_waiting))
            arena_fail(dns->arena);
        question->waiting[question->n_waiting++] = dns;
    } else if (question->pins == 0) {
        list_remove(dns->memo, question);
    }
    dns->pinned[dns->n_pinned++] = question;
    question->pins++;
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
    unsigned char wire[DNS_NAME_WIRE_MAX];
    if (!dns_name_normalize(name, text) || dns_name_to_wire(text, wire) == 0)
        return answer_here(dns, name, type, DNS_MALFORMED, "this is not a domain name");

    uint64_t hash = table_hash(&memo->questions, text, strlen(text));
    struct dns_question *question = find_question(memo, text, type, hash);
    if (question != NULL && is_pinned(dns, question))
        return answer_of(dns, question);
    if (question == NULL) {
        if (dns->expired != NULL)
            return answer_here(dns, text, type, DNS_TIMEOUT, dns->expired);
        question = question_create(memo, text, type, hash);
        if (question == NULL)
            arena_fail(dns->arena);
        want(question);
    } else if (question->answer != NULL && question->pins == 0 &&
               question->expires <= now_seconds()) {
        ask_anew(question);
    } else {
        memo->counts.saved++;
    }
    pin(dns, question);
    return answer_of(dns, question);
}
