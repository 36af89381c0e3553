/*
 * strlist.h - a list of texts that grows in an arena and ends with NULL
 */
#ifndef UTIL_STRLIST_H
#define UTIL_STRLIST_H

#include <stddef.h>

#include "util/arena.h"

struct strlist {
    struct arena *arena;
    const char **items; /* always ended by NULL once strlist_init() is done */
    size_t count, capacity;
};

void strlist_init(struct strlist *list, struct arena *arena);
/* Keeps the pointer: the text must live as long as the arena. */
void strlist_add(struct strlist *list, const char *text);
/* The same, unless an equal text is in the list. */
void strlist_add_once(struct strlist *list, const char *text);
/* The array as it stands, ended by NULL, never NULL itself; lives as long as the arena. */
const char *const *strlist_items(const struct strlist *list);

#endif
