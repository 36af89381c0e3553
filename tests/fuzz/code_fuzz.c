/*
 * code_fuzz.c - rcpt_code_parse() on any text: what it takes is a code, and defects are inside
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "rcptcheck/codes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    if (text == NULL)
        return 0;
    if (size > 0)
        memcpy(text, data, size);
    text[size] = '\0';
    struct rcpt_code_name name;
    size_t position;
    unsigned status;
    if (rcpt_code_parse(text, &name, &position)) {
        status = name.enhanced.status;
        if (name.code != 0 && (name.code < 200 || name.code > 599))
            abort();
        if (status != 0 && status != 2 && status != 4 && status != 5)
            abort();
        if (name.enhanced.subject > 999 || name.enhanced.detail > 999)
            abort();
    } else if (position > strlen(text)) {
        abort();
    }
    free(text);
    return 0;
}
