/*
 * task.c - one recipient on its way
 *
 * Each run gives every unfinished check its turn, in the order of the table. What a check that has
 * to wait allocated is taken back, so runs do not add up. When memory runs out anywhere below,
 * control comes back to task_run() through the arena's guard; the checks hold nothing else, so
 * nothing is lost but the result.
 */
#include "session/task.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "address/mailbox.h"
#include "predict/predict.h"
#include "util/utf8.h"

/* False if memory runs out. */
static bool read_recipient(struct task *task, const char *recipient)
{
    size_t length = strlen(recipient);
    jmp_buf guard;
    task->arena.guard = &guard;
    if (setjmp(guard) != 0)
        return false;
    task->result.input = utf8_safe(&task->arena, recipient, length);
    task->result.address = mailbox_parse(&task->arena, recipient, length);
    task->findings.input = task->result.input;
    task->findings.address = task->result.address;
    task->arena.guard = NULL;
    return true;
}

struct task *task_create(struct dns_memo *memo, const char *recipient, int64_t deadline_ms)
{
    struct task *task = calloc(1, sizeof *task);
    if (task == NULL)
        return NULL;
    arena_init(&task->arena);
    task->deadline_ms = deadline_ms;
    task->dns = dns_view_open(memo, &task->arena, task);
    if (task->dns == NULL || !read_recipient(task, recipient)) {
        task_destroy(task);
        return NULL;
    }
    return task;
}

void task_destroy(struct task *task)
{
    if (task == NULL)
        return;
    dns_view_close(task->dns);
    arena_clear(&task->arena);
    free(task);
}

/* True if every check is done. */
static bool run_checks(struct task *task)
{
    bool done = true;
    const struct check *check;
    for (unsigned i = 0; (check = check_at(i)) != NULL; i++) {
        if ((task->checks_done & (1U << i)) != 0)
            continue;
        struct arena_mark mark = arena_mark(&task->arena);
        if (check->run(&task->arena, task->dns, &task->findings) == CHECK_DONE) {
            task->checks_done |= 1U << i;
        } else {
            arena_reset(&task->arena, mark);
            done = false;
        }
    }
    return done;
}

static void make_result(struct task *task)
{
    task->result.mx = task->findings.mx;
    task->result.predictions = predict(&task->arena, &task->findings);
    task->result.verdict = predict_verdict(task->result.predictions);
}

/* The result, if every check is done; out of the way of setjmp(). */
static enum task_state advance(struct task *task)
{
    if (!run_checks(task))
        return TASK_WAITS;
    make_result(task);
    dns_view_close(task->dns);
    task->dns = NULL;
    return TASK_DONE;
}

enum task_state task_run(struct task *task)
{
    jmp_buf guard;
    task->arena.guard = &guard;
    enum task_state state = setjmp(guard) == 0 ? advance(task) : TASK_NO_MEMORY;
    task->arena.guard = NULL;
    return state;
}
