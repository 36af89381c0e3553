/* replay_test.c - src/dns/replay.c, through the memo as in the program */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dns/memo.h"
#include "dns/record.h"
#include "unit.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

#define MX_LINE(name, data)                                                                        \
    "{\"name\":\"" name "\",\"type\":\"MX\",\"status\":\"noerror\",\"records\":[\"" data "\"]}\n"

static char path[] = "/tmp/replay_test.XXXXXX";
static struct arena arena;

static void set_up(void)
{
    memcpy(path + sizeof path - 7, "XXXXXX", 6);
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    close(fd);
    arena_init(&arena);
}

static void tear_down(void)
{
    unlink(path);
    arena_clear(&arena);
}

static void write_file(const char *text, size_t length)
{
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(text, 1, length, file), length);
    ck_assert_int_eq(fclose(file), 0);
}

static struct dns_source *open_replay(const char *text)
{
    struct dns_replay_error error;
    write_file(text, strlen(text));
    struct dns_source *source = dns_replay_create(path, &error);
    ck_assert_msg(source != NULL, "line %zu: %s", error.line, error.text);
    return source;
}

static const char world[] =
    "# a comment\n"
    "\n"
    "  \t\r\n" MX_LINE("one.example", "10 mx.one.example.")
        MX_LINE("two.example",
                "1 old.example.") "{\"name\":\"one.example\",\"type\":\"A\",\"status\":\"nodata\"}"
                                  "\r\n" MX_LINE("Two.Example.",
                                                 "2 new.example.") "{\"name\":\"last.example\","
                                                                   "\"type\":\"MX\",\"status\":"
                                                                   "\"nxdomain\",\"ttl\":7}";

/* status, and the first record's preference where there is one */
static const struct {
    const char *title, *name;
    uint16_t type;
    enum dns_status status;
    unsigned preference;
} questions[] = {
    {"held", "one.example", DNS_TYPE_MX, DNS_NOERROR, 10},
    {"another case", "ONE.example.", DNS_TYPE_MX, DNS_NOERROR, 10},
    {"another type", "one.example", DNS_TYPE_A, DNS_NODATA, 0},
    {"the last one counts", "two.example", DNS_TYPE_MX, DNS_NOERROR, 2},
    {"an escape", "tw\\111.example", DNS_TYPE_MX, DNS_NOERROR, 2},
    {"last line without its end", "last.example", DNS_TYPE_MX, DNS_NXDOMAIN, 0},
    {"type not held", "one.example", DNS_TYPE_AAAA, DNS_TIMEOUT, 0},
    {"name not held", "three.example", DNS_TYPE_MX, DNS_TIMEOUT, 0},
};

START_TEST(answers)
{
    struct dns_source *source = open_replay(world);
    struct dns_memo *memo = dns_memo_create((size_t)1 << 20);
    int owner;
    struct dns *dns = dns_view_open(memo, &arena, &owner);
    ck_assert(!source->ops->turn(source, memo, 0));
    ck_assert_int_eq(dns_ask(dns, questions[_i].name, questions[_i].type)->status, DNS_PENDING);
    ck_assert(source->ops->turn(source, memo, 0));
    ck_assert(!source->ops->turn(source, memo, 1000));
    ck_assert_ptr_eq(dns_memo_next_ready(memo), &owner);

    const struct dns_answer *answer = dns_ask(dns, questions[_i].name, questions[_i].type);
    ck_assert_msg(answer->status == questions[_i].status, "%s: %s", questions[_i].title,
                  dns_status_name(answer->status));
    if (answer->n_records > 0)
        ck_assert_uint_eq(answer->records[0].mx.preference, questions[_i].preference);
    ck_assert_int_eq(answer->gave_up, answer->status == DNS_TIMEOUT);
    if (answer->gave_up)
        ck_assert_str_eq(answer->reason, "the recording holds no answer to this question");
    ck_assert_uint_eq(source->counts.sent, 0);
    dns_view_close(dns);
    dns_memo_destroy(memo);
    source->ops->destroy(source);
}
END_TEST

