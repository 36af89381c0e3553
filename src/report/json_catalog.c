/*
 * json_catalog.c - the catalogues of lists and of mail providers as JSON, a row a line
 *
 * What a row does not have is null. Kinds and quirks are arrays of words; a key is never more than
 * its mark {key}. The two tables of providers are told apart by "kind", as those of codes are.
 */
#include "report/json_text.h"
#include "report/report.h"

/* "" in a table means that there is none. */
static json_t *text_or_null(const char *text)
{
    return *text == '\0' ? json_null() : json_string(text);
}

/* Takes `value`. False, with both given up, if memory runs out. */
static bool append(json_t **array, json_t *value)
{
    if (*array != NULL && json_array_append_new(*array, value) == 0)
        return true;
    json_decref(*array);
    *array = NULL;
    return false;
}

static json_t *kinds_of(unsigned kinds)
{
    json_t *array = json_array();
    for (unsigned bit = 1; bit <= RCPT_LIST_EMAIL; bit <<= 1) {
        if ((kinds & bit) == 0)
            continue;
        if (!append(&array, json_string(rcpt_list_kind_name((enum rcpt_list_kind)bit))))
            break;
    }
    return array;
}

static json_t *quirks_of(unsigned quirks)
{
    json_t *array = json_array();
    bool going = true;
    if (quirks & RCPT_LIST_NO_TEST_LISTED)
        going = append(&array, json_string("no_test_listed"));
    if (going && (quirks & RCPT_LIST_NO_TEST_UNLISTED))
        append(&array, json_string("no_test_unlisted"));
    return array;
}

static json_t *codes_of(const struct rcpt_list_code *code)
{
    json_t *array = json_array();
    for (; code->pattern != NULL; code++) {
        json_t *object = json_pack("{s:s,s:s,s:s}", "pattern", code->pattern, "effect",
                                   rcpt_code_effect_name(code->effect), "meaning", code->meaning);
        if (!append(&array, object))
            break;
    }
    return array;
}

static json_t *list_object(const struct rcpt_list *list)
{
    return json_pack(
        "{s:i,s:s,s:s,s:s,s:o,s:b,s:s,s:s,s:o,s:o,s:o,s:o,s:o,s:o,s:o,s:o,s:o,s:s,s:s}", "schema",
        JSON_SCHEMA, "zone", list->zone, "name", list->name, "operator", list->operator_name,
        "kinds", kinds_of(list->kinds), "allow", list->allow, "severity",
        rcpt_severity_name(list->severity), "state", rcpt_list_state_name(list->state),
        "state_note", text_or_null(list->state_note), "codes", codes_of(list->codes), "test_listed",
        text_or_null(list->test_listed), "test_unlisted", text_or_null(list->test_unlisted),
        "quirks", quirks_of(list->quirks), "hash", text_or_null(list->hash), "delist",
        text_or_null(list->delist), "remedy", text_or_null(list->remedy), "within",
        text_or_null(list->within), "source", list->source, "confirmed", list->confirmed);
}

void json_catalog_lists(struct buffer *out, const struct report_style *style)
{
    (void)style;
    const struct rcpt_list *list;
    for (size_t i = 0; (list = rcpt_list_at(i)) != NULL; i++)
        json_emit(out, list_object(list));
}

static json_t *host_object(const struct rcpt_provider *provider)
{
    return json_pack("{s:i,s:s,s:s,s:s,s:s,s:o}", "schema", JSON_SCHEMA, "kind", "host", "suffix",
                     provider->suffix, "provider", provider->name, "service", provider->kind,
                     "note", text_or_null(provider->note));
}

static json_t *code_or_null(unsigned code)
{
    return code == 0 ? json_null() : json_integer((json_int_t)code);
}

static json_t *reply_object(const struct rcpt_provider_reply *reply)
{
    return json_pack(
        "{s:i,s:s,s:s,s:o,s:o,s:o,s:o,s:o,s:s,s:o,s:s,s:s,s:s,s:s,s:b}", "schema", JSON_SCHEMA,
        "kind", "reply", "provider", reply->provider, "code", code_or_null(reply->code),
        "code_high", code_or_null(reply->code_high), "enhanced", json_enhanced(reply->enhanced),
        "enhanced_high", json_enhanced(reply->enhanced_high), "token", text_or_null(reply->token),
        "trigger", rcpt_trigger_name(reply->trigger), "lists", text_or_null(reply->lists),
        "meaning", reply->meaning, "fix", reply->fix, "source", reply->source, "confidence",
        reply->confidence, "differs", reply->differs);
}

void json_catalog_providers(struct buffer *out, const struct report_style *style)
{
    (void)style;
    const struct rcpt_provider *provider;
    const struct rcpt_provider_reply *reply;
    for (size_t i = 0; (provider = rcpt_provider_at(i)) != NULL; i++)
        json_emit(out, host_object(provider));
    for (size_t i = 0; (reply = rcpt_provider_reply_at(i)) != NULL; i++)
        json_emit(out, reply_object(reply));
}
