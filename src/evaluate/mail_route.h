/*
 * mail_route.h - how mail for any domain is routed: the work of mx.c, for the recipient and for
 * MAIL FROM
 */
#ifndef EVALUATE_MAIL_ROUTE_H
#define EVALUATE_MAIL_ROUTE_H

#include "evaluate/check.h"

/* *mx is written when CHECK_DONE is returned; `target_answers` as in struct findings, may be NULL.
 * `domain` is lower-case A-labels. */
enum check_state mail_route_look_up(struct arena *arena, struct dns *dns, const char *domain,
                                    const struct rcpt_mx **mx, bool *target_answers);

#endif
