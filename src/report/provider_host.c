/*
 * provider_host.c - which mail host a recipient's provider is known by
 *
 * The library says whose mail hosts they are; which of them shows it is found here by asking the
 * same table of each host. Rows that share a name are one provider: it may have several suffixes.
 */
#include "report/provider_host.h"

#include <string.h>

const char *provider_host(const struct rcpt_result *result)
{
    if (result->provider == NULL || result->mx == NULL)
        return NULL;
    for (const struct rcpt_host *host = result->mx->hosts; host != NULL; host = host->next) {
        const struct rcpt_provider *provider = rcpt_provider_of_host(host->name);
        if (provider != NULL && strcmp(provider->name, result->provider->name) == 0)
            return host->name;
    }
    return NULL;
}
