/* The chair's verbs. Invariant: an open proposal keeps only what the chair has done; everything else in it follows the
 * assessments and what is sought. */
#include "rank_inner.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"
#include "casework/bar.h"

/* ---- the open proposal */

static bool proposal_make(struct chair *chair, struct error *err)
{
	struct change *change = chair->change;
	const struct ranking *base = &chair->base;

	if (!store_run(change->store, SQL_PROPOSAL_ADD,
		    BINDS(BIND("round", base->round), BIND("n", base->n + 1),
			    BIND("made_by", casework_actor(change->cw)), BIND("made_at", (const char *)change->now),
			    BIND("version", base->version + 1)),
		    err))
		return false;
	int64_t made = store_last_id(change->store);
	chair->made = true;
	return store_run(change->store, SQL_PROPOSAL_COPY_MOVES, BINDS(BIND("from", base->proposal), BIND("to", made)),
		       err) &&
	       store_run(change->store, SQL_PROPOSAL_COPY_AMOUNTS,
		       BINDS(BIND("from", base->proposal), BIND("to", made)), err) &&
	       store_run(change->store, SQL_PROPOSAL_COPY_SKIPS, BINDS(BIND("from", base->proposal), BIND("to", made)),
		       err) &&
	       rank_read(change->cw, base->round, 0, 0, RANK_AS_STORED, &chair->now, err);
}

bool chair_sit(struct chair *chair, struct change *change, int64_t round, struct error *err)
{
	*chair = (struct chair){.change = change};
	if (!may_in_round(change->cw, RIGHT_RANK_MOVE, RELATION_NONE, round, err) ||
		!rank_read(change->cw, round, 0, 0, RANK_AS_STORED, &chair->base, err) ||
		!change_fresh(change, OBJECT_PROPOSAL, chair->base.proposal, chair->base.version, err))
		return false;
	if (!chair->base.proposal || chair->base.locked_at)
		return proposal_make(chair, err);
	chair->now = chair->base;
	chair->before = change_facts(change, OBJECT_PROPOSAL, chair->now.proposal, err);
	return chair->before != NULL;
}

void chair_done(struct chair *chair)
{
	if (chair->made)
		ranking_done(&chair->now);
	ranking_done(&chair->base);
}

bool chair_record(struct chair *chair, int64_t application, struct error *err)
{
	return change_record(chair->change, OBJECT_PROPOSAL, chair->now.proposal, application, chair->before, err);
}

bool chair_number(struct chair *chair, const struct rank_row *row, char out[32], struct error *err)
{
	char number[16];

	if (!application_number_short(chair->change->cw, row->year, row->application_n, number, err))
		return false;
	snprintf(out, 32, "%s.%d", number, row->n);
	return true;
}

bool chair_touch(struct chair *chair, struct error *err)
{
	return chair->made || store_run(chair->change->store, SQL_PROPOSAL_TOUCH,
				      BINDS(BIND("id", chair->now.proposal), BIND("version", chair->now.version)), err);
}

bool chair_row(struct chair *chair, int64_t measure, struct rank_row **out, char number[32], struct error *err)
{
	struct rank_row *row = NULL;

	for (int i = 0; i < chair->now.count; i++) {
		if (chair->now.items[i].measure == measure)
			row = &chair->now.items[i];
	}
	if (!row)
		return refuse(err, ERROR_MISSING,
			_("That measure is not in the ranking of round %s: it is withdrawn, or belongs to another "
			  "round."),
			chair->now.round_name);
	if (!bar_free(chair->change->cw, row->application, err) || !chair_number(chair, row, number, err))
		return false;
	if (row->outcome)
		return refuse(err, ERROR_INVALID,
			_("%s is decided: neither its place nor its amount is changed here. Nothing was saved."),
			number);
	*out = row;
	return true;
}

/* ---- moving */

static bool row_put(
	struct chair *chair, const struct rank_row *row, int position, const char *reason, struct error *err)
{
	return store_run(chair->change->store, SQL_PROPOSAL_ROW_PUT,
		BINDS(BIND("proposal", chair->now.proposal), BIND("measure", row->measure), BIND("position", position),
			BIND("moved", true), BIND("reason", reason), bind_null("points"), bind_null("assessors")),
		err);
}

static bool place_is_there(int place, int places, struct error *err)
{
	return (place >= 1 && place <= places) ||
	       refuse(err, ERROR_INVALID, _("There is no place %d: the places are 1 to %d. Nothing was saved."), place,
		       places);
}

static bool bars_any(const struct ranking *ranking)
{
	for (int i = 0; i < ranking->count; i++)
		if (ranking->items[i].barred)
			return true;
	return false;
}

/* The chair counts the places that are shown, and a case the chair is barred from is not among them: the place, among
 * all, of the row that is shown there. Nothing is told of the others. */
static bool place_among_all(struct chair *chair, int *place, struct error *err)
{
	struct ranking seen;

	if (!bars_any(&chair->now))
		return place_is_there(*place, chair->now.placed, err);
	if (!rank_read(chair->change->cw, chair->now.round, 0, 0, RANK_AS_ACTOR, &seen, err))
		return false;
	bool there = place_is_there(*place, seen.placed, err);
	int64_t measure = there ? seen.items[*place - 1].measure : 0;
	ranking_done(&seen);
	for (int i = 0; i < chair->now.placed; i++) {
		if (chair->now.items[i].measure == measure)
			*place = chair->now.items[i].place;
	}
	return there;
}

/* Moved rows keep the places they are shown at. Those that stand in an unbroken row from the wanted place give way by
 * one towards the place this one leaves. */
