/*
 * options_test.c - command lines, good and bad; the table of options itself
 */
#include <string.h>

#include "cli/options.h"
#include "unit.h"

enum { WORDS_MOST = 8 };

struct line {
    const char *name;
    const char *words[WORDS_MOST]; /* after the program's name */
    const char *error;             /* the sentence; NULL for a good line */
};

static bool parse(const struct line *line, struct options *options, struct buffer *error,
                  char *argv[WORDS_MOST + 2])
{
    int argc = 0;
    argv[argc++] = (char *)"rcptcheck";
    for (size_t i = 0; i < WORDS_MOST && line->words[i] != NULL; i++)
        argv[argc++] = (char *)line->words[i];
    argv[argc] = NULL;
    buffer_init(error);
    return options_parse(options, argc, argv, error);
}

static const struct line bad[] = {
    {"unknown", {"--nonsense"}, "unknown or ambiguous option '--nonsense'"},
    {"unknown with value", {"--nonsense=1"}, "unknown or ambiguous option '--nonsense'"},
    {"mistyped",
     {"--tiemout", "3"},
     "unknown or ambiguous option '--tiemout' (did you mean '--timeout'?)"},
    {"mistyped with value",
     {"--resolvr=::1"},
     "unknown or ambiguous option '--resolvr' (did you mean '--resolver'?)"},
    {"ambiguous", {"--re"}, "unknown or ambiguous option '--re'"},
    {"letter", {"-z"}, "unknown option '-z'"},
    {"letter in a group", {"-vz"}, "unknown option '-z'"},
    {"no argument", {"--timeout"}, "--timeout needs an argument: MS"},
    {"too much", {"--json=1"}, "--json takes no argument"},
    {"flag with value", {"--verbose=yes"}, "--verbose takes no argument"},
    {"below",
     {"--timeout", "0"},
     "--timeout takes a number of milliseconds from 1 to 60000, not '0'"},
    {"above",
     {"--timeout", "60001"},
     "--timeout takes a number of milliseconds from 1 to 60000, not '60001'"},
    {"far above",
     {"--deadline", "99999999999999999999999999"},
     "--deadline takes a number of milliseconds from 1 to 600000, not "
     "'99999999999999999999999999'"},
    {"tries", {"--tries", "11"}, "--tries takes a number from 1 to 10, not '11'"},
    {"negative", {"--tries=-1"}, "--tries takes a number from 1 to 10, not '-1'"},
    {"sign", {"--tries=+1"}, "--tries takes a number from 1 to 10, not '+1'"},
    {"space", {"--tries= 1"}, "--tries takes a number from 1 to 10, not ' 1'"},
    {"rest", {"--tries=1s"}, "--tries takes a number from 1 to 10, not '1s'"},
    {"empty number", {"--tries="}, "--tries takes a number from 1 to 10, not ''"},
    {"hexadecimal", {"--tries=0x1"}, "--tries takes a number from 1 to 10, not '0x1'"},
    {"format", {"--format", "xml"}, "--format takes text, json, nagios or prometheus, not 'xml'"},
    {"format's case",
     {"--format", "JSON"},
     "--format takes text, json, nagios or prometheus, not 'JSON'"},
    {"color", {"--color", "yes"}, "--color takes auto, always or never, not 'yes'"},
    {"shell", {"--completion", "fish"}, "--completion takes bash or zsh, not 'fish'"},
    {"empty file", {"--record", ""}, "--record is given an empty FILE"},
    {"the same file",
     {"--record", "a", "--replay", "a"},
     "--record would overwrite the file that --replay reads"},
    {"empty configuration", {"--config="}, "--config is given an empty FILE"},
    {"lists and none",
     {"--no-dnsbl", "--dnsbl", "bl.example"},
     "--dnsbl and --no-dnsbl exclude each other"},
    {"a list without a zone", {"--dnsbl"}, "--dnsbl needs an argument: ZONE"},
    {"quiet and verbose", {"-qv"}, "--quiet and --verbose exclude each other"},
};

START_TEST(bad_lines_are_told)
{
    struct options options;
    struct buffer error;
    char *argv[WORDS_MOST + 2];
    ck_assert_msg(!parse(&bad[_i], &options, &error, argv), "%s", bad[_i].name);
    ck_assert_msg(strcmp(buffer_text(&error), bad[_i].error) == 0, "%s: %s", bad[_i].name,
                  buffer_text(&error));
    buffer_clear(&error);
}
END_TEST

