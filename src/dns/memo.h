/*
 * memo.h - every answer of a run, shared by all tasks, and the questions still open
 *
 *   check -> dns_ask() -> memo: known? -> answer
 *                          not yet     -> wanted -> source (channel.h, replay.h) ->
 * dns_question_settle() -> task is ready
 *
 * A question is asked of the source once, however many tasks want it. Answers are kept for their
 * TTL and within a bound of octets, the least recently used go first; what an unfinished task has
 * read is never dropped or changed.
 */
#ifndef DNS_MEMO_H
#define DNS_MEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dns/answer.h"
#include "dns/dns.h"
#include "util/arena.h"

struct dns_memo;
struct dns_question; /* one entry of the memo: a name, a type, and in time an answer */
struct dns_recorder; /* record.h */

struct dns_memo_counts {
    unsigned long long wanted; /* distinct questions handed to the source */
    unsigned long long
        saved; /* first asks by a task that another task's answer or question served */
};

/* `max_octets` bounds what is kept beyond what unfinished tasks hold. NULL if memory runs out. */
struct dns_memo *dns_memo_create(size_t max_octets);
void dns_memo_destroy(struct dns_memo *memo);
/* Every answer from now on is written to the recorder, which the memo borrows. */
void dns_memo_record_to(struct dns_memo *memo, struct dns_recorder *recorder);
const struct dns_memo_counts *dns_memo_counts(const struct dns_memo *memo);

/* ---- for sources ---- */

/* The next question to put to the network, or NULL; each is given out once. */
struct dns_question *dns_memo_next_wanted(struct dns_memo *memo);
const char *dns_question_name(const struct dns_question *question);
uint16_t dns_question_type(const struct dns_question *question);
/* Where its answer is to be built. What a failed try left there is dropped with arena_clear(). */
struct arena *dns_question_arena(struct dns_question *question);
/* Gives the answer, built in the question's arena; NULL stands for out of memory, and gives
 * DNS_SERVFAIL with that reason. The question must not be touched by the source afterwards. */
void dns_question_settle(struct dns_question *question, const struct dns_answer *answer);

/* ---- for the session ---- */

/* Opens a view for one task. `arena` is the task's: its guard is where dns_ask() goes when memory
 * runs out. `owner` is handed back by dns_memo_next_ready(). NULL if memory runs out. */
struct dns *dns_view_open(struct dns_memo *memo, struct arena *arena, void *owner);
/* Ends a task's hold on its answers. NULL is fine. */
void dns_view_close(struct dns *dns);
/* The deadline has passed: every pending answer now reads DNS_TIMEOUT, with `reason` (borrowed,
 * must outlive the view). */
void dns_view_expire(struct dns *dns, const char *reason);
/* The owner of a view that got an answer since it was last returned, or NULL. */
void *dns_memo_next_ready(struct dns_memo *memo);

#endif
