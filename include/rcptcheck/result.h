/*
 * result.h - what the library concludes about one recipient
 *
 * Plain data, read only. Lists are linked by `next` and end with NULL; text is UTF-8,
 * zero-terminated, and free of control characters even where it came from DNS. A pointer that is
 * NULL means "not looked at" or "there is none", as its line says.
 */
#ifndef RCPTCHECK_RESULT_H
#define RCPTCHECK_RESULT_H

#include <stdbool.h>
#include <stddef.h>

#include "rcptcheck/export.h"
#include "rcptcheck/lists.h"
#include "rcptcheck/sender.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The sum of the predictions, in order of precedence: of two that hold, the later one wins. A
 * prediction that rests on an answer that could not be had is never RCPT_REJECT. */
enum rcpt_verdict {
    RCPT_ACCEPT,  /* nothing in DNS stands against delivery; the mailbox itself cannot be seen from
                     DNS */
    RCPT_UNKNOWN, /* no answer was had in time, or real servers disagree about what was found */
    RCPT_DEFER,   /* a 4yz reply: the message would wait in a queue */
    RCPT_REJECT   /* a 5yz reply or a bounce */
};

/* How sure a prediction is. */
enum rcpt_certainty {
    RCPT_POSSIBLE, /* some servers answer so, or it is a matter of configuration */
    RCPT_LIKELY,   /* most servers answer so */
    RCPT_CERTAIN   /* the protocol, or every server measured, leaves no other outcome */
};

/* When in the life of a message the reply comes. */
enum rcpt_stage {
    RCPT_STAGE_SYNTAX,
    RCPT_STAGE_DNS,
    RCPT_STAGE_CONNECT,
    RCPT_STAGE_EHLO,
    RCPT_STAGE_MAIL,
    RCPT_STAGE_RCPT,
    RCPT_STAGE_DATA
};

/* Who says it. */
enum rcpt_by {
    RCPT_BY_SENDER,  /* one's own server gives up, with no connection made */
    RCPT_BY_RECEIVER /* the recipient's server replies */
};

/* An enhanced status code (RFC 3463): 5.1.10 is { 5, 1, 10 }; { 0, 0, 0 } means none. */
struct rcpt_enhanced {
    unsigned status, subject, detail;
};

/* A rule that fired. */
struct rcpt_prediction {
    const struct rcpt_prediction *next;
    unsigned code;                 /* reply code (RFC 5321), 100 to 599 */
    struct rcpt_enhanced enhanced; /* enhanced status code (RFC 3463) */
    enum rcpt_verdict verdict;     /* what it would mean alone */
    bool risk;                     /* may happen, but does not decide the result's verdict */
    enum rcpt_certainty certainty;
    enum rcpt_stage stage;
    enum rcpt_by by;
    const char *rule;   /* the rule's id, stable: "null-mx" */
    const char *reason; /* one sentence */
    const char *const
        *evidence;      /* DNS records or input as text, ended by NULL; never NULL itself */
    const char *fix;    /* what to do */
    const char *source; /* the standard or measurement it follows */
};

/* An oddity that a check has named; it may or may not lead to a prediction. */
struct rcpt_problem {
    const struct rcpt_problem *next;
    const char *id;      /* stable: "mx-target-alias" */
    const char *subject; /* the name, address or text that it is about */
    const char *text;    /* one sentence */
    const char *fix;     /* what to do */
    const char *source;  /* the standard it follows */
};

/* Why an address is not usable. */
struct rcpt_address_error {
    const char *id;     /* stable: "local-too-long" */
    size_t position;    /* in octets from 0, into the input */
    const char *reason; /* one sentence */
};

/* The recipient as given: RFC 5321 Mailbox (section 4.1.2), RFC 6531, or a bare domain. */
struct rcpt_address {
    bool valid;
    bool smtputf8;     /* the local-part has non-ASCII: needs SMTPUTF8 on every hop */
    bool literal;      /* the domain is an address literal (section 4.1.3): no DNS route */
    const char *local; /* local-part, quotes kept; NULL for a bare domain or if not valid */
    /* Lower case, with U-labels if it was given so, no final dot; a literal with its brackets. NULL
     * if not valid. */
    const char *domain;
    /* The same in A-labels, as DNS is asked. NULL for a literal or if not valid. */
    const char *ascii_domain;
    const char *unicode_domain;             /* U-labels; NULL where ascii_domain says the same */
    const struct rcpt_address_error *error; /* NULL if valid */
    const struct rcpt_problem *problems;
};

