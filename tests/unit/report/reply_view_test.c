/*
 * reply_view_test.c - one row of a provider's replies, or the several that a code stands for
 */
#include "report/reply_view.h"

#include "codes.h"

/* A question, whether it is decided, and how many candidates there are. */
static const struct {
    const char *provider, *code, *line;
    bool decided;
    size_t candidates;
} cases[] = {
    {"Gmail", "5.7.25", NULL, true, 0},
    {"Gmail", "550 5.7.26", NULL, false, 3},
    {"Gmail", "421 5.7.26", NULL, true, 0},
    {"Gmail", "5.7.26", "the hard fail policy", true, 0},
    {"Gmail", "5.7.26", "other words", false, 3},
    {"Gmail", "5.6.1", NULL, false, 0},
    {"Exchange Online", "5.7.708", NULL, true, 0},
    {"Cisco", "554", NULL, true, 0},
    {"UnitedInternet", "554", NULL, false, 3},
    {"UnitedInternet", "554 5.7.1", NULL, false, 0},
    {NULL, "554", "no", false, 0},
};

START_TEST(view_holds)
{
    struct rcpt_bounce bounce = {.code = codes_name(cases[_i].code),
                                 .provider = cases[_i].provider};
    const char *text = cases[_i].line == NULL ? "" : cases[_i].line;
    if (bounce.provider != NULL)
        bounce.reply = rcpt_provider_reply_find(bounce.provider, &bounce.code, text);
    struct reply_view view = reply_view_of(&bounce, cases[_i].line);
    size_t found = 0;
    const struct rcpt_provider_reply *row = NULL;
    while ((row = reply_view_next(&view, row)) != NULL) {
        ck_assert_str_eq(row->provider, cases[_i].provider);
        found++;
    }
    ck_assert_msg(view.has_code, "row %d", _i);
    ck_assert_msg((view.row != NULL) == cases[_i].decided, "row %d: %s", _i,
                  view.row == NULL ? "open" : view.row->meaning);
    ck_assert_msg(found == cases[_i].candidates, "row %d: %zu candidates", _i, found);
}
END_TEST

START_TEST(no_code_is_no_code)
{
    struct rcpt_bounce bounce = {.provider = "Gmail"};
    struct reply_view view = reply_view_of(&bounce, "gsmtp");
    ck_assert(!view.has_code);
    ck_assert_ptr_null(view.row);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/reply_view");
    TCase *tcase = tcase_create("view");
    tcase_add_loop_test(tcase, view_holds, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_test(tcase, no_code_is_no_code);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
