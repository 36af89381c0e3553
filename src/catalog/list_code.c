/*
 * list_code.c - which of a list's codes an answer is
 *
 * A list answers with an address of 127.0.0.0/8 (RFC 5782 section 2.3). Some give each sub-list a
 * value of its own, some add bits up in the last octet, and some keep ranges; a pattern has a field
 * for each octet that says which. A pattern that is not well formed matches nothing, so that a slip
 * in a table or a configuration can never turn into a listing.
 */
#include "catalog/list_code.h"

#include <stddef.h>

enum { OCTETS = 4, OCTET_MOST = 255 };

/* What one field of a pattern asks of its octet. */
struct field {
    unsigned low, high; /* a range, of one value for a plain number */
    unsigned bit;       /* 0, or the bit that must be set */
};

/* A decimal number of 0 to 255 without leading zeros; moves *text behind it. */
static bool read_number(const char **text, unsigned *number)
{
    const char *start = *text, *end = start;
    unsigned value = 0;
    while (*end >= '0' && *end <= '9' && end - start < 3)
        value = value * 10 + (unsigned)(*end++ - '0');
    if (end == start || value > OCTET_MOST || (*start == '0' && end - start > 1))
        return false;
    *text = end;
    *number = value;
    return true;
}

static bool is_one_bit(unsigned number)
{
    return number != 0 && (number & (number - 1)) == 0;
}

static bool read_field(const char **text, struct field *field)
{
    *field = (struct field){.high = OCTET_MOST};
    if (**text == '*') {
        ++*text;
        return true;
    }
    if (**text == '&') {
        ++*text;
        return read_number(text, &field->bit) && is_one_bit(field->bit);
    }
    if (!read_number(text, &field->low))
        return false;
    field->high = field->low;
    if (**text != '-')
        return true;
    ++*text;
    return read_number(text, &field->high) && field->low < field->high;
}

static bool read_pattern(const char *pattern, struct field fields[OCTETS])
{
    for (size_t i = 0; i < OCTETS; i++) {
        if (i > 0 && *pattern++ != '.')
            return false;
        if (!read_field(&pattern, &fields[i]))
            return false;
    }
    return *pattern == '\0';
}

bool list_code_is_valid(const char *pattern)
{
    struct field fields[OCTETS];
    return pattern != NULL && read_pattern(pattern, fields);
}

bool list_code_matches(const char *pattern, const unsigned char octet[4])
{
    struct field fields[OCTETS];
    if (pattern == NULL || !read_pattern(pattern, fields))
        return false;
    for (size_t i = 0; i < OCTETS; i++) {
        if (octet[i] < fields[i].low || octet[i] > fields[i].high)
            return false;
        if ((octet[i] & fields[i].bit) != fields[i].bit)
            return false;
    }
    return true;
}
