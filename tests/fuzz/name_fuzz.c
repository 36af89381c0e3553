/*
 * name_fuzz.c - names of any octets, as text and as wire data: src/dns/name.c
 *
 * The first octet says where in the rest, taken as a message, a name is read; the rest is read as
 * text too. A name that is read has one text and one wire form, whichever way it came.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "dns/name.h"

static void require(int condition)
{
    if (!condition)
        abort();
}

/* `text` is as dns_name_from_wire() writes it. */
static void check_text(const char *text)
{
    unsigned char wire[DNS_NAME_WIRE_MAX];
    char again[DNS_NAME_TEXT_SIZE];
    size_t length = dns_name_to_wire(text, wire);
    require(length > 0 && length <= DNS_NAME_WIRE_MAX);
    require(dns_name_from_wire(wire, length, 0, again) == length);
    require(strcmp(text, again) == 0);
    require(dns_name_canonical(text, again) && strcmp(text, again) == 0);
    require(dns_name_normalize(text, again) && strcmp(text, again) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char text[DNS_NAME_TEXT_SIZE], normal[DNS_NAME_TEXT_SIZE];
    if (size == 0)
        return 0;
    size_t after = dns_name_from_wire(data + 1, size - 1, data[0], text);
    require(after <= size - 1);
    if (after != 0)
        check_text(text);

    char *typed = malloc(size);
    memcpy(typed, data + 1, size - 1);
    typed[size - 1] = '\0';
    if (dns_name_canonical(typed, text)) {
        check_text(text);
        /* Dropping case and the final dot does not make it another name. */
        if (dns_name_normalize(typed, normal)) {
            char again[DNS_NAME_TEXT_SIZE];
            require(dns_name_canonical(normal, again) && strcmp(text, again) == 0);
        }
    }
    free(typed);
    return 0;
}
