/* How firm an order is: see robust.h. Its one invariant: a draw depends on the seed and its own number alone, so the
 * threads' counts add up to the same whatever they shared between them. */
#include "robust.h"

#include "base/arena.h"

#include <pthread.h>

enum {
	UNIT = 5040,     /* a step of the scale, divisible by 1–10 assessors: the mean of ten is exact */
	CHUNK = 32,      /* draws between two looks at whether to go on; their places fit in the nearest memory */
	DIGIT = 256,     /* of the sort */
	POINT_BITS = 30, /* WEIGHTING_WHOLE · 4 · UNIT is less than 2^30 */
	INDEX_BITS = 12, /* a key is the upper bits of what is lacking in points, and the measure's index */
	KEY_SHIFT = POINT_BITS - (32 - INDEX_BITS),
};
_Static_assert((int64_t)WEIGHTING_WHOLE * 4 * UNIT < INT64_C(1) << POINT_BITS, "points fit in the key");
_Static_assert(ROBUST_MEASURES == 1 << INDEX_BITS, "a measure's index fits beside the key");
_Static_assert(4 * UNIT <= INT16_MAX && WEIGHTING_WHOLE <= INT16_MAX, "sixteen bits hold a weight and a score");

/* A score that is drawn: one assessor's span on one criterion. */
struct span {
	size_t cell; /* in values */
	uint32_t width;
};
/* What all threads read. */
struct work {
	const struct robust_problem *problem;
	struct robust_watch *watch;
	size_t measures, cells;
	int16_t *values; /* mean of the low ends; where, is value_cell()'s to say */
	struct span *spans;
	int span_count;
	atomic_int next; /* the first draw nobody has taken */
};
/* One thread's own. */
struct hand {
	struct work *work;
	pthread_t thread;
	int16_t *values; /* work's, with the spans drawn */
	int32_t *points;
	uint32_t *keys, *spare;
	uint16_t *rows; /* [draw of the chunk · measures + measure]: the place less one */
	uint32_t *places;
	int *inside, *best, *best_draw;
};

/* ---- what is drawn from */

/* Criteria two by two, and within a pair measure by measure: the order in which they are multiplied. */
static size_t value_cell(const struct work *work, int measure, int criterion)
{
	size_t pair = (size_t)criterion / 2, beside = (size_t)criterion % 2;
	return 2 * (pair * work->measures + (size_t)measure) + beside;
}

static void sheet_spread(struct work *work, const struct robust_sheet *sheet, const int *assessors)
{
	for (int k = 0; k < work->problem->weighting.criteria; k++) {
		int width = sheet->high[k] - sheet->low[k];
		if (width > 0)
			work->spans[work->span_count++] = (struct span){
				value_cell(work, sheet->measure, k), (uint32_t)(width * (UNIT / assessors[k])) + 1};
	}
}

static void measure_fill(struct work *work, int measure, const int *sums, const int *assessors)
{
	for (int k = 0; k < work->problem->weighting.criteria; k++) {
		assert(assessors[k] > 0);
		work->values[value_cell(work, measure, k)] = (int16_t)(sums[k] * UNIT / assessors[k]);
	}
}

/* For each measure and criterion: the sum of the low ends, and how many there are. */
struct tally {
	int sums[WEIGHTING_CRITERIA], assessors[WEIGHTING_CRITERIA];
};

static struct tally *tally_take(const struct robust_problem *problem)
{
	size_t measures = (size_t)problem->measure_count;
	struct tally *tallies = memory_take((measures + 1) * sizeof(*tallies));

	memset(tallies, 0, (measures + 1) * sizeof(*tallies));
	for (int s = 0; s < problem->sheet_count; s++) {
		const struct robust_sheet *sheet = &problem->sheets[s];
		struct tally *tally = &tallies[sheet->measure];
		for (int k = 0; k < problem->weighting.criteria; k++) {
			if (sheet->low[k] == ROBUST_ABSTAINED)
				continue;
			tally->sums[k] += sheet->low[k];
			tally->assessors[k]++;
		}
	}
	return tallies;
}

