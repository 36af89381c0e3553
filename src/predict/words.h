/*
 * words.h - what stands for the words in braces in a rule's sentences
 */
#ifndef PREDICT_WORDS_H
#define PREDICT_WORDS_H

#include "evaluate/check.h"
#include "util/arena.h"

/* The sentence of a rule, filled from findings. */
const char *words_fill(struct arena *arena, const char *sentence, const struct findings *findings);

#endif
