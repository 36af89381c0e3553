/*
 * dnsxl_hash.h - an e-mail address as the lists of hashed addresses ask about it
 */
#ifndef EVALUATE_DNSXL_HASH_H
#define EVALUATE_DNSXL_HASH_H

#include "util/arena.h"

/* The address in the one form that is hashed: lower case, without +tag; Gmail's without dots. */
const char *dnsxl_hash_form(struct arena *arena, const char *address);

/* Its hash by "sha1", "sha256-base32" or "md5" as a label; NULL for an unknown method, or if the
 * library refuses it (MD5 under FIPS).
 */
const char *dnsxl_hash(struct arena *arena, const char *method, const char *address);

#endif
