/*
 * lists.c - DNS block and allow lists, a row a zone (RFC 5782)
 *
 * Codes: the first pattern that matches an answer says what it means; of patterns with a bit, every
 * one that matches does. So the error codes stand first. An answer inside 127.0.0.0/8 that no
 * pattern takes is a plain listing.
 *
 * Test entries: "" stands for those of RFC 5782 section 5 (127.0.0.2 and ::ffff:7f00:2, or TEST,
 * are listed; 127.0.0.1 and ::ffff:7f00:1, or INVALID, are not). A list whose operator publishes no
 * entry that must be listed has RCPT_LIST_NO_TEST_LISTED.
 *
 * A zone that is a mix, as rep.mailspike.net, counts as within the zone that has its bad entries.
 *
 * Facts are those of the operator's own pages, or of the configuration of mail filters that ship
 * the list, unless `source` starts with "second-hand" (other people's pages) or "not confirmed". A
 * list that closed keeps its row: it must never be asked again, as the names of dead lists have
 * been bought and made to list the whole world. Spamhaus DROP has no zone of its own: it is
 * 127.0.0.9 of the SBL and of ZEN.
 */
#include <strings.h>

#include <string.h>

#include "rcptcheck/lists.h"

#define REFUSED RCPT_CODE_REFUSED
#define LISTED  RCPT_CODE_LISTED
#define ALLOWED RCPT_CODE_ALLOWED
#define NEUTRAL RCPT_CODE_NEUTRAL
#define IP4     RCPT_LIST_IP4
#define IP6     RCPT_LIST_IP6
#define DOMAIN  RCPT_LIST_DOMAIN
#define EMAIL   RCPT_LIST_EMAIL
#define END                                                                                        \
    {                                                                                              \
        NULL, RCPT_CODE_NEUTRAL, NULL                                                              \
    }

/* Braces, for the groups of codes below that several lists share. */
#define CODE(pattern, effect, meaning)                                                             \
    {                                                                                              \
        pattern, effect, meaning                                                                   \
    }

/* ---- codes ---- */

static const struct rcpt_list_code plain_codes[] = {
    {"127.0.0.2", LISTED, "listed"},
    END,
};

/* The operator does not say which values it uses. */
static const struct rcpt_list_code no_codes[] = {END};

#define SPAMHAUS_ERRORS                                                                            \
    CODE("127.255.255.250", REFUSED, "the key is disabled"),                                       \
        CODE("127.255.255.251", REFUSED, "the key is in use by another account"),                  \
        CODE("127.255.255.252", REFUSED, "the name of the zone is mistyped"),                      \
        CODE("127.255.255.254", REFUSED,                                                           \
             "the question came through a public resolver, or one that cannot be attributed"),     \
        CODE("127.255.255.255", REFUSED, "too many questions"),                                    \
        CODE("127.255.255.*", REFUSED, "an error code")
#define SPAMHAUS_SBL_CODES                                                                         \
    CODE("127.0.0.2", LISTED, "SBL: a source of spam, or a network that serves spammers"),         \
        CODE("127.0.0.3", LISTED,                                                                  \
             "CSS: a low-reputation or snowshoe sender, found automatically"),                     \
        CODE("127.0.0.9", LISTED, "DROP: a network that is hijacked or run by criminals"),         \
        CODE("127.0.0.30", LISTED, "BCL: a botnet controller")
#define SPAMHAUS_XBL_CODES                                                                         \
    CODE("127.0.0.4", LISTED, "XBL: an infected or hijacked host (CBL data)"),                     \
        CODE("127.0.0.5-7", LISTED, "XBL: a value kept in reserve")
#define SPAMHAUS_PBL_CODES                                                                         \
    CODE("127.0.0.10", LISTED,                                                                     \
         "PBL, kept by the provider: this range should not send mail directly"),                   \
        CODE("127.0.0.11", LISTED,                                                                 \
             "PBL, kept by Spamhaus: this range should not send mail directly")

static const struct rcpt_list_code zen_codes[] = {
    SPAMHAUS_ERRORS, SPAMHAUS_SBL_CODES, SPAMHAUS_XBL_CODES, SPAMHAUS_PBL_CODES, END,
};

static const struct rcpt_list_code sbl_codes[] = {SPAMHAUS_ERRORS, SPAMHAUS_SBL_CODES, END};
static const struct rcpt_list_code xbl_codes[] = {SPAMHAUS_ERRORS, SPAMHAUS_XBL_CODES, END};
static const struct rcpt_list_code pbl_codes[] = {SPAMHAUS_ERRORS, SPAMHAUS_PBL_CODES, END};

static const struct rcpt_list_code dbl_codes[] = {
    {"127.0.1.255", REFUSED, "an IP address was asked about; this list knows names only"},
    SPAMHAUS_ERRORS,
    {"127.0.1.2", LISTED, "a spam domain, or one of low reputation"},
    {"127.0.1.4", LISTED, "phishing"},
    {"127.0.1.5", LISTED, "malware"},
    {"127.0.1.6", LISTED, "a botnet's command and control"},
    {"127.0.1.102", LISTED, "a legitimate domain that is abused for spam"},
    {"127.0.1.103", LISTED, "a legitimate redirector that is abused"},
    {"127.0.1.104", LISTED, "a legitimate domain that is abused for phishing"},
    {"127.0.1.105", LISTED, "a legitimate domain that is abused for malware"},
    {"127.0.1.106", LISTED, "a legitimate domain that is abused for botnet control"},
    END,
};

static const struct rcpt_list_code zrd_codes[] = {
    {"127.0.2.255", REFUSED, "an IP address was asked about; this list knows names only"},
    SPAMHAUS_ERRORS,
    {"127.0.2.2-24", LISTED, "first seen less than a day ago; the last octet is the hours"},
    END,
};

static const struct rcpt_list_code authbl_codes[] = {
    SPAMHAUS_ERRORS,
    {"127.0.0.20", LISTED, "seen guessing passwords or using stolen ones for SMTP AUTH"},
    END,
};

static const struct rcpt_list_code hbl_codes[] = {
    SPAMHAUS_ERRORS,
    {"127.0.3.2", LISTED, "an e-mail address used for spam or fraud"},
    {"127.0.3.10", LISTED, "a malware file"},
    {"127.0.3.15", LISTED, "a suspicious file"},
    {"127.0.3.20", LISTED, "a crypto wallet"},
    {"127.0.3.30", LISTED, "a URL"},
    END,
};

#define ABUSIX_BLACK_CODES                                                                         \
    CODE("127.0.0.2", LISTED, "mail to a spam trap"),                                              \
        CODE("127.0.0.3", LISTED, "a bad neighbourhood, or found by heuristics"),                  \
        CODE("127.0.0.200", LISTED, "listed by hand, for long")
#define ABUSIX_POLICY_CODES                                                                        \
    CODE("127.0.0.11", LISTED, "policy: generic reverse DNS"),                                     \
        CODE("127.0.0.12", LISTED, "policy: no reverse DNS")

static const struct rcpt_list_code abusix_combined_codes[] = {
    ABUSIX_BLACK_CODES,
    {"127.0.0.4", LISTED, "an exploited host"},
    ABUSIX_POLICY_CODES,
    END,
};

static const struct rcpt_list_code abusix_black_codes[] = {ABUSIX_BLACK_CODES, END};
static const struct rcpt_list_code abusix_policy_codes[] = {ABUSIX_POLICY_CODES, END};

static const struct rcpt_list_code abusix_domain_codes[] = {
    {"127.0.1.1", LISTED, "seen in the bodies of spam"},
    {"127.0.1.2", LISTED, "newly observed, with bad signs"},
    END,
};

