/*
 * text_sender.c - the sending side and the recipient's provider, for people
 *
 * A field each for reverse DNS (RFC 8601 section 2.7.3), HELO name and MAIL FROM (RFC 5321), then
 * for each subject of lists the sum, the lists that have it in full, and a line for each list that
 * could not be asked. What was not looked at stands last, with the option that gives it. Named
 * problems follow as notes.
 */
#include <string.h>

#include "report/listing_count.h"
#include "report/provider_host.h"
#include "report/text_parts.h"
#include "report/wrap.h"

#define LENGTH_OF(table) (sizeof(table) / sizeof *(table))

static const char *const rdns_words[] = {
    [RCPT_RDNS_CONFIRMED] = "confirmed",
    [RCPT_RDNS_MISMATCH] = "not confirmed: no PTR name has the address",
    [RCPT_RDNS_NONE] = "no PTR record",
    [RCPT_RDNS_TEMPERROR] = "could not be looked up",
};

static const char *const helo_words[] = {
    [RCPT_HELO_OK] = "resolves",
    [RCPT_HELO_MISMATCH] = "resolves to another address than the sending one",
    [RCPT_HELO_UNRESOLVED] = "does not resolve",
    [RCPT_HELO_NOT_FQDN] = "not fully qualified",
    [RCPT_HELO_SYNTAX] = "neither a domain nor an address literal",
    [RCPT_HELO_TEMPERROR] = "could not be looked up",
};

static const char *const mail_from_words[] = {
    [RCPT_MAIL_FROM_OK] = "bounces can be delivered",
    [RCPT_MAIL_FROM_NULL_PATH] = "the null reverse-path: nothing to look up",
    [RCPT_MAIL_FROM_NULL_MX] = "null MX: the domain takes no mail",
    [RCPT_MAIL_FROM_MISSING] = "the domain does not exist, or has neither MX nor address",
    [RCPT_MAIL_FROM_UNUSABLE] = "no mail host of the domain can be delivered to",
    [RCPT_MAIL_FROM_NOT_FQDN] = "the domain is not fully qualified",
    [RCPT_MAIL_FROM_SYNTAX] = "not an address",
    [RCPT_MAIL_FROM_TEMPERROR] = "could not be looked up",
};

static const char *word_of(const char *const *words, size_t count, unsigned index)
{
    return index < count ? words[index] : "?";
}

/* Ends a field: the line, with why a look-up failed. */
static void add_field(struct buffer *out, const struct report_style *style, const char *label,
                      struct buffer *line, const char *detail)
{
    if (detail[0] != '\0')
        buffer_printf(line, " (%s)", detail);
    text_field(out, style, label, buffer_text(line), 2);
    out->failed = out->failed || line->failed;
    buffer_clear(line);
}

static void add_answers(struct buffer *out, const struct report_style *style,
                        const char *const *evidence)
{
    for (; style->verbose && *evidence != NULL; evidence++)
        text_field(out, style, "", *evidence, 2);
}

static void add_rdns(struct buffer *out, const struct report_style *style,
                     const struct rcpt_rdns *rdns)
{
    struct buffer line;
    buffer_init(&line);
    buffer_printf(&line, "%s: %s", rdns->ip,
                  word_of(rdns_words, LENGTH_OF(rdns_words), rdns->status));
    if (rdns->confirmed[0] != '\0')
        buffer_printf(&line, ", %s", rdns->confirmed);
    bool more = false;
    for (const char *const *name = rdns->ptr; *name != NULL; name++) {
        if (strcmp(*name, rdns->confirmed) == 0)
            continue;
        buffer_printf(&line, "%s%s",
                      more                         ? ", "
                      : rdns->confirmed[0] != '\0' ? "; also "
                                                   : "; ",
                      *name);
        more = true;
    }
    add_field(out, style, "rdns", &line, rdns->detail);
    add_answers(out, style, rdns->evidence);
}

