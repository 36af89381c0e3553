/*
 * mailbox_outline.c - what stands around an address
 *
 * A person who pastes a header line, a URL or a list is told so, and not shown a stray character
 * (RFC 5322 section 3.4 allows all that in a header; RFC 5321 section 4.1.2 allows none of it in an
 * envelope, but for the angle brackets of a path). White space around the whole is passed over.
 *
 * Limits: 1024 octets; a longer text is not looked into.
 */
#include "address/mailbox_reader.h"

#include <string.h>
#include <strings.h>

#define INPUT_MOST 1024

/* The first `wanted` outside of quotes at or after `from`, or reader->end. */
static size_t find_unquoted(const struct mailbox_reader *reader, size_t from, const char *wanted)
{
    bool quoted = false;
    for (size_t at = from; at < reader->end; at++) {
        char c = reader->text[at];
        if (c == '"')
            quoted = !quoted;
        else if (c == '\\' && quoted)
            at++;
        else if (!quoted && c != '\0' && strchr(wanted, c) != NULL)
            return at;
    }
    return reader->end;
}

static void trim(struct mailbox_reader *reader)
{
    while (reader->at < reader->end && mailbox_is_space(reader->text[reader->at]))
        reader->at++;
    while (reader->end > reader->at && mailbox_is_space(reader->text[reader->end - 1]))
        reader->end--;
}

static void look_for_url(struct mailbox_reader *reader)
{
    size_t at = reader->at;
    while (at < reader->end && mailbox_is_letter(reader->text[at]))
        at++;
    size_t scheme = at - reader->at, left = reader->end - at;
    bool mailto = scheme == 6 && left > 0 && reader->text[at] == ':' &&
                  strncasecmp(reader->text + reader->at, "mailto", scheme) == 0;
    bool other = scheme > 0 && left >= 3 && memcmp(reader->text + at, "://", 3) == 0;
    if (mailto || other)
        mailbox_refuse(reader, MAILBOX_URL, reader->at);
}

/* "@a,@b:user@c" (RFC 5321 appendix C), in angle brackets or not. */
static void look_for_route(struct mailbox_reader *reader)
{
    size_t at = reader->at + (reader->at < reader->end && reader->text[reader->at] == '<');
    if (at == reader->end || reader->text[at] != '@')
        return;
    size_t colon = find_unquoted(reader, at, ":");
    if (find_unquoted(reader, colon, "@") < reader->end)
        mailbox_refuse(reader, MAILBOX_SOURCE_ROUTE, at);
}

/* A comma, a semicolon or space between two "@". "a@b <a@b>" is no list: its first half is a name.
 */
static void look_for_list(struct mailbox_reader *reader)
{
    bool named =
        find_unquoted(reader, reader->at + 1, "<") < reader->end && reader->text[reader->at] != '<';
    size_t first = find_unquoted(reader, reader->at, "@");
    size_t break_at = find_unquoted(reader, first, named ? ",;" : ",; \t\r\n");
    if (find_unquoted(reader, break_at, "@") < reader->end)
        mailbox_refuse(reader, MAILBOX_SEVERAL_ADDRESSES, break_at);
}

/* Takes off one pair of angle brackets around the whole. */
static void unwrap(struct mailbox_reader *reader)
{
    size_t open = find_unquoted(reader, reader->at, "<");
    bool closed = reader->text[reader->end - 1] == '>';
    if (open == reader->end) {
        if (closed)
            mailbox_refuse(reader, MAILBOX_ANGLE_BRACKET, reader->end - 1);
        return;
    }
    if (!closed) {
        mailbox_refuse(reader, MAILBOX_ANGLE_BRACKET, open);
        return;
    }
    if (open > reader->at) {
        mailbox_refuse(reader, MAILBOX_DISPLAY_NAME, reader->at);
        return;
    }
    reader->at++;
    reader->end--;
    if (reader->at == reader->end)
        mailbox_refuse(reader, MAILBOX_NULL_PATH, open);
}

void mailbox_read_outline(struct mailbox_reader *reader)
{
    trim(reader);
    if (reader->at == reader->end)
        mailbox_refuse(reader, MAILBOX_EMPTY, 0);
    else if (reader->end - reader->at > INPUT_MOST)
        mailbox_refuse(reader, MAILBOX_TOO_LONG, reader->at + INPUT_MOST);
    if (mailbox_ok(reader))
        look_for_url(reader);
    if (mailbox_ok(reader))
        look_for_route(reader);
    if (mailbox_ok(reader))
        look_for_list(reader);
    if (mailbox_ok(reader))
        unwrap(reader);
}
