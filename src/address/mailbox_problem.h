/*
 * mailbox_problem.h - oddities of an address that can be mailed to all the same; mailbox.c calls it
 */
#ifndef ADDRESS_MAILBOX_PROBLEM_H
#define ADDRESS_MAILBOX_PROBLEM_H

#include "address/domain.h"
#include "address/ip.h"
#include "rcptcheck/result.h"
#include "util/arena.h"

/* "domain-underscore", "single-label" and "special-use", where they hold. */
const struct rcpt_problem *mailbox_domain_problems(struct arena *arena,
                                                   const struct domain *domain);
/* "literal-address-range", where the address is not a public one. */
const struct rcpt_problem *mailbox_literal_problems(struct arena *arena, const struct ip *ip);

#endif
