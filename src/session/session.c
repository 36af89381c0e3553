/*
 * session.c - a session's settings, and its end
 *
 * Settings are made before the first submission; what they amount to is put together in drive.c,
 * when all are known.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "session/state.h"

#define MEMO_OCTETS     ((size_t)64 << 20)
#define TIMEOUT_MAX_MS  60000U
#define TRIES_MAX       10U
#define DEADLINE_MAX_MS 600000U

enum rcpt_status session_fail(struct rcpt_session *session, enum rcpt_status status,
                              const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(session->error, sizeof session->error, format, arguments);
    va_end(arguments);
    return status;
}

enum rcpt_status session_no_memory(struct rcpt_session *session)
{
    session->failure = RCPT_NO_MEMORY;
    return session_fail(session, RCPT_NO_MEMORY, "out of memory");
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
    config_init(&made->config);
    list_set_init(&made->lists);
    arena_init(&made->texts);
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
        task_release(task);
    }
    task_release(session->context.sender);
    if (session->source != NULL)
        session->source->ops->destroy(session->source);
    dns_memo_destroy(session->memo);
    dns_recorder_destroy(session->recorder);
    list_set_clear(&session->lists);
    config_clear(&session->config);
    arena_clear(&session->texts);
    free(session);
}

static enum rcpt_status settable(struct rcpt_session *session)
{
    session->error[0] = '\0';
    return session->started ? session_fail(session, RCPT_TOO_LATE,
                                           "settings are made before the first recipient")
                            : RCPT_OK;
}

enum rcpt_status rcpt_session_add_resolver(struct rcpt_session *session, const char *resolver)
{
    enum rcpt_status status = settable(session);
    if (status != RCPT_OK)
        return status;
    unsigned index = session->options.n_resolvers;
    if (index == DNS_RESOLVERS_MAX)
        return session_fail(session, RCPT_BAD_ARGUMENT, "more than %d resolvers",
                            DNS_RESOLVERS_MAX);
    if (!dns_resolver_parse(resolver, session->resolvers[index]))
        return session_fail(
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
        return session_fail(session, RCPT_BAD_ARGUMENT, "the time for one try is 1 to %u ms",
                            TIMEOUT_MAX_MS);
    if (tries < 1 || tries > TRIES_MAX)
        return session_fail(session, RCPT_BAD_ARGUMENT, "the number of tries is 1 to %u",
                            TRIES_MAX);
    if (deadline_ms < 1 || deadline_ms > DEADLINE_MAX_MS)
        return session_fail(session, RCPT_BAD_ARGUMENT, "the time for one recipient is 1 to %u ms",
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
        return session_fail(session, RCPT_CANNOT_WRITE, "%s", strerror(errno));
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
               : session_fail(session, RCPT_CANNOT_WRITE, "the recording could not be written");
}

enum rcpt_status rcpt_session_replay(struct rcpt_session *session, const char *path)
{
    enum rcpt_status status = settable(session);
    if (status != RCPT_OK)
        return status;
    struct dns_replay_error error = {0, ""};
    struct dns_source *source = dns_replay_create(path, &error);
    if (source == NULL && error.line > 0)
        return session_fail(session, RCPT_BAD_FILE, "line %zu: %s", error.line, error.text);
    if (source == NULL)
        return session_fail(session, RCPT_NO_FILE, "%s", error.text);
    if (session->source != NULL)
        session->source->ops->destroy(session->source);
    session->source = source;
    session->replays = true;
    return RCPT_OK;
}

/* ---- the sender and lists ---- */

static const char *keep(struct rcpt_session *session, const char *text)
{
    return text == NULL ? NULL : arena_dup(&session->texts, text);
}

/* False if memory runs out. */
static bool keep_identity(struct rcpt_session *session, const char *helo, const char *mail_from)
{
    jmp_buf guard;
    session->texts.guard = &guard;
    if (setjmp(guard) != 0) {
        session->texts.guard = NULL;
        return false;
    }
    session->identity.helo = keep(session, helo);
    session->identity.mail_from = keep(session, mail_from);
    session->texts.guard = NULL;
    return true;
}

enum rcpt_status rcpt_session_set_sender(struct rcpt_session *session, const char *ip,
                                         const char *helo, const char *mail_from)
{
    enum rcpt_status status = settable(session);
    if (status != RCPT_OK)
        return status;
    if (ip != NULL && !ip_parse(&session->sender_ip, ip))
        return session_fail(session, RCPT_BAD_ARGUMENT, "it is not an IP address");
    if (!keep_identity(session, helo, mail_from))
        return session_no_memory(session);
    session->identity.ip = ip == NULL ? NULL : &session->sender_ip;
    session->has_sender = ip != NULL || helo != NULL || mail_from != NULL;
    return RCPT_OK;
}

enum rcpt_status rcpt_session_configure(struct rcpt_session *session, const char *path)
{
    char error[160] = "";
    enum rcpt_status status = settable(session);
    if (status != RCPT_OK)
        return status;
    config_clear(&session->config);
    config_init(&session->config);
    switch (config_read(&session->config, path, error, sizeof error)) {
    case CONFIG_OK:
        return RCPT_OK;
    case CONFIG_NO_FILE:
        return session_fail(session, RCPT_NO_FILE, "%s", error);
    case CONFIG_BAD:
        return session_fail(session, RCPT_BAD_CONFIG, "%s", error);
    default:
        return session_no_memory(session);
    }
}

/* False if memory runs out. */
static bool add_list(struct rcpt_session *session, const char *zone, const char **refused)
{
    jmp_buf guard;
    session->lists.arena.guard = &guard;
    if (setjmp(guard) != 0) {
        session->lists.arena.guard = NULL;
        return false;
    }
    *refused = list_set_add(&session->lists, zone);
    session->lists.arena.guard = NULL;
    return true;
}

enum rcpt_status rcpt_session_add_list(struct rcpt_session *session, const char *zone)
{
    const char *refused = NULL;
    enum rcpt_status status = settable(session);
    if (status != RCPT_OK)
        return status;
    if (!add_list(session, zone, &refused))
        return session_no_memory(session);
    return refused == NULL ? RCPT_OK : session_fail(session, RCPT_BAD_ARGUMENT, "%s", refused);
}

enum rcpt_status rcpt_session_no_lists(struct rcpt_session *session)
{
    enum rcpt_status status = settable(session);
    if (status == RCPT_OK)
        session->lists.none = session->identity.no_lists = true;
    return status;
}

const char *rcpt_session_error(const struct rcpt_session *session)
{
    return session->error;
}
