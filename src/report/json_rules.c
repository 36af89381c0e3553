/*
 * json_rules.c - the rule table as JSON, a rule a line
 *
 * The fields are those of a prediction in a result, under the same names and with the same words,
 * so that a rule can be looked up by what a result says. The texts are templates: words in braces
 * stand for what a finding fills in.
 */
#include "report/json_text.h"
#include "report/report.h"

static json_t *rule_object(const struct rcpt_rule *rule)
{
    return json_pack("{s:i,s:s,s:i,s:o,s:s,s:b,s:s,s:s,s:s,s:s,s:s,s:s}", "schema", JSON_SCHEMA,
                     "rule", rule->id, "code", (int)rule->code, "enhanced",
                     json_enhanced(rule->enhanced), "verdict", rcpt_verdict_name(rule->verdict),
                     "risk", rule->risk, "certainty", rcpt_certainty_name(rule->certainty), "stage",
                     rcpt_stage_name(rule->stage), "by", rcpt_by_name(rule->by), "reason",
                     rule->reason, "fix", rule->fix, "source", rule->source);
}

void json_catalog_rules(struct buffer *out, const struct report_style *style)
{
    (void)style;
    const struct rcpt_rule *rule;
    for (size_t i = 0; (rule = rcpt_rule_at(i)) != NULL; i++)
        json_emit(out, rule_object(rule));
}
