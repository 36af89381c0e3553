/*
 * provider_reply.c - a provider's own reply in place of the general one
 *
 * A listing or a missing PTR costs 550 5.7.25 at one provider and 554 at another. The table of
 * providers' replies says what each was seen to send, and why (struct rcpt_provider_reply). Of
 * several replies for one cause a permanent one is predicted, as that is what the cause comes to if
 * it stays.
 */
#include "predict/provider_reply.h"

#include <string.h>

#include "address/ip.h"
#include "catalog/list_code.h"
#include "predict/condition_sender.h"
#include "util/word.h"

/* Whether one of the listing's codes is a listing of `list` as well: ZEN lists what SBL does, and
 * says so by its codes. */
static bool shares_code(const struct rcpt_listing *listing, const struct rcpt_list *list)
{
    for (const char *const *code = listing->codes; *code != NULL; code++) {
        struct ip ip;
        for (const struct rcpt_list_code *known = list->codes;
             ip_parse(&ip, *code) && known->pattern != NULL; known++) {
            if (known->effect == RCPT_CODE_LISTED && list_code_matches(known->pattern, ip.octet))
                return true;
        }
    }
    return false;
}

/* Whether the listing shows that one of the zones in `zones` lists the sender: by name, by what it
 * is a part of, or by what it holds. */
static bool shows(const struct rcpt_listing *listing, const char *zones)
{
    const struct rcpt_list *own = rcpt_list_find(listing->zone), *list;
    if (word_is_among(listing->zone, zones) || (own != NULL && word_is_among(own->within, zones)))
        return true;
    for (size_t i = 0; (list = rcpt_list_at(i)) != NULL; i++) {
        bool held = strcmp(list->within, listing->zone) == 0 ||
                    (own != NULL && *own->within != '\0' && strcmp(list->within, own->within) == 0);
        if (held && word_is_among(list->zone, zones) && shares_code(listing, list))
            return true;
    }
    return false;
}

/* Whether the sender is on one of the lists that a reply names; a reply that names none is caused
 * by lists of the provider's own, which DNS does not show. */
static bool is_caused(const struct rcpt_provider_reply *reply, const struct rule *rule,
                      const struct findings *findings)
{
    const char *ip = findings->sender->ip;
    if (reply->only_ipv6 && (ip == NULL || strchr(ip, ':') == NULL))
        return false;
    bool of_ip = rule->group == RULE_LISTED;
    if (rule->group != RULE_LISTED && rule->group != RULE_DOMAIN_LISTED)
        return true;
    for (const struct rcpt_listing *l = findings->sender->listings; l != NULL; l = l->next) {
        if (l->status != RCPT_LISTING_LISTED || listing_is_of_ip(findings->sender, l) != of_ip)
            continue;
        if (shows(l, reply->lists))
            return true;
    }
    return false;
}

static bool is_permanent(const struct rcpt_provider_reply *reply)
{
    return reply->code >= 500 || reply->code_high >= 500;
}

/* The reply to predict. `*known` tells whether anything is known of the provider's replies. */
static const struct rcpt_provider_reply *find_reply(const struct rule *rule,
                                                    const struct findings *findings, bool *known)
{
    const struct rcpt_provider_reply *reply, *best = NULL;
    for (size_t i = 0; (reply = rcpt_provider_reply_at(i)) != NULL; i++) {
        if (strcmp(reply->provider, findings->provider->name) != 0)
            continue;
        *known = true;
        if (reply->trigger != rule->trigger || reply->code == 0 ||
            !is_caused(reply, rule, findings))
            continue;
        if (best == NULL || (is_permanent(reply) && !is_permanent(best)))
            best = reply;
    }
    return best;
}

static void take_over(struct arena *arena, const struct rcpt_provider_reply *reply,
                      struct rcpt_prediction *prediction)
{
    bool high = reply->code_high >= 500 && reply->code < 500;
    bool verified = strncmp(reply->confidence, "verified", strlen("verified")) == 0;
    prediction->code = high ? reply->code_high : reply->code;
    prediction->enhanced =
        high && reply->enhanced_high.status != 0 ? reply->enhanced_high : reply->enhanced;
    prediction->verdict = prediction->code >= 500 ? RCPT_REJECT : RCPT_DEFER;
    prediction->certainty = verified ? RCPT_LIKELY : RCPT_POSSIBLE;
    prediction->risk = !verified;
    prediction->reason = arena_printf(arena, "%s; %s answers so: %s", prediction->reason,
                                      reply->provider, reply->meaning);
    if (*reply->fix != '\0')
        prediction->fix = reply->fix;
    prediction->source = arena_printf(arena, "%s (%s)", reply->source, reply->confidence);
}

void provider_reply_apply(struct arena *arena, const struct rule *rule,
                          const struct findings *findings, struct rcpt_prediction *prediction)
{
    bool known = false;
    if (findings->provider == NULL || rule->trigger == RCPT_TRIGGER_OTHER)
        return;
    const struct rcpt_provider_reply *reply = find_reply(rule, findings, &known);
    if (reply != NULL) {
        take_over(arena, reply, prediction);
    } else if (known && (rule->group == RULE_LISTED || rule->group == RULE_DOMAIN_LISTED)) {
        prediction->risk = true;
        prediction->certainty = RCPT_POSSIBLE;
        prediction->reason = arena_printf(arena, "%s; %s is not known to refuse mail by it",
                                          prediction->reason, findings->provider->name);
    }
}
