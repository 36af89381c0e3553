/*
 * utf8.c - UTF-8 (RFC 3629), read strictly, and text made safe to print
 *
 * Decoding follows the table of well-formed sequences: no overlong forms, no surrogates, nothing
 * past U+10FFFF (RFC 3629 section 4). What a terminal or a reader could be deceived by is not
 * printable: controls, separators of lines, bidirectional controls, invisible characters, and
 * noncharacters.
 *
 * Limits: the columns of a character come from ranges of whole scripts, good enough to align.
 */
#include "util/utf8.h"

#include <stdio.h>
#include <string.h>

struct range {
    uint32_t first, last;
};

/* In ascending order, as is every table here: bisected. */
static const struct range hidden[] = {
    {0x0000, 0x001F},   /* C0 */
    {0x007F, 0x009F},   /* DEL and C1 */
    {0x00AD, 0x00AD},   /* soft hyphen */
    {0x034F, 0x034F},   /* combining grapheme joiner */
    {0x061C, 0x061C},   /* Arabic letter mark */
    {0x070F, 0x070F},   /* Syriac abbreviation mark */
    {0x115F, 0x1160},   /* Hangul fillers */
    {0x17B4, 0x17B5},   /* Khmer inherent vowels */
    {0x180B, 0x180F},   /* Mongolian selectors and vowel separator */
    {0x200B, 0x200F},   /* zero-width characters, left-to-right and right-to-left marks */
    {0x2028, 0x202E},   /* line and paragraph separators, bidirectional embeddings */
    {0x2060, 0x206F},   /* word joiner, invisible operators, bidirectional isolates */
    {0x3164, 0x3164},   /* Hangul filler */
    {0xD800, 0xDFFF},   /* surrogates: no characters */
    {0xFDD0, 0xFDEF},   /* noncharacters */
    {0xFEFF, 0xFEFF},   /* byte order mark */
    {0xFFA0, 0xFFA0},   /* halfwidth Hangul filler */
    {0xFFF0, 0xFFFB},   /* interlinear annotation and unassigned ignorables */
    {0x13430, 0x1343F}, /* hieroglyph format controls */
    {0x1BCA0, 0x1BCA3}, /* shorthand format controls */
    {0x1D173, 0x1D17A}, /* musical format controls */
    {0xE0000, 0xE0FFF}, /* tags and supplementary selectors */
};

static const struct range combining[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD},   {0x05BF, 0x05BF}, {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x0610, 0x061A},   {0x064B, 0x065F}, {0x0670, 0x0670},
    {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},   {0x06EA, 0x06ED}, {0x0711, 0x0711},
    {0x0730, 0x074A}, {0x07A6, 0x07B0}, {0x08D3, 0x08E1},   {0x08E3, 0x0902}, {0x093A, 0x093A},
    {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D},   {0x0951, 0x0957}, {0x0962, 0x0963},
    {0x0981, 0x0981}, {0x09BC, 0x09BC}, {0x09C1, 0x09C4},   {0x09CD, 0x09CD}, {0x0A3C, 0x0A3C},
    {0x0A41, 0x0A51}, {0x0ABC, 0x0ABC}, {0x0AC1, 0x0AC8},   {0x0ACD, 0x0ACD}, {0x0B3C, 0x0B3C},
    {0x0B4D, 0x0B4D}, {0x0BC0, 0x0BC0}, {0x0BCD, 0x0BCD},   {0x0C3E, 0x0C40}, {0x0C46, 0x0C56},
    {0x0CBC, 0x0CBC}, {0x0CCC, 0x0CCD}, {0x0D41, 0x0D44},   {0x0D4D, 0x0D4D}, {0x0E31, 0x0E31},
    {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x0EB1, 0x0EB1},   {0x0EB4, 0x0EBC}, {0x0EC8, 0x0ECE},
    {0x0F71, 0x0F7E}, {0x0F80, 0x0F84}, {0x102D, 0x1030},   {0x1032, 0x1037}, {0x1039, 0x103A},
    {0x1161, 0x11FF}, {0x135D, 0x135F}, {0x17B7, 0x17BD},   {0x17C6, 0x17C6}, {0x17C9, 0x17D3},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20F0},   {0x302A, 0x302D}, {0x3099, 0x309A},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF},
};

