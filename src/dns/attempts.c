/*
 * attempts.c - the tries at one question: whom to ask next, and what to say if all have failed
 *
 * A resolver that gave a failed reply is not asked again while another may know better. If it is
 * the only one, SERVFAIL is asked once more, as it may pass (RFC 9520 section 2.1 tells why; its
 * section 3.1 why not more often), and so is a reply that was cut short; REFUSED and a reply that
 * makes no sense, read over TCP, would be the same again. Silence is met by asking on until the
 * tries are used up: a datagram may be lost.
 */
#include "dns/attempts.h"

#include <errno.h>

/* One row a kind of failure, in the order of enum dns_try_end. */
static const struct {
    enum dns_status status;
    bool is_reply;    /* the resolver answered */
    unsigned repeats; /* how often the only resolver is asked again after it */
} ends[] = {
    [DNS_TRY_SILENT] = {DNS_TIMEOUT, false, 0},     [DNS_TRY_UNREACHABLE] = {DNS_TIMEOUT, false, 0},
    [DNS_TRY_SERVFAIL] = {DNS_SERVFAIL, true, 1},   [DNS_TRY_REFUSED] = {DNS_REFUSED, true, 0},
    [DNS_TRY_MALFORMED] = {DNS_MALFORMED, true, 0}, [DNS_TRY_CUT_SHORT] = {DNS_MALFORMED, true, 1},
};

/* Why a resolver cannot be reached. Whatever has no row is "connection refused", the usual one:
 * c-ares does not always tell. */
static const struct {
    int error;
    const char *text;
} no_routes[] = {
    {ENETUNREACH, "network is unreachable"},
    {EHOSTUNREACH, "no route to host"},
    {EADDRNOTAVAIL, "no local address"},
    {EAFNOSUPPORT, "address family not supported"},
    {EACCES, "not permitted"},
    {EPERM, "not permitted"},
    {EMFILE, "too many open files"},
    {ENFILE, "too many open files"},
};

static uint16_t bit(unsigned resolver)
{
    return (uint16_t)(1u << resolver);
}

void dns_attempts_init(struct dns_attempts *attempts, unsigned n_resolvers, unsigned allowed)
{
    *attempts = (struct dns_attempts){.n_resolvers = n_resolvers, .allowed = allowed};
}

enum dns_status dns_try_status(enum dns_try_end end)
{
    return ends[end].status;
}

void dns_attempts_note(struct dns_attempts *attempts, unsigned resolver, enum dns_try_end end,
                       int error)
{
    attempts->used++;
    if (end == DNS_TRY_SILENT)
        attempts->silent |= bit(resolver);
    if (end == DNS_TRY_UNREACHABLE)
        attempts->no_route |= bit(resolver);
    if (attempts->error == 0)
        attempts->error = error;
    if (!ends[end].is_reply)
        return;
    if (attempts->n_resolvers > 1 || attempts->repeats >= ends[end].repeats)
        attempts->out |= bit(resolver);
    attempts->repeats++;
}

/* The first after `current`, round the ring and at last itself, that is in neither set. */
static int next_without(const struct dns_attempts *attempts, unsigned current, unsigned without)
{
    for (unsigned i = 1; i <= attempts->n_resolvers; i++) {
        unsigned resolver = (current + i) % attempts->n_resolvers;
        if ((without & bit(resolver)) == 0)
            return (int)resolver;
    }
    return -1;
}

int dns_attempts_next(const struct dns_attempts *attempts, unsigned current, uint16_t poor)
{
    if (attempts->used >= attempts->allowed)
        return -1;
    /* A healthy one that has not been silent to this question is worth more than either. */
    unsigned silent = attempts->silent | attempts->no_route;
    int next = next_without(attempts, current, attempts->out | poor | silent);
    if (next < 0)
        next = next_without(attempts, current, attempts->out | poor);
    if (next < 0)
        next = next_without(attempts, current, attempts->out);
    return next;
}

/* "A", "A and B", "A, B and 2 others" of the resolvers in a set that is not empty. */
static const char *name_set(struct arena *arena, uint16_t set,
                            char names[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE])
{
    const char *named[2] = {"", ""};
    unsigned count = 0;
    for (unsigned i = 0; i < DNS_RESOLVERS_MAX; i++) {
        if ((set & bit(i)) == 0)
            continue;
        if (count < 2)
            named[count] = names[i];
        count++;
    }
    if (count <= 1)
        return named[0];
    if (count == 2)
        return arena_printf(arena, "%s and %s", named[0], named[1]);
    return arena_printf(arena, "%s, %s and %u other%s", named[0], named[1], count - 2,
                        count == 3 ? "" : "s");
}

static const char *why_no_route(int error)
{
    for (size_t i = 0; i < sizeof no_routes / sizeof no_routes[0]; i++) {
        if (no_routes[i].error == error)
            return no_routes[i].text;
    }
    return "connection refused";
}

const char *dns_attempts_silence(const struct dns_attempts *attempts, struct arena *arena,
                                 char names[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE],
                                 unsigned timeout_ms)
{
    const char *refused = "";
    if (attempts->no_route != 0)
        refused = arena_printf(arena, "%s: %s", name_set(arena, attempts->no_route, names),
                               why_no_route(attempts->error));
    /* One resolver may be both: what it did not do is told. */
    if (attempts->silent == 0)
        return refused;
    const char *silent = arena_printf(arena, "%s did not answer in %u %s of %u ms",
                                      name_set(arena, attempts->silent, names), attempts->used,
                                      attempts->used == 1 ? "try" : "tries", timeout_ms);
    if ((attempts->no_route & ~attempts->silent) == 0)
        return silent;
    return arena_printf(arena, "%s; %s", silent, refused);
}
