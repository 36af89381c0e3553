/*
 * text_codes_test.c - codes explained and compared for people
 */
#include <stdio.h>

#include "codes.h"
#include "report/code_text.h"

static void compare(struct buffer *out, const char *first, const char *second)
{
    struct rcpt_code_name one = codes_name(first), other = codes_name(second);
    buffer_init(out);
    text_compare(out, &codes_style, &one, &other);
    codes_check_lines(out, codes_style.width);
}

/* What a comparison of 252 with these must say: names, classes, what each means, when it is met and
 * how it is fixed. */
static const struct {
    const char *other, *title, *class;
    const char *meaning[4], *seen[4], *fix[4];
} pairs[] = {
    {"554",
     "252 Cannot Verify User vs 554 Transaction Failed",
     "554 (Transaction Failed) is a 5xx Permanent Negative",
     {"transaction has failed", "catch-all", "at any point of the session",
      "every connection from your IP"},
     {"spam filter", "IP on a blocklist", "malformed message", "DATA phase"},
     {"DNSBL", "SPF, DKIM and DMARC", "whole text of the error", "delisting"}},
    {"354",
     "252 Cannot Verify User vs 354 Start Mail Input",
     "354 (Start Mail Input) is a 3xx Positive Intermediate",
     {"ready to receive the message", "header and body", "single period", "CRLF.CRLF"},
     {"After the DATA command", "waits for the text", "a dot on a line of its own", NULL},
     {"a line with just a period", "If an error follows", "bare period on a line of its own",
      NULL}},
    {"504",
     "252 Cannot Verify User vs 504 Parameter Not Implemented",
     "504 (Parameter Not Implemented) is a 5xx Permanent Negative",
     {"does not implement a parameter", "command itself is valid", "not supported", NULL},
     {"the server does not support", "AUTH mechanism", "MAIL FROM parameter", NULL},
     {"EHLO reply", "use only those", NULL, NULL}},
    {"556",
     "252 Cannot Verify User vs 556 Domain Does Not Accept Mail",
     "556 (Domain Does Not Accept Mail) is a 5xx Permanent Negative",
     {"does not accept mail", "no forwarding address is available", "null MX", "expressly"},
     {"null MX record (RFC 7505)", "declares that it takes no mail", NULL, NULL},
     {"Verify the MX records", "priority 0, empty host", "on purpose",
      "contact the recipient another way"}},
    {"551",
     "252 Cannot Verify User vs 551 User Not Local",
     "551 (User Not Local) is a 5xx Permanent Negative",
     {"not local to this server", "does not accept mail to forward it", "Unlike 251",
      "not relayed"},
     {"has moved", "mailbox elsewhere", "refuses to forward", NULL},
     {"forwarding address in the reply", "directly", "Update the contact", "moved for good"}},
};

static void check_phrases(const struct buffer *out, const char *const *phrases)
{
    for (size_t i = 0; i < 4 && phrases[i] != NULL; i++)
        codes_check_has(out, phrases[i]);
}

START_TEST(pair_says_what_it_must)
{
    struct buffer out;
    compare(&out, "252", pairs[_i].other);
    codes_unwrap(&out);
    codes_check_has(&out, pairs[_i].title);
    codes_check_has(&out, "252 (Cannot Verify User) is a 2xx Positive Completion reply");
    codes_check_has(&out, pairs[_i].class);
    check_phrases(&out, pairs[_i].meaning);
    check_phrases(&out, pairs[_i].seen);
    check_phrases(&out, pairs[_i].fix);
    static const char *const of_252[][4] = {
        {"does not verify the user", "accepts the message", "attempts to deliver", "VRFY"},
        {"whether a recipient exists", "neither confirms nor denies", "against spam", NULL},
        {"No fix needed", "delivery is still attempted", "administrator", "bounces"},
    };
    for (size_t i = 0; i < 3; i++)
        check_phrases(&out, of_252[i]);
    buffer_clear(&out);
}
END_TEST

