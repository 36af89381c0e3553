/*
 * dns.h - ask DNS from inside a check: the one header of this folder that checks include, beside
 * answer.h
 *
 * Ask and re-run. A check is a plain function. It asks for what it needs by name and type; what is
 * not known yet has status DNS_PENDING, is then wanted, and is asked of the network once, however
 * many checks want it. The check goes on to ask whatever else it can name already, then returns
 * CHECK_WAIT; it is run again from its start when answers have come in. What it has read stays as
 * it was until the task is done, so every run sees the same world, and the order in which packets
 * arrive cannot change a result.
 */
#ifndef DNS_DNS_H
#define DNS_DNS_H

#include <stdint.h>

#include "dns/answer.h"

/* One task's view of the shared memo (see memo.h). */
struct dns;

/* The answer to (name, type). `name` is text as in name.h, in any case, with or without its final
 * dot. The answer is borrowed and lives until the task is done. Asking twice is free. A text that
 * is no name gives DNS_MALFORMED. Does not return when memory runs out (see util/arena.h). */
const struct dns_answer *dns_ask(struct dns *dns, const char *name, uint16_t type);

#endif
