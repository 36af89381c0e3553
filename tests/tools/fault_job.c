/*
 * fault_job.c - a query on its way through faultd: its rule, its delay, its reply
 *
 * What is forwarded over UDP gets an id of ours and waits in a table of all ids; what is forwarded
 * over TCP has a connection of its own. A query that is never answered is dropped when its place is
 * needed.
 */
#include "fault_server.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- replies ---- */

static void answer(struct fault_server *server, const struct fault_job *job,
                   const unsigned char *reply, size_t length)
{
    if (job->stream < 0) {
        sendto(server->udp, reply, length, 0, (const struct sockaddr *)&job->client.storage,
               job->client.length);
        return;
    }
    struct fault_stream *stream = &server->streams[job->stream];
    if (stream->fd < 0 || stream->serial != job->serial)
        return;
    bool broken = job->rule != NULL && job->rule->kind == FAULT_TRUNCATE_BROKEN;
    stream->is_closing |= broken;
    fault_stream_put(stream, reply, length, broken ? FAULT_TCP_OVERHEAD + length / 2 : SIZE_MAX);
}

void fault_answer_good(struct fault_server *server, const struct fault_job *job,
                       unsigned char *reply, size_t length)
{
    enum fault_kind kind = job->rule != NULL ? job->rule->kind : FAULT_FORWARD;
    if (kind == FAULT_CASE)
        fault_reply_turn_case(reply, length);
    answer(server, job, reply, length);
    if (kind == FAULT_DUPLICATE)
        answer(server, job, reply, length);
}

static void forward_tcp(struct fault_server *server, struct fault_job *job)
{
    int fd = socket(server->forward.storage.ss_family, SOCK_STREAM, 0);
    int index = fault_stream_open(server, fd);
    if (index < 0) {
        free(job);
        return;
    }
    struct fault_stream *stream = &server->streams[index];
    if (connect(fd, (struct sockaddr *)&server->forward.storage, server->forward.length) != 0 &&
        errno != EINPROGRESS) {
        free(job);
        fault_stream_close(stream);
        return;
    }
    stream->job = job;
    fault_stream_put(stream, job->query, job->length, SIZE_MAX);
}

static void forward_udp(struct fault_server *server, struct fault_job *job)
{
    unsigned char query[FAULT_QUERY_MOST];
    uint16_t id = server->next_id++;
    free(server->forwarded[id]); /* it was never answered */
    server->forwarded[id] = job;
    memcpy(query, job->query, job->length);
    query[0] = (unsigned char)(id >> 8);
    query[1] = (unsigned char)id;
    send(server->behind, query, job->length, 0);
}

/* Answers as a resolver in good health would, or lets the one behind do so. Takes the job over. */
static void forward(struct fault_server *server, struct fault_job *job)
{
    struct fault_query query;
    if (server->forward.length > 0 && job->stream < 0) {
        forward_udp(server, job);
        return;
    }
    if (server->forward.length > 0) {
        forward_tcp(server, job);
        return;
    }
    static const struct fault_rule refused = {.kind = FAULT_REFUSED};
    if (fault_query_read(&query, job->query, job->length)) {
        size_t length = job->rule != NULL ? fault_reply_good(&query, NULL, server->reply)
                                          : fault_reply_bad(&refused, &query, false, server->reply);
        fault_answer_good(server, job, server->reply, length);
    }
    free(job);
}

static bool is_forwarded(const struct fault_job *job, const struct fault_query *query)
{
    if (job->rule == NULL)
        return true;
    switch (job->rule->kind) {
    case FAULT_FORWARD:
    case FAULT_DELAY:
    case FAULT_CASE:
    case FAULT_DUPLICATE:
    case FAULT_DROP_FIRST:
        return true;
    case FAULT_FORMERR:
        return !query->has_opt;
    case FAULT_TRUNCATE:
    case FAULT_TRUNCATE_BROKEN:
        return job->stream >= 0;
    default:
        return false;
    }
}

void fault_act(struct fault_server *server, struct fault_job *job)
{
    struct fault_query query;
    if (!fault_query_read(&query, job->query, job->length)) {
        free(job);
        return;
    }
    if (is_forwarded(job, &query)) {
        forward(server, job);
        return;
    }
    size_t length = fault_reply_bad(job->rule, &query, job->stream >= 0, server->reply);
    if (length > 0)
        answer(server, job, server->reply, length);
    free(job);
}

/* ---- queries ---- */

/* How often this question was asked before. */
static unsigned long tally(struct fault_server *server, const struct fault_query *query)
{
    for (size_t i = 0; i < server->n_tallies; i++) {
        struct fault_tally *tally = &server->tallies[i];
        if (tally->type == query->type && strcmp(tally->name, query->name) == 0)
            return tally->count++;
    }
    server->tallies =
        fault_memory(server->tallies, (server->n_tallies + 1) * sizeof *server->tallies);
    struct fault_tally *new = &server->tallies[server->n_tallies++];
    *new = (struct fault_tally){.type = query->type, .count = 1};
    memcpy(new->name, query->name, sizeof new->name);
    return 0;
}

/* The rule for a query, once those that change with time are resolved. False: no answer at all. */
static bool choose_rule(struct fault_server *server, const struct fault_query *query,
                        struct fault_job *job)
{
    job->rule = fault_rules_find(&server->rules, query->name, query->type);
    if (job->rule == NULL)
        return true;
    static const struct fault_rule good = {.kind = FAULT_FORWARD};
    switch (job->rule->kind) {
    case FAULT_SILENT:
        return false;
    case FAULT_DROP_FIRST:
        return tally(server, query) >= job->rule->number;
    case FAULT_SERVFAIL_FIRST:
        if (tally(server, query) >= job->rule->number)
            job->rule = &good;
        return true;
    default:
        return true;
    }
}

static void wait_for(struct fault_server *server, struct fault_job *job)
{
    struct fault_job **place = &server->first;
    while (*place != NULL && (*place)->due <= job->due)
        place = &(*place)->next;
    job->next = *place;
    *place = job;
}

void fault_take(struct fault_server *server, unsigned char *message, size_t length, int stream,
                const struct fault_address *client)
{
    struct fault_query query;
    if (length > FAULT_QUERY_MOST || !fault_query_read(&query, message, length))
        return;
    if (server->log != NULL) {
        char type[16];
        fprintf(server->log, "%s %s %s\n", stream < 0 ? "udp" : "tcp", query.name,
                fault_type_name(query.type, type));
        fflush(server->log);
    }
    struct fault_job *job = fault_memory(NULL, sizeof *job);
    *job = (struct fault_job){.stream = stream, .length = length};
    memcpy(job->query, message, length);
    if (client != NULL)
        job->client = *client;
    if (stream >= 0)
        job->serial = server->streams[stream].serial;
    if (!choose_rule(server, &query, job)) {
        free(job);
        return;
    }
    unsigned long delay = server->delay;
    if (job->rule != NULL && job->rule->kind == FAULT_DELAY)
        delay += job->rule->number;
    job->due = fault_clock_ms() + (int64_t)delay;
    if (delay > 0)
        wait_for(server, job);
    else
        fault_act(server, job);
}
