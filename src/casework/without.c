/* One assessor at a time left out: see without.h. Its one invariant: leaving out nobody gives the order by points. */
#include "without.h"

#include "base/arena.h"

enum { NOBODY = -2, FINE = 720720 }; /* which any count up to sixteen divides */

struct standing {
	int64_t points; /* below 0: without a place */
	int measure, place;
	bool inside;
};
struct work {
	const struct without_problem *problem;
	int64_t (*sums)[WEIGHTING_CRITERIA];
	int (*heard)[WEIGHTING_CRITERIA];   /* how many; below 0: agreed on */
	struct standing *order, *standings; /* in order; by measure */
};

static void voices_add(struct work *work, int left_out)
{
	const struct without_problem *problem = work->problem;
	size_t measures = (size_t)problem->measure_count;

	memset(work->sums, 0, measures * sizeof(*work->sums));
	memset(work->heard, 0, measures * sizeof(*work->heard));
	for (int v = 0; v < problem->voice_count; v++) {
		const struct voice *voice = &problem->voices[v];
		int *heard = &work->heard[voice->measure][voice->criterion];
		int64_t *sum = &work->sums[voice->measure][voice->criterion];

		if (voice->assessor == VOICE_AGREED) {
			*sum = voice->points;
			*heard = -1;
		} else if (voice->assessor != left_out && *heard >= 0) {
			*sum += voice->points;
			++*heard;
		}
	}
}

/* Below 0 when a criterion has nobody left. */
static int64_t points_of(const struct work *work, int measure)
{
	const struct weighting *weighting = &work->problem->weighting;
	int64_t points = 0;

	for (int k = 0; k < weighting->criteria; k++) {
		int heard = work->heard[measure][k] < 0 ? 1 : work->heard[measure][k];
		if (heard == 0)
			return -1;
		points += work->sums[measure][k] * FINE / heard * weighting->agreed[k];
	}
	return points;
}

static int order_compare(const void *a, const void *b)
{
	const struct standing *first = a, *second = b;

	if (first->points != second->points)
		return first->points > second->points ? -1 : 1;
	return (first->measure > second->measure) - (first->measure < second->measure);
}

static bool fits(const struct robust_measure *measure, const int64_t left[BUDGET_YEARS])
{
	for (int y = 0; y < BUDGET_YEARS; y++) {
		if ((measure->years >> y & 1) && left[y] != MONEY_UNKNOWN && left[y] < measure->needs[y])
			return false;
	}
	return true;
}

static void money_take(struct work *work)
{
	const struct without_problem *problem = work->problem;
	int64_t left[BUDGET_YEARS];

	memcpy(left, problem->room, sizeof(left));
	for (int i = 0; i < problem->measure_count && work->order[i].points >= 0; i++) {
		const struct robust_measure *measure = &problem->measures[work->order[i].measure];
		if (measure->unknown)
			continue;
		if (!fits(measure, left))
			return;
		for (int y = 0; y < BUDGET_YEARS; y++)
			left[y] -= left[y] == MONEY_UNKNOWN ? 0 : measure->needs[y];
		work->order[i].inside = true;
	}
}

static void order_make(struct work *work, int left_out)
{
	int count = work->problem->measure_count;

	voices_add(work, left_out);
	for (int i = 0; i < count; i++)
		work->order[i] = (struct standing){.points = points_of(work, i), .measure = i};
	if (count > 0)
		qsort(work->order, (size_t)count, sizeof(*work->order), order_compare);
	money_take(work);
	for (int i = 0; i < count; i++) {
		work->order[i].place = work->order[i].points < 0 ? 0 : i + 1;
		work->standings[work->order[i].measure] = work->order[i];
	}
}

/* ---- what it does to each */

static void place_take(struct without_measure *measure, int place)
{
	if (place == 0)
		return;
	if (measure->best == 0 || place < measure->best)
		measure->best = place;
	if (place > measure->worst)
		measure->worst = place;
}

static enum without_fall fall_of(const struct standing *all, const struct standing *now)
{
	if (all->place > 0 && now->place == 0)
		return WITHOUT_LOST;
	if (all->inside == now->inside)
		return WITHOUT_SAME;
	return now->inside ? WITHOUT_IN : WITHOUT_OUT;
}

static void fall_count(struct without *out, int assessor, int measure, enum without_fall fall)
{
	struct without_assessor *person = &out->assessors[assessor];
	struct without_measure *of = &out->measures[measure];

	out->falls[(size_t)assessor * (size_t)out->measure_count + (size_t)measure] = (uint8_t)fall;
	person->fell_in += fall == WITHOUT_IN;
	person->fell_out += fall == WITHOUT_OUT;
	person->lost += fall == WITHOUT_LOST;
	of->fell_in += fall == WITHOUT_IN;
	of->fell_out += fall == WITHOUT_OUT;
	of->lost += fall == WITHOUT_LOST;
}

static void each_left_out(struct work *work, const struct standing *all, struct without *out)
{
	for (int i = 0; i < out->measure_count; i++)
		place_take(&out->measures[i], all[i].place);
	for (int a = 0; a < out->assessor_count; a++) {
		order_make(work, a);
		for (int i = 0; i < out->measure_count; i++) {
			if (all[i].place > 0)
				place_take(&out->measures[i], work->standings[i].place);
			fall_count(out, a, i, fall_of(&all[i], &work->standings[i]));
		}
	}
}

static void *zeroed(size_t count, size_t size)
{
	void *memory = memory_take((count + 1) * size);

	return memset(memory, 0, (count + 1) * size);
}

void without_calculate(const struct without_problem *problem, struct without *out)
{
	size_t measures = (size_t)problem->measure_count, assessors = (size_t)problem->assessor_count;
	struct work work = {.problem = problem};
	struct standing *all = zeroed(measures, sizeof(*all));

	work.sums = zeroed(measures, sizeof(*work.sums));
	work.heard = zeroed(measures, sizeof(*work.heard));
	work.order = zeroed(measures, sizeof(*work.order));
	work.standings = zeroed(measures, sizeof(*work.standings));
	*out = (struct without){.measure_count = problem->measure_count, .assessor_count = problem->assessor_count};
	out->measures = zeroed(measures, sizeof(*out->measures));
	out->assessors = zeroed(assessors, sizeof(*out->assessors));
	out->falls = zeroed(measures * assessors, sizeof(*out->falls));
	order_make(&work, NOBODY);
	memcpy(all, work.standings, measures * sizeof(*all));
	each_left_out(&work, all, out);
	free(all);
	free(work.sums);
	free(work.heard);
	free(work.order);
	free(work.standings);
}

void without_done(struct without *without)
{
	free(without->measures);
	free(without->assessors);
	free(without->falls);
	*without = (struct without){0};
}
