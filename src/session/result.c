/*
 * result.c - the words of the contract for the values of a result, and its end
 *
 * One table an enum; a test proves that each has a word for every value.
 */
#include "rcptcheck/result.h"

#include "session/task.h"

#define WORD(table, value) ((size_t)(value) < sizeof(table) / sizeof *(table) ? (table)[value] : "")

static const char *const verdicts[] = {
    [RCPT_ACCEPT] = "accept",
    [RCPT_UNKNOWN] = "unknown",
    [RCPT_DEFER] = "defer",
    [RCPT_REJECT] = "reject",
};

static const char *const certainties[] = {
    [RCPT_POSSIBLE] = "possible",
    [RCPT_LIKELY] = "likely",
    [RCPT_CERTAIN] = "certain",
};

static const char *const stages[] = {
    [RCPT_STAGE_SYNTAX] = "syntax", [RCPT_STAGE_DNS] = "dns",   [RCPT_STAGE_CONNECT] = "connect",
    [RCPT_STAGE_EHLO] = "ehlo",     [RCPT_STAGE_MAIL] = "mail", [RCPT_STAGE_RCPT] = "rcpt",
    [RCPT_STAGE_DATA] = "data",
};

static const char *const parties[] = {
    [RCPT_BY_SENDER] = "sender",
    [RCPT_BY_RECEIVER] = "receiver",
};

static const char *const mx_statuses[] = {
    [RCPT_MX_OK] = "ok",
    [RCPT_MX_NULL] = "null",
    [RCPT_MX_IMPLICIT] = "implicit",
    [RCPT_MX_NONE] = "none",
    [RCPT_MX_INVALID] = "invalid",
    [RCPT_MX_NXDOMAIN] = "nxdomain",
    [RCPT_MX_SERVFAIL] = "servfail",
    [RCPT_MX_REFUSED] = "refused",
    [RCPT_MX_TIMEOUT] = "timeout",
    [RCPT_MX_MALFORMED] = "malformed",
};

static const char *const host_statuses[] = {
    [RCPT_HOST_OK] = "ok",
    [RCPT_HOST_NULL] = "null",
    [RCPT_HOST_NXDOMAIN] = "nxdomain",
    [RCPT_HOST_NO_ADDRESS] = "no_address",
    [RCPT_HOST_LOOPBACK] = "loopback",
    [RCPT_HOST_PRIVATE] = "private",
    [RCPT_HOST_BRACKETED] = "bracketed",
    [RCPT_HOST_SERVFAIL] = "servfail",
    [RCPT_HOST_REFUSED] = "refused",
    [RCPT_HOST_TIMEOUT] = "timeout",
    [RCPT_HOST_MALFORMED] = "malformed",
};

const char *rcpt_verdict_name(enum rcpt_verdict verdict)
{
    return WORD(verdicts, verdict);
}

const char *rcpt_certainty_name(enum rcpt_certainty certainty)
{
    return WORD(certainties, certainty);
}

const char *rcpt_stage_name(enum rcpt_stage stage)
{
    return WORD(stages, stage);
}

const char *rcpt_by_name(enum rcpt_by by)
{
    return WORD(parties, by);
}

const char *rcpt_mx_status_name(enum rcpt_mx_status status)
{
    return WORD(mx_statuses, status);
}

const char *rcpt_host_status_name(enum rcpt_host_status status)
{
    return WORD(host_statuses, status);
}

void rcpt_result_destroy(struct rcpt_result *result)
{
    task_release((struct task *)result);
}
