/*
 * codes.h - reply codes (RFC 5321) and enhanced status codes (RFC 3463, RFC 5248), explained
 *
 * The tables are constant data: nothing here allocates, and what is returned is never freed.
 */
#ifndef RCPTCHECK_CODES_H
#define RCPTCHECK_CODES_H

#include <stdbool.h>
#include <stddef.h>

#include "rcptcheck/export.h"
#include "rcptcheck/result.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One reply code. */
struct rcpt_reply_code {
    unsigned code;      /* 200 to 599 */
    const char *name;   /* "Cannot Verify User" */
    const char *status; /* "standard", "historic" or "unofficial" */
    const char
        *enhanced; /* the enhanced codes it comes with, as text: "5.7.1, 5.6.0"; "" for none */
    const char *meaning; /* what the server says with it */
    const char *seen;    /* when it is seen */
    const char *fix;     /* what to do */
    const char *source;  /* the standard: "RFC 5321 section 4.2.3" */
};

/* One enhanced status code; its class digit is given by the reply it stands in. */
struct rcpt_enhanced_code {
    unsigned subject, detail; /* X.7.26 is 7, 26 */
    const char *name;         /* "Several authentication checks failed" */
    const char *classes;      /* the class digits it is used with: "45"; "" for none */
    const char
        *replies; /* the reply codes it comes with, as text; "" where the registry gives none */
    const char *meaning;
    const char *seen;
    const char *fix;
    const char *source;
};

/* What the first digit says (RFC 5321 section 4.2.1, RFC 3463 section 3.1); it decides for unknown
 * codes. */
struct rcpt_code_class {
    unsigned digit;      /* 2 to 5 */
    const char *label;   /* "5xx" */
    const char *name;    /* "Permanent Negative" */
    const char *meaning; /* one sentence */
    const char *fix;     /* what it asks of the client */
};

/* What a text such as "554", "5.7.1", "550-5.7.26" or "550 5.7.26" names. There is always one of
 * the two: without a reply code, an enhanced code of { 0, 0, 0 } is X.0.0. */
struct rcpt_code_name {
    unsigned code; /* 0 for none */
    struct rcpt_enhanced
        enhanced; /* { 0, 0, 0 } for none; status 0 with subject or detail set: "X.7.1" */
};

/* Rows by index from 0, in ascending order; NULL past the last. */
RCPT_API const struct rcpt_reply_code *rcpt_reply_code_at(size_t index);
RCPT_API const struct rcpt_enhanced_code *rcpt_enhanced_code_at(size_t index);

/* The row of a code, or NULL where the tables do not have it. */
RCPT_API const struct rcpt_reply_code *rcpt_reply_code_find(unsigned code);
RCPT_API const struct rcpt_enhanced_code *rcpt_enhanced_code_find(unsigned subject,
                                                                  unsigned detail);

/* The class of a first digit, or NULL unless it is 2 to 5. */
RCPT_API const struct rcpt_code_class *rcpt_code_class_find(unsigned digit);

/* Reads a code from text. False, with *position set to the octet (from 0) that does not fit, if the
 * text is no code. `name` and `position` are the caller's and must not be NULL. */
RCPT_API bool rcpt_code_parse(const char *text, struct rcpt_code_name *name, size_t *position);

#ifdef __cplusplus
}
#endif

#endif
