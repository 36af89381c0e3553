/*
 * dnsxl_trial_test.c - a list that cannot be believed is never "listed" and never "not listed"
 *
 * Each row is what a list answers to its test entries, a random name and the subject; "" stands for
 * NXDOMAIN, a word for a status, anything else for an address.
 */
#include "evaluate/dnsxl_trial.h"

#include "lists.h"
#include "unit.h"

static const struct rcpt_list_code codes[] = {
    {"127.0.0.2", RCPT_CODE_LISTED, "spam"},
    {"127.0.0.1", RCPT_CODE_REFUSED, "the resolver is blocked"},
    {"127.0.0.3", RCPT_CODE_NEUTRAL, "mixed"},
    {"127.0.0.4", RCPT_CODE_ALLOWED, "good"},
    {NULL}};

#define GOOD "127.0.0.2", "", ""

static const struct row {
    const char *name;
    const char *listed, *unlisted, *random, *subject;
    enum rcpt_listing_status status;
    const char *codes, *reason; /* a part of it; "" for none */
} rows[] = {
    {"listed", GOOD, "127.0.0.2", RCPT_LISTING_LISTED, "127.0.0.2", ""},
    {"not listed", GOOD, "", RCPT_LISTING_NOT_LISTED, "", ""},
    {"no data", GOOD, "nodata", RCPT_LISTING_NOT_LISTED, "", ""},
    {"neutral", GOOD, "127.0.0.3", RCPT_LISTING_NOT_LISTED, "127.0.0.3", ""},
    {"good word", GOOD, "127.0.0.4", RCPT_LISTING_ALLOWED, "127.0.0.4", ""},
    {"undocumented", GOOD, "127.0.0.9", RCPT_LISTING_ERROR, "127.0.0.9", "does not document"},
    {"test entry with another code", "127.0.0.9", "", "", "", RCPT_LISTING_NOT_LISTED, "", ""},
    {"no data for tests", "127.0.0.2", "nodata", "nodata", "", RCPT_LISTING_NOT_LISTED, "", ""},

    {"error code", GOOD, "127.255.255.254", RCPT_LISTING_REFUSED, "127.255.255.254",
     "answered 127.255.255.254 for 9.2.0.192.bl.example: an error code"},
    {"error code for a test", "127.255.255.254", "", "", "127.0.0.2", RCPT_LISTING_REFUSED,
     "127.255.255.254", "for 2.0.0.127.bl.example"},
    {"error code for everything", "127.255.255.255", "127.255.255.255", "127.255.255.255",
     "127.255.255.255", RCPT_LISTING_REFUSED, "127.255.255.255", "an error code"},
    {"error code for the random name", "127.0.0.2", "", "127.255.255.252", "127.0.0.2",
     RCPT_LISTING_REFUSED, "127.255.255.252", "for " NONCE ".bl.example"},
    {"own refusal", GOOD, "127.0.0.1", RCPT_LISTING_REFUSED, "127.0.0.1",
     "the resolver is blocked"},
    {"own refusal of everything", "127.0.0.1", "127.0.0.1", "127.0.0.1", "127.0.0.1",
     RCPT_LISTING_REFUSED, "127.0.0.1", "the resolver is blocked"},
    {"REFUSED", GOOD, "refused", RCPT_LISTING_REFUSED, "", "refused for 9.2.0.192.bl.example"},
    {"REFUSED for a test", "refused", "", "", "127.0.0.2", RCPT_LISTING_REFUSED, "",
     "refused for 2.0.0.127.bl.example"},

    {"random name rewritten", "127.0.0.2", "198.51.100.1", "198.51.100.1", "198.51.100.1",
     RCPT_LISTING_REWRITTEN, "198.51.100.1", NONCE ".bl.example, a name that does not exist"},
    {"unlisted test rewritten", "127.0.0.2", "198.51.100.1", "", "127.0.0.2",
     RCPT_LISTING_REWRITTEN, "198.51.100.1", "1.0.0.127.bl.example, a name that does not exist"},
    {"listed test rewritten", "198.51.100.1", "", "", "127.0.0.2", RCPT_LISTING_REWRITTEN,
     "198.51.100.1", "2.0.0.127.bl.example, which is outside 127.0.0.0/8"},
    {"subject rewritten", GOOD, "198.51.100.1", RCPT_LISTING_REWRITTEN, "198.51.100.1",
     "9.2.0.192.bl.example, which is outside 127.0.0.0/8"},
    {"zero address", GOOD, "0.0.0.0", RCPT_LISTING_REWRITTEN, "0.0.0.0", "outside"},

    {"everything listed", "127.0.0.2", "127.0.0.2", "127.0.0.2", "127.0.0.2", RCPT_LISTING_UNUSABLE,
     "127.0.0.2", "lists everything: it lists a random name, " NONCE},
    {"random name listed", "127.0.0.2", "", "127.0.0.2", "", RCPT_LISTING_UNUSABLE, "127.0.0.2",
     "lists everything"},
    {"unlisted test listed", "127.0.0.2", "127.0.0.3", "", "127.0.0.2", RCPT_LISTING_UNUSABLE,
     "127.0.0.3", "lists everything: it lists the test entry"},
    {"emptied", "", "", "", "", RCPT_LISTING_UNUSABLE, "",
     "does not list its own test entry: it is empty or gone"},
    {"emptied, no data", "nodata", "", "", "", RCPT_LISTING_UNUSABLE, "", "its own test entry"},
    {"test entry gone, subject listed", "", "", "", "127.0.0.2", RCPT_LISTING_UNUSABLE, "",
     "its own test entry"},

    {"silent", GOOD, "timeout", RCPT_LISTING_TIMEOUT, "", "in time for 9.2.0.192.bl.example"},
    {"silent for the listed test", "timeout", "", "", "127.0.0.2", RCPT_LISTING_TIMEOUT, "",
     "in time for 2.0.0.127.bl.example"},
    {"silent for the unlisted test", "127.0.0.2", "timeout", "", "127.0.0.2", RCPT_LISTING_TIMEOUT,
     "", "in time for 1.0.0.127.bl.example"},
    {"silent for the random name", "127.0.0.2", "", "timeout", "", RCPT_LISTING_TIMEOUT, "",
     "in time for " NONCE ".bl.example"},
    {"silent for everything", "timeout", "timeout", "timeout", "timeout", RCPT_LISTING_TIMEOUT, "",
     "in time"},
    {"SERVFAIL", GOOD, "servfail", RCPT_LISTING_ERROR, "", "SERVFAIL) for 9.2.0.192.bl.example"},
    {"SERVFAIL for the listed test", "servfail", "", "", "127.0.0.2", RCPT_LISTING_ERROR, "",
     "SERVFAIL) for 2.0.0.127.bl.example"},
    {"SERVFAIL for the unlisted test", "127.0.0.2", "servfail", "", "", RCPT_LISTING_ERROR, "",
     "SERVFAIL) for 1.0.0.127.bl.example"},
    {"SERVFAIL for the random name", "127.0.0.2", "", "servfail", "127.0.0.2", RCPT_LISTING_ERROR,
     "", "SERVFAIL) for " NONCE},
    {"malformed", GOOD, "malformed", RCPT_LISTING_ERROR, "",
     "could not be read for 9.2.0.192.bl.example"},

    /* Precedence: refused, rewritten, unusable, silent, failed. */
    {"refused before rewritten", "198.51.100.1", "198.51.100.1", "198.51.100.1", "127.255.255.254",
     RCPT_LISTING_REFUSED, "127.255.255.254", "an error code"},
    {"REFUSED before empty", "", "", "", "refused", RCPT_LISTING_REFUSED, "", "refused"},
    {"rewritten before unusable", "", "127.0.0.2", "198.51.100.1", "127.0.0.2",
     RCPT_LISTING_REWRITTEN, "198.51.100.1", "does not exist"},
    {"unusable before silent", "", "timeout", "timeout", "timeout", RCPT_LISTING_UNUSABLE, "",
     "its own test entry"},
    {"silent before failed", "servfail", "", "timeout", "127.0.0.2", RCPT_LISTING_TIMEOUT, "",
     "in time"},
};

