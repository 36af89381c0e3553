/*
 * table.h - a hash table of nodes that their owners embed; the table owns its buckets only
 *
 *   struct entry { struct table_node node; char name[]; };    node first, so a node is its entry
 *
 *   for (struct table_node *n = table_first(&table, hash); n != NULL; n = table_next(n))
 * ...compare, use...
 *
 * The hash is seeded anew for each table: names come from strangers.
 */
#ifndef UTIL_TABLE_H
#define UTIL_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct table_node {
    struct table_node *next;
    uint64_t hash;
};

struct table {
    struct table_node **buckets; /* a power of two of them; NULL while empty */
    size_t n_buckets;
    size_t count;
    uint64_t seed;
};

void table_init(struct table *table);
/* Frees the buckets. The nodes are their owners'. */
void table_clear(struct table *table);

/* The hash of a key for this table. */
uint64_t table_hash(const struct table *table, const void *key, size_t length);

/* False if memory runs out; the node is then not in the table. Equal keys may stand beside each
 * other. */
bool table_insert(struct table *table, struct table_node *node, uint64_t hash);
/* The node must be in the table. */
void table_remove(struct table *table, struct table_node *node);

/* The nodes with a hash, one after the other; NULL for no more. */
struct table_node *table_first(const struct table *table, uint64_t hash);
struct table_node *table_next(const struct table_node *node);

/* Takes any one node out, or NULL when none is left: to empty the table. */
struct table_node *table_take(struct table *table);

#endif
