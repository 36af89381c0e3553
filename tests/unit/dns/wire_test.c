/* wire_test.c - src/dns/wire.c, wire_reply.c, wire_read.c, wire_rdata.c */
#include "dns/wire.h"

#include <string.h>

#include "message.h"
#include "unit.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

#define ANSWERED 0x8180u /* QR RD RA */
#define AA       0x0400u
#define TC       0x0200u
#define AD       0x0020u
#define NXDOMAIN 3u

#define SOA "ns example.com 900 SOA ns.example.com. host.example.com. 1 7200 3600 1209600 "

static struct arena arena;
static struct message message;

static void set_up(void)
{
    arena_init(&arena);
}

static void tear_down(void)
{
    arena_clear(&arena);
}

/* A reply and what becomes of it. `records` is the data of the records with " | " between. */
static const struct reply_case {
    const char *title;
    unsigned flags, type;
    const char *lines[8];
    enum dns_status status;
    uint32_t ttl;
    const char *canonical, *records, *reason;
} cases[] = {
    /* One row a type. */
    {"A",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 300 A 192.0.2.1", "an example.com 60 A 192.0.2.2"},
     DNS_NOERROR,
     60,
     "example.com",
     "192.0.2.1 | 192.0.2.2",
     ""},
    {"AAAA",
     ANSWERED,
     DNS_TYPE_AAAA,
     {"an example.com 5 AAAA 2001:db8::1"},
     DNS_NOERROR,
     5,
     "example.com",
     "2001:db8::1",
     ""},
    {"MX",
     ANSWERED,
     DNS_TYPE_MX,
     {"an example.com 300 MX 10 MX1.Example.com", "an EXAMPLE.com 300 MX 65535 mx2.example.net"},
     DNS_NOERROR,
     300,
     "example.com",
     "10 mx1.example.com. | 65535 mx2.example.net.",
     ""},
    {"null MX",
     ANSWERED,
     DNS_TYPE_MX,
     {"an example.com 300 MX 0 ."},
     DNS_NOERROR,
     300,
     "example.com",
     "0 .",
     ""},
    {"TXT",
     ANSWERED,
     DNS_TYPE_TXT,
     {"an example.com 300 TXT #05763d73706603206162"},
     DNS_NOERROR,
     300,
     "example.com",
     "\"v=spf ab\"",
     ""},
    {"TXT with an empty string",
     ANSWERED,
     DNS_TYPE_TXT,
     {"an example.com 300 TXT #00"},
     DNS_NOERROR,
     300,
     "example.com",
     "\"\"",
     ""},
    {"PTR",
     ANSWERED,
     DNS_TYPE_PTR,
     {"an example.com 300 PTR host.example.org"},
     DNS_NOERROR,
     300,
     "example.com",
     "host.example.org.",
     ""},
    {"NS",
     ANSWERED,
     DNS_TYPE_NS,
     {"an example.com 300 NS ns.example.org"},
     DNS_NOERROR,
     300,
     "example.com",
     "ns.example.org.",
     ""},
    {"SOA",
     ANSWERED,
     DNS_TYPE_SOA,
     {"an example.com 300 SOA a. b. 1 2 3 4 4294967295"},
     DNS_NOERROR,
     300,
     "example.com",
     "a. b. 1 2 3 4 4294967295",
     ""},
    {"TLSA",
     ANSWERED,
     DNS_TYPE_TLSA,
     {"an example.com 300 TLSA 3 1 1 0aff"},
     DNS_NOERROR,
     300,
     "example.com",
     "3 1 1 0aff",
     ""},
    {"CNAME asked for is not followed",
     ANSWERED,
     DNS_TYPE_CNAME,
     {"an example.com 300 CNAME a.example", "an a.example 9 CNAME b.example"},
     DNS_NOERROR,
     300,
     "example.com",
     "a.example.",
     ""},

    /* Negative answers. */
    {"NODATA, SOA TTL lower",
     ANSWERED,
     DNS_TYPE_MX,
     {SOA "3600"},
     DNS_NODATA,
     900,
     "example.com",
     "",
     ""},
    {"NODATA, SOA minimum lower",
     ANSWERED,
     DNS_TYPE_MX,
     {SOA "30"},
     DNS_NODATA,
     30,
     "example.com",
     "",
     ""},
    {"NODATA without SOA", ANSWERED, DNS_TYPE_MX, {NULL}, DNS_NODATA, 60, "example.com", "", ""},
    {"NODATA, SOA unreadable",
     ANSWERED,
     DNS_TYPE_MX,
     {"ns example.com 9 SOA #00"},
     DNS_NODATA,
     60,
     "example.com",
     "",
     ""},
    {"records of another type only",
     ANSWERED,
     DNS_TYPE_MX,
     {"an example.com 9 A 192.0.2.1"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the reply holds other records than those asked for"},
    {"records of another name only",
     ANSWERED,
     DNS_TYPE_MX,
     {"an example.org 9 MX 1 a.example"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the reply holds other records than those asked for"},
    {"NODATA with NS and SOA",
     ANSWERED,
     DNS_TYPE_MX,
     {SOA "30", "ns example.com 9 NS ns.example.com"},
     DNS_NODATA,
     30,
     "example.com",
     "",
     ""},
    {"NODATA, authoritative with NS alone",
     ANSWERED | AA,
     DNS_TYPE_MX,
     {"ns example.com 9 NS ns.example.com"},
     DNS_NODATA,
     60,
     "example.com",
     "",
     ""},
    {"NXDOMAIN",
     ANSWERED | NXDOMAIN,
     DNS_TYPE_MX,
     {SOA "300"},
     DNS_NXDOMAIN,
     300,
     "example.com",
     "",
     ""},
    {"NXDOMAIN behind an alias",
     ANSWERED | NXDOMAIN,
     DNS_TYPE_MX,
     {"an example.com 50 CNAME gone.example", SOA "300"},
     DNS_NXDOMAIN,
     50,
     "gone.example",
     "",
     ""},
    {"NXDOMAIN with records",
     ANSWERED | NXDOMAIN,
     DNS_TYPE_MX,
     {"an example.com 50 MX 10 mx.example"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the reply says NXDOMAIN and holds records"},
    {"NXDOMAIN with records behind an alias",
     ANSWERED | NXDOMAIN,
     DNS_TYPE_A,
     {"an example.com 50 CNAME a.example", "an a.example 5 A 192.0.2.1"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the reply says NXDOMAIN and holds records"},
    {"referral",
     0x8100,
     DNS_TYPE_MX,
     {"ns com 9 NS a.gtld-servers.net"},
     DNS_REFUSED,
     5,
     "example.com",
     "",
     "the resolver answered with a referral: it does not resolve for us"},

    /* Aliases. */
    {"alias",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 300 CNAME A.example", "an a.example 20 A 192.0.2.1"},
     DNS_NOERROR,
     20,
     "a.example",
     "192.0.2.1",
     ""},
    {"TTL of the alias is lower",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 3 CNAME a.example", "an a.example 20 A 192.0.2.1"},
     DNS_NOERROR,
     3,
     "a.example",
     "192.0.2.1",
     ""},
    {"aliases in reverse",
     ANSWERED,
     DNS_TYPE_A,
     {"an c.example 20 A 192.0.2.1", "an b.example 9 CNAME c.example",
      "an a.example 9 CNAME b.example", "an example.com 9 CNAME a.example"},
     DNS_NOERROR,
     9,
     "c.example",
     "192.0.2.1",
     ""},
    {"alias and records of the first name",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 9 CNAME a.example", "an example.com 9 A 192.0.2.9",
      "an a.example 9 A 192.0.2.1"},
     DNS_NOERROR,
     9,
     "a.example",
     "192.0.2.1",
     ""},
    {"alias to nothing",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 40 CNAME a.example"},
     DNS_NODATA,
     40,
     "a.example",
     "",
     ""},
    {"alias to itself",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 9 CNAME Example.com"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "CNAME loop"},
    {"aliases in a circle",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 9 CNAME a.example", "an a.example 9 CNAME b.example",
      "an b.example 9 CNAME a.example"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "CNAME loop"},
    {"alias with bad data",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 9 CNAME #0161"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a CNAME record are not well formed"},
    {"alias of another name with bad data",
     ANSWERED,
     DNS_TYPE_A,
     {"an other.example 9 CNAME #0161", "an example.com 9 A 192.0.2.1"},
     DNS_NOERROR,
     9,
     "example.com",
     "192.0.2.1",
     ""},
    {"two aliases: the first one",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 9 CNAME a.example", "an example.com 9 CNAME b.example",
      "an a.example 9 A 192.0.2.1", "an b.example 9 A 192.0.2.2"},
     DNS_NOERROR,
     9,
     "a.example",
     "192.0.2.1",
     ""},
    {"DNAME with its CNAME",
     ANSWERED,
     DNS_TYPE_A,
     {"an com 9 DNAME #026e6c00", "an example.com 9 CNAME example.nl",
      "an example.nl 9 A 192.0.2.1"},
     DNS_NOERROR,
     9,
     "example.nl",
     "192.0.2.1",
     ""},

    /* Duplicates. */
    {"same MX twice, in another case",
     ANSWERED,
     DNS_TYPE_MX,
     {"an example.com 300 MX 10 mx.example", "an example.com 200 MX 10 MX.example",
      "an example.com 300 MX 20 mx.example"},
     DNS_NOERROR,
     200,
     "example.com",
     "10 mx.example. | 20 mx.example.",
     ""},
    {"same TXT twice",
     ANSWERED,
     DNS_TYPE_TXT,
     {"an example.com 300 TXT \"ab\"", "an example.com 300 TXT \"ab\""},
     DNS_NOERROR,
     300,
     "example.com",
     "\"ab\"",
     ""},
    {"TXT in other strings is another record",
     ANSWERED,
     DNS_TYPE_TXT,
     {"an example.com 300 TXT #026162", "an example.com 300 TXT #01610162"},
     DNS_NOERROR,
     300,
     "example.com",
     "\"ab\" | \"ab\"",
     ""},
    {"same PTR and A twice",
     ANSWERED,
     DNS_TYPE_PTR,
     {"an example.com 300 PTR a.example", "an example.com 300 PTR b.example",
      "an example.com 300 PTR a.EXAMPLE"},
     DNS_NOERROR,
     300,
     "example.com",
     "a.example. | b.example.",
     ""},
    {"same SOA twice, another serial",
     ANSWERED,
     DNS_TYPE_SOA,
     {"an example.com 1 SOA a. b. 1 2 3 4 5", "an example.com 1 SOA A. b. 1 2 3 4 5",
      "an example.com 1 SOA a. b. 9 2 3 4 5"},
     DNS_NOERROR,
     1,
     "example.com",
     "a. b. 1 2 3 4 5 | a. b. 9 2 3 4 5",
     ""},

    /* TTLs. */
    {"TTL past seven days",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 604801 A 192.0.2.1"},
     DNS_NOERROR,
     604800,
     "example.com",
     "192.0.2.1",
     ""},
    {"TTL with the top bit",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 0x80000000 A 192.0.2.1"},
     DNS_NOERROR,
     0,
     "example.com",
     "192.0.2.1",
     ""},
    {"TTL just below the top bit",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 0x7fffffff A 192.0.2.1"},
     DNS_NOERROR,
     604800,
     "example.com",
     "192.0.2.1",
     ""},

    /* Failures of the resolver. */
    {"FORMERR",
     ANSWERED | 1,
     DNS_TYPE_A,
     {NULL},
     DNS_REFUSED,
     5,
     "example.com",
     "",
     "the resolver answered FORMERR"},
    {"SERVFAIL",
     ANSWERED | 2,
     DNS_TYPE_A,
     {NULL},
     DNS_SERVFAIL,
     5,
     "example.com",
     "",
     "the resolver answered SERVFAIL"},
    {"NOTIMP",
     ANSWERED | 4,
     DNS_TYPE_A,
     {NULL},
     DNS_REFUSED,
     5,
     "example.com",
     "",
     "the resolver answered NOTIMP"},
    {"REFUSED",
     ANSWERED | 5,
     DNS_TYPE_A,
     {NULL},
     DNS_REFUSED,
     5,
     "example.com",
     "",
     "the resolver answered REFUSED"},
    {"an RCODE without a name",
     ANSWERED | 12,
     DNS_TYPE_A,
     {NULL},
     DNS_REFUSED,
     5,
     "example.com",
     "",
     "the resolver answered RCODE 12"},
    {"BADVERS in OPT",
     ANSWERED,
     DNS_TYPE_A,
     {"ar . 0x01000000 OPT #"},
     DNS_REFUSED,
     5,
     "example.com",
     "",
     "the resolver answered BADVERS"},
    {"BADCOOKIE in OPT",
     ANSWERED | 7,
     DNS_TYPE_A,
     {"ar . 0x01000000 OPT #"},
     DNS_REFUSED,
     5,
     "example.com",
     "",
     "the resolver answered BADCOOKIE"},
    {"SERVFAIL with records",
     ANSWERED | 2,
     DNS_TYPE_A,
     {"an example.com 9 A 192.0.2.1"},
     DNS_SERVFAIL,
     5,
     "example.com",
     "",
     "the resolver answered SERVFAIL"},

    /* What cannot be understood. */
    {"truncated",
     ANSWERED | TC,
     DNS_TYPE_A,
     {"an example.com 9 A 192.0.2.1"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "truncated even over TCP"},
    {"a query",
     0x0100,
     DNS_TYPE_A,
     {NULL},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the reply is a query"},
    {"opcode",
     ANSWERED | 0x2800,
     DNS_TYPE_A,
     {NULL},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the reply is to another kind of request"},
    {"A too short",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 9 A #c00002"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a A record are not well formed"},
    {"A too long",
     ANSWERED,
     DNS_TYPE_A,
     {"an example.com 9 A #c000020101"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a A record are not well formed"},
    {"AAAA too short",
     ANSWERED,
     DNS_TYPE_AAAA,
     {"an example.com 9 AAAA #c0000201"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a AAAA record are not well formed"},
    {"MX without a name",
     ANSWERED,
     DNS_TYPE_MX,
     {"an example.com 9 MX #000a"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a MX record are not well formed"},
    {"MX with octets over",
     ANSWERED,
     DNS_TYPE_MX,
     {"an example.com 9 MX #000a016100ff"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a MX record are not well formed"},
    {"MX whose name leaves the data",
     ANSWERED,
     DNS_TYPE_MX,
     {"an example.com 9 MX #000a0161", "an . 9 A 192.0.2.1"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a MX record are not well formed"},
    {"good MX beside a bad one",
     ANSWERED,
     DNS_TYPE_MX,
     {"an example.com 9 MX 10 mx.example", "an example.com 9 MX #00"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a MX record are not well formed"},
    {"TXT without a string",
     ANSWERED,
     DNS_TYPE_TXT,
     {"an example.com 9 TXT #"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a TXT record are not well formed"},
    {"TXT string too long",
     ANSWERED,
     DNS_TYPE_TXT,
     {"an example.com 9 TXT #036162"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a TXT record are not well formed"},
    {"TLSA too short",
     ANSWERED,
     DNS_TYPE_TLSA,
     {"an example.com 9 TLSA #0301"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a TLSA record are not well formed"},
    {"SOA cut off",
     ANSWERED,
     DNS_TYPE_SOA,
     {"an example.com 9 SOA #0000000000010000"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a SOA record are not well formed"},
    {"SOA whose name leaves the data",
     ANSWERED,
     DNS_TYPE_SOA,
     {"an example.com 9 SOA #0161", "an . 9 A 192.0.2.1"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a SOA record are not well formed"},
    {"a type that is not decoded",
     ANSWERED,
     257,
     {"an example.com 9 CAA #00"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the data of a CAA record are not well formed"},
    {"two OPT records",
     ANSWERED,
     DNS_TYPE_A,
     {"ar . 0 OPT #", "ar . 0 OPT #"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the reply has two OPT records"},
    {"OPT option cut off",
     ANSWERED,
     DNS_TYPE_A,
     {"ar . 0 OPT #000f000400"},
     DNS_MALFORMED,
     5,
     "example.com",
     "",
     "the OPT record is not well formed"},
};

static void build(const struct reply_case *c)
{
    message_begin(&message, c->flags, "example.com", c->type);
    for (int i = 0; i < COUNT(c->lines) && c->lines[i] != NULL; i++)
        message_add(&message, c->lines[i]);
}

static const char *records_text(const struct dns_answer *answer)
{
    const char *text = "";
    for (size_t i = 0; i < answer->n_records; i++)
        text = arena_printf(&arena, "%s%s%s", text, i > 0 ? " | " : "",
                            dns_rdata_text(&arena, answer->type, &answer->records[i]));
    return text;
}

/* Reads a copy on the heap, so that a sanitizer sees a read past its end. */
static struct dns_answer *read_reply(const char *name, unsigned type, size_t length)
{
    unsigned char *copy = malloc(length > 0 ? length : 1);
    memcpy(copy, message.data, length);
    struct dns_answer *answer =
        dns_wire_answer(&arena, name, (uint16_t)type, length > 0 ? copy : message.data, length);
    memset(copy, 0xee, length);
    free(copy);
    return answer;
}

static void expect(const struct dns_answer *answer, const struct reply_case *c)
{
    ck_assert_msg(answer->status == c->status, "%s: %s (%s)", c->title,
                  dns_status_name(answer->status), answer->reason);
    ck_assert_msg(strcmp(answer->reason, c->reason) == 0, "%s: %s", c->title, answer->reason);
    ck_assert_msg(strcmp(answer->canonical, c->canonical) == 0, "%s: %s", c->title,
                  answer->canonical);
    ck_assert_msg(strcmp(records_text(answer), c->records) == 0, "%s: %s", c->title,
                  records_text(answer));
    ck_assert_msg(answer->ttl == c->ttl, "%s: ttl %u", c->title, (unsigned)answer->ttl);
    ck_assert_uint_eq(answer->type, c->type);
    ck_assert(!answer->gave_up);
    if (answer->n_aliases == 0)
        ck_assert_ptr_eq(answer->canonical, answer->name);
    else
        ck_assert_ptr_eq(answer->canonical, answer->aliases[answer->n_aliases - 1]);
}

START_TEST(replies)
{
    build(&cases[_i]);
    expect(read_reply("example.com", cases[_i].type, message.length), &cases[_i]);
    message_bytes(&message, "\377\300\14garbage", 10);
    expect(read_reply("example.com", cases[_i].type, message.length), &cases[_i]);
}
END_TEST

/* No prefix of a reply says anything else than the reply, or nothing. */
START_TEST(prefixes)
{
    build(&cases[_i]);
    for (size_t length = 0; length < message.length; length++) {
        const struct dns_answer *answer = read_reply("example.com", cases[_i].type, length);
        ck_assert_msg(answer->status == DNS_MALFORMED, "%s: %zu octets: %s", cases[_i].title,
                      length, dns_status_name(answer->status));
        ck_assert_str_ne(answer->reason, "");
        arena_clear(&arena);
    }
}
END_TEST

/* Every single octet changed to a few others: an answer of some status, and no fault. */
START_TEST(damaged)
{
    static const unsigned char masks[] = {0x01, 0x80, 0xc0, 0xff};
    build(&cases[_i]);
    for (size_t at = 0; at < message.length; at++) {
        for (size_t i = 0; i < sizeof masks; i++) {
            message.data[at] ^= masks[i];
            const struct dns_answer *answer =
                read_reply("example.com", cases[_i].type, message.length);
            ck_assert(answer->status != DNS_PENDING && answer->status != DNS_TIMEOUT);
            ck_assert_int_eq(answer->n_records > 0, answer->status == DNS_NOERROR);
            message.data[at] ^= masks[i];
            arena_clear(&arena);
        }
    }
}
END_TEST

/* Question and counts. */
static const struct {
    const char *title, *name;
    unsigned type, flags;
    size_t offset; /* of 16 bits in the header to be overwritten */
    unsigned value;
    enum dns_status status;
} headers[] = {
    {"as asked", "example.com", 1, ANSWERED, 4, 1, DNS_NOERROR},
    {"another case", "EXAMPLE.Com", 1, ANSWERED, 4, 1, DNS_NOERROR},
    {"an escape", "\\101xample.com.", 1, ANSWERED, 4, 1, DNS_NOERROR},
    {"another name", "example.net", 1, ANSWERED, 4, 1, DNS_MALFORMED},
    {"a longer name", "a.example.com", 1, ANSWERED, 4, 1, DNS_MALFORMED},
    {"another type", "example.com", 28, ANSWERED, 4, 1, DNS_MALFORMED},
    {"no name", "example..com", 1, ANSWERED, 4, 1, DNS_MALFORMED},
    {"no question", "example.com", 1, ANSWERED, 4, 0, DNS_MALFORMED},
    {"two questions", "example.com", 1, ANSWERED, 4, 2, DNS_MALFORMED},
    {"two questions, SERVFAIL", "example.com", 1, ANSWERED | 2, 4, 2, DNS_MALFORMED},
    {"answer count too high", "example.com", 1, ANSWERED, 6, 2, DNS_MALFORMED},
    {"answer count 65535", "example.com", 1, ANSWERED, 6, 65535, DNS_MALFORMED},
    {"answer count too low", "example.com", 1, ANSWERED, 6, 0, DNS_NODATA},
    {"authority count too high", "example.com", 1, ANSWERED, 8, 1, DNS_MALFORMED},
    {"additional count too high", "example.com", 1, ANSWERED, 10, 1, DNS_MALFORMED},
};

START_TEST(header)
{
    message_begin(&message, headers[_i].flags, "example.com", DNS_TYPE_A);
    message_add(&message, "an example.com 300 A 192.0.2.1");
    message_set(&message, headers[_i].offset, headers[_i].value);
    const struct dns_answer *answer =
        read_reply(headers[_i].name, headers[_i].type, message.length);
    ck_assert_msg(answer->status == headers[_i].status, "%s: %s", headers[_i].title,
                  dns_status_name(answer->status));
    ck_assert_ptr_eq(answer->name, headers[_i].name);
}
END_TEST

START_TEST(question_class)
{
    message_begin(&message, ANSWERED, "example.com", DNS_TYPE_A);
    message.data[message.length - 1] = 3;
    ck_assert_int_eq(read_reply("example.com", DNS_TYPE_A, message.length)->status, DNS_MALFORMED);
}
END_TEST

/* A server that could not read the query may answer with the header alone (here 12 octets). */
START_TEST(header_alone)
{
    static const struct {
        unsigned rcode;
        enum dns_status status;
    } rows[] = {{0, DNS_MALFORMED},
                {1, DNS_REFUSED},
                {2, DNS_SERVFAIL},
                {3, DNS_MALFORMED},
                {5, DNS_REFUSED}};
    message_begin(&message, ANSWERED | rows[_i].rcode, "example.com", DNS_TYPE_A);
    message_set(&message, 4, 0);
    ck_assert_int_eq(read_reply("example.com", DNS_TYPE_A, 12)->status, rows[_i].status);
}
END_TEST

START_TEST(record_class)
{
    message_begin(&message, ANSWERED, "example.com", DNS_TYPE_A);
    message_add(&message, "an example.com 300 A 192.0.2.1");
    message.data[message.length - 4 - 2 - 4 - 1] = 3;
    ck_assert_int_eq(read_reply("example.com", DNS_TYPE_A, message.length)->status, DNS_MALFORMED);
}
END_TEST

/* A chain of 16 aliases is followed, one of 17 is not; with a circle behind it as well. */
START_TEST(chain)
{
    char line[80];
    int aliases = 15 + _i;
    message_begin(&message, ANSWERED, "a0.example", DNS_TYPE_A);
    for (int i = 0; i < aliases; i++) {
        snprintf(line, sizeof line, "an a%d.example 9 CNAME a%d.example", i, i + 1);
        message_add(&message, line);
    }
    snprintf(line, sizeof line, "an a%d.example 9 A 192.0.2.1", aliases);
    message_add(&message, line);
    const struct dns_answer *answer = read_reply("a0.example", DNS_TYPE_A, message.length);
    if (aliases > DNS_CHAIN_MAX) {
        ck_assert_int_eq(answer->status, DNS_MALFORMED);
        ck_assert_str_eq(answer->reason, "CNAME chain longer than 16");
        ck_assert_uint_eq(answer->n_aliases, 0);
        return;
    }
    ck_assert_int_eq(answer->status, DNS_NOERROR);
    ck_assert_uint_eq(answer->n_aliases, (size_t)aliases);
    ck_assert_str_eq(answer->aliases[0], "a1.example");
    snprintf(line, sizeof line, "a%d.example", aliases);
    ck_assert_str_eq(answer->canonical, line);
}
END_TEST

/* A circle of as many names as are followed is still called a loop. */
START_TEST(longest_loop)
{
    char line[80];
    message_begin(&message, ANSWERED, "a0.example", DNS_TYPE_A);
    for (int i = 0; i <= DNS_CHAIN_MAX; i++) {
        snprintf(line, sizeof line, "an a%d.example 9 CNAME a%d.example", i,
                 i == DNS_CHAIN_MAX ? 0 : i + 1);
        message_add(&message, line);
    }
    ck_assert_str_eq(read_reply("a0.example", DNS_TYPE_A, message.length)->reason, "CNAME loop");
}
END_TEST

/* Octets laid by hand, as a resolver sends them: owner and exchange point back into the message. */
START_TEST(compression)
{
    message_begin(&message, ANSWERED, "example.com", DNS_TYPE_MX);
    message_bytes(&message, "\300\14\0\17\0\1\0\0\1\54\0\7\0\12\2mx\300\14", 19);
    message_bytes(&message, "\300\14\0\17\0\1\0\0\1\54\0\4\0\24\300\53", 16);
    message_set(&message, 6, 2);
    const struct dns_answer *answer = read_reply("example.com", DNS_TYPE_MX, message.length);
    ck_assert_int_eq(answer->status, DNS_NOERROR);
    ck_assert_uint_eq(answer->ttl, 300);
    ck_assert_str_eq(records_text(answer), "10 mx.example.com. | 20 mx.example.com.");
}
END_TEST

/* Pointers in RDATA that go nowhere good: forwards, to itself, past the end, into the header. */
START_TEST(bad_pointer)
{
    static const char *const pointers[] = {"\300\53", "\300\54", "\300\60", "\377\377", "\300\4"};
    message_begin(&message, ANSWERED, "example.com", DNS_TYPE_MX);
    message_bytes(&message, "\300\14\0\17\0\1\0\0\1\54\0\4\0\12", 14);
    ck_assert_uint_eq(message.length, 43); /* octal 53 */
    message_bytes(&message, pointers[_i], 2);
    message_bytes(&message, "\0\0\0\0\0", 5);
    message_set(&message, 6, 1);
    ck_assert_int_eq(read_reply("example.com", DNS_TYPE_MX, message.length)->status, DNS_MALFORMED);
}
END_TEST

START_TEST(owner_loop)
{
    message_begin(&message, ANSWERED, "example.com", DNS_TYPE_A);
    message_bytes(&message, "\300\35\0\1\0\1\0\0\1\54\0\4\1\2\3\4", 16);
    message_set(&message, 6, 1);
    ck_assert_int_eq(read_reply("example.com", DNS_TYPE_A, message.length)->status, DNS_MALFORMED);
}
END_TEST

/* The AD flag stands for answers, not for failures. */
static const struct {
    unsigned flags;
    bool authenticated;
} ad[] = {{ANSWERED, false},
          {ANSWERED | AD, true},
          {ANSWERED | AD | NXDOMAIN, true},
          {ANSWERED | AD | 2, false},
          {ANSWERED | AD | TC, false}};

START_TEST(authenticated)
{
    message_begin(&message, ad[_i].flags, "example.com", DNS_TYPE_A);
    ck_assert_int_eq(read_reply("example.com", DNS_TYPE_A, message.length)->authenticated,
                     ad[_i].authenticated);
}
END_TEST

static const struct {
    const char *title;
    unsigned rcode;
    const char *lines[3];
    int code;
    const char *text;
} extended[] = {
    {"none", 2, {"ar . 0 OPT #"}, -1, ""},
    {"code alone", 2, {"ar . 0 OPT #000f00020016"}, 22, ""},
    {"with a text", 2, {"ar . 0 OPT #000f0006000661626320"}, 6, "abc "},
    {"text ended by a zero", 2, {"ar . 0 OPT #000f0006000661620000"}, 6, "ab"},
    {"the first of two", 2, {"ar . 0 OPT #000f00020016000f00020017"}, 22, ""},
    {"behind another option", 2, {"ar . 0 OPT #000a00021122000f00020017"}, 23, ""},
    {"too short to hold a code", 2, {"ar . 0 OPT #000f000100"}, -1, ""},
    {"text with control characters", 2, {"ar . 0 OPT #000f000600061b5b316d"}, 6, "\\u{001B}[1m"},
    {"on an answer", 0, {"an example.com 9 A 192.0.2.1", "ar . 0 OPT #000f00020003"}, 3, ""},
    {"not in the answer section", 2, {"an . 0 OPT #000f00020016"}, -1, ""},
    {"OPT of another name", 2, {"ar a. 0 OPT #000f00020016"}, -1, ""},
};

START_TEST(extended_error)
{
    message_begin(&message, ANSWERED | extended[_i].rcode, "example.com", DNS_TYPE_A);
    for (int i = 0; extended[_i].lines[i] != NULL; i++)
        message_add(&message, extended[_i].lines[i]);
    const struct dns_answer *answer = read_reply("example.com", DNS_TYPE_A, message.length);
    ck_assert_int_eq(answer->extended_error, extended[_i].code);
    ck_assert_str_eq(answer->extended_text, extended[_i].text);
}
END_TEST

/* The largest reply that TCP carries: as many records as fit, each different or all the same. */
START_TEST(largest)
{
    message_begin(&message, ANSWERED, "a", DNS_TYPE_A);
    unsigned count = 0;
    while (message.length + 16 <= 65535) {
        message_bytes(&message, "\300\14\0\1\0\1\0\0\0\11\0\4", 12);
        message_u32(&message, _i == 0 ? count : 7);
        count++;
    }
    message_set(&message, 6, count);
    const struct dns_answer *answer = read_reply("a", DNS_TYPE_A, message.length);
    ck_assert_int_eq(answer->status, DNS_NOERROR);
    ck_assert_uint_eq(answer->n_records, _i == 0 ? count : 1);
    ck_assert_int_eq(read_reply("a", DNS_TYPE_A, 65536)->status, DNS_MALFORMED);
}
END_TEST

START_TEST(query)
{
    static const char expected[] = "\x12\x34\x01\x20\0\1\0\0\0\0\0\1\7example\3com\0\0\17\0\1"
                                   "\0\0\51\x04\xd0\0\0\0\0\0\0";
    unsigned char wire[DNS_QUERY_MAX];
    size_t length = dns_wire_query("example.com.", DNS_TYPE_MX, 0x1234, wire);
    ck_assert_uint_eq(length, 12 + 13 + 4 + 11);
    ck_assert_mem_eq(wire, expected, length);
    ck_assert_uint_eq(dns_wire_query("a..b", DNS_TYPE_MX, 1, wire), 0);
    ck_assert_uint_eq(dns_wire_query(".", DNS_TYPE_NS, 1, wire), 12 + 1 + 4 + 11);
}
END_TEST

/* The longest name fits the query's buffer, and the query is what a server echoes. */
START_TEST(query_longest)
{
    char name[DNS_NAME_TEXT_SIZE] = "";
    for (int i = 0; i < 127; i++)
        strcat(name, "a.");
    unsigned char wire[DNS_QUERY_MAX];
    size_t length = dns_wire_query(name, DNS_TYPE_A, 1, wire);
    ck_assert_uint_eq(length, DNS_QUERY_MAX);
    message.length = 0;
    message_bytes(&message, wire, length);
    message.data[2] |= 0x80;
    ck_assert_int_eq(read_reply(name, DNS_TYPE_A, length)->status, DNS_NODATA);
}
END_TEST

/* Whether the reply had an OPT record, also where it is a failure. */
START_TEST(edns)
{
    static const struct {
        unsigned flags;
        const char *line;
    } rows[] = {
        {ANSWERED, "an example.com 9 A 192.0.2.1"}, {ANSWERED | 2, NULL}, {ANSWERED | 1, NULL}};
    for (int with = 0; with < 2; with++) {
        message_begin(&message, rows[_i].flags, "example.com", DNS_TYPE_A);
        if (rows[_i].line != NULL)
            message_add(&message, rows[_i].line);
        if (with)
            message_add(&message, "ar . 0 OPT #");
        const struct dns_answer *answer = read_reply("example.com", DNS_TYPE_A, message.length);
        ck_assert_int_eq(answer->edns, with);
        ck_assert(!answer->truncated);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dns/wire");
    TCase *tcase = tcase_create("wire");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, replies, 0, COUNT(cases));
    tcase_add_loop_test(tcase, prefixes, 0, COUNT(cases));
    tcase_add_loop_test(tcase, damaged, 0, COUNT(cases));
    tcase_add_loop_test(tcase, header, 0, COUNT(headers));
    tcase_add_test(tcase, question_class);
    tcase_add_loop_test(tcase, header_alone, 0, 5);
    tcase_add_test(tcase, record_class);
    tcase_add_loop_test(tcase, chain, 0, 3);
    tcase_add_test(tcase, longest_loop);
    tcase_add_test(tcase, compression);
    tcase_add_loop_test(tcase, bad_pointer, 0, 5);
    tcase_add_test(tcase, owner_loop);
    tcase_add_loop_test(tcase, authenticated, 0, COUNT(ad));
    tcase_add_loop_test(tcase, extended_error, 0, COUNT(extended));
    tcase_add_loop_test(tcase, edns, 0, 3);
    tcase_add_loop_test(tcase, largest, 0, 2);
    tcase_add_test(tcase, query);
    tcase_add_test(tcase, query_longest);
    suite_add_tcase(suite, tcase);
    return unit_run(suite);
}
