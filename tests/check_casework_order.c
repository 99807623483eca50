/* The pure ranking: order, ties, moves, sums and line, held against a slow calculation of the same rules. */
#include "claims.h"
#include "rank_slow.h"

#include "casework/rank_inner.h"

/* Under the address checker fewer: what it looks for shows in few. */
enum { OFFICES = CLAIMS_SLOW ? 2000 : 10000 };
static uint64_t seed;

static uint64_t roll(uint64_t of)
{
	uint64_t z = (seed += UINT64_C(0x9E3779B97F4A7C15));
	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return (z ^ (z >> 31)) % of;
}

/* ---- random offices */

static void row_money(struct rank_row *row)
{
	bool refused = row->outcome && !strcmp(row->outcome, "refused");

	for (int y = 0; y < BUDGET_YEARS; y++) {
		row->sought[y] = roll(3) ? 0 : (int64_t)roll(60);
		row->proposed[y] = refused ? 0 : row->sought[y];
		if (!row->outcome && roll(40) == 0)
			row->proposed[y] = row->sought[y] = MONEY_UNKNOWN;
	}
}

static void row_make(struct rank_row *row, int number, int count)
{
	static const char *const outcomes[] = {"granted", "partly", "refused"};

	*row = (struct rank_row){.measure = 100 + number, .year = 2025 + number / 20, .n = 1 + number % 3};
	row->application_n = 1 + number / 3;
	row->assessors = 1 + (int)roll(4);
	row->submitted = row->assessors;
	/* Few different means, so that many are equal over different counts of assessors. */
	row->points = roll(2) ? (int64_t)roll(6) * 60 * RANK_UNIT : (int64_t)roll(401 * RANK_UNIT);
	row->fit = roll(6) == 0 ? RANK_NO_PLACE : roll(10) == 0 ? RANK_HIDDEN : RANK_INSIDE;
	row->moved = roll(4) == 0;
	row->place = row->moved ? 1 + (int)roll((uint64_t)count + 3) : 0;
	row->outcome = roll(6) == 0 ? outcomes[roll(3)] : NULL;
	row->skip_reason = roll(8) == 0 ? "skäl" : NULL;
	row->least_ore = roll(3) == 0 ? (int64_t)roll(90) : 0;
	row_money(row);
}

static void shuffle(struct rank_row *rows, int count)
{
	for (int i = count - 1; i > 0; i--) {
		int j = (int)roll((uint64_t)i + 1);
		struct rank_row keep = rows[i];
		rows[i] = rows[j];
		rows[j] = keep;
	}
}

static int64_t limit_make(void)
{
	return roll(3) ? (int64_t)roll(400) : MONEY_UNKNOWN;
}

static void budget_make(struct budget *left)
{
	*left = (struct budget){0};
	for (int y = 0; y < BUDGET_YEARS; y++) {
		struct budget_year *year = &left->years[y];
		*year = (struct budget_year){.year = BUDGET_FIRST + y,
			.appropriation = limit_make(),
			.carried = limit_make(),
			.commitment = limit_make(),
			.round = limit_make(),
			.decided = (int64_t)roll(90)};
		year->committed = (int64_t)roll((uint64_t)year->decided + 1);
		year->decided_round = (int64_t)roll((uint64_t)year->decided + 1);
	}
}

static int office_make(struct rank_row *rows, struct budget *left)
{
	int count = (int)roll(SLOW_ROWS + 1);

	for (int i = 0; i < count; i++)
		row_make(&rows[i], i, count);
	shuffle(rows, count);
	budget_make(left);
	return count;
}

static void quick_rank(struct ranking *ranking, struct rank_row *rows, int count, int year, const struct budget *left)
{
	*ranking = (struct ranking){.items = rows, .count = count, .year = year};
	rank_by_points(rows, count);
	rank_insert_moved(rows, count);
	rank_fill(ranking, left);
}

/* ---- comparing: a word for the first difference, NULL when there is none */

