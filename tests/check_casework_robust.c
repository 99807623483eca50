/* How firm an order is: weightings and shares held against closed forms, and against a slow calculation of the same
 * rules. The seeds are fixed, so nothing here is left to chance when it runs. */
#include "claims.h"

#include "casework/robust.h"

enum { MOST = 12, SHEETS = 30, DRAWS = 20000 };

static struct robust_measure measures[MOST];
static struct robust_sheet sheets[SHEETS];
static struct robust_problem problem;

static void problem_start(enum weighting_rule rule, int criteria, const int *agreed)
{
	memset(measures, 0, sizeof(measures));
	memset(sheets, 0, sizeof(sheets));
	problem = (struct robust_problem){
		.measures = measures, .sheets = sheets, .seed = 4711, .draws = DRAWS, .threads = 1};
	problem.weighting = (struct weighting){.rule = rule, .criteria = criteria};
	for (int k = 0; k < criteria; k++)
		problem.weighting.agreed[k] = agreed[k];
	for (int y = 0; y < BUDGET_YEARS; y++)
		problem.room[y] = MONEY_UNKNOWN;
}

static struct robust_sheet *sheet_add(int measure, const int *points)
{
	struct robust_sheet *sheet = &sheets[problem.sheet_count++];

	sheet->measure = measure;
	for (int k = 0; k < problem.weighting.criteria; k++)
		sheet->low[k] = sheet->high[k] = (int8_t)points[k];
	if (measure >= problem.measure_count)
		problem.measure_count = measure + 1;
	return sheet;
}

static struct robust calculated(void)
{
	struct robust_watch watch = {0};
	struct robust robust;

	ck_assert(robust_calculate(&problem, &watch, &robust));
	ck_assert_int_eq(atomic_load(&watch.done), problem.draws);
	return robust;
}

static double first_share(const struct robust *robust, int measure)
{
	return (double)robust->places[(size_t)measure * (size_t)robust->measure_count] / robust->draws;
}

/* ---- weightings */

static void draw_holds(const struct weighting *weighting, const int *parts)
{
	const int *agreed = weighting->agreed;
	bool half = weighting->rule == WEIGHTING_HALF;
	int sum = 0;

	for (int k = 0; k < weighting->criteria; k++) {
		sum += parts[k];
		ck_assert_int_ge(parts[k], half ? agreed[k] * 150 : 0);
		ck_assert_int_le(parts[k], half ? agreed[k] * 450 : WEIGHTING_WHOLE);
		for (int j = 0; j < weighting->criteria && weighting->rule == WEIGHTING_ORDER; j++)
			ck_assert(agreed[j] <= agreed[k] || parts[j] >= parts[k]);
	}
	ck_assert_int_eq(sum, WEIGHTING_WHOLE);
}

START_TEST(a_weighting_adds_up_to_the_whole_and_keeps_its_rule)
{
	static const enum weighting_rule rules[] = {WEIGHTING_HALF, WEIGHTING_ORDER, WEIGHTING_ANY};
	struct weighting weighting = {.criteria = 10, .agreed = {25, 10, 15, 15, 10, 10, 10, 2, 2, 1}};
	int parts[WEIGHTING_CRITERIA];
	struct chance chance;

	for (int r = 0; r < 3; r++) {
		weighting.rule = rules[r];
		for (uint64_t draw = 0; draw < 3000; draw++) {
			chance_start(&chance, 1, draw);
			weighting_draw(&weighting, &chance, parts);
			draw_holds(&weighting, parts);
		}
	}
}
END_TEST

static double mean_part(const struct weighting *weighting, int criterion)
{
	int parts[WEIGHTING_CRITERIA];
	struct chance chance;
	double sum = 0;

	for (uint64_t draw = 0; draw < 40000; draw++) {
		chance_start(&chance, 7, draw);
		weighting_draw(weighting, &chance, parts);
		sum += parts[criterion];
	}
	return sum / 40000 / WEIGHTING_WHOLE;
}

/* The middle of the weightings that keep an order is the rank-order centroid, (1/n)·Σ 1/i from the rank on. */
START_TEST(the_middle_of_an_order_is_its_centroid)
{
	struct weighting weighting = {.rule = WEIGHTING_ORDER, .criteria = 4, .agreed = {20, 40, 10, 30}};
	static const double centroid[] = {(1 / 3.0 + 1 / 4.0) / 4, (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0) / 4, 1 / 4.0 / 4,
		(1 / 2.0 + 1 / 3.0 + 1 / 4.0) / 4};

	for (int k = 0; k < 4; k++)
		ck_assert_double_eq_tol(mean_part(&weighting, k), centroid[k], 0.003);
}
END_TEST

