/*
 * compare.c - rcptcheck compare CODE CODE: two codes side by side
 *
 * Exactly two codes, of either kind. What is said about them is made by the format.
 */
#include "cli/code_argument.h"
#include "cli/command.h"
#include "cli/exit.h"
#include "cli/output.h"
#include "cli/terminal.h"

int compare_command(const struct options *options)
{
    if (options->operand_count != 2) {
        output_error("compare takes two codes, not %zu; see 'rcptcheck compare --help'",
                     options->operand_count);
        return EXIT_USAGE;
    }
    struct rcpt_code_name first, second;
    bool good = code_argument(options->operands[0], &first);
    if (!code_argument(options->operands[1], &second) || !good)
        return EXIT_BAD_DATA;

    struct report_style style = terminal_style(options);
    struct buffer out;
    buffer_init(&out);
    report_format_find(options->format)->compare(&out, &style, &first, &second);
    int status = output_write(&out) ? EXIT_ACCEPT : EXIT_CANNOT_WRITE;
    buffer_clear(&out);
    return status;
}
