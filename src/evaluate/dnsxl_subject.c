/*
 * dnsxl_subject.c - what lists are to be asked about, from text
 *
 * An IP address, a domain or an e-mail address, told apart by their form alone. An IPv4-mapped
 * IPv6 address (RFC 4291 section 2.5.5.2), which logs show for IPv4 clients, is taken as the IPv4
 * address that it is. What is nearly an IPv4 address is refused: as a name it would be asked of
 * domain lists, and no top-level domain is all digits (RFC 3696 section 2).
 *
 * Limits: ranges ("192.0.2.0/24") are their caller's.
 */
#include <string.h>

#include "address/mailbox.h"
#include "evaluate/dnsxl.h"

static void unmap(struct ip *ip)
{
    static const unsigned char mapped[12] = {[10] = 0xFF, [11] = 0xFF};
    if (ip->family == 6 && memcmp(ip->octet, mapped, sizeof mapped) == 0) {
        unsigned char octet[4];
        memcpy(octet, ip->octet + sizeof mapped, sizeof octet);
        ip_from_v4(ip, octet);
    }
}

static bool last_label_is_number(const char *domain)
{
    const char *dot = strrchr(domain, '.');
    const char *label = dot != NULL ? dot + 1 : domain;
    return label[strspn(label, "0123456789")] == '\0';
}

/* Why an address or domain cannot be asked about; NULL if it can. */
static const char *refusal(const struct rcpt_address *address)
{
    if (!address->valid)
        return address->error->reason;
    if (address->literal)
        return "Lists are not asked about an address literal: give the IP address alone, without "
               "brackets.";
    if (last_label_is_number(address->ascii_domain))
        return "This is neither an IP address nor a domain: its last label is a number.";
    return NULL;
}

bool dnsxl_subject_parse(struct arena *arena, const char *text, struct dnsxl_subject *subject,
                         const char **reason)
{
    struct ip ip;
    if (ip_parse(&ip, text)) {
        char shown[IP_TEXT_SIZE];
        unmap(&ip);
        *subject = (struct dnsxl_subject){
            .kind = DNSXL_IP, .text = arena_dup(arena, ip_format(&ip, shown)), .ip = ip};
        return true;
    }
    const char *slash = strchr(text, '/');
    if (slash != NULL && ip_parse_bytes(&ip, text, (size_t)(slash - text))) {
        *reason = "A range is one of IPv4 addresses, from /22 to /32.";
        return false;
    }
    const struct rcpt_address *address = mailbox_parse(arena, text, strlen(text));
    *reason = refusal(address);
    if (*reason != NULL)
        return false;
    if (address->local == NULL)
        *subject = (struct dnsxl_subject){.kind = DNSXL_DOMAIN, .text = address->ascii_domain};
    else
        *subject = (struct dnsxl_subject){
            .kind = DNSXL_EMAIL,
            .text = arena_printf(arena, "%s@%s", address->local, address->ascii_domain)};
    return true;
}
