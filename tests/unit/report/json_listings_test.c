/*
 * json_listings_test.c - what lists say as JSON: the fields of the contract in their order
 */
#include "report/report.h"
#include "unit.h"
#include "unit/report/json_read.h"
#include "unit/report/listing_samples.h"

static const struct report_style style = {.width = 80};

static json_t *read_back(const struct rcpt_result *result)
{
    struct buffer out;
    buffer_init(&out);
    json_listings(&out, &style, result);
    return json_read_line(&out);
}

static const struct rcpt_result *const results[] = {
    &listed_result, &unasked_result, &low_result, &clear_result,
    &partly_result, &no_list_result, &bad_subject};
enum { RESULTS = sizeof results / sizeof *results };

START_TEST(fields_stand_in_order)
{
    json_t *value = read_back(results[_i]);
    json_check_keys(value, "schema input verdict error dnsbl");
    ck_assert_int_eq(json_integer_value(json_object_get(value, "schema")), 1);
    ck_assert_str_eq(json_text_at(value, "input"), results[_i]->input);
    ck_assert_str_eq(json_text_at(value, "verdict"), rcpt_verdict_name(results[_i]->verdict));
    json_t *listing;
    size_t index;
    json_array_foreach(json_object_get(value, "dnsbl"), index, listing)
        json_check_keys(listing, "zone subject status codes meaning text delist name severity "
                                 "independent reason remedy");
    json_decref(value);
}
END_TEST

START_TEST(listings_are_told)
{
    json_t *value = read_back(&listed_result);
    ck_assert(json_null_at(value, "error"));
    ck_assert_uint_eq(json_array_size(json_object_get(value, "dnsbl")), 9);
    json_t *zen = json_item(value, "dnsbl", 0);
    ck_assert_str_eq(json_text_at(zen, "zone"), "zen.spamhaus.org");
    ck_assert_str_eq(json_text_at(zen, "subject"), "192.0.2.1");
    ck_assert_str_eq(json_text_at(zen, "status"), "listed");
    ck_assert_str_eq(json_text_at(zen, "severity"), "high");
    ck_assert_str_eq(json_string_value(json_item(zen, "codes", 1)), "127.0.0.4");
    ck_assert_str_eq(json_string_value(json_item(zen, "meaning", 0)), "SBL");
    ck_assert_str_eq(json_text_at(zen, "delist"), "https://check.spamhaus.org/");
    ck_assert(json_is_true(json_object_get(zen, "independent")));
    ck_assert(json_null_at(zen, "reason") && json_null_at(zen, "remedy"));
    json_t *refused = json_item(value, "dnsbl", 3);
    ck_assert_str_eq(json_text_at(refused, "status"), "refused");
    ck_assert(json_null_at(refused, "text") && json_null_at(refused, "delist"));
    ck_assert_ptr_nonnull(strstr(json_text_at(refused, "reason"), "refuses this resolver"));
    ck_assert_str_eq(json_text_at(json_item(value, "dnsbl", 2), "status"), "allowed");
    ck_assert_str_eq(json_text_at(json_item(value, "dnsbl", 4), "status"), "rewritten");
    ck_assert_str_eq(json_text_at(json_item(value, "dnsbl", 6), "status"), "not_listed");
    json_decref(value);
}
END_TEST

START_TEST(bad_subject_has_an_error_and_no_listings)
{
    json_t *value = read_back(&bad_subject);
    ck_assert_str_eq(json_text_at(value, "error"), bad_subject.error);
    ck_assert(json_null_at(value, "dnsbl"));
    json_decref(value);
    value = read_back(&no_list_result);
    ck_assert(json_null_at(value, "error"));
    ck_assert_uint_eq(json_array_size(json_object_get(value, "dnsbl")), 0);
    ck_assert(json_is_array(json_object_get(value, "dnsbl")));
    json_decref(value);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("json_listings");
    TCase *tests = tcase_create("json");
    tcase_add_loop_test(tests, fields_stand_in_order, 0, RESULTS);
    tcase_add_test(tests, listings_are_told);
    tcase_add_test(tests, bad_subject_has_an_error_and_no_listings);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
