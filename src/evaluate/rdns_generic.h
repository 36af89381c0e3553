/*
 * rdns_generic.h - PTR names that were made from the address
 */
#ifndef EVALUATE_RDNS_GENERIC_H
#define EVALUATE_RDNS_GENERIC_H

#include <stdbool.h>

#include "address/ip.h"

/* Whether a host name (lower case) has the address in it: "host-192-0-2-10.isp.example". */
bool rdns_is_generic(const struct ip *ip, const char *name);

#endif
