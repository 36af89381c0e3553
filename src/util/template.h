/*
 * template.h - sentences with places to fill: "{domain} publishes a null MX"
 *
 * Tables of facts hold such sentences; what stands in the braces is looked up by name.
 */
#ifndef UTIL_TEMPLATE_H
#define UTIL_TEMPLATE_H

#include <stddef.h>

#include "util/arena.h"

/* The text for a word of `length` octets, or NULL if there is no such word (it is then left as it
 * stands, with its braces, so that tests can see it). Never allocates beyond the arena. */
typedef const char *template_word(struct arena *arena, const void *context, const char *word,
                                  size_t length);

/* The sentence, filled, in the arena. A brace that is never closed is ordinary text. */
const char *template_fill(struct arena *arena, const char *sentence, template_word *find,
                          const void *context);

#endif
