/*
 * predict.c - from findings to predictions and a verdict
 *
 * Walks the rule table once. The first row that decides and every risk become predictions, with
 * their sentences filled and the evidence of the finding they rest on. The table ends with rows
 * that hold for every address and route there is; a test goes through all of them, so something
 * always fires.
 */
#include "predict/predict.h"

#include "predict/rule.h"
#include "predict/words.h"
#include "util/strlist.h"

static const char *const *address_evidence(struct arena *arena, const struct findings *findings)
{
    const struct rcpt_address_error *error = findings->address->error;
    struct strlist lines;
    strlist_init(&lines, arena);
    const char *input = *findings->input != '\0' ? findings->input : "(empty)";
    if (error != NULL)
        input = arena_printf(arena, "%s (octet %zu)", input, error->position + 1);
    strlist_add(&lines, input);
    return strlist_items(&lines);
}

static const char *const *evidence_of(struct arena *arena, const struct rule *rule,
                                      const struct findings *findings)
{
    if (rule->evidence == EVIDENCE_MX)
        return findings->mx->evidence;
    return address_evidence(arena, findings);
}

static struct rcpt_prediction *prediction_of(struct arena *arena, const struct rule *rule,
                                             const struct findings *findings)
{
    const struct rcpt_rule *shown = &rule->shown;
    struct rcpt_prediction *prediction = arena_alloc(arena, sizeof *prediction);
    *prediction = (struct rcpt_prediction){
        .code = shown->code,
        .enhanced = shown->enhanced,
        .verdict = shown->verdict,
        .risk = shown->risk,
        .certainty = shown->certainty,
        .stage = shown->stage,
        .by = shown->by,
        .rule = shown->id,
        .reason = words_fill(arena, shown->reason, findings),
        .evidence = evidence_of(arena, rule, findings),
        .fix = words_fill(arena, shown->fix, findings),
        .source = shown->source,
    };
    return prediction;
}

const struct rcpt_prediction *predict(struct arena *arena, const struct findings *findings)
{
    struct rcpt_prediction *first = NULL;
    struct rcpt_prediction *last = NULL;
    const struct rule *rule;
    for (size_t i = 0; (rule = rule_at(i)) != NULL; i++) {
        bool decided = first != NULL;
        if (decided && !rule->shown.risk)
            continue;
        if (!rule->when.holds(findings, rule->when.number, rule->when.ids))
            continue;
        struct rcpt_prediction *prediction = prediction_of(arena, rule, findings);
        if (last != NULL)
            last->next = prediction;
        else
            first = prediction;
        last = prediction;
    }
    return first;
}

enum rcpt_verdict predict_verdict(const struct rcpt_prediction *predictions)
{
    enum rcpt_verdict verdict = RCPT_ACCEPT;
    for (const struct rcpt_prediction *p = predictions; p != NULL; p = p->next) {
        if (!p->risk && p->verdict > verdict)
            verdict = p->verdict;
    }
    return verdict;
}
