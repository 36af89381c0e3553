/*
 * bounce_test.c - pasted bounce lines: code, provider, and the row that is meant
 */
#include <string.h>

#include "rcptcheck/providers.h"
#include "unit.h"

/* A line; the code in it, the provider (NULL: not known), and a part of the meaning (NULL: no row
 * fits). */
static const struct {
    const char *line;
    struct rcpt_code_name code;
    const char *provider, *meaning;
} lines[] = {
    /* Gmail: continuation lines pasted into one, ids with digits, the code repeated. */
    {"550-5.7.26 Your email has been blocked because the sender is 550-5.7.26 unauthenticated. "
     "Gmail requires all senders to authenticate with either 550-5.7.26 SPF or DKIM. 550 5.7.26 "
     "https://support.google.com/mail/answer/81126#authentication d2e1a72fcca58-72dab.250 - gsmtp",
     {550, {5, 7, 26}},
     "Gmail",
     "neither SPF nor DKIM"},
    {"550-5.7.26 Unauthenticated email from example.com is not accepted due to domain's\r\n"
     "550-5.7.26 DMARC\r\n550-5.7.26 policy. Please contact the administrator of example.com\r\n"
     "550 5.7.26 domain. ffacd0b85a97d-38f259f52b2si1230450f8f.554 - gsmtp",
     {550, {5, 7, 26}},
     "Gmail",
     "DMARC policy of the From domain"},
    {"<a@example.org>: host gmail-smtp-in.l.google.com[142.250.1.27] said: 550-5.1.1 The email "
     "account that you tried to reach does not exist. (in reply to RCPT TO command)",
     {550, {5, 1, 1}},
     "Gmail",
     "does not exist"},
    {"421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP "
     "address 192.0.2.250. - gsmtp",
     {421, {4, 7, 28}},
     "Gmail",
     "unusual rate"},
    {"550-5.7.26 This mail has been blocked because the sender is unauthenticated.",
     {550, {5, 7, 26}},
     "Gmail",
     "neither SPF nor DKIM"},
    /* Microsoft: consumers and organisations. */
    {"host hotmail-com.olc.protection.outlook.com[104.47.55.33] said: 550 5.7.1 Unfortunately, "
     "messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since "
     "part of their network is on our block list (S3140).",
     {550, {5, 7, 1}},
     "Outlook.com",
     "Microsoft's own block list"},
    {"550 5.7.515 Access denied, sending domain EXAMPLE.COM doesn't meet the required "
     "authentication level. [AM0EUR02FT018.eop-EUR02.prod.protection.outlook.com]",
     {550, {5, 7, 515}},
     "Outlook.com",
     "5,000 messages"},
    {"Remote Server returned '550 5.7.606 Access denied, banned sending IP [192.0.2.55]. To "
     "request removal from this list please visit https://sender.office.com/'",
     {550, {5, 7, 606}},
     "Exchange Online",
     "block list"},
    {"550 5.4.1 Recipient address rejected: Access denied. "
     "[AM7EUR06FT017.eop-eur06.prod.protection.outlook.com 2026-11-22T12:00:00.450Z 08DC]",
     {550, {5, 4, 1}},
     "Exchange Online",
     "not in the organisation's directory"},
    {"550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
     {550, {5, 1, 10}},
     "Exchange Online",
     "recipient is unknown"},
    {"mx.example.net #<mx.example.net #5.7.1 smtp;550 5.7.1 Unable to relay> #SMTP#",
     {550, {5, 7, 1}},
     NULL,
     NULL},
    /* United Internet sends no enhanced codes; Postfix adds dsn=5.0.0. */
    {"Nov 22 12:00:00 mx1 postfix/smtp[2550]: 4AB250C551: to=<a@gmx.de>, "
     "relay=mx00.emig.gmx.net[212.227.15.9]:25, delay=554, delays=0.1/0/0.2/0, dsn=5.0.0, "
     "status=bounced (host mx00.emig.gmx.net[212.227.15.9] refused to talk to me: 554-gmx.net "
     "(mxgmx115) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is block "
     "listed. 554 For explanation visit "
     "https://postmaster.gmx.net/en/case?c=r0601&i=ip&v=192.0.2.1)",
     {554, {0, 0, 0}},
     "UnitedInternet",
     "internal list"},
    {"Reporting-MTA: dns; mail-sor-f41.google.com\nFinal-Recipient: rfc822; x@web.de\n"
     "Action: failed\nStatus: 5.0.0\nRemote-MTA: dns; mx-ha02.web.de\n"
     "Diagnostic-Code: smtp; 550-Requested action not taken: mailbox unavailable",
     {550, {0, 0, 0}},
     "UnitedInternet",
     "mailbox does not exist"},
    /* Yahoo: a version with four parts, codes in brackets. */
    {"421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or "
     "user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes",
     {421, {4, 7, 0}},
     "Yahoo",
     "unexpected volume"},
    {"553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in "
     "Spamhaus's list; see https://senders.yahooinc.com/",
     {553, {5, 7, 1}},
     "Yahoo",
     "listed by Spamhaus"},
    {"host mta5.am0.yahoodns.net[67.195.204.79] said: 554 delivery error: dd This user doesn't "
     "have a yahoo.com account (x@yahoo.com) [0] - mta4250.mail.ne1.yahoo.com",
     {554, {0, 0, 0}},
     "Yahoo",
     "account does not exist"},
    /* iCloud uses Proofpoint's data: the host decides, else the phrase. */
    {"host mx01.mail.icloud.com[17.57.154.33] said: 550 5.7.0 Blocked - see "
     "https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.1",
     {550, {5, 7, 0}},
     "iCloud",
     "Proofpoint"},
    {"550 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1",
     {550, {5, 7, 0}},
     "Proofpoint",
     "Proofpoint"},
    {"554 5.7.1 [HM07] Message rejected due to local policy. Please visit "
     "https://support.apple.com/en-us/102322",
     {554, {5, 7, 1}},
     "iCloud",
     NULL},
    {"host eu-smtp-inbound-1.mimecast.com[195.130.217.236] said: 550 SPF Sender Invalid - envelope "
     "rejected - https://community.mimecast.com/docs/DOC-1369#550 [abc.uk123] (in reply to RCPT)",
     {550, {0, 0, 0}},
     "Mimecast",
     "SPF failed"},
    {"554 resimta-c2p-554550.sys.comcast.net resimta-c2p Comcast BL000001 blocked 192.0.2.1",
     {554, {0, 0, 0}},
     "Comcast",
     "ZEN"},
    {"554 ESMTP server not available AUP#I-1130", {554, {0, 0, 0}}, "Charter", "Reverse DNS"},
    {"554 A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to "
     "clarify.) (BL)",
     {554, {0, 0, 0}},
     "TOnline",
     "reputation"},
    {"host smtp-in.orange.fr[80.12.26.32] said: 550 5.7.1 Service unavailable; client [192.0.2.1] "
     "blocked using Spamhaus OFR004_101 [101]",
     {550, {5, 7, 1}},
     "Orange",
     "Spamhaus"},
    /* Postfix: the client is not the provider, and another provider may run Postfix. */
    {"Nov 22 12:00:00 mx postfix/smtpd[1234]: NOQUEUE: reject: RCPT from "
     "mail-ej1-f53.google.com[209.85.218.53]: 450 4.7.25 Client host rejected: cannot find your "
     "hostname, [209.85.218.53]; from=<a@gmail.com> to=<b@example.org> proto=ESMTP "
     "helo=<mail-ej1-f53.google.com>",
     {450, {4, 7, 25}},
     "Postfix",
     "reject_unknown_client_hostname"},
    {"Diagnostic-Code: smtp; 554 5.7.1 Service unavailable; Client host [192.0.2.250] blocked "
     "using "
     "zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.250",
     {554, {5, 7, 1}},
     "Postfix",
     "reject_rbl_client"},
    {"host mx1.posteo.de[185.67.36.61] said: 550 5.7.27 <a@null.example>: Sender address rejected: "
     "Domain null.example does not accept mail (nullMX)",
     {550, {5, 7, 27}},
     "Posteo",
     "null MX"},
    /* Other forms that codes stand in. */
    {"(reason: 550 5.1.1 <bob@example.com>... User unknown)", {550, {5, 1, 1}}, NULL, NULL},
    {"<<< 550 #5.1.0 Address rejected.", {550, {5, 1, 0}}, NULL, NULL},
    {"550 (5.7.1) no", {550, {5, 7, 1}}, NULL, NULL},
    {"SMTP error from remote mail server after RCPT TO:<x@example.com>: host mx.example.com "
     "[192.0.2.3]: 550: 5.1.1 no such user",
     {550, {5, 1, 1}},
     NULL,
     NULL},
    {"smtp;554", {554, {0, 0, 0}}, NULL, NULL},
    {"said:452 4.2.2 full", {452, {4, 2, 2}}, NULL, NULL},
    {"\xe2\x80\x98"
     "550 5.7.1\xe2\x80\x99 refused",
     {550, {5, 7, 1}},
     NULL,
     NULL},
    {"Status: 5.7.1", {0, {5, 7, 1}}, NULL, NULL},
    {"Status: 4.4.1 (connection timed out)", {0, {4, 4, 1}}, NULL, NULL},
    {"dsn=4.7.0, status=deferred (no code)", {0, {4, 7, 0}}, NULL, NULL},
    {"250 2.1.5 ok, then: 552 5.2.2 over quota", {552, {5, 2, 2}}, NULL, NULL},
    {"554 5.0.0 rejected by relay: 571 5.7.1 Blocked", {571, {5, 7, 1}}, NULL, NULL},
    {"599 5.7.1 odd second digit", {0, {5, 7, 1}}, NULL, NULL},
    /* A provider and no code. */
    {"mx00.emig.gmx.net closed the connection", {0, {0, 0, 0}}, "UnitedInternet", NULL},
    {"host mx00.kundenserver.de says: Bad DNS PTR resource record",
     {0, {0, 0, 0}},
     "UnitedInternet",
     "PTR"},
};

