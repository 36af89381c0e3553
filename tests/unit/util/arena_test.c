/*
 * arena_test.c - src/util/arena.c: alignment, zeroes, marks, accounting, and running out of memory
 */
#include "util/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

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

static bool is_zero(const unsigned char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

START_TEST(pieces_are_aligned_zeroed_and_apart)
{
    unsigned char *pieces[500];
    for (size_t i = 0; i < 500; i++) {
        pieces[i] = arena_alloc(&arena, i);
        ck_assert_uint_eq((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        ck_assert(is_zero(pieces[i], i));
        memset(pieces[i], (int)(i % 255 + 1), i);
    }
    for (size_t i = 1; i < 500; i++) {
        ck_assert_uint_eq(pieces[i][0], i % 255 + 1);
        ck_assert_uint_eq(pieces[i][i - 1], i % 255 + 1);
    }
}
END_TEST

START_TEST(empty_pieces_have_their_own_address)
{
    void *first = arena_alloc(&arena, 0), *second = arena_alloc(&arena, 0);
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_ne(first, second);
}
END_TEST

START_TEST(a_large_piece_fits)
{
    unsigned char *large = arena_alloc(&arena, 1000000);
    ck_assert(is_zero(large, 1000000));
    ck_assert_uint_ge(arena.total, 1000000);
    large[999999] = 1;
    ck_assert_str_eq(arena_dup(&arena, "behind"), "behind");
}
END_TEST

START_TEST(chunks_double_up_to_a_maximum)
{
    size_t chunks = 0, last = 0;
    for (size_t i = 0; i < 100000; i++) {
        arena_alloc(&arena, 16);
        if (arena.total == last)
            continue;
        ck_assert_uint_le(arena.total - last, 65536 + 64);
        last = arena.total;
        chunks++;
    }
    ck_assert_uint_lt(chunks, 100000 * 32 / 65536 + 10);
}
END_TEST

START_TEST(clear_gives_everything_back)
{
    arena_alloc(&arena, 100000);
    arena_clear(&arena);
    ck_assert_uint_eq(arena.total, 0);
    ck_assert_ptr_null(arena.chunk);
    ck_assert_str_eq(arena_dup(&arena, "again"), "again");
}
END_TEST

START_TEST(reset_goes_back_to_the_mark)
{
    char *kept = arena_dup(&arena, "kept");
    size_t total = arena.total;
    struct arena_mark mark = arena_mark(&arena);
    unsigned char *lost = arena_alloc(&arena, 100);
    memset(lost, 0xFF, 100);
    for (int i = 0; i < 10; i++)
        arena_alloc(&arena, 10000);
    arena_reset(&arena, mark);
    ck_assert_uint_eq(arena.total, total);
    ck_assert_str_eq(kept, "kept");

    unsigned char *again = arena_alloc(&arena, 100);
    ck_assert_ptr_eq(again, lost);
    ck_assert_msg(is_zero(again, 100), "memory that is used again is not zeroed");
}
END_TEST

START_TEST(reset_to_an_empty_arena_frees_all)
{
    struct arena_mark mark = arena_mark(&arena);
    arena_alloc(&arena, 10);
    arena_reset(&arena, mark);
    ck_assert_uint_eq(arena.total, 0);
}
END_TEST

START_TEST(texts_are_copied)
{
    char source[] = "abc";
    char *copy = arena_dup(&arena, source);
    source[0] = 'x';
    ck_assert_str_eq(copy, "abc");

    const char *bytes = arena_dup_bytes(&arena, "a\0b", 3);
    ck_assert_mem_eq(bytes, "a\0b", 4);
    ck_assert_str_eq(arena_dup_bytes(&arena, NULL, 0), "");
}
END_TEST

START_TEST(printf_writes_text_of_any_length)
{
    ck_assert_str_eq(arena_printf(&arena, "%s %d", "MX", 10), "MX 10");
    ck_assert_uint_eq(strlen(arena_printf(&arena, "%05000d", 1)), 5000);
    ck_assert_str_eq(arena_printf(&arena, "%s", ""), "");
}
END_TEST

enum way { BY_ALLOC, BY_ARRAY, BY_OVERFLOW, BY_DUP, BY_FAIL };

static void run_out(enum way way)
{
    switch (way) {
    case BY_ALLOC:
        arena_alloc(&arena, SIZE_MAX / 2);
        break;
    case BY_ARRAY:
        arena_array(&arena, SIZE_MAX / 64, 16);
        break;
    case BY_OVERFLOW:
        arena_array(&arena, SIZE_MAX / 2, 4); /* the product would be small */
        break;
    case BY_DUP:
        arena_dup_bytes(&arena, "", SIZE_MAX);
        break;
    case BY_FAIL:
        arena_fail(&arena);
    }
}

START_TEST(running_out_goes_to_the_guard)
{
    const char *kept = arena_dup(&arena, "kept");
    jmp_buf guard;
    volatile bool came_back = false;
    if (setjmp(guard) == 0) {
        arena.guard = &guard;
        run_out((enum way)_i);
    } else {
        came_back = true;
    }
    ck_assert(came_back);
    ck_assert_str_eq(kept, "kept");
    ck_assert_str_eq(arena_dup(&arena, "more"), "more");
}
END_TEST

START_TEST(arrays_are_zeroed)
{
    ck_assert(is_zero(arena_array(&arena, 100, 7), 700));
    ck_assert_ptr_nonnull(arena_array(&arena, 0, 7));
    ck_assert_ptr_nonnull(arena_array(&arena, 7, 0));
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("arena");
    TCase *tests = tcase_create("arena");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, pieces_are_aligned_zeroed_and_apart);
    tcase_add_test(tests, empty_pieces_have_their_own_address);
    tcase_add_test(tests, a_large_piece_fits);
    tcase_add_test(tests, chunks_double_up_to_a_maximum);
    tcase_add_test(tests, clear_gives_everything_back);
    tcase_add_test(tests, reset_goes_back_to_the_mark);
    tcase_add_test(tests, reset_to_an_empty_arena_frees_all);
    tcase_add_test(tests, texts_are_copied);
    tcase_add_test(tests, printf_writes_text_of_any_length);
    tcase_add_loop_test(tests, running_out_goes_to_the_guard, BY_ALLOC, BY_FAIL + 1);
    tcase_add_test(tests, arrays_are_zeroed);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
