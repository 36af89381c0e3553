/*
 * provider_find_test.c - hosts, names and replies of providers: what is found and what is not
 */
#include <string.h>

#include "catalog/provider_match.h"
#include "unit.h"

/* A host, and the provider it belongs to; NULL for none. */
static const struct {
    const char *host, *provider;
} hosts[] = {
    {"gmail-smtp-in.l.google.com", "Gmail"},
    {"aspmx.l.google.com.", "Gmail"},
    {"ASPMX.L.GOOGLE.COM", "Gmail"},
    {"google.com", "Gmail"},
    {"hotmail-com.olc.protection.outlook.com", "Outlook.com"},
    {"example-com.mail.protection.outlook.com", "Exchange Online"},
    {"eur06.prod.protection.outlook.com", "Exchange Online"},
    {"example-com.o-v1.mx.microsoft", "Exchange Online"},
    {"mta5.am0.yahoodns.net", "Yahoo"},
    {"mx01.mail.icloud.com", "iCloud"},
    {"mx00.emig.gmx.net", "UnitedInternet"},
    {"inbound-smtp.eu-west-1.amazonaws.com", "AmazonSES"},
    {"route1.mx.cloudflare.net", "Cloudflare"},
    {"ec2-192-0-2-1.compute-1.amazonaws.com", NULL},
    {"inbound-smtp.amazonaws.com", NULL},
    {"inbound-smtp.a.b.amazonaws.com", NULL},
    {"notgoogle.com", NULL},
    {"google.com.example.net", NULL},
    {"com", NULL},
    {"net", NULL},
    {"mx.example.org", NULL},
    {"", NULL},
    {".", NULL},
    {"..", NULL},
    {"google.com..", NULL},
};

START_TEST(host_belongs)
{
    const struct rcpt_provider *row = rcpt_provider_of_host(hosts[_i].host);
    if (hosts[_i].provider == NULL)
        ck_assert_msg(row == NULL, "%s: %s", hosts[_i].host, row == NULL ? "" : row->name);
    else
        ck_assert_msg(row != NULL && strcmp(row->name, hosts[_i].provider) == 0, "%s: %s",
                      hosts[_i].host, row == NULL ? "none" : row->name);
}
END_TEST

static const struct {
    const char *text, *name;
} names[] = {
    {"gmail", "Gmail"},
    {"GMAIL", "Gmail"},
    {"google", "Gmail"},
    {"Google Workspace", "Gmail"},
    {"Microsoft 365", "Exchange Online"},
    {"office365", "Exchange Online"},
    {"exchange online", "Exchange Online"},
    {"exchange", "Exchange Online"},
    {"Outlook", "Outlook.com"},
    {"outlook.com", "Outlook.com"},
    {"hotmail", "Outlook.com"},
    {"yahoo", "Yahoo"},
    {"aol", "Yahoo"},
    {"apple", "iCloud"},
    {"icloud", "iCloud"},
    {"gmx", "UnitedInternet"},
    {"web.de", "UnitedInternet"},
    {"1&1", "UnitedInternet"},
    {"IONOS", "UnitedInternet"},
    {"t-online", "TOnline"},
    {"postfix", "Postfix"},
    {"mailbox.org", "mailbox.org"},
    {"aspmx.l.google.com", "Gmail"},
    {"google!", "Gmail"},
    {"nobody", NULL},
    {"", NULL},
    {"---", NULL},
    {"gmailgmailgmailgmailgmailgmailgmailgmailgmail", NULL},
    {"G\xffmail\n", "Gmail"},
    {"mx.example.net", NULL},
};

START_TEST(name_is_known)
{
    const char *name = rcpt_provider_name(names[_i].text);
    if (names[_i].name == NULL)
        ck_assert_msg(name == NULL, "%s: %s", names[_i].text, name);
    else
        ck_assert_msg(name != NULL && strcmp(name, names[_i].name) == 0, "%s: %s", names[_i].text,
                      name == NULL ? "none" : name);
}
END_TEST

/* Every other name leads to a name of the tables, and stands there once. */
START_TEST(aliases_lead_somewhere)
{
    const char *alias;
    for (size_t i = 0; (alias = rcpt_provider_alias_at(i)) != NULL; i++) {
        ck_assert_msg(rcpt_provider_name(alias) != NULL, "%s", alias);
        for (size_t j = 0; j < i; j++)
            ck_assert_msg(strcmp(alias, rcpt_provider_alias_at(j)) != 0, "%s stands twice", alias);
    }
}
END_TEST

