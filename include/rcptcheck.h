/*
 * rcptcheck.h - say what SMTP will answer before a message is sent
 *
 * The life of one recipient:
 *
 *   "Alice@Example.com"                     rcpt_session_submit()
 *     -> address                            parsed by RFC 5321 and RFC 6531, its domain turned into
 * A-labels
 *     -> questions and answers              asked of DNS, each once for a whole session
 *     -> findings                           one struct a check: struct rcpt_mx, ...
 *     -> predictions                        rows of the rule table whose condition holds
 *     -> a verdict                          accept, unknown, defer or reject
 *   struct rcpt_result                      rcpt_session_next()
 *
 * Everything of one result lives and dies with it (rcpt_result_destroy()). Nothing here connects to
 * a mail server, sends mail, or writes a file that was not named by the caller.
 *
 * Threads: a session and its results belong to one thread at a time; different sessions are
 * independent, but must not be created or destroyed by two threads at once (c-ares before 1.34
 * counts its users without a lock). The tables of rcptcheck/codes.h are constant.
 *
 * Binary interface: structs are made by the library only and read by the caller; later versions may
 * add fields at their end, so never copy one by value or keep an array of them.
 */
#ifndef RCPTCHECK_H
#define RCPTCHECK_H

#include "rcptcheck/codes.h"
#include "rcptcheck/lists.h"
#include "rcptcheck/providers.h"
#include "rcptcheck/resolver.h"
#include "rcptcheck/result.h"
#include "rcptcheck/rules.h"
#include "rcptcheck/sender.h"
#include "rcptcheck/session.h"

#define RCPTCHECK_VERSION "0.1.0"

#endif
