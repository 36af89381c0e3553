/*
 * provider.h - whose mail hosts a domain has
 */
#ifndef EVALUATE_PROVIDER_H
#define EVALUATE_PROVIDER_H

#include "rcptcheck/providers.h"
#include "rcptcheck/result.h"

/* The provider of the best mail host that is known by its name; NULL if none is, or `mx` is NULL.
 */
const struct rcpt_provider *mail_provider(const struct rcpt_mx *mx);

#endif
