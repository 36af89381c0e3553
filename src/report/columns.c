/*
 * columns.c - a row of a table for people: cells at fixed columns, the last one wrapped
 *
 * Space is written before a cell, not behind it, so that no line ends with space. Texts must be
 * safe text (util/utf8.h). The last cell needs a few words' room; a terminal that is too narrow for
 * that gets it on a line of its own, indented.
 */
#include "report/columns.h"

#include "report/text_parts.h"
#include "report/wrap.h"
#include "util/utf8.h"

enum { LEAST = 18 /* for the last cell; below that it goes on the next line */ };

void columns_title(struct buffer *out, const struct report_style *style, const char *title)
{
    wrap_toned(out, style, WRAP_BOLD, title);
    buffer_add_char(out, '\n');
}

void columns_add(struct columns *row, size_t columns, const char *text)
{
    if (*text != '\0') {
        buffer_add_repeat(row->out, ' ', row->next - row->filled);
        buffer_add(row->out, text);
        row->filled = row->next + utf8_columns(text);
    }
    row->next += columns;
    if (row->next <= row->filled)
        row->next = row->filled + 1;
}

void columns_end(struct columns *row, const char *text)
{
    if (*text == '\0') {
        buffer_add_char(row->out, '\n');
        return;
    }
    if (row->next + LEAST <= row->style->width) {
        buffer_add_repeat(row->out, ' ', row->next - row->filled);
        wrap_text(row->out, row->style, row->next, row->next, text);
        return;
    }
    buffer_add_char(row->out, '\n');
    wrap_paragraph(row->out, row->style, (size_t)TEXT_INDENT * 2, text);
}
