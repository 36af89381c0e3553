/*
 * fault_reply.c - queries as they come, and replies that are wrong on purpose
 *
 * It shares no code with the program that it tests, so that a mistake is not made twice. Messages
 * are written by hand, octet by octet (RFC 1035 section 4).
 */
#include "fault.h"

#include <ctype.h>
#include <string.h>

#define TYPE_A     1
#define TYPE_CNAME 5
#define TYPE_SOA   6
#define TYPE_MX    15
#define TYPE_TXT   16
#define TYPE_AAAA  28
#define TYPE_OPT   41
#define TTL        300
#define TO_NAME    0xc00c /* a pointer to the question's name */

static const unsigned char some_address[4] = {192, 0, 2, 1};

struct writer {
    unsigned char *at;
    size_t length;
    unsigned answers, authority, additional;
};

static void put(struct writer *writer, const void *octets, size_t length)
{
    if (writer->length + length > FAULT_MESSAGE_MAX)
        return;
    memcpy(writer->at + writer->length, octets, length);
    writer->length += length;
}

static void put8(struct writer *writer, unsigned value)
{
    unsigned char octet = (unsigned char)value;
    put(writer, &octet, 1);
}

static void put16(struct writer *writer, unsigned value)
{
    put8(writer, value >> 8);
    put8(writer, value);
}

/* A name of plain labels: "mx.example". */
static void put_name(struct writer *writer, const char *name)
{
    while (*name != '\0') {
        size_t length = strcspn(name, ".");
        put8(writer, (unsigned)length);
        put(writer, name, length);
        name += length + (name[length] == '.');
    }
    put8(writer, 0);
}

/* Type, class IN, TTL and a length that put_end() fills in; returns where it stands. */
static size_t put_fixed(struct writer *writer, unsigned type)
{
    put16(writer, type);
    put16(writer, 1);
    put16(writer, 0);
    put16(writer, TTL);
    put16(writer, 0);
    return writer->length;
}

static void put_end(struct writer *writer, size_t start)
{
    size_t length = writer->length - start;
    writer->at[start - 2] = (unsigned char)(length >> 8);
    writer->at[start - 1] = (unsigned char)length;
}

static void put_count(struct writer *writer, size_t offset, unsigned count)
{
    writer->at[offset] = (unsigned char)(count >> 8);
    writer->at[offset + 1] = (unsigned char)count;
}

static void begin(struct writer *writer, const struct fault_query *query, unsigned char *reply,
                  unsigned rcode)
{
    *writer = (struct writer){.at = reply};
    put(writer, query->message, query->question_end);
    reply[2] = (unsigned char)(0x80 | (query->message[2] & 0x79)); /* QR; opcode and RD as asked */
    reply[3] = (unsigned char)(0x80 | rcode);                      /* RA */
    put_count(writer, 4, 1);
}

static size_t finish(struct writer *writer)
{
    put_count(writer, 6, writer->answers);
    put_count(writer, 8, writer->authority);
    put_count(writer, 10, writer->additional);
    return writer->length;
}

static void put_address(struct writer *writer, const unsigned char address[4])
{
    size_t start = put_fixed(writer, TYPE_A);
    put(writer, address, 4);
    put_end(writer, start);
    writer->answers++;
}

/* An OPT record, with an extended error (RFC 8914) if there is a code. */
static void put_opt(struct writer *writer, unsigned long info_code)
{
    static const char text[] = "made up by faultd";
    put8(writer, 0);
    put16(writer, TYPE_OPT);
    put16(writer, 1232);
    put16(writer, 0);
    put16(writer, 0);
    put16(writer, 0);
    size_t start = writer->length;
    if (info_code > 0) {
        put16(writer, 15);
        put16(writer, 2 + sizeof text - 1);
        put16(writer, (unsigned)info_code);
        put(writer, text, sizeof text - 1);
    }
    put_end(writer, start);
    writer->additional++;
}

static void put_soa(struct writer *writer)
{
    put8(writer, 0);
    size_t start = put_fixed(writer, TYPE_SOA);
    put_name(writer, "ns.invalid");
    put_name(writer, "hostmaster.invalid");
    for (unsigned i = 0; i < 5; i++) {
        put16(writer, 0);
        put16(writer, TTL);
    }
    put_end(writer, start);
    writer->authority++;
}

/* ---- queries ---- */

