/*
 * config_path_test.c - which configuration is read if none is named
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/config_path.h"
#include "unit.h"

static char scratch[] = "/tmp/rcptcheck-config-XXXXXX";
static char home_file[192], xdg_file[192];

static void make_file(char *path, size_t size, const char *folder)
{
    char name[128];
    snprintf(name, sizeof name, "%s/%s", scratch, folder);
    ck_assert_int_eq(mkdir(name, 0700), 0);
    snprintf(name, sizeof name, "%s/%s/rcptcheck", scratch, folder);
    ck_assert_int_eq(mkdir(name, 0700), 0);
    snprintf(path, size, "%s/config", name);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fclose(file);
}

static void set_up(void)
{
    ck_assert_ptr_nonnull(mkdtemp(scratch));
    make_file(home_file, sizeof home_file, ".config");
    make_file(xdg_file, sizeof xdg_file, "xdg");
}

static void remove_file(char *path)
{
    unlink(path);
    for (int folders = 0; folders < 2; folders++) {
        *strrchr(path, '/') = '\0';
        rmdir(path);
    }
}

static void tear_down(void)
{
    remove_file(home_file);
    remove_file(xdg_file);
    rmdir(scratch);
    memset(strrchr(scratch, '-') + 1, 'X', 6);
}

/* Folders below the scratch folder; NULL: not set. */
static const struct {
    const char *xdg, *home;
    bool relative;      /* the XDG folder is given as it is */
    const char *wanted; /* "xdg", "home", or "" for neither */
} cases[] = {
    {"xdg", "", false, "xdg"},   {NULL, "", false, "home"},
    {"none", "", false, ""}, /* that it is set counts, not that it is there */
    {NULL, "none", false, ""},   {NULL, NULL, false, ""},
    {"xdg", NULL, false, "xdg"}, {"xdg", "", true, "home"},
};

START_TEST(path_is_found)
{
    char text[160];
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("HOME");
    if (cases[_i].xdg != NULL) {
        snprintf(text, sizeof text, "%s%s%s", cases[_i].relative ? "" : scratch,
                 cases[_i].relative ? "" : "/", cases[_i].xdg);
        setenv("XDG_CONFIG_HOME", text, 1);
    }
    if (cases[_i].home != NULL) {
        snprintf(text, sizeof text, "%s/%s", scratch, cases[_i].home);
        if (*cases[_i].home == '\0')
            text[strlen(text) - 1] = '\0';
        setenv("HOME", text, 1);
    }
    struct buffer path;
    buffer_init(&path);
    const char *found = config_path(&path);
    if (strcmp(cases[_i].wanted, "xdg") == 0)
        ck_assert_str_eq(found, xdg_file);
    else if (strcmp(cases[_i].wanted, "home") == 0)
        ck_assert_str_eq(found, home_file);
    else /* the system's own file may be there or not */
        ck_assert_str_eq(found,
                         access("/etc/rcptcheck/config", F_OK) == 0 ? "/etc/rcptcheck/config" : "");
    buffer_clear(&path);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("config_path");
    TCase *tests = tcase_create("paths");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, path_is_found, 0, sizeof cases / sizeof *cases);
    suite_add_tcase(made, tests);
    return made;
}

int main(void)
{
    return unit_run(suite());
}