static bool others_give_way(struct chair *chair, const struct rank_row *row, int place, struct error *err)
{
	int step = row->place > place ? 1 : -1, stop = row->place;
	struct rank_row *rows = chair->now.items;

	for (int at = place; at != stop && rows[at - 1].moved; at += step)
		rows[at - 1].place = at + step;
	for (int i = 0; i < chair->now.placed; i++) {
		if (rows[i].moved && &rows[i] != row && !row_put(chair, &rows[i], rows[i].place, rows[i].reason, err))
			return false;
	}
	return true;
}

static bool move(struct chair *chair, int64_t measure, int place, const char *typed, struct error *err)
{
	struct rank_row *row;
	char number[32];
	const char *reason;

	typed = typed ? typed : "";
	if (!chair_row(chair, measure, &row, number, err))
		return false;
	if (!rank_has_place(row))
		return refuse(err, ERROR_INVALID,
			_("%s has no place yet: every assessor must have handed in first. Nothing was saved."), number);
	if (!place_among_all(chair, &place, err) ||
		!text_clean(&chair->change->arena, typed, strlen(typed), true, &reason, err))
		return false;
	if (text_blank(reason))
		return refuse(err, ERROR_INVALID,
			_("A measure moved from its place by points needs a reason (13 §). %s was not moved."), number);
	return others_give_way(chair, row, place, err) && row_put(chair, row, place, reason, err) &&
	       chair_touch(chair, err) && chair_record(chair, row->application, err);
}

bool rank_move(struct casework *cw, const struct operation *op, int64_t round, int64_t measure, int place,
	const char *reason, struct error *err)
{
	struct change change;
	struct chair chair;

	if (!change_begin(&change, cw, op, "rank-move", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	bool written = chair_sit(&chair, &change, round, err) && move(&chair, measure, place, reason, err);
	chair_done(&chair);
	return written ? change_commit(&change, err) : change_abandon(&change);
}

static bool unmove(struct chair *chair, int64_t measure, struct error *err)
{
	struct rank_row *row;
	char number[32];

	if (!chair_row(chair, measure, &row, number, err))
		return false;
	if (!row->moved)
		return refuse(
			err, ERROR_INVALID, _("%s has not been moved: it stands where its points put it."), number);
	return store_run(chair->change->store, SQL_PROPOSAL_ROW_DROP,
		       BINDS(BIND("proposal", chair->now.proposal), BIND("measure", measure)), err) &&
	       chair_touch(chair, err) && chair_record(chair, row->application, err);
}

bool rank_unmove(struct casework *cw, const struct operation *op, int64_t round, int64_t measure, struct error *err)
{
	struct change change;
	struct chair chair;

	if (!change_begin(&change, cw, op, "rank-unmove", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	bool written = chair_sit(&chair, &change, round, err) && unmove(&chair, measure, err);
	chair_done(&chair);
	return written ? change_commit(&change, err) : change_abandon(&change);
}

/* ---- proposed amounts */

/* What is sought bounds what can be proposed, so it must be known; and the sum is what counts, not each year's. */
static bool amount_fits(const struct rank_row *row, int year, int64_t ore, const char *number, struct error *err)
{
	int64_t proposed[BUDGET_YEARS], sought = rank_amount(row->sought, 0);
	char a[MONEY_TEXT], b[MONEY_TEXT];

	if (year < BUDGET_FIRST || year >= BUDGET_FIRST + BUDGET_YEARS)
		return refuse(err, ERROR_INVALID, _("%d is no payment year: grants are paid %d–%d (1 §)."), year,
			BUDGET_FIRST, BUDGET_FIRST + BUDGET_YEARS - 1);
	if (ore != MONEY_UNKNOWN && (ore < 0 || ore > MONEY_MOST))
		return refuse(err, ERROR_INVALID, _("A proposed amount is 0 or more. Nothing was saved."));
	if (sought == MONEY_UNKNOWN)
		return refuse(err, ERROR_INVALID,
			_("It is not known how much is sought for %s, so no amount can be proposed. Nothing was "
			  "saved."),
			number);
	memcpy(proposed, row->proposed, sizeof(proposed));
	proposed[year - BUDGET_FIRST] = ore == MONEY_UNKNOWN ? row->sought[year - BUDGET_FIRST] : ore;
	int64_t total = rank_amount(proposed, 0);
	return total <= sought ||
	       refuse(err, ERROR_INVALID,
		       _("That would propose %s in all for %s, but only %s is sought. Nothing was saved."),
		       money_text(total, MONEY_KR, words_swedish(), a), number,
		       money_text(sought, MONEY_KR, words_swedish(), b));
}

static bool set(struct chair *chair, int64_t measure, int year, int64_t ore, struct error *err)
{
	struct rank_row *row;
	char number[32];

	if (!chair_row(chair, measure, &row, number, err) || !amount_fits(row, year, ore, number, err))
		return false;
	struct store *store = chair->change->store;
	struct bind proposal = BIND("proposal", chair->now.proposal), of = BIND("measure", measure),
		    in = BIND("year", year);
	bool written = ore == MONEY_UNKNOWN
			       ? store_run(store, SQL_PROPOSED_DROP, BINDS(proposal, of, in), err)
			       : store_run(store, SQL_PROPOSED_PUT, BINDS(proposal, of, in, BIND("ore", ore)), err);
	return written && chair_touch(chair, err) && chair_record(chair, row->application, err);
}

bool rank_set(struct casework *cw, const struct operation *op, int64_t round, int64_t measure, int year, int64_t ore,
	struct error *err)
{
	struct change change;
	struct chair chair;

	if (!change_begin(&change, cw, op, "rank-set", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	bool written = chair_sit(&chair, &change, round, err) && set(&chair, measure, year, ore, err);
	chair_done(&chair);
	return written ? change_commit(&change, err) : change_abandon(&change);
}
