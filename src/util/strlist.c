/*
 * strlist.c - a list of texts that grows in an arena and ends with NULL
 *
 * The array doubles when it is full; the old one stays in the arena until that is cleared, so an
 * array that was handed out before stays readable. Running out of memory goes to the arena's guard.
 */
#include "util/strlist.h"

#include <string.h>

#define CAPACITY_FIRST 4 /* the NULL at the end counts */

void strlist_init(struct strlist *list, struct arena *arena)
{
    list->arena = arena;
    list->items = arena_array(arena, CAPACITY_FIRST, sizeof *list->items);
    list->count = 0;
    list->capacity = CAPACITY_FIRST;
}

void strlist_add(struct strlist *list, const char *text)
{
    if (list->count + 1 == list->capacity) {
        const char **larger = arena_array(list->arena, list->capacity * 2, sizeof *larger);
        memcpy(larger, list->items, list->count * sizeof *larger);
        list->items = larger;
        list->capacity *= 2;
    }
    list->items[list->count++] = text;
    list->items[list->count] = NULL;
}

void strlist_add_once(struct strlist *list, const char *text)
{
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i], text) == 0)
            return;
    }
    strlist_add(list, text);
}

const char *const *strlist_items(const struct strlist *list)
{
    return (const char *const *)list->items;
}
