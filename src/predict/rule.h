/*
 * rule.h - a row of the rule table, as the engine sees it
 */
#ifndef PREDICT_RULE_H
#define PREDICT_RULE_H

#include "predict/condition.h"
#include "rcptcheck/rules.h"

/* Which finding's evidence is shown with the prediction. */
enum rule_evidence { EVIDENCE_ADDRESS, EVIDENCE_MX };

/* Of the rows without shown.risk the first whose condition holds fires, and one always does; of the
 * others every row that holds. */
struct rule {
    struct condition when;
    enum rule_evidence evidence;
    struct rcpt_rule shown;
};

/* Rows in order of precedence, NULL past the last. */
const struct rule *rule_at(size_t index);

#endif
