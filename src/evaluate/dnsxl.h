/*
 * dnsxl.h - ask a DNS block or allow list about a subject (RFC 5782), and believe only what can be
 * believed
 *
 * Before a zone's word counts, its test entries are asked: one that must be listed, one that must
 * not, and a random name. As the memo asks each question once, they cost three questions a zone and
 * run. A list that lists everything or nothing, refuses, or whose answers somebody rewrites never
 * gives "listed" and never "not listed".
 *
 * Keys: a zone may hold {key}. The key goes into questions only; everything that is shown has {key}
 * in its place, also where a list's own text repeats the question.
 */
#ifndef EVALUATE_DNSXL_H
#define EVALUATE_DNSXL_H

#include "address/ip.h"
#include "evaluate/check.h"
#include "rcptcheck/lists.h"

/* A list as it is asked in this run: the facts, with what the configuration says. */
struct dnsxl_zone {
    const struct rcpt_list *list;
    const char *key;             /* "" for none */
    enum rcpt_severity severity; /* the list's, or the user's */
};

/* What is asked about. */
enum dnsxl_subject_kind { DNSXL_IP, DNSXL_DOMAIN, DNSXL_EMAIL };

struct dnsxl_subject {
    enum dnsxl_subject_kind kind;
    const char *text; /* as shown: the address, or lower-case A-labels */
    struct ip ip;     /* DNSXL_IP */
};

/* Reads an IP address, a domain or an e-mail address. False, with *reason a sentence, if it is
 * none. */
bool dnsxl_subject_parse(struct arena *arena, const char *text, struct dnsxl_subject *subject,
                         const char **reason);

/* Whether a list can be asked about a subject: its kind, and its state (closed ones never). An
 * address is also asked about as its domain; see dnsxl_check(). */
bool dnsxl_applies(const struct dnsxl_zone *zone, const struct dnsxl_subject *subject);

/* The name to ask: "2.0.0.127.zen.spamhaus.org". `key` stands for {key}; "" leaves it. NULL if the
 * list does not take the subject. */
const char *dnsxl_question(struct arena *arena, const struct dnsxl_zone *zone,
                           const struct dnsxl_subject *subject);

/* Asks all zones that apply about a subject, all at once; zones that do not apply are left out,
 * closed ones and ones without their key are told as RCPT_LISTING_UNUSABLE. *listings is sorted:
 * listed first, then by severity, then by zone. `nonce` is a label of letters and digits for the
 * random name. For an e-mail address its domain is asked about as well. */
enum check_state dnsxl_check(struct arena *arena, struct dns *dns, const struct dnsxl_zone *zones,
                             size_t n_zones, const struct dnsxl_subject *subject, const char *nonce,
                             const struct rcpt_listing **listings);

#endif
