/*
 * keyed_zone.h - a zone of the catalogue with its key written in, as mail servers want it
 */
#ifndef SESSION_KEYED_ZONE_H
#define SESSION_KEYED_ZONE_H

#include <stddef.h>

#include "rcptcheck/lists.h"

/* "abcdef.zen.dq.spamhaus.net" is {key}.zen.dq.spamhaus.net with the key "abcdef": the row, and
 * where in `zone` the key stands. NULL if no keyed zone of the catalogue fits. `zone` is canonical
 * text. */
const struct rcpt_list *keyed_zone_find(const char *zone, const char **key, size_t *length);

#endif
