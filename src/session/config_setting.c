/*
 * config_setting.c - the settings of a list: one row each
 *
 * A setting reads its value strictly, or says in one phrase why it cannot. No phrase repeats a
 * value: it may be a key.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "catalog/list_code.h"
#include "dns/name.h"
#include "session/config_draft.h"

static char *keep(struct config_reader *reader, const char *text)
{
    return arena_dup(&reader->config->arena, text);
}

/* Settings of facts make the list one of the user's own. */
static struct rcpt_list *facts(struct config_reader *reader)
{
    reader->draft->has_facts = true;
    return &reader->draft->facts;
}

/* ---- settings: each takes a value, or gives a reason ---- */

static const char *set_key(struct config_reader *reader, const char *name, const char *value)
{
    (void)name;
    if (strstr(reader->draft->list.zone, "{key}") == NULL)
        return "a key needs a zone with {key} in it";
    if (*value == '\0' ||
        value[strspn(value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")] !=
            '\0' ||
        strlen(value) > DNS_LABEL_MAX)
        return "a key is made of letters, digits, hyphens and underscores, 63 at most";
    reader->draft->list.key = keep(reader, value);
    return NULL;
}

static const char *read_choice(const char *value, bool *yes)
{
    static const struct {
        const char *word;
        bool yes;
    } words[] = {{"yes", true}, {"on", true},   {"true", true},
                 {"no", false}, {"off", false}, {"false", false}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcasecmp(words[i].word, value) == 0) {
            *yes = words[i].yes;
            return NULL;
        }
    }
    return "the value is yes or no";
}

static const char *set_enabled(struct config_reader *reader, const char *name, const char *value)
{
    (void)name;
    bool yes = false;
    const char *reason = read_choice(value, &yes);
    reader->draft->list.enabled = yes ? CONFIG_YES : CONFIG_NO;
    return reason;
}

static const char *set_severity(struct config_reader *reader, const char *name, const char *value)
{
    (void)name;
    for (int i = RCPT_SEVERITY_LOW; i <= RCPT_SEVERITY_HIGH; i++) {
        if (strcasecmp(rcpt_severity_name((enum rcpt_severity)i), value) == 0) {
            reader->draft->list.severity = (enum rcpt_severity)i;
            reader->draft->list.has_severity = true;
            return NULL;
        }
    }
    return "a severity is low, medium or high";
}

static const char *set_rate(struct config_reader *reader, const char *name, const char *value)
{
    (void)name;
    char *end;
    errno = 0;
    unsigned long rate = strtoul(value, &end, 10);
    if (value[strspn(value, "0123456789")] != '\0' || end == value || errno != 0 || rate < 1 ||
        rate > 100000)
        return "a rate is 1 to 100000 questions a second";
    reader->draft->list.rate = (unsigned)rate;
    return NULL;
}

static const char *set_name(struct config_reader *reader, const char *name, const char *value)
{
    (void)name;
    facts(reader)->name = keep(reader, value);
    return NULL;
}

static const char *set_kind(struct config_reader *reader, const char *name, const char *value)
{
    static const struct {
        const char *word;
        enum rcpt_list_kind kind;
    } kinds[] = {{"ip4", RCPT_LIST_IP4},
                 {"ip6", RCPT_LIST_IP6},
                 {"domain", RCPT_LIST_DOMAIN},
                 {"email", RCPT_LIST_EMAIL}};
    (void)name;
    unsigned found = 0;
    char *copy = keep(reader, value), *rest;
    for (char *word = strtok_r(copy, ", ", &rest); word != NULL;
         word = strtok_r(NULL, ", ", &rest)) {
        size_t i = 0;
        while (i < sizeof kinds / sizeof *kinds && strcasecmp(kinds[i].word, word) != 0)
            i++;
        if (i == sizeof kinds / sizeof *kinds)
            return "a kind is ip4, ip6, domain or email, several with commas between";
        found |= (unsigned)kinds[i].kind;
    }
    facts(reader)->kinds = found;
    return found == 0 ? "a kind is missing" : NULL;
}

static const char *set_allow(struct config_reader *reader, const char *name, const char *value)
{
    (void)name;
    return read_choice(value, &facts(reader)->allow);
}

static const char *set_hash(struct config_reader *reader, const char *name, const char *value)
{
    static const char *const hashes[] = {"sha1", "sha256-base32", "md5"};
    (void)name;
    for (size_t i = 0; i < sizeof hashes / sizeof *hashes; i++) {
        if (strcasecmp(hashes[i], value) == 0) {
            facts(reader)->hash = hashes[i];
            return NULL;
        }
    }
    return "a hash is sha1, sha256-base32 or md5";
}

static const char *add_code(struct config_reader *reader, const char *pattern,
                            enum rcpt_code_effect effect, const char *meaning)
{
    struct config_draft *draft = reader->draft;
    if (!list_code_is_valid(pattern))
        return "a code is four octets such as 127.0.0.2, 127.0.0.5-7, 127.0.0.&64 or 127.0.*.3";
    if (draft->n_codes == CODES_MOST)
        return "too many codes";
    draft->codes[draft->n_codes++] =
        (struct rcpt_list_code){keep(reader, pattern), effect, keep(reader, meaning)};
    draft->has_facts = true;
    return NULL;
}

static const char *set_code(struct config_reader *reader, const char *name, const char *value)
{
    return add_code(reader, name, RCPT_CODE_LISTED, value);
}

static const char *set_error(struct config_reader *reader, const char *name, const char *value)
{
    return add_code(reader, name, RCPT_CODE_REFUSED, value);
}

static const char *set_test_listed(struct config_reader *reader, const char *name,
                                   const char *value)
{
    (void)name;
    facts(reader)->test_listed = keep(reader, value);
    facts(reader)->quirks = *value == '\0' ? RCPT_LIST_NO_TEST_LISTED : 0;
    return NULL;
}

static const char *set_test_unlisted(struct config_reader *reader, const char *name,
                                     const char *value)
{
    (void)name;
    facts(reader)->test_unlisted = keep(reader, value);
    return NULL;
}

static const char *set_delist(struct config_reader *reader, const char *name, const char *value)
{
    (void)name;
    facts(reader)->delist = keep(reader, value);
    return NULL;
}

/* A name that ends with a dot is the beginning of one: what follows is the setting's own. */
static const struct setting {
    const char *name;
    const char *(*set)(struct config_reader *reader, const char *name, const char *value);
} settings[] = {
    {"key", set_key},
    {"enabled", set_enabled},
    {"severity", set_severity},
    {"rate", set_rate},
    {"name", set_name},
    {"kind", set_kind},
    {"allow", set_allow},
    {"hash", set_hash},
    {"code.", set_code},
    {"error.", set_error},
    {"delist", set_delist},
    {"test-listed", set_test_listed},
    {"test-unlisted", set_test_unlisted},
};

static const struct setting *find_setting(const char *name, const char **rest)
{
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        size_t length = strlen(settings[i].name);
        bool begins = settings[i].name[length - 1] == '.';
        *rest = begins ? name + length : "";
        if (begins ? strncmp(settings[i].name, name, length) == 0
                   : strcmp(settings[i].name, name) == 0)
            return &settings[i];
    }
    return NULL;
}

const char *config_set(struct config_reader *reader, const char *name, const char *value)
{
    const char *rest;
    const struct setting *setting = find_setting(name, &rest);
    return setting == NULL ? "no such setting; rcptcheck(5) has the list"
                           : setting->set(reader, rest, value);
}
