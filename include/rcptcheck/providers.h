/*
 * providers.h - mail providers: known by the names of their mail hosts, and what their replies mean
 *
 * The tables are constant data; what is returned is never freed.
 */
#ifndef RCPTCHECK_PROVIDERS_H
#define RCPTCHECK_PROVIDERS_H

#include <stddef.h>

#include "rcptcheck/codes.h"
#include "rcptcheck/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A mail host name that belongs to a provider. */
struct rcpt_provider {
    const char *suffix; /* of the mail host's name, at a dot: "mail.protection.outlook.com"; a label
                           "*" stands for any one label */
    const char *name;   /* "Exchange Online" */
    const char *kind;   /* "mailbox", "gateway" or "forwarder" */
    const char *note;   /* "" for none */
};

/* What makes a provider send a reply. */
enum rcpt_trigger {
    RCPT_TRIGGER_OTHER,
    RCPT_TRIGGER_LISTED,         /* the sending IP address is on a list */
    RCPT_TRIGGER_DOMAIN_LISTED,  /* a sending domain is */
    RCPT_TRIGGER_NO_RDNS,        /* no PTR, or none that is confirmed */
    RCPT_TRIGGER_HELO,           /* the HELO name */
    RCPT_TRIGGER_SENDER_MISSING, /* the MAIL FROM domain does not resolve */
    RCPT_TRIGGER_SENDER_NULL_MX,
    RCPT_TRIGGER_SPF,
    RCPT_TRIGGER_DKIM,
    RCPT_TRIGGER_DMARC,
    RCPT_TRIGGER_NO_AUTH, /* neither SPF nor DKIM */
    RCPT_TRIGGER_TLS,
    RCPT_TRIGGER_RATE,
    RCPT_TRIGGER_CONTENT,
    RCPT_TRIGGER_RECIPIENT /* unknown, full, or disabled mailbox */
};

/* One reply of a provider. */
struct rcpt_provider_reply {
    const char *provider; /* as in struct rcpt_provider, or "Postfix" for any server of that kind */
    unsigned code;        /* 0 where it varies */
    unsigned code_high;   /* the other code in use; 0 for none */
    struct rcpt_enhanced enhanced; /* { 0, 0, 0 } where it sends none */
    /* The end of a range if only its detail is another; else the other code in use. { 0, 0, 0 } for
     * none. */
    struct rcpt_enhanced enhanced_high;
    enum rcpt_trigger trigger;
    bool differs;        /* not what the registry says of the enhanced code */
    bool only_ipv6;      /* sent to clients that come over IPv6 */
    const char *token;   /* words that the reply's text holds, to know it by; alternatives stand
                            between "|"; "" for none */
    const char *lists;   /* zones that cause it, separated by spaces; "" for any or none */
    const char *meaning; /* one sentence or two */
    const char *fix;
    const char *source;
    const char *confidence; /* "verified", "secondary" or "recalled" */
};

RCPT_API const struct rcpt_provider *rcpt_provider_at(size_t index);
/* The row with the longest suffix of a host name, whole labels, without regard to case; NULL for
 * none. */
RCPT_API const struct rcpt_provider *rcpt_provider_of_host(const char *host);

RCPT_API const struct rcpt_provider_reply *rcpt_provider_reply_at(size_t index);
/* The provider's name as the tables spell it, for a text in any case: its name, another name that
 * it goes by, or one of its mail hosts ("gmail", "Office 365", "mx-ha.gmx.net"); NULL for none. */
RCPT_API const char *rcpt_provider_name(const char *text);
/* The row that says what a provider means with a code; `text` is the reply's text, or "" if there
 * is none. Rows whose token stands in the text come first, then the more exact code, then the order
 * of the table. NULL if no row fits, or if there is a text and it does not decide between rows that
 * fit equally well. */
RCPT_API const struct rcpt_provider_reply *rcpt_provider_reply_find(
    const char *provider, const struct rcpt_code_name *code, const char *text);

/* The rows between which a code without a text does not decide: those that fit it best. The next
 * one after `last`, the first one for NULL; NULL for no more. */
RCPT_API const struct rcpt_provider_reply *rcpt_provider_reply_next(
    const char *provider, const struct rcpt_code_name *code,
    const struct rcpt_provider_reply *last);

/* Other names that providers go by, in lower case; NULL past the last. */
RCPT_API const char *rcpt_provider_alias_at(size_t index);

/* What a pasted bounce line says. */
struct rcpt_bounce {
    struct rcpt_code_name code; /* zero where none was found */
    const char *provider;       /* read out of host names and phrases; NULL if not known */
    const struct rcpt_provider_reply *reply; /* NULL if no row fits */
};

/* Reads a bounce line: any bytes up to the first zero, of which the first 4,000 or so count. True
 * if a code or a provider was found. Where the provider has no row of its own for the code, `reply`
 * may be one of "Postfix", whose text is then in the line. */
RCPT_API bool rcpt_bounce_parse(const char *line, struct rcpt_bounce *bounce);

RCPT_API const char *rcpt_trigger_name(enum rcpt_trigger trigger);

#ifdef __cplusplus
}
#endif

#endif
