/*
 * dnsxl_hide.c - what a list or the resolver said, without the key and safe to show
 *
 * The key of a keyed zone is part of every name that is asked, and lists like to repeat the
 * question in their TXT records (RFC 5782 section 2.1). So everything that came from outside goes
 * through here before it is shown: the key first, on the octets as they came, so that making the
 * text safe or cutting it can neither hide the key from the search nor leave a part of it.
 * TXT records are joined in the order of their text: servers turn the order of a set around.
 */
#include "evaluate/dnsxl_hide.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "util/utf8.h"

static const char shown_key[] = "{key}";

static bool starts_with_key(const char *text, size_t length, const char *key, size_t key_length)
{
    return length >= key_length && strncasecmp(text, key, key_length) == 0;
}

static size_t count_keys(const char *text, size_t length, const char *key, size_t key_length)
{
    size_t count = 0;
    for (size_t at = 0; at < length;) {
        bool found = starts_with_key(text + at, length - at, key, key_length);
        count += found;
        at += found ? key_length : 1;
    }
    return count;
}

const char *dnsxl_hide(struct arena *arena, const void *bytes, size_t length, const char *key)
{
    const char *text = bytes;
    size_t key_length = strlen(key);
    size_t keys = key_length == 0 ? 0 : count_keys(text, length, key, key_length);
    if (keys == 0)
        return utf8_safe(arena, text, length);
    char *hidden = arena_array(arena, length + 1, sizeof shown_key);
    size_t used = 0;
    for (size_t at = 0; at < length;) {
        if (starts_with_key(text + at, length - at, key, key_length)) {
            memcpy(hidden + used, shown_key, sizeof shown_key - 1);
            used += sizeof shown_key - 1;
            at += key_length;
        } else {
            hidden[used++] = text[at++];
        }
    }
    return utf8_safe(arena, hidden, used);
}

static int by_text(const void *a, const void *b)
{
    const char *const *left = a, *const *right = b;
    return strcmp(*left, *right);
}

/* Cuts before the character that would go past the limit. */
static void cut(char *text)
{
    static const char mark[] = "...";
    if (strlen(text) <= DNSXL_TEXT_MAX)
        return;
    size_t at = DNSXL_TEXT_MAX - (sizeof mark - 1);
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
        at--;
    memcpy(text + at, mark, sizeof mark);
}

const char *dnsxl_text(struct arena *arena, const struct dns_answer *answer, const char *key)
{
    size_t length = 1;
    if (answer->status != DNS_NOERROR || answer->n_records == 0)
        return "";
    const char **texts = arena_array(arena, answer->n_records, sizeof *texts);
    for (size_t i = 0; i < answer->n_records; i++) {
        const struct dns_record *record = &answer->records[i];
        texts[i] = dnsxl_hide(arena, record->txt.bytes, record->txt.length, key);
        length += strlen(texts[i]) + 3;
    }
    qsort(texts, answer->n_records, sizeof *texts, by_text);
    char *joined = arena_alloc(arena, length), *end = joined;
    for (size_t i = 0; i < answer->n_records; i++) {
        size_t part = strlen(texts[i]);
        if (part == 0)
            continue;
        if (end != joined) {
            memcpy(end, " / ", 3);
            end += 3;
        }
        memcpy(end, texts[i], part);
        end += part;
    }
    cut(joined);
    return joined;
}
