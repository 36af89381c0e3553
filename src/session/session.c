/*
 * session.c - the driver: recipients in, results out, in order
 *
 * A turn: run the tasks that got an answer, look at the deadlines, let the source send and receive.
 * All tasks have the same time, so the oldest unfinished one is the next to expire. The source (the
 * network or a recording) is made at the first submission, when all settings are known.
 *
 * Limits: an answer is kept within MEMO_OCTETS; what unfinished tasks have read comes on top.
 */
#include "rcptcheck/session.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "dns/channel.h"
#include "dns/memo.h"
#include "dns/record.h"
#include "session/task.h"

#define MEMO_OCTETS     ((size_t)64 << 20)
#define TIMEOUT_MAX_MS  60000U
#define TRIES_MAX       10U
#define DEADLINE_MAX_MS 600000U
#define LONGEST_WAIT_MS 1000

struct rcpt_session {
    char resolvers[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE];
    struct dns_channel_options options;
    unsigned deadline_ms;
    char deadline_reason[64];
    struct dns_memo *memo;
    struct dns_source *source; /* NULL before the first submission, unless it is a recording */
    struct dns_recorder *recorder;
    bool started;
    struct task *first, *last;      /* submitted and not yet taken */
    struct task *oldest, *youngest; /* not finished */
    enum rcpt_status failure;       /* RCPT_OK, or what ended the session */
    struct rcpt_counts counts;
    char error[256];
};

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Notes why a call fails, and returns its status. */
__attribute__((format(printf, 3, 4))) static enum rcpt_status fail(struct rcpt_session *session,
                                                                   enum rcpt_status status,
                                                                   const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(session->error, sizeof session->error, format, arguments);
    va_end(arguments);
    return status;
}

static enum rcpt_status no_memory(struct rcpt_session *session)
{
    session->failure = RCPT_NO_MEMORY;
    return fail(session, RCPT_NO_MEMORY, "out of memory");
}

/* ---- settings ---- */

enum rcpt_status rcpt_session_create(struct rcpt_session **session)
{
    struct rcpt_session *made = calloc(1, sizeof *made);
    *session = NULL;
    if (made == NULL)
        return RCPT_NO_MEMORY;
    made->memo = dns_memo_create(MEMO_OCTETS);
    if (made->memo == NULL) {
        free(made);
        return RCPT_NO_MEMORY;
    }
    made->options.timeout_ms = 2000;
    made->options.tries = 3;
    made->deadline_ms = 15000;
    *session = made;
    return RCPT_OK;
}

void rcpt_session_destroy(struct rcpt_session *session)
{
    if (session == NULL)
        return;
    while (session->first != NULL) {
        struct task *task = session->first;
        session->first = task->next;
        task_destroy(task);
    }
    if (session->source != NULL)
        session->source->ops->destroy(session->source);
    dns_memo_destroy(session->memo);
    dns_recorder_destroy(session->recorder);
    free(session);
}

static enum rcpt_status settable(struct rcpt_session *session)
{
    session->error[0] = '\0';
    return session->started
               ? fail(session, RCPT_TOO_LATE, "settings are made before the first recipient")
               : RCPT_OK;
}

enum rcpt_status rcpt_session_add_resolver(struct rcpt_session *session, const char *resolver)
{
    enum rcpt_status status = settable(session);
    if (status != RCPT_OK)
        return status;
    unsigned index = session->options.n_resolvers;
    if (index == DNS_RESOLVERS_MAX)
        return fail(session, RCPT_BAD_ARGUMENT, "more than %d resolvers", DNS_RESOLVERS_MAX);
    if (!dns_resolver_parse(resolver, session->resolvers[index]))
        return fail(
            session, RCPT_BAD_ARGUMENT,
            "not a resolver's address: it is ADDR or ADDR:PORT, an IPv6 address with a port in "
            "brackets");
    session->options.resolvers[index] = session->resolvers[index];
    session->options.n_resolvers++;
    return RCPT_OK;
}

enum rcpt_status rcpt_session_set_times(struct rcpt_session *session, unsigned timeout_ms,
                                        unsigned tries, unsigned deadline_ms)
{
    enum rcpt_status status = settable(session);
    if (status != RCPT_OK)
        return status;
    if (timeout_ms < 1 || timeout_ms > TIMEOUT_MAX_MS)
        return fail(session, RCPT_BAD_ARGUMENT, "the time for one try is 1 to %u ms",
                    TIMEOUT_MAX_MS);
    if (tries < 1 || tries > TRIES_MAX)
        return fail(session, RCPT_BAD_ARGUMENT, "the number of tries is 1 to %u", TRIES_MAX);
    if (deadline_ms < 1 || deadline_ms > DEADLINE_MAX_MS)
        return fail(session, RCPT_BAD_ARGUMENT, "the time for one recipient is 1 to %u ms",
                    DEADLINE_MAX_MS);
    session->options.timeout_ms = timeout_ms;
    session->options.tries = tries;
    session->deadline_ms = deadline_ms;
    return RCPT_OK;
}

enum rcpt_status rcpt_session_record(struct rcpt_session *session, const char *path)
{
    enum rcpt_status status = settable(session);
    if (status != RCPT_OK)
        return status;
    struct dns_recorder *recorder = dns_recorder_create(path);
    if (recorder == NULL)
        return fail(session, RCPT_CANNOT_WRITE, "%s", strerror(errno));
    dns_recorder_destroy(session->recorder);
    session->recorder = recorder;
    dns_memo_record_to(session->memo, recorder);
    return RCPT_OK;
}

