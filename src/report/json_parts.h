/*
 * json_parts.h - the parts of a result's JSON that have a file of their own
 *
 * As in json_text.h, a value that cannot be made is NULL, and whoever gets it passes that on.
 */
#ifndef REPORT_JSON_PARTS_H
#define REPORT_JSON_PARTS_H

#include <jansson.h>

#include "rcptcheck.h"

/* A text of the library, where "" means that there is nothing to say: that is null. */
json_t *json_said(const char *text);

/* Adds a value to an array; on failure the array is given up and NULL returned. */
json_t *json_append(json_t *array, json_t *value);

json_t *json_problems(const struct rcpt_problem *problem);

/* What lists say, an object a list, in the order given. */
json_t *json_listing_array(const struct rcpt_listing *listing);

/* Forward-confirmed reverse DNS; null where it was not looked at. */
json_t *json_rdns(const struct rcpt_sender *sender);

/* Adds "sender", "helo", "mail_from" and "not_looked_at" to a result; NULL, and the result is given
 * up, if that fails. */
json_t *json_add_sender(json_t *result, const struct rcpt_sender *sender);

/* What `explain` says of a name: its fields without the schema. */
json_t *json_explanation(const struct rcpt_code_name *name);

#endif
