/*
 * check.c - rcptcheck check: what SMTP will answer to each recipient
 *
 * A recipient that is no address is a result like any other. Lists are asked only where something
 * of the sender is given: they are about the sender. The exit status is the contract of exit.h.
 */
#include "cli/command.h"
#include "cli/drive.h"
#include "cli/exit.h"
#include "cli/output.h"

static bool take(struct drive *drive, const struct rcpt_result *result)
{
    enum rcpt_verdict *worst = drive->state;
    if (result->verdict > *worst)
        *worst = result->verdict;
    drive_separate(drive);
    drive->format->result(&drive->out, &drive->style, result);
    return true;
}

static int judge(const struct drive *drive)
{
    static const int exits[] = {
        [RCPT_ACCEPT] = EXIT_ACCEPT,
        [RCPT_UNKNOWN] = EXIT_TRY_LATER,
        [RCPT_DEFER] = EXIT_TRY_LATER,
        [RCPT_REJECT] = EXIT_REJECT,
    };
    const enum rcpt_verdict *worst = drive->state;
    return exits[*worst];
}

int check_command(const struct options *options)
{
    if (options->operand_count == 0) {
        output_error("check needs an address, a domain or '-'; see 'rcptcheck check --help'");
        return EXIT_USAGE;
    }
    enum rcpt_verdict worst = RCPT_ACCEPT;
    const struct drive_job job = {
        .submit = rcpt_session_submit,
        .take = take,
        .judge = judge,
        .lists = options->ip != NULL || options->helo != NULL || options->mail_from != NULL,
    };
    return drive_run(options, &job, &worst);
}
