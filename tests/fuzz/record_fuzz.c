/*
 * record_fuzz.c - a line of a recording of any octets: src/dns/record*.c
 *
 * A line that is read is written again, and that reads back as the same line.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "dns/rdata.h"
#include "dns/record.h"

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
    }
    arena_clear(&arena);
    return 0;
}