/* Many names, each answered with its own data, all in one turn. */
START_TEST(many)
{
    enum { NAMES = 500 };
    struct dns_replay_error error;
    FILE *file = fopen(path, "w");
    for (int i = 0; i < NAMES; i++)
        fprintf(
            file,
            "{\"name\":\"n%d\",\"type\":\"MX\",\"status\":\"noerror\",\"records\":[\"%d a.\"]}\n",
            i, i);
    fclose(file);
    struct dns_source *source = dns_replay_create(path, &error);
    ck_assert_ptr_nonnull(source);
    struct dns_memo *memo = dns_memo_create((size_t)1 << 24);
    struct dns *dns = dns_view_open(memo, &arena, NULL);
    char name[16];
    for (int turn = 0; turn < 2; turn++) {
        for (int i = 0; i < NAMES; i++) {
            snprintf(name, sizeof name, "n%d", i);
            const struct dns_answer *answer = dns_ask(dns, name, DNS_TYPE_MX);
            ck_assert_int_eq(answer->status, turn == 0 ? DNS_PENDING : DNS_NOERROR);
            if (turn == 1)
                ck_assert_int_eq(answer->records[0].mx.preference, i);
        }
        ck_assert_int_eq(source->ops->turn(source, memo, 0), turn == 0);
    }
    dns_view_close(dns);
    dns_memo_destroy(memo);
    source->ops->destroy(source);
}
END_TEST

/* What is answered from a recording and recorded again is the same recording. */
START_TEST(recorded_again)
{
    static const char text[] =
        "{\"name\":\"example.com\",\"type\":\"MX\",\"status\":\"noerror\",\"ttl\":300,\"ad\":true,"
        "\"aliases\":[\"a.example\"],\"records\":[\"10 mx.example.com.\"],"
        "\"extended_error\":{\"code\":3,\"text\":\"old\"},\"reason\":\"\"}\n";
    struct dns_source *source = open_replay(text);
    struct dns_memo *memo = dns_memo_create((size_t)1 << 20);
    struct dns *dns = dns_view_open(memo, &arena, NULL);
    struct dns_recorder *recorder = dns_recorder_create(path);
    dns_memo_record_to(memo, recorder);
    dns_ask(dns, "example.com", DNS_TYPE_MX);
    ck_assert(source->ops->turn(source, memo, 0));
    dns_view_close(dns);
    dns_memo_destroy(memo);
    ck_assert(dns_recorder_destroy(recorder));
    source->ops->destroy(source);

    char again[sizeof text + 1] = "";
    FILE *file = fopen(path, "r");
    ck_assert_uint_eq(fread(again, 1, sizeof again - 1, file), sizeof text - 1);
    fclose(file);
    ck_assert_str_eq(again, text);
}
END_TEST

START_TEST(nonce)
{
    static const struct {
        const char *text, *nonce;
    } rows[] = {
        {"", ""},
        {MX_LINE("a", "1 b."), ""},
        {"{\"nonce\":\"n0\"}\n" MX_LINE("a", "1 b."), "n0"},
        {"# later counts\n{\"nonce\":\"n0\"}\n" MX_LINE("a", "1 b.") "{\"nonce\":\"n1\"}", "n1"}};
    for (int i = 0; i < COUNT(rows); i++) {
        struct dns_source *source = open_replay(rows[i].text);
        ck_assert_str_eq(dns_replay_nonce(source), rows[i].nonce);
        source->ops->destroy(source);
    }
    struct dns_source other = {.ops = NULL};
    ck_assert_str_eq(dns_replay_nonce(&other), "");
}
END_TEST

