/*
 * rdata_parse.c - the data of a record from text, as rdata.c writes it
 *
 * RFC 1035 section 5.1: items with spaces between them, TXT strings in quotation marks, \DDD and \X
 * escapes. A cursor with a sticky error; one reader a type in a const table. What is read could
 * stand in DNS: names are names, strings have at most 255 octets, the data at most 65535.
 *
 * Limits: no comments, no brackets, no TTL or class, no relative names: it is one record's data on
 * one line.
 */
#include "dns/rdata.h"

#include <stdint.h>
#include <string.h>

#include "dns/name.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

#define STRING_MOST 255
#define RDATA_MOST  65535

struct text_cursor {
    const char *at;
    bool failed;
};

typedef void text_reader(struct arena *arena, struct text_cursor *text, struct dns_record *record);

static void skip_spaces(struct text_cursor *text)
{
    text->at += strspn(text->at, " \t");
}

/* The next item, up to a space or the end, as a copy of at most size - 1 characters. Fails on none
 * and on one that is too long. */
static void read_item(struct text_cursor *text, char *item, size_t size)
{
    skip_spaces(text);
    size_t n = strcspn(text->at, " \t");
    item[0] = '\0';
    if (text->failed || n == 0 || n >= size) {
        text->failed = true;
        return;
    }
    memcpy(item, text->at, n);
    item[n] = '\0';
    text->at += n;
}

static uint32_t read_number(struct text_cursor *text, uint32_t most)
{
    char item[12];
    uint64_t value = 0;
    read_item(text, item, sizeof item);
    if (item[strspn(item, "0123456789")] != '\0')
        text->failed = true;
    for (const char *p = item; *p != '\0' && !text->failed; p++)
        value = value * 10 + (uint64_t)(*p - '0');
    if (value > most)
        text->failed = true;
    return text->failed ? 0 : (uint32_t)value;
}

static const char *read_name(struct arena *arena, struct text_cursor *text)
{
    char item[DNS_NAME_TEXT_SIZE + 1], name[DNS_NAME_TEXT_SIZE];
    read_item(text, item, sizeof item);
    if (text->failed || !dns_name_canonical(item, name)) {
        text->failed = true;
        return "";
    }
    return arena_dup(arena, name);
}

static void read_address(struct text_cursor *text, unsigned family, struct ip *address)
{
    char item[IP_TEXT_SIZE];
    struct ip ip;
    read_item(text, item, sizeof item);
    if (text->failed || !ip_parse(&ip, item) || ip.family != family)
        text->failed = true;
    else
        *address = ip;
}

static void read_a(struct arena *arena, struct text_cursor *text, struct dns_record *record)
{
    (void)arena;
    read_address(text, 4, &record->address);
}

static void read_aaaa(struct arena *arena, struct text_cursor *text, struct dns_record *record)
{
    (void)arena;
    read_address(text, 6, &record->address);
}

static void read_target(struct arena *arena, struct text_cursor *text, struct dns_record *record)
{
    record->target = read_name(arena, text);
}

static void read_mx(struct arena *arena, struct text_cursor *text, struct dns_record *record)
{
    record->mx.preference = (uint16_t)read_number(text, UINT16_MAX);
    record->mx.exchange = read_name(arena, text);
}

