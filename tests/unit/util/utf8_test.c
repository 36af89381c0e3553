/*
 * utf8_test.c - src/util/utf8.c: strict decoding, what may be shown, columns, safe text
 */
#include "util/utf8.h"

#include <string.h>

#include "unit.h"

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

/* RFC 3629 section 4, at both sides of every border. */
static const struct {
    const char *name, *text;
    size_t length, size;
    uint32_t character;
} decode[] = {
    {"NUL", "\x00", 1, 1, 0x0},
    {"last of one octet", "\x7F", 1, 1, 0x7F},
    {"continuation alone", "\x80", 1, 0, 0},
    {"last continuation alone", "\xBF", 1, 0, 0},
    {"overlong C0", "\xC0\x80", 2, 0, 0},
    {"overlong C1", "\xC1\xBF", 2, 0, 0},
    {"first of two octets", "\xC2\x80", 2, 2, 0x80},
    {"last of two octets", "\xDF\xBF", 2, 2, 0x7FF},
    {"overlong three", "\xE0\x9F\xBF", 3, 0, 0},
    {"first of three", "\xE0\xA0\x80", 3, 3, 0x800},
    {"last before surrogates", "\xED\x9F\xBF", 3, 3, 0xD7FF},
    {"first surrogate", "\xED\xA0\x80", 3, 0, 0},
    {"last surrogate", "\xED\xBF\xBF", 3, 0, 0},
    {"first after surrogates", "\xEE\x80\x80", 3, 3, 0xE000},
    {"last of three", "\xEF\xBF\xBF", 3, 3, 0xFFFF},
    {"overlong four", "\xF0\x8F\xBF\xBF", 4, 0, 0},
    {"first of four", "\xF0\x90\x80\x80", 4, 4, 0x10000},
    {"last of all", "\xF4\x8F\xBF\xBF", 4, 4, 0x10FFFF},
    {"past the last", "\xF4\x90\x80\x80", 4, 0, 0},
    {"F5", "\xF5\x80\x80\x80", 4, 0, 0},
    {"five octets", "\xF8\x88\x80\x80\x80", 5, 0, 0},
    {"FF", "\xFF", 1, 0, 0},
    {"cut after one of two", "\xC3\xA9", 1, 0, 0},
    {"cut after two of three", "\xE2\x82\xAC", 2, 0, 0},
    {"cut after three of four", "\xF0\x9F\x98\x80", 3, 0, 0},
    {"bad second octet", "\xE2\x41\xAC", 3, 0, 0},
    {"bad last octet", "\xF0\x9F\x98\x41", 4, 0, 0},
    {"more behind it", "\xC3\xA9zz", 4, 2, 0xE9},
};

START_TEST(decodes)
{
    uint32_t character = 0;
    size_t size = utf8_decode(decode[_i].text, decode[_i].length, &character);
    ck_assert_msg(size == decode[_i].size, "%s: %zu octets", decode[_i].name, size);
    if (size > 0)
        ck_assert_msg(character == decode[_i].character, "%s: U+%04X", decode[_i].name,
                      (unsigned)character);
}
END_TEST

static const struct {
    uint32_t first, last;
    bool printable;
} printable[] = {
    {0x0, 0x1F, false},         {0x20, 0x7E, true},          {0x7F, 0x9F, false},
    {0xA0, 0xAC, true},         {0xAD, 0xAD, false},         {0xAE, 0x34E, true},
    {0x61C, 0x61C, false},      {0x5D0, 0x5EA, true},        {0x200B, 0x200F, false},
    {0x2010, 0x2027, true},     {0x2028, 0x202E, false},     {0x202F, 0x205F, true},
    {0x2060, 0x2069, false},    {0x2070, 0x2071, true},      {0x4E00, 0x9FFF, true},
    {0xD800, 0xDFFF, false},    {0xE000, 0xF8FF, true},      {0xFDCF, 0xFDCF, true},
    {0xFDD0, 0xFDEF, false},    {0xFDF0, 0xFDFC, true},      {0xFEFF, 0xFEFF, false},
    {0xFFFC, 0xFFFD, true},     {0xFFFE, 0xFFFF, false},     {0x10000, 0x10000, true},
    {0x1F600, 0x1F64F, true},   {0x1FFFE, 0x1FFFF, false},   {0xE0001, 0xE007F, false},
    {0x10FFFD, 0x10FFFD, true}, {0x10FFFE, 0x10FFFF, false}, {0x110000, 0x110000, false},
};

