/*
 * dnsxl.c - ask DNS block and allow lists about a subject (RFC 5782), and tell what they say
 *
 * For each zone the questions of dnsxl_trial.c are asked at once, those of all zones together; only
 * a subject that is listed costs one more, its TXT record (RFC 5782 section 2.1). What a list says
 * is told only if there is no doubt about it; a doubt is told instead, never "listed" and never
 * "not listed". Of a good and a bad word in one answer the bad one counts. Closed lists, and those
 * that lack their key, are told without a question.
 *
 * All text is copied into the arena: lists of the configuration need not outlive the findings.
 */
#include "evaluate/dnsxl.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "evaluate/dnsxl_hide.h"
#include "evaluate/dnsxl_name.h"
#include "evaluate/dnsxl_trial.h"

static const char *const no_texts[] = {NULL};

/* One zone asked about one subject. */
struct entry {
    struct rcpt_listing listing;
    const struct rcpt_list *list;
};

struct work {
    struct arena *arena;
    struct dns *dns;
    const char *nonce;
    struct entry **entries;
    size_t count;
    bool pending;
};

/* ---- one zone ---- */

static bool lacks_key(const struct dnsxl_zone *zone)
{
    return zone->key[0] == '\0' && strstr(zone->list->zone, "{key}") != NULL;
}

static void tell_unusable(struct rcpt_listing *listing, const char *reason, const char *remedy)
{
    listing->status = RCPT_LISTING_UNUSABLE;
    listing->reason = reason;
    listing->remedy = remedy;
}

/* False if the zone cannot be asked: that is then told. */
static bool is_askable(struct arena *arena, const struct dnsxl_zone *zone,
                       struct rcpt_listing *listing)
{
    const struct rcpt_list *list = zone->list;
    if (list->state == RCPT_LIST_CLOSED) {
        const char *note = list->state_note[0] != '\0' ? list->state_note : "this list has closed";
        const char *remedy =
            list->remedy[0] != '\0' ? list->remedy : "Remove this list from every configuration.";
        tell_unusable(listing, arena_dup(arena, note), arena_dup(arena, remedy));
        return false;
    }
    if (lacks_key(zone)) {
        tell_unusable(listing, "needs a key",
                      arena_printf(arena,
                                   "Get a key from %s and write it into the configuration: a line "
                                   "\"key = ...\" below \"[%s]\".",
                                   list->operator_name[0] != '\0' ? list->operator_name
                                                                  : "the list's operator",
                                   list->zone));
        return false;
    }
    return true;
}

static void tell_doubt(struct rcpt_listing *listing, const struct dnsxl_doubt *doubt)
{
    listing->status = doubt->status;
    listing->codes = doubt->codes;
    listing->reason = doubt->reason;
    listing->remedy = doubt->remedy;
}

/* False if the TXT record is still to come. */
static bool tell_word(struct work *work, const struct dnsxl_trial *trial,
                      struct rcpt_listing *listing)
{
    const struct dnsxl_word *word = &trial->probes[DNSXL_SUBJECT].word;
    listing->codes = word->codes;
    listing->meaning = word->meaning;
    listing->status = RCPT_LISTING_NOT_LISTED;
    if (!word->listed && !word->allowed && word->strange != NULL) {
        listing->status = RCPT_LISTING_ERROR;
        listing->reason = arena_printf(
            work->arena, "answered %s, a code that the list does not document", word->strange);
        listing->remedy = "Ask through another resolver; if it stays so, look at the list's page.";
        return true;
    }
    if (!word->listed && !word->allowed)
        return true;
    listing->status = word->listed ? RCPT_LISTING_LISTED : RCPT_LISTING_ALLOWED;
    const struct dns_answer *txt = dns_ask(work->dns, trial->question, DNS_TYPE_TXT);
    listing->text = dnsxl_text(work->arena, txt, trial->zone->key);
    return txt->status != DNS_PENDING;
}

