/*
 * text_reply.c - what a provider means with a reply, before what the registry does, for people
 *
 * First the provider's block: what it means, what to do, which lists cause it, and where that is
 * from. If the code alone does not decide, every cause it stands for is an item with the words that
 * tell it. Then the codes as `explain` shows them. Quiet gives the headings alone.
 *
 * Of the pasted text nothing is printed but codes and names that the tables hold.
 */
#include <stdio.h>
#include <string.h>

#include "report/code_text.h"
#include "report/reply_view.h"
#include "report/text_parts.h"
#include "report/wrap.h"

/* "Gmail: 550 5.7.26" */
static void add_heading(struct buffer *out, const struct report_style *style,
                        const struct reply_view *view, const char *provider)
{
    char code[CODE_TEXT_SIZE];
    wrap_toned(out, style, WRAP_BOLD, provider);
    if (view->has_code)
        buffer_printf(out, ": %s", code_name_text(code, view->code));
    buffer_add_char(out, '\n');
}

static void add_source(struct buffer *out, const struct report_style *style,
                       const struct rcpt_provider_reply *row)
{
    struct buffer text;
    buffer_init(&text);
    buffer_printf(&text, "%s; %s", row->source, row->confidence);
    text_field(out, style, "source", buffer_text(&text), 0);
    out->failed |= text.failed;
    buffer_clear(&text);
}

/* Says plainly that the registry is not to be followed here. */
static void add_difference(struct buffer *out, const struct report_style *style,
                           const struct rcpt_provider_reply *row, struct rcpt_enhanced enhanced)
{
    if (!row->differs)
        return;
    if (!code_has_enhanced(enhanced))
        enhanced = row->enhanced;
    const struct rcpt_enhanced_code *registry =
        rcpt_enhanced_code_find(enhanced.subject, enhanced.detail);
    char code[CODE_TEXT_SIZE];
    struct buffer text;
    buffer_init(&text);
    buffer_printf(&text, "The registry means something else by %s",
                  code_enhanced_text(code, enhanced));
    if (registry != NULL)
        buffer_printf(&text, " (\"%s\")", registry->name);
    buffer_printf(&text, "; in a reply of %s the meaning above holds.", row->provider);
    text_field(out, style, "note", buffer_text(&text), 0);
    out->failed |= text.failed;
    buffer_clear(&text);
}

static void add_row(struct buffer *out, const struct report_style *style,
                    const struct reply_view *view)
{
    const struct rcpt_provider_reply *row = view->row;
    text_field(out, style, "meaning", row->meaning, 0);
    text_field(out, style, "fix", row->fix, 0);
    text_field(out, style, "lists", row->lists, 0);
    add_difference(out, style, row, view->code->enhanced);
    add_source(out, style, row);
}

/* `"PTR record" or "rDNS"` from "PTR record|rDNS". */
static void add_token(struct buffer *text, const char *token)
{
    const char *gap = "";
    while (*token != '\0') {
        size_t length = strcspn(token, "|");
        buffer_printf(text, "%s\"%.*s\"", gap, (int)length, token);
        token += length + (token[length] == '|');
        gap = " or ";
    }
}

static void add_candidate(struct buffer *out, const struct report_style *style,
                          const struct reply_view *view, const struct rcpt_provider_reply *row)
{
    struct buffer text;
    char code[CODE_TEXT_SIZE];
    buffer_init(&text);
    if (!code_has_enhanced(view->code->enhanced) && code_has_enhanced(row->enhanced))
        buffer_printf(&text, "%s%s", code_enhanced_text(code, row->enhanced),
                      *row->token == '\0' ? "" : ", ");
    add_token(&text, row->token);
    if (text.length > 0)
        buffer_add(&text, ": ");
    buffer_printf(&text, "%s %s", row->meaning, row->fix);
    wrap_item(out, style, TEXT_INDENT, "-", buffer_text(&text));
    out->failed |= text.failed;
    buffer_clear(&text);
}

static void add_candidates(struct buffer *out, const struct report_style *style,
                           const struct reply_view *view)
{
    const struct rcpt_provider_reply *row = NULL;
    wrap_paragraph(out, style, TEXT_INDENT,
                   "This code has several causes here; the words of the reply tell which it is:");
    while ((row = reply_view_next(view, row)) != NULL)
        add_candidate(out, style, view, row);
}

static void add_provider(struct buffer *out, const struct report_style *style,
                         const struct reply_view *view)
{
    bool other = view->row != NULL && strcmp(view->row->provider, view->provider) != 0;
    add_heading(out, style, view, view->provider);
    if (style->quiet)
        return;
    if (other)
        text_field(out, style, "note",
                   "The text is that of a Postfix server, and this is what Postfix means by it.",
                   0);
    if (view->row != NULL)
        add_row(out, style, view);
    else if (view->open)
        add_candidates(out, style, view);
    else
        text_field(out, style, "meaning",
                   view->has_code ? "Nothing is known that this provider means by it alone; what "
                                    "follows holds of every server."
                                  : "No code was found.",
                   0);
}

void text_explain_reply(struct buffer *out, const struct report_style *style, const char *line,
                        const struct rcpt_bounce *bounce)
{
    struct reply_view view = reply_view_of(bounce, line);
    if (view.provider != NULL)
        add_provider(out, style, &view);
    if (!view.has_code)
        return;
    if (view.provider != NULL && !style->quiet)
        buffer_add_char(out, '\n');
    text_explain(out, style, &bounce->code);
    if (view.provider == NULL && !style->quiet)
        text_field(out, style, "note",
                   "The text does not show which provider wrote it; with --provider its own "
                   "meaning comes first.",
                   0);
}
