/*
 * sender_test.c - the sending side as a whole: its parts, its lists, what was not given
 */
#include "evaluate/sender.h"

#include "lists.h"
#include "rerun.h"
#include "unit.h"

#define IP "192.31.196.1"

/* clang-format off */
static const struct world_row rows[] = {
    {"1.196.31.192.in-addr.arpa", "PTR", "noerror", {"mx.bad.lab."}},
    {"mx.bad.lab", "A", "noerror", {IP}}, {"mx.bad.lab", "AAAA", "nodata"},
    {"bad.lab", "MX", "noerror", {"10 mx.bad.lab."}},
    {"good.lab", "MX", "noerror", {"10 mx.bad.lab."}},
    {"good.lab", "A", "noerror", {IP}}, {"good.lab", "AAAA", "nodata"},

    {"2.0.0.127.high.lists", "A", "noerror", {"127.0.0.2"}},
    {"1.196.31.192.high.lists", "A", "noerror", {"127.0.0.2"}},
    {"2.0.0.127.low.lists", "A", "noerror", {"127.0.0.2"}},
    {"1.196.31.192.low.lists", "A", "noerror", {"127.0.0.2"}},
    {"2.0.0.127.clean.lists", "A", "noerror", {"127.0.0.2"}},
    {"test.names.lists", "A", "noerror", {"127.0.0.2"}},
    {"bad.lab.names.lists", "A", "noerror", {"127.0.0.2"}},
    {"mx.bad.lab.names.lists", "A", "noerror", {"127.0.0.2"}},
    {0}
};
/* clang-format on */

enum { LOW, NAMES, CLEAN, HIGH, N_LISTS };

static const struct rcpt_list lists[N_LISTS] = {
    [LOW] = {LIST("low.lists", RCPT_LIST_IP4)},
    [NAMES] = {LIST("names.lists", RCPT_LIST_DOMAIN)},
    [CLEAN] = {LIST("clean.lists", RCPT_LIST_IP4)},
    [HIGH] = {LIST("high.lists", RCPT_LIST_IP4)},
};

static const struct dnsxl_zone zones[N_LISTS] = {
    {&lists[LOW], "", RCPT_SEVERITY_LOW},
    {&lists[NAMES], "", RCPT_SEVERITY_MEDIUM},
    {&lists[CLEAN], "", RCPT_SEVERITY_HIGH},
    {&lists[HIGH], "", RCPT_SEVERITY_HIGH},
};

struct given {
    const char *ip, *helo, *mail_from;
    bool no_lists;
    size_t n_zones;
};

static const struct rcpt_sender *run(struct world *world, struct ip *ip, const struct given *given)
{
    const struct rcpt_sender *sender;
    struct sender_identity identity = {.ip = given->ip != NULL ? ip : NULL,
                                       .helo = given->helo,
                                       .mail_from = given->mail_from,
                                       .zones = zones,
                                       .n_zones = given->n_zones,
                                       .no_lists = given->no_lists,
                                       .nonce = NONCE};
    ck_assert(given->ip == NULL || ip_parse(ip, given->ip));
    RERUN(world, sender_check(&world->arena, world->dns, &identity, &sender));
    return sender;
}

/* "zone subject status", joined by "; ". */
static const char *listings_text(struct arena *arena, const struct rcpt_listing *listing)
{
    const char *text = "";
    for (; listing != NULL; listing = listing->next)
        text = arena_printf(arena, "%s%s%s %s %s", text, *text != '\0' ? "; " : "", listing->zone,
                            listing->subject, rcpt_listing_status_name(listing->status));
    return text;
}

static const char *options_text(struct arena *arena, const struct rcpt_not_given *not_given)
{
    const char *text = "";
    for (; not_given != NULL; not_given = not_given->next) {
        ck_assert_str_ne(not_given->what, "");
        text = arena_printf(arena, "%s%s%s", text, *text != '\0' ? " " : "", not_given->option);
    }
    return text;
}

/* ---- lists ---- */

/* clang-format off */
static const struct {
    struct given given;
    const char *listings;
} listed[] = {
    {{IP, "mx.bad.lab", "alice@bad.lab", false, N_LISTS},
     "high.lists " IP " listed; names.lists mx.bad.lab listed; names.lists bad.lab listed; "
     "low.lists " IP " listed; clean.lists " IP " not_listed"},
    {{NULL, "mx.bad.lab", "alice@mx.bad.lab", false, N_LISTS}, "names.lists mx.bad.lab listed"},
    {{NULL, "MX.bad.lab.", "alice@bad.lab", false, N_LISTS}, "names.lists mx.bad.lab listed; names.lists bad.lab listed"},
    {{NULL, "good.lab", NULL, false, N_LISTS}, "names.lists good.lab not_listed"},
    {{NULL, NULL, "bad.lab", false, N_LISTS}, "names.lists bad.lab listed"},
    {{NULL, "good.lab", "alice@bad.lab", false, N_LISTS}, "names.lists bad.lab listed; names.lists good.lab not_listed"},
    {{NULL, "[" IP "]", "", false, N_LISTS}, ""},
    {{NULL, IP, "alice@[" IP "]", false, N_LISTS}, ""},
    {{NULL, "mail", "alice@mail", false, N_LISTS}, ""},
    {{NULL, "-", "alice@", false, N_LISTS}, ""},
    {{IP, "mx.bad.lab", "alice@bad.lab", true, N_LISTS}, ""},
    {{IP, "mx.bad.lab", "alice@bad.lab", false, 0}, ""},
    {{IP, NULL, NULL, false, 1}, "low.lists " IP " listed"},
    {{"::ffff:" IP, NULL, NULL, false, 1}, "low.lists " IP " listed"},
};
/* clang-format on */

