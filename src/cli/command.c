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
    "With --ip, --helo and --mail-from the sending side is looked at as well, once, and the "
    "predictions take it into account.",
    NULL,
};
static const char *const check_examples[] = {
    "rcptcheck alice@example.com",
    "rcptcheck check --json example.org 'bob@[192.0.2.1]'",
    "rcptcheck -q - < recipients.txt",
    "rcptcheck --ip 192.0.2.1 --helo mail.example.org alice@example.com",
    "rcptcheck --resolver 192.0.2.53 --record world.jsonl alice@example.com",
    NULL,
};
static const char *const explain_description[] = {
    "Says what reply codes and enhanced status codes mean, when they are seen and what to do. A "
    "code that the tables do not have is judged by its first digit.",
    "A pasted bounce line, in quotes, is taken as well: its code and the provider that wrote it "
    "are read out of it. Where that provider, or the one that --provider names, has a meaning of "
    "its "
    "own, it comes before that of the registry.",
    NULL,
};
static const char *const explain_examples[] = {
    "rcptcheck explain 554 5.7.1",
    "rcptcheck explain 550-5.7.26",
    "rcptcheck explain --provider gmail 5.7.27",
    "rcptcheck explain '550-5.7.26 This mail has been blocked'",
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
    "Prints a built-in table: codes, every reply code and enhanced status code; dnsbl, the block "
    "and allow lists; providers, the mail providers' hosts and what their replies mean; or rules, "
    "the table that predictions come from, in order of precedence.",
    NULL,
};
static const char *const catalog_examples[] = {
    "rcptcheck catalog rules -v",
    "rcptcheck catalog codes --json",
    "rcptcheck catalog dnsbl",
    NULL,
};

static const char *const dnsbl_description[] = {
    "Says which DNS lists have an IP address, a domain or an address, what their answers mean, and "
    "where to be delisted. Before a list is believed its test entries are asked (RFC 5782): a list "
    "that refuses, lists everything, lists nothing, or whose answers are rewritten on their way is "
    "told as such, with the remedy, and is never 'listed' and never 'not listed'.",
    "A subject is an IPv4 or IPv6 address, a range of IPv4 addresses up to a /22, a domain, or an "
    "e-mail address for lists of hashed addresses; '-' reads subjects from standard input, one a "
    "line.",
    "--format nagios prints one status line and ends with the exit status of a monitoring plugin, "
    "0 to 3; --format prometheus prints a file for the textfile collector.",
    NULL,
};
static const char *const dnsbl_examples[] = {
    "rcptcheck dnsbl 192.0.2.1 mail.example.org",
    "rcptcheck dnsbl --dnsbl zen.spamhaus.org 192.0.2.0/24",
    "rcptcheck dnsbl --format nagios 192.0.2.1",
    NULL,
};
static const char *const resolver_description[] = {
    "Looks at each resolver, those of /etc/resolv.conf unless others are named: whether it answers "
    "over UDP and TCP, validates DNSSEC, invents answers to names that do not exist, drops the "
    "answers of lists, or is refused by them. Each trait comes with what it means here and what to "
    "do.",
    NULL,
};
static const char *const resolver_examples[] = {
    "rcptcheck resolver",
    "rcptcheck resolver -v --resolver 127.0.0.1",
    NULL,
};

static bool prints_result(const struct report_format *format)
{
    return format->result != NULL;
}

static bool prints_codes(const struct report_format *format)
{
    return format->explain != NULL && format->compare != NULL;
}

static bool prints_catalog(const struct report_format *format)
{
    return format->catalog_codes != NULL && format->catalog_rules != NULL;
}

static bool prints_listings(const struct report_format *format)
{
    return format->listings != NULL || format->listings_end != NULL;
}

static bool prints_resolver(const struct report_format *format)
{
    return format->resolver != NULL;
}

static const struct command commands[] = {
    {"check", FOR_CHECK, "ADDRESS|DOMAIN|-...", "what SMTP will answer to a recipient",
     check_description, check_examples, prints_result, NULL, check_command},
    {"dnsbl", FOR_DNSBL, "IP|RANGE|DOMAIN|ADDRESS|-...", "what block and allow lists say",
     dnsbl_description, dnsbl_examples, prints_listings, NULL, dnsbl_command},
    {"resolver", FOR_RESOLVER, "", "whether the resolver is fit for the job", resolver_description,
     resolver_examples, prints_resolver, NULL, resolver_command},
    {"explain", FOR_EXPLAIN, "CODE|BOUNCE...", "what a code or a bounce means", explain_description,
     explain_examples, prints_codes, NULL, explain_command},
    {"compare", FOR_COMPARE, "CODE CODE", "two codes side by side", compare_description,
     compare_examples, prints_codes, NULL, compare_command},
    {"catalog", FOR_CATALOG, "codes|dnsbl|providers|rules", "the built-in tables",
     catalog_description, catalog_examples, prints_catalog, catalog_word, catalog_command},
};

const struct command *command_at(size_t index)
{
    return index < sizeof commands / sizeof *commands ? &commands[index] : NULL;
}

bool command_prints(const struct command *command, const char *format, struct buffer *error)
{
    const struct report_format *row;
    const char *gap = "";
    if (command->prints(report_format_find(format)))
        return true;
    buffer_printf(error, "--format %s is not for '%s', which prints ", format, command->name);
    for (size_t i = 0; (row = report_format_at(i)) != NULL; i++) {
        if (!command->prints(row))
            continue;
        buffer_printf(error, "%s%s", gap, row->name);
        gap = ", ";
    }
    return false;
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
