/*
 * ip.c - IP addresses: text and octets
 *
 * Reading is strict: an IPv4 address is four decimal numbers without leading zeros, since programs
 * differ on whether those are octal; an IPv6 address is any form of RFC 4291 section 2.2. No zone,
 * no brackets, no space: both are what inet_pton() reads. Writing follows RFC 5952, which is what
 * inet_ntop() does.
 *
 * Limits: a text that is longer than the longest address, or has a zero in it, is none.
 */
#include "address/ip.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

bool ip_parse(struct ip *ip, const char *text)
{
    return ip_parse_bytes(ip, text, strlen(text));
}

bool ip_parse_bytes(struct ip *ip, const char *text, size_t length)
{
    char copy[IP_TEXT_SIZE];
    if (length >= sizeof copy || (length > 0 && memchr(text, '\0', length) != NULL))
        return false;
    if (length > 0)
        memcpy(copy, text, length);
    copy[length] = '\0';

    struct ip read = {.family = strchr(copy, ':') != NULL ? 6 : 4};
    if (inet_pton(read.family == 6 ? AF_INET6 : AF_INET, copy, read.octet) != 1)
        return false;
    *ip = read;
    return true;
}

void ip_from_v4(struct ip *ip, const unsigned char octet[4])
{
    *ip = (struct ip){.family = 4};
    memcpy(ip->octet, octet, 4);
}

void ip_from_v6(struct ip *ip, const unsigned char octet[16])
{
    *ip = (struct ip){.family = 6};
    memcpy(ip->octet, octet, 16);
}

bool ip_equal(const struct ip *a, const struct ip *b)
{
    return a->family == b->family && memcmp(a->octet, b->octet, a->family == 4 ? 4 : 16) == 0;
}

const char *ip_format(const struct ip *ip, char text[IP_TEXT_SIZE])
{
    if (inet_ntop(ip->family == 4 ? AF_INET : AF_INET6, ip->octet, text, IP_TEXT_SIZE) == NULL)
        text[0] = '\0';
    return text;
}

const char *ip_reversed(const struct ip *ip, char text[IP_REVERSED_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    const unsigned char *o = ip->octet;
    char *to = text;
    if (ip->family == 4) {
        snprintf(text, IP_REVERSED_SIZE, "%u.%u.%u.%u", o[3], o[2], o[1], o[0]);
        return text;
    }
    for (int i = 15; i >= 0; i--) {
        *to++ = digits[o[i] & 15];
        *to++ = '.';
        *to++ = digits[o[i] >> 4];
        *to++ = '.';
    }
    to[-1] = '\0';
    return text;
}
