/*
 * dnsxl_fuzz.c - any text as a subject of lists, any answers of the lists: src/evaluate/dnsxl*.c
 *
 * The input: an octet that chooses what the list is like, a line with the subject, and then the
 * answers, an octet each for the status and the number of records, then the records: four octets
 * for A; a length and that many octets for TXT. What is missing is NXDOMAIN. An answer with an
 * error code or an address outside 127.0.0.0/8 must leave the subject neither listed nor not
 * listed.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "dns/memo.h"
#include "evaluate/dnsxl.h"
#include "util/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define KEY "s3cretkey"

static const struct rcpt_list_code plain_codes[] = {
    {"127.0.0.2-4", RCPT_CODE_LISTED, "listed"}, {"127.0.0.1", RCPT_CODE_REFUSED, "refused"},
    {"127.*.*.5", RCPT_CODE_ALLOWED, "good"},    {"127.0.0.6", RCPT_CODE_NEUTRAL, "neutral"},
    {"127.*.*.*", RCPT_CODE_LISTED, "other"},    {.pattern = NULL}};
static const struct rcpt_list_code bit_codes[] = {{"127.0.0.&2", RCPT_CODE_LISTED, "two"},
                                                  {"127.0.0.&4", RCPT_CODE_NEUTRAL, "four"},
                                                  {.pattern = NULL}};
static const struct rcpt_list_code no_codes[] = {{.pattern = NULL}};

struct source {
    const uint8_t *data;
    size_t size;
    bool bad; /* an error code, or an answer outside 127.0.0.0/8, was given */
};

static void require(bool condition)
{
    if (!condition)
        abort();
}

static unsigned next(struct source *source)
{
    if (source->size == 0)
        return 0;
    source->size--;
    return *source->data++;
}

static void make_address(struct source *source, struct dns_record *record)
{
    unsigned char octet[4];
    for (int i = 0; i < 4; i++)
        octet[i] = (unsigned char)next(source);
    source->bad |= octet[0] != 127 || (octet[1] == 255 && octet[2] == 255);
    ip_from_v4(&record->address, octet);
}

static void make_text(struct source *source, struct arena *arena, struct dns_record *record)
{
    size_t length = next(source);
    if (length > source->size)
        length = source->size;
    record->txt.bytes = (unsigned char *)arena_dup_bytes(arena, source->data, length);
    record->txt.length = length;
    source->data += length;
    source->size -= length;
}

/* What is asked beside the list (whether its zone is there, whether answers of another list come
 * through) says nothing of the subject: only A records below the zone may be bad. */
static bool tells_of_list(const struct dns_question *question)
{
    return dns_question_type(question) == DNS_TYPE_A &&
           strstr(dns_question_name(question), ".bl.example") != NULL;
}

static void answer(struct source *source, struct dns_question *question)
{
    static const enum dns_status statuses[] = {DNS_NXDOMAIN, DNS_NOERROR,  DNS_NOERROR,
                                               DNS_NOERROR,  DNS_NODATA,   DNS_TIMEOUT,
                                               DNS_REFUSED,  DNS_SERVFAIL, DNS_MALFORMED};
    struct arena *arena = dns_question_arena(question);
    bool bad = source->bad;
    struct dns_answer *made = arena_alloc(arena, sizeof *made);
    made->status = statuses[next(source) % (sizeof statuses / sizeof *statuses)];
    made->type = dns_question_type(question);
    made->ttl = 60;
    made->name = made->canonical = dns_question_name(question);
    made->extended_error = -1;
    made->extended_text = "";
    made->reason = made->status == DNS_NOERROR ? "" : dns_question_name(question);
    if (made->status == DNS_NOERROR && made->type != DNS_TYPE_SOA) {
        made->n_records = 1 + next(source) % 7;
        struct dns_record *records = arena_array(arena, made->n_records, sizeof *records);
        for (size_t i = 0; i < made->n_records; i++) {
            if (made->type == DNS_TYPE_TXT)
                make_text(source, arena, &records[i]);
            else
                make_address(source, &records[i]);
        }
        made->records = records;
    }
    if (!tells_of_list(question))
        source->bad = bad;
    dns_question_settle(question, made);
}

