/*
 * text_sender_test.c - the sending side and the provider as text: golden texts, every status,
 * widths
 */
#include <stdio.h>
#include <string.h>

#include "report/report.h"
#include "report/text_parts.h"
#include "unit.h"
#include "unit/report/listing_samples.h"
#include "unit/report/samples.h"
#include "util/utf8.h"

static const struct rcpt_sender literal_sender = {
    .ip = "192.0.2.1",
    .helo = &(const struct rcpt_helo){.name = "[192.0.2.9]",
                                      .status = RCPT_HELO_MISMATCH,
                                      .literal = true,
                                      .evidence = listing_none,
                                      .detail = ""},
    .mail_from = &(const struct rcpt_mail_from){.address = "",
                                                .domain = "",
                                                .status = RCPT_MAIL_FROM_NULL_PATH,
                                                .evidence = listing_none,
                                                .detail = ""},
    .asked_lists = true,
};

static const struct {
    const char *name;
    const struct rcpt_sender *sender;
    struct report_style style;
    const char *text;
} golden[] = {
    {"full",
     &full_sender,
     {.width = 80},
     "  rdns      192.0.2.1: confirmed, mail.example.org; also www.example.org\n"
     "  helo      mail.example.org: resolves to the sending address; the same name as\n"
     "              in reverse DNS\n"
     "  mail from bounces@slow.example: could not be looked up (slow.example MX:\n"
     "              SERVFAIL)\n"
     "  lists     192.0.2.1: LISTED on 2 of 9 lists, 2 could not be asked, on 1 allow\n"
     "              list\n"
     "            zen.spamhaus.org (high) 127.0.0.2, 127.0.0.4: SBL; XBL (CBL data)\n"
     "              says    https://check.spamhaus.org/query/ip/192.0.2.1\n"
     "              delist  https://check.spamhaus.org/\n"
     "            dnsbl-3.uceprotect.net (low, counted with the list that holds it)\n"
     "              127.0.0.2: whole network\n"
     "            list.dnswl.org (allow list) 127.0.0.2: on the allow list\n"
     "            b.barracudacentral.org refused: the list refuses this resolver\n"
     "              (127.255.255.254)\n"
     "            bl.rewritten.example rewritten: answered 192.0.2.80 for a name that\n"
     "              does not exist\n"
     "            rep.mailspike.net not listed: 127.0.0.15: neutral reputation\n"
     "  note      192.0.2.1 is an address for documentation: nothing is sent from it.\n"
     "  note      192.0.2.1 has 2 PTR records.\n"},
    {"full and verbose",
     &full_sender,
     {.width = 60, .verbose = true},
     "  rdns      192.0.2.1: confirmed, mail.example.org; also\n"
     "              www.example.org\n"
     "            1.2.0.192.in-addr.arpa. PTR mail.example.org.\n"
     "  helo      mail.example.org: resolves to the sending\n"
     "              address; the same name as in reverse DNS\n"
     "  mail from bounces@slow.example: could not be looked up\n"
     "              (slow.example MX: SERVFAIL)\n"
     "  lists     192.0.2.1: LISTED on 2 of 9 lists, 2 could not\n"
     "              be asked, on 1 allow list\n"
     "            zen.spamhaus.org (high) 127.0.0.2, 127.0.0.4:\n"
     "              SBL; XBL (CBL data)\n"
     "              says    https://check.spamhaus.org/query/ip/192.0.2.1\n"
     "              delist  https://check.spamhaus.org/\n"
     "            dnsbl-3.uceprotect.net (low, counted with the\n"
     "              list that holds it) 127.0.0.2: whole network\n"
     "            list.dnswl.org (allow list) 127.0.0.2: on the\n"
     "              allow list\n"
     "            b.barracudacentral.org refused: the list refuses\n"
     "              this resolver (127.255.255.254)\n"
     "              fix     Register the resolver's address, or\n"
     "                      ask through one of your own.\n"
     "            bl.rewritten.example rewritten: answered\n"
     "              192.0.2.80 for a name that does not exist\n"
     "              fix     Use another resolver.\n"
     "            rep.mailspike.net not listed: 127.0.0.15:\n"
     "              neutral reputation\n"
     "            psbl.surriel.com not listed\n"
     "            bl.spamcop.net not listed\n"
     "            wl.mailspike.net not listed\n"
     "  note      192.0.2.1 is an address for documentation:\n"
     "            nothing is sent from it.\n"
     "    fix     Give the address that the message leaves from.\n"
     "    source  RFC 5737 (sender-ip-documentation)\n"
     "  note      192.0.2.1 has 2 PTR records.\n"
     "    fix     Keep one.\n"
     "    source  RFC 8601 section 2.7.3 (rdns-several)\n"},
    {"little given",
     &bare_sender,
     {.width = 80},
     "  mail from bounces@slow.example: could not be looked up (slow.example MX:\n"
     "              SERVFAIL)\n"
     "  unseen    not looked at: the HELO name (--helo); listings of the HELO name and\n"
     "              of the MAIL FROM domain (--no-dnsbl)\n"},
    {"literal and null path",
     &literal_sender,
     {.width = 80},
     "  helo      [192.0.2.9]: the literal of another address than the sending one\n"
     "  mail from <>: the null reverse-path: nothing to look up\n"
     "  lists     none takes what was given\n"},
};
enum { GOLDEN = sizeof golden / sizeof *golden };

START_TEST(text_is_golden)
{
    struct buffer out;
    buffer_init(&out);
    text_sender(&out, &golden[_i].style, golden[_i].sender);
    ck_assert_msg(strcmp(buffer_text(&out), golden[_i].text) == 0, "%s:\n%s", golden[_i].name,
                  buffer_text(&out));
    ck_assert(!out.failed);
    buffer_clear(&out);
}
END_TEST

