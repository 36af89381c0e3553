/*
 * prometheus_test.c - the textfile form of Prometheus, read strictly
 *
 * The reader takes the text exposition format as it is documented and no more: HELP and TYPE once
 * and first, all samples of a metric together, names and labels of the allowed characters, label
 * values with the three escapes, no sample twice, a last line that is ended.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/report.h"
#include "unit.h"
#include "unit/report/listing_samples.h"

enum { SAMPLES_MOST = 256, METRICS_MOST = 16 };

struct exposition {
    char metrics[METRICS_MOST][64];
    size_t metric_count;
    char samples[SAMPLES_MOST][160]; /* name and labels */
    double values[SAMPLES_MOST];
    size_t sample_count;
};

static size_t name_length(const char *text)
{
    ck_assert_msg(strspn(text, "0123456789") == 0, "%s", text);
    return strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789:");
}

/* {label="value",...}; returns what comes behind. */
static const char *read_labels(const char *text)
{
    for (char next = '{'; next != '}'; next = *text) {
        ck_assert_int_eq(*text++, next);
        size_t length = name_length(text);
        ck_assert_msg(length > 0 && strncmp(text + length, "=\"", 2) == 0, "%s", text);
        text += length + 2;
        while (*text != '"') {
            ck_assert_msg(*text != '\0', "a value without an end");
            if (*text == '\\') {
                text++;
                ck_assert_msg(*text == '\\' || *text == '"' || *text == 'n', "\\%c", *text);
            }
            text++;
        }
        text++;
        ck_assert_msg(*text == ',' || *text == '}', "%s", text);
    }
    return text + 1;
}

static void read_sample(struct exposition *all, const char *line)
{
    const char *metric = all->metrics[all->metric_count - 1];
    size_t length = name_length(line);
    ck_assert_msg(length == strlen(metric) && strncmp(line, metric, length) == 0, "%s", line);
    const char *rest = line + length;
    if (*rest == '{')
        rest = read_labels(rest);
    ck_assert_uint_lt(all->sample_count, SAMPLES_MOST);
    char *sample = all->samples[all->sample_count];
    snprintf(sample, sizeof all->samples[0], "%.*s", (int)(rest - line), line);
    for (size_t i = 0; i < all->sample_count; i++)
        ck_assert_str_ne(all->samples[i], sample);
    ck_assert_int_eq(*rest, ' ');
    char *end;
    all->values[all->sample_count++] = strtod(rest + 1, &end);
    ck_assert_msg(end != rest + 1 && *end == '\0', "%s", line);
}

/* "# HELP name text" begins a metric that was not met before; "# TYPE name gauge" follows it. */
static void read_comment(struct exposition *all, const char *line, const char **typed)
{
    ck_assert_msg(strncmp(line, "# HELP ", 7) == 0 || strncmp(line, "# TYPE ", 7) == 0, "%s", line);
    size_t length = name_length(line + 7);
    ck_assert_msg(length > 0 && line[7 + length] == ' ' && line[8 + length] != '\0', "%s", line);
    if (line[2] == 'T') {
        ck_assert_ptr_nonnull(*typed);
        ck_assert_msg(strncmp(line + 7, *typed, length) == 0 && strlen(*typed) == length, "%s",
                      line);
        ck_assert_str_eq(line + 8 + length, "gauge");
        *typed = NULL;
        return;
    }
    ck_assert_ptr_null(*typed);
    ck_assert_uint_lt(all->metric_count, METRICS_MOST);
    char *metric = all->metrics[all->metric_count];
    snprintf(metric, sizeof all->metrics[0], "%.*s", (int)length, line + 7);
    for (size_t i = 0; i < all->metric_count; i++)
        ck_assert_str_ne(all->metrics[i], metric);
    all->metric_count++;
    *typed = metric;
}

static void read_all(struct exposition *all, char *text)
{
    const char *typed = NULL; /* has its HELP and wants its TYPE */
    size_t length = strlen(text);
    ck_assert(length > 0 && text[length - 1] == '\n');
    memset(all, 0, sizeof *all);
    for (char *line = text; *line != '\0';) {
        char *end = strchr(line, '\n');
        *end = '\0';
        if (*line == '#') {
            read_comment(all, line, &typed);
        } else {
            ck_assert_ptr_null(typed);
            ck_assert_uint_gt(all->metric_count, 0);
            read_sample(all, line);
        }
        line = end + 1;
    }
}

static double value_of(const struct exposition *all, const char *sample)
{
    for (size_t i = 0; i < all->sample_count; i++)
        if (strcmp(all->samples[i], sample) == 0)
            return all->values[i];
    return -1;
}

