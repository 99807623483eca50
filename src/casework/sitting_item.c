/* An item taken up and closed. Invariant: § numbers run within the year without gaps in the order items are taken up; a
 * closed item keeps everybody as they stood, and nothing is decided without a quorum but as the chair rules where its
 * base is disputed (SFS 2007:824 15 c §). */
#include "casework/sitting_inner.h"

#include "base/text.h"
#include "base/words.h"

/* ---- taking up */

static bool take_save(struct sitting_act *act, struct error *err)
{
	int64_t last = 0;
	int year = day_year(day_read(act->on_day));

	if (!sitting_is_going(act, err))
		return false;
	if (act->item.section)
		return refuse(
			err, ERROR_INVALID, _("The item was taken up as § %d. Nothing was saved."), act->item.section);
	if (act->under_way)
		return refuse(err, ERROR_INVALID,
			_("§ %d is under way. Close it before the next is taken up; nothing was saved."),
			act->under_way);
	return sitting_ask_number(
		       act->change, SQL_SITTING_SECTION_LAST, BINDS(BIND("year", year)), "section", &last, err) &&
	       store_run(act->change->store, SQL_SITTING_ITEM_TAKE,
		       BINDS(BIND("id", act->item.id), BIND("version", act->item.version), BIND("year", year),
			       BIND("section", last + 1)),
		       err);
}

bool sitting_take(struct casework *cw, const struct operation *op, int64_t item, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-take", RIGHT_SITTING_RECORD, take_save};

	return sitting_item_deed_run(cw, op, &deed, item, NULL, err);
}

/* ---- who is there */

struct being {
	int64_t person;
	const char *presence;
};

static bool not_called(struct error *err)
{
	return refuse(err, ERROR_INVALID,
		_("The person is not called to the sitting. Call the person first; nothing was saved."));
}

static bool item_present_save(struct sitting_act *act, struct error *err)
{
	const struct being *being = act->with;
	const struct sitting_seat *seat;
	struct sitting_seats seats;

	if (!sitting_is_open(act, err))
		return false;
	if (act->item.closed_at)
		return refuse(err, ERROR_INVALID, _("§ %d is closed. Nothing was saved."), act->item.section);
	if (!sitting_seats_of(act->change, act->sitting, act->item.id, &seats, err))
		return false;
	if (!(seat = sitting_seat_of(&seats, being->person)))
		return not_called(err);
	if (act->item.application && (!strcmp(being->presence, "barred") || !strcmp(seat->presence, "barred")))
		return refuse(err, ERROR_INVALID,
			_("Who is barred from a case follows from what is recorded about conflicts of interest there. "
			  "Nothing was saved."));
	return store_run(act->change->store, SQL_SITTING_ITEM_PERSON,
		       BINDS(BIND("item", act->item.id), BIND("person", being->person),
			       BIND("capacity", seat->capacity), BIND("presence", being->presence)),
		       err) &&
	       sitting_item_touch(act, err);
}

static bool sitting_present_save(struct sitting_act *act, struct error *err)
{
	const struct being *being = act->with;

	if (!sitting_is_open(act, err))
		return false;
	if (!strcmp(being->presence, "barred"))
		return refuse(err, ERROR_INVALID,
			_("Nobody is barred from a whole sitting, only from an item (FL 17 §). Nothing was saved."));
	if (!store_run(act->change->store, SQL_SITTING_PERSON_PRESENT,
		    BINDS(BIND("sitting", act->sitting), BIND("person", being->person),
			    BIND("presence", being->presence)),
		    err))
		return false;
	if (store_changed(act->change->store) != 1)
		return not_called(err);
	return store_run(act->change->store, SQL_SITTING_TOUCH,
		BINDS(BIND("id", act->sitting), BIND("version", act->version)), err);
}

bool sitting_present(struct casework *cw, const struct operation *op, int64_t sitting, int64_t item, int64_t person,
	const char *presence, struct error *err)
{
	static const struct sitting_deed of_item = {"sitting-item-present", RIGHT_SITTING_RECORD, item_present_save};
	static const struct sitting_deed of_sitting = {"sitting-present", RIGHT_SITTING_RECORD, sitting_present_save};
	struct being being = {person, sitting_presence_read(presence)};

	if (!being.presence)
		return refuse(err, ERROR_INVALID, _("'%s' is no presence. There are: present, remote, absent, barred."),
			presence ? presence : "");
	return item ? sitting_item_deed_run(cw, op, &of_item, item, &being, err)
		    : sitting_deed_run(cw, op, &of_sitting, sitting, &being, err);
}

