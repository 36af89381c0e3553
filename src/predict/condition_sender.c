/*
 * condition_sender.c - what rules ask of the findings about the sending side
 *
 * Lists count once for each independent one (struct rcpt_listing), so that a zone inside another is
 * not counted twice; and by the worst severity among them, so that one row of the rule table holds
 * for a sender.
 */
#include "predict/condition_sender.h"

#include <string.h>

bool listing_is_of_ip(const struct rcpt_sender *sender, const struct rcpt_listing *listing)
{
    return sender->ip != NULL && strcmp(sender->ip, listing->subject) == 0;
}

/* Whether the worst severity among the listings of IP address or domains is the one named, with at
 * least `least` lists in all. */
static bool listed(const struct findings *findings, bool of_ip, int least, const char *severity)
{
    const struct rcpt_sender *sender = findings->sender;
    enum rcpt_severity worst = RCPT_SEVERITY_NONE;
    int count = 0;
    if (sender == NULL)
        return false;
    for (const struct rcpt_listing *l = sender->listings; l != NULL; l = l->next) {
        if (l->status != RCPT_LISTING_LISTED || !l->independent ||
            listing_is_of_ip(sender, l) != of_ip)
            continue;
        if (l->severity > worst) {
            worst = l->severity;
            count = 0;
        }
        count += l->severity == worst;
    }
    return (least < 0 ? count == -least : count >= least) &&
           strcmp(rcpt_severity_name(worst), severity) == 0;
}

bool ip_listed(const struct findings *findings, int number, const char *ids)
{
    return listed(findings, true, number, ids);
}

bool domain_listed(const struct findings *findings, int number, const char *ids)
{
    return listed(findings, false, number, ids);
}

bool rdns_status(const struct findings *findings, int number, const char *ids)
{
    (void)ids;
    const struct rcpt_rdns *rdns = findings->sender == NULL ? NULL : findings->sender->rdns;
    return rdns != NULL && (int)rdns->status == number;
}

bool rdns_not_first(const struct findings *findings, int number, const char *ids)
{
    (void)number;
    return rdns_status(findings, RCPT_RDNS_CONFIRMED, ids) &&
           !findings->sender->rdns->first_confirmed;
}

bool helo_status(const struct findings *findings, int number, const char *ids)
{
    (void)ids;
    const struct rcpt_helo *helo = findings->sender == NULL ? NULL : findings->sender->helo;
    return helo != NULL && (int)helo->status == number;
}

bool helo_unresolved_without(const struct findings *findings, int number, const char *ids)
{
    (void)number;
    if (!helo_status(findings, RCPT_HELO_UNRESOLVED, NULL))
        return false;
    const struct rcpt_problem *problem = findings->sender->helo->problems;
    while (problem != NULL && strcmp(problem->id, ids) != 0)
        problem = problem->next;
    return problem == NULL;
}

bool mail_from_status(const struct findings *findings, int number, const char *ids)
{
    (void)ids;
    const struct rcpt_mail_from *from =
        findings->sender == NULL ? NULL : findings->sender->mail_from;
    return from != NULL && (int)from->status == number;
}

bool mail_from_null_mx_beside(const struct findings *findings, int number, const char *ids)
{
    (void)number;
    return mail_from_status(findings, RCPT_MAIL_FROM_OK, ids) &&
           findings->sender->mail_from->null_mx_beside;
}

bool mail_from_failed(const struct findings *findings, int number, const char *ids)
{
    return mail_from_status(findings, RCPT_MAIL_FROM_TEMPERROR, ids) &&
           findings->sender->mail_from->mx_failed == (number != 0);
}
