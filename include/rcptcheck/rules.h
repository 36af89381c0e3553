/*
 * rules.h - the table that predictions come from, to be read and printed
 */
#ifndef RCPTCHECK_RULES_H
#define RCPTCHECK_RULES_H

#include <stddef.h>

#include "rcptcheck/export.h"
#include "rcptcheck/result.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One rule as data. Words in braces stand for what a finding fills in: "{domain} publishes a null
 * MX". */
struct rcpt_rule {
    const char *id; /* stable */
    unsigned code;
    struct rcpt_enhanced enhanced;
    enum rcpt_verdict verdict;
    bool risk;
    enum rcpt_certainty certainty;
    enum rcpt_stage stage;
    enum rcpt_by by;
    const char *reason;
    const char *fix;
    const char *source;
};

/* The rule with an index from 0, in order of precedence; NULL past the last. Constant, never freed.
 */
RCPT_API const struct rcpt_rule *rcpt_rule_at(size_t index);

#ifdef __cplusplus
}
#endif

#endif
