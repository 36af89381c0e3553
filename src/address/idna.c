/*
 * idna.c - internationalised domain names through libidn2
 *
 * To A-labels by UTS #46, non-transitional, with the checks of IDNA 2008 that libidn2 adds
 * (RFC 5891 section 5). Back to U-labels for display only where the way back leads to the same
 * A-label, so that what is shown is what is looked up (RFC 5891 section 5.4).
 *
 * What libidn2 hands out is copied to the stack and freed before the arena is touched: the arena
 * may leave by its guard. Limits: names of IDNA_NAME_MOST octets.
 */
#include "address/idna.h"

#include <idn2.h>
#include <stdint.h>
#include <string.h>

#define FLAGS    (IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL)
#define OUT_MOST ((size_t)4 * IDNA_NAME_MOST) /* a U-label has 4 octets a character at most */

static const char not_punycode[] = "what follows \"xn--\" is not Punycode";

static const struct idna_error errors[] = {
    {IDN2_TOO_BIG_LABEL, DOMAIN_LABEL_TOO_LONG, ""},
    {IDN2_TOO_BIG_DOMAIN, DOMAIN_TOO_LONG, ""},
    {IDN2_HYPHEN_STARTEND, DOMAIN_HYPHEN, ""},
    {IDN2_PUNYCODE_BAD_INPUT, DOMAIN_BAD_IDNA, not_punycode},
    {IDN2_PUNYCODE_BIG_OUTPUT, DOMAIN_LABEL_TOO_LONG, ""},
    {IDN2_PUNYCODE_OVERFLOW, DOMAIN_BAD_IDNA, not_punycode},
    {IDN2_ENCODING_ERROR, DOMAIN_BAD_IDNA, not_punycode},
    {IDN2_2HYPHEN, DOMAIN_BAD_IDNA, "hyphens stand as its third and fourth character"},
    {IDN2_LEADING_COMBINING, DOMAIN_BAD_IDNA, "it begins with a combining mark"},
    {IDN2_DISALLOWED, DOMAIN_BAD_IDNA, "it has a symbol or character that names may not have"},
    {IDN2_CONTEXTJ, DOMAIN_BAD_IDNA, "an invisible joiner stands where its script has none"},
    {IDN2_CONTEXTO, DOMAIN_BAD_IDNA, "it has a character that its neighbours do not permit"},
    {IDN2_UNASSIGNED, DOMAIN_BAD_IDNA, "it has a character that Unicode has not assigned"},
    {IDN2_BIDI, DOMAIN_BAD_IDNA, "its mix of right-to-left and left-to-right is not permitted"},
};

static const struct idna_error other = {0, DOMAIN_BAD_IDNA, ""};

static const struct idna_error *error_of(int code)
{
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (errors[i].code == code)
            return &errors[i];
    return &other;
}

/* Moves what libidn2 gave, if it gave anything, to `out`. */
static int take(int code, char *given, char out[OUT_MOST + 1])
{
    out[0] = '\0';
    if (code == IDN2_OK) {
        size_t length = strlen(given);
        if (length > OUT_MOST)
            code = IDN2_TOO_BIG_DOMAIN;
        else
            memcpy(out, given, length + 1);
    }
    idn2_free(given);
    return code;
}

static int lookup(const char *text, char out[OUT_MOST + 1])
{
    uint8_t *given = NULL;
    int code = idn2_lookup_u8((const uint8_t *)text, &given, FLAGS);
    return take(code, (char *)given, out);
}

static int decode(const char *text, char out[OUT_MOST + 1])
{
    char *given = NULL;
    int code = idn2_to_unicode_8z8z(text, &given, IDN2_NONTRANSITIONAL);
    return take(code, given, out);
}

const struct idna_error *idna_to_ascii(struct arena *arena, const char *text, size_t length,
                                       const char **ascii)
{
    char name[IDNA_NAME_MOST + 1], out[OUT_MOST + 1];
    if (length > IDNA_NAME_MOST)
        return error_of(IDN2_TOO_BIG_DOMAIN);
    memcpy(name, text, length);
    name[length] = '\0';
    int code = lookup(name, out);
    if (code == IDN2_MALLOC)
        arena_fail(arena);
    if (code != IDN2_OK)
        return error_of(code);
    *ascii = arena_dup(arena, out);
    return NULL;
}

const struct idna_error *idna_decode_label(struct arena *arena, const char *label, size_t length,
                                           const char **unicode)
{
    char name[IDNA_NAME_MOST + 1], decoded[OUT_MOST + 1], again[OUT_MOST + 1];
    *unicode = NULL;
    if (length > IDNA_NAME_MOST)
        return error_of(IDN2_TOO_BIG_LABEL);
    memcpy(name, label, length);
    name[length] = '\0';

    int code = decode(name, decoded);
    if (code == IDN2_MALLOC)
        arena_fail(arena);
    if (code != IDN2_OK)
        return error_of(code);
    code = lookup(decoded, again);
    if (code == IDN2_MALLOC)
        arena_fail(arena);
    if (code == IDN2_OK && strcmp(again, name) == 0)
        *unicode = arena_dup(arena, decoded);
    return NULL;
}
