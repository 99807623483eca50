/* The order by points when one assessor of the round at a time is left out: how much of an order rests on one person.
 * Pure: no file, no clock, no office.
 *
 * Everything is as in rank.h: the mean of those left for each criterion, times its weight; equal points in the order
 * the measures are given; money from the top until the first that does not fit. A step agreed on stands whoever is left
 * out, for it is nobody's alone. A measure with a criterion that nobody else has scored has no place without that
 * assessor: it is counted as such, takes no money, and the others close up. */
#ifndef KANSLI_CASEWORK_WITHOUT_H
#define KANSLI_CASEWORK_WITHOUT_H

#include "robust.h"
#include "voice.h"

enum { WITHOUT_ASSESSORS = 256 };

struct without_problem {
	const struct robust_measure *measures; /* by number */
	const struct voice *voices;
	int measure_count, voice_count, assessor_count;
	struct weighting weighting; /* the agreed weights are what counts */
	int64_t room[BUDGET_YEARS]; /* öre left for the list; MONEY_UNKNOWN: no limit */
};
/* A measure, over the order with all and with each assessor left out. */
struct without_measure {
	int best, worst;       /* places; 0: it has none even with all */
	int lost;              /* assessors without whom it has no place */
	int fell_in, fell_out; /* assessors without whom it comes above, or falls below, the line */
};
/* An assessor who is left out. */
struct without_assessor {
	int fell_in, fell_out, lost; /* measures, as above; one that is lost has not fallen out */
};
enum without_fall { WITHOUT_SAME, WITHOUT_IN, WITHOUT_OUT, WITHOUT_LOST };
struct without {
	struct without_measure *measures; /* in the problem's order */
	struct without_assessor *assessors;
	uint8_t *falls; /* [assessor · measure_count + measure]: an enum without_fall */
	int measure_count, assessor_count;
};
void without_calculate(const struct without_problem *problem, struct without *out);
void without_done(struct without *without);

#endif
