/*
 * words.c - what stands for the words in braces in a rule's sentences
 *
 * One row a word. A word that findings cannot fill gives "", so a sentence is never printed with a
 * hole that looks like a template.
 */
#include "predict/words.h"

#include <string.h>

#include "util/template.h"

static const char *word_domain(const struct findings *findings)
{
    return findings->address->domain;
}

static const char *word_ascii_domain(const struct findings *findings)
{
    return findings->address->ascii_domain;
}

static const char *word_canonical(const struct findings *findings)
{
    return findings->mx == NULL ? NULL : findings->mx->canonical;
}

static const char *word_detail(const struct findings *findings)
{
    return findings->mx == NULL ? NULL : findings->mx->detail;
}

static const char *word_error(const struct findings *findings)
{
    return findings->address->error == NULL ? NULL : findings->address->error->reason;
}

/* The host that is tried first. */
static const char *word_host(const struct findings *findings)
{
    const struct rcpt_host *host = findings->mx == NULL ? NULL : findings->mx->hosts;
    while (host != NULL && host->status != RCPT_HOST_OK)
        host = host->next;
    return host == NULL ? NULL : host->name;
}

static const struct {
    const char *word;
    const char *(*text)(const struct findings *findings);
} words[] = {
    {"domain", word_domain},       {"ascii_domain", word_ascii_domain},
    {"canonical", word_canonical}, {"detail", word_detail},
    {"error", word_error},         {"host", word_host},
};

static const char *find_word(struct arena *arena, const void *context, const char *word,
                             size_t length)
{
    (void)arena;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i].word) == length && memcmp(words[i].word, word, length) == 0) {
            const char *text = words[i].text(context);
            return text == NULL ? "" : text;
        }
    }
    return NULL;
}

const char *words_fill(struct arena *arena, const char *sentence, const struct findings *findings)
{
    return template_fill(arena, sentence, find_word, findings);
}
