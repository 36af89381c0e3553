/*
 * record_hide.c - keys taken out of an answer before it is recorded
 *
 * A key of a list stands in names that are asked, and lists repeat the question in TXT records and
 * resolvers in the texts of errors. It is looked for in each of these as the answer model holds
 * them, so no escape of JSON or of master files can hide one from the search: in names also in the
 * form that name.h gives it. A key may be part of a label or span several.
 *
 * Limits: octets of addresses, numbers and hashes are not searched, as they are no text.
 */
#include "dns/record_hide.h"

#include <string.h>
#include <strings.h>

#include "dns/name.h"

static const char shown[] = "{key}";

struct hiding {
    struct arena *arena;
    const char *const *secrets;
    size_t count;
    const char **forms; /* the secrets, and how each stands in a name; "" where it is none */
    bool too_long;
};

/* The longest of the texts that stands at `at`; 0 for none. */
static size_t match(const char *at, size_t left, const char *const *texts, size_t count)
{
    size_t longest = 0;
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(texts[i]);
        if (length > longest && length <= left && strncasecmp(at, texts[i], length) == 0)
            longest = length;
    }
    return longest;
}

/* Octets without the texts: the same octets if none stands in them. */
static const char *replace(struct arena *arena, const char *bytes, size_t *length,
                           const char *const *texts, size_t count)
{
    size_t found = 0;
    for (size_t at = 0; at < *length;) {
        size_t n = match(bytes + at, *length - at, texts, count);
        found += n > 0;
        at += n > 0 ? n : 1;
    }
    if (found == 0)
        return bytes;
    char *out = arena_alloc(arena, *length + found * (sizeof shown - 1) + 1);
    size_t end = 0;
    for (size_t at = 0; at < *length;) {
        size_t n = match(bytes + at, *length - at, texts, count);
        if (n > 0) {
            memcpy(out + end, shown, sizeof shown - 1);
            end += sizeof shown - 1;
            at += n;
        } else {
            out[end++] = bytes[at++];
        }
    }
    *length = end;
    return out;
}

const char *record_hide_text(struct arena *arena, const char *text, const char *const *secrets,
                             size_t count)
{
    size_t length = strlen(text);
    return replace(arena, text, &length, secrets, count);
}

static const char *hide_text(struct hiding *hiding, const char *text)
{
    return record_hide_text(hiding->arena, text, hiding->secrets, hiding->count);
}

static const char *hide_name(struct hiding *hiding, const char *name)
{
    unsigned char wire[DNS_NAME_WIRE_MAX];
    const char *hidden = record_hide_text(hiding->arena, name, hiding->forms, 2 * hiding->count);
    if (hidden != name && dns_name_to_wire(hidden, wire) == 0)
        hiding->too_long = true;
    return hidden;
}

static void hide_record(struct hiding *hiding, uint16_t type, struct dns_record *record)
{
    switch (type) {
    case DNS_TYPE_NS:
    case DNS_TYPE_CNAME:
    case DNS_TYPE_PTR:
        record->target = hide_name(hiding, record->target);
        break;
    case DNS_TYPE_MX:
        record->mx.exchange = hide_name(hiding, record->mx.exchange);
        break;
    case DNS_TYPE_SOA:
        record->soa.mname = hide_name(hiding, record->soa.mname);
        record->soa.rname = hide_name(hiding, record->soa.rname);
        break;
    case DNS_TYPE_TXT:
        record->txt.bytes =
            (const unsigned char *)replace(hiding->arena, (const char *)record->txt.bytes,
                                           &record->txt.length, hiding->secrets, hiding->count);
        break;
    default:
        break;
    }
}

static void make_forms(struct hiding *hiding)
{
    char form[DNS_NAME_TEXT_SIZE];
    hiding->forms = arena_array(hiding->arena, hiding->count, 2 * sizeof *hiding->forms);
    for (size_t i = 0; i < hiding->count; i++) {
        bool is_name = dns_name_canonical(hiding->secrets[i], form) && strcmp(form, ".") != 0;
        hiding->forms[2 * i] = hiding->secrets[i];
        hiding->forms[2 * i + 1] = is_name ? arena_dup(hiding->arena, form) : "";
    }
}

static void hide_lists(struct hiding *hiding, struct dns_answer *answer)
{
    if (answer->n_aliases > 0) {
        const char **aliases = arena_array(hiding->arena, answer->n_aliases, sizeof *aliases);
        for (size_t i = 0; i < answer->n_aliases; i++)
            aliases[i] = hide_name(hiding, answer->aliases[i]);
        answer->aliases = aliases;
    }
    if (answer->n_records == 0)
        return;
    struct dns_record *records =
        arena_array(hiding->arena, answer->n_records, sizeof *answer->records);
    for (size_t i = 0; i < answer->n_records; i++) {
        records[i] = answer->records[i];
        hide_record(hiding, answer->type, &records[i]);
    }
    answer->records = records;
}

const struct dns_answer *record_hide(struct arena *arena, const struct dns_answer *answer,
                                     const char *const *secrets, size_t count)
{
    struct hiding hiding = {.arena = arena, .secrets = secrets, .count = count};
    struct dns_answer *hidden = arena_alloc(arena, sizeof *hidden);
    *hidden = *answer;
    make_forms(&hiding);
    hidden->name = hide_name(&hiding, answer->name);
    hidden->canonical = hide_name(&hiding, answer->canonical);
    hidden->reason = hide_text(&hiding, answer->reason);
    hidden->extended_text = hide_text(&hiding, answer->extended_text);
    hide_lists(&hiding, hidden);
    return hiding.too_long ? NULL : hidden;
}
