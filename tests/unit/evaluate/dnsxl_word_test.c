/*
 * dnsxl_word_test.c - all A records of an answer against the table of a list
 */
#include "evaluate/dnsxl_word.h"

#include "lists.h"
#include "unit.h"

static const struct rcpt_list_code plain[] = {{"127.0.0.2", RCPT_CODE_LISTED, "two"},
                                              {"127.0.0.5-7", RCPT_CODE_LISTED, "range"},
                                              {"127.0.0.1", RCPT_CODE_ALLOWED, "good"},
                                              {"127.0.0.3", RCPT_CODE_NEUTRAL, "yellow"},
                                              {"127.0.9.*", RCPT_CODE_REFUSED, "denied"},
                                              {"127.0.0.6", RCPT_CODE_ALLOWED, "never reached"},
                                              {NULL}};

static const struct rcpt_list_code bits[] = {
    {"127.0.0.1", RCPT_CODE_REFUSED, "blocked"}, {"127.0.0.255", RCPT_CODE_REFUSED, "all bits"},
    {"127.0.0.&4", RCPT_CODE_NEUTRAL, "four"},   {"127.0.0.&8", RCPT_CODE_LISTED, "eight"},
    {"127.0.0.&64", RCPT_CODE_LISTED, "sixty"},  {NULL}};

/* A careless table: whatever it says, an error code is none of it. */
static const struct rcpt_list_code careless[] = {
    {"127.*.*.*", RCPT_CODE_LISTED, "everything"},
    {"127.255.255.254", RCPT_CODE_REFUSED, "public resolver"},
    {NULL}};

static const struct {
    const char *name;
    const struct rcpt_list_code *codes;
    bool allow;
    const char *records[6];
    const char *shown, *meaning;
    bool there, listed, allowed;
    const char *refused, *refusal, *outside;
} rows[] = {
    {"nothing", plain, false, {NULL}, "", "", false, false, false, NULL, "", NULL},
    {"plain", plain, false, {"127.0.0.2"}, "127.0.0.2", "two", true, true, false, NULL, "", NULL},
    {"several, in one order",
     plain,
     false,
     {"127.0.0.6", "127.0.0.2", "127.0.0.5", "127.0.0.2"},
     "127.0.0.2 | 127.0.0.5 | 127.0.0.6",
     "two | range",
     true,
     true,
     false,
     NULL,
     "",
     NULL},
    {"good", plain, false, {"127.0.0.1"}, "127.0.0.1", "good", true, false, true, NULL, "", NULL},
    {"good and bad",
     plain,
     false,
     {"127.0.0.1", "127.0.0.2"},
     "127.0.0.1 | 127.0.0.2",
     "good | two",
     true,
     true,
     true,
     NULL,
     "",
     NULL},
    {"neutral",
     plain,
     false,
     {"127.0.0.3"},
     "127.0.0.3",
     "yellow",
     true,
     false,
     false,
     NULL,
     "",
     NULL},
    {"unknown", plain, false, {"127.0.0.99"}, "127.0.0.99", "", true, false, false, NULL, "", NULL},
    {"no table",
     no_codes,
     false,
     {"127.0.0.99"},
     "127.0.0.99",
     "",
     true,
     true,
     false,
     NULL,
     "",
     NULL},
    {"own error",
     plain,
     false,
     {"127.0.9.7"},
     "127.0.9.7",
     "",
     true,
     false,
     false,
     "127.0.9.7",
     "denied",
     NULL},
    {"common error",
     plain,
     false,
     {"127.255.255.254"},
     "127.255.255.254",
     "",
     true,
     false,
     false,
     "127.255.255.254",
     "an error code, never a listing",
     NULL},
    {"error in a careless table",
     careless,
     false,
     {"127.255.255.254"},
     "127.255.255.254",
     "",
     true,
     false,
     false,
     "127.255.255.254",
     "public resolver",
     NULL},
    {"other error in a careless table",
     careless,
     false,
     {"127.255.255.1"},
     "127.255.255.1",
     "",
     true,
     false,
     false,
     "127.255.255.1",
     "an error code, never a listing",
     NULL},
    {"almost an error code",
     careless,
     false,
     {"127.255.254.1"},
     "127.255.254.1",
     "everything",
     true,
     true,
     false,
     NULL,
     "",
     NULL},
    {"error beside a listing",
     plain,
     false,
     {"127.255.255.255", "127.0.0.2"},
     "127.0.0.2 | 127.255.255.255",
     "two",
     true,
     true,
     false,
     "127.255.255.255",
     "an error code, never a listing",
     NULL},
    {"outside",
     plain,
     false,
     {"192.0.2.1"},
     "192.0.2.1",
     "",
     false,
     false,
     false,
     NULL,
     "",
     "192.0.2.1"},
    {"zero", plain, false, {"0.0.0.0"}, "0.0.0.0", "", false, false, false, NULL, "", "0.0.0.0"},
    {"next door",
     plain,
     false,
     {"128.0.0.2"},
     "128.0.0.2",
     "",
     false,
     false,
     false,
     NULL,
     "",
     "128.0.0.2"},
    {"outside beside a listing",
     plain,
     false,
     {"192.0.2.1", "127.0.0.2"},
     "127.0.0.2 | 192.0.2.1",
     "two",
     true,
     true,
     false,
     NULL,
     "",
     "192.0.2.1"},
    {"one bit",
     bits,
     false,
     {"127.0.0.8"},
     "127.0.0.8",
     "eight",
     true,
     true,
     false,
     NULL,
     "",
     NULL},
    {"all its bits",
     bits,
     false,
     {"127.0.0.76"},
     "127.0.0.76",
     "four | eight | sixty",
     true,
     true,
     false,
     NULL,
     "",
     NULL},
    {"neutral bit",
     bits,
     false,
     {"127.0.0.4"},
     "127.0.0.4",
     "four",
     true,
     false,
     false,
     NULL,
     "",
     NULL},
    {"bit one refuses",
     bits,
     false,
     {"127.0.0.1"},
     "127.0.0.1",
     "",
     true,
     false,
     false,
     "127.0.0.1",
     "blocked",
     NULL},
    {"bits in an error code",
     bits,
     false,
     {"127.0.0.255"},
     "127.0.0.255",
     "four | eight | sixty",
     true,
     true,
     false,
     "127.0.0.255",
     "all bits",
     NULL},
    {"no known bit",
     bits,
     false,
     {"127.0.0.2"},
     "127.0.0.2",
     "",
     true,
     false,
     false,
     "127.0.0.2",
     "none of the bits that the list documents is set",
     NULL},
    {"allow list",
     no_codes,
     true,
     {"127.0.10.3"},
     "127.0.10.3",
     "",
     true,
     false,
     true,
     NULL,
     "",
     NULL},
    {"allow list with a table",
     plain,
     true,
     {"127.0.0.2"},
     "127.0.0.2",
     "two",
     true,
     false,
     true,
     NULL,
     "",
     NULL},
    {"allow list, error",
     no_codes,
     true,
     {"127.255.255.255"},
     "127.255.255.255",
     "",
     true,
     false,
     false,
     "127.255.255.255",
     "an error code, never a listing",
     NULL},
};

