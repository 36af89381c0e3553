/*
 * text_parts.h - the parts of a result's text that have a file of their own
 */
#ifndef REPORT_TEXT_PARTS_H
#define REPORT_TEXT_PARTS_H

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

/* The input with a caret under the octet that an address error names. Nothing where that octet
 * cannot be found in the safe text. */
void text_caret(struct buffer *out, const struct report_style *style, const char *input,
                size_t position);

#endif
