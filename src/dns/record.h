/*
 * record.h - questions and answers as JSON lines: written by --record, read by --replay
 *
 *   {"name":"example.com","type":"MX","status":"noerror","ttl":300,"ad":false,"aliases":[],
 *    "records":["10 mx.example.com."],"extended_error":null,"reason":""}
 *
 * Readable and editable by hand: the same form serves bug reports, tests and the demo.
 */
#ifndef DNS_RECORD_H
#define DNS_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "dns/answer.h"
#include "dns/source.h"
#include "util/arena.h"

struct dns_recorder;

/* Opens (and empties) a file, mode 0600. NULL, with errno set, if it cannot be made. */
struct dns_recorder *dns_recorder_create(const char *path);
/* Writes one line; an error is kept for dns_recorder_destroy(). */
void dns_recorder_add(struct dns_recorder *recorder, const struct dns_answer *answer);
/* Closes the file. False if anything could not be written; NULL is fine and true. */
bool dns_recorder_destroy(struct dns_recorder *recorder);

/* One answer as a line (without newline), from the heap, to be freed; NULL if memory runs out. */
char *dns_record_line(const struct dns_answer *answer);
/* One line as an answer in the arena; NULL with *error set (a phrase in the arena) if it is not of
 * the form. */
struct dns_answer *dns_record_parse(struct arena *arena, const char *line, size_t length,
                                    const char **error);

/* Where and why a recording could not be read. */
struct dns_replay_error {
    size_t line; /* from 1; 0 for the file as a whole */
    char text[160];
};

/* A source that answers from a file alone. NULL, with *error filled, if it cannot be read. Of two
 * lines for one question the last one counts. A question it does not hold is answered DNS_TIMEOUT
 * with gave_up set. */
struct dns_source *dns_replay_create(const char *path, struct dns_replay_error *error);

#endif
