/*
 * ip.h - IP addresses: text, octets, and which range they belong to
 */
#ifndef ADDRESS_IP_H
#define ADDRESS_IP_H

#include <stdbool.h>
#include <stddef.h>

struct ip {
    unsigned char family; /* 4 or 6 */
    unsigned char octet[16];
};

#define IP_TEXT_SIZE     46 /* longest text with its zero */
#define IP_REVERSED_SIZE 64 /* 32 nibbles, the dots between them, and a zero */

/* What mail can expect of an address; one row a range in ip_range.c. */
enum ip_kind {
    IP_PUBLIC,
    IP_LOOPBACK,      /* 127.0.0.0/8, ::1 */
    IP_UNSPECIFIED,   /* 0.0.0.0/8, :: */
    IP_PRIVATE,       /* RFC 1918, RFC 4193, shared address space of RFC 6598 */
    IP_LINK_LOCAL,    /* 169.254.0.0/16, fe80::/10 */
    IP_DOCUMENTATION, /* RFC 5737, RFC 3849, RFC 9637 */
    IP_MULTICAST,     /* 224.0.0.0/4, ff00::/8, and limited broadcast */
    IP_RESERVED       /* 240.0.0.0/4, benchmarking, discard, and the like */
};

/* A range with its standard. */
struct ip_range {
    const char *prefix; /* "192.0.2.0/24" */
    enum ip_kind kind;
    const char *name;   /* "documentation (TEST-NET-1)" */
    const char *source; /* "RFC 5737" */
};

/* Strict: a dotted quad of four decimal numbers without leading zeros, or any IPv6 text of RFC 4291
 * section 2.2; no zone, no brackets, no surrounding space. False leaves *ip unset. */
bool ip_parse(struct ip *ip, const char *text);
bool ip_parse_bytes(struct ip *ip, const char *text, size_t length);
void ip_from_v4(struct ip *ip, const unsigned char octet[4]);
void ip_from_v6(struct ip *ip, const unsigned char octet[16]);
/* RFC 5952 text for IPv6. Returns `text`. */
const char *ip_format(const struct ip *ip, char text[IP_TEXT_SIZE]);
bool ip_equal(const struct ip *a, const struct ip *b);
/* The labels that stand for the address in DNS, last part first: "1.2.0.192" (RFC 1035
 * section 3.5), or 32 nibbles (RFC 3596 section 2.5); no final dot. Returns `text`. */
const char *ip_reversed(const struct ip *ip, char text[IP_REVERSED_SIZE]);

/* The most specific range that holds the address (IPv4-mapped IPv6 counts as its IPv4 address), or
 * NULL for a public one. */
const struct ip_range *ip_range_find(const struct ip *ip);
/* Rows by index from 0, NULL past the last: for tests and tables. */
const struct ip_range *ip_range_at(size_t index);
/* IP_PUBLIC where no range holds it. */
enum ip_kind ip_kind(const struct ip *ip);

#endif
