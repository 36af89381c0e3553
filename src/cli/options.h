/*
 * options.h - the options: one const table for parsing, help, completion and the manual's check
 *
 * To add an option: one row in option_table.c and a field in struct options.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "report/report.h"

enum { OPTION_RESOLVERS_MOST = 16, OPTION_LISTS_MOST = 64 };

enum option_color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* What the command line says. Texts are borrowed from argv. */
struct options {
    const char *resolvers[OPTION_RESOLVERS_MOST];
    size_t resolver_count;
    unsigned timeout_ms, tries, deadline_ms;
    const char *format; /* a name that report_format_find() knows */
    unsigned color;     /* enum option_color */
    const char *record, *replay;
    const char *ip, *helo, *mail_from; /* NULL: not given */
    const char *lists[OPTION_LISTS_MOST];
    size_t list_count;
    bool no_dnsbl;
    const char *config; /* NULL: where it usually is */
    const char *signed_name, *bogus_name;
    const char *provider;   /* NULL: not given */
    const char *completion; /* a shell's name; NULL: not asked for */
    bool verbose, quiet, help, version;
    unsigned long given; /* a bit for each row of the table that was used */
    char **operands;     /* argv's, in order; ended by NULL */
    size_t operand_count;
};

/* The commands an option belongs to, as bits. */
enum {
    FOR_CHECK = 1,
    FOR_EXPLAIN = 2,
    FOR_COMPARE = 4,
    FOR_CATALOG = 8,
    FOR_DNSBL = 16,
    FOR_RESOLVER = 32,
    FOR_ALL = 63,
    FOR_NONE = 64 /* stands in place of a command: --version, --completion */
};

/* How a value is read. */
enum option_kind {
    OPTION_FLAG,   /* no argument; a bool at `offset` becomes true */
    OPTION_NUMBER, /* digits from least to most; an unsigned */
    OPTION_TEXT,   /* anything, "" too; a const char * */
    OPTION_FILE,   /* the name of a file; a const char * */
    OPTION_WORD,   /* one of the words; a const char * */
    OPTION_CHOICE, /* one of the words; its index as an unsigned */
    OPTION_LIST,   /* may be repeated; an array of const char * and its count */
    OPTION_PRESET  /* no argument; sets a const char * to `preset` */
};

struct option_row {
    const char *name;     /* without the dashes */
    char letter;          /* 0 for none */
    const char *argument; /* its name in the help; NULL for none */
    enum option_kind kind;
    unsigned commands;            /* FOR_... */
    const char *help;             /* one sentence, no final stop */
    const char *preset;           /* the default in words, or the value of OPTION_PRESET; NULL */
    size_t offset;                /* where the value goes in struct options */
    unsigned least, most;         /* OPTION_NUMBER; OPTION_LIST: most times */
    size_t count;                 /* OPTION_LIST: where the count is in struct options */
    const char *unit;             /* OPTION_NUMBER: "milliseconds"; NULL for a plain count */
    const char *(*word)(size_t);  /* OPTION_WORD, OPTION_CHOICE: by index, NULL past the last */
    const char *(*offer)(size_t); /* words that completion offers, among others that may be said */
};

/* The row with an index from 0, NULL past the last. */
const struct option_row *option_at(size_t index);

/* Reads the command line: options and operands may be mixed, "--" ends the options. False, with
 * one sentence in *error, if it is wrong. */
bool options_parse(struct options *options, int argc, char **argv, struct buffer *error);

/* Whether every option that was given belongs to one of these commands; else false, with a
 * sentence. `command` is the name for it. */
bool options_fit(const struct options *options, unsigned commands, const char *command,
                 struct buffer *error);

#endif
