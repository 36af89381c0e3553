/*
 * lists.h - lists of a table of answers, for tests of what is asked of lists and what is concluded
 */
#ifndef TESTS_EVALUATE_LISTS_H
#define TESTS_EVALUATE_LISTS_H

#include "evaluate/dnsxl.h"
#include "world.h"

#define NONCE "q7nonce"

/* A row of the catalogue with nothing in it but its zone and kinds; tests fill in the rest. */
#define LIST(text, what)                                                                           \
    .zone = (text), .name = "the list", .operator_name = "somebody", .kinds = (what),              \
    .severity = RCPT_SEVERITY_MEDIUM, .state_note = "", .codes = no_codes, .test_listed = "",      \
    .test_unlisted = "", .hash = "", .delist = "https://example.com/delist", .remedy = "",         \
    .within = "", .source = "", .confirmed = ""

static const struct rcpt_list_code no_codes[] = {{NULL}};

static inline struct dnsxl_subject lists_subject(struct arena *arena, const char *text)
{
    struct dnsxl_subject subject;
    const char *reason = "";
    ck_assert_msg(dnsxl_subject_parse(arena, text, &subject, &reason), "%s: %s", text, reason);
    return subject;
}

/* Asks until the check is done. */
static inline const struct rcpt_listing *lists_run(struct world *world,
                                                   const struct dnsxl_zone *zones, size_t n_zones,
                                                   const char *text)
{
    const struct rcpt_listing *listings = NULL;
    struct dnsxl_subject subject = lists_subject(&world->arena, text);
    for (;;) {
        struct arena_mark mark = arena_mark(&world->arena);
        if (dnsxl_check(&world->arena, world->dns, zones, n_zones, &subject, NONCE, &listings) ==
            CHECK_DONE)
            return listings;
        arena_reset(&world->arena, mark);
        ck_assert_msg(world_deliver(world), "the check waits for nothing");
    }
}

/* One list without a key. */
static inline const struct rcpt_listing *lists_run_one(struct world *world,
                                                       const struct rcpt_list *list,
                                                       const char *text)
{
    struct dnsxl_zone zone = {.list = list, .key = "", .severity = list->severity};
    return lists_run(world, &zone, 1, text);
}

static inline size_t lists_count(const char *const *texts)
{
    size_t count = 0;
    while (texts[count] != NULL)
        count++;
    return count;
}

/* The texts with a space between. */
static inline const char *lists_join(struct arena *arena, const char *const *texts)
{
    const char *joined = "";
    for (size_t i = 0; texts[i] != NULL; i++)
        joined = arena_printf(arena, "%s%s%s", joined, i > 0 ? " | " : "", texts[i]);
    return joined;
}

#endif
