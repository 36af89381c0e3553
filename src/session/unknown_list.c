/*
 * unknown_list.c - the facts of a list that the catalogue does not have
 *
 * A zone may be named on the command line or in the configuration and be nobody's that we know. It
 * is then taken for a block list by the book: the test entries of RFC 5782 section 5, any answer in
 * 127.0.0.0/8 a listing without a documented meaning (section 2.1), and low severity, as nobody can
 * tell what being listed costs.
 */
#include "session/unknown_list.h"

struct rcpt_list unknown_list(const char *zone, unsigned kinds, const char *source)
{
    static const struct rcpt_list_code no_codes[] = {{0}};
    return (struct rcpt_list){
        .zone = zone,
        .name = zone,
        .operator_name = "",
        .kinds = kinds,
        .severity = RCPT_SEVERITY_LOW,
        .state_note = "",
        .codes = no_codes,
        .test_listed = "",
        .test_unlisted = "",
        .hash = "",
        .delist = "",
        .remedy = "",
        .within = "",
        .source = source,
        .confirmed = "",
    };
}
