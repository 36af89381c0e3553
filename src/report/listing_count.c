/*
 * listing_count.c - what lists say of a subject, counted, and the sums in words
 *
 * A list that could not be asked is counted for itself and nowhere else: it is never among those
 * that do not have the subject, so that a sum never says more than was heard. Not to be on an allow
 * list is no merit and no fault; it is not counted as "not listed".
 */
#include "report/listing_count.h"

#include <string.h>

bool listing_failed(const struct rcpt_listing *listing)
{
    switch (listing->status) {
    case RCPT_LISTING_LISTED:
    case RCPT_LISTING_NOT_LISTED:
    case RCPT_LISTING_ALLOWED:
        return false;
    case RCPT_LISTING_REFUSED:
    case RCPT_LISTING_UNUSABLE:
    case RCPT_LISTING_REWRITTEN:
    case RCPT_LISTING_TIMEOUT:
    case RCPT_LISTING_ERROR:
        break;
    }
    return true;
}

bool listing_is_allow(const struct rcpt_listing *listing)
{
    return listing->severity == RCPT_SEVERITY_NONE;
}

static void count(struct listing_counts *counts, const struct rcpt_listing *listing)
{
    counts->lists++;
    if (listing_failed(listing)) {
        counts->failed++;
    } else if (listing->status == RCPT_LISTING_ALLOWED) {
        counts->allowed++;
    } else if (listing->status == RCPT_LISTING_LISTED) {
        counts->listed++;
        counts->severe += listing->severity >= RCPT_SEVERITY_MEDIUM;
        if (listing->severity > counts->worst)
            counts->worst = listing->severity;
    } else if (listing_is_allow(listing)) {
        counts->absent++;
    } else {
        counts->clear++;
    }
}

struct listing_counts listing_counts_of(const struct rcpt_listing *listing, const char *subject)
{
    struct listing_counts counts = {.worst = RCPT_SEVERITY_NONE};
    for (; listing != NULL; listing = listing->next)
        if (subject == NULL || strcmp(subject, listing->subject) == 0)
            count(&counts, listing);
    return counts;
}

bool listing_counts_unknown(const struct listing_counts *counts)
{
    return counts->listed == 0 && counts->clear == 0 && (counts->failed > 0 || counts->lists == 0);
}

const char *listing_counts_word(const struct listing_counts *counts)
{
    if (counts->listed > 0)
        return "LISTED";
    if (counts->clear == 0 && counts->allowed > 0)
        return "allowed";
    return listing_counts_unknown(counts) ? "UNKNOWN" : "not listed";
}

static const char *lists(size_t number)
{
    return number == 1 ? "list" : "lists";
}

/* No block list was asked. */
static void add_allow(struct buffer *out, const struct listing_counts *counts)
{
    size_t number = counts->allowed > 0 ? counts->allowed : counts->absent;
    buffer_printf(out, " on %zu allow %s", number, lists(number));
}

void listing_counts_rest(struct buffer *out, const struct listing_counts *counts)
{
    bool allow_only = counts->listed == 0 && counts->clear == 0 && counts->allowed > 0;
    if (counts->lists == 0) {
        buffer_add(out, ": no list takes it");
        return;
    }
    if (listing_counts_unknown(counts) && !allow_only) {
        buffer_printf(out, ": of %zu %s none could be asked", counts->failed,
                      lists(counts->failed));
        return;
    }
    if (counts->listed > 0)
        buffer_printf(out, " on %zu of %zu %s", counts->listed, counts->lists,
                      lists(counts->lists));
    else if (counts->clear > 0)
        buffer_printf(out, " on %zu %s", counts->clear, lists(counts->clear));
    else
        add_allow(out, counts);
    if (counts->failed > 0)
        buffer_printf(out, ", %zu could not be asked", counts->failed);
    if (counts->allowed > 0 && !allow_only)
        buffer_printf(out, ", on %zu allow %s", counts->allowed, lists(counts->allowed));
}

bool listing_texts(struct buffer *out, const char *const *texts, const char *separator)
{
    bool any = false;
    for (; *texts != NULL; texts++) {
        buffer_add(out, any ? separator : "");
        buffer_add(out, *texts);
        any = true;
    }
    return any;
}

void listing_answer(struct buffer *out, const struct rcpt_listing *listing)
{
    bool codes = listing_texts(out, listing->codes, ", ");
    if (listing->meaning[0] == NULL)
        return;
    buffer_add(out, codes ? ": " : "");
    listing_texts(out, listing->meaning, "; ");
}

bool listing_goes_on(const struct rcpt_listing *listing)
{
    const struct rcpt_listing *next = listing->next;
    return listing_failed(listing) && next != NULL && next->status == listing->status &&
           strcmp(next->reason, listing->reason) == 0 &&
           strcmp(next->subject, listing->subject) == 0;
}
