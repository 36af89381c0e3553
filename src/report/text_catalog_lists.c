/*
 * text_catalog_lists.c - the catalogue of DNS block and allow lists for people
 *
 * A row a list in the order of the table. Allow lists have "allow" where others have how much a
 * listing costs. The verbose form adds what a list answers, how it is tested, what to do when it
 * refuses, and where the facts were read.
 */
#include "report/columns.h"
#include "report/report.h"
#include "report/text_parts.h"
#include "report/wrap.h"
#include "util/utf8.h"

/* Widths of columns, with the gap behind them. */
enum { KINDS = 8, SEVERITY = 7, STATE = 13, CODE = 17, EFFECT = 9 };

static size_t zone_columns(void)
{
    const struct rcpt_list *list;
    size_t most = 0;
    for (size_t i = 0; (list = rcpt_list_at(i)) != NULL; i++)
        if (utf8_columns(list->zone) > most)
            most = utf8_columns(list->zone);
    return most + 1;
}

/* Every combination that the table has fits into its column. */
static const char *kinds_text(unsigned kinds)
{
    static const struct {
        unsigned kinds;
        const char *text;
    } texts[] = {
        {RCPT_LIST_IP4, "ip4"},
        {RCPT_LIST_IP6, "ip6"},
        {RCPT_LIST_IP4 | RCPT_LIST_IP6, "ip"},
        {RCPT_LIST_DOMAIN, "domain"},
        {RCPT_LIST_EMAIL, "email"},
        {RCPT_LIST_IP4 | RCPT_LIST_DOMAIN, "ip4 dom"},
        {RCPT_LIST_IP4 | RCPT_LIST_IP6 | RCPT_LIST_DOMAIN, "ip dom"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].kinds == kinds)
            return texts[i].text;
    return "several";
}

static void add_field(struct buffer *out, const struct report_style *style, const char *label,
                      const char *text)
{
    wrap_field_at(out, style, (size_t)TEXT_INDENT * 2, (size_t)TEXT_HANG + 2, label, text);
}

/* What the list answers, a code a line. */
static void add_codes(struct buffer *out, const struct report_style *style,
                      const struct rcpt_list *list)
{
    for (const struct rcpt_list_code *code = list->codes; code->pattern != NULL; code++) {
        struct columns row = {.out = out, .style = style, .next = (size_t)TEXT_INDENT * 2};
        columns_add(&row, CODE, code->pattern);
        columns_add(&row, EFFECT, rcpt_code_effect_name(code->effect));
        columns_end(&row, code->meaning);
    }
}

/* How the list is tested before it is believed. */
static void add_test(struct buffer *out, const struct report_style *style,
                     const struct rcpt_list *list)
{
    struct buffer text;
    buffer_init(&text);
    if (list->quirks & RCPT_LIST_NO_TEST_LISTED)
        buffer_add(&text, "no entry is known that must be listed");
    else if (*list->test_listed != '\0')
        buffer_printf(&text, "%s is listed", list->test_listed);
    else
        buffer_add(&text, "the entry of RFC 5782 section 5 is listed");
    if (list->quirks & RCPT_LIST_NO_TEST_UNLISTED)
        buffer_add(&text, "; no entry is known that must not be");
    else if (*list->test_unlisted != '\0')
        buffer_printf(&text, "; %s is not", list->test_unlisted);
    add_field(out, style, "test", buffer_text(&text));
    out->failed |= text.failed;
    buffer_clear(&text);
}

static void add_details(struct buffer *out, const struct report_style *style,
                        const struct rcpt_list *list)
{
    add_codes(out, style, list);
    add_field(out, style, "operator", list->operator_name);
    if (list->state != RCPT_LIST_CLOSED)
        add_test(out, style, list);
    add_field(out, style, "within", list->within);
    add_field(out, style, "hash", list->hash);
    add_field(out, style, "delist", list->delist);
    add_field(out, style, "remedy", list->remedy);
    add_field(out, style, "source", list->source);
    add_field(out, style, "as of", list->confirmed);
}

static void add_list(struct buffer *out, const struct report_style *style,
                     const struct rcpt_list *list, size_t zone)
{
    struct columns row = {.out = out, .style = style};
    columns_add(&row, zone, list->zone);
    columns_add(&row, KINDS, kinds_text(list->kinds));
    columns_add(&row, SEVERITY, list->allow ? "allow" : rcpt_severity_name(list->severity));
    columns_add(&row, STATE, rcpt_list_state_name(list->state));
    columns_end(&row, list->name);
    if (list->state == RCPT_LIST_CLOSED || style->verbose)
        add_field(out, style, list->state == RCPT_LIST_CLOSED ? "closed" : "note",
                  list->state_note);
    if (style->verbose)
        add_details(out, style, list);
}

void text_catalog_lists(struct buffer *out, const struct report_style *style)
{
    const struct rcpt_list *list;
    size_t zone = zone_columns();
    columns_title(out, style, "Lists: zone, asked about, severity, state, name");
    for (size_t i = 0; (list = rcpt_list_at(i)) != NULL; i++)
        add_list(out, style, list, zone);
}
