/*
 * list_set.c - the lists that a session asks
 *
 * One candidate for each zone of the catalogue and of the configuration; each is chosen or not,
 * then what another chosen list already holds is left out: asking it would cost the operator a
 * question and tell nothing (struct rcpt_list, within). A keyed zone with its key takes the place
 * of the public one that has the same entries.
 */
#include "session/list_set.h"

#include <string.h>

#include "dns/name.h"
#include "evaluate/dnsxl_name.h"
#include "session/keyed_zone.h"
#include "session/unknown_list.h"

#define QUESTIONS_A_SECOND 100 /* to one zone, unless the configuration says otherwise */

/* A list that may be asked. */
struct candidate {
    const struct rcpt_list *list;
    const struct config_list *said; /* NULL: the configuration does not speak of it */
    bool chosen;
    bool covered; /* a keyed list with the same entries is asked in its place */
};

struct choice {
    struct list_set *set;
    const struct config *config;
    bool replay;
    struct candidate *candidates;
    size_t count;
};

void list_set_init(struct list_set *set)
{
    memset(set, 0, sizeof *set);
    arena_init(&set->arena);
}

void list_set_clear(struct list_set *set)
{
    arena_clear(&set->arena);
}

const char *list_set_add(struct list_set *set, const char *zone)
{
    char name[DNS_NAME_TEXT_SIZE];
    if (!dns_name_canonical(zone, name) || strcmp(name, ".") == 0)
        return "it is not the name of a zone";
    const struct rcpt_list *list = rcpt_list_find(name);
    if (list != NULL && list->state == RCPT_LIST_CLOSED)
        return arena_printf(&set->arena, "%s must not be asked any more: %s", list->name,
                            list->state_note);
    const char *key = "";
    size_t length = 0;
    const struct rcpt_list *keyed = keyed_zone_find(name, &key, &length);
    if (set->n_named == set->max_named) {
        size_t wider = set->max_named == 0 ? 8 : set->max_named * 2;
        struct list_named *named = arena_array(&set->arena, wider, sizeof *named);
        if (set->n_named > 0)
            memcpy(named, set->named, set->n_named * sizeof *named);
        set->named = named;
        set->max_named = wider;
    }
    set->named[set->n_named++] = (struct list_named){
        .zone = keyed != NULL ? keyed->zone : arena_dup(&set->arena, name),
        .key = keyed != NULL ? arena_dup_bytes(&set->arena, key, length) : "",
    };
    return NULL;
}

/* ---- candidates ---- */

/* A zone that nobody knows is asked about IP addresses and domains. */
static const struct rcpt_list *named_list(struct arena *arena, const char *zone)
{
    struct rcpt_list *list = arena_alloc(arena, sizeof *list);
    *list =
        unknown_list(zone, RCPT_LIST_IP4 | RCPT_LIST_IP6 | RCPT_LIST_DOMAIN, "the command line");
    return list;
}

static struct candidate *find(const struct choice *choice, const char *zone)
{
    for (size_t i = 0; i < choice->count; i++) {
        if (strcmp(choice->candidates[i].list->zone, zone) == 0)
            return &choice->candidates[i];
    }
    return NULL;
}

static void add(struct choice *choice, const struct rcpt_list *list)
{
    const struct config_list *said = config_find(choice->config, list->zone);
    if (find(choice, list->zone) == NULL)
        choice->candidates[choice->count++] = (struct candidate){
            .list = said != NULL && said->own != NULL ? said->own : list, .said = said};
}

static void collect(struct choice *choice)
{
    size_t most = choice->set->n_named;
    const struct rcpt_list *list;
    for (size_t i = 0; rcpt_list_at(i) != NULL; i++)
        most++;
    for (const struct config_list *said = choice->config->lists; said != NULL; said = said->next)
        most++;
    choice->candidates = arena_array(&choice->set->arena, most, sizeof *choice->candidates);
    for (size_t i = 0; (list = rcpt_list_at(i)) != NULL; i++)
        add(choice, list);
    for (const struct config_list *said = choice->config->lists; said != NULL; said = said->next) {
        if (said->own != NULL)
            add(choice, said->own);
    }
    for (size_t i = 0; i < choice->set->n_named; i++) {
        if (find(choice, choice->set->named[i].zone) == NULL)
            add(choice, named_list(&choice->set->arena, choice->set->named[i].zone));
    }
}

/* ---- choosing ---- */

static bool has_key(const struct candidate *candidate)
{
    return candidate->said != NULL && *candidate->said->key != '\0';
}

