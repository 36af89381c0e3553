/*
 * record.h - questions and answers as JSON lines: written by --record, read by --replay
 *
 *   {"name":"example.com","type":"MX","status":"noerror","ttl":300,"ad":false,"aliases":[],
 *    "records":["10 mx.example.com."],"extended_error":null,"reason":""}
 *
 * "edns", "truncated" and "gave_up" follow where they are true. {"nonce":"..."} is a line too.
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

/* Writes the run's nonce (dns_replay_nonce()), a label of letters and digits, as a line of its own,
 * {"nonce":"..."}; before the first answer. */
void dns_recorder_nonce(struct dns_recorder *recorder, const char *nonce);
/* Texts that must never be written: keys. Wherever one occurs, in any case, "{key}" is written. The
 * array of `count` texts is borrowed until the recorder is destroyed. */
void dns_recorder_hide(struct dns_recorder *recorder, const char *const *secrets, size_t count);

/* One answer as a line (without newline), from the heap, to be freed; NULL if memory runs out. */
char *dns_record_line(const struct dns_answer *answer);
/* One line as an answer in the arena; NULL with *error set (a phrase in the arena) if it is not of
 * the form. */
struct dns_answer *dns_record_parse(struct arena *arena, const char *line, size_t length,
                                    const char **error);

/* A line of the nonce: false if it is none, and then nothing is touched. True with *nonce in the
 * arena, or NULL with *error set if it is not of its form. */
bool dns_record_parse_nonce(struct arena *arena, const char *line, size_t length,
                            const char **nonce, const char **error);

/* Where and why a recording could not be read. */
struct dns_replay_error {
    size_t line; /* from 1; 0 for the file as a whole */
    char text[160];
};

/* A source that answers from a file alone. NULL, with *error filled, if it cannot be read. Of two
 * lines for one question the last one counts. A question it does not hold is answered DNS_TIMEOUT
 * with gave_up set. */
struct dns_source *dns_replay_create(const char *path, struct dns_replay_error *error);

/* The nonce of a recording that is replayed; "" if it has none. Borrowed from the source. */
const char *dns_replay_nonce(const struct dns_source *source);

#endif
