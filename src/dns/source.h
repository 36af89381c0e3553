/*
 * source.h - where answers come from: the network (channel.h) or a recording (replay.h)
 */
#ifndef DNS_SOURCE_H
#define DNS_SOURCE_H

#include <stdbool.h>

struct dns_memo;

struct dns_source_counts {
    unsigned long long sent;     /* tries put on the network, repeats among them */
    unsigned long long silent;   /* tries that ended without a reply */
    unsigned long long answered; /* tries to which a resolver replied, whatever it said */
};

struct dns_source {
    const struct dns_source_ops *ops;
    struct dns_source_counts counts;
};

struct dns_source_ops {
    /* Takes wanted questions from the memo as far as pacing allows, sends and receives, and settles
     * what is answered; returns when at least one question was settled, or after at most `wait_ms`
     * (0: look, do not wait). False if nothing is outstanding and nothing was settled: there is
     * nothing to wait for. */
    bool (*turn)(struct dns_source *source, struct dns_memo *memo, int wait_ms);
    void (*destroy)(struct dns_source *source);
};

#endif
