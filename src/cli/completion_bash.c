/*
 * completion_bash.c - the completion script for bash
 *
 * For bash 4 or later; needs no bash-completion package. bash splits "--name=value" at "=", so the
 * script looks at the word before it.
 */
#include "cli/command.h"
#include "cli/completion_shells.h"

static const char head[] =
    "_rcptcheck()\n"
    "{\n"
    "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
    "    local command='' options='' words='' word\n"
    "    COMPREPLY=()\n"
    "    if [[ $current == '=' ]]; then\n"
    "        current=''\n"
    "    elif [[ $previous == '=' ]]; then\n"
    "        previous=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    fi\n";

static const char tail[] = "    [[ $current == -* ]] && words=$options\n"
                           "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
                           "}\n"
                           "complete -F _rcptcheck rcptcheck\n";

/* What may follow an option that takes an argument. */
static void add_argument(struct buffer *out, const struct option_row *row)
{
    buffer_printf(out, "    --%s)\n", row->name);
    if (row->kind == OPTION_FILE) {
        buffer_add(out, "        compopt -o filenames\n"
                        "        mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n");
    } else if (row->word != NULL || row->offer != NULL) {
        buffer_add(out, "        mapfile -t COMPREPLY < <(compgen -W '");
        completion_words(out, row->word != NULL ? row->word : row->offer);
        buffer_add(out, "' -- \"$current\")\n");
    }
    buffer_add(out, "        return\n        ;;\n");
}

static void add_options(struct buffer *out, unsigned commands)
{
    const struct option_row *row;
    buffer_add(out, "        options='");
    const char *gap = "";
    for (size_t i = 0; (row = option_at(i)) != NULL; i++) {
        if ((row->commands & commands) == 0)
            continue;
        if (row->letter != 0) {
            buffer_printf(out, "%s-%c", gap, row->letter);
            gap = " ";
        }
        buffer_printf(out, "%s--%s", gap, row->name);
        gap = " ";
    }
    buffer_add(out, "'\n");
}

static void add_names(struct buffer *out, const char *between)
{
    const struct command *command;
    for (size_t i = 0; (command = command_at(i)) != NULL; i++)
        buffer_printf(out, "%s%s", i == 0 ? "" : between, command->name);
}

/* The command that was typed decides what is offered. */
static void add_commands(struct buffer *out)
{
    const struct command *command;
    buffer_add(out, "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
                    "        case $word in\n        ");
    add_names(out, " | ");
    buffer_add(out, ")\n            command=$word\n            break\n            ;;\n"
                    "        esac\n    done\n    case $command in\n");
    for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
        buffer_printf(out, "    %s)\n", command->name);
        add_options(out, command->bit);
        if (command->word != NULL) {
            buffer_add(out, "        words='");
            completion_words(out, command->word);
            buffer_add(out, "'\n");
        }
        buffer_add(out, "        ;;\n");
    }
    buffer_add(out, "    *)\n");
    add_options(out, FOR_ALL | FOR_NONE);
    buffer_add(out, "        words='");
    add_names(out, " ");
    buffer_add(out, "'\n        ;;\n    esac\n");
}

void completion_bash(struct buffer *out)
{
    const struct option_row *row;
    buffer_add(out, "# bash completion for rcptcheck; made by 'rcptcheck --completion bash'\n");
    buffer_add(out, head);
    buffer_add(out, "    case $previous in\n");
    for (size_t i = 0; (row = option_at(i)) != NULL; i++)
        if (row->argument != NULL)
            add_argument(out, row);
    buffer_add(out, "    esac\n");
    add_commands(out);
    buffer_add(out, tail);
}
