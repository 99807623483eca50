/* The slow ranking: see rank_slow.h. */
#include "rank_slow.h"

static bool has_place(const struct rank_row *row)
{
	return row->fit != RANK_NO_PLACE && row->fit != RANK_HIDDEN && row->fit != RANK_WITHOUT;
}

static int64_t number(const struct rank_row *row)
{
	return ((int64_t)row->year * 1000 + row->application_n) * 1000 + row->n;
}

static bool before(const struct rank_row *a, const struct rank_row *b)
{
	if (has_place(a) != has_place(b))
		return has_place(a);
	if (has_place(a) && a->points != b->points)
		return a->points > b->points;
	if (!has_place(a) && a->fit != b->fit)
		return a->fit < b->fit;
	return number(a) < number(b);
}

static void put_in(const struct rank_row **list, int *count, int at, const struct rank_row *row)
{
	for (int i = *count; i > at; i--)
		list[i] = list[i - 1];
	list[at] = row;
	(*count)++;
}

/* The best that is left, again and again. */
static void by_points(const struct rank_row *rows, int count, const struct rank_row **out)
{
	bool taken[SLOW_ROWS] = {0};

	for (int place = 0; place < count; place++) {
		int best = -1;
		for (int i = 0; i < count; i++) {
			if (!taken[i] && (best < 0 || before(&rows[i], &rows[best])))
				best = i;
		}
		taken[best] = true;
		out[place] = &rows[best];
	}
}

/* The list without the moved ones; then the moved ones, the smallest place first. */
static int with_moves(const struct rank_row **points, int placed, const struct rank_row **out)
{
	int count = 0, last = 0;
	bool in[SLOW_ROWS] = {0};

	for (int i = 0; i < placed; i++) {
		if (!points[i]->moved)
			out[count++] = points[i];
	}
	for (;;) {
		int next = -1;
		for (int i = 0; i < placed; i++) {
			if (points[i]->moved && !in[i] && (next < 0 || points[i]->place < points[next]->place))
				next = i;
		}
		if (next < 0)
			return count;
		int place = points[next]->place > last ? points[next]->place : last + 1;
		if (place > count + 1)
			place = count + 1;
		in[next] = true;
		last = place;
		put_in(out, &count, place - 1, points[next]);
	}
}

static bool chosen(int y, int year)
{
	return !year || year == BUDGET_FIRST + y;
}

static bool known(const struct rank_row *row, int year)
{
	for (int y = 0; y < BUDGET_YEARS; y++) {
		if (chosen(y, year) && row->proposed[y] == MONEY_UNKNOWN)
			return false;
	}
	return true;
}

/* What one limit leaves when the rows above have taken theirs and the grants below theirs. */
static int64_t leaves(const struct budget_year *year, int kind)
{
	int64_t limits[3] = {year->appropriation, year->commitment, year->round};
	int64_t taken[3] = {year->decided, year->committed, year->decided_round};

	if (limits[kind] == MONEY_UNKNOWN)
		return INT64_MAX;
	return limits[kind] + (kind == 0 && year->carried != MONEY_UNKNOWN ? year->carried : 0) - taken[kind];
}

static bool skipped(const struct rank_row *row)
{
	return !row->outcome && row->skip_reason != NULL;
}

/* What is not short of being whole, over all years, against the least. */
static bool makes_sense(const struct rank_row *row, int64_t short_of)
{
	int64_t whole = 0;

	for (int y = 0; y < BUDGET_YEARS; y++) {
		if (row->proposed[y] == MONEY_UNKNOWN)
			return true;
		whole += row->proposed[y];
	}
	return row->outcome || whole - short_of >= row->least_ore;
}

/* All that other rows take of a year when the row at `at` is tried. */
static int64_t others_take(const struct rank_row **list, int placed, int at, int y, int year)
{
	int64_t sum = 0;

	for (int i = 0; i < placed; i++) {
		if (known(list[i], year) && !skipped(list[i]) && (i < at || (i > at && list[i]->outcome)))
			sum += list[i]->proposed[y];
	}
	return sum;
}

