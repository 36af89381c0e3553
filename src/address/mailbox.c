/*
 * mailbox.c - a recipient from text: RFC 5321 Mailbox with RFC 6531, or a bare domain
 *
 * In four steps: what stands around it (mailbox_outline.c), the local-part (mailbox_local.c), the
 * domain (domain.c) or address literal (RFC 5321 section 4.1.3), and the length of the whole
 * (section 4.5.3.1.3). Any octets may be given; nothing past the length is read.
 *
 * Limits: 254 octets for the whole, as 256 count the angle brackets. A general address literal
 * ("tag:...") is refused though the grammar has it: no tag but IPv6 was ever registered.
 */
#include "address/mailbox.h"

#include <string.h>
#include <strings.h>

#include "address/domain.h"
#include "address/ip.h"
#include "address/mailbox_defect.h"
#include "address/mailbox_problem.h"
#include "address/mailbox_reader.h"

#define PATH_MOST 254

/* A tag is letters, digits and hyphens before a colon (RFC 5321 section 4.1.3). The first group of
 * an IPv6 address that cannot be read is taken for none. */
static bool has_tag(const char *text, size_t length)
{
    size_t at = 0, hex = 0;
    for (; at < length && text[at] != ':'; at++) {
        if (!mailbox_is_letter(text[at]) && !mailbox_is_digit(text[at]) && text[at] != '-')
            return false;
        hex += strchr("0123456789abcdefABCDEF", text[at]) != NULL;
    }
    return at > 0 && at < length && (hex < at || at > 4);
}

static enum mailbox_defect literal_defect(const char *text, size_t length, struct ip *ip)
{
    static const char tag[] = "IPv6:";
    const size_t tag_length = sizeof tag - 1;
    if (length >= tag_length && strncasecmp(text, tag, tag_length) == 0) {
        bool is_address = ip_parse_bytes(ip, text + tag_length, length - tag_length);
        return is_address && ip->family == 6 ? MAILBOX_OK : MAILBOX_LITERAL_BAD;
    }
    if (ip_parse_bytes(ip, text, length))
        return ip->family == 4 ? MAILBOX_OK : MAILBOX_LITERAL_IPV6_TAG;
    return has_tag(text, length) ? MAILBOX_LITERAL_UNKNOWN_TAG : MAILBOX_LITERAL_BAD;
}

static void read_literal(struct mailbox_reader *reader)
{
    const char *text = reader->text + reader->at;
    size_t length = reader->end - reader->at;
    const char *close = memchr(text, ']', length);
    struct ip ip;
    if (close == NULL) {
        mailbox_refuse(reader, MAILBOX_LITERAL_OPEN, reader->at);
        return;
    }
    size_t content = (size_t)(close - text) - 1;
    enum mailbox_defect defect = literal_defect(text + 1, content, &ip);
    if (defect != MAILBOX_OK)
        mailbox_refuse(reader, defect, reader->at + 1);
    else if (content + 2 < length)
        mailbox_refuse_as(reader, MAILBOX_LITERAL_BAD, reader->at + content + 2,
                          "text stands behind the address literal");
    if (!mailbox_ok(reader))
        return;
    reader->address->literal = true;
    reader->address->domain = arena_dup_bytes(reader->arena, text, length);
    reader->address->problems = mailbox_literal_problems(reader->arena, &ip);
}

/* What a person types may end with the dot of an absolute name; a Mailbox may not. */
static size_t without_final_dot(const char *text, size_t length)
{
    bool final = length > 1 && text[length - 1] == '.' && text[length - 2] != '.';
    return final ? length - 1 : length;
}

static bool is_ascii(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && (unsigned char)text[at] < 0x80)
        at++;
    return at == length;
}

static void read_domain(struct mailbox_reader *reader)
{
    const char *text = reader->text + reader->at;
    size_t length = reader->end - reader->at;
    bool bare = reader->address->local == NULL;
    struct domain domain;
    domain_parse(reader->arena, text, bare ? without_final_dot(text, length) : length, &domain);
    if (domain.defect != DOMAIN_OK) {
        mailbox_refuse_as(reader, mailbox_defect_of_domain(domain.defect),
                          reader->at + domain.position, domain.reason);
        return;
    }
    reader->address->domain = domain.ascii;
    if (domain.unicode != NULL && !is_ascii(text, length))
        reader->address->domain = domain.unicode;
    reader->address->ascii_domain = domain.ascii;
    reader->address->unicode_domain = domain.unicode;
    reader->address->problems = mailbox_domain_problems(reader->arena, &domain);
}

static void read_path(struct mailbox_reader *reader)
{
    size_t start = reader->at, length = reader->end - start;
    bool bare = memchr(reader->text + start, '@', length) == NULL && reader->text[start] != '"';
    if (!bare)
        mailbox_read_local(reader);
    if (!mailbox_ok(reader))
        return;
    if (reader->text[reader->at] == '[')
        read_literal(reader);
    else
        read_domain(reader);
    if (!bare && length > PATH_MOST)
        mailbox_refuse(reader, MAILBOX_PATH_TOO_LONG, start + PATH_MOST);
}

static const struct rcpt_address *refused(const struct mailbox_reader *reader)
{
    struct rcpt_address_error *error = arena_alloc(reader->arena, sizeof *error);
    error->id = mailbox_defect_id(reader->defect);
    error->position = reader->position;
    error->reason = reader->reason;
    *reader->address = (struct rcpt_address){.error = error};
    return reader->address;
}

const struct rcpt_address *mailbox_parse(struct arena *arena, const char *text, size_t length)
{
    struct mailbox_reader reader = {.arena = arena, .text = text, .end = length};
    reader.address = arena_alloc(arena, sizeof *reader.address);
    mailbox_read_outline(&reader);
    if (mailbox_ok(&reader))
        read_path(&reader);
    if (!mailbox_ok(&reader))
        return refused(&reader);
    reader.address->valid = true;
    return reader.address;
}