static void add_helo(struct buffer *out, const struct report_style *style,
                     const struct rcpt_helo *helo, bool has_ip)
{
    struct buffer line;
    const char *word = word_of(helo_words, LENGTH_OF(helo_words), helo->status);
    if (helo->literal && helo->status == RCPT_HELO_OK)
        word = "an address literal";
    if (helo->literal && helo->status == RCPT_HELO_MISMATCH)
        word = "the literal of another address than the sending one";
    buffer_init(&line);
    buffer_printf(&line, "%s: %s", helo->name[0] == '\0' ? "(empty)" : helo->name, word);
    if (helo->status == RCPT_HELO_OK && has_ip)
        buffer_add(&line, helo->literal ? " of the sending address" : " to the sending address");
    if (helo->matches_ptr)
        buffer_add(&line, "; the same name as in reverse DNS");
    add_field(out, style, "helo", &line, helo->detail);
    add_answers(out, style, helo->evidence);
}

static void add_mail_from(struct buffer *out, const struct report_style *style,
                          const struct rcpt_mail_from *from)
{
    struct buffer line;
    buffer_init(&line);
    buffer_printf(&line, "%s: %s", from->address[0] == '\0' ? "<>" : from->address,
                  word_of(mail_from_words, LENGTH_OF(mail_from_words), from->status));
    if (from->null_mx_beside)
        buffer_add(&line, "; a null MX stands beside other mail hosts");
    if (from->mx_failed)
        buffer_add(&line, "; its MX could not be looked up, though it has an address");
    add_field(out, style, "mail from", &line, from->detail);
    add_answers(out, style, from->evidence);
}

/* ---- listings ---- */

/* A list that has the subject, in full. */
static void add_listed(struct buffer *out, const struct report_style *style,
                       const struct rcpt_listing *listing)
{
    struct buffer line;
    buffer_init(&line);
    buffer_printf(&line, "%s (%s", listing->zone,
                  listing->status == RCPT_LISTING_LISTED ? rcpt_severity_name(listing->severity)
                                                         : "allow list");
    buffer_printf(&line, "%s) ",
                  listing->status == RCPT_LISTING_LISTED && !listing->independent
                      ? ", counted with the list that holds it"
                      : "");
    listing_answer(&line, listing);
    text_field(out, style, "", buffer_text(&line), 2);
    out->failed = out->failed || line.failed;
    buffer_clear(&line);
    wrap_field_at(out, style, TEXT_HANG + 2, TEXT_HANG + 10, "says", listing->text);
    if (listing->status == RCPT_LISTING_LISTED)
        wrap_field_at(out, style, TEXT_HANG + 2, TEXT_HANG + 10, "delist", listing->delist);
}

/* Any other list, or several that could not be asked for one reason: why, or what it says without
 * listing. Returns the last that was told. */
static const struct rcpt_listing *add_other(struct buffer *out, const struct report_style *style,
                                            const struct rcpt_listing *listing)
{
    struct buffer line;
    bool failed = listing_failed(listing);
    buffer_init(&line);
    buffer_add(&line, listing->zone);
    for (; listing_goes_on(listing); listing = listing->next)
        buffer_printf(&line, ", %s", listing->next->zone);
    buffer_printf(&line, " %s", failed ? rcpt_listing_status_name(listing->status) : "not listed");
    if (failed ? listing->reason[0] != '\0' : listing->meaning[0] != NULL)
        buffer_add(&line, ": ");
    if (failed)
        buffer_add(&line, listing->reason);
    else
        listing_answer(&line, listing);
    text_field(out, style, "", buffer_text(&line), 2);
    if (style->verbose && failed)
        wrap_field_at(out, style, TEXT_HANG + 2, TEXT_HANG + 10, "fix", listing->remedy);
    out->failed = out->failed || line.failed;
    buffer_clear(&line);
    return listing;
}

