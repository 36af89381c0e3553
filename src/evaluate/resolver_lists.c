/*
 * resolver_lists.c - the traits of a resolver that DNS lists need
 *
 * A list's own test entry (RFC 5782 section 5) is always there, with an address of 127.0.0.0/8. A
 * resolver with protection against rebinding drops such answers, so every list seems empty; one
 * that serves the public is refused by lists with error codes; one that rewrites answers gives
 * addresses that no list has. What is said of a list shows {key} in place of a key.
 *
 * Limits: a resolver that forwards to a public one is seen only by what the lists answer.
 */
#include <string.h>

#include "address/ip.h"
#include "catalog/public_resolver.h"
#include "evaluate/dnsxl_word.h"
#include "evaluate/resolver_trait.h"

#define OWN_RESOLVER                                                                               \
    "Run a recursive resolver of your own that forwards to nobody, or use lists with a key."

/* What became of the test entries. */
struct tally {
    size_t asked;
    size_t there;                      /* within 127.0.0.0/8 */
    size_t gone;                       /* NXDOMAIN or no data */
    const struct rcpt_list *refusing;  /* the first list with an error code, or NULL */
    const char *code, *meaning;        /* of it */
    const struct rcpt_list *rewritten; /* the first list with an answer outside, or NULL */
    const char *outside;
    const struct rcpt_list *first; /* the first that was asked */
};

const char *resolver_list_question(struct arena *arena, const struct dnsxl_zone *zone)
{
    const struct rcpt_list *list = zone->list;
    struct dnsxl_subject subject = {.kind = DNSXL_IP};
    subject.text = list->test_listed[0] != '\0' ? list->test_listed : "127.0.0.2";
    bool keyless = strstr(list->zone, "{key}") != NULL && zone->key[0] == '\0';
    if (keyless || (list->kinds & RCPT_LIST_IP4) == 0 ||
        (list->quirks & RCPT_LIST_NO_TEST_LISTED) != 0 || list->state == RCPT_LIST_CLOSED ||
        !ip_parse(&subject.ip, subject.text) || subject.ip.family != 4)
        return NULL;
    return dnsxl_question(arena, zone, &subject);
}

static void count(const struct resolver_answers *answers, size_t index, struct tally *tally)
{
    const struct rcpt_list *list = answers->subject->zones[index].list;
    const struct dns_answer *answer = answers->lists[index];
    struct dnsxl_word word;
    tally->asked++;
    if (tally->first == NULL)
        tally->first = list;
    dnsxl_word_read(answers->arena, list, answer, &word);
    tally->there += word.there;
    tally->gone += answer->status == DNS_NXDOMAIN || answer->status == DNS_NODATA;
    if (word.refused != NULL && tally->refusing == NULL) {
        tally->refusing = list;
        tally->code = word.refused;
        tally->meaning = word.refusal;
    }
    if (word.outside != NULL && tally->rewritten == NULL) {
        tally->rewritten = list;
        tally->outside = word.outside;
    }
}

static struct tally tally_lists(const struct resolver_answers *answers)
{
    struct tally tally = {.asked = 0};
    for (size_t i = 0; i < answers->subject->n_zones; i++) {
        if (answers->lists[i] != NULL)
            count(answers, i, &tally);
    }
    return tally;
}

/* Where no list was asked. True if that is so. */
static bool say_not_asked(const struct resolver_answers *answers, const struct tally *tally,
                          struct rcpt_trait *trait)
{
    if (tally->asked > 0)
        return false;
    if (answers->root->status == DNS_TIMEOUT)
        resolver_say_unknown(answers, trait, answers->root);
    else
        resolver_say(trait, RCPT_TRAIT_SKIPPED, "not looked at: no list is asked", "",
                     "a configuration that leaves a list of IPv4 addresses switched on");
    return true;
}

