/*
 * channel.c - the network as a source of answers, through c-ares
 *
 * One turn sends what may be sent, waits for sockets, and settles what has come. Failing over and
 * repeating are done here, not by c-ares, which would double its time-outs and hide what failed:
 * a lane sends a message once and says how that ended.
 *
 * A truncated reply is asked for again over TCP within the same try (RFC 7766 section 5), and so is
 * one that makes no sense: over TCP it is alone on its connection and harder to forge. c-ares 1.34
 * shortens its time-outs by what it measured; a try that it ends early is repeated uncounted until
 * its time is over, as a slow name is not a dead one. A tick of 50 ms looks for what has waited too
 * long, so a time-out may come that much late.
 */
#include "dns/channel.h"

#include <stdlib.h>
#include <time.h>

#include "dns/channel_send.h"
#include "dns/resolver.h"

#define TICK_MS  50
#define PAUSE_MS 200 /* before the only resolver is asked again after it gave an answer */

static int64_t clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- what has ended ---- */

static void settle(struct channel *channel, struct dns_lookup *lookup,
                   const struct dns_answer *answer)
{
    if (lookup->has_replied)
        channel->source.counts.answered++;
    channel->outstanding--;
    dns_lookup_settle(lookup, answer);
}

/* The try has failed. Puts the lookup on its way to the next, or settles it: true. */
static bool fail(struct channel *channel, struct dns_lookup *lookup, enum dns_try_end end,
                 int64_t now_ms)
{
    dns_lookup_fail(lookup, end, channel->names[lookup->upstream]);
    int next = dns_attempts_next(&lookup->attempts, lookup->upstream, channel_poor_set(channel));
    if (next < 0) {
        settle(channel, lookup, dns_lookup_failure(lookup, channel->names, channel->timeout_ms));
        return true;
    }
    if (lookup->has_replied)
        channel->source.counts.answered++;
    bool is_same = (unsigned)next == lookup->upstream;
    lookup->upstream = (unsigned)next;
    lookup->is_tcp = channel->is_tcp;
    lookup->is_cut = lookup->has_replied = lookup->has_begun = false;
    lookup->answer = NULL;
    lookup->due = now_ms + PAUSE_MS;
    /* Silence has taken its time; after any other failure the same again is better asked later. */
    bool pause = is_same && end != DNS_TRY_SILENT;
    if (pause)
        dns_link_add(&channel->paused, &lookup->place);
    else
        channel_make_ready(channel, lookup);
    return false;
}

/* The same try goes on over TCP, alone on its connection. */
static bool go_over_tcp(struct channel *channel, struct dns_lookup *lookup)
{
    lookup->is_tcp = true;
    channel_make_ready(channel, lookup);
    return false;
}

static bool read_reply(struct channel *channel, struct dns_lookup *lookup, int64_t now_ms)
{
    lookup->has_replied = true;
    dns_upstream_answered(&channel->upstreams[lookup->upstream]);
    if (lookup->is_cut && !lookup->is_tcp)
        return go_over_tcp(channel, lookup);
    switch (lookup->answer->status) {
    case DNS_SERVFAIL:
        return fail(channel, lookup, DNS_TRY_SERVFAIL, now_ms);
    case DNS_REFUSED:
        return fail(channel, lookup, DNS_TRY_REFUSED, now_ms);
    case DNS_MALFORMED:
        if (!lookup->is_tcp)
            return go_over_tcp(channel, lookup);
        return fail(channel, lookup, DNS_TRY_MALFORMED, now_ms);
    default:
        settle(channel, lookup, lookup->answer);
        return true;
    }
}

/* No reply came. */
static bool note_silence(struct channel *channel, struct dns_lookup *lookup, int64_t now_ms)
{
    struct dns_upstream *upstream = &channel->upstreams[lookup->upstream];
    bool silent = lookup->event == DNS_LANE_SILENT;
    if (lookup->is_tcp && !channel->is_tcp)
        return fail(channel, lookup, DNS_TRY_CUT_SHORT, now_ms);
    if (silent && now_ms - lookup->begun < (int64_t)channel->timeout_ms) {
        channel_make_ready(channel, lookup);
        return false;
    }
    dns_upstream_silent(upstream, now_ms);
    channel->source.counts.silent++;
    return fail(channel, lookup, silent ? DNS_TRY_SILENT : DNS_TRY_UNREACHABLE, now_ms);
}

/* Decides what a lookup does next. True if it was settled. */
static bool go_on(struct channel *channel, struct dns_lookup *lookup, int64_t now_ms)
{
    switch (lookup->event) {
    case DNS_LANE_REPLY:
        return read_reply(channel, lookup, now_ms);
    case DNS_LANE_UNREADABLE:
        if (!lookup->is_tcp)
            return go_over_tcp(channel, lookup);
        return fail(channel, lookup, DNS_TRY_CUT_SHORT, now_ms);
    case DNS_LANE_NO_MEMORY:
        settle(channel, lookup, NULL);
        return true;
    default:
        return note_silence(channel, lookup, now_ms);
    }
}

