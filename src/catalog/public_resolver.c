/*
 * public_resolver.c - resolvers that serve the public, a row an address or prefix
 *
 * Lists count the questions of a resolver, and those of a public one come from everybody: Spamhaus,
 * URIBL, SURBL and others answer them with an error code. Resolvers that all customers of a hosting
 * company share fare the same, and the best known have rows as well. A prefix stands where the
 * operator keeps the whole of it for its resolvers. The addresses of resolvers change rarely;
 * `source` names the page of the operator that publishes them.
 */
#include "catalog/public_resolver.h"

#include <arpa/inet.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { V4_OCTETS = 4, V6_OCTETS = 16, ADDRESS_SIZE = 64 };

#define GOOGLE        "Google Public DNS", "Google, Public DNS: Get Started"
#define CLOUDFLARE    "Cloudflare 1.1.1.1", "Cloudflare, 1.1.1.1 docs: IP addresses"
#define QUAD9         "Quad9", "Quad9, Service Addresses and Features"
#define OPENDNS       "Cisco OpenDNS", "Cisco, OpenDNS setup guide"
#define ADGUARD       "AdGuard DNS", "AdGuard, Public DNS servers"
#define CLEANBROWSING "CleanBrowsing", "CleanBrowsing, Filters"
#define CONTROL_D     "Control D", "Control D, Free DNS"
#define ULTRADNS      "UltraDNS Public", "Vercara, UltraDNS Public"
#define LEVEL3        "Level 3 (Lumen)", "Lumen, DNS resolvers of the former Level 3"
#define YANDEX        "Yandex DNS", "Yandex, dns.yandex.com"
#define DNS_WATCH     "DNS.WATCH", "DNS.WATCH, dns.watch"
#define UNCENSORED    "UncensoredDNS", "UncensoredDNS, blog.uncensoreddns.org"
#define HURRICANE     "Hurricane Electric", "Hurricane Electric, dns.he.net"
#define ALIDNS        "AliDNS", "Alibaba, alidns.com"
#define DNSPOD        "DNSPod Public DNS", "Tencent, dnspod.cn Public DNS"
#define DNS114        "114DNS", "114DNS, 114dns.com"
#define COMODO        "Comodo Secure DNS", "Comodo, Secure DNS"
#define CIRA          "CIRA Canadian Shield", "CIRA, Canadian Shield configuration"
#define DNS4EU        "DNS4EU", "DNS4EU, joindns4.eu"
#define AZURE         "Microsoft Azure's shared resolver", "Microsoft, What is IP address 168.63.129.16?"
#define OVH           "OVHcloud's shared resolver", "OVHcloud, DNS servers of dedicated servers"

