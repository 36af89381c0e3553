/*
 * keyed_zone.c - a zone of the catalogue with its key written in
 *
 * A key that is part of a zone's name would be shown wherever the zone is. So it is found by the
 * catalogue's zones, in which {key} stands for one label, and taken out.
 */
#include "session/keyed_zone.h"

#include <string.h>

static const char place[] = "{key}";

/* Whether `zone` is `pattern` with a label in the place of {key}. */
static bool fits(const char *pattern, const char *zone, const char **key, size_t *length)
{
    const char *at = strstr(pattern, place);
    if (at == NULL)
        return false;
    size_t before = (size_t)(at - pattern);
    const char *behind = at + strlen(place);
    if (strncmp(pattern, zone, before) != 0)
        return false;
    *key = zone + before;
    *length = strcspn(*key, ".");
    return *length > 0 && strcmp(*key + *length, behind) == 0 && strncmp(*key, place, *length) != 0;
}

const struct rcpt_list *keyed_zone_find(const char *zone, const char **key, size_t *length)
{
    const struct rcpt_list *list;
    for (size_t i = 0; (list = rcpt_list_at(i)) != NULL; i++) {
        if (fits(list->zone, zone, key, length))
            return list;
    }
    return NULL;
}
