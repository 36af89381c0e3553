/*
 * main.c - rcptcheck: parse, run, exit
 *
 * Exit statuses are those of exit.h. A mistake in the command line is told in one line on standard
 * error. SIGPIPE is ignored so that a reader that goes away ends the work by an error of write().
 */
#include <signal.h>

#include "cli/output.h"
#include "cli/run.h"

int main(int argc, char **argv)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGPIPE, &ignore, NULL);
    output_guard();

    struct options options;
    struct buffer error;
    buffer_init(&error);
    bool parsed = options_parse(&options, argc, argv, &error);
    int status = parsed ? run(&options, &error) : run_usage_error(&error);
    status = output_finish(status);
    buffer_clear(&error);
    return status;
}
