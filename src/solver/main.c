/* kansli-optimum: the selection of measures worth most within the limits of some years, as a mixed integer programme
 * for CBC. A program of its own, so that it can be ended in the middle of a step, and so that kansli itself starts
 * without the library. Its one invariant: a selection it writes keeps every limit exactly, since the solver itself
 * only keeps them nearly.
 *
 * Reads:   problems one after another: MEASURES YEARS, the room of each year, and a line a measure: its value, the
 *          least part of it that is worth funding in millionths (1000000: all or nothing) and what it needs of each
 *          year. Then SERIES, 0 or how many times the same is asked with other values, and for each the values of all
 *          measures.
 * Writes:  a line a selection, each better than the one before: its value, the bound none can exceed, 1 when it is
 *          proven to be the best, and the part of each measure in millionths of millionths. Of a series, only the best
 *          of each. Then the next problem's; after the last `end`. */
#include <coin/Cbc_C_Interface.h>
#include <math.h>

enum { MOST_MEASURES = 4096, MOST_YEARS = 16, MOST_COVERS = 1000, MOST_SERIES = 100000 };
static const double whole = 1e6, fine = 1e12;
static const double near_enough = 1e-6; /* to one or nothing: the solver's own measure */

struct programme {
	int measures, years;
	double room[MOST_YEARS];
	double value[MOST_MEASURES], least[MOST_MEASURES], needs[MOST_MEASURES][MOST_YEARS];
	double values; /* together */
	double unit;   /* of money in the model: the solver prefers numbers near one */
};
static struct programme programme;

/* A selection that the solver thought would fit and does not: all of these cannot be in it. */
struct cover {
	int *columns, count;
};
static struct cover covers[MOST_COVERS];
static int cover_count;

/* ---- reading */

static bool number_read(double least, double most, double *out)
{
	return scanf("%lf", out) == 1 && *out >= least && *out <= most;
}

static bool count_read(int most, int *out)
{
	double number;

	if (!number_read(0, most, &number))
		return false;
	*out = (int)number;
	return (double)*out == number;
}

static bool measure_read(int i)
{
	if (!number_read(0, 1e15, &programme.value[i]) || !number_read(0, whole, &programme.least[i]))
		return false;
	programme.values += programme.value[i];
	for (int y = 0; y < programme.years; y++) {
		if (!number_read(0, 1e15, &programme.needs[i][y]))
			return false;
		if (programme.unit < programme.needs[i][y] / 1000)
			programme.unit = programme.needs[i][y] / 1000;
	}
	return true;
}

static bool values_read(void)
{
	programme.values = 0;
	for (int i = 0; i < programme.measures; i++) {
		if (!number_read(0, 1e15, &programme.value[i]))
			return false;
		programme.values += programme.value[i];
	}
	return true;
}

static bool programme_read(int *series)
{
	programme.values = programme.unit = 0;
	for (; cover_count > 0; cover_count--)
		free(covers[cover_count - 1].columns);
	if (!count_read(MOST_MEASURES, &programme.measures) || !count_read(MOST_YEARS, &programme.years))
		return false;
	for (int y = 0; y < programme.years; y++) {
		if (!number_read(0, 1e15, &programme.room[y]))
			return false;
	}
	for (int i = 0; i < programme.measures; i++) {
		if (!measure_read(i))
			return false;
	}
	return count_read(MOST_SERIES, series);
}

/* ---- the model: column i is the part of measure i that is funded; column measures + i is 1 when any of it is */

static bool in_part(int i)
{
	return programme.least[i] < whole;
}

static void year_add(Cbc_Model *model, int y)
{
	int columns[MOST_MEASURES], count = 0;
	double needs[MOST_MEASURES];

	for (int i = 0; i < programme.measures; i++) {
		if (programme.needs[i][y] > 0) {
			columns[count] = i;
			needs[count++] = programme.needs[i][y] / programme.unit;
		}
	}
	if (count > 0)
		Cbc_addRow(model, "room", count, columns, needs, 'L', programme.room[y] / programme.unit);
}

/* Between the least sensible part and all of it, or nothing. */
static void part_add(Cbc_Model *model, int i)
{
	int columns[] = {i, programme.measures + i};

	Cbc_addRow(model, "most", 2, columns, (double[]){1, -1}, 'L', 0);
	Cbc_addRow(model, "least", 2, columns, (double[]){1, -programme.least[i] / whole}, 'G', 0);
}

static void cover_add(Cbc_Model *model, const struct cover *cover)
{
	double ones[MOST_MEASURES];

	for (int i = 0; i < cover->count; i++)
		ones[i] = 1;
	Cbc_addRow(model, "cover", cover->count, cover->columns, ones, 'L', cover->count - 1);
}

static Cbc_Model *model_new(void)
{
	Cbc_Model *model = Cbc_newModel();

	Cbc_setLogLevel(model, 0);
	Cbc_setObjSense(model, -1);
	for (int i = 0; i < programme.measures; i++)
		Cbc_addCol(model, "part", 0, 1, programme.value[i], (char)!in_part(i), 0, NULL, NULL);
	for (int i = 0; i < programme.measures; i++)
		Cbc_addCol(model, "any", 0, 1, 0, 1, 0, NULL, NULL);
	for (int y = 0; y < programme.years; y++)
		year_add(model, y);
	for (int i = 0; i < programme.measures; i++) {
		if (in_part(i))
			part_add(model, i);
	}
	for (int i = 0; i < cover_count; i++)
		cover_add(model, &covers[i]);
	return model;
}

