/*
 * wire_read.h - a cursor over a DNS message, and the readers built on it; private to src/dns/wire*
 *
 * Its error is sticky: once something could not be read, everything after it reads as zero and does
 * not move, so a reader is a plain list of fields and the error is looked at once, at the end.
 */
#ifndef DNS_WIRE_READ_H
#define DNS_WIRE_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dns/answer.h"
#include "dns/name.h"
#include "util/arena.h"

struct wire_cursor {
    const unsigned char *message;
    size_t length; /* octets of the whole message: compression pointers refer to it */
    size_t end;    /* reading stops here: the message's end, or that of one RDATA */
    size_t at;
    bool failed;
};

/* A resource record without its data (RFC 1035 section 4.1.3). */
struct wire_record {
    uint16_t type, class;
    uint32_t ttl; /* as it stands: OPT uses it otherwise (RFC 6891 section 6.1.3) */
    size_t rdata, rdlength;
};

void wire_cursor_init(struct wire_cursor *cursor, const unsigned char *message, size_t length);
unsigned wire_u8(struct wire_cursor *cursor);
uint16_t wire_u16(struct wire_cursor *cursor);
uint32_t wire_u32(struct wire_cursor *cursor);
/* The next `count` octets, borrowed; NULL if they are not there. */
const unsigned char *wire_bytes(struct wire_cursor *cursor, size_t count);
/* "" on failure. */
void wire_name(struct wire_cursor *cursor, char text[DNS_NAME_TEXT_SIZE]);
/* One record with its owner's name, stepping over its data. False if it is not well formed. */
bool wire_record(struct wire_cursor *cursor, char owner[DNS_NAME_TEXT_SIZE],
                 struct wire_record *record);
/* A cursor over a record's data alone. */
struct wire_cursor wire_rdata(const struct wire_cursor *cursor, const struct wire_record *record);

/* Reads the data of a record of a type that answer.h lists; it must fill the RDATA exactly. False
 * if it does not, or for another type. */
bool wire_rdata_read(struct arena *arena, struct wire_cursor rdata, uint16_t type,
                     struct dns_record *record);
/* Whether two pieces of data of that type, both well formed, are the same (RFC 2181 section 5):
 * names without case and however compressed, everything else octet by octet. */
bool wire_rdata_same(uint16_t type, struct wire_cursor a, const struct dns_record *record_a,
                     struct wire_cursor b, const struct dns_record *record_b);

#endif
