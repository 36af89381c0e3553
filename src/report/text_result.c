/*
 * text_result.c - one result for people: what to do first, why, on what grounds
 *
 * The first line is the whole answer: recipient, verdict, reply code, and who says it, when, how
 * surely. Below stand labelled fields: reason, fix, evidence, route, the sending side, what may
 * happen besides, notes, and the source with the rule's id. Quiet is the first line alone, not
 * wrapped, so that one recipient is one line; verbose is every prediction in full.
 *
 * Colour marks the verdict and nothing that is not also said in words.
 */
#include <stdio.h>
#include <string.h>

#include "report/code_text.h"
#include "report/text_parts.h"
#include "report/wrap.h"
#include "util/utf8.h"

static const struct {
    const char *word;
    enum wrap_tone tone;
} verdicts[] = {
    [RCPT_ACCEPT] = {"ACCEPT", WRAP_GREEN},
    [RCPT_UNKNOWN] = {"UNKNOWN", WRAP_YELLOW},
    [RCPT_DEFER] = {"DEFER", WRAP_YELLOW},
    [RCPT_REJECT] = {"REJECT", WRAP_RED},
};

/* Who says it and when; one's own server speaks before any connection or about one that it has. */
static const char *const moments[][2] = {
    [RCPT_STAGE_SYNTAX] = {"your server, at once", "their server, at once"},
    [RCPT_STAGE_DNS] = {"your server, before connecting", "their server, after asking DNS"},
    [RCPT_STAGE_CONNECT] = {"your server, on connecting", "their server, in its greeting"},
    [RCPT_STAGE_EHLO] = {"your server, at EHLO", "their server, at EHLO"},
    [RCPT_STAGE_MAIL] = {"your server, at MAIL FROM", "their server, at MAIL FROM"},
    [RCPT_STAGE_RCPT] = {"your server, at RCPT TO", "their server, at RCPT TO"},
    [RCPT_STAGE_DATA] = {"your server, at DATA", "their server, after DATA"},
};

static const char *moment(const struct rcpt_prediction *prediction)
{
    return moments[prediction->stage][prediction->by == RCPT_BY_RECEIVER];
}

static const char *codes(char *text, const struct rcpt_prediction *prediction)
{
    struct rcpt_code_name name = {prediction->code, prediction->enhanced};
    return code_name_text(text, &name);
}

void text_field(struct buffer *out, const struct report_style *style, const char *label,
                const char *text, size_t more)
{
    if (*text == '\0')
        return;
    buffer_add_repeat(out, ' ', TEXT_INDENT);
    if (*label != '\0')
        wrap_toned(out, style, WRAP_DIM, label);
    size_t column = TEXT_INDENT + strlen(label);
    size_t gap = column < TEXT_HANG ? TEXT_HANG - column : 1;
    buffer_add_repeat(out, ' ', gap);
    wrap_text(out, style, column + gap, TEXT_HANG + more, text);
}

/* "alice@example.com: REJECT  556 5.1.10  certain; your server, before connecting" */
static void add_first_line(struct buffer *out, const struct report_style *style,
                           const struct rcpt_result *result)
{
    const char *word = verdicts[result->verdict].word;
    char text[CODE_TEXT_SIZE], line[256];
    const char *reply = codes(text, result->predictions);
    size_t column = utf8_columns(result->input) + 2;
    buffer_add(out, *result->input == '\0' ? "(empty)" : result->input);
    if (!style->quiet && column + strlen(word) + 2 + strlen(reply) > style->width) {
        buffer_add(out, ":\n");
        buffer_add_repeat(out, ' ', TEXT_INDENT);
        column = TEXT_INDENT;
    } else {
        buffer_add(out, ": ");
    }
    wrap_toned(out, style, verdicts[result->verdict].tone, word);
    buffer_add(out, "  ");
    column += strlen(word) + 2;

    snprintf(line, sizeof line, "%s  %s; %s", reply,
             rcpt_certainty_name(result->predictions->certainty), moment(result->predictions));
    if (style->quiet)
        buffer_printf(out, "%s\n", line);
    else
        wrap_text(out, style, column, TEXT_HANG, line);
}