/* The world of a row: what answers to the names of a list of IPv4 addresses. */
static void fill(struct world_row *world, const struct row *row)
{
    const char *const names[] = {"2.0.0.127.bl.example", "1.0.0.127.bl.example",
                                 NONCE ".bl.example", "9.2.0.192.bl.example"};
    const char *const answers[] = {row->listed, row->unlisted, row->random, row->subject};
    enum dns_status status;
    for (int i = 0; i < 4; i++) {
        if (answers[i][0] == '\0')
            continue;
        world->name = names[i];
        world->type = "A";
        world->status = answers[i];
        if (!dns_status_parse(answers[i], &status)) {
            world->status = "noerror";
            world->records[0] = answers[i];
        }
        world++;
    }
}

START_TEST(answers_give_status)
{
    struct world_row world_rows[8] = {{NULL}};
    struct world world;
    const struct row *row = &rows[_i];
    fill(world_rows, row);
    world_init(&world, world_rows, "example.com");
    struct rcpt_list list = {LIST("bl.example", RCPT_LIST_IP4)};
    list.codes = codes;
    const struct rcpt_listing *listing = lists_run_one(&world, &list, "192.0.2.9");
    ck_assert_ptr_nonnull(listing);
    ck_assert_ptr_null(listing->next);
    ck_assert_msg(listing->status == row->status, "%s: status %d, %s", row->name,
                  (int)listing->status, listing->reason);
    ck_assert_msg(strcmp(lists_join(&world.arena, listing->codes), row->codes) == 0, "%s: codes %s",
                  row->name, lists_join(&world.arena, listing->codes));
    ck_assert_msg(strstr(listing->reason, row->reason) != NULL, "%s: %s", row->name,
                  listing->reason);
    ck_assert_msg((listing->reason[0] == '\0') == (row->reason[0] == '\0'), "%s: %s", row->name,
                  listing->reason);
    ck_assert_msg((listing->remedy[0] == '\0') == (row->reason[0] == '\0'), "%s: %s", row->name,
                  listing->remedy);
    ck_assert(listing->independent == (row->status == RCPT_LISTING_LISTED));
    bool text_asked = row->status == RCPT_LISTING_LISTED || row->status == RCPT_LISTING_ALLOWED;
    ck_assert_uint_eq(world.n_asked, text_asked ? 5 : 4);
    ck_assert_uint_eq(world.rounds, text_asked ? 2 : 1);
    world_clear(&world);
}
END_TEST

