/* What a measure's points are: the exact mean of those who gave a step, agreed steps, and what is missing. By examples
 * worked out by hand, and against a slow calculation written in another way. */
#include "claims.h"
#include "rank_slow.h"

#include "base/chance.h"

/* K1 50, K2 40, K3 10 and a bonus. */
static struct rank_criteria criteria = {
	.count = 3, .ids = {"K1", "K2", "K3"}, .weights = {50, 40, 10}, .bonus = {false, false, true}};
static struct rank_sheet sheets[20];
static int8_t agreed[SCORE_CRITERIA];
static int count;

static void begin(void)
{
	count = 0;
	memset(agreed, STEP_UNSAID, sizeof(agreed));
}

enum { A = STEP_ABSTAINED, U = STEP_UNSAID };
static void sheet(int k1, int k2, int k3)
{
	struct rank_sheet *into = &sheets[count];

	*into = (struct rank_sheet){.id = count + 1, .person = count + 1};
	into->steps[0] = (int8_t)k1;
	into->steps[1] = (int8_t)k2;
	into->steps[2] = (int8_t)k3;
	count++;
}

static struct rank_standing standing(void)
{
	struct rank_standing out;

	rank_standing_count(&criteria, sheets, count, agreed, &out);
	return out;
}

/* 50·3 + 40·2 + 10·1 = 240 of 400, 60 of 100. */
START_TEST(one_assessor_is_the_weighted_sum)
{
	begin();
	sheet(3, 2, 1);
	struct rank_standing is = standing();
	ck_assert_int_eq(is.mean, INT64_C(240) * 720720);
	ck_assert_int_eq(is.median, is.mean);
	ck_assert_int_eq(rank_hundred(is.mean), 60);
	ck_assert_int_eq(is.lowest_step, 2); /* K3 is a wish */
	ck_assert_int_eq(is.missing, 0);
}
END_TEST

/* K1: (4 + 1) / 2 = 2.5; K2: 2, the other abstains; K3: (0 + 4) / 2 = 2. 125 + 80 + 20 = 225. */
START_TEST(an_abstention_is_left_out_of_the_mean_and_is_no_zero)
{
	begin();
	sheet(4, A, 0);
	sheet(1, 2, 4);
	struct rank_standing is = standing();
	ck_assert_int_eq(is.mean, INT64_C(225) * 720720);
	ck_assert_int_eq(is.abstained, 1);
	ck_assert_int_eq(is.missing, 0);
	/* 200 + 80 + 0 and 50 + 80 + 40: what is abstained from stands as it does for the other. */
	ck_assert_int_eq(is.highest, INT64_C(280) * 720720);
	ck_assert_int_eq(is.lowest, INT64_C(170) * 720720);
	ck_assert_int_eq(is.median, INT64_C(225) * 720720);
	ck_assert(!is.zero);
}
END_TEST

START_TEST(a_criterion_that_nobody_scored_is_missing)
{
	begin();
	sheet(4, A, 0);
	sheet(1, A, 4);
	ck_assert_int_eq(standing().missing, 1);
	begin();
	sheet(4, 3, 0);
	sheet(1, U, 4); /* asked since, and not answered yet */
	ck_assert_int_eq(standing().missing, 1);
	agreed[1] = 2;
	ck_assert_int_eq(standing().missing, 0);
	ck_assert_int_eq(standing().agreed, 1);
	/* 125 + 80 + 20 */
	ck_assert_int_eq(standing().mean, INT64_C(225) * 720720);
}
END_TEST

/* Apart by four steps, agreed on three: it counts for both. */
START_TEST(an_agreed_step_counts_for_all)
{
	begin();
	sheet(4, 2, 2);
	sheet(0, 2, 2);
	ck_assert_int_eq(standing().mean, INT64_C(200) * 720720);
	ck_assert(standing().zero);
	agreed[0] = 3;
	struct rank_standing is = standing();
	ck_assert_int_eq(is.mean, INT64_C(250) * 720720);
	ck_assert_int_eq(is.highest, is.lowest);
	ck_assert_int_eq(is.lowest_step, 2);
	ck_assert(!is.zero);
}
END_TEST

START_TEST(who_abstains_from_all_is_no_extreme)
{
	begin();
	sheet(4, 4, 4);
	sheet(2, 2, 2);
	sheet(A, A, A);
	struct rank_standing is = standing();
	ck_assert_int_eq(is.mean, INT64_C(300) * 720720);
	ck_assert_int_eq(is.median, INT64_C(300) * 720720);
	ck_assert_int_eq(is.abstained, 3);
	ck_assert_int_eq(is.missing, 0);
}
END_TEST

/* 400 over a third less than the next: no digit is lost for any number of assessors up to sixteen. */
START_TEST(a_mean_of_up_to_sixteen_is_exact)
{
	for (int n = 1; n <= ASSESSORS_MOST; n++) {
		begin();
		for (int i = 0; i < n; i++)
			sheet(i == 0, 0, 0);
		ck_assert_int_eq(standing().mean * n, INT64_C(50) * 720720);
	}
}
END_TEST

static void standing_same(const struct rank_standing *a, const struct rank_standing *b)
{
	ck_assert_int_eq(a->mean, b->mean);
	ck_assert_int_eq(a->median, b->median);
	ck_assert_int_eq(a->lowest, b->lowest);
	ck_assert_int_eq(a->highest, b->highest);
	ck_assert_int_eq(a->lowest_step, b->lowest_step);
	ck_assert_int_eq(a->abstained, b->abstained);
	ck_assert_int_eq(a->agreed, b->agreed);
	ck_assert_int_eq(a->missing, b->missing);
	ck_assert_int_eq(a->zero, b->zero);
}

static void random_make(struct chance *chance)
{
	begin();
	for (uint32_t left = chance_below(chance, 17); left > 0; left--) {
		int steps[3];
		for (int k = 0; k < 3; k++)
			steps[k] = chance_below(chance, 5) == 0 ? (chance_below(chance, 6) ? A : U)
								: (int)chance_below(chance, 5);
		sheet(steps[0], steps[1], steps[2]);
	}
	for (int k = 0; k < 3; k++) {
		if (chance_below(chance, 6) == 0)
			agreed[k] = (int8_t)chance_below(chance, 5);
		criteria.bonus[k] = chance_below(chance, 3) == 0;
	}
}

START_TEST(points_agree_with_a_slow_calculation_and_follow_no_order)
{
	struct chance chance;

	chance_start(&chance, 20, 0);
	for (int time = 0; time < 20000; time++) {
		struct rank_standing slow;
		random_make(&chance);
		struct rank_standing quick = standing();
		slow_standing(&criteria, sheets, count, agreed, &slow);
		standing_same(&quick, &slow);
		for (int i = count - 1; i > 0; i--) {
			int j = (int)chance_below(&chance, (uint32_t)i + 1);
			struct rank_sheet keep = sheets[i];
			sheets[i] = sheets[j];
			sheets[j] = keep;
		}
		struct rank_standing shuffled = standing();
		standing_same(&quick, &shuffled);
	}
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		one_assessor_is_the_weighted_sum,
		an_abstention_is_left_out_of_the_mean_and_is_no_zero,
		a_criterion_that_nobody_scored_is_missing,
		an_agreed_step_counts_for_all,
		who_abstains_from_all_is_no_extreme,
		a_mean_of_up_to_sixteen_is_exact,
		points_agree_with_a_slow_calculation_and_follow_no_order,
		NULL,
	};
	return claims_run("standing", claims, 60);
}