static bool finish_ended(struct channel *channel)
{
    bool settled = false;
    int64_t now_ms = clock_ms();
    while (!dns_link_is_empty(&channel->ended)) {
        struct dns_lookup *lookup = dns_lookup_placed(channel->ended.next);
        dns_link_remove(&lookup->place);
        settled |= go_on(channel, lookup, now_ms);
    }
    return settled;
}

/* ---- the source ---- */

static void tick(struct channel *channel)
{
    int64_t now_ms = clock_ms();
    if (now_ms - channel->ticked < TICK_MS)
        return;
    channel->ticked = now_ms;
    for (unsigned i = 0; i < channel->n_upstreams; i++)
        dns_upstream_tick(&channel->upstreams[i]);
}

/* How long to wait for sockets: until the end of the turn or until a limit lets the next go, a tick
 * at most. */
static int wait_for(const struct channel *channel, int64_t until_ms, int64_t now_ms)
{
    if (!dns_link_is_empty(&channel->ended) || until_ms <= now_ms)
        return 0;
    int64_t wait = until_ms - now_ms < TICK_MS ? until_ms - now_ms : TICK_MS;
    return (int)dns_limits_wait(&channel->limits, now_ms, wait);
}

static bool channel_turn(struct dns_source *source, struct dns_memo *memo, int wait_ms)
{
    struct channel *channel = (struct channel *)source;
    int64_t now_ms = clock_ms();
    int64_t until_ms = now_ms + wait_ms;
    for (;;) {
        channel_send_all(channel, memo, now_ms);
        if (channel->outstanding == 0)
            return false;
        bool whole = dns_sockets_serve(&channel->sockets, wait_for(channel, until_ms, now_ms),
                                       dns_lane_serve);
        tick(channel);
        if (finish_ended(channel))
            return true;
        now_ms = clock_ms();
        if (!whole || now_ms >= until_ms)
            return true;
    }
}

static void channel_destroy(struct dns_source *source)
{
    if (source == NULL)
        return;
    struct channel *channel = (struct channel *)source;
    for (unsigned i = 0; i < channel->n_upstreams; i++)
        dns_upstream_clear(&channel->upstreams[i]);
    dns_lookup_destroy_all(&channel->flying);
    dns_lookup_destroy_all(&channel->ended);
    dns_lookup_destroy_all(&channel->paused);
    dns_limits_clear(&channel->limits);
    dns_sockets_clear(&channel->sockets);
    free(channel);
    dns_lane_library_stop();
}

static const struct dns_source_ops channel_ops = {.turn = channel_turn, .destroy = channel_destroy};

const char *dns_channel_resolver(const struct dns_source *source, unsigned index)
{
    if (source->ops != &channel_ops)
        return NULL;
    const struct channel *channel = (const struct channel *)source;
    return index < channel->n_upstreams ? channel->names[index] : NULL;
}

/* Fills the names of the resolvers. NULL, or a phrase that says why it cannot. */
static const char *name_resolvers(struct channel *channel,
                                  const struct dns_channel_options *options)
{
    if (options->n_resolvers > DNS_RESOLVERS_MAX)
        return "too many resolvers";
    for (unsigned i = 0; i < options->n_resolvers; i++) {
        if (!dns_resolver_parse(options->resolvers[i], channel->names[i]))
            return "a resolver is not an IP address with or without a port";
    }
    channel->n_upstreams = options->n_resolvers;
    if (channel->n_upstreams == 0)
        channel->n_upstreams = dns_resolver_list(NULL, channel->names);
    return channel->n_upstreams == 0 ? "the resolvers of the system cannot be read" : NULL;
}

struct dns_source *dns_channel_create(const struct dns_channel_options *options, const char **error)
{
    *error = "c-ares cannot be started";
    if (!dns_lane_library_start())
        return NULL;
    struct channel *channel = calloc(1, sizeof *channel);
    if (channel == NULL) {
        dns_lane_library_stop();
        *error = "out of memory";
        return NULL;
    }
    channel->source.ops = &channel_ops;
    channel->timeout_ms = options->timeout_ms > 0 ? options->timeout_ms : 1;
    channel->tries = options->tries > 0 ? options->tries : 1;
    channel->is_tcp = options->tcp;
    dns_sockets_init(&channel->sockets);
    dns_link_init(&channel->flying);
    dns_link_init(&channel->ended);
    dns_link_init(&channel->paused);

    *error = name_resolvers(channel, options);
    if (!dns_limits_init(&channel->limits, options->limits, options->n_limits, clock_ms()))
        *error = "out of memory";
    unsigned count = *error == NULL ? channel->n_upstreams : 0;
    channel->n_upstreams = count;
    for (unsigned i = 0; i < count; i++)
        dns_upstream_init(&channel->upstreams[i], channel->names[i], channel->timeout_ms,
                          &channel->sockets);
    for (unsigned i = 0; i < count && *error == NULL; i++)
        (void)dns_upstream_open(&channel->upstreams[i], error);
    if (*error != NULL) {
        channel_destroy(&channel->source);
        return NULL;
    }
    return &channel->source;
}
