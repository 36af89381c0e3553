/*
 * domain_test.c - src/address/domain.c: what is taken, what is refused, and where
 */
#include "address/domain.h"

#include <string.h>

#include "unit.h"

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

/* Labels of 63, 61 and 64 octets, and what they add up to. */
#define L10  "abcdefghij"
#define L60  L10 L10 L10 L10 L10 L10
#define L63  L60 "abc"
#define L253 L63 "." L63 "." L63 "." L60 "a"

static struct arena arena;

static void setup(void)
{
    arena_init(&arena);
}

static void teardown(void)
{
    arena_clear(&arena);
}

static const struct {
    const char *text, *ascii, *unicode;
    size_t labels;
    bool underscore;
} taken[] = {
    {"example.com", "example.com", NULL, 2, false},
    {"Example.COM", "example.com", NULL, 2, false},
    {"com", "com", NULL, 1, false},
    {"a", "a", NULL, 1, false},
    {"3com.com", "3com.com", NULL, 2, false},
    {"1.2.3", "1.2.3", NULL, 3, false},
    {"1.2.3.4.5", "1.2.3.4.5", NULL, 5, false},
    {"256.1.1.1", "256.1.1.1", NULL, 4, false},
    {"a-b.c--d.e", "a-b.c--d.e", NULL, 3, false},
    {"_dmarc.a_b.c", "_dmarc.a_b.c", NULL, 3, true},
    {L63 ".com", L63 ".com", NULL, 2, false},
    {L253, L253, NULL, 4, false},
    {"b\u00FCcher.example", "xn--bcher-kva.example", "b\u00FCcher.example", 2, false},
    {"B\u00DCCHER.Example", "xn--bcher-kva.example", "b\u00FCcher.example", 2, false},
    {"bu\u0308cher.example", "xn--bcher-kva.example", "b\u00FCcher.example", 2, false}, /* NFC */
    {"fa\u00DF.de", "xn--fa-hia.de", "fa\u00DF.de", 2, false}, /* non-transitional */
    {"\u4F8B\u3048.\u30C6\u30B9\u30C8", "xn--r8jz45g.xn--zckzah", "\u4F8B\u3048.\u30C6\u30B9\u30C8",
     2, false},
    {"a\u3002b\uFF0Ec\uFF61d", "a.b.c.d", NULL, 4, false},
    {"\uFF45xample.com", "example.com", NULL, 2, false},
    {"ex\u00ADample.com", "example.com", NULL, 2, false},
    {"xn--bcher-kva.example", "xn--bcher-kva.example", "b\u00FCcher.example", 2, false},
    {"XN--BCHER-KVA.example", "xn--bcher-kva.example", "b\u00FCcher.example", 2, false},
    {"a.xn--bcher-kva", "a.xn--bcher-kva", "a.b\u00FCcher", 2, false},
    {"xn--i-7iq.ws", "xn--i-7iq.ws", NULL, 2, false}, /* emoji: in DNS, not in IDNA 2008 */
    {"xn--a.de", "xn--a.de", NULL, 2, false},         /* decodes to a control character */
    {"xn--mgba3gch31f060k.com", "xn--mgba3gch31f060k.com",
     "\u0646\u0627\u0645\u0647\\u{200C}\u0627\u06CC.com", 2, false}, /* the joiner is shown */
    {"\u00FC_x.de", "xn--_x-wka.de", "\u00FC_x.de", 2, true},
};

START_TEST(takes)
{
    struct domain domain;
    domain_parse(&arena, taken[_i].text, strlen(taken[_i].text), &domain);
    ck_assert_msg(domain.defect == DOMAIN_OK, "%s: %s", taken[_i].text, domain.reason);
    ck_assert_str_eq(domain.ascii, taken[_i].ascii);
    ck_assert_pstr_eq(domain.unicode, taken[_i].unicode);
    ck_assert_str_eq(domain.reason, "");
    ck_assert_uint_eq(domain.labels, taken[_i].labels);
    ck_assert_int_eq(domain.underscore, taken[_i].underscore);
}
END_TEST

