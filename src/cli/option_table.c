/*
 * option_table.c - the table of options
 *
 * A row an option: its names, its argument, the commands that take it, its help, its default, and
 * where its value goes. Parser, help and completion read this table and know no option otherwise.
 * Ranges are those of rcpt_session_set_times().
 */
#include "cli/options.h"

#include <string.h>

#include "cli/command.h"
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

/* Lists that may be asked as they are: not closed, and with no key to be filled in. */
static const char *zone_word(size_t index)
{
    const struct rcpt_list *list;
    for (size_t i = 0; (list = rcpt_list_at(i)) != NULL; i++)
        if (list->state != RCPT_LIST_CLOSED && strchr(list->zone, '{') == NULL && index-- == 0)
            return list->zone;
    return NULL;
}

/* clang-format off: a row is read across */
#define AT(field) offsetof(struct options, field)
static const struct option_row rows[] = {
    {.name = "resolver",
     .argument = "ADDR[:PORT]",
     .kind = OPTION_LIST,
     .commands = FOR_CHECK | FOR_DNSBL | FOR_RESOLVER,
     .help = "ask this recursive resolver; may be repeated",
     .preset = "/etc/resolv.conf",
     .offset = AT(resolvers),
     .most = OPTION_RESOLVERS_MOST,
     .count = AT(resolver_count)},
    {.name = "timeout",
     .argument = "MS",
     .kind = OPTION_NUMBER,
     .commands = FOR_CHECK | FOR_DNSBL | FOR_RESOLVER,
     .help = "milliseconds for one try of one question",
     .preset = "2000",
     .offset = AT(timeout_ms),
     .least = 1,
     .most = 60000,
     .unit = "milliseconds"},
    {.name = "tries",
     .argument = "N",
     .kind = OPTION_NUMBER,
     .commands = FOR_CHECK | FOR_DNSBL | FOR_RESOLVER,
     .help = "tries of one question",
     .preset = "3",
     .offset = AT(tries),
     .least = 1,
     .most = 10},
    {.name = "deadline",
     .argument = "MS",
     .kind = OPTION_NUMBER,
     .commands = FOR_CHECK | FOR_DNSBL,
     .help = "milliseconds for one recipient or subject in all",
     .preset = "15000",
     .offset = AT(deadline_ms),
     .least = 1,
     .most = 600000,
     .unit = "milliseconds"},
    {.name = "ip",
     .argument = "ADDR",
     .kind = OPTION_TEXT,
     .commands = FOR_CHECK,
     .help = "the sending IP address, to look at listings and reverse DNS",
     .offset = AT(ip)},
    {.name = "helo",
     .argument = "NAME",
     .kind = OPTION_TEXT,
     .commands = FOR_CHECK,
     .help = "the sender's HELO name",
     .offset = AT(helo)},
    {.name = "mail-from",
     .argument = "ADDR",
     .kind = OPTION_TEXT,
     .commands = FOR_CHECK,
     .help = "the sender's MAIL FROM address; '<>' is the null reverse-path",
     .offset = AT(mail_from)},
    {.name = "dnsbl",
     .argument = "ZONE",
     .kind = OPTION_LIST,
     .commands = FOR_CHECK | FOR_DNSBL,
     .help = "ask this list only; may be repeated",
     .preset = "all that are free to ask",
     .offset = AT(lists),
     .most = OPTION_LISTS_MOST,
     .count = AT(list_count),
     .offer = zone_word},
    {.name = "no-dnsbl",
     .kind = OPTION_FLAG,
     .commands = FOR_CHECK,
     .help = "ask no list",
     .offset = AT(no_dnsbl)},
    {.name = "config",
     .argument = "FILE",
     .kind = OPTION_FILE,
     .commands = FOR_CHECK | FOR_DNSBL | FOR_RESOLVER,
     .help = "lists and keys, see rcptcheck(5)",
     .preset = "~/.config/rcptcheck/config, else /etc/rcptcheck/config",
     .offset = AT(config)},
    {.name = "signed",
     .argument = "NAME",
     .kind = OPTION_TEXT,
     .commands = FOR_RESOLVER,
     .help = "a name with a valid DNSSEC signature",
     .offset = AT(signed_name)},
    {.name = "bogus",
     .argument = "NAME",
     .kind = OPTION_TEXT,
     .commands = FOR_RESOLVER,
     .help = "a name with a broken DNSSEC signature",
     .offset = AT(bogus_name)},
    {.name = "provider",
     .argument = "NAME",
     .kind = OPTION_TEXT,
     .commands = FOR_EXPLAIN,
     .help = "the mail provider whose meaning comes first",
     .offset = AT(provider),
     .offer = explain_provider_word},
    {.name = "record",
     .argument = "FILE",
     .kind = OPTION_FILE,
     .commands = FOR_CHECK | FOR_DNSBL | FOR_RESOLVER,
     .help = "write every DNS question and answer to FILE",
     .offset = AT(record)},
    {.name = "replay",
     .argument = "FILE",
     .kind = OPTION_FILE,
     .commands = FOR_CHECK | FOR_DNSBL | FOR_RESOLVER,
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
     .commands = FOR_CHECK | FOR_DNSBL | FOR_RESOLVER,
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
