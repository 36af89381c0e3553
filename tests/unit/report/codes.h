/*
 * codes.h - what the tests of the code reports share: names from text, output into a buffer, and a
 * look at its lines
 */
#ifndef TESTS_UNIT_REPORT_CODES_H
#define TESTS_UNIT_REPORT_CODES_H

#include <string.h>

#include "report/report.h"
#include "unit.h"
#include "util/utf8.h"

static const struct report_style codes_style = {.width = 80};

static inline struct rcpt_code_name codes_name(const char *text)
{
    struct rcpt_code_name name;
    size_t position;
    ck_assert_msg(rcpt_code_parse(text, &name, &position), "%s is no code", text);
    return name;
}

/* Joins lines and runs of space, so that a phrase is found wherever a line was broken. */
static inline void codes_unwrap(struct buffer *out)
{
    size_t to = 0;
    for (size_t from = 0; from < out->length; from++) {
        char c = out->data[from] == '\n' ? ' ' : out->data[from];
        if (c != ' ' || to == 0 || out->data[to - 1] != ' ')
            out->data[to++] = c;
    }
    out->length = to;
    if (out->data != NULL)
        out->data[to] = '\0';
}

/* Every line is whole, not wider than `width`, and has no space at its end. */
static inline void codes_check_lines(const struct buffer *out, size_t width)
{
    const char *line = buffer_text(out);
    ck_assert(!out->failed);
    while (*line != '\0') {
        const char *end = strchr(line, '\n');
        char copy[512];
        ck_assert_ptr_nonnull(end);
        size_t length = (size_t)(end - line);
        ck_assert_uint_lt(length, sizeof copy);
        memcpy(copy, line, length);
        copy[length] = '\0';
        ck_assert_msg(utf8_columns(copy) <= width, "too wide: %s", copy);
        ck_assert_msg(length == 0 || copy[length - 1] != ' ', "ends with space: %s", copy);
        line = end + 1;
    }
}

/* The same where an address of the web may stand alone in a line: it is one word, which is never
 * cut. */
static inline void codes_check_fields(const struct buffer *out, size_t width)
{
    ck_assert(!out->failed);
    for (const char *line = buffer_text(out), *end; *line != '\0'; line = end + 1) {
        end = strchr(line, '\n');
        ck_assert_ptr_nonnull(end);
        size_t length = (size_t)(end - line), hang = 14; /* where the texts of fields stand */
        bool address = length > hang && strncmp(line + hang, "http", 4) == 0 &&
                       memchr(line + hang, ' ', length - hang) == NULL;
        ck_assert_msg(length <= width || address, "too wide: %.*s", (int)length, line);
        ck_assert_msg(length == 0 || line[length - 1] != ' ', "ends with space: %.*s", (int)length,
                      line);
    }
}

static inline void codes_check_has(const struct buffer *out, const char *phrase)
{
    ck_assert_msg(strstr(buffer_text(out), phrase) != NULL, "no \"%s\" in: %s", phrase,
                  buffer_text(out));
}

#endif
