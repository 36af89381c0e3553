/*
 * domain.c - domain names as people type them: host-name rules and IDNA
 *
 * A name is read once from left to right, so the first defect is the one that is told. Names that
 * are ASCII, nearly all, never meet libidn2, but for labels that begin with "xn--". Others are
 * turned into A-labels by UTS #46, non-transitional (RFC 5890, RFC 5891), and the host-name rules
 * (RFC 5321 section 4.1.2, RFC 1123 section 2.1) are applied to the outcome as well.
 *
 * An A-label that decodes but is not permitted by IDNA (emoji) is let through, as no mail server
 * looks inside of it; it is not shown decoded. An underscore is let through and noted.
 *
 * Limits: 63 octets a label and 253 a name, as A-labels; 255 octets of UTF-8 (RFC 6531 section 3.3
 * leaves the limit of RFC 5321 section 4.5.3.1.2 in octets).
 */
#include "address/domain.h"

#include <string.h>

#include "address/idna.h"
#include "address/ip.h"
#include "util/utf8.h"

#define LABEL_MOST   63
#define ASCII_MOST   253
#define UNICODE_MOST IDNA_NAME_MOST

static const char *const reasons[] = {
    [DOMAIN_OK] = "",
    [DOMAIN_EMPTY] = "the domain is empty",
    [DOMAIN_EMPTY_LABEL] = "the domain has an empty label: a leading dot, or two dots in a row",
    [DOMAIN_FINAL_DOT] = "the domain ends with a dot",
    [DOMAIN_LABEL_TOO_LONG] = "a label of the domain is longer than 63 octets",
    [DOMAIN_TOO_LONG] = "the domain is longer than 253 characters (255 octets in DNS)",
    [DOMAIN_BAD_CHARACTER] =
        "the domain has a character other than letters, digits, hyphens and dots",
    [DOMAIN_SPACE] = "the domain has a space in it",
    [DOMAIN_HYPHEN] = "a label of the domain begins or ends with a hyphen",
    [DOMAIN_BAD_UTF8] = "the domain is not valid UTF-8",
    [DOMAIN_BAD_IDNA] = "the domain has a label that is not allowed in internationalised names",
    [DOMAIN_IP] = "the domain is an IP address without brackets",
};

const char *domain_defect_reason(enum domain_defect defect)
{
    return reasons[defect];
}

static void refuse(struct domain *domain, enum domain_defect defect, size_t position)
{
    domain->defect = defect;
    domain->position = position;
    domain->reason = reasons[defect];
}

