/* What if, on random offices: a trial of nothing changes nothing, and every other trial is as the office would be.
 * Money and order are held against the slow calculation too, with rows skipped and least amounts. KANSLI_OFFICES: how
 * many offices, when more than the usual are wanted. */
#include "claims.h"
#include "rank_slow.h"

#include "casework/rank_inner.h"
#include "casework/rank_try.h"

#include <stdlib.h>

enum { OFFICES = 1500 };
static uint64_t seed;
static struct rank_row rows[SLOW_ROWS], kept[SLOW_ROWS];
static struct budget left;
static int count;

static uint64_t roll(uint64_t of)
{
	uint64_t z = (seed += UINT64_C(0x9E3779B97F4A7C15));
	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return (z ^ (z >> 31)) % of;
}

static int offices(void)
{
	const char *wanted = getenv("KANSLI_OFFICES");
	int many = wanted ? (int)strtol(wanted, NULL, 10) : 0;

	return many > 0 ? many : OFFICES;
}

/* ---- a random office */

static void row_make(int at)
{
	struct rank_row *row = &rows[at];

	*row = (struct rank_row){.measure = 100 + at,
		.year = 2026,
		.application_n = 1 + at / 2,
		.n = 1 + at % 2,
		.assessors = 1,
		.submitted = 1,
		.points = (int64_t)roll(12) * 30,
		.fit = roll(9) == 0 ? RANK_NO_PLACE : RANK_INSIDE,
		.moved = roll(4) == 0,
		.outcome = roll(9) == 0 ? "granted" : NULL,
		.skip_reason = roll(8) == 0 ? "skäl" : NULL,
		.least_ore = roll(3) == 0 ? (int64_t)roll(90) : 0};
	row->place = row->moved ? 1 + (int)roll((uint64_t)count) : 0;
	for (int y = 0; y < BUDGET_YEARS; y++)
		row->sought[y] = row->proposed[y] = roll(3) ? 0 : (int64_t)roll(60);
	if (!row->outcome && roll(25) == 0)
		row->sought[2] = row->proposed[2] = MONEY_UNKNOWN;
}

static int64_t limit_make(void)
{
	return roll(3) ? (int64_t)roll(400) : MONEY_UNKNOWN;
}

static void office_make(void)
{
	count = 1 + (int)roll(SLOW_ROWS);
	for (int i = 0; i < count; i++)
		row_make(i);
	left = (struct budget){0};
	for (int y = 0; y < BUDGET_YEARS; y++)
		left.years[y] = (struct budget_year){.year = BUDGET_FIRST + y,
			.appropriation = limit_make(),
			.carried = MONEY_UNKNOWN,
			.commitment = limit_make(),
			.round = limit_make(),
			.decided = (int64_t)roll(50)};
}

static struct ranking ranked(struct rank_row *of, int of_count, const struct budget *limits)
{
	struct ranking ranking = {.items = of, .count = of_count, .round_year = 2024};

	rank_by_points(of, of_count);
	rank_insert_moved(of, of_count);
	rank_fill(&ranking, limits);
	return ranking;
}

/* ---- likeness: a word for the first difference, NULL when there is none; what is left out is not looked at */

static const char *differ(const struct ranking *a, const struct ranking *b)
{
	int i = 0, j = 0;

	for (;; i++, j++) {
		while (i < a->count && a->items[i].fit == RANK_WITHOUT)
			i++;
		while (j < b->count && b->items[j].fit == RANK_WITHOUT)
			j++;
		if (i >= a->count || j >= b->count)
			break;
		const struct rank_row *x = &a->items[i], *y = &b->items[j];
		if (x->measure != y->measure)
			return "order";
		if (x->place != y->place || x->point_place != y->point_place)
			return "place";
		if (x->fit != y->fit || x->fits_ore != y->fits_ore || x->breaks_year != y->breaks_year)
			return "fit";
		if (x->total_ore != y->total_ore)
			return "running sum";
	}
	if (i < a->count || j < b->count)
		return "count";
	return a->left_ore == b->left_ore && a->used_ore == b->used_ore && a->proposed_ore == b->proposed_ore &&
			       a->binding_year == b->binding_year
		       ? NULL
		       : "sums";
}

/* A row that can be tried: it has a place and is not decided. -1: none. */
static int row_choose(const struct ranking *ranking)
{
	int at = (int)roll((uint64_t)ranking->count);

	for (int i = 0; i < ranking->count; i++, at = (at + 1) % ranking->count) {
		if (rank_has_place(&ranking->items[at]) && !ranking->items[at].outcome)
			return at;
	}
	return -1;
}

/* ---- claims */

