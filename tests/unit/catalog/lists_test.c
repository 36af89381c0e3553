/*
 * lists_test.c - the table of DNS lists: every row is whole, and every code says what it should
 */
#include "rcptcheck/lists.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "address/ip.h"
#include "catalog/list_code.h"
#include "unit.h"

#define COUNT(rows) ((int)(sizeof(rows) / sizeof *(rows)))

enum { IP_KINDS = RCPT_LIST_IP4 | RCPT_LIST_IP6, ALL_KINDS = 15, MOST_CODES = 16 };

static int list_count(void)
{
    int count = 0;
    while (rcpt_list_at((size_t)count) != NULL)
        count++;
    return count;
}

/* What an answer means by the rule of the table: the first plain pattern, and every bit. Returns
 * how many codes that is. */
static size_t decode(const struct rcpt_list *list, const unsigned char octet[4],
                     const struct rcpt_list_code *found[MOST_CODES])
{
    size_t count = 0;
    bool plain = false;
    for (const struct rcpt_list_code *code = list->codes; code->pattern != NULL; code++) {
        bool bit = strchr(code->pattern, '&') != NULL;
        if ((plain && !bit) || !list_code_matches(code->pattern, octet))
            continue;
        plain |= !bit;
        ck_assert_uint_lt(count, MOST_CODES);
        found[count++] = code;
    }
    return count;
}

/* ---- what the operators document ---- */

