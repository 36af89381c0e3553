/*
 * run.h - does what a parsed command line asks for
 */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/options.h"

/* Prints help, version or completion, or runs the command that the operands name. Returns the exit
 * status. `error` is empty and is used for what is wrong. */
int run(struct options *options, struct buffer *error);

/* Tells a mistake in the command line, on standard error. */
int run_usage_error(const struct buffer *error);

#endif
