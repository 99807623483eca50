/* What the points alone would fund, held against trying every selection, and on larger problems against another solver
 * that is given the same programme. */
#include "claims.h"

#include "base/chance.h"
#include "casework/optimum.h"

#include <glpk.h>

enum { MOST = 80, SMALL = 9, ROUNDS = 1000 };

static struct optimum_measure measures[MOST];
static struct optimum_problem problem;
static struct chance chance;

static void problem_start(int count)
{
	memset(measures, 0, sizeof(measures));
	problem = (struct optimum_problem){.measures = measures, .count = count};
	for (int y = 0; y < BUDGET_YEARS; y++)
		problem.room[y] = MONEY_UNKNOWN;
}

static void problem_random(int count, int years, bool in_part)
{
	problem_start(count);
	for (int i = 0; i < count; i++) {
		int64_t sum = 0;
		measures[i].value = 1 + chance_below(&chance, 400);
		for (int y = 0; y < years; y++) {
			measures[i].needs[y] =
				chance_below(&chance, 3) ? 1 + chance_below(&chance, 50000000) * 100LL : 0;
			sum += measures[i].needs[y];
		}
		measures[i].least_ore = in_part && chance_below(&chance, 2) ? sum / 2 : 0;
	}
	for (int y = 0; y < years; y++) {
		if (chance_below(&chance, 8))
			problem.room[y] = (int64_t)count * chance_below(&chance, 25000000) * 100;
	}
}

static struct optimum best_waited(struct optimum_work *work)
{
	struct optimum optimum;
	struct error err;

	ck_assert_msg(optimum_next(work, &optimum, &err), "%s", err.text);
	while (!optimum.best) {
		int64_t before = optimum.value, bound = optimum.bound;
		optimum_done(&optimum);
		ck_assert_msg(optimum_next(work, &optimum, &err), "%s", err.text);
		ck_assert_int_ge(optimum.value, before);
		ck_assert_int_le(optimum.value, bound);
	}
	return optimum;
}

static struct optimum best_found(void)
{
	struct optimum_work work;
	struct error err;

	ck_assert(optimum_begin(&problem, &work, &err));
	struct optimum optimum = best_waited(&work);
	optimum_end(&work);
	return optimum;
}

/* Amounts, limits and what a part may be, in whole öre. */
static void selection_holds(const struct optimum *optimum)
{
	for (int i = 0; i < problem.count; i++) {
		const struct optimum_part *part = &optimum->parts[i];
		int64_t sum = 0;
		for (int y = 0; y < BUDGET_YEARS; y++) {
			ck_assert_int_ge(part->ore[y], 0);
			ck_assert_int_le(part->ore[y], measures[i].needs[y]);
			ck_assert(!part->whole || part->ore[y] == measures[i].needs[y]);
			ck_assert(part->any || part->ore[y] == 0);
			sum += part->ore[y];
		}
		ck_assert(part->whole || !part->any || measures[i].least_ore > 0);
		ck_assert(!part->any || sum >= measures[i].least_ore);
	}
	for (int y = 0; y < BUDGET_YEARS; y++) {
		int64_t sum = 0;
		for (int i = 0; i < problem.count; i++)
			sum += optimum->parts[i].ore[y];
		if (problem.room[y] != MONEY_UNKNOWN) {
			ck_assert_int_le(sum, problem.room[y]);
			ck_assert_int_eq(optimum->left[y], problem.room[y] - sum);
		}
	}
}

/* ---- every selection */

static bool subset_fits(unsigned subset)
{
	for (int y = 0; y < BUDGET_YEARS; y++) {
		int64_t sum = 0;
		for (int i = 0; i < problem.count; i++)
			sum += subset >> i & 1 ? measures[i].needs[y] : 0;
		if (problem.room[y] != MONEY_UNKNOWN && sum > problem.room[y])
			return false;
	}
	return true;
}

static int64_t subset_best(void)
{
	int64_t best = 0;

	for (unsigned subset = 0; subset < 1U << problem.count; subset++) {
		int64_t value = 0;
		for (int i = 0; i < problem.count; i++)
			value += subset >> i & 1 ? measures[i].value : 0;
		if (value > best && subset_fits(subset))
			best = value;
	}
	return best;
}