/* Which names are asked of which list: all that a list may differ in. */
static const struct entry_row {
    const char *name;
    unsigned kinds, quirks;
    const char *test_listed, *test_unlisted, *subject;
    const char *asked[4]; /* of the tests, without the random name */
} entries[] = {
    {"IPv4",
     RCPT_LIST_IP4,
     0,
     "",
     "",
     "192.0.2.9",
     {"2.0.0.127.bl.example", "1.0.0.127.bl.example"}},
    {"IPv6 of a list of both",
     RCPT_LIST_IP4 | RCPT_LIST_IP6,
     0,
     "",
     "",
     "2001:db8::9",
     {"2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.bl.example",
      "1.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.bl.example"}},
    {"IPv6 alone",
     RCPT_LIST_IP6,
     0,
     "",
     "",
     "2001:db8::9",
     {"2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.bl.example",
      "1.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.bl.example"}},
    {"names",
     RCPT_LIST_DOMAIN,
     0,
     "",
     "",
     "example.com",
     {"test.bl.example", "invalid.bl.example"}},
    {"names of a list of both",
     RCPT_LIST_DOMAIN | RCPT_LIST_IP4,
     0,
     "",
     "",
     "example.com",
     {"test.bl.example", "invalid.bl.example"}},
    {"named entries",
     RCPT_LIST_DOMAIN,
     0,
     "dbltest.com",
     "example.com",
     "example.net",
     {"dbltest.com.bl.example", "example.com.bl.example"}},
    {"a named address for names",
     RCPT_LIST_DOMAIN | RCPT_LIST_IP4,
     RCPT_LIST_NO_TEST_UNLISTED,
     "127.0.0.2",
     "",
     "example.net",
     {"2.0.0.127.bl.example"}},
    {"no listed entry",
     RCPT_LIST_IP4,
     RCPT_LIST_NO_TEST_LISTED,
     "",
     "",
     "192.0.2.9",
     {"1.0.0.127.bl.example"}},
    {"no entries",
     RCPT_LIST_IP4,
     RCPT_LIST_NO_TEST_LISTED | RCPT_LIST_NO_TEST_UNLISTED,
     "",
     "",
     "192.0.2.9",
     {NULL}},
};

