/*
 * text_listings_test.c - what lists say as text: golden texts, widths, colour, what is folded
 */
#include <string.h>

#include "report/report.h"
#include "unit.h"
#include "unit/report/listing_samples.h"
#include "util/utf8.h"

static const struct rcpt_result *const results[] = {
    &listed_result, &unasked_result, &low_result, &clear_result,
    &partly_result, &no_list_result, &bad_subject};
enum { RESULTS = sizeof results / sizeof *results };

static const struct {
    const char *name;
    const struct rcpt_result *result;
    struct report_style style;
    const char *text;
} golden[] = {
    {"listed",
     &listed_result,
     {.width = 80},
     "192.0.2.1: LISTED on 2 of 9 lists, 2 could not be asked, on 1 allow list\n"
     "  listed      high    zen.spamhaus.org        127.0.0.2, 127.0.0.4: SBL; XBL\n"
     "                                              (CBL data)\n"
     "      says    https://check.spamhaus.org/query/ip/192.0.2.1\n"
     "      delist  https://check.spamhaus.org/\n"
     "  listed      low     dnsbl-3.uceprotect.net  127.0.0.2: whole network (counted\n"
     "                                              with the list that holds this one)\n"
     "  allowed     allow   list.dnswl.org          127.0.0.2: on the allow list\n"
     "  refused     high    b.barracudacentral.org  the list refuses this resolver\n"
     "                                              (127.255.255.254)\n"
     "      fix     Register the resolver's address, or ask through one of your own.\n"
     "  rewritten   medium  bl.rewritten.example    answered 192.0.2.80 for a name\n"
     "                                              that does not exist\n"
     "      fix     Use another resolver.\n"
     "  not listed  medium  rep.mailspike.net       127.0.0.15: neutral reputation\n"
     "  not listed on 2 lists (-v shows them)\n"},
    {"verbose and narrow",
     &listed_result,
     {.width = 50, .verbose = true},
     "192.0.2.1: LISTED on 2 of 9 lists, 2 could not be\n"
     "  asked, on 1 allow list\n"
     "  listed      high    zen.spamhaus.org\n"
     "      127.0.0.2, 127.0.0.4: SBL; XBL (CBL data)\n"
     "      says    https://check.spamhaus.org/query/ip/192.0.2.1\n"
     "      delist  https://check.spamhaus.org/\n"
     "  listed      low     dnsbl-3.uceprotect.net\n"
     "      127.0.0.2: whole network (counted with the\n"
     "      list that holds this one)\n"
     "  allowed     allow   list.dnswl.org\n"
     "      127.0.0.2: on the allow list\n"
     "  refused     high    b.barracudacentral.org\n"
     "      the list refuses this resolver\n"
     "      (127.255.255.254)\n"
     "      fix     Register the resolver's address, or\n"
     "              ask through one of your own.\n"
     "  rewritten   medium  bl.rewritten.example\n"
     "      answered 192.0.2.80 for a name that does not\n"
     "      exist\n"
     "      fix     Use another resolver.\n"
     "  not listed  medium  rep.mailspike.net\n"
     "      127.0.0.15: neutral reputation\n"
     "  not listed  medium  psbl.surriel.com\n"
     "  not listed  medium  bl.spamcop.net\n"
     "  not listed  allow   wl.mailspike.net\n"},
    {"quiet",
     &listed_result,
     {.width = 40, .quiet = true},
     "192.0.2.1: LISTED on 2 of 9 lists, 2 could not be asked, on 1 allow list\n"},
    {"none could be asked",
     &unasked_result,
     {.width = 80},
     "192.0.2.3: UNKNOWN: of 2 lists none could be asked\n"
     "  refused     high    zen.spamhaus.org\n"
     "  refused     high    sbl.spamhaus.org  the list refuses this resolver\n"
     "                                        (127.255.255.254)\n"
     "      fix     Ask through a resolver of your own.\n"},
    {"clear", &clear_result, {.width = 80}, "192.0.2.2: not listed on 1 list\n"},
    {"partly",
     &partly_result,
     {.width = 80, .quiet = true},
     "192.0.2.1: not listed on 3 lists, 2 could not be asked\n"},
    {"no list takes it",
     &no_list_result,
     {.width = 80},
     "nobody.example: UNKNOWN: no list takes it\n"},
    {"bad", &bad_subject, {.width = 80}, "x@@y|z: ERROR  it is no IP address, domain or address\n"},
    {"bad and quiet",
     &bad_subject,
     {.width = 80, .quiet = true},
     "x@@y|z: ERROR  it is no IP address, domain or address\n"},
};
enum { GOLDEN = sizeof golden / sizeof *golden };