static const struct {
    const char *zone, *answer;
    enum rcpt_code_effect effect;
    const char *meaning;
} documented[] = {
    {"zen.spamhaus.org", "127.0.0.2", RCPT_CODE_LISTED,
     "SBL: a source of spam, or a network that serves spammers"},
    {"zen.spamhaus.org", "127.0.0.3", RCPT_CODE_LISTED,
     "CSS: a low-reputation or snowshoe sender, found automatically"},
    {"zen.spamhaus.org", "127.0.0.4", RCPT_CODE_LISTED,
     "XBL: an infected or hijacked host (CBL data)"},
    {"zen.spamhaus.org", "127.0.0.5", RCPT_CODE_LISTED, "XBL: a value kept in reserve"},
    {"zen.spamhaus.org", "127.0.0.7", RCPT_CODE_LISTED, "XBL: a value kept in reserve"},
    {"zen.spamhaus.org", "127.0.0.9", RCPT_CODE_LISTED,
     "DROP: a network that is hijacked or run by criminals"},
    {"zen.spamhaus.org", "127.0.0.10", RCPT_CODE_LISTED,
     "PBL, kept by the provider: this range should not send mail directly"},
    {"zen.spamhaus.org", "127.0.0.11", RCPT_CODE_LISTED,
     "PBL, kept by Spamhaus: this range should not send mail directly"},
    {"zen.spamhaus.org", "127.0.0.30", RCPT_CODE_LISTED, "BCL: a botnet controller"},
    {"zen.spamhaus.org", "127.255.255.252", RCPT_CODE_REFUSED, "the name of the zone is mistyped"},
    {"zen.spamhaus.org", "127.255.255.254", RCPT_CODE_REFUSED,
     "the question came through a public resolver, or one that cannot be attributed"},
    {"zen.spamhaus.org", "127.255.255.255", RCPT_CODE_REFUSED, "too many questions"},
    {"sbl.spamhaus.org", "127.0.0.2", RCPT_CODE_LISTED,
     "SBL: a source of spam, or a network that serves spammers"},
    {"sbl.spamhaus.org", "127.0.0.3", RCPT_CODE_LISTED,
     "CSS: a low-reputation or snowshoe sender, found automatically"},
    {"sbl.spamhaus.org", "127.0.0.9", RCPT_CODE_LISTED,
     "DROP: a network that is hijacked or run by criminals"},
    {"sbl.spamhaus.org", "127.0.0.30", RCPT_CODE_LISTED, "BCL: a botnet controller"},
    {"sbl.spamhaus.org", "127.255.255.252", RCPT_CODE_REFUSED, "the name of the zone is mistyped"},
    {"sbl.spamhaus.org", "127.255.255.254", RCPT_CODE_REFUSED,
     "the question came through a public resolver, or one that cannot be attributed"},
    {"sbl.spamhaus.org", "127.255.255.255", RCPT_CODE_REFUSED, "too many questions"},
    {"xbl.spamhaus.org", "127.0.0.4", RCPT_CODE_LISTED,
     "XBL: an infected or hijacked host (CBL data)"},
    {"xbl.spamhaus.org", "127.0.0.5", RCPT_CODE_LISTED, "XBL: a value kept in reserve"},
    {"xbl.spamhaus.org", "127.0.0.7", RCPT_CODE_LISTED, "XBL: a value kept in reserve"},
    {"xbl.spamhaus.org", "127.255.255.252", RCPT_CODE_REFUSED, "the name of the zone is mistyped"},
    {"xbl.spamhaus.org", "127.255.255.254", RCPT_CODE_REFUSED,
     "the question came through a public resolver, or one that cannot be attributed"},
    {"xbl.spamhaus.org", "127.255.255.255", RCPT_CODE_REFUSED, "too many questions"},
    {"pbl.spamhaus.org", "127.0.0.10", RCPT_CODE_LISTED,
     "PBL, kept by the provider: this range should not send mail directly"},
    {"pbl.spamhaus.org", "127.0.0.11", RCPT_CODE_LISTED,
     "PBL, kept by Spamhaus: this range should not send mail directly"},
    {"pbl.spamhaus.org", "127.255.255.252", RCPT_CODE_REFUSED, "the name of the zone is mistyped"},
    {"pbl.spamhaus.org", "127.255.255.254", RCPT_CODE_REFUSED,
     "the question came through a public resolver, or one that cannot be attributed"},
    {"pbl.spamhaus.org", "127.255.255.255", RCPT_CODE_REFUSED, "too many questions"},
    {"dbl.spamhaus.org", "127.0.1.2", RCPT_CODE_LISTED, "a spam domain, or one of low reputation"},
    {"dbl.spamhaus.org", "127.0.1.4", RCPT_CODE_LISTED, "phishing"},
    {"dbl.spamhaus.org", "127.0.1.5", RCPT_CODE_LISTED, "malware"},
    {"dbl.spamhaus.org", "127.0.1.6", RCPT_CODE_LISTED, "a botnet's command and control"},
    {"dbl.spamhaus.org", "127.0.1.102", RCPT_CODE_LISTED,
     "a legitimate domain that is abused for spam"},
    {"dbl.spamhaus.org", "127.0.1.103", RCPT_CODE_LISTED, "a legitimate redirector that is abused"},
    {"dbl.spamhaus.org", "127.0.1.104", RCPT_CODE_LISTED,
     "a legitimate domain that is abused for phishing"},
    {"dbl.spamhaus.org", "127.0.1.105", RCPT_CODE_LISTED,
     "a legitimate domain that is abused for malware"},
    {"dbl.spamhaus.org", "127.0.1.106", RCPT_CODE_LISTED,
     "a legitimate domain that is abused for botnet control"},
    {"dbl.spamhaus.org", "127.0.1.255", RCPT_CODE_REFUSED,
     "an IP address was asked about; this list knows names only"},
    {"dbl.spamhaus.org", "127.255.255.252", RCPT_CODE_REFUSED, "the name of the zone is mistyped"},
    {"dbl.spamhaus.org", "127.255.255.254", RCPT_CODE_REFUSED,
     "the question came through a public resolver, or one that cannot be attributed"},
    {"dbl.spamhaus.org", "127.255.255.255", RCPT_CODE_REFUSED, "too many questions"},
    {"{key}.zen.dq.spamhaus.net", "127.0.0.2", RCPT_CODE_LISTED,
     "SBL: a source of spam, or a network that serves spammers"},
    {"{key}.zen.dq.spamhaus.net", "127.0.0.3", RCPT_CODE_LISTED,
     "CSS: a low-reputation or snowshoe sender, found automatically"},
    {"{key}.zen.dq.spamhaus.net", "127.0.0.4", RCPT_CODE_LISTED,
     "XBL: an infected or hijacked host (CBL data)"},
    {"{key}.zen.dq.spamhaus.net", "127.0.0.5", RCPT_CODE_LISTED, "XBL: a value kept in reserve"},
    {"{key}.zen.dq.spamhaus.net", "127.0.0.7", RCPT_CODE_LISTED, "XBL: a value kept in reserve"},
    {"{key}.zen.dq.spamhaus.net", "127.0.0.9", RCPT_CODE_LISTED,
     "DROP: a network that is hijacked or run by criminals"},
    {"{key}.zen.dq.spamhaus.net", "127.0.0.10", RCPT_CODE_LISTED,
     "PBL, kept by the provider: this range should not send mail directly"},
    {"{key}.zen.dq.spamhaus.net", "127.0.0.11", RCPT_CODE_LISTED,
     "PBL, kept by Spamhaus: this range should not send mail directly"},
    {"{key}.zen.dq.spamhaus.net", "127.0.0.30", RCPT_CODE_LISTED, "BCL: a botnet controller"},
    {"{key}.zen.dq.spamhaus.net", "127.255.255.250", RCPT_CODE_REFUSED, "the key is disabled"},
    {"{key}.zen.dq.spamhaus.net", "127.255.255.251", RCPT_CODE_REFUSED,
     "the key is in use by another account"},
    {"{key}.zen.dq.spamhaus.net", "127.255.255.252", RCPT_CODE_REFUSED,
     "the name of the zone is mistyped"},
    {"{key}.zen.dq.spamhaus.net", "127.255.255.254", RCPT_CODE_REFUSED,
     "the question came through a public resolver, or one that cannot be attributed"},
    {"{key}.zen.dq.spamhaus.net", "127.255.255.255", RCPT_CODE_REFUSED, "too many questions"},
    {"{key}.zrd.dq.spamhaus.net", "127.0.2.2", RCPT_CODE_LISTED,
     "first seen less than a day ago; the last octet is the hours"},
    {"{key}.zrd.dq.spamhaus.net", "127.0.2.24", RCPT_CODE_LISTED,
     "first seen less than a day ago; the last octet is the hours"},
    {"{key}.zrd.dq.spamhaus.net", "127.0.2.255", RCPT_CODE_REFUSED,
     "an IP address was asked about; this list knows names only"},
    {"{key}.authbl.dq.spamhaus.net", "127.0.0.20", RCPT_CODE_LISTED,
     "seen guessing passwords or using stolen ones for SMTP AUTH"},
    {"_email.{key}.hbl.dq.spamhaus.net", "127.0.3.2", RCPT_CODE_LISTED,
     "an e-mail address used for spam or fraud"},
    {"_email.{key}.hbl.dq.spamhaus.net", "127.0.3.10", RCPT_CODE_LISTED, "a malware file"},
    {"_email.{key}.hbl.dq.spamhaus.net", "127.0.3.15", RCPT_CODE_LISTED, "a suspicious file"},
    {"_email.{key}.hbl.dq.spamhaus.net", "127.0.3.20", RCPT_CODE_LISTED, "a crypto wallet"},
    {"_email.{key}.hbl.dq.spamhaus.net", "127.0.3.30", RCPT_CODE_LISTED, "a URL"},
    {"cbl.abuseat.org", "127.0.0.2", RCPT_CODE_LISTED, "listed"},
    {"bl.spamcop.net", "127.0.0.2", RCPT_CODE_LISTED,
     "reported by users, or mail to spam traps, within about a day"},
    {"b.barracudacentral.org", "127.0.0.2", RCPT_CODE_LISTED, "poor reputation"},
    {"{key}.combined.mail.abusix.zone", "127.0.0.2", RCPT_CODE_LISTED, "mail to a spam trap"},
    {"{key}.combined.mail.abusix.zone", "127.0.0.3", RCPT_CODE_LISTED,
     "a bad neighbourhood, or found by heuristics"},
    {"{key}.combined.mail.abusix.zone", "127.0.0.4", RCPT_CODE_LISTED, "an exploited host"},
    {"{key}.combined.mail.abusix.zone", "127.0.0.11", RCPT_CODE_LISTED,
     "policy: generic reverse DNS"},
    {"{key}.combined.mail.abusix.zone", "127.0.0.12", RCPT_CODE_LISTED, "policy: no reverse DNS"},
    {"{key}.combined.mail.abusix.zone", "127.0.0.200", RCPT_CODE_LISTED,
     "listed by hand, for long"},
    {"{key}.dynamic.mail.abusix.zone", "127.0.0.11", RCPT_CODE_LISTED,
     "policy: generic reverse DNS"},
    {"{key}.dynamic.mail.abusix.zone", "127.0.0.12", RCPT_CODE_LISTED, "policy: no reverse DNS"},
    {"{key}.dblack.mail.abusix.zone", "127.0.1.1", RCPT_CODE_LISTED, "seen in the bodies of spam"},
    {"{key}.dblack.mail.abusix.zone", "127.0.1.2", RCPT_CODE_LISTED,
     "newly observed, with bad signs"},
    {"{key}.black.mail.abusix.zone", "127.0.0.2", RCPT_CODE_LISTED, "mail to a spam trap"},
    {"{key}.black.mail.abusix.zone", "127.0.0.3", RCPT_CODE_LISTED,
     "a bad neighbourhood, or found by heuristics"},
    {"{key}.black.mail.abusix.zone", "127.0.0.200", RCPT_CODE_LISTED, "listed by hand, for long"},
    {"dnsbl-1.uceprotect.net", "127.0.0.2", RCPT_CODE_LISTED,
     "this address sent mail to a spam trap"},
    {"dnsbl-2.uceprotect.net", "127.0.0.2", RCPT_CODE_LISTED,
     "the range around it has many Level 1 entries"},
    {"dnsbl-3.uceprotect.net", "127.0.0.2", RCPT_CODE_LISTED,
     "the whole autonomous system of its provider is listed"},
    {"ips.backscatterer.org", "127.0.0.2", RCPT_CODE_LISTED,
     "sends late bounces to strangers, or sender call-outs"},
    {"ips.whitelisted.org", "127.0.0.2", RCPT_CODE_ALLOWED, "on the allow list"},
    {"psbl.surriel.com", "127.0.0.2", RCPT_CODE_LISTED, "mail to a spam trap"},
    {"dnsbl.dronebl.org", "127.0.0.2", RCPT_CODE_LISTED, "sample data"},
    {"dnsbl.dronebl.org", "127.0.0.3", RCPT_CODE_LISTED, "an IRC drone"},
    {"dnsbl.dronebl.org", "127.0.0.5", RCPT_CODE_LISTED, "a bottler"},
    {"dnsbl.dronebl.org", "127.0.0.6", RCPT_CODE_LISTED, "an unknown worm or spambot"},
    {"dnsbl.dronebl.org", "127.0.0.7", RCPT_CODE_LISTED, "a drone of denial-of-service attacks"},
    {"dnsbl.dronebl.org", "127.0.0.8", RCPT_CODE_LISTED, "an open SOCKS proxy"},
    {"dnsbl.dronebl.org", "127.0.0.9", RCPT_CODE_LISTED, "an open HTTP proxy"},
    {"dnsbl.dronebl.org", "127.0.0.10", RCPT_CODE_LISTED, "a chain of proxies"},
    {"dnsbl.dronebl.org", "127.0.0.11", RCPT_CODE_LISTED, "a web page proxy"},
    {"dnsbl.dronebl.org", "127.0.0.12", RCPT_CODE_LISTED, "an open DNS resolver"},
    {"dnsbl.dronebl.org", "127.0.0.13", RCPT_CODE_LISTED, "guesses passwords"},
    {"dnsbl.dronebl.org", "127.0.0.14", RCPT_CODE_LISTED, "an open Wingate proxy"},
    {"dnsbl.dronebl.org", "127.0.0.15", RCPT_CODE_LISTED, "a compromised router"},
    {"dnsbl.dronebl.org", "127.0.0.16", RCPT_CODE_LISTED, "a worm that takes over hosts"},
    {"dnsbl.dronebl.org", "127.0.0.17", RCPT_CODE_LISTED, "a botnet member, found automatically"},
    {"dnsbl.dronebl.org", "127.0.0.18", RCPT_CODE_LISTED, "a DNS or MX host name seen on IRC"},
    {"dnsbl.dronebl.org", "127.0.0.19", RCPT_CODE_LISTED, "an abused VPN"},
    {"dnsbl.dronebl.org", "127.0.0.255", RCPT_CODE_LISTED, "of no class"},
    {"bl.mailspike.net", "127.0.0.2", RCPT_CODE_LISTED, "Z: part of a wave of spam right now"},
    {"bl.mailspike.net", "127.0.0.10", RCPT_CODE_LISTED, "L5: the worst reputation"},
    {"bl.mailspike.net", "127.0.0.11", RCPT_CODE_LISTED, "L4: very bad reputation"},
    {"bl.mailspike.net", "127.0.0.12", RCPT_CODE_LISTED, "L3: bad reputation"},
    {"z.mailspike.net", "127.0.0.2", RCPT_CODE_LISTED,
     "part of a distributed wave of spam right now"},
    {"rep.mailspike.net", "127.0.0.10", RCPT_CODE_LISTED, "L5: the worst reputation"},
    {"rep.mailspike.net", "127.0.0.11", RCPT_CODE_LISTED, "L4: very bad reputation"},
    {"rep.mailspike.net", "127.0.0.12", RCPT_CODE_LISTED, "L3: bad reputation"},
    {"rep.mailspike.net", "127.0.0.13", RCPT_CODE_NEUTRAL, "L2: suspicious, but no more"},
    {"rep.mailspike.net", "127.0.0.14", RCPT_CODE_NEUTRAL, "L1: slightly below neutral"},
    {"rep.mailspike.net", "127.0.0.15", RCPT_CODE_NEUTRAL, "H0: neutral"},
    {"rep.mailspike.net", "127.0.0.16", RCPT_CODE_ALLOWED, "H1: slightly above neutral"},
    {"rep.mailspike.net", "127.0.0.17", RCPT_CODE_ALLOWED, "H2: possibly a good sender"},
    {"rep.mailspike.net", "127.0.0.18", RCPT_CODE_ALLOWED, "H3: good reputation"},
    {"rep.mailspike.net", "127.0.0.19", RCPT_CODE_ALLOWED, "H4: very good reputation"},
    {"rep.mailspike.net", "127.0.0.20", RCPT_CODE_ALLOWED, "H5: excellent reputation"},
    {"wl.mailspike.net", "127.0.0.17", RCPT_CODE_ALLOWED, "H2: possibly a good sender"},
    {"wl.mailspike.net", "127.0.0.18", RCPT_CODE_ALLOWED, "H3: good reputation"},
    {"wl.mailspike.net", "127.0.0.19", RCPT_CODE_ALLOWED, "H4: very good reputation"},
    {"wl.mailspike.net", "127.0.0.20", RCPT_CODE_ALLOWED, "H5: excellent reputation"},
    {"dyna.spamrats.com", "127.0.0.36", RCPT_CODE_LISTED,
     "RATS-Dyna: reverse DNS that looks dynamic, and abusive traffic"},
    {"noptr.spamrats.com", "127.0.0.37", RCPT_CODE_LISTED,
     "RATS-NoPtr: no reverse DNS, and abusive traffic"},
    {"spam.spamrats.com", "127.0.0.38", RCPT_CODE_LISTED, "RATS-Spam: an abusive source"},
    {"auth.spamrats.com", "127.0.0.43", RCPT_CODE_LISTED, "RATS-Auth: guesses passwords"},
    {"all.spamrats.com", "127.0.0.36", RCPT_CODE_LISTED,
     "RATS-Dyna: reverse DNS that looks dynamic, and abusive traffic"},
    {"all.spamrats.com", "127.0.0.37", RCPT_CODE_LISTED,
     "RATS-NoPtr: no reverse DNS, and abusive traffic"},
    {"all.spamrats.com", "127.0.0.38", RCPT_CODE_LISTED, "RATS-Spam: an abusive source"},
    {"all.spamrats.com", "127.0.0.43", RCPT_CODE_LISTED, "RATS-Auth: guesses passwords"},
    {"all.s5h.net", "127.0.0.2", RCPT_CODE_LISTED, "listed"},
    {"truncate.gbudb.net", "127.0.0.2", RCPT_CODE_LISTED, "sends nothing but bad mail"},
    {"bl.blocklist.de", "127.0.0.2", RCPT_CODE_LISTED, "spam, reported by a mail filter (amavis)"},
    {"bl.blocklist.de", "127.0.0.3", RCPT_CODE_LISTED, "a flood of requests to a web server"},
    {"bl.blocklist.de", "127.0.0.4", RCPT_CODE_LISTED, "attacks on a telephone server (asterisk)"},
    {"bl.blocklist.de", "127.0.0.5", RCPT_CODE_LISTED, "a bad bot on web sites"},
    {"bl.blocklist.de", "127.0.0.6", RCPT_CODE_LISTED, "attacks on FTP"},
    {"bl.blocklist.de", "127.0.0.7", RCPT_CODE_LISTED, "attacks on IMAP"},
    {"bl.blocklist.de", "127.0.0.8", RCPT_CODE_LISTED, "an IRC bot"},
    {"bl.blocklist.de", "127.0.0.9", RCPT_CODE_LISTED, "attacks on a mail server"},
    {"bl.blocklist.de", "127.0.0.10", RCPT_CODE_LISTED, "attacks on POP3"},
    {"bl.blocklist.de", "127.0.0.11", RCPT_CODE_LISTED, "a bot that registers accounts"},
    {"bl.blocklist.de", "127.0.0.12", RCPT_CODE_LISTED,
     "remote file inclusion attacks on web sites"},
    {"bl.blocklist.de", "127.0.0.13", RCPT_CODE_LISTED, "guesses passwords for SMTP AUTH"},
    {"bl.blocklist.de", "127.0.0.14", RCPT_CODE_LISTED, "attacks on SSH"},
    {"multi.surbl.org", "127.0.0.4", RCPT_CODE_NEUTRAL,
     "DM: a domain of disposable mail addresses"},
    {"multi.surbl.org", "127.0.0.8", RCPT_CODE_LISTED, "PH: phishing"},
    {"multi.surbl.org", "127.0.0.16", RCPT_CODE_LISTED, "MW: malware"},
    {"multi.surbl.org", "127.0.0.32", RCPT_CODE_NEUTRAL, "CT: a click tracker"},
    {"multi.surbl.org", "127.0.0.64", RCPT_CODE_LISTED, "ABUSE: spam"},
    {"multi.surbl.org", "127.0.0.128", RCPT_CODE_LISTED, "CR: a cracked site"},
    {"multi.surbl.org", "127.0.0.1", RCPT_CODE_REFUSED, "access is blocked"},
    {"hashbl.surbl.org", "127.0.0.8", RCPT_CODE_LISTED, "phishing"},
    {"hashbl.surbl.org", "127.0.0.16", RCPT_CODE_LISTED, "malware"},
    {"hashbl.surbl.org", "127.0.0.64", RCPT_CODE_LISTED, "abuse"},
    {"hashbl.surbl.org", "127.0.0.128", RCPT_CODE_LISTED, "a cracked site"},
    {"hashbl.surbl.org", "127.0.1.7", RCPT_CODE_LISTED, "an e-mail address used for abuse"},
    {"multi.uribl.com", "127.0.0.2", RCPT_CODE_LISTED, "black: in spam, and in nothing else"},
    {"multi.uribl.com", "127.0.0.4", RCPT_CODE_LISTED,
     "grey: in unsolicited bulk mail; a weak sign"},
    {"multi.uribl.com", "127.0.0.8", RCPT_CODE_LISTED, "red: found automatically"},
    {"multi.uribl.com", "127.0.0.1", RCPT_CODE_REFUSED,
     "the question is refused, most often for its resolver"},
    {"multi.uribl.com", "127.0.0.255", RCPT_CODE_REFUSED, "an error code"},
    {"black.uribl.com", "127.0.0.2", RCPT_CODE_LISTED, "black: in spam, and in nothing else"},
    {"black.uribl.com", "127.0.0.1", RCPT_CODE_REFUSED,
     "the question is refused, most often for its resolver"},
    {"list.dnswl.org", "127.0.2.0", RCPT_CODE_NEUTRAL, "financial service: trust none"},
    {"list.dnswl.org", "127.0.2.3", RCPT_CODE_ALLOWED, "financial service: trust high"},
    {"list.dnswl.org", "127.0.3.0", RCPT_CODE_NEUTRAL, "e-mail service provider: trust none"},
    {"list.dnswl.org", "127.0.3.1", RCPT_CODE_ALLOWED, "e-mail service provider: trust low"},
    {"list.dnswl.org", "127.0.4.1", RCPT_CODE_ALLOWED, "organisation: trust low"},
    {"list.dnswl.org", "127.0.5.2", RCPT_CODE_ALLOWED, "network provider: trust medium"},
    {"list.dnswl.org", "127.0.6.3", RCPT_CODE_ALLOWED, "personal server: trust high"},
    {"list.dnswl.org", "127.0.7.1", RCPT_CODE_ALLOWED, "travel or leisure: trust low"},
    {"list.dnswl.org", "127.0.8.1", RCPT_CODE_ALLOWED, "public sector: trust low"},
    {"list.dnswl.org", "127.0.9.1", RCPT_CODE_ALLOWED, "media or technology: trust low"},
    {"list.dnswl.org", "127.0.10.0", RCPT_CODE_NEUTRAL, "special case: says nothing of trust"},
    {"list.dnswl.org", "127.0.10.2", RCPT_CODE_NEUTRAL, "special case: says nothing of trust"},
    {"list.dnswl.org", "127.0.11.1", RCPT_CODE_ALLOWED, "education: trust low"},
    {"list.dnswl.org", "127.0.12.1", RCPT_CODE_ALLOWED, "health care: trust low"},
    {"list.dnswl.org", "127.0.13.1", RCPT_CODE_ALLOWED, "industry: trust low"},
    {"list.dnswl.org", "127.0.14.1", RCPT_CODE_ALLOWED, "retail: trust low"},
    {"list.dnswl.org", "127.0.15.1", RCPT_CODE_ALLOWED, "e-mail marketing: trust low"},
    {"list.dnswl.org", "127.0.20.1", RCPT_CODE_ALLOWED, "listed by self service: trust low"},
    {"list.dnswl.org", "127.0.0.1", RCPT_CODE_ALLOWED, "other category: trust low"},
    {"list.dnswl.org", "127.0.99.2", RCPT_CODE_ALLOWED, "other category: trust medium"},
    {"list.dnswl.org", "127.0.0.255", RCPT_CODE_REFUSED, "blocked for too many questions"},
    {"list.dnswl.org", "127.0.10.3", RCPT_CODE_REFUSED,
     "the answer that resolvers get after too many questions"},
    {"dwl.dnswl.org", "127.0.2.0", RCPT_CODE_NEUTRAL, "financial service: trust none"},
    {"dwl.dnswl.org", "127.0.2.3", RCPT_CODE_ALLOWED, "financial service: trust high"},
    {"dwl.dnswl.org", "127.0.3.0", RCPT_CODE_NEUTRAL, "e-mail service provider: trust none"},
    {"dwl.dnswl.org", "127.0.3.1", RCPT_CODE_ALLOWED, "e-mail service provider: trust low"},
    {"dwl.dnswl.org", "127.0.4.1", RCPT_CODE_ALLOWED, "organisation: trust low"},
    {"dwl.dnswl.org", "127.0.5.2", RCPT_CODE_ALLOWED, "network provider: trust medium"},
    {"dwl.dnswl.org", "127.0.6.3", RCPT_CODE_ALLOWED, "personal server: trust high"},
    {"dwl.dnswl.org", "127.0.7.1", RCPT_CODE_ALLOWED, "travel or leisure: trust low"},
    {"dwl.dnswl.org", "127.0.8.1", RCPT_CODE_ALLOWED, "public sector: trust low"},
    {"dwl.dnswl.org", "127.0.9.1", RCPT_CODE_ALLOWED, "media or technology: trust low"},
    {"dwl.dnswl.org", "127.0.10.0", RCPT_CODE_NEUTRAL, "special case: says nothing of trust"},
    {"dwl.dnswl.org", "127.0.10.2", RCPT_CODE_NEUTRAL, "special case: says nothing of trust"},
    {"dwl.dnswl.org", "127.0.11.1", RCPT_CODE_ALLOWED, "education: trust low"},
    {"dwl.dnswl.org", "127.0.12.1", RCPT_CODE_ALLOWED, "health care: trust low"},
    {"dwl.dnswl.org", "127.0.13.1", RCPT_CODE_ALLOWED, "industry: trust low"},
    {"dwl.dnswl.org", "127.0.14.1", RCPT_CODE_ALLOWED, "retail: trust low"},
    {"dwl.dnswl.org", "127.0.15.1", RCPT_CODE_ALLOWED, "e-mail marketing: trust low"},
    {"dwl.dnswl.org", "127.0.20.1", RCPT_CODE_ALLOWED, "listed by self service: trust low"},
    {"dwl.dnswl.org", "127.0.0.1", RCPT_CODE_ALLOWED, "other category: trust low"},
    {"dwl.dnswl.org", "127.0.99.2", RCPT_CODE_ALLOWED, "other category: trust medium"},
    {"dwl.dnswl.org", "127.0.0.255", RCPT_CODE_REFUSED, "blocked for too many questions"},
    {"dwl.dnswl.org", "127.0.10.3", RCPT_CODE_REFUSED,
     "the answer that resolvers get after too many questions"},
    {"hostkarma.junkemailfilter.com", "127.0.0.1", RCPT_CODE_ALLOWED, "white list: sends no spam"},
    {"hostkarma.junkemailfilter.com", "127.0.0.2", RCPT_CODE_LISTED,
     "black list: sends nothing but spam"},
    {"hostkarma.junkemailfilter.com", "127.0.0.3", RCPT_CODE_NEUTRAL,
     "yellow list: sends both good mail and spam"},
    {"hostkarma.junkemailfilter.com", "127.0.0.4", RCPT_CODE_NEUTRAL,
     "brown list: on the way to the black list"},
    {"hostkarma.junkemailfilter.com", "127.0.0.5", RCPT_CODE_NEUTRAL, "must not be block-listed"},
    {"hostkarma.junkemailfilter.com", "127.0.1.1", RCPT_CODE_NEUTRAL, "ends sessions with QUIT"},
    {"hostkarma.junkemailfilter.com", "127.0.1.2", RCPT_CODE_NEUTRAL,
     "never ends sessions with QUIT"},
    {"hostkarma.junkemailfilter.com", "127.0.1.3", RCPT_CODE_NEUTRAL,
     "sometimes ends sessions with QUIT"},
    {"hostkarma.junkemailfilter.com", "127.0.2.1", RCPT_CODE_NEUTRAL, "first seen within 2 days"},
    {"hostkarma.junkemailfilter.com", "127.0.2.2", RCPT_CODE_NEUTRAL, "first seen within 10 days"},
    {"bl.spameatingmonkey.net", "127.0.0.2", RCPT_CODE_LISTED,
     "mail to a spam trap, or an entry by policy"},
    {"bl.ipv6.spameatingmonkey.net", "127.0.0.2", RCPT_CODE_LISTED, "mail to a spam trap"},
    {"backscatter.spameatingmonkey.net", "127.0.0.2", RCPT_CODE_LISTED, "bounces to spam traps"},
    {"uribl.spameatingmonkey.net", "127.0.0.2", RCPT_CODE_LISTED, "seen in mail to spam traps"},
    {"fresh15.spameatingmonkey.net", "127.0.0.2", RCPT_CODE_LISTED, "registered within 15 days"},
    {"ebl.msbl.org", "127.0.0.2", RCPT_CODE_LISTED, "a spammer's or fraudster's contact address"},
    {"ebl.msbl.org", "127.0.0.3", RCPT_CODE_LISTED, "a spammer's or fraudster's contact address"},
    {"ebl.msbl.org", "127.0.1.2", RCPT_CODE_LISTED, "grey: a contact address that is less certain"},
    {"ebl.msbl.org", "127.0.1.3", RCPT_CODE_LISTED, "grey: a contact address that is less certain"},
    {"spamlist.or.kr", "127.0.0.2", RCPT_CODE_LISTED, "listed"},
    {"dnsbl.rv-soft.info", "127.0.0.2", RCPT_CODE_LISTED, "an open relay"},
    {"dnsbl.rv-soft.info", "127.0.0.3", RCPT_CODE_LISTED, "an open proxy"},
    {"dnsbl.rv-soft.info", "127.0.0.4", RCPT_CODE_LISTED, "a source of spam"},
    {"dnsbl.rv-soft.info", "127.0.0.5", RCPT_CODE_LISTED, "malware"},
    {"dnsbl.rv-soft.info", "127.0.0.6", RCPT_CODE_LISTED, "phishing"},
    {"dnsbl.rv-soft.info", "127.0.0.7", RCPT_CODE_LISTED, "spear phishing"},
    {"dnsbl.rv-soft.info", "127.0.0.8", RCPT_CODE_LISTED, "fraud"},
    {"dnsbl.rv-soft.info", "127.0.0.9", RCPT_CODE_LISTED, "blackmail"},
    {"dnsbl.rv-soft.info", "127.0.0.10", RCPT_CODE_LISTED, "an end user's computer"},
    {"dnsbl.rv-soft.info", "127.0.0.11", RCPT_CODE_LISTED, "does not follow the RFCs"},
    {"dnsbl.rv-soft.info", "127.0.0.12", RCPT_CODE_LISTED, "goes on after permanent rejections"},
    {"dnsbl.rv-soft.info", "127.0.0.13", RCPT_CODE_LISTED, "denial-of-service attacks"},
    {"dnsbl.rv-soft.info", "127.0.0.14", RCPT_CODE_LISTED, "a relay on a compromised host"},
    {"dnsbl.rv-soft.info", "127.0.0.15", RCPT_CODE_LISTED, "a proxy on a compromised host"},
    {"dnsbl.rv-soft.info", "127.0.0.16", RCPT_CODE_LISTED, "a scanner"},
    {"dnsbl.rv-soft.info", "127.0.0.17", RCPT_CODE_LISTED, "a mass-mailing virus"},
    {"dnsbl.rv-soft.info", "127.0.0.18", RCPT_CODE_LISTED, "mass phishing"},
    {"dnsbl.rv-soft.info", "127.0.0.19", RCPT_CODE_LISTED, "bad reputation"},
    {"dnsbl.rv-soft.info", "127.0.0.20", RCPT_CODE_LISTED, "mass distribution"},
    {"dnsbl.justspam.org", "127.0.0.2", RCPT_CODE_LISTED, "listed"},
    {"bl.score.senderscore.com", "127.0.0.1", RCPT_CODE_LISTED, "a botnet member"},
    {"bl.score.senderscore.com", "127.0.0.2", RCPT_CODE_LISTED, "mail without authentication"},
    {"bl.score.senderscore.com", "127.0.0.4", RCPT_CODE_LISTED, "mail to a pristine spam trap"},
    {"bl.score.senderscore.com", "127.0.0.8", RCPT_CODE_LISTED, "suspect attachments"},
    {"bl.score.senderscore.com", "127.0.0.16", RCPT_CODE_LISTED, "a low Sender Score"},
    {"bl.score.senderscore.com", "127.255.255.255", RCPT_CODE_REFUSED,
     "the resolver is not registered, or asks too much"},
    {"score.senderscore.com", "127.0.4.0", RCPT_CODE_NEUTRAL,
     "the last octet is the score, 0 to 100; below 70 is weak"},
    {"score.senderscore.com", "127.0.4.69", RCPT_CODE_NEUTRAL,
     "the last octet is the score, 0 to 100; below 70 is weak"},
    {"score.senderscore.com", "127.0.4.70", RCPT_CODE_NEUTRAL,
     "the last octet is the score, 0 to 100; from 70 on it is good"},
    {"score.senderscore.com", "127.0.4.100", RCPT_CODE_NEUTRAL,
     "the last octet is the score, 0 to 100; from 70 on it is good"},
    {"score.senderscore.com", "127.255.255.255", RCPT_CODE_REFUSED,
     "the resolver is not registered, or asks too much"},
    {"sa-trusted.bondedsender.org", "127.0.0.7", RCPT_CODE_ALLOWED, "a certified sender"},
    {"sa-trusted.bondedsender.org", "127.255.255.255", RCPT_CODE_REFUSED,
     "the resolver is not registered, or asks too much"},
    {"bip.virusfree.cz", "127.0.0.2", RCPT_CODE_LISTED, "an address of a botnet"},
    {"dnsbl.spfbl.net", "127.0.0.2", RCPT_CODE_LISTED, "bad reputation"},
    {"dnsbl.spfbl.net", "127.0.0.3", RCPT_CODE_LISTED,
     "suspect: reverse DNS is generic or not forward-confirmed"},
    {"dnsbl.spfbl.net", "127.0.0.4", RCPT_CODE_LISTED, "a residential or unwanted range"},
    {"rbl.interserver.net", "127.0.0.2", RCPT_CODE_LISTED, "listed"},
    {"spam.dnsbl.anonmails.de", "127.0.0.2", RCPT_CODE_LISTED, "listed"},
    {"bl.nordspam.com", "127.0.0.2", RCPT_CODE_LISTED, "listed"},
    {"spamsources.fabel.dk", "127.0.0.2", RCPT_CODE_LISTED, "listed"},
    {"blacklist.woody.ch", "127.0.0.2", RCPT_CODE_LISTED, "listed"},
    {"spamrbl.imp.ch", "127.0.0.5", RCPT_CODE_LISTED, "a source of spam"},
    {"rbl.abuse.ro", "127.0.0.2", RCPT_CODE_LISTED, "listed"},
    {"bogons.cymru.com", "127.0.0.2", RCPT_CODE_LISTED, "address space that nobody was given"},
    {"torexit.dan.me.uk", "127.0.0.100", RCPT_CODE_LISTED, "a Tor exit"},
    {"iadb.isipp.com", "127.0.1.255", RCPT_CODE_ALLOWED, "vouched for"},
    {"{key}.r.mail-abuse.com", "127.1.0.1", RCPT_CODE_LISTED, "RBL: a source of spam"},
    {"{key}.r.mail-abuse.com", "127.1.0.2", RCPT_CODE_LISTED, "DUL: a dial-up or dynamic range"},
    {"{key}.r.mail-abuse.com", "127.1.0.4", RCPT_CODE_LISTED, "RSS: a relay that spammers use"},
    {"{key}.r.mail-abuse.com", "127.1.0.8", RCPT_CODE_LISTED, "OPS: an open proxy"},
    {"multi.surbl.org", "127.0.0.72", RCPT_CODE_LISTED, "PH: phishing"},
    {"multi.surbl.org", "127.0.0.72", RCPT_CODE_LISTED, "ABUSE: spam"},
    {"multi.surbl.org", "127.0.0.254", RCPT_CODE_LISTED, "CR: a cracked site"},
    {"multi.surbl.org", "127.0.0.254", RCPT_CODE_NEUTRAL,
     "DM: a domain of disposable mail addresses"},
    {"multi.uribl.com", "127.0.0.14", RCPT_CODE_LISTED, "black: in spam, and in nothing else"},
    {"multi.uribl.com", "127.0.0.14", RCPT_CODE_LISTED,
     "grey: in unsolicited bulk mail; a weak sign"},
    {"multi.uribl.com", "127.0.0.14", RCPT_CODE_LISTED, "red: found automatically"},
    {"bl.score.senderscore.com", "127.0.0.18", RCPT_CODE_LISTED, "mail without authentication"},
    {"bl.score.senderscore.com", "127.0.0.18", RCPT_CODE_LISTED, "a low Sender Score"},
    {"zen.spamhaus.org", "127.0.0.6", RCPT_CODE_LISTED, "XBL: a value kept in reserve"},
    {"zen.spamhaus.org", "127.255.255.7", RCPT_CODE_REFUSED, "an error code"},
    {"iadb.isipp.com", "127.2.255.1", RCPT_CODE_NEUTRAL, "tells of a practice of the sender"},
    {"black.uribl.com", "127.0.0.255", RCPT_CODE_REFUSED, "an error code"},
    {"hashbl.surbl.org", "127.0.0.1", RCPT_CODE_REFUSED, "access is blocked"},
};

