/* The proposals of a round. Invariant: what is counted and summed of each is what the actor may see of it. */
#include "rank_inner.h"

#include "casework/grow.h"

static void proposal_take(struct rows *rows, struct proposal_list *list)
{
	struct arena *arena = &list->arena;

	GROW(arena, list->items, list->count);
	list->items[list->count++] = (struct proposal){
		.n = (int)rows_number(rows, "n"),
		.made_at = rows_text(rows, "made_at", arena),
		.made_by = rows_text(rows, "made_by", arena),
		.locked_at = rows_text(rows, "locked_at", arena),
		.locked_by = rows_text(rows, "locked_by", arena),
		.saved = rows_bool(rows, "saved"),
		.name = rows_text(rows, "name", arena),
	};
}

static bool rows_count(struct casework *cw, int64_t round, struct proposal_list *list, struct error *err)
{
	for (int i = 0; i < list->count; i++) {
		struct proposal *proposal = &list->items[i];
		struct ranking ranking;

		if (!rank_read(cw, round, proposal->n, 0, RANK_AS_ACTOR, &ranking, err))
			return false;
		proposal->rows = ranking.count;
		proposal->inside = ranking.inside;
		proposal->proposed_ore = ranking.proposed_ore;
		if (ranking.hidden)
			proposal->name = "";
		ranking_done(&ranking);
	}
	return true;
}

static bool list_read(struct casework *cw, int64_t round, struct proposal_list *list, struct error *err)
{
	struct ranking newest;
	struct rows rows;

	if (!rank_read(cw, round, 0, 0, RANK_AS_ACTOR, &newest, err))
		return false;
	ranking_done(&newest);
	if (!store_ask(casework_store(cw), SQL_RANK_PROPOSALS, BINDS(BIND("round", round)), &rows, err))
		return false;
	while (rows_next(&rows))
		proposal_take(&rows, list);
	return rows_done(&rows, err) && rows_count(cw, round, list, err);
}

bool proposal_list_load(struct casework *cw, int64_t round, struct proposal_list *out, struct error *err)
{
	struct proposal_list list = {0};

	if (!rank_may(cw, 0, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&list.arena);
	bool read = list_read(cw, round, &list, err);
	store_look_done(casework_store(cw));
	if (read)
		*out = list;
	else
		arena_done(&list.arena);
	return read;
}

void proposal_list_done(struct proposal_list *list)
{
	if (list)
		arena_done(&list->arena);
}
