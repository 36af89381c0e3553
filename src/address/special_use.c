/*
 * special_use.c - names that are not for ordinary use in DNS, one row a name
 *
 * After the IANA registry of special-use domain names (RFC 6761); a row holds for the name and all
 * below it. Left out: the reverse zones of private addresses, which nobody takes for a mail domain.
 * A special-use name is a remark and not a verdict: what mail to it meets is up to DNS.
 */
#include "address/domain.h"

#include <string.h>

static const struct special_use names[] = {
    {"test", "reserved for tests", "RFC 6761 section 6.2"},
    {"localhost", "for the host itself", "RFC 6761 section 6.3"},
    {"invalid", "reserved for names that must never exist", "RFC 6761 section 6.4"},
    {"example", "reserved for documentation", "RFC 6761 section 6.5"},
    {"example.com", "reserved for documentation", "RFC 6761 section 6.5"},
    {"example.net", "reserved for documentation", "RFC 6761 section 6.5"},
    {"example.org", "reserved for documentation", "RFC 6761 section 6.5"},
    {"local", "for multicast DNS on a local link", "RFC 6762 section 3"},
    {"onion", "for services of the Tor network", "RFC 7686 section 2"},
    {"alt", "for name systems other than DNS", "RFC 9476"},
    {"internal", "for names inside private networks", "ICANN Board resolution of 29 July 2024"},
    {"home.arpa", "for names inside home networks", "RFC 8375"},
    {"service.arpa", "for service registration on a local network", "RFC 9665"},
    {"resolver.arpa", "for the discovery of encrypted resolvers", "RFC 9462"},
    {"ipv4only.arpa", "for the discovery of NAT64 prefixes", "RFC 8880"},
};

#define NAMES (sizeof names / sizeof *names)

static bool is_at_or_below(const char *name, size_t length, const char *top)
{
    size_t size = strlen(top);
    if (length < size || memcmp(name + length - size, top, size) != 0)
        return false;
    return length == size || name[length - size - 1] == '.';
}

const struct special_use *special_use_find(const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < NAMES; i++)
        if (is_at_or_below(name, length, names[i].name))
            return &names[i];
    return NULL;
}

const struct special_use *special_use_at(size_t index)
{
    return index < NAMES ? &names[index] : NULL;
}
