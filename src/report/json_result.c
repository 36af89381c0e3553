/*
 * json_result.c - one result as one JSON object on one line, schema 1
 *
 * The fields and their order are a contract: programs read them, so fields are only ever added, at
 * the end of their object. A section that was not looked at is null, never invented: spf, dkim and
 * dmarc are checks that do not exist yet. The fields of the sender but rdns and dnsbl are there
 * only where something of the sender was given.
 *
 * RFC 8259; text is UTF-8 and already safe to print.
 */
#include "report/json_parts.h"
#include "report/json_text.h"
#include "report/provider_host.h"
#include "report/report.h"

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
                     json_problems(address->problems));
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
        array = json_append(array, prediction_object(prediction));
    return array;
}

static json_t *host_object(const struct rcpt_host *host)
{
    return json_pack("{s:i,s:o,s:s,s:o,s:o}", "preference", (int)host->preference, "host",
                     json_text(host->name), "status", rcpt_host_status_name(host->status),
                     "addresses", json_texts(host->addresses), "detail", json_said(host->detail));
}

static json_t *mx_object(const struct rcpt_mx *mx)
{
    if (mx == NULL)
        return json_null();
    json_t *hosts = json_array();
    for (const struct rcpt_host *host = mx->hosts; host != NULL; host = host->next)
        hosts = json_append(hosts, host_object(host));
    return json_pack("{s:s,s:b,s:o,s:o,s:o,s:o}", "status", rcpt_mx_status_name(mx->status),
                     "dnssec", mx->dnssec, "hosts", hosts, "problems", json_problems(mx->problems),
                     "canonical", json_text(mx->canonical), "detail", json_said(mx->detail));
}

static json_t *provider_object(const struct rcpt_result *result)
{
    const struct rcpt_provider *provider = result->provider;
    if (provider == NULL)
        return json_null();
    return json_pack("{s:o,s:o,s:o}", "name", json_text(provider->name), "kind",
                     json_text(provider->kind), "host", json_text(provider_host(result)));
}

static json_t *listings_of(const struct rcpt_sender *sender)
{
    return sender != NULL && sender->asked_lists ? json_listing_array(sender->listings)
                                                 : json_null();
}

void json_result(struct buffer *out, const struct report_style *style,
                 const struct rcpt_result *result)
{
    const struct rcpt_sender *sender = result->sender;
    (void)style;
    json_t *value = json_pack(
        "{s:i,s:o,s:o,s:s,s:o,s:o,s:o,s:o,s:n,s:n,s:n,s:o}", "schema", JSON_SCHEMA, "input",
        json_text(result->input), "address", address_object(result->address), "verdict",
        rcpt_verdict_name(result->verdict), "predictions", prediction_array(result->predictions),
        "mx", mx_object(result->mx), "provider", provider_object(result), "dnsbl",
        listings_of(sender), "spf", "dkim", "dmarc", "rdns", json_rdns(sender));
    json_emit(out, sender == NULL ? value : json_add_sender(value, sender));
}
