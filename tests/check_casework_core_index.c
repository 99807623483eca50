/* Selections that could be the best, held against every selection there is: found are only such as nothing dominates
 * under the corners of the order, and all that are best under a weighting that was tried. */
#include "claims.h"

#include "base/chance.h"
#include "casework/core.h"

enum { MOST = 40, SMALL = 8, CRITERIA = 3, ROUNDS = CLAIMS_SLOW ? 4 : 14, TRIED = 16 };

static struct optimum_measure measures[MOST];
static struct optimum_problem limits;
static struct voice voices[MOST * 2 * 10];
static struct core_problem problem;
static bool out[MOST];
static struct chance chance;

static void problem_start(enum weighting_rule rule, int count, int criteria, const int *agreed)
{
	memset(measures, 0, sizeof(measures));
	memset(out, 0, sizeof(out));
	limits = (struct optimum_problem){.measures = measures, .count = count};
	for (int y = 0; y < BUDGET_YEARS; y++)
		limits.room[y] = MONEY_UNKNOWN;
	problem = (struct core_problem){
		.optimum = &limits, .out = out, .voices = voices, .seed = 4711, .weightings = TRIED};
	problem.weighting = (struct weighting){.rule = rule, .criteria = criteria};
	for (int k = 0; k < criteria; k++)
		problem.weighting.agreed[k] = agreed[k];
}

static struct voice *voice_add(int measure, int criterion, int points)
{
	struct voice *voice = &voices[problem.voice_count++];

	*voice = (struct voice){.measure = measure, .criterion = criterion};
	voice->points = voice->low = voice->high = (int8_t)points;
	return voice;
}

static void scores_add(int measure, const int *points)
{
	for (int k = 0; k < problem.weighting.criteria; k++)
		voice_add(measure, k, points[k]);
}

static struct core calculated(void)
{
	struct robust_watch watch = {0};
	struct error err;
	struct core core;

	ck_assert_msg(core_calculate(&problem, &watch, &core, &err), "%s", err.text);
	ck_assert_int_eq(atomic_load(&watch.done), problem.weightings);
	ck_assert_int_eq(core.weightings, problem.weightings);
	return core;
}

/* ---- by hand */

/* One is good at the first criterion, one at the second, one a little at both; each takes half the money there is for
 * two. Alone the first: a and c. Alone the second: b and c. Between: a and b. */
START_TEST(three_measures_for_two_places_are_each_in_two_of_three_selections)
{
	problem_start(WEIGHTING_ANY, 3, 2, (int[]){50, 50});
	scores_add(0, (int[]){4, 0});
	scores_add(1, (int[]){0, 4});
	scores_add(2, (int[]){1, 1});
	for (int i = 0; i < 3; i++)
		measures[i].needs[0] = 100;
	limits.room[0] = 200;
	struct core core = calculated();
	ck_assert_int_eq(core.portfolios, 3);
	for (int i = 0; i < 3; i++)
		ck_assert_int_eq(core.held[i], 2);
	core_done(&core);
	limits.room[0] = 100; /* one place: the third is never the best */
	core = calculated();
	ck_assert_int_eq(core.portfolios, 2);
	ck_assert_int_eq(core.held[0], 1);
	ck_assert_int_eq(core.held[1], 1);
	ck_assert_int_eq(core.held[2], 0);
	core_done(&core);
}
END_TEST

/* Worth as much in the only criterion that counts at the edge: the agreed weights settle it, and not the solver. */
START_TEST(what_an_edge_does_not_tell_apart_the_agreed_weights_do)
{
	problem_start(WEIGHTING_ORDER, 2, 2, (int[]){60, 40});
	scores_add(0, (int[]){3, 1});
	scores_add(1, (int[]){3, 2});
	measures[0].needs[0] = measures[1].needs[0] = 100;
	limits.room[0] = 100;
	struct core core = calculated();
	ck_assert_int_eq(core.portfolios, 1);
	ck_assert_int_eq(core.held[1], 1);
	core_done(&core);
}
END_TEST