START_TEST(tells_what_may_be_shown)
{
    for (uint32_t c = printable[_i].first; c <= printable[_i].last; c++)
        ck_assert_msg(utf8_is_printable(c) == printable[_i].printable, "U+%04X", (unsigned)c);
}
END_TEST

static const struct {
    const char *text;
    size_t columns;
} columns[] = {
    {"", 0},         {"abc", 3},        {"b\u00FCcher", 6},  {"e\u0301", 1}, {"\u4F8B\u3048", 4},
    {"a\u4F8Bb", 4}, {"\U0001F600", 2}, {"\uD55C\uAD6D", 4}, {"\xFF", 1},    {"\u05D0\u05B8", 1},
};

START_TEST(counts_columns)
{
    ck_assert_uint_eq(utf8_columns(columns[_i].text), columns[_i].columns);
}
END_TEST

static const struct {
    const char *text;
    size_t length;
    const char *safe;
} safe[] = {
    {"", 0, ""},
    {"plain text", 10, "plain text"},
    {"a\\x41", 5, "a\\x41"},
    {"b\u00FCcher", 7, "b\u00FCcher"},
    {"a\nb", 3, "a\\u{000A}b"},
    {"\033[31m", 5, "\\u{001B}[31m"},
    {"a\0b", 3, "a\\u{0000}b"},
    {"\x7F", 1, "\\u{007F}"},
    {"\xC2\x9B", 2, "\\u{009B}"},
    {"\x9B", 1, "\\x9B"},
    {"\xC3", 1, "\\xC3"},
    {"\xC3(", 2, "\\xC3("},
    {"\xED\xA0\x80", 3, "\\xED\\xA0\\x80"},
    {"a\u202Eb", 5, "a\\u{202E}b"},
    {"\u2028", 3, "\\u{2028}"},
    {"\U000E0041", 4, "\\u{E0041}"},
    {"\U0010FFFF", 4, "\\u{10FFFF}"},
};

START_TEST(makes_text_safe)
{
    struct arena arena;
    arena_init(&arena);
    ck_assert_str_eq(utf8_safe(&arena, safe[_i].text, safe[_i].length), safe[_i].safe);
    arena_clear(&arena);
}
END_TEST

START_TEST(safe_text_of_all_octets_is_safe)
{
    struct arena arena;
    arena_init(&arena);
    unsigned char pair[2];
    for (unsigned i = 0; i < 65536; i++) {
        struct arena_mark mark = arena_mark(&arena);
        pair[0] = (unsigned char)(i >> 8);
        pair[1] = (unsigned char)i;
        const char *text = utf8_safe(&arena, pair, 2);
        ck_assert_str_eq(utf8_safe(&arena, text, strlen(text)), text);
        arena_reset(&arena, mark);
    }
    arena_clear(&arena);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("utf8");
    TCase *tests = tcase_create("utf8");
    tcase_add_loop_test(tests, decodes, 0, ROWS(decode));
    tcase_add_loop_test(tests, tells_what_may_be_shown, 0, ROWS(printable));
    tcase_add_loop_test(tests, counts_columns, 0, ROWS(columns));
    tcase_add_loop_test(tests, makes_text_safe, 0, ROWS(safe));
    tcase_add_test(tests, safe_text_of_all_octets_is_safe);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
