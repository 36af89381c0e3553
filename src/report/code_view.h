/*
 * code_view.h - one code as reports show it, whichever table it is from, and if it is in none
 */
#ifndef REPORT_CODE_VIEW_H
#define REPORT_CODE_VIEW_H

#include <stdbool.h>

#include "rcptcheck/codes.h"
#include "report/code_text.h"
#include "util/buffer.h"

/* Texts are borrowed from the tables and never NULL; "" stands for none. */
struct code_view {
    char text[CODE_TEXT_SIZE]; /* "554", "5.7.1"; of a whole name, "550 5.7.26" */
    const char *name;          /* of a code that is in no table: "unlisted code" */
    const char *noun;          /* "reply" or "status" */
    bool known;                /* it is in the tables; else its class speaks for it */
    /* By the first digit; NULL where that is open ("X.7.1"). */
    const struct rcpt_code_class *class;
    const char *standing; /* "standard", ... ; "" for an enhanced code */
    const char *classes;  /* of an enhanced code: the digits that it is described with */
    const char *with;     /* the codes of the other kind that it comes with, as a list */
    const char *meaning, *seen, *fix, *source;
};

/* One code of a name; the name must have it (code_name_has_enhanced()). */
struct code_view code_view_reply(const struct rcpt_code_name *name);
struct code_view code_view_enhanced(const struct rcpt_code_name *name);

/* The name as one: the class and the digits of the whole, and what its more exact code says, which
 * is the enhanced one if the tables have it. */
struct code_view code_view_whole(const struct rcpt_code_name *name);

/* What is to be noted about a name, a line a note: codes that are in no table, digits that do not
 * agree, codes that are not met together. */
void code_notes(struct buffer *lines, const struct rcpt_code_name *name);

#endif
