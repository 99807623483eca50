/* Shares of a joint measure. Invariant: a share belongs to its participant's anchoring, whose event tells of it; when a
 * measure is split, the shares add up to what is sought, to the öre. */
#include "casework/share.h"
#include "casework/grow.h"
#include "casework/measure_inner.h"

#include "base/money.h"
#include "base/text.h"
#include "base/words.h"

/* ---- reading */

bool share_list_load(struct casework *cw, int64_t application, struct share_list *out, struct error *err)
{
	struct share_list list = {0};
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_SHARE_LIST, BINDS(BIND("application", application)), &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows)) {
		GROW(&list.arena, list.items, list.count);
		list.items[list.count++] = (struct share){.participant = rows_number(&rows, "participant"),
			.region = rows_text(&rows, "region", &list.arena),
			.region_short = rows_text(&rows, "region_short", &list.arena),
			.measure = rows_number(&rows, "measure"),
			.measure_n = (int)rows_number(&rows, "measure_n"),
			.ore = rows_number(&rows, "ore")};
	}
	if (!rows_done(&rows, err)) {
		share_list_done(&list);
		return false;
	}
	*out = list;
	return true;
}

void share_list_done(struct share_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct share_list){0};
}

int64_t share_of(const struct share_list *list, int64_t participant, int64_t measure)
{
	for (int i = 0; i < list->count; i++)
		if (list->items[i].participant == participant && list->items[i].measure == measure)
			return list->items[i].ore;
	return MONEY_UNKNOWN;
}

int64_t share_sum(const struct share_list *list, int64_t measure, int *count)
{
	struct money_sum sum = {0};

	for (int i = 0; i < list->count; i++)
		if (list->items[i].measure == measure)
			money_sum_add(&sum, list->items[i].ore);
	if (count)
		*count = (int)sum.known;
	return sum.ore;
}

void share_parts(int64_t ore, const int64_t *weights, int count, int64_t *parts)
{
	int64_t whole = 0, rest = ore;

	for (int i = 0; i < count; i++)
		whole += weights[i];
	for (int i = 0; i < count; i++) {
		bool fits = money_part_down(ore, weights[i], whole, &parts[i]);

		assert(fits);
		rest -= parts[i];
	}
	for (int i = 0; i < count; i++) {
		bool one = rest > 0 && weights[i] > 0;

		parts[i] += one;
		rest -= one;
	}
}

/* ---- writing */

struct sharer {
	int64_t participant, version, ore;
	const char *region;
};
struct sharing {
	struct change *change;
	struct measure_standing measure;
	struct sharer *items;
	int count;
};

static bool sharing_load(struct change *change, int64_t measure, struct sharing *out, struct error *err)
{
	struct sharing sharing = {.change = change};
	struct rows rows;

	if (!may(change->cw, RIGHT_MEASURE_PUT, RELATION_NONE, err) ||
		!measure_look(change, measure, &sharing.measure, err) || !measure_is_open(&sharing.measure, err) ||
		!store_ask(change->store, SQL_SHARE_SHARERS, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&change->arena, sharing.items, sharing.count);
		sharing.items[sharing.count++] = (struct sharer){.participant = rows_number(&rows, "participant"),
			.version = rows_number(&rows, "version"),
			.region = rows_text(&rows, "region", &change->arena),
			.ore = rows_number(&rows, "ore")};
	}
	if (!rows_done(&rows, err))
		return false;
	*out = sharing;
	return true;
}

static bool anchoring_is(struct change *change, int64_t participant, bool *there, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_ANCHORING_STANDING, BINDS(BIND("participant", participant)), &rows, err))
		return false;
	*there = rows_next(&rows) && rows_bool(&rows, "there");
	return rows_done(&rows, err);
}

