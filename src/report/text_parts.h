/*
 * text_parts.h - the parts of a result's text that have a file of their own
 */
#ifndef REPORT_TEXT_PARTS_H
#define REPORT_TEXT_PARTS_H

#include "report/listing_count.h"
#include "report/report.h"

enum {
    TEXT_INDENT = 2,        /* where the labels of a result stand */
    TEXT_HANG = 12,         /* where their texts stand */
    TEXT_MOST_LINES = 6,    /* evidence that is shown unless verbose */
    TEXT_MOST_HOSTS = 8,    /* mail hosts, likewise */
    TEXT_MOST_ADDRESSES = 4 /* addresses of one host, likewise */
};

/* A field whose further lines hang `more` columns deeper than its first. */
void text_field(struct buffer *out, const struct report_style *style, const char *label,
                const char *text, size_t more);

/* The route: its status in words, then its hosts, aligned. Why a look-up failed is left out where
 * it is one of the texts `told`, ended by NULL, that the report shows anyway. */
void text_route(struct buffer *out, const struct report_style *style, const struct rcpt_mx *mx,
                const char *const *told);

/* Named problems, cut unless verbose. */
void text_notes(struct buffer *out, const struct report_style *style,
                const struct rcpt_problem *problem);

/* The recipient's provider and the mail host that it is known by; nothing if it is not known. */
void text_provider(struct buffer *out, const struct report_style *style,
                   const struct rcpt_result *result);

/* The sending side: reverse DNS, HELO, MAIL FROM, listings, and what was not looked at. */
void text_sender(struct buffer *out, const struct report_style *style,
                 const struct rcpt_sender *sender);
/* Says that nothing was given of the sending side. */
void text_no_sender(struct buffer *out, const struct report_style *style);

/* "192.0.2.1: LISTED on 2 of 19 lists", after `indent` columns that are already filled. */
void text_listing_sum(struct buffer *out, const struct report_style *style, const char *subject,
                      const struct listing_counts *counts, size_t indent);

/* "and 3 more (-v shows them)"; nothing for 0. */
void text_hidden(struct buffer *out, const struct report_style *style, size_t hidden);

/* The input with a caret under the octet that an address error names. Nothing where that octet
 * cannot be found in the safe text. */
void text_caret(struct buffer *out, const struct report_style *style, const char *input,
                size_t position);

#endif
