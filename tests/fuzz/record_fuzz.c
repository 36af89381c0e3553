/*
 * record_fuzz.c - a line of a recording of any octets: src/dns/record*.c
 *
 * A line that is read is written again, and that reads back as the same line. Once a key is hidden
 * it stands nowhere in the line.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "dns/rdata.h"
#include "dns/record.h"
#include "dns/record_hide.h"

static void hide(struct arena *arena, const struct dns_answer *answer)
{
    static const char *const keys[] = {"Key9x"};
    answer = record_hide(arena, answer, keys, 1);
    if (answer == NULL)
        return;
    char *line = dns_record_line(answer);
    for (char *at = line; line != NULL && *at != '\0'; at++) {
        if (strncasecmp(at, keys[0], strlen(keys[0])) == 0)
            abort();
    }
    free(line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    const char *error = NULL;
    arena_init(&arena);
    const struct dns_answer *answer = dns_record_parse(&arena, (const char *)data, size, &error);
    if (answer == NULL && (error == NULL || *error == '\0'))
        abort();
    if (answer != NULL) {
        char *line = dns_record_line(answer);
        if (line == NULL)
            abort();
        const struct dns_answer *again = dns_record_parse(&arena, line, strlen(line), &error);
        char *second = again != NULL ? dns_record_line(again) : NULL;
        if (second == NULL || strcmp(line, second) != 0)
            abort();
        free(line);
        free(second);
        dns_answer_lines(&arena, answer);
        hide(&arena, answer);
    }
    const char *nonce = NULL;
    if (dns_record_parse_nonce(&arena, (const char *)data, size, &nonce, &error) &&
        (answer != NULL || (nonce != NULL && (*nonce == '\0' || strlen(nonce) > 63))))
        abort();
    arena_clear(&arena);
    return 0;
}
