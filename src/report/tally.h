/*
 * tally.h - what came of many subjects of lists, as the summarising formats read it
 */
#ifndef REPORT_TALLY_H
#define REPORT_TALLY_H

#include "rcptcheck.h"
#include "report/listing_count.h"
#include "report/report.h"
#include "util/buffer.h"

enum {
    TALLY_STATUSES = RCPT_LISTING_ERROR + 1,
    TALLY_LINES_MOST = 50,    /* subjects that the summary names one by one */
    TALLY_OCTETS_MOST = 4096, /* of those lines, about */
    TALLY_ZONES_MOST = 8,     /* lists that are named of one subject */
    TALLY_HEAD_MOST = 3       /* subjects that its first line names */
};

/* One list over all subjects. */
struct tally_zone {
    char *zone; /* as shown */
    bool allow;
    size_t statuses[TALLY_STATUSES]; /* subjects for which it came to this */
};

struct report_tally {
    size_t subjects;        /* all, bad ones among them */
    size_t bad;             /* that cannot be asked about */
    size_t listed_subjects; /* that some list has */
    size_t unasked;         /* subjects that were good, and no block list could be asked */
    struct listing_counts counts;
    struct tally_zone *zones; /* in the order met */
    size_t zone_count, zone_capacity;
    struct buffer head;  /* the first few listed subjects, with their lists */
    struct buffer lines; /* the first many subjects with something to tell, a line each */
    size_t told, hidden; /* subjects in `lines`, and those that had no place */
};

/* Whether the zone could not be asked about at least one subject; whether it answered for one. */
bool tally_zone_failed(const struct tally_zone *zone);
bool tally_zone_answered(const struct tally_zone *zone);

#endif
