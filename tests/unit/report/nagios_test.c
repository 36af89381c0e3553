/*
 * nagios_test.c - the monitoring plugin's output: states, texts, and the form of the guideline
 *
 * The form is proved by a reader of its own: SERVICE STATE - text | label=value;warn;crit;min;max
 * ..., then lines of long text without '|'.
 */
#include <stdio.h>
#include <string.h>

#include "report/report.h"
#include "unit.h"
#include "unit/report/listing_samples.h"

enum { SUBJECTS_MOST = 4 };

static const struct {
    const char *name;
    const struct rcpt_result *results[SUBJECTS_MOST];
    int state;
    enum report_sum sum;
    const char *text;
} golden[] = {
    {"listed",
     {&listed_result},
     2,
     REPORT_SUM_LISTED,
     "DNSBL CRITICAL - 192.0.2.1 listed on zen.spamhaus.org (high), dnsbl-3.uceprotect.net (low); "
     "2 of 9 lists could not be asked | listed=2;0;;0 severe=1;;0;0 subjects=1;;;0 lists=9;;;0 "
     "unusable=2;;;0\n"
     "192.0.2.1 listed on zen.spamhaus.org (high), dnsbl-3.uceprotect.net (low); could not ask 2 "
     "of 9 lists: b.barracudacentral.org (refused), bl.rewritten.example (rewritten)\n"},
    {"low",
     {&low_result},
     1,
     REPORT_SUM_LISTED,
     "DNSBL WARNING - 192.0.2.4 listed on dnsbl-3.uceprotect.net (low) | listed=1;0;;0 "
     "severe=0;;0;0 subjects=1;;;0 lists=1;;;0 unusable=0;;;0\n"
     "192.0.2.4 listed on dnsbl-3.uceprotect.net (low)\n"},
    {"clear",
     {&clear_result},
     0,
     REPORT_SUM_CLEAR,
     "DNSBL OK - 1 subject not listed | listed=0;0;;0 severe=0;;0;0 subjects=1;;;0 lists=1;;;0 "
     "unusable=0;;;0\n"},
    {"partly",
     {&partly_result},
     0,
     REPORT_SUM_UNSURE,
     "DNSBL OK - 1 subject not listed; 2 of 6 lists could not be asked | listed=0;0;;0 "
     "severe=0;;0;0 subjects=1;;;0 lists=6;;;0 unusable=2;;;0\n"
     "192.0.2.1: could not ask 2 of 6 lists: b.barracudacentral.org (refused), "
     "bl.rewritten.example (rewritten)\n"},
    {"none could be asked",
     {&unasked_result},
     3,
     REPORT_SUM_UNSURE,
     "DNSBL UNKNOWN - no list could be asked about 1 of 1 subject; 2 of 2 lists could not be asked "
     "| listed=0;0;;0 severe=0;;0;0 subjects=1;;;0 lists=2;;;0 unusable=2;;;0\n"
     "192.0.2.3: could not ask 2 of 2 lists: zen.spamhaus.org (refused), sbl.spamhaus.org "
     "(refused)\n"},
    {"no list",
     {&no_list_result},
     3,
     REPORT_SUM_UNSURE,
     "DNSBL UNKNOWN - no list could be asked about 1 of 1 subject | listed=0;0;;0 severe=0;;0;0 "
     "subjects=1;;;0 lists=0;;;0 unusable=0;;;0\n"},
    {"bad",
     {&bad_subject},
     3,
     REPORT_SUM_BAD,
     "DNSBL UNKNOWN - 1 of 1 subject cannot be asked about | listed=0;0;;0 severe=0;;0;0 "
     "subjects=1;;;0 lists=0;;;0 unusable=0;;;0\n"
     "x@@y/z: it is no IP address, domain or address\n"},
    {"one clear, one not asked",
     {&clear_result, &unasked_result},
     3,
     REPORT_SUM_UNSURE,
     "DNSBL UNKNOWN - no list could be asked about 1 of 2 subjects; 2 of 2 lists could not be "
     "asked | listed=0;0;;0 severe=0;;0;0 subjects=2;;;0 lists=2;;;0 unusable=2;;;0\n"
     "192.0.2.3: could not ask 2 of 2 lists: zen.spamhaus.org (refused), sbl.spamhaus.org "
     "(refused)\n"},
    {"low and high",
     {&low_result, &clear_result, &listed_result},
     2,
     REPORT_SUM_LISTED,
     "DNSBL CRITICAL - 2 of 3 subjects listed: 192.0.2.4 listed on dnsbl-3.uceprotect.net (low), "
     "192.0.2.1 listed on zen.spamhaus.org (high), dnsbl-3.uceprotect.net (low); 2 of 9 lists "
     "could not be asked | listed=3;0;;0 severe=1;;0;0 subjects=3;;;0 lists=9;;;0 unusable=2;;;0\n"
     "192.0.2.4 listed on dnsbl-3.uceprotect.net (low)\n"
     "192.0.2.1 listed on zen.spamhaus.org (high), dnsbl-3.uceprotect.net (low); could not ask 2 "
     "of 9 lists: b.barracudacentral.org (refused), bl.rewritten.example (rewritten)\n"},
    {"bad and listed",
     {&bad_subject, &low_result},
     1,
     REPORT_SUM_BAD,
     "DNSBL WARNING - 1 of 2 subjects listed: 192.0.2.4 listed on dnsbl-3.uceprotect.net (low) | "
     "listed=1;0;;0 severe=0;;0;0 subjects=2;;;0 lists=1;;;0 unusable=0;;;0\n"
     "x@@y/z: it is no IP address, domain or address\n"
     "192.0.2.4 listed on dnsbl-3.uceprotect.net (low)\n"},
    {"nothing",
     {NULL},
     3,
     REPORT_SUM_CLEAR,
     "DNSBL UNKNOWN - no subject was given | listed=0;0;;0 severe=0;;0;0 subjects=0;;;0 "
     "lists=0;;;0 unusable=0;;;0\n"},
};
enum { GOLDEN = sizeof golden / sizeof *golden };

