/*
 * listing_count_test.c - what lists say, counted and in words: never more than was heard
 */
#include <stdio.h>
#include <string.h>

#include "report/listing_count.h"
#include "unit.h"
#include "unit/report/listing_samples.h"

enum { LISTINGS_MOST = 4 };

/* Letters: L listed, N not listed, R refused; of an allow list: A has it, n does not have it,
 * r refused. */
static const struct {
    const char *letters;
    const char *said;
    bool unknown;
} cases[] = {
    {"", "UNKNOWN: no list takes it", true},
    {"N", "not listed on 1 list", false},
    {"NN", "not listed on 2 lists", false},
    {"L", "LISTED on 1 of 1 list", false},
    {"LN", "LISTED on 1 of 2 lists", false},
    {"LR", "LISTED on 1 of 2 lists, 1 could not be asked", false},
    {"NR", "not listed on 1 list, 1 could not be asked", false},
    {"R", "UNKNOWN: of 1 list none could be asked", true},
    {"RR", "UNKNOWN: of 2 lists none could be asked", true},
    /* An allow list's silence does not make a subject "not listed". */
    {"Rn", "UNKNOWN: of 1 list none could be asked", true},
    {"r", "UNKNOWN: of 1 list none could be asked", true},
    {"rn", "UNKNOWN: of 1 list none could be asked", true},
    {"RA", "allowed on 1 allow list, 1 could not be asked", true},
    {"A", "allowed on 1 allow list", false},
    {"An", "allowed on 1 allow list", false},
    {"n", "not listed on 1 allow list", false},
    {"NA", "not listed on 1 list, on 1 allow list", false},
    {"LAR", "LISTED on 1 of 3 lists, 1 could not be asked, on 1 allow list", false},
    {"Nnr", "not listed on 1 list, 1 could not be asked", false},
};

static void fill(struct rcpt_listing *listing, char letter)
{
    static const char letters[] = "LNRAnr";
    static const struct {
        enum rcpt_listing_status status;
        enum rcpt_severity severity;
    } kinds[] = {{RCPT_LISTING_LISTED, RCPT_SEVERITY_MEDIUM},
                 {RCPT_LISTING_NOT_LISTED, RCPT_SEVERITY_HIGH},
                 {RCPT_LISTING_REFUSED, RCPT_SEVERITY_HIGH},
                 {RCPT_LISTING_ALLOWED, RCPT_SEVERITY_NONE},
                 {RCPT_LISTING_NOT_LISTED, RCPT_SEVERITY_NONE},
                 {RCPT_LISTING_REFUSED, RCPT_SEVERITY_NONE}};
    size_t kind = (size_t)(strchr(letters, letter) - letters);
    *listing = clear_row;
    listing->status = kinds[kind].status;
    listing->severity = kinds[kind].severity;
}

START_TEST(counts_in_words)
{
    struct rcpt_listing rows[LISTINGS_MOST];
    size_t count = strlen(cases[_i].letters);
    for (size_t i = 0; i < count; i++) {
        fill(&rows[i], cases[_i].letters[i]);
        rows[i].next = i + 1 < count ? &rows[i + 1] : NULL;
    }
    struct listing_counts counts = listing_counts_of(count > 0 ? rows : NULL, NULL);
    struct buffer out;
    buffer_init(&out);
    buffer_add(&out, listing_counts_word(&counts));
    listing_counts_rest(&out, &counts);
    ck_assert_msg(strcmp(buffer_text(&out), cases[_i].said) == 0, "%s: %s", cases[_i].letters,
                  buffer_text(&out));
    ck_assert_msg(listing_counts_unknown(&counts) == cases[_i].unknown, "%s", cases[_i].letters);
    ck_assert_uint_eq(counts.lists, count);
    ck_assert_uint_eq(counts.listed + counts.clear + counts.allowed + counts.absent + counts.failed,
                      count);
    buffer_clear(&out);
}
END_TEST

START_TEST(subjects_are_counted_apart)
{
    struct rcpt_listing rows[2];
    fill(&rows[0], 'L');
    fill(&rows[1], 'N');
    rows[0].next = &rows[1];
    rows[0].subject = "a.example";
    rows[1].next = NULL;
    ck_assert_uint_eq(listing_counts_of(rows, NULL).lists, 2);
    ck_assert_uint_eq(listing_counts_of(rows, "a.example").lists, 1);
    ck_assert_uint_eq(listing_counts_of(rows, "a.example").severe, 1);
    ck_assert_uint_eq(listing_counts_of(rows, clear_row.subject).clear, 1);
    ck_assert_uint_eq(listing_counts_of(rows, "c.example").lists, 0);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("listing_count");
    TCase *tests = tcase_create("counts");
    tcase_add_loop_test(tests, counts_in_words, 0, sizeof cases / sizeof *cases);
    tcase_add_test(tests, subjects_are_counted_apart);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