static void check_documented(size_t row)
{
    const struct rcpt_list *list = rcpt_list_find(documented[row].zone);
    const struct rcpt_list_code *found[MOST_CODES];
    struct ip ip;
    ck_assert_msg(list != NULL, "%s has no row", documented[row].zone);
    ck_assert(ip_parse(&ip, documented[row].answer));
    size_t count = decode(list, ip.octet, found), here = 0;
    for (size_t i = 0; i < count; i++)
        here += found[i]->effect == documented[row].effect &&
                strcmp(found[i]->meaning, documented[row].meaning) == 0;
    ck_assert_msg(here == 1, "%s: %s is not \"%s\"", list->zone, documented[row].answer,
                  documented[row].meaning);
}

START_TEST(documented_codes)
{
    for (size_t row = 0; row < sizeof documented / sizeof *documented; row++)
        check_documented(row);
}
END_TEST

/* Every list that may be asked and whose codes are known is in the table above. */
static void documented_list(const struct rcpt_list *list)
{
    bool here = list->state == RCPT_LIST_CLOSED || list->codes->pattern == NULL;
    for (int i = 0; i < COUNT(documented) && !here; i++)
        here = strcmp(documented[i].zone, list->zone) == 0;
    ck_assert_msg(here, "%s: no documented code is tested", list->zone);
}

