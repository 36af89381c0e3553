/* record_test.c - src/dns/record.c, record_parse.c */
#include "dns/record.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

static struct arena arena;

static void set_up(void)
{
    arena_init(&arena);
}

static void tear_down(void)
{
    arena_clear(&arena);
}

static struct dns_answer *parse(const char *line)
{
    const char *error = "none";
    struct dns_answer *answer = dns_record_parse(&arena, line, strlen(line), &error);
    ck_assert_msg(answer != NULL, "%s: %s", line, error);
    return answer;
}

/* Lines as they are written: read and written again they are the same. */
static const char *const lines[] = {
    "{\"name\":\"example.com\",\"type\":\"MX\",\"status\":\"noerror\",\"ttl\":300,\"ad\":true,"
    "\"aliases\":[],\"records\":[\"10 mx.example.com.\",\"20 .\"],\"extended_error\":null,"
    "\"reason\":\"\"}",
    "{\"name\":\"example.com\",\"type\":\"A\",\"status\":\"noerror\",\"ttl\":0,\"ad\":false,"
    "\"aliases\":[\"a.example\",\"b.example\"],\"records\":[\"192.0.2.1\"],"
    "\"extended_error\":{\"code\":3,\"text\":\"\"},\"reason\":\"\"}",
    "{\"name\":\"example.com\",\"type\":\"AAAA\",\"status\":\"noerror\",\"ttl\":604800,\"ad\":"
    "false,"
    "\"aliases\":[],\"records\":[\"2001:db8::1\"],\"extended_error\":null,\"reason\":\"\"}",
    "{\"name\":\"example.com\",\"type\":\"NS\",\"status\":\"noerror\",\"ttl\":1,\"ad\":false,"
    "\"aliases\":[],\"records\":[\"ns.example.\"],\"extended_error\":null,\"reason\":\"\"}",
    "{\"name\":\"example.com\",\"type\":\"CNAME\",\"status\":\"noerror\",\"ttl\":1,\"ad\":false,"
    "\"aliases\":[],\"records\":[\"a\\\\032b.example.\"],\"extended_error\":null,\"reason\":\"\"}",
    "{\"name\":\".\",\"type\":\"SOA\",\"status\":\"noerror\",\"ttl\":1,\"ad\":false,"
    "\"aliases\":[],\"records\":[\"a. b. 1 2 3 4 5\"],\"extended_error\":null,\"reason\":\"\"}",
    "{\"name\":\"1.2.0.192.in-addr.arpa\",\"type\":\"PTR\",\"status\":\"noerror\",\"ttl\":1,"
    "\"ad\":false,\"aliases\":[],\"records\":[\"a.example.\"],\"extended_error\":null,"
    "\"reason\":\"\"}",
    "{\"name\":\"example.com\",\"type\":\"TXT\",\"status\":\"noerror\",\"ttl\":1,\"ad\":false,"
    "\"aliases\":[],\"records\":[\"\\\"v=spf1 \\\\\\\\ \\\\\\\" \\\\000\\\"\"],"
    "\"extended_error\":null,\"reason\":\"\"}",
    "{\"name\":\"_25._tcp.mx.example\",\"type\":\"TLSA\",\"status\":\"noerror\",\"ttl\":1,"
    "\"ad\":true,\"aliases\":[],\"records\":[\"3 1 1 00ff\"],\"extended_error\":null,"
    "\"reason\":\"\"}",
    "{\"name\":\"example.com\",\"type\":\"MX\",\"status\":\"nodata\",\"ttl\":60,\"ad\":false,"
    "\"aliases\":[],\"records\":[],\"extended_error\":null,\"reason\":\"\"}",
    "{\"name\":\"example.com\",\"type\":\"MX\",\"status\":\"nxdomain\",\"ttl\":60,\"ad\":false,"
    "\"aliases\":[\"gone.example\"],\"records\":[],\"extended_error\":null,\"reason\":\"\"}",
    "{\"name\":\"example.com\",\"type\":\"MX\",\"status\":\"servfail\",\"ttl\":5,\"ad\":false,"
    "\"aliases\":[],\"records\":[],\"extended_error\":{\"code\":22,\"text\":\"at d\303\251pot\"},"
    "\"reason\":\"the resolver answered SERVFAIL\"}",
    "{\"name\":\"example.com\",\"type\":\"TYPE4711\",\"status\":\"refused\",\"ttl\":5,\"ad\":false,"
    "\"aliases\":[],\"records\":[],\"extended_error\":null,\"reason\":\"x\"}",
    "{\"name\":\"example.com\",\"type\":\"MX\",\"status\":\"malformed\",\"ttl\":5,\"ad\":false,"
    "\"aliases\":[],\"records\":[],\"extended_error\":null,\"reason\":\"CNAME loop\"}",
    "{\"name\":\"example.com\",\"type\":\"MX\",\"status\":\"timeout\",\"ttl\":5,\"ad\":false,"
    "\"aliases\":[],\"records\":[],\"extended_error\":null,\"reason\":\"late\",\"gave_up\":true}",
    "{\"name\":\"example.com\",\"type\":\"NS\",\"status\":\"noerror\",\"ttl\":1,\"ad\":false,"
    "\"aliases\":[],\"records\":[\"ns.example.\"],\"extended_error\":null,\"reason\":\"\","
    "\"edns\":true,\"truncated\":true}",
};