/* Parses a line that must be good. `argv` keeps what the options borrow. */
static struct options good(const struct line *line, char *argv[WORDS_MOST + 2])
{
    struct options options;
    struct buffer error;
    ck_assert_msg(parse(line, &options, &error, argv), "%s: %s", line->name, buffer_text(&error));
    ck_assert_uint_eq(error.length, 0);
    buffer_clear(&error);
    return options;
}

START_TEST(defaults_are_those_of_the_library)
{
    char *argv[WORDS_MOST + 2];
    struct options options = good(&(struct line){"nothing", {NULL}, NULL}, argv);
    ck_assert_uint_eq(options.timeout_ms, 2000);
    ck_assert_uint_eq(options.tries, 3);
    ck_assert_uint_eq(options.deadline_ms, 15000);
    ck_assert_str_eq(options.format, "text");
    ck_assert_uint_eq(options.color, COLOR_AUTO);
    ck_assert_uint_eq(options.resolver_count, 0);
    ck_assert_uint_eq(options.operand_count, 0);
    ck_assert(options.record == NULL && options.replay == NULL && options.completion == NULL);
    ck_assert(options.ip == NULL && options.helo == NULL && options.mail_from == NULL);
    ck_assert(options.config == NULL && options.signed_name == NULL && options.bogus_name == NULL);
    ck_assert(options.list_count == 0 && !options.no_dnsbl);
    ck_assert(!options.verbose && !options.quiet && !options.help && !options.version);
    ck_assert_uint_eq(options.given, 0);
}
END_TEST

START_TEST(options_and_operands_mix)
{
    char *argv[WORDS_MOST + 2];
    struct options options = good(
        &(struct line){"mixed",
                       {"check", "--timeout=5", "a@b.c", "-v", "--tries", "10", "d.e", "--json"},
                       NULL},
        argv);
    ck_assert_uint_eq(options.timeout_ms, 5);
    ck_assert_uint_eq(options.tries, 10);
    ck_assert(options.verbose);
    ck_assert_str_eq(options.format, "json");
    ck_assert_uint_eq(options.operand_count, 3);
    ck_assert_str_eq(options.operands[0], "check");
    ck_assert_str_eq(options.operands[1], "a@b.c");
    ck_assert_str_eq(options.operands[2], "d.e");
}
END_TEST

START_TEST(dashes_end_options)
{
    char *argv[WORDS_MOST + 2];
    struct options options =
        good(&(struct line){"dashes", {"-q", "--", "-v@b.c", "--json"}, NULL}, argv);
    ck_assert(options.quiet && !options.verbose);
    ck_assert_str_eq(options.format, "text");
    ck_assert_uint_eq(options.operand_count, 2);
    ck_assert_str_eq(options.operands[0], "-v@b.c");
}
END_TEST

START_TEST(values_are_kept)
{
    char *argv[WORDS_MOST + 2];
    struct options options =
        good(&(struct line){"values",
                            {"--resolver", "::1", "--resolver=192.0.2.1:5353", "--record", "a",
                             "--replay=b", "--color=never", "-"},
                            NULL},
             argv);
    ck_assert_uint_eq(options.resolver_count, 2);
    ck_assert_str_eq(options.resolvers[0], "::1");
    ck_assert_str_eq(options.resolvers[1], "192.0.2.1:5353");
    ck_assert_str_eq(options.record, "a");
    ck_assert_str_eq(options.replay, "b");
    ck_assert_uint_eq(options.color, COLOR_NEVER);
    ck_assert_str_eq(options.operands[0], "-");
}
END_TEST

/* The null reverse-path may be given as an empty text. */
START_TEST(sender_is_kept)
{
    char *argv[WORDS_MOST + 2];
    struct options options = good(
        &(struct line){"sender",
                       {"--ip=192.0.2.1", "--helo", "mx.example",
                        "--mail-from=", "--dnsbl=a.example", "--dnsbl", "b.example", "--config=c"},
                       NULL},
        argv);
    ck_assert_str_eq(options.ip, "192.0.2.1");
    ck_assert_str_eq(options.helo, "mx.example");
    ck_assert_str_eq(options.mail_from, "");
    ck_assert_uint_eq(options.list_count, 2);
    ck_assert_str_eq(options.lists[0], "a.example");
    ck_assert_str_eq(options.lists[1], "b.example");
    ck_assert_str_eq(options.config, "c");
}
END_TEST

START_TEST(limits_are_allowed)
{
    char *argv[WORDS_MOST + 2];
    struct options options = good(
        &(struct line){"most", {"--timeout=60000", "--tries=10", "--deadline=600000"}, NULL}, argv);
    ck_assert_uint_eq(options.timeout_ms, 60000);
    ck_assert_uint_eq(options.deadline_ms, 600000);
    options =
        good(&(struct line){"least", {"--timeout=1", "--tries=1", "--deadline=1"}, NULL}, argv);
    ck_assert_uint_eq(options.timeout_ms, 1);
    ck_assert_uint_eq(options.tries, 1);
    ck_assert_uint_eq(options.deadline_ms, 1);
}
END_TEST

