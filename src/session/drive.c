/*
 * drive.c - the driver: recipients and subjects in, results out, in order
 *
 * A turn: run the tasks that got an answer, look at the deadlines, let the source send and receive.
 * All tasks have the same time, so the oldest unfinished one is the next to expire; the time
 * between two calls, when the caller is busy elsewhere, is no task's time. Everything that depends
 * on all settings is made at the first submission.
 */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "catalog/public_resolver.h"
#include "session/nonce.h"
#include "session/state.h"

#define LONGEST_WAIT_MS 1000
#define PREFIX_LEAST    22 /* the widest range of IPv4 addresses */

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The clock that deadlines go by: it stands still while the caller is away. */
static int64_t session_ms(const struct rcpt_session *session)
{
    return now_ms() - session->away_ms;
}

/* ---- starting ---- */

/* A label that no list has an entry for. */
static void make_nonce(struct rcpt_session *session)
{
    const char *recorded = session->replays ? dns_replay_nonce(session->source) : "";
    if (*recorded != '\0')
        snprintf(session->nonce, sizeof session->nonce, "%s", recorded);
    else
        nonce_draw(session->nonce, sizeof session->nonce);
}

/* Which lists are asked. False if memory runs out. */
static bool close_lists(struct rcpt_session *session)
{
    jmp_buf guard;
    session->lists.arena.guard = &guard;
    if (setjmp(guard) != 0) {
        session->lists.arena.guard = NULL;
        return false;
    }
    list_set_close(&session->lists, &session->config, session->replays);
    session->lists.arena.guard = NULL;
    return true;
}

/* "192.0.2.53:53" and "[2001:db8::53]:53" without port and brackets. */
static void address_of(const char *resolver, char *address, size_t size)
{
    const char *text = *resolver == '[' ? resolver + 1 : resolver;
    const char *end = *resolver == '[' ? strchr(text, ']') : strrchr(text, ':');
    snprintf(address, size, "%.*s", end == NULL ? (int)strlen(text) : (int)(end - text), text);
}

static void find_public_resolver(struct rcpt_session *session)
{
    const char *resolver;
    for (unsigned i = 0; (resolver = dns_channel_resolver(session->source, i)) != NULL; i++) {
        char address[DNS_RESOLVER_TEXT_SIZE];
        address_of(resolver, address, sizeof address);
        const struct public_resolver *row = public_resolver_find(address);
        if (row == NULL)
            continue;
        snprintf(session->public_resolver, sizeof session->public_resolver, "%s (%s)", address,
                 row->name);
        return;
    }
}

static enum rcpt_status open_source(struct rcpt_session *session)
{
    const char *why = "";
    if (session->source != NULL)
        return RCPT_OK;
    session->options.limits = session->lists.limits;
    session->options.n_limits = session->lists.n_zones;
    session->source = dns_channel_create(&session->options, &why);
    if (session->source == NULL)
        return session_fail(session, RCPT_NO_NETWORK, "%s", why);
    find_public_resolver(session);
    return RCPT_OK;
}

static void make_context(struct rcpt_session *session)
{
    make_nonce(session);
    session->identity.zones = session->lists.zones;
    session->identity.n_zones = session->lists.n_zones;
    session->identity.nonce = session->nonce;
    session->context.memo = session->memo;
    session->context.identity = &session->identity;
    session->context.zones = session->lists.zones;
    session->context.n_zones = session->lists.n_zones;
    session->context.nonce = session->nonce;
    if (session->recorder != NULL) {
        dns_recorder_hide(session->recorder, session->lists.secrets, session->lists.n_secrets);
        dns_recorder_nonce(session->recorder, session->nonce);
    }
}

static enum rcpt_status start(struct rcpt_session *session)
{
    if (session->started)
        return RCPT_OK;
    if (!close_lists(session))
        return session_no_memory(session);
    enum rcpt_status status = open_source(session);
    if (status != RCPT_OK)
        return status;
    make_context(session);
    snprintf(session->deadline_reason, sizeof session->deadline_reason,
             "no answer within the deadline of %u ms", session->deadline_ms);
    session->left_ms = now_ms();
    session->started = true;
    return RCPT_OK;
}

/* ---- tasks ---- */

static void add_unfinished(struct rcpt_session *session, struct task *task)
{
    task->older = session->youngest;
    if (session->youngest != NULL)
        session->youngest->younger = task;
    else
        session->oldest = task;
    session->youngest = task;
    session->n_subjects += task->kind == &task_subject;
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
    session->n_subjects -= task->kind == &task_subject;
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
        session_no_memory(session);
        break;
    }
}

/* The sender is done: recipients may have waited for nothing else. */
static void run_all(struct rcpt_session *session)
{
    struct task *task = session->oldest;
    while (session->failure == RCPT_OK && task != NULL) {
        struct task *next = task->younger;
        run(session, task);
        task = next;
    }
}

/* Runs a task that has news, or whose time is over. */
static void run_on(struct rcpt_session *session, struct task *task)
{
    run(session, task);
    if (task == session->context.sender && task_is_done(task))
        run_all(session);
}

static void run_ready(struct rcpt_session *session)
{
    struct task *task;
    while (session->failure == RCPT_OK && (task = dns_memo_next_ready(session->memo)) != NULL)
        run_on(session, task);
}

