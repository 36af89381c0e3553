/*
 * catalog.c - rcptcheck catalog codes|dnsbl|providers|rules: the built-in tables
 *
 * Which tables there are is a const table of their names and the member of a format that prints
 * each.
 */
#include <string.h>

#include "cli/command.h"
#include "cli/exit.h"
#include "cli/output.h"
#include "cli/terminal.h"

typedef void print_function(struct buffer *out, const struct report_style *style);

static print_function *codes_of(const struct report_format *format)
{
    return format->catalog_codes;
}

static print_function *lists_of(const struct report_format *format)
{
    return format->catalog_lists;
}

static print_function *providers_of(const struct report_format *format)
{
    return format->catalog_providers;
}

static print_function *rules_of(const struct report_format *format)
{
    return format->catalog_rules;
}

static const struct {
    const char *name;
    print_function *(*print_of)(const struct report_format *format);
} subjects[] = {
    {"codes", codes_of}, {"dnsbl", lists_of}, {"providers", providers_of}, {"rules", rules_of}};

enum { SUBJECTS = sizeof subjects / sizeof *subjects };

const char *catalog_word(size_t index)
{
    return index < SUBJECTS ? subjects[index].name : NULL;
}

static int print_subject(const struct options *options, size_t index)
{
    struct report_style style = terminal_style(options);
    struct buffer out;
    buffer_init(&out);
    subjects[index].print_of(report_format_find(options->format))(&out, &style);
    int status = output_write(&out) ? EXIT_ACCEPT : EXIT_CANNOT_WRITE;
    buffer_clear(&out);
    return status;
}

int catalog_command(const struct options *options)
{
    const char *name = options->operand_count == 1 ? options->operands[0] : NULL;
    for (size_t i = 0; i < SUBJECTS && name != NULL; i++)
        if (strcmp(subjects[i].name, name) == 0)
            return print_subject(options, i);
    if (name == NULL)
        output_error("catalog takes the name of one table: codes, dnsbl, providers or rules");
    else
        output_error("there is no table '%s'; there are codes, dnsbl, providers and rules", name);
    return EXIT_USAGE;
}
