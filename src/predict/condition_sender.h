/*
 * condition_sender.h - what rules ask of the findings about the sending side
 *
 * As in condition.h: a function and its parameters. All are false where nothing was given of the
 * sender.
 */
#ifndef PREDICT_CONDITION_SENDER_H
#define PREDICT_CONDITION_SENDER_H

#include <stdbool.h>

#include "evaluate/check.h"

/* Whether a listing is about the sending IP address, and not about a domain. */
bool listing_is_of_ip(const struct rcpt_sender *sender, const struct rcpt_listing *listing);

/* The sending IP address is on `number` or more independent lists whose worst severity is the one
 * named in `ids`; on exactly -`number` of them if it is negative. */
bool ip_listed(const struct findings *findings, int number, const char *ids);
/* The same for the HELO name and the MAIL FROM domain. */
bool domain_listed(const struct findings *findings, int number, const char *ids);

/* Reverse DNS has the enum rcpt_rdns_status `number`. */
bool rdns_status(const struct findings *findings, int number, const char *ids);
/* It is confirmed, but not by the first PTR name. */
bool rdns_not_first(const struct findings *findings, int number, const char *ids);

/* The HELO name has the enum rcpt_helo_status `number`. */
bool helo_status(const struct findings *findings, int number, const char *ids);

/* The HELO name has no address, and none of the problems in `ids`. */
bool helo_unresolved_without(const struct findings *findings, int number, const char *ids);

/* The MAIL FROM domain has the enum rcpt_mail_from_status `number`. */
bool mail_from_status(const struct findings *findings, int number, const char *ids);
/* A null MX stands beside its good mail hosts. */
bool mail_from_null_mx_beside(const struct findings *findings, int number, const char *ids);
/* Its MX could not be looked up, and `number` says whether it has an address all the same. */
bool mail_from_failed(const struct findings *findings, int number, const char *ids);

#endif
