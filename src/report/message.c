/*
 * message.c - the one line on standard error that tells a user's error
 *
 * A message may quote an argument or the name of a file, and these may hold escape sequences or
 * octets that are no UTF-8. The line shows them in the form of util/utf8.h.
 *
 * Limits: when memory runs out the program ends; a message is the last thing it does anyway.
 */
#include "report/message.h"

#include <string.h>

#include "util/arena.h"
#include "util/utf8.h"

void message_line(struct buffer *out, const char *text)
{
    struct arena arena;
    arena_init(&arena);
    buffer_add(out, "rcptcheck: ");
    buffer_add(out, utf8_safe(&arena, text, strlen(text)));
    buffer_add_char(out, '\n');
    arena_clear(&arena);
}
