/*
 * lane.h - one c-ares channel to one resolver, over UDP or over TCP
 *
 * A lane sends what it is given once and tells how that ended. It neither fails over nor repeats:
 * that is channel.c's. A UDP lane hands truncated replies on; a TCP lane is meant for one question
 * at a time.
 */
#ifndef DNS_LANE_H
#define DNS_LANE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dns/sockets.h"

struct dns_lane;

enum dns_lane_event {
    DNS_LANE_REPLY,
    DNS_LANE_SILENT,      /* no reply within the time for one try */
    DNS_LANE_UNREACHABLE, /* refused, no route, or the connection was closed */
    DNS_LANE_UNREADABLE,  /* a reply that c-ares itself gives up on (1.34 does, 1.18 ignores it) */
    DNS_LANE_NO_MEMORY
};

/* One message on its way: the caller's storage, which must stay where it is until done() is called
 * or the lane is destroyed. */
struct dns_try {
    /* Called exactly once unless the lane is destroyed before, maybe before dns_lane_send()
     * returns. The message, for DNS_LANE_REPLY only, is borrowed for the call. It must not call the
     * lane. */
    void (*done)(struct dns_try *try, enum dns_lane_event event, const unsigned char *message,
                 size_t length);
    struct dns_lane *lane;
    uint16_t id;
    int error; /* an errno for DNS_LANE_UNREACHABLE, or 0 if it is not known */
};

/* c-ares wants to be started before its first use, once for each stop. */
bool dns_lane_library_start(void);
void dns_lane_library_stop(void);

/* A lane to a resolver (text as of dns_resolver_parse()) with sockets in `sockets`, which must
 * outlive it. No socket is opened before the first message. NULL, with a constant phrase in *error,
 * if it cannot be made. */
struct dns_lane *dns_lane_create(const char *resolver, bool tcp, unsigned timeout_ms,
                                 struct dns_sockets *sockets, const char **error);
/* Frees it with what is outstanding, whose done() is not called. NULL is fine. */
void dns_lane_destroy(struct dns_lane *lane);

/* Asks (name, type) under a fresh random id. try->done must be set. False, and done() is not
 * called, if the name is none. */
bool dns_lane_send(struct dns_lane *lane, struct dns_try *try, const char *name, uint16_t type);

unsigned dns_lane_outstanding(const struct dns_lane *lane);
/* Ends what has waited too long: to be called every few tens of milliseconds. */
void dns_lane_tick(struct dns_lane *lane);
/* For dns_sockets_serve(): `lane` is a lane. */
void dns_lane_serve(void *lane, int readable_fd, int writable_fd);

#endif