START_TEST(round_trip)
{
    char *again = dns_record_line(parse(lines[_i]));
    ck_assert_str_eq(again, lines[_i]);
    free(again);
}
END_TEST

START_TEST(fields)
{
    const struct dns_answer *a = parse(lines[1]);
    ck_assert_str_eq(a->name, "example.com");
    ck_assert_uint_eq(a->type, DNS_TYPE_A);
    ck_assert_int_eq(a->status, DNS_NOERROR);
    ck_assert_uint_eq(a->n_aliases, 2);
    ck_assert_str_eq(a->aliases[0], "a.example");
    ck_assert_ptr_eq(a->canonical, a->aliases[1]);
    ck_assert_int_eq(a->records[0].address.family, 4);
    ck_assert_int_eq(a->extended_error, 3);
    ck_assert(!a->authenticated && !a->gave_up);
    ck_assert(!a->edns && !a->truncated);
    ck_assert(parse(lines[0])->authenticated);
    ck_assert(parse(lines[COUNT(lines) - 2])->gave_up);
    ck_assert(parse(lines[COUNT(lines) - 1])->edns);
    ck_assert(parse(lines[COUNT(lines) - 1])->truncated);
}
END_TEST

/* What may be left out, and what is made one form. */
START_TEST(defaults)
{
    const struct dns_answer *a =
        parse(" { \"status\" : \"noerror\", \"records\":[\"0 MX.example\"], \"type\":\"MX\", "
              "\"name\" : \"EX\\\\097mple.com.\" } ");
    ck_assert_str_eq(a->name, "example.com");
    ck_assert_ptr_eq(a->canonical, a->name);
    ck_assert_str_eq(a->records[0].mx.exchange, "mx.example");
    ck_assert_uint_eq(a->ttl, 300);
    ck_assert_int_eq(a->extended_error, -1);
    ck_assert_str_eq(a->extended_text, "");
    ck_assert_str_eq(a->reason, "");
    ck_assert(!a->authenticated && !a->gave_up);
}
END_TEST

/* Texts from strangers are safe to print. */
START_TEST(safe_texts)
{
    const struct dns_answer *a =
        parse("{\"name\":\"a\",\"type\":\"MX\",\"status\":\"servfail\",\"reason\":\"\\u001b[1m\","
              "\"extended_error\":{\"code\":0,\"text\":\"a\\nb\"}}");
    ck_assert_str_eq(a->reason, "\\u{001B}[1m");
    ck_assert_str_eq(a->extended_text, "a\\u{000A}b");
}
END_TEST

#define HEAD "{\"name\":\"a\",\"type\":\"MX\",\"status\":\"nodata\""

