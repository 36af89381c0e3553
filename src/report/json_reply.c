/*
 * json_reply.c - what a provider means with a reply, and what the registry does, as one JSON object
 *
 * The fields of `explain`, with "provider", "provider_reply" and "candidates" before them: the row
 * that is meant, or the rows between which the code does not decide. "input" is the pasted text,
 * made safe, or the code.
 */
#include <string.h>

#include "report/code_text.h"
#include "report/json_parts.h"
#include "report/json_text.h"
#include "report/reply_view.h"
#include "report/report.h"
#include "util/utf8.h"

/* The input that is shown: octets beyond are left out. */
enum { INPUT_MOST = 4000 };

static json_t *row_object(const struct rcpt_provider_reply *row)
{
    if (row == NULL)
        return json_null();
    return json_pack("{s:s,s:o,s:o,s:o,s:o,s:o,s:s,s:o,s:s,s:s,s:s,s:s,s:b}", "provider",
                     row->provider, "code", row->code == 0 ? json_null() : json_integer(row->code),
                     "code_high", row->code_high == 0 ? json_null() : json_integer(row->code_high),
                     "enhanced", json_enhanced(row->enhanced), "enhanced_high",
                     json_enhanced(row->enhanced_high), "token", json_said(row->token), "trigger",
                     rcpt_trigger_name(row->trigger), "lists", json_said(row->lists), "meaning",
                     row->meaning, "fix", row->fix, "source", row->source, "confidence",
                     row->confidence, "differs", row->differs);
}

static json_t *candidates_of(const struct reply_view *view)
{
    const struct rcpt_provider_reply *row = NULL;
    json_t *array = json_array();
    while (array != NULL && (row = reply_view_next(view, row)) != NULL)
        array = json_append(array, row_object(row));
    return array;
}

/* The pasted text as safe text. */
static json_t *input_of(const char *line)
{
    struct arena arena;
    arena_init(&arena);
    json_t *text = json_text(utf8_safe(&arena, line, strnlen(line, INPUT_MOST)));
    arena_clear(&arena);
    return text;
}

void json_explain_reply(struct buffer *out, const struct report_style *style, const char *line,
                        const struct rcpt_bounce *bounce)
{
    (void)style;
    struct reply_view view = reply_view_of(bounce, line);
    json_t *object = json_pack("{s:i,s:n,s:o,s:o,s:o}", "schema", JSON_SCHEMA, "input", "provider",
                               json_text(bounce->provider), "provider_reply", row_object(view.row),
                               "candidates", candidates_of(&view));
    json_t *rest = view.has_code
                       ? json_explanation(&bounce->code)
                       : json_pack("{s:n,s:n,s:n,s:[]}", "input", "reply", "enhanced", "notes");
    bool good = object != NULL && rest != NULL && json_object_update(object, rest) == 0 &&
                (line == NULL || json_object_set_new(object, "input", input_of(line)) == 0);
    json_decref(rest);
    if (!good) {
        json_decref(object);
        object = NULL;
    }
    json_emit(out, object);
}
