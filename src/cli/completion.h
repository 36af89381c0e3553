/*
 * completion.h - completion scripts for shells, generated from the tables
 */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include <stddef.h>

#include "report/report.h"

/* The shells by index from 0, NULL past the last. */
const char *completion_shell(size_t index);

/* The script for one of these shells. */
void completion_script(struct buffer *out, const char *shell);

#endif
