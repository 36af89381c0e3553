/*
 * provider_find.c - whose mail host it is, and which of a provider's replies is meant
 *
 * A host belongs to the row with the longest suffix, compared label by label from the right: the
 * consumer mail of Outlook.com and the organisations of Exchange Online differ in one label.
 *
 * A reply is chosen by rank. Code and enhanced code must fit; a row whose words stand in the text
 * then goes before every other, since one code serves several causes (Gmail's 5.7.26 is missing
 * authentication, an SPF failure or a DMARC policy), then an exact code before a range. A row of a
 * provider that sends no enhanced codes fits one that was asked for by its words alone: relays put
 * enhanced codes of their own into bounces (RFC 3464 section 2.3.4).
 */
#include "catalog/provider_match.h"

#include <string.h>
#include <strings.h>

enum { SQUEEZED = 32 };

/* Rank: the parts never reach the next greater one. */
enum { RANK_FITS = 1, RANK_CODE = 2, RANK_RANGE = 4, RANK_EXACT = 8, RANK_TOKEN = 16 };

static const struct {
    const char *alias, *name;
} aliases[] = {
    {"gmail", "Gmail"},
    {"google", "Gmail"},
    {"google mail", "Gmail"},
    {"google workspace", "Gmail"},
    {"workspace", "Gmail"},
    {"g suite", "Gmail"},
    {"exchange online", "Exchange Online"},
    {"exchange", "Exchange Online"},
    {"microsoft", "Exchange Online"},
    {"microsoft 365", "Exchange Online"},
    {"office 365", "Exchange Online"},
    {"m365", "Exchange Online"},
    {"o365", "Exchange Online"},
    {"outlook", "Outlook.com"},
    {"hotmail", "Outlook.com"},
    {"live.com", "Outlook.com"},
    {"msn", "Outlook.com"},
    {"yahoo", "Yahoo"},
    {"aol", "Yahoo"},
    {"at&t", "Yahoo"},
    {"icloud", "iCloud"},
    {"apple", "iCloud"},
    {"me.com", "iCloud"},
    {"gmx", "UnitedInternet"},
    {"web.de", "UnitedInternet"},
    {"1&1", "UnitedInternet"},
    {"1and1", "UnitedInternet"},
    {"ionos", "UnitedInternet"},
    {"mail.com", "UnitedInternet"},
    {"united internet", "UnitedInternet"},
    {"t-online", "TOnline"},
    {"telekom", "TOnline"},
    {"wanadoo", "Orange"},
    {"la poste", "LaPoste"},
    {"spectrum", "Charter"},
    {"xfinity", "Comcast"},
    {"ironport", "Cisco"},
    {"talos", "Cisco"},
    {"messagelabs", "Symantec"},
    {"broadcom", "Symantec"},
    {"trend micro", "TrendMicro"},
    {"amazon ses", "AmazonSES"},
    {"amazon", "AmazonSES"},
    {"ses", "AmazonSES"},
    {"mail.ru", "MailRu"},
    {"qq", "Tencent"},
    {"163", "NetEase"},
    {"126", "NetEase"},
    {"sendgrid", "SendGrid Inbound Parse"},
    {"spamexperts", "SpamExperts (N-able)"},
    {"protonmail", "Proton"},
    {"tutanota", "Tuta"},
    {"hornet security", "Hornetsecurity"},
};

const char *rcpt_provider_alias_at(size_t index)
{
    return index < sizeof aliases / sizeof *aliases ? aliases[index].alias : NULL;
}

const char *rcpt_trigger_name(enum rcpt_trigger trigger)
{
    static const char *const names[] = {
        [RCPT_TRIGGER_OTHER] = "other",
        [RCPT_TRIGGER_LISTED] = "listed",
        [RCPT_TRIGGER_DOMAIN_LISTED] = "domain_listed",
        [RCPT_TRIGGER_NO_RDNS] = "no_rdns",
        [RCPT_TRIGGER_HELO] = "helo",
        [RCPT_TRIGGER_SENDER_MISSING] = "sender_missing",
        [RCPT_TRIGGER_SENDER_NULL_MX] = "sender_null_mx",
        [RCPT_TRIGGER_SPF] = "spf",
        [RCPT_TRIGGER_DKIM] = "dkim",
        [RCPT_TRIGGER_DMARC] = "dmarc",
        [RCPT_TRIGGER_NO_AUTH] = "no_auth",
        [RCPT_TRIGGER_TLS] = "tls",
        [RCPT_TRIGGER_RATE] = "rate",
        [RCPT_TRIGGER_CONTENT] = "content",
        [RCPT_TRIGGER_RECIPIENT] = "recipient",
    };
    return (size_t)trigger < sizeof names / sizeof *names ? names[trigger] : "";
}

