/*
 * word_test.c - whole words among words
 */
#include "util/word.h"

#include "unit.h"

static const struct {
    const char *word, *words;
    bool among;
} table[] = {
    {"a", "a", true},       {"a", "b a", true},     {"a", "a b", true},
    {"b", "a b c", true},   {"a", "", false},       {"", "", false},
    {"", "a b", false},     {"a", "aa", false},     {"a", "ba ab", false},
    {"aa", "aaa aa", true}, {"a b", "a b c", true}, {"mx", "null-mx mx-alias", false},
};

START_TEST(whole_words_count)
{
    ck_assert_int_eq(word_is_among(table[_i].word, table[_i].words), table[_i].among);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("util/word");
    TCase *tcase = tcase_create("word");
    tcase_add_loop_test(tcase, whole_words_count, 0, (int)(sizeof table / sizeof *table));
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
