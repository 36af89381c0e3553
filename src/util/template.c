/*
 * template.c - fill the places of a sentence
 *
 * One pass over the sentence; each piece is copied into the arena behind the last. Words are not
 * filled again, so text that comes from DNS cannot bring places of its own.
 */
#include "util/template.h"

#include <string.h>

static const char *join(struct arena *arena, const char *head, const char *tail, size_t length)
{
    return arena_printf(arena, "%s%.*s", head, (int)length, tail);
}

const char *template_fill(struct arena *arena, const char *sentence, template_word *find,
                          const void *context)
{
    const char *filled = "";
    for (;;) {
        const char *open = strchr(sentence, '{');
        const char *close = open == NULL ? NULL : strchr(open, '}');
        if (close == NULL)
            return join(arena, filled, sentence, strlen(sentence));
        const char *word = find(arena, context, open + 1, (size_t)(close - open - 1));
        if (word == NULL) {
            filled = join(arena, filled, sentence, (size_t)(close + 1 - sentence));
        } else {
            filled = join(arena, filled, sentence, (size_t)(open - sentence));
            filled = join(arena, filled, word, strlen(word));
        }
        sentence = close + 1;
    }
}
