/*
 * memo_entry.h - what memo.c (questions and answers) and view.c (tasks) share; nobody else includes
 * it
 */
#ifndef DNS_MEMO_ENTRY_H
#define DNS_MEMO_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "dns/memo.h"
#include "util/table.h"

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

/* The question (name, type), in canonical text; NULL if the memo does not have it. */
struct dns_question *dns_question_find(struct dns_memo *memo, const char *name, uint16_t type);
/* A new one, wanted. NULL if memory runs out. */
struct dns_question *dns_question_create(struct dns_memo *memo, const char *name, uint16_t type);
/* Whether it is settled, held by nobody, and past its TTL. */
bool dns_question_is_stale(const struct dns_question *question);
/* Opens such a question once more: it is wanted again. */
void dns_question_ask_anew(struct dns_question *question);
/* Counts one more who has read it, and has `waiting` woken by its answer if that is still to come.
 * False if memory runs out. */
bool dns_question_pin(struct dns_question *question, struct dns *waiting);
void dns_question_unpin(struct dns_question *question, const struct dns *waiting);
/* Drops what is least recently used until the memo is within its bound. */
void dns_memo_trim(struct dns_memo *memo);
/* Notes that a view has news. */
void dns_view_make_ready(struct dns *dns);

/* Makes room for one more pointer in a heap array of them. False if memory runs out. */
bool dns_make_room(void *array, size_t count, size_t *capacity);

#endif