/* A status has words of its own. */
static void check_said(const struct rcpt_sender *sender, const char *words)
{
    const struct report_style style = {.width = 120};
    struct buffer out;
    buffer_init(&out);
    text_sender(&out, &style, sender);
    ck_assert_msg(strstr(buffer_text(&out), words) != NULL, "%s:\n%s", words, buffer_text(&out));
    buffer_clear(&out);
}

static const char *const rdns_said[] = {
    "  rdns      192.0.2.1: confirmed\n",
    "  rdns      192.0.2.1: not confirmed: no PTR name has the address; a.example, b.example\n",
    "  rdns      192.0.2.1: no PTR record\n",
    "  rdns      192.0.2.1: could not be looked up\n",
};

START_TEST(every_rdns_is_said)
{
    static const char *const names[] = {"a.example", "b.example", NULL};
    struct rcpt_rdns rdns = sample_rdns;
    rdns.status = (enum rcpt_rdns_status)_i;
    rdns.confirmed = "";
    rdns.ptr = rdns.status == RCPT_RDNS_MISMATCH ? names : listing_none;
    check_said(&(struct rcpt_sender){.rdns = &rdns}, rdns_said[_i]);
}
END_TEST

static const char *const helo_said[] = {
    "  helo      mail.example.org: resolves; the same name as in reverse DNS\n",
    "  helo      mail.example.org: resolves to another address than the sending one\n",
    "  helo      mail.example.org: does not resolve\n",
    "  helo      mail.example.org: not fully qualified\n",
    "  helo      mail.example.org: neither a domain nor an address literal\n",
    "  helo      mail.example.org: could not be looked up\n",
};

START_TEST(every_helo_is_said)
{
    struct rcpt_helo helo = sample_helo;
    helo.status = (enum rcpt_helo_status)_i;
    helo.matches_ptr = helo.status == RCPT_HELO_OK;
    check_said(&(struct rcpt_sender){.helo = &helo}, helo_said[_i]);
}
END_TEST

static const char *const mail_from_said[] = {
    "  mail from a@b.example: bounces can be delivered",
    "  mail from a@b.example: the null reverse-path: nothing to look up",
    "  mail from a@b.example: null MX: the domain takes no mail",
    "  mail from a@b.example: the domain does not exist, or has neither MX nor address",
    "  mail from a@b.example: no mail host of the domain can be delivered to",
    "  mail from a@b.example: the domain is not fully qualified",
    "  mail from a@b.example: not an address",
    "  mail from a@b.example: could not be looked up",
};

START_TEST(every_mail_from_is_said)
{
    struct rcpt_mail_from from = sample_mail_from;
    from.address = "a@b.example";
    from.status = (enum rcpt_mail_from_status)_i;
    check_said(&(struct rcpt_sender){.mail_from = &from}, mail_from_said[_i]);
}
END_TEST

START_TEST(two_subjects_are_summed_apart)
{
    struct rcpt_listing other = listed_rows[0], last = clear_row;
    other.next = &last;
    last.next = NULL;
    last.subject = "b.example";
    check_said(&(struct rcpt_sender){.listings = &other, .asked_lists = true},
               "  lists     192.0.2.1: LISTED on 1 of 1 list\n");
    check_said(&(struct rcpt_sender){.listings = &other, .asked_lists = true},
               "            b.example: not listed on 1 list\n");
}
END_TEST

/* Where it is not given, nothing at all is said of a sender. */
START_TEST(result_tells_the_sender)
{
    const struct report_style style = {.width = 80};
    struct rcpt_result result = null_result;
    struct buffer without, with;
    buffer_init(&without);
    buffer_init(&with);
    text_result(&without, &style, &result);
    result.sender = &full_sender;
    text_result(&with, &style, &result);
    ck_assert_ptr_null(strstr(buffer_text(&without), "rdns"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&with), "\n  rdns      192.0.2.1: confirmed"));
    buffer_clear(&without);
    buffer_clear(&with);
}
END_TEST

START_TEST(provider_is_told)
{
    static const struct rcpt_host google = {NULL,         5,           "aspmx.l.google.com",
                                            RCPT_HOST_OK, one_address, ""};
    const struct rcpt_provider *provider = rcpt_provider_of_host(google.name);
    const struct report_style style = {.width = 80};
    struct rcpt_host first = hosts[8];
    struct rcpt_mx mx = good_mx;
    struct rcpt_result result = good_result;
    char wanted[128];
    first.next = &google;
    mx.hosts = &first;
    result.mx = &mx;
    result.provider = provider;
    ck_assert_ptr_nonnull(provider);
    snprintf(wanted, sizeof wanted, "\n  provider  %s (%s), by mail host aspmx.l.google.com\n",
             provider->name, provider->kind);
    struct buffer out;
    buffer_init(&out);
    text_result(&out, &style, &result);
    ck_assert_msg(strstr(buffer_text(&out), wanted) != NULL, "%s", buffer_text(&out));
    buffer_clear(&out);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("text_sender");
    TCase *tests = tcase_create("text");
    tcase_add_loop_test(tests, text_is_golden, 0, GOLDEN);
    tcase_add_loop_test(tests, every_rdns_is_said, 0, sizeof rdns_said / sizeof *rdns_said);
    tcase_add_loop_test(tests, every_helo_is_said, 0, sizeof helo_said / sizeof *helo_said);
    tcase_add_loop_test(tests, every_mail_from_is_said, 0,
                        sizeof mail_from_said / sizeof *mail_from_said);
    tcase_add_test(tests, two_subjects_are_summed_apart);
    tcase_add_test(tests, result_tells_the_sender);
    tcase_add_test(tests, provider_is_told);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