/* What is wrong with a line, as a part of the phrase. */
static const struct {
    const char *line, *error;
} errors[] = {
    {"", "not JSON: "},
    {"{", "not JSON: "},
    {"[]", "not a JSON object"},
    {"\"x\"", "not JSON: "},
    {HEAD "} x", "not JSON: "},
    {HEAD ",\"reason\":\"\377\"}", "not JSON: "},
    {HEAD ",\"reason\":\"\\u0000\"}", "not JSON: "},
    {HEAD ",\"ttl\":1,\"ttl\":2}", "not JSON: duplicate object key"},
    {HEAD ",\"tll\":1}", "there is no field \"tll\""},
    {"{}", "the field \"name\" is missing"},
    {"{\"name\":\"a\",\"status\":\"nodata\"}", "the field \"type\" is missing"},
    {"{\"name\":\"a\",\"type\":\"MX\"}", "the field \"status\" is missing"},
    {"{\"name\":1,\"type\":\"MX\",\"status\":\"nodata\"}", "\"name\" must be a domain name"},
    {"{\"name\":\"a..b\",\"type\":\"MX\",\"status\":\"nodata\"}", "\"name\" must be a domain name"},
    {"{\"name\":\"a\",\"type\":\"mx\",\"status\":\"nodata\"}", "\"type\" must be a record type"},
    {"{\"name\":\"a\",\"type\":15,\"status\":\"nodata\"}", "\"type\" must be a record type"},
    {"{\"name\":\"a\",\"type\":\"MX\",\"status\":\"pending\"}", "\"status\" must be noerror, "},
    {"{\"name\":\"a\",\"type\":\"MX\",\"status\":null}", "\"status\" must be noerror, "},
    {HEAD ",\"ttl\":-1}", "\"ttl\" must be a number"},
    {HEAD ",\"ttl\":604801}", "\"ttl\" must be a number"},
    {HEAD ",\"ttl\":1.5}", "\"ttl\" must be a number"},
    {HEAD ",\"ttl\":\"1\"}", "\"ttl\" must be a number"},
    {HEAD ",\"ad\":1}", "\"ad\" must be true or false"},
    {HEAD ",\"aliases\":\"b\"}", "\"aliases\" must be a list"},
    {HEAD ",\"aliases\":[\"b\",1]}", "\"aliases\" must be a list"},
    {HEAD ",\"aliases\":[\"b..c\"]}", "\"aliases\" must be a list"},
    {HEAD ",\"records\":{}}", "\"records\" must be a list"},
    {HEAD ",\"records\":[\"10 a.\",7]}", "record 2 is no data of type MX"},
    {HEAD ",\"records\":[\"x\"]}", "record 1 is no data of type MX"},
    {HEAD ",\"records\":[\"10 a.\"]}", "only status noerror has records"},
    {"{\"name\":\"a\",\"type\":\"MX\",\"status\":\"noerror\"}", "noerror needs records"},
    {"{\"name\":\"a\",\"type\":\"TYPE9\",\"status\":\"noerror\",\"records\":[\"x\"]}",
     "record 1 is no data of type TYPE9"},
    {HEAD ",\"extended_error\":22}", "\"extended_error\" must be null or an object"},
    {HEAD ",\"extended_error\":{\"code\":22}}", "\"extended_error\" must be null or an object"},
    {HEAD ",\"extended_error\":{\"code\":65536,\"text\":\"\"}}", "\"extended_error\" must be null"},
    {HEAD ",\"extended_error\":{\"code\":1,\"text\":\"\",\"x\":1}}", "\"extended_error\" must be"},
    {HEAD ",\"reason\":null}", "\"reason\" must be a text"},
    {HEAD ",\"edns\":1}", "\"edns\" must be true or false"},
    {HEAD ",\"truncated\":null}", "\"truncated\" must be true or false"},
    {HEAD ",\"nonce\":\"a\"}", "there is no field \"nonce\""},
    {HEAD ",\"gave_up\":0}", "\"gave_up\" must be true or false"},
    {HEAD ",\"gave_up\":true}", "only status timeout can have gave_up"},
};

