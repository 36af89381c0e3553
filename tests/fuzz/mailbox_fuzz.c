/*
 * mailbox_fuzz.c - any octets as a recipient: the result is one or the other, its text is safe, and
 * what was taken is taken again
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "address/mailbox.h"
#include "util/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool holds)
{
    if (!holds)
        abort();
}

static void expect_safe(struct arena *arena, const char *text)
{
    expect(text == NULL || strcmp(utf8_safe(arena, text, strlen(text)), text) == 0);
}

static void check_refused(struct arena *arena, const struct rcpt_address *address, size_t size)
{
    expect(address->error != NULL && address->local == NULL && address->domain == NULL);
    expect(address->error->position <= size && address->error->id[0] != '\0');
    expect_safe(arena, address->error->reason);
}

static void check_taken(struct arena *arena, const struct rcpt_address *address)
{
    expect(address->error == NULL && address->domain != NULL);
    expect(address->literal == (address->ascii_domain == NULL));
    expect(address->local == NULL || strlen(address->local) <= 64);
    expect(address->ascii_domain == NULL || strlen(address->ascii_domain) <= 253);
    expect_safe(arena, address->local);
    expect_safe(arena, address->domain);
    expect_safe(arena, address->ascii_domain);
    expect_safe(arena, address->unicode_domain);
    for (const struct rcpt_problem *problem = address->problems; problem; problem = problem->next)
        expect_safe(arena, problem->text);
}

/* The same local-part at the A-labels is an address as well. Those can be longer than the text that
 * was given, so the whole can be too long. */
static void check_again(struct arena *arena, const struct rcpt_address *address)
{
    if (address->local == NULL || address->ascii_domain == NULL)
        return;
    const char *text = arena_printf(arena, "%s@%s", address->local, address->ascii_domain);
    const struct rcpt_address *again = mailbox_parse(arena, text, strlen(text));
    if (strlen(text) > 254) {
        expect(!again->valid && strcmp(again->error->id, "path-too-long") == 0);
        return;
    }
    expect(again->valid && strcmp(again->local, address->local) == 0);
    expect(strcmp(again->ascii_domain, address->ascii_domain) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    arena_init(&arena);
    const struct rcpt_address *address = mailbox_parse(&arena, (const char *)data, size);
    if (address->valid) {
        check_taken(&arena, address);
        check_again(&arena, address);
    } else {
        check_refused(&arena, address, size);
    }
    arena_clear(&arena);
    return 0;
}
