/*
 * dnsxl_test.c - several lists asked about a subject: what is told, in which order, at which cost
 */
#include "evaluate/dnsxl.h"

#include <stdio.h>
#include <strings.h>

#include "lists.h"
#include "unit.h"

static const struct rcpt_list_code codes[] = {
    {"127.0.0.2", RCPT_CODE_LISTED, "spam"}, {"127.0.0.3", RCPT_CODE_LISTED, "more spam"}, {NULL}};

enum { ZEN, SBL, LOW, NAMES, EMAIL, ALLOW, SIX, DEAD, N_LISTS };

static const struct rcpt_list lists[N_LISTS] = {
    [ZEN] = {LIST("zen.example", RCPT_LIST_IP4 | RCPT_LIST_IP6)},
    [SBL] = {LIST("sbl.example", RCPT_LIST_IP4)},
    [LOW] = {LIST("low.example", RCPT_LIST_IP4)},
    [NAMES] = {LIST("names.example", RCPT_LIST_DOMAIN)},
    [EMAIL] = {LIST("email.example", RCPT_LIST_EMAIL)},
    [ALLOW] = {LIST("allow.example", RCPT_LIST_IP4)},
    [SIX] = {LIST("six.example", RCPT_LIST_IP6)},
    [DEAD] = {LIST("dead.example", RCPT_LIST_IP4)},
};

#define TESTS(zone)                                                                                \
    {                                                                                              \
        "2.0.0.127." zone, "A", "noerror",                                                         \
        {                                                                                          \
            "127.0.0.2"                                                                            \
        }                                                                                          \
    }

static const struct world_row world_rows[] = {
    TESTS("zen.example"),
    TESTS("sbl.example"),
    TESTS("low.example"),
    TESTS("allow.example"),
    {"2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.zen.example",
     "A",
     "noerror",
     {"127.0.0.2"}},
    {"2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.six.example",
     "A",
     "noerror",
     {"127.0.0.2"}},
    {"test.names.example", "A", "noerror", {"127.0.0.2"}},
    {"9.2.0.192.zen.example", "A", "noerror", {"127.0.0.3", "127.0.0.2"}},
    {"9.2.0.192.zen.example", "TXT", "noerror", {"\"see https://example.com/?192.0.2.9\""}},
    {"9.2.0.192.sbl.example", "A", "noerror", {"127.0.0.2"}},
    {"9.2.0.192.sbl.example", "TXT", "servfail"},
    {"9.2.0.192.low.example", "A", "noerror", {"127.0.0.9"}},
    {"9.2.0.192.allow.example", "A", "noerror", {"127.0.5.3"}},
    {"9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.six.example",
     "A",
     "noerror",
     {"127.0.0.2"}},
    {"example.com.names.example", "A", "noerror", {"127.0.0.2"}},
    {"email.example", "SOA", "nodata", {0}},
    {"c160f8cc69a4f0bf2b0362752353d060.email.example", "A", "noerror", {"127.0.0.2"}},
    {NULL}};

/* The lists, in the order of the table, with what tells them apart. */
struct fixture {
    struct world world;
    struct rcpt_list lists[N_LISTS];
    struct dnsxl_zone zones[N_LISTS];
};

static void fixture_init(struct fixture *fixture)
{
    world_init(&fixture->world, world_rows, "example.com");
    memcpy(fixture->lists, lists, sizeof lists);
    fixture->lists[ZEN].severity = RCPT_SEVERITY_HIGH;
    fixture->lists[ZEN].codes = codes;
    fixture->lists[SBL].severity = RCPT_SEVERITY_HIGH;
    fixture->lists[SBL].within = "ZEN.example";
    fixture->lists[LOW].severity = RCPT_SEVERITY_LOW;
    fixture->lists[EMAIL].hash = "md5";
    fixture->lists[EMAIL].quirks = RCPT_LIST_NO_TEST_LISTED;
    fixture->lists[ALLOW].allow = true;
    fixture->lists[ALLOW].severity = RCPT_SEVERITY_NONE;
    for (size_t i = 0; i < N_LISTS; i++) {
        const struct rcpt_list *list = &fixture->lists[i];
        fixture->zones[i] = (struct dnsxl_zone){list, "", list->severity};
    }
}

