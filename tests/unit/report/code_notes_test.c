/*
 * code_notes_test.c - what is noted about a code or a pair, and about which nothing is
 */
#include "report/code_view.h"

#include "codes.h"

static const struct {
    const char *code;
    int lines;
    const char *word;
} noted[] = {
    {"554", 0, ""},
    {"5.7.1", 0, ""},
    {"554 5.7.1", 0, ""},  /* listed by the reply code's row alone */
    {"451 4.7.24", 0, ""}, /* listed by both */
    {"551 5.1.1", 1, "listed with 451, 550"},
    {"250 2.1.5", 0, ""},
    {"550 5.7.17", 0, ""}, /* any 5yz */
    {"550 5.1.2", 0, ""},  /* the registry lists no reply for X.1.2 */
    {"X.7.1", 0, ""},
    {"X.6.10", 0, ""},
    {"4.7.1", 1, "class 4"},
    {"2.7.1", 1, "class 2"},
    {"450 4.7.1", 1, "class 4"},
    {"599", 1, "5xx Permanent Negative"},
    {"X.9.9", 1, "left open"},
    {"X.7.99", 2, "X.7.0"},
    {"599 5.7.99", 3, "599"},
    {"550 2.0.0", 1, "do not agree"},
    {"550 4.7.1", 2, "do not agree"},
};

START_TEST(notes)
{
    struct rcpt_code_name name = codes_name(noted[_i].code);
    struct buffer lines;
    int count = 0;
    buffer_init(&lines);
    code_notes(&lines, &name);
    for (const char *at = buffer_text(&lines); (at = strchr(at, '\n')) != NULL; at++)
        count++;
    ck_assert_msg(count == noted[_i].lines, "%s: %d notes: %s", noted[_i].code, count,
                  buffer_text(&lines));
    codes_check_has(&lines, noted[_i].word);
    buffer_clear(&lines);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/code_notes");
    TCase *tcase = tcase_create("notes");
    tcase_add_loop_test(tcase, notes, 0, (int)(sizeof noted / sizeof *noted));
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
