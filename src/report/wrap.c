/*
 * wrap.c - text laid out in columns: labels, wrapped paragraphs, colour
 *
 * Lines break at spaces only, so that names, records and addresses can be copied from a report. A
 * break swallows the spaces around it; spaces that stay inside a line are kept, since they may be
 * part of a DNS record. Columns are those of utf8_columns().
 *
 * Limits: input must be safe text (util/utf8.h): no tabs, no line ends, no control sequences.
 */
#include "report/wrap.h"

#include <string.h>

#include "util/utf8.h"

/* Select Graphic Rendition of ECMA-48, by tone. */
static const char *const sgr[] = {
    [WRAP_PLAIN] = "",         [WRAP_BOLD] = "\033[1m",   [WRAP_DIM] = "\033[2m",
    [WRAP_RED] = "\033[1;31m", [WRAP_GREEN] = "\033[32m", [WRAP_YELLOW] = "\033[33m",
};

void wrap_tone_on(struct buffer *out, const struct report_style *style, enum wrap_tone tone)
{
    if (style->color && tone != WRAP_PLAIN)
        buffer_add(out, sgr[tone]);
}

void wrap_tone_off(struct buffer *out, const struct report_style *style, enum wrap_tone tone)
{
    if (style->color && tone != WRAP_PLAIN)
        buffer_add(out, "\033[0m");
}

void wrap_toned(struct buffer *out, const struct report_style *style, enum wrap_tone tone,
                const char *text)
{
    wrap_tone_on(out, style, tone);
    buffer_add(out, text);
    wrap_tone_off(out, style, tone);
}

/* Octets that continue a character: they start no column of their own. */
static bool continues_character(char c)
{
    return ((unsigned char)c & 0xC0u) == 0x80u;
}

/* Columns of the first `length` octets of text: characters are measured one at a time, so that no
 * copy of the word is needed. */
static size_t columns_of(const char *text, size_t length)
{
    size_t columns = 0;
    for (size_t i = 0; i < length;) {
        char character[8] = {0};
        size_t used = 0;
        do {
            character[used++] = text[i++];
        } while (i < length && used < 4 && continues_character(text[i]));
        columns += utf8_columns(character);
    }
    return columns;
}

void wrap_text(struct buffer *out, const struct report_style *style, size_t column, size_t indent,
               const char *text)
{
    size_t width = style->width < WRAP_MIN_WIDTH ? WRAP_MIN_WIDTH : style->width;
    bool first = true; /* nothing of this text stands on the line yet */
    while (*text != '\0') {
        size_t spaces = strspn(text, " ");
        size_t word = strcspn(text + spaces, " ");
        if (word == 0)
            break;
        size_t columns = columns_of(text + spaces, word);
        size_t gap = first ? 0 : spaces;
        /* A word that is too wide even for a line of its own is not moved to an empty one. */
        if (column + gap + columns > width && !(first && column <= indent)) {
            buffer_add_char(out, '\n');
            buffer_add_repeat(out, ' ', indent);
            column = indent;
            gap = 0;
        }
        buffer_add_repeat(out, ' ', gap);
        buffer_add_bytes(out, text + spaces, word);
        column += gap + columns;
        text += spaces + word;
        first = false;
    }
    buffer_add_char(out, '\n');
}

void wrap_paragraph(struct buffer *out, const struct report_style *style, size_t indent,
                    const char *text)
{
    buffer_add_repeat(out, ' ', indent);
    wrap_text(out, style, indent, indent, text);
}

void wrap_item(struct buffer *out, const struct report_style *style, size_t indent,
               const char *marker, const char *text)
{
    size_t hang = indent + utf8_columns(marker) + 1;
    buffer_add_repeat(out, ' ', indent);
    buffer_add(out, marker);
    buffer_add_char(out, ' ');
    wrap_text(out, style, hang, hang, text);
}

void wrap_field_at(struct buffer *out, const struct report_style *style, size_t indent, size_t hang,
                   const char *label, const char *text)
{
    if (*text == '\0')
        return;
    size_t column = indent + utf8_columns(label);
    size_t gap = column < hang ? hang - column : 1;
    buffer_add_repeat(out, ' ', indent);
    if (*label != '\0')
        wrap_toned(out, style, WRAP_DIM, label);
    buffer_add_repeat(out, ' ', gap);
    wrap_text(out, style, column + gap, hang, text);
}

void wrap_field(struct buffer *out, const struct report_style *style, const char *label,
                const char *text)
{
    wrap_field_at(out, style, 0, WRAP_LABEL, label, text);
}

void wrap_cell(struct buffer *out, const char *text, size_t columns)
{
    size_t used = utf8_columns(text);
    buffer_add(out, text);
    buffer_add_repeat(out, ' ', used < columns ? columns - used : 1);
}
