/*
 * text_catalog_providers_test.c - the tables of mail providers for people
 */
#include <stdio.h>

#include "codes.h"

START_TEST(every_row)
{
    const struct report_style style = {.width = 80, .verbose = _i != 0};
    const struct rcpt_provider *provider;
    const struct rcpt_provider_reply *reply;
    struct buffer out;
    char row[256];
    buffer_init(&out);
    text_catalog_providers(&out, &style);
    codes_check_fields(&out, 80);
    codes_unwrap(&out);
    size_t hosts = 0, replies = 0;
    for (; (provider = rcpt_provider_at(hosts)) != NULL; hosts++) {
        snprintf(row, sizeof row, "%s %s %s ", provider->suffix, provider->kind, provider->name);
        codes_check_has(&out, row);
        if (style.verbose)
            codes_check_has(&out, provider->note);
    }
    for (; (reply = rcpt_provider_reply_at(replies)) != NULL; replies++) {
        snprintf(row, sizeof row, " %s %s", rcpt_trigger_name(reply->trigger), reply->meaning);
        codes_check_has(&out, row);
        if (!style.verbose)
            continue;
        codes_check_has(&out, reply->token);
        codes_check_has(&out, reply->lists);
        codes_check_has(&out, reply->fix);
        codes_check_has(&out, reply->source);
    }
    ck_assert_uint_gt(hosts, 10);
    ck_assert_uint_gt(replies, 10);
    buffer_clear(&out);
}
END_TEST

/* How a row shows its codes: one, two, a range, or none. */
START_TEST(codes)
{
    const struct report_style style = {.width = 1000};
    const struct rcpt_provider_reply *reply;
    struct buffer out;
    char row[1024], code[32] = "", enhanced[64] = "";
    size_t pairs = 0;
    buffer_init(&out);
    text_catalog_providers(&out, &style);
    codes_unwrap(&out);
    for (size_t i = 0; (reply = rcpt_provider_reply_at(i)) != NULL; i++) {
        const struct rcpt_enhanced low = reply->enhanced, high = reply->enhanced_high;
        code[0] = enhanced[0] = '\0';
        if (reply->code != 0)
            snprintf(code, sizeof code, " %u", reply->code);
        if (reply->code_high != 0)
            snprintf(code, sizeof code, " %u/%u", reply->code, reply->code_high);
        if (low.status != 0)
            snprintf(enhanced, sizeof enhanced, " %u.%u.%u", low.status, low.subject, low.detail);
        if (high.status != 0 && high.status == low.status && high.subject == low.subject)
            snprintf(enhanced, sizeof enhanced, " %u.%u.%u-%u", low.status, low.subject, low.detail,
                     high.detail);
        else if (high.status != 0)
            snprintf(enhanced, sizeof enhanced, " %u.%u.%u/%u.%u.%u", low.status, low.subject,
                     low.detail, high.status, high.subject, high.detail);
        pairs += reply->code_high != 0 || high.status != 0;
        snprintf(row, sizeof row, "%s%s%s %s", reply->provider, code, enhanced,
                 rcpt_trigger_name(reply->trigger));
        codes_check_has(&out, row);
    }
    ck_assert_uint_gt(pairs, 0);
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/text_catalog_providers");
    TCase *tcase = tcase_create("tables");
    tcase_add_loop_test(tcase, every_row, 0, 2);
    tcase_add_test(tcase, codes);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