static int64_t fits_in_year(
	const struct rank_row **list, int placed, int at, int y, int year, const struct budget *left)
{
	int64_t fits = list[at]->proposed[y], taken = others_take(list, placed, at, y, year);

	for (int kind = 0; kind < 3; kind++) {
		int64_t leave = leaves(&left->years[y], kind);
		if (leave != INT64_MAX && leave - taken < fits)
			fits = leave - taken;
	}
	return fits < 0 ? 0 : fits;
}

static void binding(struct slow *out, int y, const struct budget *left)
{
	int64_t least = INT64_MAX;

	out->binding_year = BUDGET_FIRST + y;
	for (int kind = 0; kind < 3; kind++) {
		int64_t leave = leaves(&left->years[y], kind);
		least = leave < least ? leave : least;
	}
	for (int kind = 0; kind < 3; kind++)
		out->kinds[kind] = leaves(&left->years[y], kind) == least;
}

static void money(const struct rank_row **list, int placed, int year, const struct budget *left, struct slow *out)
{
	for (int at = 0; at < placed; at++) {
		struct slow_row *row = &out->rows[at];
		int64_t asked = 0;
		for (int i = 0; i <= at; i++) {
			for (int y = 0; y < BUDGET_YEARS; y++)
				row->total += known(list[i], year) && chosen(y, year) && !skipped(list[i])
						      ? list[i]->proposed[y]
						      : 0;
		}
		if (!known(list[at], year)) {
			row->fit = RANK_UNKNOWN;
			out->unknown++;
			continue;
		}
		if (skipped(list[at])) {
			row->fit = RANK_SKIPPED;
			continue;
		}
		row->breaks_year = out->binding_year;
		row->fit = RANK_OUTSIDE;
		if (out->binding_year)
			continue;
		for (int y = 0; y < BUDGET_YEARS; y++) {
			int64_t fits = chosen(y, year) ? fits_in_year(list, placed, at, y, year, left) : 0;
			asked += chosen(y, year) ? list[at]->proposed[y] : 0;
			row->fits += fits;
			if (chosen(y, year) && fits < list[at]->proposed[y] && !out->binding_year)
				binding(out, y, left);
		}
		row->breaks_year = out->binding_year;
		row->fit = row->fits == asked                                          ? RANK_INSIDE
			   : row->fits > 0 && makes_sense(list[at], asked - row->fits) ? RANK_PARTLY
										       : RANK_OUTSIDE;
		if (row->fit == RANK_INSIDE) {
			out->line = at + 1;
			out->proposed += asked;
		}
	}
}

void slow_rank(const struct rank_row *rows, int count, int year, const struct budget *left, struct slow *out)
{
	const struct rank_row *points[SLOW_ROWS], *list[SLOW_ROWS];

	*out = (struct slow){.count = count};
	by_points(rows, count, points);
	while (out->placed < count && has_place(points[out->placed]))
		out->placed++;
	with_moves(points, out->placed, list);
	for (int i = out->placed; i < count; i++)
		list[i] = points[i];
	for (int i = 0; i < count; i++) {
		out->rows[i] = (struct slow_row){.measure = list[i]->measure, .fit = list[i]->fit};
		out->hidden += list[i]->fit == RANK_HIDDEN;
		if (i >= out->placed) {
			out->rows[i].total = MONEY_UNKNOWN;
			continue;
		}
		out->rows[i].place = i + 1;
		out->rows[i].point_place = 1;
		for (int j = 0; j < out->placed; j++)
			out->rows[i].point_place += list[j]->points > list[i]->points;
	}
	money(list, out->placed, year, left, out);
}

/* ---- points */

struct fraction {
	int64_t over, under; /* under 0: no steps at all */
};

