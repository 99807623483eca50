/* What is decided for a payment year against its limits, in words; for the casework room only. */
#ifndef KANSLI_CASEWORK_LIMIT_WORDS_H
#define KANSLI_CASEWORK_LIMIT_WORDS_H

#include "casework.h"

/* *out gets a sentence in the arena about the first limit that is passed, NULL when none is: the year's appropriation
 * with what is carried over, the authority to commit a later year, the round's own. A limit that nobody has set is not
 * tested, nor is a past year. Costs what is decided for that year, not the office. */
bool limit_words(
	struct casework *cw, int64_t round, int year, struct arena *arena, const char **out, struct error *err);

/* What is granted for the payment year, as the file has it now, inside a change: within the appropriation with what is
 * carried over, and within the authority to commit later years; ERROR_INVALID says by how much it is not. The round's
 * own limit stops nothing, nor does a limit that nobody has set or of a year that has passed. */
bool limit_holds(struct casework *cw, int64_t round, int year, struct error *err);

#endif
