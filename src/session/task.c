/*
 * task.c - one unit of work on its way
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
#include "evaluate/provider.h"
#include "predict/predict.h"
#include "util/utf8.h"

/* ---- recipients ---- */

static void read_recipient(struct task *task, const char *input)
{
    task->result.address = mailbox_parse(&task->arena, input, strlen(input));
    task->findings.input = task->result.input;
    task->findings.address = task->result.address;
}

static bool run_recipient(struct task *task)
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
    return done && (task->sender == NULL || task_is_done(task->sender));
}

static void finish_recipient(struct task *task)
{
    struct findings *findings = &task->findings;
    findings->sender = task->sender == NULL ? NULL : task->sender->result.sender;
    findings->provider = findings->mx == NULL ? NULL : mail_provider(findings->mx);
    task->result.mx = findings->mx;
    task->result.sender = findings->sender;
    task->result.provider = findings->provider;
    task->result.predictions = predict(&task->arena, findings);
    task->result.verdict = predict_verdict(task->result.predictions);
}

const struct task_kind task_recipient = {read_recipient, run_recipient, finish_recipient};

/* ---- subjects of lists ---- */

static void read_subject(struct task *task, const char *input)
{
    if (!dnsxl_subject_parse(&task->arena, input, &task->subject, &task->result.error))
        task->subject.text = NULL;
}

static bool run_subject(struct task *task)
{
    if (task->subject.text == NULL)
        return true;
    const struct task_context *context = task->context;
    struct arena_mark mark = arena_mark(&task->arena);
    if (dnsxl_check(&task->arena, task->dns, context->zones, context->n_zones, &task->subject,
                    context->nonce, &task->result.listings) == CHECK_DONE)
        return true;
    arena_reset(&task->arena, mark);
    return false;
}

/* One listing is enough to reject; what could not be asked leaves the rest unknown, and so does a
 * subject that no list takes. */
static void finish_subject(struct task *task)
{
    static const enum rcpt_verdict verdicts[] = {
        [RCPT_LISTING_LISTED] = RCPT_REJECT,    [RCPT_LISTING_NOT_LISTED] = RCPT_ACCEPT,
        [RCPT_LISTING_ALLOWED] = RCPT_ACCEPT,   [RCPT_LISTING_REFUSED] = RCPT_UNKNOWN,
        [RCPT_LISTING_UNUSABLE] = RCPT_UNKNOWN, [RCPT_LISTING_REWRITTEN] = RCPT_UNKNOWN,
        [RCPT_LISTING_TIMEOUT] = RCPT_UNKNOWN,  [RCPT_LISTING_ERROR] = RCPT_UNKNOWN,
    };
    task->result.verdict = task->result.listings == NULL ? RCPT_UNKNOWN : RCPT_ACCEPT;
    for (const struct rcpt_listing *listing = task->result.listings; listing != NULL;
         listing = listing->next) {
        if (verdicts[listing->status] > task->result.verdict)
            task->result.verdict = verdicts[listing->status];
    }
}

const struct task_kind task_subject = {read_subject, run_subject, finish_subject};

/* ---- the sender ---- */

static void read_sender(struct task *task, const char *input)
{
    (void)task;
    (void)input; /* the identity is in the context */
}

static bool run_sender(struct task *task)
{
    struct arena_mark mark = arena_mark(&task->arena);
    if (sender_check(&task->arena, task->dns, task->context->identity, &task->result.sender) ==
        CHECK_DONE)
        return true;
    arena_reset(&task->arena, mark);
    return false;
}

static void finish_sender(struct task *task)
{
    (void)task;
}

const struct task_kind task_sender = {read_sender, run_sender, finish_sender};

/* ---- any task ---- */

/* False if memory runs out. */
static bool read_input(struct task *task, const char *input)
{
    jmp_buf guard;
    task->arena.guard = &guard;
    if (setjmp(guard) != 0) {
        task->arena.guard = NULL;
        return false;
    }
    task->result.input = utf8_safe(&task->arena, input, strlen(input));
    task->result.error = "";
    task->kind->read(task, input);
    task->arena.guard = NULL;
    return true;
}

struct task *task_create(const struct task_context *context, const struct task_kind *kind,
                         const char *input, int64_t deadline_ms)
{
    struct task *task = calloc(1, sizeof *task);
    if (task == NULL)
        return NULL;
    arena_init(&task->arena);
    task->kind = kind;
    task->context = context;
    task->deadline_ms = deadline_ms;
    task->holders = 1;
    task->sender = kind == &task_recipient ? context->sender : NULL;
    if (task->sender != NULL)
        task->sender->holders++;
    task->dns = dns_view_open(context->memo, &task->arena, task);
    if (task->dns == NULL || !read_input(task, input)) {
        task_release(task);
        return NULL;
    }
    return task;
}

void task_release(struct task *task)
{
    if (task == NULL || --task->holders > 0)
        return;
    struct task *sender = task->sender;
    dns_view_close(task->dns);
    arena_clear(&task->arena);
    free(task);
    task_release(sender);
}

/* The result, if every check is done; out of the way of setjmp(). */
static enum task_state advance(struct task *task)
{
    if (!task->kind->run(task))
        return TASK_WAITS;
    task->kind->finish(task);
    dns_view_close(task->dns);
    task->dns = NULL;
    return TASK_DONE;
}

enum task_state task_run(struct task *task)
{
    jmp_buf guard;
    task->arena.guard = &guard;
    if (setjmp(guard) != 0) {
        task->arena.guard = NULL;
        return TASK_NO_MEMORY;
    }
    enum task_state state = advance(task);
    task->arena.guard = NULL;
    return state;
}

bool task_is_done(const struct task *task)
{
    return task->dns == NULL;
}
