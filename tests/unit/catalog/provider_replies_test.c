/*
 * provider_replies_test.c - the table of providers' replies: completeness, keys, facts
 */
#include <stdio.h>
#include <string.h>

#include "catalog/provider_match.h"
#include "unit.h"

static int count(void)
{
    int rows = 0;
    while (rcpt_provider_reply_at((size_t)rows) != NULL)
        rows++;
    return rows;
}

static bool is_set(struct rcpt_enhanced code)
{
    return code.status != 0 || code.subject != 0 || code.detail != 0;
}

static const char *id_of(const struct rcpt_provider_reply *row)
{
    static char text[128];
    snprintf(text, sizeof text, "%s %u %u.%u.%u \"%s\"", row->provider, row->code,
             row->enhanced.status, row->enhanced.subject, row->enhanced.detail, row->token);
    return text;
}

START_TEST(table_has_its_rows)
{
    ck_assert_int_eq(count(), 138);
    ck_assert_ptr_null(rcpt_provider_reply_at((size_t)-1));
}
END_TEST

static void check_sentence(const struct rcpt_provider_reply *row, const char *text)
{
    size_t length = strlen(text);
    ck_assert_msg(length > 8 && text[length - 1] == '.' && strpbrk(text, "\n\t") == NULL &&
                      strstr(text, "  ") == NULL,
                  "%s: %s", id_of(row), text);
}

START_TEST(row_is_complete)
{
    static const char *const words[] = {"verified", "secondary", "recalled"};
    const struct rcpt_provider_reply *row = rcpt_provider_reply_at((size_t)_i);
    bool known = false;
    check_sentence(row, row->meaning);
    check_sentence(row, row->fix);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        known |= strcmp(row->confidence, words[i]) == 0;
    ck_assert_msg(known, "%s: %s", id_of(row), row->confidence);
    ck_assert_msg(*row->source != '\0', "%s", id_of(row));
    ck_assert_msg(strcmp(row->confidence, "verified") != 0 || strstr(row->source, "://") != NULL,
                  "%s: verified without a page", id_of(row));
    ck_assert_msg(*rcpt_trigger_name(row->trigger) != '\0', "%s", id_of(row));
    ck_assert_ptr_nonnull(row->lists);
    /* Something must tell the row from others. */
    ck_assert_msg(row->code != 0 || is_set(row->enhanced), "%s", id_of(row));
    ck_assert_msg(*row->token != '\0' || is_set(row->enhanced_high), "%s", id_of(row));
}
END_TEST

/* A list is a zone: a host name, and one that the catalogue of lists may have. */
START_TEST(lists_are_zones)
{
    const struct rcpt_provider_reply *row = rcpt_provider_reply_at((size_t)_i);
    ck_assert_msg(strspn(row->lists, "abcdefghijklmnopqrstuvwxyz0123456789-. ") ==
                      strlen(row->lists),
                  "%s: %s", id_of(row), row->lists);
    ck_assert_msg(*row->lists == '\0' || strchr(row->lists, '.') != NULL, "%s: %s", id_of(row),
                  row->lists);
    ck_assert_msg(*row->lists == '\0' || row->trigger == RCPT_TRIGGER_LISTED ||
                      row->trigger == RCPT_TRIGGER_DOMAIN_LISTED,
                  "%s: lists", id_of(row));
}
END_TEST

static bool is_code(unsigned code)
{
    return code == 0 || (code >= 400 && code <= 599);
}

START_TEST(codes_are_codes)
{
    const struct rcpt_provider_reply *row = rcpt_provider_reply_at((size_t)_i);
    const struct rcpt_enhanced low = row->enhanced, high = row->enhanced_high;
    ck_assert_msg(is_code(row->code) && is_code(row->code_high), "%s", id_of(row));
    ck_assert_msg(row->code_high == 0 || row->code != row->code_high, "%s", id_of(row));
    ck_assert_msg(!is_set(low) || low.status == 4 || low.status == 5, "%s", id_of(row));
    ck_assert_msg(!is_set(high) || (is_set(low) && (high.status == 4 || high.status == 5)), "%s",
                  id_of(row));
    if (is_set(high) && high.status == low.status && high.subject == low.subject)
        ck_assert_msg(high.detail > low.detail, "%s: range", id_of(row));
    /* Code and enhanced code are of one class, one of the two each way. */
    if (row->code != 0 && is_set(low))
        ck_assert_msg(low.status == row->code / 100 || low.status == row->code_high / 100, "%s",
                      id_of(row));
}
END_TEST

/* The registry has another meaning only for a code that it has. */
START_TEST(what_differs_is_registered)
{
    const struct rcpt_provider_reply *row = rcpt_provider_reply_at((size_t)_i);
    if (row->differs)
        ck_assert_msg(rcpt_enhanced_code_find(row->enhanced.subject, row->enhanced.detail) != NULL,
                      "%s", id_of(row));
}
END_TEST

