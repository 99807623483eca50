/* What there is to ask for: answers to control points that stop. Invariant: what is asked in a clock that still runs is
 * not proposed again. */
#include "casework/clock_inner.h"
#include "casework/grow.h"

#include "base/words.h"

static void candidate_read(struct rows *rows, const char *number, struct clock_candidates *list)
{
	struct arena *arena = &list->arena;
	const char *name = rows_text(rows, "name_sv", arena), *reason = rows_text(rows, "reason", arena),
		   *region = rows_text(rows, "region_short", arena), *about = NULL;
	int measure_n = (int)rows_number_or(rows, "measure_n", 0);
	struct clock_candidate *item;

	GROW(arena, list->items, list->count);
	item = &list->items[list->count];
	if (measure_n)
		about = arena_format(arena, "%s.%d", number, measure_n);
	else if (region)
		about = region;
	*item = (struct clock_candidate){
		.gate_answer = rows_number(rows, "id"),
		.measure = rows_number_or(rows, "measure", 0),
		.participant = rows_number_or(rows, "participant", 0),
		.measure_n = measure_n,
		.gate = rows_text(rows, "gate", arena),
		.answer = rows_text(rows, "answer", arena),
		.about = about,
	};
	item->text =
		arena_format(arena, "%s %s%s%s: %s", item->gate, name, about ? ", " : "", about ? about : "", reason);
	list->count += rows_bool(rows, "asked") ? 0 : 1;
}

bool clock_candidates_read(
	struct casework *cw, int64_t application, const char *kind, struct clock_candidates *list, struct error *err)
{
	int year = 0, n = 0;
	char number[16];
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_GATE_SUBJECT, BINDS(BIND("application", application)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		year = (int)rows_number(&rows, "year");
		n = (int)rows_number(&rows, "n");
		rows_number(&rows, "gate_version");
		rows_bool(&rows, "withdrawn");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!n)
		return refuse(err, ERROR_MISSING, _("There is no such application."));
	if (!application_number_short(cw, year, n, number, err) ||
		!store_ask(casework_store(cw), SQL_CLOCK_CANDIDATES,
			BINDS(BIND("application", application), BIND("way", clock_way(kind))), &rows, err))
		return false;
	while (rows_next(&rows))
		candidate_read(&rows, number, list);
	return rows_done(&rows, err);
}

bool clock_candidates_load(
	struct casework *cw, int64_t application, const char *kind, struct clock_candidates *out, struct error *err)
{
	struct clock_candidates list = {0};
	bool read;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&list.arena);
	read = clock_candidates_read(cw, application, kind, &list, err);
	store_look_done(casework_store(cw));
	if (!read) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void clock_candidates_done(struct clock_candidates *list)
{
	if (list)
		arena_done(&list->arena);
}