/* ---- rows ---- */

static bool is_month(const char *text)
{
    int year, month, used = 0;
    return strlen(text) == 7 && sscanf(text, "%4d-%2d%n", &year, &month, &used) == 2 && used == 7 &&
           year >= 2026 && month >= 1 && month <= 12;
}

static bool has_year(const char *text)
{
    for (; *text != '\0'; text++)
        if (strncmp(text, "20", 2) == 0 && isdigit((unsigned char)text[2]) &&
            isdigit((unsigned char)text[3]))
            return true;
    return false;
}

static void check_text(const struct rcpt_list *list, const char *what, const char *text)
{
    ck_assert_msg(text != NULL, "%s: %s is NULL", list->zone, what);
    size_t length = strlen(text);
    ck_assert_msg(length == 0 || (text[0] != ' ' && text[length - 1] != ' '), "%s: %s: \"%s\"",
                  list->zone, what, text);
    for (size_t i = 0; i < length; i++)
        ck_assert_msg(text[i] >= ' ' && text[i] <= '~' && strncmp(text + i, "  ", 2) != 0,
                      "%s: %s: \"%s\"", list->zone, what, text);
}

static void has_its_texts(const struct rcpt_list *list)
{
    const struct {
        const char *what, *text;
        bool needed;
    } texts[] = {
        {"zone", list->zone, true},
        {"name", list->name, true},
        {"operator_name", list->operator_name, true},
        {"state_note", list->state_note, list->state != RCPT_LIST_ACTIVE},
        {"test_listed", list->test_listed, false},
        {"test_unlisted", list->test_unlisted, false},
        {"hash", list->hash, list->kinds == RCPT_LIST_EMAIL},
        {"delist", list->delist, false},
        {"remedy", list->remedy, true},
        {"within", list->within, false},
        {"source", list->source, true},
        {"confirmed", list->confirmed, true},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        check_text(list, texts[i].what, texts[i].text);
        ck_assert_msg(!texts[i].needed || *texts[i].text != '\0', "%s: no %s", list->zone,
                      texts[i].what);
    }
    ck_assert_msg(is_month(list->confirmed), "%s: %s", list->zone, list->confirmed);
    ck_assert_msg(strstr(list->source, "http") != NULL || strncmp(list->source, "not c", 5) == 0,
                  "%s: %s", list->zone, list->source);
    ck_assert_msg(*list->delist == '\0' || strncmp(list->delist, "http", 4) == 0, "%s: %s",
                  list->zone, list->delist);
}

