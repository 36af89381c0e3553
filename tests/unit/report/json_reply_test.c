/*
 * json_reply_test.c - what a provider means with a reply, as JSON
 */
#include <jansson.h>

#include "codes.h"

/* The one line that comes out, read back. */
static json_t *explain(const char *line, const struct rcpt_bounce *bounce)
{
    struct buffer out;
    json_error_t error;
    buffer_init(&out);
    json_explain_reply(&out, &codes_style, line, bounce);
    ck_assert(!out.failed);
    ck_assert_ptr_eq(strchr(buffer_text(&out), '\n'), out.data + out.length - 1);
    json_t *object = json_loads(buffer_text(&out), JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(object != NULL, "%s: %s", error.text, buffer_text(&out));
    buffer_clear(&out);
    return object;
}

static json_t *explain_line(const char *line)
{
    struct rcpt_bounce bounce;
    ck_assert(rcpt_bounce_parse(line, &bounce));
    return explain(line, &bounce);
}

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    ck_assert_msg(text != NULL, "no text in %s", key);
    return text;
}

START_TEST(decided_row_is_whole)
{
    json_t *object = explain_line("553 5.7.1 [BL21] Connections will not be accepted");
    const json_t *row = json_object_get(object, "provider_reply");
    ck_assert_int_eq(json_integer_value(json_object_get(object, "schema")), 1);
    ck_assert_str_eq(text_of(object, "input"), "553 5.7.1 [BL21] Connections will not be accepted");
    ck_assert_str_eq(text_of(object, "provider"), "Yahoo");
    ck_assert_str_eq(text_of(row, "provider"), "Yahoo");
    ck_assert_int_eq(json_integer_value(json_object_get(row, "code")), 553);
    ck_assert(json_is_null(json_object_get(row, "code_high")));
    ck_assert_str_eq(text_of(row, "enhanced"), "5.7.1");
    ck_assert_str_eq(text_of(row, "trigger"), "listed");
    ck_assert_str_eq(text_of(row, "lists"), "zen.spamhaus.org");
    ck_assert_str_eq(text_of(row, "confidence"), "verified");
    ck_assert(json_is_false(json_object_get(row, "differs")));
    ck_assert_uint_eq(json_array_size(json_object_get(object, "candidates")), 0);
    ck_assert_int_eq(json_integer_value(json_object_get(json_object_get(object, "reply"), "code")),
                     553);
    ck_assert_str_eq(text_of(json_object_get(object, "enhanced"), "enhanced"), "5.7.1");
    ck_assert(json_is_array(json_object_get(object, "notes")));
    json_decref(object);
}
END_TEST

START_TEST(open_code_has_candidates)
{
    struct rcpt_bounce bounce = {.code = codes_name("550 5.7.26"), .provider = "Gmail"};
    bounce.reply = rcpt_provider_reply_find("Gmail", &bounce.code, "");
    json_t *object = explain(NULL, &bounce);
    ck_assert_str_eq(text_of(object, "input"), "550 5.7.26");
    ck_assert(json_is_null(json_object_get(object, "provider_reply")));
    const json_t *rows = json_object_get(object, "candidates");
    ck_assert_uint_eq(json_array_size(rows), 3);
    ck_assert_str_eq(text_of(json_array_get(rows, 0), "trigger"), "no_auth");
    ck_assert_str_eq(text_of(json_array_get(rows, 1), "trigger"), "spf");
    ck_assert_str_eq(text_of(json_array_get(rows, 2), "trigger"), "dmarc");
    json_decref(object);
}
END_TEST

START_TEST(difference_is_told)
{
    struct rcpt_bounce bounce = {.code = codes_name("5.7.27"), .provider = "Gmail"};
    bounce.reply = rcpt_provider_reply_find("Gmail", &bounce.code, "");
    json_t *object = explain(NULL, &bounce);
    const json_t *row = json_object_get(object, "provider_reply");
    ck_assert(json_is_true(json_object_get(row, "differs")));
    ck_assert_str_eq(text_of(row, "trigger"), "spf");
    ck_assert(json_is_null(json_object_get(object, "reply")));
    json_decref(object);
}
END_TEST

START_TEST(only_one_of_the_two)
{
    json_t *object = explain_line("host mx00.kundenserver.de closed the connection");
    ck_assert_str_eq(text_of(object, "provider"), "UnitedInternet");
    ck_assert(json_is_null(json_object_get(object, "provider_reply")));
    ck_assert(json_is_null(json_object_get(object, "reply")));
    ck_assert(json_is_null(json_object_get(object, "enhanced")));
    json_decref(object);
    object = explain_line("554 no");
    ck_assert(json_is_null(json_object_get(object, "provider")));
    ck_assert(json_is_object(json_object_get(object, "reply")));
    json_decref(object);
}
END_TEST

START_TEST(input_is_made_safe)
{
    json_t *object = explain_line("550 5.7.1 \033[31m\xff\xe2\x80\xae gsmtp");
    const char *input = text_of(object, "input");
    ck_assert_ptr_null(strchr(input, '\033'));
    ck_assert_ptr_nonnull(strstr(input, "\\xFF"));
    json_decref(object);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/json_reply");
    TCase *tcase = tcase_create("reply");
    tcase_add_test(tcase, decided_row_is_whole);
    tcase_add_test(tcase, open_code_has_candidates);
    tcase_add_test(tcase, difference_is_told);
    tcase_add_test(tcase, only_one_of_the_two);
    tcase_add_test(tcase, input_is_made_safe);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
