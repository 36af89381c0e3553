/*
 * resolver_test.c - src/evaluate/resolver.c, resolver_lists.c, on tables of answers
 *
 * Each row changes a resolver in good health by a few answers, and names the traits that differ.
 */
#include "evaluate/resolver.h"

#include <ctype.h>
#include <string.h>

#include "unit.h"
#include "world.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

#define NONCE "n0nce"
#define COM   "rcptcheck-n0nce.com"
#define INV   "rcptcheck-n0nce.invalid"
#define ONE   "2.0.0.127.one.example"
#define TWO   "2.0.0.127.two.example"
#define KEYED "2.0.0.127.s3cr3t.key.example"
#define IDS   10

static const struct rcpt_list_code codes[] = {
    {"127.255.255.254", RCPT_CODE_REFUSED, "a public resolver"},
    {"127.0.0.2", RCPT_CODE_LISTED, "listed"},
    {NULL, RCPT_CODE_LISTED, ""},
};

#define LIST(zone_text, kinds_bits, quirk_bits, test)                                              \
    {                                                                                              \
        .zone = zone_text, .name = zone_text, .operator_name = "", .kinds = kinds_bits,            \
        .state_note = "", .codes = codes, .test_listed = test, .test_unlisted = "",                \
        .quirks = quirk_bits, .hash = "", .delist = "", .remedy = "write to " zone_text,           \
        .within = "", .source = "", .confirmed = ""                                                \
    }

static const struct rcpt_list lists[] = {
    LIST("one.example", RCPT_LIST_IP4, 0, ""),
    LIST("two.example", RCPT_LIST_IP4 | RCPT_LIST_DOMAIN, 0, "127.0.0.2"),
    LIST("{key}.key.example", RCPT_LIST_IP4, 0, ""),
    /* These are not asked: */
    LIST("names.example", RCPT_LIST_DOMAIN, 0, ""),
    LIST("quiet.example", RCPT_LIST_IP4, RCPT_LIST_NO_TEST_LISTED, ""),
    LIST("odd.example", RCPT_LIST_IP4, 0, "test.example"),
};

static const struct dnsxl_zone plain_zones[] = {
    {&lists[0], "", RCPT_SEVERITY_LOW}, {&lists[1], "", RCPT_SEVERITY_LOW},
    {&lists[2], "", RCPT_SEVERITY_LOW}, {&lists[3], "", RCPT_SEVERITY_LOW},
    {&lists[4], "", RCPT_SEVERITY_LOW}, {&lists[5], "", RCPT_SEVERITY_LOW},
};

static const struct dnsxl_zone keyed_zones[] = {{&lists[2], "s3cr3t", RCPT_SEVERITY_LOW}};

/* A resolver in good health; a row before it takes its place. */
#define HEALTH                                                                                     \
    {".", "NS", "noerror", {"a.root-servers.net."}, .authenticated = true, .edns = true},          \
        {COM, "A", "nxdomain"}, {INV, "A", "nxdomain"}, {ONE, "A", "noerror", {"127.0.0.2"}},      \
        {TWO, "A", "noerror", {"127.0.0.2"}}, {KEYED, "A", "noerror", {"127.0.0.2"}},              \
        {"signed.example", "SOA", "noerror", {"a. b. 1 2 3 4 5"}, .authenticated = true},          \
        {"bogus.example", "SOA", "servfail"},                                                      \
    {                                                                                              \
        NULL                                                                                       \
    }

static const char *const ids[IDS] = {"udp",   "tcp",      "edns",      "truncation", "dnssec",
                                     "bogus", "nxdomain", "rebinding", "public",     "lists"};

