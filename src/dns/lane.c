/*
 * lane.c - one c-ares channel to one resolver, over UDP or over TCP
 *
 * What c-ares 1.18 does and what follows from it:
 *  - An error on one socket of a channel ends every query of that channel. An idle TCP connection
 *    that the resolver closes (RFC 7766 section 6.2.3) would so end hundreds of UDP queries; hence
 *    UDP and TCP have lanes of their own, and a TCP lane closes its connection when it is idle.
 *  - Without NOCHECKRESP, SERVFAIL arrives as "could not contact DNS servers".
 *  - FORMERR without OPT makes it ask again without EDNS (RFC 6891 section 7), by cutting the last
 *    11 octets off the query: so OPT stands there (wire.h).
 *  - ares_timeout() walks all that is outstanding; it is not used.
 *  - Replies that do not repeat id and question are dropped unseen (RFC 5452 section 9.1).
 * Query ids come from the system's random source (RFC 5452 section 9.2) and are unique within the
 * lane. c-ares 1.34 puts ids of its own, from the same source, in their place.
 */
#include "dns/lane.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/select.h> /* ares.h uses fd_set */

#define CARES_NO_DEPRECATED /* ares_send_dnsrec() is not there before 1.28 */
#include <ares.h>

#include "dns/resolver.h"
#include "dns/wire.h"

#define RECEIVE_BUFFER (1 << 20)

struct dns_lane {
    ares_channel channel;
    struct dns_sockets *sockets;
    unsigned outstanding;
    size_t n_random;          /* unused ids in `random`, at its end */
    uint16_t random[128];     /* 256 octets: what getentropy() gives at once */
    unsigned char used[8192]; /* a bit an id */
};

/* How c-ares ends a query that got no reply, and what that is. c-ares 1.34 refuses names that no
 * host may have; nobody has said then that they do not exist. Whatever is not here was our own
 * doing: c-ares could not send the query. */
static const struct {
    int status;
    enum dns_lane_event event;
} endings[] = {
    {ARES_SUCCESS, DNS_LANE_REPLY},        {ARES_ETIMEOUT, DNS_LANE_SILENT},
    {ARES_EBADRESP, DNS_LANE_UNREADABLE},  {ARES_EFORMERR, DNS_LANE_UNREADABLE},
    {ARES_ENOMEM, DNS_LANE_NO_MEMORY},     {ARES_EBADNAME, DNS_LANE_UNREADABLE},
    {ARES_EBADQUERY, DNS_LANE_UNREADABLE},
};

static enum dns_lane_event event_of(int status)
{
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (endings[i].status == status)
            return endings[i].event;
    }
    return DNS_LANE_UNREACHABLE;
}

/* ---- ids ---- */

static bool id_is_used(const struct dns_lane *lane, uint16_t id)
{
    return (lane->used[id / 8] & (1u << (id % 8))) != 0;
}

static void id_flip(struct dns_lane *lane, uint16_t id)
{
    lane->used[id / 8] = (unsigned char)(lane->used[id / 8] ^ (1u << (id % 8)));
}

/* False if the system has no random numbers, or almost all ids are taken. */
static bool id_draw(struct dns_lane *lane, uint16_t *id)
{
    if (lane->outstanding > UINT16_MAX / 2)
        return false;
    do {
        if (lane->n_random == 0) {
            if (getentropy(lane->random, sizeof lane->random) != 0)
                return false;
            lane->n_random = sizeof lane->random / sizeof lane->random[0];
        }
        *id = lane->random[--lane->n_random];
    } while (id_is_used(lane, *id));
    return true;
}

/* ---- the channel ---- */

static void socket_changed(void *context, ares_socket_t fd, int readable, int writable)
{
    struct dns_lane *lane = context;
    dns_sockets_watch(lane->sockets, fd, lane, readable != 0, writable != 0);
}

