/* Two proposals side by side. Its one invariant: a row that is hidden in one of them says nothing in either. */
#include "rank_compare.h"

#include "base/words.h"
#include "rank_inner.h"

static const struct rank_row *row_of(const struct ranking *ranking, int64_t measure)
{
	for (int i = 0; i < ranking->count; i++) {
		if (ranking->items[i].measure == measure)
			return &ranking->items[i];
	}
	return NULL;
}

static bool hidden(const struct rank_row *row)
{
	return row && row->fit == RANK_HIDDEN;
}

static bool inside(const struct rank_row *row)
{
	return row && row->fit == RANK_INSIDE;
}

static int64_t more_of(const struct rank_row *before, const struct rank_row *after)
{
	int64_t from = before ? before->proposed_ore : 0, to = after ? after->proposed_ore : 0;

	return from == MONEY_UNKNOWN || to == MONEY_UNKNOWN ? MONEY_UNKNOWN : to - from;
}

static void pair_add(struct comparison *comparison, const struct rank_row *before, const struct rank_row *after)
{
	if (hidden(before) || hidden(after))
		return;
	struct compared *item = &comparison->items[comparison->count++];
	*item = (struct compared){.before = before, .after = after, .more_ore = more_of(before, after)};
	if (before && after && before->place && after->place)
		item->moved = before->place - after->place;
	item->fell_in = inside(after) && !inside(before);
	item->fell_out = inside(before) && !inside(after);
	comparison->moved += item->moved != 0;
	comparison->fell_in += item->fell_in;
	comparison->fell_out += item->fell_out;
}

void comparison_fill(struct comparison *comparison)
{
	struct ranking *before = &comparison->before, *after = &comparison->after;
	size_t most = (size_t)before->count + (size_t)after->count + 1;

	comparison->items = arena_take(&after->arena, most * sizeof(*comparison->items));
	for (int i = 0; i < after->count; i++)
		pair_add(comparison, row_of(before, after->items[i].measure), &after->items[i]);
	for (int i = 0; i < before->count; i++) {
		if (!row_of(after, before->items[i].measure))
			pair_add(comparison, &before->items[i], NULL);
	}
	comparison->more_ore = after->proposed_ore - before->proposed_ore;
}

/* At one moment: the two are compared as they stood together. */
static bool both_read(struct casework *cw, int64_t round, int before_n, int after_n, int year,
	struct comparison *comparison, struct error *err)
{
	if (!rank_read(cw, round, before_n, year, RANK_AS_ACTOR, &comparison->before, err))
		return false;
	if (rank_read(cw, round, after_n, year, RANK_AS_ACTOR, &comparison->after, err))
		return true;
	ranking_done(&comparison->before);
	return false;
}

bool comparison_load(struct casework *cw, int64_t round, int before_n, int after_n, int year, struct comparison *out,
	struct error *err)
{
	struct comparison comparison = {0};

	if (!rank_may(cw, year, err) || !store_look(casework_store(cw), err))
		return false;
	bool read = both_read(cw, round, before_n, after_n, year, &comparison, err);
	store_look_done(casework_store(cw));
	if (!read)
		return false;
	comparison_fill(&comparison);
	*out = comparison;
	return true;
}

void comparison_done(struct comparison *comparison)
{
	ranking_done(&comparison->before);
	ranking_done(&comparison->after);
}
