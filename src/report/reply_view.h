/*
 * reply_view.h - what is known of a provider's reply, as reports show it
 */
#ifndef REPORT_REPLY_VIEW_H
#define REPORT_REPLY_VIEW_H

#include <stdbool.h>

#include "rcptcheck/providers.h"

/* The row that is meant, or several that one code stands for. */
struct reply_view {
    const struct rcpt_provider_reply *row; /* NULL: none, or not decided */
    const char *provider;                  /* whose rows are looked at; NULL: not known */
    const struct rcpt_code_name *code;
    bool open;     /* not decided: reply_view_next() has the candidates */
    bool has_code; /* a code was found at all */
};

/* `line` is NULL where only a code was given: its rows then decide only if there is one. */
struct reply_view reply_view_of(const struct rcpt_bounce *bounce, const char *line);

/* The candidate after `last`, the first one for NULL; NULL for no more. */
const struct rcpt_provider_reply *reply_view_next(const struct reply_view *view,
                                                  const struct rcpt_provider_reply *last);

#endif
