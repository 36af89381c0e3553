/*
 * wire_reply.c - a reply as a message: header, question, sections, OPT
 *
 * RFC 1035 section 4.1, RFC 2308 section 5 (the SOA record of a negative answer), RFC 6891
 * section 6.1 (OPT), RFC 8914 (extended errors). The reply must repeat the question, and every
 * record of every section must be there and be well formed, so a count that lies or a message that
 * was cut is seen; octets behind the last section are let pass.
 *
 * Limits: 65535 octets (RFC 1035 section 4.2.2). The id is the channel's business.
 */
#include "dns/wire_reply.h"

#include <string.h>

#include "dns/name.h"
#include "util/utf8.h"

#define MESSAGE_MOST 65535
#define OPTION_EDE   15

uint32_t wire_ttl(uint32_t ttl)
{
    if (ttl > INT32_MAX)
        return 0;
    return ttl < TTL_MOST ? ttl : TTL_MOST;
}

/* The readers of a reply's parts return NULL, or why the reply is malformed. */

static const char *read_header(struct wire_reply *reply)
{
    struct wire_cursor *cursor = &reply->cursor;
    wire_u16(cursor); /* the id: the channel's business */
    reply->flags = wire_u16(cursor);
    reply->questions = wire_u16(cursor);
    for (int i = 0; i < SECTIONS; i++)
        reply->counts[i] = wire_u16(cursor);
    reply->rcode = reply->flags & FLAG_RCODE;
    if (cursor->failed)
        return "the reply is shorter than a header";
    if ((reply->flags & FLAG_QR) == 0)
        return "the reply is a query";
    if ((reply->flags & FLAG_OPCODE) != 0)
        return "the reply is to another kind of request";
    return NULL;
}

/* A server that cannot read the query may send its error back without the question. */
static const char *read_question(struct wire_reply *reply)
{
    char asked[DNS_NAME_TEXT_SIZE], name[DNS_NAME_TEXT_SIZE];
    bool is_error = reply->rcode != RCODE_NOERROR && reply->rcode != RCODE_NXDOMAIN;
    if (reply->questions == 0 && is_error)
        return NULL;
    if (reply->questions != 1)
        return "the reply does not repeat the question";
    wire_name(&reply->cursor, name);
    uint16_t type = wire_u16(&reply->cursor);
    uint16_t class = wire_u16(&reply->cursor);
    if (reply->cursor.failed)
        return "the question in the reply is not well formed";
    if (type != reply->answer->type || class != CLASS_IN ||
        !dns_name_canonical(reply->answer->name, asked) || strcmp(asked, name) != 0)
        return "the reply answers another question";
    return NULL;
}

/* EXTRA-TEXT may end with a zero, though it should not (RFC 8914 section 2). */
static void read_extended_error(struct wire_reply *reply, struct wire_cursor option)
{
    int code = wire_u16(&option);
    if (option.failed || reply->answer->extended_error >= 0)
        return;
    const char *text = (const char *)option.message + option.at;
    size_t length = option.end - option.at;
    while (length > 0 && text[length - 1] == '\0')
        length--;
    reply->answer->extended_error = code;
    reply->answer->extended_text = utf8_safe(reply->arena, text, length);
}

/* OPT (RFC 6891 section 6.1): the upper bits of the RCODE, and the extended error. */
static const char *read_opt(struct wire_reply *reply, const struct wire_record *record)
{
    if (reply->has_opt)
        return "the reply has two OPT records";
    reply->has_opt = true;
    reply->rcode |= (record->ttl >> 24) << 4;
    struct wire_cursor options = wire_rdata(&reply->cursor, record);
    while (options.at < options.end) {
        unsigned code = wire_u16(&options);
        size_t length = wire_u16(&options);
        struct wire_cursor option = options;
        if (wire_bytes(&options, length) == NULL)
            return "the OPT record is not well formed";
        option.end = option.at + length;
        if (code == OPTION_EDE)
            read_extended_error(reply, option);
    }
    return NULL;
}

/* The SOA record of a negative answer (RFC 2308 section 5). One that cannot be read counts for
 * nothing but the TTL. */
static void read_authority(struct wire_reply *reply, const struct wire_record *record)
{
    struct dns_record soa;
    if (record->class != CLASS_IN)
        return;
    if (record->type == DNS_TYPE_NS)
        reply->has_ns = true;
    if (record->type != DNS_TYPE_SOA || reply->has_soa)
        return;
    reply->has_soa = true;
    struct arena_mark mark = arena_mark(reply->arena);
    bool good =
        wire_rdata_read(reply->arena, wire_rdata(&reply->cursor, record), DNS_TYPE_SOA, &soa);
    arena_reset(reply->arena, mark);
    if (!good)
        return;
    uint32_t ttl = wire_ttl(record->ttl), minimum = wire_ttl(soa.soa.minimum);
    reply->negative_ttl = ttl < minimum ? ttl : minimum;
}

/* Goes through all sections once, so that every count is true and every record can be read. */
static const char *survey(struct wire_reply *reply)
{
    char owner[DNS_NAME_TEXT_SIZE];
    reply->answers = reply->cursor;
    for (int section = 0; section < SECTIONS; section++) {
        for (unsigned i = 0; i < reply->counts[section]; i++) {
            struct wire_record record;
            const char *problem = NULL;
            if (!wire_record(&reply->cursor, owner, &record))
                return "a record in the reply is cut short or not well formed";
            if (section == AUTHORITY)
                read_authority(reply, &record);
            if (section == ADDITIONAL && record.type == TYPE_OPT && strcmp(owner, ".") == 0)
                problem = read_opt(reply, &record);
            if (problem != NULL)
                return problem;
        }
    }
    return NULL;
}

const char *wire_reply_read(struct wire_reply *reply, const unsigned char *message, size_t length)
{
    if (length > MESSAGE_MOST)
        return "the reply is longer than 65535 octets";
    wire_cursor_init(&reply->cursor, message, length);
    const char *problem = read_header(reply);
    if (problem == NULL)
        problem = read_question(reply);
    if (problem == NULL && (reply->flags & FLAG_TC) != 0)
        problem = "truncated even over TCP";
    return problem != NULL ? problem : survey(reply);
}

struct wire_walk wire_walk_answers(const struct wire_reply *reply)
{
    return (struct wire_walk){.cursor = reply->answers, .left = reply->counts[ANSWER]};
}

bool wire_walk_next(struct wire_walk *walk, const char *owner, uint16_t type,
                    struct wire_record *record)
{
    char name[DNS_NAME_TEXT_SIZE];
    while (walk->left > 0 && wire_record(&walk->cursor, name, record)) {
        walk->left--;
        if (record->type == type && record->class == CLASS_IN && strcmp(name, owner) == 0)
            return true;
    }
    return false;
}
