/*
 * examine.h - resolvers on the bench: what looking at one and looking at all share; private to
 * src/session/resolver.c and examine.c
 */
#ifndef SESSION_EXAMINE_H
#define SESSION_EXAMINE_H

#include <stddef.h>

#include "dns/name.h"
#include "dns/record.h"
#include "dns/source.h"
#include "evaluate/dnsxl.h"
#include "rcptcheck/resolver.h"
#include "session/config.h"
#include "session/list_set.h"
#include "util/arena.h"

struct report {
    struct rcpt_resolver_report shown; /* first: a report is its box */
    struct arena arena;                /* all its texts */
};

/* What all resolvers have in common. */
struct examination {
    const struct rcpt_resolver_options *options;
    unsigned timeout_ms, tries;
    struct config config;
    struct list_set lists;
    struct dnsxl_zone *zones; /* those that are tried; in the arena of `lists` */
    size_t n_zones;
    struct dns_recorder *recorder;
    char nonce[DNS_LABEL_MAX + 1];
    struct report *first, *last;
    char *error;
    size_t error_size;
};

/* Notes why a call fails, and returns its status. */
__attribute__((format(printf, 3, 4))) enum rcpt_status examine_fail(struct examination *examination,
                                                                    enum rcpt_status status,
                                                                    const char *format, ...);
enum rcpt_status examine_no_memory(struct examination *examination);

/* Looks at one resolver (text as of dns_resolver_parse()), or at a recording, which it takes over;
 * the other is NULL. Adds a report. */
enum rcpt_status examine_one(struct examination *examination, const char *resolver,
                             struct dns_source *recording);

#endif
