/*
 * run.c - does what a parsed command line asks for
 *
 * Help, version and completion stand in place of a command and come before any check of what else
 * was said. A command is run only with options that belong to it.
 */
#include "cli/run.h"

#include <stdio.h>

#include "cli/command.h"
#include "cli/completion.h"
#include "cli/exit.h"
#include "cli/help.h"
#include "cli/output.h"

static int print(void (*make)(struct buffer *out, const void *of), const void *of)
{
    struct buffer out;
    buffer_init(&out);
    make(&out, of);
    int status = output_write(&out) ? EXIT_ACCEPT : EXIT_CANNOT_WRITE;
    buffer_clear(&out);
    return status;
}

static void make_help(struct buffer *out, const void *command)
{
    help_text(out, command);
}

static void make_completion(struct buffer *out, const void *shell)
{
    completion_script(out, shell);
}

static void make_version(struct buffer *out, const void *nothing)
{
    (void)nothing;
    buffer_add(out, "rcptcheck " RCPTCHECK_VERSION "\nLicense: MIT; there is no warranty.\n");
}

int run_usage_error(const struct buffer *error)
{
    output_error("%s; see 'rcptcheck --help'", buffer_text(error));
    return EXIT_USAGE;
}

static int say_usage(void)
{
    struct buffer usage;
    buffer_init(&usage);
    help_usage(&usage);
    fputs(buffer_text(&usage), stderr);
    buffer_clear(&usage);
    return EXIT_USAGE;
}

int run(struct options *options, struct buffer *error)
{
    const struct command *command = command_choose(options, error);
    if (options->help)
        return print(make_help, command);
    if (options->version)
        return print(make_version, NULL);
    if (options->completion != NULL)
        return print(make_completion, options->completion);
    if (command == NULL)
        return error->length > 0 ? run_usage_error(error) : say_usage();
    if (!options_fit(options, command->bit, command->name, error) ||
        !command_prints(command, options->format, error))
        return run_usage_error(error);
    return command->run(options);
}