/* The listings of one subject; lists that do not have it are in the sum, and in full if verbose. */
static void add_subject(struct buffer *out, const struct report_style *style, const char *label,
                        const struct rcpt_listing *listing)
{
    const char *subject = listing->subject;
    struct listing_counts counts = listing_counts_of(listing, subject);
    buffer_add_repeat(out, ' ', TEXT_INDENT);
    wrap_toned(out, style, WRAP_DIM, label);
    buffer_add_repeat(out, ' ', TEXT_HANG - TEXT_INDENT - strlen(label));
    text_listing_sum(out, style, subject, &counts, TEXT_HANG);
    for (; listing != NULL; listing = listing->next) {
        if (strcmp(listing->subject, subject) != 0)
            continue;
        if (listing->status == RCPT_LISTING_LISTED || listing->status == RCPT_LISTING_ALLOWED)
            add_listed(out, style, listing);
        else if (style->verbose || listing_failed(listing) || listing->meaning[0] != NULL)
            listing = add_other(out, style, listing);
    }
}

static bool is_first_of_subject(const struct rcpt_listing *all, const struct rcpt_listing *listing)
{
    while (strcmp(all->subject, listing->subject) != 0)
        all = all->next;
    return all == listing;
}

static void add_listings(struct buffer *out, const struct report_style *style,
                         const struct rcpt_sender *sender)
{
    const char *label = "lists";
    if (sender->listings == NULL && sender->asked_lists)
        text_field(out, style, label, "none takes what was given", 0);
    for (const struct rcpt_listing *one = sender->listings; one != NULL; one = one->next) {
        if (!is_first_of_subject(sender->listings, one))
            continue;
        add_subject(out, style, label, one);
        label = "";
    }
}

/* ---- all of it ---- */

static void add_not_given(struct buffer *out, const struct report_style *style,
                          const struct rcpt_not_given *missing)
{
    struct buffer line;
    if (missing == NULL)
        return;
    buffer_init(&line);
    for (const struct rcpt_not_given *m = missing; m != NULL; m = m->next)
        buffer_printf(&line, "%s%s (%s)", m == missing ? "not looked at: " : "; ", m->what,
                      m->option);
    add_field(out, style, "unseen", &line, "");
}

/* The report says so when the sending side was not looked at at all. */
void text_no_sender(struct buffer *out, const struct report_style *style)
{
    text_field(out, style, "unseen", "not looked at: the sending side (--ip, --helo, --mail-from)",
               0);
}

void text_sender(struct buffer *out, const struct report_style *style,
                 const struct rcpt_sender *sender)
{
    if (sender->rdns != NULL)
        add_rdns(out, style, sender->rdns);
    if (sender->helo != NULL)
        add_helo(out, style, sender->helo, sender->ip != NULL);
    if (sender->mail_from != NULL)
        add_mail_from(out, style, sender->mail_from);
    add_listings(out, style, sender);
    add_not_given(out, style, sender->not_given);
    text_notes(out, style, sender->problems);
    if (sender->rdns != NULL)
        text_notes(out, style, sender->rdns->problems);
    if (sender->helo != NULL)
        text_notes(out, style, sender->helo->problems);
    if (sender->mail_from != NULL)
        text_notes(out, style, sender->mail_from->problems);
}

void text_provider(struct buffer *out, const struct report_style *style,
                   const struct rcpt_result *result)
{
    const struct rcpt_provider *provider = result->provider;
    struct buffer line;
    if (provider == NULL)
        return;
    const char *host = provider_host(result);
    buffer_init(&line);
    buffer_printf(&line, "%s (%s)", provider->name, provider->kind);
    if (host != NULL)
        buffer_printf(&line, ", by mail host %s", host);
    if (style->verbose && provider->note[0] != '\0')
        buffer_printf(&line, "; %s", provider->note);
    add_field(out, style, "provider", &line, "");
}
