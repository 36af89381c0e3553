/*
 * code_text.c - codes as text: "554", "5.7.1", "554 5.7.1", "X.7.1"
 *
 * The forms are those of the wire: three digits (RFC 5321 section 4.2), a space, and class, subject
 * and detail with dots (RFC 3463 section 2). A class that is left open is written X, as RFC 3463
 * and the registry of RFC 5248 write it.
 */
#include "report/code_text.h"

#include <stdio.h>

bool code_has_enhanced(struct rcpt_enhanced enhanced)
{
    return enhanced.status != 0 || enhanced.subject != 0 || enhanced.detail != 0;
}

bool code_name_has_enhanced(const struct rcpt_code_name *name)
{
    return name->code == 0 || code_has_enhanced(name->enhanced);
}

/* Writes the digits, X for a class of 0, whatever they are. */
static void write_enhanced(char *text, struct rcpt_enhanced enhanced)
{
    if (enhanced.status == 0)
        snprintf(text, CODE_TEXT_SIZE, "X.%u.%u", enhanced.subject, enhanced.detail);
    else
        snprintf(text, CODE_TEXT_SIZE, "%u.%u.%u", enhanced.status, enhanced.subject,
                 enhanced.detail);
}

const char *code_enhanced_text(char *text, struct rcpt_enhanced enhanced)
{
    text[0] = '\0';
    if (code_has_enhanced(enhanced))
        write_enhanced(text, enhanced);
    return text;
}

const char *code_name_text(char *text, const struct rcpt_code_name *name)
{
    char enhanced[CODE_TEXT_SIZE];
    write_enhanced(enhanced, name->enhanced);
    if (name->code == 0)
        snprintf(text, CODE_TEXT_SIZE, "%s", enhanced);
    else if (code_has_enhanced(name->enhanced))
        snprintf(text, CODE_TEXT_SIZE, "%u %.36s", name->code, enhanced);
    else
        snprintf(text, CODE_TEXT_SIZE, "%u", name->code);
    return text;
}
