/*
 * ip_range.c - the ranges of addresses that mail cannot expect to reach, one row a range
 *
 * After the IANA registries of special-purpose addresses (RFC 6890), with the standard that took
 * each range out. Special-purpose ranges that are globally reachable (AS112 of RFC 7534 and
 * RFC 7535, AMT relays) are public here. IPv4 inside IPv6, as IPv4-mapped (RFC 4291 section
 * 2.5.5.2) or behind the well-known NAT64 prefix (RFC 6052 section 2.1), is judged as IPv4: a
 * resolver that does DNS64 hands out such addresses for ordinary mail hosts.
 *
 * The table is searched from start to end; of several rows that hold the longest prefix counts.
 */
#include "address/ip.h"

#include <string.h>

struct row {
    struct ip_range range;
    unsigned char family, bits;
    unsigned char octet[16]; /* of the prefix: what range.prefix says, read */
};

static const struct row rows[] = {
    /* clang-format off */
    {{"0.0.0.0/8", IP_UNSPECIFIED, "this network", "RFC 791 section 3.2"}, 4, 8, {0}},
    {{"10.0.0.0/8", IP_PRIVATE, "private use", "RFC 1918"}, 4, 8, {10}},
    {{"100.64.0.0/10", IP_PRIVATE, "shared address space of carriers", "RFC 6598"}, 4, 10, {100, 64}},
    {{"127.0.0.0/8", IP_LOOPBACK, "loopback", "RFC 1122 section 3.2.1.3"}, 4, 8, {127}},
    {{"169.254.0.0/16", IP_LINK_LOCAL, "link-local", "RFC 3927"}, 4, 16, {169, 254}},
    {{"172.16.0.0/12", IP_PRIVATE, "private use", "RFC 1918"}, 4, 12, {172, 16}},
    {{"192.0.0.0/24", IP_RESERVED, "IETF protocol assignments", "RFC 6890 section 2.1"}, 4, 24, {192}},
    {{"192.0.2.0/24", IP_DOCUMENTATION, "documentation (TEST-NET-1)", "RFC 5737"}, 4, 24, {192, 0, 2}},
    {{"192.88.99.0/24", IP_RESERVED, "6to4 relay anycast, withdrawn", "RFC 7526"}, 4, 24, {192, 88, 99}},
    {{"192.168.0.0/16", IP_PRIVATE, "private use", "RFC 1918"}, 4, 16, {192, 168}},
    {{"198.18.0.0/15", IP_RESERVED, "benchmarking", "RFC 2544"}, 4, 15, {198, 18}},
    {{"198.51.100.0/24", IP_DOCUMENTATION, "documentation (TEST-NET-2)", "RFC 5737"}, 4, 24, {198, 51, 100}},
    {{"203.0.113.0/24", IP_DOCUMENTATION, "documentation (TEST-NET-3)", "RFC 5737"}, 4, 24, {203, 0, 113}},
    {{"224.0.0.0/4", IP_MULTICAST, "multicast", "RFC 5771"}, 4, 4, {224}},
    {{"240.0.0.0/4", IP_RESERVED, "reserved for future use", "RFC 1112 section 4"}, 4, 4, {240}},
    {{"255.255.255.255/32", IP_MULTICAST, "limited broadcast", "RFC 919 section 7"}, 4, 32, {255, 255, 255, 255}},
    {{"::/3", IP_RESERVED, "outside global unicast", "RFC 4291 section 2.4"}, 6, 3, {0x00}},
    {{"::/128", IP_UNSPECIFIED, "unspecified address", "RFC 4291 section 2.5.2"}, 6, 128, {0x00}},
    {{"::1/128", IP_LOOPBACK, "loopback", "RFC 4291 section 2.5.3"}, 6, 128, {0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01}},
    {{"64:ff9b:1::/48", IP_PRIVATE, "local-use IPv4/IPv6 translation", "RFC 8215"}, 6, 48, {0x00, 0x64, 0xFF, 0x9B, 0x00, 0x01}},
    {{"100::/64", IP_RESERVED, "discard only", "RFC 6666"}, 6, 64, {0x01}},
    {{"2001::/32", IP_RESERVED, "Teredo tunnelling", "RFC 4380"}, 6, 32, {0x20, 0x01}},
    {{"2001:2::/48", IP_RESERVED, "benchmarking", "RFC 5180"}, 6, 48, {0x20, 0x01, 0x00, 0x02}},
    {{"2001:10::/28", IP_RESERVED, "ORCHID, withdrawn", "RFC 4843"}, 6, 28, {0x20, 0x01, 0x00, 0x10}},
    {{"2001:20::/28", IP_RESERVED, "ORCHIDv2", "RFC 7343"}, 6, 28, {0x20, 0x01, 0x00, 0x20}},
    {{"2001:db8::/32", IP_DOCUMENTATION, "documentation", "RFC 3849"}, 6, 32, {0x20, 0x01, 0x0D, 0xB8}},
    {{"3fff::/20", IP_DOCUMENTATION, "documentation", "RFC 9637"}, 6, 20, {0x3F, 0xFF}},
    {{"4000::/2", IP_RESERVED, "outside global unicast", "RFC 4291 section 2.4"}, 6, 2, {0x40}},
    {{"8000::/1", IP_RESERVED, "outside global unicast", "RFC 4291 section 2.4"}, 6, 1, {0x80}},
    {{"fc00::/7", IP_PRIVATE, "unique local", "RFC 4193"}, 6, 7, {0xFC}},
    {{"fe80::/10", IP_LINK_LOCAL, "link-local", "RFC 4291 section 2.5.6"}, 6, 10, {0xFE, 0x80}},
    {{"fec0::/10", IP_PRIVATE, "site-local, withdrawn", "RFC 3879"}, 6, 10, {0xFE, 0xC0}},
    {{"ff00::/8", IP_MULTICAST, "multicast", "RFC 4291 section 2.7"}, 6, 8, {0xFF}},
    /* clang-format on */
};

