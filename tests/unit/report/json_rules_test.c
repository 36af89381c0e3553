/*
 * json_rules_test.c - the rule table as JSON: a line a rule, with the fields of a prediction
 */
#include <jansson.h>

#include "codes.h"

START_TEST(line_a_rule)
{
    static const char *const texts[] = {"rule", "verdict", "certainty", "stage",
                                        "by",   "reason",  "fix",       "source"};
    struct buffer out;
    size_t count = 0;
    buffer_init(&out);
    json_catalog_rules(&out, &codes_style);
    ck_assert(!out.failed);
    ck_assert_uint_gt(out.length, 0);
    for (char *line = out.data, *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        *end = '\0';
        json_t *value = json_loads(line, JSON_REJECT_DUPLICATES, NULL);
        const struct rcpt_rule *rule = rcpt_rule_at(count++);
        ck_assert(value != NULL && rule != NULL);
        ck_assert_ptr_eq(strstr(line, "{\"schema\":1,\"rule\":"), line);
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            ck_assert_msg(json_is_string(json_object_get(value, texts[i])), "%s: no %s", rule->id,
                          texts[i]);
        ck_assert_str_eq(json_string_value(json_object_get(value, "rule")), rule->id);
        ck_assert_int_eq(json_integer_value(json_object_get(value, "code")), (int)rule->code);
        ck_assert_int_eq(json_is_true(json_object_get(value, "risk")), rule->risk);
        ck_assert_int_eq(json_is_null(json_object_get(value, "enhanced")),
                         rule->enhanced.status == 0);
        json_decref(value);
    }
    ck_assert_ptr_null(rcpt_rule_at(count));
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/json_rules");
    TCase *tcase = tcase_create("json");
    tcase_add_test(tcase, line_a_rule);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