/* A provider's name is one that hosts have too; Postfix runs anywhere. */
START_TEST(provider_is_known)
{
    const struct rcpt_provider_reply *row = rcpt_provider_reply_at((size_t)_i);
    const struct rcpt_provider *provider;
    bool known = strcmp(row->provider, "Postfix") == 0;
    for (size_t i = 0; (provider = rcpt_provider_at(i)) != NULL; i++)
        known |= strcmp(provider->name, row->provider) == 0;
    ck_assert_msg(known, "%s", id_of(row));
}
END_TEST

/* With its own code and any of its tokens, a row is found. */
START_TEST(row_is_found_by_code_and_token)
{
    const struct rcpt_provider_reply *row = rcpt_provider_reply_at((size_t)_i), *found;
    const struct rcpt_code_name code = {row->code, row->enhanced};
    bool one = false;
    for (const char *token = row->token; *token != '\0';) {
        size_t length = strcspn(token, "|");
        char text[256];
        snprintf(text, sizeof text, "so: %.*s (in reply)", (int)length, token);
        found = rcpt_provider_reply_find(row->provider, &code, text);
        ck_assert_msg(found != NULL, "%s: nothing by %s", id_of(row), text);
        /* Bits that add up stand in several rows; the table's order decides then. */
        ck_assert_msg(provider_reply_told(found, text), "%s: %s", id_of(row), text);
        one |= found == row;
        token += length + (token[length] == '|');
    }
    if (*row->token == '\0')
        one = rcpt_provider_reply_find(row->provider, &code, "") == row;
    ck_assert_msg(one, "%s is never found", id_of(row));
}
END_TEST

/* Facts that the registry has otherwise, or that tools get wrong. */
static const struct {
    const char *provider;
    struct rcpt_code_name code;
    const char *text;
    enum rcpt_trigger trigger;
    bool differs;
} facts[] = {
    {"Gmail", {550, {5, 7, 27}}, "", RCPT_TRIGGER_SPF, true},
    {"Gmail", {421, {4, 7, 27}}, "", RCPT_TRIGGER_SPF, true},
    {"Gmail", {550, {5, 7, 29}}, "", RCPT_TRIGGER_TLS, true},
    {"Gmail", {550, {5, 7, 30}}, "", RCPT_TRIGGER_DKIM, true},
    {"Gmail", {421, {4, 7, 31}}, "", RCPT_TRIGGER_DMARC, false},
    {"Gmail", {421, {4, 7, 40}}, "", RCPT_TRIGGER_DMARC, false},
    {"Gmail", {421, {4, 7, 32}}, "", RCPT_TRIGGER_DMARC, false},
    {"Gmail", {550, {5, 7, 25}}, "", RCPT_TRIGGER_NO_RDNS, false},
    {"Gmail", {550, {5, 7, 26}}, "hard fail policy", RCPT_TRIGGER_SPF, false},
    {"Exchange Online", {550, {5, 1, 10}}, "", RCPT_TRIGGER_RECIPIENT, true},
    {"Exchange Online", {550, {5, 7, 606}}, "", RCPT_TRIGGER_LISTED, false},
    {"Exchange Online", {550, {5, 7, 649}}, "", RCPT_TRIGGER_LISTED, false},
    {"Exchange Online", {550, {5, 4, 1}}, "", RCPT_TRIGGER_RECIPIENT, true},
    {"Yahoo", {553, {5, 7, 1}}, "[BL21]", RCPT_TRIGGER_LISTED, false},
    {"Postfix", {450, {4, 7, 25}}, "", RCPT_TRIGGER_NO_RDNS, false},
    {"Postfix", {550, {5, 7, 27}}, "(nullMX)", RCPT_TRIGGER_SENDER_NULL_MX, false},
};

START_TEST(fact_holds)
{
    const struct rcpt_provider_reply *row =
        rcpt_provider_reply_find(facts[_i].provider, &facts[_i].code, facts[_i].text);
    ck_assert_ptr_nonnull(row);
    ck_assert_msg(row->trigger == facts[_i].trigger, "%s: %s", id_of(row),
                  rcpt_trigger_name(row->trigger));
    ck_assert_msg(row->differs == facts[_i].differs, "%s", id_of(row));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalog/provider_replies");
    TCase *tcase = tcase_create("table");
    tcase_add_test(tcase, table_has_its_rows);
    tcase_add_loop_test(tcase, row_is_complete, 0, count());
    tcase_add_loop_test(tcase, lists_are_zones, 0, count());
    tcase_add_loop_test(tcase, codes_are_codes, 0, count());
    tcase_add_loop_test(tcase, what_differs_is_registered, 0, count());
    tcase_add_loop_test(tcase, provider_is_known, 0, count());
    tcase_add_loop_test(tcase, row_is_found_by_code_and_token, 0, count());
    tcase_add_loop_test(tcase, fact_holds, 0, (int)(sizeof facts / sizeof *facts));
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
