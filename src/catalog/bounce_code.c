/*
 * bounce_code.c - which digits of a bounce line are its code
 *
 * A bounce line holds many numbers: addresses, ports, times, sizes, message ids, versions of
 * software. A reply code is three digits that stand alone (RFC 5321 section 4.2), an enhanced code
 * a class of 2, 4 or 5 with a subject of RFC 3463; what stands around them tells them from the
 * rest. Every candidate gets points and the best one wins, the first among equals: an enhanced code
 * behind a reply code of its class counts most, then codes that say a failure, then those behind
 * words such as "said:".
 *
 * Each candidate looks at a fixed number of octets around it, so the work grows with the line only.
 */
#include "catalog/bounce_code.h"

#include <string.h>
#include <strings.h>

/* Points for a candidate. */
enum { BARE = 8, MARKED = 20, FAILURE = 40, PAIR = 100 };

enum { WORD_MOST = 16, LEAST_FAILURE_CLASS = 4, LAST_SUBJECT = 7 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_hex(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Octets of UTF-8, such as quotation marks, separate as ASCII ones do. */
static bool is_one_of(char c, const char *set)
{
    return c == '\0' || (unsigned char)c >= 0x80 || strchr(set, c) != NULL;
}

static char before(const char *line, size_t at)
{
    return at == 0 ? '\0' : line[at - 1];
}

/* ---- words around a number ---- */

/* Whether the text before `at`, less one space, ends with the words. */
static bool follows(const char *line, size_t at, const char *words)
{
    size_t length = strlen(words);
    if (before(line, at) == ' ')
        at--;
    return at >= length && strncasecmp(line + at - length, words, length) == 0;
}

static bool follows_any(const char *line, size_t at, const char *const *words)
{
    for (; *words != NULL; words++)
        if (follows(line, at, *words))
            return true;
    return false;
}

/* Whether the word behind `at` counts something. */
static bool counts(const char *line, size_t at)
{
    static const char *const units[] = {
        "b",     "bytes",   "kb",    "mb",          "octets",     "s",       "sec",
        "ms",    "seconds", "min",   "minutes",     "hours",      "days",    "messages",
        "mails", "emails",  "times", "connections", "recipients", "percent", "lines"};
    if (line[at] != ' ')
        return line[at] == '%';
    size_t length = 0;
    while (length <= WORD_MOST && is_letter(line[at + 1 + length]))
        length++;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strlen(units[i]) == length && strncasecmp(line + at + 1, units[i], length) == 0)
            return true;
    return false;
}

/* ---- enhanced codes ---- */

/* One to three digits without a leading zero; the octets, 0 for none. */
static size_t read_part(const char *text, unsigned *value)
{
    size_t length = 0;
    *value = 0;
    while (length < 4 && is_digit(text[length]))
        *value = *value * 10 + (unsigned)(text[length++] - '0');
    return length > 3 || (length > 1 && text[0] == '0') ? 0 : length;
}

/* Whether what stands behind a code can stand there: no more digits or labels, as in an IP address
 * or a host name. */
static bool ends_code(const char *text)
{
    if (*text == '.' || *text == ':' || *text == '-')
        return !is_digit(text[1]) && (*text != '.' || !is_letter(text[1]));
    return is_one_of(*text, " ,;)]>'\"#!(");
}

/* The octets of an enhanced code at the start of the text, 0 for none. */
static size_t read_enhanced(const char *text, struct rcpt_enhanced *code)
{
    if ((*text != '2' && *text != '4' && *text != '5') || text[1] != '.')
        return 0;
    code->status = (unsigned)(*text - '0');
    size_t subject = read_part(text + 2, &code->subject);
    if (subject == 0 || code->subject > LAST_SUBJECT || text[2 + subject] != '.')
        return 0;
    size_t detail = read_part(text + 3 + subject, &code->detail);
    size_t length = 3 + subject + detail;
    return detail != 0 && ends_code(text + length) ? length : 0;
}

/* Points for an enhanced code that stands by itself; 0 for what is no code there. */
static unsigned weigh_enhanced(const char *line, size_t at, const struct rcpt_enhanced *code)
{
    static const char *const versions[] = {"version", "exim",  "postfix", "sendmail", "openssl",
                                           "release", "qmail", "smtpd",   "python",   NULL};
    static const char *const marks[] = {"#", "dsn=", "status:", "status=", "code=", "code:", NULL};
    bool marked = follows_any(line, at, marks);
    if (!marked && (!is_one_of(before(line, at), " ([:;'\"<") || follows_any(line, at, versions)))
        return 0;
    unsigned points = BARE;
    if (marked)
        points += MARKED;
    if (code->status >= LEAST_FAILURE_CLASS)
        points += FAILURE;
    return points;
}

/* ---- reply codes ---- */

/* Whether the digits at `at` are part of a time, an IPv6 address or a host's port. */
static bool in_colons(const char *line, size_t at)
{
    unsigned colons = 0;
    size_t from = at, steps = 0;
    for (; from > 0 && steps < WORD_MOST && (is_hex(line[from - 1]) || line[from - 1] == ':');
         from--)
        colons += line[from - 1] == ':', steps++;
    for (size_t to = at; to < at + WORD_MOST && (is_hex(line[to]) || line[to] == ':'); to++)
        colons += line[to] == ':';
    if (colons > 1)
        return true;
    if (before(line, at) != ':')
        return false;
    /* "said:554" has a word before the colon, a port an address or a host name. */
    for (steps = 0, from = at - 1; from > 0 && steps < WORD_MOST; from--, steps++) {
        char c = line[from - 1];
        if (c == ']' || c == '.' || is_digit(c))
            return true;
        if (!is_letter(c) && c != '-')
            return false;
    }
    return false;
}

/* RFC 5321 section 4.2 knows second digits up to 5; others count if the tables have them. */
static bool is_reply(unsigned code)
{
    return code >= 200 && code <= 599 &&
           (code / 10 % 10 <= 5 || rcpt_reply_code_find(code) != NULL);
}

/* Three digits at `at` that can be a reply code by what stands around them. */
static bool stands_alone(const char *line, size_t at)
{
    static const char *const counted[] = {"port",  "size", "size:", "than",  "over",
                                          "limit", "line", "after", "every", "id",
                                          "bug",   "page", NULL};
    char last = before(line, at);
    if (!is_one_of(last, " ([:;'\"#`") || in_colons(line, at) || counts(line, at + 3))
        return false;
    if (last == ' ' && follows_any(line, at, counted))
        return false;
    if (last == '[' && is_letter(before(line, at - 1)))
        return false; /* "smtpd[450]" */
    const char *rest = line + at + 3;
    struct rcpt_enhanced code;
    return *rest == '-' ? !is_digit(rest[1]) || read_enhanced(rest + 1, &code) != 0
                        : ends_code(rest);
}

/* The enhanced code that belongs to a reply code: behind a hyphen, spaces, or "#", "(#", "[". */
static bool read_pair(const char *text, struct rcpt_enhanced *code)
{
    size_t gap = 0;
    while (gap < 4 && text[gap] != '\0' && strchr(" -:#([", text[gap]) != NULL)
        gap++;
    return gap > 0 && read_enhanced(text + gap, code) != 0;
}

static unsigned weigh_reply(const char *line, size_t at, const struct rcpt_code_name *code,
                            bool pair)
{
    static const char *const marks[] = {
        "said:",  "smtp;", "reason:",  "returned",  "response:", "error:", "error",
        "status", "code",  "reply:",   "replied:",  "server:",   "reason", "'",
        "\"",     "says:", "message:", "rejected:", NULL};
    unsigned points = BARE + 1;
    if (at == 0 || follows_any(line, at, marks))
        points += MARKED;
    if (code->code / 100 >= LEAST_FAILURE_CLASS)
        points += FAILURE;
    /* X.0.0 is what relays add to a reply that had none. */
    if (pair && code->enhanced.status == code->code / 100 &&
        (code->enhanced.subject != 0 || code->enhanced.detail != 0))
        points += PAIR;
    return points;
}

/* ---- the line ---- */

/* The best of each kind so far. */
struct found {
    struct rcpt_code_name reply; /* with the enhanced code behind it */
    unsigned reply_points;
    struct rcpt_enhanced enhanced;
    unsigned enhanced_points;
};

static void try_reply(struct found *found, const char *line, size_t at)
{
    struct rcpt_code_name code = {0};
    for (size_t i = 0; i < 3; i++)
        code.code = code.code * 10 + (unsigned)(line[at + i] - '0');
    if (!is_reply(code.code) || !stands_alone(line, at))
        return;
    bool pair = read_pair(line + at + 3, &code.enhanced);
    if (!pair)
        code.enhanced = (struct rcpt_enhanced){0};
    unsigned points = weigh_reply(line, at, &code, pair);
    if (points <= found->reply_points)
        return;
    found->reply = code;
    found->reply_points = points;
}

static void try_enhanced(struct found *found, const char *line, size_t at)
{
    struct rcpt_enhanced code;
    if (read_enhanced(line + at, &code) == 0)
        return;
    unsigned points = weigh_enhanced(line, at, &code);
    if (points <= found->enhanced_points)
        return;
    found->enhanced = code;
    found->enhanced_points = points;
}

/* Puts the two together where one completes the other. */
static void join(const struct found *found, struct rcpt_code_name *code)
{
    const struct rcpt_enhanced *enhanced = &found->enhanced;
    bool failure = enhanced->status >= LEAST_FAILURE_CLASS && found->enhanced_points > 0;
    *code = found->reply;
    if (found->reply_points == 0 || (failure && found->reply.code / 100 < LEAST_FAILURE_CLASS)) {
        *code = (struct rcpt_code_name){.enhanced = found->enhanced};
        return;
    }
    /* X.0.0 tells nothing beside a reply code. */
    if (code->enhanced.status == 0 && enhanced->status == code->code / 100 &&
        (enhanced->subject != 0 || enhanced->detail != 0))
        code->enhanced = *enhanced;
}

bool bounce_code_read(const char *line, struct rcpt_code_name *code)
{
    struct found found = {0};
    for (size_t at = 0; line[at] != '\0';) {
        size_t digits = 0;
        while (is_digit(line[at + digits]))
            digits++;
        if (digits == 3)
            try_reply(&found, line, at);
        else if (digits == 1)
            try_enhanced(&found, line, at);
        at += digits == 0 ? 1 : digits;
    }
    join(&found, code);
    return found.reply_points + found.enhanced_points > 0;
}
