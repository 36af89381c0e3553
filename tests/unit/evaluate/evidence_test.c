/*
 * evidence_test.c - answers as evidence: bounded, and with a line where there is no record
 */
#include "evaluate/evidence.h"

#include "unit.h"

static struct dns_record records[EVIDENCE_RECORDS_MOST + 1];

/* Lines of an answer with that many records. */
static size_t lines(struct arena *arena, size_t n_records)
{
    struct strlist evidence;
    struct dns_answer answer = {.status = n_records > 0 ? DNS_NOERROR : DNS_NODATA,
                                .type = DNS_TYPE_PTR,
                                .name = "a.lab",
                                .canonical = "a.lab",
                                .records = records,
                                .n_records = n_records,
                                .extended_error = -1,
                                .extended_text = "",
                                .reason = ""};
    strlist_init(&evidence, arena);
    evidence_add(&evidence, &answer);
    ck_assert_uint_eq(answer.n_records, n_records);
    return evidence.count;
}

START_TEST(records_are_bounded)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof records / sizeof *records; i++)
        records[i].target = "b.lab";
    ck_assert_uint_eq(lines(&arena, 0), 1);
    ck_assert_uint_eq(lines(&arena, 1), 1);
    ck_assert_uint_eq(lines(&arena, EVIDENCE_RECORDS_MOST), EVIDENCE_RECORDS_MOST);
    ck_assert_uint_eq(lines(&arena, EVIDENCE_RECORDS_MOST + 1), EVIDENCE_RECORDS_MOST);
    arena_clear(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate/evidence");
    TCase *tcase = tcase_create("evidence");
    tcase_add_test(tcase, records_are_bounded);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
