/*
 * replay.c - a recording as the source of answers, with no network
 *
 * The file is read once, strictly: the first line that is not of the form of record.h ends it, with
 * its number. Empty lines and lines that begin with '#' are comments. A line is kept as text and
 * read again into the question's arena when it is asked for, so answers live as those of the
 * network do. A question that the file does not hold is answered as a time-out: what was not seen
 * is not known.
 *
 * Limits: a line has at most LINE_MOST octets; the file is kept in memory.
 */
#include "dns/record.h"

#include <errno.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dns/memo.h"
#include "dns/name.h"
#include "util/buffer.h"
#include "util/table.h"

#define LINE_MOST ((size_t)1 << 20)
#define TTL_GONE  300 /* how long an answer that the file does not hold is kept */

struct entry {
    struct table_node node; /* first: a node is its entry */
    const char *name;
    const char *line;
    size_t length;
    uint16_t type;
};

struct dns_replay {
    struct dns_source source; /* first: a source of these ops is a replay */
    struct arena arena;       /* entries and lines */
    struct table table;       /* by name */
    const char *nonce;        /* in the arena; "" for none */
};

/* What is at hand while a file is read. */
struct loader {
    struct dns_replay *replay;
    FILE *file;
    struct buffer line;
    struct arena scratch; /* one line's answer */
    struct dns_replay_error *error;
};

static struct entry *find(const struct dns_replay *replay, const char *name, uint16_t type)
{
    uint64_t hash = table_hash(&replay->table, name, strlen(name));
    for (struct table_node *node = table_first(&replay->table, hash); node != NULL;
         node = table_next(node)) {
        struct entry *entry = (struct entry *)node;
        if (entry->type == type && strcmp(entry->name, name) == 0)
            return entry;
    }
    return NULL;
}

/* Keeps a line; of two for one question the later one. */
static void keep(struct dns_replay *replay, const struct dns_answer *answer, const char *line,
                 size_t length)
{
    struct entry *entry = find(replay, answer->name, answer->type);
    if (entry == NULL) {
        entry = arena_alloc(&replay->arena, sizeof *entry);
        entry->name = arena_dup(&replay->arena, answer->name);
        entry->type = answer->type;
        uint64_t hash = table_hash(&replay->table, entry->name, strlen(entry->name));
        if (!table_insert(&replay->table, &entry->node, hash))
            arena_fail(&replay->arena);
    }
    entry->line = arena_dup_bytes(&replay->arena, line, length);
    entry->length = length;
}

static void set_error(struct loader *loader, const char *text)
{
    snprintf(loader->error->text, sizeof loader->error->text, "%s", text);
}

/* Reads up to the end of a line. False at the end of the file, and with an error set. */
static bool read_line(struct loader *loader)
{
    int c;
    buffer_reset(&loader->line);
    while ((c = getc(loader->file)) != EOF && c != '\n') {
        if (loader->line.length == LINE_MOST) {
            set_error(loader, "the line is longer than 1 MiB");
            return false;
        }
        buffer_add_char(&loader->line, (char)c);
    }
    if (loader->line.failed)
        arena_fail(&loader->scratch);
    if (ferror(loader->file)) {
        loader->error->line = 0;
        set_error(loader, strerror(errno));
        return false;
    }
    return c != EOF || loader->line.length > 0;
}

static bool is_comment(const struct buffer *line)
{
    const char *text = buffer_text(line);
    size_t blank = strspn(text, " \t\r");
    return blank == line->length || text[0] == '#';
}

/* Takes a line that is no comment. NULL, or why it cannot. */
static const char *load_line(struct loader *loader)
{
    struct dns_replay *replay = loader->replay;
    const char *line = buffer_text(&loader->line), *nonce, *problem;
    size_t length = loader->line.length;
    arena_clear(&loader->scratch);
    if (dns_record_parse_nonce(&loader->scratch, line, length, &nonce, &problem)) {
        if (nonce != NULL)
            replay->nonce = arena_dup(&replay->arena, nonce);
        return nonce != NULL ? NULL : problem;
    }
    const struct dns_answer *answer = dns_record_parse(&loader->scratch, line, length, &problem);
    if (answer == NULL)
        return problem;
    keep(replay, answer, line, length);
    return NULL;
}

