/*
 * config_draft.h - a list while its section of the configuration is read; config.c and
 * config_setting.c only
 */
#ifndef SESSION_CONFIG_DRAFT_H
#define SESSION_CONFIG_DRAFT_H

#include <stdio.h>

#include "session/config.h"

#define CODES_MOST 256

/* A list while its section is read. */
struct config_draft {
    struct config_list list; /* first: a list is its draft */
    struct rcpt_list facts;
    struct rcpt_list_code codes[CODES_MOST + 1];
    size_t n_codes;
    bool has_facts;
};

struct config_reader {
    struct config *config;
    struct config_draft *draft;
    const char *section; /* as written */
    FILE *file;
    int line; /* being read, from 1 */
    int reason_line;
    const char *reason; /* why the line was refused; NULL while all is well */
};

/* Takes one setting of the section that is being read. NULL, or why it cannot be taken. */
const char *config_set(struct config_reader *reader, const char *name, const char *value);

#endif
