/*
 * text_result_test.c - a result as text: golden texts, widths, colour, what is cut, the caret
 */
#include <stdio.h>
#include <string.h>

#include "report/report.h"
#include "report/text_parts.h"
#include "unit.h"
#include "unit/report/samples.h"
#include "util/utf8.h"

static const struct rcpt_result *const results[] = {&null_result, &bad_result, &good_result,
                                                    &failed_result};
enum { RESULTS = sizeof results / sizeof *results };

static const struct {
    const char *name;
    const struct rcpt_result *result;
    struct report_style style;
    const char *text;
} golden[] = {
    {"null MX",
     &null_result,
     {.width = 80},
     "Alice@Example.com: REJECT  556 5.1.10  likely; your server, before connecting\n"
     "  reason    example.com publishes a null MX: it takes no mail.\n"
     "  fix       Remove the address from the list, or ask the recipient for one that\n"
     "            takes mail.\n"
     "  evidence  example.com. 300 IN MX 0 .\n"
     "  route     null MX: the domain takes no mail\n"
     "  unseen    not looked at: the sending side (--ip, --helo, --mail-from)\n"
     "  source    RFC 7505 section 3 (rule null-mx)\n"},
    {"quiet",
     &null_result,
     {.width = 40, .quiet = true},
     "Alice@Example.com: REJECT  556 5.1.10  likely; your server, before connecting\n"},
    {"bad address",
     &bad_result,
     {.width = 80},
     "bad..dot@example.com: REJECT  501 5.1.3  certain; your server, at once\n"
     "  reason    The local-part has two dots in a row.\n"
     "            bad..dot@example.com\n"
     "                ^\n"
     "  fix       Correct the address.\n"
     "  source    RFC 5321 section 4.1.2 (rule address-syntax)\n"},
    {"DNS failed",
     &failed_result,
     {.width = 80},
     "slow.example: DEFER  451 4.4.3  certain; your server, before connecting\n"
     "  reason    No answer to the MX question of slow.example was had.\n"
     "  fix       Try again later.\n"
     "  route     not known: no answer from DNS in time (slow.example MX: 127.0.0.1:53\n"
     "            did not answer)\n"
     "  unseen    not looked at: the sending side (--ip, --helo, --mail-from)\n"
     "  source    RFC 5321 section 5.1 (rule dns-failure)\n"},
    {"full route",
     &good_result,
     {.width = 80},
     "j\xC3\xBCrgen@m\xC3\xBCller.example: ACCEPT  250 2.1.5  possible; their server, at RCPT TO\n"
     "  reason    A mail host can be delivered to; whether the mailbox exists DNS\n"
     "            cannot tell.\n"
     "  fix       Nothing to do.\n"
     "  evidence  m\xC3\xBCller.example. MX 10 mx1.mail.example.\n"
     "            mx1.mail.example. A 192.31.196.1\n"
     "            third line of evidence\n"
     "            fourth line of evidence\n"
     "            fifth line of evidence\n"
     "            sixth line of evidence\n"
     "            and 2 more (-v shows them)\n"
     "  domain    xn--mller-kva.example\n"
     "  route     by MX records; xn--mller-kva.example is an alias of hosting.example;\n"
     "            authenticated by DNSSEC\n"
     "                5 mx1.mail.example              ok\n"
     "                    192.31.196.1, 192.31.196.2, 2620:4f:8000::1, 2620:4f:8000::2\n"
     "                    and 1 more\n"
     "               10 a-mail-host-with-a-rather-long-name-of-its-own.mail.example\n"
     "                                                ok               192.31.196.9\n"
     "               10 gone.mail.example             does not exist\n"
     "            65535 slow.mail.example             no answer\n"
     "                    (127.0.0.1:53 did not answer in 3 tries of 2000 ms)\n"
     "            65535 h5.mail.example               ok               192.31.196.9\n"
     "            65535 h6.mail.example               ok               192.31.196.9\n"
     "            65535 h7.mail.example               private address  192.31.196.9\n"
     "            65535 h8.mail.example               loopback         192.31.196.9\n"
     "            and 1 more (-v shows them)\n"
     "  unseen    not looked at: the sending side (--ip, --helo, --mail-from)\n"
     "  may also  550 5.6.7  possible; their server, at RCPT TO: A mail host may not\n"
     "            offer SMTPUTF8.\n"
     "  note      m\xC3\xBCller.example: The domain is reserved for documentation.\n"
     "  note      The MX target gone.mail.example does not exist.\n"
     "  source    RFC 5321 section 5.1 (rule route)\n"},
};
enum { GOLDEN = sizeof golden / sizeof *golden };

