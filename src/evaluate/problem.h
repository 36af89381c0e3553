/*
 * problem.h - oddities with a name: one row each in problem.c
 */
#ifndef EVALUATE_PROBLEM_H
#define EVALUATE_PROBLEM_H

#include "rcptcheck/result.h"
#include "util/arena.h"

/* Rows of the table in problem.c, in its order. */
enum problem_id {
    PROBLEM_DOMAIN_ALIAS,
    PROBLEM_DOMAIN_ALIAS_DANGLING,
    PROBLEM_NXDOMAIN_WITH_ADDRESS,
    PROBLEM_NULL_MX_PREFERENCE,
    PROBLEM_NULL_MX_REPEATED,
    PROBLEM_NULL_MX_MIXED,
    PROBLEM_MX_DUPLICATE,
    PROBLEM_MX_TOO_MANY,
    PROBLEM_MX_TARGET_ALIAS,
    PROBLEM_MX_TARGET_IP,
    PROBLEM_MX_TARGET_LITERAL,
    PROBLEM_MX_TARGET_LOCALHOST,
    PROBLEM_MX_TARGET_SINGLE_LABEL,
    PROBLEM_MX_TARGET_NOT_HOSTNAME,
    PROBLEM_HOST_NXDOMAIN,
    PROBLEM_HOST_NO_ADDRESS,
    PROBLEM_HOST_UNRESOLVED,
    PROBLEM_HOST_PARTLY_UNRESOLVED,
    PROBLEM_HOST_IPV6_ONLY,
    PROBLEM_HOST_TOO_MANY_ADDRESSES,
    PROBLEM_HOST_LOOPBACK,
    PROBLEM_HOST_UNSPECIFIED,
    PROBLEM_HOST_PRIVATE,
    PROBLEM_HOST_LINK_LOCAL,
    PROBLEM_HOST_DOCUMENTATION,
    PROBLEM_HOST_RESERVED,
    PROBLEM_SENDER_IP_PRIVATE,
    PROBLEM_SENDER_IP_LOOPBACK,
    PROBLEM_SENDER_IP_DOCUMENTATION,
    PROBLEM_SENDER_IP_RESERVED,
    PROBLEM_RDNS_SEVERAL,
    PROBLEM_RDNS_TOO_MANY,
    PROBLEM_RDNS_FIRST_UNCONFIRMED,
    PROBLEM_RDNS_GENERIC,
    PROBLEM_RDNS_NOT_HOSTNAME,
    PROBLEM_RDNS_ALIAS,
    PROBLEM_RDNS_OTHER_FAMILY,
    PROBLEM_HELO_UNDERSCORE,
    PROBLEM_HELO_FINAL_DOT,
    PROBLEM_HELO_NOT_ASCII,
    PROBLEM_HELO_SPECIAL_USE,
    PROBLEM_HELO_LITERAL,
    PROBLEM_HELO_ALIAS,
    PROBLEM_HELO_ONLY_MX,
    PROBLEM_MAIL_FROM_BARE_DOMAIN,
    PROBLEM_MAIL_FROM_LITERAL,
    PROBLEM_COUNT
};

/* A list of problems, in the order in which they were found. */
struct problem_list {
    struct arena *arena;
    struct rcpt_problem *first, *last;
};

void problem_list_init(struct problem_list *list, struct arena *arena);

/* Names a problem. `subject` is what it is about, `detail` what the row's sentence calls {detail}
 * ("" if it does not); both are copied. The same problem with the same subject and detail is kept
 * once. */
void problem_add(struct problem_list *list, enum problem_id id, const char *subject,
                 const char *detail);

/* Adds problems that somebody else has named; what they point to is not copied. */
void problem_add_all(struct problem_list *list, const struct rcpt_problem *problems);

/* A row as data, its sentences unfilled: for tests and tables. */
const struct rcpt_problem *problem_at(enum problem_id id);

#endif
