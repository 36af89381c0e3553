/*
 * json_codes.c - codes as JSON: explained, compared, and the tables of them
 *
 * A code is an object with the same fields whichever table it is from; what the tables do not have
 * is null, with "known" false, and the meaning and fix are then those of the class. Lists of codes
 * are arrays of strings. A table is a row a line, with "kind" to tell the two tables apart.
 */
#include "report/code_compare.h"
#include "report/code_list.h"
#include "report/code_view.h"
#include "report/json_parts.h"
#include "report/json_text.h"
#include "report/report.h"

/* "" in a view or a table means that there is none. */
static json_t *text_or_null(const char *text)
{
    return *text == '\0' ? json_null() : json_string(text);
}

/* "450, 550" as ["450","550"]. */
static json_t *list_of(const char *codes)
{
    json_t *array = json_array();
    char item[CODE_LIST_ITEM];
    while (code_list_next(&codes, item)) {
        if (json_array_append_new(array, json_string(item)) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

/* The class digits that an enhanced code is described with: "45" as ["4xx","5xx"]. */
static json_t *classes_of(const char *digits)
{
    json_t *array = json_array();
    for (; *digits != '\0'; digits++) {
        const struct rcpt_code_class *class = rcpt_code_class_find((unsigned)(*digits - '0'));
        if (class != NULL && json_array_append_new(array, json_string(class->label)) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

/* What both kinds have, behind the fields that only one has. */
static json_t *add_common(json_t *object, const struct code_view *view)
{
    const struct rcpt_code_class *class = view->class;
    json_t *more =
        json_pack("{s:b,s:o,s:o,s:o,s:s,s:o,s:s,s:o}", "known", view->known, "name",
                  json_text(view->known ? view->name : NULL), "class",
                  json_text(class == NULL ? NULL : class->label), "class_name",
                  json_text(class == NULL ? NULL : class->name), "meaning", view->meaning, "seen",
                  text_or_null(view->seen), "fix", view->fix, "source", text_or_null(view->source));
    if (object == NULL || more == NULL || json_object_update(object, more) != 0) {
        json_decref(object);
        object = NULL;
    }
    json_decref(more);
    return object;
}

static json_t *reply_object(const struct rcpt_code_name *name)
{
    struct code_view view = code_view_reply(name);
    return add_common(json_pack("{s:i,s:o,s:o}", "code", (int)name->code, "status",
                                text_or_null(view.standing), "enhanced", list_of(view.with)),
                      &view);
}

static json_t *enhanced_object(const struct rcpt_code_name *name)
{
    struct code_view view = code_view_enhanced(name);
    return add_common(json_pack("{s:s,s:o,s:o}", "enhanced", view.text, "classes",
                                classes_of(view.classes), "replies", list_of(view.with)),
                      &view);
}

/* The notes as an array; they come a line a note. */
static json_t *notes_of(const struct rcpt_code_name *name)
{
    struct buffer lines;
    buffer_init(&lines);
    code_notes(&lines, name);
    json_t *array = lines.failed ? NULL : json_array();
    size_t start = 0;
    for (size_t i = 0; array != NULL && i < lines.length; i++) {
        if (lines.data[i] != '\n')
            continue;
        if (json_array_append_new(array, json_stringn(lines.data + start, i - start)) != 0) {
            json_decref(array);
            array = NULL;
        }
        start = i + 1;
    }
    buffer_clear(&lines);
    return array;
}

json_t *json_explanation(const struct rcpt_code_name *name)
{
    char text[CODE_TEXT_SIZE];
    bool enhanced = code_name_has_enhanced(name);
    return json_pack("{s:s,s:o,s:o,s:o}", "input", code_name_text(text, name), "reply",
                     name->code == 0 ? json_null() : reply_object(name), "enhanced",
                     enhanced ? enhanced_object(name) : json_null(), "notes", notes_of(name));
}

/* Writes { "schema": 1, ... } as a line. */
static void emit(struct buffer *out, json_t *object)
{
    json_t *line = json_pack("{s:i}", "schema", JSON_SCHEMA);
    if (object == NULL || line == NULL || json_object_update(line, object) != 0) {
        json_decref(line);
        line = NULL;
    }
    json_decref(object);
    json_emit(out, line);
}

void json_explain(struct buffer *out, const struct report_style *style,
                  const struct rcpt_code_name *name)
{
    (void)style;
    emit(out, json_explanation(name));
}

/* Takes the sentence out of the buffer, which is empty afterwards. */
static json_t *take_sentence(struct buffer *text)
{
    json_t *string = text->failed ? NULL : json_string(buffer_text(text));
    buffer_reset(text);
    return string;
}

static json_t *summary_of(const struct code_compare *pair)
{
    struct buffer text;
    buffer_init(&text);
    code_compare_summary(&text, pair);
    json_t *string = take_sentence(&text);
    buffer_clear(&text);
    return string;
}

/* The sentences that `next` makes, one an index, until it has no more. */
static json_t *sentences_of(const struct code_compare *pair,
                            bool (*next)(struct buffer *, const struct code_compare *, size_t))
{
    json_t *array = json_array();
    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; array != NULL && next(&text, pair, i); i++) {
        if (json_array_append_new(array, take_sentence(&text)) != 0) {
            json_decref(array);
            array = NULL;
        }
    }
    buffer_clear(&text);
    return array;
}

void json_compare(struct buffer *out, const struct report_style *style,
                  const struct rcpt_code_name *first, const struct rcpt_code_name *second)
{
    (void)style;
    struct code_compare pair = code_compare_of(first, second);
    emit(out, json_pack("{s:o,s:o,s:b,s:b,s:o,s:o,s:o}", "first", json_explanation(first), "second",
                        json_explanation(second), "same", pair.same, "same_class", pair.same_class,
                        "summary", summary_of(&pair), "differences",
                        sentences_of(&pair, code_compare_difference), "when",
                        sentences_of(&pair, code_compare_when)));
}

/* A row of a table: "kind", then the code's own object. */
static void emit_row(struct buffer *out, const char *kind, json_t *code)
{
    json_t *row = json_pack("{s:s}", "kind", kind);
    if (row == NULL || code == NULL || json_object_update(row, code) != 0) {
        json_decref(row);
        row = NULL;
    }
    json_decref(code);
    emit(out, row);
}

void json_catalog_codes(struct buffer *out, const struct report_style *style)
{
    (void)style;
    const struct rcpt_reply_code *reply;
    const struct rcpt_enhanced_code *enhanced;
    for (size_t i = 0; (reply = rcpt_reply_code_at(i)) != NULL; i++) {
        struct rcpt_code_name name = {.code = reply->code};
        emit_row(out, "reply", reply_object(&name));
    }
    for (size_t i = 0; (enhanced = rcpt_enhanced_code_at(i)) != NULL; i++) {
        struct rcpt_code_name name = {.enhanced = {0, enhanced->subject, enhanced->detail}};
        emit_row(out, "enhanced", enhanced_object(&name));
    }
}