/* Runs a row; the entry of index `silent` does not answer. Returns the reason, in the world. */
static const char *run_entries(struct world *world, struct world_row *world_rows,
                               const struct entry_row *row, size_t silent)
{
    for (size_t i = 0; row->asked[i] != NULL; i++) {
        bool unlisted = i == 1 || (row->quirks & RCPT_LIST_NO_TEST_LISTED) != 0;
        world_rows[i] = (struct world_row){.name = row->asked[i],
                                           .type = "A",
                                           .status = unlisted ? "nxdomain" : "noerror",
                                           .records = {unlisted ? NULL : "127.0.0.2"}};
        if (i == silent)
            world_rows[i] = (struct world_row){row->asked[i], "A", "timeout"};
    }
    bool apex =
        (row->quirks & RCPT_LIST_NO_TEST_LISTED) != 0; /* then the zone itself is asked for */
    if (apex)
        world_rows[lists_count(row->asked)] = (struct world_row){"bl.example", "SOA", "nodata"};
    bool proof = apex && row->asked[silent] == NULL; /* and whether answers of lists come through */
    if (proof)
        world_rows[lists_count(row->asked) + 1] =
            (struct world_row){"2.0.0.127.zen.spamhaus.org", "A", "noerror", {"127.0.0.2"}};
    world_init(world, world_rows, "example.com");
    struct rcpt_list list = {LIST("bl.example", row->kinds)};
    list.quirks = row->quirks;
    list.test_listed = row->test_listed;
    list.test_unlisted = row->test_unlisted;
    const struct rcpt_listing *listing = lists_run_one(world, &list, row->subject);
    ck_assert_msg(world->n_asked == lists_count(row->asked) + 2 + apex + proof, "%s: %zu asked",
                  row->name, world->n_asked);
    ck_assert_msg(listing->status ==
                      (row->asked[silent] == NULL ? RCPT_LISTING_NOT_LISTED : RCPT_LISTING_TIMEOUT),
                  "%s, %zu: %s", row->name, silent, listing->reason);
    return listing->reason;
}

/* Without an entry that must be listed, a zone that is gone shows by its apex. */
START_TEST(a_zone_that_is_gone)
{
    static const struct world_row nothing[] = {{0}};
    struct world world;
    struct rcpt_list list = {LIST("bl.example", RCPT_LIST_IP4)};
    list.quirks = RCPT_LIST_NO_TEST_LISTED;
    world_init(&world, nothing, "example.com");
    const struct rcpt_listing *listing = lists_run_one(&world, &list, "192.0.2.9");
    ck_assert_int_eq(listing->status, RCPT_LISTING_UNUSABLE);
    ck_assert_str_eq(listing->reason, "the zone does not exist");
    world_clear(&world);
}
END_TEST

/* Behind a resolver that drops answers in 127.0.0.0/8 the silence of such a zone proves nothing. */
START_TEST(a_zone_that_nothing_proves)
{
    static const struct world_row rows_of_it[] = {{"bl.example", "SOA", "nodata"}, {0}};
    struct world world;
    struct rcpt_list list = {LIST("bl.example", RCPT_LIST_IP4)};
    list.quirks = RCPT_LIST_NO_TEST_LISTED;
    world_init(&world, rows_of_it, "example.com");
    const struct rcpt_listing *listing = lists_run_one(&world, &list, "192.0.2.9");
    ck_assert_int_eq(listing->status, RCPT_LISTING_UNUSABLE);
    ck_assert_ptr_nonnull(strstr(listing->reason, "rebinding"));
    world_clear(&world);
}
END_TEST

