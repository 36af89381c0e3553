/*
 * resolver.c - is each resolver fit for the job: options in, reports out
 *
 * Lists to try a resolver with: a few of the catalogue that publish a test entry, and those that
 * the configuration speaks of. Keys never reach a report or a recording.
 *
 * Limits: resolvers are looked at one after the other (examine.c).
 */
#include "rcptcheck/resolver.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dns/channel.h"
#include "session/examine.h"
#include "session/nonce.h"

/* Lists that are free to ask, of different operators, and publish an entry that is always there. */
static const char *const tried_lists[] = {"zen.spamhaus.org", "bl.spamcop.net", "psbl.surriel.com"};

static const char *const status_names[] = {
    [RCPT_TRAIT_GOOD] = "good",       [RCPT_TRAIT_WARN] = "warn",       [RCPT_TRAIT_BAD] = "bad",
    [RCPT_TRAIT_UNKNOWN] = "unknown", [RCPT_TRAIT_SKIPPED] = "skipped",
};

const char *rcpt_trait_status_name(enum rcpt_trait_status status)
{
    size_t count = sizeof status_names / sizeof status_names[0];
    return (size_t)status < count ? status_names[status] : "";
}

enum rcpt_status examine_fail(struct examination *examination, enum rcpt_status status,
                              const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (examination->error_size > 0)
        vsnprintf(examination->error, examination->error_size, format, arguments);
    va_end(arguments);
    return status;
}

enum rcpt_status examine_no_memory(struct examination *examination)
{
    return examine_fail(examination, RCPT_NO_MEMORY, "out of memory");
}

/* ---- all of them ---- */

static enum rcpt_status look_at_given(struct examination *examination)
{
    enum rcpt_status status = RCPT_OK;
    char resolver[DNS_RESOLVER_TEXT_SIZE];
    for (const char *const *given = examination->options->resolvers;
         status == RCPT_OK && *given != NULL; given++) {
        if (!dns_resolver_parse(*given, resolver))
            return examine_fail(
                examination, RCPT_BAD_ARGUMENT,
                "not a resolver's address: it is ADDR or ADDR:PORT, an IPv6 address with a "
                "port in brackets");
        status = examine_one(examination, resolver, NULL);
    }
    return status;
}

static enum rcpt_status look_at_system(struct examination *examination)
{
    const char *why = "", *resolver;
    struct dns_channel_options options = {.timeout_ms = examination->timeout_ms,
                                          .tries = examination->tries};
    struct dns_source *source = dns_channel_create(&options, &why);
    if (source == NULL)
        return examine_fail(examination, RCPT_NO_NETWORK, "%s", why);
    enum rcpt_status status = RCPT_OK;
    for (unsigned i = 0; status == RCPT_OK && (resolver = dns_channel_resolver(source, i)) != NULL;
         i++)
        status = examine_one(examination, resolver, NULL);
    source->ops->destroy(source);
    return status;
}

static enum rcpt_status look_at_all(struct examination *examination, struct dns_source *recording)
{
    const char *const *given = examination->options->resolvers;
    if (recording != NULL)
        return examine_one(examination, NULL, recording);
    return given != NULL && *given != NULL ? look_at_given(examination)
                                           : look_at_system(examination);
}

/* ---- settings ---- */

static bool is_tried(const struct examination *examination, const char *zone)
{
    for (size_t i = 0; i < sizeof tried_lists / sizeof tried_lists[0]; i++) {
        if (strcmp(tried_lists[i], zone) == 0)
            return true;
    }
    return config_find(&examination->config, zone) != NULL;
}

/* Of the lists that a session would ask, those that are tried. */
static void choose_lists(struct examination *examination)
{
    struct list_set *set = &examination->lists;
    list_set_close(set, &examination->config, examination->options->replay != NULL);
    examination->zones = arena_array(&set->arena, set->n_zones + 1, sizeof *examination->zones);
    for (size_t i = 0; i < set->n_zones; i++) {
        if (is_tried(examination, set->zones[i].list->zone))
            examination->zones[examination->n_zones++] = set->zones[i];
    }
}

static enum rcpt_status close_lists(struct examination *examination)
{
    jmp_buf guard;
    examination->lists.arena.guard = &guard;
    if (setjmp(guard) != 0) {
        examination->lists.arena.guard = NULL;
        return examine_no_memory(examination);
    }
    choose_lists(examination);
    examination->lists.arena.guard = NULL;
    return RCPT_OK;
}

