/*
 * task.h - one unit of work on its way: its arena, its view of DNS, what it has found
 *
 * A recipient, a subject of lists, or the sender. The sender is looked at once for a whole session:
 * recipients wait for it and hold on to it, so it lives until the session and all its results are
 * gone.
 */
#ifndef SESSION_TASK_H
#define SESSION_TASK_H

#include <stdbool.h>
#include <stdint.h>

#include "dns/memo.h"
#include "evaluate/check.h"
#include "evaluate/dnsxl.h"
#include "evaluate/sender.h"
#include "rcptcheck/result.h"
#include "util/arena.h"

struct task;

enum task_state { TASK_WAITS, TASK_DONE, TASK_NO_MEMORY };

/* What kinds of task differ in. */
struct task_kind {
    /* Reads the input into the task; memory running out goes to the arena's guard. */
    void (*read)(struct task *task, const char *input);
    /* Runs what is not done. True when all is. */
    bool (*run)(struct task *task);
    /* Makes the result of what was found. */
    void (*finish)(struct task *task);
};

extern const struct task_kind task_recipient, task_subject, task_sender;

/* What tasks of a session share. It outlives their runs, not their results. */
struct task_context {
    struct dns_memo *memo;
    struct task *sender; /* NULL: nothing was given of it */
    const struct sender_identity *identity;
    const struct dnsxl_zone *zones; /* lists to ask about subjects */
    size_t n_zones;
    const char *nonce;
};

/* A result is its task: both have one arena, and rcpt_result_destroy() frees both. */
struct task {
    struct rcpt_result result; /* first: a result is its task */
    const struct task_kind *kind;
    const struct task_context *context;
    struct arena arena;
    struct dns *dns; /* NULL once the result is made */
    struct findings findings;
    unsigned checks_done; /* a bit for each row of check.c */
    struct dnsxl_subject subject;
    struct task *sender;          /* held on to; NULL for none */
    unsigned holders;             /* who keeps this task; it goes with the last */
    int64_t deadline_ms;          /* monotonic, less the time the caller was away */
    struct task *next;            /* in the order of submission */
    struct task *older, *younger; /* neighbours among the unfinished */
};

/* Copies and reads the input. NULL if memory runs out. */
struct task *task_create(const struct task_context *context, const struct task_kind *kind,
                         const char *input, int64_t deadline_ms);
/* Lets go of a task. NULL is fine. */
void task_release(struct task *task);

/* Runs what is not done; when all is, makes the result and lets go of DNS. */
enum task_state task_run(struct task *task);

bool task_is_done(const struct task *task);

#endif