START_TEST(criteria_of_the_same_weight_are_treated_alike)
{
	struct weighting weighting = {.rule = WEIGHTING_ORDER, .criteria = 4, .agreed = {20, 20, 40, 20}};

	for (int k = 0; k < 4; k++)
		ck_assert_double_eq_tol(mean_part(&weighting, k), k == 2 ? 25 / 48.0 : 23 / 144.0, 0.003);
}
END_TEST

/* The bounds lie as far above as below, so the middle is what was agreed. */
START_TEST(the_middle_of_half_more_or_less_is_what_was_agreed)
{
	struct weighting weighting = {.rule = WEIGHTING_HALF, .criteria = 4, .agreed = {50, 30, 0, 20}};

	for (int k = 0; k < 4; k++)
		ck_assert_double_eq_tol(mean_part(&weighting, k), weighting.agreed[k] / 100.0, 0.002);
}
END_TEST

/* ---- closed forms */

/* One is a better in the first criterion, the other b in the second: first when w·a > (1−w)·b, that is a/(a+b). */
START_TEST(two_measures_share_the_first_place_as_their_advantages)
{
	for (int a = 1; a <= 4; a++) {
		for (int b = 1; b <= 4; b++) {
			problem_start(WEIGHTING_ANY, 2, (int[]){50, 50});
			sheet_add(0, (int[]){a, 0});
			sheet_add(1, (int[]){0, b});
			struct robust robust = calculated();
			ck_assert_double_eq_tol(first_share(&robust, 0), (double)a / (a + b), 0.012);
			robust_done(&robust);
		}
	}
}
END_TEST

/* Three measures, each best in a criterion of its own: a third of the weightings each; under an order, the first one's
 * always. */
START_TEST(the_heaviest_criterion_decides_under_an_order)
{
	for (int rule = WEIGHTING_ORDER; rule <= WEIGHTING_ANY; rule++) {
		problem_start((enum weighting_rule)rule, 3, (int[]){50, 30, 20});
		sheet_add(0, (int[]){4, 0, 0});
		sheet_add(1, (int[]){0, 4, 0});
		sheet_add(2, (int[]){0, 0, 4});
		struct robust robust = calculated();
		ck_assert_double_eq_tol(first_share(&robust, 0), rule == WEIGHTING_ANY ? 1 / 3.0 : 1, 0.011);
		robust_done(&robust);
	}
}
END_TEST

/* A span of 0–4 beside a firm 3 lies above it in a quarter; the mean of two such spans, in an eighth. */
START_TEST(a_span_is_drawn_evenly_and_two_assessors_apart)
{
	problem_start(WEIGHTING_HALF, 1, (int[]){100});
	for (int assessor = 0; assessor < 2; assessor++) {
		sheet_add(0, (int[]){3});
		sheet_add(1, (int[]){2})->low[0] = 0;
		sheets[problem.sheet_count - 1].high[0] = 4;
		struct robust robust = calculated();
		ck_assert_double_eq_tol(first_share(&robust, 1), assessor == 0 ? 1 / 4.0 : 1 / 8.0, 0.01);
		robust_done(&robust);
	}
}
END_TEST

START_TEST(equal_points_keep_the_order_of_the_numbers)
{
	problem_start(WEIGHTING_ANY, 2, (int[]){50, 50});
	for (int i = 0; i < 3; i++)
		sheet_add(i, (int[]){2, 3});
	struct robust robust = calculated();
	for (int i = 0; i < 3; i++) {
		ck_assert_int_eq(robust.shares[i].best, i + 1);
		ck_assert_int_eq(robust.shares[i].worst, i + 1);
	}
	robust_done(&robust);
}
END_TEST

/* ---- the same, slowly */

static uint32_t roll(struct chance *chance, uint32_t of)
{
	return chance_below(chance, of);
}

