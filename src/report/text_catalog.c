/*
 * text_catalog.c - the tables of codes and rules for people, in columns
 *
 * A row a line: what it is first, its source or reason last. The last column is wrapped inside its
 * own columns where the width leaves room for that, and else starts on the next line, so that a
 * terminal of 80 columns shows every table whole.
 */
#include "report/code_text.h"
#include "report/report.h"
#include "report/text_parts.h"
#include "report/wrap.h"
#include "util/utf8.h"

/* Widths of columns, with the gap behind them. */
enum {
    REPLY = 4,
    ENHANCED = 8,
    NAME = 37,
    LABEL = 5,
    CLASSES = 7,
    STANDING = 12,
    VERDICT = 9,
    CERTAINTY = 11,
    STAGE = 9,
    BY = 10,
    LEAST = 22 /* for the last column; below that it goes on the next line */
};

/* A row that is being written: `filled` columns have text, and the next cell starts at `next`. */
struct row {
    struct buffer *out;
    const struct report_style *style;
    size_t filled, next;
};

/* Space is written before a cell, not behind it, so that no line ends with space. */
static void add_cell(struct row *row, size_t columns, const char *text)
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

static void end_row(struct row *row, const char *text)
{
    if (row->next + LEAST <= row->style->width) {
        buffer_add_repeat(row->out, ' ', row->next - row->filled);
        wrap_text(row->out, row->style, row->next, row->next, text);
        return;
    }
    buffer_add_char(row->out, '\n');
    wrap_paragraph(row->out, row->style, (size_t)TEXT_INDENT * 2, text);
}

static void add_title(struct buffer *out, const struct report_style *style, const char *title)
{
    wrap_toned(out, style, WRAP_BOLD, title);
    buffer_add_char(out, '\n');
}

static void add_reply(struct buffer *out, const struct report_style *style,
                      const struct rcpt_reply_code *code)
{
    struct row row = {.out = out, .style = style};
    struct rcpt_code_name name = {.code = code->code};
    const struct rcpt_code_class *class = rcpt_code_class_find(code->code / 100);
    char text[CODE_TEXT_SIZE];
    add_cell(&row, REPLY, code_name_text(text, &name));
    add_cell(&row, NAME, code->name);
    add_cell(&row, LABEL, class == NULL ? "" : class->label);
    add_cell(&row, STANDING, code->status);
    end_row(&row, code->source);
}

static void add_enhanced(struct buffer *out, const struct report_style *style,
                         const struct rcpt_enhanced_code *code)
{
    struct row row = {.out = out, .style = style};
    struct rcpt_code_name name = {.enhanced = {0, code->subject, code->detail}};
    char text[CODE_TEXT_SIZE], classes[CLASSES];
    size_t used = 0;
    for (const char *digit = code->classes; *digit != '\0' && used + 2 < sizeof classes; digit++) {
        if (used > 0)
            classes[used++] = ' ';
        classes[used++] = *digit;
    }
    classes[used] = '\0';
    add_cell(&row, ENHANCED, code_name_text(text, &name));
    add_cell(&row, NAME, code->name);
    add_cell(&row, CLASSES, classes);
    end_row(&row, code->source);
}

void text_catalog_codes(struct buffer *out, const struct report_style *style)
{
    const struct rcpt_reply_code *reply;
    const struct rcpt_enhanced_code *enhanced;
    add_title(out, style, "Reply codes: code, name, class, status, source");
    for (size_t i = 0; (reply = rcpt_reply_code_at(i)) != NULL; i++)
        add_reply(out, style, reply);
    buffer_add_char(out, '\n');
    add_title(out, style, "Enhanced status codes: code, name, classes, source");
    for (size_t i = 0; (enhanced = rcpt_enhanced_code_at(i)) != NULL; i++)
        add_enhanced(out, style, enhanced);
}

/* The width of the column of ids, which the longest one sets. */
static size_t id_columns(void)
{
    const struct rcpt_rule *rule;
    size_t most = 0;
    for (size_t i = 0; (rule = rcpt_rule_at(i)) != NULL; i++)
        if (utf8_columns(rule->id) > most)
            most = utf8_columns(rule->id);
    return most + 2;
}

static void add_rule(struct buffer *out, const struct report_style *style,
                     const struct rcpt_rule *rule, size_t id)
{
    struct row row = {.out = out, .style = style};
    struct rcpt_code_name code = {.code = rule->code};
    char text[CODE_TEXT_SIZE];
    add_cell(&row, id, rule->id);
    add_cell(&row, REPLY + 1, code_name_text(text, &code));
    add_cell(&row, ENHANCED, code_enhanced_text(text, rule->enhanced));
    /* A risk does not decide: the verdict in its row is what it would mean alone. */
    add_cell(&row, VERDICT, rule->risk ? "risk" : rcpt_verdict_name(rule->verdict));
    add_cell(&row, CERTAINTY, rcpt_certainty_name(rule->certainty));
    add_cell(&row, STAGE, rcpt_stage_name(rule->stage));
    add_cell(&row, BY, rcpt_by_name(rule->by));
    end_row(&row, rule->reason);
    if (!style->verbose)
        return;
    wrap_field_at(out, style, (size_t)TEXT_INDENT * 2, TEXT_HANG, "fix", rule->fix);
    wrap_field_at(out, style, (size_t)TEXT_INDENT * 2, TEXT_HANG, "source", rule->source);
}

void text_catalog_rules(struct buffer *out, const struct report_style *style)
{
    const struct rcpt_rule *rule;
    size_t id = id_columns();
    add_title(out, style, "Rules: id, code, enhanced code, verdict, certainty, stage, by, reason");
    for (size_t i = 0; (rule = rcpt_rule_at(i)) != NULL; i++)
        add_rule(out, style, rule, id);
}
