/*
 * text_catalog_lists_test.c - the catalogue of DNS lists for people
 */
#include <stdio.h>

#include "codes.h"

START_TEST(every_list_has_a_row)
{
    const struct report_style style = {.width = (unsigned)_i};
    const struct rcpt_list *list;
    struct buffer out;
    char row[256];
    buffer_init(&out);
    text_catalog_lists(&out, &style);
    codes_check_lines(&out, style.width < 68 ? 68 : style.width);
    codes_unwrap(&out);
    for (size_t i = 0; (list = rcpt_list_at(i)) != NULL; i++) {
        codes_check_has(&out, list->zone);
        snprintf(row, sizeof row, " %s %s %s%s",
                 list->allow ? "allow" : rcpt_severity_name(list->severity),
                 rcpt_list_state_name(list->state), list->name,
                 list->state == RCPT_LIST_CLOSED ? " closed" : "");
        codes_check_has(&out, row);
        if (list->state == RCPT_LIST_CLOSED)
            codes_check_has(&out, list->state_note);
    }
    codes_check_has(&out, "zen.spamhaus.org ip high active Spamhaus ZEN");
    codes_check_has(&out, "{key}.zen.dq.spamhaus.net ip high keyed");
    codes_check_has(&out, "hostkarma.junkemailfilter.com ip4 dom low active HostKarma");
    codes_check_has(&out, "ebl.msbl.org email low active MSBL EBL");
    codes_check_has(&out, "list.dnswl.org ip allow active DNSWL");
    buffer_clear(&out);
}
END_TEST

START_TEST(verbose_tells_all)
{
    const struct report_style style = {.width = 80, .verbose = true};
    const struct rcpt_list *list;
    struct buffer out;
    buffer_init(&out);
    text_catalog_lists(&out, &style);
    codes_check_fields(&out, 80);
    codes_unwrap(&out);
    for (size_t i = 0; (list = rcpt_list_at(i)) != NULL; i++) {
        codes_check_has(&out, list->state_note);
        codes_check_has(&out, list->operator_name);
        codes_check_has(&out, list->delist);
        codes_check_has(&out, list->remedy);
        codes_check_has(&out, list->source);
        for (const struct rcpt_list_code *code = list->codes; code->pattern != NULL; code++) {
            codes_check_has(&out, code->pattern);
            codes_check_has(&out, code->meaning);
        }
    }
    codes_check_has(&out, "127.255.255.255 refused too many questions");
    codes_check_has(&out, "test dbltest.com is listed; example.com is not");
    codes_check_has(&out, "test the entry of RFC 5782 section 5 is listed");
    codes_check_has(&out, "test no entry is known that must be listed");
    codes_check_has(&out, "is listed; no entry is known that must not be");
    codes_check_has(&out, "within zen.spamhaus.org");
    codes_check_has(&out, "hash sha1");
    codes_check_has(&out, "as of 2026-11");
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/text_catalog_lists");
    TCase *tcase = tcase_create("table");
    tcase_add_loop_test(tcase, every_list_has_a_row, 78, 84);
    tcase_add_loop_test(tcase, every_list_has_a_row, 40, 41);
    tcase_add_loop_test(tcase, every_list_has_a_row, 120, 121);
    tcase_add_test(tcase, verbose_tells_all);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
