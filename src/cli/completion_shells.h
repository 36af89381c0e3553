/*
 * completion_shells.h - one function a shell, and what they share
 */
#ifndef CLI_COMPLETION_SHELLS_H
#define CLI_COMPLETION_SHELLS_H

#include <stddef.h>

#include "report/report.h"

void completion_bash(struct buffer *out);
void completion_zsh(struct buffer *out);

/* The words with a space between them. */
void completion_words(struct buffer *out, const char *(*word)(size_t));

#endif