static const struct {
    const char *text;
    size_t length;
    enum domain_defect defect;
    size_t position;
    const char *reason; /* words that are in it */
} refused[] = {
#define TEXT(text) text, sizeof(text) - 1
    {TEXT(""), DOMAIN_EMPTY, 0, "empty"},
    {TEXT("."), DOMAIN_EMPTY_LABEL, 0, "leading dot"},
    {TEXT(".com"), DOMAIN_EMPTY_LABEL, 0, "leading dot"},
    {TEXT("a..com"), DOMAIN_EMPTY_LABEL, 2, "two dots"},
    {TEXT("a.com.."), DOMAIN_EMPTY_LABEL, 6, "two dots"},
    {TEXT("a.com."), DOMAIN_FINAL_DOT, 5, "ends with a dot"},
    {TEXT(L63 "d.com"), DOMAIN_LABEL_TOO_LONG, 63, "63 octets"},
    {TEXT("a." L63 "d"), DOMAIN_LABEL_TOO_LONG, 65, "63 octets"},
    {TEXT(L253 "b"), DOMAIN_TOO_LONG, 253, "253 characters"},
    {TEXT(L253 ".b"), DOMAIN_TOO_LONG, 253, "253 characters"},
    {TEXT("a!b.com"), DOMAIN_BAD_CHARACTER, 1, "\"!\""},
    {TEXT("a.b@c"), DOMAIN_BAD_CHARACTER, 3, "\"@\""},
    {TEXT("a/b"), DOMAIN_BAD_CHARACTER, 1, "\"/\""},
    {TEXT("a:b"), DOMAIN_BAD_CHARACTER, 1, "\":\""},
    {TEXT("a`b"), DOMAIN_BAD_CHARACTER, 1, "\"`\""},
    {TEXT("a{b"), DOMAIN_BAD_CHARACTER, 1, "\"{\""},
    {TEXT("a[b"), DOMAIN_BAD_CHARACTER, 1, "\"[\""},
    {TEXT("*.com"), DOMAIN_BAD_CHARACTER, 0, "\"*\""},
    {TEXT("a\0b"), DOMAIN_BAD_CHARACTER, 1, "\\u{0000}"},
    {TEXT("a\x1B[31m"), DOMAIN_BAD_CHARACTER, 1, "\\u{001B}"},
    {TEXT("a\x7F"), DOMAIN_BAD_CHARACTER, 1, "\\u{007F}"},
    {TEXT("a b.com"), DOMAIN_SPACE, 1, "space"},
    {TEXT("a.com "), DOMAIN_SPACE, 5, "space"},
    {TEXT("a\t.com"), DOMAIN_SPACE, 1, "space"},
    {TEXT("-a.com"), DOMAIN_HYPHEN, 0, "hyphen"},
    {TEXT("a-.com"), DOMAIN_HYPHEN, 1, "hyphen"},
    {TEXT("b.-a.com"), DOMAIN_HYPHEN, 2, "hyphen"},
    {TEXT("a.com-"), DOMAIN_HYPHEN, 5, "hyphen"},
    {TEXT("-"), DOMAIN_HYPHEN, 0, "hyphen"},
    {TEXT("a\xFF.com"), DOMAIN_BAD_UTF8, 1, "UTF-8"},
    {TEXT("a\xC3"), DOMAIN_BAD_UTF8, 1, "UTF-8"},
    {TEXT("a\xC3.com"), DOMAIN_BAD_UTF8, 1, "UTF-8"},
    {TEXT("a\xED\xA0\x80.com"), DOMAIN_BAD_UTF8, 1, "UTF-8"},
    {TEXT("a.\u2764.ws"), DOMAIN_BAD_IDNA, 2, "symbol"},
    {TEXT("a.b.1\u05D0.com"), DOMAIN_BAD_IDNA, 4, "right-to-left"},
    {TEXT("a.\u0301b"), DOMAIN_BAD_IDNA, 2, "combining"},
    {TEXT("a.a\u200Cb"), DOMAIN_BAD_IDNA, 2, "joiner"},
    {TEXT("a\u202E.com"), DOMAIN_BAD_IDNA, 0, "not allowed"},
    {TEXT("ab--\u00FC.de"), DOMAIN_BAD_IDNA, 0, "third and fourth"},
    {TEXT("\u00FC.xn--zzzzzzzzzzzz"), DOMAIN_BAD_IDNA, 3, "Punycode"},
    {TEXT("a.xn--zzzzzzzzzzzz.com"), DOMAIN_BAD_IDNA, 2, "Punycode"},
    {TEXT("xn--99zzzz99999999"), DOMAIN_BAD_IDNA, 0, "Punycode"},
    {TEXT("xn--\u00FC.de"), DOMAIN_BAD_IDNA, 0, "Punycode"},
    {TEXT("a.\u00FC-.de"), DOMAIN_HYPHEN, 4, "hyphen"},
    {TEXT("a.\u00FC\uFF0D.de"), DOMAIN_HYPHEN, 2, "hyphen"}, /* a wide hyphen */
    {TEXT("a.\u00AD.de"), DOMAIN_EMPTY_LABEL, 2, "empty label"},
    {TEXT("a\u3002\u3002b"), DOMAIN_EMPTY_LABEL, 4, "empty label"},
    {TEXT("\u00FC\u3002"), DOMAIN_FINAL_DOT, 0, "ends with a dot"},
    {TEXT("a.\u00FC\uFF01.de"), DOMAIN_BAD_IDNA, 2, "not allowed"}, /* a wide "!" */
    {TEXT("192.0.2.1"), DOMAIN_IP, 0, "IP address"},
    {TEXT("2001:db8::1"), DOMAIN_IP, 0, "IP address"},
    {TEXT("::"), DOMAIN_IP, 0, "IP address"},
    {TEXT("\u2460.2.3.4"), DOMAIN_IP, 0, "IP address"}, /* a circled 1 */
#undef TEXT
};

