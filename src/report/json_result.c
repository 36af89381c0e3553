/*
 * json_result.c - one result as one JSON object on one line, schema 1
 *
 * The fields and their order are a contract: programs read them, so fields are only ever added, at
 * the end of their object. A section that was not looked at is null, never invented: provider,
 * dnsbl, spf, dkim, dmarc and rdns are checks that do not exist yet.
 *
 * RFC 8259; text is UTF-8 and already safe to print.
 */
#include "report/json_text.h"
#include "report/report.h"

static json_t *problem_object(const struct rcpt_problem *problem)
{
    return json_pack("{s:o,s:o,s:o,s:o,s:o}", "id", json_text(problem->id), "subject",
                     json_text(problem->subject), "text", json_text(problem->text), "fix",
                     json_text(problem->fix), "source", json_text(problem->source));
}

/* Adds a value to an array; on failure the array is given up and NULL returned. */
static json_t *append(json_t *array, json_t *value)
{
    if (array == NULL) {
        json_decref(value);
        return NULL;
    }
    if (json_array_append_new(array, value) == 0)
        return array;
    json_decref(array);
    return NULL;
}

static json_t *problem_array(const struct rcpt_problem *problem)
{
    json_t *array = json_array();
    for (; problem != NULL; problem = problem->next)
        array = append(array, problem_object(problem));
    return array;
}

static json_t *error_object(const struct rcpt_address_error *error)
{
    if (error == NULL)
        return json_null();
    return json_pack("{s:o,s:I,s:o}", "id", json_text(error->id), "position",
                     (json_int_t)error->position, "reason", json_text(error->reason));
}

static json_t *address_object(const struct rcpt_address *address)
{
    return json_pack("{s:b,s:o,s:o,s:o,s:b,s:o,s:o}", "valid", address->valid, "local",
                     json_text(address->local), "domain", json_text(address->domain),
                     "ascii_domain", json_text(address->ascii_domain), "smtputf8",
                     address->smtputf8, "error", error_object(address->error), "problems",
                     problem_array(address->problems));
}

static json_t *prediction_object(const struct rcpt_prediction *prediction)
{
    return json_pack("{s:i,s:o,s:s,s:s,s:s,s:o,s:o,s:o,s:o,s:o,s:s,s:b}", "code",
                     (int)prediction->code, "enhanced", json_enhanced(prediction->enhanced),
                     "certainty", rcpt_certainty_name(prediction->certainty), "stage",
                     rcpt_stage_name(prediction->stage), "by", rcpt_by_name(prediction->by), "rule",
                     json_text(prediction->rule), "reason", json_text(prediction->reason),
                     "evidence", json_texts(prediction->evidence), "fix",
                     json_text(prediction->fix), "source", json_text(prediction->source), "verdict",
                     rcpt_verdict_name(prediction->verdict), "risk", prediction->risk);
}

static json_t *prediction_array(const struct rcpt_prediction *prediction)
{
    json_t *array = json_array();
    for (; prediction != NULL; prediction = prediction->next)
        array = append(array, prediction_object(prediction));
    return array;
}

/* "" of the library means that there is nothing to say: null. */
static json_t *detail_text(const char *detail)
{
    return json_text(detail[0] == '\0' ? NULL : detail);
}

static json_t *host_object(const struct rcpt_host *host)
{
    return json_pack("{s:i,s:o,s:s,s:o,s:o}", "preference", (int)host->preference, "host",
                     json_text(host->name), "status", rcpt_host_status_name(host->status),
                     "addresses", json_texts(host->addresses), "detail", detail_text(host->detail));
}

static json_t *mx_object(const struct rcpt_mx *mx)
{
    if (mx == NULL)
        return json_null();
    json_t *hosts = json_array();
    for (const struct rcpt_host *host = mx->hosts; host != NULL; host = host->next)
        hosts = append(hosts, host_object(host));
    return json_pack("{s:s,s:b,s:o,s:o,s:o,s:o}", "status", rcpt_mx_status_name(mx->status),
                     "dnssec", mx->dnssec, "hosts", hosts, "problems", problem_array(mx->problems),
                     "canonical", json_text(mx->canonical), "detail", detail_text(mx->detail));
}

void json_result(struct buffer *out, const struct report_style *style,
                 const struct rcpt_result *result)
{
    (void)style;
    json_emit(out, json_pack("{s:i,s:o,s:o,s:s,s:o,s:o,s:n,s:n,s:n,s:n,s:n,s:n}", "schema",
                             JSON_SCHEMA, "input", json_text(result->input), "address",
                             address_object(result->address), "verdict",
                             rcpt_verdict_name(result->verdict), "predictions",
                             prediction_array(result->predictions), "mx", mx_object(result->mx),
                             "provider", "dnsbl", "spf", "dkim", "dmarc", "rdns"));
}
