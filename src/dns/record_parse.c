/*
 * record_parse.c - one line of a recording as an answer
 *
 * Strict, for recordings are edited by hand: an unknown field, a field twice, a wrong type, records
 * beside a status that has none are errors with a phrase that says what is wrong. name, type and
 * status must be there; the rest has defaults. Texts are made safe to print again, as the file may
 * come from anybody.
 *
 * Limits: at most DNS_CHAIN_MAX aliases and a TTL of seven days, as of an answer from the network.
 */
#include "dns/record.h"

#include <jansson.h>
#include <setjmp.h>
#include <string.h>

#include "dns/name.h"
#include "dns/rdata.h"
#include "dns/wire.h"
#include "util/utf8.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

#define TTL_MOST    (7 * 86400)
#define TTL_DEFAULT 300

struct reading {
    struct arena *arena;
    struct dns_answer *answer;
    const char *error; /* NULL while all is well */
};

/* Reads a field's value; false if it is not of the form that the field's row describes. */
typedef bool field_reader(struct reading *reading, const json_t *value);

/* A domain name as the answer model has it, or NULL. */
static const char *name_of(struct reading *reading, const json_t *value)
{
    char name[DNS_NAME_TEXT_SIZE];
    if (!json_is_string(value) || !dns_name_canonical(json_string_value(value), name))
        return NULL;
    return arena_dup(reading->arena, name);
}

static const char *safe_text(struct reading *reading, const json_t *value)
{
    return utf8_safe(reading->arena, json_string_value(value), json_string_length(value));
}

static bool read_name(struct reading *reading, const json_t *value)
{
    reading->answer->name = reading->answer->canonical = name_of(reading, value);
    return reading->answer->name != NULL;
}

static bool read_type(struct reading *reading, const json_t *value)
{
    if (!json_is_string(value))
        return false;
    reading->answer->type = dns_type_parse(json_string_value(value));
    return reading->answer->type != 0;
}

static bool read_status(struct reading *reading, const json_t *value)
{
    return json_is_string(value) &&
           dns_status_parse(json_string_value(value), &reading->answer->status) &&
           reading->answer->status != DNS_PENDING;
}

static bool read_ttl(struct reading *reading, const json_t *value)
{
    json_int_t ttl = json_integer_value(value);
    if (!json_is_integer(value) || ttl < 0 || ttl > TTL_MOST)
        return false;
    reading->answer->ttl = (uint32_t)ttl;
    return true;
}

static bool read_ad(struct reading *reading, const json_t *value)
{
    reading->answer->authenticated = json_is_true(value);
    return json_is_boolean(value);
}

static bool read_aliases(struct reading *reading, const json_t *value)
{
    struct dns_answer *answer = reading->answer;
    size_t n = json_array_size(value);
    if (!json_is_array(value) || n > DNS_CHAIN_MAX)
        return false;
    if (n == 0)
        return true;
    const char **aliases = arena_array(reading->arena, n, sizeof *aliases);
    for (size_t i = 0; i < n; i++) {
        aliases[i] = name_of(reading, json_array_get(value, i));
        if (aliases[i] == NULL)
            return false;
    }
    answer->aliases = aliases;
    answer->n_aliases = n;
    answer->canonical = aliases[n - 1];
    return true;
}

/* Comes behind type in the table, and needs it. */
static bool read_records(struct reading *reading, const json_t *value)
{
    struct dns_answer *answer = reading->answer;
    size_t n = json_array_size(value);
    char type[DNS_TYPE_TEXT_SIZE];
    if (!json_is_array(value))
        return false;
    if (n == 0)
        return true;
    struct dns_record *records = arena_array(reading->arena, n, sizeof *records);
    for (size_t i = 0; i < n; i++) {
        const char *text = json_string_value(json_array_get(value, i));
        if (text == NULL || !dns_rdata_parse(reading->arena, answer->type, text, &records[i])) {
            reading->error = arena_printf(reading->arena, "record %zu is no data of type %s", i + 1,
                                          dns_type_text(answer->type, type));
            return false;
        }
    }
    answer->records = records;
    answer->n_records = n;
    return true;
}

static bool read_extended_error(struct reading *reading, const json_t *value)
{
    if (json_is_null(value))
        return true;
    const json_t *code = json_object_get(value, "code");
    const json_t *text = json_object_get(value, "text");
    if (json_object_size(value) != 2 || !json_is_integer(code) || !json_is_string(text) ||
        json_integer_value(code) < 0 || json_integer_value(code) > UINT16_MAX)
        return false;
    reading->answer->extended_error = (int)json_integer_value(code);
    reading->answer->extended_text = safe_text(reading, text);
    return true;
}

static bool read_reason(struct reading *reading, const json_t *value)
{
    if (!json_is_string(value))
        return false;
    reading->answer->reason = safe_text(reading, value);
    return true;
}

static bool read_gave_up(struct reading *reading, const json_t *value)
{
    reading->answer->gave_up = json_is_true(value);
    return json_is_boolean(value);
}

static bool read_edns(struct reading *reading, const json_t *value)
{
    reading->answer->edns = json_is_true(value);
    return json_is_boolean(value);
}

static bool read_truncated(struct reading *reading, const json_t *value)
{
    reading->answer->truncated = json_is_true(value);
    return json_is_boolean(value);
}

