/*
 * predict.h - from findings to predictions and a verdict
 *
 * Precedence. A permanent verdict rests on certain answers only: one MX host that timed out beside
 * one that does not exist is a deferral, never a rejection; the checks keep such routes apart
 * (enum rcpt_mx_status) and no rule folds them. Rules stand in rules.c in order of precedence. Of
 * those that decide, the first whose condition holds fires; every risk that holds fires too, and is
 * told without deciding anything. Of the rules that fired the worst verdict is the result's: reject
 * before defer before unknown before accept.
 *
 * To add a rule: one row in rules.c.
 */
#ifndef PREDICT_PREDICT_H
#define PREDICT_PREDICT_H

#include "evaluate/check.h"
#include "rcptcheck/result.h"
#include "util/arena.h"

/* The rules that fire, the one that decides first; never NULL. They live in the arena, beside the
 * findings. */
const struct rcpt_prediction *predict(struct arena *arena, const struct findings *findings);

/* The sum of predictions. */
enum rcpt_verdict predict_verdict(const struct rcpt_prediction *predictions);

#endif
