/*
 * provider_host.h - which mail host a recipient's provider is known by
 */
#ifndef REPORT_PROVIDER_HOST_H
#define REPORT_PROVIDER_HOST_H

#include "rcptcheck.h"

/* The first mail host, in the order of preference, that belongs to the result's provider; NULL if
 * none does. */
const char *provider_host(const struct rcpt_result *result);

#endif
