/*
 * table_test.c - the hash table of embedded nodes
 */
#include "util/table.h"

#include <stdio.h>
#include <string.h>

#include "unit.h"

enum { ENTRIES = 5000 };

struct entry {
    struct table_node node;
    char key[16];
};

static struct entry entries[ENTRIES];

static uint64_t hash_of(const struct table *table, const char *key)
{
    return table_hash(table, key, strlen(key));
}

static struct entry *find(const struct table *table, const char *key)
{
    struct table_node *node = table_first(table, hash_of(table, key));
    while (node != NULL && strcmp(((struct entry *)node)->key, key) != 0)
        node = table_next(node);
    return (struct entry *)node;
}

static void fill(struct table *table)
{
    table_init(table);
    for (int i = 0; i < ENTRIES; i++) {
        snprintf(entries[i].key, sizeof entries[i].key, "key%d", i);
        ck_assert(table_insert(table, &entries[i].node, hash_of(table, entries[i].key)));
    }
}

START_TEST(finds_what_was_put_in)
{
    struct table table;
    fill(&table);
    ck_assert_uint_eq(table.count, ENTRIES);
    for (int i = 0; i < ENTRIES; i++)
        ck_assert_ptr_eq(find(&table, entries[i].key), &entries[i]);
    ck_assert_ptr_null(find(&table, "another"));
    table_clear(&table);
}
END_TEST

START_TEST(finds_nothing_when_empty)
{
    struct table table;
    table_init(&table);
    ck_assert_ptr_null(find(&table, "key"));
    ck_assert_ptr_null(table_take(&table));
    table_clear(&table);
}
END_TEST

START_TEST(forgets_what_was_removed)
{
    struct table table;
    fill(&table);
    for (int i = 0; i < ENTRIES; i += 2)
        table_remove(&table, &entries[i].node);
    for (int i = 0; i < ENTRIES; i++)
        ck_assert_ptr_eq(find(&table, entries[i].key), i % 2 == 0 ? NULL : &entries[i]);
    ck_assert_uint_eq(table.count, ENTRIES / 2);
    table_clear(&table);
}
END_TEST

START_TEST(keeps_equal_hashes_apart)
{
    struct table table;
    table_init(&table);
    for (int i = 0; i < 3; i++)
        ck_assert(table_insert(&table, &entries[i].node, 7));
    int seen = 0;
    for (struct table_node *node = table_first(&table, 7); node != NULL; node = table_next(node))
        seen++;
    ck_assert_int_eq(seen, 3);
    table_clear(&table);
}
END_TEST

START_TEST(gives_every_node_back_once)
{
    struct table table;
    fill(&table);
    size_t taken = 0;
    while (table_take(&table) != NULL)
        taken++;
    ck_assert_uint_eq(taken, ENTRIES);
    ck_assert_uint_eq(table.count, 0);
    table_clear(&table);
}
END_TEST

START_TEST(hashes_depend_on_every_octet_and_the_length)
{
    struct table table;
    table_init(&table);
    char text[40];
    memset(text, 'a', sizeof text);
    uint64_t plain = table_hash(&table, text, sizeof text);
    for (size_t i = 0; i < sizeof text; i++) {
        text[i] = 'b';
        ck_assert_uint_ne(table_hash(&table, text, sizeof text), plain);
        text[i] = 'a';
        ck_assert_uint_ne(table_hash(&table, text, i), plain);
    }
    table_clear(&table);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("util/table");
    TCase *tcase = tcase_create("table");
    tcase_add_test(tcase, finds_what_was_put_in);
    tcase_add_test(tcase, finds_nothing_when_empty);
    tcase_add_test(tcase, forgets_what_was_removed);
    tcase_add_test(tcase, keeps_equal_hashes_apart);
    tcase_add_test(tcase, gives_every_node_back_once);
    tcase_add_test(tcase, hashes_depend_on_every_octet_and_the_length);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
