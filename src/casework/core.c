/* The core index: see core.h. Its one invariant: what a weighting asks depends on the problem and its own number alone.
 */
#include "core.h"

#include "base/arena.h"

enum {
	FINE = 55440, /* a step of the scale: any count up to twelve assessors divides it */
	PULL = 99,    /* hundredths of the weighting; the last is the agreed one */
	EDGES = 128,
};
/* 100 · WEIGHTING_WHOLE · 4 · FINE is the most a measure can be worth. */
_Static_assert(INT64_C(100) * WEIGHTING_WHOLE * 4 * FINE <= INT64_C(1000000000000), "the solver takes no more");

static const uint64_t apart = UINT64_C(1) << 40; /* streams of chance that no draw of robust.h has */

/* ---- what a weighting asks */

/* Points of one voice in FINE, drawn within its span when there is a chance to draw from. */
static int64_t voice_points(const struct voice *voice, struct chance *chance)
{
	int width = voice->high - voice->low;

	if (!chance || width == 0 || voice->assessor == VOICE_AGREED)
		return (int64_t)voice->points * FINE;
	return (int64_t)voice->low * FINE + chance_below(chance, (uint32_t)(width * FINE) + 1);
}

struct heard {
	int64_t sums[WEIGHTING_CRITERIA];
	int count[WEIGHTING_CRITERIA]; /* below 0: agreed on */
};

static void voices_hear(const struct core_problem *problem, struct chance *chance, struct heard *heard)
{
	for (int v = 0; v < problem->voice_count; v++) {
		const struct voice *voice = &problem->voices[v];
		struct heard *of = &heard[voice->measure];
		int64_t points = voice_points(voice, chance);

		if (voice->assessor == VOICE_AGREED) {
			of->sums[voice->criterion] = points;
			of->count[voice->criterion] = -1;
		} else if (of->count[voice->criterion] >= 0) {
			of->sums[voice->criterion] += points;
			of->count[voice->criterion]++;
		}
	}
}

/* Which weighting: the agreed one, an edge, or one by chance; the chance then goes on to draw scores. */
static struct chance *weights_choose(
	const struct core_problem *problem, int which, struct chance *chance, int parts[WEIGHTING_CRITERIA])
{
	static const size_t row = sizeof(int[WEIGHTING_CRITERIA]);
	int(*edges)[WEIGHTING_CRITERIA] = memory_take(EDGES * row);
	int most = problem->weightings / 2 < EDGES ? problem->weightings / 2 : EDGES;
	int count = weighting_edges(&problem->weighting, most, edges);
	bool drawn = which > count;

	chance_start(chance, problem->seed, apart + (uint64_t)which);
	if (which == 0)
		weighting_agreed(&problem->weighting, parts);
	else if (drawn)
		weighting_draw(&problem->weighting, chance, parts);
	else
		memcpy(parts, edges[which - 1], row);
	free(edges);
	return drawn ? chance : NULL;
}

void core_values(const struct core_problem *problem, int which, int64_t *values)
{
	int count = problem->optimum->count, parts[WEIGHTING_CRITERIA], agreed[WEIGHTING_CRITERIA];
	struct heard *heard = memory_take(((size_t)count + 1) * sizeof(*heard));
	struct chance start, *chance = weights_choose(problem, which, &start, parts);

	memset(heard, 0, (size_t)count * sizeof(*heard));
	weighting_agreed(&problem->weighting, agreed);
	voices_hear(problem, chance, heard);
	for (int i = 0; i < count; i++) {
		values[i] = 0;
		for (int k = 0; k < problem->weighting.criteria && !problem->out[i]; k++) {
			int voices = heard[i].count[k] < 0 ? 1 : heard[i].count[k];
			if (voices > 0)
				values[i] += (PULL * (int64_t)parts[k] + (100 - PULL) * (int64_t)agreed[k]) *
					     (heard[i].sums[k] / voices);
		}
	}
	free(heard);
}

