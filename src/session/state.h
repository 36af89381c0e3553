/*
 * state.h - what a session holds; session.c (settings) and drive.c (work) only
 */
#ifndef SESSION_STATE_H
#define SESSION_STATE_H

#include <stdarg.h>

#include "dns/channel.h"
#include "dns/memo.h"
#include "dns/record.h"
#include "rcptcheck/session.h"
#include "session/config.h"
#include "session/list_set.h"
#include "session/nonce.h"
#include "session/task.h"

struct rcpt_session {
    /* Settings. */
    char resolvers[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE];
    struct dns_channel_options options;
    unsigned deadline_ms;
    char deadline_reason[64];
    struct config config;
    struct list_set lists;
    struct arena texts; /* of the sender's identity */
    struct ip sender_ip;
    struct sender_identity identity;
    bool has_sender;
    bool replays;

    /* Work. */
    bool started;
    struct dns_memo *memo;
    struct dns_source *source; /* NULL before the first submission, unless it is a recording */
    struct dns_recorder *recorder;
    char nonce[NONCE_SIZE];
    char public_resolver[DNS_RESOLVER_TEXT_SIZE + 64];
    struct task_context context;
    struct task *first, *last;      /* submitted and not yet taken */
    struct task *oldest, *youngest; /* not finished */
    unsigned n_subjects;            /* unfinished subjects of lists */
    int64_t left_ms;                /* when the caller was last given back control */
    int64_t away_ms;                /* how long it has been away in all: no task's time */
    enum rcpt_status failure;       /* RCPT_OK, or what ended the session */
    struct rcpt_counts counts;
    char error[256];
};

/* Notes why a call fails, and returns its status. */
__attribute__((format(printf, 3, 4))) enum rcpt_status session_fail(struct rcpt_session *session,
                                                                    enum rcpt_status status,
                                                                    const char *format, ...);
/* The same for memory: the session is of no use any more. */
enum rcpt_status session_no_memory(struct rcpt_session *session);

#endif
