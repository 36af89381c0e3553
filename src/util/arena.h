/*
 * arena.h - a region per task: many small pieces, freed at once
 *
 * Allocation never returns NULL. When memory runs out, control goes to the point that arena_guard
 * marked, and the work in hand is given up as a whole: a check holds nothing but its arena, so
 * nothing is lost. An arena without a guard ends the program with a message, which only
 * command-line tools and tests may rely on.
 */
#ifndef UTIL_ARENA_H
#define UTIL_ARENA_H

#include <setjmp.h>
#include <stddef.h>

struct arena_chunk;

struct arena {
    struct arena_chunk *chunk; /* the one being filled; older ones hang behind it */
    size_t used;               /* octets used in it */
    size_t total;              /* octets held by all chunks, for accounting */
    jmp_buf *guard;            /* where to go when memory runs out; NULL for none */
};

/* A place to go back to. */
struct arena_mark {
    struct arena_chunk *chunk;
    size_t used;
};

void arena_init(struct arena *arena);
/* Frees all that was allocated; the arena can be used again. */
void arena_clear(struct arena *arena);

/* Zeroed memory, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);
/* As calloc(): an array of zeroed items; an overflow of the product counts as out of memory. */
void *arena_array(struct arena *arena, size_t count, size_t size);
char *arena_dup(struct arena *arena, const char *text);
/* Copies `length` octets and ends them with a zero. */
char *arena_dup_bytes(struct arena *arena, const void *bytes, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Gives the work up as if memory had run out; for code that allocates beside the arena. */
_Noreturn void arena_fail(struct arena *arena);

struct arena_mark arena_mark(const struct arena *arena);
/* Frees what was allocated since the mark was taken. */
void arena_reset(struct arena *arena, struct arena_mark mark);

#endif
