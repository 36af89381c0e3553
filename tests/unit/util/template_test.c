/*
 * template_test.c - sentences with places to fill
 */
#include "util/template.h"

#include <string.h>

#include "unit.h"

static const struct {
    const char *sentence, *filled;
} table[] = {
    {"", ""},
    {"no place", "no place"},
    {"{name}", "example.com"},
    {"{name} and {name}", "example.com and example.com"},
    {"a {brace}", "a {x}"},
    {"{name} is {unknown}", "example.com is {unknown}"},
    {"never closed {name", "never closed {name"},
    {"} {name}", "} example.com"},
    {"{}", "{}"},
    {"100 %s {name} %n", "100 %s example.com %n"},
};

/* "brace" gives a text that looks like a place: it must not be filled again. */
static const char *find(struct arena *arena, const void *context, const char *word, size_t length)
{
    (void)arena;
    if (length == 4 && memcmp(word, "name", 4) == 0)
        return context;
    if (length == 5 && memcmp(word, "brace", 5) == 0)
        return "{x}";
    return NULL;
}

START_TEST(fills)
{
    struct arena arena;
    arena_init(&arena);
    ck_assert_str_eq(template_fill(&arena, table[_i].sentence, find, "example.com"),
                     table[_i].filled);
    arena_clear(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("util/template");
    TCase *tcase = tcase_create("template");
    tcase_add_loop_test(tcase, fills, 0, (int)(sizeof table / sizeof *table));
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