static struct dns_answer answer_of(struct arena *arena, const char *const *records)
{
    struct dns_answer answer = {.status = DNS_NXDOMAIN, .type = DNS_TYPE_A};
    struct dns_record *parsed = arena_array(arena, 6, sizeof *parsed);
    for (; records[answer.n_records] != NULL; answer.n_records++) {
        ck_assert(dns_rdata_parse(arena, DNS_TYPE_A, records[answer.n_records],
                                  &parsed[answer.n_records]));
        answer.status = DNS_NOERROR;
    }
    answer.records = parsed;
    return answer;
}

static void check_text(const char *row, const char *what, const char *is, const char *should)
{
    ck_assert_msg((is == NULL) == (should == NULL) && (is == NULL || strcmp(is, should) == 0),
                  "%s: %s is \"%s\"", row, what, is != NULL ? is : "(none)");
}

START_TEST(records_say)
{
    struct arena arena;
    struct dnsxl_word word;
    const char *name = rows[_i].name;
    arena_init(&arena);
    struct rcpt_list list = {LIST("bl.example", RCPT_LIST_IP4)};
    list.codes = rows[_i].codes;
    list.allow = rows[_i].allow;
    struct dns_answer answer = answer_of(&arena, rows[_i].records);
    dnsxl_word_read(&arena, &list, &answer, &word);
    check_text(name, "codes", lists_join(&arena, word.codes), rows[_i].shown);
    check_text(name, "meaning", lists_join(&arena, word.meaning), rows[_i].meaning);
    check_text(name, "refused", word.refused, rows[_i].refused);
    check_text(name, "refusal", word.refusal, rows[_i].refusal);
    check_text(name, "outside", word.outside, rows[_i].outside);
    ck_assert_msg(word.there == rows[_i].there && word.listed == rows[_i].listed &&
                      word.allowed == rows[_i].allowed,
                  "%s: %d %d %d", name, word.there, word.listed, word.allowed);
    arena_clear(&arena);
}
END_TEST

/* Of a flood of records all are read, though few are shown. */
START_TEST(many_records_are_read)
{
    enum { COUNT = 500 };
    struct arena arena;
    struct dnsxl_word word;
    struct dns_record records[COUNT];
    arena_init(&arena);
    for (int i = 0; i < COUNT; i++)
        ip_from_v4(&records[i].address,
                   (unsigned char[]){127, 1, (unsigned char)(i / 250), (unsigned char)(i % 250)});
    ip_from_v4(&records[0].address, (unsigned char[]){127, 255, 255, 254});
    struct dns_answer answer = {
        .status = DNS_NOERROR, .type = DNS_TYPE_A, .records = records, .n_records = COUNT};
    struct rcpt_list list = {LIST("bl.example", RCPT_LIST_IP4)};
    list.codes = plain;
    dnsxl_word_read(&arena, &list, &answer, &word);
    ck_assert_str_eq(word.refused, "127.255.255.254");
    ck_assert_uint_lt(lists_count(word.codes), 100);
    ck_assert_uint_lt(lists_count(word.meaning), 100);
    arena_clear(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/dnsxl_word");
    TCase *tcase = tcase_create("word");
    tcase_add_loop_test(tcase, records_say, 0, sizeof rows / sizeof *rows);
    tcase_add_test(tcase, many_records_are_read);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