static const struct rcpt_list_code spamcop_codes[] = {
    {"127.0.0.2", LISTED, "reported by users, or mail to spam traps, within about a day"},
    END,
};

static const struct rcpt_list_code barracuda_codes[] = {
    {"127.0.0.2", LISTED, "poor reputation"},
    END,
};

static const struct rcpt_list_code uceprotect1_codes[] = {
    {"127.0.0.2", LISTED, "this address sent mail to a spam trap"},
    END,
};

static const struct rcpt_list_code uceprotect2_codes[] = {
    {"127.0.0.2", LISTED, "the range around it has many Level 1 entries"},
    END,
};

static const struct rcpt_list_code uceprotect3_codes[] = {
    {"127.0.0.2", LISTED, "the whole autonomous system of its provider is listed"},
    END,
};

static const struct rcpt_list_code backscatterer_codes[] = {
    {"127.0.0.2", LISTED, "sends late bounces to strangers, or sender call-outs"},
    END,
};

static const struct rcpt_list_code trap_codes[] = {
    {"127.0.0.2", LISTED, "mail to a spam trap"},
    END,
};

static const struct rcpt_list_code allow_codes[] = {
    {"127.0.0.2", ALLOWED, "on the allow list"},
    END,
};

static const struct rcpt_list_code dronebl_codes[] = {
    {"127.0.0.2", LISTED, "sample data"},
    {"127.0.0.3", LISTED, "an IRC drone"},
    {"127.0.0.5", LISTED, "a bottler"},
    {"127.0.0.6", LISTED, "an unknown worm or spambot"},
    {"127.0.0.7", LISTED, "a drone of denial-of-service attacks"},
    {"127.0.0.8", LISTED, "an open SOCKS proxy"},
    {"127.0.0.9", LISTED, "an open HTTP proxy"},
    {"127.0.0.10", LISTED, "a chain of proxies"},
    {"127.0.0.11", LISTED, "a web page proxy"},
    {"127.0.0.12", LISTED, "an open DNS resolver"},
    {"127.0.0.13", LISTED, "guesses passwords"},
    {"127.0.0.14", LISTED, "an open Wingate proxy"},
    {"127.0.0.15", LISTED, "a compromised router"},
    {"127.0.0.16", LISTED, "a worm that takes over hosts"},
    {"127.0.0.17", LISTED, "a botnet member, found automatically"},
    {"127.0.0.18", LISTED, "a DNS or MX host name seen on IRC"},
    {"127.0.0.19", LISTED, "an abused VPN"},
    {"127.0.0.255", LISTED, "of no class"},
    END,
};

#define MAILSPIKE_BAD_CODES                                                                        \
    CODE("127.0.0.10", LISTED, "L5: the worst reputation"),                                        \
        CODE("127.0.0.11", LISTED, "L4: very bad reputation"),                                     \
        CODE("127.0.0.12", LISTED, "L3: bad reputation")
#define MAILSPIKE_GOOD_CODES                                                                       \
    CODE("127.0.0.17", ALLOWED, "H2: possibly a good sender"),                                     \
        CODE("127.0.0.18", ALLOWED, "H3: good reputation"),                                        \
        CODE("127.0.0.19", ALLOWED, "H4: very good reputation"),                                   \
        CODE("127.0.0.20", ALLOWED, "H5: excellent reputation")

static const struct rcpt_list_code mailspike_bl_codes[] = {
    {"127.0.0.2", LISTED, "Z: part of a wave of spam right now"},
    MAILSPIKE_BAD_CODES,
    END,
};

static const struct rcpt_list_code mailspike_z_codes[] = {
    {"127.0.0.2", LISTED, "part of a distributed wave of spam right now"},
    END,
};

static const struct rcpt_list_code mailspike_rep_codes[] = {
    MAILSPIKE_BAD_CODES,
    {"127.0.0.13", NEUTRAL, "L2: suspicious, but no more"},
    {"127.0.0.14", NEUTRAL, "L1: slightly below neutral"},
    {"127.0.0.15", NEUTRAL, "H0: neutral"},
    {"127.0.0.16", ALLOWED, "H1: slightly above neutral"},
    MAILSPIKE_GOOD_CODES,
    END,
};

static const struct rcpt_list_code mailspike_wl_codes[] = {MAILSPIKE_GOOD_CODES, END};

#define RATS_DYNA                                                                                  \
    CODE("127.0.0.36", LISTED, "RATS-Dyna: reverse DNS that looks dynamic, and abusive traffic")
#define RATS_NOPTR CODE("127.0.0.37", LISTED, "RATS-NoPtr: no reverse DNS, and abusive traffic")
#define RATS_SPAM  CODE("127.0.0.38", LISTED, "RATS-Spam: an abusive source")
#define RATS_AUTH  CODE("127.0.0.43", LISTED, "RATS-Auth: guesses passwords")

static const struct rcpt_list_code rats_all_codes[] = {
    RATS_DYNA, RATS_NOPTR, RATS_SPAM, RATS_AUTH, END,
};

static const struct rcpt_list_code rats_dyna_codes[] = {RATS_DYNA, END};
static const struct rcpt_list_code rats_noptr_codes[] = {RATS_NOPTR, END};
static const struct rcpt_list_code rats_spam_codes[] = {RATS_SPAM, END};
static const struct rcpt_list_code rats_auth_codes[] = {RATS_AUTH, END};

static const struct rcpt_list_code gbudb_codes[] = {
    {"127.0.0.2", LISTED, "sends nothing but bad mail"},
    END,
};

static const struct rcpt_list_code blocklist_de_codes[] = {
    {"127.0.0.2", LISTED, "spam, reported by a mail filter (amavis)"},
    {"127.0.0.3", LISTED, "a flood of requests to a web server"},
    {"127.0.0.4", LISTED, "attacks on a telephone server (asterisk)"},
    {"127.0.0.5", LISTED, "a bad bot on web sites"},
    {"127.0.0.6", LISTED, "attacks on FTP"},
    {"127.0.0.7", LISTED, "attacks on IMAP"},
    {"127.0.0.8", LISTED, "an IRC bot"},
    {"127.0.0.9", LISTED, "attacks on a mail server"},
    {"127.0.0.10", LISTED, "attacks on POP3"},
    {"127.0.0.11", LISTED, "a bot that registers accounts"},
    {"127.0.0.12", LISTED, "remote file inclusion attacks on web sites"},
    {"127.0.0.13", LISTED, "guesses passwords for SMTP AUTH"},
    {"127.0.0.14", LISTED, "attacks on SSH"},
    END,
};

/* SURBL and URIBL add bits up; bit 1 is kept for refusal, so their test entries never have it. */
static const struct rcpt_list_code surbl_codes[] = {
    {"127.0.0.1", REFUSED, "access is blocked"},
    {"127.0.0.&4", NEUTRAL, "DM: a domain of disposable mail addresses"},
    {"127.0.0.&8", LISTED, "PH: phishing"},
    {"127.0.0.&16", LISTED, "MW: malware"},
    {"127.0.0.&32", NEUTRAL, "CT: a click tracker"},
    {"127.0.0.&64", LISTED, "ABUSE: spam"},
    {"127.0.0.&128", LISTED, "CR: a cracked site"},
    END,
};

static const struct rcpt_list_code surbl_hash_codes[] = {
    {"127.0.0.1", REFUSED, "access is blocked"},
    {"127.0.0.&8", LISTED, "phishing"},
    {"127.0.0.&16", LISTED, "malware"},
    {"127.0.0.&64", LISTED, "abuse"},
    {"127.0.0.&128", LISTED, "a cracked site"},
    {"127.0.1.*", LISTED, "an e-mail address used for abuse"},
    END,
};