/* ---- closing */

static bool outcome_fits_quorum(
	const struct sitting_act *act, const char *outcome, const struct quorum *quorum, struct error *err)
{
	bool ruled = act->item.ruling[0] != '\0', none = !strcmp(outcome, "no_quorum");
	struct arena *arena = &act->change->arena;

	if (!strcmp(outcome, "noted"))
		return true;
	if (none)
		return !quorum->holds || ruled ||
		       refuse(err, ERROR_INVALID, _("%s. If the chair rules otherwise, record the ruling first."),
			       quorum_words(quorum, arena));
	if (quorum->holds || (quorum->disputed && ruled))
		return true;
	return refuse(err, ERROR_INVALID,
		quorum->disputed
			? _("%s. Whether barred members count in the base is disputed: record the chair's "
			    "ruling, or table the item as not quorate.")
			: _("%s. The item can only be tabled as not quorate; the rest of the sitting goes on."),
		quorum_words(quorum, arena));
}

/* The motions of the item, as its votes left them. */
struct motions {
	struct motion_row {
		int64_t id;
		int n;
		bool beaten;
	} * items;
	int count, left, ballots;
};

static bool motions_read(struct sitting_act *act, struct motions *out, struct error *err)
{
	struct arena *arena = &act->change->arena;
	struct rows rows;

	if (!store_ask(act->change->store, SQL_SITTING_MOTIONS,
		    BINDS(BIND("sitting", act->sitting), BIND("item", act->item.id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, out->items, out->count);
		out->items[out->count] = (struct motion_row){
			rows_number(&rows, "id"), (int)rows_number(&rows, "n"), rows_bool(&rows, "beaten")};
		out->left += !out->items[out->count++].beaten;
		rows_number(&rows, "item");
		rows_text(&rows, "text", arena);
		rows_number(&rows, "person");
		rows_text(&rows, "name", arena);
		rows_bool(&rows, "carried");
	}
	return rows_done(&rows, err);
}

/* Which motion became the decision; *id stays 0 when none was put. */
static bool carried_find(const struct motions *motions, int wanted, int64_t *id, struct error *err)
{
	for (int i = 0; i < motions->count; i++) {
		const struct motion_row *motion = &motions->items[i];

		if (wanted ? motion->n != wanted : motion->beaten)
			continue;
		if (motion->beaten)
			return refuse(
				err, ERROR_INVALID, _("Motion %d lost a vote and cannot be the decision."), wanted);
		if (!wanted && motions->left > 1)
			return refuse(err, ERROR_INVALID,
				_("There are %d motions that no vote has decided between. Say which became the "
				  "decision, or "
				  "take a vote."),
				motions->left);
		*id = motion->id;
	}
	return !wanted || *id || refuse(err, ERROR_MISSING, _("There is no motion %d in this item."), wanted);
}

/* Whoever voted is still there, and nobody who decides has not voted. */
static bool voters_stay(struct sitting_act *act, const struct sitting_seats *seats, struct error *err)
{
	struct rows rows;
	const char *name = NULL;

	if (!store_ask(act->change->store, SQL_SITTING_VOTERS_OTHER, BINDS(BIND("item", act->item.id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		const struct sitting_seat *seat = sitting_seat_of(seats, rows_number(&rows, "person"));
		bool voted_all = rows_bool(&rows, "voted_all");

		if (seat && seat->decides != voted_all && (!name || seat->decides))
			name = seat->name;
	}
	if (!rows_done(&rows, err))
		return false;
	return !name ||
	       refuse(err, ERROR_INVALID,
		       _("%s decides and has not voted in every vote, or voted and is no longer there. Set who "
			 "was there for the item before it is closed."),
		       name);
}

static bool everybody_keep(struct sitting_act *act, const struct sitting_seats *seats, struct error *err)
{
	for (int i = 0; i < seats->count; i++)
		if (!store_run(act->change->store, SQL_SITTING_ITEM_PERSON,
			    BINDS(BIND("item", act->item.id), BIND("person", seats->items[i].person),
				    BIND("capacity", seats->items[i].capacity),
				    BIND("presence", seats->items[i].presence)),
			    err))
			return false;
	return true;
}

static bool decided_save(struct sitting_act *act, const struct sitting_outcome *outcome,
	const struct sitting_seats *seats, struct error *err)
{
	struct motions motions = {0};
	int64_t carried = 0;

	return motions_read(act, &motions, err) && carried_find(&motions, outcome->carried, &carried, err) &&
	       voters_stay(act, seats, err) &&
	       store_run(act->change->store, SQL_SITTING_MOTION_CARRIED,
		       BINDS(BIND("item", act->item.id), BIND("id", carried)), err);
}

static bool outcome_save(struct sitting_act *act, struct error *err)
{
	struct sitting_outcome outcome = *(const struct sitting_outcome *)act->with;
	struct sitting_seats seats;
	struct quorum quorum;
	bool why_needed = !strcmp(outcome.outcome, "referred") || !strcmp(outcome.outcome, "respite");

	if (!sitting_item_is_going(act, err) ||
		!sitting_text_clean(act->change, N_("Why"), why_needed, &outcome.why, err) ||
		!sitting_seats_of(act->change, act->sitting, act->item.id, &seats, err))
		return false;
	quorum = sitting_quorum_of(seats.items, seats.count);
	return outcome_fits_quorum(act, outcome.outcome, &quorum, err) &&
	       (strcmp(outcome.outcome, "decided") != 0 || decided_save(act, &outcome, &seats, err)) &&
	       everybody_keep(act, &seats, err) &&
	       store_run(act->change->store, SQL_SITTING_ITEM_CLOSE,
		       BINDS(BIND("id", act->item.id), BIND("version", act->item.version),
			       BIND("outcome", outcome.outcome), BIND("why", outcome.why),
			       BIND("at", (const char *)act->change->now)),
		       err);
}

bool sitting_outcome(struct casework *cw, const struct operation *op, int64_t item, const struct sitting_outcome *given,
	struct error *err)
{
	static const struct sitting_deed deed = {"sitting-outcome", RIGHT_SITTING_RECORD, outcome_save};
	struct sitting_outcome outcome = *given;

	outcome.outcome = sitting_outcome_read(given->outcome);
	if (!outcome.outcome)
		return refuse(err, ERROR_INVALID,
			_("'%s' is no outcome of an item. There are: decided, tabled, referred, respite, no_quorum, "
			  "noted."),
			given->outcome ? given->outcome : "");
	return sitting_item_deed_run(cw, op, &deed, item, &outcome, err);
}

/* ---- taken up again */

static bool resume_save(struct sitting_act *act, struct error *err)
{
	int64_t used = 0;

	if (!sitting_is_going(act, err))
		return false;
	if (!act->item.closed_at)
		return refuse(err, ERROR_INVALID, _("The item is not closed. Nothing was saved."));
	if (act->under_way)
		return refuse(err, ERROR_INVALID,
			_("§ %d is under way. Close it before the next is taken up; nothing was saved."),
			act->under_way);
	if (act->item.immediate)
		return refuse(err, ERROR_INVALID, _("§ %d has been adjusted and is not changed. Nothing was saved."),
			act->item.section);
	if (!sitting_ask_number(
		    act->change, SQL_SITTING_ITEM_USED, BINDS(BIND("item", act->item.id)), "used", &used, err))
		return false;
	if (used)
		return refuse(err, ERROR_INVALID,
			_("A decision has been recorded from § %d, which is not changed. Nothing was saved."),
			act->item.section);
	return store_run(act->change->store, SQL_SITTING_MOTION_CARRIED,
		       BINDS(BIND("item", act->item.id), BIND("id", (int64_t)0)), err) &&
	       store_run(act->change->store, SQL_SITTING_ITEM_RESUME,
		       BINDS(BIND("id", act->item.id), BIND("version", act->item.version)), err);
}

bool sitting_resume(struct casework *cw, const struct operation *op, int64_t item, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-resume", RIGHT_SITTING_RECORD, resume_save};

	return sitting_item_deed_run(cw, op, &deed, item, NULL, err);
}