/* A step agreed on stands alone; a span is drawn from, so the lower of two may come first. */
START_TEST(agreed_steps_stand_alone_and_spans_are_drawn_from)
{
	problem_start(WEIGHTING_ANY, 2, 1, (int[]){100});
	voice_add(0, 0, 4);
	voice_add(0, 0, 1)->assessor = VOICE_AGREED;
	voice_add(1, 0, 2);
	measures[0].needs[0] = measures[1].needs[0] = 100;
	limits.room[0] = 100;
	struct core core = calculated();
	ck_assert_int_eq(core.portfolios, 1);
	ck_assert_int_eq(core.held[1], 1);
	core_done(&core);
	voices[2].low = 0;
	core = calculated();
	ck_assert_int_eq(core.portfolios, 2);
	core_done(&core);
}
END_TEST

START_TEST(what_is_not_chosen_among_is_in_no_selection)
{
	problem_start(WEIGHTING_ANY, 2, 1, (int[]){100});
	scores_add(0, (int[]){4});
	scores_add(1, (int[]){1});
	out[0] = true;
	struct core core = calculated(); /* and no limit at all: everything is in */
	ck_assert_int_eq(core.portfolios, 1);
	ck_assert_int_eq(core.held[0], -1);
	ck_assert_int_eq(core.held[1], 1);
	core_done(&core);
	ck_assert_int_eq(core_class(-1, 1), CORE_NONE);
	ck_assert_int_eq(core_class(9, 10), CORE_FITS_OFTEN);
	ck_assert_int_eq(core_class(89, 100), CORE_DISCUSS);
	ck_assert_int_eq(core_class(11, 100), CORE_DISCUSS);
	ck_assert_int_eq(core_class(1, 10), CORE_FITS_SELDOM);
}
END_TEST

/* ---- every selection */

static int points_of[SMALL][CRITERIA];

static void problem_random(int count)
{
	problem_start(WEIGHTING_ORDER, count, CRITERIA, (int[]){30, 50, 20});
	for (int i = 0; i < count; i++) {
		for (int k = 0; k < CRITERIA; k++)
			points_of[i][k] = (int)chance_below(&chance, 5);
		scores_add(i, points_of[i]);
		for (int y = 0; y < 3; y++)
			measures[i].needs[y] = chance_below(&chance, 3) ? 1 + chance_below(&chance, 1000) : 0;
	}
	for (int y = 0; y < 3; y++)
		limits.room[y] = (int64_t)count * chance_below(&chance, 400);
}

static bool subset_fits(unsigned subset)
{
	for (int y = 0; y < 3; y++) {
		int64_t sum = 0;
		for (int i = 0; i < limits.count; i++)
			sum += subset >> i & 1 ? measures[i].needs[y] : 0;
		if (sum > limits.room[y])
			return false;
	}
	return true;
}

/* Criterion 1 is the most important, then 0, then 2: the corners are 1 alone, 1 and 0, and all three, here times six.
 */
static void corners_of(unsigned subset, int values[3])
{
	static const int corners[3][CRITERIA] = {{0, 6, 0}, {3, 3, 0}, {2, 2, 2}};

	for (int c = 0; c < 3; c++) {
		values[c] = 0;
		for (int i = 0; i < limits.count; i++) {
			for (int k = 0; k < CRITERIA && subset >> i & 1; k++)
				values[c] += corners[c][k] * points_of[i][k];
		}
	}
}

static bool dominates(unsigned subset, const int of[3])
{
	int values[3], better = 0;

	corners_of(subset, values);
	for (int c = 0; c < 3; c++) {
		if (values[c] < of[c])
			return false;
		better += values[c] > of[c];
	}
	return better > 0;
}

static bool undominated(unsigned subset)
{
	int values[3];

	corners_of(subset, values);
	for (unsigned other = 0; other < 1U << limits.count; other++) {
		if (dominates(other, values) && subset_fits(other))
			return false;
	}
	return true;
}

