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

/* What came of many subjects of lists, counted: for formats that print one summary. */
struct report_tally;
struct report_tally *report_tally_create(void); /* NULL if memory runs out */
void report_tally_destroy(struct report_tally *tally);
/* Counts a result's listings. False if memory runs out. */
bool report_tally_add(struct report_tally *tally, const struct rcpt_result *result);

/* What it comes to; of several that hold, the later one. */
enum report_sum {
    REPORT_SUM_CLEAR,  /* nothing is listed */
    REPORT_SUM_UNSURE, /* nothing is listed, but a list could not be asked, or none takes it */
    REPORT_SUM_LISTED, /* a list has a subject */
    REPORT_SUM_BAD     /* a subject cannot be asked about */
};
enum report_sum report_tally_sum(const struct report_tally *tally);

/* A format: a function for each kind of answer. Each adds whole lines and never fails but by
 * buffer->failed. NULL: the format has no such answer. */
struct report_format {
    const char *name; /* "text", "json": what --format takes */
    void (*result)(struct buffer *out, const struct report_style *style,
                   const struct rcpt_result *result);
    void (*explain)(struct buffer *out, const struct report_style *style,
                    const struct rcpt_code_name *name);
    /* What a provider means with a code, before what the registry does; `line` is the pasted text
     * or NULL. */
    void (*explain_reply)(struct buffer *out, const struct report_style *style, const char *line,
                          const struct rcpt_bounce *bounce);
    void (*compare)(struct buffer *out, const struct report_style *style,
                    const struct rcpt_code_name *first, const struct rcpt_code_name *second);
    void (*catalog_codes)(struct buffer *out, const struct report_style *style);
    void (*catalog_rules)(struct buffer *out, const struct report_style *style);
    void (*catalog_lists)(struct buffer *out, const struct report_style *style);
    void (*catalog_providers)(struct buffer *out, const struct report_style *style);
    /* What lists say of one subject, as it comes; and the summary behind the last one. */
    void (*listings)(struct buffer *out, const struct report_style *style,
                     const struct rcpt_result *result);
    void (*listings_end)(struct buffer *out, const struct report_style *style,
                         const struct report_tally *tally);
    /* The exit status that goes with the summary; NULL: the command's own. */
    int (*listings_exit)(const struct report_tally *tally);
    void (*resolver)(struct buffer *out, const struct report_style *style,
                     const struct rcpt_resolver_report *report);
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
void text_explain_reply(struct buffer *out, const struct report_style *style, const char *line,
                        const struct rcpt_bounce *bounce);
void text_compare(struct buffer *out, const struct report_style *style,
                  const struct rcpt_code_name *first, const struct rcpt_code_name *second);
void text_catalog_codes(struct buffer *out, const struct report_style *style);
void text_catalog_rules(struct buffer *out, const struct report_style *style);
void text_catalog_lists(struct buffer *out, const struct report_style *style);
void text_catalog_providers(struct buffer *out, const struct report_style *style);
void json_result(struct buffer *out, const struct report_style *style,
                 const struct rcpt_result *result);
void json_explain(struct buffer *out, const struct report_style *style,
                  const struct rcpt_code_name *name);
void json_explain_reply(struct buffer *out, const struct report_style *style, const char *line,
                        const struct rcpt_bounce *bounce);
void json_compare(struct buffer *out, const struct report_style *style,
                  const struct rcpt_code_name *first, const struct rcpt_code_name *second);
void json_catalog_codes(struct buffer *out, const struct report_style *style);
void json_catalog_rules(struct buffer *out, const struct report_style *style);
void json_catalog_lists(struct buffer *out, const struct report_style *style);
void json_catalog_providers(struct buffer *out, const struct report_style *style);

void text_listings(struct buffer *out, const struct report_style *style,
                   const struct rcpt_result *result);
void json_listings(struct buffer *out, const struct report_style *style,
                   const struct rcpt_result *result);
void nagios_listings_end(struct buffer *out, const struct report_style *style,
                         const struct report_tally *tally);
int nagios_exit(const struct report_tally *tally);
void prometheus_listings_end(struct buffer *out, const struct report_style *style,
                             const struct report_tally *tally);
void text_resolver(struct buffer *out, const struct report_style *style,
                   const struct rcpt_resolver_report *report);
void json_resolver(struct buffer *out, const struct report_style *style,
                   const struct rcpt_resolver_report *report);

#endif
