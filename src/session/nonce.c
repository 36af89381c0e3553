/*
 * nonce.c - a label that nobody has used before
 *
 * From the system's random source, five bits a character. Without that source it is always the
 * same, which is as good against lists that list everything and resolvers that invent addresses.
 *
 * Limits: at most 63 characters, as a label has (RFC 1035 section 2.3.4).
 */
#include "session/nonce.h"

#include <string.h>
#include <sys/random.h>

void nonce_draw(char *nonce, size_t size)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
    unsigned char random[63] = {0};
    size_t length = size - 1 < sizeof random ? size - 1 : sizeof random;
    if (getentropy(random, length) != 0)
        memset(random, 0, sizeof random);
    for (size_t i = 0; i < length; i++)
        nonce[i] = letters[random[i] % (sizeof letters - 1)];
    nonce[length] = '\0';
}
