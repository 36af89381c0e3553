/*
 * wire.h - DNS messages as octets (RFC 1035 section 4, RFC 3596, RFC 6698, RFC 6891, RFC 8914)
 *
 * A reply is read strictly: every length is checked, records of other names than the question's and
 * its CNAME chain are ignored, and the reply must repeat the question.
 */
#ifndef DNS_WIRE_H
#define DNS_WIRE_H

#include <stddef.h>
#include <stdint.h>

#include "dns/answer.h"
#include "util/arena.h"

#define DNS_EDNS_SIZE 1232 /* octets a UDP reply may have (RFC 9715, DNS flag day 2020) */
#define DNS_QUERY_MAX (12 + 255 + 4 + 11)
#define DNS_CHAIN_MAX 16 /* aliases followed */

/* Writes a query: RD and AD set (RFC 6840 section 5.7), one question, an OPT record of
 * DNS_EDNS_SIZE octets at the very end. Returns its length, or 0 if the name is none. */
size_t dns_wire_query(const char *name, uint16_t type, uint16_t id,
                      unsigned char query[DNS_QUERY_MAX]);

/* Reads a reply to (name, type). Always gives an answer, DNS_MALFORMED with a reason at worst;
 * never DNS_PENDING or DNS_TIMEOUT. It lives in the arena and holds nothing of the message. `name`
 * must live as long. */
struct dns_answer *dns_wire_answer(struct arena *arena, const char *name, uint16_t type,
                                   const unsigned char *message, size_t length);

#endif