static void small_holds(struct optimum optimum)
{
	selection_holds(&optimum);
	ck_assert_int_eq(optimum.value, subset_best());
	ck_assert_int_eq(optimum.bound, optimum.value);
	optimum_done(&optimum);
}

static bool unlimited(void)
{
	for (int y = 0; y < BUDGET_YEARS; y++) {
		if (problem.room[y] != MONEY_UNKNOWN)
			return false;
	}
	return true;
}

/* All but those without a limit in one program. */
START_TEST(small_problems_are_solved_as_trying_every_selection_does)
{
	static struct optimum_measure kept[ROUNDS][SMALL];
	static struct optimum_problem problems[ROUNDS];
	struct optimum_work work;
	struct error err;
	int count = 0;

	chance_start(&chance, 1, 0);
	for (int round = 0; round < ROUNDS; round++) {
		problem_random(1 + (int)chance_below(&chance, SMALL), 1 + (int)chance_below(&chance, 6), false);
		if (unlimited()) {
			small_holds(best_found());
			continue;
		}
		memcpy(kept[count], measures, sizeof(kept[count]));
		problems[count] = problem;
		problems[count].measures = kept[count];
		count++;
	}
	ck_assert_int_gt(count, ROUNDS * 9 / 10);
	ck_assert(optimum_begin_many(problems, count, &work, &err));
	for (int i = 0; i < count; i++) {
		problem = problems[i];
		memcpy(measures, kept[i], sizeof(kept[i]));
		small_holds(best_waited(&work));
	}
	ck_assert(!work.left);
	optimum_end(&work);
}
END_TEST

/* ---- another solver */

static void glpk_year(glp_prob *glpk, int y)
{
	int columns[MOST + 1], row = glp_add_rows(glpk, 1), length = 0;
	double needs[MOST + 1];

	glp_set_row_bnds(glpk, row, GLP_UP, 0, (double)problem.room[y] / 1e8);
	for (int i = 0; i < problem.count; i++) {
		columns[++length] = i + 1;
		needs[length] = (double)measures[i].needs[y] / 1e8;
	}
	glp_set_mat_row(glpk, row, length, columns, needs);
}

/* Column 1 + i the part, column 1 + count + i whether there is any. */
static void glpk_measure(glp_prob *glpk, int i)
{
	int part = 1 + i, any = 1 + problem.count + i, row = glp_add_rows(glpk, 2);
	double total = 0;

	for (int y = 0; y < BUDGET_YEARS; y++)
		total += (double)measures[i].needs[y];
	double least = measures[i].least_ore && total > 0 ? (double)measures[i].least_ore / total : 1;
	glp_set_col_bnds(glpk, part, GLP_DB, 0, 1);
	glp_set_obj_coef(glpk, part, (double)measures[i].value);
	glp_set_col_kind(glpk, any, GLP_BV);
	glp_set_row_bnds(glpk, row, GLP_UP, 0, 0);
	glp_set_mat_row(glpk, row, 2, (int[]){0, part, any}, (double[]){0, 1, -1});
	glp_set_row_bnds(glpk, row + 1, GLP_LO, 0, 0);
	glp_set_mat_row(glpk, row + 1, 2, (int[]){0, part, any}, (double[]){0, 1, -least});
}

static double glpk_best(void)
{
	glp_prob *glpk = glp_create_prob();
	glp_iocp wish;

	glp_term_out(GLP_OFF);
	glp_set_obj_dir(glpk, GLP_MAX);
	glp_add_cols(glpk, 2 * problem.count);
	for (int i = 0; i < problem.count; i++)
		glpk_measure(glpk, i);
	for (int y = 0; y < BUDGET_YEARS; y++) {
		if (problem.room[y] != MONEY_UNKNOWN)
			glpk_year(glpk, y);
	}
	glp_init_iocp(&wish);
	wish.presolve = GLP_ON;
	wish.mir_cuts = GLP_ON;
	ck_assert_int_eq(glp_intopt(glpk, &wish), 0);
	double best = glp_mip_obj_val(glpk);
	glp_delete_prob(glpk);
	return best;
}