START_TEST(lists_are_asked)
{
    for (int order = WORLD_ALL; order <= WORLD_LAST; order++) {
        struct world world;
        struct ip ip;
        world_init(&world, rows, "example.com");
        world.order = (enum world_order)order;
        const struct rcpt_sender *sender = run(&world, &ip, &listed[_i].given);
        ck_assert_str_eq(listings_text(&world.arena, sender->listings), listed[_i].listings);
        ck_assert_int_eq(sender->asked_lists, *listed[_i].listings != '\0');
        world_clear(&world);
    }
}
END_TEST

START_TEST(lists_that_do_not_apply_were_asked_all_the_same)
{
    struct world world;
    struct ip ip;
    world_init(&world, rows, "example.com");
    const struct rcpt_sender *sender =
        run(&world, &ip, &(struct given){.helo = "good.lab", .n_zones = 1});
    ck_assert(sender->asked_lists);
    ck_assert_ptr_null(sender->listings);
    world_clear(&world);
}
END_TEST

/* ---- the parts ---- */

START_TEST(parts_are_those_that_were_given)
{
    struct world world;
    struct ip ip;
    world_init(&world, rows, "example.com");
    const struct rcpt_sender *sender = run(&world, &ip, &(struct given){.ip = IP});
    ck_assert_str_eq(sender->ip, IP);
    ck_assert_int_eq(sender->rdns->status, RCPT_RDNS_CONFIRMED);
    ck_assert_ptr_null(sender->helo);
    ck_assert_ptr_null(sender->mail_from);
    sender = run(&world, &ip, &(struct given){.helo = "mx.bad.lab"});
    ck_assert_ptr_null(sender->ip);
    ck_assert_ptr_null(sender->rdns);
    ck_assert_int_eq(sender->helo->status, RCPT_HELO_OK);
    ck_assert(!sender->helo->matches_ptr);
    sender = run(&world, &ip, &(struct given){.mail_from = "alice@bad.lab"});
    ck_assert_ptr_null(sender->helo);
    ck_assert_int_eq(sender->mail_from->status, RCPT_MAIL_FROM_OK);
    world_clear(&world);
}
END_TEST

START_TEST(helo_is_compared_with_address_and_ptr)
{
    for (int order = WORLD_ALL; order <= WORLD_LAST; order++) {
        struct world world;
        struct ip ip;
        world_init(&world, rows, "example.com");
        world.order = (enum world_order)order;
        ck_assert(
            run(&world, &ip, &(struct given){.ip = IP, .helo = "mx.bad.lab"})->helo->matches_ptr);
        const struct rcpt_sender *other =
            run(&world, &ip, &(struct given){.ip = "192.31.196.2", .helo = "mx.bad.lab"});
        ck_assert_int_eq(other->helo->status, RCPT_HELO_MISMATCH);
        ck_assert(!other->helo->matches_ptr);
        world_clear(&world);
    }
}
END_TEST

START_TEST(nothing_given_is_no_sender)
{
    struct world world;
    struct ip ip;
    world_init(&world, rows, "example.com");
    ck_assert_ptr_null(run(&world, &ip, &(struct given){.n_zones = N_LISTS}));
    ck_assert_uint_eq(world.n_asked, 0);
    world_clear(&world);
}
END_TEST

START_TEST(all_is_asked_for_at_once)
{
    struct world world;
    struct ip ip;
    world_init(&world, rows, "example.com");
    run(&world, &ip,
        &(struct given){
            .ip = IP, .helo = "mx.bad.lab", .mail_from = "alice@bad.lab", .n_zones = N_LISTS});
    ck_assert_uint_eq(world.rounds, 2);
    world_clear(&world);
}
END_TEST

/* ---- the address ---- */

