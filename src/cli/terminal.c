/*
 * terminal.c - how text is laid out for where it goes
 *
 * Colour by itself (auto) needs a terminal on standard output, no NO_COLOR of any but empty value
 * (no-color.org) and a TERM other than "dumb". The width is that of COLUMNS where it is a number,
 * else that of the terminal, kept within what reads well; a pipe or a file gets 80 columns, so that
 * output does not depend on who looks on.
 */
#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH_LEAST = 40, WIDTH_MOST = 120, WIDTH_DEFAULT = 80 };

static bool wants_color(unsigned when)
{
    if (when != COLOR_AUTO)
        return when == COLOR_ALWAYS;
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    if (no_color != NULL && *no_color != '\0')
        return false;
    return isatty(STDOUT_FILENO) && term != NULL && strcmp(term, "dumb") != 0;
}

static unsigned bounded(unsigned long width)
{
    return width < WIDTH_LEAST ? WIDTH_LEAST : width > WIDTH_MOST ? WIDTH_MOST : (unsigned)width;
}

static unsigned columns(void)
{
    const char *text = getenv("COLUMNS");
    struct winsize size;
    if (text != NULL && *text != '\0' && strspn(text, "0123456789") == strlen(text) &&
        strlen(text) < 9)
        return bounded(strtoul(text, NULL, 10));
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return bounded(size.ws_col);
    return WIDTH_DEFAULT;
}

struct report_style terminal_style(const struct options *options)
{
    return (struct report_style){
        .color = wants_color(options->color),
        .width = columns(),
        .verbose = options->verbose,
        .quiet = options->quiet,
    };
}
