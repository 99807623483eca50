/* Motions and votes (FL 28–29 §§), and who differs (FL 30 §). Invariant: a vote is between two motions that none has
 * beaten, and everybody who decides has voted in it, openly and once. */
#include "casework/sitting_inner.h"

#include "base/text.h"
#include "base/words.h"

/* ---- motions */

struct moving {
	int64_t person;
	const char *text;
	int n;
};

static bool motion_save(struct sitting_act *act, struct error *err)
{
	struct moving *moving = act->with;
	const struct sitting_seat *seat;
	struct sitting_seats seats;
	int64_t last = 0;

	if (!sitting_item_is_going(act, err) ||
		!sitting_text_clean(act->change, N_("Motion"), true, &moving->text, err) ||
		!sitting_seats_of(act->change, act->sitting, act->item.id, &seats, err))
		return false;
	seat = sitting_seat_of(&seats, moving->person);
	if (!seat || !sitting_is_there(seat->presence))
		return refuse(err, ERROR_INVALID,
			_("Only somebody who is there for the item can move something. Nothing was saved."));
	if (!sitting_ask_number(
		    act->change, SQL_SITTING_MOTION_LAST, BINDS(BIND("item", act->item.id)), "n", &last, err) ||
		!store_run(act->change->store, SQL_SITTING_MOTION_INSERT,
			BINDS(BIND("item", act->item.id), BIND("n", last + 1), BIND("text", moving->text),
				BIND("person", moving->person)),
			err))
		return false;
	moving->n = (int)last + 1;
	return sitting_item_touch(act, err);
}

bool sitting_motion(struct casework *cw, const struct operation *op, int64_t item, int64_t person, const char *text,
	int *n, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-motion", RIGHT_SITTING_RECORD, motion_save};
	struct moving moving = {.person = person, .text = text};

	if (!sitting_item_deed_run(cw, op, &deed, item, &moving, err))
		return false;
	if (n)
		*n = moving.n;
	return true;
}

/* ---- votes */

struct balloting {
	const struct sitting_ballot_change *given;
	int64_t yes, no; /* motions */
	int count_yes, count_no;
	bool chair_yes;
};