/* A line a listing: zone, subject, status, whether it is independent, codes, meaning, text. */
static const char *told(struct arena *arena, const struct rcpt_listing *listing)
{
    const char *text = "";
    for (; listing != NULL; listing = listing->next)
        text = arena_printf(arena, "%s%s %s %d%s [%s] [%s] [%s]\n", text, listing->zone,
                            listing->subject, (int)listing->status,
                            listing->independent ? " alone" : "", lists_join(arena, listing->codes),
                            lists_join(arena, listing->meaning), listing->text);
    return text;
}

static const char *const told_of_ip =
    "zen.example 192.0.2.9 0 alone [127.0.0.2 | 127.0.0.3] [spam | more spam] "
    "[see https://example.com/?192.0.2.9]\n"
    "low.example 192.0.2.9 0 alone [127.0.0.9] [] []\n"
    "dead.example 192.0.2.9 4 [] [] []\n"
    "allow.example 192.0.2.9 2 [127.0.5.3] [] []\n";

/* In whichever order answers come. */
START_TEST(address_is_asked_of_address_lists)
{
    struct fixture fixture;
    fixture_init(&fixture);
    fixture.world.order = (enum world_order)_i;
    const struct rcpt_listing *listing =
        lists_run(&fixture.world, fixture.zones, N_LISTS, "192.0.2.9");
    ck_assert_str_eq(listing->zone, "sbl.example");
    ck_assert_int_eq(listing->status, RCPT_LISTING_LISTED);
    ck_assert(!listing->independent);
    ck_assert_str_eq(told(&fixture.world.arena, listing->next), told_of_ip);
    /* Five lists of four questions, four texts; nothing went to lists of other kinds. */
    ck_assert_uint_eq(fixture.world.n_asked, 5 * 4 + 4);
    if (fixture.world.order == WORLD_ALL)
        ck_assert_uint_eq(fixture.world.rounds, 2);
    world_clear(&fixture.world);
}
END_TEST

