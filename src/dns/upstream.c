/*
 * upstream.c - one resolver: its lanes, how much it bears, and whether it answers
 *
 * Questions go round its UDP lanes, so that source ports vary (RFC 5452 section 9.2) and no socket
 * has more answers on their way than its receive buffer holds. TCP is for what does not fit into a
 * datagram (RFC 7766 section 5).
 */
#include "dns/upstream.h"

#define POOR_AFTER 5     /* tries in a row without answer */
#define PROBE_MS   10000 /* how often a poor one gets a new question */

void dns_upstream_init(struct dns_upstream *upstream, const char *name, unsigned timeout_ms,
                       struct dns_sockets *sockets)
{
    *upstream = (struct dns_upstream){.name = name, .timeout_ms = timeout_ms, .sockets = sockets};
    dns_pacing_init(&upstream->pacing);
    dns_link_init(&upstream->young);
    dns_link_init(&upstream->ready);
    dns_link_init(&upstream->tcp_wait);
}

void dns_upstream_clear(struct dns_upstream *upstream)
{
    for (unsigned i = 0; i < DNS_LANES_UDP; i++)
        dns_lane_destroy(upstream->udp[i]);
    for (unsigned i = 0; i < DNS_LANES_TCP; i++)
        dns_lane_destroy(upstream->tcp[i]);
    dns_lookup_destroy_all(&upstream->ready);
    dns_lookup_destroy_all(&upstream->tcp_wait);
}

/* The lane in a slot, made when it is first needed; NULL if it cannot be. */
static struct dns_lane *open_lane(struct dns_upstream *upstream, struct dns_lane **slot, bool tcp,
                                  const char **error)
{
    if (*slot == NULL)
        *slot =
            dns_lane_create(upstream->name, tcp, upstream->timeout_ms, upstream->sockets, error);
    return *slot;
}

bool dns_upstream_open(struct dns_upstream *upstream, const char **error)
{
    const char *why;
    if (open_lane(upstream, &upstream->udp[0], false, &why) != NULL)
        return true;
    *error = why;
    return false;
}

/* The next UDP lane that takes one more, or DNS_LANES_UDP. */
static unsigned free_udp(const struct dns_upstream *upstream)
{
    for (unsigned i = 0; i < DNS_LANES_UDP; i++) {
        unsigned lane = (upstream->next_lane + i) % DNS_LANES_UDP;
        if (upstream->lane_young[lane] < DNS_LANE_YOUNG)
            return lane;
    }
    return DNS_LANES_UDP;
}

static unsigned free_tcp(const struct dns_upstream *upstream)
{
    unsigned lane = 0;
    while (lane < DNS_LANES_TCP && upstream->tcp[lane] != NULL &&
           dns_lane_outstanding(upstream->tcp[lane]) > 0)
        lane++;
    return lane;
}

bool dns_upstream_has_room(const struct dns_upstream *upstream)
{
    return dns_pacing_has_room(&upstream->pacing) && free_udp(upstream) < DNS_LANES_UDP;
}

bool dns_upstream_has_lane(const struct dns_upstream *upstream)
{
    return free_tcp(upstream) < DNS_LANES_TCP;
}

static void make_young(struct dns_upstream *upstream, struct dns_lookup *lookup)
{
    lookup->is_young = true;
    dns_link_add(&upstream->young, &lookup->young);
    dns_pacing_add(&upstream->pacing);
    upstream->lane_young[lookup->lane]++;
    upstream->next_lane = (lookup->lane + 1u) % DNS_LANES_UDP;
}

bool dns_upstream_send(struct dns_upstream *upstream, struct dns_lookup *lookup,
                       struct dns_link *flying, int64_t now_ms)
{
    const char *error;
    unsigned index = lookup->is_tcp ? free_tcp(upstream) : free_udp(upstream);
    if (index == (lookup->is_tcp ? DNS_LANES_TCP : DNS_LANES_UDP))
        return false;
    lookup->lane = (unsigned char)index;
    struct dns_lane **slot = lookup->is_tcp ? &upstream->tcp[index] : &upstream->udp[index];
    struct dns_lane *lane = open_lane(upstream, slot, lookup->is_tcp, &error);

    /* All is in place before it goes off: it may be back before dns_lane_send() returns. */
    dns_link_add(flying, &lookup->place);
    lookup->sent = now_ms;
    if (!lookup->has_begun)
        lookup->begun = now_ms;
    lookup->has_begun = true;
    if (!lookup->is_tcp)
        make_young(upstream, lookup);
    if (lane == NULL)
        lookup->try.done(&lookup->try, DNS_LANE_NO_MEMORY, NULL, 0);
    else if (!dns_lane_send(lane, &lookup->try, lookup->name, lookup->type))
        lookup->try.done(&lookup->try, DNS_LANE_UNREADABLE, NULL, 0);
    return true;
}

void dns_upstream_grown(struct dns_upstream *upstream, struct dns_lookup *lookup)
{
    if (!lookup->is_young)
        return;
    lookup->is_young = false;
    dns_link_remove(&lookup->young);
    dns_pacing_remove(&upstream->pacing);
    upstream->lane_young[lookup->lane]--;
}

void dns_upstream_age(struct dns_upstream *upstream, int64_t now_ms)
{
    while (!dns_link_is_empty(&upstream->young)) {
        struct dns_lookup *lookup = dns_lookup_young(upstream->young.next);
        if (now_ms - lookup->sent < DNS_YOUNG_MS)
            return;
        dns_upstream_grown(upstream, lookup);
    }
}

void dns_upstream_tick(struct dns_upstream *upstream)
{
    for (unsigned i = 0; i < DNS_LANES_UDP; i++) {
        if (upstream->udp[i] != NULL && dns_lane_outstanding(upstream->udp[i]) > 0)
            dns_lane_tick(upstream->udp[i]);
    }
    for (unsigned i = 0; i < DNS_LANES_TCP; i++) {
        if (upstream->tcp[i] != NULL && dns_lane_outstanding(upstream->tcp[i]) > 0)
            dns_lane_tick(upstream->tcp[i]);
    }
}

void dns_upstream_answered(struct dns_upstream *upstream)
{
    upstream->silent_in_row = 0;
    dns_pacing_answered(&upstream->pacing);
}

void dns_upstream_silent(struct dns_upstream *upstream, int64_t now_ms)
{
    if (!dns_upstream_is_poor(upstream))
        upstream->probed = now_ms;
    upstream->silent_in_row++;
    dns_pacing_lost(&upstream->pacing, now_ms);
}

bool dns_upstream_is_poor(const struct dns_upstream *upstream)
{
    return upstream->silent_in_row >= POOR_AFTER;
}

bool dns_upstream_probe_is_due(const struct dns_upstream *upstream, int64_t now_ms)
{
    return dns_upstream_is_poor(upstream) && now_ms - upstream->probed >= PROBE_MS;
}