bool sitting_motion_find(struct sitting_act *act, int n, int64_t *id, bool *beaten, struct error *err)
{
	struct rows rows;

	if (!store_ask(act->change->store, SQL_SITTING_MOTION_FIND, BINDS(BIND("item", act->item.id), BIND("n", n)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		*id = rows_number(&rows, "id");
		*beaten = rows_bool(&rows, "beaten");
	}
	return rows_done(&rows, err) &&
	       (*id || refuse(err, ERROR_MISSING, _("There is no motion %d in this item."), n));
}

static bool motion_unbeaten(struct sitting_act *act, int n, int64_t *id, struct error *err)
{
	bool beaten = false;

	return sitting_motion_find(act, n, id, &beaten, err) &&
	       (!beaten || refuse(err, ERROR_INVALID, _("Motion %d lost an earlier vote. Nothing was saved."), n));
}

static int votes_of(const struct sitting_ballot_change *given, int64_t person, bool *yes)
{
	int votes = 0;

	for (int i = 0; i < given->count; i++)
		if (given->voters[i] == person) {
			*yes = given->votes[i];
			votes++;
		}
	return votes;
}

/* Everybody who decides, once, and nobody else. */
static bool votes_count(struct balloting *balloting, const struct sitting_seats *seats, struct error *err)
{
	const struct sitting_ballot_change *given = balloting->given;
	int counted = 0;

	for (int i = 0; i < seats->count; i++) {
		const struct sitting_seat *seat = &seats->items[i];
		bool yes = false;
		int votes = votes_of(given, seat->person, &yes);

		if (votes > 1)
			return refuse(err, ERROR_INVALID, _("%s has two votes here. Nothing was saved."), seat->name);
		if (votes && !seat->decides)
			return refuse(err, ERROR_INVALID, _("%s does not decide in this item: %s. Nothing was saved."),
				seat->name,
				sitting_is_there(seat->presence) ? sitting_capacity_words(seat->capacity)
								 : sitting_presence_words(seat->presence));
		if (!votes && seat->decides)
			return refuse(err, ERROR_INVALID,
				_("%s has not voted. Everybody who decides votes (FL 29 §); nothing was saved."),
				seat->name);
		if (!votes)
			continue;
		counted++;
		*(yes ? &balloting->count_yes : &balloting->count_no) += 1;
		if (!strcmp(seat->capacity, "chair"))
			balloting->chair_yes = yes;
	}
	return counted == given->count ||
	       refuse(err, ERROR_INVALID,
		       _("Somebody who is not called to the sitting has a vote. Nothing was saved."));
}

static bool quorate(const struct sitting_act *act, const struct sitting_seats *seats, struct error *err)
{
	struct quorum quorum = sitting_quorum_of(seats->items, seats->count);

	return quorum.holds || (quorum.disputed && act->item.ruling[0]) ||
	       refuse(err, ERROR_INVALID, _("%s. No vote can be taken; nothing was saved."),
		       quorum_words(&quorum, &act->change->arena));
}

static bool ballot_insert(struct sitting_act *act, const struct balloting *balloting, struct error *err)
{
	bool tie = balloting->count_yes == balloting->count_no;
	bool yes_won = tie ? balloting->chair_yes : balloting->count_yes > balloting->count_no;
	const struct sitting_ballot_change *given = balloting->given;
	struct store *store = act->change->store;
	int64_t last = 0, ballot;

	if (!sitting_ask_number(
		    act->change, SQL_SITTING_BALLOT_LAST, BINDS(BIND("item", act->item.id)), "n", &last, err) ||
		!store_run(store, SQL_SITTING_BALLOT_INSERT,
			BINDS(BIND("item", act->item.id), BIND("n", last + 1), BIND("yes", balloting->yes),
				BIND("no", balloting->no), BIND("winner", yes_won ? "yes" : "no"),
				BIND("casting", tie)),
			err))
		return false;
	ballot = store_last_id(store);
	for (int i = 0; i < given->count; i++)
		if (!store_run(store, SQL_SITTING_VOTE_INSERT,
			    BINDS(BIND("ballot", ballot), BIND("person", given->voters[i]),
				    BIND("vote", given->votes[i] ? "yes" : "no")),
			    err))
			return false;
	return true;
}

static bool ballot_save(struct sitting_act *act, struct error *err)
{
	struct balloting *balloting = act->with;
	struct sitting_seats seats;

	if (balloting->given->yes == balloting->given->no)
		return refuse(err, ERROR_INVALID, _("A vote is between two different motions. Nothing was saved."));
	return sitting_item_is_going(act, err) && motion_unbeaten(act, balloting->given->yes, &balloting->yes, err) &&
	       motion_unbeaten(act, balloting->given->no, &balloting->no, err) &&
	       sitting_seats_of(act->change, act->sitting, act->item.id, &seats, err) && quorate(act, &seats, err) &&
	       votes_count(balloting, &seats, err) && ballot_insert(act, balloting, err) &&
	       sitting_item_touch(act, err);
}

bool sitting_ballot(struct casework *cw, const struct operation *op, int64_t item,
	const struct sitting_ballot_change *given, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-vote", RIGHT_SITTING_RECORD, ballot_save};
	struct balloting balloting = {.given = given};

	return sitting_item_deed_run(cw, op, &deed, item, &balloting, err);
}

/* ---- who differs */

/* A decision, or that something is put off: 'noted' and 'no_quorum' decide nothing. Minutes that are approved are
 * available to everybody, and stay as they are. */
bool sitting_can_be_differed_from(const struct sitting_act *act, struct error *err)
{
	int64_t available = 0;

	if (!act->item.section)
		return refuse(err, ERROR_INVALID,
			_("Item %d is not taken up yet. Take it up first; nothing was saved."), act->item.n);
	if (act->item.outcome && (!strcmp(act->item.outcome, "noted") || !strcmp(act->item.outcome, "no_quorum")))
		return refuse(
			err, ERROR_INVALID, _("Nothing was decided in § %d. Nothing was saved."), act->item.section);
	if (act->adjusted_on)
		return refuse(
			err, ERROR_INVALID, _("The minutes were approved on %s. Nothing was saved."), act->adjusted_on);
	if (act->item.immediate)
		return refuse(err, ERROR_INVALID, _("§ %d has been adjusted and is not changed. Nothing was saved."),
			act->item.section);
	if (!sitting_ask_number(act->change, SQL_SITTING_ITEM_AVAILABLE, BINDS(BIND("item", act->item.id)), "available",
		    &available, err))
		return false;
	return !available ||
	       refuse(err, ERROR_INVALID,
		       _("The decision of § %d has been dispatched or made known: it is too late to differ from "
			 "it (FL 30 §). Nothing was saved."),
		       act->item.section);
}

/* A first time, or anew when it was taken back. */
static bool reservation_put(
	struct sitting_act *act, const struct sitting_seat *seat, const char *text, struct error *err)
{
	const char *kind = seat->decides ? "reservation" : "dissent", *at = act->change->now;
	struct sitting_reserved before;

	if (!sitting_reserved_read(act, seat->person, &before, err))
		return false;
	if (before.stands)
		return refuse(err, ERROR_INVALID, _("%s has reported this already, and it stays as it was reported."),
			seat->name);
	if (before.id)
		return store_run(act->change->store, SQL_SITTING_RESERVATION_AGAIN,
			BINDS(BIND("reservation", before.id), BIND("n", before.wordings + 1), BIND("kind", kind),
				BIND("text", text), BIND("person", casework_actor(act->change->cw)), BIND("at", at)),
			err);
	return store_run(act->change->store, SQL_SITTING_RESERVATION_INSERT,
		BINDS(BIND("item", act->item.id), BIND("person", seat->person), BIND("kind", kind), BIND("text", text),
			BIND("at", at)),
		err);
}

static bool reserve_save(struct sitting_act *act, struct error *err)
{
	struct moving *moving = act->with;
	const struct sitting_seat *seat;
	struct sitting_seats seats;

	if (!sitting_can_be_differed_from(act, err) ||
		!sitting_text_clean(act->change, N_("What differs"), true, &moving->text, err) ||
		!sitting_seats_of(act->change, act->sitting, act->item.id, &seats, err))
		return false;
	seat = sitting_seat_of(&seats, moving->person);
	if (!seat || !sitting_is_there(seat->presence))
		return refuse(err, ERROR_INVALID,
			_("Only somebody who took part in the item can differ from its decision. Nothing was saved."));
	return reservation_put(act, seat, moving->text, err) && sitting_item_touch(act, err);
}

bool sitting_reserve(struct casework *cw, const struct operation *op, int64_t item, int64_t person, const char *text,
	struct error *err)
{
	static const struct sitting_deed own = {"sitting-reserve", RIGHT_RESERVE, reserve_save};
	static const struct sitting_deed of_other = {"sitting-reserve", RIGHT_SITTING_RECORD, reserve_save};
	struct moving moving = {.person = person, .text = text};

	return sitting_item_deed_run(cw, op, person == casework_actor(cw) ? &own : &of_other, item, &moving, err);
}
