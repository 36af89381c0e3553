/*
 * listing_count.h - what lists say of a subject, counted
 */
#ifndef REPORT_LISTING_COUNT_H
#define REPORT_LISTING_COUNT_H

#include <stdbool.h>
#include <stddef.h>

#include "rcptcheck/lists.h"
#include "util/buffer.h"

struct listing_counts {
    size_t lists;             /* all, allow lists among them */
    size_t listed;            /* lists that have the subject */
    size_t severe;            /* those of them whose severity is medium or high */
    size_t clear;             /* block lists that do not have it */
    size_t allowed;           /* allow lists that have it */
    size_t absent;            /* allow lists that do not have it */
    size_t failed;            /* lists that could not be asked, whatever came between */
    enum rcpt_severity worst; /* of the lists that have it */
};

/* Counts what is said of one subject, or of all where it is NULL. */
struct listing_counts listing_counts_of(const struct rcpt_listing *listing, const char *subject);

/* Whether the list's word was not had: neither listed nor not listed may be said then. */
bool listing_failed(const struct rcpt_listing *listing);

/* Whether the next list could not be asked about the same subject for the same reason. */
bool listing_goes_on(const struct rcpt_listing *listing);

/* Whether it is an allow list: those have no severity. */
bool listing_is_allow(const struct rcpt_listing *listing);

/* Whether no block list answered, though one should have: nothing may be said of the subject. */
bool listing_counts_unknown(const struct listing_counts *counts);

/* "LISTED", "not listed", "allowed" (no block list answered, an allow list has it) or "UNKNOWN":
 * the word that the counts come to. */
const char *listing_counts_word(const struct listing_counts *counts);

/* What goes behind that word: " on 2 of 19 lists, 1 could not be asked". */
void listing_counts_rest(struct buffer *out, const struct listing_counts *counts);

/* Adds the texts with the separator between them; false if there are none. */
bool listing_texts(struct buffer *out, const char *const *texts, const char *separator);

/* What the list answered: "127.0.0.2, 127.0.0.4: SBL; XBL". Nothing where it answered nothing. */
void listing_answer(struct buffer *out, const struct rcpt_listing *listing);

#endif