static bool share_write(struct sharing *sharing, const struct sharer *sharer, int64_t ore, struct error *err)
{
	struct change *change = sharing->change;
	struct binds gone = BINDS(BIND("participant", sharer->participant), BIND("measure", sharing->measure.id));
	const char *before = NULL;
	bool there, written;

	if (!anchoring_is(change, sharer->participant, &there, err) ||
		(there && !(before = change_facts(change, OBJECT_ANCHORING, sharer->participant, err))) ||
		!store_run(change->store, SQL_ANCHORING_TOUCH, BINDS(BIND("participant", sharer->participant)), err))
		return false;
	written = ore == MONEY_UNKNOWN ? store_run(change->store, SQL_SHARE_CLEAR, gone, err)
				       : store_run(change->store, SQL_SHARE_PUT,
						 BINDS(BIND("participant", sharer->participant),
							 BIND("measure", sharing->measure.id), BIND("ore", ore)),
						 err);
	return written &&
	       change_record(change, OBJECT_ANCHORING, sharer->participant, sharing->measure.application, before, err);
}

static bool one_put(struct change *change, int64_t measure, const char *region, int64_t ore, struct error *err)
{
	struct sharing sharing;

	if (ore != MONEY_UNKNOWN && (ore < 0 || ore > MONEY_MOST))
		return refuse(err, ERROR_INVALID, _("The share is negative or too large to be real."));
	if (!sharing_load(change, measure, &sharing, err))
		return false;
	for (int i = 0; i < sharing.count; i++)
		if (text_same(sharing.items[i].region, region))
			return share_write(&sharing, &sharing.items[i], ore, err);
	return refuse(err, ERROR_INVALID, _("The region does not take part in application %s. Nothing was saved."),
		sharing.measure.of.number);
}

bool share_put(struct casework *cw, const struct operation *op, int64_t measure, const char *region, int64_t ore,
	struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "share-put", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	return one_put(&change, measure, region, ore, err) ? change_commit(&change, err) : change_abandon(&change);
}

static bool sought_read(struct sharing *sharing, int64_t *out, struct error *err)
{
	struct rows rows;
	int64_t ore = MONEY_UNKNOWN;

	if (!store_ask(
		    sharing->change->store, SQL_SHARE_SOUGHT, BINDS(BIND("measure", sharing->measure.id)), &rows, err))
		return false;
	if (rows_next(&rows))
		ore = rows_number(&rows, "ore");
	if (!rows_done(&rows, err))
		return false;
	*out = ore;
	return ore != MONEY_UNKNOWN ||
	       refuse(err, ERROR_INVALID,
		       _("What is sought for measure %s.%d is not known for every year, and cannot be split."),
		       sharing->measure.of.number, sharing->measure.n);
}

static bool all_split(struct change *change, int64_t measure, struct error *err)
{
	struct sharing sharing;
	int64_t sought, staying = 0, *weights, *parts;

	if (!sharing_load(change, measure, &sharing, err) || !sought_read(&sharing, &sought, err))
		return false;
	weights = arena_take(&change->arena, ((size_t)sharing.count + 1) * sizeof *weights);
	parts = arena_take(&change->arena, ((size_t)sharing.count + 1) * sizeof *parts);
	for (int i = 0; i < sharing.count; i++)
		staying += weights[i] = sharing.items[i].ore != 0;
	if (!staying)
		return refuse(err, ERROR_INVALID, _("Every region has left the measure. Nothing was saved."));
	share_parts(sought, weights, sharing.count, parts);
	for (int i = 0; i < sharing.count; i++)
		if (weights[i] && parts[i] != sharing.items[i].ore &&
			!share_write(&sharing, &sharing.items[i], parts[i], err))
			return false;
	return change->part > 0 ||
	       refuse(err, ERROR_INVALID, _("The shares are split like that already. Nothing was changed."));
}

bool share_split(struct casework *cw, const struct operation *op, int64_t measure, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "share-split", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	return all_split(&change, measure, err) ? change_commit(&change, err) : change_abandon(&change);
}
