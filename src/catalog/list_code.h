/*
 * list_code.h - which of a list's codes an answer is
 */
#ifndef CATALOG_LIST_CODE_H
#define CATALOG_LIST_CODE_H

#include <stdbool.h>

#include "rcptcheck/lists.h"

/* Whether a pattern (rcptcheck/lists.h) is well formed. */
bool list_code_is_valid(const char *pattern);
/* Whether four octets match a pattern; false for one that is not well formed. */
bool list_code_matches(const char *pattern, const unsigned char octet[4]);

#endif