static bool load_lines(struct loader *loader)
{
    for (;;) {
        loader->error->line++;
        if (!read_line(loader))
            return loader->error->text[0] == '\0';
        if (is_comment(&loader->line))
            continue;
        const char *problem = load_line(loader);
        if (problem != NULL) {
            set_error(loader, problem);
            return false;
        }
    }
}

/* The lines, with running out of memory as an error. */
static bool load_guarded(struct loader *loader)
{
    jmp_buf guard;
    if (setjmp(guard) != 0) {
        loader->error->line = 0;
        set_error(loader, "out of memory");
        return false;
    }
    loader->scratch.guard = &guard;
    loader->replay->arena.guard = &guard;
    bool good = load_lines(loader);
    loader->replay->arena.guard = NULL;
    return good;
}

static bool load(struct dns_replay *replay, const char *path, struct dns_replay_error *error)
{
    struct loader loader = {.replay = replay, .error = error};
    loader.file = fopen(path, "r");
    if (loader.file == NULL) {
        set_error(&loader, strerror(errno));
        return false;
    }
    buffer_init(&loader.line);
    arena_init(&loader.scratch);
    bool good = load_guarded(&loader);
    arena_clear(&loader.scratch);
    buffer_clear(&loader.line);
    fclose(loader.file);
    return good;
}

static const struct dns_answer *answer_unknown(struct arena *arena, const char *name, uint16_t type)
{
    struct dns_answer *answer = arena_alloc(arena, sizeof *answer);
    *answer = (struct dns_answer){.status = DNS_TIMEOUT,
                                  .type = type,
                                  .gave_up = true,
                                  .ttl = TTL_GONE,
                                  .name = name,
                                  .canonical = name,
                                  .extended_error = -1,
                                  .extended_text = "",
                                  .reason = "the recording holds no answer to this question"};
    return answer;
}

static const struct dns_answer *look_up(const struct dns_replay *replay,
                                        struct dns_question *question)
{
    const char *name = dns_question_name(question), *problem;
    uint16_t type = dns_question_type(question);
    struct arena *arena = dns_question_arena(question);
    const struct dns_answer *answer = NULL;
    char key[DNS_NAME_TEXT_SIZE];

    const struct entry *entry = dns_name_canonical(name, key) ? find(replay, key, type) : NULL;
    if (entry != NULL)
        answer = dns_record_parse(arena, entry->line, entry->length, &problem);
    /* NULL with an entry: the JSON parser, which read the line before, has no memory. */
    if (entry != NULL && answer == NULL)
        arena_fail(arena);
    return answer != NULL ? answer : answer_unknown(arena, name, type);
}

static void settle(const struct dns_replay *replay, struct dns_question *question)
{
    struct arena *arena = dns_question_arena(question);
    jmp_buf guard, *outer = arena->guard;
    if (setjmp(guard) != 0) {
        arena->guard = outer;
        arena_clear(arena);
        dns_question_settle(question, NULL);
        return;
    }
    arena->guard = &guard;
    const struct dns_answer *answer = look_up(replay, question);
    arena->guard = outer;
    dns_question_settle(question, answer);
}

static bool replay_turn(struct dns_source *source, struct dns_memo *memo, int wait_ms)
{
    const struct dns_replay *replay = (const struct dns_replay *)source;
    struct dns_question *question;
    bool any = false;
    (void)wait_ms;
    while ((question = dns_memo_next_wanted(memo)) != NULL) {
        settle(replay, question);
        any = true;
    }
    return any;
}

static void replay_destroy(struct dns_source *source)
{
    struct dns_replay *replay = (struct dns_replay *)source;
    table_clear(&replay->table);
    arena_clear(&replay->arena);
    free(replay);
}

static const struct dns_source_ops replay_ops = {.turn = replay_turn, .destroy = replay_destroy};

struct dns_source *dns_replay_create(const char *path, struct dns_replay_error *error)
{
    *error = (struct dns_replay_error){.line = 0};
    struct dns_replay *replay = calloc(1, sizeof *replay);
    if (replay == NULL) {
        snprintf(error->text, sizeof error->text, "out of memory");
        return NULL;
    }
    replay->source.ops = &replay_ops;
    replay->nonce = "";
    arena_init(&replay->arena);
    table_init(&replay->table);
    if (load(replay, path, error))
        return &replay->source;
    replay_destroy(&replay->source);
    return NULL;
}

const char *dns_replay_nonce(const struct dns_source *source)
{
    return source->ops == &replay_ops ? ((const struct dns_replay *)source)->nonce : "";
}
