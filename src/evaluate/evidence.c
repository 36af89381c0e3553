/*
 * evidence.c - answers of DNS as the evidence of a finding
 *
 * The lines are those of dns_answer_lines(): aliases, then records, or why there are none. They are
 * made for the records that are shown and for no others.
 */
#include "evaluate/evidence.h"

#include "dns/rdata.h"

void evidence_add(struct strlist *evidence, const struct dns_answer *answer)
{
    struct dns_answer shown = *answer;
    if (shown.n_records > EVIDENCE_RECORDS_MOST)
        shown.n_records = EVIDENCE_RECORDS_MOST;
    for (const char *const *line = dns_answer_lines(evidence->arena, &shown); *line != NULL; line++)
        strlist_add(evidence, *line);
}