/* ---- hosts ---- */

/* The start of the last label of the first `length` octets. */
static size_t last_label(const char *name, size_t length)
{
    while (length > 0 && name[length - 1] != '.')
        length--;
    return length;
}

/* Whether the last labels of a host are those of a suffix. */
static bool has_suffix(const char *host, size_t length, const char *suffix)
{
    size_t rest = strlen(suffix);
    for (;;) {
        size_t from = last_label(host, length), at = last_label(suffix, rest);
        bool any = rest - at == 1 && suffix[at] == '*' && length > from;
        if (!any && (length - from != rest - at ||
                     strncasecmp(host + from, suffix + at, length - from) != 0))
            return false;
        if (at == 0)
            return true;
        if (from == 0)
            return false;
        length = from - 1;
        rest = at - 1;
    }
}

static size_t labels_of(const char *name)
{
    size_t labels = 1;
    for (; *name != '\0'; name++)
        labels += *name == '.';
    return labels;
}

const struct rcpt_provider *rcpt_provider_of_host(const char *host)
{
    const struct rcpt_provider *row, *best = NULL;
    size_t length = strlen(host), most = 0;
    if (length > 0 && host[length - 1] == '.')
        length--;
    for (size_t i = 0; length > 0 && (row = rcpt_provider_at(i)) != NULL; i++) {
        size_t labels = labels_of(row->suffix);
        if (labels > most && has_suffix(host, length, row->suffix)) {
            best = row;
            most = labels;
        }
    }
    return best;
}

/* ---- names ---- */

/* Lower-case letters and digits alone: "Office 365" and "office365" are the same name. Cut off
 * where it is too long to be one. */
static void squeeze(char out[SQUEEZED], const char *text)
{
    size_t length = 0;
    for (; *text != '\0' && length < SQUEEZED - 1; text++) {
        char c = *text;
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out[length++] = c;
    }
    out[length] = '\0';
}

static bool same_name(const char *squeezed, const char *name)
{
    char other[SQUEEZED];
    squeeze(other, name);
    return strcmp(squeezed, other) == 0;
}

const char *rcpt_provider_name(const char *text)
{
    const struct rcpt_provider *provider;
    const struct rcpt_provider_reply *reply;
    char name[SQUEEZED];
    squeeze(name, text);
    if (*name == '\0')
        return NULL;
    for (size_t i = 0; (provider = rcpt_provider_at(i)) != NULL; i++)
        if (same_name(name, provider->name))
            return provider->name;
    for (size_t i = 0; (reply = rcpt_provider_reply_at(i)) != NULL; i++)
        if (same_name(name, reply->provider))
            return reply->provider;
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (same_name(name, aliases[i].alias))
            return aliases[i].name;
    provider = rcpt_provider_of_host(text);
    return provider != NULL ? provider->name : NULL;
}

/* ---- replies ---- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_word(char c)
{
    c = lower(c);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Whether the text starts with the first `length` octets of the phrase. */
static bool starts_with(const char *text, const char *phrase, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (phrase[i] == ' ' && is_space(*text)) {
            while (is_space(*text))
                text++;
            continue;
        }
        if (*text == '\0' || lower(*text) != lower(phrase[i]))
            return false;
        text++;
    }
    return true;
}

static bool has_phrase(const char *text, const char *phrase, size_t length)
{
    for (size_t i = 0; text[i] != '\0'; i++)
        if ((i == 0 || !is_word(text[i - 1]) || !is_word(phrase[0])) &&
            starts_with(text + i, phrase, length))
            return true;
    return false;
}

bool provider_text_has(const char *text, const char *phrase)
{
    return *phrase != '\0' && has_phrase(text, phrase, strlen(phrase));
}

