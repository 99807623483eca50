/* The record of a proposal for the meeting: the ranked list with its reasons, the limits and where they come from, the
 * criteria and who decided them, how firm it is if that is kept, and what the points alone would fund. */
#ifndef KANSLI_CSV_RECORD_H
#define KANSLI_CSV_RECORD_H

#include "casework/casework.h"
#include "csv/paper.h"

/* proposal_n 0: the open one, or the newest. What is hidden from the actor is not in it, and that is said in words. The
 * last line is the SHA-256 of the text above it. RIGHT_SEE. */
bool record_write(
	struct casework *cw, int64_t round, int proposal_n, bool with_year, struct paper *paper, struct error *err);

#endif
