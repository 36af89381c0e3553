/*
 * bounce.c - what a pasted bounce line says: code, provider, and what that provider means
 *
 * The line is what a person copies out of a log, a bounce message or a delivery status (RFC 3464):
 * white space of any kind counts as one space, and the code that a reply of several lines repeats
 * (RFC 5321 section 4.2.1) is taken out of its text, so that phrases are found across line ends.
 *
 * The provider is the one that replied, so what names a host decides how far it is believed: the
 * host that was talked to goes first, then phrases that only one provider writes, then any host,
 * then links. Hosts behind "from" are senders, and domains of addresses are no hosts.
 *
 * Limits: LINE_MOST octets are read; every step is a loop over the line and a table.
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "catalog/bounce_code.h"
#include "catalog/provider_match.h"

enum { LINE_MOST = 4000, HOST_MOST = 255 };

/* How far what names a provider is believed. */
enum trust { TRUST_NONE, TRUST_LINK, TRUST_HOST, TRUST_PHRASE, TRUST_NAMED };

/* What only one provider writes; the first that is found counts. */
static const struct {
    const char *phrase, *provider;
} phrases[] = {
    {"gsmtp", "Gmail"},
    {"Gmail requires", "Gmail"},
    {"because the sender is unauthenticated", "Gmail"},
    {"support.google.com/mail", "Gmail"},
    {"support.google.com/a/answer", "Gmail"},
    {"S3140", "Outlook.com"},
    {"S3150", "Outlook.com"},
    {"mail.live.com", "Outlook.com"},
    {"postmaster.live.com", "Outlook.com"},
    {"olc.protection.outlook.com", "Outlook.com"},
    {"required authentication level", "Outlook.com"},
    {"prod.outlook.com", "Exchange Online"},
    {"protection.outlook.com", "Exchange Online"},
    {"banned sending IP", "Exchange Online"},
    {"sender.office.com", "Exchange Online"},
    {"delist@microsoft.com", "Exchange Online"},
    {"delist@messaging.microsoft.com", "Exchange Online"},
    {"RESOLVER.ADR", "Exchange Online"},
    {"postmaster.yahooinc.com", "Yahoo"},
    {"senders.yahooinc.com", "Yahoo"},
    {"postmaster.yahoo.com", "Yahoo"},
    {"help.yahoo.com", "Yahoo"},
    {"[TSS0", "Yahoo"},
    {"[BL21]", "Yahoo"},
    {"[BL23]", "Yahoo"},
    {"icloudadmin@apple.com", "iCloud"},
    {"support.apple.com", "iCloud"},
    {"proofpoint.com", "Proofpoint"},
    {"mimecast", "Mimecast"},
    {"ipremoval.sms.symantec.com", "Symantec"},
    {"messagelabs", "Symantec"},
    {"senderbase.org", "Cisco"},
    {"talosintelligence.com", "Cisco"},
    {"trendmicro.com", "TrendMicro"},
    {"Trend Micro", "TrendMicro"},
    {"postmaster.comcast.net", "Comcast"},
    {"CXBL", "Cox"},
    {"CXDNS", "Cox"},
    {"AUP#I-", "Charter"},
    {"Nemesis ESMTP", "UnitedInternet"},
    {"postmaster.gmx", "UnitedInternet"},
    {"postmaster.web.de", "UnitedInternet"},
    {"postmaster.1und1", "UnitedInternet"},
    {"postmaster.ionos", "UnitedInternet"},
    {"tosa@rx.t-online.de", "TOnline"},
    {"OFR_", "Orange"},
    {"OFR0", "Orange"},
    {"postmaster.orange.fr", "Orange"},
    {"LPN0", "LaPoste"},
    {"LPN1", "LaPoste"},
    {"unblock.secureserver.net", "GoDaddy"},
    {"Zoho Mail", "Zoho"},
    {"notspam-support", "MailRu"},
    {"help.mail.ru", "MailRu"},
    {"help_spam_16", "NetEase"},
    {"Service unavailable; Client host [", "Postfix"},
    {"Service unavailable; client [", "Postfix"},
    {"cannot find your hostname", "Postfix"},
    {"Sender address rejected: Domain not found", "Postfix"},
    {"does not accept mail (nullMX)", "Postfix"},
    {"barracudacentral.org/reputation", "Barracuda"},
};

/* What stands right before a host name and says whose it is; the first that fits counts. */
static const struct {
    const char *words;
    enum trust trust;
} leads[] = {
    {"@", TRUST_NONE},
    {"//", TRUST_LINK},
    {"//www.", TRUST_LINK},
    {"reporting-mta: dns; ", TRUST_NONE},
    {"reporting-mta: dns;", TRUST_NONE},
    {"received-from-mta: dns; ", TRUST_NONE},
    {"received-from-mta: dns;", TRUST_NONE},
    {"from ", TRUST_NONE},
    {"from:", TRUST_NONE},
    {"client=", TRUST_NONE},
    {"helo=<", TRUST_NONE},
    {"helo ", TRUST_NONE},
    {"ehlo ", TRUST_NONE},
    {"using ", TRUST_LINK},
    {"host ", TRUST_NAMED},
    {"relay=", TRUST_NAMED},
    {"dns;", TRUST_NAMED},
    {"dns; ", TRUST_NAMED},
    {"talking to ", TRUST_NAMED},
    {"rejected by ", TRUST_NAMED},
    {"server: ", TRUST_NAMED},
    {"server ", TRUST_NAMED},
    {"server (", TRUST_NAMED},
};

