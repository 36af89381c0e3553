/*
 * nonce.h - a label that nobody has used before
 */
#ifndef SESSION_NONCE_H
#define SESSION_NONCE_H

#include <stddef.h>

#define NONCE_SIZE 13 /* with its zero */

/* Fills `nonce` with small letters and digits up to its size, the zero among it. */
void nonce_draw(char *nonce, size_t size);

#endif