/* What is found for a provider, a code and a text: a part of the meaning; NULL for nothing. */
static const struct {
    const char *provider;
    struct rcpt_code_name code;
    const char *text, *meaning;
} replies[] = {
    /* The words decide between rows of one code, across any white space. */
    {"Gmail", {550, {5, 7, 26}}, "The Sender\r\n is  Unauthenticated", "neither SPF nor DKIM"},
    {"Gmail", {550, {5, 7, 26}}, "due to domain's DMARC policy", "DMARC policy"},
    {"Gmail", {0, {5, 7, 26}}, "hard fail policy", "-all"},
    /* A text that does not decide gives nothing; no text at all gives the first row. */
    {"Gmail", {550, {5, 7, 26}}, "something else", NULL},
    {"Gmail", {550, {5, 7, 26}}, "", "neither SPF nor DKIM"},
    {"Gmail", {550, {0, 0, 0}}, "something else", NULL},
    /* A code that one row has needs no words. */
    {"Gmail", {550, {5, 7, 25}}, "something else", "no PTR record"},
    {"Gmail", {553, {0, 0, 0}}, "something else", "recipient's domain"},
    {"Gmail", {0, {0, 7, 25}}, "something else", "no PTR record"},
    /* Codes must fit. */
    {"Gmail", {250, {5, 7, 25}}, "PTR record", NULL},
    {"Gmail", {550, {5, 6, 1}}, "PTR record", NULL},
    {"Gmail", {421, {5, 7, 25}}, "PTR record", NULL},
    /* Ranges, and the exact row before the range. */
    {"Exchange Online", {550, {5, 7, 605}}, "", NULL},
    {"Exchange Online", {550, {5, 7, 630}}, "x", "block list"},
    {"Exchange Online", {550, {5, 7, 650}}, "", NULL},
    {"Exchange Online", {451, {4, 7, 600}}, "x", "suspicious"},
    {"Exchange Online", {550, {5, 7, 708}}, "x", "new or has a bad record"},
    {"Exchange Online", {550, {5, 7, 705}}, "x", "reached a limit"},
    /* 5.1.1 and 5.2.1 are two codes, not a range. */
    {"Gmail", {550, {5, 2, 1}}, "x", "inactive"},
    {"Gmail", {550, {5, 1, 6}}, "x", NULL},
    /* No enhanced codes of its own: those of relays do not matter where the words fit. */
    {"UnitedInternet", {554, {5, 0, 0}}, "IP address is block listed", "internal list"},
    {"UnitedInternet", {554, {5, 7, 1}}, "Bad DNS PTR resource record", "PTR"},
    {"UnitedInternet", {554, {5, 7, 1}}, "", NULL},
    /* Words alone. */
    {"UnitedInternet", {0, {0, 0, 0}}, "Bad DNS PTR resource record", "PTR"},
    {"UnitedInternet", {0, {0, 0, 0}}, "", NULL},
    /* Words are not found in the middle of others. */
    {"Mimecast", {550, {0, 0, 0}}, "turbl rblx", "on a list"},
    {"Mimecast", {550, {0, 0, 0}}, "turbl", NULL},
    {"nobody", {550, {5, 7, 1}}, "", NULL},
};

START_TEST(reply_is_found)
{
    const struct rcpt_provider_reply *row =
        rcpt_provider_reply_find(replies[_i].provider, &replies[_i].code, replies[_i].text);
    if (replies[_i].meaning == NULL)
        ck_assert_msg(row == NULL, "row %d: %s", _i, row == NULL ? "" : row->meaning);
    else
        ck_assert_msg(row != NULL && strstr(row->meaning, replies[_i].meaning) != NULL,
                      "row %d: %s", _i, row == NULL ? "none" : row->meaning);
}
END_TEST

START_TEST(triggers_have_names)
{
    ck_assert_str_eq(rcpt_trigger_name(RCPT_TRIGGER_NO_RDNS), "no_rdns");
    ck_assert_str_eq(rcpt_trigger_name(RCPT_TRIGGER_OTHER), "other");
    ck_assert_str_eq(rcpt_trigger_name((enum rcpt_trigger)(RCPT_TRIGGER_RECIPIENT + 1)), "");
    for (int i = 0; i <= RCPT_TRIGGER_RECIPIENT; i++)
        for (int j = 0; j < i; j++)
            ck_assert_str_ne(rcpt_trigger_name((enum rcpt_trigger)i),
                             rcpt_trigger_name((enum rcpt_trigger)j));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalog/provider_find");
    TCase *tcase = tcase_create("find");
    tcase_add_loop_test(tcase, host_belongs, 0, (int)(sizeof hosts / sizeof *hosts));
    tcase_add_loop_test(tcase, name_is_known, 0, (int)(sizeof names / sizeof *names));
    tcase_add_test(tcase, aliases_lead_somewhere);
    tcase_add_loop_test(tcase, reply_is_found, 0, (int)(sizeof replies / sizeof *replies));
    tcase_add_test(tcase, triggers_have_names);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