/* Each part of a comparison is there, in its order. */
START_TEST(pair_has_its_parts)
{
    static const char *const parts[] = {" vs ",
                                        "In contrast",
                                        "meaning ",
                                        "seen ",
                                        "fix ",
                                        "meaning ",
                                        "seen ",
                                        "fix ",
                                        "Key differences",
                                        "1. 252",
                                        "2. 252: ",
                                        "3. ",
                                        "4. 252 is met ",
                                        "5. ",
                                        " is met ",
                                        "When which applies",
                                        "For 252 (Cannot Verify User): ",
                                        "For "};
    struct buffer out;
    compare(&out, "252", pairs[_i].other);
    codes_unwrap(&out);
    const char *at = buffer_text(&out);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        at = strstr(at, parts[i]);
        ck_assert_msg(at != NULL, "no \"%s\" where it should be: %s", parts[i], buffer_text(&out));
        at += strlen(parts[i]);
    }
    buffer_clear(&out);
}
END_TEST

/* Every code of both tables, by one index. */
static bool nth(size_t index, struct rcpt_code_name *name)
{
    size_t replies = 0;
    while (rcpt_reply_code_at(replies) != NULL)
        replies++;
    *name = (struct rcpt_code_name){0};
    if (index < replies) {
        name->code = rcpt_reply_code_at(index)->code;
        return true;
    }
    const struct rcpt_enhanced_code *row = rcpt_enhanced_code_at(index - replies);
    if (row == NULL)
        return false;
    unsigned status = *row->classes == '\0' ? 0 : (unsigned)(row->classes[0] - '0');
    name->enhanced = (struct rcpt_enhanced){status, row->subject, row->detail};
    return true;
}

static const char *name_of(const struct rcpt_code_name *name)
{
    if (name->code != 0)
        return rcpt_reply_code_find(name->code)->name;
    return rcpt_enhanced_code_find(name->enhanced.subject, name->enhanced.detail)->name;
}

/* One code with every other: both names, both codes, nothing wider than the terminal. */
START_TEST(any_two_compare)
{
    struct rcpt_code_name one, other;
    struct buffer out;
    char first[CODE_TEXT_SIZE], second[CODE_TEXT_SIZE], title[256];
    ck_assert(nth((size_t)_i, &one));
    buffer_init(&out);
    for (size_t i = 0; nth(i, &other); i++) {
        buffer_reset(&out);
        text_compare(&out, &codes_style, &one, &other);
        codes_check_lines(&out, codes_style.width);
        codes_unwrap(&out);
        snprintf(title, sizeof title, "%s %s vs %s %s", code_name_text(first, &one), name_of(&one),
                 code_name_text(second, &other), name_of(&other));
        ck_assert_msg(strncmp(buffer_text(&out), title, strlen(title)) == 0, "%s", title);
        codes_check_has(&out, (size_t)_i == i ? "1. There is none" : "5. ");
    }
    buffer_clear(&out);
}
END_TEST

/* What an explanation must and must not say. */
static const struct {
    const char *code, *has[5], *lacks;
} explained[] = {
    {"554", {"554 Transaction Failed", "5xx Permanent Negative; standard", "5.7.1, 5.6.0"}, "note"},
    {"5.7.1", {"5.7.1 Refused by policy", "class 5xx Permanent Negative", "blocklist"}, "note"},
    {"550-5.7.26",
     {"550 Mailbox Unavailable or Refused", "5.7.26 Several authentication", "RFC 7372"},
     "note"},
    {"554 5.7.1", {"554 Transaction Failed", "5.7.1 Refused by policy"}, "note"},
    {"556 5.1.10", {"556 Domain", "5.1.10 Recipient domain has a null MX"}, "note"},
    {"571", {"571 Blocked", "unofficial", "not registered"}, "standard"},
    {"X.7.1", {"X.7.1 Refused by policy", "class open"}, "note"},
    {"X.0.0", {"X.0.0 Undefined status"}, "note"},
    {"4.7.1", {"4xx Transient Negative", "does not describe X.7.1 with class 4"}, "unlisted"},
    {"550 4.7.1", {"The first digits do not agree", "act on the reply code"}, "unlisted"},
    {"354 2.0.0", {"The first digits do not agree", "3xx Positive Intermediate"}, "unlisted"},
    {"552 5.7.26", {"5.7.26 is listed with 550, not with 552"}, "do not agree"},
    {"599",
     {"599 unlisted code", "judged by its first digit alone", "5xx Permanent Negative",
      "failed for good"},
     "seen"},
    {"299", {"299 unlisted code", "2xx Positive Completion"}, "seen"},
    {"399", {"399 unlisted code", "3xx Positive Intermediate"}, "seen"},
    {"499", {"499 unlisted code", "4xx Transient Negative", "try again later"}, "seen"},
    {"5.7.99", {"judged by its first digit alone", "X.7.0: Security or policy"}, "seen"},
    {"5.99.1", {"5.99.1 unlisted code", "judged by its first digit"}, "subject"},
    {"X.99.1", {"its class is left open", "Without a class digit"}, "first digit alone"},
    {"599 5.7.1", {"599 unlisted code", "5.7.1 Refused by policy"}, "listed with"},
};