static void expire(struct rcpt_session *session, struct task *task)
{
    dns_view_expire(task->dns, session->deadline_reason);
    run_on(session, task);
}

static void run_expired(struct rcpt_session *session, int64_t now)
{
    while (session->failure == RCPT_OK && session->oldest != NULL &&
           session->oldest->deadline_ms <= now)
        expire(session, session->oldest);
}

/* ---- submitting ---- */

/* Makes the sender's task, once, before the first recipient's. */
static enum rcpt_status start_sender(struct rcpt_session *session)
{
    if (!session->has_sender || session->context.sender != NULL)
        return RCPT_OK;
    struct task *task = task_create(&session->context, &task_sender, "",
                                    session_ms(session) + session->deadline_ms);
    if (task == NULL)
        return session_no_memory(session);
    session->context.sender = task;
    add_unfinished(session, task);
    run(session, task);
    return session->failure;
}

/* How long the questions about one more subject may be held back by our own politeness: that is not
 * the list's time, and no reason to call it silent. */
static int64_t politeness_ms(const struct rcpt_session *session)
{
    unsigned slowest = 0;
    for (size_t i = 0; i < session->lists.n_zones; i++) {
        if (slowest == 0 || session->lists.limits[i].per_second < slowest)
            slowest = session->lists.limits[i].per_second;
    }
    /* A subject asks each zone one question, and its domain another. */
    return slowest == 0 ? 0 : (int64_t)(session->n_subjects + 1) * 2000 / slowest;
}

static enum rcpt_status submit(struct rcpt_session *session, const struct task_kind *kind,
                               const char *input)
{
    int64_t deadline = session_ms(session) + session->deadline_ms;
    if (kind == &task_subject)
        deadline += politeness_ms(session);
    struct task *task = task_create(&session->context, kind, input, deadline);
    if (task == NULL)
        return session_no_memory(session);
    if (session->last != NULL)
        session->last->next = task;
    else
        session->first = task;
    session->last = task;
    add_unfinished(session, task);
    run(session, task);
    return session->failure;
}

static enum rcpt_status ready_to_submit(struct rcpt_session *session)
{
    session->error[0] = '\0';
    enum rcpt_status status = start(session);
    return status != RCPT_OK ? status : session->failure;
}

enum rcpt_status rcpt_session_submit(struct rcpt_session *session, const char *recipient)
{
    enum rcpt_status status = ready_to_submit(session);
    if (status == RCPT_OK)
        status = start_sender(session);
    return status == RCPT_OK ? submit(session, &task_recipient, recipient) : status;
}

/* Reads "192.0.2.0/24". False for anything else, and for a wider range than is taken: the text is
 * then a subject as it stands, and a bad one. */
static bool read_range(const char *text, unsigned char octet[4], unsigned *count)
{
    struct ip ip;
    char *end;
    const char *slash = strchr(text, '/');
    if (slash == NULL || slash[1] < '0' || slash[1] > '9' ||
        !ip_parse_bytes(&ip, text, (size_t)(slash - text)) || ip.family != 4)
        return false;
    unsigned long bits = strtoul(slash + 1, &end, 10);
    if (*end != '\0' || bits < PREFIX_LEAST || bits > 32)
        return false;
    *count = 1U << (32 - bits);
    memcpy(octet, ip.octet, 4);
    octet[3] = (unsigned char)(octet[3] & ~(*count - 1) & 0xFF);
    octet[2] = (unsigned char)(octet[2] & ~((*count - 1) >> 8) & 0xFF);
    return true;
}

enum rcpt_status rcpt_session_submit_subject(struct rcpt_session *session, const char *subject)
{
    unsigned char octet[4];
    unsigned count;
    enum rcpt_status status = ready_to_submit(session);
    if (status != RCPT_OK)
        return status;
    if (!read_range(subject, octet, &count))
        return submit(session, &task_subject, subject);
    for (unsigned i = 0; i < count && status == RCPT_OK; i++) {
        char text[IP_TEXT_SIZE];
        snprintf(text, sizeof text, "%u.%u.%u.%u", octet[0], octet[1], octet[2] + (i >> 8),
                 (octet[3] + i) & 0xFF);
        status = submit(session, &task_subject, text);
    }
    return status;
}

/* ---- results ---- */

/* Waits until the first task is done, or the session has failed. */
static void drive(struct rcpt_session *session)
{
    while (session->failure == RCPT_OK && !task_is_done(session->first)) {
        int64_t now = session_ms(session);
        run_ready(session);
        run_expired(session, now);
        if (session->failure != RCPT_OK || task_is_done(session->first))
            return;
        int64_t wait = session->oldest->deadline_ms - now;
        if (wait > LONGEST_WAIT_MS)
            wait = LONGEST_WAIT_MS;
        if (!session->source->ops->turn(session->source, session->memo, wait > 0 ? (int)wait : 0))
            expire(session, session->oldest); /* nothing can come any more */
    }
}

enum rcpt_status rcpt_session_next(struct rcpt_session *session, struct rcpt_result **result)
{
    session->error[0] = '\0';
    *result = NULL;
    if (session->first == NULL)
        return RCPT_END;
    session->away_ms += now_ms() - session->left_ms;
    drive(session);
    session->left_ms = now_ms();
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

const char *rcpt_session_public_resolver(const struct rcpt_session *session)
{
    return *session->public_resolver == '\0' ? NULL : session->public_resolver;
}