static const struct rcpt_list_code uribl_codes[] = {
    {"127.0.0.1", REFUSED, "the question is refused, most often for its resolver"},
    {"127.0.0.255", REFUSED, "an error code"},
    {"127.0.0.&2", LISTED, "black: in spam, and in nothing else"},
    {"127.0.0.&4", LISTED, "grey: in unsolicited bulk mail; a weak sign"},
    {"127.0.0.&8", LISTED, "red: found automatically"},
    END,
};

static const struct rcpt_list_code uribl_black_codes[] = {
    {"127.0.0.1", REFUSED, "the question is refused, most often for its resolver"},
    {"127.0.0.255", REFUSED, "an error code"},
    {"127.0.0.2", LISTED, "black: in spam, and in nothing else"},
    END,
};

/* The third octet is the category, the last one the trust; trust "none" is no word for anybody. */
#define DNSWL_CATEGORY(octet, name)                                                                \
    CODE("127.0." octet ".0", NEUTRAL, name ": trust none"),                                       \
        CODE("127.0." octet ".1", ALLOWED, name ": trust low"),                                    \
        CODE("127.0." octet ".2", ALLOWED, name ": trust medium"),                                 \
        CODE("127.0." octet ".3", ALLOWED, name ": trust high")

/* Over-users once got 127.0.10.3 for every address; so category 10 says nothing, and its high trust
 * is a refusal. */
static const struct rcpt_list_code dnswl_codes[] = {
    {"127.0.0.255", REFUSED, "blocked for too many questions"},
    {"127.0.10.3", REFUSED, "the answer that resolvers get after too many questions"},
    {"127.0.10.*", NEUTRAL, "special case: says nothing of trust"},
    DNSWL_CATEGORY("2", "financial service"),
    DNSWL_CATEGORY("3", "e-mail service provider"),
    DNSWL_CATEGORY("4", "organisation"),
    DNSWL_CATEGORY("5", "network provider"),
    DNSWL_CATEGORY("6", "personal server"),
    DNSWL_CATEGORY("7", "travel or leisure"),
    DNSWL_CATEGORY("8", "public sector"),
    DNSWL_CATEGORY("9", "media or technology"),
    DNSWL_CATEGORY("11", "education"),
    DNSWL_CATEGORY("12", "health care"),
    DNSWL_CATEGORY("13", "industry"),
    DNSWL_CATEGORY("14", "retail"),
    DNSWL_CATEGORY("15", "e-mail marketing"),
    DNSWL_CATEGORY("20", "listed by self service"),
    DNSWL_CATEGORY("*", "other category"),
    END,
};

static const struct rcpt_list_code hostkarma_codes[] = {
    {"127.0.0.1", ALLOWED, "white list: sends no spam"},
    {"127.0.0.2", LISTED, "black list: sends nothing but spam"},
    {"127.0.0.3", NEUTRAL, "yellow list: sends both good mail and spam"},
    {"127.0.0.4", NEUTRAL, "brown list: on the way to the black list"},
    {"127.0.0.5", NEUTRAL, "must not be block-listed"},
    {"127.0.1.1", NEUTRAL, "ends sessions with QUIT"},
    {"127.0.1.2", NEUTRAL, "never ends sessions with QUIT"},
    {"127.0.1.3", NEUTRAL, "sometimes ends sessions with QUIT"},
    {"127.0.2.1", NEUTRAL, "first seen within 2 days"},
    {"127.0.2.2", NEUTRAL, "first seen within 10 days"},
    END,
};

static const struct rcpt_list_code sem_black_codes[] = {
    {"127.0.0.2", LISTED, "mail to a spam trap, or an entry by policy"},
    END,
};

static const struct rcpt_list_code sem_backscatter_codes[] = {
    {"127.0.0.2", LISTED, "bounces to spam traps"},
    END,
};

static const struct rcpt_list_code sem_uri_codes[] = {
    {"127.0.0.2", LISTED, "seen in mail to spam traps"},
    END,
};

static const struct rcpt_list_code sem_fresh_codes[] = {
    {"127.0.0.2", LISTED, "registered within 15 days"},
    END,
};

static const struct rcpt_list_code ebl_codes[] = {
    {"127.0.0.2-3", LISTED, "a spammer's or fraudster's contact address"},
    {"127.0.1.2-3", LISTED, "grey: a contact address that is less certain"},
    END,
};

static const struct rcpt_list_code rv_soft_codes[] = {
    {"127.0.0.2", LISTED, "an open relay"},
    {"127.0.0.3", LISTED, "an open proxy"},
    {"127.0.0.4", LISTED, "a source of spam"},
    {"127.0.0.5", LISTED, "malware"},
    {"127.0.0.6", LISTED, "phishing"},
    {"127.0.0.7", LISTED, "spear phishing"},
    {"127.0.0.8", LISTED, "fraud"},
    {"127.0.0.9", LISTED, "blackmail"},
    {"127.0.0.10", LISTED, "an end user's computer"},
    {"127.0.0.11", LISTED, "does not follow the RFCs"},
    {"127.0.0.12", LISTED, "goes on after permanent rejections"},
    {"127.0.0.13", LISTED, "denial-of-service attacks"},
    {"127.0.0.14", LISTED, "a relay on a compromised host"},
    {"127.0.0.15", LISTED, "a proxy on a compromised host"},
    {"127.0.0.16", LISTED, "a scanner"},
    {"127.0.0.17", LISTED, "a mass-mailing virus"},
    {"127.0.0.18", LISTED, "mass phishing"},
    {"127.0.0.19", LISTED, "bad reputation"},
    {"127.0.0.20", LISTED, "mass distribution"},
    END,
};

#define VALIDITY_ERRORS                                                                            \
    CODE("127.255.255.255", REFUSED, "the resolver is not registered, or asks too much"),          \
        CODE("127.255.255.*", REFUSED, "an error code")

static const struct rcpt_list_code rpbl_codes[] = {
    VALIDITY_ERRORS,
    {"127.0.0.&1", LISTED, "a botnet member"},
    {"127.0.0.&2", LISTED, "mail without authentication"},
    {"127.0.0.&4", LISTED, "mail to a pristine spam trap"},
    {"127.0.0.&8", LISTED, "suspect attachments"},
    {"127.0.0.&16", LISTED, "a low Sender Score"},
    END,
};

/* A score is no listing; the block list above has a bit for a low one. */
static const struct rcpt_list_code score_codes[] = {
    VALIDITY_ERRORS,
    {"127.0.4.0-69", NEUTRAL, "the last octet is the score, 0 to 100; below 70 is weak"},
    {"127.0.4.70-100", NEUTRAL, "the last octet is the score, 0 to 100; from 70 on it is good"},
    END,
};

static const struct rcpt_list_code certified_codes[] = {
    VALIDITY_ERRORS,
    {"127.0.0.*", ALLOWED, "a certified sender"},
    END,
};

static const struct rcpt_list_code botnet_codes[] = {
    {"127.0.0.2", LISTED, "an address of a botnet"},
    END,
};

static const struct rcpt_list_code spfbl_codes[] = {
    {"127.0.0.2", LISTED, "bad reputation"},
    {"127.0.0.3", LISTED, "suspect: reverse DNS is generic or not forward-confirmed"},
    {"127.0.0.4", LISTED, "a residential or unwanted range"},
    END,
};

static const struct rcpt_list_code imp_codes[] = {
    {"127.0.0.5", LISTED, "a source of spam"},
    END,
};

static const struct rcpt_list_code bogon_codes[] = {
    {"127.0.0.2", LISTED, "address space that nobody was given"},
    END,
};

static const struct rcpt_list_code tor_codes[] = {
    {"127.0.0.100", LISTED, "a Tor exit"},
    END,
};

