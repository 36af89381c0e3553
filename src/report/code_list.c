/*
 * code_list.c - the lists of codes that the tables hold as text: "450, 550, any 5yz"
 *
 * The public structs of codes.h carry such lists as text, for readers; reports take them apart
 * again here. Items are separated by a comma and a space. "any" stands for every code, "any 5yz"
 * for every reply code of a class (the notation of RFC 5248).
 *
 * Limits: an item longer than the caller's octets is cut; the tables have none.
 */
#include "report/code_list.h"

#include <string.h>

bool code_list_next(const char **list, char *item)
{
    *list += strspn(*list, ", ");
    size_t length = strcspn(*list, ",");
    if (length == 0)
        return false;
    size_t kept = length < CODE_LIST_ITEM ? length : CODE_LIST_ITEM - 1;
    memcpy(item, *list, kept);
    item[kept] = '\0';
    *list += length;
    return true;
}

bool code_list_has(const char *list, const char *code)
{
    static const char any[] = "any";
    char item[CODE_LIST_ITEM];
    while (code_list_next(&list, item)) {
        if (strcmp(item, code) == 0 || strcmp(item, any) == 0)
            return true;
        if (strncmp(item, "any ", sizeof any) == 0 && item[sizeof any] == code[0])
            return true;
    }
    return false;
}
