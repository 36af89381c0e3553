/*
 * ip_fuzz.c - any octets as an IP address: what is read is written and read again as the same
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "address/ip.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool holds)
{
    if (!holds)
        abort();
}

static void check(const struct ip *ip)
{
    char text[IP_TEXT_SIZE];
    struct ip again;
    expect(ip->family == 4 || ip->family == 6);
    expect(ip_parse(&again, ip_format(ip, text)));
    expect(ip_equal(ip, &again));
    const struct ip_range *range = ip_range_find(ip);
    expect(ip_kind(ip) == (range != NULL ? range->kind : IP_PUBLIC));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ip ip;
    if (ip_parse_bytes(&ip, (const char *)data, size))
        check(&ip);
    if (size == 4) {
        ip_from_v4(&ip, data);
        check(&ip);
    }
    if (size == 16) {
        ip_from_v6(&ip, data);
        check(&ip);
    }
    return 0;
}
