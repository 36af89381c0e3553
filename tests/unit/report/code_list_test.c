/*
 * code_list_test.c - lists of codes taken apart
 */
#include "report/code_list.h"

#include <string.h>

#include "unit.h"

START_TEST(items_in_order)
{
    const char *list = "450, 550, any 5yz";
    char item[CODE_LIST_ITEM];
    ck_assert(code_list_next(&list, item));
    ck_assert_str_eq(item, "450");
    ck_assert(code_list_next(&list, item));
    ck_assert_str_eq(item, "550");
    ck_assert(code_list_next(&list, item));
    ck_assert_str_eq(item, "any 5yz");
    ck_assert(!code_list_next(&list, item));
    ck_assert(!code_list_next(&list, item));
}
END_TEST

START_TEST(long_item_is_cut)
{
    const char *list = "0123456789012345678901234567890123456789, 1";
    char item[CODE_LIST_ITEM];
    ck_assert(code_list_next(&list, item));
    ck_assert_uint_eq(strlen(item), CODE_LIST_ITEM - 1);
    ck_assert(code_list_next(&list, item));
    ck_assert_str_eq(item, "1");
}
END_TEST

static const struct {
    const char *list, *code;
    bool has;
} members[] = {
    {"450, 550", "550", true},
    {"450, 550", "450", true},
    {"450, 550", "55", false},
    {"450, 550", "5500", false},
    {"", "550", false},
    {"any", "250", true},
    {"any 5yz", "571", true},
    {"any 5yz", "450", false},
    {"552, any 4yz", "451", true},
    {"5.7.1, 5.7.26", "5.7.2", false},
    {"5.7.1, 5.7.26", "5.7.26", true},
};

START_TEST(membership)
{
    ck_assert_int_eq(code_list_has(members[_i].list, members[_i].code), members[_i].has);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/code_list");
    TCase *tcase = tcase_create("list");
    tcase_add_test(tcase, items_in_order);
    tcase_add_test(tcase, long_item_is_cut);
    tcase_add_loop_test(tcase, membership, 0, (int)(sizeof members / sizeof *members));
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
