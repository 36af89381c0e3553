/*
 * word.h - texts that are words with a space between them: lists of ids and zones in tables
 */
#ifndef UTIL_WORD_H
#define UTIL_WORD_H

#include <stdbool.h>

/* Whether `word`, not empty, is one of the words of `words`. */
bool word_is_among(const char *word, const char *words);

#endif
