/*
 * lists.h - the catalogue of DNS block and allow lists (RFC 5782), and what a list says of a
 * subject
 *
 * The table is constant data; what is returned is never freed.
 */
#ifndef RCPTCHECK_LISTS_H
#define RCPTCHECK_LISTS_H

#include <stdbool.h>
#include <stddef.h>

#include "rcptcheck/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a list can be asked about; a list may take several. */
enum rcpt_list_kind {
    RCPT_LIST_IP4 = 1,
    RCPT_LIST_IP6 = 2,
    RCPT_LIST_DOMAIN = 4,
    RCPT_LIST_EMAIL = 8 /* a hash of an e-mail address */
};

enum rcpt_list_state {
    RCPT_LIST_ACTIVE,       /* free to ask */
    RCPT_LIST_KEYED,        /* needs a key: its zone has {key} in it */
    RCPT_LIST_REGISTRATION, /* needs the resolver's address to be registered */
    RCPT_LIST_UNSURE,       /* could not be confirmed: asked only where it is named */
    RCPT_LIST_CLOSED        /* must not be asked */
};

/* What being listed costs with most receivers. */
enum rcpt_severity {
    RCPT_SEVERITY_NONE, /* allow lists */
    RCPT_SEVERITY_LOW,
    RCPT_SEVERITY_MEDIUM,
    RCPT_SEVERITY_HIGH
};

/* What an answer of a list means. */
enum rcpt_code_effect {
    RCPT_CODE_LISTED,
    RCPT_CODE_ALLOWED, /* a good word */
    RCPT_CODE_NEUTRAL, /* neither: information only */
    RCPT_CODE_REFUSED  /* an error code: the list does not answer us */
};

/* How an answer is matched: four octets, each a number, a range "5-7", a bit "&64" that must be
 * set, or "*". "127.0.0.2", "127.0.0.5-7", "127.0.0.&64", "127.0.*.3". */
struct rcpt_list_code {
    const char *pattern; /* NULL ends an array of codes */
    enum rcpt_code_effect effect;
    const char *meaning;
};

/* Exceptions from RFC 5782 section 5, as bits. */
enum rcpt_list_quirk {
    RCPT_LIST_NO_TEST_LISTED =
        1, /* no published entry that must be listed: silence proves nothing */
    RCPT_LIST_NO_TEST_UNLISTED = 2 /* the entry that must not be listed is, by design */
};

/* One list. Texts are "" where there is nothing to say, never NULL but where it is said. */
struct rcpt_list {
    const char *zone; /* "zen.spamhaus.org", "{key}.zen.dq.spamhaus.net" */
    const char *name;
    const char *operator_name;
    unsigned kinds; /* of enum rcpt_list_kind */
    bool allow;     /* an allow list */
    enum rcpt_severity severity;
    enum rcpt_list_state state;
    const char *state_note;             /* when and how it closed, or what it takes */
    const struct rcpt_list_code *codes; /* ended by a NULL pattern; where there is none at all, any
                                           127.0.0.0/8 answer is a plain listing */
    const char *test_listed; /* an IP address or a name that must be listed; "" for the RFC's own */
    const char *test_unlisted; /* one that must not be */
    unsigned quirks;           /* of enum rcpt_list_quirk */
    const char *hash;          /* "sha1", "sha256-base32", "md5" for e-mail lists; else "" */
    const char *delist;        /* page to look up and be delisted */
    const char *remedy;        /* what to do when it refuses to answer, and terms of use */
    const char *within;        /* the zone that holds all its entries; "" for none */
    const char *source;        /* where these facts were read */
    const char *confirmed; /* the month they were last looked into: "2026-11"; where that could not
                              confirm them, source starts with "not confirmed" or "second-hand" */
};

/* Rows by index from 0; NULL past the last. */
RCPT_API const struct rcpt_list *rcpt_list_at(size_t index);
/* The row of a zone, without regard to case or a final dot; NULL if there is none. */
RCPT_API const struct rcpt_list *rcpt_list_find(const char *zone);

/* What came of asking one list about one subject. */
enum rcpt_listing_status {
    RCPT_LISTING_LISTED,
    RCPT_LISTING_NOT_LISTED,
    RCPT_LISTING_ALLOWED,   /* an allow list has it */
    RCPT_LISTING_REFUSED,   /* an error code, or the resolver is blocked */
    RCPT_LISTING_UNUSABLE,  /* fails its test entries, or is closed */
    RCPT_LISTING_REWRITTEN, /* an answer outside 127.0.0.0/8: somebody rewrites answers */
    RCPT_LISTING_TIMEOUT,
    RCPT_LISTING_ERROR /* SERVFAIL and other failures */
};

struct rcpt_listing {
    const struct rcpt_listing *next;
    const char *zone;    /* as shown: with {key} in place of a key */
    const char *name;    /* of the list */
    const char *subject; /* what was asked about */
    enum rcpt_listing_status status;
    enum rcpt_severity severity;
    bool independent;           /* listed, and no other list that holds this one lists it as well */
    const char *const *codes;   /* the answers, ended by NULL; never NULL itself */
    const char *const *meaning; /* one for each code that has one */
    const char *text;           /* TXT, safe to print; "" for none */
    const char *delist;
    const char *reason; /* why it could not be asked; "" for none */
    const char *remedy; /* what to do then; "" for none */
};

/* The words of the contract: "listed", "not_listed", ...; "high", ...; "active", ...; "ip4", ...;
 * "listed", "allowed", .... Never NULL. */
RCPT_API const char *rcpt_listing_status_name(enum rcpt_listing_status status);
RCPT_API const char *rcpt_severity_name(enum rcpt_severity severity);
RCPT_API const char *rcpt_list_state_name(enum rcpt_list_state state);
RCPT_API const char *rcpt_list_kind_name(enum rcpt_list_kind kind); /* of one bit */
RCPT_API const char *rcpt_code_effect_name(enum rcpt_code_effect effect);

#ifdef __cplusplus
}
#endif

#endif