START_TEST(refuses)
{
    struct domain domain;
    domain_parse(&arena, refused[_i].text, refused[_i].length, &domain);
    ck_assert_msg(domain.defect == refused[_i].defect, "\"%s\": defect %d", refused[_i].text,
                  (int)domain.defect);
    ck_assert_msg(domain.position == refused[_i].position, "\"%s\": at %zu", refused[_i].text,
                  domain.position);
    ck_assert_msg(strstr(domain.reason, refused[_i].reason) != NULL, "\"%s\": %s", refused[_i].text,
                  domain.reason);
    ck_assert_msg(strncmp(domain.reason, domain_defect_reason(domain.defect),
                          strlen(domain_defect_reason(domain.defect))) == 0,
                  "%s", domain.reason);
    ck_assert_ptr_null(domain.ascii);
    ck_assert_ptr_null(domain.unicode);
}
END_TEST

/* A U-label of `letters` times "a" and one u with diaeresis: 55 make an A-label of 63 octets. */
static const char *u_label(int letters)
{
    return arena_printf(&arena, "%.*s\u00FC", letters, L60);
}

static enum domain_defect defect_of(const char *text)
{
    struct domain domain;
    domain_parse(&arena, text, strlen(text), &domain);
    return domain.defect;
}

START_TEST(limits_count_a_labels)
{
    ck_assert_int_eq(defect_of(arena_printf(&arena, "%s.de", u_label(55))), DOMAIN_OK);
    ck_assert_int_eq(defect_of(arena_printf(&arena, "%s.de", u_label(56))), DOMAIN_LABEL_TOO_LONG);

    const char *label = u_label(55), *three = arena_printf(&arena, "%s.%s.%s", label, label, label);
    struct domain domain;
    const char *longest = arena_printf(&arena, "%s.%s", three, u_label(53));
    domain_parse(&arena, longest, strlen(longest), &domain);
    ck_assert_int_eq(domain.defect, DOMAIN_OK);
    ck_assert_uint_eq(strlen(domain.ascii), 253);
    ck_assert_int_eq(defect_of(arena_printf(&arena, "%s.%s", three, u_label(54))), DOMAIN_TOO_LONG);
}
END_TEST

START_TEST(limits_count_octets_of_utf8)
{
    /* The A-labels of a repeated character are short, so that only its octets can be too many:
     * 255 are taken, 256 are not. */
    const char *label = arena_printf(
        &arena, "%s%s%s%s", "\u4F8B\u4F8B\u4F8B\u4F8B\u4F8B\u4F8B\u4F8B",
        "\u4F8B\u4F8B\u4F8B\u4F8B\u4F8B\u4F8B\u4F8B", "\u4F8B\u4F8B\u4F8B\u4F8B\u4F8B\u4F8B\u4F8B",
        "\u4F8B\u4F8B\u4F8B\u4F8B\u4F8B\u4F8B\u4F8B");
    const char *longest = arena_printf(&arena, "%s.%s.%s.a", label, label, label + 3);
    const char *longer = arena_printf(&arena, "%s.%s.%s.aa", label, label, label);
    ck_assert_uint_eq(strlen(longest), 253);
    ck_assert_int_eq(defect_of(longest), DOMAIN_OK);
    ck_assert_int_eq(defect_of(arena_printf(&arena, "%saa", longest)), DOMAIN_OK);
    ck_assert_int_eq(defect_of(arena_printf(&arena, "%saaa", longest)), DOMAIN_TOO_LONG);
    ck_assert_int_eq(defect_of(longer), DOMAIN_TOO_LONG);
}
END_TEST

START_TEST(text_needs_no_zero)
{
    struct domain domain;
    domain_parse(&arena, "example.com/path", 11, &domain);
    ck_assert_str_eq(domain.ascii, "example.com");
    domain_parse(&arena, "b\u00FCcher.de!", 10, &domain);
    ck_assert_str_eq(domain.ascii, "xn--bcher-kva.de");
}
END_TEST

START_TEST(every_defect_has_a_sentence)
{
    for (enum domain_defect i = DOMAIN_EMPTY; i <= DOMAIN_IP; i++)
        ck_assert_str_ne(domain_defect_reason(i), "");
    ck_assert_str_eq(domain_defect_reason(DOMAIN_OK), "");
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("domain");
    TCase *tests = tcase_create("domain");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_loop_test(tests, takes, 0, ROWS(taken));
    tcase_add_loop_test(tests, refuses, 0, ROWS(refused));
    tcase_add_test(tests, limits_count_a_labels);
    tcase_add_test(tests, limits_count_octets_of_utf8);
    tcase_add_test(tests, text_needs_no_zero);
    tcase_add_test(tests, every_defect_has_a_sentence);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
