/*
 * dnsxl_hash.c - an e-mail address as the lists of hashed addresses ask about it
 *
 * No RFC describes such lists: each says which hash it takes. What is hashed is what MSBL EBL and
 * Spamhaus HBL both document: the address in lower case, without a +tag, and for Gmail without the
 * dots of the local-part, googlemail.com written as gmail.com. The digest is OpenSSL's; it is
 * written in hexadecimal, or in base32 (RFC 4648 section 6) in lower case without padding, which
 * keeps SHA-256 within one label (RFC 1035 section 2.3.4).
 *
 * Limits: a quoted local-part is only turned to lower case.
 */
#include "evaluate/dnsxl_hash.h"

#include <openssl/evp.h>
#include <stdint.h>
#include <string.h>

typedef void write_label(const unsigned char *octets, size_t length, char *label);

static void write_hex(const unsigned char *octets, size_t length, char *label)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < length; i++) {
        *label++ = digits[octets[i] >> 4];
        *label++ = digits[octets[i] & 15];
    }
    *label = '\0';
}

static void write_base32(const unsigned char *octets, size_t length, char *label)
{
    static const char digits[] = "abcdefghijklmnopqrstuvwxyz234567";
    uint32_t held = 0;
    unsigned bits = 0;
    for (size_t i = 0; i < length; i++) {
        held = (held << 8 | octets[i]) & 0xFFFF;
        for (bits += 8; bits >= 5; bits -= 5)
            *label++ = digits[held >> (bits - 5) & 31];
    }
    if (bits > 0)
        *label++ = digits[held << (5 - bits) & 31];
    *label = '\0';
}

static const struct method {
    const char *name;
    const EVP_MD *(*digest)(void);
    write_label *write;
} methods[] = {
    {"sha1", EVP_sha1, write_hex},
    {"sha256-base32", EVP_sha256, write_base32},
    {"md5", EVP_md5, write_hex},
};

static const struct method *find_method(const char *name)
{
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        if (strcmp(methods[i].name, name) == 0)
            return &methods[i];
    }
    return NULL;
}

static void lower(char *text)
{
    for (; *text != '\0'; text++) {
        if (*text >= 'A' && *text <= 'Z')
            *text = (char)(*text + ('a' - 'A'));
    }
}

static void drop_dots(char *text)
{
    char *to = text;
    for (; *text != '\0'; text++) {
        if (*text != '.')
            *to++ = *text;
    }
    *to = '\0';
}

const char *dnsxl_hash_form(struct arena *arena, const char *address)
{
    char *local = arena_dup(arena, address);
    lower(local);
    char *at = strrchr(local, '@');
    if (at == NULL || local[0] == '"')
        return local;
    *at = '\0';
    const char *domain = at + 1;
    char *tag = strchr(local, '+');
    if (tag != NULL && tag != local)
        *tag = '\0';
    if (strcmp(domain, "gmail.com") == 0 || strcmp(domain, "googlemail.com") == 0) {
        domain = "gmail.com";
        drop_dots(local);
    }
    return arena_printf(arena, "%s@%s", local, domain);
}

const char *dnsxl_hash(struct arena *arena, const char *method, const char *address)
{
    const struct method *found = find_method(method);
    if (found == NULL)
        return NULL;
    unsigned char octets[EVP_MAX_MD_SIZE];
    char label[2 * EVP_MAX_MD_SIZE + 1];
    unsigned length = 0;
    const char *form = dnsxl_hash_form(arena, address);
    if (EVP_Digest(form, strlen(form), octets, &length, found->digest(), NULL) != 1)
        return NULL;
    found->write(octets, length, label);
    return arena_dup(arena, label);
}