START_TEST(text_is_golden)
{
    struct buffer out;
    buffer_init(&out);
    text_result(&out, &golden[_i].style, golden[_i].result);
    ck_assert_msg(strcmp(buffer_text(&out), golden[_i].text) == 0, "%s:\n%s", golden[_i].name,
                  buffer_text(&out));
    ck_assert(!out.failed);
    buffer_clear(&out);
}
END_TEST

/* A line that is too wide holds a single word after its indentation. */
static bool is_one_word(const char *line)
{
    line += strspn(line, " ");
    return strpbrk(line, " ") == NULL;
}

static void check_widths(char *text, unsigned width)
{
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        bool is_host = line[0] == ' ' && strstr(line, " a-mail-host-with-") != NULL;
        bool is_name = line[0] != ' ' && utf8_columns(line) > width;
        ck_assert_msg(utf8_columns(line) <= width || is_one_word(line) || is_host || is_name,
                      "width %u: %s", width, line);
        ck_assert_msg(line[strlen(line) - 1] != ' ', "width %u: trailing space: '%s'", width, line);
    }
}

START_TEST(text_keeps_to_width)
{
    for (unsigned width = 40; width <= 120; width++) {
        for (int verbose = 0; verbose <= 1; verbose++) {
            struct report_style style = {.width = width, .verbose = verbose != 0};
            struct buffer out;
            buffer_init(&out);
            text_result(&out, &style, results[_i]);
            ck_assert_uint_gt(out.length, 0);
            check_widths(out.data, width);
            buffer_clear(&out);
        }
    }
}
END_TEST

START_TEST(text_colour_is_only_added)
{
    struct report_style plain = {.width = 80}, color = {.width = 80, .color = true};
    struct buffer without, with, stripped;
    buffer_init(&without);
    buffer_init(&with);
    buffer_init(&stripped);
    text_result(&without, &plain, results[_i]);
    text_result(&with, &color, results[_i]);
    ck_assert_ptr_null(strchr(buffer_text(&without), '\033'));
    ck_assert_ptr_nonnull(strchr(buffer_text(&with), '\033'));
    for (const char *c = buffer_text(&with); *c != '\0'; c++) {
        if (*c == '\033')
            c += strcspn(c, "m");
        else
            buffer_add_char(&stripped, *c);
    }
    ck_assert_str_eq(buffer_text(&stripped), buffer_text(&without));
    buffer_clear(&without);
    buffer_clear(&with);
    buffer_clear(&stripped);
}
END_TEST

START_TEST(text_verbose_tells_all)
{
    static const char *const parts[] = {
        "eighth line of evidence", "an answer that is no evidence",
        "h9.mail.example",         "2620:4f:8000::3",
        "(rule smtputf8)",         "Ask for an address in ASCII.",
        "(mx-target-missing)",     "Remove the MX record or create the host.",
    };
    struct report_style style = {.width = 80, .verbose = true}, brief = {.width = 80};
    struct buffer out, short_out;
    buffer_init(&out);
    buffer_init(&short_out);
    text_result(&out, &style, &good_result);
    text_result(&short_out, &brief, &good_result);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        ck_assert_msg(strstr(buffer_text(&out), parts[i]) != NULL, "verbose: %s", parts[i]);
        ck_assert_msg(strstr(buffer_text(&short_out), parts[i]) == NULL, "brief: %s", parts[i]);
    }
    ck_assert_ptr_null(strstr(buffer_text(&out), " more (-v"));
    buffer_clear(&out);
    buffer_clear(&short_out);
}
END_TEST

START_TEST(text_names_every_status)
{
    struct report_style style = {.width = 80};
    for (int status = RCPT_MX_OK; status <= RCPT_MX_MALFORMED; status++) {
        struct rcpt_mx mx = failed_mx;
        struct buffer out;
        mx.status = (enum rcpt_mx_status)status;
        buffer_init(&out);
        text_route(&out, &style, &mx, no_texts);
        ck_assert_msg(strstr(buffer_text(&out), "route     ?") == NULL, "status %d", status);
        buffer_clear(&out);
    }
    for (int status = RCPT_HOST_OK; status <= RCPT_HOST_MALFORMED; status++) {
        struct rcpt_host host = {NULL, 10, "mx.example", RCPT_HOST_OK, no_texts, ""};
        struct rcpt_mx mx = good_mx;
        struct buffer out;
        host.status = (enum rcpt_host_status)status;
        mx.hosts = &host;
        buffer_init(&out);
        text_route(&out, &style, &mx, no_texts);
        ck_assert_msg(strstr(buffer_text(&out), "mx.example  ?") == NULL, "host %d", status);
        buffer_clear(&out);
    }
}
END_TEST