START_TEST(resolvers_are_bounded)
{
    char *argv[2 + OPTION_RESOLVERS_MOST + 1];
    for (int count = OPTION_RESOLVERS_MOST; count <= OPTION_RESOLVERS_MOST + 1; count++) {
        struct options options;
        struct buffer error;
        int argc = 0;
        argv[argc++] = (char *)"rcptcheck";
        while (argc <= count)
            argv[argc++] = (char *)"--resolver=::1";
        argv[argc] = NULL;
        buffer_init(&error);
        ck_assert(options_parse(&options, argc, argv, &error) == (count == OPTION_RESOLVERS_MOST));
        ck_assert_uint_eq(options.resolver_count, OPTION_RESOLVERS_MOST);
        buffer_clear(&error);
    }
}
END_TEST

START_TEST(lists_are_bounded)
{
    char *argv[2 + OPTION_LISTS_MOST + 1];
    for (int count = OPTION_LISTS_MOST; count <= OPTION_LISTS_MOST + 1; count++) {
        struct options options;
        struct buffer error;
        int argc = 0;
        argv[argc++] = (char *)"rcptcheck";
        while (argc <= count)
            argv[argc++] = (char *)"--dnsbl=a.example";
        argv[argc] = NULL;
        buffer_init(&error);
        ck_assert(options_parse(&options, argc, argv, &error) == (count == OPTION_LISTS_MOST));
        ck_assert_uint_eq(options.list_count, OPTION_LISTS_MOST);
        if (count > OPTION_LISTS_MOST)
            ck_assert_str_eq(buffer_text(&error), "--dnsbl is given more than 64 times");
        buffer_clear(&error);
    }
}
END_TEST

START_TEST(options_belong_to_commands)
{
    char *argv[WORDS_MOST + 2];
    struct options options = good(&(struct line){"fit", {"--tries=1", "--json"}, NULL}, argv);
    struct buffer error;
    buffer_init(&error);
    ck_assert(options_fit(&options, FOR_CHECK, "check", &error));
    ck_assert(!options_fit(&options, FOR_EXPLAIN, "explain", &error));
    ck_assert_str_eq(buffer_text(&error), "--tries is not for 'explain'");
    buffer_clear(&error);
}
END_TEST

START_TEST(table_is_sound)
{
    const struct option_row *row, *other;
    size_t count = 0;
    for (; (row = option_at(count)) != NULL; count++) {
        ck_assert_msg(row->help[0] != '\0' && row->help[strlen(row->help) - 1] != '.', "%s",
                      row->name);
        ck_assert_msg(row->commands != 0, "%s", row->name);
        bool takes = row->kind != OPTION_FLAG && row->kind != OPTION_PRESET;
        ck_assert_msg(takes == (row->argument != NULL), "%s", row->name);
        bool words = row->kind == OPTION_WORD || row->kind == OPTION_CHOICE;
        ck_assert_msg(words == (row->word != NULL), "%s", row->name);
        ck_assert_msg(row->word == NULL || row->offer == NULL, "%s", row->name);
        ck_assert_msg(row->kind != OPTION_LIST || (row->most > 0 && row->count > 0), "%s",
                      row->name);
        for (size_t i = 0; i < count; i++) {
            other = option_at(i);
            ck_assert_str_ne(row->name, other->name);
            ck_assert(row->letter == 0 || row->letter != other->letter);
        }
    }
    ck_assert_uint_le(count, 31); /* ROWS_MOST of options.c, and bits of options->given */
    ck_assert_ptr_null(option_at(count + 1));
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("options");
    TCase *tests = tcase_create("options");
    tcase_add_loop_test(tests, bad_lines_are_told, 0, sizeof bad / sizeof *bad);
    tcase_add_test(tests, defaults_are_those_of_the_library);
    tcase_add_test(tests, options_and_operands_mix);
    tcase_add_test(tests, dashes_end_options);
    tcase_add_test(tests, values_are_kept);
    tcase_add_test(tests, sender_is_kept);
    tcase_add_test(tests, limits_are_allowed);
    tcase_add_test(tests, resolvers_are_bounded);
    tcase_add_test(tests, lists_are_bounded);
    tcase_add_test(tests, options_belong_to_commands);
    tcase_add_test(tests, table_is_sound);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
