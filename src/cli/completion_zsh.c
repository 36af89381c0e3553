/*
 * completion_zsh.c - the completion script for zsh
 *
 * A list of specifications for _arguments, one an option, each with its help, and the commands
 * with their one line. In a specification ':', '[' and ']' divide its parts and are escaped.
 */
#include <string.h>

#include "cli/command.h"
#include "cli/completion_shells.h"

static void add_escaped(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (strchr(":[]", *text) != NULL)
            buffer_add_char(out, '\\');
        if (*text == '\'')
            buffer_add(out, "'\\'");
        buffer_add_char(out, *text);
    }
}

static void add_names(struct buffer *out, const struct option_row *row)
{
    const char *equals = row->argument != NULL ? "=" : "";
    if (row->letter != 0)
        buffer_printf(out, "'(-%c --%s)'{-%c,--%s%s}'", row->letter, row->name, row->letter,
                      row->name, equals);
    else
        buffer_printf(out, "'%s--%s%s", row->kind == OPTION_LIST ? "*" : "", row->name, equals);
}

static void add_option(struct buffer *out, const struct option_row *row)
{
    buffer_add(out, "        ");
    add_names(out, row);
    buffer_add_char(out, '[');
    add_escaped(out, row->help);
    buffer_add_char(out, ']');
    if (row->argument != NULL) {
        buffer_add_char(out, ':');
        add_escaped(out, row->argument);
        buffer_add_char(out, ':');
    }
    if (row->kind == OPTION_FILE) {
        buffer_add(out, "_files");
    } else if (row->word != NULL || row->offer != NULL) {
        buffer_add_char(out, '(');
        completion_words(out, row->word != NULL ? row->word : row->offer);
        buffer_add_char(out, ')');
    } else if (row->argument != NULL) {
        buffer_add_char(out, ' ');
    }
    buffer_add(out, "' \\\n");
}

static void add_commands(struct buffer *out)
{
    const struct command *command;
    buffer_add(out, "    local state\n    local -a commands\n    commands=(\n");
    for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
        buffer_printf(out, "        '%s:", command->name);
        add_escaped(out, command->summary);
        buffer_add(out, "'\n");
    }
    buffer_add(out, "    )\n");
}

/* The operands that a command knows. */
static void add_operands(struct buffer *out)
{
    const struct command *command;
    for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
        if (command->word == NULL)
            continue;
        buffer_printf(out, "        (( ${words[(I)%s]} )) && compadd ", command->name);
        completion_words(out, command->word);
        buffer_add_char(out, '\n');
    }
}

void completion_zsh(struct buffer *out)
{
    const struct option_row *row;
    buffer_add(out, "#compdef rcptcheck\n"
                    "# zsh completion for rcptcheck; made by 'rcptcheck --completion zsh'\n"
                    "_rcptcheck() {\n");
    add_commands(out);
    buffer_add(out, "    _arguments -S \\\n");
    for (size_t i = 0; (row = option_at(i)) != NULL; i++)
        add_option(out, row);
    buffer_add(out, "        '1: :->first' '*: :->rest'\n"
                    "    case $state in\n"
                    "    first)\n        _describe command commands\n        ;;\n"
                    "    rest)\n");
    add_operands(out);
    buffer_add(out, "        ;;\n    esac\n}\n"
                    "if [[ $funcstack[1] == _rcptcheck ]]; then\n    _rcptcheck \"$@\"\nelse\n"
                    "    compdef _rcptcheck rcptcheck\nfi\n");
}
