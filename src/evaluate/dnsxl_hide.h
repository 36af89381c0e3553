/*
 * dnsxl_hide.h - what a list or the resolver said, without the key and safe to show
 */
#ifndef EVALUATE_DNSXL_HIDE_H
#define EVALUATE_DNSXL_HIDE_H

#include "dns/answer.h"
#include "util/arena.h"

#define DNSXL_TEXT_MAX 300 /* octets of a list's text that are shown */

/* The octets as safe text (util/utf8.h) with {key} wherever the key stood, in any case; "" hides
 * nothing. */
const char *dnsxl_hide(struct arena *arena, const void *bytes, size_t length, const char *key);

/* The TXT records of an answer, each as above, joined by " / " and cut at DNSXL_TEXT_MAX; "" if it
 * has none. */
const char *dnsxl_text(struct arena *arena, const struct dns_answer *answer, const char *key);

#endif
