/*
 * table.c - a hash table of embedded nodes
 *
 * Chained buckets, doubled when there are as many nodes as buckets. The hash multiplies and folds
 * eight octets at a time, with a random seed, so that a zone full of chosen names cannot be made to
 * fall into one chain.
 */
#include "util/table.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#define FIRST_BUCKETS 64

static uint64_t random_seed(void)
{
    uint64_t seed = 0;
    if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) != (ssize_t)sizeof seed) {
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        seed = (uint64_t)now.tv_nsec * UINT64_C(0x9E3779B97F4A7C15);
    }
    return seed | 1;
}

void table_init(struct table *table)
{
    memset(table, 0, sizeof *table);
    table->seed = random_seed();
}

void table_clear(struct table *table)
{
    free(table->buckets);
    table->buckets = NULL;
    table->n_buckets = 0;
    table->count = 0;
}

static uint64_t fold(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * UINT64_C(0xFF51AFD7ED558CCD);
    return hash ^ (hash >> 32);
}

uint64_t table_hash(const struct table *table, const void *key, size_t length)
{
    const unsigned char *octets = key;
    uint64_t hash = fold(table->seed, length);
    while (length >= sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, octets, sizeof word);
        hash = fold(hash, word);
        octets += sizeof word;
        length -= sizeof word;
    }
    uint64_t tail = 0;
    memcpy(&tail, octets, length);
    return fold(fold(hash, tail), table->seed);
}

static struct table_node **bucket_of(const struct table *table, uint64_t hash)
{
    return &table->buckets[hash & (table->n_buckets - 1)];
}

static bool grow(struct table *table)
{
    struct table wider = *table;
    wider.n_buckets = table->n_buckets == 0 ? FIRST_BUCKETS : table->n_buckets * 2;
    wider.buckets = calloc(wider.n_buckets, sizeof *wider.buckets);
    if (wider.buckets == NULL)
        return false;
    for (size_t i = 0; i < table->n_buckets; i++) {
        struct table_node *node = table->buckets[i];
        while (node != NULL) {
            struct table_node *next = node->next;
            struct table_node **bucket = bucket_of(&wider, node->hash);
            node->next = *bucket;
            *bucket = node;
            node = next;
        }
    }
    free(table->buckets);
    *table = wider;
    return true;
}

bool table_insert(struct table *table, struct table_node *node, uint64_t hash)
{
    if (table->count >= table->n_buckets && !grow(table) && table->n_buckets == 0)
        return false;
    struct table_node **bucket = bucket_of(table, hash);
    node->hash = hash;
    node->next = *bucket;
    *bucket = node;
    table->count++;
    return true;
}

void table_remove(struct table *table, struct table_node *node)
{
    struct table_node **link = bucket_of(table, node->hash);
    while (*link != node)
        link = &(*link)->next;
    *link = node->next;
    node->next = NULL;
    table->count--;
}

static struct table_node *skip_to(struct table_node *node, uint64_t hash)
{
    while (node != NULL && node->hash != hash)
        node = node->next;
    return node;
}

struct table_node *table_first(const struct table *table, uint64_t hash)
{
    return table->n_buckets == 0 ? NULL : skip_to(*bucket_of(table, hash), hash);
}

struct table_node *table_next(const struct table_node *node)
{
    return skip_to(node->next, node->hash);
}

struct table_node *table_take(struct table *table)
{
    for (size_t i = 0; i < table->n_buckets && table->count > 0; i++) {
        struct table_node *node = table->buckets[i];
        if (node != NULL) {
            table->buckets[i] = node->next;
            node->next = NULL;
            table->count--;
            return node;
        }
    }
    return NULL;
}
