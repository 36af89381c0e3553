/*
 * resolver.h - is a resolver fit for the job?
 *
 * What a predictor of mail replies needs of its resolver, looked at one by one: that it answers
 * over UDP and TCP, does not invent answers, does not drop those of lists, and is not refused by
 * them.
 */
#ifndef RCPTCHECK_RESOLVER_H
#define RCPTCHECK_RESOLVER_H

#include <stdbool.h>
#include <stddef.h>

#include "rcptcheck/export.h"
#include "rcptcheck/session.h"

#ifdef __cplusplus
extern "C" {
#endif

enum rcpt_trait_status {
    RCPT_TRAIT_GOOD,
    RCPT_TRAIT_WARN,    /* works, with a drawback */
    RCPT_TRAIT_BAD,     /* not fit for this program */
    RCPT_TRAIT_UNKNOWN, /* could not be told */
    RCPT_TRAIT_SKIPPED  /* not looked at: the note says which option would */
};

/* One trait of a resolver. */
struct rcpt_trait {
    const struct rcpt_trait *next;
    const char *id; /* stable: "udp", "tcp", "edns", "truncation", "dnssec", "bogus", "nxdomain",
                       "rebinding", "public", "lists" */
    enum rcpt_trait_status status;
    const char *finding; /* what was seen */
    const char *meaning; /* what that means for this program */
    const char *remedy;  /* "" for none */
};

struct rcpt_resolver_report {
    const struct rcpt_resolver_report *next;
    const char *resolver; /* "192.0.2.53:53"; "recording" */
    bool fit;             /* no trait is bad */
    unsigned latency_ms;  /* of the fastest answer; 0 if there was none */
    const struct rcpt_trait *traits;
};

struct rcpt_resolver_options {
    const char *const *resolvers; /* ended by NULL; NULL or empty: those of /etc/resolv.conf */
    unsigned timeout_ms, tries;   /* as in rcpt_session_set_times(); 0 for the default */
    const char *signed_name; /* a name with a valid DNSSEC signature; NULL: the root is asked */
    const char *bogus_name;  /* a name with a broken one; NULL: not given */
    const char *config; /* a configuration of lists: those with a key or of one's own are tried,
                           what is switched off is not; NULL: none */
    const char *replay,
        *record; /* a recording to answer from, as the one resolver "recording", or
                    to write: of several resolvers the last one counts; NULL: none */
};

/* Looks at each resolver. *reports is the caller's to destroy; NULL on failure. `error` gets one
 * phrase on failure; it holds `error_size` octets. RCPT_OK and the statuses of the session's
 * functions. */
RCPT_API enum rcpt_status rcpt_resolvers_examine(const struct rcpt_resolver_options *options,
                                                 struct rcpt_resolver_report **reports, char *error,
                                                 size_t error_size);
RCPT_API void rcpt_resolvers_destroy(struct rcpt_resolver_report *reports);

/* "good", "warn", "bad", "unknown", "skipped"; never NULL. */
RCPT_API const char *rcpt_trait_status_name(enum rcpt_trait_status status);

#ifdef __cplusplus
}
#endif

#endif
