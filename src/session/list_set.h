/*
 * list_set.h - the lists that a session asks: from the catalogue, the configuration and the command
 * line
 */
#ifndef SESSION_LIST_SET_H
#define SESSION_LIST_SET_H

#include <stdbool.h>
#include <stddef.h>

#include "dns/channel.h"
#include "evaluate/dnsxl.h"
#include "session/config.h"
#include "util/arena.h"

/* A zone that was asked for by name, and the key that was written into it. */
struct list_named {
    const char *zone; /* canonical, with {key} */
    const char *key;  /* "" for none */
};

struct list_set {
    struct arena arena; /* holds what follows */
    struct list_named *named;
    size_t n_named, max_named;
    bool none; /* no list at all */

    /* Made by list_set_close(). */
    struct dnsxl_zone *zones;
    size_t n_zones;
    struct dns_limit *limits; /* one for each zone */
    const char **secrets;     /* keys, never to be written */
    size_t n_secrets;
};

void list_set_init(struct list_set *set);
void list_set_clear(struct list_set *set);

/* Asks for a zone by name. NULL, or a phrase in the arena that says why it cannot be asked. Does
 * not return when memory runs out: set->arena.guard. */
const char *list_set_add(struct list_set *set, const char *zone);

/* Settles which lists are asked. By default those that are active and free to ask, those with a
 * key, and those of the configuration, less what it switches off and what another chosen list
 * holds. If lists were named, only they. In a replay a key is what a recording has in its place. */
void list_set_close(struct list_set *set, const struct config *config, bool replay);

#endif