static void expose(struct exposition *all, const struct rcpt_result *const *results, size_t count)
{
    const struct report_style style = {.width = 80};
    struct report_tally *tally = report_tally_create();
    struct buffer out;
    buffer_init(&out);
    for (size_t i = 0; i < count; i++)
        ck_assert(report_tally_add(tally, results[i]));
    prometheus_listings_end(&out, &style, tally);
    ck_assert(!out.failed);
    read_all(all, out.data);
    buffer_clear(&out);
    report_tally_destroy(tally);
}

static const struct {
    const char *sample;
    double value; /* -1: there is none */
} samples[] = {
    {"rcptcheck_dnsbl_subjects", 4},
    {"rcptcheck_dnsbl_bad_subjects", 1},
    {"rcptcheck_dnsbl_listed_subjects", 2},
    {"rcptcheck_dnsbl_listed{zone=\"zen.spamhaus.org\"}", 1},
    {"rcptcheck_dnsbl_listed{zone=\"dnsbl-3.uceprotect.net\"}", 2},
    {"rcptcheck_dnsbl_listed{zone=\"psbl.surriel.com\"}", 0},
    /* It answered nothing: nobody knows. */
    {"rcptcheck_dnsbl_listed{zone=\"b.barracudacentral.org\"}", -1},
    {"rcptcheck_dnsbl_listed{zone=\"sbl.spamhaus.org\"}", -1},
    {"rcptcheck_dnsbl_listed{zone=\"list.dnswl.org\"}", -1},
    {"rcptcheck_dnsbl_allowed{zone=\"list.dnswl.org\"}", 1},
    {"rcptcheck_dnsbl_allowed{zone=\"wl.mailspike.net\"}", 0},
    {"rcptcheck_dnsbl_list_status{zone=\"zen.spamhaus.org\",status=\"ok\"}", 1},
    {"rcptcheck_dnsbl_list_status{zone=\"zen.spamhaus.org\",status=\"refused\"}", 1},
    {"rcptcheck_dnsbl_list_status{zone=\"zen.spamhaus.org\",status=\"timeout\"}", 0},
    {"rcptcheck_dnsbl_list_status{zone=\"b.barracudacentral.org\",status=\"ok\"}", 0},
    {"rcptcheck_dnsbl_list_status{zone=\"b.barracudacentral.org\",status=\"refused\"}", 1},
    {"rcptcheck_dnsbl_list_status{zone=\"bl.rewritten.example\",status=\"rewritten\"}", 1},
    {"rcptcheck_dnsbl_list_status{zone=\"psbl.surriel.com\",status=\"unusable\"}", 0},
    {"rcptcheck_dnsbl_list_status{zone=\"psbl.surriel.com\",status=\"error\"}", 0},
};
enum { SAMPLES = sizeof samples / sizeof *samples };

START_TEST(samples_are_told)
{
    static const struct rcpt_result *const results[] = {&listed_result, &low_result, &clear_result,
                                                        &bad_subject, &unasked_result};
    struct exposition *all = malloc(sizeof *all);
    expose(all, results, 5);
    ck_assert_msg(value_of(all, samples[_i].sample) == samples[_i].value, "%s: %g",
                  samples[_i].sample, value_of(all, samples[_i].sample));
    ck_assert_uint_eq(all->metric_count, 6);
    free(all);
}
END_TEST

START_TEST(nothing_is_a_form_too)
{
    struct exposition *all = malloc(sizeof *all);
    expose(all, NULL, 0);
    ck_assert_uint_eq(all->metric_count, 3);
    ck_assert(value_of(all, "rcptcheck_dnsbl_subjects") == 0);
    free(all);
}
END_TEST

/* Subjects add no series. */
START_TEST(series_do_not_grow_with_subjects)
{
    struct exposition *one = malloc(sizeof *one), *many = malloc(sizeof *many);
    const struct rcpt_result *results[100];
    for (size_t i = 0; i < 100; i++)
        results[i] = &listed_result;
    expose(one, results, 1);
    expose(many, results, 100);
    ck_assert_uint_eq(one->sample_count, many->sample_count);
    ck_assert(value_of(many, "rcptcheck_dnsbl_listed{zone=\"zen.spamhaus.org\"}") == 100);
    free(one);
    free(many);
}
END_TEST

START_TEST(labels_are_escaped)
{
    struct rcpt_listing row = low_row;
    struct rcpt_result result = low_result;
    const struct rcpt_result *results[] = {&result};
    struct exposition *all = malloc(sizeof *all);
    row.zone = "a\"b\\c";
    result.listings = &row;
    expose(all, results, 1);
    ck_assert(value_of(all, "rcptcheck_dnsbl_listed{zone=\"a\\\"b\\\\c\"}") == 1);
    free(all);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("prometheus");
    TCase *tests = tcase_create("prometheus");
    tcase_add_loop_test(tests, samples_are_told, 0, SAMPLES);
    tcase_add_test(tests, nothing_is_a_form_too);
    tcase_add_test(tests, series_do_not_grow_with_subjects);
    tcase_add_test(tests, labels_are_escaped);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
