/*
 * order_world.h - one world of order_test.c: a recording, who is checked by whom, the right report
 *
 *   NAME.jsonl        the recording
 *   NAME.recipients   a line each
 *   NAME.options      a line each: "ip ADDR", "helo NAME", "mail-from ADDR", "dnsbl ZONE",
 * "no-dnsbl" NAME.config       the configuration of lists NAME.deadline     milliseconds NAME.json
 * the report
 */
#ifndef TESTS_SCENARIO_ORDER_WORLD_H
#define TESTS_SCENARIO_ORDER_WORLD_H

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "dns/memo.h"
#include "dns/name.h"
#include "dns/record.h"
#include "report/report.h"
#include "session/config.h"
#include "session/list_set.h"
#include "session/task.h"
#include "unit.h"

#define RECIPIENTS_MOST 1000
#define LINE_MOST       65536

/* One line of a recording. */
struct line {
    const char *name, *text;
    uint16_t type;
};

struct world {
    struct arena arena; /* holds all below */
    struct line *lines;
    size_t n_lines;
    const char *recipients[RECIPIENTS_MOST];
    size_t n_recipients;
    char deadline_reason[64];
    const char *nonce; /* of the recording; "" for none */
    bool has_sender;
    struct ip ip; /* identity.ip */
    struct sender_identity identity;
    struct config config;
    struct list_set lists; /* which are asked */
    struct buffer wanted;  /* the report */
};

static const char *read_file(struct arena *arena, const char *path)
{
    struct buffer text;
    char piece[4096];
    size_t length;
    FILE *file = fopen(path, "r");
    ck_assert_msg(file != NULL, "%s: %s", path, strerror(errno));
    buffer_init(&text);
    while ((length = fread(piece, 1, sizeof piece, file)) > 0)
        buffer_add_bytes(&text, piece, length);
    ck_assert(!ferror(file) && !text.failed);
    fclose(file);
    const char *copy = arena_dup(arena, buffer_text(&text));
    buffer_clear(&text);
    return copy;
}

/* The next line of a text, which is cut there; NULL at its end. */
static char *next_line(char **text)
{
    char *line = *text;
    if (*line == '\0')
        return NULL;
    char *end = line + strcspn(line, "\n");
    *text = *end == '\0' ? end : end + 1;
    *end = '\0';
    return line;
}

static void read_recording(struct world *world, const char *path)
{
    char *text = arena_dup(&world->arena, read_file(&world->arena, path));
    const char *problem;
    world->nonce = "";
    world->lines = arena_array(&world->arena, LINE_MOST, sizeof *world->lines);
    for (char *line; (line = next_line(&text)) != NULL;) {
        if (*line == '#' || *line == '\0')
            continue;
        if (dns_record_parse_nonce(&world->arena, line, strlen(line), &world->nonce, &problem)) {
            ck_assert_msg(world->nonce != NULL, "%s: %s", path, problem);
            continue;
        }
        const struct dns_answer *answer =
            dns_record_parse(&world->arena, line, strlen(line), &problem);
        ck_assert_msg(answer != NULL, "%s: %s: %s", path, problem, line);
        ck_assert_uint_lt(world->n_lines, LINE_MOST);
        world->lines[world->n_lines++] = (struct line){answer->name, line, answer->type};
    }
}

static void read_recipients(struct world *world, const char *path)
{
    char *text = arena_dup(&world->arena, read_file(&world->arena, path));
    for (char *line; (line = next_line(&text)) != NULL;) {
        ck_assert_uint_lt(world->n_recipients, RECIPIENTS_MOST);
        world->recipients[world->n_recipients++] = line;
    }
}

static void set_deadline(struct world *world, const char *deadline)
{
    snprintf(world->deadline_reason, sizeof world->deadline_reason,
             "no answer within the deadline of %lu ms", strtoul(deadline, NULL, 10));
}

static void add_report(struct buffer *out, const struct rcpt_result *result)
{
    static const struct report_style style = {.width = 80};
    report_format_find("json")->result(out, &style, result);
}