static const struct rcpt_list_code iadb_codes[] = {
    {"127.0.1.255", ALLOWED, "vouched for"},
    {"127.*.*.*", NEUTRAL, "tells of a practice of the sender"},
    END,
};

static const struct rcpt_list_code trend_codes[] = {
    {"127.1.0.&1", LISTED, "RBL: a source of spam"},
    {"127.1.0.&2", LISTED, "DUL: a dial-up or dynamic range"},
    {"127.1.0.&4", LISTED, "RSS: a relay that spammers use"},
    {"127.1.0.&8", LISTED, "OPS: an open proxy"},
    END,
};

/* ---- texts that several rows share ---- */

#define SPAMHAUS_DOCS                                                                              \
    "https://docs.spamhaus.com/datasets/docs/source/10-data-type-documentation/datasets/"          \
    "040-zones.html"
#define SPAMHAUS_LOOKUP "https://check.spamhaus.org/"
#define SPAMHAUS_REMEDY                                                                            \
    "Ask through a resolver of your own that does its own recursion and whose address has "        \
    "reverse "                                                                                     \
    "DNS, or take a free DQS key. The public mirrors are free for small, non-commercial use."
#define SPAMHAUS_KEY                                                                               \
    "Check the key in the configuration file. Keys are free for low volume, by registration, and " \
    "work through any resolver."
#define SPAMHAUS_KEY_NOTE "needs a DQS key of Spamhaus Technology, free for low volume"
#define ABUSIX_DOCS       "https://docs.abusix.com/docs/guardian-mail/production-zones"
#define ABUSIX_POLICY     "https://docs.abusix.com/ami-production-zones/policy"
#define ABUSIX_LOOKUP     "https://lookup.abusix.com/"
#define ABUSIX_KEY_NOTE   "needs a key of Abusix; there is a free tier"
#define ABUSIX_REMEDY                                                                              \
    "Check the key in the configuration file. Entries for spam fall off about five days after "    \
    "the "                                                                                         \
    "last traffic."
#define UCEPROTECT_LOOKUP "https://www.uceprotect.net/en/rblcheck.php"
#define SUPED_UCEPROTECT  "https://www.suped.com/learn/blocklists/uceprotect-dnsbl-level-3"
#define MAILSPIKE         "AnubisNetworks (Mailspike)"
#define MAILSPIKE_LOOKUP  "https://mailspike.org/iplookup.html"
#define MAILSPIKE_USAGE   "http://mailspike.org/usage.html"
#define MAILSPIKE_REMEDY                                                                           \
    "Use a resolver of your own. Free up to 100,000 messages and 100,000 questions a day."
#define RATS        "SpamRATS (LinuxMagic)"
#define RATS_LOOKUP "https://www.spamrats.com/lookup.php"
#define RATS_SOURCE "https://www.spamrats.com/lists.php (the codes could not be confirmed)"
#define RATS_REMEDY                                                                                \
    "Use a resolver of your own: public ones are refused. Free for most; an API key in the name "  \
    "is recommended."
#define SEM        "Spam Eating Monkey"
#define SEM_LOOKUP "https://spameatingmonkey.com/lookup"
#define SEM_SOURCE "http://spameatingmonkey.com/faq.html"
#define SEM_REMEDY                                                                                 \
    "Use a resolver of your own. Free up to 100,000 questions a day and 5 a second; meant for "    \
    "scoring."
#define URIBL_LOOKUP "https://admin.uribl.com/"
#define URIBL_REMEDY                                                                               \
    "Use a resolver of your own: public and large shared ones are refused. The TXT record of "     \
    "2.0.0.127.multi.uribl.com names the resolver that is refused. High volume needs a data feed."
#define SURBL_REMEDY                                                                               \
    "Use a resolver of your own: public ones are blocked. Free below 1,000 users or 250,000 "      \
    "messages a day, and not inside a paid product."
#define DNSWL_REMEDY                                                                               \
    "Use a resolver of your own. Free up to 100,000 questions a day, not for commercial use."
#define VALIDITY_HELP "https://knowledge.validity.com/hc/en-us/articles/20961730681243"
#define VALIDITY_NOTE "the address of the resolver must be registered with a MyValidity account"
#define VALIDITY_REMEDY                                                                            \
    "Register the address of your own resolver in a MyValidity account; every other resolver "     \
    "gets "                                                                                        \
    "the error code."
#define RSPAMD_RBL "https://github.com/rspamd/rspamd/blob/master/conf/modules.d/rbl.conf"
#define SPAMASSASSIN_DNSBL                                                                         \
    "https://github.com/apache/spamassassin/blob/trunk/rules/20_dnsbl_tests.cf"
#define CHECK_RBL     "not confirmed: https://github.com/matteocorti/check_rbl names the zone"
#define OWN_RESOLVER  "Use a resolver of your own."
#define LAST_LOOK     "2026-11"
#define CLOSED_REMEDY "Remove it from every configuration."
#define CLOSED_MANY                                                                                \
    "second-hand: https://reviewmyemails.com/emailalmanac/spam-filters-and-blocklists/"            \
    "major-blocklists-services/which-blocklists-have-shut-down-or-are-defunct"
#define SORBS_SOURCE                                                                               \
    "https://spamtacular.com/2024/06/05/sorbs-closing-has-been-announced; "                        \
    "https://www.techzine.eu/news/security/120916/"                                                \
    "proofpoint-discontinues-anti-spam-service-sorbs/"

/* A closed list: nothing is left to say but when, how, and where that was read. */
#define CLOSED(zone_name, list_name, operator_text, kind, whole, note, page)                       \
    {                                                                                              \
        .zone = (zone_name), .name = (list_name), .operator_name = (operator_text),                \
        .kinds = (kind), .severity = RCPT_SEVERITY_LOW, .state = RCPT_LIST_CLOSED,                 \
        .state_note = (note), .codes = plain_codes, .test_listed = "", .test_unlisted = "",        \
        .quirks = RCPT_LIST_NO_TEST_LISTED, .hash = "", .delist = "", .remedy = CLOSED_REMEDY,     \
        .within = (whole), .source = (page), .confirmed = LAST_LOOK                                \
    }
#define SORBS(label)                                                                               \
    CLOSED(label ".dnsbl.sorbs.net", "SORBS " label, "Proofpoint", IP4, "dnsbl.sorbs.net",         \
           "switched off on 2024-06-05 with all of SORBS; the zones are empty", SORBS_SOURCE)

/* ---- the lists ---- */

