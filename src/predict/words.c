/*
 * words.c - what stands for the words in braces in a rule's sentences
 *
 * One row a word. A word that findings cannot fill gives "", so a sentence is never printed with a
 * hole that looks like a template.
 */
#include "predict/words.h"

#include <string.h>

#include "predict/condition_sender.h"
#include "util/template.h"

static const char *word_domain(struct arena *arena, const struct findings *findings)
{
    (void)arena;
    return findings->address->domain;
}

static const char *word_ascii_domain(struct arena *arena, const struct findings *findings)
{
    (void)arena;
    return findings->address->ascii_domain;
}

static const char *word_canonical(struct arena *arena, const struct findings *findings)
{
    (void)arena;
    return findings->mx == NULL ? NULL : findings->mx->canonical;
}

static const char *word_detail(struct arena *arena, const struct findings *findings)
{
    (void)arena;
    return findings->mx == NULL ? NULL : findings->mx->detail;
}

static const char *word_error(struct arena *arena, const struct findings *findings)
{
    (void)arena;
    return findings->address->error == NULL ? NULL : findings->address->error->reason;
}

/* The host that is tried first. */
static const char *word_host(struct arena *arena, const struct findings *findings)
{
    (void)arena;
    const struct rcpt_host *host = findings->mx == NULL ? NULL : findings->mx->hosts;
    while (host != NULL && host->status != RCPT_HOST_OK)
        host = host->next;
    return host == NULL ? NULL : host->name;
}

static const char *word_ip(struct arena *arena, const struct findings *findings)
{
    (void)arena;
    const struct rcpt_sender *sender = findings->sender;
    return sender == NULL || sender->ip == NULL ? "the sending address" : sender->ip;
}

/* The zones that list the sending IP address, or its domains. */
static const char *listing_zones(struct arena *arena, const struct findings *findings, bool of_ip)
{
    const struct rcpt_sender *sender = findings->sender;
    const char *zones = "";
    for (const struct rcpt_listing *l = sender == NULL ? NULL : sender->listings; l != NULL;
         l = l->next) {
        if (l->status == RCPT_LISTING_LISTED && l->independent &&
            listing_is_of_ip(sender, l) == of_ip)
            zones = arena_printf(arena, "%s%s%s", zones, *zones == '\0' ? "" : ", ", l->zone);
    }
    return zones;
}

static const char *word_ip_lists(struct arena *arena, const struct findings *findings)
{
    return listing_zones(arena, findings, true);
}

static const char *word_domain_lists(struct arena *arena, const struct findings *findings)
{
    return listing_zones(arena, findings, false);
}

static const char *word_rdns_detail(struct arena *arena, const struct findings *findings)
{
    (void)arena;
    const struct rcpt_sender *sender = findings->sender;
    return sender == NULL || sender->rdns == NULL ? NULL : sender->rdns->detail;
}

static const char *word_helo(struct arena *arena, const struct findings *findings)
{
    (void)arena;
    const struct rcpt_sender *sender = findings->sender;
    return sender == NULL || sender->helo == NULL ? NULL : sender->helo->name;
}

static const char *word_helo_detail(struct arena *arena, const struct findings *findings)
{
    (void)arena;
    const struct rcpt_sender *sender = findings->sender;
    return sender == NULL || sender->helo == NULL ? NULL : sender->helo->detail;
}

static const struct rcpt_mail_from *mail_from(const struct findings *findings)
{
    return findings->sender == NULL ? NULL : findings->sender->mail_from;
}

static const char *word_mail_from(struct arena *arena, const struct findings *findings)
{
    (void)arena;
    return mail_from(findings) == NULL ? NULL : mail_from(findings)->address;
}

static const char *word_mail_from_domain(struct arena *arena, const struct findings *findings)
{
    (void)arena;
    return mail_from(findings) == NULL ? NULL : mail_from(findings)->domain;
}

static const char *word_mail_from_detail(struct arena *arena, const struct findings *findings)
{
    (void)arena;
    return mail_from(findings) == NULL ? NULL : mail_from(findings)->detail;
}

static const struct {
    const char *word;
    const char *(*text)(struct arena *arena, const struct findings *findings);
} words[] = {
    {"domain", word_domain},
    {"ascii_domain", word_ascii_domain},
    {"canonical", word_canonical},
    {"detail", word_detail},
    {"error", word_error},
    {"host", word_host},
    {"ip", word_ip},
    {"ip_lists", word_ip_lists},
    {"domain_lists", word_domain_lists},
    {"rdns_detail", word_rdns_detail},
    {"helo", word_helo},
    {"helo_detail", word_helo_detail},
    {"mail_from", word_mail_from},
    {"mail_from_domain", word_mail_from_domain},
    {"mail_from_detail", word_mail_from_detail},
};

static const char *find_word(struct arena *arena, const void *context, const char *word,
                             size_t length)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i].word) == length && memcmp(words[i].word, word, length) == 0) {
            const char *text = words[i].text(arena, context);
            return text == NULL ? "" : text;
        }
    }
    return NULL;
}

const char *words_fill(struct arena *arena, const char *sentence, const struct findings *findings)
{
    return template_fill(arena, sentence, find_word, findings);
}
