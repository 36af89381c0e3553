/*
 * sender.h - the checks of the sending side, run once for a whole session
 *
 * The same ask-and-re-run form as in check.h, over what the user gave of the sender.
 */
#ifndef EVALUATE_SENDER_H
#define EVALUATE_SENDER_H

#include "address/ip.h"
#include "evaluate/check.h"
#include "evaluate/dnsxl.h"
#include "rcptcheck/sender.h"

/* What is given. NULL: not given. */
struct sender_identity {
    const struct ip *ip;
    const char *helo;
    const char *mail_from;          /* an address, or "" or "<>" for the null reverse-path */
    const struct dnsxl_zone *zones; /* lists to ask; none if n_zones is 0 */
    size_t n_zones;
    bool no_lists; /* the user switched lists off */
    const char *nonce;
};

enum check_state rdns_check(struct arena *arena, struct dns *dns, const struct ip *ip,
                            const struct rcpt_rdns **rdns);

/* The name given in HELO as lower-case A-labels, a final dot dropped; NULL unless it is a fully
 * qualified domain in ASCII. */
const char *helo_domain(struct arena *arena, const char *name);

/* `ip` and `rdns` may be NULL: not given. */
enum check_state helo_check(struct arena *arena, struct dns *dns, const char *name,
                            const struct ip *ip, const struct rcpt_rdns *rdns,
                            const struct rcpt_helo **helo);

enum check_state mail_from_check(struct arena *arena, struct dns *dns, const char *address,
                                 const struct rcpt_mail_from **mail_from);

/* All of them with the lists: the sending IP address in IP lists, HELO name and MAIL FROM domain in
 * domain lists. NULL where nothing was given. */
enum check_state sender_check(struct arena *arena, struct dns *dns,
                              const struct sender_identity *identity,
                              const struct rcpt_sender **sender);

#endif