static const struct row {
    const char *title;
    const char *address; /* NULL: a recording */
    const char *tcp;     /* status over TCP; NULL: not asked */
    bool names;          /* a signed and a bogus name are given */
    struct world_row answers[16];
    const char *statuses; /* in the order of ids, by their first letters: good, warn, bad, unknown,
                             skipped */
    const char *id, *finding; /* a part of what is found of one trait */
    size_t asked;
} rows[] = {
    {"in good health",
     "192.0.2.53",
     "noerror",
     false,
     {HEALTH},
     "GGGUGSGGGG",
     "dnssec",
     "it has validated the root",
     5},
    {"with names given",
     "192.0.2.53",
     "noerror",
     true,
     {HEALTH},
     "GGGUGGGGGG",
     "dnssec",
     "it has validated signed.example",
     7},
    {"a recording",
     NULL,
     NULL,
     true,
     {HEALTH},
     "SSGUGGGGSG",
     "udp",
     "a recording does not show it",
     7},
    {"silent",
     "192.0.2.53",
     "timeout",
     true,
     {{".", "NS", "timeout"}, HEALTH},
     "BBUUUUUUGU",
     "lists",
     "not known: it does not answer",
     1},
    {"silent and public",
     "8.8.8.8",
     "timeout",
     true,
     {{".", "NS", "timeout"}, HEALTH},
     "BBUUUUUUBU",
     "public",
     "Google",
     1},
    {"a recording without it",
     NULL,
     NULL,
     false,
     {{".", "NS", "timeout"}, HEALTH},
     "SSUUUSUUSU",
     "edns",
     "not known: it answered timeout",
     1},
    {"refuses everybody",
     "192.0.2.53",
     "refused",
     false,
     {{".", "NS", "refused"},
      {COM, "A", "refused"},
      {INV, "A", "refused"},
      {ONE, "A", "refused"},
      {TWO, "A", "refused"},
      HEALTH},
     "BGUUUSUUGU",
     "udp",
     "it answered refused",
     5},
    {"without the root",
     "192.0.2.53",
     "servfail",
     false,
     {{".", "NS", "servfail"}, HEALTH},
     "WGWUUSGGGG",
     "udp",
     "it answered servfail",
     5},
    {"no TCP",
     "192.0.2.53",
     "timeout",
     false,
     {HEALTH},
     "GBGUGSGGGG",
     "tcp",
     "did not answer over TCP",
     5},
    {"TCP cut short",
     "192.0.2.53",
     "malformed",
     false,
     {HEALTH},
     "GBGUGSGGGG",
     "tcp",
     "did not answer over TCP",
     5},
    {"TCP not asked",
     "192.0.2.53",
     NULL,
     false,
     {HEALTH},
     "GUGUGSGGGG",
     "tcp",
     "it was not asked over TCP",
     5},
    {"no EDNS",
     "192.0.2.53",
     "noerror",
     false,
     {{".", "NS", "noerror", {"a."}, .authenticated = true}, HEALTH},
     "GGWUGSGGGG",
     "edns",
     "no OPT record",
     5},
    {"a large answer",
     "192.0.2.53",
     "noerror",
     false,
     {{".", "NS", "noerror", {"a."}, .authenticated = true, .edns = true, .truncated = true},
      HEALTH},
     "GGGGGSGGGG",
     "truncation",
     "came whole, over TCP",
     5},
    {"a large answer that is lost",
     "192.0.2.53",
     "noerror",
     true,
     {{"signed.example", "SOA", "malformed", .truncated = true}, HEALTH},
     "GGGBUGGGGG",
     "truncation",
     "it answered malformed",
     7},
    {"does not validate",
     "192.0.2.53",
     "noerror",
     false,
     {{".", "NS", "noerror", {"a."}, .edns = true}, HEALTH},
     "GGGUWSGGGG",
     "dnssec",
     "no AD flag for the root",
     5},
    {"takes good names for forged",
     "192.0.2.53",
     "noerror",
     true,
     {{"signed.example", "SOA", "servfail"}, HEALTH},
     "GGGUBGGGGG",
     "dnssec",
     "SERVFAIL for signed.example",
     7},
    {"lets forged names pass",
     "192.0.2.53",
     "noerror",
     true,
     {{"bogus.example", "SOA", "noerror", {"a. b. 1 2 3 4 5"}}, HEALTH},
     "GGGUGWGGGG",
     "bogus",
     "an answer for bogus.example",
     7},
    {"calls forged names validated",
     "192.0.2.53",
     "noerror",
     true,
     {{"bogus.example", "SOA", "nodata", .authenticated = true}, HEALTH},
     "GGGUGBGGGG",
     "bogus",
     "has validated bogus.example",
     7},
    {"a forged name that times out",
     "192.0.2.53",
     "noerror",
     true,
     {{"bogus.example", "SOA", "timeout"}, HEALTH},
     "GGGUGUGGGG",
     "bogus",
     "not known",
     7},
    {"rewrites NXDOMAIN",
     "192.0.2.53",
     "noerror",
     false,
     {{COM, "A", "noerror", {"198.51.100.7"}}, HEALTH},
     "GGGUGSBGGG",
     "nxdomain",
     "it answers 198.51.100.7 for " COM,
     5},
    {"rewrites invalid. alone",
     "192.0.2.53",
     "noerror",
     false,
     {{INV, "A", "noerror", {"198.51.100.7"}}, HEALTH},
     "GGGUGSBGGG",
     "nxdomain",
     "198.51.100.7 for " INV,
     5},
    {"NODATA for NXDOMAIN",
     "192.0.2.53",
     "noerror",
     false,
     {{COM, "A", "nodata"}, HEALTH},
     "GGGUGSWGGG",
     "nxdomain",
     "has no address",
     5},
    {"com. cannot be asked",
     "192.0.2.53",
     "noerror",
     false,
     {{COM, "A", "servfail"}, HEALTH},
     "GGGUGSUGGG",
     "nxdomain",
     "not known: it answered servfail",
     5},
    {"drops 127/8",
     "192.0.2.53",
     "noerror",
     false,
     {{ONE, "A", "nodata"}, {TWO, "A", "nxdomain"}, HEALTH},
     "GGGUGSGBGU",
     "rebinding",
     "one.example and 1 more do not list",
     5},
    {"drops one of two",
     "192.0.2.53",
     "noerror",
     false,
     {{TWO, "A", "nxdomain"}, HEALTH},
     "GGGUGSGGGW",
     "lists",
     "1 of 2 lists",
     5},
    {"lists that do not answer",
     "192.0.2.53",
     "noerror",
     false,
     {{ONE, "A", "timeout"}, {TWO, "A", "nxdomain"}, HEALTH},
     "GGGUGSGUGU",
     "rebinding",
     "not known",
     5},
    {"refused by a list",
     "192.0.2.53",
     "noerror",
     false,
     {{TWO, "A", "noerror", {"127.255.255.254"}}, HEALTH},
     "GGGUGSGGGB",
     "lists",
     "two.example answers 127.255.255.254: a public",
     5},
    {"an error code beside a listing",
     "192.0.2.53",
     "noerror",
     false,
     {{TWO, "A", "noerror", {"127.0.0.2", "127.255.255.254"}}, HEALTH},
     "GGGUGSGGGB",
     "lists",
     "two.example answers 127.255.255.254",
     5},
    {"lists rewritten",
     "192.0.2.53",
     "noerror",
     false,
     {{ONE, "A", "noerror", {"198.51.100.7"}}, HEALTH},
     "GGGUGSGGGB",
     "lists",
     "one.example answers 198.51.100.7, which is outside",
     5},
    {"public, and refused",
     "1.1.1.1",
     "noerror",
     false,
     {{TWO, "A", "noerror", {"127.255.255.254"}}, HEALTH},
     "GGGUGSGGBB",
     "public",
     "Cloudflare",
     5},
    {"public, and served",
     "8.8.8.8",
     "noerror",
     false,
     {HEALTH},
     "GGGUGSGGWG",
     "public",
     "serves the public",
     5},
    {"public, and lists are silent",
     "8.8.8.8",
     "noerror",
     false,
     {{ONE, "A", "nxdomain"}, {TWO, "A", "nxdomain"}, HEALTH},
     "GGGUGSGBBU",
     "public",
     "serves the public",
     5},
    {"on this host",
     "127.0.0.1",
     "noerror",
     false,
     {HEALTH},
     "GGGUGSGGGG",
     "public",
     "its address is not public",
     5},
    {"anywhere",
     "185.0.0.53",
     "noerror",
     false,
     {HEALTH},
     "GGGUGSGGGG",
     "public",
     "no known public resolver",
     5},
};

