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
#include <string.h>
#include <time.h>

#include "dns/lookup.h"
#include "dns/resolver.h"
#include "dns/sockets.h"
#include "dns/upstream.h"

#define OUTSTANDING_MOST 20000 /* questions, the old ones with them: some 10 MB */
#define TICK_MS          50
#define PAUSE_MS         200 /* before the only resolver is asked again after it gave an answer */

struct channel {
    struct dns_source source; /* first: a source is its channel */
    struct dns_sockets sockets;
    char names[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE];
    struct dns_upstream upstreams[DNS_RESOLVERS_MAX];
    unsigned n_upstreams;
    unsigned timeout_ms, tries;
    unsigned outstanding;   /* lookups, wherever they stand */
    struct dns_link flying; /* lookups that wait for c-ares */
    struct dns_link ended;  /* lookups whose try has ended */
    struct dns_link paused; /* lookups that go on when they are due, the first due first */
    int64_t ticked;
};

static int64_t clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- sending ---- */

/* TC (RFC 1035 section 4.1.1) */
static bool is_truncated(const unsigned char *message, size_t length)
{
    return length > 2 && (message[2] & 0x02) != 0;
}

/* c-ares is done with a try. Nothing is decided here (lookup.h). */
static void try_done(struct dns_try *try, enum dns_lane_event event, const unsigned char *message,
                     size_t length)
{
    struct dns_lookup *lookup = (struct dns_lookup *)try;
    struct channel *channel = lookup->owner;
    dns_upstream_grown(&channel->upstreams[lookup->upstream], lookup);
    lookup->event = event;
    bool cut = event == DNS_LANE_REPLY && !lookup->is_tcp && is_truncated(message, length);
    lookup->is_cut |= cut;
    if (event == DNS_LANE_REPLY && !cut) {
        dns_lookup_read(lookup, message, length);
        if (lookup->answer == NULL)
            lookup->event = DNS_LANE_NO_MEMORY;
    }
    dns_link_remove(&lookup->place);
    dns_link_add(&channel->ended, &lookup->place);
}

static void send_waiting(struct channel *channel, struct dns_upstream *upstream, int64_t now_ms)
{
    while (!dns_link_is_empty(&upstream->tcp_wait)) {
        struct dns_lookup *lookup = dns_lookup_placed(upstream->tcp_wait.next);
        dns_link_remove(&lookup->place);
        if (!dns_upstream_send(upstream, lookup, &channel->flying, now_ms)) {
            dns_link_add(&upstream->tcp_wait, &lookup->place);
            break;
        }
    }
    while (!dns_link_is_empty(&upstream->ready) && dns_upstream_has_room(upstream)) {
        struct dns_lookup *lookup = dns_lookup_placed(upstream->ready.next);
        dns_link_remove(&lookup->place);
        channel->source.counts.sent++;
        dns_upstream_send(upstream, lookup, &channel->flying, now_ms);
    }
}

/* A set of those that are silent while another answers; empty if all are. */
static uint16_t poor_set(const struct channel *channel)
{
    uint16_t poor = 0;
    unsigned count = 0;
    for (unsigned i = 0; i < channel->n_upstreams; i++) {
        if (!dns_upstream_is_poor(&channel->upstreams[i]))
            continue;
        poor = (uint16_t)(poor | 1u << i);
        count++;
    }
    return count < channel->n_upstreams ? poor : 0;
}

static bool takes_new(const struct dns_upstream *upstream)
{
    return dns_link_is_empty(&upstream->ready) && dns_upstream_has_room(upstream);
}

/* Whom to ask a new question: the first that answers and has room. NULL if nobody has. */
static struct dns_upstream *choose(struct channel *channel, uint16_t poor, int64_t now_ms)
{
    for (unsigned i = 0; i < channel->n_upstreams && poor != 0; i++) {
        struct dns_upstream *upstream = &channel->upstreams[i];
        if (dns_upstream_probe_is_due(upstream, now_ms) && takes_new(upstream)) {
            upstream->probed = now_ms;
            return upstream;
        }
    }
    for (unsigned i = 0; i < channel->n_upstreams; i++) {
        struct dns_upstream *upstream = &channel->upstreams[i];
        if ((poor & 1u << i) == 0 && takes_new(upstream))
            return upstream;
    }
    return NULL;
}

