/* A sitting opened, ruled on, closed, and its minutes approved. Invariant: a closed sitting is not changed, but for who
 * approves its minutes and for those who differ in time. */
#include "casework/sitting_inner.h"

#include "base/text.h"
#include "base/words.h"

static bool at_put(struct sitting_act *act, enum sql which, struct error *err)
{
	return store_run(act->change->store, which,
		BINDS(BIND("id", act->sitting), BIND("version", act->version),
			BIND("at", (const char *)act->change->now)),
		err);
}

static bool start_save(struct sitting_act *act, struct error *err)
{
	if (!sitting_is_open(act, err))
		return false;
	if (act->opened_at)
		return refuse(
			err, ERROR_INVALID, _("The sitting is open since %.16s. Nothing was saved."), act->opened_at);
	if (strcmp(act->change->today, act->on_day) < 0)
		return refuse(err, ERROR_INVALID,
			_("The sitting is on %s and is opened then; today is %s. Nothing was saved."), act->on_day,
			act->change->today);
	return sitting_appoint(act, act->on_day, err) && at_put(act, SQL_SITTING_OPEN_SET, err);
}

bool sitting_start(struct casework *cw, const struct operation *op, int64_t sitting, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-start", RIGHT_SITTING_RECORD, start_save};

	return sitting_deed_run(cw, op, &deed, sitting, NULL, err);
}

static bool ruling_save(struct sitting_act *act, struct error *err)
{
	const char *text = act->with;

	return sitting_item_is_going(act, err) &&
	       sitting_text_clean(act->change, N_("Ruling of the chair"), false, &text, err) &&
	       store_run(act->change->store, SQL_SITTING_ITEM_RULING,
		       BINDS(BIND("id", act->item.id), BIND("version", act->item.version), BIND("ruling", text)), err);
}

bool sitting_ruling(struct casework *cw, const struct operation *op, int64_t item, const char *text, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-ruling", RIGHT_SITTING_RULE, ruling_save};

	return sitting_item_deed_run(cw, op, &deed, item, (void *)(uintptr_t)text, err);
}

static bool close_save(struct sitting_act *act, struct error *err)
{
	if (!sitting_is_going(act, err))
		return false;
	if (act->under_way)
		return refuse(
			err, ERROR_INVALID, _("§ %d is under way. Close it first; nothing was saved."), act->under_way);
	return at_put(act, SQL_SITTING_CLOSE_SET, err);
}

bool sitting_close(struct casework *cw, const struct operation *op, int64_t sitting, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-close", RIGHT_SITTING_RECORD, close_save};

	return sitting_deed_run(cw, op, &deed, sitting, NULL, err);
}

/* ---- the minutes approved */

static bool not_adjusted(const struct sitting_act *act, struct error *err)
{
	return !act->adjusted_on ||
	       refuse(err, ERROR_INVALID, _("The minutes were approved on %s. Nothing was saved."), act->adjusted_on);
}

static bool adjuster_save(struct sitting_act *act, struct error *err)
{
	const int64_t *person = act->with;
	int64_t was_there = 0;

	if (!not_adjusted(act, err) ||
		!sitting_ask_number(act->change, SQL_SITTING_WAS_THERE,
			BINDS(BIND("sitting", act->sitting), BIND("person", *person)), "was_there", &was_there, err))
		return false;
	if (!was_there)
		return refuse(err, ERROR_INVALID,
			_("Beside the chair the minutes are approved by a member who is there. Nothing was saved."));
	return store_run(act->change->store, SQL_SITTING_ADJUSTER_SET,
		BINDS(BIND("id", act->sitting), BIND("version", act->version), BIND("person", *person)), err);
}

bool sitting_adjuster(
	struct casework *cw, const struct operation *op, int64_t sitting, int64_t person, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-adjuster", RIGHT_SITTING_RULE, adjuster_save};

	return sitting_deed_run(cw, op, &deed, sitting, &person, err);
}

static bool adjuster_chosen(const struct sitting_act *act, struct error *err)
{
	return act->adjuster ||
	       refuse(err, ERROR_INVALID,
		       _("Nobody is chosen to approve the minutes beside the chair. Choose a member first; nothing was "
			 "saved."));
}

static bool adjust_item_save(struct sitting_act *act, struct error *err)
{
	const struct sitting_seat *seat;
	struct sitting_seats seats;

	if (!not_adjusted(act, err) || !adjuster_chosen(act, err))
		return false;
	if (!act->item.closed_at)
		return refuse(err, ERROR_INVALID, _("The item is not closed. Nothing was saved."));
	if (act->item.immediate)
		return refuse(err, ERROR_INVALID, _("§ %d was adjusted at once already."), act->item.section);
	if (!sitting_seats_of(act->change, act->sitting, act->item.id, &seats, err))
		return false;
	seat = sitting_seat_of(&seats, act->adjuster);
	if (!seat || !seat->decides)
		return refuse(err, ERROR_INVALID,
			_("Who approves the minutes did not decide § %d. It is approved with the rest of the minutes, "
			  "or "
			  "by another; nothing was saved."),
			act->item.section);
	return store_run(act->change->store, SQL_SITTING_ITEM_IMMEDIATE,
		BINDS(BIND("id", act->item.id), BIND("version", act->item.version)), err);
}

bool sitting_adjust_item(struct casework *cw, const struct operation *op, int64_t item, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-adjust-item", RIGHT_SITTING_RULE, adjust_item_save};

	return sitting_item_deed_run(cw, op, &deed, item, NULL, err);
}

static bool adjust_save(struct sitting_act *act, struct error *err)
{
	const char *on = act->with ? act->with : act->change->today;
	const struct field field = {.name = "on", .label = N_("Minutes approved"), .kind = FIELD_PAST, .needed = true};
	const struct form form = {&field, 1};

	if (!not_adjusted(act, err) || !form_clean(act->change->cw, &form, &on, &act->change->arena, NULL, err))
		return false;
	if (!act->closed_at)
		return refuse(err, ERROR_INVALID,
			_("The sitting is not closed. An item can be adjusted at once; the minutes when it is "
			  "closed."));
	if (strcmp(on, act->on_day) < 0)
		return field_refuse(
			NULL, "on", N_("Minutes approved"), err, _("%s is before the sitting, %s."), on, act->on_day);
	return adjuster_chosen(act, err) &&
	       store_run(act->change->store, SQL_SITTING_ADJUSTED_SET,
		       BINDS(BIND("id", act->sitting), BIND("version", act->version), BIND("on", on)), err);
}

bool sitting_adjust(struct casework *cw, const struct operation *op, int64_t sitting, const char *on, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-adjust", RIGHT_SITTING_RULE, adjust_save};

	return sitting_deed_run(cw, op, &deed, sitting, (void *)(uintptr_t)on, err);
}
