/*
 * help.c - help texts, made from the tables of commands and options
 *
 * Nothing about a command or an option is said here that is not in its row; what stands here is the
 * frame, and the exit statuses. Every line fits HELP_WIDTH columns: texts are filled through
 * report/wrap.h.
 */
#include "cli/help.h"

#include <stdio.h>

#include "cli/exit.h"
#include "report/wrap.h"

/* Where the texts of options and exit statuses start. */
enum { HELP_HANG = 30, COMMAND_HANG = 41, EXIT_HANG = 8 };

static const struct report_style style = {.width = HELP_WIDTH};

static const struct {
    enum exit_status status;
    const char *text;
} statuses[] = {
    {EXIT_ACCEPT,
     "every recipient is accepted as far as DNS shows; nothing is listed; the resolver "
     "is fit; the question was answered"},
    {EXIT_REJECT, "at least one recipient is rejected; a list has a subject; a resolver is unfit"},
    {EXIT_USAGE, "the command line is wrong"},
    {EXIT_BAD_DATA, "an argument, a subject or a recording is not of its form"},
    {EXIT_NO_INPUT, "a file to read cannot be read"},
    {EXIT_NO_RESOLVER, "no resolver answers at all"},
    {EXIT_CANNOT_CREATE, "a file to write cannot be made"},
    {EXIT_CANNOT_WRITE, "output cannot be written"},
    {EXIT_TRY_LATER, "none is rejected or listed, but one is deferred or unknown, or a list could "
                     "not be asked"},
    {EXIT_BAD_CONFIG, "a configuration is wrong"},
};

static void add_commands(struct buffer *out)
{
    const struct command *command;
    for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
        char line[128];
        snprintf(line, sizeof line, i == 0 ? "rcptcheck [%s]%s%s" : "rcptcheck %s%s%s",
                 command->name, *command->synopsis != '\0' ? " " : "", command->synopsis);
        wrap_field_at(out, &style, 2, COMMAND_HANG, line, command->summary);
    }
}

/* Whether the option's word is of use: formats are not for every command. */
static bool takes_word(const struct command *command, const struct option_row *row,
                       const char *word)
{
    return command == NULL || row->offset != offsetof(struct options, format) ||
           command->prints(report_format_find(word));
}

/* ": text, json or nagios" */
static void add_words(struct buffer *text, const struct command *command,
                      const struct option_row *row)
{
    size_t count = 0, added = 0;
    for (size_t i = 0; row->word(i) != NULL; i++)
        count += takes_word(command, row, row->word(i));
    for (size_t i = 0; row->word(i) != NULL; i++) {
        if (!takes_word(command, row, row->word(i)))
            continue;
        added++;
        buffer_printf(text, "%s%s",
                      added == 1       ? ": "
                      : added == count ? " or "
                                       : ", ",
                      row->word(i));
    }
}

/* "a recursive resolver [/etc/resolv.conf]", "print as: text or json [text]" */
static void add_option(struct buffer *out, const struct command *command,
                       const struct option_row *row)
{
    char label[64], letter[8] = "    ";
    if (row->letter != 0)
        snprintf(letter, sizeof letter, "-%c, ", row->letter);
    snprintf(label, sizeof label, "%s--%s%s%s", letter, row->name, row->argument != NULL ? " " : "",
             row->argument != NULL ? row->argument : "");

    struct buffer text;
    buffer_init(&text);
    buffer_add(&text, row->help);
    if (row->word != NULL)
        add_words(&text, command, row);
    if (row->argument != NULL && row->preset != NULL)
        buffer_printf(&text, " [%s]", row->preset);
    wrap_field_at(out, &style, 2, HELP_HANG, label, buffer_text(&text));
    buffer_clear(&text);
}

static void add_options(struct buffer *out, const struct command *command)
{
    unsigned commands = command != NULL ? command->bit : FOR_ALL | FOR_NONE;
    const struct option_row *row;
    buffer_add(out, "\nOptions:\n");
    for (size_t i = 0; (row = option_at(i)) != NULL; i++)
        if ((row->commands & commands) != 0)
            add_option(out, command, row);
}

static void add_statuses(struct buffer *out)
{
    buffer_add(out, "\nExit status:\n");
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        char label[8];
        snprintf(label, sizeof label, "%3d", (int)statuses[i].status);
        wrap_field_at(out, &style, 2, EXIT_HANG, label, statuses[i].text);
    }
}

static void add_examples(struct buffer *out, const struct command *command)
{
    for (const char *const *example = command->examples; *example != NULL; example++)
        buffer_printf(out, "  %s\n", *example);
}

static void add_one(struct buffer *out, const struct command *command)
{
    buffer_printf(out, "Usage: rcptcheck %s [OPTION]...%s%s\n", command->name,
                  *command->synopsis != '\0' ? " " : "", command->synopsis);
    for (const char *const *text = command->description; *text != NULL; text++) {
        buffer_add_char(out, '\n');
        wrap_paragraph(out, &style, 0, *text);
    }
    add_options(out, command);
    buffer_add(out, "\nExamples:\n");
    add_examples(out, command);
}

static void add_all(struct buffer *out)
{
    const struct command *command;
    buffer_add(out, "rcptcheck " RCPTCHECK_VERSION
                    " - says what SMTP will answer before a message is sent\n\n"
                    "Usage: rcptcheck [COMMAND] [OPTION]... ARGUMENT...\n\n");
    add_commands(out);
    wrap_paragraph(out, &style, 2,
                   "An argument with '@', '.' or ':' in it is never a command, so 'rcptcheck "
                   "alice@example.com' works.");
    add_options(out, NULL);
    add_statuses(out);
    buffer_add(out, "\nExamples:\n");
    for (size_t i = 0; (command = command_at(i)) != NULL; i++)
        add_examples(out, command);
    buffer_add(out, "\n'rcptcheck COMMAND --help' tells more about one command; so does "
                    "rcptcheck(1).\n");
}

void help_text(struct buffer *out, const struct command *command)
{
    if (command != NULL)
        add_one(out, command);
    else
        add_all(out);
}

void help_usage(struct buffer *out)
{
    buffer_add(out, "rcptcheck: nothing to do; say what to check:\n");
    add_commands(out);
    buffer_add(out, "'rcptcheck --help' tells more.\n");
}
