/*
 * evidence.h - the lines that a prediction shows as its evidence
 */
#ifndef PREDICT_EVIDENCE_H
#define PREDICT_EVIDENCE_H

#include "predict/rule.h"
#include "util/arena.h"

/* Ended by NULL, never NULL itself. */
const char *const *evidence_of(struct arena *arena, const struct rule *rule,
                               const struct findings *findings);

#endif