START_TEST(refused_lines)
{
    const char *error = NULL;
    const char *line = errors[_i].line;
    ck_assert_ptr_null(dns_record_parse(&arena, line, strlen(line), &error));
    ck_assert_ptr_nonnull(error);
    ck_assert_msg(strstr(error, errors[_i].error) != NULL, "%s: %s", line, error);
    ck_assert_ptr_null(arena.guard);
}
END_TEST

/* 16 aliases are read, 17 are not. */
START_TEST(many_aliases)
{
    char line[600] = HEAD ",\"aliases\":[\"a0\"";
    const char *error;
    for (int i = 1; i < 16 + _i; i++)
        strcat(line, ",\"b\"");
    strcat(line, "]}");
    ck_assert_int_eq(dns_record_parse(&arena, line, strlen(line), &error) != NULL, _i == 0);
}
END_TEST

START_TEST(recorded_file)
{
    char folder[] = "/tmp/record_test.XXXXXX", path[64], read_back[600] = "";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/recording", folder);
    struct dns_recorder *recorder = dns_recorder_create(path);
    ck_assert_ptr_nonnull(recorder);
    dns_recorder_add(recorder, parse(lines[0]));
    dns_recorder_add(recorder, &(struct dns_answer){.status = DNS_MALFORMED,
                                                    .type = DNS_TYPE_MX,
                                                    .name = "no..name",
                                                    .canonical = "no..name",
                                                    .extended_error = -1,
                                                    .extended_text = "",
                                                    .reason = ""});
    dns_recorder_add(recorder, parse(lines[9]));
    ck_assert(dns_recorder_destroy(recorder));

    struct stat status;
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_uint_eq(status.st_mode & 0777, 0600);
    FILE *file = fopen(path, "r");
    ck_assert_uint_gt(fread(read_back, 1, sizeof read_back - 1, file), 0);
    fclose(file);
    unlink(path);
    rmdir(folder);
    ck_assert_str_eq(read_back, arena_printf(&arena, "%s\n%s\n", lines[0], lines[9]));
}
END_TEST

START_TEST(recorder_errors)
{
    errno = 0;
    ck_assert_ptr_null(dns_recorder_create("/nonexistent/folder/file"));
    ck_assert_int_eq(errno, ENOENT);
    ck_assert(dns_recorder_destroy(NULL));
    struct dns_recorder *recorder = dns_recorder_create("/dev/full");
    ck_assert_ptr_nonnull(recorder);
    dns_recorder_add(recorder, parse(lines[0]));
    ck_assert(!dns_recorder_destroy(recorder));
}
END_TEST

/* ---- the nonce ---- */

static const struct {
    const char *line, *nonce; /* NULL: of the nonce, but not of its form */
} nonces[] = {
    {"{\"nonce\":\"a1b2\"}", "a1b2"},
    {" { \"nonce\" : \"0\" } ", "0"},
    {"{\"nonce\":\"\"}", NULL},
    {"{\"nonce\":\"a.b\"}", NULL},
    {"{\"nonce\":\"A\"}", NULL},
    {"{\"nonce\":\"012345678901234567890123456789012345678901234567890123456789012\"}",
     "012345678901234567890123456789012345678901234567890123456789012"},
    {"{\"nonce\":\"0123456789012345678901234567890123456789012345678901234567890123\"}", NULL},
    {"{\"nonce\":1}", NULL},
    {"{\"nonce\":\"a\",\"nonce\":\"a\"}", NULL},
    {"{\"nonce\":\"a\",\"name\":\"b\"}", NULL},
    {"{\"nonce\"", NULL},
};

START_TEST(nonce_lines)
{
    const char *nonce = "", *error = NULL, *line = nonces[_i].line;
    ck_assert(dns_record_parse_nonce(&arena, line, strlen(line), &nonce, &error));
    ck_assert_pstr_eq(nonce, nonces[_i].nonce);
    ck_assert_ptr_nonnull(error);
}
END_TEST

