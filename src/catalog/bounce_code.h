/*
 * bounce_code.h - the code in a bounce line
 */
#ifndef CATALOG_BOUNCE_CODE_H
#define CATALOG_BOUNCE_CODE_H

#include <stdbool.h>

#include "rcptcheck/codes.h"

/* The reply code and the enhanced code that a line tells; what it does not tell is zero. False if
 * it tells neither. White space must be single spaces. */
bool bounce_code_read(const char *line, struct rcpt_code_name *code);

#endif
