/* The solver beside the screen. Invariant: a selection belongs to the thread until it is handed over, one at a time and
 * under the lock. */
#include "tui/solving.h"

#include <pthread.h>

struct solving {
	struct firm firm;
	pthread_t thread;
	atomic_bool stop, ready;
	pthread_mutex_t lock;
	struct optimum come; /* handed over, not yet taken */
	bool some;
	struct optimum best; /* the screen's own */
	bool taken;
	struct error err; /* the thread's until it is ready */
	bool proven;
};

static void hand_over(struct solving *solving, const struct optimum *better)
{
	pthread_mutex_lock(&solving->lock);
	if (solving->some)
		optimum_done(&solving->come);
	solving->come = *better;
	solving->some = true;
	pthread_mutex_unlock(&solving->lock);
}

static void *solving_work(void *closure)
{
	struct solving *solving = closure;
	struct optimum_work work;
	struct optimum better;

	if (optimum_begin(&solving->firm.optimum, &work, &solving->err)) {
		while (!solving->proven && optimum_next(&work, &better, &solving->err)) {
			solving->proven = better.best;
			hand_over(solving, &better);
		}
		optimum_end(&work);
	}
	atomic_store(&solving->ready, true);
	return NULL;
}

struct solving *solving_begin(struct casework *cw, int64_t round, int year, struct error *err)
{
	struct solving *solving = memory_take(sizeof(*solving));

	*solving = (struct solving){0};
	if (!firm_load(cw, round, year, &solving->firm, err)) {
		free(solving);
		return NULL;
	}
	solving->firm.optimum.stop = &solving->stop;
	pthread_mutex_init(&solving->lock, NULL);
	if (pthread_create(&solving->thread, NULL, solving_work, solving) == 0)
		return solving;
	pthread_mutex_destroy(&solving->lock);
	firm_done(&solving->firm);
	free(solving);
	refuse(err, ERROR_BUSY, "%s", strerror(EAGAIN));
	return NULL;
}

void solving_end(struct solving *solving)
{
	if (!solving)
		return;
	atomic_store(&solving->stop, true);
	pthread_join(solving->thread, NULL);
	if (solving->some)
		optimum_done(&solving->come);
	if (solving->taken)
		optimum_done(&solving->best);
	pthread_mutex_destroy(&solving->lock);
	firm_done(&solving->firm);
	free(solving);
}

bool solving_ready(const struct solving *solving)
{
	return atomic_load(&solving->ready);
}

const struct optimum *solving_best(struct solving *solving)
{
	pthread_mutex_lock(&solving->lock);
	if (solving->some) {
		if (solving->taken)
			optimum_done(&solving->best);
		solving->best = solving->come;
		solving->some = false;
		solving->taken = true;
	}
	pthread_mutex_unlock(&solving->lock);
	return solving->taken ? &solving->best : NULL;
}

const char *solving_why(const struct solving *solving)
{
	return solving->proven ? NULL : solving->err.text;
}

const struct firm *solving_firm(const struct solving *solving)
{
	return &solving->firm;
}
