/*
 * json_catalog_test.c - the catalogues of lists and providers as JSON: a line a row, all its fields
 */
#include <jansson.h>

#include "codes.h"

/* The value of the line that starts at *line, which is moved to the next; NULL after the last. */
static json_t *next_value(char **line)
{
    char *end = strchr(*line, '\n');
    if (end == NULL)
        return NULL;
    *end = '\0';
    json_t *value = json_loads(*line, JSON_REJECT_DUPLICATES, NULL);
    ck_assert_msg(value != NULL, "no JSON: %s", *line);
    ck_assert_ptr_eq(strstr(*line, "{\"schema\":1,"), *line);
    *line = end + 1;
    return value;
}

/* A field is the text, or null where the text is empty. */
static void check_text(const json_t *value, const char *field, const char *text)
{
    const json_t *found = json_object_get(value, field);
    if (*text == '\0')
        ck_assert_msg(json_is_null(found), "%s is not null", field);
    else
        ck_assert_msg(json_is_string(found) && strcmp(json_string_value(found), text) == 0,
                      "%s is not \"%s\"", field, text);
}

static void check_codes(const json_t *array, const struct rcpt_list_code *code)
{
    size_t count = 0;
    ck_assert(json_is_array(array));
    for (; code[count].pattern != NULL; count++) {
        const json_t *item = json_array_get(array, count);
        check_text(item, "pattern", code[count].pattern);
        check_text(item, "effect", rcpt_code_effect_name(code[count].effect));
        check_text(item, "meaning", code[count].meaning);
    }
    ck_assert_uint_eq(json_array_size(array), count);
}

static void check_kinds(const json_t *array, unsigned kinds)
{
    unsigned found = 0;
    for (size_t i = 0; i < json_array_size(array); i++) {
        const char *word = json_string_value(json_array_get(array, i));
        for (unsigned bit = 1; bit <= RCPT_LIST_EMAIL; bit <<= 1)
            if (strcmp(word, rcpt_list_kind_name((enum rcpt_list_kind)bit)) == 0)
                found += bit;
    }
    ck_assert_uint_eq(found, kinds);
}

static void check_quirks(const json_t *array, unsigned quirks)
{
    unsigned found = 0;
    ck_assert(json_is_array(array));
    for (size_t i = 0; i < json_array_size(array); i++) {
        const char *word = json_string_value(json_array_get(array, i));
        found += strcmp(word, "no_test_listed") == 0 ? RCPT_LIST_NO_TEST_LISTED : 0;
        found += strcmp(word, "no_test_unlisted") == 0 ? RCPT_LIST_NO_TEST_UNLISTED : 0;
    }
    ck_assert_uint_eq(found, quirks);
}

static void check_list(const json_t *value, const struct rcpt_list *list)
{
    check_text(value, "zone", list->zone);
    check_text(value, "name", list->name);
    check_text(value, "operator", list->operator_name);
    check_kinds(json_object_get(value, "kinds"), list->kinds);
    ck_assert(json_is_boolean(json_object_get(value, "allow")));
    ck_assert_int_eq(json_is_true(json_object_get(value, "allow")), list->allow);
    check_text(value, "severity", rcpt_severity_name(list->severity));
    check_text(value, "state", rcpt_list_state_name(list->state));
    check_text(value, "state_note", list->state_note);
    check_codes(json_object_get(value, "codes"), list->codes);
    check_text(value, "test_listed", list->test_listed);
    check_text(value, "test_unlisted", list->test_unlisted);
    check_quirks(json_object_get(value, "quirks"), list->quirks);
    check_text(value, "hash", list->hash);
    check_text(value, "delist", list->delist);
    check_text(value, "remedy", list->remedy);
    check_text(value, "within", list->within);
    check_text(value, "source", list->source);
    check_text(value, "confirmed", list->confirmed);
    ck_assert_uint_eq(json_object_size(value), 19);
}

START_TEST(lists)
{
    struct buffer out;
    size_t count = 0;
    buffer_init(&out);
    json_catalog_lists(&out, &codes_style);
    ck_assert(!out.failed && out.length > 0);
    char *line = out.data;
    for (json_t *value; (value = next_value(&line)) != NULL; json_decref(value)) {
        ck_assert_ptr_nonnull(rcpt_list_at(count));
        check_list(value, rcpt_list_at(count++));
    }
    ck_assert_ptr_null(rcpt_list_at(count));
    buffer_clear(&out);
}
END_TEST

static void check_code(const json_t *value, const char *field, unsigned code)
{
    const json_t *found = json_object_get(value, field);
    ck_assert_msg(code == 0 ? json_is_null(found) : json_integer_value(found) == (int)code, "%s",
                  field);
}

static void check_reply(const json_t *value, const struct rcpt_provider_reply *reply)
{
    check_text(value, "kind", "reply");
    check_text(value, "provider", reply->provider);
    check_code(value, "code", reply->code);
    check_code(value, "code_high", reply->code_high);
    ck_assert_int_eq(json_is_null(json_object_get(value, "enhanced")), reply->enhanced.status == 0);
    ck_assert_int_eq(json_is_null(json_object_get(value, "enhanced_high")),
                     reply->enhanced_high.status == 0);
    check_text(value, "token", reply->token);
    check_text(value, "trigger", rcpt_trigger_name(reply->trigger));
    check_text(value, "lists", reply->lists);
    check_text(value, "meaning", reply->meaning);
    check_text(value, "fix", reply->fix);
    check_text(value, "source", reply->source);
    check_text(value, "confidence", reply->confidence);
    ck_assert_int_eq(json_is_true(json_object_get(value, "differs")), reply->differs);
    ck_assert_uint_eq(json_object_size(value), 15);
}

START_TEST(providers)
{
    const struct rcpt_provider *provider;
    const struct rcpt_provider_reply *reply;
    struct buffer out;
    json_t *value;
    buffer_init(&out);
    json_catalog_providers(&out, &codes_style);
    ck_assert(!out.failed && out.length > 0);
    char *line = out.data;
    for (size_t i = 0; (provider = rcpt_provider_at(i)) != NULL; i++) {
        ck_assert_ptr_nonnull(value = next_value(&line));
        check_text(value, "kind", "host");
        check_text(value, "suffix", provider->suffix);
        check_text(value, "provider", provider->name);
        check_text(value, "service", provider->kind);
        check_text(value, "note", provider->note);
        json_decref(value);
    }
    for (size_t i = 0; (reply = rcpt_provider_reply_at(i)) != NULL; i++) {
        ck_assert_ptr_nonnull(value = next_value(&line));
        check_reply(value, reply);
        json_decref(value);
    }
    ck_assert_ptr_null(next_value(&line));
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/json_catalog");
    TCase *tcase = tcase_create("json");
    tcase_add_test(tcase, lists);
    tcase_add_test(tcase, providers);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
