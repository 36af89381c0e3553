/*
 * dnsxl_hide_test.c - keys hidden, text made safe, records joined and cut
 */
#include "evaluate/dnsxl_hide.h"

#include <string.h>

#include "dns/rdata.h"
#include "unit.h"

static const struct {
    const char *text, *key, *shown;
} hidden[] = {
    {"see 2.0.0.127.s3cret.bl.example", "s3cret", "see 2.0.0.127.{key}.bl.example"},
    {"S3CRET s3CreT", "s3cret", "{key} {key}"},
    {"s3crets3cret", "S3cret", "{key}{key}"},
    {"s3cre", "s3cret", "s3cre"},
    {"xs3cret", "s3cret", "x{key}"},
    {"aaa", "aa", "{key}a"},
    {"plain", "", "plain"},
    {"", "s3cret", ""},
    {"a\tb\x1b[2J", "", "a\\u{0009}b\\u{001B}[2J"},
    {"\x1bs3cret\xff", "s3cret", "\\u{001B}{key}\\xFF"},
};

START_TEST(text_is_hidden)
{
    struct arena arena;
    arena_init(&arena);
    const char *shown =
        dnsxl_hide(&arena, hidden[_i].text, strlen(hidden[_i].text), hidden[_i].key);
    ck_assert_str_eq(shown, hidden[_i].shown);
    arena_clear(&arena);
}
END_TEST

START_TEST(key_behind_a_zero_is_hidden)
{
    struct arena arena;
    arena_init(&arena);
    ck_assert_ptr_nonnull(strstr(dnsxl_hide(&arena, "a\0s3cret", 8, "s3cret"), "{key}"));
    arena_clear(&arena);
}
END_TEST

static const char *text_of(struct arena *arena, const char *const *records, size_t count,
                           const char *key)
{
    struct dns_record *parsed = arena_array(arena, count, sizeof *parsed);
    for (size_t i = 0; i < count; i++)
        ck_assert(dns_rdata_parse(arena, DNS_TYPE_TXT, records[i], &parsed[i]));
    struct dns_answer answer = {
        .status = DNS_NOERROR, .type = DNS_TYPE_TXT, .records = parsed, .n_records = count};
    return dnsxl_text(arena, &answer, key);
}

START_TEST(records_are_joined_in_one_order)
{
    struct arena arena;
    arena_init(&arena);
    const char *const one[] = {"\"b s3cret\"", "\"\"", "\"a\" \"c\""};
    const char *const other[] = {"\"a\" \"c\"", "\"b s3cret\"", "\"\""};
    ck_assert_str_eq(text_of(&arena, one, 3, "s3cret"), "ac / b {key}");
    ck_assert_str_eq(text_of(&arena, other, 3, "s3cret"), "ac / b {key}");
    arena_clear(&arena);
}
END_TEST

/* "s3" "cret": the strings of one record are one text. */
START_TEST(key_across_strings_is_hidden)
{
    struct arena arena;
    arena_init(&arena);
    const char *const records[] = {"\"s3\" \"cret\""};
    ck_assert_str_eq(text_of(&arena, records, 1, "s3cret"), "{key}");
    arena_clear(&arena);
}
END_TEST

START_TEST(no_records_give_no_text)
{
    struct arena arena;
    arena_init(&arena);
    struct dns_answer answer = {.status = DNS_NXDOMAIN, .type = DNS_TYPE_TXT};
    ck_assert_str_eq(dnsxl_text(&arena, &answer, ""), "");
    arena_clear(&arena);
}
END_TEST

/* `_i` octets before a character of two: it is shown whole or not at all. */
START_TEST(long_text_is_cut_between_characters)
{
    struct arena arena;
    arena_init(&arena);
    char text[400];
    memset(text, 'x', sizeof text);
    memcpy(text + _i, "\xC3\xA9", 2);
    struct dns_record record = {.txt = {(const unsigned char *)text, sizeof text}};
    struct dns_answer answer = {
        .status = DNS_NOERROR, .type = DNS_TYPE_TXT, .records = &record, .n_records = 1};
    const char *shown = dnsxl_text(&arena, &answer, "");
    ck_assert_uint_le(strlen(shown), DNSXL_TEXT_MAX);
    ck_assert_uint_ge(strlen(shown), DNSXL_TEXT_MAX - 1);
    ck_assert_str_eq(shown + strlen(shown) - 3, "...");
    ck_assert_ptr_null(strchr(shown, '\\'));
    const char *letter = strchr(shown, '\xC3');
    ck_assert(letter == NULL || letter[1] == '\xA9');
    ck_assert((letter != NULL) == (_i + 2 <= DNSXL_TEXT_MAX - 3));
    arena_clear(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/dnsxl_hide");
    TCase *tcase = tcase_create("hide");
    tcase_add_loop_test(tcase, text_is_hidden, 0, sizeof hidden / sizeof *hidden);
    tcase_add_test(tcase, key_behind_a_zero_is_hidden);
    tcase_add_test(tcase, records_are_joined_in_one_order);
    tcase_add_test(tcase, key_across_strings_is_hidden);
    tcase_add_test(tcase, no_records_give_no_text);
    tcase_add_loop_test(tcase, long_text_is_cut_between_characters, DNSXL_TEXT_MAX - 6,
                        DNSXL_TEXT_MAX + 2);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
