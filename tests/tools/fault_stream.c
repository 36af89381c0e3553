/*
 * fault_stream.c - faultd's TCP connections, and what its parts share
 *
 * A connection is a client's, or one to the resolver behind that serves a single query. Messages
 * have their length before them (RFC 1035 section 4.2.2).
 */
#include "fault_server.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int64_t fault_clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

_Noreturn void fault_die(const char *what)
{
    fprintf(stderr, "faultd: %s: %s\n", what, strerror(errno));
    exit(2);
}

void *fault_memory(void *old, size_t size)
{
    void *memory = realloc(old, size);
    if (memory == NULL)
        fault_die("memory");
    return memory;
}

/* ---- streams ---- */

void fault_stream_close(struct fault_stream *stream)
{
    close(stream->fd);
    free(stream->out);
    free(stream->job);
    stream->fd = -1;
    stream->out = NULL;
    stream->job = NULL;
}

int fault_stream_open(struct fault_server *server, int fd)
{
    int index = 0;
    while (index < FAULT_STREAMS && server->streams[index].fd >= 0)
        index++;
    if (index == FAULT_STREAMS || fd < 0 || fcntl(fd, F_SETFL, O_NONBLOCK) != 0) {
        if (fd >= 0)
            close(fd);
        return -1;
    }
    struct fault_stream *stream = &server->streams[index];
    stream->fd = fd;
    stream->serial++;
    stream->is_closing = false;
    stream->used = fault_clock_ms();
    stream->in_length = stream->out_length = stream->out_sent = 0;
    return index;
}

void fault_stream_put(struct fault_stream *stream, const unsigned char *message, size_t length,
                      size_t part)
{
    size_t start = stream->out_length;
    stream->out = fault_memory(stream->out, start + FAULT_TCP_OVERHEAD + length);
    stream->out[start] = (unsigned char)(length >> 8);
    stream->out[start + 1] = (unsigned char)length;
    memcpy(stream->out + start + FAULT_TCP_OVERHEAD, message, length);
    stream->out_length += part < FAULT_TCP_OVERHEAD + length ? part : FAULT_TCP_OVERHEAD + length;
}

void fault_stream_write(struct fault_stream *stream)
{
    ssize_t sent = send(stream->fd, stream->out + stream->out_sent,
                        stream->out_length - stream->out_sent, MSG_NOSIGNAL);
    if (sent < 0 && (errno == EAGAIN || errno == EINTR || errno == EINPROGRESS))
        return;
    if (sent > 0)
        stream->out_sent += (size_t)sent;
    if (sent <= 0 || (stream->is_closing && stream->out_sent == stream->out_length))
        fault_stream_close(stream);
}