static void work_prepare(struct work *work, const struct robust_problem *problem, struct robust_watch *watch)
{
	size_t measures = (size_t)problem->measure_count, sheets = (size_t)problem->sheet_count;
	struct tally *tallies = tally_take(problem);

	*work = (struct work){.problem = problem, .watch = watch, .measures = measures};
	work->cells = ((size_t)problem->weighting.criteria + 1) / 2 * 2 * measures;
	work->values = memory_take((work->cells + 1) * sizeof(*work->values));
	work->spans = memory_take((sheets * WEIGHTING_CRITERIA + 1) * sizeof(*work->spans));
	memset(work->values, 0, work->cells * sizeof(*work->values));
	for (int i = 0; i < problem->measure_count; i++)
		measure_fill(work, i, tallies[i].sums, tallies[i].assessors);
	for (size_t s = 0; s < sheets; s++)
		sheet_spread(work, &problem->sheets[s], tallies[problem->sheets[s].measure].assessors);
	free(tallies);
}

static void work_done(struct work *work)
{
	free(work->values);
	free(work->spans);
}

/* ---- one draw */

static void scores_draw(struct hand *hand, struct chance *chance)
{
	const struct work *work = hand->work;

	memcpy(hand->values, work->values, work->cells * sizeof(*hand->values));
	for (int i = 0; i < work->span_count; i++) {
		const struct span *span = &work->spans[i];
		hand->values[span->cell] = (int16_t)(hand->values[span->cell] + (int)chance_below(chance, span->width));
	}
}

/* One pair of criteria of all measures: simple enough for the machine's wide registers. */
static void pair_add(int32_t *restrict points, const int16_t *restrict values, int count, int16_t first, int16_t second)
{
	for (int i = 0; i < count; i++)
		points[i] += values[2 * i] * first + values[2 * i + 1] * second;
}

static void points_fill(struct hand *hand, const int parts[WEIGHTING_CRITERIA])
{
	const struct work *work = hand->work;
	const int16_t *values = work->span_count ? hand->values : work->values;
	int count = work->problem->measure_count, criteria = work->problem->weighting.criteria;

	memset(hand->points, 0, work->measures * sizeof(*hand->points));
	for (int k = 0; k < criteria; k += 2) {
		int second = k + 1 < criteria ? parts[k + 1] : 0;
		pair_add(hand->points, values + (size_t)k * work->measures, count, (int16_t)parts[k], (int16_t)second);
	}
}

static int key_index(uint32_t key)
{
	return (int)(key & ((1U << INDEX_BITS) - 1));
}

/* Most points first: the key is what is lacking. The index beside it settles equal ones by number. */
static void keys_fill(struct hand *hand)
{
	const int32_t most = (1 << POINT_BITS) - 1;

	for (unsigned i = 0; i < hand->work->measures; i++)
		hand->keys[i] = (uint32_t)(most - hand->points[i]) >> KEY_SHIFT << INDEX_BITS | i;
}

/* Where each digit begins, of both rounds. */
static void digits_count(const struct hand *hand, int upper[DIGIT], int lower[DIGIT])
{
	int upper_at = 0, lower_at = 0;

	for (size_t i = 0; i < hand->work->measures; i++) {
		upper[hand->keys[i] >> 24]++;
		lower[hand->keys[i] >> 16 & (DIGIT - 1)]++;
	}
	for (int d = 0; d < DIGIT; d++) {
		int uppers = upper[d], lowers = lower[d];
		upper[d] = upper_at;
		lower[d] = lower_at;
		upper_at += uppers;
		lower_at += lowers;
	}
}

static bool key_before(const struct hand *hand, uint32_t a, uint32_t b)
{
	if (a >> INDEX_BITS != b >> INDEX_BITS)
		return a < b;
	int32_t first = hand->points[key_index(a)], second = hand->points[key_index(b)];
	return first != second ? first > second : a < b;
}

/* By the key's upper sixteen bits in two rounds; then the few that share them, by all their points. */
static void keys_sort(struct hand *hand)
{
	int upper[DIGIT] = {0}, lower[DIGIT] = {0}, count = hand->work->problem->measure_count;
	uint32_t *keys = hand->keys, *spare = hand->spare;

	digits_count(hand, upper, lower);
	for (int i = 0; i < count; i++)
		spare[lower[keys[i] >> 16 & (DIGIT - 1)]++] = keys[i];
	for (int i = 0; i < count; i++)
		keys[upper[spare[i] >> 24]++] = spare[i];
	for (int i = 1; i < count; i++) {
		uint32_t key = keys[i];
		int at = i;
		for (; at > 0 && key_before(hand, key, keys[at - 1]); at--)
			keys[at] = keys[at - 1];
		keys[at] = key;
	}
}