static bool choose_by_default(const struct candidate *candidate)
{
    enum config_choice said = candidate->said == NULL ? CONFIG_DEFAULT : candidate->said->enabled;
    if (candidate->list->state == RCPT_LIST_CLOSED || said == CONFIG_NO)
        return false;
    if (said == CONFIG_YES || (candidate->said != NULL && candidate->said->own != NULL))
        return true;
    return candidate->list->state == RCPT_LIST_ACTIVE ||
           (candidate->list->state == RCPT_LIST_KEYED && has_key(candidate));
}

/* A keyed list takes the place of the public one that has the same entries. */
static void cover_by_keyed(struct choice *choice)
{
    for (size_t i = 0; i < choice->count; i++) {
        const struct candidate *keyed = &choice->candidates[i];
        if (!keyed->chosen || keyed->list->state != RCPT_LIST_KEYED)
            continue;
        struct candidate *open = find(choice, keyed->list->within);
        if (open != NULL && open->list->state == RCPT_LIST_ACTIVE) {
            open->covered = true;
            open->chosen = false;
        }
    }
}

static void leave_out_held(struct choice *choice)
{
    for (size_t i = 0; i < choice->count; i++) {
        struct candidate *inner = &choice->candidates[i];
        const struct candidate *outer = find(choice, inner->list->within);
        if (outer != NULL && inner->list->state != RCPT_LIST_KEYED &&
            (outer->chosen || outer->covered))
            inner->chosen = false;
    }
}

static void choose(struct choice *choice)
{
    const struct list_set *set = choice->set;
    for (size_t i = 0; i < set->n_named; i++)
        find(choice, set->named[i].zone)->chosen = true;
    if (set->n_named > 0 || set->none)
        return;
    for (size_t i = 0; i < choice->count; i++)
        choice->candidates[i].chosen = choose_by_default(&choice->candidates[i]);
    cover_by_keyed(choice);
    leave_out_held(choice);
}

/* ---- the set ---- */

/* The zone as it is asked, in canonical text: with the key in its place. */
static const char *asked_zone(struct arena *arena, const struct rcpt_list *list, const char *key)
{
    char name[DNS_NAME_TEXT_SIZE];
    const char *zone = dnsxl_below(arena, list, "", key);
    return dns_name_canonical(zone, name) ? arena_dup(arena, name) : zone;
}

/* The key of the configuration, or the one that was named with the zone. */
static const char *key_of(const struct choice *choice, const struct candidate *candidate)
{
    const struct list_set *set = choice->set;
    for (size_t i = 0; i < set->n_named; i++) {
        if (*set->named[i].key != '\0' && strcmp(set->named[i].zone, candidate->list->zone) == 0)
            return set->named[i].key;
    }
    return candidate->said == NULL ? "" : arena_dup(&choice->set->arena, candidate->said->key);
}

static enum rcpt_severity severity_of(const struct candidate *candidate)
{
    if (candidate->list->allow)
        return RCPT_SEVERITY_NONE;
    return candidate->said != NULL && candidate->said->has_severity ? candidate->said->severity
                                                                    : candidate->list->severity;
}

static void keep(struct choice *choice, const struct candidate *candidate)
{
    struct list_set *set = choice->set;
    const struct config_list *said = candidate->said;
    const char *key = key_of(choice, candidate);
    if (*key != '\0')
        set->secrets[set->n_secrets++] = key;
    if (choice->replay && strstr(candidate->list->zone, "{key}") != NULL)
        key = "{key}";
    set->limits[set->n_zones] = (struct dns_limit){
        .zone = asked_zone(&set->arena, candidate->list, key),
        .per_second = said != NULL && said->rate > 0 ? said->rate : QUESTIONS_A_SECOND,
    };
    set->zones[set->n_zones++] = (struct dnsxl_zone){
        .list = candidate->list,
        .key = key,
        .severity = severity_of(candidate),
    };
}

void list_set_close(struct list_set *set, const struct config *config, bool replay)
{
    struct choice choice = {.set = set, .config = config, .replay = replay};
    collect(&choice);
    choose(&choice);
    set->zones = arena_array(&set->arena, choice.count, sizeof *set->zones);
    set->limits = arena_array(&set->arena, choice.count, sizeof *set->limits);
    set->secrets = arena_array(&set->arena, choice.count, sizeof *set->secrets);
    for (size_t i = 0; i < choice.count; i++) {
        if (choice.candidates[i].chosen)
            keep(&choice, &choice.candidates[i]);
    }
}
