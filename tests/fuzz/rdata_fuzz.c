/*
 * rdata_fuzz.c - the data of a record as text of any octets: src/dns/rdata*.c
 *
 * The first octet chooses the type. What is read is written as text that reads back as the same.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "dns/rdata.h"

static const uint16_t types[] = {DNS_TYPE_A,   DNS_TYPE_NS,   DNS_TYPE_CNAME,
                                 DNS_TYPE_SOA, DNS_TYPE_PTR,  DNS_TYPE_MX,
                                 DNS_TYPE_TXT, DNS_TYPE_AAAA, DNS_TYPE_TLSA};

static void require(int condition)
{
    if (!condition)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct dns_record record, again;
    if (size == 0)
        return 0;
    uint16_t type = types[data[0] % (sizeof types / sizeof types[0])];
    arena_init(&arena);
    const char *text = arena_dup_bytes(&arena, data + 1, size - 1);
    if (dns_rdata_parse(&arena, type, text, &record)) {
        const char *written = dns_rdata_text(&arena, type, &record);
        for (const char *p = written; *p != '\0'; p++)
            require(*p >= ' ' && *p < 0x7f);
        require(dns_rdata_parse(&arena, type, written, &again));
        require(strcmp(written, dns_rdata_text(&arena, type, &again)) == 0);
    }
    arena_clear(&arena);
    return 0;
}
