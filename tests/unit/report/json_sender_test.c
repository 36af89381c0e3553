/*
 * json_sender_test.c - the sending side and the provider in a result's JSON
 */
#include "report/report.h"
#include "unit.h"
#include "unit/report/json_read.h"
#include "unit/report/listing_samples.h"
#include "unit/report/samples.h"

static const struct report_style style = {.width = 80};

static json_t *read_back(const struct rcpt_result *result)
{
    struct buffer out;
    buffer_init(&out);
    json_result(&out, &style, result);
    return json_read_line(&out);
}

static const struct rcpt_result *const results[] = {&null_result, &bad_result, &good_result,
                                                    &failed_result};
enum { RESULTS = sizeof results / sizeof *results };

START_TEST(full_sender_is_told)
{
    struct rcpt_result result = *results[_i];
    result.sender = &full_sender;
    json_t *value = read_back(&result);
    json_check_keys(value, "schema input address verdict predictions mx provider dnsbl spf dkim "
                           "dmarc rdns sender helo mail_from not_looked_at");
    ck_assert_uint_eq(json_array_size(json_object_get(value, "dnsbl")), 9);
    json_t *rdns = json_object_get(value, "rdns");
    json_check_keys(rdns, "ip status ptr problems confirmed first_confirmed evidence detail");
    ck_assert_str_eq(json_text_at(rdns, "ip"), "192.0.2.1");
    ck_assert_str_eq(json_text_at(rdns, "status"), "confirmed");
    ck_assert_str_eq(json_string_value(json_item(rdns, "ptr", 1)), "www.example.org");
    ck_assert_str_eq(json_text_at(json_item(rdns, "problems", 0), "id"), "rdns-several");
    ck_assert(json_null_at(rdns, "detail"));
    json_t *sender = json_object_get(value, "sender");
    json_check_keys(sender, "ip problems");
    ck_assert_str_eq(json_text_at(json_item(sender, "problems", 0), "id"),
                     "sender-ip-documentation");
    json_t *helo = json_object_get(value, "helo");
    json_check_keys(helo, "name status literal matches_ptr problems evidence detail");
    ck_assert_str_eq(json_text_at(helo, "status"), "ok");
    ck_assert(json_is_true(json_object_get(helo, "matches_ptr")));
    json_t *from = json_object_get(value, "mail_from");
    json_check_keys(from, "address domain status null_mx_beside mx_failed problems evidence "
                          "detail");
    ck_assert_str_eq(json_text_at(from, "status"), "temperror");
    ck_assert_str_eq(json_text_at(from, "detail"), "slow.example MX: SERVFAIL");
    ck_assert_uint_eq(json_array_size(json_object_get(value, "not_looked_at")), 0);
    json_decref(value);
}
END_TEST

START_TEST(what_was_not_given_is_null)
{
    struct rcpt_result result = null_result;
    result.sender = &bare_sender;
    json_t *value = read_back(&result);
    ck_assert(json_null_at(value, "dnsbl") && json_null_at(value, "rdns"));
    ck_assert(json_null_at(value, "helo"));
    ck_assert(json_null_at(json_object_get(value, "sender"), "ip"));
    ck_assert_str_eq(json_text_at(json_object_get(value, "mail_from"), "domain"), "slow.example");
    json_t *missing = json_item(value, "not_looked_at", 0);
    json_check_keys(missing, "what option");
    ck_assert_str_eq(json_text_at(missing, "option"), "--helo");
    ck_assert_uint_eq(json_array_size(json_object_get(value, "not_looked_at")), 2);
    json_decref(value);
}
END_TEST

/* No list takes the subject: that is an empty array; lists that were not asked are null. */
START_TEST(asked_lists_are_an_array)
{
    struct rcpt_sender sender = bare_sender;
    struct rcpt_result result = null_result;
    result.sender = &sender;
    sender.asked_lists = true;
    json_t *value = read_back(&result);
    ck_assert(json_is_array(json_object_get(value, "dnsbl")));
    ck_assert_uint_eq(json_array_size(json_object_get(value, "dnsbl")), 0);
    json_decref(value);
}
END_TEST

START_TEST(provider_is_told)
{
    static const struct rcpt_host google = {NULL,         5,           "ASPMX.L.GOOGLE.com",
                                            RCPT_HOST_OK, one_address, ""};
    struct rcpt_mx mx = good_mx;
    struct rcpt_result result = good_result;
    mx.hosts = &google;
    result.mx = &mx;
    result.provider = rcpt_provider_of_host("aspmx.l.google.com");
    ck_assert_ptr_nonnull(result.provider);
    json_t *value = read_back(&result);
    json_t *provider = json_object_get(value, "provider");
    json_check_keys(provider, "name kind host");
    ck_assert_str_eq(json_text_at(provider, "name"), result.provider->name);
    ck_assert_str_eq(json_text_at(provider, "kind"), result.provider->kind);
    json_decref(value);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("json_sender");
    TCase *tests = tcase_create("json");
    tcase_add_loop_test(tests, full_sender_is_told, 0, RESULTS);
    tcase_add_test(tests, what_was_not_given_is_null);
    tcase_add_test(tests, asked_lists_are_an_array);
    tcase_add_test(tests, provider_is_told);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
