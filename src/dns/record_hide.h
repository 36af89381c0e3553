/*
 * record_hide.h - keys taken out of an answer before it is recorded; private to src/dns/record*
 */
#ifndef DNS_RECORD_HIDE_H
#define DNS_RECORD_HIDE_H

#include <stddef.h>

#include "dns/answer.h"
#include "util/arena.h"

/* The text with "{key}" wherever one of the secrets stands, in any case; of several at one place
 * the longest counts. The text itself if none does; else in the arena. */
const char *record_hide_text(struct arena *arena, const char *text, const char *const *secrets,
                             size_t count);

/* A copy of the answer, in the arena, without the secrets: in its names, in records, in the reason
 * and in the extended error. NULL if a name would be too long with "{key}" in it. */
const struct dns_answer *record_hide(struct arena *arena, const struct dns_answer *answer,
                                     const char *const *secrets, size_t count);

#endif
