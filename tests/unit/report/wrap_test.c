/*
 * wrap_test.c - text laid out in columns
 */
#include "report/wrap.h"

#include "codes.h"

static const struct {
    const char *name;
    unsigned width;
    size_t column, indent;
    const char *text, *lines;
} wrapped[] = {
    {"empty", 40, 0, 0, "", "\n"},
    {"fits", 40, 0, 0, "one two", "one two\n"},
    {"fits exactly", 40, 30, 4, "1234567890 x", "1234567890\n    x\n"},
    {"one too many", 40, 30, 4, "12345678901 x", "\n    12345678901 x\n"},
    {"inner spaces stay", 40, 0, 0, "v=spf1  -all", "v=spf1  -all\n"},
    {"break swallows spaces", 40, 34, 2, "12345    67890", "12345\n  67890\n"},
    {"spaces at the ends go", 40, 0, 0, "  one  ", "one\n"},
    {"wide word alone", 40, 0, 2, "a 12345678901234567890123456789012345678901234567890 b",
     "a\n  12345678901234567890123456789012345678901234567890\n  b\n"},
    {"wide word first", 40, 2, 2, "12345678901234567890123456789012345678901234567890",
     "12345678901234567890123456789012345678901234567890\n"},
    {"narrow is as 40", 10, 0, 0, "1234567890 1234567890 1234567890",
     "1234567890 1234567890 1234567890\n"},
    {"columns, not octets", 40, 36, 1, "\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f x",
     "\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f\n x\n"},
    {"wide characters", 40, 35, 1, "\xe4\xbe\x8b\xe4\xbe\x8b x", "\xe4\xbe\x8b\xe4\xbe\x8b\n x\n"},
    {"wide characters break", 40, 37, 1, "\xe4\xbe\x8b\xe4\xbe\x8b",
     "\n \xe4\xbe\x8b\xe4\xbe\x8b\n"},
};

START_TEST(text_is_wrapped)
{
    const struct report_style style = {.width = wrapped[_i].width};
    struct buffer out;
    buffer_init(&out);
    wrap_text(&out, &style, wrapped[_i].column, wrapped[_i].indent, wrapped[_i].text);
    ck_assert_msg(strcmp(buffer_text(&out), wrapped[_i].lines) == 0, "%s: %s", wrapped[_i].name,
                  buffer_text(&out));
    buffer_clear(&out);
}
END_TEST

START_TEST(field_hangs)
{
    const struct report_style style = {.width = 40};
    struct buffer out;
    buffer_init(&out);
    wrap_field(&out, &style, "fix", "Correct the address and send again.");
    wrap_field(&out, &style, "", "More.");
    wrap_field(&out, &style, "fix", "");
    wrap_field(&out, &style, "a very long label", "text");
    wrap_field_at(&out, &style, 2, 6, "at", "x");
    ck_assert_str_eq(buffer_text(&out), "fix         Correct the address and send\n"
                                        "            again.\n"
                                        "            More.\n"
                                        "a very long label text\n"
                                        "  at  x\n");
    buffer_clear(&out);
}
END_TEST

START_TEST(item_and_paragraph_hang)
{
    const struct report_style style = {.width = 40};
    struct buffer out;
    buffer_init(&out);
    wrap_item(&out, &style, 2, "1.", "Correct the address and send it again.");
    wrap_paragraph(&out, &style, 4, "Correct the address and send it again.");
    ck_assert_str_eq(buffer_text(&out), "  1. Correct the address and send it\n"
                                        "     again.\n"
                                        "    Correct the address and send it\n"
                                        "    again.\n");
    buffer_clear(&out);
}
END_TEST

START_TEST(tones)
{
    struct report_style style = {.color = true, .width = 80};
    struct buffer out;
    buffer_init(&out);
    wrap_toned(&out, &style, WRAP_BOLD, "a");
    wrap_toned(&out, &style, WRAP_PLAIN, "b");
    ck_assert_str_eq(buffer_text(&out), "\033[1ma\033[0mb");
    buffer_reset(&out);
    style.color = false;
    for (int tone = WRAP_PLAIN; tone <= WRAP_YELLOW; tone++)
        wrap_toned(&out, &style, (enum wrap_tone)tone, "x");
    ck_assert_str_eq(buffer_text(&out), "xxxxxx");
    buffer_clear(&out);
}
END_TEST

START_TEST(cell_is_filled)
{
    struct buffer out;
    buffer_init(&out);
    wrap_cell(&out, "ab", 4);
    wrap_cell(&out, "\xc3\xa4", 3);
    wrap_cell(&out, "too long", 4);
    ck_assert_str_eq(buffer_text(&out), "ab  \xc3\xa4  too long ");
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/wrap");
    TCase *tcase = tcase_create("wrap");
    tcase_add_loop_test(tcase, text_is_wrapped, 0, (int)(sizeof wrapped / sizeof *wrapped));
    tcase_add_test(tcase, field_hangs);
    tcase_add_test(tcase, item_and_paragraph_hang);
    tcase_add_test(tcase, tones);
    tcase_add_test(tcase, cell_is_filled);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
