/*
 * mailbox_defect.c - what can be wrong with an address, one row a defect
 *
 * Ids are stable: rules, reports and users name them. The limits are those of RFC 5321 section
 * 4.5.3.1, the forms those of sections 4.1.2 and 4.1.3; source routes went with RFC 2821 appendix
 * C. The sentence of a domain's defect stands in domain.c.
 */
#include "address/mailbox_defect.h"

struct row {
    const char *id;
    const char *reason; /* NULL: the domain's */
};

static const struct row rows[MAILBOX_DEFECTS] = {
    [MAILBOX_OK] = {"", ""},
    [MAILBOX_EMPTY] = {"empty", "there is no address"},
    [MAILBOX_TOO_LONG] = {"too-long",
                          "the text is longer than 1024 octets; an address has at most 254"},
    [MAILBOX_URL] = {"url", "this is a URL; an address stands without \"mailto:\" or the like"},
    [MAILBOX_NULL_PATH] = {"null-path", "\"<>\" is the sender of a bounce and names no recipient"},
    [MAILBOX_ANGLE_BRACKET] = {"angle-bracket",
                               "angle brackets have to stand as a pair around the whole address"},
    [MAILBOX_DISPLAY_NAME] = {"display-name", "a name stands before the address in angle brackets"},
    [MAILBOX_SOURCE_ROUTE] = {"source-route",
                              "the address has a source route (\"@host:\"), obsolete since 2001"},
    [MAILBOX_SEVERAL_ADDRESSES] = {"several-addresses", "there is more than one address"},
    [MAILBOX_TWO_ATS] = {"two-ats", "the local-part has an \"@\", which is allowed only in quotes"},
    [MAILBOX_NO_LOCAL] = {"no-local", "there is no local-part before the \"@\""},
    [MAILBOX_NO_DOMAIN] = {"no-domain", "there is no domain after the local-part"},
    [MAILBOX_LOCAL_TOO_LONG] = {"local-too-long", "the local-part is longer than 64 octets"},
    [MAILBOX_LOCAL_DOT] = {"local-dot",
                           "the local-part has a dot at its start, at its end, or next to another"},
    [MAILBOX_LOCAL_CHARACTER] = {"local-character",
                                 "the local-part has a character that is allowed only in quotes"},
    [MAILBOX_LOCAL_QUOTE] = {"local-quote", "the quoted local-part is not well formed"},
    [MAILBOX_LOCAL_UTF8] = {"local-utf8", "the local-part is not valid UTF-8"},
    [MAILBOX_LOCAL_CONTROL] = {"local-control",
                               "the local-part has a control or an invisible character"},
    [MAILBOX_PATH_TOO_LONG] = {"path-too-long",
                               "the address is longer than 254 octets (256 with angle brackets)"},
    [MAILBOX_DOMAIN_EMPTY] = {"domain-empty", NULL},
    [MAILBOX_DOMAIN_EMPTY_LABEL] = {"domain-empty-label", NULL},
    [MAILBOX_DOMAIN_FINAL_DOT] = {"domain-final-dot", NULL},
    [MAILBOX_DOMAIN_LABEL_TOO_LONG] = {"domain-label-too-long", NULL},
    [MAILBOX_DOMAIN_TOO_LONG] = {"domain-too-long", NULL},
    [MAILBOX_DOMAIN_CHARACTER] = {"domain-character", NULL},
    [MAILBOX_DOMAIN_SPACE] = {"domain-space", NULL},
    [MAILBOX_DOMAIN_HYPHEN] = {"domain-hyphen", NULL},
    [MAILBOX_DOMAIN_UTF8] = {"domain-utf8", NULL},
    [MAILBOX_DOMAIN_IDNA] = {"domain-idna", NULL},
    [MAILBOX_DOMAIN_IP] = {"domain-ip", NULL},
    [MAILBOX_LITERAL_OPEN] = {"literal-open", "the address literal has no closing bracket"},
    [MAILBOX_LITERAL_BAD] = {"literal-bad", "there is no IP address between the brackets"},
    [MAILBOX_LITERAL_IPV6_TAG] = {"literal-ipv6-tag",
                                  "an IPv6 address literal has to begin with \"IPv6:\""},
    [MAILBOX_LITERAL_UNKNOWN_TAG] = {"literal-unknown-tag",
                                     "the address literal has a tag other than \"IPv6:\""},
};

static const enum mailbox_defect of_domain[] = {
    [DOMAIN_OK] = MAILBOX_OK,
    [DOMAIN_EMPTY] = MAILBOX_DOMAIN_EMPTY,
    [DOMAIN_EMPTY_LABEL] = MAILBOX_DOMAIN_EMPTY_LABEL,
    [DOMAIN_FINAL_DOT] = MAILBOX_DOMAIN_FINAL_DOT,
    [DOMAIN_LABEL_TOO_LONG] = MAILBOX_DOMAIN_LABEL_TOO_LONG,
    [DOMAIN_TOO_LONG] = MAILBOX_DOMAIN_TOO_LONG,
    [DOMAIN_BAD_CHARACTER] = MAILBOX_DOMAIN_CHARACTER,
    [DOMAIN_SPACE] = MAILBOX_DOMAIN_SPACE,
    [DOMAIN_HYPHEN] = MAILBOX_DOMAIN_HYPHEN,
    [DOMAIN_BAD_UTF8] = MAILBOX_DOMAIN_UTF8,
    [DOMAIN_BAD_IDNA] = MAILBOX_DOMAIN_IDNA,
    [DOMAIN_IP] = MAILBOX_DOMAIN_IP,
};

#define DOMAIN_DEFECTS (sizeof of_domain / sizeof *of_domain)

const char *mailbox_defect_id(enum mailbox_defect defect)
{
    return rows[defect].id;
}

const char *mailbox_defect_reason(enum mailbox_defect defect)
{
    for (size_t i = 0; i < DOMAIN_DEFECTS; i++)
        if (of_domain[i] == defect)
            return domain_defect_reason((enum domain_defect)i);
    return rows[defect].reason;
}

enum mailbox_defect mailbox_defect_of_domain(enum domain_defect defect)
{
    return of_domain[defect];
}
