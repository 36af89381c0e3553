/*
 * evidence.h - answers of DNS as the evidence of a finding
 */
#ifndef EVALUATE_EVIDENCE_H
#define EVALUATE_EVIDENCE_H

#include "dns/answer.h"
#include "util/strlist.h"

#define EVIDENCE_RECORDS_MOST 10

/* Adds an answer as lines, with at most EVIDENCE_RECORDS_MOST of its records: what a stranger can
 * make us show is bounded. */
void evidence_add(struct strlist *evidence, const struct dns_answer *answer);

#endif
