/*
 * wire.c - a query out, and what a reply says to its question
 *
 * RFC 1035 section 4, RFC 2181 section 5, RFC 2308 sections 2 and 5, RFC 6891. wire_reply.c reads
 * the message; here it becomes an answer. Only records at the question's name and along its CNAME
 * chain count (RFC 5452 section 6); DNAME records are left to the CNAME that the resolver makes of
 * them.
 *
 * Limits: DNS_CHAIN_MAX aliases. A failure is kept for five seconds (RFC 9520 section 3.2), a
 * negative answer without a SOA record for a minute.
 */
#include "dns/wire.h"

#include <string.h>

#include "dns/name.h"
#include "dns/wire_reply.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

#define TTL_NEGATIVE 60 /* without a SOA record */
#define TTL_FAILURE  5

/* RCODEs that are failures (the IANA registry of DNS RCODEs). All but the first are one status: the
 * resolver will not answer. */
static const struct {
    unsigned rcode;
    enum dns_status status;
    const char *reason;
} failures[] = {
    {1, DNS_REFUSED, "the resolver answered FORMERR"},
    {2, DNS_SERVFAIL, "the resolver answered SERVFAIL"},
    {4, DNS_REFUSED, "the resolver answered NOTIMP"},
    {5, DNS_REFUSED, "the resolver answered REFUSED"},
    {6, DNS_REFUSED, "the resolver answered YXDOMAIN"},
    {7, DNS_REFUSED, "the resolver answered YXRRSET"},
    {8, DNS_REFUSED, "the resolver answered NXRRSET"},
    {9, DNS_REFUSED, "the resolver answered NOTAUTH"},
    {10, DNS_REFUSED, "the resolver answered NOTZONE"},
    {11, DNS_REFUSED, "the resolver answered DSOTYPENI"},
    {16, DNS_REFUSED, "the resolver answered BADVERS"},
    {22, DNS_REFUSED, "the resolver answered BADTRUNC"},
    {23, DNS_REFUSED, "the resolver answered BADCOOKIE"},
};

static void put_u16(unsigned char *at, unsigned value)
{
    at[0] = (unsigned char)(value >> 8);
    at[1] = (unsigned char)(value & 0xff);
}

size_t dns_wire_query(const char *name, uint16_t type, uint16_t id,
                      unsigned char query[DNS_QUERY_MAX])
{
    unsigned char qname[DNS_NAME_WIRE_MAX];
    size_t length = dns_name_to_wire(name, qname);
    if (length == 0)
        return 0;
    memset(query, 0, DNS_QUERY_MAX);
    put_u16(query, id);
    put_u16(query + 2, FLAG_RD | FLAG_AD);
    put_u16(query + 4, 1);
    put_u16(query + 10, 1);
    memcpy(query + 12, qname, length);

    unsigned char *at = query + 12 + length;
    put_u16(at, type);
    put_u16(at + 2, CLASS_IN);
    at += 4;
    /* OPT: the root, type, size; version, flags and data are zero (RFC 6891 section 6.1.2). */
    put_u16(at + 1, TYPE_OPT);
    put_u16(at + 3, DNS_EDNS_SIZE);
    return 12 + length + 4 + 11;
}

/* Makes the answer a failure, whatever was read so far. The extended error stays. */
static struct dns_answer *fail(struct dns_answer *answer, enum dns_status status,
                               const char *reason)
{
    answer->status = status;
    answer->reason = reason;
    answer->ttl = TTL_FAILURE;
    answer->authenticated = false;
    answer->canonical = answer->name;
    answer->aliases = NULL;
    answer->n_aliases = 0;
    answer->records = NULL;
    answer->n_records = 0;
    return answer;
}

static void lower_ttl(struct wire_reply *reply, uint32_t ttl)
{
    ttl = wire_ttl(ttl);
    if (ttl < reply->lowest_ttl)
        reply->lowest_ttl = ttl;
}

/* Where the CNAME record at `owner` points; NULL if there is none, "" if its data cannot be read.
 * Of several, which RFC 2181 section 10.1 forbids, the first one counts. */
static const char *find_alias(struct wire_reply *reply, const char *owner)
{
    struct wire_record record;
    struct dns_record data;
    struct wire_walk walk = wire_walk_answers(reply);
    if (!wire_walk_next(&walk, owner, DNS_TYPE_CNAME, &record))
        return NULL;
    if (!wire_rdata_read(reply->arena, wire_rdata(&reply->answers, &record), DNS_TYPE_CNAME, &data))
        return "";
    lower_ttl(reply, record.ttl);
    return data.target;
}

static bool is_on_chain(const char *name, const char *asked, const char *const *chain, size_t n)
{
    bool found = strcmp(name, asked) == 0;
    for (size_t i = 0; i < n && !found; i++)
        found = strcmp(name, chain[i]) == 0;
    return found;
}

/* Follows the chain from `asked`, in whatever order its records stand; *end is where it ends. */
static const char *follow_chain(struct wire_reply *reply, const char *asked, const char **end)
{
    struct dns_answer *answer = reply->answer;
    const char *chain[DNS_CHAIN_MAX], *name = asked, *target;
    size_t n = 0;
    *end = asked;
    if (answer->type == DNS_TYPE_CNAME)
        return NULL;
    while ((target = find_alias(reply, name)) != NULL) {
        if (*target == '\0')
            return "the data of a CNAME record are not well formed";
        if (is_on_chain(target, asked, chain, n))
            return "CNAME loop";
        if (n == DNS_CHAIN_MAX)
            return "CNAME chain longer than 16";
        chain[n++] = name = target;
    }
    if (n == 0)
        return NULL;
    const char **aliases = arena_array(reply->arena, n, sizeof *aliases);
    memcpy(aliases, chain, n * sizeof *aliases);
    answer->aliases = aliases;
    answer->n_aliases = n;
    answer->canonical = *end = name;
    return NULL;
}