#define ROWS (sizeof rows / sizeof *rows)

/* The IPv6 prefixes, of 96 bits, that an IPv4 address stands behind. */
static const unsigned char carriers[][12] = {
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, /* ::ffff:0:0/96 */
    {0x00, 0x64, 0xFF, 0x9B},                   /* 64:ff9b::/96 */
};

static void unwrap(struct ip *ip, const struct ip *given)
{
    *ip = *given;
    for (size_t i = 0; given->family == 6 && i < sizeof carriers / sizeof *carriers; i++)
        if (memcmp(given->octet, carriers[i], sizeof carriers[i]) == 0)
            ip_from_v4(ip, given->octet + sizeof carriers[i]);
}

static bool holds(const struct row *row, const struct ip *ip)
{
    if (row->family != ip->family)
        return false;
    size_t whole = row->bits / 8;
    unsigned rest = row->bits % 8;
    if (memcmp(row->octet, ip->octet, whole) != 0)
        return false;
    return rest == 0 || (row->octet[whole] ^ ip->octet[whole]) >> (8 - rest) == 0;
}

const struct ip_range *ip_range_find(const struct ip *given)
{
    struct ip ip;
    unwrap(&ip, given);
    const struct row *best = NULL;
    for (size_t i = 0; i < ROWS; i++)
        if (holds(&rows[i], &ip) && (best == NULL || rows[i].bits > best->bits))
            best = &rows[i];
    return best != NULL ? &best->range : NULL;
}

const struct ip_range *ip_range_at(size_t index)
{
    return index < ROWS ? &rows[index].range : NULL;
}

enum ip_kind ip_kind(const struct ip *ip)
{
    const struct ip_range *range = ip_range_find(ip);
    return range != NULL ? range->kind : IP_PUBLIC;
}
