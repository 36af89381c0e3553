/*
 * pacing.c - how many questions one resolver may have in flight
 *
 * Additive increase, multiplicative decrease, as TCP does (RFC 5681 section 3.1; RFC 8085 section
 * 3.1 asks the like of UDP). A burst of losses counts as one: they tell one story.
 *
 * Limits: a loss is seen only when a try times out, so a dead name lowers the limit too. At a rate
 * worth pacing, answers raise it again long before the next halving.
 */
#include "dns/pacing.h"

void dns_pacing_init(struct dns_pacing *pacing)
{
    *pacing = (struct dns_pacing){.limit = DNS_YOUNG_START};
}

bool dns_pacing_has_room(const struct dns_pacing *pacing)
{
    return pacing->young < pacing->limit;
}

void dns_pacing_add(struct dns_pacing *pacing)
{
    pacing->young++;
}

void dns_pacing_remove(struct dns_pacing *pacing)
{
    if (pacing->young > 0)
        pacing->young--;
}

void dns_pacing_answered(struct dns_pacing *pacing)
{
    if (pacing->limit < DNS_YOUNG_MOST)
        pacing->limit++;
}

void dns_pacing_lost(struct dns_pacing *pacing, int64_t now_ms)
{
    if (pacing->was_halved && now_ms - pacing->halved < DNS_YOUNG_MS)
        return;
    pacing->was_halved = true;
    pacing->halved = now_ms;
    pacing->limit = pacing->limit / 2 > DNS_YOUNG_LEAST ? pacing->limit / 2 : DNS_YOUNG_LEAST;
}