static struct report_tally *tally_of(const struct rcpt_result *const *results)
{
    struct report_tally *tally = report_tally_create();
    ck_assert_ptr_nonnull(tally);
    for (size_t i = 0; i < SUBJECTS_MOST && results[i] != NULL; i++)
        ck_assert(report_tally_add(tally, results[i]));
    return tally;
}

/* ---- a reader of the guideline's form ---- */

static const char *read_number(const char *text, bool may_be_empty)
{
    size_t digits = strspn(text, "0123456789");
    ck_assert_msg(digits > 0 || may_be_empty, "no number: %s", text);
    return text + digits;
}

/* label=value;warn;crit;min;max, what is empty at the end left out */
static const char *read_datum(const char *text)
{
    size_t label = strspn(text, "abcdefghijklmnopqrstuvwxyz_");
    ck_assert_msg(label > 0 && text[label] == '=', "no label: %s", text);
    text = read_number(text + label + 1, false);
    for (int field = 0; *text == ';'; field++) {
        ck_assert_int_lt(field, 4);
        text = read_number(text + 1, true);
    }
    return text;
}

static void check_form(const char *text, int state)
{
    static const char *const states[] = {"OK", "WARNING", "CRITICAL", "UNKNOWN"};
    char start[32];
    size_t length = (size_t)snprintf(start, sizeof start, "DNSBL %s - ", states[state]);
    ck_assert_msg(strncmp(text, start, length) == 0, "%s", text);
    const char *bar = strchr(text, '|'), *end = strchr(text, '\n');
    ck_assert(bar != NULL && end != NULL && bar < end && bar > text + length + 1);
    ck_assert(bar[-1] == ' ' && bar[-2] != ' ' && bar[1] == ' ');
    for (bar += 2;; bar++) {
        bar = read_datum(bar);
        if (*bar != ' ')
            break;
    }
    ck_assert_ptr_eq(bar, end);
    ck_assert_ptr_null(strchr(end, '|'));
    ck_assert_int_eq(text[strlen(text) - 1], '\n');
}

START_TEST(text_is_golden)
{
    const struct report_style style = {.width = 80};
    struct report_tally *tally = tally_of(golden[_i].results);
    struct buffer out;
    buffer_init(&out);
    nagios_listings_end(&out, &style, tally);
    ck_assert_msg(nagios_exit(tally) == golden[_i].state, "%s: %d", golden[_i].name,
                  nagios_exit(tally));
    ck_assert_msg(report_tally_sum(tally) == golden[_i].sum, "%s", golden[_i].name);
    check_form(buffer_text(&out), golden[_i].state);
    ck_assert_msg(strcmp(buffer_text(&out), golden[_i].text) == 0, "%s:\n%s", golden[_i].name,
                  buffer_text(&out));
    ck_assert(!out.failed);
    buffer_clear(&out);
    report_tally_destroy(tally);
}
END_TEST

START_TEST(quiet_is_one_line)
{
    const struct report_style style = {.width = 80, .quiet = true};
    struct report_tally *tally = tally_of(golden[0].results);
    struct buffer out;
    buffer_init(&out);
    nagios_listings_end(&out, &style, tally);
    ck_assert_str_eq(strchr(buffer_text(&out), '\n'), "\n");
    buffer_clear(&out);
    report_tally_destroy(tally);
}
END_TEST

/* However many subjects there are, the text stays short, and says what it leaves out. */
START_TEST(many_subjects_are_bounded)
{
    const struct report_style style = {.width = 80};
    struct report_tally *tally = report_tally_create();
    struct rcpt_result result = low_result;
    char input[32];
    result.input = input;
    for (int i = 0; i < 1000; i++) {
        snprintf(input, sizeof input, "192.0.%d.%d", i / 256, i % 256);
        ck_assert(report_tally_add(tally, &result));
    }
    struct buffer out;
    buffer_init(&out);
    nagios_listings_end(&out, &style, tally);
    check_form(buffer_text(&out), 1);
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "1000 of 1000 subjects listed: 192.0.0.0 "));
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), " and 997 more | listed=1000;"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "\nand 950 more subjects\n"));
    ck_assert_uint_lt(out.length, 8000);
    buffer_clear(&out);
    report_tally_destroy(tally);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("nagios");
    TCase *tests = tcase_create("nagios");
    tcase_add_loop_test(tests, text_is_golden, 0, GOLDEN);
    tcase_add_test(tests, quiet_is_one_line);
    tcase_add_test(tests, many_subjects_are_bounded);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
