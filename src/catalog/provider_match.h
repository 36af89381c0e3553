/*
 * provider_match.h - how well a provider's reply fits a code and a text
 */
#ifndef CATALOG_PROVIDER_MATCH_H
#define CATALOG_PROVIDER_MATCH_H

#include <stdbool.h>

#include "rcptcheck/providers.h"

/* Whether the text holds the phrase: without regard to case, not in the middle of a word, and with
 * any white space where the phrase has a space. */
bool provider_text_has(const char *text, const char *phrase);

/* Whether one of a row's tokens stands in the text. */
bool provider_reply_told(const struct rcpt_provider_reply *row, const char *text);

/* 0: the row is not this provider's, or does not fit. Else the greater the better; equal ranks
 * cannot be told apart by this code and this text. A code of zeros asks by the text alone. */
unsigned provider_reply_rank(const struct rcpt_provider_reply *row, const char *provider,
                             const struct rcpt_code_name *code, const char *text);

#endif
