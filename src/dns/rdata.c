/*
 * rdata.c - records and answers as text, as in a master file
 *
 * RFC 1035 section 5.1 (text), RFC 3596 section 2.4 and RFC 5952 (AAAA), RFC 6698 section 2.2
 * (TLSA). Names end with a dot. The octets of TXT are cut into strings of 255, with \" and \\ and
 * \DDD for what is not printable ASCII, so the text is safe to show whatever DNS held.
 *
 * Limits: the strings of a TXT record are cut anew, as answer.h keeps them joined. The other
 * direction is rdata_parse.c.
 */
#include "dns/rdata.h"

#include <setjmp.h>
#include <string.h>

#include "util/strlist.h"
#include "util/utf8.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

#define STRING_MOST 255 /* octets of one string (RFC 1035 section 3.3) */

typedef void rdata_writer(struct buffer *out, const struct dns_record *record);

/* A name of the answer model, with its final dot. */
static void add_name(struct buffer *out, const char *name)
{
    buffer_add(out, name);
    if (strcmp(name, ".") != 0)
        buffer_add_char(out, '.');
}

static void write_address(struct buffer *out, const struct dns_record *record)
{
    char text[IP_TEXT_SIZE];
    buffer_add(out, ip_format(&record->address, text));
}

static void write_target(struct buffer *out, const struct dns_record *record)
{
    add_name(out, record->target);
}

static void write_mx(struct buffer *out, const struct dns_record *record)
{
    buffer_printf(out, "%u ", (unsigned)record->mx.preference);
    add_name(out, record->mx.exchange);
}

static void write_soa(struct buffer *out, const struct dns_record *record)
{
    add_name(out, record->soa.mname);
    buffer_add_char(out, ' ');
    add_name(out, record->soa.rname);
    buffer_printf(out, " %lu %lu %lu %lu %lu", (unsigned long)record->soa.serial,
                  (unsigned long)record->soa.refresh, (unsigned long)record->soa.retry,
                  (unsigned long)record->soa.expire, (unsigned long)record->soa.minimum);
}

static void add_string_octet(struct buffer *out, unsigned char octet)
{
    if (octet < ' ' || octet >= 0x7f) {
        buffer_printf(out, "\\%03u", (unsigned)octet);
        return;
    }
    if (octet == '"' || octet == '\\')
        buffer_add_char(out, '\\');
    buffer_add_char(out, (char)octet);
}

static void write_txt(struct buffer *out, const struct dns_record *record)
{
    buffer_add_char(out, '"');
    for (size_t i = 0; i < record->txt.length; i++) {
        if (i > 0 && i % STRING_MOST == 0)
            buffer_add(out, "\" \"");
        add_string_octet(out, record->txt.bytes[i]);
    }
    buffer_add_char(out, '"');
}

static void write_tlsa(struct buffer *out, const struct dns_record *record)
{
    static const char digits[] = "0123456789abcdef";
    buffer_printf(out, "%u %u %u", (unsigned)record->tlsa.usage, (unsigned)record->tlsa.selector,
                  (unsigned)record->tlsa.matching);
    for (size_t i = 0; i < record->tlsa.length; i++) {
        if (i == 0)
            buffer_add_char(out, ' ');
        buffer_add_char(out, digits[record->tlsa.bytes[i] >> 4]);
        buffer_add_char(out, digits[record->tlsa.bytes[i] & 0xf]);
    }
}

static const struct {
    uint16_t type;
    rdata_writer *write;
} writers[] = {
    {DNS_TYPE_A, write_address}, {DNS_TYPE_NS, write_target},    {DNS_TYPE_CNAME, write_target},
    {DNS_TYPE_SOA, write_soa},   {DNS_TYPE_PTR, write_target},   {DNS_TYPE_MX, write_mx},
    {DNS_TYPE_TXT, write_txt},   {DNS_TYPE_AAAA, write_address}, {DNS_TYPE_TLSA, write_tlsa},
};

void dns_rdata_format(struct buffer *out, uint16_t type, const struct dns_record *record)
{
    for (size_t i = 0; i < COUNT(writers); i++) {
        if (writers[i].type == type) {
            writers[i].write(out, record);
            return;
        }
    }
}

/* Copies a buffer's text to the arena and frees the buffer, also when the arena gives up. */
static char *move_to_arena(struct arena *arena, struct buffer *buffer)
{
    jmp_buf here, *outer = arena->guard;
    if (buffer->failed || setjmp(here) != 0) {
        arena->guard = outer;
        buffer_clear(buffer);
        arena_fail(arena);
    }
    arena->guard = &here;
    char *text = arena_dup_bytes(arena, buffer_text(buffer), buffer->length);
    arena->guard = outer;
    buffer_clear(buffer);
    return text;
}