/* False if an answer is still to come. */
static bool look_up(struct work *work, const struct dnsxl_zone *zone,
                    const struct dnsxl_subject *subject, struct rcpt_listing *listing)
{
    if (!is_askable(work->arena, zone, listing))
        return true;
    const char *labels = dnsxl_subject_labels(work->arena, zone->list, subject);
    if (labels == NULL) {
        listing->status = RCPT_LISTING_ERROR;
        listing->reason = "the hash that this list takes cannot be made here";
        listing->remedy = "Use another list, or see which hashes your OpenSSL permits.";
        return true;
    }
    struct dnsxl_trial trial = {.arena = work->arena, .zone = zone};
    struct dnsxl_doubt doubt;
    if (!dnsxl_trial_ask(&trial, work->dns, subject, labels, work->nonce))
        return false;
    if (!dnsxl_trial_doubt(&trial, &doubt))
        return tell_word(work, &trial, listing);
    tell_doubt(listing, &doubt);
    return true;
}

static struct entry *entry_create(struct arena *arena, const struct dnsxl_zone *zone,
                                  const char *subject)
{
    struct entry *entry = arena_alloc(arena, sizeof *entry);
    *entry = (struct entry){
        .list = zone->list,
        .listing = {.zone = arena_dup(arena, zone->list->zone),
                    .name = arena_dup(arena, zone->list->name),
                    .subject = subject,
                    .severity = zone->severity,
                    .codes = no_texts,
                    .meaning = no_texts,
                    .text = "",
                    .delist = arena_dup(arena, zone->list->delist),
                    .reason = "",
                    .remedy = ""},
    };
    return entry;
}

/* ---- lists that nothing proves ---- */

static bool is_askable_now(const struct dnsxl_zone *zone)
{
    return zone->list->state != RCPT_LIST_CLOSED && !lacks_key(zone);
}

static bool has_test_entry(const struct dnsxl_zone *zone)
{
    const struct rcpt_list *list = zone->list;
    return (list->kinds & RCPT_LIST_IP4) != 0 && (list->quirks & RCPT_LIST_NO_TEST_LISTED) == 0 &&
           list->test_listed[0] == '\0' && is_askable_now(zone);
}

/* Whether answers in 127.0.0.0/8 come through to us at all: by the test entry of any list that has
 * one. A list without one cannot show it, and its silence proves nothing behind a resolver that
 * drops them. */
static const struct dns_answer *ask_sentinel(struct work *work, const struct dnsxl_zone *zones,
                                             size_t n_zones)
{
    const struct dnsxl_zone *sentinel = NULL;
    for (size_t i = 0; i < n_zones && sentinel == NULL; i++)
        sentinel = has_test_entry(&zones[i]) ? &zones[i] : NULL;
    const char *zone = sentinel == NULL ? "zen.spamhaus.org" : sentinel->list->zone;
    const char *key = sentinel == NULL ? "" : sentinel->key;
    const struct rcpt_list named = {.zone = zone};
    return dns_ask(work->dns, dnsxl_below(work->arena, &named, "2.0.0.127", key), DNS_TYPE_A);
}

static bool comes_through(const struct dns_answer *answer)
{
    for (size_t i = 0; i < answer->n_records; i++) {
        if (answer->records[i].address.octet[0] == 127)
            return true;
    }
    return false;
}

/* "Not listed" by a list without a test entry counts only where answers of lists come through. */
static void doubt_unproven(struct work *work, const struct dnsxl_zone *zones, size_t n_zones)
{
    const struct dns_answer *sentinel = NULL;
    for (size_t i = 0; i < work->count; i++) {
        struct entry *entry = work->entries[i];
        bool unproven = (entry->list->quirks & RCPT_LIST_NO_TEST_LISTED) != 0 ||
                        entry->list->kinds == RCPT_LIST_EMAIL;
        if (!unproven || entry->listing.status != RCPT_LISTING_NOT_LISTED)
            continue;
        if (sentinel == NULL)
            sentinel = ask_sentinel(work, zones, n_zones);
        if (sentinel->status == DNS_PENDING) {
            work->pending = true;
            return;
        }
        if (comes_through(sentinel))
            continue;
        tell_unusable(
            &entry->listing,
            "has no test entry, and no other list's came through either: answers in 127.0.0.0/8 "
            "seem to be dropped on the way (rebinding protection)",
            "Have the resolver let answers of 127.0.0.0/8 pass (`rcptcheck resolver` tells).");
    }
}

