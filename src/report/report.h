/*
 * report.h - finished results in, bytes out: one file a format
 *
 * To add a format: one file here and one row in report.c.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "rcptcheck.h"
#include "util/buffer.h"

/* How text is laid out; JSON ignores it. */
struct report_style {
    bool color;     /* SGR sequences may be used */
    unsigned width; /* columns to fill, at least 40 */
    bool verbose;   /* the whole route and evidence */
    bool quiet;     /* the first line only */
};

/* A format: a function for each kind of answer. Each adds whole lines and never fails but by
 * buffer->failed. */
struct report_format {
    const char *name; /* "text", "json": what --format takes */
    void (*result)(struct buffer *out, const struct report_style *style,
                   const struct rcpt_result *result);
    void (*explain)(struct buffer *out, const struct report_style *style,
                    const struct rcpt_code_name *name);
    void (*compare)(struct buffer *out, const struct report_style *style,
                    const struct rcpt_code_name *first, const struct rcpt_code_name *second);
    void (*catalog_codes)(struct buffer *out, const struct report_style *style);
    void (*catalog_rules)(struct buffer *out, const struct report_style *style);
    /* Goes between two results; "" or "\n". */
    const char *separator;
};

/* The format of that name, or NULL. Rows by index from 0, NULL past the last. */
const struct report_format *report_format_find(const char *name);
const struct report_format *report_format_at(size_t index);

/* ---- the functions of the formats, one file each ---- */
void text_result(struct buffer *out, const struct report_style *style,
                 const struct rcpt_result *result);
void text_explain(struct buffer *out, const struct report_style *style,
                  const struct rcpt_code_name *name);
void text_compare(struct buffer *out, const struct report_style *style,
                  const struct rcpt_code_name *first, const struct rcpt_code_name *second);
void text_catalog_codes(struct buffer *out, const struct report_style *style);
void text_catalog_rules(struct buffer *out, const struct report_style *style);
void json_result(struct buffer *out, const struct report_style *style,
                 const struct rcpt_result *result);
void json_explain(struct buffer *out, const struct report_style *style,
                  const struct rcpt_code_name *name);
void json_compare(struct buffer *out, const struct report_style *style,
                  const struct rcpt_code_name *first, const struct rcpt_code_name *second);
void json_catalog_codes(struct buffer *out, const struct report_style *style);
void json_catalog_rules(struct buffer *out, const struct report_style *style);

#endif
