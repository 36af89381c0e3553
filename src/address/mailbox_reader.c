/*
 * mailbox_reader.c - the cursor that the parts of the mailbox parser share
 *
 * The first defect stays, so what a person is told about is the left-most thing that is wrong, or
 * the outermost. Character classes are those of ASCII and do not ask the locale.
 */
#include "address/mailbox_reader.h"

void mailbox_refuse_as(struct mailbox_reader *reader, enum mailbox_defect defect, size_t position,
                       const char *reason)
{
    if (reader->defect != MAILBOX_OK)
        return;
    reader->defect = defect;
    reader->position = position;
    reader->reason = reason;
}

void mailbox_refuse(struct mailbox_reader *reader, enum mailbox_defect defect, size_t position)
{
    mailbox_refuse_as(reader, defect, position, mailbox_defect_reason(defect));
}

bool mailbox_ok(const struct mailbox_reader *reader)
{
    return reader->defect == MAILBOX_OK;
}

bool mailbox_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool mailbox_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool mailbox_is_digit(char c)
{
    return c >= '0' && c <= '9';
}
