/*
 * dnsxl_name.c - the names that are asked of a list
 *
 * RFC 5782: an IPv4 address is written in four reversed octets (section 2.1), an IPv6 address in 32
 * reversed nibbles (section 2.4), a domain as it is (section 3), each below the zone. A hashed
 * e-mail address is one label. {key} in a zone is replaced by the key wherever it stands.
 *
 * Limits: a name may come out longer than DNS allows; who asks has to look.
 */
#include "evaluate/dnsxl_name.h"

#include <string.h>

#include "evaluate/dnsxl_hash.h"

#define KEY_PLACE "{key}"

static const char *with_key(struct arena *arena, const char *zone, const char *key)
{
    const char *place;
    if (key[0] == '\0')
        return zone;
    const char *done = "";
    while ((place = strstr(zone, KEY_PLACE)) != NULL) {
        done = arena_printf(arena, "%s%.*s%s", done, (int)(place - zone), zone, key);
        zone = place + strlen(KEY_PLACE);
    }
    return arena_printf(arena, "%s%s", done, zone);
}

const char *dnsxl_below(struct arena *arena, const struct rcpt_list *list, const char *label,
                        const char *key)
{
    const char *zone = with_key(arena, list->zone, key);
    return label[0] == '\0' ? zone : arena_printf(arena, "%s.%s", label, zone);
}

static const char *reversed(struct arena *arena, const struct ip *ip)
{
    char labels[IP_REVERSED_SIZE];
    return arena_dup(arena, ip_reversed(ip, labels));
}

const char *dnsxl_labels(struct arena *arena, const struct rcpt_list *list, const char *text)
{
    struct ip ip;
    if (ip_parse(&ip, text))
        return reversed(arena, &ip);
    return strchr(text, '@') != NULL ? dnsxl_hash(arena, list->hash, text) : text;
}

const char *dnsxl_subject_labels(struct arena *arena, const struct rcpt_list *list,
                                 const struct dnsxl_subject *subject)
{
    switch (subject->kind) {
    case DNSXL_IP:
        return reversed(arena, &subject->ip);
    case DNSXL_EMAIL:
        return dnsxl_hash(arena, list->hash, subject->text);
    case DNSXL_DOMAIN:
        break;
    }
    return subject->text;
}

static unsigned kind_of(const struct dnsxl_subject *subject)
{
    switch (subject->kind) {
    case DNSXL_IP:
        return subject->ip.family == 4 ? RCPT_LIST_IP4 : RCPT_LIST_IP6;
    case DNSXL_EMAIL:
        return RCPT_LIST_EMAIL;
    case DNSXL_DOMAIN:
        break;
    }
    return RCPT_LIST_DOMAIN;
}

bool dnsxl_takes(const struct rcpt_list *list, const struct dnsxl_subject *subject)
{
    return (list->kinds & kind_of(subject)) != 0;
}

bool dnsxl_applies(const struct dnsxl_zone *zone, const struct dnsxl_subject *subject)
{
    return zone->list->state != RCPT_LIST_CLOSED && dnsxl_takes(zone->list, subject);
}

const char *dnsxl_question(struct arena *arena, const struct dnsxl_zone *zone,
                           const struct dnsxl_subject *subject)
{
    if (!dnsxl_applies(zone, subject))
        return NULL;
    const char *labels = dnsxl_subject_labels(arena, zone->list, subject);
    return labels != NULL ? dnsxl_below(arena, zone->list, labels, zone->key) : NULL;
}
