/*
 * command_test.c - which command the first word means; helps fit their columns; near words
 */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/completion.h"
#include "cli/help.h"
#include "cli/nearest.h"
#include "unit.h"

static const struct {
    const char *word, *command; /* NULL: none */
    bool taken;                 /* the word is the command's name, not its operand */
    const char *error;
} words[] = {
    {"check", "check", true, NULL},
    {"dnsbl", "dnsbl", true, NULL},
    {"resolver", "resolver", true, NULL},
    {"explain", "explain", true, NULL},
    {"compare", "compare", true, NULL},
    {"catalog", "catalog", true, NULL},
    {"alice@example.com", "check", false, NULL},
    {"example.com", "check", false, NULL},
    {"check@localhost", "check", false, NULL},
    {"[IPv6:::1]", "check", false, NULL},
    {"-", "check", false, NULL},
    {"localhost", NULL, false,
     "'localhost' is neither a command nor an address; for a domain of one label say 'rcptcheck "
     "check localhost'"},
    {"exlpain", NULL, false,
     "'exlpain' is neither a command nor an address (did you mean 'explain'?); for a domain of one "
     "label say 'rcptcheck check exlpain'"},
    {"CHECK", NULL, false,
     "'CHECK' is neither a command nor an address; for a domain of one label say 'rcptcheck check "
     "CHECK'"},
    {"", NULL, false,
     "'' is neither a command nor an address; for a domain of one label say 'rcptcheck check '"},
};

START_TEST(first_word_chooses)
{
    char *operands[] = {(char *)words[_i].word, (char *)"554", NULL};
    struct options options = {.operands = operands, .operand_count = 2};
    struct buffer error;
    buffer_init(&error);
    const struct command *command = command_choose(&options, &error);
    if (words[_i].command == NULL) {
        ck_assert_ptr_null(command);
        ck_assert_str_eq(buffer_text(&error), words[_i].error);
    } else {
        ck_assert_ptr_nonnull(command);
        ck_assert_str_eq(command->name, words[_i].command);
        ck_assert_uint_eq(options.operand_count, words[_i].taken ? 1 : 2);
        ck_assert_str_eq(options.operands[0], words[_i].taken ? "554" : words[_i].word);
        ck_assert_uint_eq(error.length, 0);
    }
    buffer_clear(&error);
}
END_TEST

START_TEST(no_word_is_no_command)
{
    struct options options = {.operand_count = 0};
    struct buffer error;
    buffer_init(&error);
    ck_assert_ptr_null(command_choose(&options, &error));
    ck_assert_uint_eq(error.length, 0);
    buffer_clear(&error);
}
END_TEST

static void check_lines(char *text)
{
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n"))
        ck_assert_msg(strlen(line) <= HELP_WIDTH, "%s", line);
}

START_TEST(help_fits)
{
    const struct command *command = _i < 0 ? NULL : command_at((size_t)_i);
    const struct option_row *row;
    struct buffer out;
    buffer_init(&out);
    help_text(&out, command);
    for (size_t i = 0; (row = option_at(i)) != NULL; i++) {
        char name[32];
        snprintf(name, sizeof name, "--%s", row->name);
        bool wanted = command == NULL || (row->commands & command->bit) != 0;
        ck_assert_msg(!wanted || strstr(buffer_text(&out), name) != NULL, "%s", name);
    }
    check_lines(out.data);
    buffer_reset(&out);
    help_usage(&out);
    check_lines(out.data);
    buffer_clear(&out);
}
END_TEST

START_TEST(completion_names_every_option)
{
    const char *shell;
    size_t count = 0;
    for (; (shell = completion_shell(count)) != NULL; count++) {
        const struct option_row *row;
        struct buffer out;
        buffer_init(&out);
        completion_script(&out, shell);
        for (size_t i = 0; (row = option_at(i)) != NULL; i++) {
            char name[32];
            snprintf(name, sizeof name, "--%s", row->name);
            ck_assert_msg(strstr(buffer_text(&out), name) != NULL, "%s: %s", shell, name);
        }
        ck_assert_ptr_nonnull(strstr(buffer_text(&out), "codes dnsbl providers rules"));
        buffer_clear(&out);
    }
    ck_assert_uint_eq(count, 2);
}
END_TEST

static const struct {
    const char *command, *format;
    const char *error; /* NULL: it prints */
} formats[] = {
    {"check", "text", NULL},
    {"check", "json", NULL},
    {"check", "nagios", "--format nagios is not for 'check', which prints text, json"},
    {"dnsbl", "text", NULL},
    {"dnsbl", "nagios", NULL},
    {"dnsbl", "prometheus", NULL},
    {"resolver", "json", NULL},
    {"resolver", "prometheus",
     "--format prometheus is not for 'resolver', which prints text, json"},
    {"explain", "nagios", "--format nagios is not for 'explain', which prints text, json"},
    {"compare", "nagios", "--format nagios is not for 'compare', which prints text, json"},
    {"catalog", "nagios", "--format nagios is not for 'catalog', which prints text, json"},
};

START_TEST(formats_belong_to_commands)
{
    const struct command *command;
    struct buffer error;
    buffer_init(&error);
    for (size_t i = 0; (command = command_at(i)) != NULL; i++)
        if (strcmp(command->name, formats[_i].command) == 0)
            break;
    ck_assert_ptr_nonnull(command);
    ck_assert(command_prints(command, formats[_i].format, &error) == (formats[_i].error == NULL));
    ck_assert_str_eq(buffer_text(&error), formats[_i].error == NULL ? "" : formats[_i].error);
    buffer_clear(&error);
}
END_TEST

/* Help on one command offers only the formats that it prints. */
START_TEST(help_names_its_formats)
{
    struct buffer out;
    buffer_init(&out);
    help_text(&out, command_at(0));
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "print as: text or json [text]"));
    buffer_reset(&out);
    help_text(&out, NULL);
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "text, json, nagios or prometheus"));
    buffer_clear(&out);
}
END_TEST

static const char *color(size_t index)
{
    static const char *const known[] = {"red", "green", "a-word-that-is-longer-than-all", "blue"};
    return index < 4 ? known[index] : NULL;
}

static const struct {
    const char *text, *nearest;
} near[] = {
    {"green", "green"},   {"gren", "green"},
    {"greeen", "green"},  {"rgeen", "green"},
    {"gxeen", "green"},   {"grxxn", "green"},
    {"gxxxn", NULL},      {"bleu", "blue"},
    {"rd", NULL},         {"xed", "red"},
    {"r", NULL},          {"", NULL},
    {"colourless", NULL}, {"a-word-that-is-longer-than-all", NULL},
};

START_TEST(near_words)
{
    const char *found = nearest_word(near[_i].text, color);
    if (near[_i].nearest == NULL)
        ck_assert_msg(found == NULL, "%s: %s", near[_i].text, found);
    else
        ck_assert_str_eq(found == NULL ? "" : found, near[_i].nearest);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("command");
    TCase *tests = tcase_create("command");
    tcase_add_loop_test(tests, first_word_chooses, 0, sizeof words / sizeof *words);
    tcase_add_test(tests, no_word_is_no_command);
    tcase_add_loop_test(tests, help_fits, -1, 6);
    tcase_add_loop_test(tests, formats_belong_to_commands, 0, sizeof formats / sizeof *formats);
    tcase_add_test(tests, help_names_its_formats);
    tcase_add_test(tests, completion_names_every_option);
    tcase_add_loop_test(tests, near_words, 0, sizeof near / sizeof *near);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
