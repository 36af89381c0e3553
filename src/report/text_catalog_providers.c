/*
 * text_catalog_providers.c - the tables of mail providers for people: their hosts, their replies
 *
 * Rows in the order of the tables; a host is a line, a reply is one with its meaning below it. The
 * verbose form adds notes, the words by which a reply is known, the fix, and where the facts were
 * read.
 */
#include <stdio.h>

#include "report/code_text.h"
#include "report/columns.h"
#include "report/report.h"
#include "report/text_parts.h"
#include "report/wrap.h"

/* Widths of columns, with the gap behind them. */
enum { SUFFIX = 36, KIND = 10, PROVIDER = 17, REPLY = 8, ENHANCED = 14 };

static void add_field(struct buffer *out, const struct report_style *style, const char *label,
                      const char *text)
{
    wrap_field_at(out, style, (size_t)TEXT_INDENT * 2, (size_t)TEXT_HANG + 2, label, text);
}

static void add_host(struct buffer *out, const struct report_style *style,
                     const struct rcpt_provider *provider)
{
    struct columns row = {.out = out, .style = style};
    columns_add(&row, SUFFIX, provider->suffix);
    columns_add(&row, KIND, provider->kind);
    columns_end(&row, provider->name);
    if (style->verbose)
        add_field(out, style, "note", provider->note);
}

/* "450", or "450/550" where another code is in use as well. */
static void add_code(struct columns *row, const struct rcpt_provider_reply *reply)
{
    char text[REPLY + 1];
    if (reply->code == 0)
        text[0] = '\0';
    else if (reply->code_high == 0)
        snprintf(text, sizeof text, "%u", reply->code % 1000);
    else
        snprintf(text, sizeof text, "%u/%u", reply->code % 1000, reply->code_high % 1000);
    columns_add(row, REPLY, text);
}

/* "5.7.1", "5.7.1-5" for a range, or "4.7.1/5.7.1" where another code is in use as well. */
static void add_enhanced(struct columns *row, const struct rcpt_provider_reply *reply)
{
    const struct rcpt_enhanced low = reply->enhanced, high = reply->enhanced_high;
    char text[CODE_TEXT_SIZE];
    struct buffer both;
    buffer_init(&both);
    buffer_add(&both, code_enhanced_text(text, low));
    if (code_has_enhanced(high) && low.status == high.status && low.subject == high.subject)
        buffer_printf(&both, "-%u", high.detail);
    else if (code_has_enhanced(high))
        buffer_printf(&both, "/%s", code_enhanced_text(text, high));
    columns_add(row, ENHANCED, buffer_text(&both));
    row->out->failed |= both.failed;
    buffer_clear(&both);
}

static void add_reply(struct buffer *out, const struct report_style *style,
                      const struct rcpt_provider_reply *reply)
{
    struct columns row = {.out = out, .style = style};
    columns_add(&row, PROVIDER, reply->provider);
    add_code(&row, reply);
    add_enhanced(&row, reply);
    columns_end(&row, rcpt_trigger_name(reply->trigger));
    wrap_paragraph(out, style, (size_t)TEXT_INDENT * 2, reply->meaning);
    if (!style->verbose)
        return;
    if (reply->differs)
        add_field(out, style, "note", "The registry says something else of this code.");
    add_field(out, style, "words", reply->token);
    add_field(out, style, "lists", reply->lists);
    add_field(out, style, "fix", reply->fix);
    add_field(out, style, "source", reply->source);
    add_field(out, style, "basis", reply->confidence);
}

void text_catalog_providers(struct buffer *out, const struct report_style *style)
{
    const struct rcpt_provider *provider;
    const struct rcpt_provider_reply *reply;
    columns_title(out, style, "Mail hosts: end of the host's name, kind, provider");
    for (size_t i = 0; (provider = rcpt_provider_at(i)) != NULL; i++)
        add_host(out, style, provider);
    buffer_add_char(out, '\n');
    columns_title(out, style, "Replies: provider, code, enhanced code, trigger, meaning");
    for (size_t i = 0; (reply = rcpt_provider_reply_at(i)) != NULL; i++)
        add_reply(out, style, reply);
}
