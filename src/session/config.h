/*
 * config.h - the user's word on lists: which, with what key, how severe, how often asked
 *
 *   [zen.spamhaus.org]                  a section is a zone, {key} written where a key goes
 *   enabled = no
 *   [{key}.zen.dq.spamhaus.net]
 *   key = abcdefghijklmnopqrstuvwxyz
 *   [bl.example.org]                    a list of one's own, or a changed one
 *   severity = high
 *   kind = ip4, ip6
 *   code.127.0.0.2 = sends spam
 *
 * rcptcheck(5) has every key. The file is read by inih.
 */
#ifndef SESSION_CONFIG_H
#define SESSION_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include "rcptcheck/lists.h"
#include "util/arena.h"

enum config_choice { CONFIG_DEFAULT, CONFIG_YES, CONFIG_NO };

/* What the file says of one zone. */
struct config_list {
    struct config_list *next;
    const char *zone; /* lower case */
    const char *key;  /* "" for none */
    enum config_choice enabled;
    bool has_severity;
    enum rcpt_severity severity;
    unsigned rate;               /* questions a second; 0 for the default */
    const struct rcpt_list *own; /* the facts of a list that the catalogue does not have, or of one
                                    that is changed; else NULL */
};

struct config {
    struct arena arena; /* holds all texts */
    struct config_list *lists;
};

enum config_result { CONFIG_OK, CONFIG_NO_FILE, CONFIG_BAD, CONFIG_NO_MEMORY };

void config_init(struct config *config);
void config_clear(struct config *config);

/* Reads a file into an empty configuration. For CONFIG_BAD `error` is "line N: reason"; for
 * CONFIG_NO_FILE the system's word. */
enum config_result config_read(struct config *config, const char *path, char *error,
                               size_t error_size);

/* What the file says of a zone; NULL for nothing. */
const struct config_list *config_find(const struct config *config, const char *zone);

#endif
