/*
 * terminal.h - how text is laid out for where it goes
 */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include "cli/options.h"

/* Colour by --color, NO_COLOR and TERM; width by COLUMNS or the terminal, 40 to 120, else 80. */
struct report_style terminal_style(const struct options *options);

#endif