/* Once with all entries answered, and once with each of them silent: so it was asked. */
START_TEST(entries_are_asked)
{
    const struct entry_row *row = &entries[_i];
    for (size_t silent = 0; silent <= lists_count(row->asked); silent++) {
        struct world_row world_rows[8] = {{NULL}};
        struct world world;
        const char *reason = run_entries(&world, world_rows, row, silent);
        if (row->asked[silent] != NULL)
            ck_assert_msg(strstr(reason, row->asked[silent]) != NULL, "%s: %s", row->name, reason);
        world_clear(&world);
    }
}
END_TEST

START_TEST(unlisted_entry_of_the_row_is_asked)
{
    static const struct world_row rows_here[] = {{"good.bl.example", "A", "noerror", {"127.0.0.2"}},
                                                 {"bad.bl.example", "A", "noerror", {"127.0.0.2"}},
                                                 {NULL}};
    struct world world;
    world_init(&world, rows_here, "example.com");
    struct rcpt_list list = {LIST("bl.example", RCPT_LIST_DOMAIN)};
    list.test_listed = "good";
    list.test_unlisted = "bad";
    const struct rcpt_listing *listing = lists_run_one(&world, &list, "example.com");
    ck_assert_int_eq(listing->status, RCPT_LISTING_UNUSABLE);
    ck_assert_ptr_nonnull(strstr(listing->reason, "bad.bl.example"));
    world_clear(&world);
}
END_TEST

START_TEST(name_that_is_too_long_is_an_error)
{
    static const struct world_row rows_here[] = {{"test.bl.example", "A", "noerror", {"127.0.0.2"}},
                                                 {NULL}};
    struct world world;
    char name[254];
    for (size_t i = 0; i < sizeof name; i++)
        name[i] = i % 50 == 49 ? '.' : 'a';
    name[248] = '\0';
    world_init(&world, rows_here, "example.com");
    struct rcpt_list list = {LIST("bl.example", RCPT_LIST_DOMAIN)};
    const struct rcpt_listing *listing = lists_run_one(&world, &list, name);
    ck_assert_int_eq(listing->status, RCPT_LISTING_ERROR);
    ck_assert_ptr_nonnull(strstr(listing->reason, "too long"));
    ck_assert_uint_eq(world.n_asked, 3);
    world_clear(&world);
}
END_TEST

/* What the row says of a refusal is what the user is told. */
START_TEST(remedy_of_the_row_is_told)
{
    static const struct world_row rows_here[] = {
        {"9.2.0.192.bl.example", "A", "noerror", {"127.255.255.254"}}, {NULL}};
    struct world world;
    world_init(&world, rows_here, "example.com");
    struct rcpt_list list = {LIST("bl.example", RCPT_LIST_IP4)};
    list.remedy = "Register your resolver.";
    const struct rcpt_listing *listing = lists_run_one(&world, &list, "192.0.2.9");
    ck_assert_int_eq(listing->status, RCPT_LISTING_REFUSED);
    ck_assert_str_eq(listing->remedy, "Register your resolver.");
    world_clear(&world);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/dnsxl_trial");
    TCase *tcase = tcase_create("trial");
    tcase_add_test(tcase, a_zone_that_is_gone);
    tcase_add_test(tcase, a_zone_that_nothing_proves);
    tcase_add_loop_test(tcase, answers_give_status, 0, sizeof rows / sizeof *rows);
    tcase_add_loop_test(tcase, entries_are_asked, 0, sizeof entries / sizeof *entries);
    tcase_add_test(tcase, unlisted_entry_of_the_row_is_asked);
    tcase_add_test(tcase, name_that_is_too_long_is_an_error);
    tcase_add_test(tcase, remedy_of_the_row_is_told);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
