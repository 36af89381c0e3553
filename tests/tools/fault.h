/*
 * fault.h - the parts of faultd: rules, queries, and replies that are wrong on purpose
 */
#ifndef FAULT_H
#define FAULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FAULT_NAME_SIZE   256
#define FAULT_MESSAGE_MAX 65535

enum fault_kind {
    FAULT_FORWARD,
    FAULT_SILENT,
    FAULT_DELAY,
    FAULT_SERVFAIL,
    FAULT_REFUSED,
    FAULT_NOTIMP,
    FAULT_FORMERR,
    FAULT_TRUNCATE,
    FAULT_TRUNCATE_BROKEN,
    FAULT_GARBAGE,
    FAULT_NOISE,
    FAULT_WRONG_ID,
    FAULT_WRONG_QUESTION,
    FAULT_EMPTY,
    FAULT_POINTER_LOOP,
    FAULT_CNAME_LOOP,
    FAULT_CNAME_CHAIN,
    FAULT_LYING_COUNTS,
    FAULT_BIG,
    FAULT_NXDOMAIN,
    FAULT_NXDOMAIN_WITH_ANSWER,
    FAULT_UNRELATED,
    FAULT_CASE,
    FAULT_DUPLICATE,
    FAULT_DROP_FIRST,
    FAULT_SERVFAIL_FIRST,
    FAULT_ANSWER
};

struct fault_rule {
    char name[FAULT_NAME_SIZE]; /* lower case, no final dot; "" holds for every name */
    uint16_t type;              /* 0 for every type */
    enum fault_kind kind;
    unsigned long number;    /* the argument: milliseconds, a count, an INFO-CODE */
    unsigned char octets[4]; /* the argument of FAULT_ANSWER */
};

struct fault_rules {
    struct fault_rule *items;
    size_t count, capacity;
};

/* Adds the rules of a file. False, after a line on standard error, if it is not of the form. */
bool fault_rules_read(struct fault_rules *rules, const char *path);
/* The first rule that holds, or NULL. */
const struct fault_rule *fault_rules_find(const struct fault_rules *rules, const char *name,
                                          uint16_t type);
/* A type's number, 0 for none; and its name in `text`. */
uint16_t fault_type_parse(const char *text);
const char *fault_type_name(uint16_t type, char text[16]);

/* A query as it came. */
struct fault_query {
    unsigned char *message; /* borrowed */
    size_t length;
    size_t question_end; /* where the question ends */
    char name[FAULT_NAME_SIZE];
    uint16_t type;
    bool has_opt;
};

/* False if it is no query with one question. */
bool fault_query_read(struct fault_query *query, unsigned char *message, size_t length);

/* What a resolver in good health might say: one made-up record, or none for other types. */
size_t fault_reply_good(const struct fault_query *query, const unsigned char address[4],
                        unsigned char reply[FAULT_MESSAGE_MAX]);
/* The reply of a rule that makes one; `tcp` tells how it will travel. 0: no reply. */
size_t fault_reply_bad(const struct fault_rule *rule, const struct fault_query *query, bool tcp,
                       unsigned char reply[FAULT_MESSAGE_MAX]);
/* Turns the case of the letters in the question. */
void fault_reply_turn_case(unsigned char *reply, size_t length);

#endif
