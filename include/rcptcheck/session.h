/*
 * session.h - put recipients in, take results out
 *
 *   struct rcpt_session *session;
 *   if (rcpt_session_create(&session) == RCPT_OK) {
 *       rcpt_session_submit(session, "alice@example.com");
 *       struct rcpt_result *result;
 *       while (rcpt_session_next(session, &result) == RCPT_OK) {
 *           printf("%s: %s\n", result->input, rcpt_verdict_name(result->verdict));
 *           rcpt_result_destroy(result);
 *       }
 *       rcpt_session_destroy(session);
 *   }
 *
 * Recipients that are submitted together are looked up at the same time; results come in the order
 * of submission. Settings are made before the first submission.
 */
#ifndef RCPTCHECK_SESSION_H
#define RCPTCHECK_SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "rcptcheck/export.h"
#include "rcptcheck/result.h"

#ifdef __cplusplus
extern "C" {
#endif

enum rcpt_status {
    RCPT_OK,
    RCPT_END,          /* rcpt_session_next(): nothing is outstanding */
    RCPT_NO_MEMORY,    /* the work could not be done; the session can only be destroyed */
    RCPT_BAD_ARGUMENT, /* a value is out of range or not of its form */
    RCPT_NO_FILE,      /* a recording cannot be opened or read */
    RCPT_BAD_FILE,     /* a recording cannot be understood */
    RCPT_BAD_CONFIG,   /* a configuration cannot be understood */
    RCPT_CANNOT_WRITE, /* the recording cannot be written */
    RCPT_NO_NETWORK,   /* no socket or resolver channel could be made */
    RCPT_TOO_LATE      /* a setting after the first submission */
};

struct rcpt_session;

/* Makes a session with the defaults: resolvers of /etc/resolv.conf, 2000 ms a try, 3 tries, 15000
 * ms a recipient. *session is the caller's to destroy; it is NULL on failure. RCPT_OK,
 * RCPT_NO_MEMORY. */
RCPT_API enum rcpt_status rcpt_session_create(struct rcpt_session **session);

/* Frees a session with what is unfinished in it; results already taken stay. NULL is fine. */
RCPT_API void rcpt_session_destroy(struct rcpt_session *session);

/* Adds a recursive resolver: "192.0.2.53", "192.0.2.53:5353", "2001:db8::53",
 * "[2001:db8::53]:5353". The first call replaces the default; up to 16 are kept, asked in turn when
 * one fails. The text is copied. RCPT_OK, RCPT_BAD_ARGUMENT, RCPT_TOO_LATE. */
RCPT_API enum rcpt_status rcpt_session_add_resolver(struct rcpt_session *session,
                                                    const char *resolver);

/* Sets the time for one try of one question (1 to 60000 ms), the number of tries (1 to 10) and the
 * time for one recipient in all (1 to 600000 ms). RCPT_OK, RCPT_BAD_ARGUMENT, RCPT_TOO_LATE. */
RCPT_API enum rcpt_status rcpt_session_set_times(struct rcpt_session *session, unsigned timeout_ms,
                                                 unsigned tries, unsigned deadline_ms);

/* Writes every question with its answer to a file, as JSON lines; the file is made anew, readable
 * by its owner only, as it tells whom one writes to. RCPT_OK, RCPT_CANNOT_WRITE, RCPT_TOO_LATE. */
RCPT_API enum rcpt_status rcpt_session_record(struct rcpt_session *session, const char *path);

/* Ends the recording and closes its file, to learn whether all of it was written; else that is
 * done, unheard, by rcpt_session_destroy(). RCPT_OK (also if there is none), RCPT_CANNOT_WRITE. */
RCPT_API enum rcpt_status rcpt_session_end_recording(struct rcpt_session *session);

/* Answers from such a file alone, with no network. What it does not hold is never answered.
 * RCPT_OK, RCPT_NO_FILE, RCPT_BAD_FILE, RCPT_NO_MEMORY, RCPT_TOO_LATE. */
RCPT_API enum rcpt_status rcpt_session_replay(struct rcpt_session *session, const char *path);

/* The sending side: IP address (v4 or v6, no brackets), HELO name, MAIL FROM address ("" or "<>" is
 * the null reverse-path). NULL: not given. Texts are copied. RCPT_OK, RCPT_BAD_ARGUMENT (the IP
 * address is none), RCPT_TOO_LATE. */
RCPT_API enum rcpt_status rcpt_session_set_sender(struct rcpt_session *session, const char *ip,
                                                  const char *helo, const char *mail_from);

/* Reads a configuration of lists (rcptcheck(5)). RCPT_OK, RCPT_NO_FILE, RCPT_BAD_CONFIG (with line
 * and reason in rcpt_session_error()), RCPT_NO_MEMORY, RCPT_TOO_LATE. */
RCPT_API enum rcpt_status rcpt_session_configure(struct rcpt_session *session, const char *path);

/* Asks this list only; may be called again to add one. A zone of the catalogue, one of the
 * configuration, or any other zone (then taken for a list of IPv4, IPv6 and domains of low
 * severity). RCPT_OK, RCPT_BAD_ARGUMENT (no domain name, or a closed list: the error says when and
 * how it closed), RCPT_TOO_LATE. */
RCPT_API enum rcpt_status rcpt_session_add_list(struct rcpt_session *session, const char *zone);

/* Asks no list at all. RCPT_OK, RCPT_TOO_LATE. */
RCPT_API enum rcpt_status rcpt_session_no_lists(struct rcpt_session *session);

/* Starts on a subject of lists: an IP address, a domain, an e-mail address, or a CIDR range of IPv4
 * addresses up to a /22, each of which becomes a result of its own. Results come from
 * rcpt_session_next(). RCPT_OK, RCPT_NO_MEMORY, RCPT_NO_NETWORK. */
RCPT_API enum rcpt_status rcpt_session_submit_subject(struct rcpt_session *session,
                                                      const char *subject);

/* A resolver of this session that serves the public, in words ("8.8.8.8 (Google Public DNS)"), for
 * a warning: lists refuse such resolvers. Borrowed; NULL if there is none. Valid once something was
 * submitted. */
RCPT_API const char *rcpt_session_public_resolver(const struct rcpt_session *session);

/* Starts on a recipient: an address or a bare domain, any bytes; a bad one is a result too. The
 * text is copied. RCPT_OK, RCPT_NO_MEMORY, RCPT_NO_NETWORK. */
RCPT_API enum rcpt_status rcpt_session_submit(struct rcpt_session *session, const char *recipient);

/* Waits for the next result in the order of submission. *result is the caller's to destroy; NULL
 * unless RCPT_OK. RCPT_OK, RCPT_END, RCPT_NO_MEMORY, RCPT_CANNOT_WRITE. */
RCPT_API enum rcpt_status rcpt_session_next(struct rcpt_session *session,
                                            struct rcpt_result **result);

/* What went over the network. */
struct rcpt_counts {
    unsigned long long questions; /* distinct questions that DNS was asked */
    unsigned long long sent;      /* tries, repeats among them */
    unsigned long long silent;    /* tries that ended without a reply */
    unsigned long long answered;  /* tries to which a resolver replied, whatever it said */
    unsigned long long saved;     /* questions answered from what was already known */
};

/* Counts since the session was made. Borrowed, valid until the session is destroyed. If `silent`
 * is not 0 and `answered` is, no resolver answers at all. */
RCPT_API const struct rcpt_counts *rcpt_session_counts(struct rcpt_session *session);

/* Why the last call did not return RCPT_OK: one phrase, without the argument it is about. Borrowed;
 * "" for nothing to say. */
RCPT_API const char *rcpt_session_error(const struct rcpt_session *session);

#ifdef __cplusplus
}
#endif

#endif
