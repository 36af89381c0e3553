/*
 * options.c - the command line read by the table of options
 *
 * getopt_long() does the reading, so "--name value", "--name=value", abbreviations that are not
 * ambiguous, joined letters and "--" work as everywhere; its own messages are off, and each defect
 * is told in one sentence that names the option, the value and what would be right.
 *
 * Numbers are decimal digits and nothing else; their range is checked before any is stored.
 */
#include "cli/options.h"

#include <ctype.h>
#include <getopt.h>
#include <string.h>

#include "cli/nearest.h"

/* getopt's value for a long option is its row and this; below are letters. */
enum { LONG_BASE = 256, ROWS_MOST = 32 };

static const struct option_row *row_of_letter(int letter, size_t *index)
{
    const struct option_row *row;
    for (*index = 0; (row = option_at(*index)) != NULL; ++*index)
        if (row->letter != 0 && row->letter == letter)
            return row;
    return NULL;
}

static const struct option_row *row_of_value(int value, size_t *index)
{
    if (value < LONG_BASE)
        return row_of_letter(value, index);
    *index = (size_t)(value - LONG_BASE);
    return option_at(*index);
}

static const char *long_name(size_t index)
{
    const struct option_row *row = option_at(index);
    return row != NULL ? row->name : NULL;
}

static bool read_number(const struct option_row *row, const char *text, unsigned *number,
                        struct buffer *error)
{
    unsigned long long value = 0;
    bool digits = *text != '\0';
    for (const char *c = text; *c != '\0' && digits; c++) {
        digits = isdigit((unsigned char)*c) != 0;
        if (digits && value <= row->most)
            value = value * 10 + (unsigned)(*c - '0');
    }
    if (digits && value >= row->least && value <= row->most) {
        *number = (unsigned)value;
        return true;
    }
    buffer_printf(error, "--%s takes a number%s%s from %u to %u, not '%s'", row->name,
                  row->unit != NULL ? " of " : "", row->unit != NULL ? row->unit : "", row->least,
                  row->most, text);
    return false;
}

static bool read_word(const struct option_row *row, const char *text, unsigned *index,
                      struct buffer *error)
{
    const char *word;
    for (*index = 0; (word = row->word(*index)) != NULL; ++*index)
        if (strcmp(word, text) == 0)
            return true;
    buffer_printf(error, "--%s takes ", row->name);
    for (unsigned i = 0; (word = row->word(i)) != NULL; i++)
        buffer_printf(error, "%s%s", i == 0 ? "" : row->word(i + 1) == NULL ? " or " : ", ", word);
    buffer_printf(error, ", not '%s'", text);
    return false;
}

static bool add_text(struct options *options, const struct option_row *row, const char *text,
                     struct buffer *error)
{
    const char **texts = (const char **)(void *)((char *)options + row->offset);
    size_t *count = (size_t *)(void *)((char *)options + row->count);
    if (*count == row->most) {
        buffer_printf(error, "--%s is given more than %u times", row->name, row->most);
        return false;
    }
    texts[(*count)++] = text;
    return true;
}

static bool store(struct options *options, const struct option_row *row, const char *value,
                  struct buffer *error)
{
    void *place = (char *)options + row->offset;
    unsigned index;
    switch (row->kind) {
    case OPTION_FLAG:
        *(bool *)place = true;
        return true;
    case OPTION_NUMBER:
        return read_number(row, value, place, error);
    case OPTION_CHOICE:
        return read_word(row, value, place, error);
    case OPTION_WORD:
        *(const char **)place = value;
        return read_word(row, value, &index, error);
    case OPTION_PRESET:
        *(const char **)place = row->preset;
        return true;
    case OPTION_LIST:
        return add_text(options, row, value, error);
    case OPTION_TEXT:
        *(const char **)place = value;
        return true;
    case OPTION_FILE:
        *(const char **)place = value;
        if (*value == '\0')
            buffer_printf(error, "--%s is given an empty %s", row->name, row->argument);
        return *value != '\0';
    }
    return false;
}

