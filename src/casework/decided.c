/* Who decided, from the sitting or as typed. Invariant: no decision without deciders and a presenter, and nothing about
 * an item that was not decided there. */
#include "casework/decided.h"

#include "casework/field.h"
#include "casework/grow.h"

#include "base/words.h"

struct names {
	const char **items;
	int count;
};
struct item {
	int64_t application;
	const char *on, *outcome, *ruling, *presenter;
	bool chair;           /* there, and not barred */
	int members, present; /* beside the chair: called, and there */
	struct names deciders, others;
};

static void name_add(struct arena *arena, struct names *to, const char *name)
{
	GROW(arena, to->items, to->count);
	to->items[to->count++] = name;
}

/* "A, B och C" */
static const char *names_join(struct arena *arena, const struct names *names)
{
	const char *text = "";

	for (int i = 0; i < names->count; i++)
		text = arena_format(arena, "%s%s%s", text,
			!i                      ? ""
			: i == names->count - 1 ? " och "
						: ", ",
			names->items[i]);
	return text;
}

static void person_read(struct arena *arena, struct item *item, const char *name, const char *capacity, bool there)
{
	bool chair = !strcmp(capacity, "chair"), member = !strcmp(capacity, "member");

	item->members += member;
	item->present += member && there;
	if (!there)
		return;
	item->chair = item->chair || chair;
	if (chair)
		name_add(arena, &item->deciders, arena_format(arena, "%s (ordförande)", name));
	else
		name_add(arena, member ? &item->deciders : &item->others, name);
}

static bool persons_load(struct change *change, int64_t id, struct item *item, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_DECIDED_PERSONS, BINDS(BIND("item", id)), &rows, err))
		return false;
	while (rows_next(&rows))
		person_read(&change->arena, item, rows_text(&rows, "name", &change->arena),
			rows_text(&rows, "capacity", &change->arena), rows_bool(&rows, "there"));
	return rows_done(&rows, err);
}

static bool item_load(struct change *change, int64_t id, struct item *item, struct decided *out, struct error *err)
{
	struct arena *arena = &change->arena;
	struct rows rows;
	bool found;

	if (!store_ask(change->store, SQL_DECIDED_ITEM, BINDS(BIND("item", id)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		item->application = rows_number_or(&rows, "application", 0);
		out->measure = rows_number_or(&rows, "measure", 0);
		out->section = (int)rows_number_or(&rows, "section", 0);
		item->on = rows_text(&rows, "on_day", arena);
		item->outcome = rows_text(&rows, "outcome", arena);
		item->ruling = rows_text(&rows, "ruling", arena);
		item->presenter = rows_text(&rows, "presenter", arena);
	}
	if (!rows_done(&rows, err))
		return false;
	return found || refuse(err, ERROR_MISSING, _("There is no such item of a sitting. Nothing was saved."));
}

/* The chair and at least half of the other members (SFS 2007:824 15 c §); where the base is disputed, the chair's own
 * ruling stands. */
static bool item_stands(const struct item *item, int64_t application, const char *on, struct error *err)
{
	if (item->application != application)
		return refuse(err, ERROR_INVALID,
			_("That item of the sitting is about something else. Name the item where this was decided."));
	if (!item->outcome || strcmp(item->outcome, "decided") != 0)
		return refuse(err, ERROR_INVALID,
			_("That item of the sitting is not decided, so there is nothing to record from it."));
	if (strcmp(item->on, on) != 0)
		return refuse(err, ERROR_INVALID,
			_("The sitting was held on %s, but the decision is dated %s. Give the day of the sitting."),
			item->on, on);
	if (!item->chair || (2 * item->present < item->members && !item->ruling[0]))
		return refuse(err, ERROR_INVALID,
			_("The delegation was not quorate for that item: the chair and at least half of the other "
			  "members decide (SFS 2007:824, section 15 c)."));
	if (!item->presenter)
		return refuse(err, ERROR_INVALID,
			_("That item of the sitting has no presenter, and a decision names who presented the matter. "
			  "Name the presenter there first."));
	return true;
}

static bool from_item(struct change *change, const struct decided *typed, int64_t application, const char *on,
	struct decided *out, struct error *err)
{
	struct decided found = {.item = typed->item};
	struct item item = {0};

	if (!item_load(change, typed->item, &item, &found, err) || !persons_load(change, typed->item, &item, err) ||
		!item_stands(&item, application, on, err))
		return false;
	found.deciders = names_join(&change->arena, &item.deciders);
	found.others = names_join(&change->arena, &item.others);
	found.presenter = item.presenter;
	*out = found;
	return true;
}

#define FIELD_AT(member) offsetof(struct decided, member)
static const struct field fields[] = {
	{"deciders", N_("Who decided"), FIELD_LINE, .at = FIELD_AT(deciders)},
	{"presenter", N_("Presenter"), FIELD_LINE, .at = FIELD_AT(presenter)},
	{"others", N_("Others taking part"), FIELD_LINE, .at = FIELD_AT(others)},
};
static const struct form form = {fields, sizeof fields / sizeof fields[0]};

static bool from_typed(struct change *change, const struct decided *typed, struct decided *out, struct error *err)
{
	struct decided clean = *typed;

	if (!form_clean(change->cw, &form, &clean, &change->arena, NULL, err))
		return false;
	if (!clean.deciders[0])
		return refuse(err, ERROR_INVALID,
			_("The decision does not say who decided (section 31 of the Administrative Procedure Act). "
			  "Name those who did, or the item of the sitting."));
	if (!clean.presenter[0])
		return refuse(err, ERROR_INVALID,
			_("The decision does not say who presented the matter (section 31 of the Administrative "
			  "Procedure Act). Name the presenter, or the item of the sitting."));
	clean.measure = clean.section = 0;
	*out = clean;
	return true;
}

static bool says(const char *text)
{
	return text && text[0];
}

bool decided_read(struct change *change, const struct decided *typed, int64_t application, const char *on,
	struct decided *out, struct error *err)
{
	if (!typed->item)
		return from_typed(change, typed, out, err);
	if (says(typed->deciders) || says(typed->presenter) || says(typed->others))
		return refuse(err, ERROR_INVALID,
			_("Who decided is told by the item of the sitting. Name the item or the persons, not both."));
	return from_item(change, typed, application, on, out, err);
}

bool decided_of(const struct decided *decided, int64_t measure, struct error *err)
{
	return !decided->measure || decided->measure == measure ||
	       refuse(err, ERROR_INVALID,
		       _("That item of the sitting is about another measure. Name the item where this was decided."));
}
