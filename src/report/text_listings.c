/*
 * text_listings.c - what lists say of one subject, for people
 *
 * The first line is the sum. Below stands an aligned table in the order given, which is by severity
 * with the listed ones first: status, severity, zone, and beside it what the list answered or why
 * it could not be asked; below, its text and where to be delisted, or what to do. Lists that do not
 * have the subject are a number unless verbose; one that says something without listing it keeps
 * its row. Where a terminal is narrow the texts stand below the zone.
 *
 * Colour marks the first words and nothing that is not also said in words.
 */
#include <string.h>

#include "report/listing_count.h"
#include "report/text_parts.h"
#include "report/wrap.h"
#include "util/utf8.h"

enum {
    STATUS_COLUMNS = 10,  /* "not listed" */
    SEVERITY_COLUMNS = 6, /* "medium" */
    ZONE_COLUMN = TEXT_INDENT + STATUS_COLUMNS + 2 + SEVERITY_COLUMNS + 2,
    BELOW_COLUMN = 6,  /* where texts stand that do not fit beside the zone */
    BESIDE_LEAST = 30, /* columns that a text beside the zone must have */
    LABEL_COLUMNS = 8  /* "delist" */
};

static const struct {
    const char *word;
    enum wrap_tone tone;
} statuses[] = {
    [RCPT_LISTING_LISTED] = {"listed", WRAP_RED},
    [RCPT_LISTING_NOT_LISTED] = {"not listed", WRAP_PLAIN},
    [RCPT_LISTING_ALLOWED] = {"allowed", WRAP_GREEN},
    [RCPT_LISTING_REFUSED] = {"refused", WRAP_YELLOW},
    [RCPT_LISTING_UNUSABLE] = {"unusable", WRAP_YELLOW},
    [RCPT_LISTING_REWRITTEN] = {"rewritten", WRAP_YELLOW},
    [RCPT_LISTING_TIMEOUT] = {"timeout", WRAP_YELLOW},
    [RCPT_LISTING_ERROR] = {"error", WRAP_YELLOW},
};

/* Red only for what a receiver is likely to act on. */
static enum wrap_tone sum_tone(const struct listing_counts *counts)
{
    if (counts->listed > 0)
        return counts->worst >= RCPT_SEVERITY_MEDIUM ? WRAP_RED : WRAP_YELLOW;
    return counts->failed > 0 || counts->lists == 0 ? WRAP_YELLOW : WRAP_GREEN;
}

void text_listing_sum(struct buffer *out, const struct report_style *style, const char *subject,
                      const struct listing_counts *counts, size_t indent)
{
    struct buffer rest;
    const char *word = listing_counts_word(counts);
    size_t column = indent + utf8_columns(subject) + 2;
    buffer_init(&rest);
    listing_counts_rest(&rest, counts);
    buffer_printf(out, "%s: ", *subject == '\0' ? "(empty)" : subject);
    wrap_toned(out, style, sum_tone(counts), word);
    column += strlen(word);
    if (style->quiet) {
        buffer_printf(out, "%s\n", buffer_text(&rest));
    } else {
        /* wrap_text() drops spaces at its start */
        size_t gap = strspn(buffer_text(&rest), " ");
        buffer_add_repeat(out, ' ', gap);
        wrap_text(out, style, column + gap, indent + TEXT_INDENT, buffer_text(&rest) + gap);
    }
    out->failed = out->failed || rest.failed;
    buffer_clear(&rest);
}

/* Nothing is to be told of it but that it does not have the subject. */
static bool is_plain(const struct rcpt_listing *listing)
{
    return listing->status == RCPT_LISTING_NOT_LISTED && listing->meaning[0] == NULL;
}

/* The column of the texts: beside the longest zone that is shown, or below. */
static size_t text_column(const struct rcpt_listing *listing, const struct report_style *style)
{
    size_t zone = 0;
    for (; listing != NULL; listing = listing->next) {
        size_t columns = utf8_columns(listing->zone);
        if ((style->verbose || !is_plain(listing)) && columns > zone)
            zone = columns;
    }
    size_t column = ZONE_COLUMN + zone + 2;
    return column + BESIDE_LEAST <= style->width ? column : BELOW_COLUMN;
}

static void add_label(struct buffer *out, const struct report_style *style, const char *label,
                      const char *text)
{
    wrap_field_at(out, style, BELOW_COLUMN, BELOW_COLUMN + LABEL_COLUMNS, label, text);
}

