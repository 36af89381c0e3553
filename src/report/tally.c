/*
 * tally.c - what came of many subjects of lists, counted as the results come
 *
 * A result is gone when the next one comes, so all that a summary tells is copied here: counts by
 * list and status, and a line for each of the first subjects that a list has or that could not be
 * asked about. What is kept is bounded by the number of lists, not of subjects.
 */
#include "report/tally.h"

#include <stdlib.h>
#include <string.h>

struct report_tally *report_tally_create(void)
{
    struct report_tally *tally = calloc(1, sizeof *tally);
    if (tally == NULL)
        return NULL;
    buffer_init(&tally->head);
    buffer_init(&tally->lines);
    return tally;
}

void report_tally_destroy(struct report_tally *tally)
{
    if (tally == NULL)
        return;
    for (size_t i = 0; i < tally->zone_count; i++)
        free(tally->zones[i].zone);
    free(tally->zones);
    buffer_clear(&tally->head);
    buffer_clear(&tally->lines);
    free(tally);
}

bool tally_zone_failed(const struct tally_zone *zone)
{
    for (size_t i = RCPT_LISTING_REFUSED; i < TALLY_STATUSES; i++)
        if (zone->statuses[i] > 0)
            return true;
    return false;
}

bool tally_zone_answered(const struct tally_zone *zone)
{
    return zone->statuses[RCPT_LISTING_LISTED] > 0 || zone->statuses[RCPT_LISTING_ALLOWED] > 0 ||
           zone->statuses[RCPT_LISTING_NOT_LISTED] > 0;
}

static bool grow(struct report_tally *tally)
{
    size_t capacity = tally->zone_capacity == 0 ? 32 : 2 * tally->zone_capacity;
    struct tally_zone *zones = realloc(tally->zones, capacity * sizeof *zones);
    if (zones == NULL)
        return false;
    tally->zones = zones;
    tally->zone_capacity = capacity;
    return true;
}

/* The zone's row, made if it is not there; NULL if memory runs out. */
static struct tally_zone *zone_of(struct report_tally *tally, const struct rcpt_listing *listing)
{
    for (size_t i = 0; i < tally->zone_count; i++)
        if (strcmp(tally->zones[i].zone, listing->zone) == 0)
            return &tally->zones[i];
    if (tally->zone_count == tally->zone_capacity && !grow(tally))
        return NULL;
    struct tally_zone *zone = &tally->zones[tally->zone_count];
    memset(zone, 0, sizeof *zone);
    zone->zone = strdup(listing->zone);
    zone->allow = listing_is_allow(listing);
    tally->zone_count += zone->zone != NULL;
    return zone->zone != NULL ? zone : NULL;
}

static void add_counts(struct listing_counts *sum, const struct listing_counts *more)
{
    sum->lists += more->lists;
    sum->listed += more->listed;
    sum->severe += more->severe;
    sum->clear += more->clear;
    sum->allowed += more->allowed;
    sum->absent += more->absent;
    sum->failed += more->failed;
    if (more->worst > sum->worst)
        sum->worst = more->worst;
}

/* Names the first few lists of those that hold the subject, or could not be asked, each with its
 * severity or status. */
static void add_zones(struct buffer *out, const struct rcpt_listing *listing, bool failed)
{
    size_t named = 0, more = 0;
    for (; listing != NULL; listing = listing->next) {
        if (failed ? !listing_failed(listing) : listing->status != RCPT_LISTING_LISTED)
            continue;
        if (named == TALLY_ZONES_MOST) {
            more++;
            continue;
        }
        buffer_printf(out, "%s%s (%s)", named++ > 0 ? ", " : "", listing->zone,
                      failed ? rcpt_listing_status_name(listing->status)
                             : rcpt_severity_name(listing->severity));
    }
    if (more > 0)
        buffer_printf(out, " and %zu more", more);
}

/* "192.0.2.1 listed on zen.spamhaus.org (high), psbl.surriel.com (medium)" */
static void add_listed(struct buffer *out, const struct rcpt_result *result)
{
    buffer_printf(out, "%s listed on ", result->input);
    add_zones(out, result->listings, false);
}

/* What there is to tell of one subject, if anything. */
static void add_line(struct report_tally *tally, const struct rcpt_result *result,
                     const struct listing_counts *counts, bool bad)
{
    if (!bad && counts->listed == 0 && counts->failed == 0)
        return;
    if (tally->told == TALLY_LINES_MOST || tally->lines.length > TALLY_OCTETS_MOST) {
        tally->hidden++;
        return;
    }
    tally->told++;
    struct buffer *lines = &tally->lines;
    if (bad)
        buffer_printf(lines, "%s: %s", result->input, result->error);
    else if (counts->listed > 0)
        add_listed(lines, result);
    else
        buffer_add(lines, result->input);
    if (counts->failed > 0) {
        buffer_printf(lines, "%s could not ask %zu of %zu lists: ", counts->listed > 0 ? ";" : ":",
                      counts->failed, counts->lists);
        add_zones(lines, result->listings, true);
    }
    buffer_add_char(lines, '\n');
}

bool report_tally_add(struct report_tally *tally, const struct rcpt_result *result)
{
    bool bad = result->error != NULL && result->error[0] != '\0';
    struct listing_counts counts = listing_counts_of(result->listings, NULL);
    for (const struct rcpt_listing *one = result->listings; one != NULL; one = one->next) {
        struct tally_zone *zone = zone_of(tally, one);
        if (zone == NULL)
            return false;
        zone->statuses[one->status]++;
    }
    tally->subjects++;
    tally->bad += bad;
    tally->unasked += !bad && listing_counts_unknown(&counts);
    add_counts(&tally->counts, &counts);
    add_line(tally, result, &counts, bad);
    if (counts.listed > 0) {
        if (tally->listed_subjects < TALLY_HEAD_MOST) {
            buffer_add(&tally->head, tally->listed_subjects > 0 ? ", " : "");
            add_listed(&tally->head, result);
        }
        tally->listed_subjects++;
    }
    return !tally->head.failed && !tally->lines.failed;
}

enum report_sum report_tally_sum(const struct report_tally *tally)
{
    if (tally->bad > 0)
        return REPORT_SUM_BAD;
    if (tally->counts.listed > 0)
        return REPORT_SUM_LISTED;
    return tally->counts.failed > 0 || tally->unasked > 0 ? REPORT_SUM_UNSURE : REPORT_SUM_CLEAR;
}
