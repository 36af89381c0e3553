/*
 * command.c - the table of subcommands, and which of them the command line means
 *
 * An argument with '@', '.' or ':' in it, or "-", is never a command's name: `rcptcheck
 * alice@example.com` means check. A first word that is neither is a mistake and is told as one,
 * with the nearest command and with the way to check a domain of a single label.
 */
#include "cli/command.h"

#include <string.h>

#include "cli/nearest.h"

static const char *const check_description[] = {
    "Looks up how mail for each recipient is routed and predicts what SMTP will answer: the reply "
    "code and enhanced status code, who gives it, when, and how surely, with the DNS records it "
    "rests on and what to do. No mail server is contacted.",
    "A recipient is an address or a bare domain; '-' reads recipients from standard input, one a "
    "line. Many are looked up at once and printed in the order given.",
    NULL,
};
static const char *const check_examples[] = {
    "rcptcheck alice@example.com",
    "rcptcheck check --json example.org 'bob@[192.0.2.1]'",
    "rcptcheck -q - < recipients.txt",
    "rcptcheck --resolver 192.0.2.53 --record world.jsonl alice@example.com",
    NULL,
};
static const char *const explain_description[] = {
    "Says what reply codes and enhanced status codes mean, when they are seen and what to do. A "
    "code that the tables do not have is judged by its first digit.",
    NULL,
};
static const char *const explain_examples[] = {
    "rcptcheck explain 554 5.7.1",
    "rcptcheck explain 550-5.7.26",
    NULL,
};
static const char *const compare_description[] = {
    "Sets two codes side by side: what each means, when each is seen, how to fix it, how they "
    "differ and when which applies.",
    NULL,
};
static const char *const compare_examples[] = {
    "rcptcheck compare 252 554",
    "rcptcheck compare 4.7.1 5.7.1",
    NULL,
};
static const char *const catalog_description[] = {
    "Prints a built-in table: codes, every reply code and enhanced status code; or rules, the "
    "table that predictions come from, in order of precedence.",
    NULL,
};
static const char *const catalog_examples[] = {
    "rcptcheck catalog rules -v",
    "rcptcheck catalog codes --json",
    NULL,
};

static const struct command commands[] = {
    {"check", FOR_CHECK, "ADDRESS|DOMAIN|-...", "what SMTP will answer to a recipient",
     check_description, check_examples, NULL, check_command},
    {"explain", FOR_EXPLAIN, "CODE...", "what a code means and what to do", explain_description,
     explain_examples, NULL, explain_command},
    {"compare", FOR_COMPARE, "CODE CODE", "two codes side by side", compare_description,
     compare_examples, NULL, compare_command},
    {"catalog", FOR_CATALOG, "codes|rules", "the built-in tables", catalog_description,
     catalog_examples, catalog_word, catalog_command},
};

const struct command *command_at(size_t index)
{
    return index < sizeof commands / sizeof *commands ? &commands[index] : NULL;
}

static const char *command_name(size_t index)
{
    const struct command *command = command_at(index);
    return command != NULL ? command->name : NULL;
}

static void add_unknown(struct buffer *error, const char *word)
{
    const char *nearest = nearest_word(word, command_name);
    buffer_printf(error, "'%s' is neither a command nor an address", word);
    if (nearest != NULL)
        buffer_printf(error, " (did you mean '%s'?)", nearest);
    buffer_printf(error, "; for a domain of one label say 'rcptcheck check %s'", word);
}

const struct command *command_choose(struct options *options, struct buffer *error)
{
    if (options->operand_count == 0)
        return NULL;
    const char *word = options->operands[0];
    if (strcmp(word, "-") == 0 || strpbrk(word, "@.:") != NULL)
        return &commands[0];
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (strcmp(commands[i].name, word) != 0)
            continue;
        options->operands++;
        options->operand_count--;
        return &commands[i];
    }
    add_unknown(error, word);
    return NULL;
}
