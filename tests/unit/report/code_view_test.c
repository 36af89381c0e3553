/*
 * code_view_test.c - one code as reports show it: from a table, by its class, or by neither
 */
#include "report/code_view.h"

#include "codes.h"

/* "" for a class means that it is open. */
static const struct {
    const char *code, *text, *name, *class, *noun;
    bool known;
} wholes[] = {
    {"554", "554", "Transaction Failed", "5xx", "reply", true},
    {"559", "559", "unlisted code", "5xx", "reply", false},
    {"4.7.1", "4.7.1", "Refused by policy", "4xx", "status", true},
    {"X.7.1", "X.7.1", "Refused by policy", "", "status", true},
    {"X.9.9", "X.9.9", "unlisted code", "", "status", false},
    {"2.9.9", "2.9.9", "unlisted code", "2xx", "status", false},
    /* Of two codes, the enhanced one is the more exact, and the reply code has the class. */
    {"550-5.7.26", "550 5.7.26", "Several authentication checks failed", "5xx", "reply", true},
    {"550 4.7.1", "550 4.7.1", "Refused by policy", "5xx", "reply", true},
    {"550 5.9.9", "550 5.9.9", "Mailbox Unavailable or Refused", "5xx", "reply", true},
    {"559 5.9.9", "559 5.9.9", "unlisted code", "5xx", "reply", false},
    {"559 5.7.1", "559 5.7.1", "Refused by policy", "5xx", "reply", true},
};

START_TEST(whole_name)
{
    struct rcpt_code_name name = codes_name(wholes[_i].code);
    struct code_view view = code_view_whole(&name);
    ck_assert_str_eq(view.text, wholes[_i].text);
    ck_assert_str_eq(view.name, wholes[_i].name);
    ck_assert_str_eq(view.class == NULL ? "" : view.class->label, wholes[_i].class);
    ck_assert_str_eq(view.noun, wholes[_i].noun);
    ck_assert_int_eq(view.known, wholes[_i].known);
    ck_assert(*view.meaning != '\0' && *view.fix != '\0');
    ck_assert_int_eq(*view.source != '\0', wholes[_i].known);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/code_view");
    TCase *tcase = tcase_create("view");
    tcase_add_loop_test(tcase, whole_name, 0, (int)(sizeof wholes / sizeof *wholes));
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
