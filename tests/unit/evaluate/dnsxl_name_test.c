/*
 * dnsxl_name_test.c - which list takes which subject, and the names that are asked
 */
#include "evaluate/dnsxl_name.h"

#include "lists.h"
#include "unit.h"

#define ANY (RCPT_LIST_IP4 | RCPT_LIST_IP6 | RCPT_LIST_DOMAIN | RCPT_LIST_EMAIL)

/* `name` NULL: the list does not take the subject. */
static const struct {
    const char *zone;
    unsigned kinds;
    const char *hash, *key, *subject, *name;
} names[] = {
    {"bl.example", RCPT_LIST_IP4, "", "", "192.0.2.1", "1.2.0.192.bl.example"},
    {"bl.example", RCPT_LIST_IP4, "", "", "::ffff:192.0.2.1", "1.2.0.192.bl.example"},
    {"bl.example", RCPT_LIST_IP6, "", "", "2001:db8::a1",
     "1.a.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.bl.example"},
    {"bl.example", RCPT_LIST_DOMAIN, "", "", "Example.com", "example.com.bl.example"},
    {"bl.example", RCPT_LIST_DOMAIN | RCPT_LIST_IP4, "", "", "example.com",
     "example.com.bl.example"},
    {"bl.example", RCPT_LIST_EMAIL, "md5", "", "Alice@example.com",
     "c160f8cc69a4f0bf2b0362752353d060.bl.example"},
    {"{key}.bl.example", RCPT_LIST_IP4, "", "s3cret", "192.0.2.1", "1.2.0.192.s3cret.bl.example"},
    {"{key}.bl.example", RCPT_LIST_IP4, "", "", "192.0.2.1", "1.2.0.192.{key}.bl.example"},
    {"_email.{key}.bl.{key}", RCPT_LIST_DOMAIN, "", "k", "example.com",
     "example.com._email.k.bl.k"},
    {"bl.example", RCPT_LIST_DOMAIN, "", "s3cret", "example.com", "example.com.bl.example"},
    /* What a list does not take is never asked of it. */
    {"bl.example", ANY & ~(unsigned)RCPT_LIST_IP4, "", "", "192.0.2.1", NULL},
    {"bl.example", ANY & ~(unsigned)RCPT_LIST_IP6, "", "", "2001:db8::1", NULL},
    {"bl.example", ANY & ~(unsigned)RCPT_LIST_DOMAIN, "", "", "example.com", NULL},
    {"bl.example", ANY & ~(unsigned)RCPT_LIST_EMAIL, "md5", "", "a@example.com", NULL},
    {"bl.example", RCPT_LIST_EMAIL, "crc32", "", "a@example.com", NULL},
};

START_TEST(name_is)
{
    struct arena arena;
    arena_init(&arena);
    struct rcpt_list list = {LIST(names[_i].zone, names[_i].kinds)};
    list.hash = names[_i].hash;
    struct dnsxl_zone zone = {.list = &list, .key = names[_i].key};
    struct dnsxl_subject subject = lists_subject(&arena, names[_i].subject);
    const char *name = dnsxl_question(&arena, &zone, &subject);
    if (names[_i].name == NULL)
        ck_assert_ptr_null(name);
    else
        ck_assert_str_eq(name, names[_i].name);
    arena_clear(&arena);
}
END_TEST

static const struct {
    enum rcpt_list_state state;
    bool applies;
} states[] = {
    {RCPT_LIST_ACTIVE, true}, {RCPT_LIST_KEYED, true},   {RCPT_LIST_REGISTRATION, true},
    {RCPT_LIST_UNSURE, true}, {RCPT_LIST_CLOSED, false},
};

START_TEST(state_applies)
{
    struct arena arena;
    arena_init(&arena);
    struct rcpt_list list = {LIST("bl.example", RCPT_LIST_IP4)};
    list.state = states[_i].state;
    struct dnsxl_zone zone = {.list = &list, .key = ""};
    struct dnsxl_subject subject = lists_subject(&arena, "192.0.2.1");
    ck_assert(dnsxl_applies(&zone, &subject) == states[_i].applies);
    ck_assert((dnsxl_question(&arena, &zone, &subject) != NULL) == states[_i].applies);
    arena_clear(&arena);
}
END_TEST

/* Test entries as a table names them. */
START_TEST(entries_are_named)
{
    struct arena arena;
    arena_init(&arena);
    struct rcpt_list list = {LIST("bl.example", RCPT_LIST_EMAIL)};
    list.hash = "md5";
    ck_assert_str_eq(dnsxl_labels(&arena, &list, "127.0.0.2"), "2.0.0.127");
    ck_assert_str_eq(dnsxl_labels(&arena, &list, "::FFFF:7F00:2"),
                     "2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0");
    ck_assert_str_eq(dnsxl_labels(&arena, &list, "dbltest.com"), "dbltest.com");
    ck_assert_str_eq(dnsxl_labels(&arena, &list, "alice@example.com"),
                     "c160f8cc69a4f0bf2b0362752353d060");
    arena_clear(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/dnsxl_name");
    TCase *tcase = tcase_create("name");
    tcase_add_loop_test(tcase, name_is, 0, sizeof names / sizeof *names);
    tcase_add_loop_test(tcase, state_applies, 0, sizeof states / sizeof *states);
    tcase_add_test(tcase, entries_are_named);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
