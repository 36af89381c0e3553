/*
 * answer.h - what DNS says to a question
 *
 * An outcome is data: it travels to the checks and rules unfolded. NXDOMAIN, NODATA and the
 * failures are different facts (RFC 2308, RFC 8020, RFC 9520) and are never merged.
 */
#ifndef DNS_ANSWER_H
#define DNS_ANSWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "address/ip.h"

/* DNS_NOERROR, DNS_NODATA and DNS_NXDOMAIN are certain: a permanent verdict may rest on them. The
 * others say that the answer could not be had; of two such tries at one question the one that
 * stands first here is reported, as it tells more. */
enum dns_status {
    DNS_PENDING, /* not known yet: never a final status */
    DNS_NOERROR, /* records were found */
    DNS_NODATA,  /* the name exists, without records of that type */
    DNS_NXDOMAIN,
    DNS_SERVFAIL,
    DNS_REFUSED,   /* also NOTIMP and every other error code */
    DNS_MALFORMED, /* a reply that cannot be understood, or a CNAME chain without end */
    DNS_TIMEOUT
};

/* IANA numbers of the types that are decoded. */
enum dns_type {
    DNS_TYPE_A = 1,
    DNS_TYPE_NS = 2,
    DNS_TYPE_CNAME = 5,
    DNS_TYPE_SOA = 6,
    DNS_TYPE_PTR = 12,
    DNS_TYPE_MX = 15,
    DNS_TYPE_TXT = 16,
    DNS_TYPE_AAAA = 28,
    DNS_TYPE_TLSA = 52
};

/* One record of the asked type. Names are presentation text in lower case, without the final dot;
 * the root is
 * ".". Which member holds is told by the answer's type. */
struct dns_record {
    union {
        struct ip address;  /* A, AAAA */
        const char *target; /* NS, CNAME, PTR */
        struct {
            uint16_t preference;
            const char *exchange;
        } mx;
        struct {
            const unsigned char
                *bytes; /* the strings joined without separator; any octets; a zero follows */
            size_t length;
        } txt;
        struct {
            const char *mname, *rname;
            uint32_t serial, refresh, retry, expire, minimum;
        } soa;
        struct {
            uint8_t usage, selector, matching;
            const unsigned char *bytes;
            size_t length;
        } tlsa;
    };
};

struct dns_answer {
    enum dns_status status;
    uint16_t type;
    bool authenticated; /* AD: the resolver says that it validated the answer (RFC 4035
                           section 3.2.3) */
    bool edns;          /* the reply had an OPT record (RFC 6891) */
    bool truncated;     /* it did not fit into a datagram and was had over TCP (RFC 7766) */
    bool gave_up;       /* DNS_TIMEOUT by our own deadline, or by a recording without the answer */
    uint32_t
        ttl; /* seconds it may be kept: the lowest TTL, or the negative TTL (RFC 2308 section 5) */
    const char *name;      /* the question's name */
    const char *canonical; /* the end of its CNAME chain; equals name if there is none */
    const char *const
        *aliases; /* the names after the first, in order, canonical last; n_aliases of them */
    size_t n_aliases;
    const struct dns_record *records;
    size_t n_records;
    int extended_error;        /* RFC 8914 INFO-CODE, or -1 */
    const char *extended_text; /* its EXTRA-TEXT, made safe to print; "" for none */
    const char *reason;        /* for a failure: who failed and how, one phrase; "" for none */
};

/* "noerror", "nxdomain", ...; never NULL. And back: false if it is none of them. */
const char *dns_status_name(enum dns_status status);
bool dns_status_parse(const char *name, enum dns_status *status);
/* Whether a permanent verdict may rest on it. */
bool dns_status_is_certain(enum dns_status status);

/* Whether an answer of type A or AAAA holds the address. */
bool dns_answer_has_address(const struct dns_answer *answer, const struct ip *ip);

/* "MX"; "TYPE?" for a type without a row, whose number dns_type_text() writes. Never NULL. */
const char *dns_type_name(uint16_t type);

#define DNS_TYPE_TEXT_SIZE 16

/* "MX", or "TYPE257" for a type without a row (RFC 3597 section 5). Returns `text`. */
const char *dns_type_text(uint16_t type, char text[DNS_TYPE_TEXT_SIZE]);
/* The type of either form, upper case only; 0 for none. */
uint16_t dns_type_parse(const char *name);

/* A short name for an RFC 8914 INFO-CODE: "DNSSEC Bogus"; "" for an unknown one. */
const char *dns_extended_error_name(int code);

#endif
