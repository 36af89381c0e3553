/*
 * sockets.h - the sockets that c-ares wants watched, and one poll() over them
 */
#ifndef DNS_SOCKETS_H
#define DNS_SOCKETS_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>

struct dns_sockets {
    struct pollfd *items;
    void **owners; /* owners[i] watches items[i] */
    size_t count, capacity;
};

void dns_sockets_init(struct dns_sockets *sockets);
void dns_sockets_clear(struct dns_sockets *sockets);

/* Watches a socket for its owner from now on; neither readable nor writable: no longer. If memory
 * runs out the socket is not watched, and what is asked through it times out. */
void dns_sockets_watch(struct dns_sockets *sockets, int fd, void *owner, bool readable,
                       bool writable);

/* Waits at most `wait_ms` and calls serve() for each socket that is ready, with -1 for the
 * direction that is not. serve() may watch and forget sockets. False if a signal came first. */
bool dns_sockets_serve(struct dns_sockets *sockets, int wait_ms,
                       void (*serve)(void *owner, int readable_fd, int writable_fd));

#endif
