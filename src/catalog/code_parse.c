/*
 * code_parse.c - reads "554", "5.7.1", "550-5.7.26", "550 5.7.26" and "X.7.1"
 *
 * A reply code is three digits (RFC 5321 section 4.2), here 200 to 599; an enhanced code is class,
 * subject and detail with dots between (RFC 3463 section 2): class 2, 4 or 5, the others one to
 * three digits without a leading zero. X in place of the class leaves it open, as the registry
 * writes it. Between the two stands what stands there on the wire: a hyphen, or space. Space around
 * is ignored. A defect is reported at the first octet that does not fit. X.0.0 is { 0, 0, 0 }:
 * alone, it is known by the reply code that is missing; behind a reply code it adds nothing and is
 * dropped.
 *
 * Limits: text behind a code is a defect, so a whole reply line is no code.
 */
#include "rcptcheck/codes.h"

enum { MAX_DIGITS = 3, LAST_REPLY_CLASS = 5 };

/* A cursor with a sticky error: once bad, it does not move, and its place is that of the defect. */
struct cursor {
    const char *text;
    size_t at;
    bool bad;
};

static char peek(const struct cursor *cursor)
{
    return cursor->text[cursor->at];
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Tab and line end are taken as well, since codes are pasted from logs. */
static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void skip_space(struct cursor *cursor)
{
    while (!cursor->bad && is_space(peek(cursor)))
        cursor->at++;
}

static void take_dot(struct cursor *cursor)
{
    if (peek(cursor) != '.')
        cursor->bad = true;
    if (!cursor->bad)
        cursor->at++;
}

static unsigned take_digit(struct cursor *cursor)
{
    if (!is_digit(peek(cursor)))
        cursor->bad = true;
    if (cursor->bad)
        return 0;
    return (unsigned)(cursor->text[cursor->at++] - '0');
}

/* Subject or detail: one to three digits; a zero stands alone. */
static unsigned take_part(struct cursor *cursor)
{
    unsigned value = take_digit(cursor);
    for (int digits = 1; digits < MAX_DIGITS && value != 0; digits++) {
        if (cursor->bad || !is_digit(peek(cursor)))
            break;
        value = value * 10 + take_digit(cursor);
    }
    /* A digit that is left over is one too many, or follows a leading zero. */
    if (!cursor->bad && is_digit(peek(cursor)))
        cursor->bad = true;
    return value;
}

static void take_enhanced(struct cursor *cursor, struct rcpt_code_name *name)
{
    char class_digit = peek(cursor);
    bool open = class_digit == 'X' || class_digit == 'x';
    if (!open && class_digit != '2' && class_digit != '4' && class_digit != '5')
        cursor->bad = true;
    if (cursor->bad)
        return;
    cursor->at++;
    name->enhanced.status = open ? 0 : (unsigned)(class_digit - '0');
    take_dot(cursor);
    name->enhanced.subject = take_part(cursor);
    take_dot(cursor);
    name->enhanced.detail = take_part(cursor);
}

static void take_reply(struct cursor *cursor, struct rcpt_code_name *name)
{
    char first = peek(cursor);
    if (first < '2' || first > '0' + LAST_REPLY_CLASS)
        cursor->bad = true;
    for (int digits = 0; digits < MAX_DIGITS; digits++)
        name->code = name->code * 10 + take_digit(cursor);
}

/* An enhanced code is told from a reply code by the dot behind its class. */
static bool at_enhanced(const struct cursor *cursor)
{
    char first = peek(cursor);
    return first == 'X' || first == 'x' || (first != '\0' && cursor->text[cursor->at + 1] == '.');
}

static void take_code(struct cursor *cursor, struct rcpt_code_name *name)
{
    if (at_enhanced(cursor)) {
        take_enhanced(cursor, name);
        return;
    }
    take_reply(cursor, name);
    if (cursor->bad)
        return;
    if (peek(cursor) == '-') {
        cursor->at++;
        take_enhanced(cursor, name);
    } else if (is_space(peek(cursor))) {
        skip_space(cursor);
        if (peek(cursor) != '\0')
            take_enhanced(cursor, name);
    }
}

bool rcpt_code_parse(const char *text, struct rcpt_code_name *name, size_t *position)
{
    struct cursor cursor = {.text = text};
    *name = (struct rcpt_code_name){0};
    *position = 0;
    skip_space(&cursor);
    take_code(&cursor, name);
    skip_space(&cursor);
    if (!cursor.bad && peek(&cursor) != '\0')
        cursor.bad = true;
    if (!cursor.bad)
        return true;
    *name = (struct rcpt_code_name){0};
    *position = cursor.at;
    return false;
}