/* What getopt_long() wants, from the table. */
static void make_getopt(struct option *longs, char *letters)
{
    const struct option_row *row;
    *letters++ = ':'; /* tells a missing argument from an unknown option */
    for (size_t i = 0; i < ROWS_MOST - 1 && (row = option_at(i)) != NULL; i++) {
        longs[i].name = row->name;
        longs[i].has_arg = row->argument != NULL ? required_argument : no_argument;
        longs[i].val = LONG_BASE + (int)i;
        if (row->letter == 0)
            continue;
        *letters++ = row->letter;
        if (row->argument != NULL)
            *letters++ = ':';
    }
}

static void add_unknown(struct buffer *error, const char *word)
{
    char name[32] = {0};
    size_t length = strcspn(word + 2, "=");
    buffer_printf(error, "unknown or ambiguous option '%.*s'", (int)length + 2, word);
    if (length >= sizeof name)
        return;
    memcpy(name, word + 2, length);
    const char *nearest = nearest_word(name, long_name);
    if (nearest != NULL)
        buffer_printf(error, " (did you mean '--%s'?)", nearest);
}

/* What getopt_long() could not read: `kind` is what it returned, `word` the one it stopped at. */
static void add_defect(struct buffer *error, int kind, const char *word)
{
    size_t index;
    const struct option_row *row = row_of_value(optopt, &index);
    if (kind == ':' && row != NULL)
        buffer_printf(error, "--%s needs an argument: %s", row->name, row->argument);
    else if (row != NULL)
        buffer_printf(error, "--%s takes no argument", row->name);
    else if (optopt != 0)
        buffer_printf(error, "unknown option '-%c'", optopt);
    else
        add_unknown(error, word);
}

static bool read_all(struct options *options, int argc, char **argv, struct buffer *error)
{
    struct option longs[ROWS_MOST];
    char letters[2 * ROWS_MOST + 2];
    memset(longs, 0, sizeof longs);
    memset(letters, 0, sizeof letters);
    make_getopt(longs, letters);
    opterr = 0;
    optind = 0; /* glibc and musl: start anew */

    int value;
    while ((value = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        size_t index;
        const struct option_row *row = row_of_value(value, &index);
        if (value == '?' || value == ':' || row == NULL) {
            add_defect(error, value, argv[optind - 1]);
            return false;
        }
        if (!store(options, row, optarg, error))
            return false;
        options->given |= 1UL << index;
    }
    return true;
}

/* The help says what the table says, and so does this. */
static bool set_defaults(struct options *options, struct buffer *error)
{
    const struct option_row *row;
    for (size_t i = 0; (row = option_at(i)) != NULL; i++) {
        bool has_default =
            row->kind == OPTION_NUMBER || row->kind == OPTION_CHOICE || row->kind == OPTION_WORD;
        if (has_default && row->preset != NULL && !store(options, row, row->preset, error))
            return false;
    }
    return true;
}

bool options_parse(struct options *options, int argc, char **argv, struct buffer *error)
{
    memset(options, 0, sizeof *options);
    if (!set_defaults(options, error) || !read_all(options, argc, argv, error))
        return false;
    int first = optind < argc ? optind : argc;
    options->operands = argv + first;
    options->operand_count = (size_t)(argc - first);
    if (options->quiet && options->verbose)
        buffer_add(error, "--quiet and --verbose exclude each other");
    else if (options->record != NULL && options->replay != NULL &&
             strcmp(options->record, options->replay) == 0)
        buffer_add(error, "--record would overwrite the file that --replay reads");
    else if (options->no_dnsbl && options->list_count > 0)
        buffer_add(error, "--dnsbl and --no-dnsbl exclude each other");
    return error->length == 0;
}

bool options_fit(const struct options *options, unsigned commands, const char *command,
                 struct buffer *error)
{
    const struct option_row *row;
    for (size_t i = 0; (row = option_at(i)) != NULL; i++) {
        if ((options->given >> i & 1) == 0 || (row->commands & commands) != 0)
            continue;
        buffer_printf(error, "--%s is not for '%s'", row->name, command);
        return false;
    }
    return true;
}
