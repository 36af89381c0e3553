/*
 * dnsxl_word.c - what the A records of one answer of a list say
 *
 * RFC 5782 section 2.3: a list answers within 127.0.0.0/8, each record a sub-list of its own, or
 * the last octet a mask of bits. So all records are read, never only the first. For a record, the
 * first plain pattern of the list's table that matches counts, and each bit pattern that matches.
 * 127.255.255.0/24 holds the error codes of several operators and is never a listing, whatever a
 * table says. A record that no pattern knows is a plain listing; but on a list of bits there is no
 * plain listing, and a record without any known bit counts as an error code: SURBL and URIBL refuse
 * with 127.0.0.1.
 *
 * Limits: of a long answer DNSXL_SHOWN_MAX codes are shown; all are read.
 */
#include "evaluate/dnsxl_word.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/list_code.h"
#include "util/strlist.h"

#define DNSXL_SHOWN_MAX 32

struct reading {
    struct arena *arena;
    const struct rcpt_list *list;
    struct dnsxl_word *word;
    struct strlist codes, meaning;
};

static int by_octets(const void *a, const void *b)
{
    const struct ip *left = a, *right = b;
    return memcmp(left->octet, right->octet, 4);
}

static bool is_error_code(const unsigned char *octet)
{
    return octet[1] == 255 && octet[2] == 255;
}

static bool is_bit_pattern(const struct rcpt_list_code *code)
{
    return strchr(code->pattern, '&') != NULL;
}

static bool has_bits(const struct rcpt_list *list)
{
    for (const struct rcpt_list_code *code = list->codes; code->pattern != NULL; code++) {
        if (is_bit_pattern(code))
            return true;
    }
    return false;
}

static void note_refusal(struct reading *reading, const char *text, const char *meaning)
{
    if (reading->word->refused != NULL)
        return;
    reading->word->refused = text;
    reading->word->refusal = arena_dup(reading->arena, meaning);
}

static void note_meaning(struct reading *reading, const char *meaning)
{
    if (meaning[0] != '\0' && reading->meaning.count < DNSXL_SHOWN_MAX)
        strlist_add_once(&reading->meaning, arena_dup(reading->arena, meaning));
}

static void take_code(struct reading *reading, const char *text, const struct rcpt_list_code *code)
{
    switch (code->effect) {
    case RCPT_CODE_REFUSED:
        note_refusal(reading, text, code->meaning);
        return;
    case RCPT_CODE_LISTED:
        reading->word->listed = true;
        break;
    case RCPT_CODE_ALLOWED:
        reading->word->allowed = true;
        break;
    case RCPT_CODE_NEUTRAL:
        break;
    }
    note_meaning(reading, code->meaning);
}

/* False if the list's table does not know the code. Of an error code the table tells the meaning,
 * but cannot make it anything else. */
static bool take_known(struct reading *reading, const char *text, const unsigned char *octet)
{
    bool known = false, plain = false, error = is_error_code(octet);
    for (const struct rcpt_list_code *code = reading->list->codes; code->pattern != NULL; code++) {
        bool bits = is_bit_pattern(code);
        if (error && code->effect != RCPT_CODE_REFUSED)
            continue;
        if ((plain && !bits) || !list_code_matches(code->pattern, octet))
            continue;
        take_code(reading, text, code);
        known = true;
        plain |= !bits;
    }
    return known;
}

static void take_unknown(struct reading *reading, const char *text, const unsigned char *octet)
{
    if (is_error_code(octet)) {
        note_refusal(reading, text, "an error code, never a listing");
        return;
    }
    if (has_bits(reading->list)) {
        note_refusal(reading, text, "none of the bits that the list documents is set");
        return;
    }
    if (octet[1] == 0 && octet[2] == 0 && octet[3] <= 1) {
        note_refusal(reading, text, "no code of a listing (RFC 5782 section 5)");
        return;
    }
    /* A list that says what its codes are does not list with another one: a sinkhole answers so. */
    if (reading->list->codes->pattern == NULL)
        reading->word->listed = true;
    else if (reading->word->strange == NULL)
        reading->word->strange = text;
}

static void take_record(struct reading *reading, const struct ip *ip)
{
    char shown[IP_TEXT_SIZE];
    const unsigned char *octet = ip->octet;
    const char *text = arena_dup(reading->arena, ip_format(ip, shown));
    if (reading->codes.count < DNSXL_SHOWN_MAX)
        strlist_add(&reading->codes, text);
    if (octet[0] != 127) {
        if (reading->word->outside == NULL)
            reading->word->outside = text;
        return;
    }
    reading->word->there = true;
    if (!take_known(reading, text, octet))
        take_unknown(reading, text, octet);
}

void dnsxl_word_read(struct arena *arena, const struct rcpt_list *list,
                     const struct dns_answer *answer, struct dnsxl_word *word)
{
    struct reading reading = {.arena = arena, .list = list, .word = word};
    *word = (struct dnsxl_word){.refusal = ""};
    strlist_init(&reading.codes, arena);
    strlist_init(&reading.meaning, arena);
    size_t count = answer->status == DNS_NOERROR ? answer->n_records : 0;
    struct ip *ips = arena_array(arena, count, sizeof *ips);
    for (size_t i = 0; i < count; i++)
        ips[i] = answer->records[i].address;
    if (count > 1)
        qsort(ips, count, sizeof *ips, by_octets);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || by_octets(&ips[i - 1], &ips[i]) != 0)
            take_record(&reading, &ips[i]);
    }
    if (list->allow && word->listed) {
        word->allowed = true;
        word->listed = false;
    }
    word->codes = strlist_items(&reading.codes);
    word->meaning = strlist_items(&reading.meaning);
}
