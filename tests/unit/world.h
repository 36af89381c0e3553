/*
 * world.h - DNS as a table of answers, for tests of checks
 *
 * A test writes rows, names an address and reads findings; there is no network and no clock.
 * Answers can be delivered in several orders, which must not change a thing.
 */
#ifndef TESTS_WORLD_H
#define TESTS_WORLD_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "address/mailbox.h"
#include "dns/memo.h"
#include "dns/rdata.h"
#include "evaluate/check.h"

#define WORLD_RECORDS 8
#define WORLD_OPEN    4096

/* One answer. What no row answers is NXDOMAIN. */
struct world_row {
    const char *name, *type, *status;
    const char *records[WORLD_RECORDS]; /* presentation text, up to NULL */
    const char *alias;                  /* the end of the CNAME chain, or NULL */
    bool authenticated, gave_up, edns, truncated;
};

enum world_order { WORLD_ALL, WORLD_FIRST, WORLD_LAST };

struct world {
    const struct world_row *rows; /* up to a row without name */
    enum world_order order;
    struct dns_memo *memo;
    struct arena arena;
    struct dns *dns;
    struct findings findings;
    struct dns_question *open[WORLD_OPEN]; /* wanted and not answered yet */
    size_t n_open;
    size_t n_asked;
    size_t rounds; /* how often something was delivered */
};

static inline const struct world_row *world_find(const struct world *world, const char *name,
                                                 const char *type)
{
    for (const struct world_row *row = world->rows; row->name != NULL; row++) {
        if (strcmp(row->name, name) == 0 && strcmp(row->type, type) == 0)
            return row;
    }
    return NULL;
}

static inline void world_answer(const struct world *world, struct dns_question *question)
{
    static const struct world_row nothing = {.status = "nxdomain"};
    struct arena *arena = dns_question_arena(question);
    struct dns_answer *answer = arena_alloc(arena, sizeof *answer);
    struct dns_record *records = arena_array(arena, WORLD_RECORDS, sizeof *records);
    uint16_t type = dns_question_type(question);
    const struct world_row *row =
        world_find(world, dns_question_name(question), dns_type_name(type));
    if (row == NULL)
        row = &nothing;
    ck_assert(dns_status_parse(row->status, &answer->status));
    answer->type = type;
    answer->authenticated = row->authenticated;
    answer->gave_up = row->gave_up;
    answer->edns = row->edns;
    answer->truncated = row->truncated;
    answer->ttl = 300;
    answer->name = answer->canonical = dns_question_name(question);
    if (row->alias != NULL) {
        const char **aliases = arena_array(arena, 1, sizeof *aliases);
        aliases[0] = answer->canonical = row->alias;
        answer->aliases = aliases;
        answer->n_aliases = 1;
    }
    for (; answer->n_records < WORLD_RECORDS && row->records[answer->n_records] != NULL;
         answer->n_records++)
        ck_assert(dns_rdata_parse(arena, type, row->records[answer->n_records],
                                  &records[answer->n_records]));
    answer->records = records;
    answer->extended_error = -1;
    answer->extended_text = answer->reason = "";
    dns_question_settle(question, answer);
}

static inline void world_init(struct world *world, const struct world_row *rows,
                              const char *address)
{
    memset(world, 0, sizeof *world);
    world->rows = rows;
    world->memo = dns_memo_create(1 << 20);
    arena_init(&world->arena);
    world->dns = dns_view_open(world->memo, &world->arena, world);
    ck_assert_ptr_nonnull(world->dns);
    world->findings.input = address;
    world->findings.address = mailbox_parse(&world->arena, address, strlen(address));
}

static inline void world_clear(struct world *world)
{
    dns_view_close(world->dns);
    dns_memo_destroy(world->memo);
    arena_clear(&world->arena);
}

/* Delivers answers: all that are open, or only the first or last asked for. False if nothing is
 * open. */
static inline bool world_deliver(struct world *world)
{
    struct dns_question *question;
    while ((question = dns_memo_next_wanted(world->memo)) != NULL) {
        ck_assert_uint_lt(world->n_open, WORLD_OPEN);
        world->open[world->n_open++] = question;
        world->n_asked++;
    }
    if (world->n_open == 0)
        return false;
    world->rounds++;
    if (world->order == WORLD_FIRST) {
        question = world->open[0];
        memmove(world->open, world->open + 1, --world->n_open * sizeof *world->open);
        world_answer(world, question);
        return true;
    }
    do {
        world_answer(world, world->open[--world->n_open]);
    } while (world->order == WORLD_ALL && world->n_open > 0);
    return true;
}

/* Runs a check until it is done. */
static inline void world_run(struct world *world,
                             enum check_state (*check)(struct arena *, struct dns *,
                                                       struct findings *))
{
    for (;;) {
        struct arena_mark mark = arena_mark(&world->arena);
        if (check(&world->arena, world->dns, &world->findings) == CHECK_DONE)
            return;
        arena_reset(&world->arena, mark);
        ck_assert_msg(world_deliver(world), "the check waits for nothing");
    }
}

#endif
