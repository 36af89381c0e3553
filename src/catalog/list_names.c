/*
 * list_names.c - the words of the contract for what lists.h enumerates
 *
 * The same words stand in text, JSON and the configuration file. A value outside its enum is
 * "unknown", so that a caller can print what it gets.
 */
#include "rcptcheck/lists.h"

static const char unknown[] = "unknown";

/* The word at an index of a table that may have holes. */
static const char *word_at(const char *const *words, size_t count, size_t index)
{
    return index < count && words[index] != NULL ? words[index] : unknown;
}

#define WORD_AT(words, index) word_at(words, sizeof(words) / sizeof *(words), (size_t)(index))

const char *rcpt_list_kind_name(enum rcpt_list_kind kind)
{
    static const char *const words[] = {
        [RCPT_LIST_IP4] = "ip4",
        [RCPT_LIST_IP6] = "ip6",
        [RCPT_LIST_DOMAIN] = "domain",
        [RCPT_LIST_EMAIL] = "email",
    };
    return WORD_AT(words, kind);
}

const char *rcpt_list_state_name(enum rcpt_list_state state)
{
    static const char *const words[] = {
        [RCPT_LIST_ACTIVE] = "active",
        [RCPT_LIST_KEYED] = "keyed",
        [RCPT_LIST_REGISTRATION] = "registration",
        [RCPT_LIST_UNSURE] = "unsure",
        [RCPT_LIST_CLOSED] = "closed",
    };
    return WORD_AT(words, state);
}

const char *rcpt_severity_name(enum rcpt_severity severity)
{
    static const char *const words[] = {
        [RCPT_SEVERITY_NONE] = "none",
        [RCPT_SEVERITY_LOW] = "low",
        [RCPT_SEVERITY_MEDIUM] = "medium",
        [RCPT_SEVERITY_HIGH] = "high",
    };
    return WORD_AT(words, severity);
}

const char *rcpt_code_effect_name(enum rcpt_code_effect effect)
{
    static const char *const words[] = {
        [RCPT_CODE_LISTED] = "listed",
        [RCPT_CODE_ALLOWED] = "allowed",
        [RCPT_CODE_NEUTRAL] = "neutral",
        [RCPT_CODE_REFUSED] = "refused",
    };
    return WORD_AT(words, effect);
}

const char *rcpt_listing_status_name(enum rcpt_listing_status status)
{
    static const char *const words[] = {
        [RCPT_LISTING_LISTED] = "listed",     [RCPT_LISTING_NOT_LISTED] = "not_listed",
        [RCPT_LISTING_ALLOWED] = "allowed",   [RCPT_LISTING_REFUSED] = "refused",
        [RCPT_LISTING_UNUSABLE] = "unusable", [RCPT_LISTING_REWRITTEN] = "rewritten",
        [RCPT_LISTING_TIMEOUT] = "timeout",   [RCPT_LISTING_ERROR] = "error",
    };
    return WORD_AT(words, status);
}
