/*
 * examine.c - one resolver on the bench
 *
 * It is asked alone, through a memo and a channel of its own, and once more over TCP only; what the
 * answers mean is evaluate/resolver.h. The latency is that of the first question, the root's name
 * servers, which every resolver knows. One that is silent costs its tries over UDP and one over
 * TCP.
 *
 * Limits: a recording holds what came over UDP.
 */
#include "session/examine.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "dns/channel.h"
#include "dns/memo.h"
#include "evaluate/resolver.h"

#define MEMO_OCTETS ((size_t)1 << 20)
#define TURN_MS     1000

/* One way to one resolver. */
struct line {
    struct dns_memo *memo;
    struct dns_source *source;
    struct dns *dns;
};

static void line_close(struct line *line)
{
    dns_view_close(line->dns);
    if (line->source != NULL)
        line->source->ops->destroy(line->source);
    dns_memo_destroy(line->memo);
    *line = (struct line){.memo = NULL};
}

/* Takes the source over. */
static enum rcpt_status line_open(struct examination *examination, struct line *line,
                                  struct dns_source *source, struct arena *arena)
{
    line->source = source;
    line->memo = dns_memo_create(MEMO_OCTETS);
    line->dns = line->memo != NULL ? dns_view_open(line->memo, arena, line) : NULL;
    if (line->dns == NULL)
        return examine_no_memory(examination);
    return RCPT_OK;
}

static enum rcpt_status connect_to(struct examination *examination, const char *resolver, bool tcp,
                                   unsigned tries, struct dns_source **source)
{
    const char *why = "";
    struct dns_channel_options options = {
        .resolvers = {resolver},
        .n_resolvers = 1,
        .timeout_ms = examination->timeout_ms,
        .tries = tries,
        .tcp = tcp,
        .limits = examination->lists.limits,
        .n_limits = examination->lists.n_zones,
    };
    *source = dns_channel_create(&options, &why);
    return *source != NULL ? RCPT_OK : examine_fail(examination, RCPT_NO_NETWORK, "%s", why);
}

/* Lets answers come; where none can come any more, those that lack read as time-outs. */
static void line_turn(struct line *line)
{
    if (!line->source->ops->turn(line->source, line->memo, TURN_MS))
        dns_view_expire(line->dns, "no answer could be had");
}

static const struct dns_answer *line_ask_root(struct line *line)
{
    const struct dns_answer *answer;
    while ((answer = dns_ask(line->dns, RESOLVER_NAME, RESOLVER_TYPE))->status == DNS_PENDING)
        line_turn(line);
    return answer;
}

static int64_t clock_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* Milliseconds, rounded up, until the first answer; 0 if there is none. */
static unsigned measure(struct line *line)
{
    int64_t start = clock_us();
    const struct dns_answer *answer = line_ask_root(line);
    int64_t passed = (clock_us() - start + 999) / 1000;
    if (answer->status == DNS_TIMEOUT)
        return 0;
    return passed > 0 ? (unsigned)passed : 1;
}

/* ---- one resolver ---- */

/* "192.0.2.53:53" and "[2001:db8::53]:53" without port and brackets. */
static const char *address_of(struct arena *arena, const char *resolver)
{
    bool brackets = resolver[0] == '[';
    const char *start = resolver + brackets;
    const char *end = brackets ? strchr(start, ']') : strrchr(start, ':');
    return arena_dup_bytes(arena, start, end != NULL ? (size_t)(end - start) : strlen(start));
}

static void judge(struct examination *examination, struct report *report, struct line *line,
                  struct resolver_subject *subject)
{
    subject->nonce = examination->nonce;
    subject->signed_name = examination->options->signed_name;
    subject->bogus_name = examination->options->bogus_name;
    subject->zones = examination->zones;
    subject->n_zones = examination->n_zones;
    for (;;) {
        struct arena_mark mark = arena_mark(&report->arena);
        if (resolver_check(&report->arena, line->dns, subject, &report->shown.traits) == CHECK_DONE)
            break;
        arena_reset(&report->arena, mark);
        line_turn(line);
    }
    report->shown.fit = resolver_is_fit(report->shown.traits);
}

static enum rcpt_status look_at_recording(struct examination *examination, struct report *report,
                                          struct line lines[2], struct dns_source *source)
{
    struct resolver_subject subject = {.address = NULL}; /* transport is not seen */
    enum rcpt_status status = line_open(examination, &lines[0], source, &report->arena);
    if (status != RCPT_OK)
        return status;
    report->shown.resolver = "recording";
    dns_memo_record_to(lines[0].memo, examination->recorder);
    judge(examination, report, &lines[0], &subject);
    return RCPT_OK;
}

static enum rcpt_status look_at_resolver(struct examination *examination, struct report *report,
                                         struct line lines[2], const char *resolver)
{
    struct dns_source *source;
    struct resolver_subject subject = {.address = address_of(&report->arena, resolver)};
    report->shown.resolver = arena_dup(&report->arena, resolver);
    enum rcpt_status status = connect_to(examination, resolver, false, examination->tries, &source);
    if (status == RCPT_OK)
        status = line_open(examination, &lines[0], source, &report->arena);
    if (status != RCPT_OK)
        return status;
    dns_memo_record_to(lines[0].memo, examination->recorder);
    report->shown.latency_ms = measure(&lines[0]);

    unsigned tries = report->shown.latency_ms > 0 ? examination->tries : 1;
    status = connect_to(examination, resolver, true, tries, &source);
    if (status == RCPT_OK)
        status = line_open(examination, &lines[1], source, &report->arena);
    if (status != RCPT_OK)
        return status;
    subject.over_tcp = line_ask_root(&lines[1]);
    judge(examination, report, &lines[0], &subject);
    return RCPT_OK;
}

/* The same, with running out of memory as a status; lines are the caller's to close. */
static enum rcpt_status look_guarded(struct examination *examination, struct report *report,
                                     struct line lines[2], const char *resolver,
                                     struct dns_source *recording)
{
    jmp_buf guard;
    report->arena.guard = &guard;
    if (setjmp(guard) != 0) {
        report->arena.guard = NULL;
        return examine_no_memory(examination);
    }
    enum rcpt_status status = recording != NULL
                                  ? look_at_recording(examination, report, lines, recording)
                                  : look_at_resolver(examination, report, lines, resolver);
    report->arena.guard = NULL;
    return status;
}

enum rcpt_status examine_one(struct examination *examination, const char *resolver,
                             struct dns_source *recording)
{
    struct line lines[2] = {{.memo = NULL}};
    struct report *report = calloc(1, sizeof *report);
    if (report == NULL) {
        if (recording != NULL)
            recording->ops->destroy(recording);
        return examine_no_memory(examination);
    }
    arena_init(&report->arena);
    if (examination->last != NULL)
        examination->last->shown.next = &report->shown;
    else
        examination->first = report;
    examination->last = report;
    enum rcpt_status status = look_guarded(examination, report, lines, resolver, recording);
    line_close(&lines[1]);
    line_close(&lines[0]);
    return status;
}
