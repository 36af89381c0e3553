/*
 * code_text.h - codes as text: "554", "5.7.1", "554 5.7.1", "X.7.1"
 */
#ifndef REPORT_CODE_TEXT_H
#define REPORT_CODE_TEXT_H

#include <stdbool.h>

#include "rcptcheck/codes.h"

/* Octets that hold any of these texts, with the zero. */
enum { CODE_TEXT_SIZE = 48 };

/* Whether there is an enhanced code at all. */
bool code_has_enhanced(struct rcpt_enhanced enhanced);
/* The same for what was parsed: without a reply code, { 0, 0, 0 } is X.0.0. */
bool code_name_has_enhanced(const struct rcpt_code_name *name);

/* Write into the caller's CODE_TEXT_SIZE octets and return them; "" where there is no code. A class
 * digit of 0 is shown as X. */
const char *code_enhanced_text(char *text, struct rcpt_enhanced enhanced);
const char *code_name_text(char *text, const struct rcpt_code_name *name);

#endif
