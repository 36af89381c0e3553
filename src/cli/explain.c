/*
 * explain.c - rcptcheck explain CODE...: what codes mean and what to do
 *
 * Each argument is one code, or a reply code and an enhanced status code joined as servers print
 * them ("550-5.7.26"). One that is no code is told with the place that does not fit, the others are
 * still explained, and the exit status is that of bad data.
 */
#include "cli/code_argument.h"
#include "cli/command.h"
#include "cli/exit.h"
#include "cli/output.h"
#include "cli/terminal.h"

int explain_command(const struct options *options)
{
    const struct report_format *format = report_format_find(options->format);
    struct report_style style = terminal_style(options);
    struct buffer out;
    int status = EXIT_ACCEPT;
    bool first = true;
    if (options->operand_count == 0) {
        output_error("explain needs a code, such as 554 or 5.7.1; see 'rcptcheck explain --help'");
        return EXIT_USAGE;
    }
    buffer_init(&out);
    for (size_t i = 0; i < options->operand_count && status != EXIT_CANNOT_WRITE; i++) {
        struct rcpt_code_name name;
        if (!code_argument(options->operands[i], &name)) {
            status = EXIT_BAD_DATA;
            continue;
        }
        if (!first)
            buffer_add(&out, format->separator);
        first = false;
        format->explain(&out, &style, &name);
        if (!output_write(&out))
            status = EXIT_CANNOT_WRITE;
    }
    buffer_clear(&out);
    return status;
}
