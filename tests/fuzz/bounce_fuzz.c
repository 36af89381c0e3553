/*
 * bounce_fuzz.c - rcpt_bounce_parse() on any text: what it reads is a code, and a row of the tables
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "rcptcheck/providers.h"

static void check_code(const struct rcpt_code_name *code)
{
    unsigned status = code->enhanced.status;
    if (code->code != 0 && (code->code < 200 || code->code > 599))
        abort();
    if (status != 0 && status != 2 && status != 4 && status != 5)
        abort();
    if (code->enhanced.subject > 7 || code->enhanced.detail > 999)
        abort();
}

/* A row belongs to the provider, or is one of Postfix, and its code is the one that was read. */
static void check_reply(const struct rcpt_bounce *bounce)
{
    const struct rcpt_provider_reply *reply = bounce->reply;
    if (reply == NULL)
        return;
    if (bounce->provider == NULL ||
        (strcmp(reply->provider, bounce->provider) != 0 && strcmp(reply->provider, "Postfix") != 0))
        abort();
    if (bounce->code.code != 0 && reply->code != 0 && reply->code != bounce->code.code &&
        reply->code_high != bounce->code.code)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rcpt_bounce bounce;
    char *line = malloc(size + 1);
    if (line == NULL)
        return 0;
    if (size > 0)
        memcpy(line, data, size);
    line[size] = '\0';
    bool found = rcpt_bounce_parse(line, &bounce);
    check_code(&bounce.code);
    check_reply(&bounce);
    if (!found && (bounce.code.code != 0 || bounce.provider != NULL || bounce.reply != NULL))
        abort();
    if (bounce.provider != NULL && rcpt_provider_name(bounce.provider) == NULL)
        abort();
    /* Whatever can be pasted can be a host's name and a provider's as well. */
    rcpt_provider_of_host(line);
    rcpt_provider_name(line);
    free(line);
    return 0;
}