static const char *row_differs(const struct rank_row *row, const struct slow_row *slow)
{
	if (row->measure != slow->measure)
		return "order";
	if (row->place != slow->place || row->point_place != slow->point_place)
		return "place";
	if (row->total_ore != slow->total)
		return "running sum";
	if (row->fit != slow->fit)
		return "fit";
	if (row->fit != RANK_UNKNOWN && row->fits_ore != slow->fits)
		return "what fits";
	if (row->fit != RANK_UNKNOWN && row->fit != RANK_INSIDE && row->fit != RANK_SKIPPED &&
		row->breaks_year != slow->breaks_year)
		return "year that breaks";
	return NULL;
}

static const char *differs(const struct ranking *ranking, const struct slow *slow)
{
	static const char *const kinds[] = {"appropriation", "commitment", "round"};
	bool named = !ranking->binding_kind && !slow->binding_year;

	for (int i = 0; i < ranking->count; i++) {
		const char *what = row_differs(&ranking->items[i], &slow->rows[i]);
		if (what)
			return what;
	}
	if (ranking->placed != slow->placed || ranking->hidden != slow->hidden || ranking->unknown != slow->unknown)
		return "counts";
	if (ranking->line != slow->line || ranking->proposed_ore != slow->proposed)
		return "line";
	for (int kind = 0; kind < 3; kind++)
		named = named ||
			(ranking->binding_kind && slow->kinds[kind] && !strcmp(ranking->binding_kind, kinds[kind]));
	return named && ranking->binding_year == slow->binding_year ? NULL : "binding limit";
}

static bool same(const struct ranking *a, const struct ranking *b)
{
	for (int i = 0; i < a->count; i++) {
		const struct rank_row *x = &a->items[i], *y = &b->items[i];
		if (x->measure != y->measure || x->place != y->place || x->point_place != y->point_place ||
			x->fit != y->fit || x->total_ore != y->total_ore || x->fits_ore != y->fits_ore)
			return false;
	}
	return a->line == b->line && a->left_ore == b->left_ore && a->used_ore == b->used_ore;
}

/* ---- claims */

START_TEST(random_offices_rank_as_the_slow_way_does)
{
	struct rank_row rows[SLOW_ROWS];
	struct ranking ranking;
	struct budget left;
	struct slow slow;
	int stopped = 0, partly = 0, unknown = 0;

	seed = 20241102;
	for (int office = 0; office < OFFICES; office++) {
		int count = office_make(rows, &left), year = roll(3) ? 0 : BUDGET_FIRST + (int)roll(BUDGET_YEARS);

		slow_rank(rows, count, year, &left, &slow);
		quick_rank(&ranking, rows, count, year, &left);
		const char *what = differs(&ranking, &slow);
		ck_assert_msg(!what, "office %d differs in %s", office, what ? what : "");
		stopped += ranking.binding_kind != NULL;
		unknown += ranking.unknown;
		for (int i = 0; i < count; i++)
			partly += rows[i].fit == RANK_PARTLY;
	}
	/* The offices were worth the trouble. */
	ck_assert_int_gt(stopped, OFFICES / 4);
	ck_assert_int_gt(partly, OFFICES / 10);
	ck_assert_int_gt(unknown, OFFICES / 10);
}
END_TEST

START_TEST(the_slow_way_finds_a_ranking_that_is_wrong)
{
	struct rank_row rows[SLOW_ROWS];
	struct ranking ranking;
	struct budget left;
	struct slow slow;
	int sums = 0, orders = 0, lines = 0;

	seed = 7;
	for (int office = 0; office < 50; office++) {
		int count = office_make(rows, &left);

		slow_rank(rows, count, 0, &left, &slow);
		quick_rank(&ranking, rows, count, 0, &left);
		if (ranking.placed < 2 || rows[0].proposed_ore == MONEY_UNKNOWN)
			continue;
		rows[1].total_ore++;
		sums += differs(&ranking, &slow) != NULL;
		rows[1].total_ore--;
		rows[0].measure++;
		orders += differs(&ranking, &slow) != NULL;
		rows[0].measure--;
		ranking.line++;
		lines += differs(&ranking, &slow) != NULL;
	}
	ck_assert_int_gt(sums, 30);
	ck_assert_int_eq(sums, orders);
	ck_assert_int_eq(sums, lines);
}
END_TEST

