/*
 * unknown_list.h - the facts of a list that the catalogue does not have
 */
#ifndef SESSION_UNKNOWN_LIST_H
#define SESSION_UNKNOWN_LIST_H

#include "rcptcheck/lists.h"

/* A block list of low severity, tested and read as RFC 5782 says. `kinds` are bits of enum
 * rcpt_list_kind; `source` says where the zone was named. The texts are borrowed. */
struct rcpt_list unknown_list(const char *zone, unsigned kinds, const char *source);

#endif
