/*
 * code_notes.c - what is to be noted about a code or a pair of codes
 *
 * A name can be read and still be odd: a code that the tables do not have, an enhanced code with a
 * class that the standard does not describe it with, two codes whose first digits differ (RFC 2034
 * section 4 forbids that), or a pair that no table lists together. Each gets one sentence that says
 * what to go by.
 *
 * A pair counts as listed if either table has it: the registry (RFC 5248) leaves out pairs that
 * every server sends, such as 554 with 5.7.1.
 */
#include <string.h>

#include "report/code_list.h"
#include "report/code_view.h"

static void note_unlisted(struct buffer *lines, const struct code_view *view)
{
    if (view->known)
        return;
    if (view->class == NULL)
        buffer_printf(lines, "%s is not in the tables, and its class is left open.\n", view->text);
    else
        buffer_printf(lines,
                      "%s is not in the tables: it is judged by its first digit alone, "
                      "which makes it %s %s.\n",
                      view->text, view->class->label, view->class->name);
}

/* RFC 3463 section 3 groups the details by subject, and X.n.0 is the subject as a whole. */
static void note_subject(struct buffer *lines, const struct rcpt_code_name *name,
                         const struct code_view *view)
{
    const struct rcpt_enhanced_code *subject = rcpt_enhanced_code_find(name->enhanced.subject, 0);
    if (!view->known && subject != NULL)
        buffer_printf(lines, "Its subject is that of X.%u.0: %s.\n", subject->subject,
                      subject->name);
}

static void note_class(struct buffer *lines, const struct rcpt_code_name *name,
                       const struct code_view *view)
{
    if (view->class == NULL || *view->classes == '\0')
        return;
    char digit = (char)('0' + view->class->digit);
    if (strchr(view->classes, digit) != NULL)
        return;
    buffer_printf(lines,
                  "The registry does not describe X.%u.%u with class %c. A server that sends %s "
                  "names the same cause, and %s %s decides what to do.\n",
                  name->enhanced.subject, name->enhanced.detail, digit, view->text,
                  view->class->label, view->class->name);
}

static void note_mismatch(struct buffer *lines, const struct code_view *reply,
                          const struct code_view *enhanced)
{
    if (enhanced->class == NULL || reply->class == enhanced->class)
        return;
    buffer_printf(
        lines,
        "The first digits do not agree, as they should (RFC 2034 section 4): %s is %s %s, "
        "and %s is %s %s. Servers and clients act on the reply code.\n",
        reply->text, reply->class->label, reply->class->name, enhanced->text,
        enhanced->class->label, enhanced->class->name);
}

static void note_pair(struct buffer *lines, const struct code_view *reply,
                      const struct code_view *enhanced)
{
    if (!reply->known || !enhanced->known || *enhanced->with == '\0')
        return;
    if (code_list_has(enhanced->with, reply->text) || code_list_has(reply->with, enhanced->text))
        return;
    buffer_printf(lines,
                  "%s is listed with %s, not with %s; what it says is still the more exact.\n",
                  enhanced->text, enhanced->with, reply->text);
}

void code_notes(struct buffer *lines, const struct rcpt_code_name *name)
{
    struct code_view reply = {0}, enhanced = {0};
    if (name->code != 0) {
        reply = code_view_reply(name);
        note_unlisted(lines, &reply);
    }
    if (!code_name_has_enhanced(name))
        return;
    enhanced = code_view_enhanced(name);
    note_unlisted(lines, &enhanced);
    note_subject(lines, name, &enhanced);
    note_class(lines, name, &enhanced);
    if (name->code != 0) {
        note_mismatch(lines, &reply, &enhanced);
        note_pair(lines, &reply, &enhanced);
    }
}