START_TEST(line_is_read)
{
    struct rcpt_bounce bounce;
    ck_assert_msg(rcpt_bounce_parse(lines[_i].line, &bounce), "%s", lines[_i].line);
    const struct rcpt_enhanced want = lines[_i].code.enhanced, got = bounce.code.enhanced;
    ck_assert_msg(bounce.code.code == lines[_i].code.code, "%u from %s", bounce.code.code,
                  lines[_i].line);
    ck_assert_msg(got.status == want.status && got.subject == want.subject &&
                      got.detail == want.detail,
                  "%u.%u.%u from %s", got.status, got.subject, got.detail, lines[_i].line);
    const char *provider = bounce.provider == NULL ? "none" : bounce.provider;
    ck_assert_msg(strcmp(provider, lines[_i].provider == NULL ? "none" : lines[_i].provider) == 0,
                  "%s from %s", provider, lines[_i].line);
    const char *meaning = bounce.reply == NULL ? "none" : bounce.reply->meaning;
    ck_assert_msg(strstr(meaning, lines[_i].meaning == NULL ? "none" : lines[_i].meaning) != NULL,
                  "%s from %s", meaning, lines[_i].line);
}
END_TEST

/* Numbers that are no codes, and hosts that did not reply. */
static const char *const nothing[] = {
    "",
    " ",
    "hello there",
    "Message size 550 bytes, sent to mx.example.com port 554 at 12:34:55, id <250.451.550@host>",
    "Exim 4.4.2 on 10.250.1.2, retry after 450 seconds, 554 recipients",
    "2a00:1450:400:554::1b and [2001:db8:450:1::25]",
    "192.0.2.250 203.0.113.5 250.1.2.3 5.7.1.2 5.7.1.example 15.7.1 5.17.1 5.7.1000 5.7.01",
    "relay=[192.0.2.3]:554, delay=550, size=452, pid[450], 4AB550, 550abc, 5501, mx.example:554",
    "2026-11-22 12:00:00.550 +0200 554/550 1.554 550.1 x550 550x _550 550_ 450% -550-1234",
    "version 5.7.1, postfix 4.2.2, v5.7.1, openssl-5.1.1, 5.7.1a, 5.7.1/64, 8.1/5.7.1",
    "600 700 199 099 388 495 5.8.1 3.7.1 1.7.1",
    "Received: from mail-sor-f41.google.com (mail-sor-f41.example)",
    "to=<somebody@web.de> from=<other@gmx.net> orcpt=rfc822;x@mail.ru",
    "nogsmtp xmimecast",
};

