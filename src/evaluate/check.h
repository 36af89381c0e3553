/*
 * check.h - what a check is, and the table of all of them
 *
 * A check reads the recipient and DNS (dns/dns.h) and writes one struct of findings. It is pure: no
 * clock, no network, no memory beside its arena, so a test gives it a table of answers and reads
 * what it found. It is run again from its start until it returns CHECK_DONE, and writes its
 * findings only then; what it allocated before CHECK_WAIT is gone. Findings hold nothing of DNS's
 * memory: names and texts are copied into the arena.
 *
 * To add a check: one file here, one row in check.c, one field in struct findings.
 */
#ifndef EVALUATE_CHECK_H
#define EVALUATE_CHECK_H

#include "dns/dns.h"
#include "rcptcheck/providers.h"
#include "rcptcheck/result.h"
#include "util/arena.h"

enum check_state { CHECK_WAIT, CHECK_DONE };

/* What is known of a recipient. NULL: not looked at. */
struct findings {
    const char *input;                  /* the recipient as given, safe text */
    const struct rcpt_address *address; /* set before the first check */
    const struct rcpt_mx *mx;
    const struct rcpt_provider *provider; /* whose mail hosts they are; NULL: not known */
    const struct rcpt_sender *sender;     /* the sending side, the same for all recipients */
    /* A mail host whose address could not be had does answer for MX: some servers then take "no
     * address" for the last word (measured: Sendmail 8.17). Says how sure a deferral is; of no use
     * to anybody else. */
    bool mx_target_answers;
};

struct check {
    const char *name;
    enum check_state (*run)(struct arena *arena, struct dns *dns, struct findings *findings);
};

/* Checks in the order in which they are run, NULL past the last. */
const struct check *check_at(unsigned index);

enum check_state mx_check(struct arena *arena, struct dns *dns, struct findings *findings);

#endif
