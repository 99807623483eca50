/* A calculation beside the screen. Invariant: the thread touches nothing but its own problem and answer, and those are
 * read by others only once it has said that it is done. */
#include "tui/firmness.h"

#include "base/arena.h"

#include <pthread.h>

struct firmness {
	struct firm firm;
	struct robust robust;
	struct robust_watch watch;
	pthread_t thread;
	atomic_bool ready;
	bool whole; /* not given up; the thread's until it is ready */
};

static void *firmness_work(void *closure)
{
	struct firmness *firmness = closure;

	firmness->whole = robust_calculate(&firmness->firm.robust, &firmness->watch, &firmness->robust);
	atomic_store(&firmness->ready, true);
	return NULL;
}

struct firmness *firmness_begin(struct casework *cw, int64_t round, int year)
{
	struct firmness *firmness = memory_take(sizeof(*firmness));
	struct error err;

	memset(firmness, 0, sizeof(*firmness));
	if (!firm_load(cw, round, year, &firmness->firm, &err)) {
		free(firmness);
		return NULL;
	}
	if (firmness->firm.count == 0 || pthread_create(&firmness->thread, NULL, firmness_work, firmness) != 0) {
		firm_done(&firmness->firm);
		free(firmness);
		return NULL;
	}
	return firmness;
}

bool firmness_ready(const struct firmness *firmness)
{
	return atomic_load(&firmness->ready);
}

void firmness_end(struct firmness *firmness)
{
	if (!firmness)
		return;
	atomic_store(&firmness->watch.stop, true);
	pthread_join(firmness->thread, NULL);
	if (firmness->whole)
		robust_done(&firmness->robust);
	firm_done(&firmness->firm);
	free(firmness);
}

const struct robust_share *firmness_share(const struct firmness *firmness, int64_t measure)
{
	int at = firmness->whole ? firm_find(&firmness->firm, measure) : -1;

	return at < 0 ? NULL : &firmness->robust.shares[at];
}

int firmness_per_cent(const struct firmness *firmness, int64_t measure)
{
	const struct robust_share *share = firmness_share(firmness, measure);

	return share ? robust_per_cent(share->inside, firmness->robust.draws) : -1;
}

const struct firm *firmness_firm(const struct firmness *firmness)
{
	return &firmness->firm;
}