/* ---- the line ---- */

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Copies the line with single spaces, and none at its start. */
static void copy_line(char text[LINE_MOST + 1], const char *line)
{
    size_t length = 0;
    for (; *line != '\0' && length < LINE_MOST; line++) {
        if (!is_space(*line))
            text[length++] = *line;
        else if (length > 0 && text[length - 1] != ' ')
            text[length++] = ' ';
    }
    text[length] = '\0';
}

/* Takes every "550-5.7.26 " and "550 5.7.26 " out, or "550-" where there is no enhanced code. */
static void drop_repeated(char *text, const struct rcpt_code_name *code)
{
    char first[48], second[48];
    const struct rcpt_enhanced *enhanced = &code->enhanced;
    if (code->code == 0)
        return;
    snprintf(first, sizeof first, "%u-", code->code);
    snprintf(second, sizeof second, "%u-", code->code);
    if (enhanced->status != 0) {
        snprintf(first, sizeof first, "%u-%u.%u.%u ", code->code, enhanced->status,
                 enhanced->subject, enhanced->detail);
        snprintf(second, sizeof second, "%u %u.%u.%u ", code->code, enhanced->status,
                 enhanced->subject, enhanced->detail);
    }
    size_t length = strlen(first), to = 0;
    for (size_t from = 0; text[from] != '\0';) {
        bool starts = to == 0 || text[to - 1] == ' ';
        if (starts &&
            (strncmp(text + from, first, length) == 0 || strncmp(text + from, second, length) == 0))
            from += length;
        else
            text[to++] = text[from++];
    }
    text[to] = '\0';
}

/* ---- the provider ---- */

static bool is_host_octet(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_';
}

static enum trust trust_of(const char *text, size_t at)
{
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        size_t length = strlen(leads[i].words);
        if (at >= length && strncasecmp(text + at - length, leads[i].words, length) == 0)
            return leads[i].trust;
    }
    return TRUST_HOST;
}

/* The provider of the host-like word of `length` octets at `at`; NULL for none. */
static const char *provider_of_word(const char *text, size_t at, size_t length)
{
    char host[HOST_MOST + 1];
    while (length > 0 && text[at + length - 1] == '.')
        length--;
    if (length == 0 || length > HOST_MOST || memchr(text + at, '.', length) == NULL)
        return NULL;
    memcpy(host, text + at, length);
    host[length] = '\0';
    const struct rcpt_provider *provider = rcpt_provider_of_host(host);
    return provider != NULL ? provider->name : NULL;
}

static const char *provider_by_phrase(const char *text)
{
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (provider_text_has(text, phrases[i].phrase))
            return phrases[i].provider;
    return NULL;
}

static const char *provider_of_text(const char *text)
{
    const char *best = provider_by_phrase(text);
    enum trust most = best != NULL ? TRUST_PHRASE : TRUST_NONE;
    for (size_t at = 0; text[at] != '\0';) {
        size_t length = 0;
        while (is_host_octet(text[at + length]))
            length++;
        /* An '@' behind the word makes it the local part of an address. */
        const char *provider =
            length > 0 && text[at + length] != '@' ? provider_of_word(text, at, length) : NULL;
        enum trust trust = provider != NULL ? trust_of(text, at) : TRUST_NONE;
        if (trust > most) {
            best = provider;
            most = trust;
        }
        at += length > 0 ? length : 1;
    }
    return best;
}

/* A server of the provider may be a plain Postfix that says so in its text. */
static const struct rcpt_provider_reply *reply_of(const char *provider,
                                                  const struct rcpt_code_name *code,
                                                  const char *text)
{
    const struct rcpt_provider_reply *reply = rcpt_provider_reply_find(provider, code, text);
    if (reply != NULL)
        return reply;
    reply = rcpt_provider_reply_find("Postfix", code, text);
    return reply != NULL && provider_reply_told(reply, text) ? reply : NULL;
}

bool rcpt_bounce_parse(const char *line, struct rcpt_bounce *bounce)
{
    char text[LINE_MOST + 1];
    *bounce = (struct rcpt_bounce){0};
    copy_line(text, line);
    bool found = bounce_code_read(text, &bounce->code);
    drop_repeated(text, &bounce->code);
    /* An empty text would ask for the code alone. */
    bounce->provider = provider_of_text(text);
    if (bounce->provider != NULL)
        bounce->reply = reply_of(bounce->provider, &bounce->code, *text == '\0' ? " " : text);
    return found || bounce->provider != NULL;
}
