/*
 * report.c - the table of formats
 *
 * A format is one row: a function for each kind of answer, and what goes between two results. The
 * command knows formats by this table alone: what --format takes, what its completion offers and
 * what its help says come from here.
 */
#include "report/report.h"

#include <string.h>

static const struct report_format formats[] = {
    {"text", text_result, text_explain, text_compare, text_catalog_codes, text_catalog_rules, "\n"},
    {"json", json_result, json_explain, json_compare, json_catalog_codes, json_catalog_rules, ""},
};

const struct report_format *report_format_at(size_t index)
{
    return index < sizeof formats / sizeof *formats ? &formats[index] : NULL;
}

const struct report_format *report_format_find(const char *name)
{
    const struct report_format *format;
    for (size_t i = 0; (format = report_format_at(i)) != NULL; i++)
        if (strcmp(format->name, name) == 0)
            return format;
    return NULL;
}
