/*
 * dnsbl.c - rcptcheck dnsbl: what lists say of each subject
 *
 * A subject is an IP address, a range of them, a domain or an address. Some formats print each
 * subject as it comes, others one summary at the end; a format for monitoring brings exit statuses
 * of its own, and then those hold whatever happens. A subject that cannot be asked about is a
 * result, and the others are still done.
 */
#include "cli/command.h"
#include "cli/drive.h"
#include "cli/exit.h"
#include "cli/output.h"

static bool take(struct drive *drive, const struct rcpt_result *result)
{
    if (drive->format->listings != NULL) {
        drive_separate(drive);
        drive->format->listings(&drive->out, &drive->style, result);
    }
    return report_tally_add(drive->state, result);
}

static void end(struct drive *drive)
{
    if (drive->format->listings_end != NULL)
        drive->format->listings_end(&drive->out, &drive->style, drive->state);
}

static int judge(const struct drive *drive)
{
    static const int exits[] = {
        [REPORT_SUM_CLEAR] = EXIT_ACCEPT,
        [REPORT_SUM_UNSURE] = EXIT_TRY_LATER,
        [REPORT_SUM_LISTED] = EXIT_REJECT,
        [REPORT_SUM_BAD] = EXIT_BAD_DATA,
    };
    if (drive->format->listings_exit != NULL)
        return drive->format->listings_exit(drive->state);
    return exits[report_tally_sum(drive->state)];
}

/* A plugin says UNKNOWN in its one line, and ends with 3, when it could not do its work. */
static int plugin_exit(int status)
{
    enum { PLUGIN_UNKNOWN = 3 };
    struct buffer out;
    if (status <= PLUGIN_UNKNOWN)
        return status;
    buffer_init(&out);
    buffer_printf(
        &out,
        "DNSBL UNKNOWN - rcptcheck could not do its work (status %d); standard error says why\n",
        status);
    if (status != EXIT_CANNOT_WRITE)
        (void)output_write(&out);
    buffer_clear(&out);
    return PLUGIN_UNKNOWN;
}

int dnsbl_command(const struct options *options)
{
    if (options->operand_count == 0) {
        output_error("dnsbl needs an IP address, a domain, an address or '-'; see 'rcptcheck dnsbl "
                     "--help'");
        return EXIT_USAGE;
    }
    struct report_tally *tally = report_tally_create();
    if (tally == NULL) {
        output_error("out of memory");
        return EXIT_TRY_LATER;
    }
    const struct drive_job job = {
        .submit = rcpt_session_submit_subject,
        .take = take,
        .end = end,
        .judge = judge,
        .lists = true,
        .own_exit = report_format_find(options->format)->listings_exit != NULL,
    };
    int status = drive_run(options, &job, tally);
    report_tally_destroy(tally);
    return job.own_exit ? plugin_exit(status) : status;
}
