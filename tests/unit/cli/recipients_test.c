/*
 * recipients_test.c - recipients from arguments and from standard input, whatever it holds
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/recipients.h"
#include "unit.h"

/* Makes standard input a pipe that holds the octets; returns its writing end. */
static int feed(const char *octets, size_t length)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    close(ends[0]);
    ck_assert_int_eq(write(ends[1], octets, length), (ssize_t)length);
    return ends[1];
}

struct input {
    const char *name, *octets;
    size_t length;
    const char *recipients[5]; /* ended by NULL */
};

#define OCTETS(text) text, sizeof(text) - 1
static const struct input inputs[] = {
    {"nothing", OCTETS(""), {NULL}},
    {"one", OCTETS("a@b.c\n"), {"a@b.c"}},
    {"no end of line", OCTETS("a@b.c"), {"a@b.c"}},
    {"two", OCTETS("a@b.c\nd@e.f\n"), {"a@b.c", "d@e.f"}},
    {"carriage returns", OCTETS("a@b.c\r\nd@e.f\r\n"), {"a@b.c", "d@e.f"}},
    {"white space", OCTETS(" \ta@b.c \n\n \t\n  d@e.f\t\n"), {"a@b.c", "d@e.f"}},
    {"space inside", OCTETS("a b@c.d\n"), {"a b@c.d"}},
    {"number sign", OCTETS("#a@b.c\n"), {"#a@b.c"}},
    {"dash", OCTETS("-\n"), {"-"}},
    {"byte order mark",
     OCTETS("\xEF\xBB\xBF"
            "a@b.c\nd@e.f\n"),
     {"a@b.c", "d@e.f"}},
    {"mark on a later line",
     OCTETS("a@b.c\n\xEF\xBB\xBF"
            "d@e.f\n"),
     {"a@b.c", "\xEF\xBB\xBF"
               "d@e.f"}},
    {"NUL",
     OCTETS("a\0b@c.d\nd@e.f\n"),
     {"a\xC0\x80"
      "b@c.d",
      "d@e.f"}},
    {"NUL at the ends",
     OCTETS("\0a@b.c\0\n"),
     {"\xC0\x80"
      "a@b.c\xC0\x80"}},
    {"not UTF-8", OCTETS("\xFF@b.c\n"), {"\xFF@b.c"}},
};

START_TEST(lines_are_recipients)
{
    char *arguments[] = {(char *)"first@x.y", (char *)"-", (char *)"last@x.y", NULL};
    struct recipients *recipients = malloc(sizeof *recipients);
    const char *text;
    close(feed(inputs[_i].octets, inputs[_i].length));
    recipients_init(recipients, arguments, 3);
    ck_assert_int_eq(recipients_next(recipients, true, &text), RECIPIENT_READY);
    ck_assert_str_eq(text, "first@x.y");
    for (const char *const *wanted = inputs[_i].recipients; *wanted != NULL; wanted++) {
        ck_assert_msg(recipients_next(recipients, true, &text) == RECIPIENT_READY, "%s",
                      inputs[_i].name);
        ck_assert_str_eq(text, *wanted);
    }
    ck_assert_int_eq(recipients_next(recipients, true, &text), RECIPIENT_READY);
    ck_assert_str_eq(text, "last@x.y");
    ck_assert_int_eq(recipients_next(recipients, true, &text), RECIPIENT_END);
    ck_assert_int_eq(recipients_next(recipients, true, &text), RECIPIENT_END);
    free(recipients);
}
END_TEST

/* Lines around the length at which they are cut; the rest of a line is no recipient. */
START_TEST(long_lines_are_cut)
{
    size_t length = (size_t)(RECIPIENT_MOST + _i);
    char *octets = malloc(length + 7);
    char *arguments[] = {(char *)"-", NULL};
    struct recipients *recipients = malloc(sizeof *recipients);
    const char *text;
    memset(octets, 'a', length);
    memcpy(octets + length, "\nd@e.f\n", 7);
    close(feed(octets, length + 7));
    recipients_init(recipients, arguments, 1);
    ck_assert_int_eq(recipients_next(recipients, true, &text), RECIPIENT_READY);
    ck_assert_uint_eq(strlen(text), length < RECIPIENT_MOST ? length : RECIPIENT_MOST);
    ck_assert_int_eq(recipients_next(recipients, true, &text), RECIPIENT_READY);
    ck_assert_str_eq(text, "d@e.f");
    ck_assert_int_eq(recipients_next(recipients, true, &text), RECIPIENT_END);
    free(recipients);
    free(octets);
}
END_TEST

START_TEST(nul_octets_do_not_overflow)
{
    enum { LENGTH = 3 * RECIPIENT_MOST };
    char *octets = calloc(1, LENGTH);
    char *arguments[] = {(char *)"-", NULL};
    struct recipients *recipients = malloc(sizeof *recipients);
    const char *text;
    octets[0] = 'a'; /* puts the last pair at the odd end */
    close(feed(octets, LENGTH));
    recipients_init(recipients, arguments, 1);
    ck_assert_int_eq(recipients_next(recipients, true, &text), RECIPIENT_READY);
    ck_assert_uint_le(strlen(text), 2 * RECIPIENT_MOST);
    ck_assert_int_eq(recipients_next(recipients, true, &text), RECIPIENT_END);
    free(recipients);
    free(octets);
}
END_TEST

/* An open pipe with half a line in it must not be waited for when there is other work. */
START_TEST(reading_does_not_wait)
{
    char *arguments[] = {(char *)"-", NULL};
    struct recipients *recipients = malloc(sizeof *recipients);
    const char *text;
    int end = feed(OCTETS("a@b.c\nd@e"));
    recipients_init(recipients, arguments, 1);
    ck_assert_int_eq(recipients_next(recipients, false, &text), RECIPIENT_READY);
    ck_assert_str_eq(text, "a@b.c");
    ck_assert_int_eq(recipients_next(recipients, false, &text), RECIPIENT_LATER);
    ck_assert_int_eq(recipients_next(recipients, false, &text), RECIPIENT_LATER);
    ck_assert_int_eq(write(end, ".f\n", 3), 3);
    ck_assert_int_eq(recipients_next(recipients, false, &text), RECIPIENT_READY);
    ck_assert_str_eq(text, "d@e.f");
    close(end);
    ck_assert_int_eq(recipients_next(recipients, false, &text), RECIPIENT_END);
    free(recipients);
}
END_TEST

START_TEST(a_failed_read_is_told_once)
{
    char *arguments[] = {(char *)"-", (char *)"a@b.c", NULL};
    struct recipients *recipients = malloc(sizeof *recipients);
    const char *text;
    close(STDIN_FILENO);
    recipients_init(recipients, arguments, 2);
    ck_assert_int_eq(recipients_next(recipients, true, &text), RECIPIENT_FAILED);
    ck_assert_int_ne(recipients->error, 0);
    ck_assert_int_eq(recipients_next(recipients, true, &text), RECIPIENT_READY);
    ck_assert_str_eq(text, "a@b.c");
    ck_assert_int_eq(recipients_next(recipients, true, &text), RECIPIENT_END);
    free(recipients);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("recipients");
    TCase *tests = tcase_create("recipients");
    tcase_add_loop_test(tests, lines_are_recipients, 0, sizeof inputs / sizeof *inputs);
    tcase_add_loop_test(tests, long_lines_are_cut, -1, 3);
    tcase_add_test(tests, nul_octets_do_not_overflow);
    tcase_add_test(tests, reading_does_not_wait);
    tcase_add_test(tests, a_failed_read_is_told_once);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
