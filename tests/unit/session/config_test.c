/*
 * config_test.c - the configuration of lists: what is taken, what is refused and at which line
 */
#include "session/config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

static struct config config;
static char path[] = "/tmp/rcptcheck-config-XXXXXX";

static enum config_result read_text(const char *text, char *error, size_t size)
{
    snprintf(path, sizeof path, "/tmp/rcptcheck-config-XXXXXX");
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    enum config_result result = config_read(&config, path, error, size);
    unlink(path);
    return result;
}

static void setup(void)
{
    config_init(&config);
}

static void teardown(void)
{
    config_clear(&config);
}

static const struct config_list *read_good(const char *text, const char *zone)
{
    char error[160] = "";
    ck_assert_msg(read_text(text, error, sizeof error) == CONFIG_OK, "%s", error);
    return config_find(&config, zone);
}

START_TEST(an_empty_file_says_nothing)
{
    ck_assert_ptr_null(read_good("", "zen.spamhaus.org"));
    ck_assert_ptr_null(config.lists);
}
END_TEST

START_TEST(settings_of_a_known_list)
{
    const struct config_list *list =
        read_good("# mine\n[Zen.Spamhaus.ORG.]\nenabled = no\nseverity = low\nrate = 7\n",
                  "zen.spamhaus.org");
    ck_assert_ptr_nonnull(list);
    ck_assert_int_eq(list->enabled, CONFIG_NO);
    ck_assert(list->has_severity);
    ck_assert_int_eq(list->severity, RCPT_SEVERITY_LOW);
    ck_assert_uint_eq(list->rate, 7);
    ck_assert_ptr_null(list->own);
    ck_assert_str_eq(list->key, "");
}
END_TEST

START_TEST(a_key)
{
    const struct config_list *list =
        read_good("[{key}.zen.dq.spamhaus.net]\nkey = abc123def\n", "{key}.zen.dq.spamhaus.net");
    ck_assert_ptr_nonnull(list);
    ck_assert_str_eq(list->key, "abc123def");
}
END_TEST

START_TEST(a_key_written_into_the_zone)
{
    const struct config_list *list =
        read_good("[Abc123.zen.dq.spamhaus.net]\nseverity = high\n", "{key}.zen.dq.spamhaus.net");
    ck_assert_ptr_nonnull(list);
    ck_assert_str_eq(list->key, "abc123");
    ck_assert_str_eq(list->zone, "{key}.zen.dq.spamhaus.net");
}
END_TEST

START_TEST(error_codes_of_the_catalogue_stay)
{
    const struct config_list *list =
        read_good("[multi.surbl.org]\ncode.127.0.0.8 = phish\n", "multi.surbl.org");
    bool refused = false;
    ck_assert_str_eq(list->own->codes[0].meaning, "phish");
    for (const struct rcpt_list_code *code = list->own->codes; code->pattern != NULL; code++)
        refused |= code->effect == RCPT_CODE_REFUSED && strcmp(code->pattern, "127.0.0.1") == 0;
    ck_assert(refused);
}
END_TEST

START_TEST(a_list_of_ones_own)
{
    const struct config_list *list = read_good("[bl.example.org]\n"
                                               "name = Ours\n"
                                               "kind = ip4, domain\n"
                                               "code.127.0.0.2 = sends spam\n"
                                               "code.127.0.0.&64 = a bit\n"
                                               "error.127.0.0.1 = refused\n"
                                               "test-listed = 127.0.0.9\n"
                                               "test-unlisted = 127.0.0.8\n"
                                               "delist = https://bl.example.org/\n",
                                               "bl.example.org");
    ck_assert_ptr_nonnull(list);
    const struct rcpt_list *own = list->own;
    ck_assert_ptr_nonnull(own);
    ck_assert_str_eq(own->name, "Ours");
    ck_assert_uint_eq(own->kinds, RCPT_LIST_IP4 | RCPT_LIST_DOMAIN);
    ck_assert_str_eq(own->codes[0].pattern, "127.0.0.2");
    ck_assert_int_eq(own->codes[0].effect, RCPT_CODE_LISTED);
    ck_assert_str_eq(own->codes[1].meaning, "a bit");
    ck_assert_int_eq(own->codes[2].effect, RCPT_CODE_REFUSED);
    ck_assert_ptr_null(own->codes[3].pattern);
    ck_assert_str_eq(own->test_listed, "127.0.0.9");
    ck_assert_str_eq(own->test_unlisted, "127.0.0.8");
    ck_assert_str_eq(own->delist, "https://bl.example.org/");
    ck_assert_int_eq(own->severity, RCPT_SEVERITY_LOW);
}
END_TEST