START_TEST(explanation_says)
{
    struct buffer out;
    struct rcpt_code_name name = codes_name(explained[_i].code);
    buffer_init(&out);
    text_explain(&out, &codes_style, &name);
    codes_check_lines(&out, codes_style.width);
    codes_unwrap(&out);
    for (size_t i = 0; i < 5 && explained[_i].has[i] != NULL; i++)
        codes_check_has(&out, explained[_i].has[i]);
    ck_assert_msg(strstr(buffer_text(&out), explained[_i].lacks) == NULL, "\"%s\" in: %s",
                  explained[_i].lacks, buffer_text(&out));
    buffer_clear(&out);
}
END_TEST

START_TEST(quiet_is_one_line_a_code)
{
    const struct report_style quiet = {.width = 80, .quiet = true};
    struct rcpt_code_name one = codes_name("550 5.7.26"), other = codes_name("554");
    struct buffer out;
    buffer_init(&out);
    text_explain(&out, &quiet, &one);
    ck_assert_str_eq(buffer_text(&out), "550 Mailbox Unavailable or Refused\n"
                                        "5.7.26 Several authentication checks failed\n");
    buffer_reset(&out);
    one = codes_name("252");
    text_compare(&out, &quiet, &one, &other);
    ck_assert_str_eq(buffer_text(&out), "252 Cannot Verify User vs 554 Transaction Failed\n");
    buffer_clear(&out);
}
END_TEST

/* Colour changes no text. */
START_TEST(colour_is_only_added)
{
    const struct report_style colour = {.color = true, .width = 80};
    struct rcpt_code_name one = codes_name("252"), other = codes_name("554");
    struct buffer plain, out;
    buffer_init(&plain);
    buffer_init(&out);
    text_compare(&plain, &codes_style, &one, &other);
    text_compare(&out, &colour, &one, &other);
    ck_assert_ptr_null(strchr(buffer_text(&plain), '\033'));
    ck_assert_ptr_nonnull(strchr(buffer_text(&out), '\033'));
    size_t to = 0;
    for (size_t from = 0; from < out.length; from++) {
        if (out.data[from] == '\033')
            from += strcspn(out.data + from, "m");
        else
            out.data[to++] = out.data[from];
    }
    out.data[to] = '\0';
    ck_assert_str_eq(out.data, plain.data);
    buffer_clear(&plain);
    buffer_clear(&out);
}
END_TEST

START_TEST(same_class_is_told_apart_by_cause)
{
    struct buffer out;
    compare(&out, "550", "554");
    codes_unwrap(&out);
    codes_check_has(&out, "are both 5xx Permanent Negative");
    codes_check_has(&out, "it is the cause that separates them");
    buffer_clear(&out);
    compare(&out, "5.7.1", "550");
    codes_unwrap(&out);
    codes_check_has(&out, "the two come in one reply");
    buffer_clear(&out);
    compare(&out, "450", "550");
    codes_unwrap(&out);
    ck_assert_ptr_null(strstr(buffer_text(&out), "the cause that separates"));
    codes_check_has(&out, "After 450, keep the message in the queue");
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/text_codes");
    TCase *tcase = tcase_create("codes");
    int count = (int)(sizeof pairs / sizeof *pairs), codes = 0;
    struct rcpt_code_name name;
    while (nth((size_t)codes, &name))
        codes++;
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, pair_says_what_it_must, 0, count);
    tcase_add_loop_test(tcase, pair_has_its_parts, 0, count);
    tcase_add_loop_test(tcase, any_two_compare, 0, codes);
    tcase_add_loop_test(tcase, explanation_says, 0, (int)(sizeof explained / sizeof *explained));
    tcase_add_test(tcase, quiet_is_one_line_a_code);
    tcase_add_test(tcase, colour_is_only_added);
    tcase_add_test(tcase, same_class_is_told_apart_by_cause);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
