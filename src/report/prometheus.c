/*
 * prometheus.c - what lists say in the text exposition format of Prometheus, for the textfile
 * collector
 *
 * Few series, whatever the number of subjects: labels are the zone and the status of a list, never
 * a subject. A list that answered nothing has no sample of "listed", as nobody knows it. Samples of
 * one metric stand together under its HELP and TYPE; a label value escapes \, " and line ends.
 */
#include "report/tally.h"

static void add_head(struct buffer *out, const char *name, const char *help)
{
    buffer_printf(out, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name);
}

static void add_label(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\n') {
            buffer_add(out, "\\n");
            continue;
        }
        if (*text == '\\' || *text == '"')
            buffer_add_char(out, '\\');
        buffer_add_char(out, *text);
    }
}

static void add_number(struct buffer *out, const char *name, const char *help, size_t value)
{
    add_head(out, name, help);
    buffer_printf(out, "%s %zu\n", name, value);
}

/* Subjects by list, of the block lists or of the allow lists. */
static void add_listed(struct buffer *out, const struct report_tally *tally, bool allow,
                       const char *name, const char *help)
{
    bool first = true;
    for (size_t i = 0; i < tally->zone_count; i++) {
        const struct tally_zone *zone = &tally->zones[i];
        if (zone->allow != allow || !tally_zone_answered(zone))
            continue;
        if (first)
            add_head(out, name, help);
        first = false;
        buffer_printf(out, "%s{zone=\"", name);
        add_label(out, zone->zone);
        buffer_printf(out, "\"} %zu\n",
                      zone->statuses[allow ? RCPT_LISTING_ALLOWED : RCPT_LISTING_LISTED]);
    }
}

static void add_status(struct buffer *out, const struct tally_zone *zone, const char *status,
                       bool holds)
{
    buffer_add(out, "rcptcheck_dnsbl_list_status{zone=\"");
    add_label(out, zone->zone);
    buffer_printf(out, "\",status=\"%s\"} %d\n", status, holds);
}

static void add_statuses(struct buffer *out, const struct report_tally *tally)
{
    if (tally->zone_count == 0)
        return;
    add_head(out, "rcptcheck_dnsbl_list_status",
             "1 where the list came to this status for at least one subject.");
    for (size_t i = 0; i < tally->zone_count; i++) {
        const struct tally_zone *zone = &tally->zones[i];
        add_status(out, zone, "ok", tally_zone_answered(zone));
        for (unsigned status = RCPT_LISTING_REFUSED; status < TALLY_STATUSES; status++)
            add_status(out, zone, rcpt_listing_status_name((enum rcpt_listing_status)status),
                       zone->statuses[status] > 0);
    }
}

void prometheus_listings_end(struct buffer *out, const struct report_style *style,
                             const struct report_tally *tally)
{
    (void)style;
    add_number(out, "rcptcheck_dnsbl_subjects", "Subjects that lists were asked about.",
               tally->subjects - tally->bad);
    add_number(out, "rcptcheck_dnsbl_bad_subjects", "Subjects that cannot be asked about.",
               tally->bad);
    add_number(out, "rcptcheck_dnsbl_listed_subjects", "Subjects that at least one list has.",
               tally->listed_subjects);
    add_listed(out, tally, false, "rcptcheck_dnsbl_listed", "Subjects that the list has.");
    add_listed(out, tally, true, "rcptcheck_dnsbl_allowed", "Subjects that the allow list has.");
    add_statuses(out, tally);
}
