/*
 * arena.c - a region per task: many small pieces, freed at once
 *
 * Memory comes in chunks that double up to a maximum; a piece larger than that has a chunk of its
 * own. Every piece is zeroed and aligned for any type. Nothing returns NULL: when memory runs out,
 * or a size is asked for that only wrong arithmetic asks for, control goes to the guard.
 *
 * Under AddressSanitizer the unused part of a chunk and a gap behind every piece are poisoned, so
 * an overrun of a piece is seen although many pieces share a chunk.
 *
 * Limits: a piece has at most PIECE_MOST octets. arena_clear() keeps the guard.
 */
#include "util/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_FIRST ((size_t)2 * 1024)
#define CHUNK_MOST  ((size_t)64 * 1024)
#define PIECE_MOST  ((size_t)1 << 30)

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define GAP ((size_t)16)
#else
#define GAP                               ((size_t)0)
#define ASAN_POISON_MEMORY_REGION(p, n)   ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#endif

struct arena_chunk {
    struct arena_chunk *older;
    size_t capacity;
    alignas(max_align_t) unsigned char data[];
};

void arena_init(struct arena *arena)
{
    memset(arena, 0, sizeof *arena);
}

static void drop_newest(struct arena *arena)
{
    struct arena_chunk *chunk = arena->chunk;
    arena->chunk = chunk->older;
    arena->total -= sizeof *chunk + chunk->capacity;
    ASAN_UNPOISON_MEMORY_REGION(chunk->data, chunk->capacity);
    free(chunk);
}

void arena_clear(struct arena *arena)
{
    while (arena->chunk != NULL)
        drop_newest(arena);
    arena->used = 0;
}

_Noreturn void arena_fail(struct arena *arena)
{
    if (arena->guard != NULL)
        longjmp(*arena->guard, 1);
    fputs("rcptcheck: out of memory\n", stderr);
    abort();
}

static void add_chunk(struct arena *arena, size_t least)
{
    size_t capacity = CHUNK_FIRST;
    if (arena->chunk != NULL && arena->chunk->capacity >= CHUNK_FIRST)
        capacity =
            arena->chunk->capacity < CHUNK_MOST / 2 ? arena->chunk->capacity * 2 : CHUNK_MOST;
    if (capacity < least)
        capacity = least;

    struct arena_chunk *chunk = malloc(sizeof *chunk + capacity);
    if (chunk == NULL)
        arena_fail(arena);
    chunk->older = arena->chunk;
    chunk->capacity = capacity;
    ASAN_POISON_MEMORY_REGION(chunk->data, capacity);
    arena->chunk = chunk;
    arena->used = 0;
    arena->total += sizeof *chunk + capacity;
}

/* The room a piece takes, so that the next one is aligned. An empty piece has an address of its
 * own too. */
static size_t room_for(size_t size)
{
    const size_t align = alignof(max_align_t);
    return (size + (size == 0) + align - 1) / align * align + GAP;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size > PIECE_MOST)
        arena_fail(arena);
    size_t room = room_for(size);
    if (arena->chunk == NULL || arena->chunk->capacity - arena->used < room)
        add_chunk(arena, room);
    void *piece = arena->chunk->data + arena->used;
    arena->used += room;
    ASAN_UNPOISON_MEMORY_REGION(piece, size);
    memset(piece, 0, size);
    return piece;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        arena_fail(arena);
    return arena_alloc(arena, count * size);
}

char *arena_dup(struct arena *arena, const char *text)
{
    return arena_dup_bytes(arena, text, strlen(text));
}

char *arena_dup_bytes(struct arena *arena, const void *bytes, size_t length)
{
    if (length >= PIECE_MOST)
        arena_fail(arena);
    char *copy = arena_alloc(arena, length + 1);
    if (length > 0)
        memcpy(copy, bytes, length);
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length < 0)
        arena_fail(arena);

    size_t size = (size_t)length + 1;
    char *text = arena_alloc(arena, size);
    va_start(args, format);
    vsnprintf(text, size, format, args);
    va_end(args);
    return text;
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){.chunk = arena->chunk, .used = arena->used};
}

void arena_reset(struct arena *arena, struct arena_mark mark)
{
    while (arena->chunk != mark.chunk)
        drop_newest(arena);
    arena->used = mark.used;
    if (arena->chunk != NULL)
        ASAN_POISON_MEMORY_REGION(arena->chunk->data + mark.used,
                                  arena->chunk->capacity - mark.used);
}
