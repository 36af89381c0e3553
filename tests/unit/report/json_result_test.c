/*
 * json_result_test.c - a result as JSON: one line, read back, fields and order of the contract
 */
#include <jansson.h>
#include <string.h>

#include "report/report.h"
#include "unit.h"
#include "unit/report/json_read.h"
#include "unit/report/samples.h"

static const struct rcpt_result *const results[] = {&null_result, &bad_result, &good_result,
                                                    &failed_result};
enum { RESULTS = sizeof results / sizeof *results };

static const struct report_style style = {.width = 80};

static json_t *read_back(const struct rcpt_result *result)
{
    struct buffer out;
    buffer_init(&out);
    json_result(&out, &style, result);
    return json_read_line(&out);
}

static json_t *first_of(json_t *object, const char *key)
{
    return json_array_get(json_object_get(object, key), 0);
}

START_TEST(fields_stand_in_order)
{
    json_t *value = read_back(results[_i]);
    json_check_keys(value,
                    "schema input address verdict predictions mx provider dnsbl spf dkim dmarc "
                    "rdns");
    json_check_keys(json_object_get(value, "address"),
                    "valid local domain ascii_domain smtputf8 error problems");
    json_check_keys(
        first_of(value, "predictions"),
        "code enhanced certainty stage by rule reason evidence fix source verdict risk");
    ck_assert_int_eq(json_integer_value(json_object_get(value, "schema")), 1);
    static const char *const unseen[] = {"provider", "dnsbl", "spf", "dkim", "dmarc", "rdns"};
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
        ck_assert_msg(json_is_null(json_object_get(value, unseen[i])), "%s", unseen[i]);
    ck_assert_str_eq(json_text_at(value, "input"), results[_i]->input);
    ck_assert_str_eq(json_text_at(value, "verdict"), rcpt_verdict_name(results[_i]->verdict));
    json_decref(value);
}
END_TEST

START_TEST(null_mx_is_told)
{
    json_t *value = read_back(&null_result);
    json_t *prediction = first_of(value, "predictions");
    ck_assert_int_eq(json_integer_value(json_object_get(prediction, "code")), 556);
    ck_assert_str_eq(json_text_at(prediction, "enhanced"), "5.1.10");
    ck_assert_str_eq(json_text_at(prediction, "certainty"), "likely");
    ck_assert_str_eq(json_text_at(prediction, "stage"), "dns");
    ck_assert_str_eq(json_text_at(prediction, "by"), "sender");
    ck_assert_str_eq(json_text_at(prediction, "rule"), "null-mx");
    ck_assert_str_eq(json_text_at(prediction, "verdict"), "reject");
    ck_assert(json_is_false(json_object_get(prediction, "risk")));
    ck_assert_str_eq(json_string_value(first_of(prediction, "evidence")),
                     "example.com. 300 IN MX 0 .");
    json_t *mx = json_object_get(value, "mx");
    json_check_keys(mx, "status dnssec hosts problems canonical detail");
    ck_assert_str_eq(json_text_at(mx, "status"), "null");
    ck_assert_uint_eq(json_array_size(json_object_get(mx, "hosts")), 0);
    ck_assert(json_is_null(json_object_get(mx, "detail")));
    json_decref(value);
}
END_TEST

START_TEST(bad_address_is_told)
{
    json_t *value = read_back(&bad_result);
    json_t *address = json_object_get(value, "address");
    json_t *error = json_object_get(address, "error");
    ck_assert(json_is_false(json_object_get(address, "valid")));
    ck_assert(json_is_null(json_object_get(address, "domain")));
    json_check_keys(error, "id position reason");
    ck_assert_str_eq(json_text_at(error, "id"), "local-dot");
    ck_assert_int_eq(json_integer_value(json_object_get(error, "position")), 4);
    ck_assert(json_is_null(json_object_get(value, "mx")));
    json_decref(value);
}
END_TEST

START_TEST(full_route_is_told)
{
    json_t *value = read_back(&good_result);
    json_t *mx = json_object_get(value, "mx");
    json_t *list = json_object_get(mx, "hosts");
    ck_assert_uint_eq(json_array_size(list), 9);
    json_t *host = json_array_get(list, 0);
    json_check_keys(host, "preference host status addresses detail");
    ck_assert_int_eq(json_integer_value(json_object_get(host, "preference")), 5);
    ck_assert_uint_eq(json_array_size(json_object_get(host, "addresses")), 5);
    ck_assert(json_is_null(json_object_get(host, "detail")));
    host = json_array_get(list, 3);
    ck_assert_str_eq(json_text_at(host, "status"), "timeout");
    ck_assert_str_eq(json_text_at(host, "detail"),
                     "127.0.0.1:53 did not answer in 3 tries of 2000 ms");
    json_check_keys(first_of(mx, "problems"), "id subject text fix source");
    ck_assert_str_eq(json_text_at(mx, "canonical"), "hosting.example");
    ck_assert(json_is_true(json_object_get(mx, "dnssec")));
    ck_assert_uint_eq(json_array_size(json_object_get(value, "predictions")), 2);
    json_t *risk = json_array_get(json_object_get(value, "predictions"), 1);
    ck_assert(json_is_true(json_object_get(risk, "risk")));
    json_t *problem = first_of(json_object_get(value, "address"), "problems");
    ck_assert_str_eq(json_text_at(problem, "id"), "special-use");
    json_decref(value);
}
END_TEST

START_TEST(text_is_escaped)
{
    struct rcpt_result result = bad_result;
    result.input = "\"a\\\"b\"@\xC3\xBC/\\x07";
    json_t *value = read_back(&result);
    ck_assert_str_eq(json_text_at(value, "input"), result.input);
    json_decref(value);
}
END_TEST

START_TEST(no_enhanced_code_is_null)
{
    struct rcpt_prediction prediction = bad_prediction;
    struct rcpt_result result = bad_result;
    prediction.enhanced = (struct rcpt_enhanced){0, 0, 0};
    result.predictions = &prediction;
    json_t *value = read_back(&result);
    ck_assert(json_is_null(json_object_get(first_of(value, "predictions"), "enhanced")));
    json_decref(value);
}
END_TEST

START_TEST(bad_utf8_is_a_failure_not_a_crash)
{
    struct rcpt_result result = bad_result;
    struct buffer out;
    result.input = "\xFF";
    buffer_init(&out);
    json_result(&out, &style, &result);
    ck_assert(out.failed);
    buffer_clear(&out);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("json_result");
    TCase *tests = tcase_create("json");
    tcase_add_loop_test(tests, fields_stand_in_order, 0, RESULTS);
    tcase_add_test(tests, null_mx_is_told);
    tcase_add_test(tests, bad_address_is_told);
    tcase_add_test(tests, full_route_is_told);
    tcase_add_test(tests, text_is_escaped);
    tcase_add_test(tests, no_enhanced_code_is_null);
    tcase_add_test(tests, bad_utf8_is_a_failure_not_a_crash);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
