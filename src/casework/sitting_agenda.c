/* The agenda. Invariant: the order of the ranking is not told by it (measures come by their numbers), and an item that
 * has its § keeps its place. */
#include "casework/sitting_inner.h"

#include "base/text.h"
#include "base/words.h"

/* ---- an item as it will be kept */

struct item_values {
	struct sitting_item_change clean;
	int64_t application, proposal;
};

#define AT(member) offsetof(struct sitting_item_change, member)
static const struct field item_fields[] = {
	{.name = "title", .label = N_("Item"), .kind = FIELD_LINE, .needed = true, .at = AT(title)},
	{.name = "proposes", .label = N_("Proposal of the presenting officer"), .kind = FIELD_TEXT, .at = AT(proposes)},
};
#undef AT
static const struct form item_form = {item_fields, sizeof(item_fields) / sizeof(*item_fields)};

struct sitting_item_change sitting_item_change_of(const struct sitting_item *item)
{
	return (struct sitting_item_change){.measure = item->measure,
		.application = item->measure ? 0 : item->application,
		.title = item->title,
		.presenter = item->presenter,
		.proposes = item->proposes};
}

/* Who presents is called; who is barred from the case does not present it. */
static bool presenter_fits(struct sitting_act *act, const struct item_values *values, struct error *err)
{
	int64_t found = 0, barred = 0;

	if (!values->clean.presenter)
		return true;
	if (!sitting_ask_number(
		    act->change, SQL_MATTER_OFFICER, BINDS(BIND("id", values->clean.presenter)), "found", &found, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such person. Nothing was saved."));
	if (values->application &&
		!sitting_ask_number(act->change, SQL_SITTING_IS_BARRED,
			BINDS(BIND("person", values->clean.presenter), BIND("application", values->application)),
			"is_barred", &barred, err))
		return false;
	if (barred)
		return refuse(err, ERROR_INVALID,
			_("The presenting officer takes no part in this case (FL 17 §). Name another; nothing was "
			  "saved."));
	return sitting_put_person(act, values->clean.presenter, "presenter", err);
}

static bool about_read(
	struct change *change, enum sql which, struct bind bind, struct item_values *values, struct error *err)
{
	bool found;
	struct rows rows;

	if (!store_ask(change->store, which, (struct binds){&bind, 1}, &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		const char *title = rows_text(&rows, "title", &change->arena);

		if (!values->clean.title)
			values->clean.title = title;
		if (which == SQL_SITTING_ABOUT_MEASURE)
			values->application = rows_number(&rows, "application");
	}
	return rows_done(&rows, err) &&
	       (found || refuse(err, ERROR_MISSING, _("There is no such case. Nothing was saved.")));
}

/* The title that follows from what the item is about, and the case. */
static bool about_fill(struct sitting_act *act, struct item_values *values, struct error *err)
{
	const struct sitting_item_change *clean = &values->clean;

	values->application = clean->application;
	if (clean->measure)
		return about_read(act->change, SQL_SITTING_ABOUT_MEASURE, BIND("measure", clean->measure), values, err);
	return !clean->application || about_read(act->change, SQL_SITTING_ABOUT_APPLICATION,
					      BIND("application", clean->application), values, err);
}

static bool about_is_new(struct sitting_act *act, const struct item_values *values, struct error *err)
{
	int64_t taken = 0;

	if (!values->application)
		return true;
	if (!sitting_ask_number(act->change, SQL_SITTING_ABOUT_TAKEN,
		    BINDS(BIND("sitting", act->sitting),
			    values->clean.measure ? BIND("measure", values->clean.measure) : bind_null("measure"),
			    BIND("application", values->application)),
		    "taken", &taken, err))
		return false;
	return !taken || refuse(err, ERROR_INVALID, _("That is on the agenda already. Nothing was added."));
}

/* ---- adding */

static bool item_insert(struct sitting_act *act, const struct item_values *values, int64_t *id, struct error *err)
{
	const struct sitting_item_change *clean = &values->clean;
	const char *kind = clean->measure ? "measure" : values->application ? "application" : "other";
	int64_t last = 0;

	if (!sitting_ask_number(
		    act->change, SQL_SITTING_AGENDA_END, BINDS(BIND("sitting", act->sitting)), "n", &last, err) ||
		!store_run(act->change->store, SQL_SITTING_ITEM_INSERT,
			BINDS(BIND("sitting", act->sitting), BIND("n", last + 1), BIND("kind", kind),
				clean->measure ? BIND("measure", clean->measure) : bind_null("measure"),
				values->application ? BIND("application", values->application)
						    : bind_null("application"),
				values->proposal ? BIND("proposal", values->proposal) : bind_null("proposal"),
				BIND("title", clean->title),
				clean->presenter ? BIND("presenter", clean->presenter) : bind_null("presenter"),
				BIND("proposes", clean->proposes)),
			err))
		return false;
	*id = store_last_id(act->change->store);
	return change_record(act->change, OBJECT_SITTING_ITEM, *id, values->application, NULL, err);
}

static bool touch(struct sitting_act *act, struct error *err)
{
	return store_run(act->change->store, SQL_SITTING_TOUCH,
		BINDS(BIND("id", act->sitting), BIND("version", act->version)), err);
}

struct adding {
	const struct sitting_item_change *given;
	int64_t id;
};

static bool add_save(struct sitting_act *act, struct error *err)
{
	struct adding *adding = act->with;
	struct item_values values = {.clean = *adding->given};

	return sitting_is_open(act, err) && about_fill(act, &values, err) &&
	       (!values.application || bar_free(act->change->cw, values.application, err)) &&
	       form_clean(act->change->cw, &item_form, &values.clean, &act->change->arena, NULL, err) &&
	       about_is_new(act, &values, err) && presenter_fits(act, &values, err) &&
	       item_insert(act, &values, &adding->id, err) && touch(act, err);
}

bool sitting_item_add(struct casework *cw, const struct operation *op, int64_t sitting,
	const struct sitting_item_change *given, int64_t *id, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-item-add", RIGHT_SITTING_CALL, add_save};
	struct adding adding = {.given = given};

	if (!sitting_deed_run_again(cw, op, &deed, sitting, &adding, &adding.id, err))
		return false;
	*id = adding.id;
	return true;
}

/* ---- from the proposal */

struct drawing {
	int64_t round;
	int added;
};

/* Its measures that are not on the agenda, in the arena. */
static bool drawn_read(struct sitting_act *act, int64_t round, struct item_values **out, int *count, struct error *err)
{
	struct arena *arena = &act->change->arena;
	struct item_values *items = NULL;
	struct rows rows;
	int n = 0;

	if (!store_ask(act->change->store, SQL_SITTING_DRAWN,
		    BINDS(BIND("round", round), BIND("sitting", act->sitting)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, items, n);
		items[n] = (struct item_values){
			.application = rows_number(&rows, "application"), .proposal = rows_number(&rows, "proposal")};
		items[n].clean = (struct sitting_item_change){.measure = rows_number(&rows, "measure"),
			.title = rows_text(&rows, "title", arena),
			.presenter = rows_number_or(&rows, "officer", 0),
			.proposes = ""};
		n++;
	}
	*out = items;
	*count = n;
	return rows_done(&rows, err);
}

/* The case's officer presents it, unless barred from it. */
static bool drawn_add(struct sitting_act *act, struct item_values *values, struct error *err)
{
	int64_t barred = 0, id;

	if (values->clean.presenter &&
		!sitting_ask_number(act->change, SQL_SITTING_IS_BARRED,
			BINDS(BIND("person", values->clean.presenter), BIND("application", values->application)),
			"is_barred", &barred, err))
		return false;
	if (barred)
		values->clean.presenter = 0;
	return presenter_fits(act, values, err) && item_insert(act, values, &id, err);
}

static bool draw_save(struct sitting_act *act, struct error *err)
{
	struct drawing *drawing = act->with;
	struct item_values *items;
	int count = 0;

	if (!sitting_is_open(act, err) || !bar_round_opens(act->change->cw, drawing->round, err) ||
		!drawn_read(act, drawing->round, &items, &count, err))
		return false;
	if (!count)
		return refuse(err, ERROR_INVALID,
			_("There is nothing to put on the agenda: no proposal of the round is locked for a meeting, or "
			  "all its measures are on it."));
	for (int i = 0; i < count; i++)
		if (!drawn_add(act, &items[i], err))
			return false;
	drawing->added = count;
	return touch(act, err);
}

bool sitting_draw(
	struct casework *cw, const struct operation *op, int64_t sitting, int64_t round, int *added, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-draw", RIGHT_SITTING_CALL, draw_save};
	struct drawing drawing = {.round = round};

	if (!sitting_deed_run(cw, op, &deed, sitting, &drawing, err))
		return false;
	*added = drawing.added;
	return true;
}

/* ---- changing, and another place */

/* The sitting's own facts hold the agenda and who is called: a change of an item that touches them says so there too.
 */
static bool presenter_called(struct sitting_act *act, const struct item_values *values, struct error *err)
{
	const char *before = change_facts(act->change, OBJECT_SITTING, act->sitting, err);

	if (!before || !presenter_fits(act, values, err))
		return false;
	return !values->clean.presenter || values->clean.presenter == act->item.presenter ||
	       (touch(act, err) && sitting_act_record(act, before, err));
}

static bool item_change_save(struct sitting_act *act, struct error *err)
{
	struct item_values values = {
		.clean = *(const struct sitting_item_change *)act->with, .application = act->item.application};

	if (!sitting_is_open(act, err))
		return false;
	if (act->item.closed_at)
		return refuse(err, ERROR_INVALID, _("§ %d is closed. Nothing was saved."), act->item.section);
	if (!values.clean.title)
		values.clean.title = act->item.title;
	return form_clean(act->change->cw, &item_form, &values.clean, &act->change->arena, NULL, err) &&
	       presenter_called(act, &values, err) &&
	       store_run(act->change->store, SQL_SITTING_ITEM_UPDATE,
		       BINDS(BIND("id", act->item.id), BIND("version", act->item.version),
			       BIND("title", values.clean.title),
			       values.clean.presenter ? BIND("presenter", values.clean.presenter)
						      : bind_null("presenter"),
			       BIND("proposes", values.clean.proposes)),
		       err);
}

bool sitting_item_change(struct casework *cw, const struct operation *op, int64_t item,
	const struct sitting_item_change *given, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-item-change", RIGHT_SITTING_CALL, item_change_save};
	struct sitting_item_change values = *given;

	return sitting_item_deed_run(cw, op, &deed, item, &values, err);
}

struct waiting {
	int64_t id;
	int n;
};

static bool waiting_read(struct sitting_act *act, struct waiting **out, int *count, struct error *err)
{
	struct waiting *items = NULL;
	struct rows rows;
	int n = 0;

	if (!store_ask(act->change->store, SQL_SITTING_WAITING, BINDS(BIND("sitting", act->sitting)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&act->change->arena, items, n);
		items[n++] = (struct waiting){rows_number(&rows, "id"), (int)rows_number(&rows, "n")};
	}
	*out = items;
	*count = n;
	return rows_done(&rows, err);
}

/* Each in turn takes the place of its neighbour on the way. Places are unique: those that move stand aside first. */
static bool places_shift(struct sitting_act *act, struct waiting *items, int from, int to, struct error *err)
{
	enum { ASIDE = 1000000 };
	struct store *store = act->change->store;
	int step = from < to ? 1 : -1;

	for (int i = from; i != to + step; i += step)
		if (!store_run(store, SQL_SITTING_ITEM_MOVE,
			    BINDS(BIND("id", items[i].id), BIND("n", ASIDE + items[i].n)), err))
			return false;
	for (int i = from; i != to; i += step)
		if (!store_run(store, SQL_SITTING_ITEM_MOVE,
			    BINDS(BIND("id", items[i + step].id), BIND("n", items[i].n)), err))
			return false;
	return store_run(store, SQL_SITTING_ITEM_MOVE, BINDS(BIND("id", items[from].id), BIND("n", items[to].n)), err);
}

struct placing {
	int64_t item;
	int place;
};

static bool place_save(struct sitting_act *act, struct error *err)
{
	const struct placing *placing = act->with;
	struct waiting *items;
	int count = 0, from = -1, to = -1;

	if (!sitting_is_open(act, err) || !waiting_read(act, &items, &count, err))
		return false;
	for (int i = 0; i < count; i++) {
		if (items[i].id == placing->item)
			from = i;
		if (items[i].n == placing->place)
			to = i;
	}
	if (from < 0)
		return refuse(err, ERROR_INVALID, _("The item has been taken up and keeps its place."));
	if (to < 0)
		return refuse(err, ERROR_INVALID,
			_("Place %d is not among those that have not been taken up. Nothing was moved."),
			placing->place);
	if (from == to)
		return refuse(err, ERROR_INVALID, _("The item has place %d already."), placing->place);
	return places_shift(act, items, from, to, err) && touch(act, err);
}

bool sitting_item_place(struct casework *cw, const struct operation *op, int64_t item, int place, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-item-place", RIGHT_SITTING_CALL, place_save};
	struct placing placing = {item, place};
	int64_t sitting;

	return sitting_of_item(cw, item, &sitting, err) && sitting_deed_run(cw, op, &deed, sitting, &placing, err);
}
