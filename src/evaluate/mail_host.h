/*
 * mail_host.h - one mail host: its addresses, and whether mail can be delivered to it
 */
#ifndef EVALUATE_MAIL_HOST_H
#define EVALUATE_MAIL_HOST_H

#include "evaluate/check.h"
#include "evaluate/problem.h"
#include "util/strlist.h"

/* What the host is in its route: the target of an MX record, or the domain itself (implicit MX). */
enum mail_host_role { MAIL_HOST_TARGET, MAIL_HOST_DOMAIN };

/* What a look-up works with and adds to. */
struct mail_host_work {
    struct arena *arena;
    struct dns *dns;
    struct problem_list problems;
    struct strlist evidence; /* the answers as text */
};

/* Fills host->status, addresses and detail from host->name; names problems, and adds the answers to
 * the evidence. */
enum check_state mail_host_look_up(struct mail_host_work *work, struct rcpt_host *host,
                                   enum mail_host_role role);

/* Whether the status says that the host's addresses could not be had. */
bool mail_host_failed(enum rcpt_host_status status);

#endif