static unsigned selection_of(const struct core *core, int which)
{
	unsigned subset = 0;

	for (int i = 0; i < core->count; i++)
		subset |= core->selections[which * core->count + i] ? 1U << i : 0;
	return subset;
}

static bool found(const struct core *core, unsigned subset)
{
	for (int s = 0; s < core->portfolios; s++) {
		if (selection_of(core, s) == subset)
			return true;
	}
	return false;
}

/* The best under one of the weightings, when only one is. */
static bool only_best(int which, unsigned *out_subset)
{
	int64_t values[SMALL], best = -1;
	bool only = false;

	core_values(&problem, which, values);
	for (unsigned subset = 0; subset < 1U << limits.count; subset++) {
		int64_t value = 0;
		for (int i = 0; i < limits.count; i++)
			value += subset >> i & 1 ? values[i] : 0;
		if (value < best || !subset_fits(subset))
			continue;
		only = value > best;
		best = value;
		*out_subset = subset;
	}
	return only;
}

START_TEST(found_is_what_nothing_dominates_and_every_best_there_is)
{
	int only = 0;

	chance_start(&chance, 1, 0);
	for (int round = 0; round < ROUNDS; round++) {
		problem_random(2 + (int)chance_below(&chance, SMALL - 1));
		struct core core = calculated();
		for (int s = 0; s < core.portfolios; s++) {
			ck_assert(subset_fits(selection_of(&core, s)));
			ck_assert(undominated(selection_of(&core, s)));
		}
		for (int which = 0; which < TRIED; which++) {
			unsigned subset;
			if (only_best(which, &subset)) {
				ck_assert(found(&core, subset));
				only++;
			}
		}
		core_done(&core);
	}
	ck_assert_int_gt(only, ROUNDS * TRIED / 2);
}
END_TEST

/* What is in every selection that nothing dominates is in all that are found, and what is in none in none. */
START_TEST(in_all_or_in_none_of_the_undominated_is_in_all_or_none_found)
{
	chance_start(&chance, 2, 0);
	for (int round = 0; round < ROUNDS; round++) {
		problem_random(2 + (int)chance_below(&chance, SMALL - 1));
		unsigned in_all = (1U << limits.count) - 1, in_any = 0;
		for (unsigned subset = 0; subset < 1U << limits.count; subset++) {
			if (!subset_fits(subset) || !undominated(subset))
				continue;
			in_all &= subset;
			in_any |= subset;
		}
		struct core core = calculated();
		for (int i = 0; i < limits.count; i++) {
			ck_assert(!(in_all >> i & 1) || core.held[i] == core.portfolios);
			ck_assert(in_any >> i & 1 || core.held[i] == 0);
		}
		core_done(&core);
	}
}
END_TEST

/* ---- as large as a round */

static void round_fill(int count)
{
	problem_start(WEIGHTING_ORDER, count, 10, (int[]){25, 10, 15, 15, 10, 10, 10, 2, 2, 1});
	problem.weightings = CLAIMS_SLOW ? 12 : 24;
	for (int i = 0; i < count; i++) {
		for (int v = 0; v < 20; v++)
			voice_add(i, v / 2, (int)chance_below(&chance, 5))->assessor = v % 2;
		for (int y = 0; y < BUDGET_YEARS; y++) {
			measures[i].needs[y] = (1 + chance_below(&chance, 300)) * INT64_C(10000000);
		}
	}
	for (int y = 0; y < BUDGET_YEARS; y++) {
		limits.room[y] = 0;
		for (int i = 0; i < count; i++)
			limits.room[y] += measures[i].needs[y] / 3;
	}
}

