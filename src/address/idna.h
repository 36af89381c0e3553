/*
 * idna.h - internationalised domain names through libidn2; only domain.c calls it
 */
#ifndef ADDRESS_IDNA_H
#define ADDRESS_IDNA_H

#include <stddef.h>

#include "address/domain.h"
#include "util/arena.h"

/* Why IDNA refuses a name. */
struct idna_error {
    int code; /* libidn2's */
    enum domain_defect defect;
    const char *detail; /* a part of a sentence; "" where the defect says it all */
};

#define IDNA_NAME_MOST 255 /* octets of a name that is given to these functions */

/* Turns a whole name, UTF-8 without zeros, into A-labels by UTS #46, non-transitional. NULL if that
 * went well, and *ascii is in the arena. */
const struct idna_error *idna_to_ascii(struct arena *arena, const char *text, size_t length,
                                       const char **ascii);

/* Reads one label that begins with "xn--", in lower case. NULL unless it is no Punycode. *unicode
 * is its U-label in the arena, or NULL where IDNA does not permit the label. */
const struct idna_error *idna_decode_label(struct arena *arena, const char *label, size_t length,
                                           const char **unicode);

#endif
