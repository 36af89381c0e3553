/*
 * mailbox.h - a recipient from text: RFC 5321 Mailbox with RFC 6531, or a bare domain
 */
#ifndef ADDRESS_MAILBOX_H
#define ADDRESS_MAILBOX_H

#include <stddef.h>

#include "rcptcheck/result.h"
#include "util/arena.h"

/* Defects of an address, one row each in mailbox_defect.c: id and sentence. Rules name them by id.
 */

/* Reads `length` octets of anything. The result, valid or not, lives in the arena. */
const struct rcpt_address *mailbox_parse(struct arena *arena, const char *text, size_t length);

#endif
