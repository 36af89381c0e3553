/*
 * predict.c - from findings to predictions and a verdict
 *
 * Walks the rule table once. The first row of each group that decides and every risk become
 * predictions, with their sentences filled and the evidence of the finding they rest on; a
 * provider's own reply takes the place of the general one. The recipient's rows end with ones that
 * hold for every address and route there is; a test goes through all of them, so something always
 * fires. The prediction that gives the verdict is put first.
 */
#include "predict/predict.h"

#include <string.h>

#include "predict/evidence.h"
#include "predict/provider_reply.h"
#include "predict/rule.h"
#include "predict/words.h"

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
    provider_reply_apply(arena, rule, findings, prediction);
    return prediction;
}

/* A provider has one reply for what are two rules in general: the second says nothing new. */
static bool is_said(const struct rcpt_prediction *first, const struct rcpt_prediction *prediction)
{
    for (const struct rcpt_prediction *p = first; p != NULL; p = p->next) {
        if (p->code == prediction->code && p->evidence == prediction->evidence &&
            strcmp(p->source, prediction->source) == 0)
            return true;
    }
    return false;
}

/* Puts the prediction that gives the verdict first; the others keep their order. */
static struct rcpt_prediction *decisive_first(struct rcpt_prediction *first)
{
    enum rcpt_verdict verdict = predict_verdict(first);
    struct rcpt_prediction *before = NULL, *p = first;
    while (p != NULL && (p->risk || p->verdict != verdict)) {
        before = p;
        p = (struct rcpt_prediction *)p->next;
    }
    if (p == NULL || before == NULL)
        return first;
    before->next = p->next;
    p->next = first;
    return p;
}

/* One's own server refuses the recipient: no other server is ever told of the sender. */
static bool is_refused_before(const struct rcpt_prediction *first)
{
    return first != NULL && first->by == RCPT_BY_SENDER && first->verdict == RCPT_REJECT &&
           !first->risk;
}

const struct rcpt_prediction *predict(struct arena *arena, const struct findings *findings)
{
    struct rcpt_prediction *first = NULL;
    struct rcpt_prediction *last = NULL;
    bool decided[RULE_GROUPS] = {false};
    const struct rule *rule;
    for (size_t i = 0; (rule = rule_at(i)) != NULL; i++) {
        if (decided[rule->group] && !rule->shown.risk)
            continue;
        if (rule->group != RULE_RECIPIENT && is_refused_before(first))
            break;
        if (!rule->when.holds(findings, rule->when.number, rule->when.ids))
            continue;
        decided[rule->group] |= !rule->shown.risk;
        struct rcpt_prediction *prediction = prediction_of(arena, rule, findings);
        if (is_said(first, prediction))
            continue;
        if (last != NULL)
            last->next = prediction;
        else
            first = prediction;
        last = prediction;
    }
    return decisive_first(first);
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