bool fault_query_read(struct fault_query *query, unsigned char *message, size_t length)
{
    *query = (struct fault_query){.message = message, .length = length};
    if (length < 12 || (message[2] & 0x80) != 0 || message[4] != 0 || message[5] != 1)
        return false;
    size_t at = 12, used = 0;
    while (at < length && message[at] != 0) {
        size_t label = message[at++];
        if (label > 63 || at + label > length || used + label + 1 >= sizeof query->name)
            return false;
        if (used > 0)
            query->name[used++] = '.';
        for (size_t i = 0; i < label; i++, at++)
            query->name[used++] = isgraph(message[at]) ? (char)tolower(message[at]) : '?';
    }
    query->name[used] = '\0';
    if (at + 5 > length)
        return false;
    query->type = (uint16_t)(message[at + 1] << 8 | message[at + 2]);
    query->question_end = at + 5;
    query->has_opt = message[10] != 0 || message[11] != 0;
    return true;
}

/* ---- replies ---- */

size_t fault_reply_good(const struct fault_query *query, const unsigned char address[4],
                        unsigned char reply[FAULT_MESSAGE_MAX])
{
    static const unsigned char v6[16] = {0x20, 0x01, 0x0d, 0xb8, [15] = 1};
    struct writer writer;
    begin(&writer, query, reply, 0);
    bool has_record = query->type == TYPE_A || query->type == TYPE_AAAA || query->type == TYPE_MX ||
                      query->type == TYPE_TXT;
    if (has_record && query->type == TYPE_A) {
        put16(&writer, TO_NAME);
        put_address(&writer, address != NULL ? address : some_address);
    } else if (has_record) {
        put16(&writer, TO_NAME);
        size_t start = put_fixed(&writer, query->type);
        if (query->type == TYPE_AAAA) {
            put(&writer, v6, sizeof v6);
        } else if (query->type == TYPE_MX) {
            put16(&writer, 10);
            put16(&writer, TO_NAME);
        } else {
            put(&writer, "\004text", 5);
        }
        put_end(&writer, start);
        writer.answers++;
    } else {
        put_soa(&writer);
    }
    if (query->has_opt)
        put_opt(&writer, 0);
    return finish(&writer);
}

static size_t reply_rcode(const struct fault_query *query, unsigned rcode, unsigned long info_code,
                          unsigned char *reply)
{
    struct writer writer;
    begin(&writer, query, reply, rcode);
    if (rcode == 3)
        put_soa(&writer);
    if (info_code > 0)
        put_opt(&writer, info_code);
    return finish(&writer);
}

/* Octets without sense, but the same on every run. */
static void make_noise(unsigned char *octets, size_t length)
{
    unsigned state = 0x2545f491u;
    for (size_t i = 0; i < length; i++) {
        state = state * 1664525u + 1013904223u;
        octets[i] = (unsigned char)(state >> 24);
    }
}

static size_t reply_noise(const struct fault_query *query, bool with_id, unsigned char *reply)
{
    make_noise(reply, 60);
    memcpy(reply, query->message, 2);
    if (with_id)
        reply[2] = 0x81;
    else
        reply[0] ^= 0x55;
    return 60;
}

/* One answer whose owner is a pointer to itself. */
static size_t reply_pointer_loop(const struct fault_query *query, unsigned char *reply)
{
    struct writer writer;
    begin(&writer, query, reply, 0);
    put16(&writer, (unsigned)(0xc000 | writer.length));
    put_address(&writer, some_address);
    return finish(&writer);
}

/* `count` aliases one after the other; at the end an address, or the question's name again. */
static size_t reply_chain(const struct fault_query *query, unsigned long count, bool loop,
                          unsigned char *reply)
{
    struct writer writer;
    unsigned owner = TO_NAME;
    begin(&writer, query, reply, 0);
    for (unsigned long i = 1; i <= count; i++) {
        put16(&writer, owner);
        size_t start = put_fixed(&writer, TYPE_CNAME);
        owner = (unsigned)(0xc000 | writer.length);
        if (loop && i == count) {
            put16(&writer, TO_NAME);
        } else {
            unsigned char label[4] = {3, 'c', (unsigned char)('a' + i / 26 % 26),
                                      (unsigned char)('a' + i % 26)};
            put(&writer, label, sizeof label);
            put_name(&writer, "chain.invalid");
        }
        put_end(&writer, start);
        writer.answers++;
    }
    if (!loop) {
        put16(&writer, owner);
        put_address(&writer, some_address);
    }
    return finish(&writer);
}

