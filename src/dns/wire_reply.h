/*
 * wire_reply.h - a reply as a message: header, question, sections, OPT; private to src/dns/wire*
 */
#ifndef DNS_WIRE_REPLY_H
#define DNS_WIRE_REPLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dns/answer.h"
#include "dns/wire_read.h"
#include "util/arena.h"

#define CLASS_IN 1
#define TYPE_OPT 41

/* The second 16 bits of the header (RFC 1035 section 4.1.1, RFC 4035 section 3.2.3). */
#define FLAG_QR     0x8000u
#define FLAG_OPCODE 0x7800u
#define FLAG_AA     0x0400u
#define FLAG_TC     0x0200u
#define FLAG_RD     0x0100u
#define FLAG_AD     0x0020u
#define FLAG_RCODE  0x000fu

#define RCODE_NOERROR  0
#define RCODE_NXDOMAIN 3

#define TTL_MOST (7 * 86400) /* longer ones are cut (RFC 8767 section 4) */

enum { ANSWER, AUTHORITY, ADDITIONAL, SECTIONS };

/* A reply on its way to an answer. */
struct wire_reply {
    struct arena *arena;
    struct dns_answer *answer;
    uint16_t flags;
    unsigned rcode; /* with its upper bits from OPT */
    unsigned questions, counts[SECTIONS];
    struct wire_cursor cursor;  /* behind what was read */
    struct wire_cursor answers; /* before the answer section */
    bool has_opt, has_soa, has_ns;
    uint32_t negative_ttl; /* that of the SOA record */
    uint32_t lowest_ttl;   /* of the chain and the records */
};

/* Reads the whole message. answer->name and ->type hold the question; the extended error goes to
 * the answer. NULL, or why the reply is malformed. */
const char *wire_reply_read(struct wire_reply *reply, const unsigned char *message, size_t length);

/* A TTL as it counts: with the top bit set it is zero (RFC 2181 section 8), and at most TTL_MOST.
 */
uint32_t wire_ttl(uint32_t ttl);

/* A walk over the answer section, for the records of one name and type. */
struct wire_walk {
    struct wire_cursor cursor;
    unsigned left;
};

struct wire_walk wire_walk_answers(const struct wire_reply *reply);
bool wire_walk_next(struct wire_walk *walk, const char *owner, uint16_t type,
                    struct wire_record *record);

#endif
