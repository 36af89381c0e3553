/*
 * dnsxl_name.h - the names that are asked of a list
 */
#ifndef EVALUATE_DNSXL_NAME_H
#define EVALUATE_DNSXL_NAME_H

#include "evaluate/dnsxl.h"

/* Whether the list's kinds hold the subject's; its state is not looked at. */
bool dnsxl_takes(const struct rcpt_list *list, const struct dnsxl_subject *subject);

/* `label` below the zone. `key` stands for {key}; "" leaves it. */
const char *dnsxl_below(struct arena *arena, const struct rcpt_list *list, const char *label,
                        const char *key);

/* Address, name or e-mail address as the labels below the zone; NULL if the list's hash is not
 * known. */
const char *dnsxl_labels(struct arena *arena, const struct rcpt_list *list, const char *text);

/* What the subject is below the zone; NULL as above. */
const char *dnsxl_subject_labels(struct arena *arena, const struct rcpt_list *list,
                                 const struct dnsxl_subject *subject);

#endif