START_TEST(a_trial_of_nothing_or_of_the_real_limits_changes_nothing)
{
	seed = 1;
	for (int office = 0; office < offices(); office++) {
		struct rank_try nothing = {0}, real = {0};
		struct rank_trial trial;

		office_make();
		struct ranking ranking = ranked(rows, count, &left);
		for (int y = 0; y < BUDGET_YEARS; y++) {
			real.set[RANK_APPROPRIATION][y] = real.set[RANK_COMMITMENT][y] = real.set[RANK_ROUND][y] = true;
			real.limit[RANK_APPROPRIATION][y] = left.years[y].appropriation;
			real.limit[RANK_COMMITMENT][y] = left.years[y].commitment;
			real.limit[RANK_ROUND][y] = left.years[y].round;
		}
		const struct rank_try *wishes[] = {&nothing, &real};
		for (int i = 0; i < 2; i++) {
			rank_try(&ranking, wishes[i], &trial);
			const char *what = differ(&ranking, &trial.as);
			ck_assert_msg(!what, "office %d differs in %s", office, what ? what : "");
			ck_assert_int_eq(trial.changed + trial.fell_in + trial.fell_out, 0);
			ck_assert_int_eq(trial.more_ore, 0);
			rank_trial_done(&trial);
		}
	}
}
END_TEST

START_TEST(without_a_measure_the_ranking_is_that_of_an_office_without_it)
{
	int tried = 0;

	seed = 2;
	for (int office = 0; office < offices(); office++) {
		struct rank_try wish = {0};
		struct rank_trial trial;
		struct error err = {0};
		int fewer = 0;

		office_make();
		memcpy(kept, rows, sizeof(rows));
		struct ranking ranking = ranked(rows, count, &left);
		int at = row_choose(&ranking);
		if (at < 0)
			continue;
		ck_assert(rank_try_without(&wish, rows[at].measure, &err));
		ck_assert(rank_try_holds(&ranking, &wish, &err));
		rank_try(&ranking, &wish, &trial);
		ck_assert_int_eq(trial.as.count, count); /* it is still there, marked */
		for (int i = 0; i < count; i++)
			ck_assert_int_eq(
				trial.as.items[i].fit == RANK_WITHOUT, trial.as.items[i].measure == rows[at].measure);
		for (int i = 0; i < count; i++) {
			if (kept[i].measure != rows[at].measure)
				kept[fewer++] = kept[i];
		}
		struct ranking other = ranked(kept, fewer, &left);
		const char *what = differ(&trial.as, &other);
		ck_assert_msg(!what, "office %d differs in %s", office, what ? what : "");
		rank_trial_done(&trial);
		tried++;
	}
	ck_assert_int_gt(tried, offices() / 2);
}
END_TEST

START_TEST(with_another_limit_the_ranking_is_that_of_an_office_with_it)
{
	int changed = 0;

	seed = 3;
	for (int office = 0; office < offices(); office++) {
		struct rank_try wish = {0};
		struct rank_trial trial;
		int y = (int)roll(BUDGET_YEARS);

		office_make();
		memcpy(kept, rows, sizeof(rows));
		struct ranking ranking = ranked(rows, count, &left);
		wish.set[RANK_ROUND][y] = true;
		wish.limit[RANK_ROUND][y] = limit_make();
		rank_try(&ranking, &wish, &trial);
		left.years[y].round = wish.limit[RANK_ROUND][y];
		struct ranking other = ranked(kept, count, &left);
		const char *what = differ(&trial.as, &other);
		ck_assert_msg(!what, "office %d differs in %s", office, what ? what : "");
		ck_assert_int_eq(trial.more_ore, other.proposed_ore - ranking.proposed_ore);
		changed += trial.changed > 0;
		rank_trial_done(&trial);
	}
	ck_assert_int_gt(changed, offices() / 20);
}
END_TEST

/* Every limit that was short is raised by exactly what it takes: with 1 öre less the line stops earlier. */
START_TEST(the_line_is_moved_for_exactly_what_it_costs)
{
	int needs = 0;

	seed = 4;
	for (int office = 0; office < offices(); office++) {
		struct rank_try wish = {0};
		struct rank_trial trial;

		office_make();
		struct ranking ranking = ranked(rows, count, &left);
		int at = row_choose(&ranking);
		if (at < 0 || rows[at].skip_reason || rows[at].proposed_ore == MONEY_UNKNOWN)
			continue;
		wish.down_to = rows[at].measure;
		rank_try(&ranking, &wish, &trial);
		for (int i = 0; i <= at; i++)
			ck_assert(!trial.as.items[i].breaks_kind);
		ck_assert_int_ge(trial.as.line, at + 1);
		for (int i = 0; i < trial.need_count; i++) {
			const struct rank_need *need = &trial.needs[i];
			struct rank_try less = {0};
			struct rank_trial short_of;

			for (int j = 0; j < trial.need_count; j++) {
				int y = trial.needs[j].year - BUDGET_FIRST, kind = (int)trial.needs[j].kind;
				const struct budget_year *year = &trial.as.left.years[y];
				less.set[kind][y] = true;
				less.limit[kind][y] = (kind == RANK_APPROPRIATION       ? year->appropriation
							      : kind == RANK_COMMITMENT ? year->commitment
											: year->round) -
						      (need == &trial.needs[j]);
			}
			rank_try(&ranking, &less, &short_of);
			ck_assert_int_lt(short_of.as.line, at + 1);
			rank_trial_done(&short_of);
			needs++;
		}
		rank_trial_done(&trial);
	}
	ck_assert_int_gt(needs, offices() / 2);
}
END_TEST

