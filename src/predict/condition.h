/*
 * condition.h - what rules ask of findings
 *
 * A condition is a question with a parameter, so that one function serves many rows of the rule
 * table.
 */
#ifndef PREDICT_CONDITION_H
#define PREDICT_CONDITION_H

#include <stdbool.h>

#include "evaluate/check.h"

/* A rule's condition: the function and what it is given. */
struct condition {
    bool (*holds)(const struct findings *findings, int number, const char *ids);
    int number;      /* a value of an enum, or unused */
    const char *ids; /* ids separated by spaces, or unused */
};

/* The address is not valid, by one of the defects in `ids`; NULL stands for any. */
bool address_defect(const struct findings *findings, int number, const char *ids);
/* The address has one of the problems in `ids`. */
bool address_problem(const struct findings *findings, int number, const char *ids);
/* The address is a literal; `number` is 0 or the enum ip_kind that it must have (IP_PUBLIC counts
 * as 0). */
bool address_literal(const struct findings *findings, int number, const char *ids);
/* A literal that can be reached over the public Internet, as far as its range shows. */
bool address_reachable_literal(const struct findings *findings, int number, const char *ids);
bool address_private_literal(const struct findings *findings, int number, const char *ids);
/* The local-part needs SMTPUTF8 (RFC 6531). */
bool address_smtputf8(const struct findings *findings, int number, const char *ids);
/* The domain was written with U-labels. */
bool address_unicode_domain(const struct findings *findings, int number, const char *ids);

/* The route has the enum rcpt_mx_status `number`; none of the narrower conditions below is implied.
 */
bool mx_status(const struct findings *findings, int number, const char *ids);
/* As mx_status(), and one of the problems in `ids` is among the route's. */
bool mx_status_with_problem(const struct findings *findings, int number, const char *ids);
/* As mx_status(), at the end of a CNAME chain. */
bool mx_status_by_alias(const struct findings *findings, int number, const char *ids);
/* The look-up ended by our own deadline (or by a recording that lacks the answer). */
bool mx_gave_up(const struct findings *findings, int number, const char *ids);
/* DNS failed for the mail hosts, while the domain's own MX answer is there. */
bool mx_hosts_failed(const struct findings *findings, int number, const char *ids);
/* As above, and one of the problems in `ids` is among the route's. */
bool mx_hosts_failed_with_problem(const struct findings *findings, int number, const char *ids);
/* As mx_hosts_failed(), and a failed host answers for MX. */
bool mx_failed_host_answers(const struct findings *findings, int number, const char *ids);
/* The route is RCPT_MX_INVALID and has a host of enum rcpt_host_status `number`. */
bool mx_invalid_with_host(const struct findings *findings, int number, const char *ids);
/* As mx_hosts_failed(), without an MX record. */
bool mx_implicit_failed(const struct findings *findings, int number, const char *ids);
/* As mx_hosts_failed(), and a host of the best preference has enum rcpt_host_status `number`. */
bool mx_failed_best_host(const struct findings *findings, int number, const char *ids);
/* One of the problems in `ids`, about a null MX, is among those of a route with hosts that are at
 * least tried. */
bool mx_null_beside_hosts(const struct findings *findings, int number, const char *ids);
/* A host of the best preference has enum rcpt_host_status `number`, on a route that is good. */
bool mx_best_host(const struct findings *findings, int number, const char *ids);
/* Every host that can be delivered to is named by an IP address. */
bool mx_only_ip_targets(const struct findings *findings, int number, const char *ids);

#endif
