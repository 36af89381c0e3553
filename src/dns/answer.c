/*
 * answer.c - the names of what DNS says: statuses, record types, extended errors; and whether an
 * address is among its answer
 *
 * Three const tables, a row a fact. Types: the IANA registry of resource record types, the ones a
 * mail operator meets; any other is written TYPEn (RFC 3597 section 5). Extended errors: RFC 8914
 * section 4 and the registry that it opened, as of 2025.
 *
 * Limits: names are compared as they stand, in lower case for a status and upper case for a type.
 */
#include "dns/answer.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const struct {
    const char *name;
    bool certain;
} statuses[] = {
    [DNS_PENDING] = {"pending", false},     [DNS_NOERROR] = {"noerror", true},
    [DNS_NODATA] = {"nodata", true},        [DNS_NXDOMAIN] = {"nxdomain", true},
    [DNS_SERVFAIL] = {"servfail", false},   [DNS_REFUSED] = {"refused", false},
    [DNS_MALFORMED] = {"malformed", false}, [DNS_TIMEOUT] = {"timeout", false},
};

static const struct {
    uint16_t type;
    const char *name;
} types[] = {
    {DNS_TYPE_A, "A"},
    {DNS_TYPE_NS, "NS"},
    {DNS_TYPE_CNAME, "CNAME"},
    {DNS_TYPE_SOA, "SOA"},
    {DNS_TYPE_PTR, "PTR"},
    {DNS_TYPE_MX, "MX"},
    {DNS_TYPE_TXT, "TXT"},
    {DNS_TYPE_AAAA, "AAAA"},
    {33, "SRV"},
    {35, "NAPTR"},
    {39, "DNAME"},
    {41, "OPT"},
    {43, "DS"},
    {46, "RRSIG"},
    {47, "NSEC"},
    {48, "DNSKEY"},
    {50, "NSEC3"},
    {DNS_TYPE_TLSA, "TLSA"},
    {53, "SMIMEA"},
    {61, "OPENPGPKEY"},
    {64, "SVCB"},
    {65, "HTTPS"},
    {99, "SPF"},
    {255, "ANY"},
    {257, "CAA"},
};

/* By INFO-CODE. */
static const char *const extended_errors[] = {
    [0] = "Other Error",
    [1] = "Unsupported DNSKEY Algorithm",
    [2] = "Unsupported DS Digest Type",
    [3] = "Stale Answer",
    [4] = "Forged Answer",
    [5] = "DNSSEC Indeterminate",
    [6] = "DNSSEC Bogus",
    [7] = "Signature Expired",
    [8] = "Signature Not Yet Valid",
    [9] = "DNSKEY Missing",
    [10] = "RRSIGs Missing",
    [11] = "No Zone Key Bit Set",
    [12] = "NSEC Missing",
    [13] = "Cached Error",
    [14] = "Not Ready",
    [15] = "Blocked",
    [16] = "Censored",
    [17] = "Filtered",
    [18] = "Prohibited",
    [19] = "Stale NXDOMAIN Answer",
    [20] = "Not Authoritative",
    [21] = "Not Supported",
    [22] = "No Reachable Authority",
    [23] = "Network Error",
    [24] = "Invalid Data",
    [25] = "Signature Expired before Valid",
    [26] = "Too Early",
    [27] = "Unsupported NSEC3 Iterations Value",
    [28] = "Unable to conform to policy",
    [29] = "Synthesized",
    [30] = "Invalid Query Type",
};

const char *dns_status_name(enum dns_status status)
{
    return (size_t)status < COUNT(statuses) ? statuses[status].name : "unknown";
}

bool dns_status_parse(const char *name, enum dns_status *status)
{
    for (size_t i = 0; i < COUNT(statuses); i++) {
        if (strcmp(name, statuses[i].name) == 0) {
            *status = (enum dns_status)i;
            return true;
        }
    }
    return false;
}

bool dns_status_is_certain(enum dns_status status)
{
    return (size_t)status < COUNT(statuses) && statuses[status].certain;
}

static const char *find_type(uint16_t type)
{
    for (size_t i = 0; i < COUNT(types); i++) {
        if (types[i].type == type)
            return types[i].name;
    }
    return NULL;
}

const char *dns_type_name(uint16_t type)
{
    const char *name = find_type(type);
    return name != NULL ? name : "TYPE?";
}

const char *dns_type_text(uint16_t type, char text[DNS_TYPE_TEXT_SIZE])
{
    const char *name = find_type(type);
    if (name != NULL)
        snprintf(text, DNS_TYPE_TEXT_SIZE, "%s", name);
    else
        snprintf(text, DNS_TYPE_TEXT_SIZE, "TYPE%u", (unsigned)type);
    return text;
}

/* The number behind "TYPE": one to five digits, no leading zero. */
static uint16_t parse_type_number(const char *digits)
{
    unsigned long value = 0;
    size_t n = strspn(digits, "0123456789");
    if (n == 0 || n > 5 || digits[n] != '\0' || digits[0] == '0')
        return 0;
    for (size_t i = 0; i < n; i++)
        value = value * 10 + (unsigned long)(digits[i] - '0');
    return value <= UINT16_MAX ? (uint16_t)value : 0;
}

uint16_t dns_type_parse(const char *name)
{
    for (size_t i = 0; i < COUNT(types); i++) {
        if (strcmp(types[i].name, name) == 0)
            return types[i].type;
    }
    return strncmp(name, "TYPE", 4) == 0 ? parse_type_number(name + 4) : 0;
}

bool dns_answer_has_address(const struct dns_answer *answer, const struct ip *ip)
{
    for (size_t i = 0; i < answer->n_records; i++) {
        if (ip_equal(&answer->records[i].address, ip))
            return true;
    }
    return false;
}

const char *dns_extended_error_name(int code)
{
    if (code < 0 || (size_t)code >= COUNT(extended_errors))
        return "";
    return extended_errors[code];
}
