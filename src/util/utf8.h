/*
 * utf8.h - UTF-8 (RFC 3629), read strictly, and text made safe to print
 *
 * Safe text holds no control characters (C0, DEL, C1), no line or paragraph separators, no
 * bidirectional overrides or isolates, no other invisible format characters, and no invalid UTF-8:
 * such octets stand as \xNN, such characters as \u{NNNN}. A backslash of the input is left alone:
 * the form is for eyes, not for reading back.
 */
#ifndef UTIL_UTF8_H
#define UTIL_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "util/arena.h"

/* Reads one character from at most `length` octets (at least 1). Returns its length in octets, 1 to
 * 4, or 0 where the octets are no well-formed UTF-8 (overlong, surrogate, past U+10FFFF, cut off).
 */
size_t utf8_decode(const char *text, size_t length, uint32_t *character);

/* Whether the character may be shown as it is. */
bool utf8_is_printable(uint32_t character);

/* Columns on a terminal: 0 for combining marks, 2 for wide characters, else 1. An approximation by
 * ranges that serves to align; input must be safe text. */
size_t utf8_columns(const char *text);

/* The octets as safe text, in the arena. */
char *utf8_safe(struct arena *arena, const void *bytes, size_t length);

#endif
