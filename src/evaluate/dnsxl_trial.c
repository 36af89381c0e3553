/*
 * dnsxl_trial.c - whether a list can be believed: its test entries are asked beside the subject
 *
 * RFC 5782 section 5: a list of IPv4 addresses has 127.0.0.2 and does not have 127.0.0.1, a list of
 * IPv6 addresses ::FFFF:7F00:2 and ::FFFF:7F00:1, a list of names TEST and INVALID; the catalogue
 * may name others. A random name is asked as well: it finds a list that has everything, and a
 * resolver that answers for names that do not exist. All are asked at once with the subject, and
 * nothing is concluded before all answers are there.
 *
 * Doubts in order of precedence, the first that holds is told: the list or the resolver refuses;
 * somebody rewrites answers; the list fails its test entries; an answer did not come in time; a
 * look-up failed. NXDOMAIN and NODATA are the same here: not there (RFC 5782 section 2.1).
 */
#include "evaluate/dnsxl_trial.h"

#include <string.h>

#include "dns/name.h"
#include "evaluate/dnsxl_hide.h"
#include "evaluate/dnsxl_name.h"

static const char *const no_codes[] = {NULL};

/* ---- asking ---- */

struct entries {
    const char *listed, *unlisted; /* "" for none */
};

/* RFC 5782 section 5. Lists of hashed addresses are in no RFC and have none. */
static struct entries standard_entries(const struct dnsxl_subject *subject)
{
    static const struct entries ip4 = {"127.0.0.2", "127.0.0.1"};
    static const struct entries ip6 = {"::ffff:7f00:2", "::ffff:7f00:1"};
    static const struct entries names = {"test", "invalid"};
    static const struct entries none = {"", ""};
    switch (subject->kind) {
    case DNSXL_IP:
        return subject->ip.family == 4 ? ip4 : ip6;
    case DNSXL_DOMAIN:
        return names;
    case DNSXL_EMAIL:
        break;
    }
    return none;
}

static struct entries entries_of(const struct rcpt_list *list, const struct dnsxl_subject *subject)
{
    struct entries entries = standard_entries(subject);
    if (list->test_listed[0] != '\0')
        entries.listed = list->test_listed;
    if (list->test_unlisted[0] != '\0')
        entries.unlisted = list->test_unlisted;
    if ((list->quirks & RCPT_LIST_NO_TEST_LISTED) != 0)
        entries.listed = "";
    if ((list->quirks & RCPT_LIST_NO_TEST_UNLISTED) != 0)
        entries.unlisted = "";
    return entries;
}

/* False if the answer is still to come. Returns the name asked in *question. */
static bool ask(struct dnsxl_trial *trial, struct dns *dns, enum dnsxl_probe_kind kind,
                const char *labels, const char **question)
{
    const struct dnsxl_zone *zone = trial->zone;
    struct dnsxl_probe *probe = &trial->probes[kind];
    unsigned char wire[DNS_NAME_WIRE_MAX];
    probe->shown = dnsxl_below(trial->arena, zone->list, labels, "");
    *question = dnsxl_below(trial->arena, zone->list, labels, zone->key);
    if (dns_name_to_wire(*question, wire) == 0)
        return true;
    probe->answer = dns_ask(dns, *question, DNS_TYPE_A);
    if (probe->answer->status == DNS_PENDING)
        return false;
    dnsxl_word_read(trial->arena, zone->list, probe->answer, &probe->word);
    return true;
}

static bool ask_entry(struct dnsxl_trial *trial, struct dns *dns, enum dnsxl_probe_kind kind,
                      const char *entry)
{
    const char *question;
    const char *labels =
        entry[0] != '\0' ? dnsxl_labels(trial->arena, trial->zone->list, entry) : NULL;
    return labels == NULL || ask(trial, dns, kind, labels, &question);
}

/* A zone without an entry that must be listed shows at least that it is there. False if the answer
 * is still to come. */
static bool ask_apex(struct dnsxl_trial *trial, struct dns *dns)
{
    const struct dnsxl_zone *zone = trial->zone;
    const char *name = dnsxl_below(trial->arena, zone->list, "", zone->key);
    unsigned char wire[DNS_NAME_WIRE_MAX];
    if (dns_name_to_wire(name, wire) == 0)
        return true;
    trial->apex = dns_ask(dns, name, DNS_TYPE_SOA);
    return trial->apex->status != DNS_PENDING;
}