static bool is_letter_or_digit(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_space(unsigned char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The shape that ip_parse_bytes() is worth calling for: every other name is spared it. */
static bool is_ip(const char *text, size_t length)
{
    char last = text[length - 1];
    struct ip ip;
    if ((last < '0' || last > '9') && memchr(text, ':', length) == NULL)
        return false;
    return ip_parse_bytes(&ip, text, length);
}

/* Passes over a character that is not ASCII: its length, or 0 for bad UTF-8. */
static size_t skip_unicode(const char *text, size_t length)
{
    uint32_t character;
    return utf8_decode(text, length, &character);
}

static void refuse_character(struct arena *arena, struct domain *domain, const char *text,
                             size_t at)
{
    refuse(domain, DOMAIN_BAD_CHARACTER, at);
    domain->reason =
        arena_printf(arena, "%s: \"%s\"", domain->reason, utf8_safe(arena, text + at, 1));
}

/* The rules that a whole label has to keep once its end is known. */
static bool check_label(struct domain *domain, const char *text, size_t start, size_t end,
                        bool ascii)
{
    if (start == end)
        refuse(domain, DOMAIN_EMPTY_LABEL, start);
    else if (text[end - 1] == '-')
        refuse(domain, DOMAIN_HYPHEN, end - 1);
    else if (ascii && end - start > LABEL_MOST)
        refuse(domain, DOMAIN_LABEL_TOO_LONG, start + LABEL_MOST);
    domain->labels++;
    return domain->defect == DOMAIN_OK;
}

/* Reads the characters of one label; returns where it ends, at a dot or the end of the text. */
static size_t scan_label(struct arena *arena, struct domain *domain, const char *text, size_t start,
                         size_t length, bool *ascii)
{
    size_t at = start;
    while (at < length && text[at] != '.' && domain->defect == DOMAIN_OK) {
        unsigned char c = (unsigned char)text[at];
        size_t size = 1;
        if (c >= 0x80) {
            *ascii = false;
            size = skip_unicode(text + at, length - at);
            if (size == 0)
                refuse(domain, DOMAIN_BAD_UTF8, at);
        } else if (c == '-' && at == start) {
            refuse(domain, DOMAIN_HYPHEN, at);
        } else if (c == '_') {
            domain->underscore = true;
        } else if (is_space(c)) {
            refuse(domain, DOMAIN_SPACE, at);
        } else if (!is_letter_or_digit(c) && c != '-') {
            refuse_character(arena, domain, text, at);
        }
        at += size;
    }
    return at;
}

/* Applies the host-name rules. True if none is broken; *ascii tells what the name is made of. */
static bool scan(struct arena *arena, struct domain *domain, const char *text, size_t length,
                 bool *ascii)
{
    *ascii = true;
    domain->labels = 0;
    if (length == 0)
        refuse(domain, DOMAIN_EMPTY, 0);
    else if (is_ip(text, length))
        refuse(domain, DOMAIN_IP, 0);
    for (size_t at = 0; at < length && domain->defect == DOMAIN_OK; at++) {
        bool plain = true;
        size_t end = scan_label(arena, domain, text, at, length, &plain);
        *ascii = *ascii && plain;
        if (domain->defect != DOMAIN_OK || !check_label(domain, text, at, end, plain))
            break;
        if (end + 1 == length)
            refuse(domain, DOMAIN_FINAL_DOT, end);
        at = end;
    }
    size_t most = *ascii ? ASCII_MOST : UNICODE_MOST;
    if (domain->defect == DOMAIN_OK && length > most)
        refuse(domain, DOMAIN_TOO_LONG, most);
    return domain->defect == DOMAIN_OK;
}

static void refuse_idna(struct arena *arena, struct domain *domain, const struct idna_error *error,
                        size_t position)
{
    refuse(domain, error->defect, position);
    if (error->detail[0] != '\0')
        domain->reason = arena_printf(arena, "%s: %s", domain->reason, error->detail);
}

/* The octets of a dot at the start of `text`, one of the four that UTS #46 takes for one; else 0.
 */
static size_t dot_size(const char *text, size_t length)
{
    static const char *const dots[] = {".", "\u3002", "\uFF0E", "\uFF61"};
    for (size_t i = 0; i < sizeof dots / sizeof *dots; i++) {
        size_t size = strlen(dots[i]);
        if (length >= size && memcmp(text, dots[i], size) == 0)
            return size;
    }
    return 0;
}

/* A label of a name as given, found by its dots. */
struct span {
    size_t start, end, next;
};

static bool next_label(struct span *span, const char *text, size_t length)
{
    if (span->next > length)
        return false;
    span->start = span->end = span->next;
    size_t dot = 0;
    while (span->end < length && (dot = dot_size(text + span->end, length - span->end)) == 0)
        span->end++;
    span->next = span->end + (span->end < length ? dot : 1);
    return true;
}

/* Where the first label stands that IDNA refuses by itself; 0 where only the whole is refused. */
static size_t refused_label(struct arena *arena, const char *text, size_t length)
{
    const char *ascii;
    for (struct span span = {0}; next_label(&span, text, length);)
        if (idna_to_ascii(arena, text + span.start, span.end - span.start, &ascii) != NULL)
            return span.start;
    return 0;
}

/* Where the label stands in the name as given that became the one at `position` of its A-labels. */
static size_t position_as_given(const char *text, size_t length, const char *ascii, size_t position)
{
    size_t dots = 0;
    for (size_t at = 0; at < position; at++)
        dots += ascii[at] == '.';
    struct span span = {0};
    while (next_label(&span, text, length))
        if (dots-- == 0)
            return span.start;
    return 0;
}

/* Turns a name into A-labels and applies the host-name rules once more: UTS #46 maps characters to
 * dots, digits and nothing at all. NULL if the name is refused. */
static const char *map_to_ascii(struct arena *arena, struct domain *domain, const char *text,
                                size_t length)
{
    const char *ascii;
    bool plain;
    const struct idna_error *error = idna_to_ascii(arena, text, length, &ascii);
    if (error != NULL) {
        refuse_idna(arena, domain, error, refused_label(arena, text, length));
        return NULL;
    }
    domain->underscore = false;
    if (!scan(arena, domain, ascii, strlen(ascii), &plain)) {
        domain->position = position_as_given(text, length, ascii, domain->position);
        return NULL;
    }
    return ascii;
}

/* Reads the labels that begin with "xn--"; the others stand in the U-label form as they are. */
static const char *to_unicode(struct arena *arena, struct domain *domain, const char *ascii)
{
    size_t length = strlen(ascii);
    char *unicode = arena_alloc(arena, 4 * length + 1), *end = unicode;
    bool differs = false;
    for (struct span span = {0}; next_label(&span, ascii, length);) {
        const char *label = ascii + span.start, *decoded = NULL;
        size_t size = span.end - span.start;
        if (size >= 4 && memcmp(label, "xn--", 4) == 0) {
            const struct idna_error *error = idna_decode_label(arena, label, size, &decoded);
            if (error != NULL) {
                refuse_idna(arena, domain, error, span.start);
                return NULL;
            }
        }
        if (decoded != NULL) {
            differs = true;
            label = decoded;
            size = strlen(decoded);
        }
        memcpy(end, label, size);
        end += size;
        if (span.end < length)
            *end++ = '.';
    }
    return differs ? utf8_safe(arena, unicode, (size_t)(end - unicode)) : NULL;
}

static const char *to_lower(struct arena *arena, const char *text, size_t length)
{
    char *lower = arena_dup_bytes(arena, text, length);
    for (char *c = lower; *c != '\0'; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    return lower;
}

void domain_parse(struct arena *arena, const char *text, size_t length, struct domain *domain)
{
    *domain = (struct domain){.reason = reasons[DOMAIN_OK]};
    bool plain;
    if (!scan(arena, domain, text, length, &plain))
        return;
    const char *ascii =
        plain ? to_lower(arena, text, length) : map_to_ascii(arena, domain, text, length);
    if (ascii == NULL)
        return;
    if (strstr(ascii, "xn--") != NULL)
        domain->unicode = to_unicode(arena, domain, ascii);
    if (domain->defect == DOMAIN_OK)
        domain->ascii = ascii;
}
