/*
 * public_resolver.h - resolvers that serve the public: lists refuse them, so they are no use for
 * DNSxL
 */
#ifndef CATALOG_PUBLIC_RESOLVER_H
#define CATALOG_PUBLIC_RESOLVER_H

#include <stddef.h>

struct public_resolver {
    const char *address; /* "8.8.8.8"; a prefix "1.1.1.0/24" is allowed */
    const char *name;    /* "Google Public DNS" */
    const char *source;
};

/* The row for an IP address in text, without a port; NULL for none. */
const struct public_resolver *public_resolver_find(const char *address);
const struct public_resolver *public_resolver_at(size_t index);

#endif
