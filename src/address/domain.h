/*
 * domain.h - domain names as people type them: IDNA, host-name rules, special-use names
 */
#ifndef ADDRESS_DOMAIN_H
#define ADDRESS_DOMAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "util/arena.h"

/* A defect of a domain, with what it is called in words; DOMAIN_OK is 0. */
enum domain_defect {
    DOMAIN_OK,
    DOMAIN_EMPTY,
    DOMAIN_EMPTY_LABEL, /* also a leading dot */
    DOMAIN_FINAL_DOT,
    DOMAIN_LABEL_TOO_LONG, /* more than 63 octets as A-label */
    DOMAIN_TOO_LONG,       /* more than 253 characters as A-labels */
    DOMAIN_BAD_CHARACTER, /* not a letter, digit, hyphen, dot (underscore is let through, see below)
                           */
    DOMAIN_SPACE,
    DOMAIN_HYPHEN, /* a label begins or ends with a hyphen */
    DOMAIN_BAD_UTF8,
    DOMAIN_BAD_IDNA, /* refused by IDNA 2008 / UTS #46 */
    DOMAIN_IP        /* a bare IP address: belongs in brackets */
};

struct domain {
    enum domain_defect defect;
    size_t position;     /* of the defect, in octets from 0 */
    const char *reason;  /* one sentence; "" for DOMAIN_OK */
    const char *ascii;   /* lower-case A-labels, no final dot; NULL unless DOMAIN_OK */
    const char *unicode; /* U-labels if any label has one, else NULL */
    bool underscore;     /* has an underscore: no host name, yet most servers deliver to it */
    size_t labels;
};

/* Reads a domain: RFC 5321 section 4.1.2, RFC 5890 with UTS #46 (non-transitional). `text` need not
 * end with a zero. What *domain points to lives in the arena. */
void domain_parse(struct arena *arena, const char *text, size_t length, struct domain *domain);

/* What a defect is called in words, without what is particular to one domain. */
const char *domain_defect_reason(enum domain_defect defect);

/* A special-use name (RFC 6761 and others). */
struct special_use {
    const char *name;   /* "test"; holds for the name and all below it */
    const char *what;   /* what it is for, a part of a sentence */
    const char *source; /* "RFC 6761 section 6.2" */
};

/* The row that holds for a name (lower-case A-labels, no final dot), or NULL. */
const struct special_use *special_use_find(const char *name);
/* Rows by index from 0, NULL past the last. */
const struct special_use *special_use_at(size_t index);

#endif