START_TEST(failure_is_told_once)
{
    const char *const evidence[] = {failed_mx.detail, NULL};
    struct rcpt_prediction prediction = failed_prediction;
    struct rcpt_result result = failed_result;
    struct report_style style = {.width = 120};
    struct buffer out;
    prediction.evidence = evidence;
    result.predictions = &prediction;
    buffer_init(&out);
    text_result(&out, &style, &result);
    const char *first = strstr(buffer_text(&out), failed_mx.detail);
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_null(strstr(first + 1, failed_mx.detail));
    buffer_clear(&out);
}
END_TEST

/* The caret under an octet of the input as it was given, within the safe text that is shown. */
static const struct {
    const char *name, *input;
    size_t position;
    unsigned width;
    const char *text;
} carets[] = {
    {"first octet", "@example.com", 0, 80, "            @example.com\n            ^\n"},
    {"after the end", "alice@", 6, 80, "            alice@\n                  ^\n"},
    {"past the end", "alice@", 7, 80, ""},
    {"empty", "", 0, 80, ""},
    {"after an octet shown as four", "a\\xFFb@c", 2, 80,
     "            a\\xFFb@c\n                 ^\n"},
    {"after a character shown as eight", "a\\u{202E}b@c", 4, 80,
     "            a\\u{202E}b@c\n                     ^\n"},
    {"inside a character", "\xC3\xBC@c", 1, 80, "            \xC3\xBC@c\n            ^\n"},
    {"after a wide character", "\xE6\x97\xA5@@c", 4, 80,
     "            \xE6\x97\xA5@@c\n               ^\n"},
    {"far along a long input", "abcdefghijklmnopqrstuvwxyz0123456789@@example.com", 37, 40,
     "            ...yz0123456789@@example...\n                            ^\n"},
    {"early in a long input", "a@@bcdefghijklmnopqrstuvwxyz0123456789.example.com", 2, 40,
     "            a@@bcdefghijklmnopqrstuv...\n              ^\n"},
};
enum { CARETS = sizeof carets / sizeof *carets };

START_TEST(caret_stands_under_the_octet)
{
    struct report_style style = {.width = carets[_i].width};
    struct buffer out;
    buffer_init(&out);
    text_caret(&out, &style, carets[_i].input, carets[_i].position);
    ck_assert_msg(strcmp(buffer_text(&out), carets[_i].text) == 0, "%s:\n%s", carets[_i].name,
                  buffer_text(&out));
    buffer_clear(&out);
}
END_TEST

START_TEST(caret_keeps_to_width)
{
    static const char input[] = "abcdefghijklmnopqrstuvwxyz\xE6\x97\xA5\xE6\x97\xA5\xE6\x97\xA5"
                                "0123456789@@example.com-and-more-of-it.example.com-and-more.org";
    struct report_style style = {.width = (unsigned)_i};
    for (size_t position = 0; position < sizeof input; position++) {
        struct buffer out;
        buffer_init(&out);
        text_caret(&out, &style, input, position);
        char *line = strtok(out.data, "\n");
        ck_assert_uint_le(utf8_columns(line), (size_t)_i);
        line = strtok(NULL, "\n");
        ck_assert_uint_le(utf8_columns(line), (size_t)_i);
        ck_assert_str_eq(line + strspn(line, " "), "^");
        buffer_clear(&out);
    }
}
END_TEST

START_TEST(empty_input_has_a_line)
{
    struct rcpt_result result = bad_result;
    struct report_style style = {.width = 80, .quiet = true};
    struct buffer out;
    result.input = "";
    buffer_init(&out);
    text_result(&out, &style, &result);
    ck_assert_str_eq(buffer_text(&out),
                     "(empty): REJECT  501 5.1.3  certain; your server, at once\n");
    buffer_clear(&out);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("text_result");
    TCase *tests = tcase_create("text");
    tcase_add_loop_test(tests, text_is_golden, 0, GOLDEN);
    tcase_add_loop_test(tests, text_keeps_to_width, 0, RESULTS);
    tcase_add_loop_test(tests, text_colour_is_only_added, 0, RESULTS);
    tcase_add_test(tests, text_verbose_tells_all);
    tcase_add_test(tests, text_names_every_status);
    tcase_add_test(tests, failure_is_told_once);
    tcase_add_loop_test(tests, caret_stands_under_the_octet, 0, CARETS);
    tcase_add_loop_test(tests, caret_keeps_to_width, 40, 100);
    tcase_add_test(tests, empty_input_has_a_line);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
