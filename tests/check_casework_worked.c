/* An order worked out by hand, from the assessors' steps to the line: each number of the table is on paper beside it.
 * The weights are 60, 30 and 10, the last a bonus. */
#include "claims.h"

#include "casework/rank_inner.h"

enum { CRITERIA = 3, MOST = 3, NO = STEP_UNSAID, ABS = STEP_ABSTAINED };

static const struct rank_criteria criteria = {
	.count = CRITERIA, .ids = {"K1", "K2", "K3"}, .weights = {60, 30, 10}, .bonus = {false, false, true}};

/* In whole points of 400; -1: no place. */
static const struct worked {
	int sheets, steps[MOST][CRITERIA], agreed[CRITERIA];
	int mean, median, lowest, highest, missing;
	int shown; /* of 100, halves away from zero */
	int tkr, point_place;
	bool zero;
} table[] = {
	/* 1: 60 · 3,5 + 30 · 3 + 10 · 2; one alone has 350, the other 290 */
	{2, {{4, 3, 2}, {3, 3, 2}}, {NO, NO, NO}, 320, 320, 290, 350, 0, 80, 10, 1, false},
	/* 2: 240 + 60 + 20, both alike: equal to 1, and after it by its number */
	{2, {{4, 2, 2}, {4, 2, 2}}, {NO, NO, NO}, 320, 320, 320, 320, 0, 80, 20, 1, false},
	/* 3: K1 (4 + 2 + 3) / 3 = 3; K2 of the two who gave a step (4 + 2) / 2 = 3, so that who abstains counts as 3
	 * there; K3 2. Alone 360, 120 + 90 + 40 = 250 and 260: the middle is 260. A 0 on a bonus is no flag. 72,5. */
	{3, {{4, 4, 0}, {2, ABS, 4}, {3, 2, 2}}, {NO, NO, NO}, 290, 260, 250, 360, 0, 73, 40, 5, false},
	/* 4: agreed on 3 for K1, which counts for both: 180 + 60 + 40; alone 340 and 220, between them 280 */
	{2, {{1, 4, 4}, {4, 0, 4}}, {3, NO, NO}, 280, 280, 220, 340, 0, 70, 5, 6, true},
	/* 5: somebody has not said yet of K3 */
	{2, {{2, 2, 2}, {2, 2, NO}}, {NO, NO, NO}, -1, -1, -1, -1, 1, -1, 9, 0, false},
	/* 6: 180 + 90 + 30 */
	{1, {{3, 3, 3}}, {NO, NO, NO}, 300, 300, 300, 300, 0, 75, 30, 3, false},
	/* 7: nobody gave a step for K1 */
	{1, {{ABS, 3, 3}}, {NO, NO, NO}, -1, -1, -1, -1, 1, -1, 9, 0, false},
	/* 8: 200, 300 and 400: as 6, and after it */
	{3, {{2, 2, 2}, {3, 3, 3}, {4, 4, 4}}, {NO, NO, NO}, 300, 300, 200, 400, 0, 75, 15, 3, false},
};
enum { COUNT = sizeof table / sizeof *table };

static struct rank_row rows[COUNT];
static struct ranking ranking;
static struct budget left;

static struct rank_standing stand(const struct worked *worked)
{
	struct rank_sheet sheets[MOST] = {{0}};
	int8_t agreed[SCORE_CRITERIA];
	struct rank_standing out;

	memset(agreed, NO, sizeof agreed);
	for (int k = 0; k < CRITERIA; k++) {
		agreed[k] = (int8_t)worked->agreed[k];
		for (int i = 0; i < worked->sheets; i++)
			sheets[i].steps[k] = (int8_t)worked->steps[i][k];
	}
	rank_standing_count(&criteria, sheets, worked->sheets, agreed, &out);
	return out;
}

/* The rows in any order, 100 tkr for the round and all of it of 2026. */
static void office(int first)
{
	ranking = (struct ranking){.items = rows, .count = COUNT, .year = 2026};
	left = (struct budget){0};
	for (int y = 0; y < BUDGET_YEARS; y++)
		left.years[y] = (struct budget_year){
			BUDGET_FIRST + y, MONEY_UNKNOWN, MONEY_UNKNOWN, MONEY_UNKNOWN, MONEY_UNKNOWN};
	left.years[1].round = INT64_C(10000000);
	for (int i = 0; i < COUNT; i++) {
		const struct worked *worked = &table[(first + i) % COUNT];
		struct rank_standing standing = stand(worked);
		struct rank_row *row = &rows[i];

		*row = (struct rank_row){.measure = worked - table + 1, .year = 2026, .n = 1, .reason = ""};
		row->application_n = (int)row->measure;
		row->sought[1] = row->proposed[1] = worked->tkr * INT64_C(100000);
		row->fit = standing.missing ? RANK_NO_PLACE : RANK_INSIDE;
		rank_row_stand(row, &standing);
	}
}

