/*
 * mailbox_local.c - the local-part: dot-string or quoted string
 *
 * RFC 5321 section 4.1.2, with the UTF-8 of RFC 6531 section 3.3 in both forms. Case and quotes are
 * kept: they are the receiver's (section 2.4). Characters that cannot be seen are refused although
 * RFC 6531 has them in its grammar: no mailbox is known to need them, and they deceive.
 *
 * Limits: 64 octets, quotes among them (section 4.5.3.1.1).
 */
#include "address/mailbox_reader.h"

#include <stdint.h>
#include <string.h>

#include "util/utf8.h"

#define LOCAL_MOST 64

/* atext of RFC 5322 section 3.2.3, which RFC 5321 takes over. */
static bool is_atext(char c)
{
    return mailbox_is_letter(c) || mailbox_is_digit(c) ||
           (c != '\0' && strchr("!#$%&'*+-/=?^_`{|}~", c) != NULL);
}

/* Passes over one character that is not ASCII (RFC 6531 section 3.3). */
static void read_unicode(struct mailbox_reader *reader)
{
    uint32_t character;
    size_t size = utf8_decode(reader->text + reader->at, reader->end - reader->at, &character);
    if (size == 0)
        mailbox_refuse(reader, MAILBOX_LOCAL_UTF8, reader->at);
    else if (!utf8_is_printable(character))
        mailbox_refuse(reader, MAILBOX_LOCAL_CONTROL, reader->at);
    reader->at += size;
    reader->address->smtputf8 = true;
}

static bool is_control(char c)
{
    return (c >= 0 && c < 0x20) || c == 0x7F;
}

static void read_dot(struct mailbox_reader *reader, size_t start)
{
    size_t at = reader->at;
    if (at == start)
        mailbox_refuse_as(reader, MAILBOX_LOCAL_DOT, at, "the local-part begins with a dot");
    else if (reader->text[at - 1] == '.')
        mailbox_refuse_as(reader, MAILBOX_LOCAL_DOT, at, "the local-part has two dots in a row");
    else if (reader->text[at + 1] == '@') /* an "@" follows, or this would not be read */
        mailbox_refuse_as(reader, MAILBOX_LOCAL_DOT, at, "the local-part ends with a dot");
    reader->at++;
}

static void refuse_character(struct mailbox_reader *reader)
{
    char c = reader->text[reader->at];
    const char *name = mailbox_is_space(c) ? "a space" : arena_printf(reader->arena, "\"%c\"", c);
    mailbox_refuse_as(reader, MAILBOX_LOCAL_CHARACTER, reader->at,
                      arena_printf(reader->arena, "%s: %s",
                                   mailbox_defect_reason(MAILBOX_LOCAL_CHARACTER), name));
}

/* Dot-string = Atom *("." Atom), up to the "@" that is known to follow. */
static void read_dot_string(struct mailbox_reader *reader)
{
    size_t start = reader->at;
    while (mailbox_ok(reader) && reader->text[reader->at] != '@') {
        char c = reader->text[reader->at];
        if ((unsigned char)c >= 0x80)
            read_unicode(reader);
        else if (c == '.')
            read_dot(reader, start);
        else if (is_atext(c))
            reader->at++;
        else if (is_control(c) && c != '\t')
            mailbox_refuse(reader, MAILBOX_LOCAL_CONTROL, reader->at);
        else
            refuse_character(reader);
    }
}

/* quoted-pairSMTP: a backslash and a printable ASCII character. */
static void read_escape(struct mailbox_reader *reader)
{
    size_t at = reader->at;
    bool printable =
        at + 1 < reader->end && reader->text[at + 1] >= ' ' && reader->text[at + 1] < 0x7F;
    if (!printable)
        mailbox_refuse_as(
            reader, MAILBOX_LOCAL_QUOTE, at,
            "a backslash in quotes stands before something other than printable ASCII");
    reader->at += 2;
}

/* Quoted-string = DQUOTE *QcontentSMTP DQUOTE. */
static void read_quoted(struct mailbox_reader *reader)
{
    size_t start = reader->at++;
    while (mailbox_ok(reader) && reader->at < reader->end && reader->text[reader->at] != '"') {
        char c = reader->text[reader->at];
        if ((unsigned char)c >= 0x80)
            read_unicode(reader);
        else if (c == '\\')
            read_escape(reader);
        else if (is_control(c))
            mailbox_refuse(reader, MAILBOX_LOCAL_CONTROL, reader->at);
        else
            reader->at++;
    }
    if (mailbox_ok(reader) && reader->at >= reader->end)
        mailbox_refuse_as(reader, MAILBOX_LOCAL_QUOTE, start,
                          "the quoted local-part is not closed");
    reader->at++;
    if (mailbox_ok(reader) && reader->at < reader->end && reader->text[reader->at] != '@')
        mailbox_refuse_as(reader, MAILBOX_LOCAL_QUOTE, reader->at,
                          "text stands between the quoted local-part and the \"@\"");
}

void mailbox_read_local(struct mailbox_reader *reader)
{
    size_t start = reader->at;
    char first = reader->text[start];
    if (first == '@')
        mailbox_refuse(reader, MAILBOX_NO_LOCAL, start);
    else if (first == '"')
        read_quoted(reader);
    else
        read_dot_string(reader);
    if (!mailbox_ok(reader))
        return;
    size_t length = reader->at - start;
    if (length > LOCAL_MOST)
        mailbox_refuse(reader, MAILBOX_LOCAL_TOO_LONG, start + LOCAL_MOST);
    size_t at_sign = reader->at++;
    if (reader->at >= reader->end)
        mailbox_refuse(reader, MAILBOX_NO_DOMAIN, reader->end);
    else if (memchr(reader->text + reader->at, '@', reader->end - reader->at) != NULL)
        mailbox_refuse(reader, MAILBOX_TWO_ATS, at_sign);
    if (mailbox_ok(reader))
        reader->address->local = arena_dup_bytes(reader->arena, reader->text + start, length);
}