static void has_a_zone_of_its_own(const struct rcpt_list *list)
{
    char name[256];
    const char *key = strstr(list->zone, "{key}");
    ck_assert_msg((key != NULL) == (list->state == RCPT_LIST_KEYED), "%s", list->zone);
    snprintf(name, sizeof name, "%.*s%s", key == NULL ? 0 : (int)(key - list->zone), list->zone,
             key == NULL ? list->zone : key + strlen("{key}."));
    ck_assert_msg(strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-._") == strlen(name), "%s",
                  list->zone);
    ck_assert_msg(name[0] != '.' && name[strlen(name) - 1] != '.' && strstr(name, "..") == NULL,
                  "%s", list->zone);
    ck_assert_ptr_eq(rcpt_list_find(list->zone), list);
}

static void has_kinds_and_severity(const struct rcpt_list *list)
{
    ck_assert_msg(list->kinds != 0 && (list->kinds & ~(unsigned)ALL_KINDS) == 0, "%s", list->zone);
    ck_assert_msg(((list->kinds & RCPT_LIST_EMAIL) != 0) == (*list->hash != '\0'), "%s",
                  list->zone);
    ck_assert_msg(*list->hash == '\0' || strcmp(list->hash, "sha1") == 0 ||
                      strcmp(list->hash, "md5") == 0 || strcmp(list->hash, "sha256-base32") == 0,
                  "%s: %s", list->zone, list->hash);
    ck_assert_msg(list->allow == (list->severity == RCPT_SEVERITY_NONE), "%s", list->zone);
    ck_assert_str_ne(rcpt_severity_name(list->severity), "unknown");
    ck_assert_str_ne(rcpt_list_state_name(list->state), "unknown");
}

