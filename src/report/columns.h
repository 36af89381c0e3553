/*
 * columns.h - a row of a table for people: cells at fixed columns, the last one wrapped
 *
 *   struct columns row = {.out = out, .style = style};
 *   columns_add(&row, 8, "550");
 *   columns_end(&row, "Mailbox Unavailable");
 *
 * A cell that is too long pushes the next one to the right. The last cell is wrapped inside its own
 * columns where the width leaves room for that, and else stands on the next line.
 */
#ifndef REPORT_COLUMNS_H
#define REPORT_COLUMNS_H

#include <stddef.h>

#include "report/report.h"

/* A row that is being written: `filled` columns have text, and the next cell starts at `next`. */
struct columns {
    struct buffer *out;
    const struct report_style *style;
    size_t filled, next;
};

/* The line above a table. */
void columns_title(struct buffer *out, const struct report_style *style, const char *title);

/* A cell of so many columns, with the gap behind it; an empty one leaves them free. */
void columns_add(struct columns *row, size_t columns, const char *text);

/* The last cell and the end of the line; an empty one ends the line only. */
void columns_end(struct columns *row, const char *text);

#endif
