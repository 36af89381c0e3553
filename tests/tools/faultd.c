/*
 * faultd.c - a DNS proxy on loopback that misbehaves on purpose, over UDP and TCP
 *
 * faultd [--listen ADDR] [--port N] [--forward ADDR:PORT] [--delay MS] [--log FILE] [--tcp no]
 *   RULES-FILE...
 *
 * Prints "port N" as its first line (--port 0, the default, is the system's choice; UDP and TCP
 * have the same), and serves until SIGTERM comes or its standard input, if it is a pipe, is closed.
 * The rules stand in fault_rules.c. What no rule concerns is forwarded; without --forward it is
 * REFUSED, and where a rule says "forward" a record is made up. --delay holds every query back.
 * --log writes "udp|tcp NAME TYPE" for each query; with --tcp no, TCP is refused.
 *
 * Limits: 64 TCP connections; a query of more than 512 octets is ignored.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault_server.h"

static void read_udp(struct fault_server *server)
{
    unsigned char message[FAULT_QUERY_MOST + 1];
    for (;;) {
        struct fault_address client = {.length = sizeof client.storage};
        ssize_t length = recvfrom(server->udp, message, sizeof message, 0,
                                  (struct sockaddr *)&client.storage, &client.length);
        if (length < 0)
            return;
        fault_take(server, message, (size_t)length, -1, &client);
    }
}

static void read_behind(struct fault_server *server)
{
    for (;;) {
        ssize_t length = recv(server->behind, server->reply, sizeof server->reply, 0);
        if (length < 0)
            return;
        if (length < 12)
            continue;
        unsigned id = (unsigned)server->reply[0] << 8 | server->reply[1];
        struct fault_job *job = server->forwarded[id];
        if (job == NULL)
            continue;
        server->forwarded[id] = NULL;
        memcpy(server->reply, job->query, 2);
        fault_answer_good(server, job, server->reply, (size_t)length);
        free(job);
    }
}

/* A whole message came over TCP: from a client a query, from the resolver behind a reply. */
static void take_stream(struct fault_server *server, int index, size_t length)
{
    struct fault_stream *stream = &server->streams[index];
    unsigned char *message = stream->in + FAULT_TCP_OVERHEAD;
    if (stream->job == NULL) {
        fault_take(server, message, length, index, NULL);
        return;
    }
    fault_answer_good(server, stream->job, message, length);
    fault_stream_close(stream);
}

static void read_stream(struct fault_server *server, int index)
{
    struct fault_stream *stream = &server->streams[index];
    ssize_t count =
        recv(stream->fd, stream->in + stream->in_length, sizeof stream->in - stream->in_length, 0);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0) {
        fault_stream_close(stream);
        return;
    }
    stream->used = fault_clock_ms();
    stream->in_length += (size_t)count;
    while (stream->fd >= 0 && stream->in_length >= FAULT_TCP_OVERHEAD) {
        size_t length = (size_t)stream->in[0] << 8 | stream->in[1];
        if (stream->in_length < FAULT_TCP_OVERHEAD + length)
            return;
        take_stream(server, index, length);
        stream->in_length -= FAULT_TCP_OVERHEAD + length;
        memmove(stream->in, stream->in + FAULT_TCP_OVERHEAD + length, stream->in_length);
    }
}

/* ---- the loop ---- */

static void serve_streams(struct fault_server *server, const struct pollfd *items)
{
    for (int i = 0; i < FAULT_STREAMS; i++) {
        struct fault_stream *stream = &server->streams[i];
        if (items[i].fd < 0 || items[i].fd != stream->fd)
            continue;
        if ((items[i].revents & POLLOUT) != 0)
            fault_stream_write(stream);
        else if ((items[i].revents & (POLLIN | POLLERR | POLLHUP)) != 0)
            read_stream(server, i);
        else if (fault_clock_ms() - stream->used > FAULT_QUIT_MS)
            fault_stream_close(stream);
    }
}

static int fill_items(const struct fault_server *server, bool watches_input, struct pollfd *items)
{
    int fixed[4] = {server->udp, server->tcp, server->behind, watches_input ? 0 : -1};
    for (int i = 0; i < 4; i++)
        items[i] = (struct pollfd){.fd = fixed[i], .events = POLLIN};
    for (int i = 0; i < FAULT_STREAMS; i++) {
        const struct fault_stream *stream = &server->streams[i];
        bool writes = stream->out_sent < stream->out_length;
        items[4 + i] = (struct pollfd){.fd = stream->fd, .events = writes ? POLLOUT : POLLIN};
    }
    if (server->first == NULL)
        return 1000;
    int64_t rest = server->first->due - fault_clock_ms();
    return rest < 0 ? 0 : rest < 1000 ? (int)rest : 1000;
}

static void serve(struct fault_server *server)
{
    struct pollfd items[4 + FAULT_STREAMS];
    struct stat input;
    bool watches_input =
        fstat(0, &input) == 0 && (S_ISFIFO(input.st_mode) || S_ISSOCK(input.st_mode));
    for (;;) {
        int wait = fill_items(server, watches_input, items);
        if (poll(items, 4 + FAULT_STREAMS, wait) < 0)
            continue;
        char ignored[64];
        if (items[3].revents != 0 && read(0, ignored, sizeof ignored) <= 0)
            return;
        if (items[0].revents != 0)
            read_udp(server);
        if (items[2].revents != 0)
            read_behind(server);
        serve_streams(server, items + 4);
        if (items[1].revents != 0)
            fault_stream_open(server, accept(server->tcp, NULL, NULL));
        while (server->first != NULL && server->first->due <= fault_clock_ms()) {
            struct fault_job *job = server->first;
            server->first = job->next;
            fault_act(server, job);
        }
    }
}

