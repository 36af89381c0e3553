/*
 * name.c - domain names: wire form and text
 *
 * RFC 1035 sections 2.3.4 (limits), 3.1 (wire form), 4.1.4 (compression) and 5.1 (text), RFC 4343
 * (names compare without case, ASCII only). Text that this file writes is one text a name: lower
 * case, one way to escape each octet, so equal names are equal strings.
 *
 * A compression pointer must point before the run of labels that it ends, and behind the message's
 * header: each one goes further back, so reading ends, whatever the octets are.
 */
#include "dns/name.h"

#include <string.h>

#define HEADER_SIZE 12

static unsigned char lower(unsigned char octet)
{
    return octet >= 'A' && octet <= 'Z' ? (unsigned char)(octet + ('a' - 'A')) : octet;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* One octet of text, escaped or not, at *at; steps over it. False if an escape is not complete. */
static bool read_octet(const char **at, unsigned char *octet)
{
    const char *p = *at;
    if (*p != '\\') {
        *octet = (unsigned char)*p;
        *at = p + 1;
        return true;
    }
    p++;
    if (*p == '\0')
        return false;
    if (!is_digit(*p)) {
        *octet = (unsigned char)*p;
        *at = p + 1;
        return true;
    }
    if (!is_digit(p[1]) || !is_digit(p[2]))
        return false;
    int value = (p[0] - '0') * 100 + (p[1] - '0') * 10 + (p[2] - '0');
    if (value > 255)
        return false;
    *octet = (unsigned char)value;
    *at = p + 3;
    return true;
}

/* One label of text at *at, up to a dot or the end, as a length octet and its octets. Returns the
 * octets written, or 0 if it is empty, too long or not well formed. */
static size_t label_to_wire(const char **at, unsigned char *wire, size_t room)
{
    size_t n = 0;
    while (**at != '\0' && **at != '.') {
        unsigned char octet;
        if (!read_octet(at, &octet) || n == DNS_LABEL_MAX || n + 1 >= room)
            return 0;
        wire[++n] = octet;
    }
    if (n == 0)
        return 0;
    wire[0] = (unsigned char)n;
    return n + 1;
}

size_t dns_name_to_wire(const char *text, unsigned char wire[DNS_NAME_WIRE_MAX])
{
    size_t length = 0;
    if (strcmp(text, ".") == 0)
        text++;
    else if (*text == '\0')
        return 0;
    while (*text != '\0') {
        size_t n = label_to_wire(&text, wire + length, DNS_NAME_WIRE_MAX - 1 - length);
        if (n == 0)
            return 0;
        length += n;
        if (*text == '.')
            text++;
    }
    wire[length++] = 0;
    return length;
}

/* Adds one octet of a label to a text: 1, 2 or 4 characters. */
static size_t octet_to_text(unsigned char octet, char *text)
{
    octet = lower(octet);
    if (octet <= ' ' || octet >= 0x7f) {
        text[0] = '\\';
        text[1] = (char)('0' + octet / 100);
        text[2] = (char)('0' + octet / 10 % 10);
        text[3] = (char)('0' + octet % 10);
        return 4;
    }
    size_t n = 0;
    if (strchr(".\\\"();@$", octet) != NULL)
        text[n++] = '\\';
    text[n++] = (char)octet;
    return n;
}

/* A name being read off a message. */
struct run {
    size_t at;    /* where the next length octet stands */
    size_t start; /* where this run of labels began: a pointer must point before it */
    size_t after; /* the offset behind the name in the message; 0 until it is known */
    size_t wire;  /* octets of the name so far, as if it were not compressed */
    size_t n;     /* characters of text so far */
};

static bool follow_pointer(struct run *run, const unsigned char *message, size_t length)
{
    if (length - run->at < 2)
        return false;
    size_t target = ((size_t)(message[run->at] & 0x3f) << 8) | message[run->at + 1];
    if (target >= run->start || target < HEADER_SIZE)
        return false;
    if (run->after == 0)
        run->after = run->at + 2;
    run->at = run->start = target;
    return true;
}

static bool copy_label(struct run *run, const unsigned char *message, size_t length, char *text)
{
    size_t label = message[run->at];
    run->wire += label + 1;
    if (run->wire > DNS_NAME_WIRE_MAX - 1 || label >= length - run->at)
        return false;
    if (run->n > 0)
        text[run->n++] = '.';
    for (size_t i = 1; i <= label; i++)
        run->n += octet_to_text(message[run->at + i], text + run->n);
    run->at += label + 1;
    return true;
}

size_t dns_name_from_wire(const unsigned char *message, size_t length, size_t offset,
                          char text[DNS_NAME_TEXT_SIZE])
{
    struct run run = {.at = offset, .start = offset};
    for (;;) {
        if (run.at >= length)
            return 0;
        unsigned char first = message[run.at];
        if (first == 0)
            break;
        bool good = false;
        if (first >= 0xc0)
            good = follow_pointer(&run, message, length);
        else if (first <= DNS_LABEL_MAX)
            good = copy_label(&run, message, length, text);
        if (!good)
            return 0;
    }
    if (run.n == 0)
        text[run.n++] = '.';
    text[run.n] = '\0';
    return run.after != 0 ? run.after : run.at + 1;
}

/* Whether the last character is a dot that is not escaped. */
static bool ends_with_dot(const char *text, size_t length)
{
    size_t backslashes = 0;
    if (length == 0 || text[length - 1] != '.')
        return false;
    while (backslashes < length - 1 && text[length - 2 - backslashes] == '\\')
        backslashes++;
    return backslashes % 2 == 0;
}

bool dns_name_normalize(const char *text, char out[DNS_NAME_TEXT_SIZE])
{
    size_t length = strlen(text);
    if (length > 1 && ends_with_dot(text, length))
        length--;
    if (length >= DNS_NAME_TEXT_SIZE)
        return false;
    for (size_t i = 0; i < length; i++)
        out[i] = (char)lower((unsigned char)text[i]);
    out[length] = '\0';
    return true;
}

bool dns_name_canonical(const char *text, char out[DNS_NAME_TEXT_SIZE])
{
    unsigned char wire[DNS_NAME_WIRE_MAX];
    size_t length = dns_name_to_wire(text, wire);
    return length != 0 && dns_name_from_wire(wire, length, 0, out) != 0;
}
