/*
 * recipients.h - where check takes its recipients from: arguments, and standard input for "-"
 */
#ifndef CLI_RECIPIENTS_H
#define CLI_RECIPIENTS_H

#include <stdbool.h>
#include <stddef.h>

/* A line longer than this is cut: it is no address whatever comes after. */
enum { RECIPIENT_MOST = 4096, RECIPIENT_READ = 65536 };

struct recipients {
    char **arguments;
    size_t count;
    bool reading;    /* within standard input */
    bool read_end;   /* it has ended */
    int error;       /* errno of a failed read */
    bool first_line; /* the next line is the first one */
    size_t start, end;
    char data[RECIPIENT_READ]; /* octets read, not yet taken: start to end */
    size_t length;
    char line[2 * RECIPIENT_MOST + 1]; /* NUL octets take two */
};

enum recipient_state {
    RECIPIENT_READY,
    RECIPIENT_LATER, /* standard input has nothing just now; only if not told to wait */
    RECIPIENT_END,
    RECIPIENT_FAILED /* standard input cannot be read: recipients->error; go on with the next */
};

void recipients_init(struct recipients *recipients, char **arguments, size_t count);

/* The next recipient, borrowed until the next call. */
enum recipient_state recipients_next(struct recipients *recipients, bool wait, const char **text);

#endif
