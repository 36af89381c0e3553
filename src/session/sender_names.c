/*
 * sender_names.c - the words of the contract for what is found of the sender
 *
 * One table an enum; a test proves that each has a word for every value.
 */
#include "rcptcheck/sender.h"

#define WORD(table, value) ((size_t)(value) < sizeof(table) / sizeof *(table) ? (table)[value] : "")

static const char *const rdns_statuses[] = {
    [RCPT_RDNS_CONFIRMED] = "confirmed",
    [RCPT_RDNS_MISMATCH] = "mismatch",
    [RCPT_RDNS_NONE] = "none",
    [RCPT_RDNS_TEMPERROR] = "temperror",
};

static const char *const helo_statuses[] = {
    [RCPT_HELO_OK] = "ok",
    [RCPT_HELO_MISMATCH] = "mismatch",
    [RCPT_HELO_UNRESOLVED] = "unresolved",
    [RCPT_HELO_NOT_FQDN] = "not_fqdn",
    [RCPT_HELO_SYNTAX] = "syntax",
    [RCPT_HELO_TEMPERROR] = "temperror",
};

static const char *const mail_from_statuses[] = {
    [RCPT_MAIL_FROM_OK] = "ok",
    [RCPT_MAIL_FROM_NULL_PATH] = "null_path",
    [RCPT_MAIL_FROM_NULL_MX] = "null_mx",
    [RCPT_MAIL_FROM_MISSING] = "missing",
    [RCPT_MAIL_FROM_UNUSABLE] = "unusable",
    [RCPT_MAIL_FROM_NOT_FQDN] = "not_fqdn",
    [RCPT_MAIL_FROM_SYNTAX] = "syntax",
    [RCPT_MAIL_FROM_TEMPERROR] = "temperror",
};

const char *rcpt_rdns_status_name(enum rcpt_rdns_status status)
{
    return WORD(rdns_statuses, status);
}

const char *rcpt_helo_status_name(enum rcpt_helo_status status)
{
    return WORD(helo_statuses, status);
}

const char *rcpt_mail_from_status_name(enum rcpt_mail_from_status status)
{
    return WORD(mail_from_statuses, status);
}