bool provider_reply_told(const struct rcpt_provider_reply *row, const char *text)
{
    for (const char *token = row->token; *token != '\0';) {
        size_t length = strcspn(token, "|");
        if (length > 0 && has_phrase(text, token, length))
            return true;
        token += length + (token[length] == '|');
    }
    return false;
}

/* X.0.0 says no more than the class. */
static bool says_something(struct rcpt_enhanced code)
{
    return code.subject != 0 || code.detail != 0;
}

/* A class that is open fits every class. */
static bool same_class(struct rcpt_enhanced a, struct rcpt_enhanced b)
{
    return a.status == b.status || a.status == 0 || b.status == 0;
}

static bool same_enhanced(struct rcpt_enhanced a, struct rcpt_enhanced b)
{
    return same_class(a, b) && a.subject == b.subject && a.detail == b.detail;
}

static bool is_range(struct rcpt_enhanced low, struct rcpt_enhanced high)
{
    return low.status == high.status && low.subject == high.subject;
}

/* The part of the rank that the enhanced code gives: 0 if it does not fit. */
static unsigned rank_enhanced(const struct rcpt_provider_reply *row, struct rcpt_enhanced code)
{
    const struct rcpt_enhanced low = row->enhanced, high = row->enhanced_high;
    if (!says_something(high))
        return same_enhanced(code, low) ? RANK_EXACT : 0;
    if (!is_range(low, high))
        return same_enhanced(code, low) || same_enhanced(code, high) ? RANK_EXACT : 0;
    bool inside = same_class(code, low) && code.subject == low.subject &&
                  code.detail >= low.detail && code.detail <= high.detail;
    return inside ? RANK_RANGE : 0;
}

unsigned provider_reply_rank(const struct rcpt_provider_reply *row, const char *provider,
                             const struct rcpt_code_name *code, const char *text)
{
    if (strcmp(row->provider, provider) != 0)
        return 0;
    if (code->code != 0 && row->code != 0 && code->code != row->code &&
        code->code != row->code_high)
        return 0;
    unsigned rank = RANK_FITS + (code->code != 0 && row->code != 0 ? RANK_CODE : 0);
    bool told = provider_reply_told(row, text), asked = says_something(code->enhanced);
    if (asked && says_something(row->enhanced)) {
        unsigned exact = rank_enhanced(row, code->enhanced);
        if (exact == 0)
            return 0;
        rank += exact;
    } else if (!told && (asked || code->code == 0)) {
        return 0;
    }
    return rank + (told ? RANK_TOKEN : 0);
}

const struct rcpt_provider_reply *rcpt_provider_reply_find(const char *provider,
                                                           const struct rcpt_code_name *code,
                                                           const char *text)
{
    const struct rcpt_provider_reply *row, *best = NULL;
    unsigned most = 0;
    bool several = false;
    for (size_t i = 0; (row = rcpt_provider_reply_at(i)) != NULL; i++) {
        unsigned rank = provider_reply_rank(row, provider, code, text);
        several = rank > most ? false : several || (rank != 0 && rank == most);
        if (rank <= most)
            continue;
        best = row;
        most = rank;
    }
    bool decided = !several || most >= RANK_TOKEN || *text == '\0';
    return decided ? best : NULL;
}

static unsigned best_rank(const char *provider, const struct rcpt_code_name *code)
{
    const struct rcpt_provider_reply *row;
    unsigned best = 0;
    for (size_t i = 0; (row = rcpt_provider_reply_at(i)) != NULL; i++) {
        unsigned rank = provider_reply_rank(row, provider, code, "");
        if (rank > best)
            best = rank;
    }
    return best;
}

const struct rcpt_provider_reply *rcpt_provider_reply_next(const char *provider,
                                                           const struct rcpt_code_name *code,
                                                           const struct rcpt_provider_reply *last)
{
    const struct rcpt_provider_reply *row;
    unsigned best = best_rank(provider, code);
    bool past = last == NULL;
    for (size_t i = 0; best != 0 && (row = rcpt_provider_reply_at(i)) != NULL; i++) {
        if (past && provider_reply_rank(row, provider, code, "") == best)
            return row;
        past |= row == last;
    }
    return NULL;
}
