/*
 * config.c - read the configuration of lists
 *
 * inih splits the file into sections, names and values; the table of settings says what each name
 * means and refuses what it cannot read, with line and reason. Keys are secrets: no message repeats
 * a value.
 *
 * Limits: lines of 200 octets (inih's default), 256 codes a list.
 */
#include "session/config.h"

#include <errno.h>
#include <ini.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include "dns/name.h"
#include "session/config_draft.h"
#include "session/keyed_zone.h"
#include "session/unknown_list.h"

static char *keep(struct config_reader *reader, const char *text)
{
    return arena_dup(&reader->config->arena, text);
}

/* ---- sections ---- */

/* The facts that a section starts from: the catalogue's, or those of an unknown list. */
static struct rcpt_list starting_facts(const char *zone)
{
    const struct rcpt_list *known = rcpt_list_find(zone);
    return known != NULL ? *known
                         : unknown_list(zone, RCPT_LIST_IP4 | RCPT_LIST_IP6 | RCPT_LIST_DOMAIN,
                                        "the configuration");
}

/* The section's codes go before the catalogue's, whose error codes so stay what they are. */
static const struct rcpt_list_code *join_codes(struct arena *arena,
                                               const struct config_draft *draft,
                                               const struct rcpt_list_code *known)
{
    size_t n_known = 0;
    if (draft->n_codes == 0 && known != NULL)
        return known;
    while (known != NULL && known[n_known].pattern != NULL)
        n_known++;
    struct rcpt_list_code *codes = arena_array(arena, draft->n_codes + n_known + 1, sizeof *codes);
    memcpy(codes, draft->codes, draft->n_codes * sizeof *codes);
    if (n_known > 0)
        memcpy(codes + draft->n_codes, known, n_known * sizeof *codes);
    return codes;
}

/* Puts what was read of a section into the list's own facts. */
static void finish_draft(struct config_reader *reader)
{
    struct config_draft *draft = reader->draft;
    reader->draft = NULL;
    if (draft == NULL || (!draft->has_facts && rcpt_list_find(draft->list.zone) != NULL))
        return;
    struct arena *arena = &reader->config->arena;
    struct rcpt_list *own = arena_alloc(arena, sizeof *own);
    *own = draft->facts;
    if (own->kinds == RCPT_LIST_EMAIL && *own->hash == '\0')
        own->hash = "sha1";
    own->codes = join_codes(arena, draft, own->codes);
    draft->list.own = own;
}

static const char *begin_section(struct config_reader *reader, const char *section)
{
    char zone[DNS_NAME_TEXT_SIZE];
    struct config *config = reader->config;
    finish_draft(reader);
    if (!dns_name_canonical(section, zone) || strcmp(zone, ".") == 0)
        return "a section's name is a zone: [bl.example.org]";
    const char *key = "";
    size_t length = 0;
    const struct rcpt_list *keyed = keyed_zone_find(zone, &key, &length);
    if (config_find(config, keyed != NULL ? keyed->zone : zone) != NULL)
        return "this zone has a section already";
    struct config_draft *draft = arena_alloc(&config->arena, sizeof *draft);
    draft->list.zone = keyed != NULL ? keyed->zone : keep(reader, zone);
    draft->list.key = keyed != NULL ? arena_dup_bytes(&config->arena, key, length) : "";
    draft->facts = starting_facts(draft->list.zone);
    draft->list.next = config->lists;
    config->lists = &draft->list;
    reader->draft = draft;
    reader->section = keep(reader, section);
    return NULL;
}

/* inih's handler: 1 for a line that is understood. */
static int take_line(void *context, const char *section, const char *name, const char *value)
{
    struct config_reader *reader = context;
    if (reader->reason != NULL)
        return 1; /* the first error is the one that is told */
    if (*section == '\0')
        reader->reason = "a setting stands before the first section";
    else if (reader->draft == NULL || strcmp(reader->section, section) != 0)
        reader->reason = begin_section(reader, section);
    reader->reason_line = reader->line;
    if (reader->reason != NULL)
        return 0;
    reader->reason = config_set(reader, name, value);
    reader->reason_line = reader->line;
    return reader->reason == NULL;
}

/* ---- the file ---- */

void config_init(struct config *config)
{
    arena_init(&config->arena);
    config->lists = NULL;
}

void config_clear(struct config *config)
{
    arena_clear(&config->arena);
    config->lists = NULL;
}

/* inih does not tell its handler where it is, so lines are counted as they are read. */
static char *read_line(char *text, int size, void *context)
{
    struct config_reader *reader = context;
    reader->line++;
    if (fgets(text, size, reader->file) == NULL)
        return NULL;
    if (strlen(text) + 1 == (size_t)size && text[size - 2] != '\n' && reader->reason == NULL) {
        reader->reason = "the line is too long";
        reader->reason_line = reader->line;
        return NULL;
    }
    return text;
}

static enum config_result parse(struct config *config, FILE *file, char *error, size_t error_size)
{
    struct config_reader reader = {.config = config, .file = file};
    int line = ini_parse_stream(read_line, &reader, take_line, &reader);
    finish_draft(&reader);
    if (line == -2)
        return CONFIG_NO_MEMORY;
    if (line == 0 && reader.reason != NULL)
        line = reader.reason_line;
    if (line != 0)
        snprintf(error, error_size, "line %d: %s", line,
                 reader.reason != NULL && reader.reason_line == line
                     ? reader.reason
                     : "neither a [section], a name = value, nor a comment");
    return line == 0 ? CONFIG_OK : CONFIG_BAD;
}

/* False if memory ran out. */
static bool parse_guarded(struct config *config, FILE *file, enum config_result *result,
                          char *error, size_t error_size)
{
    jmp_buf guard;
    config->arena.guard = &guard;
    if (setjmp(guard) != 0) {
        config->arena.guard = NULL;
        return false;
    }
    *result = parse(config, file, error, error_size);
    config->arena.guard = NULL;
    return true;
}

enum config_result config_read(struct config *config, const char *path, char *error,
                               size_t error_size)
{
    FILE *file = fopen(path, "re");
    if (file == NULL) {
        snprintf(error, error_size, "%s", strerror(errno));
        return CONFIG_NO_FILE;
    }
    enum config_result result = CONFIG_OK;
    if (!parse_guarded(config, file, &result, error, error_size))
        result = CONFIG_NO_MEMORY;
    if (result == CONFIG_OK && ferror(file) != 0)
        result = CONFIG_NO_FILE;
    if (result == CONFIG_NO_FILE)
        snprintf(error, error_size, "it cannot be read");
    fclose(file);
    return result;
}

const struct config_list *config_find(const struct config *config, const char *zone)
{
    const struct config_list *list = config->lists;
    while (list != NULL && strcmp(list->zone, zone) != 0)
        list = list->next;
    return list;
}
