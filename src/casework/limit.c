/* Limits: dated rows with their source. Invariant: a limit is never changed or removed; the one in force on a day is
 * the latest that is valid from then or before. */
#include "casework/budget.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/bar.h"
#include "casework/change.h"
#include "casework/grow.h"

static void limit_read(struct rows *rows, struct limit_list *list)
{
	struct arena *arena = &list->arena;

	GROW(arena, list->items, list->count);
	list->items[list->count++] = (struct limit){
		.id = rows_number(rows, "id"),
		.round = rows_number_or(rows, "round", 0),
		.ore = rows_number(rows, "ore"),
		.kind = rows_text(rows, "kind", arena),
		.source = rows_text(rows, "source", arena),
		.valid_from = rows_text(rows, "valid_from", arena),
		.round_name = rows_text(rows, "round_name", arena),
		.year = (int)rows_number(rows, "year"),
		.in_force = rows_bool(rows, "in_force"),
	};
}

bool limit_list_load(struct casework *cw, struct limit_list *out, struct error *err)
{
	struct limit_list list = {0};
	char today[DAY_TEXT];
	struct rows rows;

	day_text(casework_today(cw), today);
	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_LIMIT_LIST, BINDS(BIND("today", (const char *)today)), &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows))
		limit_read(&rows, &list);
	if (!rows_done(&rows, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void limit_list_done(struct limit_list *list)
{
	if (list)
		arena_done(&list->arena);
}

static bool kind_is(const char *kind)
{
	return text_same(kind, "appropriation") || text_same(kind, "carried") || text_same(kind, "commitment") ||
	       text_same(kind, "round");
}

static bool values_fit(const struct limit_change *from, struct error *err)
{
	if (!kind_is(from->kind))
		return refuse(err, ERROR_INVALID,
			_("'%s' is no limit. There are: appropriation, carried, commitment, round."),
			from->kind ? from->kind : "");
	if (from->year < BUDGET_FIRST || from->year >= BUDGET_FIRST + BUDGET_YEARS)
		return refuse(err, ERROR_INVALID, _("%d is no payment year: grants are paid %d–%d (1 §)."), from->year,
			BUDGET_FIRST, BUDGET_FIRST + BUDGET_YEARS - 1);
	if (from->ore < 0 || from->ore > MONEY_MOST)
		return refuse(err, ERROR_INVALID, _("A limit is an amount of 0 or more. Nothing was saved."));
	if (text_same(from->kind, "round") != (from->round != 0))
		return refuse(err, ERROR_INVALID, _("A round is named for the round's own limit, and for no other."));
	if (!from->valid_from || day_read(from->valid_from) == DAY_NONE)
		return refuse(err, ERROR_INVALID, _("'%s' is no day. Write it as 2026-12-01."),
			from->valid_from ? from->valid_from : "");
	return true;
}

/* A limit that nobody can trace binds nobody. */
static bool source_read(struct change *change, const struct limit_change *from, const char **source, struct error *err)
{
	const char *typed = from->source ? from->source : "";

	if (!text_clean(&change->arena, typed, strlen(typed), false, source, err))
		return false;
	return !text_blank(*source) ||
	       refuse(err, ERROR_INVALID, _("A limit needs its source, such as the appropriation directions."));
}

static bool limit_is_free(struct change *change, const struct limit_change *from, struct error *err)
{
	const char *round_name = NULL;
	struct rows rows;
	bool taken = false;

	if (!store_ask(change->store, SQL_LIMIT_TAKEN,
		    BINDS(BIND("kind", from->kind), BIND("year", from->year),
			    BIND("round", from->round ? from->round : MONEY_UNKNOWN),
			    BIND("valid_from", from->valid_from)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		taken = rows_bool(&rows, "taken");
		round_name = rows_text(&rows, "round_name", &change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	if (from->round && !round_name)
		return refuse(err, ERROR_MISSING, _("There is no such round."));
	return !taken ||
	       refuse(err, ERROR_INVALID,
		       _("There is already such a limit for %d valid from %s. A new one is valid from another day; "
			 "the old one stays."),
		       from->year, from->valid_from);
}

static bool limit_write(struct change *change, const struct limit_change *from, struct error *err)
{
	const char *source;

	if (!values_fit(from, err) || !source_read(change, from, &source, err) || !limit_is_free(change, from, err))
		return false;
	return store_run(change->store, SQL_LIMIT_ADD,
		       BINDS(BIND("kind", from->kind), BIND("year", from->year),
			       BIND("round", from->round ? from->round : MONEY_UNKNOWN), BIND("ore", from->ore),
			       BIND("source", source), BIND("valid_from", from->valid_from)),
		       err) &&
	       change_record(change, OBJECT_LIMIT, store_last_id(change->store), 0, NULL, err);
}

bool limit_put(struct casework *cw, const struct operation *op, const struct limit_change *from, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "limit-put", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may_in_round(cw, RIGHT_LIMIT_PUT, RELATION_NONE, from->round, err) || !limit_write(&change, from, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
