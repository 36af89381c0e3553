/*
 * resolver.c - the text form of a resolver, and the list of the system
 *
 * Of resolv.conf(5) c-ares is the reader, so that its rules hold here as in other programs; of what
 * it says only the addresses and ports are used, not search domains nor options.
 *
 * Limits: addresses with a zone (fe80::1%eth0) are not taken: c-ares 1.18 cannot ask them.
 */
#include "dns/resolver.h"

#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h> /* ares.h uses fd_set */

#define CARES_NO_DEPRECATED /* ares_get_servers_csv() is not there before 1.24 */
#include <ares.h>

#include "address/ip.h"

#define PORT_DNS 53

/* A decimal port, 1 to 65535, without leading zeros. 0 if it is none. */
static unsigned parse_port(const char *text)
{
    unsigned port = 0;
    if (*text == '0')
        return 0;
    for (; *text >= '0' && *text <= '9'; text++) {
        port = port * 10 + (unsigned)(*text - '0');
        if (port > UINT16_MAX)
            return 0;
    }
    return *text == '\0' ? port : 0;
}

static void format_resolver(const struct ip *ip, unsigned port,
                            char resolver[DNS_RESOLVER_TEXT_SIZE])
{
    char text[IP_TEXT_SIZE];
    const char *form = ip->family == 6 ? "[%s]:%u" : "%s:%u";
    snprintf(resolver, DNS_RESOLVER_TEXT_SIZE, form, ip_format(ip, text), port);
}

bool dns_resolver_parse(const char *text, char resolver[DNS_RESOLVER_TEXT_SIZE])
{
    struct ip ip;
    const char *address = text;
    const char *end = text + strlen(text);
    const char *behind = end; /* the colon before the port, or the end */

    if (*text == '[') {
        address = text + 1;
        end = strchr(address, ']');
        if (end == NULL)
            return false;
        behind = end + 1;
    } else {
        const char *colon = strchr(text, ':');
        if (colon != NULL && strchr(colon + 1, ':') == NULL)
            behind = end = colon;
    }
    if (!ip_parse_bytes(&ip, address, (size_t)(end - address)))
        return false;
    if ((*text == '[' || behind[0] == ':') && ip.family != (*text == '[' ? 6 : 4))
        return false;
    unsigned port = PORT_DNS;
    if (*behind != '\0')
        port = *behind == ':' ? parse_port(behind + 1) : 0;
    if (port == 0)
        return false;
    format_resolver(&ip, port, resolver);
    return true;
}

static bool is_listed(const char *resolver, unsigned count,
                      char resolvers[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE])
{
    for (unsigned i = 0; i < count; i++) {
        if (strcmp(resolvers[i], resolver) == 0)
            return true;
    }
    return false;
}

static unsigned copy_servers(const struct ares_addr_port_node *server,
                             char resolvers[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE])
{
    unsigned count = 0;
    for (; server != NULL && count < DNS_RESOLVERS_MAX; server = server->next) {
        struct ip ip;
        unsigned port = server->udp_port > 0 ? (unsigned)server->udp_port : PORT_DNS;
        if (server->family == AF_INET6)
            ip_from_v6(&ip, (const unsigned char *)&server->addr.addr6);
        else
            ip_from_v4(&ip, (const unsigned char *)&server->addr.addr4);
        format_resolver(&ip, port, resolvers[count]);
        if (!is_listed(resolvers[count], count, resolvers))
            count++;
    }
    return count;
}

unsigned dns_resolver_list(const char *path,
                           char resolvers[DNS_RESOLVERS_MAX][DNS_RESOLVER_TEXT_SIZE])
{
    char path_copy[1024];
    struct ares_options options = {.lookups = NULL};
    int mask = 0;
    if (path != NULL) {
        if (strlen(path) >= sizeof path_copy)
            return 0;
        memcpy(path_copy, path, strlen(path) + 1);
        options.resolvconf_path = path_copy;
        mask |= ARES_OPT_RESOLVCONF;
    }
    ares_channel channel;
    if (ares_init_options(&channel, &options, mask) != ARES_SUCCESS)
        return 0;
    struct ares_addr_port_node *servers = NULL;
    unsigned count = 0;
    if (ares_get_servers_ports(channel, &servers) == ARES_SUCCESS) {
        count = copy_servers(servers, resolvers);
        ares_free_data(servers);
    }
    ares_destroy(channel);
    return count;
}