/* Runs the check; *asked counts questions. */
static const struct rcpt_trait *run(struct world *world, const struct resolver_subject *subject)
{
    const struct rcpt_trait *traits = NULL;
    for (;;) {
        struct arena_mark mark = arena_mark(&world->arena);
        if (resolver_check(&world->arena, world->dns, subject, &traits) == CHECK_DONE)
            return traits;
        ck_assert_ptr_null(traits);
        arena_reset(&world->arena, mark);
        ck_assert_msg(world_deliver(world), "the check waits for nothing");
    }
}

static const struct rcpt_trait *find(const struct rcpt_trait *traits, const char *id)
{
    while (traits != NULL && strcmp(traits->id, id) != 0)
        traits = traits->next;
    ck_assert_msg(traits != NULL, "no trait %s", id);
    return traits;
}

static void check_row(const struct row *row, enum world_order order)
{
    static const struct dns_answer no_answer = {.name = "."};
    struct dns_answer over_tcp = no_answer;
    struct world world;
    over_tcp.reason = "192.0.2.53:53 did not answer over TCP";
    if (row->tcp != NULL)
        ck_assert(dns_status_parse(row->tcp, &over_tcp.status));
    struct resolver_subject subject = {.address = row->address,
                                       .over_tcp = row->tcp != NULL ? &over_tcp : NULL,
                                       .nonce = NONCE,
                                       .signed_name = row->names ? "signed.example" : NULL,
                                       .bogus_name = row->names ? "bogus.example" : NULL,
                                       .zones = plain_zones,
                                       .n_zones = COUNT(plain_zones)};
    world_init(&world, row->answers, "a@b.example");
    world.order = order;
    const struct rcpt_trait *traits = run(&world, &subject), *trait = traits;
    bool fit = true;
    for (int i = 0; i < IDS; i++, trait = trait->next) {
        ck_assert_ptr_nonnull(trait);
        ck_assert_str_eq(trait->id, ids[i]);
        char letter = (char)toupper(rcpt_trait_status_name(trait->status)[0]);
        ck_assert_msg(letter == row->statuses[i], "%s: %s is %s: %s", row->title, ids[i],
                      rcpt_trait_status_name(trait->status), trait->finding);
        ck_assert_str_ne(trait->finding, "");
        if (trait->status == RCPT_TRAIT_BAD || trait->status == RCPT_TRAIT_WARN)
            ck_assert_str_ne(trait->meaning, "");
        if (trait->status == RCPT_TRAIT_BAD || trait->status == RCPT_TRAIT_SKIPPED)
            ck_assert_str_ne(trait->remedy, "");
        fit &= trait->status != RCPT_TRAIT_BAD;
    }
    ck_assert_ptr_null(trait);
    ck_assert_int_eq(resolver_is_fit(traits), fit);
    const char *finding = find(traits, row->id)->finding;
    ck_assert_msg(strstr(finding, row->finding) != NULL, "%s: %s", row->title, finding);
    ck_assert_msg(world.n_asked == row->asked, "%s: %zu questions", row->title, world.n_asked);
    world_clear(&world);
}

