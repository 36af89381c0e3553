/*
 * special_use_test.c - src/address/special_use.c: the name itself, below it, and beside it
 */
#include <string.h>

#include "address/domain.h"
#include "unit.h"

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

static const struct {
    const char *name;
    const char *row; /* NULL: not special */
} names[] = {
    {"test", "test"},
    {"a.test", "test"},
    {"a.b.test", "test"},
    {"test.com", NULL},
    {"atest", NULL},
    {"a.atest", NULL},
    {"localhost", "localhost"},
    {"mail.localhost", "localhost"},
    {"localhost.com", NULL},
    {"invalid", "invalid"},
    {"example", "example"},
    {"example.com", "example.com"},
    {"www.example.com", "example.com"},
    {"myexample.com", NULL},
    {"example.net", "example.net"},
    {"example.org", "example.org"},
    {"example.edu", NULL},
    {"printer.local", "local"},
    {"x.onion", "onion"},
    {"x.alt", "alt"},
    {"x.internal", "internal"},
    {"arpa", NULL},
    {"home.arpa", "home.arpa"},
    {"nas.home.arpa", "home.arpa"},
    {"ipv4only.arpa", "ipv4only.arpa"},
    {"com", NULL},
    {"", NULL},
};

START_TEST(finds_the_row)
{
    const struct special_use *use = special_use_find(names[_i].name);
    if (names[_i].row == NULL)
        ck_assert_msg(use == NULL, "%s", names[_i].name);
    else
        ck_assert_msg(use != NULL && strcmp(use->name, names[_i].row) == 0, "%s", names[_i].name);
}
END_TEST

START_TEST(rows_are_complete_and_unique)
{
    size_t count = 0;
    for (const struct special_use *use; (use = special_use_at(count)) != NULL; count++) {
        ck_assert_ptr_eq(special_use_find(use->name), use);
        ck_assert_str_ne(use->what, "");
        ck_assert_str_ne(use->source, "");
        struct arena arena;
        arena_init(&arena);
        struct domain domain;
        domain_parse(&arena, use->name, strlen(use->name), &domain);
        ck_assert_str_eq(domain.ascii, use->name);
        arena_clear(&arena);
    }
    ck_assert_uint_gt(count, 10);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("special_use");
    TCase *tests = tcase_create("special_use");
    tcase_add_loop_test(tests, finds_the_row, 0, ROWS(names));
    tcase_add_test(tests, rows_are_complete_and_unique);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
