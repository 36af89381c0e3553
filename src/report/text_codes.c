/*
 * text_codes.c - codes for people: explained, compared, and the tables of them
 *
 * A code is a bold heading (digits and name) and labelled fields below it, in the columns of a
 * result. A name of two codes gives a block for each, then the notes on both. A comparison gives
 * the summary, both blocks, the differences, and what to do where each applies. Quiet gives the
 * headings alone, or the summary.
 *
 * The tables stand in columns; where the width is too small for the last column, it goes on the
 * next line.
 */
#include <stdio.h>
#include <string.h>

#include "report/code_compare.h"
#include "report/code_view.h"
#include "report/text_parts.h"
#include "report/wrap.h"
#include "util/utf8.h"

static void field(struct buffer *out, const struct report_style *style, const char *label,
                  const char *text)
{
    wrap_field_at(out, style, TEXT_INDENT, TEXT_HANG, label, text);
}

/* "5xx Permanent Negative; unofficial" */
static void add_class(struct buffer *out, const struct report_style *style,
                      const struct code_view *view)
{
    char text[80];
    const char *label = view->class == NULL ? "open" : view->class->label;
    const char *name = view->class == NULL ? "" : view->class->name;
    snprintf(text, sizeof text, "%s%s%s%s%s", label, *name == '\0' ? "" : " ", name,
             *view->standing == '\0' ? "" : "; ", view->standing);
    field(out, style, "class", text);
}

static void add_heading(struct buffer *out, const struct report_style *style, const char *digits,
                        const char *name)
{
    wrap_toned(out, style, WRAP_BOLD, digits);
    buffer_add_char(out, ' ');
    wrap_text(out, style, utf8_columns(digits) + 1, TEXT_HANG, name);
}

static void add_block(struct buffer *out, const struct report_style *style,
                      const struct code_view *view)
{
    add_heading(out, style, view->text, view->name);
    if (style->quiet)
        return;
    add_class(out, style, view);
    field(out, style, "meaning", view->meaning);
    field(out, style, "seen", view->seen);
    field(out, style, "fix", view->fix);
    field(out, style, "with", view->with);
    field(out, style, "source", view->source);
}

/* The notes come a line a note; each is a field of its own. */
static void add_notes(struct buffer *out, const struct report_style *style,
                      const struct rcpt_code_name *name)
{
    struct buffer lines;
    buffer_init(&lines);
    code_notes(&lines, name);
    char *line = lines.data;
    for (char *end; line != NULL && (end = strchr(line, '\n')) != NULL; line = end + 1) {
        *end = '\0';
        field(out, style, "note", line);
    }
    out->failed |= lines.failed;
    buffer_clear(&lines);
}

void text_explain(struct buffer *out, const struct report_style *style,
                  const struct rcpt_code_name *name)
{
    if (name->code != 0) {
        struct code_view reply = code_view_reply(name);
        add_block(out, style, &reply);
    }
    if (code_name_has_enhanced(name)) {
        struct code_view enhanced = code_view_enhanced(name);
        add_block(out, style, &enhanced);
    }
    if (!style->quiet)
        add_notes(out, style, name);
}

/* A sentence of a comparison, made in a buffer of its own so that it can be wrapped. */
static void add_differences(struct buffer *out, const struct report_style *style,
                            const struct code_compare *pair)
{
    struct buffer text;
    buffer_init(&text);
    wrap_toned(out, style, WRAP_BOLD, "Key differences");
    buffer_add_char(out, '\n');
    for (size_t i = 0; code_compare_difference(&text, pair, i); i++) {
        char marker[8];
        snprintf(marker, sizeof marker, "%u.", (unsigned)i + 1);
        wrap_item(out, style, TEXT_INDENT, marker, buffer_text(&text));
        out->failed |= text.failed;
        buffer_reset(&text);
    }
    buffer_clear(&text);
}

static void add_when(struct buffer *out, const struct report_style *style,
                     const struct code_compare *pair)
{
    struct buffer text;
    buffer_init(&text);
    wrap_toned(out, style, WRAP_BOLD, "When which applies");
    buffer_add_char(out, '\n');
    for (size_t side = 0; code_compare_when(&text, pair, side); side++) {
        wrap_item(out, style, TEXT_INDENT, "-", buffer_text(&text));
        out->failed |= text.failed;
        buffer_reset(&text);
    }
    buffer_clear(&text);
}

/* "252 Cannot Verify User vs 554 Transaction Failed", then both in sentences. */
static void add_summary(struct buffer *out, const struct report_style *style,
                        const struct code_compare *pair)
{
    const struct code_view *first = &pair->sides[0], *second = &pair->sides[1];
    struct buffer text;
    buffer_init(&text);
    buffer_printf(&text, "%s %s vs %s %s", first->text, first->name, second->text, second->name);
    wrap_tone_on(out, style, WRAP_BOLD);
    wrap_text(out, style, 0, TEXT_INDENT, buffer_text(&text));
    wrap_tone_off(out, style, WRAP_BOLD);
    out->failed |= text.failed;
    buffer_reset(&text);
    if (!style->quiet) {
        code_compare_summary(&text, pair);
        wrap_paragraph(out, style, 0, buffer_text(&text));
        out->failed |= text.failed;
    }
    buffer_clear(&text);
}

void text_compare(struct buffer *out, const struct report_style *style,
                  const struct rcpt_code_name *first, const struct rcpt_code_name *second)
{
    struct code_compare pair = code_compare_of(first, second);
    add_summary(out, style, &pair);
    if (style->quiet)
        return;
    buffer_add_char(out, '\n');
    text_explain(out, style, first);
    buffer_add_char(out, '\n');
    if (!pair.same) {
        text_explain(out, style, second);
        buffer_add_char(out, '\n');
    }
    add_differences(out, style, &pair);
    buffer_add_char(out, '\n');
    add_when(out, style, &pair);
}
