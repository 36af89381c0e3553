/*
 * list_set_test.c - which lists are asked: the catalogue, the configuration, the command line
 */
#include "session/list_set.h"

#include <stdio.h>
#include <string.h>

#include "unit.h"

static struct config config;
static struct list_set set;

static void setup(void)
{
    config_init(&config);
    list_set_init(&set);
}

static void teardown(void)
{
    list_set_clear(&set);
    config_clear(&config);
}

static struct config_list *say(const char *zone)
{
    struct config_list *list = arena_alloc(&config.arena, sizeof *list);
    list->zone = zone;
    list->key = "";
    list->next = config.lists;
    config.lists = list;
    return list;
}

static const struct dnsxl_zone *find(const char *zone)
{
    for (size_t i = 0; i < set.n_zones; i++) {
        if (strcmp(set.zones[i].list->zone, zone) == 0)
            return &set.zones[i];
    }
    return NULL;
}

START_TEST(by_default_the_active_ones)
{
    list_set_close(&set, &config, false);
    ck_assert_uint_gt(set.n_zones, 10);
    ck_assert_uint_eq(set.n_secrets, 0);
    for (size_t i = 0; i < set.n_zones; i++)
        ck_assert_int_eq(set.zones[i].list->state, RCPT_LIST_ACTIVE);
    ck_assert_ptr_nonnull(find("zen.spamhaus.org"));
    ck_assert_ptr_null(find("sbl.spamhaus.org"));
    ck_assert_ptr_null(find("dnsbl.sorbs.net"));
}
END_TEST

START_TEST(none_at_all)
{
    set.none = true;
    list_set_close(&set, &config, false);
    ck_assert_uint_eq(set.n_zones, 0);
}
END_TEST

START_TEST(only_those_named)
{
    ck_assert_ptr_null(list_set_add(&set, "SBL.spamhaus.org."));
    ck_assert_ptr_null(list_set_add(&set, "bl.example.org"));
    ck_assert_ptr_null(list_set_add(&set, "bl.example.org"));
    list_set_close(&set, &config, false);
    ck_assert_uint_eq(set.n_zones, 2);
    ck_assert_ptr_nonnull(find("sbl.spamhaus.org"));
    const struct dnsxl_zone *unknown = find("bl.example.org");
    ck_assert_ptr_nonnull(unknown);
    ck_assert_int_eq(unknown->severity, RCPT_SEVERITY_LOW);
}
END_TEST

START_TEST(what_cannot_be_named)
{
    ck_assert_ptr_nonnull(list_set_add(&set, "a..b"));
    ck_assert_ptr_nonnull(list_set_add(&set, "."));
    const char *closed = list_set_add(&set, "dnsbl.sorbs.net");
    ck_assert_ptr_nonnull(closed);
    ck_assert_ptr_nonnull(strstr(closed, "2024"));
}
END_TEST

START_TEST(the_configuration_switches_off_and_on)
{
    say("zen.spamhaus.org")->enabled = CONFIG_NO;
    struct config_list *cop = say("bl.spamcop.net");
    cop->has_severity = true;
    cop->severity = RCPT_SEVERITY_HIGH;
    cop->rate = 3;
    list_set_close(&set, &config, false);
    ck_assert_ptr_null(find("zen.spamhaus.org"));
    ck_assert_ptr_nonnull(find("sbl.spamhaus.org"));
    const struct dnsxl_zone *zone = find("bl.spamcop.net");
    ck_assert_int_eq(zone->severity, RCPT_SEVERITY_HIGH);
    ck_assert_uint_eq(set.limits[zone - set.zones].per_second, 3);
    ck_assert_str_eq(set.limits[zone - set.zones].zone, "bl.spamcop.net");
}
END_TEST

START_TEST(a_keyed_list_takes_the_public_ones_place)
{
    say("{key}.zen.dq.spamhaus.net")->key = "S3cret";
    list_set_close(&set, &config, false);
    const struct dnsxl_zone *zone = find("{key}.zen.dq.spamhaus.net");
    ck_assert_ptr_nonnull(zone);
    ck_assert_str_eq(zone->key, "S3cret");
    ck_assert_str_eq(set.limits[zone - set.zones].zone, "s3cret.zen.dq.spamhaus.net");
    ck_assert_ptr_null(find("zen.spamhaus.org"));
    ck_assert_ptr_null(find("sbl.spamhaus.org"));
    ck_assert_uint_eq(set.n_secrets, 1);
    ck_assert_str_eq(set.secrets[0], "S3cret");
}
END_TEST

START_TEST(a_key_written_into_the_zone)
{
    ck_assert_ptr_null(list_set_add(&set, "S3cret.zen.dq.spamhaus.net"));
    list_set_close(&set, &config, false);
    const struct dnsxl_zone *zone = find("{key}.zen.dq.spamhaus.net");
    ck_assert_ptr_nonnull(zone);
    ck_assert_str_eq(zone->key, "s3cret");
    ck_assert_uint_eq(set.n_zones, 1);
    ck_assert_str_eq(set.secrets[0], "s3cret");
    ck_assert_str_eq(set.limits[0].zone, "s3cret.zen.dq.spamhaus.net");
}
END_TEST

START_TEST(a_replay_has_no_keys)
{
    say("{key}.zen.dq.spamhaus.net")->key = "s3cret";
    list_set_close(&set, &config, true);
    ck_assert_str_eq(find("{key}.zen.dq.spamhaus.net")->key, "{key}");
}
END_TEST

START_TEST(a_list_of_ones_own_is_asked)
{
    struct rcpt_list own = *rcpt_list_find("bl.spamcop.net");
    own.zone = "bl.example.org";
    say("bl.example.org")->own = &own;
    list_set_close(&set, &config, false);
    ck_assert_ptr_eq(find("bl.example.org")->list, &own);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("session/list_set");
    TCase *tcase = tcase_create("list_set");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, by_default_the_active_ones);
    tcase_add_test(tcase, none_at_all);
    tcase_add_test(tcase, only_those_named);
    tcase_add_test(tcase, what_cannot_be_named);
    tcase_add_test(tcase, the_configuration_switches_off_and_on);
    tcase_add_test(tcase, a_keyed_list_takes_the_public_ones_place);
    tcase_add_test(tcase, a_key_written_into_the_zone);
    tcase_add_test(tcase, a_replay_has_no_keys);
    tcase_add_test(tcase, a_list_of_ones_own_is_asked);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
