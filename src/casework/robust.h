/* How firm an order by points is: the same measures ranked under many weightings drawn by chance (stochastic
 * multicriteria acceptability analysis, SMAA-2: Lahdelma and Salminen 2001). Pure: no file, no clock, no office.
 *
 * A weighting is drawn, and within the assessors' spans a score for each criterion; the measures are put in order of
 * their points (equal ones in the order they are given), and money is added up from the top until the first that does
 * not fit, as in rank.h. Whole numbers throughout and one stream of chance for each draw: the same seed gives the same
 * answer on every machine, with any number of threads. */
#ifndef KANSLI_CASEWORK_ROBUST_H
#define KANSLI_CASEWORK_ROBUST_H

#include "budget.h"
#include "weighting.h"

#include <stdatomic.h>

enum { ROBUST_DRAWS = 100000, ROBUST_THREADS = 8, ROBUST_MEASURES = 4096 };

/* One assessor's handed-in sheet: 0–4 on each criterion, low and high alike where no span is given, both
 * ROBUST_ABSTAINED where the assessor abstains: the criterion is then the mean of the measure's others. */
enum { ROBUST_ABSTAINED = -1 };
struct robust_sheet {
	int measure; /* index */
	int8_t low[WEIGHTING_CRITERIA], high[WEIGHTING_CRITERIA];
};
struct robust_measure {
	int64_t needs[BUDGET_YEARS]; /* öre it would take of what is left; 0 for what is granted already */
	unsigned years;              /* bit y: year y's limit is tested for it */
	bool unknown;                /* an amount is unknown: it has a place, takes nothing and never fits */
};
struct robust_problem {
	const struct robust_measure *measures; /* by number */
	const struct robust_sheet *sheets;     /* at least one step on each criterion for each measure */
	int measure_count, sheet_count;
	struct weighting weighting;
	int64_t room[BUDGET_YEARS]; /* öre left for the list; MONEY_UNKNOWN: no limit */
	uint64_t seed;
	int draws, threads;
};

struct robust_share {
	int inside;      /* draws in which it stands above the line */
	int best, worst; /* places, over all draws */
	int low, high;   /* places that hold the middle 95 % of the draws */
	int best_draw;   /* the first draw that gives the best place: robust_weights() tells its weighting */
};
struct robust {
	struct robust_share *shares; /* in the problem's order */
	uint32_t *places;            /* [measure · measure_count + place − 1]: draws that give the place */
	int measure_count, draws;
};
/* Shared with whoever waits. */
struct robust_watch {
	atomic_bool stop; /* set it, and the calculation ends within some milliseconds */
	atomic_int done;  /* draws so far */
};

/* False when it was stopped; *out is then untouched. */
bool robust_calculate(const struct robust_problem *problem, struct robust_watch *watch, struct robust *out);
void robust_done(struct robust *robust);
/* The weighting of a draw, in parts of WEIGHTING_WHOLE. */
void robust_weights(const struct robust_problem *problem, int draw, int parts[WEIGHTING_CRITERIA]);
/* Whole per cent, halves up; 0 and 100 only when it is none and all: between them at least 1 and at most 99. */
int robust_per_cent(int draws_inside, int draws);
/* Whether two shares differ by less than chance makes them differ in 95 cases of 100: no order is claimed then. */
bool robust_alike(int first, int second, int draws);

#endif
