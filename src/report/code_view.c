/*
 * code_view.c - one code as reports show it, whichever table it is from, and if it is in none
 *
 * A code that the tables do not have is judged by its first digit alone, as RFC 5321 section 4.2.1
 * asks of a client. An enhanced code takes its class from its own first digit; where that is open
 * (X), there is none. In a name of both codes the reply code's class is the one that counts, since
 * every client acts on it, and only some read the enhanced code (RFC 2034 section 4 wants the two
 * to agree).
 */
#include "report/code_view.h"

/* For a code with neither a row nor a class. */
static const struct rcpt_code_class no_class = {
    .meaning = "Without a class digit, nothing more is known of it.",
    .fix = "Read the text that follows the code, and the reply code that it came with.",
};

/* A view of nothing but a class: what stands until a row of a table fills it in. */
static struct code_view view_of_class(unsigned digit, const char *noun)
{
    struct code_view view = {
        .name = "unlisted code",
        .noun = noun,
        .class = rcpt_code_class_find(digit),
        .standing = "",
        .classes = "",
        .with = "",
        .seen = "",
        .source = "",
    };
    const struct rcpt_code_class *class = view.class == NULL ? &no_class : view.class;
    view.meaning = class->meaning;
    view.fix = class->fix;
    return view;
}

struct code_view code_view_reply(const struct rcpt_code_name *name)
{
    struct code_view view = view_of_class(name->code / 100, "reply");
    struct rcpt_code_name alone = {.code = name->code};
    code_name_text(view.text, &alone);
    const struct rcpt_reply_code *row = rcpt_reply_code_find(name->code);
    if (row == NULL)
        return view;
    view.known = true;
    view.name = row->name;
    view.standing = row->status;
    view.with = row->enhanced;
    view.meaning = row->meaning;
    view.seen = row->seen;
    view.fix = row->fix;
    view.source = row->source;
    return view;
}

struct code_view code_view_enhanced(const struct rcpt_code_name *name)
{
    struct code_view view = view_of_class(name->enhanced.status, "status");
    struct rcpt_code_name alone = {.enhanced = name->enhanced};
    code_name_text(view.text, &alone);
    const struct rcpt_enhanced_code *row =
        rcpt_enhanced_code_find(name->enhanced.subject, name->enhanced.detail);
    if (row == NULL)
        return view;
    view.known = true;
    view.name = row->name;
    view.classes = row->classes;
    view.with = row->replies;
    view.meaning = row->meaning;
    view.seen = row->seen;
    view.fix = row->fix;
    view.source = row->source;
    return view;
}

struct code_view code_view_whole(const struct rcpt_code_name *name)
{
    if (!code_name_has_enhanced(name))
        return code_view_reply(name);
    struct code_view view = code_view_enhanced(name);
    if (name->code == 0)
        return view;
    struct code_view reply = code_view_reply(name);
    if (!view.known)
        view = reply;
    view.class = reply.class;
    view.noun = reply.noun;
    code_name_text(view.text, name);
    return view;
}
