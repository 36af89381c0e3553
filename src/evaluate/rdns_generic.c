/*
 * rdns_generic.c - PTR names that were made from the address
 *
 * Providers fill whole ranges with names that hold the address (RFC 8501 section 1.1), and
 * receivers know such names. Looked for are, of IPv4, the four octets as numbers, forwards or
 * backwards, with anything that is no digit between them ("10.2.0.192.dyn.isp.example",
 * "host-192-000-002-010"), and the eight hexadecimal digits; of IPv6, its text with hyphens for
 * colons, and all 32 hexadecimal digits, forwards or backwards, whatever separates them.
 *
 * A part of an address is not enough: "mx2-10" is an honest name.
 */
#include "evaluate/rdns_generic.h"

#include <stdio.h>
#include <string.h>

#define NAME_MOST    255
#define NUMBERS_MOST 128 /* a name has no more */

/* The numbers in a name; one of more than three digits is no octet, and stands as -1. */
static size_t read_numbers(const char *name, int numbers[NUMBERS_MOST])
{
    size_t count = 0;
    while (count < NUMBERS_MOST) {
        name += strcspn(name, "0123456789");
        size_t digits = strspn(name, "0123456789");
        if (digits == 0)
            break;
        numbers[count] = digits > 3 ? -1 : 0;
        for (size_t i = 0; digits <= 3 && i < digits; i++)
            numbers[count] = 10 * numbers[count] + (name[i] - '0');
        count++;
        name += digits;
    }
    return count;
}

static bool has_octets(const unsigned char octet[4], const char *name)
{
    int numbers[NUMBERS_MOST];
    size_t count = read_numbers(name, numbers);
    for (size_t at = 0; at + 4 <= count; at++) {
        bool forwards = true, backwards = true;
        for (size_t i = 0; i < 4; i++) {
            forwards &= numbers[at + i] == octet[i];
            backwards &= numbers[at + i] == octet[3 - i];
        }
        if (forwards || backwards)
            return true;
    }
    return false;
}

/* Writes the digits of `count` octets, and the same backwards. */
static void write_digits(const unsigned char *octet, size_t count, char *forwards, char *backwards)
{
    static const char hex[] = "0123456789abcdef";
    size_t length = 2 * count;
    for (size_t i = 0; i < count; i++) {
        forwards[2 * i] = backwards[length - 1 - 2 * i] = hex[octet[i] >> 4];
        forwards[2 * i + 1] = backwards[length - 2 - 2 * i] = hex[octet[i] & 15];
    }
    forwards[length] = backwards[length] = '\0';
}

/* The name without what may separate digits. */
static void squeeze(const char *name, char out[NAME_MOST + 1])
{
    size_t length = 0;
    for (; *name != '\0' && length < NAME_MOST; name++) {
        if (strchr(".-_", *name) == NULL)
            out[length++] = *name;
    }
    out[length] = '\0';
}

static bool has_ipv6(const struct ip *ip, const char *name)
{
    char text[IP_TEXT_SIZE], squeezed[NAME_MOST + 1], forwards[33], backwards[33];
    ip_format(ip, text);
    for (char *c = text; *c != '\0'; c++) {
        if (*c == ':')
            *c = '-';
    }
    write_digits(ip->octet, 16, forwards, backwards);
    squeeze(name, squeezed);
    return strstr(name, text) != NULL || strstr(squeezed, forwards) != NULL ||
           strstr(squeezed, backwards) != NULL;
}

bool rdns_is_generic(const struct ip *ip, const char *name)
{
    char forwards[9], backwards[9];
    if (ip->family == 6)
        return has_ipv6(ip, name);
    write_digits(ip->octet, 4, forwards, backwards);
    return has_octets(ip->octet, name) || strstr(name, forwards) != NULL;
}