/* ---- a selection */

/* What is nearly all or nearly nothing is so; of the rest, no more than the solver said. */
static double part_of(const double *solution, int i)
{
	if (solution[i] > 1 - near_enough)
		return 1;
	if (solution[i] < near_enough || (in_part(i) && solution[i] < programme.least[i] / whole - near_enough))
		return 0;
	return floor(solution[i] * fine) / fine;
}

/* Only measures funded whole are counted: their amounts are whole numbers, and the sum is exact. */
static bool year_keeps(const double *solution, int y)
{
	double sum = 0;

	for (int i = 0; i < programme.measures; i++)
		sum += part_of(solution, i) == 1 ? programme.needs[i][y] : 0;
	return sum <= programme.room[y];
}

static void cover_keep(const double *solution, int y)
{
	struct cover *cover = &covers[cover_count++];

	cover->columns = calloc((size_t)programme.measures, sizeof(*cover->columns));
	if (!cover->columns)
		exit(EXIT_FAILURE);
	for (int i = 0; i < programme.measures; i++) {
		if (part_of(solution, i) == 1 && programme.needs[i][y] > 0)
			cover->columns[cover->count++] = i;
	}
}

/* Keeps the first limit that is broken, as a cover; false when there is none. */
static bool broken_kept(const double *solution)
{
	for (int y = 0; y < programme.years; y++) {
		if (year_keeps(solution, y))
			continue;
		if (cover_count == MOST_COVERS)
			exit(EXIT_FAILURE);
		cover_keep(solution, y);
		return true;
	}
	return false;
}

static void selection_write(const double *solution, double bound, bool best)
{
	double value = 0;

	for (int i = 0; i < programme.measures; i++)
		value += programme.value[i] * part_of(solution, i);
	printf("%.0f %.0f %d", floor(value), ceil(bound > programme.values ? programme.values : bound), best);
	for (int i = 0; i < programme.measures; i++)
		printf(" %.0f", part_of(solution, i) * fine);
	printf("\n");
	fflush(stdout);
}

/* ---- a series: selections of earlier values are within the limits now too, and the best of them leaves little to look
 * for */

static double *known[MOST_SERIES];
static int known_count;

static void selection_know(const double *solution)
{
	double *parts = calloc((size_t)programme.measures + 1, sizeof(*parts));

	if (!parts)
		exit(EXIT_FAILURE);
	for (int i = 0; i < programme.measures; i++)
		parts[i] = part_of(solution, i);
	known[known_count++] = parts;
}

static double known_best(void)
{
	double best = 0;

	for (int s = 0; s < known_count; s++) {
		double value = 0;
		for (int i = 0; i < programme.measures; i++)
			value += programme.value[i] * known[s][i];
		best = value > best ? value : best;
	}
	return best;
}

/* Many small questions: what the solver does to make ready for a large one takes longer than to look. */
static void series_prepare(Cbc_Model *model)
{
	double best = known_best();

	Cbc_setParameter(model, "cuts", "off");
	Cbc_setParameter(model, "heuristicsOnOff", "off");
	Cbc_setParameter(model, "strong", "0");
	if (best > 0)
		Cbc_setCutoff(model, best * (1 - 1e-9) - 1); /* a little below, or it would not be found again */
}

/* ---- solving */

/* Within this part of the best; 0: the best. The answer is the solver's own memory, until the next model. */
static Cbc_Model *solved(double gap, bool in_series)
{
	for (;;) {
		Cbc_Model *model = model_new();
		if (in_series)
			series_prepare(model);
		Cbc_setAllowableGap(model, gap > 0 ? 0 : 0.5);
		Cbc_setAllowableFractionGap(model, gap);
		Cbc_solve(model);
		const double *solution = Cbc_bestSolution(model);
		if (!solution)
			exit(EXIT_FAILURE);
		if (!broken_kept(solution))
			return model;
		Cbc_deleteModel(model);
	}
}

static void best_write(double gap, bool in_series)
{
	Cbc_Model *model = solved(gap, in_series);
	double bound = Cbc_getBestPossibleObjValue(model);

	if (in_series)
		selection_know(Cbc_bestSolution(model));
	selection_write(Cbc_bestSolution(model), bound, gap == 0);
	Cbc_deleteModel(model);
}

static bool problem_solve(void)
{
	int series;

	while (known_count > 0)
		free(known[--known_count]);
	if (!programme_read(&series))
		return false;
	if (series == 0) {
		best_write(0.01, false);
		best_write(0, false);
	}
	for (int i = 0; i < series; i++) {
		if (!values_read())
			return false;
		best_write(0, true);
	}
	return true;
}

static bool problem_follows(void)
{
	int sign;

	while (isspace(sign = getchar()))
		continue;
	ungetc(sign, stdin);
	return sign != EOF;
}

int main(void)
{
	do {
		if (!problem_solve())
			return EXIT_FAILURE;
	} while (problem_follows());
	printf("end\n");
	return EXIT_SUCCESS;
}