bool dnsxl_trial_ask(struct dnsxl_trial *trial, struct dns *dns,
                     const struct dnsxl_subject *subject, const char *labels, const char *nonce)
{
    struct entries entries = entries_of(trial->zone->list, subject);
    bool done = ask_entry(trial, dns, DNSXL_TEST_LISTED, entries.listed);
    done &= ask_entry(trial, dns, DNSXL_TEST_UNLISTED, entries.unlisted);
    done &= ask_entry(trial, dns, DNSXL_TEST_RANDOM, nonce);
    done &= ask(trial, dns, DNSXL_SUBJECT, labels, &trial->question);
    if (entries.listed[0] == '\0')
        done &= ask_apex(trial, dns);
    return done;
}

/* ---- doubting ---- */

static const char own_resolver[] =
    "Ask through a recursive resolver of your own, not a public or shared one.";

static const char *remedy_or(const struct dnsxl_trial *trial, const char *otherwise)
{
    const char *remedy = trial->zone->list->remedy;
    return remedy[0] != '\0' ? arena_dup(trial->arena, remedy) : otherwise;
}

/* "for 2.0.0.127.bl.example: SERVFAIL by 192.0.2.53" */
static const char *with_detail(const struct dnsxl_trial *trial, const char *what,
                               const struct dnsxl_probe *probe)
{
    const char *reason = probe->answer->reason;
    const char *detail = dnsxl_hide(trial->arena, reason, strlen(reason), trial->zone->key);
    return arena_printf(trial->arena, "%s for %s%s%s", what, probe->shown,
                        detail[0] != '\0' ? ": " : "", detail);
}

/* The first probe whose answer has a status. */
static const struct dnsxl_probe *find_status(const struct dnsxl_trial *trial,
                                             enum dns_status status)
{
    for (int i = 0; i < DNSXL_PROBES; i++) {
        const struct dnsxl_probe *probe = &trial->probes[i];
        if (probe->answer != NULL && probe->answer->status == status)
            return probe;
    }
    return NULL;
}

static bool is_refused(const struct dnsxl_trial *trial, struct dnsxl_doubt *doubt)
{
    doubt->status = RCPT_LISTING_REFUSED;
    doubt->remedy = remedy_or(trial, own_resolver);
    for (int i = 0; i < DNSXL_PROBES; i++) {
        const struct dnsxl_probe *probe = &trial->probes[i];
        if (probe->answer == NULL || probe->word.refused == NULL)
            continue;
        doubt->codes = probe->word.codes;
        doubt->reason = arena_printf(trial->arena, "answered %s for %s: %s", probe->word.refused,
                                     probe->shown, probe->word.refusal);
        return true;
    }
    const struct dnsxl_probe *probe = find_status(trial, DNS_REFUSED);
    if (probe != NULL)
        doubt->reason = with_detail(trial, "the question was refused", probe);
    return probe != NULL;
}

static const char *rewriting(enum dnsxl_probe_kind kind)
{
    if (kind == DNSXL_TEST_UNLISTED || kind == DNSXL_TEST_RANDOM)
        return "a name that does not exist";
    return "which is outside 127.0.0.0/8 and no list's answer";
}

static bool is_rewritten(const struct dnsxl_trial *trial, struct dnsxl_doubt *doubt)
{
    /* From the random name on backwards: it says most surely who is at fault. */
    static const enum dnsxl_probe_kind order[] = {DNSXL_TEST_RANDOM, DNSXL_TEST_UNLISTED,
                                                  DNSXL_SUBJECT, DNSXL_TEST_LISTED};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const struct dnsxl_probe *probe = &trial->probes[order[i]];
        if (probe->answer == NULL || probe->word.outside == NULL)
            continue;
        doubt->status = RCPT_LISTING_REWRITTEN;
        doubt->codes = probe->word.codes;
        doubt->reason = arena_printf(trial->arena,
                                     "answered %s for %s, %s: somebody on the way rewrites "
                                     "answers, or the list is gone and its domain serves "
                                     "something else",
                                     probe->word.outside, probe->shown, rewriting(order[i]));
        doubt->remedy = "Ask through another resolver, one that passes answers on as they are; if "
                        "it says the same, stop using the list.";
        return true;
    }
    return false;
}