START_TEST(the_order_rows_come_in_does_not_matter)
{
	struct rank_row rows[SLOW_ROWS], again[SLOW_ROWS];
	struct ranking first, second;
	struct budget left;

	seed = 99;
	for (int office = 0; office < OFFICES; office++) {
		int count = office_make(rows, &left);

		memcpy(again, rows, sizeof(rows));
		shuffle(again, count);
		quick_rank(&first, rows, count, 0, &left);
		quick_rank(&second, again, count, 0, &left);
		ck_assert_msg(same(&first, &second), "office %d", office);
	}
}
END_TEST

START_TEST(filling_twice_changes_nothing)
{
	struct rank_row rows[SLOW_ROWS], kept[SLOW_ROWS];
	struct ranking first, second;
	struct budget left;

	seed = 5;
	for (int office = 0; office < OFFICES; office++) {
		int count = office_make(rows, &left);

		quick_rank(&first, rows, count, 0, &left);
		memcpy(kept, rows, sizeof(rows));
		second = first;
		second.items = kept;
		rank_fill(&second, &left);
		ck_assert(same(&first, &second));
	}
}
END_TEST

START_TEST(a_year_that_does_not_bind_is_as_if_unlimited)
{
	struct rank_row rows[SLOW_ROWS], again[SLOW_ROWS];
	struct ranking first, second;
	struct budget left;

	seed = 31;
	for (int office = 0; office < OFFICES; office++) {
		int count = office_make(rows, &left);

		memcpy(again, rows, sizeof(rows));
		quick_rank(&first, rows, count, 0, &left);
		if (!first.binding_kind)
			continue;
		/* Only the limit that is said to bind is kept: the line stays where it was. */
		struct budget_year keep = left.years[first.binding_year - BUDGET_FIRST];
		for (int y = 0; y < BUDGET_YEARS; y++)
			left.years[y] = (struct budget_year){
				BUDGET_FIRST + y, MONEY_UNKNOWN, MONEY_UNKNOWN, MONEY_UNKNOWN, MONEY_UNKNOWN};
		struct budget_year *only = &left.years[first.binding_year - BUDGET_FIRST];
		bool appropriation = !strcmp(first.binding_kind, "appropriation");
		*only = keep;
		only->appropriation = appropriation ? keep.appropriation : MONEY_UNKNOWN;
		only->commitment = !strcmp(first.binding_kind, "commitment") ? keep.commitment : MONEY_UNKNOWN;
		only->round = !strcmp(first.binding_kind, "round") ? keep.round : MONEY_UNKNOWN;
		quick_rank(&second, again, count, 0, &left);
		ck_assert_int_eq(first.line, second.line);
		ck_assert_int_eq(first.left_ore, second.left_ore);
		ck_assert_int_eq(first.used_ore, second.used_ore);
	}
}
END_TEST

/* ---- the page's own examples */

/* A row with a place: mean of one assessor, amounts in thousands for 2026. */
static struct rank_row placed(int number, int64_t points, int64_t tkr)
{
	struct rank_row row = {.measure = number, .year = 2026, .application_n = number, .n = 1};

	row.points = points * RANK_UNIT;
	row.assessors = row.submitted = 1;
	row.sought[1] = row.proposed[1] = tkr * 100000;
	return row;
}

static struct budget limits_none(void)
{
	struct budget left = {0};

	for (int y = 0; y < BUDGET_YEARS; y++)
		left.years[y] = (struct budget_year){
			BUDGET_FIRST + y, MONEY_UNKNOWN, MONEY_UNKNOWN, MONEY_UNKNOWN, MONEY_UNKNOWN};
	return left;
}

