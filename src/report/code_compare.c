/*
 * code_compare.c - two codes side by side, in sentences
 *
 * The summary names both and their classes, and says what each means. The differences are always in
 * the same order: the class, what the first means, what the second means, when the first is met,
 * when the second. Codes of one class are told apart by their cause, and that is then said. The
 * sentences are made of the tables' own texts, whose `seen` is written to follow "is met".
 *
 * Limits: a code that is in no table says only what its first digit says.
 */
#include "report/code_compare.h"

#include <ctype.h>
#include <string.h>

#include "report/code_list.h"

struct code_compare code_compare_of(const struct rcpt_code_name *first,
                                    const struct rcpt_code_name *second)
{
    struct code_compare pair = {.sides = {code_view_whole(first), code_view_whole(second)}};
    const struct code_view *one = &pair.sides[0], *other = &pair.sides[1];
    pair.same = strcmp(one->text, other->text) == 0;
    pair.same_class = one->class != NULL && one->class == other->class;
    return pair;
}

/* "is a 5xx Permanent Negative reply" */
static void add_class(struct buffer *out, const struct code_view *view)
{
    if (view->class == NULL)
        buffer_printf(out, "leaves its class open");
    else
        buffer_printf(out, "is a %s %s %s", view->class->label, view->class->name, view->noun);
}

/* The code, with its name if asked for. */
static void add_code(struct buffer *out, const struct code_view *view, bool name)
{
    buffer_add(out, view->text);
    if (name)
        buffer_printf(out, " (%s)", view->name);
}

/* "252 is a ..., while 554 is a ..." or, where there is no difference, "550 and 554 are both ...".
 */
static void add_classes(struct buffer *out, const struct code_compare *pair, bool names)
{
    const struct code_view *first = &pair->sides[0], *second = &pair->sides[1];
    bool alike = first->class == second->class;
    add_code(out, first, names);
    if (!alike) {
        buffer_add_char(out, ' ');
        add_class(out, first);
    }
    buffer_add(out, alike ? " and " : ", while ");
    add_code(out, second, names);
    buffer_add_char(out, ' ');
    if (!alike)
        add_class(out, second);
    else if (pair->same_class)
        buffer_printf(out, "are both %s %s", first->class->label, first->class->name);
    else
        buffer_add(out, "both leave their class open");
    buffer_add_char(out, '.');
}

/* A sentence of the tables that goes on after other words. */
static void add_lowered(struct buffer *out, const char *sentence)
{
    buffer_add_char(out, (char)tolower((unsigned char)sentence[0]));
    buffer_add(out, sentence + 1);
}

void code_compare_summary(struct buffer *out, const struct code_compare *pair)
{
    const struct code_view *first = &pair->sides[0], *second = &pair->sides[1];
    if (pair->same) {
        buffer_printf(out, "Both are the same code. %s (%s) ", first->text, first->name);
        add_class(out, first);
        buffer_printf(out, ". %s", first->meaning);
        return;
    }
    add_classes(out, pair, true);
    buffer_printf(out, " %s: %s In contrast, %s: %s", first->text, first->meaning, second->text,
                  second->meaning);
}

/* Whether the tables list one of the two with the other: then they are parts of one reply. */
static bool come_together(const struct code_view *one, const struct code_view *other)
{
    return one->noun != other->noun && one->class == other->class &&
           (code_list_has(one->with, other->text) || code_list_has(other->with, one->text));
}

/* The first difference: what the class asks of the client, or that it decides nothing here. */
static void add_class_difference(struct buffer *out, const struct code_compare *pair)
{
    const struct code_view *first = &pair->sides[0], *second = &pair->sides[1];
    add_classes(out, pair, false);
    if (first->class == NULL || second->class == NULL) {
        buffer_add(out, " An open class is settled by the reply that the code comes with.");
    } else if (pair->same_class) {
        buffer_add(out, " So it is the cause that separates them, not the class. After either, ");
        add_lowered(out, first->class->fix);
    } else {
        buffer_printf(out, " After %s, ", first->text);
        add_lowered(out, first->class->fix);
        buffer_printf(out, " After %s, ", second->text);
        add_lowered(out, second->class->fix);
    }
    if (come_together(first, second))
        buffer_add(out, " They are no alternatives: the two come in one reply.");
}

/* "554 is met when the transaction ..." */
static void add_seen(struct buffer *out, const struct code_view *view)
{
    if (*view->seen == '\0') {
        buffer_printf(out, "When %s is met is not known: it is not in the tables.", view->text);
        return;
    }
    buffer_printf(out, "%s is met ", view->text);
    add_lowered(out, view->seen);
}

bool code_compare_difference(struct buffer *out, const struct code_compare *pair, size_t index)
{
    if (index > 4 || (pair->same && index > 0))
        return false;
    const struct code_view *view = &pair->sides[(index + 1) % 2];
    if (pair->same)
        buffer_add(out, "There is none: a code does not differ from itself.");
    else if (index == 0)
        add_class_difference(out, pair);
    else if (index <= 2)
        buffer_printf(out, "%s: %s", view->text, view->meaning);
    else
        add_seen(out, view);
    return true;
}

bool code_compare_when(struct buffer *out, const struct code_compare *pair, size_t side)
{
    if (side > 1 || (pair->same && side > 0))
        return false;
    const struct code_view *view = &pair->sides[side];
    buffer_printf(out, "For %s (%s): %s", view->text, view->name, view->fix);
    return true;
}
