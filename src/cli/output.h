/*
 * output.h - standard output and standard error, and what becomes of a failure to write
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>

#include "report/report.h"

/* Takes the descriptors of standard streams that are closed; called before anything is opened. */
void output_guard(void);

/* Writes the text, at once if standard output is a terminal, and empties the buffer. False if it
 * could not be written or made; the reason has then been told on standard error, unless it is a
 * reader that has gone. */
bool output_write(struct buffer *text);

/* Writes what is held back. `status`, or EXIT_CANNOT_WRITE if anything could not be written. */
int output_finish(int status);

/* One line on standard error, made safe to print. */
void output_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