START_TEST(skipped_is_as_asking_for_nothing_and_least_amounts_as_the_slow_way)
{
	struct slow slow;
	int skipped = 0, sense = 0;

	seed = 6;
	for (int office = 0; office < offices(); office++) {
		office_make();
		int year = roll(3) ? 0 : BUDGET_FIRST + (int)roll(BUDGET_YEARS);
		slow_rank(rows, count, year, &left, &slow);
		memcpy(kept, rows, sizeof(rows));
		struct ranking ranking = {.items = rows, .count = count, .year = year};
		rank_by_points(rows, count);
		rank_insert_moved(rows, count);
		rank_fill(&ranking, &left);
		for (int i = 0; i < count; i++) {
			ck_assert_int_eq(rows[i].measure, slow.rows[i].measure);
			ck_assert_int_eq(rows[i].fit, slow.rows[i].fit);
			ck_assert_int_eq(rows[i].total_ore, slow.rows[i].total);
			skipped += rows[i].fit == RANK_SKIPPED;
			sense += rows[i].fit == RANK_OUTSIDE && rows[i].fits_ore > 0;
		}
		for (int i = 0; i < count; i++) {
			if (kept[i].skip_reason && !kept[i].outcome) {
				kept[i].skip_reason = NULL;
				memset(kept[i].proposed, 0, sizeof(kept[i].proposed));
			}
		}
		struct ranking nothing = {.items = kept, .count = count, .year = year};
		rank_by_points(kept, count);
		rank_insert_moved(kept, count);
		rank_fill(&nothing, &left);
		ck_assert_int_eq(nothing.proposed_ore, ranking.proposed_ore);
		ck_assert_int_eq(nothing.binding_year, ranking.binding_year);
	}
	ck_assert_int_gt(skipped, 500);
	ck_assert_int_gt(sense, 100);
}
END_TEST

START_TEST(what_cannot_be_tried_is_refused)
{
	struct error err = {0};
	struct rank_try wish = {.down_to = 7};

	seed = 8;
	count = 3;
	for (int i = 0; i < 3; i++) {
		row_make(i);
		rows[i].fit = i == 1 ? RANK_NO_PLACE : RANK_INSIDE;
		rows[i].outcome = i == 0 ? "granted" : NULL;
		rows[i].proposed[1] = rows[i].sought[1] = 5;
		rows[i].moved = false;
	}
	left = (struct budget){0};
	struct ranking ranking = ranked(rows, count, &left);
	ranking.round_year = 2026;
	ck_assert(!rank_try_holds(&ranking, &wish, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
	for (int64_t measure = 100; measure < 103; measure++) {
		wish = (struct rank_try){.without = {measure}, .without_count = 1};
		ck_assert_int_eq(rank_try_holds(&ranking, &wish, &err), measure == 102);
	}
	wish = (struct rank_try){.amounts = {{.measure = 102, .year = 2026, .ore = 100000}}, .amount_count = 1};
	ck_assert(!rank_try_holds(&ranking, &wish, &err));
	wish.amounts[0].ore = 1;
	ck_assert(rank_try_holds(&ranking, &wish, &err));
	wish.amounts[0].year = 2036;
	ck_assert(!rank_try_holds(&ranking, &wish, &err));
	wish = (struct rank_try){.set[RANK_COMMITMENT] = {false, true}};
	ck_assert(!rank_try_holds(&ranking, &wish, &err));
	wish = (struct rank_try){.set[RANK_COMMITMENT] = {false, false, true}};
	ck_assert(rank_try_holds(&ranking, &wish, &err));
}
END_TEST

START_TEST(the_comparing_finds_a_ranking_that_is_another)
{
	int found = 0;

	seed = 9;
	for (int office = 0; office < 100; office++) {
		office_make();
		struct ranking ranking = ranked(rows, count, &left), other = ranking;

		memcpy(kept, rows, sizeof(rows));
		other.items = kept;
		kept[roll((uint64_t)count)].fits_ore++;
		found += differ(&ranking, &other) != NULL;
	}
	ck_assert_int_eq(found, 100);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_trial_of_nothing_or_of_the_real_limits_changes_nothing,
		without_a_measure_the_ranking_is_that_of_an_office_without_it,
		with_another_limit_the_ranking_is_that_of_an_office_with_it,
		the_line_is_moved_for_exactly_what_it_costs,
		skipped_is_as_asking_for_nothing_and_least_amounts_as_the_slow_way,
		what_cannot_be_tried_is_refused,
		the_comparing_finds_a_ranking_that_is_another,
		NULL,
	};
	return claims_run("try", claims, 120);
}
