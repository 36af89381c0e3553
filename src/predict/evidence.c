/*
 * evidence.c - the lines that a prediction shows as its evidence
 *
 * Checks keep the answers they rest on as text; here those of the right check are picked. Listings
 * say their own.
 */
#include "predict/evidence.h"

#include "predict/condition_sender.h"
#include "util/strlist.h"

static const char *const *of_address(struct arena *arena, const struct findings *findings)
{
    const struct rcpt_address_error *error = findings->address->error;
    const char *input = *findings->input != '\0' ? findings->input : "(empty)";
    struct strlist lines;
    strlist_init(&lines, arena);
    if (error != NULL)
        input = arena_printf(arena, "%s (octet %zu)", input, error->position + 1);
    strlist_add(&lines, input);
    return strlist_items(&lines);
}

/* "zen.spamhaus.org: 192.0.2.1 is 127.0.0.2 (SBL)" */
static const char *listing_line(struct arena *arena, const struct rcpt_listing *listing)
{
    const char *codes = "", *meanings = "";
    for (const char *const *code = listing->codes; *code != NULL; code++)
        codes = arena_printf(arena, "%s%s%s", codes, *codes == '\0' ? "" : ", ", *code);
    for (const char *const *meaning = listing->meaning; *meaning != NULL; meaning++)
        meanings = arena_printf(arena, "%s%s%s", meanings, *meanings == '\0' ? "" : "; ", *meaning);
    return arena_printf(arena, "%s: %s is %s%s%s%s", listing->zone, listing->subject, codes,
                        *meanings == '\0' ? "" : " (", meanings, *meanings == '\0' ? "" : ")");
}

static const char *const *of_listings(struct arena *arena, const struct findings *findings,
                                      bool of_ip)
{
    const struct rcpt_sender *sender = findings->sender;
    struct strlist lines;
    strlist_init(&lines, arena);
    for (const struct rcpt_listing *l = sender->listings; l != NULL; l = l->next) {
        if (l->status == RCPT_LISTING_LISTED && listing_is_of_ip(sender, l) == of_ip)
            strlist_add(&lines, listing_line(arena, l));
    }
    return strlist_items(&lines);
}

const char *const *evidence_of(struct arena *arena, const struct rule *rule,
                               const struct findings *findings)
{
    switch (rule->evidence) {
    case EVIDENCE_MX:
        return findings->mx->evidence;
    case EVIDENCE_LISTINGS:
        return of_listings(arena, findings, rule->group == RULE_LISTED);
    case EVIDENCE_RDNS:
        return findings->sender->rdns->evidence;
    case EVIDENCE_HELO:
        return findings->sender->helo->evidence;
    case EVIDENCE_MAIL_FROM:
        return findings->sender->mail_from->evidence;
    default:
        return of_address(arena, findings);
    }
}
