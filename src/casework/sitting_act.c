/* One change of a sitting. Invariant: every deed passes the same way: right, standing, version, facts before, the deed,
 * the event. */
#include "casework/sitting_inner.h"

#include "base/text.h"
#include "base/words.h"

static bool standing_read(struct sitting_act *act, bool *wrong, struct error *err)
{
	struct arena *arena = &act->change->arena;
	bool found;
	struct rows rows;

	if (!store_ask(act->change->store, SQL_SITTING_STANDING, BINDS(BIND("id", act->sitting)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		act->version = rows_number(&rows, "version");
		act->matter = rows_number(&rows, "matter");
		act->matter_version = rows_number(&rows, "matter_version");
		act->adjuster = rows_number_or(&rows, "adjuster", 0);
		act->title = rows_text(&rows, "title", arena);
		act->on_day = rows_text(&rows, "on_day", arena);
		act->opened_at = rows_text(&rows, "opened_at", arena);
		act->closed_at = rows_text(&rows, "closed_at", arena);
		act->adjusted_on = rows_text(&rows, "adjusted_on", arena);
		act->under_way = (int)rows_number_or(&rows, "under_way", 0);
		*wrong = rows_bool(&rows, "wrong");
	}
	return rows_done(&rows, err) &&
	       (found || refuse(err, ERROR_MISSING, _("There is no such sitting. Nothing was changed.")));
}

bool sitting_act_begin(struct sitting_act *act, struct change *change, int64_t sitting, struct error *err)
{
	bool wrong = false;

	act->change = change;
	act->sitting = sitting;
	if (!standing_read(act, &wrong, err))
		return false;
	return !wrong ||
	       refuse(err, ERROR_INVALID, _("The sitting was registered by mistake and is no longer changed."));
}

static bool item_begin(struct sitting_act *act, struct change *change, int64_t item, struct error *err)
{
	int64_t sitting = 0;
	struct rows rows;

	if (!store_ask(change->store, SQL_SITTING_ITEM_STANDING, BINDS(BIND("id", item)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		sitting = rows_number(&rows, "sitting");
		act->item.id = item;
		act->item.version = rows_number(&rows, "version");
		act->item.n = (int)rows_number(&rows, "n");
		act->item.kind = rows_text(&rows, "kind", &change->arena);
		act->item.measure = rows_number_or(&rows, "measure", 0);
		act->item.application = rows_number_or(&rows, "application", 0);
		act->item.title = rows_text(&rows, "title", &change->arena);
		act->item.presenter = rows_number_or(&rows, "presenter", 0);
		act->item.section = (int)rows_number_or(&rows, "section", 0);
		act->item.outcome = rows_text(&rows, "outcome", &change->arena);
		act->item.ruling = rows_text(&rows, "ruling", &change->arena);
		act->item.immediate = rows_bool(&rows, "immediate");
		act->item.closed_at = rows_text(&rows, "closed_at", &change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!sitting)
		return refuse(err, ERROR_MISSING, _("There is no such item on the agenda. Nothing was changed."));
	return sitting_act_begin(act, change, sitting, err);
}

bool sitting_act_record(struct sitting_act *act, const char *before, struct error *err)
{
	return change_record(act->change, OBJECT_SITTING, act->sitting, 0, before, err);
}

static bool deed_of_sitting(
	struct sitting_act *act, const struct sitting_deed *deed, struct change *change, int64_t id, struct error *err)
{
	const char *before;

	return may(change->cw, deed->right, RELATION_NONE, err) && sitting_act_begin(act, change, id, err) &&
	       change_fresh(change, OBJECT_SITTING, id, act->version, err) &&
	       (before = change_facts(change, OBJECT_SITTING, id, err)) && deed->save(act, err) &&
	       sitting_act_record(act, before, err);
}

static bool deed_of_item(
	struct sitting_act *act, const struct sitting_deed *deed, struct change *change, int64_t id, struct error *err)
{
	const char *before;

	return may(change->cw, deed->right, RELATION_SELF, err) && item_begin(act, change, id, err) &&
	       (!act->item.application || bar_free(change->cw, act->item.application, err)) &&
	       change_fresh(change, OBJECT_SITTING_ITEM, id, act->item.version, err) &&
	       (before = change_facts(change, OBJECT_SITTING_ITEM, id, err)) && deed->save(act, err) &&
	       change_record(change, OBJECT_SITTING_ITEM, id, act->item.application, before, err);
}

static bool deed_run(struct casework *cw, const struct operation *op, const struct sitting_deed *deed, int64_t id,
	bool of_item, void *with, int64_t *repeated, struct error *err)
{
	struct change change;
	struct sitting_act act = {.with = with};

	if (!change_begin(&change, cw, op, deed->action, err))
		return false;
	if (change.repeated)
		return change_repeated(&change, repeated);
	if (!(of_item ? deed_of_item : deed_of_sitting)(&act, deed, &change, id, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

bool sitting_deed_run(struct casework *cw, const struct operation *op, const struct sitting_deed *deed, int64_t id,
	void *with, struct error *err)
{
	return deed_run(cw, op, deed, id, false, with, NULL, err);
}

bool sitting_deed_run_again(struct casework *cw, const struct operation *op, const struct sitting_deed *deed,
	int64_t id, void *with, int64_t *repeated, struct error *err)
{
	return deed_run(cw, op, deed, id, false, with, repeated, err);
}

bool sitting_item_deed_run(struct casework *cw, const struct operation *op, const struct sitting_deed *deed, int64_t id,
	void *with, struct error *err)
{
	return deed_run(cw, op, deed, id, true, with, NULL, err);
}

bool sitting_is_open(const struct sitting_act *act, struct error *err)
{
	return !act->closed_at ||
	       refuse(err, ERROR_INVALID, _("The sitting was closed on %.10s and is not changed. Nothing was saved."),
		       act->closed_at);
}

bool sitting_is_going(const struct sitting_act *act, struct error *err)
{
	return sitting_is_open(act, err) &&
	       (act->opened_at || refuse(err, ERROR_INVALID,
					  _("The sitting is not opened yet. Open it first; nothing was saved.")));
}

bool sitting_item_is_going(const struct sitting_act *act, struct error *err)
{
	if (!sitting_is_going(act, err))
		return false;
	if (!act->item.section)
		return refuse(err, ERROR_INVALID,
			_("Item %d is not taken up yet. Take it up first; nothing was saved."), act->item.n);
	return !act->item.closed_at ||
	       refuse(err, ERROR_INVALID,
		       _("§ %d is closed. Take it up again if that was a mistake; nothing was saved."),
		       act->item.section);
}

bool sitting_item_touch(struct sitting_act *act, struct error *err)
{
	return store_run(act->change->store, SQL_SITTING_ITEM_TOUCH,
		BINDS(BIND("id", act->item.id), BIND("version", act->item.version)), err);
}

bool sitting_text_clean(struct change *change, const char *label, bool needed, const char **text, struct error *err)
{
	const struct field field = {.name = "text", .label = label, .kind = FIELD_TEXT, .needed = needed, .at = 0};
	const struct form form = {&field, 1};

	return form_clean(change->cw, &form, text, &change->arena, NULL, err);
}

bool sitting_ask_number(
	struct change *change, enum sql which, struct binds binds, const char *column, int64_t *out, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, which, binds, &rows, err))
		return false;
	if (rows_next(&rows))
		*out = rows_number_or(&rows, column, 0);
	return rows_done(&rows, err);
}
