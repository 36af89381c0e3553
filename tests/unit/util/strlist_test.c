/*
 * strlist_test.c - src/util/strlist.c: growth, order, the NULL at the end
 */
#include "util/strlist.h"

#include "unit.h"

static struct arena arena;

static void setup(void)
{
    arena_init(&arena);
}

static void teardown(void)
{
    arena_clear(&arena);
}

START_TEST(an_empty_list_is_only_its_end)
{
    struct strlist list;
    strlist_init(&list, &arena);
    ck_assert_ptr_nonnull(strlist_items(&list));
    ck_assert_ptr_null(strlist_items(&list)[0]);
    ck_assert_uint_eq(list.count, 0);
}
END_TEST

START_TEST(items_keep_their_order_and_the_end)
{
    struct strlist list;
    strlist_init(&list, &arena);
    const char *texts[1000];
    for (size_t i = 0; i < 1000; i++) {
        texts[i] = arena_printf(&arena, "%zu", i);
        strlist_add(&list, texts[i]);
        ck_assert_uint_eq(list.count, i + 1);
        ck_assert_ptr_eq(strlist_items(&list)[i], texts[i]);
        ck_assert_ptr_null(strlist_items(&list)[i + 1]);
    }
    for (size_t i = 0; i < 1000; i++)
        ck_assert_ptr_eq(strlist_items(&list)[i], texts[i]);
}
END_TEST

START_TEST(an_array_handed_out_stays_readable)
{
    struct strlist list;
    strlist_init(&list, &arena);
    strlist_add(&list, "first");
    const char *const *before = strlist_items(&list);
    for (int i = 0; i < 100; i++)
        strlist_add(&list, "more");
    ck_assert_str_eq(before[0], "first");
    ck_assert_str_eq(strlist_items(&list)[0], "first");
}
END_TEST

START_TEST(equal_texts_are_added_once_on_request)
{
    struct strlist list;
    char again[] = "a";
    strlist_init(&list, &arena);
    strlist_add_once(&list, "a");
    strlist_add_once(&list, "b");
    strlist_add_once(&list, again);
    ck_assert_uint_eq(list.count, 2);
    strlist_add(&list, again);
    ck_assert_uint_eq(list.count, 3);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("strlist");
    TCase *tests = tcase_create("strlist");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, equal_texts_are_added_once_on_request);
    tcase_add_test(tests, an_empty_list_is_only_its_end);
    tcase_add_test(tests, items_keep_their_order_and_the_end);
    tcase_add_test(tests, an_array_handed_out_stays_readable);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
