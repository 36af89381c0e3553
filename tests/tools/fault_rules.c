/*
 * fault_rules.c - which names faultd treats badly, and how
 *
 * A line is "NAME[/TYPE] ACTION [ARG]"; '#' begins a comment. NAME holds for it and everything
 * below it, "*" for all; the first rule that matches a query counts. The actions are in the table
 * below. Of those with an argument:
 *
 *   delay MS                 forwarded, that much later
 *   servfail [CODE]          with an extended error (RFC 8914) if there is a code; so refused
 *   drop-first N             the first N queries of each question are not answered
 *   servfail-first N         or with SERVFAIL; then both forward
 *   cname-chain N            N aliases, then 192.0.2.1
 *   answer ADDR              that address for A; other types as forward does without a resolver
 *
 * formerr holds for queries with OPT only, truncate and truncate-broken answer over UDP with TC and
 * forward over TCP, the latter half a message. big is 64 KB of MX or TXT over TCP.
 */
#include "fault.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum argument { ARGUMENT_NONE, ARGUMENT_NUMBER, ARGUMENT_MAY, ARGUMENT_ADDRESS };

static const struct {
    const char *name;
    enum fault_kind kind;
    enum argument argument;
} actions[] = {
    {"forward", FAULT_FORWARD, ARGUMENT_NONE},
    {"silent", FAULT_SILENT, ARGUMENT_NONE},
    {"delay", FAULT_DELAY, ARGUMENT_NUMBER},
    {"servfail", FAULT_SERVFAIL, ARGUMENT_MAY},
    {"refused", FAULT_REFUSED, ARGUMENT_MAY},
    {"notimp", FAULT_NOTIMP, ARGUMENT_NONE},
    {"formerr", FAULT_FORMERR, ARGUMENT_NONE},
    {"truncate", FAULT_TRUNCATE, ARGUMENT_NONE},
    {"truncate-broken", FAULT_TRUNCATE_BROKEN, ARGUMENT_NONE},
    {"garbage", FAULT_GARBAGE, ARGUMENT_NONE},
    {"noise", FAULT_NOISE, ARGUMENT_NONE},
    {"wrong-id", FAULT_WRONG_ID, ARGUMENT_NONE},
    {"wrong-question", FAULT_WRONG_QUESTION, ARGUMENT_NONE},
    {"empty", FAULT_EMPTY, ARGUMENT_NONE},
    {"pointer-loop", FAULT_POINTER_LOOP, ARGUMENT_NONE},
    {"cname-loop", FAULT_CNAME_LOOP, ARGUMENT_NONE},
    {"cname-chain", FAULT_CNAME_CHAIN, ARGUMENT_NUMBER},
    {"lying-counts", FAULT_LYING_COUNTS, ARGUMENT_NONE},
    {"big", FAULT_BIG, ARGUMENT_NONE},
    {"nxdomain", FAULT_NXDOMAIN, ARGUMENT_NONE},
    {"nxdomain-with-answer", FAULT_NXDOMAIN_WITH_ANSWER, ARGUMENT_NONE},
    {"unrelated", FAULT_UNRELATED, ARGUMENT_NONE},
    {"case", FAULT_CASE, ARGUMENT_NONE},
    {"duplicate", FAULT_DUPLICATE, ARGUMENT_NONE},
    {"drop-first", FAULT_DROP_FIRST, ARGUMENT_NUMBER},
    {"servfail-first", FAULT_SERVFAIL_FIRST, ARGUMENT_NUMBER},
    {"answer", FAULT_ANSWER, ARGUMENT_ADDRESS},
};

static const struct {
    const char *name;
    uint16_t type;
} types[] = {{"A", 1},   {"NS", 2},   {"CNAME", 5}, {"SOA", 6},   {"PTR", 12},
             {"MX", 15}, {"TXT", 16}, {"AAAA", 28}, {"TLSA", 52}, {"ANY", 255}};

uint16_t fault_type_parse(const char *text)
{
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (strcasecmp(types[i].name, text) == 0)
            return types[i].type;
    }
    if (strncasecmp(text, "TYPE", 4) != 0 || !isdigit((unsigned char)text[4]))
        return 0;
    unsigned long number = strtoul(text + 4, NULL, 10);
    return number <= UINT16_MAX ? (uint16_t)number : 0;
}

