/*
 * recipients.c - where check takes its recipients from: arguments, and standard input for "-"
 *
 * Standard input is one recipient a line. White space around it is dropped, empty lines are
 * skipped, a byte order mark at its start is dropped; there are no comments, since an address may
 * begin with '#'. Reading never waits while results are outstanding, so `tail -f log | rcptcheck -`
 * answers each line as it comes.
 *
 * Any octets may come. A NUL octet cannot stand in a C text, so it is handed on as C0 80, which is
 * never valid UTF-8: the line is a bad address at just that place. A line of more than
 * RECIPIENT_MOST octets is cut there, far past what an address may have (RFC 5321 section
 * 4.5.3.1.3), and is a bad address as well.
 */
#include "cli/recipients.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

void recipients_init(struct recipients *recipients, char **arguments, size_t count)
{
    recipients->arguments = arguments;
    recipients->count = count;
    recipients->reading = false;
    recipients->read_end = false;
    recipients->error = 0;
    recipients->first_line = true;
    recipients->start = recipients->end = 0;
    recipients->length = 0;
}

/* Gets more octets. LATER: none just now. END: no more will come. */
static enum recipient_state fill(struct recipients *recipients, bool wait)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    if (!wait && poll(&input, 1, 0) == 0)
        return RECIPIENT_LATER;
    ssize_t got;
    do {
        got = read(STDIN_FILENO, recipients->data, sizeof recipients->data);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        recipients->error = errno;
        return RECIPIENT_FAILED;
    }
    recipients->start = 0;
    recipients->end = (size_t)got;
    return got == 0 ? RECIPIENT_END : RECIPIENT_READY;
}

static void add_octet(struct recipients *recipients, char octet)
{
    if (recipients->length >= RECIPIENT_MOST)
        return;
    if (octet != '\0') {
        recipients->line[recipients->length++] = octet;
        return;
    }
    recipients->line[recipients->length++] = '\xC0';
    recipients->line[recipients->length++] = '\x80';
}

/* Moves octets from data to line; true at the end of the line. */
static bool take_line(struct recipients *recipients)
{
    while (recipients->start < recipients->end) {
        char octet = recipients->data[recipients->start++];
        if (octet == '\n')
            return true;
        add_octet(recipients, octet);
    }
    return false;
}

static bool is_space(char octet)
{
    return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\v' || octet == '\f';
}

/* The line without mark and white space; it starts empty again. */
static const char *trim(struct recipients *recipients)
{
    static const char mark[] = "\xEF\xBB\xBF";
    char *text = recipients->line;
    size_t length = recipients->length;
    text[length] = '\0';
    if (recipients->first_line && strncmp(text, mark, sizeof mark - 1) == 0) {
        text += sizeof mark - 1;
        length -= sizeof mark - 1;
    }
    while (length > 0 && is_space(text[length - 1]))
        text[--length] = '\0';
    while (is_space(*text))
        text++;
    recipients->first_line = false;
    recipients->length = 0;
    return text;
}

static enum recipient_state next_line(struct recipients *recipients, bool wait, const char **text)
{
    for (;;) {
        bool whole = take_line(recipients);
        if (!whole && !recipients->read_end) {
            enum recipient_state state = fill(recipients, wait);
            if (state == RECIPIENT_LATER || state == RECIPIENT_FAILED)
                return state;
            recipients->read_end = state == RECIPIENT_END;
            continue;
        }
        if (!whole && recipients->length == 0)
            return RECIPIENT_END;
        *text = trim(recipients);
        if (**text != '\0')
            return RECIPIENT_READY;
    }
}

enum recipient_state recipients_next(struct recipients *recipients, bool wait, const char **text)
{
    for (;;) {
        if (recipients->reading) {
            enum recipient_state state = next_line(recipients, wait, text);
            recipients->reading = state == RECIPIENT_READY || state == RECIPIENT_LATER;
            if (state != RECIPIENT_END)
                return state;
        }
        if (recipients->count == 0)
            return RECIPIENT_END;
        *text = *recipients->arguments++;
        recipients->count--;
        if (strcmp(*text, "-") != 0)
            return RECIPIENT_READY;
        recipients->reading = true;
    }
}