/* What is known of one mail host. The order is no ranking. */
enum rcpt_host_status {
    RCPT_HOST_OK,         /* has an address that can be delivered to */
    RCPT_HOST_NULL,       /* the name is "." */
    RCPT_HOST_NXDOMAIN,   /* the name does not exist */
    RCPT_HOST_NO_ADDRESS, /* it exists, without A and AAAA */
    RCPT_HOST_LOOPBACK,   /* only loopback or unspecified addresses, or the name localhost */
    RCPT_HOST_PRIVATE,    /* only private, link-local or otherwise unroutable addresses */
    RCPT_HOST_BRACKETED,  /* the name is an address in brackets */
    RCPT_HOST_SERVFAIL,   /* from here on: its addresses could not be had */
    RCPT_HOST_REFUSED,
    RCPT_HOST_TIMEOUT,
    RCPT_HOST_MALFORMED
};

struct rcpt_host {
    const struct rcpt_host *next;
    unsigned preference; /* 0 to 65535; lower is tried first */
    const char *name;    /* lower case, no final dot; "." for the root */
    enum rcpt_host_status status;
    const char *const *addresses; /* text, A before AAAA, ended by NULL; never NULL itself */
    const char *detail;           /* why a lookup failed; "" for none */
};

/* How mail for the domain is routed (RFC 5321 section 5.1, RFC 7505). */
enum rcpt_mx_status {
    RCPT_MX_OK,       /* some host can be delivered to */
    RCPT_MX_NULL,     /* null MX: the domain takes no mail */
    RCPT_MX_IMPLICIT, /* no MX; the domain's own A or AAAA serve */
    RCPT_MX_NONE,     /* the domain exists but has neither MX nor address */
    RCPT_MX_INVALID,  /* MX records or addresses are there, and none can be delivered to */
    RCPT_MX_NXDOMAIN, /* the domain does not exist */
    RCPT_MX_SERVFAIL, /* from here on: DNS failed, the route is not known */
    RCPT_MX_REFUSED,
    RCPT_MX_TIMEOUT,
    RCPT_MX_MALFORMED
};

struct rcpt_mx {
    enum rcpt_mx_status status;
    bool dnssec;           /* the resolver marked the MX answer as authenticated (AD) */
    bool gave_up;          /* the deadline, not DNS, ended the look-up */
    const char *domain;    /* what was asked: lower-case A-labels */
    const char *canonical; /* where its CNAME chain ends; the same pointer as domain if none */
    const struct rcpt_host *hosts; /* in preference order, equal preferences by name */
    const struct rcpt_problem *problems;
    const char *const *evidence; /* the answers as text, ended by NULL; never NULL itself */
    const char *detail;          /* which question failed and how; "" for none */
};

struct rcpt_provider; /* providers.h */

/* The answer to one submitted recipient, or to one submitted subject of lists. */
struct rcpt_result {
    const char *input; /* as submitted, made safe to print */
    enum rcpt_verdict verdict;
    const struct rcpt_prediction
        *predictions; /* the one that decides first; NULL for a subject of lists */
    const struct rcpt_address *address;   /* NULL for a subject of lists */
    const struct rcpt_mx *mx;             /* NULL: not looked at (not valid, or a literal) */
    const struct rcpt_provider *provider; /* whose mail hosts they are; NULL: not known */
    const struct rcpt_sender *sender;     /* NULL: nothing was given of it */
    const struct rcpt_listing *listings;  /* what lists say of the subject; NULL for a recipient */
    const char *error;                    /* why the subject cannot be asked about; "" for none */
};

/* The words of the contract for a value: "reject", "certain", "dns", "sender", ... Never NULL. */
RCPT_API const char *rcpt_verdict_name(enum rcpt_verdict verdict);
RCPT_API const char *rcpt_certainty_name(enum rcpt_certainty certainty);
RCPT_API const char *rcpt_stage_name(enum rcpt_stage stage);
RCPT_API const char *rcpt_by_name(enum rcpt_by by);
RCPT_API const char *rcpt_mx_status_name(enum rcpt_mx_status status);
RCPT_API const char *rcpt_host_status_name(enum rcpt_host_status status);

/* Frees a result and all it points to. NULL is fine. */
RCPT_API void rcpt_result_destroy(struct rcpt_result *result);

#ifdef __cplusplus
}
#endif

#endif
