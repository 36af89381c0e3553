/*
 * dnsxl_trial.h - whether a list can be believed: its test entries are asked beside the subject
 */
#ifndef EVALUATE_DNSXL_TRIAL_H
#define EVALUATE_DNSXL_TRIAL_H

#include "evaluate/dnsxl.h"
#include "evaluate/dnsxl_word.h"

/* The questions that a zone is asked. */
enum dnsxl_probe_kind {
    DNSXL_TEST_LISTED,
    DNSXL_TEST_UNLISTED,
    DNSXL_TEST_RANDOM,
    DNSXL_SUBJECT,
    DNSXL_PROBES
};

struct dnsxl_probe {
    const char *shown;               /* the name that is asked, with {key}; NULL: not asked */
    const struct dns_answer *answer; /* NULL: the name is longer than DNS allows */
    struct dnsxl_word word;
};

struct dnsxl_trial {
    struct arena *arena;
    const struct dnsxl_zone *zone;
    struct dnsxl_probe probes[DNSXL_PROBES];
    const char *question; /* the subject's name, with the key */
    const struct dns_answer
        *apex; /* SOA of a zone without an entry that must be listed; NULL: not asked */
};

/* Why no answer of the list counts. */
struct dnsxl_doubt {
    enum rcpt_listing_status status;
    const char *const *codes; /* the answers that say so, ended by NULL; never NULL itself */
    const char *reason, *remedy;
};

/* Asks all questions. False if an answer is still to come. `labels` is the subject below the zone.
 */
bool dnsxl_trial_ask(struct dnsxl_trial *trial, struct dns *dns,
                     const struct dnsxl_subject *subject, const char *labels, const char *nonce);

/* Whether there is a reason not to believe the list; then *doubt is written. All answers must be
 * there. */
bool dnsxl_trial_doubt(const struct dnsxl_trial *trial, struct dnsxl_doubt *doubt);

#endif