static const struct rank_row *row_of(int64_t measure)
{
	for (int i = 0; i < COUNT; i++)
		if (rows[i].measure == measure)
			return &rows[i];
	ck_abort_msg("there is no %d", (int)measure);
}

START_TEST(points_and_the_middle_are_those_of_the_table)
{
	for (int i = 0; i < COUNT; i++) {
		const struct worked *worked = &table[i];
		struct rank_standing standing = stand(worked);

		ck_assert_msg(standing.missing == worked->missing, "%d lacks %d", i + 1, standing.missing);
		if (worked->missing)
			continue;
		ck_assert_int_eq(standing.mean, worked->mean * (int64_t)RANK_UNIT);
		ck_assert_int_eq(standing.median, worked->median * (int64_t)RANK_UNIT);
		ck_assert_int_eq(standing.lowest, worked->lowest * (int64_t)RANK_UNIT);
		ck_assert_int_eq(standing.highest, worked->highest * (int64_t)RANK_UNIT);
		ck_assert_int_eq(standing.zero, worked->zero);
		ck_assert_int_eq(rank_hundred(standing.mean), worked->shown);
	}
}
END_TEST

static void order_is(const int wanted[COUNT])
{
	for (int i = 0; i < COUNT; i++)
		ck_assert_msg(rows[i].measure == wanted[i], "at %d stands %d, not %d", i + 1, (int)rows[i].measure,
			wanted[i]);
}

START_TEST(the_order_and_the_line_are_those_of_the_table_whatever_order_the_rows_came_in)
{
	static const int wanted[COUNT] = {1, 2, 6, 8, 3, 4, 5, 7}, sums[] = {10, 30, 60, 75, 115, 120};

	for (int first = 0; first < COUNT; first++) {
		office(first);
		rank_by_points(rows, COUNT);
		rank_insert_moved(rows, COUNT);
		rank_fill(&ranking, &left);
		order_is(wanted);
		for (int i = 0; i < COUNT; i++)
			ck_assert_int_eq(row_of(i + 1)->point_place, table[i].point_place);
		for (int i = 0; i < 6; i++)
			ck_assert_int_eq(rows[i].total_ore, sums[i] * INT64_C(100000));
		ck_assert_int_eq(ranking.line, 4);
		ck_assert_int_eq(rows[4].fit, RANK_PARTLY);
		ck_assert_int_eq(rows[4].fits_ore, 25 * INT64_C(100000));
		ck_assert_int_eq(rows[5].fit, RANK_OUTSIDE); /* though its 5 would fit */
		ck_assert_str_eq(ranking.binding_kind, "round");
	}
}
END_TEST

/* The chair puts 4 second and skips 2: 10, 15, (15), 45, 60 and 40 that fit to the last krona. */
START_TEST(what_the_chair_moves_and_skips_moves_the_line_as_on_paper)
{
	static const int wanted[COUNT] = {1, 4, 2, 6, 8, 3, 5, 7};

	office(5);
	for (int i = 0; i < COUNT; i++) {
		rows[i].moved = rows[i].measure == 4;
		rows[i].place = rows[i].moved ? 2 : 0;
		rows[i].skip_reason = rows[i].measure == 2 ? "Får annat stöd." : NULL;
	}
	rank_by_points(rows, COUNT);
	rank_insert_moved(rows, COUNT);
	rank_fill(&ranking, &left);
	order_is(wanted);
	ck_assert_int_eq(row_of(2)->fit, RANK_SKIPPED);
	ck_assert_int_eq(row_of(3)->fit, RANK_INSIDE);
	ck_assert_int_eq(ranking.proposed_ore, 100 * INT64_C(100000));
	ck_assert_int_eq(ranking.line, 6);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		points_and_the_middle_are_those_of_the_table,
		the_order_and_the_line_are_those_of_the_table_whatever_order_the_rows_came_in,
		what_the_chair_moves_and_skips_moves_the_line_as_on_paper,
		NULL,
	};
	return claims_run("worked", claims, 60);
}
