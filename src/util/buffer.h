/*
 * buffer.h - a text that grows; its error is sticky and looked at once, at the end
 */
#ifndef UTIL_BUFFER_H
#define UTIL_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

struct buffer {
    char *data;    /* zero-terminated unless NULL; the buffer's own, freed by buffer_clear() */
    size_t length; /* octets, without the zero */
    size_t capacity;
    bool failed; /* memory ran out: what follows was dropped */
};

void buffer_init(struct buffer *buffer);
void buffer_clear(struct buffer *buffer);
/* Empties it and keeps its memory; forgets a failure. */
void buffer_reset(struct buffer *buffer);

void buffer_add(struct buffer *buffer, const char *text);
void buffer_add_bytes(struct buffer *buffer, const void *bytes, size_t length);
void buffer_add_char(struct buffer *buffer, char c);
void buffer_add_repeat(struct buffer *buffer, char c, size_t count);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The text; "" while nothing was added. Borrowed until the next change. */
const char *buffer_text(const struct buffer *buffer);

#endif