static bool lists_everything(const struct dnsxl_trial *trial, struct dnsxl_doubt *doubt)
{
    static const struct {
        enum dnsxl_probe_kind kind;
        const char *what;
    } never[] = {
        {DNSXL_TEST_RANDOM, "a random name"},
        {DNSXL_TEST_UNLISTED, "the test entry that must not be listed"},
    };
    for (size_t i = 0; i < sizeof never / sizeof *never; i++) {
        const struct dnsxl_probe *probe = &trial->probes[never[i].kind];
        if (probe->answer == NULL || !probe->word.there)
            continue;
        doubt->status = RCPT_LISTING_UNUSABLE;
        doubt->codes = probe->word.codes;
        doubt->reason = arena_printf(trial->arena, "lists everything: it lists %s, %s",
                                     never[i].what, probe->shown);
        doubt->remedy = "Stop using this list: a list that has gone often answers so.";
        return true;
    }
    return false;
}

static bool lists_nothing(const struct dnsxl_trial *trial, struct dnsxl_doubt *doubt)
{
    const struct dnsxl_probe *probe = &trial->probes[DNSXL_TEST_LISTED];
    if (probe->answer == NULL || !dns_status_is_certain(probe->answer->status) || probe->word.there)
        return false;
    doubt->status = RCPT_LISTING_UNUSABLE;
    doubt->reason = "does not list its own test entry: it is empty or gone, or its answers are "
                    "dropped on the way (rebinding protection)";
    doubt->remedy = "Have the resolver let answers of 127.0.0.0/8 pass for this zone "
                    "(`rcptcheck resolver` tells); if it does, stop using the list.";
    return true;
}

static bool is_gone(const struct dnsxl_trial *trial, struct dnsxl_doubt *doubt)
{
    if (trial->apex == NULL || trial->apex->status != DNS_NXDOMAIN)
        return false;
    doubt->status = RCPT_LISTING_UNUSABLE;
    doubt->reason = "the zone does not exist";
    doubt->remedy = "Stop using this list.";
    return true;
}

static bool is_unusable(const struct dnsxl_trial *trial, struct dnsxl_doubt *doubt)
{
    return lists_everything(trial, doubt) || lists_nothing(trial, doubt) || is_gone(trial, doubt);
}

static bool is_silent(const struct dnsxl_trial *trial, struct dnsxl_doubt *doubt)
{
    const struct dnsxl_probe *probe = find_status(trial, DNS_TIMEOUT);
    if (probe == NULL)
        return false;
    doubt->status = RCPT_LISTING_TIMEOUT;
    doubt->reason = with_detail(trial, "no answer in time", probe);
    doubt->remedy = "Try again later; a list that stays silent may be gone, or drop the questions "
                    "of your resolver.";
    return true;
}

static bool has_failed(const struct dnsxl_trial *trial, struct dnsxl_doubt *doubt)
{
    const struct dnsxl_probe *probe = find_status(trial, DNS_SERVFAIL);
    const char *what = "the look-up failed (SERVFAIL)";
    if (probe == NULL) {
        probe = find_status(trial, DNS_MALFORMED);
        what = "the reply could not be read";
    }
    if (probe == NULL)
        return false;
    doubt->status = RCPT_LISTING_ERROR;
    doubt->reason = with_detail(trial, what, probe);
    doubt->remedy = "Try again later, and through another resolver if it stays so.";
    return true;
}

static bool is_too_long(const struct dnsxl_trial *trial, struct dnsxl_doubt *doubt)
{
    for (int i = 0; i < DNSXL_PROBES; i++) {
        if (trial->probes[i].shown == NULL || trial->probes[i].answer != NULL)
            continue;
        doubt->status = RCPT_LISTING_ERROR;
        doubt->reason = "the name to ask, with the zone behind it, is no valid domain name: it is "
                        "too long, or the zone is mistyped";
        doubt->remedy = "Nothing can be asked of this list about this subject.";
        return true;
    }
    return false;
}

bool dnsxl_trial_doubt(const struct dnsxl_trial *trial, struct dnsxl_doubt *doubt)
{
    static bool (*const doubts[])(const struct dnsxl_trial *, struct dnsxl_doubt *) = {
        is_refused, is_rewritten, is_unusable, is_silent, has_failed, is_too_long,
    };
    for (size_t i = 0; i < sizeof doubts / sizeof *doubts; i++) {
        *doubt = (struct dnsxl_doubt){.codes = no_codes, .reason = "", .remedy = ""};
        if (doubts[i](trial, doubt))
            return true;
    }
    return false;
}