static const struct public_resolver rows[] = {
    {"8.8.8.8", GOOGLE},
    {"8.8.4.4", GOOGLE},
    {"2001:4860:4860::8888", GOOGLE},
    {"2001:4860:4860::8844", GOOGLE},
    {"2001:4860:4860::64", GOOGLE},
    {"2001:4860:4860::6464", GOOGLE},
    {"1.1.1.0/24", CLOUDFLARE},
    {"1.0.0.0/24", CLOUDFLARE},
    {"2606:4700:4700::/48", CLOUDFLARE},
    {"9.9.9.0/24", QUAD9},
    {"149.112.112.0/24", QUAD9},
    {"2620:fe::/48", QUAD9},
    {"208.67.222.0/24", OPENDNS},
    {"208.67.220.0/24", OPENDNS},
    {"2620:119:35::/48", OPENDNS},
    {"2620:119:53::/48", OPENDNS},
    {"2620:0:ccc::2", OPENDNS},
    {"2620:0:ccd::2", OPENDNS},
    {"94.140.14.0/24", ADGUARD},
    {"94.140.15.0/24", ADGUARD},
    {"2a10:50c0::ad1:ff", ADGUARD},
    {"2a10:50c0::ad2:ff", ADGUARD},
    {"2a10:50c0::bad1:ff", ADGUARD},
    {"2a10:50c0::bad2:ff", ADGUARD},
    {"2a10:50c0::1:ff", ADGUARD},
    {"2a10:50c0::2:ff", ADGUARD},
    {"185.228.168.0/24", CLEANBROWSING},
    {"185.228.169.0/24", CLEANBROWSING},
    {"2a0d:2a00:1::/48", CLEANBROWSING},
    {"2a0d:2a00:2::/48", CLEANBROWSING},
    {"76.76.2.0/24", CONTROL_D},
    {"76.76.10.0/24", CONTROL_D},
    {"2606:1a40::/48", CONTROL_D},
    {"2606:1a40:1::/48", CONTROL_D},
    {"64.6.64.6", ULTRADNS}, /* Verisign's until 2020 */
    {"64.6.65.6", ULTRADNS},
    {"2620:74:1b::1:1", ULTRADNS},
    {"2620:74:1c::2:2", ULTRADNS},
    {"156.154.70.1", ULTRADNS},
    {"156.154.71.1", ULTRADNS},
    {"4.2.2.1", LEVEL3},
    {"4.2.2.2", LEVEL3},
    {"4.2.2.3", LEVEL3},
    {"4.2.2.4", LEVEL3},
    {"4.2.2.5", LEVEL3},
    {"4.2.2.6", LEVEL3},
    {"209.244.0.3", LEVEL3},
    {"209.244.0.4", LEVEL3},
    {"77.88.8.0/24", YANDEX},
    {"2a02:6b8::feed:ff", YANDEX},
    {"2a02:6b8:0:1::feed:ff", YANDEX},
    {"84.200.69.80", DNS_WATCH},
    {"84.200.70.40", DNS_WATCH},
    {"2001:1608:10:25::1c04:b12f", DNS_WATCH},
    {"2001:1608:10:25::9249:d69b", DNS_WATCH},
    {"91.239.100.100", UNCENSORED},
    {"89.233.43.71", UNCENSORED},
    {"2001:67c:28a4::", UNCENSORED},
    {"2a01:3a0:53:53::", UNCENSORED},
    {"74.82.42.42", HURRICANE},
    {"2001:470:20::2", HURRICANE},
    {"223.5.5.5", ALIDNS},
    {"223.6.6.6", ALIDNS},
    {"2400:3200::1", ALIDNS},
    {"2400:3200:baba::1", ALIDNS},
    {"119.29.29.29", DNSPOD},
    {"2402:4e00::", DNSPOD},
    {"114.114.114.114", DNS114},
    {"114.114.115.115", DNS114},
    {"8.26.56.26", COMODO},
    {"8.20.247.20", COMODO},
    {"149.112.121.10", CIRA},
    {"149.112.122.10", CIRA},
    {"149.112.121.20", CIRA},
    {"149.112.122.20", CIRA},
    {"149.112.121.30", CIRA},
    {"149.112.122.30", CIRA},
    {"86.54.11.1", DNS4EU},
    {"86.54.11.100", DNS4EU},
    {"168.63.129.16", AZURE},
    {"213.186.33.99", OVH},
};

/* An address as octets; IPv6 that stands for IPv4 (RFC 4291 section 2.5.5.2) is that IPv4. */
struct octets {
    unsigned char octet[V6_OCTETS];
    size_t count;
};

static bool read_address(struct octets *address, const char *text)
{
    static const unsigned char mapped[12] = {[10] = 0xff, [11] = 0xff};
    if (inet_pton(AF_INET, text, address->octet) == 1) {
        address->count = V4_OCTETS;
        return true;
    }
    if (inet_pton(AF_INET6, text, address->octet) != 1)
        return false;
    address->count = V6_OCTETS;
    if (memcmp(address->octet, mapped, sizeof mapped) == 0) {
        memmove(address->octet, address->octet + sizeof mapped, V4_OCTETS);
        address->count = V4_OCTETS;
    }
    return true;
}

/* "8.8.8.8" or "1.1.1.0/24"; *bits is what must be equal. */
static bool read_prefix(struct octets *prefix, size_t *bits, const char *text)
{
    char address[ADDRESS_SIZE];
    size_t length = strcspn(text, "/");
    if (length >= sizeof address)
        return false;
    memcpy(address, text, length);
    address[length] = '\0';
    if (!read_address(prefix, address))
        return false;
    *bits = text[length] == '/' ? strtoul(text + length + 1, NULL, 10) : prefix->count * 8;
    return *bits <= prefix->count * 8;
}

static bool holds(const char *prefix_text, const struct octets *address)
{
    struct octets prefix;
    size_t bits;
    if (!read_prefix(&prefix, &bits, prefix_text) || prefix.count != address->count)
        return false;
    if (memcmp(prefix.octet, address->octet, bits / 8) != 0)
        return false;
    if (bits % 8 == 0)
        return true;
    unsigned differ = (unsigned)prefix.octet[bits / 8] ^ address->octet[bits / 8];
    return differ >> (8 - bits % 8) == 0;
}

const struct public_resolver *public_resolver_at(size_t index)
{
    return index < sizeof rows / sizeof *rows ? &rows[index] : NULL;
}

const struct public_resolver *public_resolver_find(const char *address)
{
    struct octets octets;
    const struct public_resolver *row;
    if (address == NULL || !read_address(&octets, address))
        return NULL;
    for (size_t i = 0; (row = public_resolver_at(i)) != NULL; i++)
        if (holds(row->address, &octets))
            return row;
    return NULL;
}
