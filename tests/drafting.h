/* Versions of the criteria, drafted and changed with the office's own verbs. */
#ifndef KANSLI_TESTS_DRAFTING_H
#define KANSLI_TESTS_DRAFTING_H

#include "office.h"

#include "casework/criteria.h"

/* The version whole; end it with criteria_done(). */
struct criteria drafting_version(struct casework *cw, int64_t number);
/* A draft made from version 1 by whoever sits at the desk. */
int64_t drafting_begun(struct casework *cw);
/* The criterion as it stands, with another weight. */
void drafting_weigh(struct casework *cw, int64_t number, const char *id, int weight);
/* A criterion with every text, for a draft. */
struct criterion drafting_new(const char *id, int weight);

#endif
