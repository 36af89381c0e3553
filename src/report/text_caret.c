/*
 * text_caret.c - an input with a caret under the octet that is wrong
 *
 * The position counts octets of the input as it was given, but what is shown is its safe form
 * (util/utf8.h), where one octet may stand as \xFF and one character as \u{202E}. So the safe text
 * is walked unit by unit, and each unit counts as the octets that it stands for. An input wider
 * than the line is shown as a window around the caret.
 *
 * Limits: an input that itself holds the text "\xFF" is taken for the octet; the caret
 * then stands some columns too far to the right.
 */
#include <stdlib.h>
#include <string.h>

#include "report/text_parts.h"
#include "report/wrap.h"
#include "util/utf8.h"

/* One unit of safe text. */
struct unit {
    size_t length;  /* in the safe text */
    size_t octets;  /* in the input */
    size_t columns; /* on the screen */
};

static size_t octets_of_character(unsigned long character)
{
    return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
}

/* "\xNN" or "\u{NNNN}" at the start of text: its length, or 0. */
static size_t escape_length(const char *text)
{
    static const char hexadecimal[] = "0123456789ABCDEF";
    if (text[0] != '\\')
        return 0;
    if (text[1] == 'x' && strspn(text + 2, hexadecimal) >= 2 && text[2] >= '8')
        return 4;
    if (text[1] != 'u' || text[2] != '{')
        return 0;
    size_t digits = strspn(text + 3, hexadecimal);
    return digits >= 4 && digits <= 6 && text[3 + digits] == '}' ? digits + 4 : 0;
}

static struct unit unit_at(const char *text)
{
    size_t length = escape_length(text);
    if (length == 4)
        return (struct unit){4, 1, 4};
    if (length > 0)
        return (struct unit){length, octets_of_character(strtoul(text + 3, NULL, 16)), length};

    uint32_t character;
    char alone[5] = {0};
    length = utf8_decode(text, strlen(text), &character);
    if (length == 0)
        length = 1;
    memcpy(alone, text, length);
    return (struct unit){length, length, utf8_columns(alone)};
}

/* Moves over whole units while fewer than `columns` columns lie behind; returns the place. */
static const char *skip_columns(const char *text, size_t columns, size_t *skipped)
{
    *skipped = 0;
    while (*text != '\0' && *skipped < columns) {
        struct unit unit = unit_at(text);
        *skipped += unit.columns;
        text += unit.length;
    }
    return text;
}

/* The columns before the octet; false where the text ends before it. The place just after the last
 * octet counts: something may be missing there. */
static bool columns_before(const char *text, size_t position, size_t *columns)
{
    size_t octet = 0;
    *columns = 0;
    while (*text != '\0') {
        struct unit unit = unit_at(text);
        if (position < octet + unit.octets)
            return true;
        octet += unit.octets;
        *columns += unit.columns;
        text += unit.length;
    }
    return position == octet;
}

/* As much of the text as fits into `room` columns, with an ellipsis where more follows. */
static void add_window(struct buffer *out, const char *text, size_t room)
{
    if (utf8_columns(text) <= room) {
        buffer_add(out, text);
        return;
    }
    size_t used = 0;
    while (*text != '\0') {
        struct unit unit = unit_at(text);
        if (used + unit.columns + 3 > room)
            break;
        buffer_add_bytes(out, text, unit.length);
        used += unit.columns;
        text += unit.length;
    }
    buffer_add(out, "...");
}

void text_caret(struct buffer *out, const struct report_style *style, const char *input,
                size_t position)
{
    size_t before;
    if (*input == '\0' || !columns_before(input, position, &before))
        return;
    size_t width = style->width < WRAP_MIN_WIDTH ? WRAP_MIN_WIDTH : style->width;
    size_t room = width - TEXT_HANG - 1; /* the caret may stand after the last character */

    size_t skipped = 0;
    const char *start = input;
    if (utf8_columns(input) > room && before > room / 2)
        start = skip_columns(input, before - room / 2, &skipped);
    size_t lead = start == input ? 0 : 3;

    buffer_add_repeat(out, ' ', TEXT_HANG);
    buffer_add(out, lead > 0 ? "..." : "");
    add_window(out, start, room - lead);
    buffer_add_char(out, '\n');
    buffer_add_repeat(out, ' ', TEXT_HANG + lead + before - skipped);
    wrap_toned(out, style, WRAP_RED, "^");
    buffer_add_char(out, '\n');
}