START_TEST(other_lines_are_no_nonce)
{
    static const char *const others[] = {"", "{", "{}", "[]", "\"nonce", "{\"name\":\"nonce\"}"};
    const char *nonce = NULL, *error = NULL;
    for (int i = 0; i < COUNT(others); i++)
        ck_assert(!dns_record_parse_nonce(&arena, others[i], strlen(others[i]), &nonce, &error));
    ck_assert(!dns_record_parse_nonce(&arena, lines[0], strlen(lines[0]), &nonce, &error));
    ck_assert(!dns_record_parse_nonce(&arena, "{\"nonce\"", 4, &nonce, &error));
}
END_TEST

/* ---- what must not be written ---- */

#define KEY "Zx9-q_81secretkey"

static const struct {
    const char *title, *line, *written;
} hidden[] = {
    {"in the name, with another case",
     "{\"name\":\"2.0.0.127.zX9-q_81SECRETkey.zen.example\",\"type\":\"A\",\"status\":"
     "\"nxdomain\"}",
     "{\"name\":\"2.0.0.127.{key}.zen.example\",\"type\":\"A\",\"status\":\"nxdomain\",\"ttl\":300,"
     "\"ad\":false,\"aliases\":[],\"records\":[],\"extended_error\":null,\"reason\":\"\"}"},
    {"as a part of a label, and in aliases and records",
     "{\"name\":\"a" KEY "b.example\",\"type\":\"MX\",\"status\":\"noerror\","
     "\"aliases\":[\"x." KEY "\"],\"records\":[\"10 " KEY ".example.\",\"20 other.example.\"]}",
     "{\"name\":\"a{key}b.example\",\"type\":\"MX\",\"status\":\"noerror\",\"ttl\":300,"
     "\"ad\":false,\"aliases\":[\"x.{key}\"],\"records\":[\"10 {key}.example.\","
     "\"20 other.example.\"],\"extended_error\":null,\"reason\":\"\"}"},
    {"in a text, twice",
     "{\"name\":\"b\",\"type\":\"TXT\",\"status\":\"noerror\",\"records\":[\"\\\"see ?k=" KEY
     "&" KEY "\\\"\"]}",
     "{\"name\":\"b\",\"type\":\"TXT\",\"status\":\"noerror\",\"ttl\":300,\"ad\":false,"
     "\"aliases\":[],\"records\":[\"\\\"see ?k={key}&{key}\\\"\"],\"extended_error\":null,"
     "\"reason\":\"\"}"},
    {"in a SOA record",
     "{\"name\":\"b\",\"type\":\"SOA\",\"status\":\"noerror\",\"records\":[\"" KEY ". a." KEY
     ". 1 2 3 4 5\"]}",
     "{\"name\":\"b\",\"type\":\"SOA\",\"status\":\"noerror\",\"ttl\":300,\"ad\":false,"
     "\"aliases\":[],\"records\":[\"{key}. a.{key}. 1 2 3 4 5\"],\"extended_error\":null,"
     "\"reason\":\"\"}"},
    {"in what went wrong",
     "{\"name\":\"b\",\"type\":\"A\",\"status\":\"servfail\",\"reason\":\"no " KEY "\","
     "\"extended_error\":{\"code\":22,\"text\":\"at " KEY "\"}}",
     "{\"name\":\"b\",\"type\":\"A\",\"status\":\"servfail\",\"ttl\":300,\"ad\":false,"
     "\"aliases\":[],\"records\":[],\"extended_error\":{\"code\":22,\"text\":\"at {key}\"},"
     "\"reason\":\"no {key}\"}"},
    {"of two that begin alike the longer",
     "{\"name\":\"" KEY "-long.example\",\"type\":\"A\",\"status\":\"nodata\"}",
     "{\"name\":\"{key}.example\",\"type\":\"A\",\"status\":\"nodata\",\"ttl\":300,\"ad\":false,"
     "\"aliases\":[],\"records\":[],\"extended_error\":null,\"reason\":\"\"}"},
    {"with characters that a name escapes",
     "{\"name\":\"k\\\\@y7.example\",\"type\":\"A\",\"status\":\"nodata\",\"reason\":\"k@y7\"}",
     "{\"name\":\"{key}.example\",\"type\":\"A\",\"status\":\"nodata\",\"ttl\":300,\"ad\":false,"
     "\"aliases\":[],\"records\":[],\"extended_error\":null,\"reason\":\"{key}\"}"},
    {"addresses are no text",
     "{\"name\":\"b\",\"type\":\"A\",\"status\":\"noerror\",\"records\":[\"192.0.2.1\"]}",
     "{\"name\":\"b\",\"type\":\"A\",\"status\":\"noerror\",\"ttl\":300,\"ad\":false,"
     "\"aliases\":[],\"records\":[\"192.0.2.1\"],\"extended_error\":null,\"reason\":\"\"}"},
    {"a name that would be too long is left out",
     "{\"name\":\"abcx01234567890123456789012345678901234567890123456789012345678.example\","
     "\"type\":\"A\",\"status\":\"nodata\"}",
     ""},
};

