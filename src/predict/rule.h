/*
 * rule.h - a row of the rule table, as the engine sees it
 */
#ifndef PREDICT_RULE_H
#define PREDICT_RULE_H

#include "predict/condition.h"
#include "rcptcheck/providers.h"
#include "rcptcheck/rules.h"

/* Which finding's evidence is shown with the prediction. */
enum rule_evidence {
    EVIDENCE_ADDRESS,
    EVIDENCE_MX,
    EVIDENCE_LISTINGS,
    EVIDENCE_RDNS,
    EVIDENCE_HELO,
    EVIDENCE_MAIL_FROM
};

/* What a rule is about. Of the rows of one group without shown.risk the first whose condition holds
 * fires, and of RULE_RECIPIENT one always does. Of the rows with shown.risk every one that holds
 * fires. */
enum rule_group {
    RULE_RECIPIENT,
    RULE_LISTED,
    RULE_DOMAIN_LISTED,
    RULE_CLIENT_NAME,
    RULE_HELO,
    RULE_MAIL_FROM,
    RULE_GROUPS
};

struct rule {
    struct condition when;
    enum rule_group group; /* RULE_RECIPIENT unless said */
    enum rule_evidence evidence;
    enum rcpt_trigger trigger; /* what a provider may have a reply of its own for */
    struct rcpt_rule shown;
};

/* Rows in order of precedence, NULL past the last: those of rules.c, then those of rules_sender.c.
 */
const struct rule *rule_at(size_t index);
/* The rows of rules_sender.c alone. */
const struct rule *sender_rule_at(size_t index);

#endif