static const struct range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},
    {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},
    {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CFF},
    {0x1B000, 0x1B2FF}, {0x1F200, 0x1F2FF}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

#define LENGTH_OF(table) (sizeof(table) / sizeof *(table))

static bool in_ranges(const struct range *ranges, size_t count, uint32_t character)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (character > ranges[middle].last)
            low = middle + 1;
        else if (character < ranges[middle].first)
            high = middle;
        else
            return true;
    }
    return false;
}

/* What the first octet says: length, bits of the character in it, and the least character for
 * which this length is not overlong. */
static size_t first_octet(unsigned char octet, uint32_t *bits, uint32_t *least)
{
    static const struct {
        unsigned char mask, value, length;
        uint32_t least;
    } forms[] = {{0x80, 0x00, 1, 0},
                 {0xE0, 0xC0, 2, 0x80},
                 {0xF0, 0xE0, 3, 0x800},
                 {0xF8, 0xF0, 4, 0x10000}};
    for (size_t i = 0; i < LENGTH_OF(forms); i++) {
        if ((octet & forms[i].mask) == forms[i].value) {
            *bits = octet & (unsigned)~forms[i].mask & 0xFFU;
            *least = forms[i].least;
            return forms[i].length;
        }
    }
    return 0;
}

size_t utf8_decode(const char *text, size_t length, uint32_t *character)
{
    uint32_t value, least;
    size_t size = first_octet((unsigned char)text[0], &value, &least);
    if (size == 0 || size > length)
        return 0;
    for (size_t i = 1; i < size; i++) {
        unsigned char octet = (unsigned char)text[i];
        if ((octet & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (octet & 0x3F);
    }
    if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *character = value;
    return size;
}

bool utf8_is_printable(uint32_t character)
{
    if (character > 0x10FFFF || (character & 0xFFFE) == 0xFFFE) /* the last two of every plane */
        return false;
    return !in_ranges(hidden, LENGTH_OF(hidden), character);
}

size_t utf8_columns(const char *text)
{
    size_t columns = 0, length = strlen(text);
    while (length > 0) {
        uint32_t character;
        size_t size = utf8_decode(text, length, &character);
        if (size == 0) {
            size = 1; /* not safe text: an octet, a column */
            columns++;
        } else if (in_ranges(wide, LENGTH_OF(wide), character)) {
            columns += 2;
        } else if (!in_ranges(combining, LENGTH_OF(combining), character)) {
            columns++;
        }
        text += size;
        length -= size;
    }
    return columns;
}

/* The safe form of what stands at the start of `text`, into `out`; returns the octets read. */
static size_t escape(const char *text, size_t length, char out[12])
{
    uint32_t character;
    size_t size = utf8_decode(text, length, &character);
    if (size == 0) {
        snprintf(out, 12, "\\x%02X", (unsigned)(unsigned char)text[0]);
        return 1;
    }
    if (utf8_is_printable(character)) {
        memcpy(out, text, size);
        out[size] = '\0';
    } else {
        snprintf(out, 12, "\\u{%04X}", (unsigned)character);
    }
    return size;
}

static bool is_plain(const unsigned char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] < 0x20 || text[i] > 0x7E)
            return false;
    return true;
}

char *utf8_safe(struct arena *arena, const void *bytes, size_t length)
{
    if (is_plain(bytes, length))
        return arena_dup_bytes(arena, bytes, length);

    const char *text = bytes;
    size_t need = 0;
    char out[12];
    for (size_t at = 0; at < length;) {
        at += escape(text + at, length - at, out);
        need += strlen(out);
    }
    char *safe = arena_alloc(arena, need + 1);
    char *end = safe;
    for (size_t at = 0; at < length;) {
        at += escape(text + at, length - at, out);
        size_t size = strlen(out);
        memcpy(end, out, size);
        end += size;
    }
    return safe;
}