static const struct rcpt_list rows[] = {
    {
        .zone = "zen.spamhaus.org",
        .name = "Spamhaus ZEN (SBL+CSS+XBL+PBL)",
        .operator_name = "The Spamhaus Project",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_HIGH,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = zen_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = SPAMHAUS_LOOKUP,
        .remedy = SPAMHAUS_REMEDY,
        .within = "",
        .source = SPAMHAUS_DOCS "; https://www.spamhaus.org/blocklists/dnsbl-fair-use-policy/",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "sbl.spamhaus.org",
        .name = "Spamhaus SBL and CSS",
        .operator_name = "The Spamhaus Project",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_HIGH,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = sbl_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = SPAMHAUS_LOOKUP,
        .remedy = SPAMHAUS_REMEDY " Not to be asked next to ZEN.",
        .within = "zen.spamhaus.org",
        .source = SPAMHAUS_DOCS,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "xbl.spamhaus.org",
        .name = "Spamhaus XBL",
        .operator_name = "The Spamhaus Project",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_HIGH,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = xbl_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = SPAMHAUS_LOOKUP,
        .remedy = SPAMHAUS_REMEDY " Not to be asked next to ZEN.",
        .within = "zen.spamhaus.org",
        .source = SPAMHAUS_DOCS,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "pbl.spamhaus.org",
        .name = "Spamhaus PBL",
        .operator_name = "The Spamhaus Project",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_HIGH,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = pbl_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = SPAMHAUS_LOOKUP,
        .remedy = SPAMHAUS_REMEDY " Not to be asked next to ZEN.",
        .within = "zen.spamhaus.org",
        .source = SPAMHAUS_DOCS,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "dbl.spamhaus.org",
        .name = "Spamhaus DBL",
        .operator_name = "The Spamhaus Project",
        .kinds = DOMAIN,
        .severity = RCPT_SEVERITY_HIGH,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = dbl_codes,
        .test_listed = "dbltest.com",
        .test_unlisted = "example.com",
        .hash = "",
        .delist = SPAMHAUS_LOOKUP,
        .remedy = SPAMHAUS_REMEDY,
        .within = "",
        .source = SPAMHAUS_DOCS,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "{key}.zen.dq.spamhaus.net",
        .name = "Spamhaus ZEN through DQS",
        .operator_name = "Spamhaus Technology",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_HIGH,
        .state = RCPT_LIST_KEYED,
        .state_note = SPAMHAUS_KEY_NOTE,
        .codes = zen_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = SPAMHAUS_LOOKUP,
        .remedy = SPAMHAUS_KEY,
        .within = "zen.spamhaus.org",
        .source = SPAMHAUS_DOCS "; https://github.com/spamhaus/rspamd-dqs",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "{key}.zrd.dq.spamhaus.net",
        .name = "Spamhaus ZRD (zero reputation)",
        .operator_name = "Spamhaus Technology",
        .kinds = DOMAIN,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_KEYED,
        .state_note = SPAMHAUS_KEY_NOTE,
        .codes = zrd_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = SPAMHAUS_LOOKUP,
        .remedy = SPAMHAUS_KEY " Domains leave this list after a day.",
        .within = "",
        .source = SPAMHAUS_DOCS,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "{key}.authbl.dq.spamhaus.net",
        .name = "Spamhaus AuthBL",
        .operator_name = "Spamhaus Technology",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_KEYED,
        .state_note = SPAMHAUS_KEY_NOTE,
        .codes = authbl_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = SPAMHAUS_LOOKUP,
        .remedy = SPAMHAUS_KEY,
        .within = "",
        .source = SPAMHAUS_DOCS,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "_email.{key}.hbl.dq.spamhaus.net",
        .name = "Spamhaus HBL (hash blocklist)",
        .operator_name = "Spamhaus Technology",
        .kinds = EMAIL,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_KEYED,
        .state_note = "needs a paid DQS key of Spamhaus Technology",
        .codes = hbl_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "sha1",
        .delist = SPAMHAUS_LOOKUP,
        .remedy =
            "Check the key in the configuration file; this list is not part of the free keys.",
        .within = "",
        .source = "https://github.com/spamhaus/spamassassin-dqs",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "cbl.abuseat.org",
        .name = "CBL",
        .operator_name = "The Spamhaus Project",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_UNSURE,
        .state_note = "merged into the XBL years ago; not to be used any more",
        .codes = plain_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = SPAMHAUS_LOOKUP,
        .remedy = "Ask xbl.spamhaus.org or zen.spamhaus.org: they hold its data.",
        .within = "xbl.spamhaus.org",
        .source = "not confirmed: as far as is known merged into XBL; " SPAMHAUS_DOCS,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "bl.spamcop.net",
        .name = "SpamCop SCBL",
        .operator_name = "Cisco",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = spamcop_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = "https://www.spamcop.net/bl.shtml",
        .remedy = OWN_RESOLVER " Entries expire by themselves, about a day after the last report.",
        .within = "",
        .source = "http://spamcop.net/bl.shtml",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "b.barracudacentral.org",
        .name = "Barracuda BRBL",
        .operator_name = "Barracuda Networks",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_HIGH,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = barracuda_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = "https://www.barracudacentral.org/rbl/removal-request",
        .remedy = OWN_RESOLVER " Register its address at barracudacentral.org: unregistered and "
                               "public resolvers may get no answer.",
        .within = "",
        .source = "http://www.barracudacentral.org/rbl/how-to-use; "
                  "https://www.dnsbl.info/dnsbl-details.php?dnsbl=b.barracudacentral.org",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "{key}.combined.mail.abusix.zone",
        .name = "Abusix Guardian Mail combined",
        .operator_name = "Abusix",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_KEYED,
        .state_note = ABUSIX_KEY_NOTE,
        .codes = abusix_combined_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = ABUSIX_LOOKUP,
        .remedy = ABUSIX_REMEDY,
        .within = "",
        .source = ABUSIX_DOCS "; " ABUSIX_POLICY,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "{key}.black.mail.abusix.zone",
        .name = "Abusix spam blocklist",
        .operator_name = "Abusix",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_KEYED,
        .state_note = ABUSIX_KEY_NOTE,
        .codes = abusix_black_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = ABUSIX_LOOKUP,
        .remedy = ABUSIX_REMEDY,
        .within = "{key}.combined.mail.abusix.zone",
        .source = ABUSIX_DOCS,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "{key}.dynamic.mail.abusix.zone",
        .name = "Abusix policy blocklist",
        .operator_name = "Abusix",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_KEYED,
        .state_note = ABUSIX_KEY_NOTE,
        .codes = abusix_policy_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = ABUSIX_LOOKUP,
        .remedy = "Check the key in the configuration file. An address leaves this list by form "
                  "once its PTR is specific to the host.",
        .within = "{key}.combined.mail.abusix.zone",
        .source = ABUSIX_POLICY,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "{key}.dblack.mail.abusix.zone",
        .name = "Abusix domain blocklist",
        .operator_name = "Abusix",
        .kinds = DOMAIN,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_KEYED,
        .state_note = ABUSIX_KEY_NOTE,
        .codes = abusix_domain_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = ABUSIX_LOOKUP,
        .remedy = ABUSIX_REMEDY,
        .within = "",
        .source = ABUSIX_DOCS " (127.0.1.2 only partly)",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "dnsbl-1.uceprotect.net",
        .name = "UCEPROTECT Level 1",
        .operator_name = "UCEPROTECT-Orga",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = uceprotect1_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = UCEPROTECT_LOOKUP,
        .remedy = OWN_RESOLVER
        " Entries expire 7 days after the last hit; the paid removal is contested and not needed.",
        .within = "",
        .source = "second-hand: " SUPED_UCEPROTECT,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "dnsbl-2.uceprotect.net",
        .name = "UCEPROTECT Level 2",
        .operator_name = "UCEPROTECT-Orga",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = uceprotect2_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = UCEPROTECT_LOOKUP,
        .remedy = OWN_RESOLVER " The address itself may be innocent; the entry goes when the Level "
                               "1 entries of its range expire. Do not pay.",
        .within = "",
        .source = "second-hand: " SUPED_UCEPROTECT,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "dnsbl-3.uceprotect.net",
        .name = "UCEPROTECT Level 3",
        .operator_name = "UCEPROTECT-Orga",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = uceprotect3_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = UCEPROTECT_LOOKUP,
        .remedy = OWN_RESOLVER " A single sender cannot repair this; the operator itself advises "
                               "it for scoring only. Do not pay.",
        .within = "",
        .source = "second-hand: https://docs.hetrixtools.com/uceprotect-level3/; " SUPED_UCEPROTECT,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "ips.backscatterer.org",
        .name = "Backscatterer",
        .operator_name = "UCEPROTECT-Orga",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = backscatterer_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = "https://www.backscatterer.org/?target=test",
        .remedy = OWN_RESOLVER " Meant for mail with the null sender. Entries expire after 4 "
                               "weeks; reject during SMTP instead of bouncing later.",
        .within = "",
        .source = "not confirmed: https://github.com/haraka/haraka-plugin-dns-list names the zone",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "ips.whitelisted.org",
        .name = "Whitelisted.org",
        .operator_name = "related to UCEPROTECT-Orga",
        .kinds = IP4,
        .allow = true,
        .severity = RCPT_SEVERITY_NONE,
        .state = RCPT_LIST_UNSURE,
        .state_note = "could not be confirmed",
        .codes = allow_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "",
        .remedy = "A paid and contested allow list; of information only.",
        .within = "",
        .source = CHECK_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "psbl.surriel.com",
        .name = "PSBL (Passive Spam Block List)",
        .operator_name = "Rik van Riel and others (Spamikaze)",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = trap_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = "https://psbl.org/",
        .remedy = OWN_RESOLVER
        " Anybody can remove an address on its web page; else it expires after some weeks.",
        .within = "",
        .source = "http://psbl.surriel.com/howto/",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "dnsbl.dronebl.org",
        .name = "DroneBL",
        .operator_name = "DroneBL volunteers",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = dronebl_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = "https://dronebl.org/lookup",
        .remedy = OWN_RESOLVER " Made for IRC networks; removal is by form and free.",
        .within = "",
        .source = "second-hand: https://dronebl.org/docs/howtouse",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "bl.mailspike.net",
        .name = "Mailspike BL",
        .operator_name = MAILSPIKE,
        .kinds = IP4,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = mailspike_bl_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = MAILSPIKE_LOOKUP,
        .remedy = MAILSPIKE_REMEDY,
        .within = "",
        .source = MAILSPIKE_USAGE,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "z.mailspike.net",
        .name = "Mailspike Z",
        .operator_name = MAILSPIKE,
        .kinds = IP4,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = mailspike_z_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = MAILSPIKE_LOOKUP,
        .remedy = MAILSPIKE_REMEDY,
        .within = "bl.mailspike.net",
        .source = MAILSPIKE_USAGE,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "rep.mailspike.net",
        .name = "Mailspike reputation",
        .operator_name = MAILSPIKE,
        .kinds = IP4,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = mailspike_rep_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = MAILSPIKE_LOOKUP,
        .remedy = MAILSPIKE_REMEDY,
        .within = "bl.mailspike.net",
        .source = MAILSPIKE_USAGE "; " RSPAMD_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "wl.mailspike.net",
        .name = "Mailspike WL",
        .operator_name = MAILSPIKE,
        .kinds = IP4,
        .allow = true,
        .severity = RCPT_SEVERITY_NONE,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = mailspike_wl_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = MAILSPIKE_LOOKUP,
        .remedy = MAILSPIKE_REMEDY,
        .within = "",
        .source = MAILSPIKE_USAGE,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "all.spamrats.com",
        .name = "RATS-All",
        .operator_name = RATS,
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = rats_all_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = RATS_LOOKUP,
        .remedy = RATS_REMEDY,
        .within = "",
        .source = RATS_SOURCE,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "dyna.spamrats.com",
        .name = "RATS-Dyna",
        .operator_name = RATS,
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = rats_dyna_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = RATS_LOOKUP,
        .remedy = RATS_REMEDY,
        .within = "all.spamrats.com",
        .source = RATS_SOURCE,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "noptr.spamrats.com",
        .name = "RATS-NoPtr",
        .operator_name = RATS,
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = rats_noptr_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = RATS_LOOKUP,
        .remedy = RATS_REMEDY,
        .within = "all.spamrats.com",
        .source = RATS_SOURCE,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "spam.spamrats.com",
        .name = "RATS-Spam",
        .operator_name = RATS,
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = rats_spam_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = RATS_LOOKUP,
        .remedy = RATS_REMEDY,
        .within = "all.spamrats.com",
        .source = RATS_SOURCE,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "auth.spamrats.com",
        .name = "RATS-Auth",
        .operator_name = RATS,
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = rats_auth_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = RATS_LOOKUP,
        .remedy = RATS_REMEDY,
        .within = "all.spamrats.com",
        .source = RATS_SOURCE,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "bl.0spam.org",
        .name = "0spam",
        .operator_name = "0spam project",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = no_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://0spam.org/",
        .remedy = OWN_RESOLVER,
        .within = "",
        .source = "https://0spam.org/how-does-the-0spam-service-work",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "nbl.0spam.org",
        .name = "0spam network list",
        .operator_name = "0spam project",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = no_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://0spam.org/",
        .remedy = OWN_RESOLVER " Lists whole /24 networks: the address itself may be innocent.",
        .within = "",
        .source = "https://0spam.org/how-does-the-0spam-service-work",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "all.s5h.net",
        .name = "s5h.net",
        .operator_name = "s5h.net (usenix.org.uk)",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = plain_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = "https://www.usenix.org.uk/content/rbl.html",
        .remedy =
            OWN_RESOLVER " Opening the removal page from the listed address removes it at once.",
        .within = "",
        .source = "second-hand: http://www.s5h.net/rblcheck",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "truncate.gbudb.net",
        .name = "GBUdb Truncate",
        .operator_name = "ARM Research Labs (Message Sniffer)",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note =
            "one monitor calls it discontinued, others list it as live: its test entries decide",
        .codes = gbudb_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = "https://www.gbudb.com/truncate/index.jsp",
        .remedy = OWN_RESOLVER " Entries go by themselves some days after the traffic stops.",
        .within = "",
        .source = "second-hand: https://www.suped.com/learn/blocklists/gbudb-truncate-dnsbl; "
                  "https://helohub.com/rbl-detail/gbudb-truncate",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "bl.blocklist.de",
        .name = "blocklist.de",
        .operator_name = "blocklist.de (Fail2Ban reports)",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = blocklist_de_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://www.blocklist.de/en/delist.html",
        .remedy = OWN_RESOLVER " Entries go 48 hours after the last report.",
        .within = "",
        .source = "https://www.blocklist.de/en/rbldns.html; " RSPAMD_RBL
                  " (the codes could not be confirmed)",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "multi.surbl.org",
        .name = "SURBL multi",
        .operator_name = "SURBL BV",
        .kinds = DOMAIN,
        .severity = RCPT_SEVERITY_HIGH,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = surbl_codes,
        .test_listed = "test.surbl.org",
        .test_unlisted = "example.com",
        .hash = "",
        .delist = "https://surbl.org/surbl-analysis",
        .remedy = SURBL_REMEDY,
        .within = "",
        .source = "https://www.surbl.org/lists; " RSPAMD_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "hashbl.surbl.org",
        .name = "SURBL HashBL",
        .operator_name = "SURBL BV",
        .kinds = EMAIL,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = surbl_hash_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "md5",
        .delist = "https://surbl.org/surbl-analysis",
        .remedy = SURBL_REMEDY,
        .within = "",
        .source = RSPAMD_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "multi.uribl.com",
        .name = "URIBL multi",
        .operator_name = "URIBL",
        .kinds = DOMAIN,
        .severity = RCPT_SEVERITY_HIGH,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = uribl_codes,
        .test_listed = "test.uribl.com",
        .test_unlisted = "example.com",
        .hash = "",
        .delist = URIBL_LOOKUP,
        .remedy = URIBL_REMEDY,
        .within = "",
        .source = "http://uribl.com/refused.shtml; http://www.uribl.com/about.shtml",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "black.uribl.com",
        .name = "URIBL black",
        .operator_name = "URIBL",
        .kinds = DOMAIN,
        .severity = RCPT_SEVERITY_HIGH,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = uribl_black_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = URIBL_LOOKUP,
        .remedy = URIBL_REMEDY " Not to be asked next to multi.uribl.com.",
        .within = "multi.uribl.com",
        .source = "http://uribl.com/refused.shtml",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "list.dnswl.org",
        .name = "DNSWL",
        .operator_name = "dnswl.org",
        .kinds = IP4 | IP6,
        .allow = true,
        .severity = RCPT_SEVERITY_NONE,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = dnswl_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = "https://www.dnswl.org/s/",
        .remedy = DNSWL_REMEDY,
        .within = "",
        .source = "https://www.dnswl.org/?p=204; https://www.dnswl.org/?p=152",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "dwl.dnswl.org",
        .name = "DNSWL domains",
        .operator_name = "dnswl.org",
        .kinds = DOMAIN,
        .allow = true,
        .severity = RCPT_SEVERITY_NONE,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = dnswl_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://www.dnswl.org/s/",
        .remedy =
            DNSWL_REMEDY " It speaks of domains whose DKIM signature passes, and of no others.",
        .within = "",
        .source = RSPAMD_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "hostkarma.junkemailfilter.com",
        .name = "HostKarma",
        .operator_name = "Junk Email Filter",
        .kinds = IP4 | DOMAIN,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "one monitor calls it discontinued, mail filters still ship it: its test "
                      "entries decide",
        .codes = hostkarma_codes,
        .test_listed = "127.0.0.2",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_UNLISTED,
        .hash = "",
        .delist = "https://ipadmin.junkemailfilter.com/remove.php",
        .remedy = OWN_RESOLVER,
        .within = "",
        .source = "https://github.com/haraka/haraka-plugin-dns-list/blob/master/config/"
                  "dns-list.ini; https://helohub.com/rbl-detail/hostkarma-black",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "bl.spameatingmonkey.net",
        .name = "SEM-BLACK",
        .operator_name = SEM,
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = sem_black_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = SEM_LOOKUP,
        .remedy = SEM_REMEDY,
        .within = "",
        .source = SEM_SOURCE,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "bl.ipv6.spameatingmonkey.net",
        .name = "SEM-IPV6BL",
        .operator_name = SEM,
        .kinds = IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = trap_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = SEM_LOOKUP,
        .remedy = SEM_REMEDY,
        .within = "",
        .source = SEM_SOURCE "; " RSPAMD_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "backscatter.spameatingmonkey.net",
        .name = "SEM-BACKSCATTER",
        .operator_name = SEM,
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = sem_backscatter_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = SEM_LOOKUP,
        .remedy = SEM_REMEDY,
        .within = "",
        .source = SEM_SOURCE,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "uribl.spameatingmonkey.net",
        .name = "SEM-URI",
        .operator_name = SEM,
        .kinds = DOMAIN,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = sem_uri_codes,
        .test_listed = "_DNSBL_.test",
        .test_unlisted = "_DNSBLNEG_.test",
        .hash = "",
        .delist = SEM_LOOKUP,
        .remedy = SEM_REMEDY,
        .within = "",
        .source = SEM_SOURCE,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "fresh15.spameatingmonkey.net",
        .name = "SEM-FRESH15",
        .operator_name = SEM,
        .kinds = DOMAIN,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = sem_fresh_codes,
        .test_listed = "_DNSBL_.test",
        .test_unlisted = "_DNSBLNEG_.test",
        .hash = "",
        .delist = SEM_LOOKUP,
        .remedy = SEM_REMEDY " It tells the age of a domain, and blames nobody.",
        .within = "",
        .source = SEM_SOURCE,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "ebl.msbl.org",
        .name = "MSBL EBL",
        .operator_name = "MSBL",
        .kinds = EMAIL,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = ebl_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "sha1",
        .delist = "https://msbl.org/ebl.html",
        .remedy = OWN_RESOLVER " Free for low volume.",
        .within = "",
        .source = "https://msbl.org/ebl-design.html; " RSPAMD_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "spamlist.or.kr",
        .name = "KISA-RBL",
        .operator_name = "Korea Internet & Security Agency",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_UNSURE,
        .state_note = "could not be confirmed to be alive",
        .codes = plain_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://www.kisarbl.or.kr/",
        .remedy = OWN_RESOLVER,
        .within = "",
        .source = "not confirmed: https://www.kisarbl.or.kr/",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "dnsbl.rv-soft.info",
        .name = "RVS-TECH DNSBL",
        .operator_name = "RV-SOFT Technology",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = rv_soft_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://www.rv-soft.info/",
        .remedy = OWN_RESOLVER " Entries expire when the reports stop.",
        .within = "",
        .source =
            "second-hand: https://www.suped.com/learn/blocklists/rv-soft-technology-rvs-tech-dnsbl",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "dnsbl.justspam.org",
        .name = "JustSpam",
        .operator_name = "JustSpam.org",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = plain_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = "http://www.justspam.org/",
        .remedy = OWN_RESOLVER,
        .within = "",
        .source = "second-hand: https://github.com/haraka/haraka-plugin-dns-list",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "bl.suomispam.net",
        .name = "Suomispam BL",
        .operator_name = "Suomispam",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = no_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://suomispam.net/",
        .remedy = OWN_RESOLVER
        " Sources of spam that concern Finland; removal by mail, with what was repaired.",
        .within = "",
        .source = "second-hand: https://suomispam.net/; "
                  "https://www.suped.com/learn/blocklists/suomispam-blacklist-bl",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "bl.score.senderscore.com",
        .name = "Validity RPBL (Sender Score blocklist)",
        .operator_name = "Validity",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_REGISTRATION,
        .state_note = VALIDITY_NOTE,
        .codes = rpbl_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://senderscore.org/act/blocklist-remover/",
        .remedy = VALIDITY_REMEDY,
        .within = "",
        .source = VALIDITY_HELP "; " RSPAMD_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "score.senderscore.com",
        .name = "Validity Sender Score",
        .operator_name = "Validity",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_REGISTRATION,
        .state_note = VALIDITY_NOTE,
        .codes = score_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://senderscore.org/",
        .remedy = VALIDITY_REMEDY,
        .within = "",
        .source = VALIDITY_HELP,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "sa-trusted.bondedsender.org",
        .name = "Validity Certification",
        .operator_name = "Validity",
        .kinds = IP4,
        .allow = true,
        .severity = RCPT_SEVERITY_NONE,
        .state = RCPT_LIST_REGISTRATION,
        .state_note = VALIDITY_NOTE,
        .codes = certified_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "",
        .remedy = VALIDITY_REMEDY,
        .within = "",
        .source = SPAMASSASSIN_DNSBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "bip.virusfree.cz",
        .name = "virusfree.cz BIP",
        .operator_name = "virusfree.cz",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = botnet_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "",
        .remedy = OWN_RESOLVER,
        .within = "",
        .source = RSPAMD_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "dnsbl.spfbl.net",
        .name = "SPFBL",
        .operator_name = "SPFBL.net",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = spfbl_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://spfbl.net/en/delisting",
        .remedy = "Ask more slowly, through a resolver of your own: over its limit (about one "
                  "question in 100 ms for a network) it answers REFUSED.",
        .within = "",
        .source = "https://spfbl.net/en/dnswl/ (the codes could not be confirmed)",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "rbl.interserver.net",
        .name = "InterServer RBL",
        .operator_name = "InterServer",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = plain_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://sigs.interserver.net/",
        .remedy = OWN_RESOLVER,
        .within = "",
        .source = "https://github.com/mailcow/mailcow-dockerized/blob/master/data/conf/rspamd/"
                  "local.d/rbl.conf",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "spam.dnsbl.anonmails.de",
        .name = "anonmails",
        .operator_name = "anonmails.de",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = plain_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://anonmails.de/dnsbl.php",
        .remedy = OWN_RESOLVER,
        .within = "",
        .source = "not confirmed: https://anonmails.de/dnsbl.php",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "bl.nordspam.com",
        .name = "NordSpam",
        .operator_name = "NordSpam",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_UNSURE,
        .state_note = "could not be confirmed to be alive",
        .codes = plain_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "",
        .remedy = OWN_RESOLVER,
        .within = "",
        .source = CHECK_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "spamsources.fabel.dk",
        .name = "FABELSOURCES",
        .operator_name = "Fabel",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_UNSURE,
        .state_note = "could not be confirmed; its newer name is bl.fabelsources.it",
        .codes = plain_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "",
        .remedy = OWN_RESOLVER,
        .within = "",
        .source = CHECK_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "blacklist.woody.ch",
        .name = "Woody's SMTP blacklist",
        .operator_name = "woody.ch",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_UNSURE,
        .state_note = "could not be confirmed to be alive",
        .codes = plain_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://blacklist.woody.ch/",
        .remedy = OWN_RESOLVER,
        .within = "",
        .source = CHECK_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "spamrbl.imp.ch",
        .name = "ImproWare / SWINOG",
        .operator_name = "ImproWare AG",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_UNSURE,
        .state_note = "could not be confirmed to be alive",
        .codes = imp_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "",
        .remedy = OWN_RESOLVER,
        .within = "",
        .source = CHECK_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "rbl.abuse.ro",
        .name = "abuse.ro",
        .operator_name = "abuse.ro",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_UNSURE,
        .state_note = "could not be confirmed to be alive",
        .codes = plain_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://abuse.ro/",
        .remedy = OWN_RESOLVER,
        .within = "",
        .source = CHECK_RBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "bogons.cymru.com",
        .name = "Team Cymru bogons",
        .operator_name = "Team Cymru",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = bogon_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "",
        .remedy = OWN_RESOLVER " Not about spam: private ranges are listed as well.",
        .within = "",
        .source = "not confirmed: https://www.team-cymru.com/bogon-networks",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "torexit.dan.me.uk",
        .name = "dan.me.uk Tor exits",
        .operator_name = "dan.me.uk",
        .kinds = IP4 | IP6,
        .severity = RCPT_SEVERITY_LOW,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = tor_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "",
        .remedy = OWN_RESOLVER " Not about spam.",
        .within = "",
        .source = "not confirmed: https://www.dan.me.uk/dnsbl",
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "iadb.isipp.com",
        .name = "IADB",
        .operator_name = "SuretyMail (ISIPP)",
        .kinds = IP4,
        .allow = true,
        .severity = RCPT_SEVERITY_NONE,
        .state = RCPT_LIST_ACTIVE,
        .state_note = "",
        .codes = iadb_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "",
        .remedy = OWN_RESOLVER,
        .within = "",
        .source = SPAMASSASSIN_DNSBL,
        .confirmed = LAST_LOOK,
    },
    {
        .zone = "{key}.r.mail-abuse.com",
        .name = "Trend Micro ERS RBL+ (MAPS)",
        .operator_name = "Trend Micro",
        .kinds = IP4,
        .severity = RCPT_SEVERITY_MEDIUM,
        .state = RCPT_LIST_KEYED,
        .state_note = "for customers of Trend Micro only",
        .codes = trend_codes,
        .test_listed = "",
        .test_unlisted = "",
        .quirks = RCPT_LIST_NO_TEST_LISTED,
        .hash = "",
        .delist = "https://servicecentral.trendmicro.com/en-us/ers/ip-lookup",
        .remedy =
            "Check the key in the configuration file; only customers of Trend Micro have one.",
        .within = "",
        .source = "not confirmed: the codes are as SpamAssassin has them, " SPAMASSASSIN_DNSBL,
        .confirmed = LAST_LOOK,
    },
    CLOSED("dnsbl.sorbs.net", "SORBS", "Proofpoint", IP4, "",
           "switched off on 2024-06-05: the zones are empty and answer NXDOMAIN", SORBS_SOURCE),
    SORBS("http"),
    SORBS("socks"),
    SORBS("misc"),
    SORBS("smtp"),
    SORBS("web"),
    SORBS("new.spam"),
    SORBS("recent.spam"),
    SORBS("old.spam"),
    SORBS("spam"),
    SORBS("escalations"),
    SORBS("block"),
    SORBS("zombie"),
    SORBS("dul"),
    SORBS("noservers"),
    CLOSED("ix.dnsbl.manitu.net", "NiX Spam", "manitu / heise iX", IP4, "",
           "emptied on 2025-01-16 as RFC 6471 section 3.4 asks; NXDOMAIN for months, then out of "
           "reach",
           "https://heise.de/-10248714"),
    CLOSED("db.wpbl.info", "WPBL", "WPBL", IP4, "",
           "emptied in 2023-11 and shut in 2024; since 2025-10 its name servers are test "
           "addresses, so questions time out",
           "http://wpbl.info/"),
    CLOSED("ubl.unsubscore.com", "Lashback UBL", "Lashback", IP4, "",
           "reported as out of reach by 2024", CLOSED_MANY),
    CLOSED("ubl.lashback.com", "Lashback UBL (older name)", "Lashback", IP4, "ubl.unsubscore.com",
           "renamed ubl.unsubscore.com, which was reported as out of reach by 2024", CLOSED_MANY),
    CLOSED("dnsbl.ahbl.org", "AHBL", "AHBL", IP4, "",
           "closed; since 2015-01-01 it lists every name", CLOSED_MANY),
    CLOSED("dnsbl.njabl.org", "NJABL", "NJABL", IP4, "",
           "closed in 2013: the zones were emptied, and are gone since", CLOSED_MANY),
    CLOSED("relays.ordb.org", "ORDB", "ORDB", IP4, "",
           "closed in 2006; in 2008 it listed the whole Internet",
           "second-hand: http://securityandthe.net/2009/03/10/dsbl-blacklist-gone/"),
    CLOSED("list.dsbl.org", "DSBL", "DSBL", IP4, "",
           "closed in 2008; from 2012-08-20 on every address looked listed",
           "second-hand: https://www.dnsbl.info/list-dsbl-org.php"),
    CLOSED("bl.spamcannibal.org", "SpamCannibal", "SpamCannibal", IP4, "",
           "closed in 2018; the lapsed domain then answered for everything",
           "not confirmed: from memory of the event"),
    CLOSED("all.rbl.webiron.net", "WebIron", "WebIron", IP4, "",
           "the domain lapsed in 2020-05 and answers for every name",
           "second-hand: https://www.dnsbl.com/2020/05/"),
    CLOSED("dnsbl.inps.de", "inps.de", "inps.de", IP4, "",
           "closed on 2020-05-25: the zone is empty",
           "second-hand: https://www.dnsbl.com/2020/05/"),
    CLOSED("dsn.rfc-ignorant.org", "RFC-Ignorant", "RFC-Ignorant", DOMAIN, "", "closed in 2012",
           CLOSED_MANY),
};

const struct rcpt_list *rcpt_list_at(size_t index)
{
    return index < sizeof rows / sizeof *rows ? &rows[index] : NULL;
}

const struct rcpt_list *rcpt_list_find(const char *zone)
{
    const struct rcpt_list *list;
    size_t length = zone == NULL ? 0 : strlen(zone);
    if (length > 0 && zone[length - 1] == '.')
        length--;
    for (size_t i = 0; length > 0 && (list = rcpt_list_at(i)) != NULL; i++)
        if (strlen(list->zone) == length && strncasecmp(list->zone, zone, length) == 0)
            return list;
    return NULL;
}
