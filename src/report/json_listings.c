/*
 * json_listings.c - what lists say of one subject as one JSON object on one line, schema 1
 *
 * The fields of a listing and their order are a contract, as in json_result.c. A subject that
 * cannot be asked about has its reason in "error", and no listings: null, not an empty array.
 */
#include "report/json_parts.h"
#include "report/json_text.h"
#include "report/report.h"

static json_t *listing_object(const struct rcpt_listing *listing)
{
    return json_pack("{s:o,s:o,s:s,s:o,s:o,s:o,s:o,s:o,s:s,s:b,s:o,s:o}", "zone",
                     json_text(listing->zone), "subject", json_text(listing->subject), "status",
                     rcpt_listing_status_name(listing->status), "codes", json_texts(listing->codes),
                     "meaning", json_texts(listing->meaning), "text", json_said(listing->text),
                     "delist", json_said(listing->delist), "name", json_said(listing->name),
                     "severity", rcpt_severity_name(listing->severity), "independent",
                     listing->independent, "reason", json_said(listing->reason), "remedy",
                     json_said(listing->remedy));
}

json_t *json_listing_array(const struct rcpt_listing *listing)
{
    json_t *array = json_array();
    for (; listing != NULL; listing = listing->next)
        array = json_append(array, listing_object(listing));
    return array;
}

void json_listings(struct buffer *out, const struct report_style *style,
                   const struct rcpt_result *result)
{
    (void)style;
    bool bad = result->error != NULL && result->error[0] != '\0';
    json_emit(out,
              json_pack("{s:i,s:o,s:s,s:o,s:o}", "schema", JSON_SCHEMA, "input",
                        json_text(result->input), "verdict", rcpt_verdict_name(result->verdict),
                        "error", bad ? json_text(result->error) : json_null(), "dnsbl",
                        bad ? json_null() : json_listing_array(result->listings)));
}