START_TEST(text_is_golden)
{
    struct buffer out;
    buffer_init(&out);
    text_listings(&out, &golden[_i].style, golden[_i].result);
    ck_assert_msg(strcmp(buffer_text(&out), golden[_i].text) == 0, "%s:\n%s", golden[_i].name,
                  buffer_text(&out));
    ck_assert(!out.failed);
    buffer_clear(&out);
}
END_TEST

static const unsigned widths[] = {40, 52, 60, 79, 80, 100, 120};
enum { WIDTHS = sizeof widths / sizeof *widths };

/* A single word after its indentation, or after a label. */
static bool is_one_word(const char *line)
{
    static const char *const labels[] = {"says ", "delist ", "fix "};
    line += strspn(line, " ");
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (strncmp(line, labels[i], strlen(labels[i])) == 0)
            line += strlen(labels[i]);
    return strchr(line + strspn(line, " "), ' ') == NULL;
}

/* Lines are no wider than the width but where a single word is. */
START_TEST(width_is_kept)
{
    for (size_t i = 0; i < 2 * WIDTHS; i++) {
        const struct report_style style = {.width = widths[i / 2], .verbose = i % 2 == 1};
        struct buffer out;
        buffer_init(&out);
        text_listings(&out, &style, results[_i]);
        for (char *line = strtok(out.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
            ck_assert_msg(utf8_columns(line) <= style.width || is_one_word(line), "width %u: %s",
                          style.width, line);
            ck_assert_msg(line[strlen(line) - 1] != ' ', "width %u: '%s'", style.width, line);
        }
        buffer_clear(&out);
    }
}
END_TEST

/* Without its colours a text is the plain text. */
START_TEST(colour_adds_nothing)
{
    const struct report_style plain = {.width = 80}, colored = {.width = 80, .color = true};
    struct buffer bare, out, stripped;
    buffer_init(&bare);
    buffer_init(&out);
    buffer_init(&stripped);
    text_listings(&bare, &plain, results[_i]);
    text_listings(&out, &colored, results[_i]);
    ck_assert_ptr_nonnull(strchr(buffer_text(&out), '\033'));
    for (const char *c = buffer_text(&out); *c != '\0'; c++) {
        if (*c == '\033')
            c = strchr(c, 'm');
        else
            buffer_add_char(&stripped, *c);
    }
    ck_assert_str_eq(buffer_text(&stripped), buffer_text(&bare));
    buffer_clear(&bare);
    buffer_clear(&out);
    buffer_clear(&stripped);
}
END_TEST

/* An address is asked about with its domain: each row says which of the two. */
START_TEST(two_subjects_are_named)
{
    struct rcpt_listing address = listed_rows[1], domain = listed_rows[0];
    struct rcpt_result result = listed_result;
    const struct report_style style = {.width = 100};
    struct buffer out;
    address.subject = "a@b.example";
    address.next = &domain;
    domain.subject = "b.example";
    domain.next = NULL;
    result.listings = &address;
    buffer_init(&out);
    text_listings(&out, &style, &result);
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "  a@b.example 127.0.0.2: whole network"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "  b.example 127.0.0.2, 127.0.0.4: SBL"));
    buffer_clear(&out);
}
END_TEST

/* What could not be asked is never among what is listed or not listed. */
START_TEST(failures_are_no_listings)
{
    static const enum rcpt_listing_status failures[] = {RCPT_LISTING_REFUSED, RCPT_LISTING_UNUSABLE,
                                                        RCPT_LISTING_REWRITTEN,
                                                        RCPT_LISTING_TIMEOUT, RCPT_LISTING_ERROR};
    struct rcpt_listing row = failed_rows[1];
    struct rcpt_result result = unasked_result;
    const struct report_style style = {.width = 80, .verbose = true};
    struct buffer out;
    row.status = failures[_i];
    result.listings = &row;
    buffer_init(&out);
    text_listings(&out, &style, &result);
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "192.0.2.3: UNKNOWN: of 1 list none could"));
    ck_assert_ptr_null(strstr(buffer_text(&out), "LISTED"));
    ck_assert_ptr_null(strstr(buffer_text(&out), "listed"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), rcpt_listing_status_name(row.status)));
    buffer_clear(&out);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("text_listings");
    TCase *tests = tcase_create("text");
    tcase_add_loop_test(tests, text_is_golden, 0, GOLDEN);
    tcase_add_loop_test(tests, width_is_kept, 0, RESULTS);
    tcase_add_loop_test(tests, colour_adds_nothing, 0, RESULTS);
    tcase_add_test(tests, two_subjects_are_named);
    tcase_add_loop_test(tests, failures_are_no_listings, 0, 5);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