START_TEST(traits_of)
{
    check_row(&rows[_i], WORLD_ALL);
    check_row(&rows[_i], WORLD_FIRST);
    check_row(&rows[_i], WORLD_LAST);
}
END_TEST

/* A list with a key is asked with it and shown without. */
START_TEST(key_is_not_shown)
{
    static const struct world_row answers[2][12] = {
        {{KEYED, "A", "noerror", {"127.255.255.254"}}, HEALTH},
        {{KEYED, "A", "nxdomain"}, HEALTH},
    };
    struct world world;
    struct resolver_subject subject = {.address = "192.0.2.53",
                                       .nonce = NONCE,
                                       .zones = keyed_zones,
                                       .n_zones = COUNT(keyed_zones)};
    world_init(&world, answers[_i], "a@b.example");
    const struct rcpt_trait *traits = run(&world, &subject);
    const char *id = _i == 0 ? "lists" : "rebinding";
    ck_assert_int_eq(find(traits, id)->status, RCPT_TRAIT_BAD);
    ck_assert_ptr_nonnull(strstr(find(traits, id)->finding, "{key}.key.example"));
    for (const struct rcpt_trait *trait = traits; trait != NULL; trait = trait->next) {
        ck_assert_ptr_null(strstr(trait->finding, "s3cr3t"));
        ck_assert_ptr_null(strstr(trait->meaning, "s3cr3t"));
        ck_assert_ptr_null(strstr(trait->remedy, "s3cr3t"));
    }
    world_clear(&world);
}
END_TEST

START_TEST(no_lists)
{
    static const struct world_row answers[] = {HEALTH};
    struct world world;
    struct resolver_subject subject = {.address = "192.0.2.53",
                                       .nonce = NONCE,
                                       .zones = _i == 0 ? NULL : plain_zones + 3,
                                       .n_zones = _i == 0 ? 0 : 3};
    world_init(&world, answers, "a@b.example");
    const struct rcpt_trait *traits = run(&world, &subject);
    ck_assert_int_eq(find(traits, "rebinding")->status, RCPT_TRAIT_SKIPPED);
    ck_assert_int_eq(find(traits, "lists")->status, RCPT_TRAIT_SKIPPED);
    ck_assert(resolver_is_fit(traits));
    world_clear(&world);
}
END_TEST

/* What is told outlives the answers. */
START_TEST(texts_are_copied)
{
    static const struct world_row answers[] = {{COM, "A", "noerror", {"198.51.100.7"}},
                                               {TWO, "A", "noerror", {"127.255.255.254"}},
                                               HEALTH};
    struct world world;
    struct resolver_subject subject = {.address = "192.0.2.53",
                                       .nonce = NONCE,
                                       .zones = plain_zones,
                                       .n_zones = COUNT(plain_zones)};
    world_init(&world, answers, "a@b.example");
    const struct rcpt_trait *traits = run(&world, &subject);
    dns_view_close(world.dns);
    dns_memo_destroy(world.memo);
    size_t length = 0;
    for (; traits != NULL; traits = traits->next)
        length += strlen(traits->finding) + strlen(traits->meaning) + strlen(traits->remedy);
    ck_assert_uint_gt(length, 0);
    arena_clear(&world.arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/resolver");
    TCase *tcase = tcase_create("resolver");
    tcase_add_loop_test(tcase, traits_of, 0, COUNT(rows));
    tcase_add_loop_test(tcase, key_is_not_shown, 0, 2);
    tcase_add_loop_test(tcase, no_lists, 0, 2);
    tcase_add_test(tcase, texts_are_copied);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
