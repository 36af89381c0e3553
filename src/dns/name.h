/*
 * name.h - domain names: wire form and text (RFC 1035 sections 3.1, 4.1.4 and 5.1, RFC 4343)
 *
 * Text is lower case, without the final dot; "." is the root. Octets that are no printable ASCII,
 * and '.', '\\', '"',
 * '(', ')', ';', '@', '$' inside a label, are written \DDD or with a backslash as in master files.
 */
#ifndef DNS_NAME_H
#define DNS_NAME_H

#include <stdbool.h>
#include <stddef.h>

#define DNS_NAME_WIRE_MAX  255  /* octets, with the root's zero (RFC 1035 section 2.3.4) */
#define DNS_NAME_TEXT_SIZE 1024 /* the longest text with its zero: every octet as \DDD */
#define DNS_LABEL_MAX      63

/* Text to wire. A final dot is allowed. Returns the length in octets, or 0 if the text is no name.
 */
size_t dns_name_to_wire(const char *text, unsigned char wire[DNS_NAME_WIRE_MAX]);

/* The name at `offset` of a message, compression followed: pointers must point backwards, so it
 * ends. Returns the offset behind the name in the message, or 0 if it is not well formed. */
size_t dns_name_from_wire(const unsigned char *message, size_t length, size_t offset,
                          char text[DNS_NAME_TEXT_SIZE]);

/* Lower case, one final dot dropped ("." stays). False if too long for `out`. Does not look at the
 * rest. */
bool dns_name_normalize(const char *text, char out[DNS_NAME_TEXT_SIZE]);

/* The one text of a name, whichever escapes and case it was written with. False if the text is no
 * name. */
bool dns_name_canonical(const char *text, char out[DNS_NAME_TEXT_SIZE]);

#endif
