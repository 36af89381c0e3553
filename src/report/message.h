/*
 * message.h - the one line on standard error that tells a user's error
 */
#ifndef REPORT_MESSAGE_H
#define REPORT_MESSAGE_H

#include "util/buffer.h"

/* Adds "rcptcheck: TEXT" and an end of line, TEXT made safe to print: it may quote arguments, which
 * may come from anywhere. */
void message_line(struct buffer *out, const char *text);

#endif
