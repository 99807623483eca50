/* Application rounds. Invariant: once answers or scores lean on a round's versions of control points and criteria, the
 * round keeps those versions. */
#include "casework/round.h"
#include "casework/bar.h"
#include "casework/change.h"
#include "casework/office.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

static void round_read(struct rows *rows, struct arena *arena, struct round *round)
{
	round->id = rows_number(rows, "id");
	round->version = rows_number(rows, "version");
	round->name = rows_text(rows, "name", arena);
	round->title = rows_text(rows, "title", arena);
	round->year = (int)rows_number(rows, "year");
	round->opens_on = rows_text(rows, "opens_on", arena);
	round->closes_on = rows_text(rows, "closes_on", arena);
	round->criteria_version = rows_number(rows, "criteria_version");
	round->gate_version = rows_number(rows, "gate_version");
	round->applications = (int)rows_number(rows, "applications");
}

bool round_list_load(struct casework *cw, struct round_list *out, struct error *err)
{
	struct round_list list = {0};
	struct rows rows;

	if (!store_ask(cw->store, SQL_ROUND_LIST, BINDS_NONE, &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows)) {
		if (!(list.count & (list.count - 1)))
			list.items = arena_grow(&list.arena, list.items, (size_t)list.count, sizeof *list.items,
				list.count ? (size_t)list.count * 2 : 1);
		round_read(&rows, &list.arena, &list.items[list.count++]);
	}
	if (!rows_done(&rows, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void round_list_done(struct round_list *list)
{
	if (list)
		arena_done(&list->arena);
}

bool round_worked(struct casework *cw, int64_t *round, char *name, size_t room, struct error *err)
{
	struct arena arena;
	struct rows rows;

	if (!store_ask(cw->store, SQL_ROUND_WORKED, BINDS(BIND("round", *round)), &rows, err))
		return false;
	arena_init(&arena);
	while (rows_next(&rows)) {
		*round = rows_number(&rows, "id");
		snprintf(name, room, "%s", rows_text(&rows, "name", &arena));
	}
	arena_done(&arena);
	return rows_done(&rows, err);
}

static void round_copy(struct arena *arena, const struct round *from, struct round *out)
{
	*out = *from;
	out->name = arena_text(arena, from->name);
	out->title = arena_text(arena, from->title);
	out->opens_on = arena_text(arena, from->opens_on);
	out->closes_on = arena_text(arena, from->closes_on);
}

static bool round_refuse(const struct round_list *list, const char *wanted, struct error *err)
{
	struct buffer names;

	buffer_init(&names);
	for (int i = 0; i < list->count; i++)
		buffer_format(&names, "%s%s", i ? ", " : "", list->items[i].name);
	if (!list->count)
		refuse(err, ERROR_MISSING, _("There is no round yet. Add one: kansli round add."));
	else if (wanted)
		refuse(err, ERROR_MISSING, _("There is no round '%s'. There are: %s."), wanted, names.text);
	else
		refuse(err, ERROR_INVALID, _("Which round? Say --round. There are: %s."), names.text);
	buffer_done(&names);
	return false;
}

bool round_find(struct casework *cw, const char *wanted, struct arena *arena, struct round *out, struct error *err)
{
	struct round_list list;
	const struct round *found = NULL;
	bool ok = true;

	if (!round_list_load(cw, &list, err))
		return false;
	for (int i = 0; i < list.count; i++)
		if (wanted ? !strcmp(list.items[i].name, wanted) : list.count == 1)
			found = &list.items[i];
	if (found)
		round_copy(arena, found, out);
	else
		ok = round_refuse(&list, wanted, err);
	round_list_done(&list);
	return ok;
}

static bool versions_exist(struct change *change, const struct round_change *from, struct error *err)
{
	struct rows rows;
	bool criteria = false, gates = false;

	if (!store_ask(change->store, SQL_ROUND_VERSIONS_EXIST,
		    BINDS(BIND("criteria_version", from->criteria_version), BIND("gate_version", from->gate_version)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		criteria = rows_bool(&rows, "criteria");
		gates = rows_bool(&rows, "gates");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!criteria)
		return refuse(err, ERROR_INVALID, _("Criteria: there is no adopted version %lld."),
			(long long)from->criteria_version);
	return gates || refuse(err, ERROR_INVALID, _("Control points: there is no version %lld."),
				(long long)from->gate_version);
}

static bool round_valid(struct change *change, const struct round_change *from, struct error *err)
{
	day opens, closes;

	if (text_blank(from->name) || strpbrk(from->name, " \t\n:/"))
		return refuse(err, ERROR_INVALID, _("Round: a short name without blanks is needed, such as 2026."));
	if (text_blank(from->title))
		return refuse(err, ERROR_INVALID, _("Title: a round needs a title."));
	if (from->year < 2025 || from->year > 2030)
		return refuse(err, ERROR_INVALID, _("Year: %d. Grants may be given 2025–2030 (1 §)."), from->year);
	opens = day_read(from->opens_on ? from->opens_on : "");
	closes = day_read(from->closes_on ? from->closes_on : "");
	if (opens == DAY_NONE || closes == DAY_NONE || closes < opens)
		return refuse(err, ERROR_INVALID,
			_("A round opens on one day and closes on a later one: 2026-08-01, 2026-09-15."));
	return versions_exist(change, from, err);
}

#define ROUND_BINDS(from)                                                                                              \
	BIND("name", (from)->name), BIND("title", (from)->title), BIND("year", (from)->year),                          \
		BIND("opens_on", (from)->opens_on), BIND("closes_on", (from)->closes_on),                              \
		BIND("criteria_version", (from)->criteria_version), BIND("gate_version", (from)->gate_version)

bool round_add(struct casework *cw, const struct operation *op, const struct round_change *from, int64_t *id,
	struct error *err)
{
	struct change change;
	int64_t made;

	if (!change_begin(&change, cw, op, "round-add", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!may(cw, RIGHT_ROUND_PUT, 0, err) || !round_valid(&change, from, err) ||
		!store_run(cw->store, SQL_ROUND_INSERT, BINDS(ROUND_BINDS(from)), err))
		return change_abandon(&change);
	made = store_last_id(cw->store);
	if (!change_record(&change, OBJECT_ROUND, made, 0, NULL, err))
		return change_abandon(&change);
	if (id)
		*id = made;
	return change_commit(&change, err);
}

/* The version, and that what leans on the old versions does not lose them. */
static bool round_may_change(struct change *change, int64_t round, const struct round_change *from, struct error *err)
{
	struct rows rows;
	int64_t version = 0, criteria = 0, gates = 0;
	bool scored = false, answered = false;

	if (!store_ask(change->store, SQL_ROUND_LEAN, BINDS(BIND("id", round)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		version = rows_number(&rows, "version");
		criteria = rows_number(&rows, "criteria_version");
		gates = rows_number(&rows, "gate_version");
		scored = rows_bool(&rows, "scored");
		answered = rows_bool(&rows, "answered");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!version)
		return refuse(err, ERROR_MISSING, _("There is no such round."));
	if (scored && criteria != from->criteria_version)
		return refuse(err, ERROR_INVALID,
			_("Measures of the round are scored under version %lld of the criteria; it stays. Another "
			  "adopted "
			  "version is put on the round among the criteria, where its effect is shown first."),
			(long long)criteria);
	if (answered && gates != from->gate_version)
		return refuse(err, ERROR_INVALID,
			_("Control points of the round are answered under version %lld; it stays."), (long long)gates);
	return change_fresh(change, OBJECT_ROUND, round, version, err);
}

bool round_change(struct casework *cw, const struct operation *op, int64_t round, const struct round_change *from,
	struct error *err)
{
	struct change change;
	const char *before;

	if (!change_begin(&change, cw, op, "round-change", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may_in_round(cw, RIGHT_ROUND_PUT, 0, round, err) || !round_valid(&change, from, err) ||
		!round_may_change(&change, round, from, err) ||
		!(before = change_facts(&change, OBJECT_ROUND, round, err)) ||
		!store_run(cw->store, SQL_ROUND_UPDATE, BINDS(BIND("id", round), ROUND_BINDS(from)), err) ||
		!change_record(&change, OBJECT_ROUND, round, 0, before, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