/* Repeated records stand close together, if anywhere; a reply may hold thousands. */
#define REPEATS_MOST 256

/* Whether the record `n` repeats an earlier one (RFC 2181 section 5). */
static bool is_repeated(const struct wire_reply *reply, const struct wire_record *found,
                        const struct dns_record *records, size_t n)
{
    for (size_t i = n > REPEATS_MOST ? n - REPEATS_MOST : 0; i < n; i++) {
        if (wire_rdata_same(reply->answer->type, wire_rdata(&reply->answers, &found[i]),
                            &records[i], wire_rdata(&reply->answers, &found[n]), &records[n]))
            return true;
    }
    return false;
}

/* Takes the records of the asked type at `owner`. */
static const char *collect(struct wire_reply *reply, const char *owner)
{
    struct dns_answer *answer = reply->answer;
    struct wire_record record;
    size_t most = 0, n = 0;
    for (struct wire_walk walk = wire_walk_answers(reply);
         wire_walk_next(&walk, owner, answer->type, &record);)
        most++;
    if (most == 0)
        return NULL;

    struct dns_record *records = arena_array(reply->arena, most, sizeof *records);
    struct wire_record *found = arena_array(reply->arena, most, sizeof *found);
    for (struct wire_walk walk = wire_walk_answers(reply);
         n < most && wire_walk_next(&walk, owner, answer->type, &found[n]);) {
        if (!wire_rdata_read(reply->arena, wire_rdata(&reply->answers, &found[n]), answer->type,
                             &records[n]))
            return arena_printf(reply->arena, "the data of a %s record are not well formed",
                                dns_type_name(answer->type));
        lower_ttl(reply, found[n].ttl);
        if (!is_repeated(reply, found, records, n))
            n++;
    }
    answer->records = records;
    answer->n_records = n;
    return NULL;
}

static struct dns_answer *fail_by_rcode(struct wire_reply *reply)
{
    for (size_t i = 0; i < COUNT(failures); i++) {
        if (failures[i].rcode == reply->rcode)
            return fail(reply->answer, failures[i].status, failures[i].reason);
    }
    return fail(reply->answer, DNS_REFUSED,
                arena_printf(reply->arena, "the resolver answered RCODE %u", reply->rcode));
}

/* No records: NXDOMAIN or NODATA, unless the server sends us elsewhere. A referral (RFC 2308
 * section 2.2.1) has name servers and no SOA record; it says nothing about the question. */
static struct dns_answer *conclude_negative(struct wire_reply *reply)
{
    struct dns_answer *answer = reply->answer;
    bool referral = reply->has_ns && !reply->has_soa && (reply->flags & FLAG_AA) == 0;
    if (reply->rcode == RCODE_NOERROR && referral)
        return fail(answer, DNS_REFUSED,
                    "the resolver answered with a referral: it does not resolve for us");
    /* Other records are no answer to this question, not even a negative one. */
    if (reply->counts[ANSWER] > 0 && answer->n_aliases == 0 && !reply->has_soa)
        return fail(answer, DNS_MALFORMED, "the reply holds other records than those asked for");
    answer->status = reply->rcode == RCODE_NXDOMAIN ? DNS_NXDOMAIN : DNS_NODATA;
    lower_ttl(reply, reply->negative_ttl);
    answer->ttl = reply->lowest_ttl;
    return answer;
}

static struct dns_answer *conclude(struct wire_reply *reply, const char *asked)
{
    struct dns_answer *answer = reply->answer;
    const char *end;
    const char *problem = follow_chain(reply, asked, &end);
    if (problem == NULL)
        problem = collect(reply, end);
    if (problem == NULL && reply->rcode == RCODE_NXDOMAIN && answer->n_records > 0)
        problem = "the reply says NXDOMAIN and holds records";
    if (problem != NULL)
        return fail(answer, DNS_MALFORMED, problem);

    answer->authenticated = (reply->flags & FLAG_AD) != 0;
    if (answer->n_records == 0)
        return conclude_negative(reply);
    answer->status = DNS_NOERROR;
    answer->ttl = reply->lowest_ttl;
    return answer;
}

struct dns_answer *dns_wire_answer(struct arena *arena, const char *name, uint16_t type,
                                   const unsigned char *message, size_t length)
{
    char asked[DNS_NAME_TEXT_SIZE];
    struct dns_answer *answer = arena_alloc(arena, sizeof *answer);
    struct wire_reply reply = {
        .arena = arena, .answer = answer, .lowest_ttl = TTL_MOST, .negative_ttl = TTL_NEGATIVE};
    *answer = (struct dns_answer){.type = type,
                                  .name = name,
                                  .canonical = name,
                                  .extended_error = -1,
                                  .extended_text = "",
                                  .reason = ""};
    if (!dns_name_canonical(name, asked))
        return fail(answer, DNS_MALFORMED, "the text is no domain name");
    const char *problem = wire_reply_read(&reply, message, length);
    answer->edns = reply.has_opt;
    if (problem != NULL)
        return fail(answer, DNS_MALFORMED, problem);
    if (reply.rcode != RCODE_NOERROR && reply.rcode != RCODE_NXDOMAIN)
        return fail_by_rcode(&reply);
    return conclude(&reply, asked);
}
