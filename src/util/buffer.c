/*
 * buffer.c - a text that grows; its error is sticky and looked at once, at the end
 *
 * The memory doubles. When none is to be had the text stays as it was, `failed` is set, and all
 * that is added later is dropped, so a caller writes its whole text and looks once.
 *
 * Limits: a text has at most LENGTH_MOST octets; more counts as out of memory.
 */
#include "util/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CAPACITY_FIRST ((size_t)256)
#define LENGTH_MOST    ((size_t)1 << 30)

void buffer_init(struct buffer *buffer)
{
    memset(buffer, 0, sizeof *buffer);
}

void buffer_clear(struct buffer *buffer)
{
    free(buffer->data);
    buffer_init(buffer);
}

void buffer_reset(struct buffer *buffer)
{
    buffer->length = 0;
    buffer->failed = false;
    if (buffer->data != NULL)
        buffer->data[0] = '\0';
}

/* Makes room for `more` octets and a zero. */
static bool reserve(struct buffer *buffer, size_t more)
{
    if (buffer->failed)
        return false;
    if (more > LENGTH_MOST - buffer->length) {
        buffer->failed = true;
        return false;
    }
    size_t need = buffer->length + more + 1;
    if (need <= buffer->capacity)
        return true;

    size_t capacity = buffer->capacity > 0 ? buffer->capacity : CAPACITY_FIRST;
    while (capacity < need)
        capacity *= 2;
    char *data = realloc(buffer->data, capacity);
    if (data == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

static void grow_by(struct buffer *buffer, size_t length)
{
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void buffer_add(struct buffer *buffer, const char *text)
{
    buffer_add_bytes(buffer, text, strlen(text));
}

void buffer_add_bytes(struct buffer *buffer, const void *bytes, size_t length)
{
    if (length == 0 || !reserve(buffer, length))
        return;
    memcpy(buffer->data + buffer->length, bytes, length);
    grow_by(buffer, length);
}

void buffer_add_char(struct buffer *buffer, char c)
{
    buffer_add_bytes(buffer, &c, 1);
}

void buffer_add_repeat(struct buffer *buffer, char c, size_t count)
{
    if (count == 0 || !reserve(buffer, count))
        return;
    memset(buffer->data + buffer->length, c, count);
    grow_by(buffer, count);
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length < 0) {
        buffer->failed = true;
        return;
    }
    if (length == 0 || !reserve(buffer, (size_t)length))
        return;
    va_start(args, format);
    vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, args);
    va_end(args);
    buffer->length += (size_t)length;
}

const char *buffer_text(const struct buffer *buffer)
{
    return buffer->data != NULL ? buffer->data : "";
}
