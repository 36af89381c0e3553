/*
 * fault_server.h - the working parts of faultd: connections, and queries on their way
 */
#ifndef FAULT_SERVER_H
#define FAULT_SERVER_H

#include <stdint.h>
#include <stdio.h>
#include <sys/socket.h>

#include "fault.h"

#define FAULT_STREAMS      64
#define FAULT_QUERY_MOST   512
#define FAULT_QUIT_MS      30000 /* a connection without traffic is closed */
#define FAULT_TCP_OVERHEAD 2

struct fault_address {
    struct sockaddr_storage storage;
    socklen_t length;
};

/* A query that waits: for its delay, or for the resolver behind. */
struct fault_job {
    struct fault_job *next;
    int64_t due;
    const struct fault_rule *rule; /* NULL for none */
    struct fault_address client;   /* over UDP */
    int stream;                    /* over TCP: which; -1 for UDP */
    unsigned serial;               /* and which use of it */
    size_t length;
    unsigned char query[FAULT_QUERY_MOST];
};

/* A TCP connection, from a client or to the resolver behind. */
struct fault_stream {
    int fd; /* -1: free */
    unsigned serial;
    struct fault_job *job; /* to the resolver: what it is for */
    bool is_closing;       /* when all is written */
    int64_t used;
    size_t in_length, out_length, out_sent;
    unsigned char *out;
    unsigned char in[FAULT_TCP_OVERHEAD + FAULT_MESSAGE_MAX];
};

/* How often a question was asked. */
struct fault_tally {
    char name[FAULT_NAME_SIZE];
    uint16_t type;
    unsigned long count;
};

struct fault_server {
    struct fault_rules rules;
    struct fault_address forward; /* length 0: none */
    unsigned long delay;
    FILE *log;
    int udp, tcp, behind;    /* behind: the UDP socket to the resolver, or -1 */
    struct fault_job *first; /* waiting for their time, in that order */
    struct fault_job *forwarded[65536];
    uint16_t next_id;
    struct fault_tally *tallies;
    size_t n_tallies;
    struct fault_stream streams[FAULT_STREAMS];
    unsigned char reply[FAULT_MESSAGE_MAX];
};

int64_t fault_clock_ms(void);
/* Ends the program with a line that names errno. */
_Noreturn void fault_die(const char *what);
/* As realloc(), without failure. */
void *fault_memory(void *old, size_t size);

/* Frees its place. */
void fault_stream_close(struct fault_stream *stream);
/* Takes a socket over; its index, or -1 if there is no place: it is closed then. */
int fault_stream_open(struct fault_server *server, int fd);
/* Queues a message with its length before it, or the first `part` octets of the two. */
void fault_stream_put(struct fault_stream *stream, const unsigned char *message, size_t length,
                      size_t part);
/* Writes what can be written. */
void fault_stream_write(struct fault_stream *stream);

/* Sends a reply that was forwarded, or made up in its place, to whom the job is for. */
void fault_answer_good(struct fault_server *server, const struct fault_job *job,
                       unsigned char *reply, size_t length);
/* A query's time has come. Takes the job over. */
void fault_act(struct fault_server *server, struct fault_job *job);
/* A query came; `stream` is -1 for UDP. */
void fault_take(struct fault_server *server, unsigned char *message, size_t length, int stream,
                const struct fault_address *client);

#endif