/* Zones are within zones that are there, without circles, and never within one that is closed. */
static void is_within_a_zone(const struct rcpt_list *list)
{
    const struct rcpt_list *whole = list;
    for (int steps = 0; *whole->within != '\0'; steps++) {
        const struct rcpt_list *next = rcpt_list_find(whole->within);
        ck_assert_msg(next != NULL, "%s: within %s, which has no row", whole->zone, whole->within);
        ck_assert_msg(steps < 4, "%s: within itself", list->zone);
        ck_assert_msg((list->kinds & ~next->kinds) == 0, "%s: of other kinds than %s", list->zone,
                      next->zone);
        ck_assert_msg(next->state != RCPT_LIST_CLOSED || list->state == RCPT_LIST_CLOSED, "%s",
                      list->zone);
        whole = next;
    }
}

static void closed_says_when(const struct rcpt_list *list)
{
    if (list->state == RCPT_LIST_CLOSED)
        ck_assert_msg(has_year(list->state_note), "%s: %s", list->zone, list->state_note);
}

static bool is_test_name(const char *text)
{
    return strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._") ==
               strlen(text) &&
           text[0] != '.' && strstr(text, "..") == NULL;
}

/* An entry of a list of addresses is an address, of a list of names a name; a list does not publish
 * what it is said not to have. */