static void start(struct channel *channel, struct dns_question *question,
                  struct dns_upstream *upstream, int64_t now_ms)
{
    struct dns_lookup *lookup = dns_lookup_create(question);
    if (lookup == NULL) {
        dns_question_settle(question, NULL);
        return;
    }
    lookup->try.done = try_done;
    lookup->owner = channel;
    lookup->upstream = (unsigned)(upstream - channel->upstreams);
    dns_attempts_init(&lookup->attempts, channel->n_upstreams, channel->tries);
    channel->outstanding++;
    channel->source.counts.sent++;
    dns_upstream_send(upstream, lookup, &channel->flying, now_ms);
}

/* Sends whatever may be sent: what is to be repeated first, then what the memo wants. */
static void send_all(struct channel *channel, struct dns_memo *memo, int64_t now_ms)
{
    while (!dns_link_is_empty(&channel->paused)) {
        struct dns_lookup *lookup = dns_lookup_placed(channel->paused.next);
        if (lookup->due > now_ms)
            break;
        dns_link_remove(&lookup->place);
        dns_link_add(&channel->upstreams[lookup->upstream].ready, &lookup->place);
    }
    for (unsigned i = 0; i < channel->n_upstreams; i++) {
        dns_upstream_age(&channel->upstreams[i], now_ms);
        send_waiting(channel, &channel->upstreams[i], now_ms);
    }
    uint16_t poor = poor_set(channel);
    while (channel->outstanding < OUTSTANDING_MOST) {
        struct dns_upstream *upstream = choose(channel, poor, now_ms);
        struct dns_question *question = upstream != NULL ? dns_memo_next_wanted(memo) : NULL;
        if (question == NULL)
            break;
        start(channel, question, upstream, now_ms);
    }
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
    int next = dns_attempts_next(&lookup->attempts, lookup->upstream, poor_set(channel));
    if (next < 0) {
        settle(channel, lookup, dns_lookup_failure(lookup, channel->names, channel->timeout_ms));
        return true;
    }
    if (lookup->has_replied)
        channel->source.counts.answered++;
    bool is_same = (unsigned)next == lookup->upstream;
    lookup->upstream = (unsigned)next;
    lookup->is_tcp = lookup->is_cut = lookup->has_replied = lookup->has_begun = false;
    lookup->answer = NULL;
    lookup->due = now_ms + PAUSE_MS;
    /* Silence has taken its time; after any other failure the same again is better asked later. */
    bool pause = is_same && end != DNS_TRY_SILENT;
    dns_link_add(pause ? &channel->paused : &channel->upstreams[next].ready, &lookup->place);
    return false;
}

/* The same try goes on over TCP, alone on its connection. */
static bool go_over_tcp(struct channel *channel, struct dns_lookup *lookup)
{
    lookup->is_tcp = true;
    dns_link_add(&channel->upstreams[lookup->upstream].tcp_wait, &lookup->place);
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
    if (lookup->is_tcp)
        return fail(channel, lookup, DNS_TRY_CUT_SHORT, now_ms);
    if (silent && now_ms - lookup->begun < (int64_t)channel->timeout_ms) {
        dns_link_add(&upstream->ready, &lookup->place);
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

/* How long to wait for sockets: until the end of the turn, a tick at most. */
static int wait_for(const struct channel *channel, int64_t until_ms, int64_t now_ms)
{
    if (!dns_link_is_empty(&channel->ended) || until_ms <= now_ms)
        return 0;
    return (int)(until_ms - now_ms < TICK_MS ? until_ms - now_ms : TICK_MS);
}

static bool channel_turn(struct dns_source *source, struct dns_memo *memo, int wait_ms)
{
    struct channel *channel = (struct channel *)source;
    int64_t now_ms = clock_ms();
    int64_t until_ms = now_ms + wait_ms;
    for (;;) {
        send_all(channel, memo, now_ms);
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
    dns_sockets_clear(&channel->sockets);
    free(channel);
    dns_lane_library_stop();
}

static const struct dns_source_ops channel_ops = {.turn = channel_turn, .destroy = channel_destroy};

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
    dns_sockets_init(&channel->sockets);
    dns_link_init(&channel->flying);
    dns_link_init(&channel->ended);
    dns_link_init(&channel->paused);

    *error = name_resolvers(channel, options);
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
