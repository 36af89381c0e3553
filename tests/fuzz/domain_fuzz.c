/*
 * domain_fuzz.c - any octets as a domain: what is taken has the form of a host name, and is its own
 * A-label form
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "address/domain.h"
#include "util/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool holds)
{
    if (!holds)
        abort();
}

static void check_labels(const char *name, size_t expected)
{
    size_t labels = 0;
    for (const char *label = name;; label++) {
        size_t length = strcspn(label, ".");
        expect(length > 0 && length <= 63 && label[0] != '-' && label[length - 1] != '-');
        labels++;
        label += length;
        if (*label == '\0')
            break;
    }
    expect(labels == expected);
}

static void check_taken(struct arena *arena, const struct domain *domain)
{
    size_t length = strlen(domain->ascii);
    expect(length > 0 && length <= 253);
    expect(strspn(domain->ascii, "abcdefghijklmnopqrstuvwxyz0123456789-_.") == length);
    expect(domain->underscore == (strchr(domain->ascii, '_') != NULL));
    check_labels(domain->ascii, domain->labels);

    struct domain again;
    domain_parse(arena, domain->ascii, length, &again);
    expect(again.defect == DOMAIN_OK && strcmp(again.ascii, domain->ascii) == 0);
    if (domain->unicode != NULL) {
        expect(strcmp(utf8_safe(arena, domain->unicode, strlen(domain->unicode)),
                      domain->unicode) == 0);
        expect(strcmp(again.unicode, domain->unicode) == 0);
    }
    special_use_find(domain->ascii);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    arena_init(&arena);
    struct domain domain;
    domain_parse(&arena, (const char *)data, size, &domain);
    if (domain.defect == DOMAIN_OK)
        check_taken(&arena, &domain);
    else
        expect(domain.position <= size && domain.reason[0] != '\0' && domain.ascii == NULL);
    arena_clear(&arena);
    return 0;
}