static void ask_zones(struct work *work, const struct dnsxl_zone *zones, size_t n_zones,
                      const struct dnsxl_subject *subject)
{
    const char *text = arena_dup(work->arena, subject->text);
    for (size_t i = 0; i < n_zones; i++) {
        if (!dnsxl_takes(zones[i].list, subject))
            continue;
        struct entry *entry = entry_create(work->arena, &zones[i], text);
        work->entries[work->count++] = entry;
        if (!look_up(work, &zones[i], subject, &entry->listing))
            work->pending = true;
    }
}

/* ---- which listings count on their own ---- */

static bool is_zone(const struct rcpt_list *list, const char *zone)
{
    return strcasecmp(list->zone, zone) == 0;
}

/* A keyed list within one without a key is that list, from its operator's other servers:
 * {key}.zen.dq.spamhaus.net. It holds whatever is within the other. */
static bool is_keyed_twin(const struct rcpt_list *list)
{
    return strstr(list->zone, "{key}") != NULL && list->within[0] != '\0' &&
           strstr(list->within, "{key}") == NULL;
}

static bool holds(const struct rcpt_list *list, const struct rcpt_list *part)
{
    if (part->within[0] == '\0' || list == part)
        return false;
    if (is_zone(list, part->within))
        return true;
    const struct rcpt_list *between = rcpt_list_find(part->within);
    if (between != NULL && between->within[0] != '\0' && is_zone(list, between->within))
        return true;
    return is_keyed_twin(list) && !is_keyed_twin(part) &&
           strcasecmp(list->within, part->within) == 0;
}

static bool is_independent(const struct work *work, const struct entry *entry)
{
    for (size_t i = 0; i < work->count; i++) {
        const struct entry *other = work->entries[i];
        if (other->listing.status == RCPT_LISTING_LISTED && holds(other->list, entry->list) &&
            strcmp(other->listing.subject, entry->listing.subject) == 0)
            return false;
    }
    return true;
}

/* ---- the order of the findings ---- */

static int by_weight(const void *a, const void *b)
{
    const struct entry *const *first = a, *const *second = b;
    const struct rcpt_listing *left = &(*first)->listing, *right = &(*second)->listing;
    bool left_listed = left->status == RCPT_LISTING_LISTED;
    bool right_listed = right->status == RCPT_LISTING_LISTED;
    if (left_listed != right_listed)
        return left_listed ? -1 : 1;
    if (left->severity != right->severity)
        return left->severity > right->severity ? -1 : 1;
    int order = strcmp(left->zone, right->zone);
    return order != 0 ? order : strcmp(left->subject, right->subject);
}

static const struct rcpt_listing *finish(struct work *work)
{
    for (size_t i = 0; i < work->count; i++) {
        struct entry *entry = work->entries[i];
        entry->listing.independent =
            entry->listing.status == RCPT_LISTING_LISTED && is_independent(work, entry);
    }
    if (work->count == 0)
        return NULL;
    qsort(work->entries, work->count, sizeof *work->entries, by_weight);
    for (size_t i = 1; i < work->count; i++)
        work->entries[i - 1]->listing.next = &work->entries[i]->listing;
    return &work->entries[0]->listing;
}

enum check_state dnsxl_check(struct arena *arena, struct dns *dns, const struct dnsxl_zone *zones,
                             size_t n_zones, const struct dnsxl_subject *subject, const char *nonce,
                             const struct rcpt_listing **listings)
{
    struct work work = {.arena = arena, .dns = dns, .nonce = nonce};
    work.entries = arena_array(arena, n_zones, 2 * sizeof(struct entry *));
    ask_zones(&work, zones, n_zones, subject);
    if (subject->kind == DNSXL_EMAIL) {
        const char *at = strrchr(subject->text, '@');
        struct dnsxl_subject domain = {.kind = DNSXL_DOMAIN, .text = at != NULL ? at + 1 : ""};
        if (domain.text[0] != '\0')
            ask_zones(&work, zones, n_zones, &domain);
    }
    if (!work.pending)
        doubt_unproven(&work, zones, n_zones);
    if (work.pending)
        return CHECK_WAIT;
    *listings = finish(&work);
    return CHECK_DONE;
}
