/*
 * json_resolver.c - whether a resolver is fit for the job as one JSON object on one line, schema 1
 *
 * Fields are a contract, as in json_result.c. No latency is null: nothing was answered.
 */
#include "report/json_parts.h"
#include "report/json_text.h"
#include "report/report.h"

static json_t *trait_object(const struct rcpt_trait *trait)
{
    return json_pack("{s:o,s:s,s:o,s:o,s:o}", "id", json_text(trait->id), "status",
                     rcpt_trait_status_name(trait->status), "finding", json_said(trait->finding),
                     "meaning", json_said(trait->meaning), "remedy", json_said(trait->remedy));
}

void json_resolver(struct buffer *out, const struct report_style *style,
                   const struct rcpt_resolver_report *report)
{
    (void)style;
    json_t *traits = json_array();
    for (const struct rcpt_trait *trait = report->traits; trait != NULL; trait = trait->next)
        traits = json_append(traits, trait_object(trait));
    json_t *latency =
        report->latency_ms > 0 ? json_integer((json_int_t)report->latency_ms) : json_null();
    json_emit(out, json_pack("{s:i,s:o,s:b,s:o,s:o}", "schema", JSON_SCHEMA, "resolver",
                             json_text(report->resolver), "fit", report->fit, "latency_ms", latency,
                             "traits", traits));
}
