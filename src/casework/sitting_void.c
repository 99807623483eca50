/* What was written down wrong at a sitting, taken back. Invariant: it stays as it was written, with why; what follows
 * from it (who has won, who may vote, what the minutes tell) is worked out from what stands. */
#include "casework/sitting_inner.h"

#include "base/text.h"
#include "base/words.h"

static bool void_put(struct sitting_act *act, enum sql which, int64_t id, const char *why, struct error *err)
{
	return store_run(act->change->store, which,
		BINDS(BIND("id", id), BIND("why", why), BIND("person", casework_actor(act->change->cw)),
			BIND("at", (const char *)act->change->now)),
		err);
}

static bool why_clean(struct sitting_act *act, const char **why, struct error *err)
{
	return sitting_text_clean(act->change, N_("What was wrong"), true, why, err);
}

/* ---- a motion */

static bool motion_save(struct sitting_act *act, struct error *err)
{
	struct sitting_void_change given = *(const struct sitting_void_change *)act->with;
	int64_t motion = 0, ballot = 0;
	bool beaten;

	if (!sitting_item_is_going(act, err) || !why_clean(act, &given.why, err) ||
		!sitting_motion_find(act, given.n, &motion, &beaten, err) ||
		!sitting_ask_number(act->change, SQL_SITTING_MOTION_BALLOT,
			BINDS(BIND("item", act->item.id), BIND("motion", motion)), "n", &ballot, err))
		return false;
	if (ballot)
		return refuse(err, ERROR_INVALID,
			_("Vote %d was taken on motion %d. Take that vote back first; nothing was saved."), (int)ballot,
			given.n);
	return void_put(act, SQL_SITTING_MOTION_VOID, motion, given.why, err) && sitting_item_touch(act, err);
}

/* ---- a vote */

static bool ballot_newest(struct sitting_act *act, int64_t *id, int *n, struct error *err)
{
	struct rows rows;

	if (!store_ask(act->change->store, SQL_SITTING_BALLOT_NEWEST, BINDS(BIND("item", act->item.id)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		*id = rows_number(&rows, "id");
		*n = (int)rows_number(&rows, "n");
	}
	return rows_done(&rows, err);
}

static bool ballot_save(struct sitting_act *act, struct error *err)
{
	struct sitting_void_change given = *(const struct sitting_void_change *)act->with;
	int64_t ballot = 0;
	int newest = 0;

	if (!sitting_item_is_going(act, err) || !why_clean(act, &given.why, err) ||
		!ballot_newest(act, &ballot, &newest, err))
		return false;
	if (!ballot || given.n > newest)
		return refuse(err, ERROR_MISSING, _("There is no such vote in this item. Nothing was saved."));
	if (given.n && given.n < newest)
		return refuse(err, ERROR_INVALID,
			_("Votes are taken back from the last one, which is vote %d. Nothing was saved."), newest);
	return void_put(act, SQL_SITTING_BALLOT_VOID, ballot, given.why, err) && sitting_item_touch(act, err);
}

/* ---- a reservation */

bool sitting_reserved_read(struct sitting_act *act, int64_t person, struct sitting_reserved *out, struct error *err)
{
	struct rows rows;

	*out = (struct sitting_reserved){0};
	if (!store_ask(act->change->store, SQL_SITTING_RESERVATION_THERE,
		    BINDS(BIND("item", act->item.id), BIND("person", person)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		out->id = rows_number(&rows, "id");
		out->wordings = rows_number(&rows, "wordings");
		out->stands = out->wordings % 2 == 0;
	}
	return rows_done(&rows, err);
}

static bool reservation_save(struct sitting_act *act, struct error *err)
{
	struct sitting_void_change given = *(const struct sitting_void_change *)act->with;
	struct sitting_reserved reserved;

	if (!sitting_can_be_differed_from(act, err) || !why_clean(act, &given.why, err) ||
		!sitting_reserved_read(act, given.person, &reserved, err))
		return false;
	if (!reserved.stands)
		return refuse(err, ERROR_MISSING,
			_("The person has nothing recorded that differs from the item. Nothing was saved."));
	return void_put(act, SQL_SITTING_RESERVATION_VOID, reserved.id, given.why, err) && sitting_item_touch(act, err);
}

bool sitting_void(struct casework *cw, const struct operation *op, int64_t item,
	const struct sitting_void_change *given, struct error *err)
{
	static const struct sitting_deed motion = {"sitting-void-motion", RIGHT_SITTING_RECORD, motion_save};
	static const struct sitting_deed ballot = {"sitting-void-vote", RIGHT_SITTING_RECORD, ballot_save};
	static const struct sitting_deed own = {"sitting-void-reserve", RIGHT_RESERVE, reservation_save};
	static const struct sitting_deed of_other = {"sitting-void-reserve", RIGHT_SITTING_RECORD, reservation_save};
	struct sitting_void_change change = *given;
	const struct sitting_deed *deed = &motion;

	switch (given->part) {
	case SITTING_MOTION: break;
	case SITTING_VOTE: deed = &ballot; break;
	case SITTING_RESERVATION: deed = given->person == casework_actor(cw) ? &own : &of_other; break;
	}
	return sitting_item_deed_run(cw, op, deed, item, &change, err);
}