/* The options that need no memory; returns their mask, with that of the others. */
static int set_options(struct ares_options *options, bool tcp, unsigned timeout_ms)
{
    *options = (struct ares_options){.flags = ARES_FLAG_NOCHECKRESP | ARES_FLAG_NOSEARCH |
                                              ARES_FLAG_NOALIASES | ARES_FLAG_EDNS,
                                     .timeout = (int)timeout_ms,
                                     .tries = 1,
                                     .ednspsz = DNS_EDNS_SIZE,
                                     .socket_receive_buffer_size = RECEIVE_BUFFER};
    options->flags |= tcp ? ARES_FLAG_USEVC : ARES_FLAG_STAYOPEN | ARES_FLAG_IGNTC;
    int mask = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_EDNSPSZ |
               ARES_OPT_SOCK_RCVBUF | ARES_OPT_DOMAINS | ARES_OPT_LOOKUPS | ARES_OPT_SOCK_STATE_CB;
#ifdef ARES_OPT_QUERY_CACHE
    options->qcache_max_ttl = 0; /* the memo is the cache */
    mask |= ARES_OPT_QUERY_CACHE;
#endif
    return mask;
}

bool dns_lane_library_start(void)
{
    return ares_library_init(ARES_LIB_INIT_ALL) == ARES_SUCCESS;
}

void dns_lane_library_stop(void)
{
    ares_library_cleanup();
}

struct dns_lane *dns_lane_create(const char *resolver, bool tcp, unsigned timeout_ms,
                                 struct dns_sockets *sockets, const char **error)
{
    char lookups[] = "b"; /* DNS only: no hosts file */
    struct ares_options options;
    int mask = set_options(&options, tcp, timeout_ms);
    struct dns_lane *lane = calloc(1, sizeof *lane);
    *error = "out of memory";
    if (lane == NULL)
        return NULL;
    lane->sockets = sockets;
    options.lookups = lookups;
    options.sock_state_cb = socket_changed;
    options.sock_state_cb_data = lane;

    int status = ares_init_options(&lane->channel, &options, mask);
    if (status != ARES_SUCCESS) {
        *error = ares_strerror(status);
        free(lane);
        return NULL;
    }
    status = ares_set_servers_ports_csv(lane->channel, resolver);
    if (status != ARES_SUCCESS) {
        *error = ares_strerror(status);
        dns_lane_destroy(lane);
        return NULL;
    }
    return lane;
}

void dns_lane_destroy(struct dns_lane *lane)
{
    if (lane == NULL)
        return;
    ares_destroy(lane->channel);
    free(lane);
}

static void query_ended(void *context, int status, int timeouts, unsigned char *message, int length)
{
    (void)timeouts;
    int error = errno; /* before anything changes it */
    if (status == ARES_EDESTRUCTION || status == ARES_ECANCELLED)
        return; /* the lane goes; what was asked may be gone already */
    struct dns_try *try = context;
    struct dns_lane *lane = try->lane;
    enum dns_lane_event event = event_of(status);
    if (event == DNS_LANE_REPLY && (message == NULL || length <= 0))
        event = DNS_LANE_UNREADABLE;
    id_flip(lane, try->id);
    lane->outstanding--;
    try->error = event == DNS_LANE_UNREACHABLE ? error : 0;
    try->done(try, event, message, event == DNS_LANE_REPLY ? (size_t)length : 0);
}

bool dns_lane_send(struct dns_lane *lane, struct dns_try *try, const char *name, uint16_t type)
{
    unsigned char query[DNS_QUERY_MAX];
    if (!id_draw(lane, &try->id)) {
        try->done(try, DNS_LANE_NO_MEMORY, NULL, 0);
        return true;
    }
    size_t length = dns_wire_query(name, type, try->id, query);
    if (length == 0)
        return false;
    try->lane = lane;
    id_flip(lane, try->id);
    lane->outstanding++;
    errno = 0; /* so that an error of this very call can be told from an older one */
    ares_send(lane->channel, query, (int)length, query_ended, try);
    return true;
}

unsigned dns_lane_outstanding(const struct dns_lane *lane)
{
    return lane->outstanding;
}

void dns_lane_tick(struct dns_lane *lane)
{
    dns_lane_serve(lane, -1, -1);
}

void dns_lane_serve(void *context, int readable_fd, int writable_fd)
{
    struct dns_lane *lane = context;
    errno = 0;
    ares_process_fd(lane->channel, readable_fd < 0 ? ARES_SOCKET_BAD : readable_fd,
                    writable_fd < 0 ? ARES_SOCKET_BAD : writable_fd);
}
