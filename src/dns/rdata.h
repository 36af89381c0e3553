/*
 * rdata.h - records as text, as in a master file (RFC 1035 section 5.1): for evidence, recordings
 * and tests
 */
#ifndef DNS_RDATA_H
#define DNS_RDATA_H

#include <stdbool.h>

#include "dns/answer.h"
#include "util/arena.h"
#include "util/buffer.h"

/* Adds a record's data: "10 mx.example.com.", "192.0.2.1", "\"v=spf1 -all\"". ASCII without control
 * characters. */
void dns_rdata_format(struct buffer *out, uint16_t type, const struct dns_record *record);

/* The same in an arena. */
char *dns_rdata_text(struct arena *arena, uint16_t type, const struct dns_record *record);

/* Reads what dns_rdata_format() writes (names with or without final dot). False if the text is not
 * of that form. */
bool dns_rdata_parse(struct arena *arena, uint16_t type, const char *text,
                     struct dns_record *record);

/* An answer as lines for a person, in the arena, ended by NULL: its aliases ("a.example. CNAME
 * b.example."), then each record ("example.com. MX 10 mx.example.com."), or one line for no records
 * ("example.com. MX: NXDOMAIN"), with the extended error and reason of a failure behind it. */
const char *const *dns_answer_lines(struct arena *arena, const struct dns_answer *answer);

#endif
