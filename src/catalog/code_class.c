/*
 * code_class.c - what the first digit of a code says
 *
 * RFC 5321 section 4.2.1 defines the classes of replies, and asks a client that does not know a
 * code to act on its first digit; RFC 3463 section 3.1 gives the enhanced codes the same classes,
 * without 3. No reply of class 1 is defined for SMTP.
 */
#include "rcptcheck/codes.h"

enum { FIRST_DIGIT = 2, LAST_DIGIT = 5 };

static const struct rcpt_code_class rows[] = {
    {
        .digit = 2,
        .label = "2xx",
        .name = "Positive Completion",
        .meaning = "The command has been carried out, and the server waits for the next one.",
        .fix = "Go on; there is nothing to repair.",
    },
    {
        .digit = 3,
        .label = "3xx",
        .name = "Positive Intermediate",
        .meaning = "The command is accepted so far, and the server waits for more to complete it.",
        .fix = "Send what the command still needs.",
    },
    {
        .digit = 4,
        .label = "4xx",
        .name = "Transient Negative",
        .meaning = "The command failed for now, and the same command may succeed later.",
        .fix = "Keep the message in the queue and try again later.",
    },
    {
        .digit = 5,
        .label = "5xx",
        .name = "Permanent Negative",
        .meaning = "The command failed for good, and the same command will fail again.",
        .fix = "Do not send the same again; remove the cause first.",
    },
};

const struct rcpt_code_class *rcpt_code_class_find(unsigned digit)
{
    return digit >= FIRST_DIGIT && digit <= LAST_DIGIT ? &rows[digit - FIRST_DIGIT] : NULL;
}