void resolver_judge_rebinding(const struct resolver_answers *answers, struct rcpt_trait *trait)
{
    struct tally tally = tally_lists(answers);
    if (say_not_asked(answers, &tally, trait))
        return;
    if (tally.there > 0)
        resolver_say(trait, RCPT_TRAIT_GOOD, "it passes on answers in 127.0.0.0/8", "", "");
    else if (tally.gone == tally.asked)
        resolver_say(trait, RCPT_TRAIT_BAD,
                     arena_printf(answers->arena,
                                  tally.asked == 1 ? "%s does not list its own test entry"
                                                   : "%s and %zu more do not list their own test "
                                                     "entries",
                                  tally.first->zone, tally.asked - 1),
                     "It drops answers in 127.0.0.0/8 (protection against rebinding): nothing "
                     "ever looks listed.",
                     "Allow such answers (Unbound: private-domain for the lists' zones; dnsmasq: "
                     "rebind-localhost-ok), or ask another resolver.");
    else
        resolver_say(trait, RCPT_TRAIT_UNKNOWN, "not known: no list gave an answer", "", "");
}

void resolver_judge_lists(const struct resolver_answers *answers, struct rcpt_trait *trait)
{
    struct tally tally = tally_lists(answers);
    if (say_not_asked(answers, &tally, trait))
        return;
    if (tally.rewritten != NULL)
        resolver_say(trait, RCPT_TRAIT_BAD,
                     arena_printf(answers->arena, "%s answers %s, which is outside 127.0.0.0/8",
                                  tally.rewritten->zone, tally.outside),
                     "Somebody between here and the list rewrites answers; nothing that a list "
                     "seems to say can be believed.",
                     OWN_RESOLVER);
    else if (tally.refusing != NULL)
        resolver_say(trait, RCPT_TRAIT_BAD,
                     arena_printf(answers->arena, "%s answers %s: %s", tally.refusing->zone,
                                  tally.code, tally.meaning),
                     "The list refuses this resolver; what it says of a sender cannot be told.",
                     tally.refusing->remedy[0] != '\0' ? tally.refusing->remedy : OWN_RESOLVER);
    else if (tally.there == tally.asked)
        resolver_say(trait, RCPT_TRAIT_GOOD, "lists answer it", "", "");
    else if (tally.there > 0)
        resolver_say(trait, RCPT_TRAIT_WARN,
                     arena_printf(answers->arena, "%zu of %zu lists give their own test entry",
                                  tally.there, tally.asked),
                     "The others are down, or do not serve this resolver; they will be called "
                     "unusable.",
                     "");
    else
        resolver_say(trait, RCPT_TRAIT_UNKNOWN, "not known: no list gave an answer", "", "");
}

void resolver_judge_public(const struct resolver_answers *answers, struct rcpt_trait *trait)
{
    const char *address = answers->subject->address;
    if (address == NULL) {
        resolver_say(trait, RCPT_TRAIT_SKIPPED, "not looked at: a recording does not show it", "",
                     "ask the resolver itself, without --replay");
        return;
    }
    const struct public_resolver *known = public_resolver_find(address);
    struct ip ip;
    if (known != NULL) {
        struct tally tally = tally_lists(answers);
        bool served = tally.asked > 0 && tally.there == tally.asked && tally.refusing == NULL;
        resolver_say(trait, served ? RCPT_TRAIT_WARN : RCPT_TRAIT_BAD,
                     arena_printf(answers->arena, "it is %s, which serves the public", known->name),
                     "Lists refuse such resolvers, some by answers that look like \"not listed\".",
                     OWN_RESOLVER);
    } else if (ip_parse(&ip, address) && ip_kind(&ip) != IP_PUBLIC) {
        resolver_say(trait, RCPT_TRAIT_GOOD, "its address is not public",
                     "It may forward to a public resolver; the trait \"lists\" would show that.",
                     "");
    } else {
        resolver_say(trait, RCPT_TRAIT_GOOD, "it is no known public resolver", "", "");
    }
}