static void read_soa(struct arena *arena, struct text_cursor *text, struct dns_record *record)
{
    record->soa.mname = read_name(arena, text);
    record->soa.rname = read_name(arena, text);
    record->soa.serial = read_number(text, UINT32_MAX);
    record->soa.refresh = read_number(text, UINT32_MAX);
    record->soa.retry = read_number(text, UINT32_MAX);
    record->soa.expire = read_number(text, UINT32_MAX);
    record->soa.minimum = read_number(text, UINT32_MAX);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* An octet behind a backslash: \DDD or the character itself. */
static unsigned char read_escape(struct text_cursor *text)
{
    const char *p = text->at;
    if (is_digit(p[0]) && is_digit(p[1]) && is_digit(p[2])) {
        int value = (p[0] - '0') * 100 + (p[1] - '0') * 10 + (p[2] - '0');
        text->failed = text->failed || value > 255;
        text->at += 3;
        return (unsigned char)(value & 0xff);
    }
    if (p[0] == '\0' || is_digit(p[0])) {
        text->failed = true;
        return 0;
    }
    text->at++;
    return (unsigned char)p[0];
}

/* One string in quotation marks. Returns its octets, written at `bytes`, which has room for as many
 * as the text has characters. */
static size_t read_string(struct text_cursor *text, unsigned char *bytes)
{
    size_t n = 0;
    if (*text->at != '"') {
        text->failed = true;
        return 0;
    }
    text->at++;
    while (!text->failed && *text->at != '"') {
        unsigned char octet = (unsigned char)*text->at;
        if (octet < ' ' || octet >= 0x7f || n == STRING_MOST) {
            text->failed = true;
            break;
        }
        text->at++;
        bytes[n++] = octet == '\\' ? read_escape(text) : octet;
    }
    if (!text->failed)
        text->at++;
    return n;
}

static void read_txt(struct arena *arena, struct text_cursor *text, struct dns_record *record)
{
    skip_spaces(text);
    unsigned char *bytes = arena_alloc(arena, strlen(text->at) + 1);
    size_t length = 0, wire = 0;
    do {
        size_t n = read_string(text, bytes + length);
        const char *behind = text->at;
        length += n;
        wire += n + 1;
        skip_spaces(text);
        if (wire > RDATA_MOST || (*text->at != '\0' && text->at == behind))
            text->failed = true;
    } while (!text->failed && *text->at != '\0');
    bytes[length] = 0;
    record->txt.bytes = bytes;
    record->txt.length = length;
}

static int hex_value(char c)
{
    static const char digits[] = "0123456789abcdefABCDEF";
    const char *p = c != '\0' ? strchr(digits, c) : NULL;
    if (p == NULL)
        return -1;
    int value = (int)(p - digits);
    return value < 16 ? value : value - 6;
}

/* Hexadecimal digits up to the end; spaces may stand between them (RFC 6698 section 2.2). */
static void read_tlsa(struct arena *arena, struct text_cursor *text, struct dns_record *record)
{
    record->tlsa.usage = (uint8_t)read_number(text, UINT8_MAX);
    record->tlsa.selector = (uint8_t)read_number(text, UINT8_MAX);
    record->tlsa.matching = (uint8_t)read_number(text, UINT8_MAX);
    unsigned char *bytes = arena_alloc(arena, strlen(text->at) / 2 + 1);
    size_t digits = 0;
    for (skip_spaces(text); !text->failed && *text->at != '\0'; skip_spaces(text)) {
        int value = hex_value(*text->at++);
        if (value < 0 || digits / 2 > RDATA_MOST - 3) {
            text->failed = true;
            break;
        }
        bytes[digits / 2] = (unsigned char)(bytes[digits / 2] << 4 | value);
        digits++;
    }
    if (digits % 2 != 0)
        text->failed = true;
    record->tlsa.bytes = bytes;
    record->tlsa.length = digits / 2;
}

static const struct {
    uint16_t type;
    text_reader *read;
} readers[] = {
    {DNS_TYPE_A, read_a},     {DNS_TYPE_NS, read_target},  {DNS_TYPE_CNAME, read_target},
    {DNS_TYPE_SOA, read_soa}, {DNS_TYPE_PTR, read_target}, {DNS_TYPE_MX, read_mx},
    {DNS_TYPE_TXT, read_txt}, {DNS_TYPE_AAAA, read_aaaa},  {DNS_TYPE_TLSA, read_tlsa},
};

bool dns_rdata_parse(struct arena *arena, uint16_t type, const char *text,
                     struct dns_record *record)
{
    for (size_t i = 0; i < COUNT(readers); i++) {
        if (readers[i].type != type)
            continue;
        struct text_cursor cursor = {.at = text};
        memset(record, 0, sizeof *record);
        readers[i].read(arena, &cursor, record);
        skip_spaces(&cursor);
        return !cursor.failed && *cursor.at == '\0';
    }
    return false;
}
