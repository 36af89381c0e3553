/*
 * session_test.c - the public library: settings, order, recordings, counts; no network but a closed
 * port
 */
#include "rcptcheck.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

/* A world in the form of a recording (dns/record.h). */
#define LINE(name, type, status, records)                                                          \
    "{\"name\":\"" name "\",\"type\":\"" type "\",\"status\":\"" status                            \
    "\",\"ttl\":300,\"ad\":false,\"aliases\":[],\"records\":[" records                             \
    "],\"extended_error\":null,\"reason\":\"\"}\n"

static const char world_text[] = LINE("null.lab", "MX", "noerror", "\"0 .\"")
    LINE("ok.lab", "MX", "noerror", "\"10 mx.ok.lab.\"")
        LINE("mx.ok.lab", "A", "noerror", "\"192.31.196.1\"")
            LINE("mx.ok.lab", "AAAA", "nodata", "") LINE("gone.lab", "MX", "nxdomain", "")
                LINE("gone.lab", "A", "nxdomain", "") LINE("broken.lab", "MX", "servfail", "");

static char folder[64];
static char world_path[80], other_path[80];
static struct rcpt_session *session;

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static void setup(void)
{
    snprintf(folder, sizeof folder, "/tmp/rcptcheck-session-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(world_path, sizeof world_path, "%s/world", folder);
    snprintf(other_path, sizeof other_path, "%s/other", folder);
    write_file(world_path, world_text);
    ck_assert_int_eq(rcpt_session_create(&session), RCPT_OK);
}

static void teardown(void)
{
    rcpt_session_destroy(session);
    unlink(world_path);
    unlink(other_path);
    rmdir(folder);
}

/* Takes the next result and compares input and verdict. */
static void expect(const char *input, enum rcpt_verdict verdict)
{
    struct rcpt_result *result;
    ck_assert_int_eq(rcpt_session_next(session, &result), RCPT_OK);
    ck_assert_str_eq(result->input, input);
    ck_assert_msg(result->verdict == verdict, "%s: %s", input, rcpt_verdict_name(result->verdict));
    rcpt_result_destroy(result);
}

static void expect_end(void)
{
    struct rcpt_result *result;
    ck_assert_int_eq(rcpt_session_next(session, &result), RCPT_END);
    ck_assert_ptr_null(result);
}

START_TEST(results_come_in_the_order_of_submission)
{
    ck_assert_int_eq(rcpt_session_replay(session, world_path), RCPT_OK);
    static const char *const inputs[] = {"a@ok.lab",     "b@null.lab",   "not an address",
                                         "c@gone.lab",   "d@broken.lab", "e@ok.lab",
                                         "f@unheard.lab"};
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        ck_assert_int_eq(rcpt_session_submit(session, inputs[i]), RCPT_OK);
    expect("a@ok.lab", RCPT_ACCEPT);
    expect("b@null.lab", RCPT_REJECT);
    expect("not an address", RCPT_REJECT);
    expect("c@gone.lab", RCPT_REJECT);
    expect("d@broken.lab", RCPT_DEFER);
    expect("e@ok.lab", RCPT_ACCEPT);
    expect("f@unheard.lab", RCPT_UNKNOWN);
    expect_end();
}
END_TEST

START_TEST(submitting_goes_on_after_the_end)
{
    ck_assert_int_eq(rcpt_session_replay(session, world_path), RCPT_OK);
    expect_end();
    ck_assert_int_eq(rcpt_session_submit(session, "null.lab"), RCPT_OK);
    expect("null.lab", RCPT_REJECT);
    expect_end();
    ck_assert_int_eq(rcpt_session_submit(session, "ok.lab"), RCPT_OK);
    expect("ok.lab", RCPT_ACCEPT);
}
END_TEST

START_TEST(a_result_outlives_its_session)
{
    struct rcpt_result *result;
    ck_assert_int_eq(rcpt_session_replay(session, world_path), RCPT_OK);
    ck_assert_int_eq(rcpt_session_submit(session, "alice@ok.lab"), RCPT_OK);
    ck_assert_int_eq(rcpt_session_next(session, &result), RCPT_OK);
    rcpt_session_destroy(session);
    session = NULL;
    ck_assert_str_eq(result->address->local, "alice");
    ck_assert_str_eq(result->mx->hosts->name, "mx.ok.lab");
    ck_assert_str_eq(result->mx->hosts->addresses[0], "192.31.196.1");
    ck_assert_str_eq(result->predictions->rule, "mx-ok");
    ck_assert_str_eq(result->predictions->evidence[0], "ok.lab. MX 10 mx.ok.lab.");
    rcpt_result_destroy(result);
}
END_TEST

START_TEST(unfinished_work_is_freed)
{
    ck_assert_int_eq(rcpt_session_add_resolver(session, "127.0.0.1:1"), RCPT_OK);
    for (int i = 0; i < 50; i++)
        ck_assert_int_eq(rcpt_session_submit(session, "a@unheard.lab"), RCPT_OK);
}
END_TEST

START_TEST(each_question_is_asked_once)
{
    ck_assert_int_eq(rcpt_session_replay(session, world_path), RCPT_OK);
    for (int i = 0; i < 100; i++)
        ck_assert_int_eq(rcpt_session_submit(session, "a@ok.lab"), RCPT_OK);
    for (int i = 0; i < 100; i++)
        expect("a@ok.lab", RCPT_ACCEPT);
    ck_assert_uint_eq(rcpt_session_counts(session)->questions, 3);
    ck_assert_uint_eq(rcpt_session_counts(session)->saved, 3 * 99);
    ck_assert_uint_eq(rcpt_session_counts(session)->sent, 0);
}
END_TEST

START_TEST(a_recording_replays_to_the_same)
{
    struct stat status;
    ck_assert_int_eq(rcpt_session_replay(session, world_path), RCPT_OK);
    ck_assert_int_eq(rcpt_session_record(session, other_path), RCPT_OK);
    ck_assert_int_eq(rcpt_session_submit(session, "a@ok.lab"), RCPT_OK);
    ck_assert_int_eq(rcpt_session_submit(session, "a@broken.lab"), RCPT_OK);
    expect("a@ok.lab", RCPT_ACCEPT);
    expect("a@broken.lab", RCPT_DEFER);
    ck_assert_int_eq(rcpt_session_end_recording(session), RCPT_OK);
    ck_assert_int_eq(rcpt_session_end_recording(session), RCPT_OK);
    ck_assert_int_eq(stat(other_path, &status), 0);
    ck_assert_int_eq(status.st_mode & 0777, 0600);
    rcpt_session_destroy(session);
    ck_assert_int_eq(rcpt_session_create(&session), RCPT_OK);
    ck_assert_int_eq(rcpt_session_replay(session, other_path), RCPT_OK);
    ck_assert_int_eq(rcpt_session_submit(session, "a@ok.lab"), RCPT_OK);
    ck_assert_int_eq(rcpt_session_submit(session, "a@broken.lab"), RCPT_OK);
    expect("a@ok.lab", RCPT_ACCEPT);
    expect("a@broken.lab", RCPT_DEFER);
}
END_TEST

START_TEST(recordings_that_cannot_be)
{
    ck_assert_int_eq(rcpt_session_replay(session, "/nonexistent/world"), RCPT_NO_FILE);
    ck_assert_str_ne(rcpt_session_error(session), "");
    write_file(other_path, "{\"name\":\"ok.lab\"}\n");
    ck_assert_int_eq(rcpt_session_replay(session, other_path), RCPT_BAD_FILE);
    ck_assert_ptr_nonnull(strstr(rcpt_session_error(session), "line 1"));
    ck_assert_int_eq(rcpt_session_record(session, "/nonexistent/recording"), RCPT_CANNOT_WRITE);
    ck_assert_int_eq(rcpt_session_record(session, "/dev/full"), RCPT_OK);
    ck_assert_int_eq(rcpt_session_replay(session, world_path), RCPT_OK);
    ck_assert_int_eq(rcpt_session_submit(session, "a@ok.lab"), RCPT_OK);
    expect("a@ok.lab", RCPT_ACCEPT);
    ck_assert_int_eq(rcpt_session_end_recording(session), RCPT_CANNOT_WRITE);
}
END_TEST

START_TEST(settings_are_checked)
{
    static const char *const bad[] = {
        "",     "resolver.example", "192.0.2.1:", "192.0.2.1:0", "192.0.2.1:65536", "[2001:db8::1",
        "1.2.3"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ck_assert_msg(rcpt_session_add_resolver(session, bad[i]) == RCPT_BAD_ARGUMENT, "%s",
                      bad[i]);
        ck_assert_str_ne(rcpt_session_error(session), "");
    }
    for (int i = 0; i < 16; i++)
        ck_assert_int_eq(rcpt_session_add_resolver(session, "127.0.0.1:5300"), RCPT_OK);
    ck_assert_int_eq(rcpt_session_add_resolver(session, "127.0.0.1:5300"), RCPT_BAD_ARGUMENT);
    ck_assert_int_eq(rcpt_session_set_times(session, 0, 3, 15000), RCPT_BAD_ARGUMENT);
    ck_assert_int_eq(rcpt_session_set_times(session, 60001, 3, 15000), RCPT_BAD_ARGUMENT);
    ck_assert_int_eq(rcpt_session_set_times(session, 2000, 0, 15000), RCPT_BAD_ARGUMENT);
    ck_assert_int_eq(rcpt_session_set_times(session, 2000, 11, 15000), RCPT_BAD_ARGUMENT);
    ck_assert_int_eq(rcpt_session_set_times(session, 2000, 3, 0), RCPT_BAD_ARGUMENT);
    ck_assert_int_eq(rcpt_session_set_times(session, 2000, 3, 600001), RCPT_BAD_ARGUMENT);
    ck_assert_int_eq(rcpt_session_set_times(session, 60000, 10, 600000), RCPT_OK);
}
END_TEST

START_TEST(settings_end_with_the_first_submission)
{
    ck_assert_int_eq(rcpt_session_replay(session, world_path), RCPT_OK);
    ck_assert_int_eq(rcpt_session_submit(session, "a@ok.lab"), RCPT_OK);
    ck_assert_int_eq(rcpt_session_add_resolver(session, "127.0.0.1"), RCPT_TOO_LATE);
    ck_assert_int_eq(rcpt_session_set_times(session, 1, 1, 1), RCPT_TOO_LATE);
    ck_assert_int_eq(rcpt_session_replay(session, world_path), RCPT_TOO_LATE);
    ck_assert_int_eq(rcpt_session_record(session, other_path), RCPT_TOO_LATE);
}
END_TEST

START_TEST(a_resolver_that_is_down_is_no_answer)
{
    ck_assert_int_eq(rcpt_session_add_resolver(session, "127.0.0.1:1"), RCPT_OK);
    ck_assert_int_eq(rcpt_session_set_times(session, 200, 2, 2000), RCPT_OK);
    ck_assert_int_eq(rcpt_session_submit(session, "a@ok.lab"), RCPT_OK);
    expect("a@ok.lab", RCPT_DEFER);
    ck_assert_uint_gt(rcpt_session_counts(session)->sent, 0);
    ck_assert_uint_eq(rcpt_session_counts(session)->answered, 0);
}
END_TEST

START_TEST(every_value_has_its_word)
{
    for (int i = RCPT_ACCEPT; i <= RCPT_REJECT; i++)
        ck_assert_str_ne(rcpt_verdict_name((enum rcpt_verdict)i), "");
    for (int i = RCPT_POSSIBLE; i <= RCPT_CERTAIN; i++)
        ck_assert_str_ne(rcpt_certainty_name((enum rcpt_certainty)i), "");
    for (int i = RCPT_STAGE_SYNTAX; i <= RCPT_STAGE_DATA; i++)
        ck_assert_str_ne(rcpt_stage_name((enum rcpt_stage)i), "");
    for (int i = RCPT_MX_OK; i <= RCPT_MX_MALFORMED; i++)
        ck_assert_str_ne(rcpt_mx_status_name((enum rcpt_mx_status)i), "");
    for (int i = RCPT_HOST_OK; i <= RCPT_HOST_MALFORMED; i++)
        ck_assert_str_ne(rcpt_host_status_name((enum rcpt_host_status)i), "");
    ck_assert_str_eq(rcpt_by_name(RCPT_BY_SENDER), "sender");
    ck_assert_str_eq(rcpt_by_name(RCPT_BY_RECEIVER), "receiver");
    ck_assert_str_eq(rcpt_verdict_name((enum rcpt_verdict)99), "");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("session");
    TCase *tcase = tcase_create("session");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, results_come_in_the_order_of_submission);
    tcase_add_test(tcase, submitting_goes_on_after_the_end);
    tcase_add_test(tcase, a_result_outlives_its_session);
    tcase_add_test(tcase, unfinished_work_is_freed);
    tcase_add_test(tcase, each_question_is_asked_once);
    tcase_add_test(tcase, a_recording_replays_to_the_same);
    tcase_add_test(tcase, recordings_that_cannot_be);
    tcase_add_test(tcase, settings_are_checked);
    tcase_add_test(tcase, settings_end_with_the_first_submission);
    tcase_add_test(tcase, a_resolver_that_is_down_is_no_answer);
    tcase_add_test(tcase, every_value_has_its_word);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
