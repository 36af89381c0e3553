/*
 * text_catalog.c - the tables of codes and rules for people, in columns
 *
 * A row a line: what it is first, its source or reason last. A terminal of 80 columns shows every
 * table whole (columns.h).
 */
#include "report/code_text.h"
#include "report/columns.h"
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
    VERDICT = 8,
    CERTAINTY = 9,
    STAGE = 9,
    BY = 10
};

static void add_reply(struct buffer *out, const struct report_style *style,
                      const struct rcpt_reply_code *code)
{
    struct columns row = {.out = out, .style = style};
    struct rcpt_code_name name = {.code = code->code};
    const struct rcpt_code_class *class = rcpt_code_class_find(code->code / 100);
    char text[CODE_TEXT_SIZE];
    columns_add(&row, REPLY, code_name_text(text, &name));
    columns_add(&row, NAME, code->name);
    columns_add(&row, LABEL, class == NULL ? "" : class->label);
    columns_add(&row, STANDING, code->status);
    columns_end(&row, code->source);
}

static void add_enhanced(struct buffer *out, const struct report_style *style,
                         const struct rcpt_enhanced_code *code)
{
    struct columns row = {.out = out, .style = style};
    struct rcpt_code_name name = {.enhanced = {0, code->subject, code->detail}};
    char text[CODE_TEXT_SIZE], classes[CLASSES];
    size_t used = 0;
    for (const char *digit = code->classes; *digit != '\0' && used + 2 < sizeof classes; digit++) {
        if (used > 0)
            classes[used++] = ' ';
        classes[used++] = *digit;
    }
    classes[used] = '\0';
    columns_add(&row, ENHANCED, code_name_text(text, &name));
    columns_add(&row, NAME, code->name);
    columns_add(&row, CLASSES, classes);
    columns_end(&row, code->source);
}

void text_catalog_codes(struct buffer *out, const struct report_style *style)
{
    const struct rcpt_reply_code *reply;
    const struct rcpt_enhanced_code *enhanced;
    columns_title(out, style, "Reply codes: code, name, class, status, source");
    for (size_t i = 0; (reply = rcpt_reply_code_at(i)) != NULL; i++)
        add_reply(out, style, reply);
    buffer_add_char(out, '\n');
    columns_title(out, style, "Enhanced status codes: code, name, classes, source");
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
    struct columns row = {.out = out, .style = style};
    struct rcpt_code_name code = {.code = rule->code};
    char text[CODE_TEXT_SIZE];
    columns_add(&row, id, rule->id);
    columns_add(&row, REPLY + 1, code_name_text(text, &code));
    columns_add(&row, ENHANCED, code_enhanced_text(text, rule->enhanced));
    /* A risk does not decide: the verdict in its row is what it would mean alone. */
    columns_add(&row, VERDICT, rule->risk ? "risk" : rcpt_verdict_name(rule->verdict));
    columns_add(&row, CERTAINTY, rcpt_certainty_name(rule->certainty));
    columns_add(&row, STAGE, rcpt_stage_name(rule->stage));
    columns_add(&row, BY, rcpt_by_name(rule->by));
    columns_end(&row, rule->reason);
    if (!style->verbose)
        return;
    wrap_field_at(out, style, (size_t)TEXT_INDENT * 2, TEXT_HANG, "fix", rule->fix);
    wrap_field_at(out, style, (size_t)TEXT_INDENT * 2, TEXT_HANG, "source", rule->source);
}

void text_catalog_rules(struct buffer *out, const struct report_style *style)
{
    const struct rcpt_rule *rule;
    size_t id = id_columns();
    columns_title(out, style,
                  "Rules: id, code, enhanced code, verdict, certainty, stage, by, reason");
    for (size_t i = 0; (rule = rcpt_rule_at(i)) != NULL; i++)
        add_rule(out, style, rule, id);
}
