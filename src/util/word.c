/*
 * word.c - texts that are words with a space between them
 *
 * Whole words count only: "mx" is not among "null-mx mx-alias".
 */
#include "util/word.h"

#include <string.h>

bool word_is_among(const char *word, const char *words)
{
    size_t length = strlen(word);
    for (const char *at = words; length > 0 && (at = strstr(at, word)) != NULL; at += length) {
        bool begins = at == words || at[-1] == ' ';
        bool ends = at[length] == '\0' || at[length] == ' ';
        if (begins && ends)
            return true;
    }
    return false;
}
