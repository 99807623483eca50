/* Row 11: 10 000 weightings of 500 measures by seven criteria with the places counted, beside a plain loop that sorts
 * with qsort(), and two threads beside one. */
#include "speed.h"

#include "casework/robust.h"

enum { MEASURES = 500, CRITERIA = 7, DRAWS = 10000, ROUNDS = 5 };

static struct robust_measure measures[MEASURES];
static struct robust_sheet sheets[MEASURES];
static struct robust_problem problem = {
	.measures = measures,
	.sheets = sheets,
	.measure_count = MEASURES,
	.sheet_count = MEASURES,
	.weighting = {.rule = WEIGHTING_HALF, .criteria = CRITERIA, .agreed = {25, 20, 15, 15, 10, 10, 5}},
	.seed = 1,
	.draws = DRAWS,
};

static void problem_fill(void)
{
	struct chance chance;

	chance_start(&chance, 1, 1);
	for (int i = 0; i < MEASURES; i++) {
		sheets[i].measure = i;
		for (int k = 0; k < CRITERIA; k++)
			sheets[i].low[k] = sheets[i].high[k] = (int8_t)chance_below(&chance, 5);
		measures[i].years = 1;
		measures[i].needs[0] = 1 + chance_below(&chance, 100);
	}
	for (int y = 0; y < BUDGET_YEARS; y++)
		problem.room[y] = MONEY_UNKNOWN;
	problem.room[0] = MEASURES * 20;
}

static double calculation(int threads)
{
	struct robust_watch watch = {0};
	struct robust robust;
	double start = speed_now();

	problem.threads = threads;
	if (!robust_calculate(&problem, &watch, &robust))
		exit(EXIT_FAILURE);
	robust_done(&robust);
	return speed_now() - start;
}

/* ---- the plain way */

static double points[MEASURES];
static uint32_t places[MEASURES][MEASURES];

static int points_compare(const void *a, const void *b)
{
	double first = points[*(const int *)a], second = points[*(const int *)b];
	return (first < second) - (first > second);
}

static double plain_loop(void)
{
	double start = speed_now();
	int parts[WEIGHTING_CRITERIA], order[MEASURES];

	for (int draw = 0; draw < DRAWS; draw++) {
		robust_weights(&problem, draw, parts);
		for (int i = 0; i < MEASURES; i++) {
			order[i] = i;
			points[i] = 0;
			for (int k = 0; k < CRITERIA; k++)
				points[i] += (double)parts[k] * sheets[i].low[k];
		}
		qsort(order, MEASURES, sizeof(*order), points_compare);
		for (int place = 0; place < MEASURES; place++)
			places[order[place]][place]++;
	}
	return speed_now() - start;
}

int main(void)
{
	double one[ROUNDS], two[ROUNDS], plain[ROUNDS];

	problem_fill();
	for (int round = 0; round < ROUNDS; round++) {
		plain[round] = plain_loop();
		one[round] = calculation(1);
		two[round] = calculation(2);
	}
	double alone = speed_median(one, ROUNDS);
	speed_row(&(struct speed_row){.row = 11,
		.what = "10 000 weightings of 500 measures",
		.unit = "s",
		.beside = "sorting with qsort()",
		.own = alone,
		.anchor = speed_median(plain, ROUNDS),
		.goal = 0.10});
	speed_row(&(struct speed_row){.row = 11,
		.what = "the same in one thread",
		.unit = "s",
		.beside = "in two",
		.own = alone,
		.anchor = speed_median(two, ROUNDS),
		.goal = 1.6,
		.least = true,
		.told = true});
	return speed_end();
}
