/*
 * code_compare.h - two codes side by side, in sentences
 */
#ifndef REPORT_CODE_COMPARE_H
#define REPORT_CODE_COMPARE_H

#include <stdbool.h>
#include <stddef.h>

#include "report/code_view.h"
#include "util/buffer.h"

/* The two codes, each as a whole. */
struct code_compare {
    struct code_view sides[2];
    bool same;       /* the two names are the same code */
    bool same_class; /* both have a class, and it is the same */
};

struct code_compare code_compare_of(const struct rcpt_code_name *first,
                                    const struct rcpt_code_name *second);

/* Each adds to the buffer, without an end of line. */

/* Both names and classes, then what each means. */
void code_compare_summary(struct buffer *out, const struct code_compare *pair);

/* The difference with an index from 0; false, and nothing added, past the last. */
bool code_compare_difference(struct buffer *out, const struct code_compare *pair, size_t index);

/* What to do where a side (0 or 1) applies; false past the last: there is one for a code with
 * itself. */
bool code_compare_when(struct buffer *out, const struct code_compare *pair, size_t side);

#endif
