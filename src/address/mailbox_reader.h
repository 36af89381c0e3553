/*
 * mailbox_reader.h - the cursor that the parts of the mailbox parser share; its error is sticky
 */
#ifndef ADDRESS_MAILBOX_READER_H
#define ADDRESS_MAILBOX_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "address/mailbox_defect.h"
#include "rcptcheck/result.h"
#include "util/arena.h"

/* What is being read, with the first defect met. Positions count from `text`. A step that follows a
 * defect has nothing to do: callers look at mailbox_ok() between steps. */
struct mailbox_reader {
    struct arena *arena;
    const char *text;
    size_t at, end; /* what is left to read */
    enum mailbox_defect defect;
    size_t position;
    const char *reason;
    struct rcpt_address *address;
};

/* Notes a defect with its sentence, unless there was one before. */
void mailbox_refuse(struct mailbox_reader *reader, enum mailbox_defect defect, size_t position);
/* The same with a sentence of its own. */
void mailbox_refuse_as(struct mailbox_reader *reader, enum mailbox_defect defect, size_t position,
                       const char *reason);
bool mailbox_ok(const struct mailbox_reader *reader);

/* ASCII classes, whatever the locale. */
bool mailbox_is_space(char c);
bool mailbox_is_letter(char c);
bool mailbox_is_digit(char c);

/* Leaves the cursor on the address proper, without the space and the angle brackets around it. */
void mailbox_read_outline(struct mailbox_reader *reader);
/* Reads a local-part and the "@" behind it. The text left holds an "@" or begins with a quote. */
void mailbox_read_local(struct mailbox_reader *reader);

#endif