static bool holds_key(const char *text)
{
    for (; *text != '\0'; text++) {
        if (strncasecmp(text, KEY, sizeof KEY - 1) == 0)
            return true;
    }
    return false;
}

static void check_text(struct arena *arena, const char *text, bool may_hold_key)
{
    require(strcmp(utf8_safe(arena, text, strlen(text)), text) == 0);
    require(may_hold_key || !holds_key(text));
}

/* Whether something is told of the subject, not of the list. */
static bool check_listing(struct arena *arena, const struct rcpt_listing *listing)
{
    bool told = listing->status == RCPT_LISTING_LISTED ||
                listing->status == RCPT_LISTING_NOT_LISTED ||
                listing->status == RCPT_LISTING_ALLOWED;
    bool own = holds_key(listing->subject);
    require(told == (listing->reason[0] == '\0') && told == (listing->remedy[0] == '\0'));
    require(listing->independent == (listing->status == RCPT_LISTING_LISTED));
    check_text(arena, listing->zone, false);
    check_text(arena, listing->subject, own);
    check_text(arena, listing->text, false);
    check_text(arena, listing->reason, own);
    for (size_t i = 0; listing->codes[i] != NULL; i++)
        check_text(arena, listing->codes[i], false);
    for (size_t i = 0; listing->meaning[i] != NULL; i++)
        check_text(arena, listing->meaning[i], false);
    return told;
}

/* The subject's line, or an address where it is none. */
static struct dnsxl_subject read_subject(struct arena *arena, struct source *source)
{
    const uint8_t *end = source->size > 0 ? memchr(source->data, '\n', source->size) : NULL;
    size_t length = end != NULL ? (size_t)(end - source->data) : source->size;
    const char *text = arena_dup_bytes(arena, source->data, length), *reason = NULL;
    size_t used = length + (end != NULL);
    struct dnsxl_subject subject;
    source->data += used;
    source->size -= used;
    if (dnsxl_subject_parse(arena, text, &subject, &reason))
        return subject;
    require(reason != NULL && reason[0] != '\0');
    require(dnsxl_subject_parse(arena, "192.0.2.9", &subject, &reason));
    return subject;
}

static void ask(struct arena *arena, struct source *source, const struct rcpt_list *list)
{
    struct dnsxl_zone zone = {.list = list, .key = KEY};
    struct dns_memo *memo = dns_memo_create(1 << 16);
    struct dns *dns = dns_view_open(memo, arena, arena);
    struct dnsxl_subject subject = read_subject(arena, source);
    const struct rcpt_listing *listing = NULL;
    struct dns_question *question;
    while (dnsxl_check(arena, dns, &zone, 1, &subject, "q7nonce", &listing) == CHECK_WAIT) {
        size_t answered = 0;
        for (; (question = dns_memo_next_wanted(memo)) != NULL; answered++)
            answer(source, question);
        require(answered > 0);
    }
    /* The domain of an e-mail address is asked about on its own. */
    bool doubted = listing == NULL;
    for (; listing != NULL; listing = listing->next)
        doubted |= !check_listing(arena, listing);
    require(!source->bad || doubted);
    dns_view_close(dns);
    dns_memo_destroy(memo);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct rcpt_list_code *const tables[] = {no_codes, plain_codes, bit_codes};
    struct source source = {.data = data, .size = size};
    struct arena arena;
    unsigned like = next(&source);
    const struct rcpt_list list = {
        .zone = "{key}.bl.example",
        .name = "list",
        .operator_name = "",
        .kinds = RCPT_LIST_IP4 | RCPT_LIST_IP6 | RCPT_LIST_DOMAIN |
                 ((like & 32) != 0 ? RCPT_LIST_EMAIL : 0),
        .allow = (like & 4) != 0,
        .state_note = "",
        .codes = tables[(like & 3) % 3],
        .test_listed = (like & 8) != 0 ? "127.0.0.2" : "",
        .test_unlisted = "",
        .quirks = like >> 6,
        .hash = (like & 16) != 0 ? "sha256-base32" : "sha1",
        .delist = "",
        .remedy = "",
        .within = "",
        .source = "",
        .confirmed = "",
    };
    arena_init(&arena);
    ask(&arena, &source, &list);
    arena_clear(&arena);
    return 0;
}
