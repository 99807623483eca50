/* A calculation beside the screen. Invariant: the thread touches nothing but its own problem and answer, and those are
 * read by others only once it has said that it is done. */
#include "tui/firmness.h"

#include "base/arena.h"

#include <pthread.h>

enum { HASTY_DRAWS = 2000, HASTY_WEIGHTINGS = 4 };
static bool hasty;

void firmness_hasten(void)
{
	hasty = true;
}

struct firmness {
	struct firm firm;
	struct firm_answer answer; /* of a quick one, robust alone */
	struct firm_watch watch;
	pthread_t thread;
	atomic_bool ready;
	bool quick;
	bool whole; /* not given up; the thread's until it is ready */
};

static void *firmness_work(void *closure)
{
	struct firmness *firmness = closure;

	firmness->whole = firmness->quick ? robust_calculate(&firmness->firm.robust, &firmness->watch.weightings,
						    &firmness->answer.robust)
					  : firm_answer(&firmness->firm, &firmness->watch, &firmness->answer);
	atomic_store(&firmness->ready, true);
	return NULL;
}

static struct firmness *work_begin(struct casework *cw, const struct firmness_wish *wish, bool quick)
{
	struct firmness *firmness = memory_take(sizeof(*firmness));
	struct error err;

	memset(firmness, 0, sizeof(*firmness));
	firmness->quick = quick;
	if (!firm_load(cw, wish->round, wish->year, &firmness->firm, &err)) {
		free(firmness);
		return NULL;
	}
	firmness->firm.robust.weighting.rule = wish->rule;
	if (hasty) {
		firmness->firm.robust.draws = HASTY_DRAWS;
		firmness->firm.weightings = HASTY_WEIGHTINGS;
	}
	if (firmness->firm.count == 0 || pthread_create(&firmness->thread, NULL, firmness_work, firmness) != 0) {
		firm_done(&firmness->firm);
		free(firmness);
		return NULL;
	}
	return firmness;
}

struct firmness *firmness_begin(struct casework *cw, int64_t round, int year)
{
	return work_begin(cw, &(struct firmness_wish){.round = round, .year = year}, true);
}

struct firmness *firmness_begin_all(struct casework *cw, const struct firmness_wish *wish)
{
	return work_begin(cw, wish, false);
}

bool firmness_ready(const struct firmness *firmness)
{
	return atomic_load(&firmness->ready);
}

int firmness_weightings(const struct firmness *firmness)
{
	return atomic_load(&firmness->watch.weightings.done);
}

int firmness_selections(const struct firmness *firmness)
{
	return atomic_load(&firmness->watch.selections.done);
}

void firmness_end(struct firmness *firmness)
{
	if (!firmness)
		return;
	atomic_store(&firmness->watch.weightings.stop, true);
	atomic_store(&firmness->watch.selections.stop, true);
	pthread_join(firmness->thread, NULL);
	if (firmness->whole)
		firm_answer_done(&firmness->answer);
	firm_done(&firmness->firm);
	free(firmness);
}

const struct firm_answer *firmness_answer(const struct firmness *firmness)
{
	return firmness->whole && !firmness->quick ? &firmness->answer : NULL;
}

const struct robust_share *firmness_share(const struct firmness *firmness, int64_t measure)
{
	int at = firmness->whole ? firm_find(&firmness->firm, measure) : -1;

	return at < 0 ? NULL : &firmness->answer.robust.shares[at];
}

int firmness_per_cent(const struct firmness *firmness, int64_t measure)
{
	const struct robust_share *share = firmness_share(firmness, measure);

	return share ? robust_per_cent(share->inside, firmness->answer.robust.draws) : -1;
}

const struct firm *firmness_firm(const struct firmness *firmness)
{
	return &firmness->firm;
}
