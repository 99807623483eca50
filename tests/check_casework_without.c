/* One assessor at a time left out, held against examples worked out by hand. */
#include "claims.h"

#include "casework/without.h"

enum { MOST = 6 };

static struct robust_measure measures[MOST];
static struct voice voices[100];
static struct without_problem problem;

static void problem_start(int count, int assessors, int criteria, const int *agreed)
{
	memset(measures, 0, sizeof(measures));
	problem = (struct without_problem){
		.measures = measures, .voices = voices, .measure_count = count, .assessor_count = assessors};
	problem.weighting.criteria = criteria;
	for (int k = 0; k < criteria; k++)
		problem.weighting.agreed[k] = agreed[k];
	for (int y = 0; y < BUDGET_YEARS; y++)
		problem.room[y] = MONEY_UNKNOWN;
}

static void voice_add(int measure, int criterion, int assessor, int points)
{
	voices[problem.voice_count++] = (struct voice){
		.measure = measure, .criterion = criterion, .assessor = assessor, .points = (int8_t)points};
}

static void costs(int64_t each, int64_t room)
{
	problem.room[0] = room;
	for (int i = 0; i < problem.measure_count; i++) {
		measures[i].years = 1;
		measures[i].needs[0] = each;
	}
}

static enum without_fall fall(const struct without *without, int assessor, int measure)
{
	return (enum without_fall)without->falls[assessor * without->measure_count + measure];
}

/*           Ada Bo Cecilia   mean   without Ada  without Bo  without Cecilia
 * first      4   3    –      3,5       3            4           3,5
 * second     2   –    4      3         4            3           2
 * third      –   1    3      2         2            3           1
 * One criterion, room for two of three. Without Ada the second comes first; without Bo the second and the third are
 * equal and stand by number; without Cecilia nothing changes. */
START_TEST(three_assessors_by_hand)
{
	problem_start(3, 3, 1, (int[]){100});
	voice_add(0, 0, 0, 4);
	voice_add(0, 0, 1, 3);
	voice_add(1, 0, 0, 2);
	voice_add(1, 0, 2, 4);
	voice_add(2, 0, 1, 1);
	voice_add(2, 0, 2, 3);
	costs(100, 200);
	struct without without;
	without_calculate(&problem, &without);
	static const int best[] = {1, 1, 3}, worst[] = {2, 2, 3};
	for (int i = 0; i < 3; i++) {
		ck_assert_int_eq(without.measures[i].best, best[i]);
		ck_assert_int_eq(without.measures[i].worst, worst[i]);
		ck_assert_int_eq(without.measures[i].lost, 0);
		ck_assert_int_eq(without.assessors[i].fell_in + without.assessors[i].fell_out, 0);
	}
	without_done(&without);
}
END_TEST

/*           Ada  Bo    mean    without Ada   without Bo
 * first      4    0    2           0            4
 * second     1    2    1,5         2            1
 * Room for one: without Ada they change places across the line. */
START_TEST(across_the_line_is_told_of_the_assessor_and_of_the_measure)
{
	problem_start(2, 2, 1, (int[]){100});
	voice_add(0, 0, 0, 4);
	voice_add(0, 0, 1, 0);
	voice_add(1, 0, 0, 1);
	voice_add(1, 0, 1, 2);
	costs(100, 100);
	struct without without;
	without_calculate(&problem, &without);
	ck_assert_int_eq(fall(&without, 0, 0), WITHOUT_OUT);
	ck_assert_int_eq(fall(&without, 0, 1), WITHOUT_IN);
	ck_assert_int_eq(fall(&without, 1, 0), WITHOUT_SAME);
	ck_assert_int_eq(without.assessors[0].fell_in, 1);
	ck_assert_int_eq(without.assessors[0].fell_out, 1);
	ck_assert_int_eq(without.assessors[1].fell_out, 0);
	ck_assert_int_eq(without.measures[0].fell_out, 1);
	ck_assert_int_eq(without.measures[1].fell_in, 1);
	without_done(&without);
}
END_TEST

/* The only one who has scored a criterion: without that assessor the measure has no place, and the others close up. */
START_TEST(what_only_one_has_scored_has_no_place_without_that_assessor)
{
	problem_start(2, 2, 2, (int[]){60, 40});
	voice_add(0, 0, 0, 4);
	voice_add(0, 1, 0, 4);
	voice_add(0, 0, 1, 4); /* Bo abstains from the second criterion */
	for (int k = 0; k < 2; k++) {
		voice_add(1, k, 0, 1);
		voice_add(1, k, 1, 1);
	}
	costs(100, 100);
	struct without without;
	without_calculate(&problem, &without);
	ck_assert_int_eq(fall(&without, 0, 0), WITHOUT_LOST);
	ck_assert_int_eq(without.measures[0].lost, 1);
	ck_assert_int_eq(without.measures[0].best, 1);
	ck_assert_int_eq(without.measures[0].worst, 1);
	ck_assert_int_eq(without.measures[0].fell_out, 0);
	ck_assert_int_eq(without.assessors[0].lost, 1);
	ck_assert_int_eq(without.assessors[0].fell_in, 1);
	ck_assert_int_eq(without.measures[1].best, 1);
	ck_assert_int_eq(without.measures[1].worst, 2);
	without_done(&without);
}
END_TEST

/* Whoever is left out: a step agreed on is nobody's alone. */
START_TEST(a_step_agreed_on_stands_whoever_is_left_out)
{
	problem_start(2, 2, 1, (int[]){100});
	voice_add(0, 0, 0, 4);
	voice_add(0, 0, VOICE_AGREED, 1);
	voice_add(0, 0, 1, 0);
	voice_add(1, 0, 0, 2);
	voice_add(1, 0, 1, 2);
	struct without without;
	without_calculate(&problem, &without);
	ck_assert_int_eq(without.measures[0].best, 2);
	ck_assert_int_eq(without.measures[0].worst, 2);
	ck_assert_int_eq(without.measures[0].lost, 0);
	without_done(&without);
}
END_TEST

/* An unknown amount takes nothing, and what has no place even with all is told as such. */
START_TEST(unknown_amounts_and_nobody_heard)
{
	problem_start(3, 2, 1, (int[]){100});
	voice_add(0, 0, 0, 4);
	voice_add(0, 0, 1, 4);
	voice_add(1, 0, 0, 3);
	voice_add(1, 0, 1, 3);
	costs(100, 100);
	measures[0].unknown = true;
	struct without without;
	without_calculate(&problem, &without);
	ck_assert_int_eq(without.measures[1].best, 2);
	ck_assert_int_eq(fall(&without, 0, 1), WITHOUT_SAME);
	ck_assert_int_eq(without.measures[2].best, 0);
	ck_assert_int_eq(without.measures[2].lost, 0);
	without_done(&without);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		three_assessors_by_hand,
		across_the_line_is_told_of_the_assessor_and_of_the_measure,
		what_only_one_has_scored_has_no_place_without_that_assessor,
		a_step_agreed_on_stands_whoever_is_left_out,
		unknown_amounts_and_nobody_heard,
		NULL,
	};
	return claims_run("without", claims, 20);
}