START_TEST(keys_are_hidden)
{
    static const char *const secrets[] = {"", KEY, KEY "-LONG", "k@y7", "192.0.2.1", "abcx"};
    char path[] = "/tmp/record_test.XXXXXX", read_back[1000] = "";
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    close(fd);
    struct dns_recorder *recorder = dns_recorder_create(path);
    ck_assert_ptr_nonnull(recorder);
    dns_recorder_hide(recorder, secrets, COUNT(secrets));
    dns_recorder_nonce(recorder, "n0nce");
    dns_recorder_add(recorder, parse(hidden[_i].line));
    ck_assert(dns_recorder_destroy(recorder));
    FILE *file = fopen(path, "r");
    ck_assert_uint_gt(fread(read_back, 1, sizeof read_back - 1, file), 0);
    fclose(file);
    unlink(path);
    const char *line = hidden[_i].written;
    const char *expected =
        arena_printf(&arena, "{\"nonce\":\"n0nce\"}\n%s%s", line, line[0] != '\0' ? "\n" : "");
    ck_assert_msg(strcmp(read_back, expected) == 0, "%s: %s", hidden[_i].title, read_back);
    if (line[0] != '\0')
        (void)parse(line);
}
END_TEST

static int allocations_left;

static void *failing_malloc(size_t size)
{
    return allocations_left-- > 0 ? malloc(size) : NULL;
}

/* Whichever allocation of the JSON library fails: a whole line or none, and nothing is lost. */
START_TEST(out_of_memory)
{
    const struct dns_answer *answer = parse(lines[1]);
    int failed = 0;
    char *line = NULL;
    for (int n = 0; line == NULL; n++, failed++) {
        allocations_left = n;
        json_set_alloc_funcs(failing_malloc, free);
        line = dns_record_line(answer);
        json_set_alloc_funcs(malloc, free);
    }
    ck_assert_int_gt(failed, 20);
    ck_assert_str_eq(line, lines[1]);
    free(line);

    const char *error = "";
    answer = NULL;
    for (failed = 0; answer == NULL; failed++) {
        allocations_left = failed;
        json_set_alloc_funcs(failing_malloc, free);
        answer = dns_record_parse(&arena, lines[1], strlen(lines[1]), &error);
        json_set_alloc_funcs(malloc, free);
        if (answer == NULL)
            ck_assert_msg(strncmp(error, "not JSON", 8) == 0, "%s", error);
    }
    ck_assert_int_gt(failed, 20);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dns/record");
    TCase *tcase = tcase_create("record");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, round_trip, 0, COUNT(lines));
    tcase_add_test(tcase, fields);
    tcase_add_test(tcase, defaults);
    tcase_add_test(tcase, safe_texts);
    tcase_add_loop_test(tcase, refused_lines, 0, COUNT(errors));
    tcase_add_loop_test(tcase, many_aliases, 0, 2);
    tcase_add_test(tcase, recorded_file);
    tcase_add_test(tcase, recorder_errors);
    tcase_add_loop_test(tcase, nonce_lines, 0, COUNT(nonces));
    tcase_add_test(tcase, other_lines_are_no_nonce);
    tcase_add_loop_test(tcase, keys_are_hidden, 0, COUNT(hidden));
    tcase_add_test(tcase, out_of_memory);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
