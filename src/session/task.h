/*
 * task.h - one recipient on its way: its arena, its view of DNS, its findings
 */
#ifndef SESSION_TASK_H
#define SESSION_TASK_H

#include <stdbool.h>
#include <stdint.h>

#include "dns/memo.h"
#include "evaluate/check.h"
#include "rcptcheck/result.h"
#include "util/arena.h"

/* A result is its task: both have one arena, and rcpt_result_destroy() frees both. */
struct task {
    struct rcpt_result result; /* first: a result is its task */
    struct arena arena;
    struct dns *dns; /* NULL once the result is made */
    struct findings findings;
    unsigned checks_done;         /* a bit for each row of check.c */
    int64_t deadline_ms;          /* monotonic */
    struct task *next;            /* in the order of submission */
    struct task *older, *younger; /* neighbours among the unfinished */
};

/* Copies and reads a recipient. NULL if memory runs out. */
struct task *task_create(struct dns_memo *memo, const char *recipient, int64_t deadline_ms);
/* NULL is fine. */
void task_destroy(struct task *task);

enum task_state { TASK_WAITS, TASK_DONE, TASK_NO_MEMORY };

/* Runs every check that is not done; when all are, makes the result and lets go of DNS. */
enum task_state task_run(struct task *task);

#endif
