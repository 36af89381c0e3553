/*
 * provider_reply.h - a provider's own reply in place of the general one
 */
#ifndef PREDICT_PROVIDER_REPLY_H
#define PREDICT_PROVIDER_REPLY_H

#include "predict/rule.h"
#include "util/arena.h"

/* Where the recipient's provider is known to have a reply of its own for the rule's trigger, puts
 * it into the prediction: code, reason, certainty and source. Where its replies are known and none
 * fits a listing, the prediction becomes a risk. Leaves it alone otherwise. */
void provider_reply_apply(struct arena *arena, const struct rule *rule,
                          const struct findings *findings, struct rcpt_prediction *prediction);

#endif