static void problem_random(struct chance *chance)
{
	int count = 1 + (int)roll(chance, MOST), points[3];

	problem_start((enum weighting_rule)roll(chance, 3), 3, (int[]){50, 30, 20});
	problem.draws = 300;
	problem.seed = chance_next(chance);
	for (int i = 0; i < count; i++) {
		for (uint32_t assessor = 1 + roll(chance, 2); assessor > 0; assessor--) {
			for (int k = 0; k < 3; k++)
				points[k] = (int)roll(chance, 5);
			sheet_add(i, points);
		}
		measures[i].unknown = roll(chance, 12) == 0;
		measures[i].years = roll(chance, 64);
		for (int y = 0; y < BUDGET_YEARS; y++)
			measures[i].needs[y] = measures[i].years >> y & 1 ? roll(chance, 50) : 0;
	}
	for (int y = 0; y < BUDGET_YEARS; y++)
		problem.room[y] = roll(chance, 2) ? (int64_t)roll(chance, 120) : MONEY_UNKNOWN;
}

/* Twice the mean of at most two assessors, times the weights: a whole number. */
static int64_t slow_points(int measure, const int *parts)
{
	int64_t sum = 0;
	int assessors = 0;

	for (int s = 0; s < problem.sheet_count; s++) {
		if (sheets[s].measure != measure)
			continue;
		assessors++;
		for (int k = 0; k < 3; k++)
			sum += (int64_t)sheets[s].low[k] * parts[k];
	}
	return sum * 2 / assessors;
}

static int slow_place(int measure, const int64_t *points)
{
	int place = 1;
	for (int i = 0; i < problem.measure_count; i++)
		place += points[i] > points[measure] || (points[i] == points[measure] && i < measure);
	return place;
}

/* Whether all down to this place fit together. */
static bool slow_fits(int place, const int *places)
{
	for (int y = 0; y < BUDGET_YEARS; y++) {
		int64_t sum = 0;
		bool asked = false;
		for (int i = 0; i < problem.measure_count; i++) {
			if (places[i] > place || measures[i].unknown)
				continue;
			sum += measures[i].needs[y];
			asked |= measures[i].years >> y & 1;
		}
		if (asked && problem.room[y] != MONEY_UNKNOWN && sum > problem.room[y])
			return false;
	}
	return true;
}

static void slow_compare(const struct robust *robust)
{
	int inside[MOST] = {0}, best[MOST], worst[MOST] = {0}, seen[MOST][MOST] = {{0}};
	int64_t points[MOST];
	int parts[WEIGHTING_CRITERIA], places[MOST];

	for (int i = 0; i < MOST; i++)
		best[i] = MOST + 1;
	for (int draw = 0; draw < problem.draws; draw++) {
		robust_weights(&problem, draw, parts);
		for (int i = 0; i < problem.measure_count; i++)
			points[i] = slow_points(i, parts);
		for (int i = 0; i < problem.measure_count; i++)
			places[i] = slow_place(i, points);
		for (int i = 0; i < problem.measure_count; i++) {
			seen[i][places[i] - 1]++;
			best[i] = places[i] < best[i] ? places[i] : best[i];
			worst[i] = places[i] > worst[i] ? places[i] : worst[i];
			inside[i] += !measures[i].unknown && slow_fits(places[i], places);
		}
	}
	for (int i = 0; i < problem.measure_count; i++) {
		ck_assert_int_eq(robust->shares[i].inside, inside[i]);
		ck_assert_int_eq(robust->shares[i].best, best[i]);
		ck_assert_int_eq(robust->shares[i].worst, worst[i]);
		for (int p = 0; p < problem.measure_count; p++)
			ck_assert_int_eq(robust->places[i * problem.measure_count + p], seen[i][p]);
	}
}

START_TEST(shares_and_places_agree_with_a_slow_calculation)
{
	struct chance chance;

	chance_start(&chance, 99, 0);
	for (int office = 0; office < 1000; office++) {
		problem_random(&chance);
		struct robust robust = calculated();
		slow_compare(&robust);
		robust_done(&robust);
	}
}
END_TEST

START_TEST(the_middle_places_hold_95_draws_of_100)
{
	struct chance chance;

	chance_start(&chance, 5, 0);
	for (int office = 0; office < 200; office++) {
		problem_random(&chance);
		struct robust robust = calculated();
		for (int i = 0; i < robust.measure_count; i++) {
			const struct robust_share *share = &robust.shares[i];
			int within = 0;
			for (int place = share->low; place <= share->high; place++)
				within += (int)robust.places[i * robust.measure_count + place - 1];
			ck_assert_int_ge(within * 100, robust.draws * 95);
			ck_assert(share->best <= share->low && share->high <= share->worst);
		}
		robust_done(&robust);
	}
}
END_TEST

/* ---- threads, stopping, digits */