START_TEST(the_same_seed_gives_the_same_and_another_seed_another)
{
	chance_start(&chance, 3, 0);
	round_fill(20);
	problem.weighting.rule = WEIGHTING_ANY;
	struct core first = calculated(), second = calculated();
	ck_assert_int_eq(first.portfolios, second.portfolios);
	ck_assert_int_gt(first.portfolios, 1);
	ck_assert(memcmp(first.selections, second.selections, (size_t)(first.portfolios * first.count)) == 0);
	core_done(&second);
	problem.seed++;
	second = calculated();
	ck_assert(first.portfolios != second.portfolios ||
		  memcmp(first.selections, second.selections, (size_t)(first.portfolios * first.count)) != 0);
	core_done(&first);
	core_done(&second);
}
END_TEST

START_TEST(nothing_comes_of_what_is_stopped)
{
	struct robust_watch watch = {.stop = true};
	struct core core = {.count = 77};
	struct error err;

	chance_start(&chance, 4, 0);
	round_fill(20);
	ck_assert(!core_calculate(&problem, &watch, &core, &err));
	ck_assert_int_eq(core.count, 77);
	ck_assert_int_eq(atomic_load(&watch.done), 0);
}
END_TEST

/* ---- the outermost weightings */

START_TEST(the_corners_of_an_order_are_all_there)
{
	struct weighting weighting = {
		.rule = WEIGHTING_ORDER, .criteria = 10, .agreed = {25, 10, 15, 15, 10, 10, 10, 2, 2, 1}};
	static int edges[64][WEIGHTING_CRITERIA];

	ck_assert_int_eq(weighting_edges(&weighting, 64, edges), 1 + 3 + 15 + 3 + 1);
	ck_assert_int_eq(edges[0][0], WEIGHTING_WHOLE);
	ck_assert_int_eq(edges[1][0], WEIGHTING_WHOLE / 2);
	ck_assert_int_eq(edges[1][2], WEIGHTING_WHOLE / 2);
	ck_assert_int_eq(edges[22][9], WEIGHTING_WHOLE / 10);
	ck_assert_int_eq(weighting_edges(&weighting, 5, edges), 5);
}
END_TEST

START_TEST(edges_add_up_and_keep_the_rule)
{
	static const enum weighting_rule rules[] = {WEIGHTING_HALF, WEIGHTING_ORDER, WEIGHTING_ANY};
	struct weighting weighting = {.criteria = 7, .agreed = {30, 10, 20, 10, 10, 10, 10}};
	static int edges[64][WEIGHTING_CRITERIA];

	for (int r = 0; r < 3; r++) {
		weighting.rule = rules[r];
		int count = weighting_edges(&weighting, 64, edges);
		ck_assert_int_gt(count, 6);
		for (int e = 0; e < count; e++) {
			int sum = 0;
			for (int k = 0; k < 7; k++) {
				int agreed = weighting.agreed[k] * 300, part = edges[e][k];
				sum += part;
				ck_assert(rules[r] != WEIGHTING_HALF ||
					  (2 * part >= agreed - 14 && 2 * part <= 3 * agreed + 14));
				for (int j = 0; j < 7 && rules[r] == WEIGHTING_ORDER; j++)
					ck_assert(weighting.agreed[j] <= weighting.agreed[k] || edges[e][j] >= part);
			}
			ck_assert_int_eq(sum, WEIGHTING_WHOLE);
		}
	}
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		three_measures_for_two_places_are_each_in_two_of_three_selections,
		what_an_edge_does_not_tell_apart_the_agreed_weights_do,
		agreed_steps_stand_alone_and_spans_are_drawn_from,
		what_is_not_chosen_among_is_in_no_selection,
		found_is_what_nothing_dominates_and_every_best_there_is,
		in_all_or_in_none_of_the_undominated_is_in_all_or_none_found,
		the_same_seed_gives_the_same_and_another_seed_another,
		nothing_comes_of_what_is_stopped,
		the_corners_of_an_order_are_all_there,
		edges_add_up_and_keep_the_rule,
		NULL,
	};
	return claims_run("core index", claims, 200);
}
