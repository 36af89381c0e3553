/*
 * json_codes_test.c - codes as JSON: every line parses and has the promised fields
 */
#include <jansson.h>

#include "codes.h"
#include "report/code_text.h"

static const char *const common[] = {"known",   "name", "class", "class_name",
                                     "meaning", "seen", "fix",   "source"};

static json_t *parse(const char *line)
{
    json_error_t error;
    json_t *value = json_loads(line, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(value != NULL, "%s: %s", error.text, line);
    ck_assert_msg(strncmp(line, "{\"schema\":1,", 12) == 0, "%s", line);
    return value;
}

static void check_fields(const json_t *object, const char *const *fields, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(json_object_get(object, fields[i]) != NULL, "no %s", fields[i]);
}

static const char *string_at(const json_t *object, const char *field)
{
    const char *text = json_string_value(json_object_get(object, field));
    return text == NULL ? "" : text;
}

static json_t *explain(const char *code)
{
    struct rcpt_code_name name = codes_name(code);
    struct buffer out;
    buffer_init(&out);
    json_explain(&out, &codes_style, &name);
    ck_assert(!out.failed);
    ck_assert_ptr_eq(strchr(buffer_text(&out), '\n'), out.data + out.length - 1);
    json_t *value = parse(buffer_text(&out));
    buffer_clear(&out);
    return value;
}

static const struct {
    const char *code, *input, *reply, *enhanced;
    size_t notes;
} explained[] = {
    {"554", "554", "Transaction Failed", NULL, 0},
    {"5.7.1", "5.7.1", NULL, "Refused by policy", 0},
    {"550-5.7.26", "550 5.7.26", "Mailbox Unavailable or Refused",
     "Several authentication checks failed", 0},
    {"550 4.7.1", "550 4.7.1", "Mailbox Unavailable or Refused", "Refused by policy", 2},
    {"X.0.0", "X.0.0", NULL, "Undefined status", 0},
    {"X.7.99", "X.7.99", NULL, "", 2},
    {"599", "599", "", NULL, 1},
};

/* NULL stands for JSON null, "" for a code that is not in the tables. */
static void check_code(const json_t *code, const char *name)
{
    if (name == NULL) {
        ck_assert(json_is_null(code));
        return;
    }
    check_fields(code, common, sizeof common / sizeof *common);
    ck_assert_int_eq(json_is_true(json_object_get(code, "known")), *name != '\0');
    ck_assert_int_eq(json_is_null(json_object_get(code, "name")), *name == '\0');
    ck_assert_int_eq(json_is_null(json_object_get(code, "source")), *name == '\0');
    ck_assert_str_eq(string_at(code, "name"), name);
    ck_assert_str_ne(string_at(code, "meaning"), "");
    ck_assert_str_ne(string_at(code, "fix"), "");
}

START_TEST(explanation)
{
    json_t *value = explain(explained[_i].code);
    ck_assert_str_eq(string_at(value, "input"), explained[_i].input);
    check_code(json_object_get(value, "reply"), explained[_i].reply);
    check_code(json_object_get(value, "enhanced"), explained[_i].enhanced);
    ck_assert_uint_eq(json_array_size(json_object_get(value, "notes")), explained[_i].notes);
    json_decref(value);
}
END_TEST

/* The fields as a program reads them. */
START_TEST(values_have_their_types)
{
    json_t *value = explain("556 5.1.10");
    const json_t *reply = json_object_get(value, "reply");
    const json_t *enhanced = json_object_get(value, "enhanced");
    ck_assert_int_eq(json_integer_value(json_object_get(reply, "code")), 556);
    ck_assert_str_eq(string_at(reply, "status"), "standard");
    ck_assert_str_eq(string_at(reply, "class"), "5xx");
    ck_assert_str_eq(string_at(reply, "class_name"), "Permanent Negative");
    const json_t *list = json_object_get(reply, "enhanced");
    ck_assert_uint_eq(json_array_size(list), 1);
    ck_assert_str_eq(json_string_value(json_array_get(list, 0)), "5.1.10");
    ck_assert_str_eq(string_at(enhanced, "enhanced"), "5.1.10");
    list = json_object_get(enhanced, "replies");
    ck_assert_str_eq(json_string_value(json_array_get(list, 0)), "556");
    list = json_object_get(enhanced, "classes");
    ck_assert_str_eq(json_string_value(json_array_get(list, 0)), "5xx");
    json_decref(value);
}
END_TEST

static const struct {
    const char *first, *second;
    bool same, same_class;
    size_t differences, when;
} compared[] = {
    {"252", "554", false, false, 5, 2},     {"252", "354", false, false, 5, 2},
    {"252", "504", false, false, 5, 2},     {"252", "556", false, false, 5, 2},
    {"252", "551", false, false, 5, 2},     {"550", "554", false, true, 5, 2},
    {"554", "554", true, true, 1, 1},       {"5.7.1", "550", false, true, 5, 2},
    {"5.7.1", "4.7.1", false, false, 5, 2}, {"599", "X.9.9", false, false, 5, 2},
    {"X.7.1", "X.7.2", false, false, 5, 2},
};

START_TEST(comparison)
{
    static const char *const fields[] = {"first",   "second",      "same", "same_class",
                                         "summary", "differences", "when"};
    struct rcpt_code_name one = codes_name(compared[_i].first);
    struct rcpt_code_name other = codes_name(compared[_i].second);
    struct buffer out;
    buffer_init(&out);
    json_compare(&out, &codes_style, &one, &other);
    json_t *value = parse(buffer_text(&out));
    check_fields(value, fields, sizeof fields / sizeof *fields);
    ck_assert_str_eq(string_at(json_object_get(value, "first"), "input"), compared[_i].first);
    ck_assert_str_eq(string_at(json_object_get(value, "second"), "input"), compared[_i].second);
    ck_assert_int_eq(json_is_true(json_object_get(value, "same")), compared[_i].same);
    ck_assert_int_eq(json_is_true(json_object_get(value, "same_class")), compared[_i].same_class);
    ck_assert_ptr_nonnull(strstr(string_at(value, "summary"), compared[_i].first));
    ck_assert_uint_eq(json_array_size(json_object_get(value, "differences")),
                      compared[_i].differences);
    ck_assert_uint_eq(json_array_size(json_object_get(value, "when")), compared[_i].when);
    json_decref(value);
    buffer_clear(&out);
}
END_TEST

START_TEST(catalog_has_a_line_a_code)
{
    struct buffer out;
    size_t replies = 0, enhanced = 0;
    buffer_init(&out);
    json_catalog_codes(&out, &codes_style);
    ck_assert(!out.failed);
    for (char *line = out.data, *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        *end = '\0';
        json_t *value = parse(line);
        check_fields(value, common, sizeof common / sizeof *common);
        bool is_reply = strcmp(string_at(value, "kind"), "reply") == 0;
        ck_assert(json_is_array(json_object_get(value, is_reply ? "enhanced" : "replies")));
        ck_assert(json_is_true(json_object_get(value, "known")));
        replies += is_reply;
        enhanced += !is_reply;
        json_decref(value);
    }
    ck_assert_uint_eq(replies, 50);
    ck_assert_uint_eq(enhanced, 81);
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/json_codes");
    TCase *tcase = tcase_create("json");
    tcase_add_loop_test(tcase, explanation, 0, (int)(sizeof explained / sizeof *explained));
    tcase_add_test(tcase, values_have_their_types);
    tcase_add_loop_test(tcase, comparison, 0, (int)(sizeof compared / sizeof *compared));
    tcase_add_test(tcase, catalog_has_a_line_a_code);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
