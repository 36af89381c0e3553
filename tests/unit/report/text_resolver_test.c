/*
 * text_resolver_test.c - a resolver's traits as text and as JSON
 */
#include "report/report.h"
#include "unit.h"
#include "unit/report/json_read.h"
#include "util/utf8.h"

static const struct rcpt_trait traits[5] = {
    {&traits[1], "udp", RCPT_TRAIT_GOOD, "answers over UDP", "Most questions go over UDP.", ""},
    {&traits[2], "dnssec", RCPT_TRAIT_WARN, "does not validate",
     "The AD flag says nothing, and forged answers are believed.", "Switch validation on."},
    {&traits[3], "rebinding", RCPT_TRAIT_BAD, "drops answers in 127.0.0.0/8",
     "Every list looks as if it listed nothing.",
     "Exempt the lists' zones from rebinding protection."},
    {&traits[4], "truncation", RCPT_TRAIT_UNKNOWN, "no large answer was met", "", ""},
    {NULL, "bogus", RCPT_TRAIT_SKIPPED, "not looked at: --bogus gives it", "", ""},
};
static const struct rcpt_resolver_report unfit = {
    .resolver = "127.0.0.1:53", .fit = false, .latency_ms = 3, .traits = traits};
static const struct rcpt_resolver_report fit = {
    .resolver = "[2001:db8::53]:5353", .fit = true, .traits = &traits[4]};

static const struct {
    const char *name;
    const struct rcpt_resolver_report *report;
    struct report_style style;
    const char *text;
} golden[] = {
    {"unfit",
     &unfit,
     {.width = 80},
     "127.0.0.1:53: UNFIT  3 ms\n"
     "  good     udp         answers over UDP\n"
     "  warn     dnssec      does not validate\n"
     "                       means  The AD flag says nothing, and forged answers are\n"
     "                              believed.\n"
     "                       fix    Switch validation on.\n"
     "  bad      rebinding   drops answers in 127.0.0.0/8\n"
     "                       means  Every list looks as if it listed nothing.\n"
     "                       fix    Exempt the lists' zones from rebinding protection.\n"
     "  unknown  truncation  no large answer was met\n"
     "  skipped  bogus       not looked at: --bogus gives it\n"},
    {"narrow and verbose",
     &unfit,
     {.width = 44, .verbose = true},
     "127.0.0.1:53: UNFIT  3 ms\n"
     "  good     udp\n"
     "      answers over UDP\n"
     "      means  Most questions go over UDP.\n"
     "  warn     dnssec\n"
     "      does not validate\n"
     "      means  The AD flag says nothing, and\n"
     "             forged answers are believed.\n"
     "      fix    Switch validation on.\n"
     "  bad      rebinding\n"
     "      drops answers in 127.0.0.0/8\n"
     "      means  Every list looks as if it\n"
     "             listed nothing.\n"
     "      fix    Exempt the lists' zones from\n"
     "             rebinding protection.\n"
     "  unknown  truncation\n"
     "      no large answer was met\n"
     "  skipped  bogus\n"
     "      not looked at: --bogus gives it\n"},
    {"quiet", &unfit, {.width = 80, .quiet = true}, "127.0.0.1:53: UNFIT  3 ms\n"},
    {"fit",
     &fit,
     {.width = 80},
     "[2001:db8::53]:5353: FIT\n"
     "  skipped  bogus       not looked at: --bogus gives it\n"},
};
enum { GOLDEN = sizeof golden / sizeof *golden };

START_TEST(text_is_golden)
{
    struct buffer out;
    buffer_init(&out);
    text_resolver(&out, &golden[_i].style, golden[_i].report);
    ck_assert_msg(strcmp(buffer_text(&out), golden[_i].text) == 0, "%s:\n%s", golden[_i].name,
                  buffer_text(&out));
    ck_assert(!out.failed);
    buffer_clear(&out);
}
END_TEST

START_TEST(width_is_kept)
{
    const struct report_style style = {.width = (unsigned)_i, .verbose = true};
    struct buffer out;
    buffer_init(&out);
    text_resolver(&out, &style, &unfit);
    for (char *line = strtok(out.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        ck_assert_msg(utf8_columns(line) <= style.width, "width %u: %s", style.width, line);
        ck_assert_msg(line[strlen(line) - 1] != ' ', "width %u: '%s'", style.width, line);
    }
    buffer_clear(&out);
}
END_TEST

START_TEST(json_is_told)
{
    const struct report_style style = {.width = 80};
    struct buffer out;
    buffer_init(&out);
    json_resolver(&out, &style, &unfit);
    json_t *value = json_read_line(&out);
    json_check_keys(value, "schema resolver fit latency_ms traits");
    ck_assert_str_eq(json_text_at(value, "resolver"), "127.0.0.1:53");
    ck_assert(json_is_false(json_object_get(value, "fit")));
    ck_assert_int_eq(json_integer_value(json_object_get(value, "latency_ms")), 3);
    json_t *trait = json_item(value, "traits", 2);
    json_check_keys(trait, "id status finding meaning remedy");
    ck_assert_str_eq(json_text_at(trait, "id"), "rebinding");
    ck_assert_str_eq(json_text_at(trait, "status"), "bad");
    ck_assert(json_null_at(json_item(value, "traits", 0), "remedy"));
    json_decref(value);
    json_resolver(&out, &style, &fit);
    value = json_read_line(&out);
    ck_assert(json_null_at(value, "latency_ms"));
    ck_assert(json_is_true(json_object_get(value, "fit")));
    json_decref(value);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("text_resolver");
    TCase *tests = tcase_create("resolver");
    tcase_add_loop_test(tests, text_is_golden, 0, GOLDEN);
    tcase_add_loop_test(tests, width_is_kept, 40, 100);
    tcase_add_test(tests, json_is_told);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
