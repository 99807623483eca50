/* Beside a ranking, never in its place: how firm the order by points is under other weightings of the criteria, and
 * what the points alone would fund. Both see what the actor sees: measures that are hidden or have no place are as if
 * they were not there. Points are not the test of 13 §. */
#ifndef KANSLI_CASEWORK_RANK_FIRM_H
#define KANSLI_CASEWORK_RANK_FIRM_H

#include "base/hash.h"
#include "core.h"
#include "optimum.h"
#include "rank.h"
#include "robust.h"
#include "without.h"

enum { FIRM_SEED = 4711 }; /* when nobody says another */

/* A ranking with what its points come from. Borrows nothing; firm_done() frees all. */
struct firm {
	struct ranking ranking; /* the newest proposal, of the chosen year or all */
	struct arena arena;
	int64_t criteria_version;
	const char *criteria[WEIGHTING_CRITERIA]; /* "K1" */
	int left_out; /* rows of the ranking that are not among the measures: without a place, or hidden */
	int count;    /* measures weighed, by number */
	const struct rank_row **rows; /* of the ranking, for each measure */
	struct voice *voices;         /* what the measures' assessors have said, and agreed on */
	int voice_count;
	int64_t assessors[WITHOUT_ASSESSORS]; /* persons */
	const char *assessor_names[WITHOUT_ASSESSORS];
	int assessor_count;
	bool *out;                    /* by measure: decided already, or of unknown amount: in no selection */
	struct robust_problem robust; /* rule, seed, draws and threads are the caller's to change */
	struct optimum_problem optimum;
	int weightings; /* tried for the core; likewise */
	int64_t unit;   /* of value in the optimum: a mean of 400 weighted points is 400 · unit */
};
/* year as in ranking_load(). RIGHT_SEE. */
bool firm_load(struct casework *cw, int64_t round, int year, struct firm *out, struct error *err);
void firm_done(struct firm *firm);
/* Index among the measures; -1: it is not among them. */
int firm_find(const struct firm *firm, int64_t measure);
/* The other questions about the same, with the rule and the seed of firm->robust; they borrow from the firm. */
struct core_problem firm_core(const struct firm *firm);
struct without_problem firm_without(const struct firm *firm);
/* SHA-256 of all that is calculated on but rule, seed and draws: measures, amounts, room, criteria and what is said. */
void firm_input(const struct firm *firm, char out[HASH_TEXT]);
/* The chair's order counted in the same way as the optimum: what the rows above the line are worth, and their öre. */
void firm_chair(const struct firm *firm, int64_t *value, int64_t *ore);
/* Mean points 0–100 with one decimal, times ten: 7 350 is 735,0 points together. */
int64_t firm_points_10(const struct firm *firm, int64_t value);

#endif