static void has_test_entries(const struct rcpt_list *list)
{
    const char *const entries[] = {list->test_listed, list->test_unlisted};
    static const unsigned none[] = {RCPT_LIST_NO_TEST_LISTED, RCPT_LIST_NO_TEST_UNLISTED};
    for (size_t i = 0; i < 2; i++) {
        struct ip ip;
        if (*entries[i] == '\0')
            continue;
        ck_assert_msg((list->quirks & none[i]) == 0, "%s: %s", list->zone, entries[i]);
        ck_assert_msg(ip_parse(&ip, entries[i]) == ((list->kinds & IP_KINDS) != 0), "%s: %s",
                      list->zone, entries[i]);
        ck_assert_msg((list->kinds & IP_KINDS) != 0 || is_test_name(entries[i]), "%s: %s",
                      list->zone, entries[i]);
    }
    ck_assert_msg(*list->test_listed == '\0' || strcmp(entries[0], entries[1]) != 0, "%s",
                  list->zone);
}

/* The test entries as the operators state them; "" is that of RFC 5782. */
static const struct {
    const char *zone, *listed, *unlisted;
    unsigned quirks;
} stated[] = {
    {"zen.spamhaus.org", "", "", 0},
    {"{key}.zen.dq.spamhaus.net", "", "", 0},
    {"dbl.spamhaus.org", "dbltest.com", "example.com", 0},
    {"bl.spamcop.net", "", "", 0},
    {"b.barracudacentral.org", "", "", 0},
    {"psbl.surriel.com", "", "", 0},
    {"multi.surbl.org", "test.surbl.org", "example.com", 0},
    {"multi.uribl.com", "test.uribl.com", "example.com", 0},
    {"uribl.spameatingmonkey.net", "_DNSBL_.test", "_DNSBLNEG_.test", 0},
    {"fresh15.spameatingmonkey.net", "_DNSBL_.test", "_DNSBLNEG_.test", 0},
    {"list.dnswl.org", "", "", 0},
    {"hostkarma.junkemailfilter.com", "127.0.0.2", "", RCPT_LIST_NO_TEST_UNLISTED},
    {"bl.0spam.org", "", "", RCPT_LIST_NO_TEST_LISTED},
    {"ebl.msbl.org", "", "", RCPT_LIST_NO_TEST_LISTED},
    {"bl.blocklist.de", "", "", RCPT_LIST_NO_TEST_LISTED},
};

