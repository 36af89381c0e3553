/*
 * channel_send.c - the half of the channel that sends
 *
 * What waits for a resolver goes before what the memo wants; a resolver takes new questions only
 * while it has room (pacing.h). A question below a limited zone takes a token when it is sent, at
 * each repeat as well, and is held back where there is none: in order, beside all others, and not
 * counted against the bound of what is outstanding, so that a slow zone blocks nobody else.
 *
 * Limits: a truncated reply is asked for over TCP without a token, as the resolver has that answer.
 */
#include "dns/channel_send.h"

#include <stddef.h>

#define OUTSTANDING_MOST 20000 /* questions, the old ones with them: some 10 MB */

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

/* ---- what waits ---- */

/* The try has begun over UDP: this is no message of its own, and the resolver has the answer. */
static bool goes_on_over_tcp(const struct channel *channel, const struct dns_lookup *lookup)
{
    return lookup->is_tcp && !channel->is_tcp;
}

static bool has_room_for(const struct dns_upstream *upstream, const struct dns_lookup *lookup)
{
    return lookup->is_tcp ? dns_upstream_has_lane(upstream) : dns_upstream_has_room(upstream);
}

/* Whether a lookup, which stands in no list, may be sent now; if not, it is held back. */
static bool may_go(struct channel *channel, struct dns_lookup *lookup, int64_t now_ms)
{
    struct dns_bucket *bucket = lookup->bucket;
    if (bucket == NULL || goes_on_over_tcp(channel, lookup))
        return true;
    if (dns_link_is_empty(&bucket->held) && dns_bucket_take(bucket, now_ms))
        return true;
    channel->n_held++;
    dns_link_add(&bucket->held, &lookup->place);
    return false;
}

/* Sends a lookup, which stands in no list and for which there is room. */
static void send_one(struct channel *channel, struct dns_lookup *lookup, int64_t now_ms)
{
    if (!goes_on_over_tcp(channel, lookup))
        channel->source.counts.sent++;
    dns_upstream_send(&channel->upstreams[lookup->upstream], lookup, &channel->flying, now_ms);
}

void channel_make_ready(struct channel *channel, struct dns_lookup *lookup)
{
    struct dns_upstream *upstream = &channel->upstreams[lookup->upstream];
    dns_link_add(lookup->is_tcp ? &upstream->tcp_wait : &upstream->ready, &lookup->place);
}

static void send_list(struct channel *channel, struct dns_upstream *upstream, struct dns_link *list,
                      int64_t now_ms)
{
    while (!dns_link_is_empty(list)) {
        struct dns_lookup *lookup = dns_lookup_placed(list->next);
        if (!has_room_for(upstream, lookup))
            return;
        dns_link_remove(&lookup->place);
        if (may_go(channel, lookup, now_ms))
            send_one(channel, lookup, now_ms);
    }
}

/* What a limit holds back, as far as its tokens reach. */
static void send_held(struct channel *channel, struct dns_bucket *bucket, int64_t now_ms)
{
    while (!dns_link_is_empty(&bucket->held)) {
        struct dns_lookup *lookup = dns_lookup_placed(bucket->held.next);
        if (!has_room_for(&channel->upstreams[lookup->upstream], lookup) ||
            !dns_bucket_take(bucket, now_ms))
            return;
        dns_link_remove(&lookup->place);
        channel->n_held--;
        send_one(channel, lookup, now_ms);
    }
}

static void send_waiting(struct channel *channel, int64_t now_ms)
{
    while (!dns_link_is_empty(&channel->paused)) {
        struct dns_lookup *lookup = dns_lookup_placed(channel->paused.next);
        if (lookup->due > now_ms)
            break;
        dns_link_remove(&lookup->place);
        channel_make_ready(channel, lookup);
    }
    for (unsigned i = 0; i < channel->n_upstreams; i++)
        dns_upstream_age(&channel->upstreams[i], now_ms);
    for (size_t i = 0; i < channel->limits.count; i++)
        send_held(channel, &channel->limits.buckets[i], now_ms);
    for (unsigned i = 0; i < channel->n_upstreams; i++) {
        struct dns_upstream *upstream = &channel->upstreams[i];
        send_list(channel, upstream, &upstream->tcp_wait, now_ms);
        send_list(channel, upstream, &upstream->ready, now_ms);
    }
}

/* ---- what is new ---- */

uint16_t channel_poor_set(const struct channel *channel)
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
    lookup->is_tcp = channel->is_tcp;
    lookup->upstream = (unsigned)(upstream - channel->upstreams);
    lookup->bucket = dns_limits_find(&channel->limits, lookup->name);
    dns_attempts_init(&lookup->attempts, channel->n_upstreams, channel->tries);
    channel->outstanding++;
    if (!has_room_for(upstream, lookup))
        channel_make_ready(channel, lookup);
    else if (may_go(channel, lookup, now_ms))
        send_one(channel, lookup, now_ms);
}

void channel_send_all(struct channel *channel, struct dns_memo *memo, int64_t now_ms)
{
    send_waiting(channel, now_ms);
    uint16_t poor = channel_poor_set(channel);
    while (channel->outstanding - channel->n_held < OUTSTANDING_MOST) {
        struct dns_upstream *upstream = choose(channel, poor, now_ms);
        struct dns_question *question = upstream != NULL ? dns_memo_next_wanted(memo) : NULL;
        if (question == NULL)
            break;
        start(channel, question, upstream, now_ms);
    }
}