/* Status, severity and zone; goes on to `column` in the same line if the texts stand beside. */
static void add_head(struct buffer *out, const struct report_style *style,
                     const struct rcpt_listing *listing, size_t column, bool more)
{
    const char *word = statuses[listing->status].word;
    const char *severity =
        listing_is_allow(listing) ? "allow" : rcpt_severity_name(listing->severity);
    buffer_add_repeat(out, ' ', TEXT_INDENT);
    wrap_toned(out, style, statuses[listing->status].tone, word);
    buffer_add_repeat(out, ' ', STATUS_COLUMNS + 2 - strlen(word));
    buffer_add(out, severity);
    if (column == BELOW_COLUMN && ZONE_COLUMN + utf8_columns(listing->zone) > style->width) {
        buffer_add_char(out, '\n');
        wrap_paragraph(out, style, TEXT_INDENT + 2, listing->zone);
        return;
    }
    buffer_add_repeat(out, ' ', SEVERITY_COLUMNS + 2 - strlen(severity));
    if (!more || column == BELOW_COLUMN)
        buffer_printf(out, "%s\n", listing->zone);
    else
        wrap_cell(out, listing->zone, column - ZONE_COLUMN);
}

/* What all rows of a table share. */
struct table {
    size_t column; /* of the texts */
    bool mixed;    /* rows are about several subjects: an address and its domain */
};

static struct table table_of(const struct rcpt_listing *listing, const struct report_style *style)
{
    struct table table = {.column = text_column(listing, style)};
    for (const struct rcpt_listing *one = listing; one != NULL; one = one->next)
        table.mixed = table.mixed || strcmp(one->subject, listing->subject) != 0;
    return table;
}

static void add_row(struct buffer *out, const struct report_style *style, const struct table *table,
                    const struct rcpt_listing *listing, bool remedy)
{
    struct buffer text;
    size_t column = table->column;
    buffer_init(&text);
    if (table->mixed)
        buffer_printf(&text, "%s ", listing->subject);
    bool failed = listing_failed(listing);
    if (failed)
        buffer_add(&text, listing->reason);
    else
        listing_answer(&text, listing);
    if (listing->status == RCPT_LISTING_LISTED && !listing->independent)
        buffer_add(&text, " (counted with the list that holds this one)");
    add_head(out, style, listing, column, text.length > 0);
    if (text.length > 0) {
        buffer_add_repeat(out, ' ', column == BELOW_COLUMN ? BELOW_COLUMN : 0);
        wrap_text(out, style, column, column, buffer_text(&text));
    }
    if (!failed)
        add_label(out, style, "says", listing->text);
    if (listing->status == RCPT_LISTING_LISTED)
        add_label(out, style, "delist", listing->delist);
    if (failed && remedy)
        add_label(out, style, "fix", listing->remedy);
    out->failed = out->failed || text.failed;
    buffer_clear(&text);
}

static void add_table(struct buffer *out, const struct report_style *style,
                      const struct rcpt_listing *listing)
{
    const struct table table = table_of(listing, style);
    size_t folded = 0;
    bool listed = listing != NULL && listing->status == RCPT_LISTING_LISTED;
    const char *told = ""; /* the last remedy: the same one is not told twice in a row */
    for (; listing != NULL; listing = listing->next) {
        if (is_plain(listing) && !style->verbose) {
            folded += !listing_is_allow(listing);
            continue;
        }
        if (listing_goes_on(listing)) { /* the reason is told once, below the last of them */
            add_head(out, style, listing, table.column, false);
            continue;
        }
        add_row(out, style, &table, listing, strcmp(told, listing->remedy) != 0);
        told = listing_failed(listing) ? listing->remedy : "";
    }
    /* Where nothing is listed the first line has said so. */
    if (listed && folded > 0)
        buffer_printf(out, "  not listed on %zu %s (-v shows them)\n", folded,
                      folded == 1 ? "list" : "lists");
}

void text_listings(struct buffer *out, const struct report_style *style,
                   const struct rcpt_result *result)
{
    if (result->error != NULL && result->error[0] != '\0') {
        const char *subject = *result->input == '\0' ? "(empty)" : result->input;
        buffer_printf(out, "%s: ", subject);
        wrap_toned(out, style, WRAP_RED, "ERROR");
        buffer_add(out, "  ");
        if (style->quiet)
            buffer_printf(out, "%s\n", result->error);
        else
            wrap_text(out, style, utf8_columns(subject) + 9, TEXT_INDENT, result->error);
        return;
    }
    struct listing_counts counts = listing_counts_of(result->listings, NULL);
    text_listing_sum(out, style, result->input, &counts, 0);
    if (!style->quiet)
        add_table(out, style, result->listings);
}