START_TEST(large_problems_are_solved_as_another_solver_does)
{
	chance_start(&chance, 2, 0);
	for (int round = 0; round < (CLAIMS_SLOW ? 3 : 6); round++) {
		problem_random(30 + 5 * round, 6, false);
		struct optimum optimum = best_found();
		selection_holds(&optimum);
		ck_assert_int_eq(optimum.value, (int64_t)(glpk_best() + 0.5));
		optimum_done(&optimum);
	}
}
END_TEST

/* A part is worth as much in thousandths here; rounding each to whole units takes less than one from each. */
START_TEST(parts_are_as_large_as_another_solver_makes_them)
{
	chance_start(&chance, 3, 0);
	for (int round = 0; round < (CLAIMS_SLOW ? 5 : 20); round++) {
		problem_random(5 + round, 6, true);
		for (int i = 0; i < problem.count; i++)
			measures[i].value *= 100000;
		struct optimum optimum = best_found();
		selection_holds(&optimum);
		double other = glpk_best();
		ck_assert_double_le((double)optimum.value, other * 1.000001 + 1);
		ck_assert_double_ge((double)optimum.value, other * 0.99999 - problem.count);
		optimum_done(&optimum);
	}
}
END_TEST

/* ---- the edges */

/* One öre in 300 million kronor is less than any solver sees. */
START_TEST(an_ore_too_much_is_too_much)
{
	problem_start(3);
	for (int i = 0; i < 3; i++)
		measures[i] = (struct optimum_measure){.value = 1 + i, .needs = {INT64_C(10000000000)}};
	problem.room[0] = INT64_C(30000000000) - 1;
	struct optimum optimum = best_found();
	ck_assert_int_eq(optimum.value, 5);
	ck_assert(!optimum.parts[0].any);
	ck_assert_int_eq(optimum.stopped[0], 1);
	optimum_done(&optimum);
	problem.room[0]++;
	optimum = best_found();
	ck_assert_int_eq(optimum.value, 6);
	ck_assert_int_eq(optimum.left[0], 0);
	optimum_done(&optimum);
}
END_TEST

START_TEST(without_a_limit_everything_is_funded)
{
	chance_start(&chance, 4, 0);
	problem_random(5, 6, false);
	for (int y = 0; y < BUDGET_YEARS; y++)
		problem.room[y] = MONEY_UNKNOWN;
	struct optimum optimum = best_found();
	selection_holds(&optimum);
	for (int i = 0; i < 5; i++)
		ck_assert(optimum.parts[i].whole);
	optimum_done(&optimum);
	problem.count = 0;
	optimum = best_found();
	ck_assert(optimum.best && optimum.value == 0);
	optimum_done(&optimum);
}
END_TEST

/* Granted beyond a limit already: nothing more of that year, and what asks nothing of it is not touched. */
START_TEST(a_year_already_overdrawn_has_room_for_nothing)
{
	problem_start(2);
	measures[0] = (struct optimum_measure){.value = 9, .needs = {500, 500}};
	measures[1] = (struct optimum_measure){.value = 1, .needs = {0, 500}};
	problem.room[0] = -100;
	problem.room[1] = 1000;
	struct optimum optimum = best_found();
	ck_assert(!optimum.parts[0].any && optimum.parts[1].whole);
	ck_assert_int_eq(optimum.left[0], -100);
	ck_assert_int_eq(optimum.stopped[0], 1);
	optimum_done(&optimum);
}
END_TEST

/* The whole of a problem too large to finish is cut off: the program is gone, and nothing waits for it. */
START_TEST(the_work_ends_when_nobody_waits)
{
	struct optimum_work work;
	struct error err;

	chance_start(&chance, 5, 0);
	problem_random(MOST, 6, false);
	ck_assert(optimum_begin(&problem, &work, &err));
	pid_t program = work.solver.program;
	optimum_end(&work);
	ck_assert_int_eq(kill(program, 0), -1);
	ck_assert_int_eq(errno, ESRCH);
	optimum_end(&work);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		small_problems_are_solved_as_trying_every_selection_does,
		large_problems_are_solved_as_another_solver_does,
		parts_are_as_large_as_another_solver_makes_them,
		an_ore_too_much_is_too_much,
		without_a_limit_everything_is_funded,
		a_year_already_overdrawn_has_room_for_nothing,
		the_work_ends_when_nobody_waits,
		NULL,
	};
	return claims_run("optimum", claims, 200);
}
