/* Rows 10 and 12: an order made anew, beside the same by SQL's rank(); and what the points alone would fund of 200
 * measures within six years' limits: how near the first answer is, how long the proof takes beside another solver, and
 * how soon the work ends when nobody waits. */
#include "speed.h"

#include "base/chance.h"
#include "casework/optimum.h"
#include "casework/rank_inner.h"

#include <glpk.h>
#include <sqlite3.h>

enum { MEASURES = 200, ROWS = 500, ROUNDS = 15, GLPK_SECONDS = 20 };

/* ---- row 10 */

static struct rank_row rows[ROWS], shuffled[ROWS];

static void rows_fill(void)
{
	struct chance chance;

	chance_start(&chance, 3, 0);
	for (int i = 0; i < ROWS; i++) {
		rows[i] = (struct rank_row){
			.measure = i + 1, .year = 2026, .application_n = i + 1, .n = 1, .assessors = 2};
		rows[i].points = chance_below(&chance, 801);
	}
}

static double order_time(void)
{
	double times[ROUNDS];

	for (int round = 0; round < ROUNDS; round++) {
		memcpy(shuffled, rows, sizeof(rows));
		double start = speed_now();
		rank_by_points(shuffled, ROWS);
		times[round] = speed_now() - start;
	}
	return speed_median(times, ROUNDS);
}

static double sql_time(void)
{
	double times[ROUNDS];
	char insert[64];
	sqlite3 *db;
	sqlite3_stmt *ranked;

	sqlite3_open(":memory:", &db);
	sqlite3_exec(db, "CREATE TABLE row (n INTEGER PRIMARY KEY, points INTEGER)", NULL, NULL, NULL);
	for (int i = 0; i < ROWS; i++) {
		snprintf(insert, sizeof(insert), "INSERT INTO row VALUES (%d, %d)", i, (int)rows[i].points);
		sqlite3_exec(db, insert, NULL, NULL, NULL);
	}
	sqlite3_prepare_v2(
		db, "SELECT n, rank() OVER (ORDER BY points DESC) FROM row ORDER BY 2, 1", -1, &ranked, NULL);
	for (int round = 0; round < ROUNDS; round++) {
		double start = speed_now();
		while (sqlite3_step(ranked) == SQLITE_ROW)
			sqlite3_column_int(ranked, 1);
		times[round] = speed_now() - start;
		sqlite3_reset(ranked);
	}
	sqlite3_finalize(ranked);
	sqlite3_close(db);
	return speed_median(times, ROUNDS);
}

/* ---- row 12 */

static struct optimum_measure measures[MEASURES];
static struct optimum_problem problem = {.measures = measures, .count = MEASURES};

static void problem_fill(void)
{
	struct chance chance;

	chance_start(&chance, 12, 0);
	for (int i = 0; i < MEASURES; i++) {
		measures[i].value = (20 + chance_below(&chance, 80)) * INT64_C(20160);
		for (int y = 0; y < BUDGET_YEARS; y++) {
			measures[i].needs[y] =
				chance_below(&chance, 3) ? 0 : (1 + chance_below(&chance, 300)) * INT64_C(10000000);
			problem.room[y] += measures[i].needs[y] / 3;
		}
	}
}

struct solving {
	double first, proof, gap;
	bool proven;
};

static void failed(const struct error *err)
{
	fprintf(stderr, "%s\n", err->text);
	exit(EXIT_FAILURE);
}

static struct solving solving_time(void)
{
	struct solving solving = {0};
	struct optimum_work work;
	struct optimum optimum;
	struct error err;
	double start = speed_now();

	if (!optimum_begin(&problem, &work, &err) || !optimum_next(&work, &optimum, &err))
		failed(&err);
	solving.first = speed_now() - start;
	solving.gap = 100 * (double)(optimum.bound - optimum.value) / (double)optimum.bound;
	optimum_done(&optimum);
	solving.proven = optimum_next(&work, &optimum, &err);
	solving.proof = speed_now() - start;
	if (solving.proven)
		optimum_done(&optimum);
	optimum_end(&work);
	return solving;
}

static double cancel_time(void)
{
	double times[ROUNDS];
	struct optimum_work work;
	struct optimum optimum;
	struct error err;

	for (int round = 0; round < ROUNDS; round++) {
		if (!optimum_begin(&problem, &work, &err) || !optimum_next(&work, &optimum, &err))
			failed(&err);
		optimum_done(&optimum);
		double start = speed_now();
		optimum_end(&work); /* in the middle of the proof */
		times[round] = speed_now() - start;
	}
	return speed_median(times, ROUNDS);
}

static double glpk_time(void)
{
	glp_prob *glpk = glp_create_prob();
	glp_iocp wish;
	int columns[MEASURES + 1];
	double needs[MEASURES + 1];

	glp_term_out(GLP_OFF);
	glp_set_obj_dir(glpk, GLP_MAX);
	glp_add_cols(glpk, MEASURES);
	glp_add_rows(glpk, BUDGET_YEARS);
	for (int i = 0; i < MEASURES; i++) {
		glp_set_col_kind(glpk, i + 1, GLP_BV);
		glp_set_obj_coef(glpk, i + 1, (double)measures[i].value);
	}
	for (int y = 0; y < BUDGET_YEARS; y++) {
		glp_set_row_bnds(glpk, y + 1, GLP_UP, 0, (double)problem.room[y] / 1e8);
		for (int i = 0; i < MEASURES; i++) {
			columns[i + 1] = i + 1;
			needs[i + 1] = (double)measures[i].needs[y] / 1e8;
		}
		glp_set_mat_row(glpk, y + 1, MEASURES, columns, needs);
	}
	glp_init_iocp(&wish);
	wish.presolve = GLP_ON;
	wish.mir_cuts = GLP_ON;
	wish.tm_lim = GLPK_SECONDS * 1000;
	double start = speed_now();
	glp_intopt(glpk, &wish);
	double took = speed_now() - start;
	glp_delete_prob(glpk);
	return took;
}

int main(void)
{
	rows_fill();
	speed_row(&(struct speed_row){.row = 10,
		.what = "500 measures put in order",
		.unit = "s",
		.beside = "SQL's rank()",
		.own = order_time(),
		.anchor = sql_time(),
		.goal = 1.0 / 30,
		.told = true});
	problem_fill();
	struct solving solving = solving_time();
	speed_row(&(struct speed_row){.row = 12,
		.what = "how far the first answer can be from the best of 200 measures",
		.unit = "%",
		.own = solving.gap,
		.goal = 1,
		.slack = 1});
	speed_row(&(struct speed_row){
		.row = 12, .what = "the first answer", .unit = "s", .own = solving.first, .goal = 0.2, .told = true});
	speed_row(&(struct speed_row){.row = 12,
		.what = solving.proven ? "the best, proven" : "no proof within the time",
		.unit = "s",
		.beside = "GLPK, at most 20",
		.own = solving.proof,
		.anchor = glpk_time(),
		.goal = 1,
		.told = true});
	speed_row(&(struct speed_row){
		.row = 12, .what = "the work ended in the middle", .unit = "s", .own = cancel_time(), .goal = 0.05});
	return speed_end();
}
