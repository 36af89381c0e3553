/*
 * provider.c - whose mail hosts a domain has
 *
 * Told by the names of the hosts alone, in the order in which senders try them (RFC 5321 section
 * 5.1), whether they could be looked up or not. A host of an unknown name in front of a provider's
 * is passed over: nothing is known of its replies.
 */
#include "evaluate/provider.h"

const struct rcpt_provider *mail_provider(const struct rcpt_mx *mx)
{
    const struct rcpt_host *host = mx != NULL ? mx->hosts : NULL;
    for (; host != NULL; host = host->next) {
        const struct rcpt_provider *provider = rcpt_provider_of_host(host->name);
        if (provider != NULL)
            return provider;
    }
    return NULL;
}
