/*
 * mx.c - how mail for the recipient's domain is routed
 *
 * The check of the recipient; the work is done in mail_route.c, which serves the MAIL FROM domain
 * as well. An address literal has no MX step (RFC 5321 section 5.1), and an address that is not
 * valid has no domain: both are left without a route.
 */
#include "evaluate/check.h"
#include "evaluate/mail_route.h"

enum check_state mx_check(struct arena *arena, struct dns *dns, struct findings *findings)
{
    const char *domain = findings->address->ascii_domain;
    if (domain == NULL)
        return CHECK_DONE;
    return mail_route_look_up(arena, dns, domain, &findings->mx, &findings->mx_target_answers);
}
