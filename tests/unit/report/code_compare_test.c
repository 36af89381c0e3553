/*
 * code_compare_test.c - the sentences of a comparison
 */
#include "report/code_compare.h"

#include "codes.h"

static struct code_compare pair_of(const char *first, const char *second)
{
    struct rcpt_code_name one = codes_name(first), other = codes_name(second);
    return code_compare_of(&one, &other);
}

/* The first difference is about the classes. */
static const struct {
    const char *first, *second, *text;
} classes[] = {
    {"252", "554",
     "252 is a 2xx Positive Completion reply, while 554 is a 5xx Permanent Negative reply. After "
     "252, go on; there is nothing to repair. After 554, do not send the same again; remove the "
     "cause first."},
    {"450", "421",
     "450 and 421 are both 4xx Transient Negative. So it is the cause that separates them, not the "
     "class. After either, keep the message in the queue and try again later."},
    {"550", "5.7.1",
     "550 and 5.7.1 are both 5xx Permanent Negative. So it is the cause that separates them, not "
     "the class. After either, do not send the same again; remove the cause first. They are no "
     "alternatives: the two come in one reply."},
    {"X.7.1", "550",
     "X.7.1 leaves its class open, while 550 is a 5xx Permanent Negative reply. An open class is "
     "settled by the reply that the code comes with."},
    {"X.7.1", "X.7.2",
     "X.7.1 and X.7.2 both leave their class open. An open class is settled by "
     "the reply that the code comes with."},
    {"559", "4.7.1",
     "559 is a 5xx Permanent Negative reply, while 4.7.1 is a 4xx Transient Negative status. After "
     "559, do not send the same again; remove the cause first. After 4.7.1, keep the message in "
     "the queue and try again later."},
};

START_TEST(first_difference)
{
    struct code_compare pair = pair_of(classes[_i].first, classes[_i].second);
    struct buffer out;
    buffer_init(&out);
    ck_assert(code_compare_difference(&out, &pair, 0));
    ck_assert_str_eq(buffer_text(&out), classes[_i].text);
    buffer_clear(&out);
}
END_TEST

START_TEST(five_differences)
{
    static const char *const starts[] = {"221 is", "221: ", "5.1.1: ", "221 is met in reply to",
                                         "5.1.1 is met in reply to"};
    struct code_compare pair = pair_of("221", "5.1.1");
    struct buffer out;
    buffer_init(&out);
    for (size_t i = 0; i < 5; i++) {
        buffer_reset(&out);
        ck_assert(code_compare_difference(&out, &pair, i));
        ck_assert_msg(strncmp(buffer_text(&out), starts[i], strlen(starts[i])) == 0, "%s",
                      buffer_text(&out));
    }
    buffer_reset(&out);
    ck_assert(!code_compare_difference(&out, &pair, 5));
    ck_assert_str_eq(buffer_text(&out), "");
    buffer_clear(&out);
}
END_TEST

START_TEST(unlisted_is_said)
{
    struct code_compare pair = pair_of("559", "554");
    struct buffer out;
    buffer_init(&out);
    code_compare_summary(&out, &pair);
    codes_check_has(&out, "559 (unlisted code) and 554 (Transaction Failed) are both 5xx");
    buffer_reset(&out);
    ck_assert(code_compare_difference(&out, &pair, 3));
    ck_assert_str_eq(buffer_text(&out), "When 559 is met is not known: it is not in the tables.");
    buffer_clear(&out);
}
END_TEST

START_TEST(same_code)
{
    struct code_compare pair = pair_of("550-5.7.1", "550 5.7.1");
    struct buffer out;
    ck_assert(pair.same);
    buffer_init(&out);
    code_compare_summary(&out, &pair);
    codes_check_has(&out, "Both are the same code. 550 5.7.1 (Refused by policy) is a 5xx");
    buffer_reset(&out);
    ck_assert(code_compare_difference(&out, &pair, 0));
    ck_assert(!code_compare_difference(&out, &pair, 1));
    ck_assert(code_compare_when(&out, &pair, 0));
    ck_assert(!code_compare_when(&out, &pair, 1));
    buffer_clear(&out);
    ck_assert(!pair_of("550 5.7.1", "550").same);
    ck_assert(!pair_of("X.7.1", "5.7.1").same);
}
END_TEST

START_TEST(when_names_each_side)
{
    struct code_compare pair = pair_of("221", "503");
    struct buffer out;
    buffer_init(&out);
    ck_assert(code_compare_when(&out, &pair, 0));
    ck_assert_str_eq(buffer_text(&out), "For 221 (Service Closing): None needed.");
    buffer_reset(&out);
    ck_assert(code_compare_when(&out, &pair, 1));
    codes_check_has(&out, "For 503 (Bad Sequence): Correct the order.");
    ck_assert(!code_compare_when(&out, &pair, 2));
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report/code_compare");
    TCase *tcase = tcase_create("sentences");
    tcase_add_loop_test(tcase, first_difference, 0, (int)(sizeof classes / sizeof *classes));
    tcase_add_test(tcase, five_differences);
    tcase_add_test(tcase, unlisted_is_said);
    tcase_add_test(tcase, same_code);
    tcase_add_test(tcase, when_names_each_side);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
