/*
 * sockets.c - the sockets that c-ares wants watched, and one poll() over them
 *
 * There are few sockets (a lane has one), so poll() is as good as anything, and plain POSIX. While
 * they are served the set may change: a socket that is added has no events yet; one that moves into
 * a place already passed is found by the next poll(), which is level-triggered.
 */
#include "dns/sockets.h"

#include <stdlib.h>

void dns_sockets_init(struct dns_sockets *sockets)
{
    *sockets = (struct dns_sockets){.items = NULL};
}

void dns_sockets_clear(struct dns_sockets *sockets)
{
    free(sockets->items);
    free(sockets->owners);
    dns_sockets_init(sockets);
}

static bool make_room(struct dns_sockets *sockets)
{
    if (sockets->count < sockets->capacity)
        return true;
    size_t capacity = sockets->capacity == 0 ? 16 : sockets->capacity * 2;
    struct pollfd *items = realloc(sockets->items, capacity * sizeof *items);
    if (items == NULL)
        return false;
    sockets->items = items;
    void **owners = realloc(sockets->owners, capacity * sizeof *owners);
    if (owners == NULL)
        return false;
    sockets->owners = owners;
    sockets->capacity = capacity;
    return true;
}

static void forget(struct dns_sockets *sockets, size_t i)
{
    sockets->count--;
    sockets->items[i] = sockets->items[sockets->count];
    sockets->owners[i] = sockets->owners[sockets->count];
}

void dns_sockets_watch(struct dns_sockets *sockets, int fd, void *owner, bool readable,
                       bool writable)
{
    size_t i = 0;
    while (i < sockets->count && sockets->items[i].fd != fd)
        i++;
    if (!readable && !writable) {
        if (i < sockets->count)
            forget(sockets, i);
        return;
    }
    if (i == sockets->count) {
        if (!make_room(sockets))
            return;
        sockets->count++;
        sockets->items[i] = (struct pollfd){.fd = fd};
    }
    sockets->items[i].events = (short)((readable ? POLLIN : 0) | (writable ? POLLOUT : 0));
    sockets->owners[i] = owner;
}

bool dns_sockets_serve(struct dns_sockets *sockets, int wait_ms,
                       void (*serve)(void *owner, int readable_fd, int writable_fd))
{
    if (poll(sockets->items, (nfds_t)sockets->count, wait_ms) < 0)
        return false; /* EINTR; EAGAIN and ENOMEM pass as well */
    for (size_t i = 0; i < sockets->count;) {
        struct pollfd *item = &sockets->items[i];
        if (item->revents == 0) {
            i++;
            continue;
        }
        /* An error or hang-up is told by the call that meets it, so both directions look. */
        bool broken = (item->revents & (POLLERR | POLLHUP | POLLNVAL)) != 0;
        bool readable = broken || (item->revents & POLLIN) != 0;
        bool writable = (item->events & POLLOUT) != 0 && (broken || (item->revents & POLLOUT) != 0);
        int fd = item->fd;
        item->revents = 0;
        serve(sockets->owners[i], readable ? fd : -1, writable ? fd : -1);
    }
    return true;
}
