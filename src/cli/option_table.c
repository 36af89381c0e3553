/*
 * option_table.c - the table of options
 *
 * A row an option: its names, its argument, the commands that take it, its help, its default, and
 * where its value goes. Parser, help and completion read this table and know no option otherwise.
 * Ranges are those of rcpt_session_set_times().
 */
#include "cli/options.h"

#include "cli/completion.h"

static const char *color_word(size_t index)
{
    static const char *const words[] = {
        [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};
    return index < sizeof words / sizeof *words ? words[index] : NULL;
}

static const char *format_word(size_t index)
{
    const struct report_format *format = report_format_at(index);
    return format != NULL ? format->name : NULL;
}

/* clang-format off: a row is read across */
#define AT(field) offsetof(struct options, field)
static const struct option_row rows[] = {
    {.name = "resolver",
     .argument = "ADDR[:PORT]",
     .kind = OPTION_LIST,
     .commands = FOR_CHECK,
     .help = "ask this recursive resolver; may be repeated",
     .preset = "/etc/resolv.conf",
     .offset = AT(resolvers)},
    {.name = "timeout",
     .argument = "MS",
     .kind = OPTION_NUMBER,
     .commands = FOR_CHECK,
     .help = "milliseconds for one try of one question",
     .preset = "2000",
     .offset = AT(timeout_ms),
     .least = 1,
     .most = 60000,
     .unit = "milliseconds"},
    {.name = "tries",
     .argument = "N",
     .kind = OPTION_NUMBER,
     .commands = FOR_CHECK,
     .help = "tries of one question",
     .preset = "3",
     .offset = AT(tries),
     .least = 1,
     .most = 10},
    {.name = "deadline",
     .argument = "MS",
     .kind = OPTION_NUMBER,
     .commands = FOR_CHECK,
     .help = "milliseconds for one recipient in all",
     .preset = "15000",
     .offset = AT(deadline_ms),
     .least = 1,
     .most = 600000,
     .unit = "milliseconds"},
    {.name = "record",
     .argument = "FILE",
     .kind = OPTION_FILE,
     .commands = FOR_CHECK,
     .help = "write every DNS question and answer to FILE",
     .offset = AT(record)},
    {.name = "replay",
     .argument = "FILE",
     .kind = OPTION_FILE,
     .commands = FOR_CHECK,
     .help = "answer from such a FILE alone, with no network",
     .offset = AT(replay)},
    {.name = "format",
     .argument = "FORMAT",
     .kind = OPTION_WORD,
     .commands = FOR_ALL,
     .help = "print as",
     .preset = "text",
     .offset = AT(format),
     .word = format_word},
    {.name = "json",
     .kind = OPTION_PRESET,
     .commands = FOR_ALL,
     .help = "the same as --format json",
     .preset = "json",
     .offset = AT(format)},
    {.name = "color",
     .argument = "WHEN",
     .kind = OPTION_CHOICE,
     .commands = FOR_ALL,
     .help = "colour the text",
     .preset = "auto",
     .offset = AT(color),
     .word = color_word},
    {.name = "verbose",
     .letter = 'v',
     .kind = OPTION_FLAG,
     .commands = FOR_ALL,
     .help = "print everything that is known",
     .offset = AT(verbose)},
    {.name = "quiet",
     .letter = 'q',
     .kind = OPTION_FLAG,
     .commands = FOR_CHECK,
     .help = "print the first line of each answer only",
     .offset = AT(quiet)},
    {.name = "completion",
     .argument = "SHELL",
     .kind = OPTION_WORD,
     .commands = FOR_NONE,
     .help = "print the completion script for",
     .offset = AT(completion),
     .word = completion_shell},
    {.name = "help",
     .letter = 'h',
     .kind = OPTION_FLAG,
     .commands = FOR_ALL | FOR_NONE,
     .help = "print help, also on one command, and end",
     .offset = AT(help)},
    {.name = "version",
     .letter = 'V',
     .kind = OPTION_FLAG,
     .commands = FOR_ALL | FOR_NONE,
     .help = "print the version and end",
     .offset = AT(version)},
};
/* clang-format on */

const struct option_row *option_at(size_t index)
{
    return index < sizeof rows / sizeof *rows ? &rows[index] : NULL;
}