static const struct {
    const char *key;
    bool required;
    field_reader *read;
    const char *form; /* what it must be */
} fields[] = {
    {"name", true, read_name, "a domain name"},
    {"type", true, read_type, "a record type in upper case"},
    {"status", true, read_status,
     "noerror, nodata, nxdomain, servfail, refused, malformed or timeout"},
    {"ttl", false, read_ttl, "a number of seconds, 0 to 604800"},
    {"ad", false, read_ad, "true or false"},
    {"aliases", false, read_aliases, "a list of at most 16 domain names"},
    {"records", false, read_records, "a list of texts"},
    {"extended_error", false, read_extended_error,
     "null or an object with \"code\", 0 to 65535, and \"text\""},
    {"reason", false, read_reason, "a text"},
    {"edns", false, read_edns, "true or false"},
    {"truncated", false, read_truncated, "true or false"},
    {"gave_up", false, read_gave_up, "true or false"},
};

static bool is_field(const char *key)
{
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (strcmp(fields[i].key, key) == 0)
            return true;
    }
    return false;
}

/* The first field that has no row. */
static const char *unknown_field(struct reading *reading, json_t *root)
{
    const char *key;
    json_t *value;
    json_object_foreach(root, key, value)
    {
        if (!is_field(key))
            return utf8_safe(reading->arena, key, strlen(key));
    }
    return NULL;
}

/* What no field shows alone. */
static const char *contradiction(const struct dns_answer *answer)
{
    if (answer->status == DNS_NOERROR && answer->n_records == 0)
        return "status noerror needs records";
    if (answer->status != DNS_NOERROR && answer->n_records > 0)
        return "only status noerror has records";
    if (answer->gave_up && answer->status != DNS_TIMEOUT)
        return "only status timeout can have gave_up";
    return NULL;
}

static void read_object(struct reading *reading, json_t *root)
{
    const char *unknown = unknown_field(reading, root);
    if (unknown != NULL) {
        reading->error = arena_printf(reading->arena, "there is no field \"%s\"", unknown);
        return;
    }
    for (size_t i = 0; i < COUNT(fields); i++) {
        const json_t *value = json_object_get(root, fields[i].key);
        if (value == NULL && fields[i].required) {
            reading->error =
                arena_printf(reading->arena, "the field \"%s\" is missing", fields[i].key);
            return;
        }
        if (value == NULL || fields[i].read(reading, value))
            continue;
        if (reading->error == NULL)
            reading->error = arena_printf(reading->arena, "the field \"%s\" must be %s",
                                          fields[i].key, fields[i].form);
        return;
    }
    reading->error = contradiction(reading->answer);
}

struct dns_answer *dns_record_parse(struct arena *arena, const char *line, size_t length,
                                    const char **error)
{
    struct reading reading = {.arena = arena};
    json_error_t problem;
    json_t *root = json_loadb(line, length, JSON_REJECT_DUPLICATES, &problem);
    if (!json_is_object(root)) {
        *error = root != NULL ? "not a JSON object"
                              : arena_printf(arena, "not JSON: %s",
                                             utf8_safe(arena, problem.text, strlen(problem.text)));
        json_decref(root);
        return NULL;
    }

    /* The JSON is beside the arena, so it must be freed when the arena gives up. */
    jmp_buf here, *outer = arena->guard;
    if (setjmp(here) != 0) {
        arena->guard = outer;
        json_decref(root);
        arena_fail(arena);
    }
    arena->guard = &here;
    reading.answer = arena_alloc(arena, sizeof *reading.answer);
    *reading.answer = (struct dns_answer){
        .ttl = TTL_DEFAULT, .extended_error = -1, .extended_text = "", .reason = ""};
    read_object(&reading, root);
    arena->guard = outer;
    json_decref(root);
    if (reading.error == NULL)
        return reading.answer;
    *error = reading.error;
    return NULL;
}

static bool is_nonce(const char *text)
{
    size_t length = strspn(text, "0123456789abcdefghijklmnopqrstuvwxyz");
    return length > 0 && length <= DNS_LABEL_MAX && text[length] == '\0';
}

/* Whether a line begins as one of the nonce does: answers are spared the second reading. */
static bool begins_with_nonce(const char *line, size_t length)
{
    static const char key[] = "\"nonce\"";
    size_t at = 0;
    while (at < length && (line[at] == '{' || line[at] == ' ' || line[at] == '\t'))
        at++;
    return length - at >= sizeof key - 1 && memcmp(line + at, key, sizeof key - 1) == 0;
}

bool dns_record_parse_nonce(struct arena *arena, const char *line, size_t length,
                            const char **nonce, const char **error)
{
    if (!begins_with_nonce(line, length))
        return false;
    char text[DNS_LABEL_MAX + 1] = "";
    json_t *root = json_loadb(line, length, JSON_REJECT_DUPLICATES, NULL);
    const char *value = json_string_value(json_object_get(root, "nonce"));
    if (json_object_size(root) == 1 && value != NULL && is_nonce(value))
        memcpy(text, value, strlen(value) + 1);
    json_decref(root);
    *nonce = text[0] != '\0' ? arena_dup(arena, text) : NULL;
    *error = "a line with \"nonce\" has nothing else, and in it small letters and digits";
    return true;
}