static bool measure_fits(const struct robust_measure *measure, const int64_t left[BUDGET_YEARS])
{
	for (int y = 0; y < BUDGET_YEARS; y++) {
		if ((measure->years >> y & 1) && left[y] != MONEY_UNKNOWN && left[y] < measure->needs[y])
			return false;
	}
	return true;
}

/* Takes from the top until one does not fit. */
static void money_take(struct hand *hand)
{
	const struct robust_problem *problem = hand->work->problem;
	int64_t left[BUDGET_YEARS];

	memcpy(left, problem->room, sizeof(left));
	for (int place = 0; place < problem->measure_count; place++) {
		int index = key_index(hand->keys[place]);
		const struct robust_measure *measure = &problem->measures[index];
		if (measure->unknown)
			continue;
		if (!measure_fits(measure, left))
			return;
		for (int y = 0; y < BUDGET_YEARS; y++)
			left[y] -= left[y] == MONEY_UNKNOWN ? 0 : measure->needs[y];
		hand->inside[index]++;
	}
}

static void draw_do(struct hand *hand, int draw, uint16_t *row)
{
	const struct robust_problem *problem = hand->work->problem;
	int parts[WEIGHTING_CRITERIA];
	struct chance chance;

	chance_start(&chance, problem->seed, (uint64_t)draw);
	weighting_draw(&problem->weighting, &chance, parts);
	if (hand->work->span_count)
		scores_draw(hand, &chance);
	points_fill(hand, parts);
	keys_fill(hand);
	keys_sort(hand);
	money_take(hand);
	for (int place = 0; place < problem->measure_count; place++)
		row[key_index(hand->keys[place])] = (uint16_t)place;
}

/* A measure at a time, whose counts then stay near. */
static void rows_count(struct hand *hand, int first, int draws)
{
	size_t measures = hand->work->measures;

	for (size_t i = 0; i < measures; i++) {
		uint32_t *places = hand->places + i * measures;
		for (int draw = 0; draw < draws; draw++) {
			int place = hand->rows[(size_t)draw * measures + i];
			places[place]++;
			if (place < hand->best[i]) {
				hand->best[i] = place;
				hand->best_draw[i] = first + draw;
			}
		}
	}
}

/* ---- hands */

static void hand_init(struct hand *hand, struct work *work)
{
	size_t count = (size_t)work->problem->measure_count;

	*hand = (struct hand){.work = work};
	hand->values = memory_take((work->cells + 1) * sizeof(*hand->values));
	hand->points = memory_take((count + 1) * sizeof(*hand->points));
	hand->rows = memory_take((CHUNK * count + 1) * sizeof(*hand->rows));
	hand->keys = memory_take((count + 1) * sizeof(*hand->keys));
	hand->spare = memory_take((count + 1) * sizeof(*hand->spare));
	hand->places = memory_take((count * count + 1) * sizeof(*hand->places));
	hand->inside = memory_take((count + 1) * sizeof(*hand->inside));
	hand->best = memory_take((count + 1) * sizeof(*hand->best));
	hand->best_draw = memory_take((count + 1) * sizeof(*hand->best_draw));
	memset(hand->places, 0, count * count * sizeof(*hand->places));
	memset(hand->inside, 0, count * sizeof(*hand->inside));
	for (size_t i = 0; i < count; i++)
		hand->best[i] = hand->best_draw[i] = INT_MAX;
}

static void hand_done(struct hand *hand)
{
	free(hand->values);
	free(hand->points);
	free(hand->rows);
	free(hand->keys);
	free(hand->spare);
	free(hand->places);
	free(hand->inside);
	free(hand->best);
	free(hand->best_draw);
}

static void *hand_work(void *closure)
{
	struct hand *hand = closure;
	struct work *work = hand->work;
	int draws = work->problem->draws;

	while (!atomic_load(&work->watch->stop)) {
		int first = atomic_fetch_add(&work->next, CHUNK);
		if (first >= draws)
			break;
		int end = first + CHUNK < draws ? first + CHUNK : draws;
		for (int draw = first; draw < end; draw++)
			draw_do(hand, draw, hand->rows + (size_t)(draw - first) * work->measures);
		rows_count(hand, first, end - first);
		atomic_fetch_add(&work->watch->done, end - first);
	}
	return NULL;
}

