/*
 * columns_test.c - a row of a table: cells at fixed columns, the last one wrapped
 */
#include "report/columns.h"

#include "codes.h"

static const struct {
    unsigned width;
    const char *cells[3]; /* of 6 columns each; the last one is given to columns_end() */
    const char *text;
} rows[] = {
    {80, {"ab", "cd", "the rest"}, "ab    cd    the rest\n"},
    {80, {"ab", "", "the rest"}, "ab          the rest\n"},
    {80, {"", "cd", "the rest"}, "      cd    the rest\n"},
    {80, {"abcdefgh", "cd", "the rest"}, "abcdefgh cd    the rest\n"},
    {80, {"abcdef", "cd", "the rest"}, "abcdef cd    the rest\n"},
    {80, {"ab", "cd", ""}, "ab    cd\n"},
    {80, {"\xc3\xa4\xc3\xb6", "cd", "x"}, "\xc3\xa4\xc3\xb6    cd    x\n"},
    {40,
     {"ab", "cd", "one two three four five six seven"},
     "ab    cd    one two three four five six\n            seven\n"},
    {40,
     {"a word of some length", "cd", "one two three"},
     "a word of some length cd\n    one two three\n"},
};

START_TEST(row)
{
    const struct report_style style = {.width = rows[_i].width};
    struct buffer out;
    buffer_init(&out);
    struct columns cells = {.out = &out, .style = &style};
    columns_add(&cells, 6, rows[_i].cells[0]);
    columns_add(&cells, 6, rows[_i].cells[1]);
    columns_end(&cells, rows[_i].cells[2]);
    ck_assert_str_eq(buffer_text(&out), rows[_i].text);
    buffer_clear(&out);
}
END_TEST

START_TEST(title)
{
    const struct report_style plain = {.width = 80}, bold = {.width = 80, .color = true};
    struct buffer out;
    buffer_init(&out);
    columns_title(&out, &plain, "Rows");
    columns_title(&out, &bold, "Rows");
    ck_assert_str_eq(buffer_text(&out), "Rows\n\033[1mRows\033[0m\n");
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/columns");
    TCase *tcase = tcase_create("rows");
    tcase_add_loop_test(tcase, row, 0, (int)(sizeof rows / sizeof *rows));
    tcase_add_test(tcase, title);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
