/*
 * resolver.c - is a resolver fit for the job: its traits, from what it answers
 *
 * First one question that every resolver can answer; who is silent is asked no more. Then all the
 * others at once, and one judge a trait, in a table. A failure proves nothing about a trait: it is
 * "unknown" then, as only what was seen may be called good or bad.
 *
 * RFC 1035 and RFC 7766 (UDP and TCP), RFC 6891 (EDNS), RFC 4035 section 3.2.3 (AD), RFC 6761
 * section 6.4 (invalid.), RFC 8020 and RFC 2308 (NXDOMAIN).
 *
 * Limits: no large answer exists everywhere, so truncation is seen only if one is met by chance.
 */
#include "evaluate/resolver.h"

#include <string.h>

#include "address/ip.h"
#include "evaluate/resolver_trait.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

typedef void judge(const struct resolver_answers *answers, struct rcpt_trait *trait);

void resolver_say(struct rcpt_trait *trait, enum rcpt_trait_status status, const char *finding,
                  const char *meaning, const char *remedy)
{
    trait->status = status;
    trait->finding = finding;
    trait->meaning = meaning;
    trait->remedy = remedy;
}

static void say_recording(struct rcpt_trait *trait)
{
    resolver_say(trait, RCPT_TRAIT_SKIPPED, "not looked at: a recording does not show it", "",
                 "ask the resolver itself, without --replay");
}

/* "SERVFAIL", or the reason why there is no answer. */
static const char *failure(const struct resolver_answers *answers, const struct dns_answer *answer)
{
    if (answer->reason[0] != '\0')
        return answer->reason;
    return arena_printf(answers->arena, "it answered %s", dns_status_name(answer->status));
}

void resolver_say_unknown(const struct resolver_answers *answers, struct rcpt_trait *trait,
                          const struct dns_answer *answer)
{
    bool is_silent = answers->subject->address != NULL && answers->root->status == DNS_TIMEOUT;
    const char *why = is_silent ? "it does not answer" : failure(answers, answer);
    resolver_say(trait, RCPT_TRAIT_UNKNOWN, arena_printf(answers->arena, "not known: %s", why), "",
                 "");
}

/* ---- the way to it ---- */

static void judge_udp(const struct resolver_answers *answers, struct rcpt_trait *trait)
{
    const struct dns_answer *root = answers->root;
    if (answers->subject->address == NULL)
        say_recording(trait);
    else if (root->status == DNS_TIMEOUT)
        resolver_say(trait, RCPT_TRAIT_BAD, failure(answers, root),
                     "Nothing can be looked up through it.",
                     "Check its address, that it runs, and that nothing between here and it drops "
                     "UDP to its port.");
    else if (root->status == DNS_REFUSED)
        resolver_say(trait, RCPT_TRAIT_BAD, failure(answers, root),
                     "It does not serve this host: every recipient will be unknown.",
                     "Allow this host's address in its access list, or name another resolver.");
    else if (!dns_status_is_certain(root->status))
        resolver_say(trait, RCPT_TRAIT_WARN, failure(answers, root),
                     "It cannot look up the root of DNS, so it may reach no name server at all.",
                     "Look at its log, and at its way to the Internet.");
    else
        resolver_say(trait, RCPT_TRAIT_GOOD, "it answers over UDP", "", "");
}

static void judge_tcp(const struct resolver_answers *answers, struct rcpt_trait *trait)
{
    const struct dns_answer *answer = answers->subject->over_tcp;
    if (answer == NULL && answers->subject->address == NULL)
        say_recording(trait);
    else if (answer == NULL || answer->status == DNS_PENDING)
        resolver_say(trait, RCPT_TRAIT_UNKNOWN, "not known: it was not asked over TCP", "", "");
    else if (answer->status == DNS_TIMEOUT || answer->status == DNS_MALFORMED)
        resolver_say(trait, RCPT_TRAIT_BAD, failure(answers, answer),
                     "Answers that do not fit into a datagram, such as long TXT or MX record sets, "
                     "cannot be had; such a recipient will be unknown.",
                     "Let TCP through to its port: RFC 7766 requires it of every resolver.");
    else
        resolver_say(trait, RCPT_TRAIT_GOOD, "it answers over TCP", "", "");
}

static void judge_edns(const struct resolver_answers *answers, struct rcpt_trait *trait)
{
    bool replied = false;
    for (size_t i = 0; i < answers->n_all; i++) {
        const struct dns_answer *answer = answers->all[i];
        if (answer->edns) {
            resolver_say(trait, RCPT_TRAIT_GOOD, "it understands EDNS", "", "");
            return;
        }
        replied |= dns_status_is_certain(answer->status);
    }
    if (!replied)
        resolver_say_unknown(answers, trait, answers->root);
    else
        resolver_say(trait, RCPT_TRAIT_WARN, "its replies have no OPT record",
                     "Answers above 512 octets take a second question over TCP, and nothing says "
                     "why a lookup failed.",
                     "Use a resolver that knows EDNS (RFC 6891), or let it through: old firewalls "
                     "take it out.");
}

