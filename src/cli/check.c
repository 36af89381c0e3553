/*
 * check.c - rcptcheck check: what SMTP will answer to each recipient
 *
 * Up to WINDOW recipients are outstanding at once; results are printed in the order of submission
 * as they come. A recipient that is no address is a result like any other. The exit status is the
 * contract of exit.h; that no resolver answers at all comes before any verdict, since then none
 * rests on DNS.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/exit.h"
#include "cli/output.h"
#include "cli/recipients.h"
#include "cli/terminal.h"

enum { WINDOW = 1000 };

/* One run of the command. */
struct run {
    const struct options *options;
    const struct report_format *format;
    struct report_style style;
    struct rcpt_session *session;
    struct recipients recipients;
    struct buffer out;
    size_t outstanding;
    bool printed;
    bool input_failed; /* standard input could not be read; the other recipients were checked */
    enum rcpt_verdict worst;
};

static int exit_of(enum rcpt_status status)
{
    static const int exits[] = {
        [RCPT_NO_MEMORY] = EXIT_TRY_LATER,
        [RCPT_BAD_ARGUMENT] = EXIT_USAGE,
        [RCPT_NO_FILE] = EXIT_NO_INPUT,
        [RCPT_BAD_FILE] = EXIT_BAD_DATA,
        [RCPT_CANNOT_WRITE] = EXIT_CANNOT_WRITE,
        [RCPT_NO_NETWORK] = EXIT_NO_RESOLVER,
        [RCPT_TOO_LATE] = EXIT_USAGE,
    };
    return exits[status];
}

/* Tells why the session could not do what it was asked; the option and its value, if any, go
 * before. */
static int fail(const struct run *run, enum rcpt_status status, const char *option,
                const char *value)
{
    const char *reason = run->session != NULL ? rcpt_session_error(run->session) : "";
    if (*reason == '\0')
        reason = "out of memory";
    if (*option == '\0')
        output_error("%s", reason);
    else
        output_error("%s %s: %s", option, value, reason);
    return exit_of(status);
}

static int set_resolvers(struct run *run)
{
    for (size_t i = 0; i < run->options->resolver_count; i++) {
        const char *resolver = run->options->resolvers[i];
        enum rcpt_status status = rcpt_session_add_resolver(run->session, resolver);
        if (status != RCPT_OK)
            return fail(run, status, "--resolver", resolver);
    }
    return EXIT_ACCEPT;
}

/* The file to replay is read before the one to record is made. */
static int set_files(struct run *run)
{
    const char *replay = run->options->replay, *record = run->options->record;
    enum rcpt_status status = RCPT_OK;
    if (replay != NULL)
        status = rcpt_session_replay(run->session, replay);
    if (status != RCPT_OK)
        return fail(run, status, "--replay", replay);
    if (record != NULL)
        status = rcpt_session_record(run->session, record);
    if (status != RCPT_OK) {
        int told = fail(run, status, "--record", record);
        return status == RCPT_CANNOT_WRITE ? EXIT_CANNOT_CREATE : told;
    }
    return EXIT_ACCEPT;
}

static int set_up(struct run *run)
{
    const struct options *options = run->options;
    enum rcpt_status status = rcpt_session_create(&run->session);
    if (status == RCPT_OK)
        status = rcpt_session_set_times(run->session, options->timeout_ms, options->tries,
                                        options->deadline_ms);
    if (status != RCPT_OK)
        return fail(run, status, "", "");
    int told = set_resolvers(run);
    return told == EXIT_ACCEPT ? set_files(run) : told;
}

/* Submits until the window is full, nothing more is there, or nothing just now. */
static int submit(struct run *run)
{
    while (run->outstanding < WINDOW) {
        const char *text;
        enum recipient_state state =
            recipients_next(&run->recipients, run->outstanding == 0, &text);
        if (state == RECIPIENT_FAILED) {
            output_error("cannot read standard input: %s", strerror(run->recipients.error));
            run->input_failed = true;
            continue;
        }
        if (state != RECIPIENT_READY)
            return EXIT_ACCEPT;
        enum rcpt_status status = rcpt_session_submit(run->session, text);
        if (status != RCPT_OK)
            return fail(run, status, "", "");
        run->outstanding++;
    }
    return EXIT_ACCEPT;
}

static int print_next(struct run *run)
{
    struct rcpt_result *result;
    enum rcpt_status status = rcpt_session_next(run->session, &result);
    if (status != RCPT_OK)
        return fail(run, status, "", "");
    run->outstanding--;
    if (result->verdict > run->worst)
        run->worst = result->verdict;
    if (run->printed && !run->style.quiet)
        buffer_add(&run->out, run->format->separator);
    run->printed = true;
    run->format->result(&run->out, &run->style, result);
    rcpt_result_destroy(result);
    return output_write(&run->out) ? EXIT_ACCEPT : EXIT_CANNOT_WRITE;
}

static int work(struct run *run)
{
    for (;;) {
        int status = submit(run);
        if (status != EXIT_ACCEPT || run->outstanding == 0)
            return status;
        status = print_next(run);
        if (status != EXIT_ACCEPT)
            return status;
    }
}

static int end_recording(struct run *run)
{
    enum rcpt_status status = rcpt_session_end_recording(run->session);
    return status == RCPT_OK ? EXIT_ACCEPT : fail(run, status, "--record", run->options->record);
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
    static const int exits[] = {
        [RCPT_ACCEPT] = EXIT_ACCEPT,
        [RCPT_UNKNOWN] = EXIT_TRY_LATER,
        [RCPT_DEFER] = EXIT_TRY_LATER,
        [RCPT_REJECT] = EXIT_REJECT,
    };
    const struct rcpt_counts *counts = rcpt_session_counts(run->session);
    if (counts->silent > 0 && counts->answered == 0) {
        tell_no_resolver(run->options);
        return EXIT_NO_RESOLVER;
    }
    return run->input_failed ? EXIT_NO_INPUT : exits[run->worst];
}

int check_command(const struct options *options)
{
    if (options->operand_count == 0) {
        output_error("check needs an address, a domain or '-'; see 'rcptcheck check --help'");
        return EXIT_USAGE;
    }
    struct run *run = calloc(1, sizeof *run);
    if (run == NULL) {
        output_error("out of memory");
        return EXIT_TRY_LATER;
    }
    run->options = options;
    run->format = report_format_find(options->format);
    run->style = terminal_style(options);
    buffer_init(&run->out);
    recipients_init(&run->recipients, options->operands, options->operand_count);
    int status = set_up(run);
    if (status == EXIT_ACCEPT)
        status = work(run);
    if (status == EXIT_ACCEPT)
        status = end_recording(run);
    if (status == EXIT_ACCEPT)
        status = judge(run);
    rcpt_session_destroy(run->session);
    buffer_clear(&run->out);
    free(run);
    return status;
}
