/* Decisions as they are read. Invariant: a list holds every decision on the measure, the replaced ones too. */
#include "casework/decision.h"

#include "base/words.h"

static void decision_read(struct rows *rows, struct arena *arena, int64_t measure, struct decision *decision)
{
	*decision = (struct decision){
		.id = rows_number(rows, "id"),
		.measure = measure,
		.replaces = rows_number(rows, "replaces"),
		.n = (int)rows_number(rows, "n"),
		.outcome = rows_text(rows, "outcome", arena),
		.decided_on = rows_text(rows, "decided_on", arena),
		.meeting = rows_text(rows, "meeting", arena),
		.ground = rows_text(rows, "ground", arena),
		.provisions = rows_text(rows, "provisions", arena),
		.reasons = rows_text(rows, "reasons", arena),
		.recorded_by = rows_text(rows, "recorded_by", arena),
		.recorded_at = rows_text(rows, "recorded_at", arena),
		.valid = rows_bool(rows, "valid"),
	};
}

static bool decisions_load(struct store *store, int64_t measure, struct decision_list *list, struct error *err)
{
	size_t room = 0;
	struct rows rows;

	if (!store_ask(store, SQL_DECISION_LIST, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		if ((size_t)list->count == room) {
			room = room ? room * 2 : 2;
			list->items =
				arena_grow(&list->arena, list->items, (size_t)list->count, sizeof *list->items, room);
		}
		decision_read(&rows, &list->arena, measure, &list->items[list->count++]);
	}
	return rows_done(&rows, err);
}

static bool amounts_load(struct store *store, struct decision *decision, struct error *err)
{
	int room = (int)(sizeof decision->amounts / sizeof decision->amounts[0]);
	struct rows rows;

	if (!store_ask(store, SQL_DECISION_AMOUNTS, BINDS(BIND("decision", decision->id)), &rows, err))
		return false;
	while (decision->amount_count < room && rows_next(&rows)) {
		struct decision_amount *amount = &decision->amounts[decision->amount_count++];

		amount->year = (int)rows_number(&rows, "year");
		amount->ore = rows_number(&rows, "ore");
		decision->granted_ore += amount->ore;
	}
	return rows_done(&rows, err);
}

static bool points_load(struct store *store, struct arena *arena, struct decision *decision, struct error *err)
{
	size_t room = 0;
	struct rows rows;

	if (!store_ask(store, SQL_DECISION_POINTS, BINDS(BIND("decision", decision->id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct decision_point *point;

		if ((size_t)decision->point_count == room) {
			room = room ? room * 2 : 10;
			decision->points = arena_grow(
				arena, decision->points, (size_t)decision->point_count, sizeof *decision->points, room);
		}
		point = &decision->points[decision->point_count++];
		point->number = (int)rows_number(&rows, "number");
		point->title[0] = rows_text(&rows, "title_en", arena);
		point->title[1] = rows_text(&rows, "title_sv", arena);
		point->text = rows_text(&rows, "text", arena);
	}
	return rows_done(&rows, err);
}

bool decision_list_load(struct casework *cw, int64_t measure, struct decision_list *out, struct error *err)
{
	struct store *store = casework_store(cw);
	struct decision_list list = {0};
	bool loaded;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&list.arena);
	loaded = decisions_load(store, measure, &list, err);
	for (int i = 0; loaded && i < list.count; i++)
		loaded = amounts_load(store, &list.items[i], err) &&
			 points_load(store, &list.arena, &list.items[i], err);
	if (!loaded) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void decision_list_done(struct decision_list *list)
{
	if (list)
		arena_done(&list->arena);
}