static void judge_truncation(const struct resolver_answers *answers, struct rcpt_trait *trait)
{
    for (size_t i = 0; i < answers->n_all; i++) {
        const struct dns_answer *answer = answers->all[i];
        if (!answer->truncated)
            continue;
        if (dns_status_is_certain(answer->status))
            resolver_say(trait, RCPT_TRAIT_GOOD, "a large answer came whole, over TCP", "", "");
        else
            resolver_say(trait, RCPT_TRAIT_BAD, failure(answers, answer),
                         "Large answers cannot be had; such a recipient will be unknown.",
                         "Let TCP through to its port (RFC 7766).");
        return;
    }
    if (answers->root->status == DNS_TIMEOUT)
        resolver_say_unknown(answers, trait, answers->root);
    else
        resolver_say(trait, RCPT_TRAIT_UNKNOWN, "not known: no large answer was met", "", "");
}

/* ---- DNSSEC ---- */

static void judge_dnssec(const struct resolver_answers *answers, struct rcpt_trait *trait)
{
    const struct dns_answer *answer = answers->is_signed;
    bool given = answers->subject->signed_name != NULL;
    if (answer->status == DNS_SERVFAIL && given && dns_status_is_certain(answers->root->status))
        resolver_say(trait, RCPT_TRAIT_BAD,
                     arena_printf(answers->arena, "it answers SERVFAIL for %s", answer->name),
                     "If the signature of that name is good, the resolver takes good names for "
                     "forged ones; their recipients will be unknown.",
                     "Look at its clock and its trust anchor for the root.");
    else if (!dns_status_is_certain(answer->status))
        resolver_say_unknown(answers, trait, answer);
    else if (answer->authenticated)
        resolver_say(
            trait, RCPT_TRAIT_GOOD,
            arena_printf(answers->arena, "it has validated %s", given ? answer->name : "the root"),
            "The AD flag is worth what the way to the resolver is worth.", "");
    else
        resolver_say(trait, RCPT_TRAIT_WARN,
                     arena_printf(answers->arena, "no AD flag for %s",
                                  given ? answer->name : "the root, which is signed"),
                     "It does not validate, or does not say so: forged answers go unnoticed, and "
                     "\"dnssec\" is false in every report.",
                     "Switch validation on in the resolver, or run one that validates on this "
                     "host.");
}

static void judge_bogus(const struct resolver_answers *answers, struct rcpt_trait *trait)
{
    const struct dns_answer *answer = answers->bogus;
    if (answer == NULL && answers->subject->bogus_name == NULL)
        resolver_say(trait, RCPT_TRAIT_SKIPPED, "not looked at", "",
                     "--bogus NAME, a name whose signature is broken");
    else if (answer == NULL)
        resolver_say_unknown(answers, trait, answers->root);
    else if (answer->status == DNS_SERVFAIL)
        resolver_say(trait, RCPT_TRAIT_GOOD,
                     arena_printf(answers->arena, "it answers SERVFAIL for %s", answer->name), "",
                     "");
    else if (!dns_status_is_certain(answer->status))
        resolver_say_unknown(answers, trait, answer);
    else if (answer->authenticated)
        resolver_say(trait, RCPT_TRAIT_BAD,
                     arena_printf(answers->arena, "it says that it has validated %s", answer->name),
                     "If the signature of that name is broken, its AD flag means nothing.",
                     "Ask a resolver that validates.");
    else
        resolver_say(trait, RCPT_TRAIT_WARN,
                     arena_printf(answers->arena, "it gives an answer for %s", answer->name),
                     "Names with a broken signature look good, while receivers that validate "
                     "cannot reach them.",
                     "Switch validation on in the resolver.");
}

/* ---- names that do not exist ---- */

