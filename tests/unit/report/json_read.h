/*
 * json_read.h - one line of JSON read back, and its keys in their order
 */
#ifndef TESTS_UNIT_REPORT_JSON_READ_H
#define TESTS_UNIT_REPORT_JSON_READ_H

#include <check.h>
#include <jansson.h>
#include <string.h>

#include "util/buffer.h"

/* The value of a buffer that holds one line and nothing else; the buffer is cleared. */
static inline json_t *json_read_line(struct buffer *out)
{
    ck_assert(!out->failed);
    const char *end = strchr(buffer_text(out), '\n');
    ck_assert_ptr_nonnull(end);
    ck_assert_str_eq(end, "\n");
    json_error_t error;
    json_t *value = json_loads(buffer_text(out), JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(value != NULL, "%s", error.text);
    buffer_clear(out);
    return value;
}

/* The keys in their order, with a space between. */
static inline void json_check_keys(json_t *object, const char *expected)
{
    char keys[512] = "";
    const char *key;
    json_t *value;
    ck_assert(json_is_object(object));
    json_object_foreach(object, key, value)
    {
        if (keys[0] != '\0')
            strcat(keys, " ");
        strcat(keys, key);
    }
    ck_assert_str_eq(keys, expected);
}

static inline const char *json_text_at(json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    ck_assert_msg(text != NULL, "%s is no string", key);
    return text;
}

static inline bool json_null_at(json_t *object, const char *key)
{
    return json_is_null(json_object_get(object, key));
}

static inline json_t *json_item(json_t *object, const char *key, size_t index)
{
    return json_array_get(json_object_get(object, key), index);
}

#endif