START_TEST(line_says_nothing)
{
    struct rcpt_bounce bounce;
    const char *line = nothing[_i];
    bool found = rcpt_bounce_parse(line, &bounce);
    ck_assert_msg(bounce.code.code == 0, "%u from %s", bounce.code.code, line);
    ck_assert_msg(bounce.code.enhanced.status == 0, "%u.%u.%u from %s", bounce.code.enhanced.status,
                  bounce.code.enhanced.subject, bounce.code.enhanced.detail, line);
    ck_assert_msg(bounce.provider == NULL, "%s from %s", bounce.provider, line);
    ck_assert(!found);
    ck_assert_ptr_null(bounce.reply);
}
END_TEST

/* A long line costs no more than its first part, and codes beyond it are not seen. */
START_TEST(long_line_is_cut)
{
    enum { LONG = 1 << 20 };
    struct rcpt_bounce bounce;
    char *line = malloc(LONG + 1);
    ck_assert_ptr_nonnull(line);
    memset(line, '5', LONG);
    line[LONG] = '\0';
    ck_assert(!rcpt_bounce_parse(line, &bounce));
    memcpy(line, "550 5.7.1 ", 10);
    memcpy(line + LONG - 20, " 421 4.7.0 - gsmtp  ", 20);
    ck_assert(rcpt_bounce_parse(line, &bounce));
    ck_assert_uint_eq(bounce.code.code, 550);
    ck_assert_ptr_null(bounce.provider);
    free(line);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalog/bounce");
    TCase *tcase = tcase_create("lines");
    tcase_add_loop_test(tcase, line_is_read, 0, (int)(sizeof lines / sizeof *lines));
    tcase_add_loop_test(tcase, line_says_nothing, 0, (int)(sizeof nothing / sizeof *nothing));
    tcase_add_test(tcase, long_line_is_cut);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