START_TEST(other_subjects_go_to_other_lists)
{
    static const struct {
        const char *subject, *told;
    } rows[] = {
        {"2001:db8::9", "six.example 2001:db8::9 0 alone [127.0.0.2] [] []\n"
                        "zen.example 2001:db8::9 1 [] [] []\n"},
        {"Example.com", "names.example example.com 0 alone [127.0.0.2] [] []\n"},
        {"Alice@Example.com", "email.example Alice@example.com 0 alone [127.0.0.2] [] []\n"
                              "names.example example.com 0 alone [127.0.0.2] [] []\n"},
        {"bob@example.net", "email.example bob@example.net 1 [] [] []\n"
                            "names.example example.net 1 [] [] []\n"},
        {"example.net", "names.example example.net 1 [] [] []\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture fixture;
        fixture_init(&fixture);
        const struct rcpt_listing *listing =
            lists_run(&fixture.world, fixture.zones, N_LISTS, rows[i].subject);
        ck_assert_str_eq(told(&fixture.world.arena, listing), rows[i].told);
        world_clear(&fixture.world);
    }
}
END_TEST

START_TEST(no_list_that_applies_gives_none)
{
    struct fixture fixture;
    fixture_init(&fixture);
    ck_assert_ptr_null(lists_run(&fixture.world, &fixture.zones[NAMES], 1, "192.0.2.9"));
    ck_assert_ptr_null(lists_run(&fixture.world, &fixture.zones[ZEN], 1, "example.com"));
    ck_assert_ptr_null(lists_run(&fixture.world, &fixture.zones[EMAIL], 1, "example.com"));
    ck_assert_uint_eq(fixture.world.n_asked, 0);
    world_clear(&fixture.world);
}
END_TEST

/* A severity of the user's is told and sorts. */
START_TEST(severity_is_the_users)
{
    struct fixture fixture;
    fixture_init(&fixture);
    fixture.zones[LOW].severity = RCPT_SEVERITY_HIGH;
    fixture.zones[ZEN].severity = RCPT_SEVERITY_LOW;
    const struct rcpt_listing *listing =
        lists_run(&fixture.world, fixture.zones, N_LISTS, "192.0.2.9");
    ck_assert_str_eq(listing->zone, "low.example");
    ck_assert_int_eq(listing->severity, RCPT_SEVERITY_HIGH);
    ck_assert_str_eq(listing->next->next->zone, "zen.example");
    ck_assert_int_eq(listing->next->next->severity, RCPT_SEVERITY_LOW);
    world_clear(&fixture.world);
}
END_TEST

/* Closed lists and lists without their key are told, and cost no question. */
START_TEST(lists_that_cannot_be_asked_are_told)
{
    struct fixture fixture;
    fixture_init(&fixture);
    fixture.lists[ZEN].state = RCPT_LIST_CLOSED;
    fixture.lists[ZEN].state_note = "closed in 2024";
    fixture.lists[SBL].zone = "{key}.keyed.example";
    fixture.lists[SBL].state = RCPT_LIST_KEYED;
    const struct rcpt_listing *listing = lists_run(&fixture.world, fixture.zones, 2, "192.0.2.9");
    ck_assert_uint_eq(fixture.world.n_asked, 0);
    ck_assert_int_eq(listing->next->status, RCPT_LISTING_UNUSABLE);
    ck_assert_str_eq(listing->next->zone, "{key}.keyed.example");
    ck_assert_str_eq(listing->next->reason, "needs a key");
    ck_assert_ptr_nonnull(strstr(listing->next->remedy, "[{key}.keyed.example]"));
    ck_assert_int_eq(listing->status, RCPT_LISTING_UNUSABLE);
    ck_assert_str_eq(listing->reason, "closed in 2024");
    ck_assert_str_ne(listing->remedy, "");
    ck_assert(!listing->independent && !listing->next->independent);
    world_clear(&fixture.world);
}
END_TEST

START_TEST(unknown_hash_is_an_error)
{
    struct fixture fixture;
    fixture_init(&fixture);
    fixture.lists[EMAIL].hash = "crc32";
    const struct rcpt_listing *listing =
        lists_run(&fixture.world, &fixture.zones[EMAIL], 1, "alice@example.com");
    ck_assert_int_eq(listing->status, RCPT_LISTING_ERROR);
    ck_assert_str_ne(listing->reason, "");
    ck_assert_uint_eq(fixture.world.n_asked, 0);
    world_clear(&fixture.world);
}
END_TEST

/* Many subjects of one run: the three test questions of a zone are asked once. */
START_TEST(tests_are_asked_once_a_run)
{
    enum { SUBJECTS = 50 };
    struct fixture fixture;
    fixture_init(&fixture);
    for (int i = 100; i < 100 + SUBJECTS; i++) {
        char text[IP_TEXT_SIZE];
        snprintf(text, sizeof text, "192.0.2.%d", i);
        const struct rcpt_listing *listing = lists_run(&fixture.world, fixture.zones, 3, text);
        ck_assert_int_eq(listing->status, RCPT_LISTING_NOT_LISTED);
    }
    ck_assert_uint_eq(fixture.world.n_asked, 3 * 3 + 3 * SUBJECTS);
    world_clear(&fixture.world);
}
END_TEST

/* ---- lists within lists ---- */

static const struct {
    const char *name;
    struct {
        const char *zone, *within;
        bool listed;
    } lists[3];
    const char *independent; /* zones, in the order of the alphabet */
} nests[] = {
    {"part and whole",
     {{"zen.example", "", true}, {"sbl.example", "zen.example", true}},
     "zen.example"},
    {"part alone", {{"sbl.example", "zen.example", true}}, "sbl.example"},
    {"whole not listed",
     {{"zen.example", "", false}, {"sbl.example", "zen.example", true}},
     "sbl.example"},
    {"two parts",
     {{"sbl.example", "zen.example", true}, {"xbl.example", "zen.example", true}},
     "sbl.example xbl.example"},
    {"keyed and free",
     {{"{key}.zen.example", "zen.example", true}, {"zen.example", "", true}},
     "zen.example"},
    {"part beside the keyed whole",
     {{"{key}.zen.example", "zen.example", true}, {"sbl.example", "zen.example", true}},
     "{key}.zen.example"},
    {"keyed part and keyed whole",
     {{"{key}.all.example", "", true}, {"{key}.black.example", "{key}.all.example", true}},
     "{key}.all.example"},
    {"two keyed parts",
     {{"{key}.black.example", "{key}.all.example", true},
      {"{key}.white.example", "{key}.all.example", true}},
     "{key}.black.example {key}.white.example"},
    {"two keyed wholes",
     {{"{key}.a.example", "zen.example", true}, {"{key}.b.example", "zen.example", true}},
     "{key}.a.example {key}.b.example"},
};

#define NEST_NAME 64

/* The names of a list in a world: its test entry, and the subject if it is listed. */
static size_t nest_rows(struct world_row *rows, char (*names)[NEST_NAME], const char *zone,
                        bool listed)
{
    char asked[NEST_NAME];
    const char *place = strstr(zone, "{key}");
    snprintf(asked, sizeof asked, "%s%s", place != NULL ? "s3cret" : "",
             place != NULL ? place + 5 : zone);
    snprintf(names[0], NEST_NAME, "2.0.0.127.%.40s", asked);
    snprintf(names[1], NEST_NAME, "9.2.0.192.%.40s", asked);
    for (int i = 0; i < 1 + listed; i++)
        rows[i] = (struct world_row){names[i], "A", "noerror", {"127.0.0.2"}};
    return 1 + (size_t)listed;
}

START_TEST(contained_lists_count_once)
{
    struct world_row rows[7] = {{NULL}};
    char names[6][NEST_NAME];
    struct rcpt_list made[3];
    struct dnsxl_zone zones[3];
    size_t count = 0, n_rows = 0;
    for (; count < 3 && nests[_i].lists[count].zone != NULL; count++) {
        made[count] = (struct rcpt_list){LIST(nests[_i].lists[count].zone, RCPT_LIST_IP4)};
        made[count].within = nests[_i].lists[count].within;
        zones[count] = (struct dnsxl_zone){&made[count], "s3cret", RCPT_SEVERITY_LOW};
        n_rows += nest_rows(rows + n_rows, names + 2 * count, made[count].zone,
                            nests[_i].lists[count].listed);
    }
    struct world world;
    world_init(&world, rows, "example.com");
    const char *alone = "";
    for (const struct rcpt_listing *listing = lists_run(&world, zones, count, "192.0.2.9");
         listing != NULL; listing = listing->next) {
        if (listing->independent)
            alone = arena_printf(&world.arena, "%s%s%s", alone, alone[0] != '\0' ? " " : "",
                                 listing->zone);
    }
    ck_assert_msg(strcmp(alone, nests[_i].independent) == 0, "%s: %s", nests[_i].name, alone);
    world_clear(&world);
}
END_TEST

/* ---- keys ---- */

#define KEY "s3CretKey"

/* What a keyed list may answer, each time with the key in all that it says. */
static const struct {
    const char *answer, *txt;
    enum rcpt_listing_status status;
} leaks[] = {
    {"127.0.0.2", "\"https://example.com/" KEY "\" \" 9.2.0.192.S3CRETKEY.bl.example\"",
     RCPT_LISTING_LISTED},
    {"127.255.255.254", "\"\"", RCPT_LISTING_REFUSED},
    {"198.51.100.1", "\"\"", RCPT_LISTING_REWRITTEN},
    {"timeout", "\"\"", RCPT_LISTING_TIMEOUT},
    {"servfail", "\"\"", RCPT_LISTING_ERROR},
    {"refused", "\"\"", RCPT_LISTING_REFUSED},
    {"", "\"\"", RCPT_LISTING_NOT_LISTED},
};

static void no_key(const char *text)
{
    ck_assert_ptr_nonnull(text);
    for (; *text != '\0'; text++)
        ck_assert_msg(strncasecmp(text, KEY, strlen(KEY)) != 0, "the key is in: %s", text);
}

static void no_key_in(const struct rcpt_listing *listing)
{
    const char *const texts[] = {listing->zone,   listing->name,   listing->subject, listing->text,
                                 listing->delist, listing->reason, listing->remedy};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        no_key(texts[i]);
    for (size_t i = 0; listing->codes[i] != NULL; i++)
        no_key(listing->codes[i]);
    for (size_t i = 0; listing->meaning[i] != NULL; i++)
        no_key(listing->meaning[i]);
}

/* Answers with a reason that names the question, as a source may do. */
static void answer_with_reason(struct world *world, struct dns_question *question)
{
    const char *name = dns_question_name(question);
    const struct world_row *row =
        world_find(world, name, dns_type_name(dns_question_type(question)));
    if (row == NULL || strcmp(row->status, "noerror") == 0) {
        world_answer(world, question);
        return;
    }
    struct arena *arena = dns_question_arena(question);
    struct dns_answer *answer = arena_alloc(arena, sizeof *answer);
    ck_assert(dns_status_parse(row->status, &answer->status));
    answer->type = dns_question_type(question);
    answer->name = answer->canonical = name;
    answer->extended_text = "";
    answer->reason = arena_printf(arena, "192.0.2.53 failed on %s", name);
    dns_question_settle(question, answer);
}

START_TEST(key_is_never_shown)
{
    struct world_row rows[4] = {TESTS("s3cretkey.bl.example")};
    enum dns_status failure;
    if (dns_status_parse(leaks[_i].answer, &failure))
        rows[1] = (struct world_row){"9.2.0.192.s3cretkey.bl.example", "A", leaks[_i].answer};
    else if (leaks[_i].answer[0] != '\0')
        rows[1] = (struct world_row){
            "9.2.0.192.s3cretkey.bl.example", "A", "noerror", {leaks[_i].answer}};
    if (rows[1].name != NULL)
        rows[2] =
            (struct world_row){"9.2.0.192.s3cretkey.bl.example", "TXT", "noerror", {leaks[_i].txt}};
    struct world world;
    struct dns_question *question;
    world_init(&world, rows, "example.com");
    struct rcpt_list list = {LIST("{key}.bl.example", RCPT_LIST_IP4)};
    struct dnsxl_zone zone = {&list, KEY, RCPT_SEVERITY_LOW};
    struct dnsxl_subject subject = lists_subject(&world.arena, "192.0.2.9");
    const struct rcpt_listing *listing = NULL;
    while (dnsxl_check(&world.arena, world.dns, &zone, 1, &subject, NONCE, &listing) == CHECK_WAIT)
        while ((question = dns_memo_next_wanted(world.memo)) != NULL)
            answer_with_reason(&world, question);
    ck_assert_int_eq(listing->status, leaks[_i].status);
    no_key_in(listing);
    ck_assert_str_eq(listing->zone, "{key}.bl.example");
    if (listing->status == RCPT_LISTING_LISTED)
        ck_assert_str_eq(listing->text, "https://example.com/{key} 9.2.0.192.{key}.bl.example");
    else
        ck_assert((listing->reason[0] != '\0') ==
                  (strstr(listing->reason, "{key}.bl.example") != NULL));
    world_clear(&world);
}
END_TEST

/* ---- text of strangers ---- */

START_TEST(text_is_safe)
{
    static const struct world_row rows[] = {
        TESTS("bl.example"),
        {"9.2.0.192.bl.example", "A", "noerror", {"127.0.0.2"}},
        {"9.2.0.192.bl.example", "TXT", "noerror", {"\"\\027[2J\"", "\"a\\010b\""}},
        {NULL}};
    struct world world;
    world_init(&world, rows, "example.com");
    struct rcpt_list list = {LIST("bl.example", RCPT_LIST_IP4)};
    const struct rcpt_listing *listing = lists_run_one(&world, &list, "192.0.2.9");
    ck_assert_str_eq(listing->text, "\\u{001B}[2J / a\\u{000A}b");
    world_clear(&world);
}
END_TEST

/* The deadline ends what is still open; nothing is said of the subject then. */
START_TEST(deadline_is_a_timeout)
{
    struct fixture fixture;
    fixture_init(&fixture);
    struct world *world = &fixture.world;
    const struct rcpt_listing *listing = NULL;
    struct dnsxl_subject subject = lists_subject(&world->arena, "192.0.2.9");
    ck_assert_int_eq(
        dnsxl_check(&world->arena, world->dns, fixture.zones, 3, &subject, NONCE, &listing),
        CHECK_WAIT);
    dns_view_expire(world->dns, "the deadline of this subject has passed");
    ck_assert_int_eq(
        dnsxl_check(&world->arena, world->dns, fixture.zones, 3, &subject, NONCE, &listing),
        CHECK_DONE);
    size_t count = 0;
    for (; listing != NULL; listing = listing->next, count++) {
        ck_assert_int_eq(listing->status, RCPT_LISTING_TIMEOUT);
        ck_assert_ptr_nonnull(strstr(listing->reason, "deadline"));
    }
    ck_assert_uint_eq(count, 3);
    world_clear(world);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/dnsxl");
    TCase *tcase = tcase_create("dnsxl");
    tcase_add_loop_test(tcase, address_is_asked_of_address_lists, WORLD_ALL, WORLD_LAST + 1);
    tcase_add_test(tcase, other_subjects_go_to_other_lists);
    tcase_add_test(tcase, no_list_that_applies_gives_none);
    tcase_add_test(tcase, severity_is_the_users);
    tcase_add_test(tcase, lists_that_cannot_be_asked_are_told);
    tcase_add_test(tcase, unknown_hash_is_an_error);
    tcase_add_test(tcase, tests_are_asked_once_a_run);
    tcase_add_loop_test(tcase, contained_lists_count_once, 0, sizeof nests / sizeof *nests);
    tcase_add_loop_test(tcase, key_is_never_shown, 0, sizeof leaks / sizeof *leaks);
    tcase_add_test(tcase, text_is_safe);
    tcase_add_test(tcase, deadline_is_a_timeout);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
