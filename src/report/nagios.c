/*
 * nagios.c - what lists say as a monitoring plugin's output
 *
 * By the Monitoring Plugins Development Guidelines: one status line, "DNSBL STATE - text | data",
 * then long text, a line a subject that has something to tell. The state is the exit status: OK 0,
 * WARNING 1 where only lists of low severity have a subject, CRITICAL 2 for the others, UNKNOWN 3
 * where nothing is listed and a subject could be asked of no list or is none. A list that could not
 * be asked is told with an OK, and counted.
 *
 * A threshold is the highest value that raises no alarm: "listed=2;0" warns above 0. '|' divides
 * text from data, so it never stands in text.
 */
#include "report/tally.h"

enum state { STATE_OK, STATE_WARNING, STATE_CRITICAL, STATE_UNKNOWN };

static const char *const states[] = {
    [STATE_OK] = "OK",
    [STATE_WARNING] = "WARNING",
    [STATE_CRITICAL] = "CRITICAL",
    [STATE_UNKNOWN] = "UNKNOWN",
};

int nagios_exit(const struct report_tally *tally)
{
    if (tally->counts.severe > 0)
        return STATE_CRITICAL;
    if (tally->counts.listed > 0)
        return STATE_WARNING;
    return tally->unasked > 0 || tally->bad > 0 || tally->subjects == 0 ? STATE_UNKNOWN : STATE_OK;
}

/* Texts may quote what strangers wrote. */
static void add_text(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++)
        buffer_add_char(out, (char)(*text == '|' ? '/' : *text));
}

static size_t zones_failed(const struct report_tally *tally)
{
    size_t failed = 0;
    for (size_t i = 0; i < tally->zone_count; i++)
        failed += tally_zone_failed(&tally->zones[i]);
    return failed;
}

static const char *plural(size_t number)
{
    return number == 1 ? "" : "s";
}

static void add_status(struct buffer *out, const struct report_tally *tally, size_t failed)
{
    if (tally->listed_subjects > 0) {
        if (tally->subjects > 1)
            buffer_printf(out, "%zu of %zu subjects listed: ", tally->listed_subjects,
                          tally->subjects);
        add_text(out, buffer_text(&tally->head));
        if (tally->listed_subjects > TALLY_HEAD_MOST)
            buffer_printf(out, " and %zu more", tally->listed_subjects - TALLY_HEAD_MOST);
    } else if (tally->bad > 0) {
        buffer_printf(out, "%zu of %zu subject%s cannot be asked about", tally->bad,
                      tally->subjects, plural(tally->subjects));
    } else if (tally->unasked > 0) {
        buffer_printf(out, "no list could be asked about %zu of %zu subject%s", tally->unasked,
                      tally->subjects, plural(tally->subjects));
    } else if (tally->subjects == 0) {
        buffer_add(out, "no subject was given");
    } else {
        buffer_printf(out, "%zu subject%s not listed", tally->subjects, plural(tally->subjects));
    }
    if (failed > 0)
        buffer_printf(out, "; %zu of %zu list%s could not be asked", failed, tally->zone_count,
                      plural(tally->zone_count));
}

void nagios_listings_end(struct buffer *out, const struct report_style *style,
                         const struct report_tally *tally)
{
    size_t failed = zones_failed(tally);
    buffer_printf(out, "DNSBL %s - ", states[nagios_exit(tally)]);
    add_status(out, tally, failed);
    buffer_printf(out,
                  " | listed=%zu;0;;0 severe=%zu;;0;0 subjects=%zu;;;0 lists=%zu;;;0 "
                  "unusable=%zu;;;0\n",
                  tally->counts.listed, tally->counts.severe, tally->subjects, tally->zone_count,
                  failed);
    if (style->quiet)
        return;
    add_text(out, buffer_text(&tally->lines));
    if (tally->hidden > 0)
        buffer_printf(out, "and %zu more subjects\n", tally->hidden);
}
