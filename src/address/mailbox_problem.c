/*
 * mailbox_problem.c - oddities of an address that can be mailed to all the same
 *
 * An underscore is outside the grammar of RFC 5321 section 4.1.2, yet Postfix, OpenSMTPD and
 * Sendmail send to such a domain; Exim refuses it with 501. A single label is grammatical
 * (section 2.3.5 asks for a name that resolves). A special-use name is looked up like any other.
 * So none of these makes an address invalid.
 */
#include "address/mailbox_problem.h"

static void add(struct arena *arena, const struct rcpt_problem ***end, struct rcpt_problem problem)
{
    struct rcpt_problem *item = arena_alloc(arena, sizeof *item);
    *item = problem;
    **end = item;
    *end = &item->next;
}

const struct rcpt_problem *mailbox_domain_problems(struct arena *arena, const struct domain *domain)
{
    const struct rcpt_problem *first = NULL, **end = &first;
    const char *name = domain->ascii;

    if (domain->underscore)
        add(arena, &end,
            (struct rcpt_problem){
                .id = "domain-underscore",
                .subject = name,
                .text = arena_printf(arena,
                                     "%s has an underscore, which a mail domain may not have; "
                                     "most servers send to it, Exim answers 501",
                                     name),
                .fix = "use a domain of letters, digits and hyphens for mail",
                .source = "RFC 5321 section 4.1.2"});
    if (domain->labels == 1)
        add(arena, &end,
            (struct rcpt_problem){
                .id = "single-label",
                .subject = name,
                .text = arena_printf(arena,
                                     "%s has a single label; many servers take such a name for a "
                                     "host of their own network",
                                     name),
                .fix = "write the domain in full",
                .source = "RFC 5321 section 2.3.5, RFC 7085"});
    const struct special_use *use = special_use_find(name);
    if (use != NULL)
        add(arena, &end,
            (struct rcpt_problem){.id = "special-use",
                                  .subject = name,
                                  .text = arena_printf(arena, "%s is a special-use name: %s is %s",
                                                       name, use->name, use->what),
                                  .fix = "use a domain that is registered for mail",
                                  .source = use->source});
    return first;
}

const struct rcpt_problem *mailbox_literal_problems(struct arena *arena, const struct ip *ip)
{
    const struct rcpt_problem *first = NULL, **end = &first;
    const struct ip_range *range = ip_range_find(ip);
    if (range == NULL)
        return NULL;
    char text[IP_TEXT_SIZE];
    const char *subject = arena_dup(arena, ip_format(ip, text));
    add(arena, &end,
        (struct rcpt_problem){.id = "literal-address-range",
                              .subject = subject,
                              .text = arena_printf(arena, "%s is no public address: %s is for %s",
                                                   subject, range->prefix, range->name),
                              .fix = "use the domain of the recipient, or a public address",
                              .source = range->source});
    return first;
}
