/*
 * mailbox_defect.h - what can be wrong with an address, one row a defect
 */
#ifndef ADDRESS_MAILBOX_DEFECT_H
#define ADDRESS_MAILBOX_DEFECT_H

#include <stddef.h>

#include "address/domain.h"

enum mailbox_defect {
    MAILBOX_OK, /* no defect; has no row */
    MAILBOX_EMPTY,
    MAILBOX_TOO_LONG,
    MAILBOX_URL,
    MAILBOX_NULL_PATH,
    MAILBOX_ANGLE_BRACKET,
    MAILBOX_DISPLAY_NAME,
    MAILBOX_SOURCE_ROUTE,
    MAILBOX_SEVERAL_ADDRESSES,
    MAILBOX_TWO_ATS,
    MAILBOX_NO_LOCAL,
    MAILBOX_NO_DOMAIN,
    MAILBOX_LOCAL_TOO_LONG,
    MAILBOX_LOCAL_DOT,
    MAILBOX_LOCAL_CHARACTER,
    MAILBOX_LOCAL_QUOTE,
    MAILBOX_LOCAL_UTF8,
    MAILBOX_LOCAL_CONTROL,
    MAILBOX_PATH_TOO_LONG,
    MAILBOX_DOMAIN_EMPTY,
    MAILBOX_DOMAIN_EMPTY_LABEL,
    MAILBOX_DOMAIN_FINAL_DOT,
    MAILBOX_DOMAIN_LABEL_TOO_LONG,
    MAILBOX_DOMAIN_TOO_LONG,
    MAILBOX_DOMAIN_CHARACTER,
    MAILBOX_DOMAIN_SPACE,
    MAILBOX_DOMAIN_HYPHEN,
    MAILBOX_DOMAIN_UTF8,
    MAILBOX_DOMAIN_IDNA,
    MAILBOX_DOMAIN_IP,
    MAILBOX_LITERAL_OPEN,
    MAILBOX_LITERAL_BAD,
    MAILBOX_LITERAL_IPV6_TAG,
    MAILBOX_LITERAL_UNKNOWN_TAG,
    MAILBOX_DEFECTS /* how many, MAILBOX_OK among them */
};

/* The stable id ("local-too-long"), which rules and reports name. "" for MAILBOX_OK. */
const char *mailbox_defect_id(enum mailbox_defect defect);
/* One sentence, without what is particular to one address. "" for MAILBOX_OK. */
const char *mailbox_defect_reason(enum mailbox_defect defect);
/* The defect of an address whose domain has this one; MAILBOX_OK for DOMAIN_OK. */
enum mailbox_defect mailbox_defect_of_domain(enum domain_defect defect);

#endif
