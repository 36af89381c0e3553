/*
 * text_resolver.c - whether a resolver is fit for the job, for people
 *
 * The first line is the answer. Below stands a row a trait: status, name, what was seen; and, for
 * what is not good or if verbose, what that means for this program and what to do. Where a terminal
 * is narrow the texts stand below the name.
 */
#include <string.h>

#include "report/text_parts.h"
#include "report/wrap.h"
#include "util/utf8.h"

enum {
    STATUS_COLUMNS = 7, /* "unknown", "skipped" */
    NAME_COLUMNS = 10,  /* "truncation" */
    TEXT_COLUMN = TEXT_INDENT + STATUS_COLUMNS + 2 + NAME_COLUMNS + 2,
    BELOW_COLUMN = 6,
    BESIDE_LEAST = 30,
    LABEL_COLUMNS = 7 /* "means" */
};

static const enum wrap_tone tones[] = {
    [RCPT_TRAIT_GOOD] = WRAP_GREEN,    [RCPT_TRAIT_WARN] = WRAP_YELLOW, [RCPT_TRAIT_BAD] = WRAP_RED,
    [RCPT_TRAIT_UNKNOWN] = WRAP_PLAIN, [RCPT_TRAIT_SKIPPED] = WRAP_DIM,
};

static void add_trait(struct buffer *out, const struct report_style *style,
                      const struct rcpt_trait *trait)
{
    const char *word = rcpt_trait_status_name(trait->status);
    bool beside = TEXT_COLUMN + BESIDE_LEAST <= style->width;
    size_t column = beside ? TEXT_COLUMN : BELOW_COLUMN;
    buffer_add_repeat(out, ' ', TEXT_INDENT);
    wrap_toned(out, style, tones[trait->status], word);
    wrap_cell(out, "", STATUS_COLUMNS + 2 - strlen(word));
    if (beside) {
        wrap_cell(out, trait->id, NAME_COLUMNS + 2);
        wrap_text(out, style, column, column, trait->finding);
    } else {
        buffer_printf(out, "%s\n", trait->id);
        wrap_paragraph(out, style, column, trait->finding);
    }
    if (trait->status == RCPT_TRAIT_GOOD && !style->verbose)
        return;
    wrap_field_at(out, style, column, column + LABEL_COLUMNS, "means", trait->meaning);
    wrap_field_at(out, style, column, column + LABEL_COLUMNS, "fix", trait->remedy);
}

void text_resolver(struct buffer *out, const struct report_style *style,
                   const struct rcpt_resolver_report *report)
{
    buffer_printf(out, "%s: ", report->resolver);
    wrap_toned(out, style, report->fit ? WRAP_GREEN : WRAP_RED, report->fit ? "FIT" : "UNFIT");
    if (report->latency_ms > 0)
        buffer_printf(out, "  %u ms", report->latency_ms);
    buffer_add_char(out, '\n');
    if (style->quiet)
        return;
    for (const struct rcpt_trait *trait = report->traits; trait != NULL; trait = trait->next)
        add_trait(out, style, trait);
}
