/* What there is to assess in a round, and how many assess each. Invariant: nothing the actor is barred from is among
 * it.
 */
#include "casework/bar.h"
#include "casework/grow.h"
#include "casework/progress.h"

static void measure_read(struct rows *rows, struct progress_measures *list, const struct bars *bars, int64_t round)
{
	struct arena *arena = &list->arena;
	struct progress_measure measure = {
		.measure = rows_number(rows, "measure"),
		.application = rows_number(rows, "application"),
		.year = (int)rows_number(rows, "year"),
		.application_n = (int)rows_number(rows, "application_n"),
		.n = (int)rows_number(rows, "n"),
		.title = rows_text(rows, "title", arena),
		.lead_short = rows_text(rows, "lead_short", arena),
		.assessors = (int)rows_number(rows, "assessors"),
	};

	if (bars_hold(bars, measure.application, round))
		return;
	GROW(arena, list->items, list->count);
	list->items[list->count++] = measure;
}

static int measure_compare(const void *a, const void *b)
{
	const struct progress_measure *first = a, *second = b;
	int by = first->assessors - second->assessors;

	by = by ? by : first->year - second->year;
	by = by ? by : first->application_n - second->application_n;
	return by ? by : first->n - second->n;
}

bool progress_measures_load(struct casework *cw, int64_t round, struct progress_measures *out, struct error *err)
{
	struct progress_measures list = {0};
	struct bars bars;
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&list.arena);
	bool read = bars_load(cw, &list.arena, &bars, err) &&
		    store_ask(casework_store(cw), SQL_PROGRESS_MEASURES, BINDS(BIND("round", round)), &rows, err);
	if (read) {
		while (rows_next(&rows))
			measure_read(&rows, &list, &bars, round);
		read = rows_done(&rows, err);
	}
	store_look_done(casework_store(cw));
	if (!read) {
		arena_done(&list.arena);
		return false;
	}
	if (list.count)
		qsort(list.items, (size_t)list.count, sizeof(*list.items), measure_compare);
	*out = list;
	return true;
}

void progress_measures_done(struct progress_measures *measures)
{
	if (measures)
		arena_done(&measures->arena);
}
