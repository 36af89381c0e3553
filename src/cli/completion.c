/*
 * completion.c - completion scripts for shells, generated from the tables
 *
 * Which shells there are is a const table of names and functions. Each script offers the commands,
 * the options of the command that was typed, the words of an option that takes a word, file names
 * where a file is wanted, and the tables of catalog. Nothing in it is written by hand twice: an
 * option that gets a row in option_table.c is completed.
 */
#include "cli/completion.h"

#include <string.h>

#include "cli/command.h"
#include "cli/completion_shells.h"

static const struct {
    const char *name;
    void (*script)(struct buffer *out);
} shells[] = {{"bash", completion_bash}, {"zsh", completion_zsh}};

const char *completion_shell(size_t index)
{
    return index < sizeof shells / sizeof *shells ? shells[index].name : NULL;
}

void completion_script(struct buffer *out, const char *shell)
{
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
        if (strcmp(shells[i].name, shell) == 0)
            shells[i].script(out);
}

void completion_words(struct buffer *out, const char *(*word)(size_t))
{
    for (size_t i = 0; word != NULL && word(i) != NULL; i++)
        buffer_printf(out, "%s%s", i == 0 ? "" : " ", word(i));
}
