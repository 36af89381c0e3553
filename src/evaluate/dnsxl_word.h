/*
 * dnsxl_word.h - what the A records of one answer of a list say
 */
#ifndef EVALUATE_DNSXL_WORD_H
#define EVALUATE_DNSXL_WORD_H

#include <stdbool.h>

#include "dns/answer.h"
#include "rcptcheck/lists.h"
#include "util/arena.h"

/* Several can hold at once. */
struct dnsxl_word {
    bool there;                 /* some record is within 127.0.0.0/8 */
    bool listed;                /* some record says so */
    bool allowed;               /* some record is a good word */
    const char *refused;        /* the first error code, or NULL */
    const char *refusal;        /* what it means; "" if refused is NULL */
    const char *strange;        /* the first code that the list does not document, or NULL */
    const char *outside;        /* the first record outside 127.0.0.0/8, or NULL */
    const char *const *codes;   /* all records, in ascending order, each once, ended by NULL */
    const char *const *meaning; /* of those that say something of the subject, ended by NULL */
};

/* Every status but DNS_NOERROR says nothing: all false. */
void dnsxl_word_read(struct arena *arena, const struct rcpt_list *list,
                     const struct dns_answer *answer, struct dnsxl_word *word);

#endif