static const struct {
    const char *ip, *problem;
} addresses[] = {
    {IP, ""},
    {"2620:4f:8000::1", ""},
    {"10.0.0.1", "sender-ip-private"},
    {"11.0.0.0", ""},
    {"9.255.255.255", ""},
    {"100.64.0.1", "sender-ip-private"},
    {"fd00::1", "sender-ip-private"},
    {"169.254.1.1", "sender-ip-private"},
    {"127.0.0.2", "sender-ip-loopback"},
    {"::1", "sender-ip-loopback"},
    {"192.0.2.1", "sender-ip-documentation"},
    {"2001:db8::1", "sender-ip-documentation"},
    {"0.0.0.0", "sender-ip-reserved"},
    {"224.0.0.1", "sender-ip-reserved"},
    {"240.0.0.1", "sender-ip-reserved"},
    {"::ffff:10.0.0.1", "sender-ip-private"},
};

START_TEST(ranges_of_the_address)
{
    struct world world;
    struct ip ip;
    world_init(&world, rows, "example.com");
    const struct rcpt_sender *sender = run(&world, &ip, &(struct given){.ip = addresses[_i].ip});
    ck_assert_str_eq(rerun_problems(&world.arena, sender->problems), addresses[_i].problem);
    world_clear(&world);
}
END_TEST

START_TEST(a_range_is_named_with_its_standard)
{
    struct world world;
    struct ip ip;
    world_init(&world, rows, "example.com");
    const struct rcpt_problem *problem =
        run(&world, &ip, &(struct given){.ip = "::ffff:10.1.2.3"})->problems;
    ck_assert_str_eq(problem->subject, "10.1.2.3");
    ck_assert_ptr_nonnull(strstr(problem->text, "10.0.0.0/8, private use (RFC 1918)"));
    world_clear(&world);
}
END_TEST

/* ---- what was not given ---- */

static const struct {
    struct given given;
    const char *options;
} not_given[] = {
    {{IP, "good.lab", "alice@good.lab", false, N_LISTS}, ""},
    {{IP, "good.lab", "", false, N_LISTS}, ""},
    {{NULL, "good.lab", "alice@good.lab", false, N_LISTS}, "--ip"},
    {{IP, NULL, NULL, false, N_LISTS}, "--helo --mail-from"},
    {{NULL, NULL, "<>", true, N_LISTS}, "--ip --helo --no-dnsbl"},
    {{IP, "good.lab", "alice@good.lab", true, N_LISTS}, "--no-dnsbl"},
};

START_TEST(what_was_not_given_is_told)
{
    struct world world;
    struct ip ip;
    world_init(&world, rows, "example.com");
    const struct rcpt_sender *sender = run(&world, &ip, &not_given[_i].given);
    ck_assert_str_eq(options_text(&world.arena, sender->not_given), not_given[_i].options);
    for (const struct rcpt_not_given *item = sender->not_given;
         not_given[_i].given.no_lists && item->next != NULL; item = item->next)
        ck_assert_ptr_null(strstr(item->what, "list"));
    world_clear(&world);
}
END_TEST

START_TEST(a_deadline_ends_all_of_it)
{
    struct world world;
    const struct rcpt_sender *sender;
    struct ip ip;
    ck_assert(ip_parse(&ip, IP));
    struct sender_identity identity = {.ip = &ip,
                                       .helo = "mx.bad.lab",
                                       .mail_from = "alice@bad.lab",
                                       .zones = zones,
                                       .n_zones = 1,
                                       .nonce = NONCE};
    world_init(&world, rows, "example.com");
    ck_assert_int_eq(sender_check(&world.arena, world.dns, &identity, &sender), CHECK_WAIT);
    ck_assert_ptr_null(sender);
    dns_view_expire(world.dns, "no answer within the deadline of 1 ms");
    ck_assert_int_eq(sender_check(&world.arena, world.dns, &identity, &sender), CHECK_DONE);
    ck_assert_int_eq(sender->rdns->status, RCPT_RDNS_TEMPERROR);
    ck_assert_int_eq(sender->helo->status, RCPT_HELO_TEMPERROR);
    ck_assert_int_eq(sender->mail_from->status, RCPT_MAIL_FROM_TEMPERROR);
    ck_assert_int_eq(sender->listings->status, RCPT_LISTING_TIMEOUT);
    world_clear(&world);
}
END_TEST

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

int main(void)
{
    Suite *suite = suite_create("evaluate/sender");
    TCase *tcase = tcase_create("sender");
    tcase_add_loop_test(tcase, lists_are_asked, 0, ROWS(listed));
    tcase_add_test(tcase, lists_that_do_not_apply_were_asked_all_the_same);
    tcase_add_test(tcase, parts_are_those_that_were_given);
    tcase_add_test(tcase, helo_is_compared_with_address_and_ptr);
    tcase_add_test(tcase, nothing_given_is_no_sender);
    tcase_add_test(tcase, all_is_asked_for_at_once);
    tcase_add_loop_test(tcase, ranges_of_the_address, 0, ROWS(addresses));
    tcase_add_test(tcase, a_range_is_named_with_its_standard);
    tcase_add_loop_test(tcase, what_was_not_given_is_told, 0, ROWS(not_given));
    tcase_add_test(tcase, a_deadline_ends_all_of_it);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