/* The steps that count for a criterion, as a fraction; false when somebody has not said or nobody gave one. */
static bool slow_mean(const struct rank_sheet *sheets, int count, int agreed, int k, struct fraction *mean)
{
	bool said = true;

	*mean = (struct fraction){0, 0};
	if (agreed != STEP_UNSAID) {
		*mean = (struct fraction){agreed, 1};
		return true;
	}
	for (int s = 0; s < count; s++) {
		said = said && sheets[s].steps[k] != STEP_UNSAID;
		if (sheets[s].steps[k] == STEP_UNSAID || sheets[s].steps[k] == STEP_ABSTAINED)
			continue;
		mean->over += sheets[s].steps[k];
		mean->under += 1;
	}
	return said && mean->under > 0;
}

static int64_t scaled(struct fraction mean, int weight)
{
	return mean.under ? mean.over * weight * (RANK_UNIT / mean.under) : 0;
}

/* The assessor's total, or -1 when nothing is the assessor's own. */
static int64_t slow_total(
	const struct rank_criteria *criteria, const struct rank_sheet *sheets, int count, int at, const int8_t *agreed)
{
	int64_t total = 0;
	int own = 0;

	for (int k = 0; k < criteria->count; k++) {
		struct fraction mean;
		slow_mean(sheets, count, agreed[k], k, &mean);
		own += sheets[at].steps[k] >= 0;
		if (sheets[at].steps[k] >= 0 && agreed[k] == STEP_UNSAID)
			mean = (struct fraction){sheets[at].steps[k], 1};
		total += scaled(mean, criteria->weights[k]);
	}
	return own ? total : -1;
}

static void slow_middle(const int64_t *totals, int count, struct rank_standing *out)
{
	int64_t lower = -1, upper = -1;

	for (int i = 0; i < count; i++) {
		int under = 0, over = 0;
		for (int j = 0; j < count; j++) {
			under += totals[j] < totals[i];
			over += totals[j] > totals[i];
		}
		if (under <= (count - 1) / 2 && over <= count / 2)
			lower = totals[i];
		if (under <= count / 2 && over <= (count - 1) / 2)
			upper = totals[i];
		out->lowest = under == 0 ? totals[i] : out->lowest;
		out->highest = over == 0 ? totals[i] : out->highest;
	}
	out->median = (lower + upper) / 2;
}

static int slow_lowest(const struct rank_criteria *criteria, const struct rank_sheet *sheets, int count,
	const int8_t *agreed, bool bonus)
{
	for (int step = 0; step <= SCORE_MOST; step++) {
		for (int k = 0; k < criteria->count; k++) {
			bool there = agreed[k] == step;
			for (int s = 0; s < count && agreed[k] == STEP_UNSAID; s++)
				there = there || sheets[s].steps[k] == step;
			if (there && criteria->bonus[k] == bonus)
				return step;
		}
	}
	return SCORE_NONE;
}

void slow_standing(const struct rank_criteria *criteria, const struct rank_sheet *sheets, int count,
	const int8_t agreed[SCORE_CRITERIA], struct rank_standing *out)
{
	int64_t totals[64];
	int own = 0;

	*out = (struct rank_standing){0};
	for (int k = 0; k < criteria->count; k++) {
		struct fraction mean;
		out->missing += !slow_mean(sheets, count, agreed[k], k, &mean);
		out->mean += scaled(mean, criteria->weights[k]);
		out->agreed += agreed[k] != STEP_UNSAID;
		for (int s = 0; s < count; s++)
			out->abstained += sheets[s].steps[k] == STEP_ABSTAINED;
	}
	for (int s = 0; s < count; s++) {
		int64_t total = slow_total(criteria, sheets, count, s, agreed);
		if (total >= 0)
			totals[own++] = total;
	}
	out->median = out->lowest = out->highest = out->mean;
	if (own)
		slow_middle(totals, own, out);
	out->lowest_step = slow_lowest(criteria, sheets, count, agreed, false);
	out->zero = out->lowest_step == 0;
	if (out->lowest_step == SCORE_NONE)
		out->lowest_step = slow_lowest(criteria, sheets, count, agreed, true);
}
