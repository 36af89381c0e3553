/*
 * json_text_test.c - values and lines of JSON
 */
#include "report/json_text.h"

#include "unit.h"

static void check_line(json_t *value, const char *line)
{
    struct buffer out;
    buffer_init(&out);
    json_emit(&out, value);
    ck_assert(!out.failed);
    ck_assert_str_eq(buffer_text(&out), line);
    buffer_clear(&out);
}

START_TEST(values)
{
    static const char *const none[] = {NULL};
    static const char *const two[] = {"a", "b", NULL};
    check_line(json_pack("{s:o,s:o}", "z", json_text("x"), "a", json_text(NULL)),
               "{\"z\":\"x\",\"a\":null}\n");
    check_line(json_pack("[o]", json_text("\xc3\xa4 \" \\ /")), "[\"\xc3\xa4 \\\" \\\\ /\"]\n");
    check_line(json_texts(two), "[\"a\",\"b\"]\n");
    check_line(json_texts(none), "[]\n");
    check_line(json_pack("[o]", json_texts(NULL)), "[null]\n");
    check_line(json_pack("[o,o,o]", json_enhanced((struct rcpt_enhanced){5, 1, 10}),
                         json_enhanced((struct rcpt_enhanced){0, 7, 1}),
                         json_enhanced((struct rcpt_enhanced){0, 0, 0})),
               "[\"5.1.10\",\"X.7.1\",null]\n");
}
END_TEST

/* Text that is not UTF-8 spoils its line, and that is told. */
START_TEST(failure_is_sticky)
{
    static const char *const bad[] = {"a", "\xff", NULL};
    struct buffer out;
    buffer_init(&out);
    json_emit(&out, json_pack("{s:o}", "a", json_text("\xff")));
    ck_assert(out.failed);
    buffer_reset(&out);
    json_emit(&out, json_texts(bad));
    ck_assert(out.failed);
    ck_assert_str_eq(buffer_text(&out), "");
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/json_text");
    TCase *tcase = tcase_create("json");
    tcase_add_test(tcase, values);
    tcase_add_test(tcase, failure_is_sticky);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
