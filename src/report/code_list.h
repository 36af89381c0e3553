/*
 * code_list.h - the lists of codes that the tables hold as text: "450, 550, any 5yz"
 */
#ifndef REPORT_CODE_LIST_H
#define REPORT_CODE_LIST_H

#include <stdbool.h>

enum { CODE_LIST_ITEM = 16 }; /* octets that hold any item, with the zero */

/* Copies the next item into the caller's CODE_LIST_ITEM octets and moves *list behind it. False at
 * the end of the list. */
bool code_list_next(const char **list, char *item);

/* Whether the list names the code, in full or as one of a class: "any 5yz" holds every 5.. code. */
bool code_list_has(const char *list, const char *code);

#endif
