/*
 * message.h - builds DNS replies for tests, record by record
 *
 *   message_begin(&m, 0x8180, "example.com", DNS_TYPE_MX);
 *   message_add(&m, "an example.com 300 MX 10 mx.example.com");
 *   message_add(&m, "an example.com 300 MX #000a");              RDATA as hexadecimal digits
 *   message_add(&m, "ar . 0 OPT #000f00020016");                 a TTL may be 0x01000000
 *
 * The sections must be added in order. Names are not compressed; tests of compression lay their
 * octets by hand.
 */
#ifndef TESTS_UNIT_DNS_MESSAGE_H
#define TESTS_UNIT_DNS_MESSAGE_H

#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dns/name.h"
#include "dns/rdata.h"

struct message {
    unsigned char data[70000];
    size_t length;
};

static inline void message_bytes(struct message *m, const void *bytes, size_t n)
{
    ck_assert_uint_le(m->length + n, sizeof m->data);
    if (n > 0)
        memcpy(m->data + m->length, bytes, n);
    m->length += n;
}

static inline void message_u8(struct message *m, unsigned value)
{
    unsigned char octet = (unsigned char)value;
    message_bytes(m, &octet, 1);
}

static inline void message_u16(struct message *m, unsigned value)
{
    message_u8(m, value >> 8 & 0xff);
    message_u8(m, value & 0xff);
}

static inline void message_u32(struct message *m, unsigned long value)
{
    message_u16(m, (unsigned)(value >> 16 & 0xffff));
    message_u16(m, (unsigned)(value & 0xffff));
}

static inline void message_name(struct message *m, const char *text)
{
    unsigned char wire[DNS_NAME_WIRE_MAX];
    size_t n = dns_name_to_wire(text, wire);
    ck_assert_msg(n > 0, "no name: %s", text);
    message_bytes(m, wire, n);
}

/* Overwrites 16 bits of the header: 2 flags, 4 questions, 6, 8, 10 the sections. */
static inline void message_set(struct message *m, size_t offset, unsigned value)
{
    m->data[offset] = (unsigned char)(value >> 8);
    m->data[offset + 1] = (unsigned char)(value & 0xff);
}

static inline void message_begin(struct message *m, unsigned flags, const char *name, unsigned type)
{
    m->length = 0;
    message_u16(m, 0x2a2a);
    message_u16(m, flags);
    message_u16(m, 1);
    message_u16(m, 0);
    message_u32(m, 0);
    message_name(m, name);
    message_u16(m, type);
    message_u16(m, 1);
}

static inline void message_count(struct message *m, size_t section)
{
    size_t at = 6 + 2 * section;
    message_set(m, at, ((unsigned)m->data[at] << 8 | m->data[at + 1]) + 1);
}

static inline void message_txt(struct message *m, const struct dns_record *r)
{
    size_t i = 0;
    do {
        size_t n = r->txt.length - i < 255 ? r->txt.length - i : 255;
        message_u8(m, (unsigned)n);
        message_bytes(m, r->txt.bytes + i, n);
        i += n;
    } while (i < r->txt.length);
}

static inline void message_rdata(struct message *m, unsigned type, const struct dns_record *r)
{
    switch (type) {
    case DNS_TYPE_A:
        message_bytes(m, r->address.octet, 4);
        break;
    case DNS_TYPE_AAAA:
        message_bytes(m, r->address.octet, 16);
        break;
    case DNS_TYPE_MX:
        message_u16(m, r->mx.preference);
        message_name(m, r->mx.exchange);
        break;
    case DNS_TYPE_TXT:
        message_txt(m, r);
        break;
    case DNS_TYPE_SOA:
        message_name(m, r->soa.mname);
        message_name(m, r->soa.rname);
        message_u32(m, r->soa.serial);
        message_u32(m, r->soa.refresh);
        message_u32(m, r->soa.retry);
        message_u32(m, r->soa.expire);
        message_u32(m, r->soa.minimum);
        break;
    case DNS_TYPE_TLSA:
        message_u8(m, r->tlsa.usage);
        message_u8(m, r->tlsa.selector);
        message_u8(m, r->tlsa.matching);
        message_bytes(m, r->tlsa.bytes, r->tlsa.length);
        break;
    default:
        message_name(m, r->target);
        break;
    }
}

static inline void message_hex(struct message *m, const char *hex)
{
    unsigned value;
    for (; sscanf(hex, "%2x", &value) == 1; hex += 2)
        message_u8(m, value);
}

/* A record in master-file order with its section in front: "an", "ns" or "ar". */
static inline void message_add(struct message *m, const char *line)
{
    static const char *const sections[] = {"an", "ns", "ar"};
    char section[3], owner[DNS_NAME_TEXT_SIZE], ttl[16], type[16];
    int used = 0;
    ck_assert_int_eq(sscanf(line, "%2s %1000s %15s %15s %n", section, owner, ttl, type, &used), 4);
    for (size_t i = 0; i < 3; i++) {
        if (strcmp(section, sections[i]) == 0)
            message_count(m, i);
    }
    message_name(m, owner);
    message_u16(m, dns_type_parse(type));
    message_u16(m, strcmp(type, "OPT") == 0 ? 1232 : 1);
    message_u32(m, strtoul(ttl, NULL, 0));
    size_t at = m->length;
    message_u16(m, 0);
    const char *data = line + used;
    if (*data == '#') {
        message_hex(m, data + 1);
    } else {
        struct arena arena;
        struct dns_record record;
        arena_init(&arena);
        ck_assert_msg(dns_rdata_parse(&arena, dns_type_parse(type), data, &record), "no record: %s",
                      line);
        message_rdata(m, dns_type_parse(type), &record);
        arena_clear(&arena);
    }
    message_set(m, at, (unsigned)(m->length - at - 2));
}

#endif
