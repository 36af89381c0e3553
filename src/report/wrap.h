/*
 * wrap.h - text laid out in columns: labels, wrapped paragraphs, colour
 *
 * All text given here must be safe text (util/utf8.h). Lines break at spaces only and are filled to
 * style->width; a single word that is wider stands alone on its line and is never cut. Spaces
 * inside a line are kept as they are.
 */
#ifndef REPORT_WRAP_H
#define REPORT_WRAP_H

#include <stddef.h>

#include "report/report.h"
#include "util/buffer.h"

enum {
    WRAP_LABEL = 12,    /* the column, from 0, where the text of a field starts */
    WRAP_MIN_WIDTH = 40 /* a narrower style is laid out as this wide */
};

/* What SGR can say; nothing is written unless style->color. */
enum wrap_tone { WRAP_PLAIN, WRAP_BOLD, WRAP_DIM, WRAP_RED, WRAP_GREEN, WRAP_YELLOW };

void wrap_tone_on(struct buffer *out, const struct report_style *style, enum wrap_tone tone);
void wrap_tone_off(struct buffer *out, const struct report_style *style, enum wrap_tone tone);
/* The text in a tone, without wrapping and without an end of line. */
void wrap_toned(struct buffer *out, const struct report_style *style, enum wrap_tone tone,
                const char *text);

/* Goes on with a line that has `column` columns filled: the text, its further lines indented by
 * `indent` columns, and an end of line. The base of the functions below. */
void wrap_text(struct buffer *out, const struct report_style *style, size_t column, size_t indent,
               const char *text);

/* A paragraph, each line indented. */
void wrap_paragraph(struct buffer *out, const struct report_style *style, size_t indent,
                    const char *text);

/* A list item: indent, marker ("-", "1."), a space, the text hanging after it. */
void wrap_item(struct buffer *out, const struct report_style *style, size_t indent,
               const char *marker, const char *text);

/* A field: the label (dim) from column 0, the text from WRAP_LABEL on; an empty label serves for
 * more lines of the same field. An empty text writes nothing. */
void wrap_field(struct buffer *out, const struct report_style *style, const char *label,
                const char *text);

/* As wrap_field(), the label after `indent` columns, the text from column `hang` on. */
void wrap_field_at(struct buffer *out, const struct report_style *style, size_t indent, size_t hang,
                   const char *label, const char *text);

/* The text and as many spaces as fill `columns`; at least one space. For aligned tables. */
void wrap_cell(struct buffer *out, const char *text, size_t columns);

#endif
