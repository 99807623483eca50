/* What the points alone would fund: the selection worth most points within the limits of all years, exactly, by a
 * program of its own (kansli-optimum) that is ended when nobody waits any longer. Shown beside the chair's order and
 * never put in its place: points are not the test of 13 §. Pure otherwise: no file, no clock, no office. */
#ifndef KANSLI_CASEWORK_OPTIMUM_H
#define KANSLI_CASEWORK_OPTIMUM_H

#include "base/buffer.h"
#include "base/outside.h"
#include "budget.h"

#include <stdatomic.h>

enum { OPTIMUM_MEASURES = 4096 };

struct optimum_measure {
	int64_t value;               /* of all of it, 0–10^12 in any unit; a part is worth as large a part */
	int64_t needs[BUDGET_YEARS]; /* öre, at least 0 */
	int64_t least_ore;           /* the least sum over the years that is worth granting; 0: all or nothing */
};
struct optimum_problem {
	const struct optimum_measure *measures;
	int count;
	int64_t room[BUDGET_YEARS]; /* öre left; MONEY_UNKNOWN: no limit; below 0 there is room for nothing */
	/* The same limits and amounts asked about several times, each with values of its own in place of the measures':
	 * [which · count + measure]. Every answer is then a best one, in order. series 0: asked once. */
	const int64_t *values;
	int series;
	atomic_bool *stop; /* may be NULL: whoever sets it is waited for some milliseconds only */
};
struct optimum_part {
	bool any, whole;
	int64_t ore[BUDGET_YEARS];
};
struct optimum {
	struct optimum_part *parts; /* in the problem's order */
	int count;
	int64_t value, bound;       /* no selection is worth more than bound */
	bool best;                  /* proven; another may be worth as much */
	int64_t left[BUDGET_YEARS]; /* öre; MONEY_UNKNOWN: no limit */
	int stopped[BUDGET_YEARS];  /* measures left out that the year has no room for */
};
struct optimum_work {
	const struct optimum_problem *problem; /* whose selections come now */
	int left;                              /* problems after it */
	struct outside solver;                 /* `from` tells when there is something to read */
	struct buffer come;
	bool trivial, given, open; /* no limit at all: nothing to solve */
	int answered;              /* of a series */
};

/* The problem is borrowed until optimum_end(). ERROR_FAILED: the program could not be started. */
bool optimum_begin(const struct optimum_problem *problem, struct optimum_work *work, struct error *err);
/* Several in one program, one after another; the start of the program is paid once. A problem without any limit is not
 * among them: there is nothing to solve; nor is a series. */
bool optimum_begin_many(
	const struct optimum_problem *problems, int count, struct optimum_work *work, struct error *err);
/* Waits for the next selection, better than the one before or proven; after out->best there is none, or the next
 * problem's. Of a series, the best of the next. False also when it is to stop. */
bool optimum_next(struct optimum_work *work, struct optimum *out, struct error *err);
/* Also in the middle of the work, which then ends at once. */
void optimum_end(struct optimum_work *work);
void optimum_done(struct optimum *optimum);

#endif