const char *fault_type_name(uint16_t type, char text[16])
{
    snprintf(text, 16, "TYPE%u", (unsigned)type);
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (types[i].type == type)
            snprintf(text, 16, "%s", types[i].name);
    }
    return text;
}

/* "NAME[/TYPE]" */
static bool read_subject(struct fault_rule *rule, char *subject)
{
    char *slash = strchr(subject, '/');
    if (slash != NULL) {
        *slash = '\0';
        rule->type = fault_type_parse(slash + 1);
        if (rule->type == 0)
            return false;
    }
    size_t length = strlen(subject);
    if (length > 0 && subject[length - 1] == '.')
        subject[--length] = '\0';
    if (length >= sizeof rule->name)
        return false;
    if (strcmp(subject, "*") == 0)
        length = 0;
    for (size_t i = 0; i < length; i++)
        rule->name[i] = (char)tolower((unsigned char)subject[i]);
    return true;
}

static bool read_argument(struct fault_rule *rule, enum argument argument, const char *text)
{
    char *end;
    switch (argument) {
    case ARGUMENT_NONE:
        return text == NULL;
    case ARGUMENT_ADDRESS:
        return text != NULL && inet_pton(AF_INET, text, rule->octets) == 1;
    default:
        if (text == NULL)
            return argument == ARGUMENT_MAY;
        rule->number = strtoul(text, &end, 10);
        return isdigit((unsigned char)*text) && *end == '\0';
    }
}

/* A line without its comment; an empty one is fine and leaves *found false. */
static bool read_line(struct fault_rule *rule, char *line, bool *found)
{
    static const char space[] = " \t\r\n";
    char *rest;
    line[strcspn(line, "#")] = '\0';
    char *subject = strtok_r(line, space, &rest);
    char *action = subject != NULL ? strtok_r(NULL, space, &rest) : NULL;
    char *argument = action != NULL ? strtok_r(NULL, space, &rest) : NULL;
    *found = subject != NULL;
    if (subject == NULL)
        return true;
    if (action == NULL || strtok_r(NULL, space, &rest) != NULL || !read_subject(rule, subject))
        return false;
    for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++) {
        if (strcmp(actions[i].name, action) == 0) {
            rule->kind = actions[i].kind;
            return read_argument(rule, actions[i].argument, argument);
        }
    }
    return false;
}

static bool add_rule(struct fault_rules *rules, const struct fault_rule *rule)
{
    if (rules->count == rules->capacity) {
        size_t capacity = rules->capacity == 0 ? 16 : rules->capacity * 2;
        struct fault_rule *items = realloc(rules->items, capacity * sizeof *items);
        if (items == NULL)
            return false;
        rules->items = items;
        rules->capacity = capacity;
    }
    rules->items[rules->count++] = *rule;
    return true;
}

bool fault_rules_read(struct fault_rules *rules, const char *path)
{
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        fprintf(stderr, "faultd: %s: %s\n", path, strerror(errno));
        return false;
    }
    char line[1024];
    bool good = true;
    for (unsigned number = 1; good && fgets(line, sizeof line, file) != NULL; number++) {
        struct fault_rule rule = {.type = 0};
        bool found;
        good = read_line(&rule, line, &found) && (!found || add_rule(rules, &rule));
        if (!good)
            fprintf(stderr, "faultd: %s:%u: not a rule: NAME[/TYPE] ACTION [ARG]\n", path, number);
    }
    fclose(file);
    return good;
}

static bool is_at_or_below(const char *name, const char *top)
{
    size_t length = strlen(name), top_length = strlen(top);
    if (top_length == 0)
        return true;
    if (length < top_length || strcmp(name + length - top_length, top) != 0)
        return false;
    return length == top_length || name[length - top_length - 1] == '.';
}

const struct fault_rule *fault_rules_find(const struct fault_rules *rules, const char *name,
                                          uint16_t type)
{
    for (size_t i = 0; i < rules->count; i++) {
        const struct fault_rule *rule = &rules->items[i];
        if ((rule->type == 0 || rule->type == type) && is_at_or_below(name, rule->name))
            return rule;
    }
    return NULL;
}
