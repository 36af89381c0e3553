/*
 * json_text.c - JSON written through jansson: one compact object a line
 *
 * Values are built as a whole and written at once, so a line is either complete or missing, and a
 * missing one leaves buffer->failed set. RFC 8259: output is UTF-8; jansson escapes what must be
 * escaped and refuses text that is not UTF-8.
 *
 * Limits: a value is held in memory before it is written, which is fine for reports.
 */
#include "report/json_text.h"

#include "report/code_text.h"

json_t *json_text(const char *text)
{
    return text == NULL ? json_null() : json_string(text);
}

json_t *json_texts(const char *const *texts)
{
    if (texts == NULL)
        return json_null();
    json_t *array = json_array();
    for (; *texts != NULL; texts++) {
        if (json_array_append_new(array, json_string(*texts)) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

json_t *json_enhanced(struct rcpt_enhanced enhanced)
{
    if (!code_has_enhanced(enhanced))
        return json_null();
    char text[CODE_TEXT_SIZE];
    return json_string(code_enhanced_text(text, enhanced));
}

/* jansson hands the text over in pieces. */
static int add_piece(const char *piece, size_t length, void *out)
{
    buffer_add_bytes(out, piece, length);
    return 0;
}

void json_emit(struct buffer *out, json_t *value)
{
    if (value == NULL || json_dump_callback(value, add_piece, out, JSON_COMPACT) != 0)
        out->failed = true;
    else
        buffer_add_char(out, '\n');
    json_decref(value);
}