enum rcpt_status rcpt_session_end_recording(struct rcpt_session *session)
{
    struct dns_recorder *recorder = session->recorder;
    session->error[0] = '\0';
    dns_memo_record_to(session->memo, NULL);
    session->recorder = NULL;
    return dns_recorder_destroy(recorder)
               ? RCPT_OK
               : fail(session, RCPT_CANNOT_WRITE, "the recording could not be written");
}

enum rcpt_status rcpt_session_replay(struct rcpt_session *session, const char *path)
{
    enum rcpt_status status = settable(session);
    if (status != RCPT_OK)
        return status;
    struct dns_replay_error error = {0, ""};
    struct dns_source *source = dns_replay_create(path, &error);
    if (source == NULL && error.line > 0)
        return fail(session, RCPT_BAD_FILE, "line %zu: %s", error.line, error.text);
    if (source == NULL)
        return fail(session, RCPT_NO_FILE, "%s", error.text);
    if (session->source != NULL)
        session->source->ops->destroy(session->source);
    session->source = source;
    return RCPT_OK;
}

/* ---- tasks ---- */

static enum rcpt_status start(struct rcpt_session *session)
{
    if (session->started)
        return RCPT_OK;
    if (session->source == NULL) {
        const char *why = "";
        session->source = dns_channel_create(&session->options, &why);
        if (session->source == NULL)
            return fail(session, RCPT_NO_NETWORK, "%s", why);
    }
    snprintf(session->deadline_reason, sizeof session->deadline_reason,
             "no answer within the deadline of %u ms", session->deadline_ms);
    session->started = true;
    return RCPT_OK;
}

static void add_unfinished(struct rcpt_session *session, struct task *task)
{
    task->older = session->youngest;
    if (session->youngest != NULL)
        session->youngest->younger = task;
    else
        session->oldest = task;
    session->youngest = task;
}

static void remove_unfinished(struct rcpt_session *session, struct task *task)
{
    if (task->older != NULL)
        task->older->younger = task->younger;
    else
        session->oldest = task->younger;
    if (task->younger != NULL)
        task->younger->older = task->older;
    else
        session->youngest = task->older;
}

static void run(struct rcpt_session *session, struct task *task)
{
    switch (task_run(task)) {
    case TASK_WAITS:
        break;
    case TASK_DONE:
        remove_unfinished(session, task);
        break;
    case TASK_NO_MEMORY:
        no_memory(session);
        break;
    }
}

static void run_ready(struct rcpt_session *session)
{
    struct task *task;
    while (session->failure == RCPT_OK && (task = dns_memo_next_ready(session->memo)) != NULL)
        run(session, task);
}

static void expire(struct rcpt_session *session, struct task *task)
{
    dns_view_expire(task->dns, session->deadline_reason);
    run(session, task);
}

static void run_expired(struct rcpt_session *session, int64_t now)
{
    while (session->failure == RCPT_OK && session->oldest != NULL &&
           session->oldest->deadline_ms <= now)
        expire(session, session->oldest);
}

enum rcpt_status rcpt_session_submit(struct rcpt_session *session, const char *recipient)
{
    session->error[0] = '\0';
    enum rcpt_status status = start(session);
    if (status != RCPT_OK)
        return status;
    if (session->failure != RCPT_OK)
        return session->failure;
    struct task *task = task_create(session->memo, recipient, now_ms() + session->deadline_ms);
    if (task == NULL)
        return no_memory(session);
    if (session->last != NULL)
        session->last->next = task;
    else
        session->first = task;
    session->last = task;
    add_unfinished(session, task);
    run(session, task);
    return session->failure;
}

/* Waits until the first task is done, or the session has failed. */
static void drive(struct rcpt_session *session)
{
    while (session->failure == RCPT_OK && session->first->dns != NULL) {
        int64_t now = now_ms();
        run_ready(session);
        run_expired(session, now);
        if (session->failure != RCPT_OK || session->first->dns == NULL)
            return;
        int64_t wait = session->oldest->deadline_ms - now;
        if (wait > LONGEST_WAIT_MS)
            wait = LONGEST_WAIT_MS;
        if (!session->source->ops->turn(session->source, session->memo, wait > 0 ? (int)wait : 0))
            expire(session, session->first); /* nothing can come any more */
    }
}

enum rcpt_status rcpt_session_next(struct rcpt_session *session, struct rcpt_result **result)
{
    session->error[0] = '\0';
    *result = NULL;
    if (session->first == NULL)
        return RCPT_END;
    drive(session);
    if (session->failure != RCPT_OK)
        return session->failure;
    struct task *task = session->first;
    session->first = task->next;
    if (session->first == NULL)
        session->last = NULL;
    *result = &task->result;
    return RCPT_OK;
}

/* ---- what happened ---- */

const struct rcpt_counts *rcpt_session_counts(struct rcpt_session *session)
{
    const struct dns_memo_counts *memo = dns_memo_counts(session->memo);
    session->counts.questions = memo->wanted;
    session->counts.saved = memo->saved;
    if (session->source != NULL) {
        session->counts.sent = session->source->counts.sent;
        session->counts.silent = session->source->counts.silent;
        session->counts.answered = session->source->counts.answered;
    }
    return &session->counts;
}

const char *rcpt_session_error(const struct rcpt_session *session)
{
    return session->error;
}
