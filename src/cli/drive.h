/*
 * drive.h - drives a session: arguments and standard input in, results out as they come
 */
#ifndef CLI_DRIVE_H
#define CLI_DRIVE_H

#include "cli/options.h"

/* What a job sees of the run. */
struct drive {
    const struct options *options;
    const struct report_format *format;
    struct report_style style;
    struct buffer out; /* what is added to it is written after each result, and at the end */
    void *state;       /* the job's own */
    bool printed;      /* a result was printed */
};

/* What a command does with a session. */
struct drive_job {
    enum rcpt_status (*submit)(struct rcpt_session *session, const char *text);
    /* Adds what is to be printed of a result and keeps count. False if memory runs out. */
    bool (*take)(struct drive *drive, const struct rcpt_result *result);
    /* Behind the last result; NULL for nothing. */
    void (*end)(struct drive *drive);
    /* The exit status that the results come to. */
    int (*judge)(const struct drive *drive);
    bool lists; /* lists are asked, so that configuration and a warning are due */
    /* The exit status stands even if no resolver answers or standard input cannot be read; both are
     * told in any case. */
    bool own_exit;
};

/* Runs the job over the operands. The exit status. */
int drive_run(const struct options *options, const struct drive_job *job, void *state);

/* Adds what goes between two results, before all but the first. */
void drive_separate(struct drive *drive);

#endif
