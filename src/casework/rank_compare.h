/* Two proposals of a round side by side: what moved, what fell in or out, and what it costs. */
#ifndef KANSLI_CASEWORK_RANK_COMPARE_H
#define KANSLI_CASEWORK_RANK_COMPARE_H

#include "rank.h"

struct compared {
	const struct rank_row *before, *after; /* of the two rankings; one of them may be NULL */
	int moved;                             /* places upwards, below 0 downwards; 0 also where one has no place */
	bool fell_in, fell_out;                /* across the line, in full on one side of it only */
	int64_t more_ore;                      /* proposed more than before; MONEY_UNKNOWN: an amount is unknown */
};
struct comparison {
	struct ranking before, after;
	struct compared *items; /* in the later order; what is only in the earlier one last */
	int count;
	int moved, fell_in, fell_out; /* rows */
	int64_t more_ore;             /* above the line, of the chosen year or all */
};
/* Proposals by their numbers, 0 the open or newest one; year as in ranking_load(). Rows that hide their points from the
 * actor in either are left out. RIGHT_SEE; ERROR_MISSING: no such proposal. */
bool comparison_load(struct casework *cw, int64_t round, int before_n, int after_n, int year, struct comparison *out,
	struct error *err);
void comparison_done(struct comparison *comparison);

#endif
