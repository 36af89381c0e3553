/*
 * dnsxl_subject_test.c - what is taken as a subject of lists, and what is not
 */
#include <string.h>

#include "evaluate/dnsxl.h"
#include "unit.h"

static const struct {
    const char *text;
    enum dnsxl_subject_kind kind;
    unsigned char family;
    const char *shown;
} taken[] = {
    {"192.0.2.1", DNSXL_IP, 4, "192.0.2.1"},
    {"127.0.0.2", DNSXL_IP, 4, "127.0.0.2"},
    {"2001:DB8:0::1", DNSXL_IP, 6, "2001:db8::1"},
    {"::ffff:192.0.2.1", DNSXL_IP, 4, "192.0.2.1"},
    {"example.com", DNSXL_DOMAIN, 0, "example.com"},
    {"Mail.EXAMPLE.com", DNSXL_DOMAIN, 0, "mail.example.com"},
    {"b\xC3\xBC"
     "cher.example",
     DNSXL_DOMAIN, 0, "xn--bcher-kva.example"},
    {"4.example", DNSXL_DOMAIN, 0, "4.example"},
    {"Alice@Example.com", DNSXL_EMAIL, 0, "Alice@example.com"},
};

START_TEST(text_is_taken)
{
    struct arena arena;
    struct dnsxl_subject subject;
    const char *reason = "";
    arena_init(&arena);
    ck_assert_msg(dnsxl_subject_parse(&arena, taken[_i].text, &subject, &reason), "%s: %s",
                  taken[_i].text, reason);
    ck_assert_int_eq(subject.kind, taken[_i].kind);
    ck_assert_int_eq(subject.ip.family, taken[_i].family);
    ck_assert_str_eq(subject.text, taken[_i].shown);
    arena_clear(&arena);
}
END_TEST

/* None of them may be taken for a domain and be asked of domain lists. */
static const char *const refused[] = {
    "",       "192.0.2.256",       "192.0.2.0/24", "192.0.2",     "192.0.2.1.",
    "10",     "2001:db8:::",       "fe80::1%eth0", "[192.0.2.1]", "alice@[192.0.2.1]",
    "alice@", "two words.example", "a..example",   "-",
};

START_TEST(text_is_refused)
{
    struct arena arena;
    struct dnsxl_subject subject;
    const char *reason = NULL;
    arena_init(&arena);
    ck_assert_msg(!dnsxl_subject_parse(&arena, refused[_i], &subject, &reason), "%s is taken as %s",
                  refused[_i], subject.text);
    ck_assert_ptr_nonnull(reason);
    ck_assert_str_ne(reason, "");
    arena_clear(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/dnsxl_subject");
    TCase *tcase = tcase_create("subject");
    tcase_add_loop_test(tcase, text_is_taken, 0, sizeof taken / sizeof *taken);
    tcase_add_loop_test(tcase, text_is_refused, 0, sizeof refused / sizeof *refused);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
