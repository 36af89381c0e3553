/*
 * wire_rdata.c - the data of records as octets: one reader a type, in a const table
 *
 * RFC 1035 sections 3.3 and 3.4 (A, NS, CNAME, SOA, PTR, MX, TXT), RFC 3596 (AAAA), RFC 6698
 * section 2.1 (TLSA). Data that leaves octets over or wants more than there are is not well formed.
 * The names of these types may be compressed (RFC 3597 section 4); those of later ones are not read
 * here.
 *
 * Limits: the strings of a TXT record are joined, so where one ended is not kept (RFC 7208
 * section 3.3 and RFC 6376 section 3.6.2.2 want them joined).
 */
#include "dns/wire_read.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

typedef void rdata_reader(struct arena *arena, struct wire_cursor *rdata,
                          struct dns_record *record);

static void read_a(struct arena *arena, struct wire_cursor *rdata, struct dns_record *record)
{
    (void)arena;
    const unsigned char *octets = wire_bytes(rdata, 4);
    if (octets != NULL)
        ip_from_v4(&record->address, octets);
}

static void read_aaaa(struct arena *arena, struct wire_cursor *rdata, struct dns_record *record)
{
    (void)arena;
    const unsigned char *octets = wire_bytes(rdata, 16);
    if (octets != NULL)
        ip_from_v6(&record->address, octets);
}

static const char *keep_name(struct arena *arena, struct wire_cursor *rdata)
{
    char text[DNS_NAME_TEXT_SIZE];
    wire_name(rdata, text);
    return rdata->failed ? "" : arena_dup(arena, text);
}

static void read_target(struct arena *arena, struct wire_cursor *rdata, struct dns_record *record)
{
    record->target = keep_name(arena, rdata);
}

static void read_mx(struct arena *arena, struct wire_cursor *rdata, struct dns_record *record)
{
    record->mx.preference = wire_u16(rdata);
    record->mx.exchange = keep_name(arena, rdata);
}

/* One or more strings, each with its length in front (RFC 1035 section 3.3.14). The joined text is
 * shorter than the data. */
static void read_txt(struct arena *arena, struct wire_cursor *rdata, struct dns_record *record)
{
    unsigned char *bytes = arena_alloc(arena, rdata->end - rdata->at + 1);
    size_t length = 0;
    do {
        size_t n = wire_u8(rdata);
        const unsigned char *string = wire_bytes(rdata, n);
        if (string == NULL)
            return;
        memcpy(bytes + length, string, n);
        length += n;
    } while (rdata->at < rdata->end);
    record->txt.bytes = bytes;
    record->txt.length = length;
}

static void read_soa(struct arena *arena, struct wire_cursor *rdata, struct dns_record *record)
{
    record->soa.mname = keep_name(arena, rdata);
    record->soa.rname = keep_name(arena, rdata);
    record->soa.serial = wire_u32(rdata);
    record->soa.refresh = wire_u32(rdata);
    record->soa.retry = wire_u32(rdata);
    record->soa.expire = wire_u32(rdata);
    record->soa.minimum = wire_u32(rdata);
}

static void read_tlsa(struct arena *arena, struct wire_cursor *rdata, struct dns_record *record)
{
    record->tlsa.usage = (uint8_t)wire_u8(rdata);
    record->tlsa.selector = (uint8_t)wire_u8(rdata);
    record->tlsa.matching = (uint8_t)wire_u8(rdata);
    size_t length = rdata->end - rdata->at;
    const unsigned char *bytes = wire_bytes(rdata, length);
    if (bytes == NULL)
        return;
    record->tlsa.bytes = (unsigned char *)arena_dup_bytes(arena, bytes, length);
    record->tlsa.length = length;
}

static bool same_target(const struct dns_record *a, const struct dns_record *b)
{
    return strcmp(a->target, b->target) == 0;
}

static bool same_mx(const struct dns_record *a, const struct dns_record *b)
{
    return a->mx.preference == b->mx.preference && strcmp(a->mx.exchange, b->mx.exchange) == 0;
}

static bool same_soa(const struct dns_record *a, const struct dns_record *b)
{
    return strcmp(a->soa.mname, b->soa.mname) == 0 && strcmp(a->soa.rname, b->soa.rname) == 0 &&
           a->soa.serial == b->soa.serial && a->soa.refresh == b->soa.refresh &&
           a->soa.retry == b->soa.retry && a->soa.expire == b->soa.expire &&
           a->soa.minimum == b->soa.minimum;
}

static const struct reader {
    uint16_t type;
    rdata_reader *read;
    /* For data with names in them, whose octets do not tell whether they are the same. */
    bool (*same)(const struct dns_record *a, const struct dns_record *b);
} readers[] = {
    {DNS_TYPE_A, read_a, NULL},
    {DNS_TYPE_NS, read_target, same_target},
    {DNS_TYPE_CNAME, read_target, same_target},
    {DNS_TYPE_SOA, read_soa, same_soa},
    {DNS_TYPE_PTR, read_target, same_target},
    {DNS_TYPE_MX, read_mx, same_mx},
    {DNS_TYPE_TXT, read_txt, NULL},
    {DNS_TYPE_AAAA, read_aaaa, NULL},
    {DNS_TYPE_TLSA, read_tlsa, NULL},
};

static const struct reader *find_reader(uint16_t type)
{
    for (size_t i = 0; i < COUNT(readers); i++) {
        if (readers[i].type == type)
            return &readers[i];
    }
    return NULL;
}

bool wire_rdata_read(struct arena *arena, struct wire_cursor rdata, uint16_t type,
                     struct dns_record *record)
{
    const struct reader *reader = find_reader(type);
    if (reader == NULL)
        return false;
    reader->read(arena, &rdata, record);
    return !rdata.failed && rdata.at == rdata.end;
}

bool wire_rdata_same(uint16_t type, struct wire_cursor a, const struct dns_record *record_a,
                     struct wire_cursor b, const struct dns_record *record_b)
{
    const struct reader *reader = find_reader(type);
    if (reader != NULL && reader->same != NULL)
        return reader->same(record_a, record_b);
    return a.end - a.at == b.end - b.at &&
           memcmp(a.message + a.at, b.message + b.at, a.end - a.at) == 0;
}
