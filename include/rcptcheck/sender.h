/*
 * sender.h - what the library concludes about the sending side
 *
 * The sender is looked at once for a whole session; every result of it points to the same findings,
 * which live until the last of them and the session are gone.
 */
#ifndef RCPTCHECK_SENDER_H
#define RCPTCHECK_SENDER_H

#include <stdbool.h>

#include "rcptcheck/export.h"
#include "rcptcheck/lists.h"

#ifdef __cplusplus
extern "C" {
#endif

struct rcpt_problem;

/* Forward-confirmed reverse DNS (RFC 8601 section 2.7.3, "iprev"). */
enum rcpt_rdns_status {
    RCPT_RDNS_CONFIRMED, /* some PTR name has the address */
    RCPT_RDNS_MISMATCH,  /* there are PTR names, and none has it */
    RCPT_RDNS_NONE,      /* no PTR */
    RCPT_RDNS_TEMPERROR  /* could not be looked up, and nothing confirmed it */
};

struct rcpt_rdns {
    const char *ip;
    enum rcpt_rdns_status status;
    bool first_confirmed; /* the first PTR name has the address: most servers look at no other */
    const char *const
        *ptr; /* at most 10 names, in the order of the answer, ended by NULL; never NULL */
    const char *confirmed; /* the first name that has the address; "" for none */
    const struct rcpt_problem *problems;
    const char *const *evidence;
    const char *detail; /* which question failed and how; "" for none */
};

/* The HELO name (RFC 5321 sections 2.3.5 and 4.1.1.1). */
enum rcpt_helo_status {
    RCPT_HELO_OK, /* resolves to the sending address (or resolves, where none was given), or is its
                     literal */
    RCPT_HELO_MISMATCH,   /* resolves elsewhere; or another address's literal */
    RCPT_HELO_UNRESOLVED, /* does not exist, or has no address */
    RCPT_HELO_NOT_FQDN,   /* a single label, or a bare address */
    RCPT_HELO_SYNTAX,     /* no domain and no literal */
    RCPT_HELO_TEMPERROR
};

struct rcpt_helo {
    const char *name;
    enum rcpt_helo_status status;
    bool literal;
    bool matches_ptr; /* equals a confirmed PTR name */
    const struct rcpt_problem *problems;
    const char *const *evidence;
    const char *detail; /* what is wrong with the name, or which question failed; "" for none */
};

/* The domain of MAIL FROM. */
enum rcpt_mail_from_status {
    RCPT_MAIL_FROM_OK,        /* bounces can be delivered to it */
    RCPT_MAIL_FROM_NULL_PATH, /* "<>": nothing to look up */
    RCPT_MAIL_FROM_NULL_MX,
    RCPT_MAIL_FROM_MISSING,  /* NXDOMAIN, or neither MX nor address */
    RCPT_MAIL_FROM_UNUSABLE, /* has mail hosts that nobody can deliver to */
    RCPT_MAIL_FROM_NOT_FQDN, /* a single label, or no domain */
    RCPT_MAIL_FROM_SYNTAX,
    RCPT_MAIL_FROM_TEMPERROR
};

struct rcpt_mail_from {
    const char *address; /* as given, safe text */
    const char *domain;  /* A-labels; "" for none */
    enum rcpt_mail_from_status status;
    bool null_mx_beside; /* a null MX stands beside other MX records, good or not */
    bool mx_failed; /* TEMPERROR: MX itself could not be looked up, though there is an address */
    const struct rcpt_problem *problems;
    const char *const *evidence;
    const char *detail; /* what is wrong with the address, or which question failed; "" for none */
};

/* What was not looked at, and the option that gives it. */
struct rcpt_not_given {
    const struct rcpt_not_given *next;
    const char *what;   /* "blocklists and reverse DNS of the sending IP address" */
    const char *option; /* "--ip" */
};

struct rcpt_sender {
    const char *ip;                         /* NULL: not given */
    const struct rcpt_rdns *rdns;           /* NULL: not looked at */
    const struct rcpt_helo *helo;           /* likewise */
    const struct rcpt_mail_from *mail_from; /* likewise */
    const struct rcpt_listing *listings;    /* by severity, listed ones first; NULL: none asked */
    bool asked_lists;                       /* lists were asked, so that NULL means none applied */
    const struct rcpt_problem *problems; /* of the IP address itself: private, documentation, ... */
    const struct rcpt_not_given *not_given;
};

RCPT_API const char *rcpt_rdns_status_name(enum rcpt_rdns_status status);
RCPT_API const char *rcpt_helo_status_name(enum rcpt_helo_status status);
RCPT_API const char *rcpt_mail_from_status_name(enum rcpt_mail_from_status status);

#ifdef __cplusplus
}
#endif

#endif
