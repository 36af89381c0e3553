/*
 * text_reply_test.c - what a provider means with a reply, for people
 */
#include "codes.h"

static struct rcpt_bounce of_code(const char *provider, const char *code)
{
    struct rcpt_bounce bounce = {.code = codes_name(code), .provider = provider};
    bounce.reply = rcpt_provider_reply_find(provider, &bounce.code, "");
    return bounce;
}

static struct rcpt_bounce of_line(const char *line)
{
    struct rcpt_bounce bounce;
    ck_assert_msg(rcpt_bounce_parse(line, &bounce), "%s", line);
    return bounce;
}

static void print(struct buffer *out, const struct report_style *style, const char *line,
                  const struct rcpt_bounce *bounce)
{
    buffer_init(out);
    text_explain_reply(out, style, line, bounce);
    ck_assert(!out->failed);
}

/* What is said, in this order; a line, or a provider and a code. */
static const struct {
    const char *line, *provider, *code;
    const char *says[7];
    const char *lacks;
} cases[] = {
    /* The registry calls 5.7.27 a null MX. */
    {NULL,
     "Gmail",
     "5.7.27",
     {"Gmail: 5.7.27\n", "meaning SPF did not pass", "fix Name the sending host",
      "note The registry means something else by 5.7.27 (\"Sender domain has a null MX\")",
      "source https://", "; verified", "5.7.27 Sender domain has a null MX\n"},
     "causes"},
    {NULL,
     "Exchange Online",
     "550 5.1.10",
     {"Exchange Online: 550 5.1.10\n", "The recipient is unknown",
      "something else by 5.1.10 (\"Recipient domain has a null MX\")", "in a reply of Exchange",
      "550 Mailbox Unavailable", "5.1.10 Recipient domain"},
     "causes"},
    /* No difference, no note. */
    {NULL, "Gmail", "550 5.7.25", {"Gmail: 550 5.7.25\n", "no PTR record"}, "something else"},
    /* Lists that cause it. */
    {"553 5.7.1 [BL21] Connections will not be accepted",
     NULL,
     NULL,
     {"Yahoo: 553 5.7.1\n", "listed by Spamhaus", "lists zen.spamhaus.org"},
     "causes"},
    /* A code alone that has several causes; the words decide. */
    {NULL,
     "Gmail",
     "550 5.7.26",
     {"This code has several causes here", "- \"the sender is unauthenticated\": The message",
      "- \"hard fail policy\": The SPF record", "- \"DMARC policy\": The DMARC policy",
      "5.7.26 Several"},
     "source https"},
    {"550-5.7.26 not accepted due to domain's DMARC policy - gsmtp",
     NULL,
     NULL,
     {"Gmail: 550 5.7.26\n", "The DMARC policy of the From domain"},
     "causes"},
    {"550 5.7.26 in words that nobody knows - gsmtp",
     NULL,
     NULL,
     {"Gmail: 550 5.7.26\n", "several causes", "\"hard fail policy\""},
     "source https"},
    /* Without an enhanced code each cause names its own. */
    {NULL,
     "Gmail",
     "451",
     {"several causes", "- 4.7.23, \"PTR record\":", "- 4.7.24, \"suspicious entries\":"},
     "- 5.7.25"},
    {NULL,
     "Mimecast",
     "451",
     {"- \"IP temporarily blacklisted\" or \"Recipient temporarily unavailable\": There were"},
     "|"},
    /* A provider that is a plain Postfix in this case. */
    {"host mx.comcast.net said: 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked "
     "using zen.spamhaus.org",
     NULL,
     NULL,
     {"Comcast: 554 5.7.1\n", "the text is that of a postfix server", "reject_rbl_client"},
     "causes"},
    /* A provider alone, a code alone, a code that the provider has nothing of. */
    {"host mx00.kundenserver.de closed the connection",
     NULL,
     NULL,
     {"UnitedInternet\n", "No code was found."},
     "class"},
    {"554 no",
     NULL,
     NULL,
     {"554 Transaction Failed", "note The text does not show which provider"},
     "Nothing is known"},
    {NULL,
     "Gmail",
     "5.6.1",
     {"Gmail: 5.6.1\n", "Nothing is known that this provider means", "5.6.1 "},
     "causes"},
};

