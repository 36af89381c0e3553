/*
 * wire_read.c - a cursor over a DNS message that cannot leave it
 *
 * RFC 1035 sections 4.1.3 (records) and 4.1.4 (names). Every read checks what is left first; the
 * first one that does not fit sets `failed`, and all later ones give zero.
 */
#include "dns/wire_read.h"

void wire_cursor_init(struct wire_cursor *cursor, const unsigned char *message, size_t length)
{
    *cursor = (struct wire_cursor){.message = message, .length = length, .end = length};
}

const unsigned char *wire_bytes(struct wire_cursor *cursor, size_t count)
{
    if (cursor->failed || count > cursor->end - cursor->at) {
        cursor->failed = true;
        return NULL;
    }
    const unsigned char *bytes = cursor->message + cursor->at;
    cursor->at += count;
    return bytes;
}

unsigned wire_u8(struct wire_cursor *cursor)
{
    const unsigned char *p = wire_bytes(cursor, 1);
    return p != NULL ? p[0] : 0;
}

uint16_t wire_u16(struct wire_cursor *cursor)
{
    const unsigned char *p = wire_bytes(cursor, 2);
    return p != NULL ? (uint16_t)((unsigned)p[0] << 8 | p[1]) : 0;
}

uint32_t wire_u32(struct wire_cursor *cursor)
{
    const unsigned char *p = wire_bytes(cursor, 4);
    if (p == NULL)
        return 0;
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

void wire_name(struct wire_cursor *cursor, char text[DNS_NAME_TEXT_SIZE])
{
    size_t after = 0;
    if (!cursor->failed)
        after = dns_name_from_wire(cursor->message, cursor->length, cursor->at, text);
    if (after == 0 || after > cursor->end) {
        cursor->failed = true;
        text[0] = '\0';
        return;
    }
    cursor->at = after;
}

bool wire_record(struct wire_cursor *cursor, char owner[DNS_NAME_TEXT_SIZE],
                 struct wire_record *record)
{
    wire_name(cursor, owner);
    record->type = wire_u16(cursor);
    record->class = wire_u16(cursor);
    record->ttl = wire_u32(cursor);
    record->rdlength = wire_u16(cursor);
    record->rdata = cursor->at;
    wire_bytes(cursor, record->rdlength);
    return !cursor->failed;
}

struct wire_cursor wire_rdata(const struct wire_cursor *cursor, const struct wire_record *record)
{
    return (struct wire_cursor){.message = cursor->message,
                                .length = cursor->length,
                                .at = record->rdata,
                                .end = record->rdata + record->rdlength};
}
