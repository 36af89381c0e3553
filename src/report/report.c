/*
 * report.c - the table of formats
 *
 * A format is one row: a function for each kind of answer that it has, and what goes between two
 * results. The command knows formats by this table alone: what --format takes, what its completion
 * offers and what its help says come from here.
 */
#include "report/report.h"

#include <string.h>

static const struct report_format formats[] = {
    {
        .name = "text",
        .result = text_result,
        .explain = text_explain,
        .explain_reply = text_explain_reply,
        .compare = text_compare,
        .listings = text_listings,
        .resolver = text_resolver,
        .catalog_codes = text_catalog_codes,
        .catalog_rules = text_catalog_rules,
        .catalog_lists = text_catalog_lists,
        .catalog_providers = text_catalog_providers,
        .separator = "\n",
    },
    {
        .name = "json",
        .result = json_result,
        .explain = json_explain,
        .explain_reply = json_explain_reply,
        .compare = json_compare,
        .listings = json_listings,
        .resolver = json_resolver,
        .catalog_codes = json_catalog_codes,
        .catalog_rules = json_catalog_rules,
        .catalog_lists = json_catalog_lists,
        .catalog_providers = json_catalog_providers,
        .separator = "",
    },
    {
        .name = "nagios",
        .listings_end = nagios_listings_end,
        .listings_exit = nagios_exit,
        .separator = "",
    },
    {
        .name = "prometheus",
        .listings_end = prometheus_listings_end,
        .separator = "",
    },
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