/* As many records as a message holds. */
static size_t reply_big(const struct fault_query *query, unsigned char *reply)
{
    struct writer writer;
    unsigned char text[201];
    begin(&writer, query, reply, 0);
    make_noise(text, sizeof text);
    text[0] = 200;
    for (unsigned i = 0; writer.length + 230 < FAULT_MESSAGE_MAX; i++) {
        put16(&writer, TO_NAME);
        size_t start = put_fixed(&writer, query->type == TYPE_TXT ? TYPE_TXT : TYPE_MX);
        if (query->type == TYPE_TXT) {
            text[1] = (unsigned char)(i >> 8);
            text[2] = (unsigned char)i;
            put(&writer, text, sizeof text);
        } else {
            put16(&writer, i);
            put16(&writer, TO_NAME);
        }
        put_end(&writer, start);
        writer.answers++;
    }
    return finish(&writer);
}

static size_t reply_truncated(const struct fault_query *query, unsigned char *reply)
{
    size_t length = reply_rcode(query, 0, 0, reply);
    reply[2] |= 0x02;
    return length;
}

static size_t reply_unrelated(const struct fault_query *query, unsigned char *reply)
{
    struct writer writer;
    begin(&writer, query, reply, 0);
    put_name(&writer, "unrelated.invalid");
    put_address(&writer, some_address);
    return finish(&writer);
}

/* A good reply, then spoilt. */
static size_t reply_spoilt(enum fault_kind kind, const struct fault_query *query,
                           unsigned char *reply)
{
    size_t length = fault_reply_good(query, NULL, reply);
    switch (kind) {
    case FAULT_WRONG_ID:
        reply[1] ^= 0x01;
        break;
    case FAULT_WRONG_QUESTION:
        if (reply[12] != 0)
            reply[13] = reply[13] == 'x' ? 'y' : 'x';
        break;
    case FAULT_LYING_COUNTS:
        reply[6] = 0x03;
        break;
    case FAULT_NXDOMAIN_WITH_ANSWER:
        reply[3] |= 3;
        break;
    default:
        length = 12;
        memset(reply + 4, 0, 8);
        break;
    }
    return length;
}

size_t fault_reply_bad(const struct fault_rule *rule, const struct fault_query *query, bool tcp,
                       unsigned char reply[FAULT_MESSAGE_MAX])
{
    switch (rule->kind) {
    case FAULT_SERVFAIL:
        return reply_rcode(query, 2, rule->number, reply);
    case FAULT_SERVFAIL_FIRST:
        return reply_rcode(query, 2, 0, reply);
    case FAULT_REFUSED:
        return reply_rcode(query, 5, rule->number, reply);
    case FAULT_NOTIMP:
        return reply_rcode(query, 4, 0, reply);
    case FAULT_FORMERR:
        return reply_rcode(query, 1, 0, reply);
    case FAULT_NXDOMAIN:
        return reply_rcode(query, 3, 0, reply);
    case FAULT_TRUNCATE:
    case FAULT_TRUNCATE_BROKEN:
        return reply_truncated(query, reply);
    case FAULT_BIG:
        return tcp ? reply_big(query, reply) : reply_truncated(query, reply);
    case FAULT_GARBAGE:
        return reply_noise(query, true, reply);
    case FAULT_NOISE:
        return reply_noise(query, false, reply);
    case FAULT_POINTER_LOOP:
        return reply_pointer_loop(query, reply);
    case FAULT_CNAME_LOOP:
        return reply_chain(query, 2, true, reply);
    case FAULT_CNAME_CHAIN:
        return reply_chain(query, rule->number, false, reply);
    case FAULT_UNRELATED:
        return reply_unrelated(query, reply);
    case FAULT_ANSWER:
        return fault_reply_good(query, rule->octets, reply);
    case FAULT_WRONG_ID:
    case FAULT_WRONG_QUESTION:
    case FAULT_LYING_COUNTS:
    case FAULT_NXDOMAIN_WITH_ANSWER:
    case FAULT_EMPTY:
        return reply_spoilt(rule->kind, query, reply);
    default:
        return 0;
    }
}

void fault_reply_turn_case(unsigned char *reply, size_t length)
{
    size_t at = 12;
    while (at < length && reply[at] != 0 && reply[at] < 64) {
        size_t end = at + 1 + reply[at];
        for (at++; at < end && at < length; at++) {
            if (isalpha(reply[at]))
                reply[at] ^= 0x20;
        }
    }
}
