/*
 * help.h - help texts, made from the tables of commands and options
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/command.h"

/* The columns that every help text keeps to. */
enum { HELP_WIDTH = 80 };

/* Help on one command, or on all where it is NULL. */
void help_text(struct buffer *out, const struct command *command);

/* The few lines for a command line that says nothing. */
void help_usage(struct buffer *out);

#endif