START_TEST(any_number_of_threads_gives_the_same_answer)
{
	struct chance chance;

	chance_start(&chance, 3, 0);
	for (int office = 0; office < 20; office++) {
		problem_random(&chance);
		problem.draws = 3000;
		sheets[0].low[1] = 0;
		sheets[0].high[1] = 4;
		struct robust one = calculated();
		for (int threads = 2; threads <= ROBUST_THREADS; threads += 3) {
			problem.threads = threads;
			struct robust many = calculated();
			size_t count = (size_t)one.measure_count;
			ck_assert_mem_eq(one.shares, many.shares, count * sizeof(*one.shares));
			ck_assert_mem_eq(one.places, many.places, count * count * sizeof(*one.places));
			robust_done(&many);
		}
		robust_done(&one);
	}
}
END_TEST

START_TEST(the_most_favourable_weighting_gives_the_best_place)
{
	struct chance chance;
	int parts[WEIGHTING_CRITERIA];
	int64_t points[MOST];

	chance_start(&chance, 8, 0);
	for (int office = 0; office < 100; office++) {
		problem_random(&chance);
		struct robust robust = calculated();
		for (int i = 0; i < robust.measure_count; i++) {
			robust_weights(&problem, robust.shares[i].best_draw, parts);
			for (int j = 0; j < robust.measure_count; j++)
				points[j] = slow_points(j, parts);
			ck_assert_int_eq(slow_place(i, points), robust.shares[i].best);
		}
		robust_done(&robust);
	}
}
END_TEST

START_TEST(a_stopped_calculation_answers_nothing)
{
	struct robust_watch watch = {.stop = true};
	struct robust robust = {.draws = -1};

	problem_start(WEIGHTING_ANY, 1, (int[]){100});
	sheet_add(0, (int[]){1});
	ck_assert(!robust_calculate(&problem, &watch, &robust));
	ck_assert_int_eq(robust.draws, -1);
}
END_TEST

/* The first numbers of SplitMix64 from its authors' own program, started at the stream's state. */
START_TEST(the_same_seed_gives_the_same_numbers_on_every_machine)
{
	struct chance chance = {.state = 1234567};

	ck_assert_uint_eq(chance_next(&chance), UINT64_C(6457827717110365317));
	ck_assert_uint_eq(chance_next(&chance), UINT64_C(3203168211198807973));
	ck_assert_uint_eq(chance_next(&chance), UINT64_C(9817491932198370423));
}
END_TEST

START_TEST(per_cent_are_whole_and_say_neither_none_nor_all_too_soon)
{
	ck_assert_int_eq(robust_per_cent(0, 100000), 0);
	ck_assert_int_eq(robust_per_cent(1, 100000), 1);
	ck_assert_int_eq(robust_per_cent(1499, 100000), 1);
	ck_assert_int_eq(robust_per_cent(1500, 100000), 2);
	ck_assert_int_eq(robust_per_cent(99999, 100000), 99);
	ck_assert_int_eq(robust_per_cent(100000, 100000), 100);
}
END_TEST

/* At one half and 100 000 draws 1.96·√(2·0.25/100 000) is 0.438 of a per cent. */
START_TEST(no_order_is_claimed_inside_the_sampling_error)
{
	ck_assert(robust_alike(50000, 50437, 100000));
	ck_assert(!robust_alike(50000, 50440, 100000));
	ck_assert(robust_alike(0, 0, 100000));
	ck_assert(!robust_alike(0, 100000, 100000));
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_weighting_adds_up_to_the_whole_and_keeps_its_rule,
		the_middle_of_an_order_is_its_centroid,
		criteria_of_the_same_weight_are_treated_alike,
		the_middle_of_half_more_or_less_is_what_was_agreed,
		two_measures_share_the_first_place_as_their_advantages,
		the_heaviest_criterion_decides_under_an_order,
		a_span_is_drawn_evenly_and_two_assessors_apart,
		equal_points_keep_the_order_of_the_numbers,
		shares_and_places_agree_with_a_slow_calculation,
		the_middle_places_hold_95_draws_of_100,
		any_number_of_threads_gives_the_same_answer,
		the_most_favourable_weighting_gives_the_best_place,
		a_stopped_calculation_answers_nothing,
		the_same_seed_gives_the_same_numbers_on_every_machine,
		per_cent_are_whole_and_say_neither_none_nor_all_too_soon,
		no_order_is_claimed_inside_the_sampling_error,
		NULL,
	};
	return claims_run("robust", claims, 60);
}