char *dns_rdata_text(struct arena *arena, uint16_t type, const struct dns_record *record)
{
    struct buffer buffer;
    buffer_init(&buffer);
    dns_rdata_format(&buffer, type, record);
    return move_to_arena(arena, &buffer);
}

/* What stands behind the colon of a line for an answer without records; `detail` in brackets. */
static const struct {
    const char *what, *detail;
} outcomes[] = {
    [DNS_PENDING] = {"not known yet", ""},
    [DNS_NOERROR] = {"no records", ""},
    [DNS_NODATA] = {"no such record", ""},
    [DNS_NXDOMAIN] = {"NXDOMAIN", "the name does not exist"},
    [DNS_SERVFAIL] = {"SERVFAIL", ""},
    [DNS_REFUSED] = {"REFUSED", ""},
    [DNS_MALFORMED] = {"malformed answer", ""},
    [DNS_TIMEOUT] = {"no answer", ""},
};

/* Adds a piece to what stands in brackets. */
static const char *join(struct arena *arena, const char *left, const char *right)
{
    if (*left == '\0' || *right == '\0')
        return *left == '\0' ? right : left;
    return arena_printf(arena, "%s; %s", left, right);
}

/* "extended error 22 No Reachable Authority: text" */
static const char *extended_line(struct arena *arena, const struct dns_answer *answer)
{
    if (answer->extended_error < 0)
        return "";
    const char *name = dns_extended_error_name(answer->extended_error);
    const char *text = answer->extended_text != NULL ? answer->extended_text : "";
    return arena_printf(arena, "extended error %d%s%s%s%s", answer->extended_error,
                        *name != '\0' ? " " : "", name, *text != '\0' ? ": " : "", text);
}

/* The reason, unless it only repeats the status. */
static const char *reason_of(struct arena *arena, const struct dns_answer *answer, const char *what)
{
    if (answer->reason == NULL ||
        strcmp(answer->reason, arena_printf(arena, "the resolver answered %s", what)) == 0)
        return "";
    return answer->reason;
}

static const char *absence_line(struct arena *arena, const struct dns_answer *answer,
                                const char *owner)
{
    size_t status = (size_t)answer->status < COUNT(outcomes) ? (size_t)answer->status : 0;
    const char *what = outcomes[status].what;
    char type[DNS_TYPE_TEXT_SIZE];
    const char *detail = join(arena, outcomes[status].detail, reason_of(arena, answer, what));
    detail = join(arena, detail, extended_line(arena, answer));
    dns_type_text(answer->type, type);
    if (*detail == '\0')
        return arena_printf(arena, "%s %s: %s", owner, type, what);
    return arena_printf(arena, "%s %s: %s (%s)", owner, type, what, detail);
}

/* A name for a line. The question's name may be any text, so it is made safe. */
static const char *owner_text(struct arena *arena, const char *name)
{
    const char *safe = utf8_safe(arena, name, strlen(name));
    return strcmp(safe, ".") == 0 ? safe : arena_printf(arena, "%s.", safe);
}

/* An answer may hold thousands of records; nobody reads more lines than these. */
#define LINES_MOST 64

const char *const *dns_answer_lines(struct arena *arena, const struct dns_answer *answer)
{
    struct strlist lines;
    char type[DNS_TYPE_TEXT_SIZE];
    const char *owner = owner_text(arena, answer->name);
    strlist_init(&lines, arena);
    for (size_t i = 0; i < answer->n_aliases; i++) {
        const char *target = owner_text(arena, answer->aliases[i]);
        strlist_add(&lines, arena_printf(arena, "%s CNAME %s", owner, target));
        owner = target;
    }
    dns_type_text(answer->type, type);
    for (size_t i = 0; i < answer->n_records && i < LINES_MOST; i++) {
        const char *data = dns_rdata_text(arena, answer->type, &answer->records[i]);
        strlist_add(&lines, arena_printf(arena, "%s %s %s", owner, type, data));
    }
    if (answer->n_records > LINES_MOST)
        strlist_add(&lines, arena_printf(arena, "%s %s: and %zu more", owner, type,
                                         answer->n_records - LINES_MOST));
    if (answer->n_records == 0)
        strlist_add(&lines, absence_line(arena, answer, owner));
    return strlist_items(&lines);
}
