/*
 * resolver.h - which resolvers to ask: the list of the system
 */
#ifndef DNS_RESOLVER_H
#define DNS_RESOLVER_H

#include "dns/channel.h"

/* Fills `resolvers` with those that c-ares reads from the file, in order, each once, as
 * dns_resolver_parse() writes them; NULL stands for /etc/resolv.conf. Returns their number: 0 only
 * if memory runs out, as c-ares takes 127.0.0.1 where a file names none. */
unsigned dns_resolver_list(const char *path,
                           char resolvers[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE]);

#endif