static void judge_nxdomain(const struct resolver_answers *answers, struct rcpt_trait *trait)
{
    char text[IP_TEXT_SIZE];
    for (size_t i = 0; i < RESOLVER_ABSENT && answers->absent[0] != NULL; i++) {
        const struct dns_answer *answer = answers->absent[i];
        if (answer->status != DNS_NOERROR)
            continue;
        resolver_say(trait, RCPT_TRAIT_BAD,
                     arena_printf(answers->arena, "it answers %s for %s, which does not exist",
                                  ip_format(&answer->records[0].address, text), answer->name),
                     "It rewrites NXDOMAIN: domains that do not exist look deliverable, and "
                     "everything looks listed.",
                     "Ask a resolver that does not: one of your own, or have the operator switch "
                     "it off.");
        return;
    }
    const struct dns_answer *answer = answers->absent[0];
    if (answer == NULL || !dns_status_is_certain(answer->status))
        resolver_say_unknown(answers, trait, answer == NULL ? answers->root : answer);
    else if (answer->status == DNS_NXDOMAIN)
        resolver_say(trait, RCPT_TRAIT_GOOD, "it leaves NXDOMAIN alone", "", "");
    else
        resolver_say(trait, RCPT_TRAIT_WARN,
                     arena_printf(answers->arena,
                                  "it says of %s, which does not exist, that it has no address",
                                  answer->name),
                     "A domain that does not exist cannot be told from one without mail; both "
                     "are refused, with different codes.",
                     "Ask a resolver that passes NXDOMAIN on.");
}

/* ---- the check ---- */

static const struct {
    const char *id;
    judge *judge;
} judges[] = {
    {"udp", judge_udp},
    {"tcp", judge_tcp},
    {"edns", judge_edns},
    {"truncation", judge_truncation},
    {"dnssec", judge_dnssec},
    {"bogus", judge_bogus},
    {"nxdomain", judge_nxdomain},
    {"rebinding", resolver_judge_rebinding},
    {"public", resolver_judge_public},
    {"lists", resolver_judge_lists},
};

/* The answer, which is noted among all; *wait is set if it is still to come. */
static const struct dns_answer *ask(struct resolver_answers *answers, struct dns *dns,
                                    const char *name, uint16_t type, bool *wait)
{
    const struct dns_answer *answer = dns_ask(dns, name, type);
    answers->all[answers->n_all++] = answer;
    *wait |= answer->status == DNS_PENDING;
    return answer;
}

static void ask_lists(struct resolver_answers *answers, struct dns *dns, bool *wait)
{
    const struct resolver_subject *subject = answers->subject;
    for (size_t i = 0; i < subject->n_zones; i++) {
        const char *question = resolver_list_question(answers->arena, &subject->zones[i]);
        if (question == NULL)
            continue;
        answers->lists[i] = dns_ask(dns, question, DNS_TYPE_A);
        *wait |= answers->lists[i]->status == DNS_PENDING;
    }
}

/* Asks all there is to ask. True if something is still to come. */
static bool ask_all(struct resolver_answers *answers, struct dns *dns)
{
    const struct resolver_subject *subject = answers->subject;
    struct arena *arena = answers->arena;
    const char *com = arena_printf(arena, "rcptcheck-%s.com", subject->nonce);
    const char *invalid = arena_printf(arena, "rcptcheck-%s.invalid", subject->nonce);
    bool wait = false;
    answers->root = ask(answers, dns, RESOLVER_NAME, RESOLVER_TYPE, &wait);
    answers->is_signed = answers->root;
    if (wait || answers->root->status == DNS_TIMEOUT)
        return wait;
    if (subject->signed_name != NULL)
        answers->is_signed = ask(answers, dns, subject->signed_name, DNS_TYPE_SOA, &wait);
    if (subject->bogus_name != NULL)
        answers->bogus = ask(answers, dns, subject->bogus_name, DNS_TYPE_SOA, &wait);
    answers->absent[0] = ask(answers, dns, com, DNS_TYPE_A, &wait);
    answers->absent[1] = ask(answers, dns, invalid, DNS_TYPE_A, &wait);
    ask_lists(answers, dns, &wait);
    return wait;
}

enum check_state resolver_check(struct arena *arena, struct dns *dns,
                                const struct resolver_subject *subject,
                                const struct rcpt_trait **traits)
{
    struct resolver_answers answers = {.arena = arena, .subject = subject};
    answers.lists = arena_array(arena, subject->n_zones + 1, sizeof *answers.lists);
    if (ask_all(&answers, dns))
        return CHECK_WAIT;
    struct rcpt_trait *list = arena_array(arena, COUNT(judges), sizeof *list);
    for (size_t i = 0; i < COUNT(judges); i++) {
        list[i].id = judges[i].id;
        list[i].next = i + 1 < COUNT(judges) ? &list[i + 1] : NULL;
        judges[i].judge(&answers, &list[i]);
        /* What is shown outlives the answers and the lists. */
        list[i].finding = arena_dup(arena, list[i].finding);
        list[i].meaning = arena_dup(arena, list[i].meaning);
        list[i].remedy = arena_dup(arena, list[i].remedy);
    }
    *traits = list;
    return CHECK_DONE;
}

bool resolver_is_fit(const struct rcpt_trait *traits)
{
    bool fit = true;
    for (; traits != NULL; traits = traits->next)
        fit &= traits->status != RCPT_TRAIT_BAD;
    return fit;
}
