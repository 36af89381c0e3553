/*
 * text_notes.c - named problems as notes, for people
 *
 * A line a problem; verbose adds what to do, the standard, and the id that programs know it by.
 */
#include <stdio.h>
#include <string.h>

#include "report/text_parts.h"

void text_hidden(struct buffer *out, const struct report_style *style, size_t hidden)
{
    char more[64];
    if (hidden == 0)
        return;
    snprintf(more, sizeof more, "and %zu more (-v shows them)", hidden);
    text_field(out, style, "", more, 0);
}

/* A named problem. Its sentence usually names its subject; where it does not, the subject leads. */
static void add_note(struct buffer *out, const struct report_style *style,
                     const struct rcpt_problem *problem)
{
    struct buffer line;
    buffer_init(&line);
    if (strstr(problem->text, problem->subject) == NULL)
        buffer_printf(&line, "%s: ", problem->subject);
    buffer_add(&line, problem->text);
    text_field(out, style, "note", buffer_text(&line), 0);
    out->failed = out->failed || line.failed;
    if (style->verbose) {
        text_field(out, style, "  fix", problem->fix, 0);
        buffer_reset(&line);
        buffer_printf(&line, "%s (%s)", problem->source, problem->id);
        text_field(out, style, "  source", buffer_text(&line), 0);
        out->failed = out->failed || line.failed;
    }
    buffer_clear(&line);
}

void text_notes(struct buffer *out, const struct report_style *style,
                const struct rcpt_problem *problem)
{
    size_t shown = 0, hidden = 0;
    for (; problem != NULL; problem = problem->next) {
        if (!style->verbose && shown == TEXT_MOST_LINES) {
            hidden++;
        } else {
            add_note(out, style, problem);
            shown++;
        }
    }
    text_hidden(out, style, hidden);
}
