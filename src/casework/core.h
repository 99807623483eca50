/* Which selections of measures could be the best, and which measures are in all of them, in none or in some: the core
 * index of robust portfolio modeling (Liesiö, Mild and Salo 2007, 2008). Pure but for the program that solves: no file,
 * no clock, no office.
 *
 * A selection is best when nothing else within the limits of all years is worth more under some weighting that the rule
 * admits. The selections are found one weighting at a time: first the agreed weights, then the rule's outermost
 * weightings (weighting_edges()), then weightings drawn by chance together with scores within the assessors' spans.
 * Each is pulled one hundredth towards the agreed weights, so that a criterion outside it settles what is otherwise
 * equal. So found are supported selections that nothing dominates: those that are best under a weighting that was
 * tried. There may be others that are best under none, or under one that was not tried; how many were tried is
 * therefore always said. The core index of a measure is the share of the different selections found that hold it, in
 * whole or in part.
 *
 * The same seed gives the same weightings on every machine. Where two selections are worth exactly as much, which one
 * is found is the solver's to say. */
#ifndef KANSLI_CASEWORK_CORE_H
#define KANSLI_CASEWORK_CORE_H

#include "optimum.h"
#include "robust.h"
#include "voice.h"

enum { CORE_WEIGHTINGS = 200, CORE_OFTEN = 90, CORE_SELDOM = 10 }; /* per cent */

struct core_problem {
	const struct optimum_problem *optimum; /* limits, amounts and least amounts; its values are not used */
	const bool *out; /* by measure: not chosen among, as what is decided already or has an unknown amount */
	const struct voice *voices;
	int voice_count;
	struct weighting weighting;
	uint64_t seed;
	int weightings; /* at least 1 */
};
struct core {
	int *held;           /* by measure: different selections that hold it; -1: it is not chosen among */
	uint8_t *selections; /* [selection · count + measure]: 0 nothing, 1 in part, 2 whole; in the order found */
	int count, portfolios, weightings; /* measures; different selections; weightings tried */
};
/* watch->done counts weightings. ERROR_FAILED: the program could not do it; err->kind is then told apart from being
 * stopped, which is false with watch->stop set. *out is untouched on failure. */
bool core_calculate(
	const struct core_problem *problem, struct robust_watch *watch, struct core *out, struct error *err);
void core_done(struct core *core);

/* Where a measure stands: never a verdict, for points are not the test of 13 §. */
enum core_class {
	CORE_FITS_OFTEN,  /* in at least CORE_OFTEN per cent of the selections */
	CORE_DISCUSS,     /* between */
	CORE_FITS_SELDOM, /* in at most CORE_SELDOM per cent */
	CORE_NONE,        /* not chosen among */
};
enum core_class core_class(int held, int portfolios);

/* The values of one of the weightings tried, [measure]; for tests. */
void core_values(const struct core_problem *problem, int which, int64_t *values);

#endif
