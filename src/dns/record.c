/*
 * record.c - an answer as one line of JSON, and a file of such lines
 *
 * The form stands in record.h; record_parse.c reads it. Names go out as the answer model has them,
 * records as rdata.c writes them, so a line can be read and changed by hand. The fields "edns",
 * "truncated" and "gave_up" are there only when they are true. Keys are taken out of the answer
 * before it becomes text (record_hide.c), so no escape can carry one past.
 *
 * Limits: an answer to a text that is no domain name is not recorded, as it never reaches a source;
 * nor is one whose names are too long once "{key}" stands in them.
 */
#include "dns/record.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dns/name.h"
#include "dns/rdata.h"
#include "dns/record_hide.h"
#include "util/buffer.h"

struct dns_recorder {
    FILE *file;
    struct arena scratch; /* one answer without its keys */
    const char *const *secrets;
    size_t n_secrets;
    bool failed;
};

/* Sets a field; takes the value over. False if there is no value or no memory. */
static bool put(json_t *object, const char *key, json_t *value)
{
    return json_object_set_new(object, key, value) == 0;
}

static json_t *aliases_json(const struct dns_answer *answer)
{
    json_t *list = json_array();
    for (size_t i = 0; list != NULL && i < answer->n_aliases; i++) {
        if (json_array_append_new(list, json_string(answer->aliases[i])) != 0) {
            json_decref(list);
            list = NULL;
        }
    }
    return list;
}

static json_t *records_json(const struct dns_answer *answer)
{
    json_t *list = json_array();
    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; list != NULL && i < answer->n_records; i++) {
        buffer_reset(&text);
        dns_rdata_format(&text, answer->type, &answer->records[i]);
        if (text.failed || json_array_append_new(list, json_string(buffer_text(&text))) != 0) {
            json_decref(list);
            list = NULL;
        }
    }
    buffer_clear(&text);
    return list;
}

static json_t *extended_json(const struct dns_answer *answer)
{
    if (answer->extended_error < 0)
        return json_null();
    json_t *object = json_object();
    if (put(object, "code", json_integer(answer->extended_error)) &&
        put(object, "text", json_string(answer->extended_text)))
        return object;
    json_decref(object);
    return NULL;
}

char *dns_record_line(const struct dns_answer *answer)
{
    char type[DNS_TYPE_TEXT_SIZE];
    char *line = NULL;
    json_t *object = json_object();
    dns_type_text(answer->type, type);
    if (put(object, "name", json_string(answer->name)) && put(object, "type", json_string(type)) &&
        put(object, "status", json_string(dns_status_name(answer->status))) &&
        put(object, "ttl", json_integer(answer->ttl)) &&
        put(object, "ad", json_boolean(answer->authenticated)) &&
        put(object, "aliases", aliases_json(answer)) &&
        put(object, "records", records_json(answer)) &&
        put(object, "extended_error", extended_json(answer)) &&
        put(object, "reason", json_string(answer->reason)) &&
        (!answer->edns || put(object, "edns", json_true())) &&
        (!answer->truncated || put(object, "truncated", json_true())) &&
        (!answer->gave_up || put(object, "gave_up", json_true())))
        line = json_dumps(object, JSON_COMPACT);
    json_decref(object);
    return line;
}

/* A file that was there has its old mode; a device or a pipe must keep its own. */
static bool make_private(int fd)
{
    struct stat status;
    return fstat(fd, &status) == 0 && (!S_ISREG(status.st_mode) || fchmod(fd, 0600) == 0);
}

struct dns_recorder *dns_recorder_create(const char *path)
{
    struct dns_recorder *recorder = calloc(1, sizeof *recorder);
    if (recorder == NULL)
        return NULL;
    arena_init(&recorder->scratch);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd >= 0 && make_private(fd))
        recorder->file = fdopen(fd, "w");
    if (recorder->file == NULL) {
        int saved = errno;
        if (fd >= 0)
            close(fd);
        free(recorder);
        errno = saved;
        return NULL;
    }
    return recorder;
}

void dns_recorder_hide(struct dns_recorder *recorder, const char *const *secrets, size_t count)
{
    recorder->secrets = secrets;
    recorder->n_secrets = count;
}

static void write_line(struct dns_recorder *recorder, const char *line)
{
    if (line == NULL || fputs(line, recorder->file) == EOF || fputc('\n', recorder->file) == EOF)
        recorder->failed = true;
}

void dns_recorder_nonce(struct dns_recorder *recorder, const char *nonce)
{
    json_t *object = json_object();
    char *line = put(object, "nonce", json_string(nonce)) ? json_dumps(object, JSON_COMPACT) : NULL;
    json_decref(object);
    write_line(recorder, line);
    free(line);
}

static void add(struct dns_recorder *recorder, const struct dns_answer *answer)
{
    unsigned char wire[DNS_NAME_WIRE_MAX];
    if (dns_name_to_wire(answer->name, wire) == 0)
        return;
    if (recorder->n_secrets > 0)
        answer = record_hide(&recorder->scratch, answer, recorder->secrets, recorder->n_secrets);
    if (answer == NULL)
        return;
    char *line = dns_record_line(answer);
    write_line(recorder, line);
    free(line);
}

void dns_recorder_add(struct dns_recorder *recorder, const struct dns_answer *answer)
{
    jmp_buf guard;
    recorder->scratch.guard = &guard;
    if (setjmp(guard) == 0)
        add(recorder, answer);
    else
        recorder->failed = true;
    recorder->scratch.guard = NULL;
    arena_clear(&recorder->scratch);
}

bool dns_recorder_destroy(struct dns_recorder *recorder)
{
    if (recorder == NULL)
        return true;
    bool failed = recorder->failed;
    if (fclose(recorder->file) != 0)
        failed = true;
    arena_clear(&recorder->scratch);
    free(recorder);
    return !failed;
}