/* ---- start ---- */

static bool parse_address(struct fault_address *address, const char *text, unsigned port)
{
    struct sockaddr_in *v4 = (struct sockaddr_in *)&address->storage;
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)&address->storage;
    *address = (struct fault_address){.length = 0};
    if (inet_pton(AF_INET, text, &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons((uint16_t)port);
        address->length = sizeof *v4;
    } else if (inet_pton(AF_INET6, text, &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons((uint16_t)port);
        address->length = sizeof *v6;
    }
    return address->length > 0;
}

/* "ADDR:PORT", "[ADDR]:PORT" */
static bool parse_forward(struct fault_address *address, const char *text)
{
    char host[64];
    const char *colon = strrchr(text, ':');
    size_t skip = text[0] == '[';
    if (colon == NULL || (size_t)(colon - text) >= sizeof host || colon <= text + skip)
        return false;
    size_t length = (size_t)(colon - text) - 2 * skip;
    memcpy(host, text + skip, length);
    host[length] = '\0';
    return parse_address(address, host, (unsigned)strtoul(colon + 1, NULL, 10));
}

static int bind_socket(const struct fault_address *address, int type)
{
    int fd = socket(address->storage.ss_family, type, 0);
    int yes = 1, size = 1 << 22;
    if (fd < 0 || fcntl(fd, F_SETFL, O_NONBLOCK) != 0)
        fault_die("socket");
    setsockopt(fd, SOL_SOCKET, type == SOCK_STREAM ? SO_REUSEADDR : SO_RCVBUF,
               type == SOCK_STREAM ? &yes : &size, sizeof(int));
    if (bind(fd, (const struct sockaddr *)&address->storage, address->length) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

/* The same port for UDP and TCP. Returns it. */
static unsigned open_port(struct fault_server *server, const char *listen_on, unsigned port)
{
    for (int tries = 0; tries < 50; tries++) {
        struct fault_address address;
        struct sockaddr_storage bound;
        socklen_t length = sizeof bound;
        if (!parse_address(&address, listen_on, port))
            break;
        server->udp = bind_socket(&address, SOCK_DGRAM);
        if (server->udp < 0)
            break;
        getsockname(server->udp, (struct sockaddr *)&bound, &length);
        /* The port stands at the same place in both families. */
        unsigned chosen = ntohs(((struct sockaddr_in *)&bound)->sin_port);
        parse_address(&address, listen_on, chosen);
        server->tcp = bind_socket(&address, SOCK_STREAM);
        if (server->tcp >= 0 && listen(server->tcp, FAULT_STREAMS) == 0)
            return chosen;
        close(server->udp);
    }
    fault_die(listen_on);
}

_Noreturn static void usage(void)
{
    fputs("usage: faultd [--listen ADDR] [--port N] [--forward ADDR:PORT] [--delay MS] "
          "[--log FILE] [--tcp no] RULES-FILE...\n",
          stderr);
    exit(2);
}

int main(int argc, char **argv)
{
    static struct fault_server server;
    const char *listen_on = "127.0.0.1";
    unsigned port = 0;
    bool with_tcp = true;
    int i = 1;
    for (; i + 1 < argc && strncmp(argv[i], "--", 2) == 0; i += 2) {
        if (strcmp(argv[i], "--listen") == 0)
            listen_on = argv[i + 1];
        else if (strcmp(argv[i], "--port") == 0)
            port = (unsigned)strtoul(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "--delay") == 0)
            server.delay = strtoul(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "--tcp") == 0)
            with_tcp = strcmp(argv[i + 1], "no") != 0;
        else if (strcmp(argv[i], "--log") == 0)
            server.log = fopen(argv[i + 1], "w");
        else if (strcmp(argv[i], "--forward") != 0 || !parse_forward(&server.forward, argv[i + 1]))
            usage();
        if (strcmp(argv[i], "--log") == 0 && server.log == NULL)
            fault_die(argv[i + 1]);
    }
    for (; i < argc; i++) {
        if (!fault_rules_read(&server.rules, argv[i]))
            return 2;
    }
    for (int s = 0; s < FAULT_STREAMS; s++)
        server.streams[s].fd = -1;
    signal(SIGPIPE, SIG_IGN);
    port = open_port(&server, listen_on, port);
    if (!with_tcp) {
        close(server.tcp);
        server.tcp = -1;
    }
    server.behind = -1;
    if (server.forward.length > 0) {
        server.behind = socket(server.forward.storage.ss_family, SOCK_DGRAM, 0);
        if (server.behind < 0 || fcntl(server.behind, F_SETFL, O_NONBLOCK) != 0 ||
            connect(server.behind, (struct sockaddr *)&server.forward.storage,
                    server.forward.length) != 0)
            fault_die("forward");
    }
    printf("port %u\n", port);
    fflush(stdout);
    serve(&server);
    return 0;
}
