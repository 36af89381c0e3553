/*
 * nearest.h - which known word a mistyped one is likely to mean
 */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

#include <stddef.h>

/* The word that is at most two changes away from `text` (fewer for short ones), or NULL. `word`
 * gives the known words by index, NULL past the last. */
const char *nearest_word(const char *text, const char *(*word)(size_t));

#endif
