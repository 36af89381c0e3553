/*
 * resolver_trait.h - what the judges of a resolver's traits share; private to
 * src/evaluate/resolver*
 */
#ifndef EVALUATE_RESOLVER_TRAIT_H
#define EVALUATE_RESOLVER_TRAIT_H

#include "evaluate/resolver.h"

enum {
    RESOLVER_ABSENT = 2, /* names that do not exist */
    RESOLVER_ALL = 5     /* questions that have nothing to do with lists */
};

/* The answers, all of them there. */
struct resolver_answers {
    struct arena *arena;
    const struct resolver_subject *subject;
    const struct dns_answer *root;
    const struct dns_answer *is_signed;               /* to the name with a good signature */
    const struct dns_answer *bogus;                   /* NULL: not asked */
    const struct dns_answer *absent[RESOLVER_ABSENT]; /* the first one below a real zone */
    const struct dns_answer *all[RESOLVER_ALL];       /* those above that were asked */
    size_t n_all;
    const struct dns_answer **lists; /* the test entry of each list; NULL where it has none to ask
                                        for */
};

/* Texts are constants or in the arena. */
void resolver_say(struct rcpt_trait *trait, enum rcpt_trait_status status, const char *finding,
                  const char *meaning, const char *remedy);

/* "not known", as that answer is none. */
void resolver_say_unknown(const struct resolver_answers *answers, struct rcpt_trait *trait,
                          const struct dns_answer *answer);

/* The question for a list's own test entry that is an IPv4 address; NULL if it has none. */
const char *resolver_list_question(struct arena *arena, const struct dnsxl_zone *zone);

/* The judges of what has to do with lists. */
void resolver_judge_rebinding(const struct resolver_answers *answers, struct rcpt_trait *trait);
void resolver_judge_public(const struct resolver_answers *answers, struct rcpt_trait *trait);
void resolver_judge_lists(const struct resolver_answers *answers, struct rcpt_trait *trait);

#endif
