/*
 * refusal.h - a row of the tables of addresses that are refused, and its check
 */
#ifndef TESTS_ADDRESS_REFUSAL_H
#define TESTS_ADDRESS_REFUSAL_H

#include <string.h>

#include "address/mailbox.h"
#include "unit.h"

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

/* A text with the zeroes that are in it. */
#define TEXT(text) text, sizeof(text) - 1

/* Texts of a length. */
#define L10 "abcdefghij"
#define L60 L10 L10 L10 L10 L10 L10
#define L63 L60 "abc"
#define L64 L60 "abcd"

struct refusal {
    const char *text;
    size_t length;
    const char *id;
    size_t position;
    const char *reason; /* words that are in it */
};

static inline void check_refusal(const struct refusal *row)
{
    struct arena arena;
    arena_init(&arena);
    const struct rcpt_address *address = mailbox_parse(&arena, row->text, row->length);
    const struct rcpt_address_error *error = address->error;
    ck_assert_msg(!address->valid && error != NULL, "\"%s\" is taken", row->text);
    ck_assert_msg(strcmp(error->id, row->id) == 0, "\"%s\": %s", row->text, error->id);
    ck_assert_msg(error->position == row->position, "\"%s\": at %zu", row->text, error->position);
    ck_assert_msg(strstr(error->reason, row->reason) != NULL, "\"%s\": %s", row->text,
                  error->reason);
    ck_assert(!address->smtputf8 && !address->literal);
    ck_assert_ptr_null(address->local);
    ck_assert_ptr_null(address->domain);
    ck_assert_ptr_null(address->ascii_domain);
    ck_assert_ptr_null(address->unicode_domain);
    ck_assert_ptr_null(address->problems);
    arena_clear(&arena);
}

#endif