/* What a session makes of a recording. */
static void replay(struct world *world, const char *recording)
{
    struct rcpt_session *session;
    struct rcpt_result *result;
    ck_assert_int_eq(rcpt_session_create(&session), RCPT_OK);
    ck_assert_int_eq(rcpt_session_replay(session, recording), RCPT_OK);
    for (size_t i = 0; i < world->n_recipients; i++)
        ck_assert_int_eq(rcpt_session_submit(session, world->recipients[i]), RCPT_OK);
    while (rcpt_session_next(session, &result) == RCPT_OK) {
        add_report(&world->wanted, result);
        rcpt_result_destroy(result);
    }
    rcpt_session_destroy(session);
}

/* One setting of NAME.options: "ip 192.0.2.1". */
static void set_option(struct world *world, const char *name, const char *value)
{
    struct sender_identity *identity = &world->identity;
    if (strcmp(name, "ip") == 0) {
        ck_assert_msg(ip_parse(&world->ip, value), "%s", value);
        identity->ip = &world->ip;
    } else if (strcmp(name, "helo") == 0) {
        identity->helo = value;
    } else if (strcmp(name, "mail-from") == 0) {
        identity->mail_from = value;
    } else if (strcmp(name, "dnsbl") == 0) {
        ck_assert_ptr_null(list_set_add(&world->lists, value));
    } else {
        ck_assert_str_eq(name, "no-dnsbl");
        world->lists.none = identity->no_lists = true;
    }
}

/* The sender and the lists, as a session settles them. The configuration is read first. */
static void read_options(struct world *world, const char *path, const char *config)
{
    char error[160];
    char *text = arena_dup(&world->arena, read_file(&world->arena, path));
    ck_assert_int_eq(config_read(&world->config, config, error, sizeof error), CONFIG_OK);
    for (char *line; (line = next_line(&text)) != NULL;) {
        size_t length = strcspn(line, " ");
        const char *value = line[length] == ' ' ? line + length + 1 : "";
        line[length] = '\0';
        set_option(world, line, value);
    }
    struct sender_identity *identity = &world->identity;
    world->has_sender =
        identity->ip != NULL || identity->helo != NULL || identity->mail_from != NULL;
    list_set_close(&world->lists, &world->config, true);
    identity->zones = world->lists.zones;
    identity->n_zones = world->lists.n_zones;
    identity->nonce = world->nonce;
}

/* The world of a folder; of the demo, if the folder is "". */
static void world_init(struct world *world, const char *folder, const char *name)
{
    memset(world, 0, sizeof *world);
    arena_init(&world->arena);
    buffer_init(&world->wanted);
    config_init(&world->config);
    list_set_init(&world->lists);
    if (*folder == '\0') {
        read_recording(world, "tests/demo/world.jsonl");
        read_recipients(world, "tests/demo/recipients.txt");
        set_deadline(world, "15000");
        replay(world, "tests/demo/world.jsonl");
        return;
    }
    struct arena *arena = &world->arena;
    read_recording(world, arena_printf(arena, "%s/%s.jsonl", folder, name));
    read_recipients(world, arena_printf(arena, "%s/%s.recipients", folder, name));
    read_options(world, arena_printf(arena, "%s/%s.options", folder, name),
                 arena_printf(arena, "%s/%s.config", folder, name));
    set_deadline(world, read_file(arena, arena_printf(arena, "%s/%s.deadline", folder, name)));
    buffer_add(&world->wanted, read_file(arena, arena_printf(arena, "%s/%s.json", folder, name)));
}

static void world_clear(struct world *world)
{
    buffer_clear(&world->wanted);
    list_set_clear(&world->lists);
    config_clear(&world->config);
    arena_clear(&world->arena);
}

/* Of two lines for one question the last one counts; NULL for none. */
static const struct line *find_line(const struct world *world, const struct dns_question *question)
{
    char name[DNS_NAME_TEXT_SIZE];
    ck_assert(dns_name_canonical(dns_question_name(question), name));
    for (size_t i = world->n_lines; i-- > 0;) {
        const struct line *line = &world->lines[i];
        if (line->type == dns_question_type(question) && strcmp(line->name, name) == 0)
            return line;
    }
    return NULL;
}

#endif
