/*
 * json_text.h - JSON written through jansson: one compact object a line
 *
 * A value that cannot be made (no memory, or text that is not UTF-8) is NULL; json_pack() passes
 * that on for its "o" items, and json_emit() turns it into buffer->failed. Fields keep the order in
 * which they were set.
 */
#ifndef REPORT_JSON_TEXT_H
#define REPORT_JSON_TEXT_H

#include <jansson.h>

#include "rcptcheck/result.h"
#include "util/buffer.h"

/* The contract's version: the first field of every object on a line of its own. */
enum { JSON_SCHEMA = 1 };

/* A string, or JSON null for NULL. */
json_t *json_text(const char *text);

/* An array of strings from a list that ends with NULL; a list that is NULL itself gives null. */
json_t *json_texts(const char *const *texts);

/* "5.1.10", or null where there is no code (all three are 0); "X.1.10" without a class digit. */
json_t *json_enhanced(struct rcpt_enhanced enhanced);

/* Adds the value as one line and gives it up. NULL marks the buffer as failed. */
void json_emit(struct buffer *out, json_t *value);

#endif
