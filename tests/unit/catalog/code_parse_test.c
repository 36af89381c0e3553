/*
 * code_parse_test.c - what is read as a code, and where the defect is in what is not
 */
#include "rcptcheck/codes.h"
#include "unit.h"

static const struct {
    const char *text;
    unsigned code, status, subject, detail;
} good[] = {
    {"554", 554, 0, 0, 0},         {"200", 200, 0, 0, 0},         {"599", 599, 0, 0, 0},
    {"  252\t", 252, 0, 0, 0},     {"250\r\n", 250, 0, 0, 0},     {"5.7.1", 0, 5, 7, 1},
    {"2.0.0", 0, 2, 0, 0},         {"4.999.999", 0, 4, 999, 999}, {" 5.1.10 ", 0, 5, 1, 10},
    {"550-5.7.26", 550, 5, 7, 26}, {"550 5.7.26", 550, 5, 7, 26}, {"550   5.7.26  ", 550, 5, 7, 26},
    {"550 4.7.1", 550, 4, 7, 1},   {"354 2.0.0", 354, 2, 0, 0},   {"X.7.1", 0, 0, 7, 1},
    {"x.1.10", 0, 0, 1, 10},       {"X.0.0", 0, 0, 0, 0},         {"550 X.7.1", 550, 0, 7, 1},
    {"550 X.0.0", 550, 0, 0, 0},
};

START_TEST(accepts)
{
    struct rcpt_code_name name = {1, {1, 1, 1}};
    size_t position = 99;
    ck_assert_msg(rcpt_code_parse(good[_i].text, &name, &position), "%s: defect at %zu",
                  good[_i].text, position);
    ck_assert_uint_eq(name.code, good[_i].code);
    ck_assert_uint_eq(name.enhanced.status, good[_i].status);
    ck_assert_uint_eq(name.enhanced.subject, good[_i].subject);
    ck_assert_uint_eq(name.enhanced.detail, good[_i].detail);
}
END_TEST

static const struct {
    const char *text;
    size_t position;
} bad[] = {
    {"", 0},           {"   ", 3},
    {"abc", 0},        {"-554", 0},
    {"+54", 0},        {"5", 1},
    {"55", 2},         {"55x", 2},
    {"5544", 3},       {"100", 0},
    {"199", 0},        {"600", 0},
    {"999", 0},        {"055", 0},
    {"554x", 3},       {"554 x", 5},
    {"554-", 4},       {"554--5.7.1", 4},
    {"554- 5.7.1", 4}, {"554 -5.7.1", 4},
    {"554,5.7.1", 3},  {"5545.7.1", 3},
    {"554 text", 4},   {"554 5.7.1 text", 10},
    {"554 554", 5},    {"5.", 2},
    {"5.7", 3},        {"5.7.", 4},
    {"5.7.x", 4},      {"5..1", 2},
    {"3.7.1", 0},      {"1.7.1", 0},
    {"6.7.1", 0},      {"0.7.1", 0},
    {"5.7.1.2", 5},    {"5.07.1", 3},
    {"5.7.01", 5},     {"5.00.1", 3},
    {"5.1000.1", 5},   {"5.1.1000", 7},
    {"5.7.-1", 4},     {"5 .7.1", 1},
    {"X", 1},          {"X7.1", 1},
    {"XX.7.1", 1},     {".7.1", 0},
    {"554 3.7.1", 4},  {"5.7.1 554", 6},
    {"5\xc2\xa0", 1},  {"\xef\xbc\x95.7.1", 0},
};

START_TEST(rejects)
{
    struct rcpt_code_name name = {1, {1, 1, 1}};
    size_t position = 99;
    ck_assert_msg(!rcpt_code_parse(bad[_i].text, &name, &position), "%s is taken", bad[_i].text);
    ck_assert_msg(position == bad[_i].position, "%s: defect at %zu, not %zu", bad[_i].text,
                  position, bad[_i].position);
    ck_assert_uint_eq(name.code, 0);
    ck_assert_uint_eq(name.enhanced.status, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalog/code_parse");
    TCase *tcase = tcase_create("text");
    tcase_add_loop_test(tcase, accepts, 0, (int)(sizeof good / sizeof *good));
    tcase_add_loop_test(tcase, rejects, 0, (int)(sizeof bad / sizeof *bad));
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