static enum rcpt_status configure(struct examination *examination)
{
    char error[160] = "";
    if (examination->options->config == NULL)
        return RCPT_OK;
    switch (config_read(&examination->config, examination->options->config, error, sizeof error)) {
    case CONFIG_OK:
        return RCPT_OK;
    case CONFIG_NO_FILE:
        return examine_fail(examination, RCPT_NO_FILE, "%s", error);
    case CONFIG_BAD:
        return examine_fail(examination, RCPT_BAD_CONFIG, "%s", error);
    default:
        return examine_no_memory(examination);
    }
}

static enum rcpt_status set_times(struct examination *examination)
{
    const struct rcpt_resolver_options *options = examination->options;
    examination->timeout_ms = options->timeout_ms > 0 ? options->timeout_ms : 2000;
    examination->tries = options->tries > 0 ? options->tries : 3;
    if (examination->timeout_ms > 60000)
        return examine_fail(examination, RCPT_BAD_ARGUMENT,
                            "the time for one try is 1 to 60000 ms");
    if (examination->tries > 10)
        return examine_fail(examination, RCPT_BAD_ARGUMENT, "the number of tries is 1 to 10");
    return RCPT_OK;
}

static enum rcpt_status open_recording(struct examination *examination, struct dns_source **source)
{
    struct dns_replay_error error = {0, ""};
    nonce_draw(examination->nonce, NONCE_SIZE);
    if (examination->options->replay == NULL)
        return RCPT_OK;
    *source = dns_replay_create(examination->options->replay, &error);
    if (*source == NULL && error.line > 0)
        return examine_fail(examination, RCPT_BAD_FILE, "line %zu: %s", error.line, error.text);
    if (*source == NULL)
        return examine_fail(examination, RCPT_NO_FILE, "%s", error.text);
    if (*dns_replay_nonce(*source) != '\0')
        snprintf(examination->nonce, sizeof examination->nonce, "%s", dns_replay_nonce(*source));
    return RCPT_OK;
}

static enum rcpt_status start_recorder(struct examination *examination)
{
    if (examination->options->record == NULL)
        return RCPT_OK;
    examination->recorder = dns_recorder_create(examination->options->record);
    if (examination->recorder == NULL)
        return examine_fail(examination, RCPT_CANNOT_WRITE, "%s", strerror(errno));
    dns_recorder_hide(examination->recorder, examination->lists.secrets,
                      examination->lists.n_secrets);
    dns_recorder_nonce(examination->recorder, examination->nonce);
    return RCPT_OK;
}

static enum rcpt_status run(struct examination *examination)
{
    struct dns_source *recording = NULL;
    enum rcpt_status status = set_times(examination);
    if (status == RCPT_OK)
        status = configure(examination);
    if (status == RCPT_OK)
        status = close_lists(examination);
    if (status == RCPT_OK)
        status = open_recording(examination, &recording);
    if (status == RCPT_OK)
        status = start_recorder(examination);
    if (status == RCPT_OK)
        return look_at_all(examination, recording);
    if (recording != NULL)
        recording->ops->destroy(recording);
    return status;
}

enum rcpt_status rcpt_resolvers_examine(const struct rcpt_resolver_options *options,
                                        struct rcpt_resolver_report **reports, char *error,
                                        size_t error_size)
{
    struct examination examination = {.options = options, .error = error, .error_size = error_size};
    *reports = NULL;
    if (error_size > 0)
        error[0] = '\0';
    config_init(&examination.config);
    list_set_init(&examination.lists);
    enum rcpt_status status = run(&examination);
    if (!dns_recorder_destroy(examination.recorder) && status == RCPT_OK)
        status =
            examine_fail(&examination, RCPT_CANNOT_WRITE, "the recording could not be written");
    list_set_clear(&examination.lists);
    config_clear(&examination.config);
    if (status == RCPT_OK)
        *reports = &examination.first->shown;
    else if (examination.first != NULL)
        rcpt_resolvers_destroy(&examination.first->shown);
    return status;
}

void rcpt_resolvers_destroy(struct rcpt_resolver_report *reports)
{
    while (reports != NULL) {
        struct report *report = (struct report *)reports;
        reports = (struct rcpt_resolver_report *)reports->next;
        arena_clear(&report->arena);
        free(report);
    }
}