/* ---- different selections */

struct search {
	const struct core_problem *problem;
	uint8_t *found; /* [selection · measures + measure]: 0 nothing, 1 in part, 2 whole */
	int count;
};

static bool found_already(const struct search *search, const uint8_t *selection)
{
	size_t bytes = (size_t)search->problem->optimum->count;

	for (int i = 0; i < search->count; i++) {
		if (memcmp(search->found + (size_t)i * bytes, selection, bytes) == 0)
			return true;
	}
	return false;
}

/* The room for the next selection is where it is written, and it stays there when it is new. */
static void selection_keep(struct search *search, const struct optimum *optimum)
{
	uint8_t *selection = search->found + (size_t)search->count * (size_t)optimum->count;

	for (int i = 0; i < optimum->count; i++)
		selection[i] = search->problem->out[i] ? 0 : (uint8_t)(optimum->parts[i].any + optimum->parts[i].whole);
	if (!found_already(search, selection))
		search->count++;
}

static bool all_solved(struct search *search, struct optimum_work *work, struct robust_watch *watch, struct error *err)
{
	for (int which = 0; which < search->problem->weightings; which++) {
		struct optimum optimum;
		if (atomic_load(&watch->stop) || !optimum_next(work, &optimum, err))
			return false;
		selection_keep(search, &optimum);
		optimum_done(&optimum);
		atomic_fetch_add(&watch->done, 1);
	}
	return true;
}

static bool series_solve(
	struct search *search, const struct optimum_problem *optimum, struct robust_watch *watch, struct error *err)
{
	struct optimum_work work;

	if (!optimum_begin(optimum, &work, err))
		return false;
	bool solved = all_solved(search, &work, watch, err);
	optimum_end(&work);
	return solved;
}

static void answer_fill(struct search *search, struct core *out)
{
	int count = search->problem->optimum->count;

	*out = (struct core){.count = count, .portfolios = search->count, .weightings = search->problem->weightings};
	out->selections = search->found;
	search->found = NULL;
	out->held = memory_take(((size_t)count + 1) * sizeof(*out->held));
	for (int i = 0; i < count; i++) {
		out->held[i] = search->problem->out[i] ? -1 : 0;
		for (int s = 0; s < search->count && !search->problem->out[i]; s++)
			out->held[i] += out->selections[(size_t)s * (size_t)count + (size_t)i] > 0;
	}
}

bool core_calculate(const struct core_problem *problem, struct robust_watch *watch, struct core *out, struct error *err)
{
	size_t count = (size_t)problem->optimum->count, weightings = (size_t)problem->weightings;
	struct optimum_problem optimum = *problem->optimum;
	struct search search = {.problem = problem, .found = memory_take((count + 1) * (weightings + 1))};
	int64_t *values = memory_take((count * weightings + 1) * sizeof(*values));

	assert(problem->weightings > 0);
	for (int which = 0; which < problem->weightings && !atomic_load(&watch->stop); which++)
		core_values(problem, which, values + (size_t)which * count);
	optimum.values = values;
	optimum.series = problem->weightings;
	optimum.stop = &watch->stop;
	bool solved = !atomic_load(&watch->stop) && series_solve(&search, &optimum, watch, err);
	if (solved)
		answer_fill(&search, out);
	free(values);
	free(search.found);
	return solved;
}

void core_done(struct core *core)
{
	free(core->held);
	free(core->selections);
	*core = (struct core){0};
}

enum core_class core_class(int held, int portfolios)
{
	if (held < 0 || portfolios == 0)
		return CORE_NONE;
	if (100 * (int64_t)held >= (int64_t)CORE_OFTEN * portfolios)
		return CORE_FITS_OFTEN;
	return 100 * (int64_t)held <= (int64_t)CORE_SELDOM * portfolios ? CORE_FITS_SELDOM : CORE_DISCUSS;
}