/* A list of texts under one label, cut unless verbose. */
static void add_list(struct buffer *out, const struct report_style *style, const char *label,
                     const char *const *texts)
{
    size_t shown = 0, hidden = 0;
    for (; *texts != NULL; texts++) {
        if (!style->verbose && shown == TEXT_MOST_LINES)
            hidden++;
        else
            text_field(out, style, shown++ == 0 ? label : "", *texts, 2);
    }
    text_hidden(out, style, hidden);
}

static void add_source(struct buffer *out, const struct report_style *style, const char *label,
                       const struct rcpt_prediction *prediction)
{
    struct buffer text, lines;
    buffer_init(&text);
    buffer_init(&lines);
    buffer_printf(&text, "%s (rule %s)", prediction->source, prediction->rule);
    wrap_text(&lines, style, TEXT_HANG, TEXT_HANG, buffer_text(&text));

    buffer_add_repeat(out, ' ', TEXT_INDENT);
    wrap_tone_on(out, style, WRAP_DIM);
    buffer_add(out, label);
    buffer_add_repeat(out, ' ', TEXT_HANG - TEXT_INDENT - strlen(label));
    buffer_add_bytes(out, buffer_text(&lines), lines.length > 0 ? lines.length - 1 : 0);
    wrap_tone_off(out, style, WRAP_DIM);
    buffer_add_char(out, '\n');
    out->failed = out->failed || text.failed || lines.failed;
    buffer_clear(&text);
    buffer_clear(&lines);
}

/* A prediction beside the one that decides. */
static void add_besides(struct buffer *out, const struct report_style *style,
                        const struct rcpt_prediction *prediction)
{
    struct buffer line;
    char text[CODE_TEXT_SIZE];
    buffer_init(&line);
    buffer_printf(&line, "%s  %s; %s: %s", codes(text, prediction),
                  rcpt_certainty_name(prediction->certainty), moment(prediction),
                  prediction->reason);
    text_field(out, style, prediction->risk ? "may also" : "also", buffer_text(&line), 0);
    out->failed = out->failed || line.failed;
    buffer_clear(&line);
    if (!style->verbose)
        return;
    text_field(out, style, "  fix", prediction->fix, 0);
    add_list(out, style, "  seen", prediction->evidence);
    add_source(out, style, "  source", prediction);
}

static bool is_listed(const char *const *texts, const char *text)
{
    for (; *texts != NULL; texts++)
        if (strcmp(*texts, text) == 0)
            return true;
    return false;
}

/* The answers behind the route that the prediction did not name as its evidence. */
static void add_answers(struct buffer *out, const struct report_style *style,
                        const struct rcpt_result *result)
{
    const char *label = "answers";
    for (const char *const *answer = result->mx->evidence; *answer != NULL; answer++) {
        if (is_listed(result->predictions->evidence, *answer))
            continue;
        text_field(out, style, label, *answer, 2);
        label = "";
    }
}

void text_result(struct buffer *out, const struct report_style *style,
                 const struct rcpt_result *result)
{
    const struct rcpt_prediction *first = result->predictions;
    const struct rcpt_address *address = result->address;
    add_first_line(out, style, result);
    if (style->quiet)
        return;

    text_field(out, style, "reason", first->reason, 0);
    if (address->error != NULL)
        text_caret(out, style, result->input, address->error->position);
    text_field(out, style, "fix", first->fix, 0);
    add_list(out, style, "evidence", first->evidence);
    if (address->unicode_domain != NULL)
        text_field(out, style, "domain", address->ascii_domain, 0);
    if (result->mx != NULL)
        text_route(out, style, result->mx, first->evidence);
    if (result->mx != NULL && style->verbose)
        add_answers(out, style, result);
    text_provider(out, style, result);
    if (result->sender != NULL)
        text_sender(out, style, result->sender);
    else if (address->error == NULL)
        text_no_sender(out, style);
    for (const struct rcpt_prediction *other = first->next; other != NULL; other = other->next)
        add_besides(out, style, other);
    text_notes(out, style, address->problems);
    if (result->mx != NULL)
        text_notes(out, style, result->mx->problems);
    add_source(out, style, "source", first);
}