START_TEST(changed_facts_of_a_known_list)
{
    const struct config_list *list =
        read_good("[bl.spamcop.net]\ndelist = https://example.org/\n", "bl.spamcop.net");
    const struct rcpt_list *known = rcpt_list_find("bl.spamcop.net");
    ck_assert_ptr_nonnull(known);
    ck_assert_ptr_nonnull(list->own);
    ck_assert_str_eq(list->own->delist, "https://example.org/");
    ck_assert_str_eq(list->own->name, known->name);
    ck_assert_ptr_eq(list->own->codes, known->codes);
}
END_TEST

START_TEST(no_test_entry)
{
    const struct config_list *list =
        read_good("[bl.example.org]\ntest-listed =\n", "bl.example.org");
    ck_assert_uint_eq(list->own->quirks, RCPT_LIST_NO_TEST_LISTED);
}
END_TEST

static const struct {
    const char *text;
    int line;
    const char *reason;
} bad[] = {
    {"key = x\n", 1, "before the first section"},
    {"[bl.example.org]\nnonsense = 1\n", 2, "no such setting"},
    {"[bl.example.org]\n\n\nseverity = terrible\n", 4, "low, medium or high"},
    {"[bl.example.org]\nenabled = perhaps\n", 2, "yes or no"},
    {"[bl.example.org]\nrate = 0\n", 2, "1 to 100000"},
    {"[bl.example.org]\nrate = 100001\n", 2, "1 to 100000"},
    {"[bl.example.org]\nrate = 5x\n", 2, "1 to 100000"},
    {"[bl.example.org]\nrate = -5\n", 2, "1 to 100000"},
    {"[bl.example.org]\nkey = abc\n", 2, "{key}"},
    {"[{key}.example.org]\nkey = a.b\n", 2, "letters, digits"},
    {"[{key}.example.org]\nkey =\n", 2, "letters, digits"},
    {"[bl.example.org]\nkind = ip5\n", 2, "ip4, ip6, domain or email"},
    {"[bl.example.org]\nkind =\n", 2, "missing"},
    {"[bl.example.org]\nhash = crc32\n", 2, "sha1"},
    {"[bl.example.org]\nallow = maybe\n", 2, "yes or no"},
    {"[bl.example.org]\ncode.127.0.0 = x\n", 2, "four octets"},
    {"[bl.example.org]\ncode.127.0.0.300 = x\n", 2, "four octets"},
    {"[a..b]\nseverity = low\n", 2, "is a zone"},
    {"[a.example]\nseverity = low\n[b.example]\nrate = 1\n[A.example]\nrate = 1\n", 6,
     "has a section already"},
    {"[bl.example.org]\njust words\n", 2, "neither"},
    {"[bl.example.org\nrate = 1\n", 1, "neither"},
};

START_TEST(what_is_refused)
{
    char error[160] = "", line[32];
    ck_assert_int_eq(read_text(bad[_i].text, error, sizeof error), CONFIG_BAD);
    snprintf(line, sizeof line, "line %d: ", bad[_i].line);
    ck_assert_msg(strncmp(error, line, strlen(line)) == 0, "%s", error);
    ck_assert_msg(strstr(error, bad[_i].reason) != NULL, "%s", error);
}
END_TEST

START_TEST(a_key_is_never_repeated)
{
    char error[160] = "";
    ck_assert_int_eq(read_text("[{key}.example.org]\nkey = secret.secret\n", error, sizeof error),
                     CONFIG_BAD);
    ck_assert_ptr_null(strstr(error, "secret"));
}
END_TEST

/* inih would take the rest of a long line for a line of its own: a comment could become a setting.
 */
START_TEST(a_long_line)
{
    char error[160] = "", text[600] = "[bl.example.org]\n; ";
    memset(text + strlen(text), 'y', 300);
    strcat(text, " rate = 0\nseverity = low\n");
    ck_assert_int_eq(read_text(text, error, sizeof error), CONFIG_BAD);
    ck_assert_str_eq(error, "line 2: the line is too long");
}
END_TEST

START_TEST(no_file)
{
    char error[160] = "";
    ck_assert_int_eq(config_read(&config, "/nonexistent/config", error, sizeof error),
                     CONFIG_NO_FILE);
    ck_assert_str_ne(error, "");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("session/config");
    TCase *tcase = tcase_create("config");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, an_empty_file_says_nothing);
    tcase_add_test(tcase, settings_of_a_known_list);
    tcase_add_test(tcase, a_key);
    tcase_add_test(tcase, a_key_written_into_the_zone);
    tcase_add_test(tcase, error_codes_of_the_catalogue_stay);
    tcase_add_test(tcase, a_list_of_ones_own);
    tcase_add_test(tcase, changed_facts_of_a_known_list);
    tcase_add_test(tcase, no_test_entry);
    tcase_add_loop_test(tcase, what_is_refused, 0, (int)(sizeof bad / sizeof *bad));
    tcase_add_test(tcase, a_key_is_never_repeated);
    tcase_add_test(tcase, a_long_line);
    tcase_add_test(tcase, no_file);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