/* Another hand's counts into the first one's. */
static void hand_join(struct hand *first, const struct hand *other)
{
	size_t count = (size_t)first->work->problem->measure_count;

	for (size_t i = 0; i < count * count; i++)
		first->places[i] += other->places[i];
	for (size_t i = 0; i < count; i++) {
		bool better = other->best[i] < first->best[i];
		bool earlier = other->best[i] == first->best[i] && other->best_draw[i] < first->best_draw[i];
		first->inside[i] += other->inside[i];
		if (better || earlier) {
			first->best[i] = other->best[i];
			first->best_draw[i] = other->best_draw[i];
		}
	}
}

/* The first hand works in the caller's thread; one that gets no thread is done without. */
static void hands_work(struct hand *hands, int count)
{
	int started = 1;

	while (started < count && pthread_create(&hands[started].thread, NULL, hand_work, &hands[started]) == 0)
		started++;
	hand_work(&hands[0]);
	for (int i = 1; i < started; i++) {
		pthread_join(hands[i].thread, NULL);
		hand_join(&hands[0], &hands[i]);
	}
}

/* ---- the answer */

/* The place below which at most 1 in 40 draws lie, seen from either end. */
static void interval_find(struct robust_share *share, const uint32_t *places, int count, int draws)
{
	int64_t most = draws / 40, below = 0, above = 0;
	int low = 0, high = count - 1;

	while ((below += places[low]) <= most)
		low++;
	while ((above += places[high]) <= most)
		high--;
	share->low = low + 1;
	share->high = high + 1;
	share->worst = count;
	while (places[share->worst - 1] == 0)
		share->worst--;
}

static void answer_fill(struct robust *out, struct hand *hand)
{
	const struct robust_problem *problem = hand->work->problem;
	int count = problem->measure_count;

	*out = (struct robust){.measure_count = count, .draws = problem->draws, .places = hand->places};
	out->shares = memory_take(((size_t)count + 1) * sizeof(*out->shares));
	hand->places = NULL;
	for (int i = 0; i < count; i++) {
		out->shares[i] = (struct robust_share){
			.inside = hand->inside[i], .best = hand->best[i] + 1, .best_draw = hand->best_draw[i]};
		interval_find(&out->shares[i], out->places + (size_t)i * (size_t)count, count, problem->draws);
	}
}

bool robust_calculate(const struct robust_problem *problem, struct robust_watch *watch, struct robust *out)
{
	struct work work;
	struct hand hands[ROBUST_THREADS];
	int threads = problem->threads < ROBUST_THREADS ? problem->threads : ROBUST_THREADS;

	assert(threads > 0 && problem->draws > 0 && problem->measure_count <= ROBUST_MEASURES);
	work_prepare(&work, problem, watch);
	for (int i = 0; i < threads; i++)
		hand_init(&hands[i], &work);
	hands_work(hands, threads);
	bool whole = !atomic_load(&watch->stop);
	if (whole)
		answer_fill(out, &hands[0]);
	for (int i = 0; i < threads; i++)
		hand_done(&hands[i]);
	work_done(&work);
	return whole;
}

void robust_done(struct robust *robust)
{
	free(robust->shares);
	free(robust->places);
	*robust = (struct robust){0};
}

void robust_weights(const struct robust_problem *problem, int draw, int parts[WEIGHTING_CRITERIA])
{
	struct chance chance;

	chance_start(&chance, problem->seed, (uint64_t)draw);
	weighting_draw(&problem->weighting, &chance, parts);
}

int robust_per_cent(int draws_inside, int draws)
{
	int per_cent = (int)((200 * (int64_t)draws_inside + draws) / (2 * (int64_t)draws));

	if (draws_inside > 0 && per_cent == 0)
		return 1;
	return draws_inside < draws && per_cent == 100 ? 99 : per_cent;
}

/* |p − q| < 1.96·√((p(1−p) + q(1−q)) / N), squared and without dividing; 1.96² is 3.8416. */
bool robust_alike(int first, int second, int draws)
{
	__int128 apart = first - second, n = draws;
	__int128 noise = (__int128)first * (draws - first) + (__int128)second * (draws - second);

	return first == second || apart * apart * n * 10000 < noise * 38416;
}
