/*
 * drive.c - drives a session: arguments and standard input in, results out as they come
 *
 * Up to about WINDOW results are outstanding at once; they are printed in the order of submission
 * as they come. One submission may bring many results (a range of addresses), so that nothing is
 * outstanding is what the session says, not a count; the count only bounds what is kept in memory.
 *
 * That no resolver answers at all comes before any other outcome, since then none rests on DNS.
 */
#include "cli/drive.h"

#include <stdlib.h>
#include <string.h>

#include "cli/exit.h"
#include "cli/output.h"
#include "cli/recipients.h"
#include "cli/setup.h"
#include "cli/terminal.h"

enum {
    WINDOW = 1000,
    RANGE_MOST = 1024 /* results of a range: a /22 */
};

/* One run. */
struct run {
    struct drive drive; /* first: what the job sees */
    const struct drive_job *job;
    struct rcpt_session *session;
    struct recipients recipients;
    size_t outstanding; /* at most this many results may be outstanding */
    bool busy;          /* some are */
    bool warned;        /* of a public resolver, or there is none */
    bool input_failed;  /* standard input could not be read; the rest was done */
};

void drive_separate(struct drive *drive)
{
    if (drive->printed && !drive->style.quiet)
        buffer_add(&drive->out, drive->format->separator);
    drive->printed = true;
}

/* Which resolvers there are is known once something was submitted. */
static void warn_public_resolver(struct run *run)
{
    if (!run->job->lists || run->drive.options->no_dnsbl || run->warned)
        return;
    run->warned = true;
    const char *resolver = rcpt_session_public_resolver(run->session);
    if (resolver != NULL)
        output_error("warning: the resolver %s serves the public: lists refuse or mislead such "
                     "resolvers; name one of your own with --resolver",
                     resolver);
}

/* Submits until the window is full, nothing more is there, or nothing just now. */
static int submit(struct run *run)
{
    while (run->outstanding < WINDOW) {
        const char *text;
        enum recipient_state state = recipients_next(&run->recipients, !run->busy, &text);
        if (state == RECIPIENT_FAILED) {
            output_error("cannot read standard input: %s", strerror(run->recipients.error));
            run->input_failed = true;
            continue;
        }
        if (state != RECIPIENT_READY)
            return EXIT_ACCEPT;
        enum rcpt_status status = run->job->submit(run->session, text);
        if (status != RCPT_OK)
            return setup_fail(run->session, status, "", "");
        run->outstanding += strchr(text, '/') != NULL ? RANGE_MOST : 1;
        run->busy = true;
        warn_public_resolver(run);
    }
    return EXIT_ACCEPT;
}

static int print_next(struct run *run)
{
    struct rcpt_result *result;
    enum rcpt_status status = rcpt_session_next(run->session, &result);
    if (status == RCPT_END) {
        run->outstanding = 0;
        run->busy = false;
        return EXIT_ACCEPT;
    }
    if (status != RCPT_OK)
        return setup_fail(run->session, status, "", "");
    run->outstanding -= run->outstanding > 0;
    bool taken = run->job->take(&run->drive, result);
    rcpt_result_destroy(result);
    if (!taken) {
        output_error("out of memory");
        return EXIT_TRY_LATER;
    }
    return output_write(&run->drive.out) ? EXIT_ACCEPT : EXIT_CANNOT_WRITE;
}

static int work(struct run *run)
{
    for (;;) {
        int status = submit(run);
        if (status != EXIT_ACCEPT || !run->busy)
            return status;
        status = print_next(run);
        if (status != EXIT_ACCEPT)
            return status;
    }
}

static int end(struct run *run)
{
    if (run->job->end != NULL)
        run->job->end(&run->drive);
    bool written = output_write(&run->drive.out);
    enum rcpt_status status = rcpt_session_end_recording(run->session);
    if (status != RCPT_OK)
        return setup_fail(run->session, status, "--record", run->drive.options->record);
    return written ? EXIT_ACCEPT : EXIT_CANNOT_WRITE;
}

static void tell_no_resolver(const struct options *options)
{
    struct buffer names;
    buffer_init(&names);
    for (size_t i = 0; i < options->resolver_count; i++)
        buffer_printf(&names, "%s%s", i == 0 ? "" : ", ", options->resolvers[i]);
    output_error("no resolver answers (%s); check the network, or name another with --resolver",
                 options->resolver_count > 0 ? buffer_text(&names) : "those of /etc/resolv.conf");
    buffer_clear(&names);
}

static int judge(const struct run *run)
{
    const struct rcpt_counts *counts = rcpt_session_counts(run->session);
    bool no_resolver = counts->silent > 0 && counts->answered == 0;
    if (no_resolver)
        tell_no_resolver(run->drive.options);
    if (no_resolver && !run->job->own_exit)
        return EXIT_NO_RESOLVER;
    if (run->input_failed && !run->job->own_exit)
        return EXIT_NO_INPUT;
    return run->job->judge(&run->drive);
}

int drive_run(const struct options *options, const struct drive_job *job, void *state)
{
    struct run *run = calloc(1, sizeof *run);
    if (run == NULL) {
        output_error("out of memory");
        return EXIT_TRY_LATER;
    }
    run->job = job;
    run->drive.options = options;
    run->drive.format = report_format_find(options->format);
    run->drive.style = terminal_style(options);
    run->drive.state = state;
    buffer_init(&run->drive.out);
    recipients_init(&run->recipients, options->operands, options->operand_count);
    bool lists = job->lists || options->config != NULL || options->list_count > 0;
    int status = setup_session(options, lists, &run->session);
    if (status == EXIT_ACCEPT)
        status = work(run);
    if (status == EXIT_ACCEPT)
        status = end(run);
    if (status == EXIT_ACCEPT)
        status = judge(run);
    rcpt_session_destroy(run->session);
    buffer_clear(&run->drive.out);
    free(run);
    return status;
}
