/*
 * rerun.h - checks that take more than findings: run until they are done, and problems as text
 */
#ifndef TESTS_EVALUATE_RERUN_H
#define TESTS_EVALUATE_RERUN_H

#include "world.h"

/* Makes the call again, each time with new answers, until it gives CHECK_DONE. */
#define RERUN(world, call)                                                                         \
    do {                                                                                           \
        struct arena_mark rerun_mark = arena_mark(&(world)->arena);                                \
        if ((call) == CHECK_DONE)                                                                  \
            break;                                                                                 \
        arena_reset(&(world)->arena, rerun_mark);                                                  \
        ck_assert_msg(world_deliver(world), "the check waits for nothing");                        \
    } while (true)

/* The ids of problems, with a space between. */
static inline const char *rerun_problems(struct arena *arena, const struct rcpt_problem *problem)
{
    const char *text = "";
    for (; problem != NULL; problem = problem->next)
        text = arena_printf(arena, "%s%s%s", text, *text != '\0' ? " " : "", problem->id);
    return text;
}

static inline const char *rerun_join(struct arena *arena, const char *const *texts)
{
    const char *joined = "";
    for (size_t i = 0; texts[i] != NULL; i++)
        joined = arena_printf(arena, "%s%s%s", joined, i > 0 ? " " : "", texts[i]);
    return joined;
}

#endif
