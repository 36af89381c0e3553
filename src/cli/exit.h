/*
 * exit.h - the exit statuses: a contract, after sysexits.h
 *
 * Of several that hold, no resolver at all comes first, then output that cannot be written; then a
 * rejection comes before a deferral. A subject of lists that is none (bad data) comes before any
 * listing. A format for monitoring has exit statuses of its own.
 */
#ifndef CLI_EXIT_H
#define CLI_EXIT_H

enum exit_status {
    EXIT_ACCEPT = 0, /* every recipient is accepted; nothing is listed; the question was answered */
    EXIT_REJECT = 1, /* at least one is rejected, or listed; a resolver is unfit */
    EXIT_USAGE = 64, /* the command line is wrong */
    EXIT_BAD_DATA = 65,      /* what was given is not of its form: a code, a recording */
    EXIT_NO_INPUT = 66,      /* a file to read is not there or not readable */
    EXIT_NO_RESOLVER = 69,   /* no resolver answers at all */
    EXIT_CANNOT_CREATE = 73, /* a file to write cannot be made */
    EXIT_CANNOT_WRITE = 74,  /* output cannot be written */
    EXIT_TRY_LATER =
        75, /* none is rejected, but one is deferred or not known; a list could not be asked */
    EXIT_BAD_CONFIG = 78 /* a configuration is wrong */
};

#endif