START_TEST(the_line_stands_after_the_last_that_fits_in_full)
{
	static const int tkr[] = {52000, 24500, 21300, 6900, 28000, 5400, 12000, 7200, 21000, 4200, 44000, 24500, 8800,
		11000, 3500, 26500, 18200, 2300};
	enum { COUNT = sizeof(tkr) / sizeof(tkr[0]) };
	struct rank_row rows[COUNT];
	struct budget left = limits_none();
	struct ranking ranking;

	for (int i = 0; i < COUNT; i++)
		rows[i] = placed(i + 1, 400 - 10 * i, tkr[i]);
	left.years[1].appropriation = INT64_C(25000000000);
	left.years[1].decided = INT64_C(6200000000);
	quick_rank(&ranking, rows, COUNT, 0, &left);
	ck_assert_int_eq(ranking.line, 10);
	ck_assert_int_eq(ranking.left_ore, INT64_C(18800000000));
	ck_assert_int_eq(ranking.used_ore, INT64_C(18250000000));
	ck_assert_int_eq(ranking.proposed_ore, INT64_C(18250000000));
	ck_assert_int_eq(rows[9].fit, RANK_INSIDE);
	ck_assert_int_eq(rows[10].fit, RANK_PARTLY);
	ck_assert_int_eq(rows[10].fits_ore, INT64_C(550000000));
	for (int i = 11; i < COUNT; i++)
		ck_assert_int_eq(rows[i].fit, RANK_OUTSIDE);
	ck_assert_int_eq(rows[17].total_ore, INT64_C(32130000000));
}
END_TEST

START_TEST(a_later_year_can_bind_while_this_year_has_room)
{
	struct rank_row rows[] = {placed(1, 300, 10), placed(2, 200, 10)};
	struct budget left = limits_none();
	struct ranking ranking;

	rows[1].sought[3] = rows[1].proposed[3] = 900000;
	left.years[1].appropriation = 100000000;
	left.years[3].appropriation = 50000000;
	left.years[3].commitment = 400000;
	quick_rank(&ranking, rows, 2, 0, &left);
	ck_assert_int_eq(ranking.line, 1);
	ck_assert_str_eq(ranking.binding_kind, "commitment");
	ck_assert_int_eq(ranking.binding_year, 2028);
	ck_assert_int_eq(ranking.left_ore, 400000);
	ck_assert_int_eq(ranking.used_ore, 0);
	ck_assert_int_eq(rows[1].fit, RANK_PARTLY);
	ck_assert_int_eq(rows[1].fits_ore, 1000000 + 400000);
	quick_rank(&ranking, rows, 2, 2026, &left);
	ck_assert_int_eq(ranking.line, 2);
	ck_assert_ptr_null(ranking.binding_kind);
	ck_assert_int_eq(ranking.left_ore, 100000000);
}
END_TEST

START_TEST(equal_points_share_the_place_and_stand_by_number)
{
	struct rank_row rows[] = {placed(7, 300, 1), placed(2, 300, 9), placed(5, 350, 1), placed(4, 100, 1)};
	struct budget left = limits_none();
	struct ranking ranking;

	quick_rank(&ranking, rows, 4, 0, &left);
	ck_assert_int_eq(rows[0].measure, 5);
	ck_assert_int_eq(rows[1].measure, 2);
	ck_assert_int_eq(rows[2].measure, 7);
	ck_assert_int_eq(rows[1].point_place, 2);
	ck_assert_int_eq(rows[2].point_place, 2);
	ck_assert_int_eq(rows[3].point_place, 4);
	ck_assert_int_eq(rows[2].place, 3);
}
END_TEST

