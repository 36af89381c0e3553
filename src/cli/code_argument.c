/*
 * code_argument.c - a code from the command line
 *
 * What explain and compare share: reading a code (RFC 5321 section 4.2, RFC 3463 section 2) and
 * saying where it goes wrong, counted in octets from 1 as an editor does.
 */
#include "cli/code_argument.h"

#include <string.h>

#include "cli/output.h"

bool code_argument(const char *text, struct rcpt_code_name *name)
{
    size_t position = 0;
    if (rcpt_code_parse(text, name, &position))
        return true;
    if (position >= strlen(text))
        output_error("'%s' is no code: it ends too early; give a code such as 554, 5.7.1 or "
                     "550-5.7.26",
                     text);
    else
        output_error("'%s' is no code: octet %zu ('%.1s') does not fit; give a code such as 554, "
                     "5.7.1 or 550-5.7.26",
                     text, position + 1, text + position);
    return false;
}
