/*
 * code_argument.h - a code from the command line
 */
#ifndef CLI_CODE_ARGUMENT_H
#define CLI_CODE_ARGUMENT_H

#include <stdbool.h>

#include "rcptcheck.h"

/* Reads a code; false, with a line on standard error that names the place, if it is none. */
bool code_argument(const char *text, struct rcpt_code_name *name);

#endif