START_TEST(a_seven_hundred_thousandth_part_of_a_point_is_more)
{
	struct rank_row rows[] = {placed(1, 300, 1), placed(2, 300, 1), placed(3, 300, 1)};
	struct budget left = limits_none();
	struct ranking ranking;

	rows[2].points += 1;
	quick_rank(&ranking, rows, 3, 0, &left);
	ck_assert_int_eq(rows[0].measure, 3);
	ck_assert_int_eq(rows[1].measure, 1);
	ck_assert_int_eq(rows[1].point_place, 2);
	ck_assert_int_eq(rows[2].point_place, 2);
}
END_TEST

START_TEST(a_grant_further_down_is_taken_before_the_rows_above)
{
	struct rank_row rows[] = {placed(1, 300, 60), placed(2, 200, 60), placed(3, 100, 30)};
	struct budget left = limits_none();
	struct ranking ranking;

	rows[2].outcome = "granted";
	left.years[1].appropriation = 100 * 100000;
	quick_rank(&ranking, rows, 3, 0, &left);
	ck_assert_int_eq(ranking.line, 1);
	ck_assert_int_eq(rows[1].fits_ore, 10 * 100000);
	ck_assert_int_eq(ranking.left_ore, 70 * 100000);
	ck_assert_int_eq(ranking.used_ore, 60 * 100000);
	rows[2].outcome = NULL;
	quick_rank(&ranking, rows, 3, 0, &left);
	ck_assert_int_eq(rows[1].fits_ore, 40 * 100000);
}
END_TEST

START_TEST(an_unknown_amount_is_listed_and_never_summed)
{
	struct rank_row rows[] = {placed(1, 300, 10), placed(2, 200, 0), placed(3, 100, 10)};
	struct budget left = limits_none();
	struct ranking ranking;

	rows[1].sought[2] = rows[1].proposed[2] = MONEY_UNKNOWN;
	quick_rank(&ranking, rows, 3, 0, &left);
	ck_assert_int_eq(rows[1].fit, RANK_UNKNOWN);
	ck_assert_int_eq(rows[1].place, 2);
	ck_assert_int_eq(rows[1].total_ore, 10 * 100000);
	ck_assert_int_eq(rows[2].total_ore, 20 * 100000);
	ck_assert_int_eq(ranking.unknown, 1);
	ck_assert_int_eq(ranking.line, 3);
	quick_rank(&ranking, rows, 3, 2026, &left); /* known in that year: nothing */
	ck_assert_int_eq(ranking.unknown, 0);
}
END_TEST

START_TEST(moved_rows_wanting_the_same_place_or_one_beyond_the_end_still_get_one)
{
	struct rank_row rows[] = {placed(1, 400, 1), placed(2, 300, 1), placed(3, 200, 1), placed(4, 100, 1)};
	struct budget left = limits_none();
	struct ranking ranking;

	rows[2].moved = rows[3].moved = true;
	rows[2].place = rows[3].place = 1;
	rows[0].moved = true;
	rows[0].place = 9;
	quick_rank(&ranking, rows, 4, 0, &left);
	ck_assert_int_eq(rows[0].measure, 3);
	ck_assert_int_eq(rows[1].measure, 4);
	ck_assert_int_eq(rows[2].measure, 2);
	ck_assert_int_eq(rows[3].measure, 1);
	for (int i = 0; i < 4; i++)
		ck_assert_int_eq(rows[i].place, i + 1);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		random_offices_rank_as_the_slow_way_does,
		the_slow_way_finds_a_ranking_that_is_wrong,
		the_order_rows_come_in_does_not_matter,
		filling_twice_changes_nothing,
		a_year_that_does_not_bind_is_as_if_unlimited,
		the_line_stands_after_the_last_that_fits_in_full,
		a_later_year_can_bind_while_this_year_has_room,
		equal_points_share_the_place_and_stand_by_number,
		a_seven_hundred_thousandth_part_of_a_point_is_more,
		a_grant_further_down_is_taken_before_the_rows_above,
		an_unknown_amount_is_listed_and_never_summed,
		moved_rows_wanting_the_same_place_or_one_beyond_the_end_still_get_one,
		NULL,
	};
	return claims_run("order", claims, 60);
}
