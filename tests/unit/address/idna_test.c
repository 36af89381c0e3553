/*
 * idna_test.c - src/address/idna.c: to A-labels, and back only where the way leads there again
 */
#include "address/idna.h"

#include <string.h>

#include "unit.h"

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

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
    const char *text;
    const char *ascii; /* NULL: refused */
    enum domain_defect defect;
    const char *detail;
} names[] = {
    {"example", "example", DOMAIN_OK, ""},
    {"b\u00FCcher.\u4F8B\u3048", "xn--bcher-kva.xn--r8jz45g", DOMAIN_OK, ""},
    {"STRA\u00DFE", "xn--strae-oqa", DOMAIN_OK, ""},
    {"\u00FC-", NULL, DOMAIN_HYPHEN, ""},
    {"ab--\u00FC", NULL, DOMAIN_BAD_IDNA, "third and fourth"},
    {"\u0301b", NULL, DOMAIN_BAD_IDNA, "combining mark"},
    {"\u2764", NULL, DOMAIN_BAD_IDNA, "symbol"},
    {"a\u200Cb", NULL, DOMAIN_BAD_IDNA, "joiner"},
    {"1\u05D0", NULL, DOMAIN_BAD_IDNA, "right-to-left"},
    {"\u00FC.xn--zzzzzzzzzzzz", NULL, DOMAIN_BAD_IDNA, "Punycode"},
};

START_TEST(makes_a_labels)
{
    const char *ascii = NULL;
    const struct idna_error *error =
        idna_to_ascii(&arena, names[_i].text, strlen(names[_i].text), &ascii);
    ck_assert_pstr_eq(ascii, names[_i].ascii);
    ck_assert_int_eq(error != NULL ? error->defect : DOMAIN_OK, names[_i].defect);
    if (error != NULL)
        ck_assert_msg(strstr(error->detail, names[_i].detail) != NULL, "%s", error->detail);
}
END_TEST

static const struct {
    const char *label;
    bool punycode;
    const char *unicode; /* NULL: not to be shown */
} labels[] = {
    {"xn--bcher-kva", true, "b\u00FCcher"},
    {"xn--fa-hia", true, "fa\u00DF"},
    {"xn--i-7iq", true, NULL}, /* a symbol */
    {"xn--a", true, NULL},     /* a control character */
    {"xn--", false, NULL},
    {"xn--abc-", false, NULL},
    {"xn--zzzzzzzzzzzz", false, NULL},
    {"xn--99zzzz99999999", false, NULL},
};

START_TEST(decodes_labels)
{
    const char *unicode = "";
    const struct idna_error *error =
        idna_decode_label(&arena, labels[_i].label, strlen(labels[_i].label), &unicode);
    ck_assert_msg((error == NULL) == labels[_i].punycode, "%s", labels[_i].label);
    ck_assert_pstr_eq(unicode, labels[_i].unicode);
    if (error != NULL)
        ck_assert_int_eq(error->defect, DOMAIN_BAD_IDNA);
}
END_TEST

START_TEST(lengths_are_kept_to)
{
    const char *ascii, *unicode;
    ck_assert_ptr_null(idna_to_ascii(&arena, "b\u00FCcher.de", 7, &ascii));
    ck_assert_str_eq(ascii, "xn--bcher-kva");
    ck_assert_ptr_null(idna_decode_label(&arena, "xn--bcher-kva.de", 13, &unicode));
    ck_assert_str_eq(unicode, "b\u00FCcher");

    char name[IDNA_NAME_MOST + 1];
    memset(name, 'a', sizeof name);
    ck_assert_int_eq(idna_to_ascii(&arena, name, sizeof name, &ascii)->defect, DOMAIN_TOO_LONG);
    ck_assert_int_eq(idna_decode_label(&arena, name, sizeof name, &unicode)->defect,
                     DOMAIN_LABEL_TOO_LONG);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("idna");
    TCase *tests = tcase_create("idna");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_loop_test(tests, makes_a_labels, 0, ROWS(names));
    tcase_add_loop_test(tests, decodes_labels, 0, ROWS(labels));
    tcase_add_test(tests, lengths_are_kept_to);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return unit_run(suite());
}
