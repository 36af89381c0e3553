/*
 * freeport.c - prints N free ports of 127.0.0.1, one a line
 *
 * freeport [N]
 *
 * A port counts as free if UDP and TCP can both be bound. All are held until the last is found, so
 * they differ; then they are let go, and somebody else may take one before the caller does: a
 * daemon that cannot bind is to be started again with new ports.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 64, ATTEMPTS = 1000 };

/* A socket bound to a port of the loopback address (0: the system's choice), or -1. */
static int bind_loopback(int type, uint16_t port)
{
    int descriptor = socket(AF_INET, type, 0);
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
    };
    if (descriptor >= 0 &&
        bind(descriptor, (const struct sockaddr *)&address, sizeof address) != 0) {
        close(descriptor);
        return -1;
    }
    return descriptor;
}

static uint16_t port_of(int descriptor)
{
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    if (getsockname(descriptor, (struct sockaddr *)&address, &length) != 0) {
        return 0;
    }
    return ntohs(address.sin_port);
}

/* Takes a port for both protocols; the sockets stay open until the program ends. 0 for none. */
static uint16_t take_port(void)
{
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        int tcp = bind_loopback(SOCK_STREAM, 0);
        if (tcp < 0) {
            return 0;
        }
        uint16_t port = port_of(tcp);
        if (port != 0 && bind_loopback(SOCK_DGRAM, port) >= 0) {
            return port;
        }
        close(tcp);
    }
    return 0;
}

int main(int argc, char **argv)
{
    long count = argc > 1 ? strtol(argv[1], NULL, 10) : 1;
    if (argc > 2 || count < 1 || count > MOST) {
        fprintf(stderr, "usage: freeport [N], N from 1 to %d\n", MOST);
        return 64;
    }
    for (long i = 0; i < count; i++) {
        uint16_t port = take_port();
        if (port == 0) {
            perror("freeport");
            return 71;
        }
        printf("%u\n", (unsigned)port);
    }
    return 0;
}