START_TEST(test_entries_as_stated)
{
    const struct rcpt_list *list = rcpt_list_find(stated[_i].zone);
    ck_assert_ptr_nonnull(list);
    ck_assert_str_eq(list->test_listed, stated[_i].listed);
    ck_assert_str_eq(list->test_unlisted, stated[_i].unlisted);
    ck_assert_uint_eq(list->quirks, stated[_i].quirks);
}
END_TEST

/* ---- codes ---- */

/* The lowest answer that a pattern takes; for a bit, that bit alone. */
static void sample_of(const char *pattern, unsigned char octet[4])
{
    for (size_t i = 0; i < 4; i++) {
        if (*pattern == '*') {
            octet[i] = 249; /* no other code of any list has it */
            pattern++;
        } else {
            pattern += *pattern == '&';
            octet[i] = (unsigned char)strtoul(pattern, NULL, 10);
        }
        pattern += strcspn(pattern, ".");
        pattern += *pattern == '.';
    }
}

/* A code is well formed, its effect fits the list, and no code above it takes its answers. */
static void codes_are_reached(const struct rcpt_list *list)
{
    ck_assert_ptr_nonnull(list->codes);
    for (const struct rcpt_list_code *code = list->codes; code->pattern != NULL; code++) {
        const struct rcpt_list_code *found[MOST_CODES];
        unsigned char octet[4];
        bool here = false;
        ck_assert_msg(list_code_is_valid(code->pattern), "%s: %s", list->zone, code->pattern);
        ck_assert_msg(strncmp(code->pattern, "127.", 4) == 0, "%s: %s", list->zone, code->pattern);
        ck_assert_str_ne(rcpt_code_effect_name(code->effect), "unknown");
        ck_assert_msg(!list->allow || code->effect != RCPT_CODE_LISTED, "%s: %s", list->zone,
                      code->pattern);
        check_text(list, "a meaning", code->meaning);
        ck_assert_msg(*code->meaning != '\0', "%s: %s", list->zone, code->pattern);
        sample_of(code->pattern, octet);
        size_t count = decode(list, octet, found);
        for (size_t i = 0; i < count; i++)
            here |= found[i] == code;
        ck_assert_msg(here, "%s: %s is never reached", list->zone, code->pattern);
    }
}

/* 127.255.255.0/24 is never a listing, nor a good word, whatever the table. */
static void error_range_is_no_word(const struct rcpt_list *list)
{
    for (unsigned last = 0; last <= 255; last++) {
        const unsigned char octet[4] = {127, 255, 255, (unsigned char)last};
        const struct rcpt_list_code *found[MOST_CODES];
        size_t count = decode(list, octet, found);
        for (size_t i = 0; i < count; i++)
            ck_assert_msg(found[i]->effect == RCPT_CODE_REFUSED ||
                              found[i]->effect == RCPT_CODE_NEUTRAL,
                          "%s: 127.255.255.%u is \"%s\"", list->zone, last, found[i]->meaning);
    }
}

/* A test for each of these, over all rows. */
static void (*const checks[])(const struct rcpt_list *list) = {
    documented_list,        has_its_texts,     has_a_zone_of_its_own,
    has_kinds_and_severity, is_within_a_zone,  closed_says_when,
    has_test_entries,       codes_are_reached, error_range_is_no_word,
};

START_TEST(every_row)
{
    for (int i = 0; i < list_count(); i++)
        checks[_i](rcpt_list_at((size_t)i));
}
END_TEST

/* ---- look-up ---- */

static const struct {
    const char *zone, *found; /* NULL for none */
} lookups[] = {
    {"zen.spamhaus.org", "zen.spamhaus.org"},
    {"ZEN.Spamhaus.ORG", "zen.spamhaus.org"},
    {"zen.spamhaus.org.", "zen.spamhaus.org"},
    {"{key}.zen.dq.spamhaus.net", "{key}.zen.dq.spamhaus.net"},
    {"dnsbl.sorbs.net", "dnsbl.sorbs.net"},
    {"dul.dnsbl.sorbs.net", "dul.dnsbl.sorbs.net"},
    {"zen.spamhaus.org..", NULL},
    {".zen.spamhaus.org", NULL},
    {"spamhaus.org", NULL},
    {"xzen.spamhaus.org", NULL},
    {"zen.spamhaus.or", NULL},
    {"secret.zen.dq.spamhaus.net", NULL},
    {".", NULL},
    {"", NULL},
    {NULL, NULL},
};

START_TEST(find)
{
    const struct rcpt_list *list = rcpt_list_find(lookups[_i].zone);
    if (lookups[_i].found == NULL)
        ck_assert_ptr_null(list);
    else
        ck_assert_str_eq(list == NULL ? "" : list->zone, lookups[_i].found);
}
END_TEST

/* Lists that have closed are known, and say so. */
START_TEST(closed_ones_are_known)
{
    static const char *const zones[] = {
        "dnsbl.sorbs.net",     "ix.dnsbl.manitu.net", "db.wpbl.info",    "ubl.unsubscore.com",
        "dnsbl.ahbl.org",      "dnsbl.njabl.org",     "relays.ordb.org", "list.dsbl.org",
        "bl.spamcannibal.org", "all.rbl.webiron.net", "dnsbl.inps.de",   "dsn.rfc-ignorant.org",
    };
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        const struct rcpt_list *list = rcpt_list_find(zones[i]);
        ck_assert_msg(list != NULL && list->state == RCPT_LIST_CLOSED, "%s", zones[i]);
    }
}
END_TEST

START_TEST(past_the_last)
{
    size_t count = (size_t)list_count();
    ck_assert_uint_gt(count, 60);
    ck_assert_ptr_null(rcpt_list_at(count));
    ck_assert_ptr_null(rcpt_list_at((size_t)-1));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalog/lists");
    TCase *rows = tcase_create("rows"), *codes = tcase_create("codes"),
          *lookup = tcase_create("look-up");
    tcase_add_loop_test(rows, every_row, 0, COUNT(checks));
    tcase_add_loop_test(rows, test_entries_as_stated, 0, COUNT(stated));
    tcase_add_test(codes, documented_codes);
    tcase_add_loop_test(lookup, find, 0, COUNT(lookups));
    tcase_add_test(lookup, closed_ones_are_known);
    tcase_add_test(lookup, past_the_last);
    suite_add_tcase(suite, rows);
    suite_add_tcase(suite, codes);
    suite_add_tcase(suite, lookup);
    return unit_run(suite);
}
