/*
 * json_sender.c - the sending side in a result's JSON: rdns, sender, helo, mail_from, not_looked_at
 *
 * "rdns" and "dnsbl" belong to every result and are null where they were not looked at; the other
 * fields are added to a result for which something of the sender was given.
 */
#include "report/json_parts.h"
#include "report/json_text.h"

json_t *json_rdns(const struct rcpt_sender *sender)
{
    if (sender == NULL || sender->rdns == NULL)
        return json_null();
    const struct rcpt_rdns *rdns = sender->rdns;
    return json_pack("{s:o,s:s,s:o,s:o,s:o,s:b,s:o,s:o}", "ip", json_text(rdns->ip), "status",
                     rcpt_rdns_status_name(rdns->status), "ptr", json_texts(rdns->ptr), "problems",
                     json_problems(rdns->problems), "confirmed", json_said(rdns->confirmed),
                     "first_confirmed", rdns->first_confirmed, "evidence",
                     json_texts(rdns->evidence), "detail", json_said(rdns->detail));
}

static json_t *sender_object(const struct rcpt_sender *sender)
{
    return json_pack("{s:o,s:o}", "ip", json_text(sender->ip), "problems",
                     json_problems(sender->problems));
}

static json_t *helo_object(const struct rcpt_helo *helo)
{
    if (helo == NULL)
        return json_null();
    return json_pack("{s:o,s:s,s:b,s:b,s:o,s:o,s:o}", "name", json_text(helo->name), "status",
                     rcpt_helo_status_name(helo->status), "literal", helo->literal, "matches_ptr",
                     helo->matches_ptr, "problems", json_problems(helo->problems), "evidence",
                     json_texts(helo->evidence), "detail", json_said(helo->detail));
}

static json_t *mail_from_object(const struct rcpt_mail_from *from)
{
    if (from == NULL)
        return json_null();
    return json_pack("{s:o,s:o,s:s,s:b,s:b,s:o,s:o,s:o}", "address", json_text(from->address),
                     "domain", json_said(from->domain), "status",
                     rcpt_mail_from_status_name(from->status), "null_mx_beside",
                     from->null_mx_beside, "mx_failed", from->mx_failed, "problems",
                     json_problems(from->problems), "evidence", json_texts(from->evidence),
                     "detail", json_said(from->detail));
}

static json_t *missing_array(const struct rcpt_not_given *missing)
{
    json_t *array = json_array();
    for (; missing != NULL; missing = missing->next)
        array = json_append(array, json_pack("{s:o,s:o}", "what", json_text(missing->what),
                                             "option", json_text(missing->option)));
    return array;
}

json_t *json_add_sender(json_t *result, const struct rcpt_sender *sender)
{
    json_t *more =
        json_pack("{s:o,s:o,s:o,s:o}", "sender", sender_object(sender), "helo",
                  helo_object(sender->helo), "mail_from", mail_from_object(sender->mail_from),
                  "not_looked_at", missing_array(sender->not_given));
    if (result != NULL && json_object_update(result, more) == 0) {
        json_decref(more);
        return result;
    }
    json_decref(more);
    json_decref(result);
    return NULL;
}
