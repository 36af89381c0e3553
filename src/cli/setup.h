/*
 * setup.h - a session as the command line asks for
 */
#ifndef CLI_SETUP_H
#define CLI_SETUP_H

#include "cli/options.h"

/* Makes a session and gives it every setting of the options; `lists`: those of lists and of the
 * configuration too. EXIT_ACCEPT, or another exit status, the reason told. *session is the
 * caller's to destroy either way; it may be NULL. */
int setup_session(const struct options *options, bool lists, struct rcpt_session **session);

/* Tells why the session did not do what it was asked, with the option and its value before the
 * reason unless `option` is "". The exit status that goes with it. */
int setup_fail(const struct rcpt_session *session, enum rcpt_status status, const char *option,
               const char *value);

/* The exit status for a status that is not RCPT_OK. */
int setup_exit(enum rcpt_status status);

#endif