static char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Where the phrase stands from `from` on, a line end of the phrase being a space of the text. */
static const char *place_of(const char *from, const char *phrase)
{
    for (; *from != '\0'; from++) {
        size_t i = 0;
        while (phrase[i] != '\0' && folded(from[i]) == folded(phrase[i] == '\n' ? ' ' : phrase[i]))
            i++;
        if (phrase[i] == '\0')
            return from;
    }
    return NULL;
}

START_TEST(reply_says)
{
    const char *line = cases[_i].line;
    struct rcpt_bounce bounce =
        line != NULL ? of_line(line) : of_code(cases[_i].provider, cases[_i].code);
    struct buffer out;
    print(&out, &codes_style, line, &bounce);
    codes_unwrap(&out);
    const char *at = buffer_text(&out);
    for (size_t i = 0; i < 7 && cases[_i].says[i] != NULL; i++) {
        at = place_of(at, cases[_i].says[i]);
        ck_assert_msg(at != NULL, "no \"%s\" where it should be: %s", cases[_i].says[i],
                      buffer_text(&out));
    }
    ck_assert_msg(strstr(buffer_text(&out), cases[_i].lacks) == NULL, "\"%s\" in: %s",
                  cases[_i].lacks, buffer_text(&out));
    buffer_clear(&out);
}
END_TEST

/* Of the pasted text nothing comes out, whatever is in it. */
START_TEST(line_is_not_echoed)
{
    const char *line =
        "550 5.7.26 \033[31mevil\xff\xe2\x80\xae the sender is unauthenticated gsmtp";
    struct rcpt_bounce bounce = of_line(line);
    struct buffer out;
    print(&out, &codes_style, line, &bounce);
    ck_assert_ptr_null(strchr(buffer_text(&out), '\033'));
    ck_assert_ptr_null(strstr(buffer_text(&out), "evil"));
    buffer_clear(&out);
}
END_TEST

START_TEST(quiet_is_headings)
{
    const struct report_style quiet = {.width = 80, .quiet = true};
    struct rcpt_bounce bounce = of_code("Gmail", "550 5.7.25");
    struct buffer out;
    print(&out, &quiet, NULL, &bounce);
    ck_assert_str_eq(buffer_text(&out), "Gmail: 550 5.7.25\n"
                                        "550 Mailbox Unavailable or Refused\n"
                                        "5.7.25 Reverse DNS failed\n");
    buffer_clear(&out);
}
END_TEST

static int count(void)
{
    int rows = 0;
    while (rcpt_provider_reply_at((size_t)rows) != NULL)
        rows++;
    return rows;
}

/* Every row: only a source, which is one long word, may be wider than the terminal. */
START_TEST(every_row_fits_the_width)
{
    const struct rcpt_provider_reply *row = rcpt_provider_reply_at((size_t)_i);
    struct rcpt_bounce bounce = {{row->code, row->enhanced}, row->provider, row};
    struct buffer out;
    print(&out, &codes_style, "a line", &bounce);
    for (const char *at = buffer_text(&out), *end; *at != '\0'; at = end + 1) {
        end = strchr(at, '\n');
        ck_assert_ptr_nonnull(end);
        const char *link = strstr(at, "://");
        bool has_link = link != NULL && link < end;
        ck_assert_msg((size_t)(end - at) <= codes_style.width || has_link, "%s", at);
    }
    codes_unwrap(&out);
    codes_check_has(&out, row->provider);
    codes_check_has(&out, row->fix);
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/text_reply");
    TCase *tcase = tcase_create("reply");
    tcase_add_loop_test(tcase, reply_says, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_test(tcase, line_is_not_echoed);
    tcase_add_test(tcase, quiet_is_headings);
    tcase_add_loop_test(tcase, every_row_fits_the_width, 0, count());
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