/* A list with a key is found by the name that shows {key}, as the recording has it. */
START_TEST(keys)
{
    static const char *const secrets[] = {"s3cr3t"};
    struct dns_source *source = open_replay(MX_LINE("a.s3cr3t.example", "1 s3cr3t.example."));
    struct dns_memo *memo = dns_memo_create((size_t)1 << 20);
    struct dns *dns = dns_view_open(memo, &arena, NULL);
    struct dns_recorder *recorder = dns_recorder_create(path);
    dns_recorder_hide(recorder, secrets, 1);
    dns_memo_record_to(memo, recorder);
    dns_ask(dns, "a.S3CR3T.example", DNS_TYPE_MX);
    ck_assert(source->ops->turn(source, memo, 0));
    dns_view_close(dns);
    dns_memo_destroy(memo);
    ck_assert(dns_recorder_destroy(recorder));
    source->ops->destroy(source);

    struct dns_replay_error error;
    source = dns_replay_create(path, &error);
    ck_assert_msg(source != NULL, "%s", error.text);
    memo = dns_memo_create((size_t)1 << 20);
    dns = dns_view_open(memo, &arena, NULL);
    dns_ask(dns, "a.{key}.example", DNS_TYPE_MX);
    ck_assert(source->ops->turn(source, memo, 0));
    const struct dns_answer *answer = dns_ask(dns, "a.{key}.example", DNS_TYPE_MX);
    ck_assert_int_eq(answer->status, DNS_NOERROR);
    ck_assert_str_eq(answer->records[0].mx.exchange, "{key}.example");
    dns_view_close(dns);
    dns_memo_destroy(memo);
    source->ops->destroy(source);
}
END_TEST

static const struct {
    const char *text, *error;
    size_t line;
} bad_files[] = {
    {"{\"nonce\":\"a b\"}\n", "a line with \"nonce\" has nothing else", 1},
    {"x\n", "not JSON: ", 1},
    {"# fine\n\n" MX_LINE("a", "1 b.") "{\"name\":\"a\"}\n", "\"type\" is missing", 4},
    {MX_LINE("a", "1 b.") MX_LINE("a", "b."), "record 1 is no data of type MX", 2},
    {" # not at the start of the line\n", "not JSON: ", 1},
};

START_TEST(bad_file)
{
    struct dns_replay_error error;
    write_file(bad_files[_i].text, strlen(bad_files[_i].text));
    ck_assert_ptr_null(dns_replay_create(path, &error));
    ck_assert_uint_eq(error.line, bad_files[_i].line);
    ck_assert_msg(strstr(error.text, bad_files[_i].error) != NULL, "%s", error.text);
}
END_TEST

START_TEST(no_file)
{
    struct dns_replay_error error;
    ck_assert_ptr_null(dns_replay_create("/nonexistent/recording", &error));
    ck_assert_uint_eq(error.line, 0);
    ck_assert_str_eq(error.text, strerror(2));
    ck_assert_ptr_null(dns_replay_create("/tmp", &error));
    ck_assert_uint_eq(error.line, 0);
    ck_assert_str_ne(error.text, "");
}
END_TEST

START_TEST(empty_file)
{
    struct dns_source *source = open_replay("");
    source->ops->destroy(source);
    source = open_replay("#\n");
    source->ops->destroy(source);
}
END_TEST

/* A line of 1 MiB is read, one octet more is an error; a zero inside is no end of the line. */
START_TEST(line_length)
{
    struct dns_replay_error error;
    size_t length = ((size_t)1 << 20) + (size_t)_i;
    char *text = malloc(length + 1);
    memset(text, ' ', length);
    text[0] = '#';
    text[length] = '\n';
    write_file(text, length + 1);
    struct dns_source *source = dns_replay_create(path, &error);
    ck_assert_int_eq(source != NULL, _i == 0);
    if (source != NULL)
        source->ops->destroy(source);
    else
        ck_assert_str_eq(error.text, "the line is longer than 1 MiB");
    free(text);

    write_file("\0x\n", 3);
    ck_assert_ptr_null(dns_replay_create(path, &error));
    ck_assert_uint_eq(error.line, 1);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dns/replay");
    TCase *tcase = tcase_create("replay");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, answers, 0, COUNT(questions));
    tcase_add_test(tcase, many);
    tcase_add_test(tcase, recorded_again);
    tcase_add_test(tcase, nonce);
    tcase_add_test(tcase, keys);
    tcase_add_loop_test(tcase, bad_file, 0, COUNT(bad_files));
    tcase_add_test(tcase, no_file);
    tcase_add_test(tcase, empty_file);
    tcase_add_loop_test(tcase, line_length, 0, 2);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
