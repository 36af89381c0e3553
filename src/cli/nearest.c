/*
 * nearest.c - which known word a mistyped one is likely to mean
 *
 * The distance counts insertions, deletions, replacements and swaps of neighbours (optimal string
 * alignment). It must be less than half of the typed word, so that short words do not match
 * anything at all.
 *
 * Limits: words of more than NEAREST_MOST octets are near to nothing.
 */
#include "cli/nearest.h"

#include <string.h>

enum { NEAREST_MOST = 24, NEAREST_CHANGES = 2 };

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

static unsigned distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    unsigned cost[NEAREST_MOST + 1][NEAREST_MOST + 1];
    for (size_t i = 0; i <= a_length; i++)
        cost[i][0] = (unsigned)i;
    for (size_t j = 0; j <= b_length; j++)
        cost[0][j] = (unsigned)j;
    for (size_t i = 1; i <= a_length; i++) {
        for (size_t j = 1; j <= b_length; j++) {
            unsigned replace = cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            cost[i][j] = least(replace, least(cost[i - 1][j], cost[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = least(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a_length][b_length];
}

const char *nearest_word(const char *text, const char *(*word)(size_t))
{
    size_t length = strlen(text);
    unsigned best = NEAREST_CHANGES + 1;
    const char *nearest = NULL, *known;
    if (length > NEAREST_MOST)
        return NULL;
    for (size_t i = 0; (known = word(i)) != NULL; i++) {
        size_t known_length = strlen(known);
        if (known_length > NEAREST_MOST)
            continue;
        unsigned changes = distance(text, length, known, known_length);
        if (changes < best && changes * 2 < length) {
            best = changes;
            nearest = known;
        }
    }
    return nearest;
}
