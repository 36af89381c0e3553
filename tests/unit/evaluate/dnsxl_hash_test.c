/*
 * dnsxl_hash_test.c - the one form of an address, and its hashes against values made elsewhere
 */
#include "evaluate/dnsxl_hash.h"

#include <string.h>

#include "unit.h"

static const struct {
    const char *address, *form;
} forms[] = {
    {"alice@example.com", "alice@example.com"},
    {"Alice@EXAMPLE.com", "alice@example.com"},
    {"alice+news@example.com", "alice@example.com"},
    {"alice+a+b@example.com", "alice@example.com"},
    {"+alice@example.com", "+alice@example.com"},
    {"a.lice@example.com", "a.lice@example.com"},
    {"A.Li.Ce+x@Gmail.com", "alice@gmail.com"},
    {"a.lice@googlemail.com", "alice@gmail.com"},
    {"a.lice@gmail.com.example", "a.lice@gmail.com.example"},
    {"\"A+b@c\"@example.com", "\"a+b@c\"@example.com"},
    {"none", "none"},
};

START_TEST(form_is)
{
    struct arena arena;
    arena_init(&arena);
    ck_assert_str_eq(dnsxl_hash_form(&arena, forms[_i].address), forms[_i].form);
    arena_clear(&arena);
}
END_TEST

/* By sha1sum, md5sum, and sha256sum through base32(1), of the address without a newline. */
static const struct {
    const char *method, *address, *label;
} hashes[] = {
    {"sha1", "alice@example.com", "fc2398a73dd54d6237c4fdb58fd7d75347cf5af3"},
    {"md5", "alice@example.com", "c160f8cc69a4f0bf2b0362752353d060"},
    {"sha256-base32", "alice@example.com", "76gzqgp4byjl6djerexelgd6esncrxhig2ufzlla4khkvkgg3f3a"},
    {"sha1", "Test.User+tag@GMail.com", "79cc65d586f548f71229672ca3455a754c13e44d"},
    {"md5", "Test.User+tag@GMail.com", "a18bf786efb76a3d56ee69a3b343952a"},
    {"sha256-base32", "Test.User+tag@GMail.com",
     "3lu4prkws65bodlljfgelbsjxvdjv5jfkibibug47smnotitwf7a"},
};

START_TEST(hash_is)
{
    struct arena arena;
    arena_init(&arena);
    const char *label = dnsxl_hash(&arena, hashes[_i].method, hashes[_i].address);
    ck_assert_ptr_nonnull(label);
    ck_assert_str_eq(label, hashes[_i].label);
    ck_assert_uint_le(strlen(label), 63);
    arena_clear(&arena);
}
END_TEST

START_TEST(unknown_method_gives_none)
{
    struct arena arena;
    arena_init(&arena);
    ck_assert_ptr_null(dnsxl_hash(&arena, "", "alice@example.com"));
    ck_assert_ptr_null(dnsxl_hash(&arena, "sha256", "alice@example.com"));
    arena_clear(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/dnsxl_hash");
    TCase *tcase = tcase_create("hash");
    tcase_add_loop_test(tcase, form_is, 0, sizeof forms / sizeof *forms);
    tcase_add_loop_test(tcase, hash_is, 0, sizeof hashes / sizeof *hashes);
    tcase_add_test(tcase, unknown_method_gives_none);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
