/*
 * resolver.c - rcptcheck resolver: is each resolver fit for the job?
 *
 * A resolver that does not answer is a report like any other: unfit. The exit status is that of the
 * worst: one that is unfit makes it 1.
 */
#include "cli/command.h"
#include "cli/config_path.h"
#include "cli/exit.h"
#include "cli/output.h"
#include "cli/setup.h"
#include "cli/terminal.h"

static int print(const struct options *options, const struct rcpt_resolver_report *report)
{
    const struct report_format *format = report_format_find(options->format);
    struct report_style style = terminal_style(options);
    struct buffer out;
    int status = EXIT_ACCEPT;
    buffer_init(&out);
    for (bool first = true; report != NULL; report = report->next, first = false) {
        buffer_add(&out, first || style.quiet ? "" : format->separator);
        format->resolver(&out, &style, report);
        if (!report->fit)
            status = EXIT_REJECT;
    }
    if (!output_write(&out))
        status = EXIT_CANNOT_WRITE;
    buffer_clear(&out);
    return status;
}

/* Tells why nothing could be looked at. */
static int fail(enum rcpt_status status, const char *config, const char *error)
{
    const char *reason = *error != '\0' ? error : "out of memory";
    if (status == RCPT_BAD_CONFIG)
        output_error("%s: %s", config, reason);
    else
        output_error("%s", reason);
    return status == RCPT_CANNOT_WRITE ? EXIT_CANNOT_CREATE : setup_exit(status);
}

int resolver_command(const struct options *options)
{
    if (options->operand_count > 0) {
        output_error("resolver takes no argument; name a resolver with --resolver %s",
                     options->operands[0]);
        return EXIT_USAGE;
    }
    struct buffer found;
    buffer_init(&found);
    const char *config = options->config != NULL ? options->config : config_path(&found);
    const char *resolvers[OPTION_RESOLVERS_MOST + 1] = {NULL};
    for (size_t i = 0; i < options->resolver_count; i++)
        resolvers[i] = options->resolvers[i];
    const struct rcpt_resolver_options wanted = {
        .resolvers = resolvers,
        .timeout_ms = options->timeout_ms,
        .tries = options->tries,
        .signed_name = options->signed_name,
        .bogus_name = options->bogus_name,
        .config = *config != '\0' ? config : NULL,
        .replay = options->replay,
        .record = options->record,
    };
    char error[512] = "";
    struct rcpt_resolver_report *reports = NULL;
    enum rcpt_status status = rcpt_resolvers_examine(&wanted, &reports, error, sizeof error);
    int told = status == RCPT_OK ? print(options, reports) : fail(status, config, error);
    rcpt_resolvers_destroy(reports);
    buffer_clear(&found);
    return told;
}
