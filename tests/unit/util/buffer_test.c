/*
 * buffer_test.c - src/util/buffer.c: growth, the zero at the end, the sticky error
 */
#include "util/buffer.h"

#include <stdint.h>
#include <string.h>

#include "unit.h"

static struct buffer buffer;

static void setup(void)
{
    buffer_init(&buffer);
}

static void teardown(void)
{
    buffer_clear(&buffer);
}

START_TEST(a_new_buffer_is_empty_text)
{
    ck_assert_str_eq(buffer_text(&buffer), "");
    ck_assert_uint_eq(buffer.length, 0);
    buffer_add(&buffer, "");
    ck_assert_str_eq(buffer_text(&buffer), "");
    ck_assert(!buffer.failed);
}
END_TEST

START_TEST(pieces_are_joined)
{
    buffer_add(&buffer, "550");
    buffer_add_char(&buffer, ' ');
    buffer_printf(&buffer, "%u.%u.%u", 5U, 1U, 10U);
    buffer_add_repeat(&buffer, '-', 3);
    buffer_add_bytes(&buffer, "xyz", 2);
    ck_assert_str_eq(buffer_text(&buffer), "550 5.1.10---xy");
    ck_assert_uint_eq(buffer.length, strlen("550 5.1.10---xy"));
}
END_TEST

START_TEST(zeroes_are_kept)
{
    buffer_add_bytes(&buffer, "a\0b", 3);
    ck_assert_uint_eq(buffer.length, 3);
    ck_assert_mem_eq(buffer_text(&buffer), "a\0b", 4);
}
END_TEST

START_TEST(it_grows_octet_by_octet)
{
    for (size_t i = 0; i < 5000; i++) {
        buffer_add_char(&buffer, (char)('a' + i % 26));
        ck_assert_uint_eq(strlen(buffer_text(&buffer)), i + 1);
    }
    for (size_t i = 0; i < 5000; i++)
        ck_assert_int_eq(buffer_text(&buffer)[i], (char)('a' + i % 26));
}
END_TEST

START_TEST(printf_meets_the_capacity_exactly)
{
    for (int width = 250; width < 260; width++) {
        buffer_reset(&buffer);
        buffer_printf(&buffer, "%0*d", width, 7);
        ck_assert_uint_eq(buffer.length, (size_t)width);
        ck_assert_uint_eq(strlen(buffer_text(&buffer)), (size_t)width);
    }
}
END_TEST

START_TEST(failure_is_sticky_and_keeps_the_text)
{
    buffer_add(&buffer, "kept");
    buffer_add_repeat(&buffer, 'x', SIZE_MAX / 2);
    ck_assert(buffer.failed);
    buffer_add(&buffer, "dropped");
    buffer_printf(&buffer, "%d", 1);
    ck_assert_str_eq(buffer_text(&buffer), "kept");
}
END_TEST

START_TEST(reset_forgets_text_and_failure)
{
    buffer_add(&buffer, "old");
    buffer_add_repeat(&buffer, 'x', SIZE_MAX);
    buffer_reset(&buffer);
    ck_assert(!buffer.failed);
    ck_assert_str_eq(buffer_text(&buffer), "");
    buffer_add(&buffer, "new");
    ck_assert_str_eq(buffer_text(&buffer), "new");
}
END_TEST

START_TEST(clear_allows_another_use)
{
    buffer_add(&buffer, "old");
    buffer_clear(&buffer);
    ck_assert_ptr_null(buffer.data);
    buffer_add(&buffer, "new");
    ck_assert_str_eq(buffer_text(&buffer), "new");
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("buffer");
    TCase *tests = tcase_create("buffer");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, a_new_buffer_is_empty_text);
    tcase_add_test(tests, pieces_are_joined);
    tcase_add_test(tests, zeroes_are_kept);
    tcase_add_test(tests, it_grows_octet_by_octet);
    tcase_add_test(tests, printf_meets_the_capacity_exactly);
    tcase_add_test(tests, failure_is_sticky_and_keeps_the_text);
    tcase_add_test(tests, reset_forgets_text_and_failure);
    tcase_add_test(tests, clear_allows_another_use);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
