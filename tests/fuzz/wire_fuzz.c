/*
 * wire_fuzz.c - a reply of any octets: src/dns/wire*.c, and what is done with its answer
 *
 * The first two octets choose the type that was asked for; the rest is the message. The name asked
 * for is the one that the message repeats, so that most inputs come past the question.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "dns/name.h"
#include "dns/rdata.h"
#include "dns/record.h"
#include "dns/wire.h"

static const uint16_t types[] = {DNS_TYPE_A,   DNS_TYPE_NS,   DNS_TYPE_CNAME,
                                 DNS_TYPE_SOA, DNS_TYPE_PTR,  DNS_TYPE_MX,
                                 DNS_TYPE_TXT, DNS_TYPE_AAAA, DNS_TYPE_TLSA};

static void require(int condition)
{
    if (!condition)
        abort();
}

/* Every record as text reads back as the same text. */
static void check_records(struct arena *arena, const struct dns_answer *answer)
{
    for (size_t i = 0; i < answer->n_records; i++) {
        struct dns_record again;
        const char *text = dns_rdata_text(arena, answer->type, &answer->records[i]);
        require(dns_rdata_parse(arena, answer->type, text, &again));
        require(strcmp(text, dns_rdata_text(arena, answer->type, &again)) == 0);
    }
}

/* A recorded answer reads back as the same line. */
static void check_line(struct arena *arena, const struct dns_answer *answer)
{
    const char *error;
    char *line = dns_record_line(answer);
    require(line != NULL);
    const struct dns_answer *again = dns_record_parse(arena, line, strlen(line), &error);
    require(again != NULL);
    char *second = dns_record_line(again);
    require(second != NULL && strcmp(line, second) == 0);
    free(line);
    free(second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char name[DNS_NAME_TEXT_SIZE];
    struct arena arena;
    if (size < 2)
        return 0;
    uint16_t type = types[(data[0] << 8 | data[1]) % (int)(sizeof types / sizeof types[0])];
    if (dns_name_from_wire(data + 2, size - 2, 12, name) == 0)
        strcpy(name, "example.com");
    arena_init(&arena);
    const struct dns_answer *answer = dns_wire_answer(&arena, name, type, data + 2, size - 2);
    require(answer->status != DNS_PENDING && answer->status != DNS_TIMEOUT);
    require((answer->status == DNS_NOERROR) == (answer->n_records > 0));
    require(answer->n_aliases <= DNS_CHAIN_MAX && answer->ttl <= 604800);
    check_records(&arena, answer);
    check_line(&arena, answer);
    require(*dns_answer_lines(&arena, answer) != NULL);
    arena_clear(&arena);
    return 0;
}
