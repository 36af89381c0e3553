/*
 * attempts_test.c - whom to ask next, and what to say if all tries have failed
 */
#include "dns/attempts.h"

#include <errno.h>
#include <string.h>

#include "unit.h"

/* Each letter is how a try ends: t silent, u unreachable, s SERVFAIL, r REFUSED, m malformed, c cut
 * short. `asked` is who is asked, from resolver 0, until it is over. */
static const struct {
    const char *label;
    unsigned n_resolvers, tries;
    uint16_t poor;
    const char *ends;
    const char *asked;
} runs[] = {
    {"silence uses up the tries", 1, 3, 0, "ttt", "000"},
    {"one try", 1, 1, 0, "t", "0"},
    {"refused connections use up the tries", 1, 3, 0, "uuu", "000"},
    {"SERVFAIL once more", 1, 5, 0, "sss", "00"},
    {"SERVFAIL not more often than tries", 1, 1, 0, "ss", "0"},
    {"REFUSED not again", 1, 5, 0, "rr", "0"},
    {"malformed over TCP not again", 1, 5, 0, "mm", "0"},
    {"cut short once more", 1, 5, 0, "ccc", "00"},
    {"SERVFAIL and cut short: one repeat in all", 1, 5, 0, "scs", "00"},
    {"silence, then SERVFAIL, once more", 1, 5, 0, "tsss", "000"},
    {"silence: round the ring", 3, 5, 0, "ttttt", "01201"},
    {"SERVFAIL: each once", 3, 9, 0, "sssss", "012"},
    {"REFUSED: each once", 2, 9, 0, "rrr", "01"},
    {"one refuses, the other is silent", 2, 4, 0, "rttt", "0111"},
    {"one is silent, the other fails", 2, 4, 0, "tsts", "0100"},
    {"a poor one comes last", 3, 3, 2, "ttt", "020"},
    {"a poor one is asked when the others are out", 3, 5, 2, "srs", "021"},
    {"all poor", 2, 2, 3, "tt", "01"},
};

static enum dns_try_end end_of(char letter)
{
    static const char letters[] = "tusrmc";
    return (enum dns_try_end)(strchr(letters, letter) - letters);
}

START_TEST(run)
{
    struct dns_attempts attempts;
    char asked[16] = "";
    int resolver = 0;
    size_t i = 0;
    dns_attempts_init(&attempts, runs[_i].n_resolvers, runs[_i].tries);
    while (resolver >= 0 && runs[_i].ends[i] != '\0') {
        asked[i] = (char)('0' + resolver);
        dns_attempts_note(&attempts, (unsigned)resolver, end_of(runs[_i].ends[i]), 0);
        resolver = dns_attempts_next(&attempts, (unsigned)resolver, runs[_i].poor);
        i++;
    }
    ck_assert_msg(strcmp(asked, runs[_i].asked) == 0, "%s: asked %s, not %s", runs[_i].label, asked,
                  runs[_i].asked);
    if (strlen(runs[_i].asked) == runs[_i].tries)
        ck_assert_int_eq(resolver, -1);
}
END_TEST

START_TEST(status_of_an_end)
{
    ck_assert_int_eq(dns_try_status(DNS_TRY_SILENT), DNS_TIMEOUT);
    ck_assert_int_eq(dns_try_status(DNS_TRY_UNREACHABLE), DNS_TIMEOUT);
    ck_assert_int_eq(dns_try_status(DNS_TRY_SERVFAIL), DNS_SERVFAIL);
    ck_assert_int_eq(dns_try_status(DNS_TRY_REFUSED), DNS_REFUSED);
    ck_assert_int_eq(dns_try_status(DNS_TRY_MALFORMED), DNS_MALFORMED);
    ck_assert_int_eq(dns_try_status(DNS_TRY_CUT_SHORT), DNS_MALFORMED);
}
END_TEST

static const struct {
    unsigned n_resolvers;
    const char *ends; /* of resolver 0, 1, ... round the ring */
    int error;
    const char *text;
} silences[] = {
    {1, "ttt", 0, "a:53 did not answer in 3 tries of 2000 ms"},
    {1, "t", 0, "a:53 did not answer in 1 try of 2000 ms"},
    {1, "uu", 0, "a:53: connection refused"},
    {1, "uu", ECONNREFUSED, "a:53: connection refused"},
    {1, "uu", ENETUNREACH, "a:53: network is unreachable"},
    {1, "ut", 0, "a:53 did not answer in 2 tries of 2000 ms"},
    {2, "tt", 0, "a:53 and b:53 did not answer in 2 tries of 2000 ms"},
    {2, "uu", 0, "a:53 and b:53: connection refused"},
    {2, "ut", 0, "b:53 did not answer in 2 tries of 2000 ms; a:53: connection refused"},
    {3, "ttt", 0, "a:53, b:53 and 1 other did not answer in 3 tries of 2000 ms"},
    {4, "tttt", 0, "a:53, b:53 and 2 others did not answer in 4 tries of 2000 ms"},
};

START_TEST(silence)
{
    char names[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE] = {"a:53", "b:53", "c:53", "d:53"};
    struct arena arena;
    struct dns_attempts attempts;
    arena_init(&arena);
    dns_attempts_init(&attempts, silences[_i].n_resolvers, 9);
    for (unsigned i = 0; silences[_i].ends[i] != '\0'; i++)
        dns_attempts_note(&attempts, i % silences[_i].n_resolvers, end_of(silences[_i].ends[i]),
                          silences[_i].error);
    ck_assert_str_eq(dns_attempts_silence(&attempts, &arena, names, 2000), silences[_i].text);
    arena_clear(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dns/attempts");
    TCase *tcase = tcase_create("attempts");
    tcase_add_loop_test(tcase, run, 0, (int)(sizeof runs / sizeof runs[0]));
    tcase_add_test(tcase, status_of_an_end);
    tcase_add_loop_test(tcase, silence, 0, (int)(sizeof silences / sizeof silences[0]));
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
