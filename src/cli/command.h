/*
 * command.h - the subcommands: one const table
 *
 * To add a command: one file with its function, one row in command.c, one bit in options.h.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/options.h"

struct command {
    const char *name;
    unsigned bit;                   /* FOR_... of options.h */
    const char *synopsis;           /* its operands */
    const char *summary;            /* one line */
    const char *const *description; /* paragraphs for its own help, ended by NULL */
    const char *const *examples;    /* command lines, ended by NULL */
    /* Whether a format has what this command prints. */
    bool (*prints)(const struct report_format *format);
    const char *(*word)(size_t); /* the operands that it knows, for completion; NULL for none */
    int (*run)(const struct options *options); /* the exit status */
};

/* The row with an index from 0, NULL past the last; the first is the one that needs no name. */
const struct command *command_at(size_t index);

/* The command that the operands name, and takes its name from them. NULL, with one sentence, where
 * they name none. */
const struct command *command_choose(struct options *options, struct buffer *error);

/* Whether the command can print in the format that was asked for; else false, with a sentence. */
bool command_prints(const struct command *command, const char *format, struct buffer *error);

int check_command(const struct options *options);
int explain_command(const struct options *options);
int compare_command(const struct options *options);
int catalog_command(const struct options *options);
int dnsbl_command(const struct options *options);
int resolver_command(const struct options *options);
const char *catalog_word(size_t index);
/* Names that --provider takes, for completion. */
const char *explain_provider_word(size_t index);

#endif
