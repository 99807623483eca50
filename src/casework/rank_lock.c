/* Keeping a proposal: saved to compare with, or locked for the meeting. Invariant: a kept proposal stands by itself:
 * order, points and amounts are kept as they were, whatever is assessed or applied for afterwards. */
#include "rank_inner.h"

#include "base/text.h"
#include "base/words.h"

/* What is sought may have been lowered after the chair set an amount. */
static bool amounts_hold(struct chair *chair, struct error *err)
{
	char a[MONEY_TEXT], b[MONEY_TEXT], number[32];

	for (int i = 0; i < chair->now.count; i++) {
		const struct rank_row *row = &chair->now.items[i];
		if (row->outcome || row->proposed_ore == MONEY_UNKNOWN || row->proposed_ore <= row->sought_ore)
			continue;
		return chair_number(chair, row, number, err) &&
		       refuse(err, ERROR_INVALID,
			       _("%s is proposed for %s, but only %s is sought now. Set its amount anew, then lock. "
				 "Nothing was "
				 "saved."),
			       money_text(row->proposed_ore, MONEY_KR, words_swedish(), a), number,
			       money_text(row->sought_ore, MONEY_KR, words_swedish(), b));
	}
	return true;
}

/* What is unknown in one year is unknown as a whole in a locked proposal. */
static bool proposed_is_same(const struct rank_row *a, const struct rank_row *b)
{
	if (a->proposed_ore == MONEY_UNKNOWN || b->proposed_ore == MONEY_UNKNOWN)
		return a->proposed_ore == b->proposed_ore;
	return memcmp(a->proposed, b->proposed, sizeof(a->proposed)) == 0;
}

/* A proposal locked before standings were kept is compared by what it has. */
static bool standing_is_same(const struct rank_row *a, const struct rank_row *b)
{
	if (a->points != b->points || a->assessors != b->assessors)
		return false;
	return a->median < 0 || b->median < 0 ||
	       (a->median == b->median && a->lowest == b->lowest && a->highest == b->highest &&
		       a->lowest_step == b->lowest_step && a->abstained == b->abstained && a->agreed == b->agreed);
}

static bool row_is_same(const struct rank_row *a, const struct rank_row *b)
{
	if (a->measure != b->measure || a->place != b->place || !text_same(a->outcome, b->outcome) ||
		!proposed_is_same(a, b) || a->moved != b->moved || !text_same(a->reason, b->reason) ||
		!text_same(a->skip_reason, b->skip_reason))
		return false;
	return a->place == 0 || standing_is_same(a, b);
}

static bool all_is_same(const struct ranking *a, const struct ranking *b)
{
	if (a->count != b->count)
		return false;
	for (int i = 0; i < a->count; i++) {
		if (!row_is_same(&a->items[i], &b->items[i]))
			return false;
	}
	return true;
}

/* Which proposal this one must differ from: the newest kept one, and for a meeting the newest locked for one. 0: none.
 */
static bool rival_find(struct chair *chair, bool saved, int *n, struct error *err)
{
	const struct ranking *base = &chair->base;
	struct rows rows;

	*n = base->locked_at && (saved || !base->saved) ? base->n : 0;
	if (saved || *n || !base->proposal)
		return true;
	if (!store_ask(chair->change->store, SQL_RANK_FOR_MEETING, BINDS(BIND("round", base->round)), &rows, err))
		return false;
	if (rows_next(&rows))
		*n = (int)rows_number(&rows, "n");
	return rows_done(&rows, err);
}

/* The proposal kept before says already what this one would. */
static bool something_is_new(struct chair *chair, bool saved, struct error *err)
{
	struct ranking rival;
	int n;

	if (!rival_find(chair, saved, &n, err))
		return false;
	if (!n || (n != chair->base.n && !chair->base.locked_at))
		return true;
	if (!rank_read(chair->change->cw, chair->now.round, n, 0, RANK_AS_STORED, &rival, err))
		return false;
	bool same = all_is_same(&rival, &chair->now);
	if (same && rival.saved)
		refuse(err, ERROR_INVALID,
			_("Proposal %d was saved %.16s, and nothing has changed since. Nothing was saved."), rival.n,
			rival.locked_at);
	else if (same)
		refuse(err, ERROR_INVALID,
			_("Proposal %d was locked %.16s, and nothing has changed since. Nothing was saved."), rival.n,
			rival.locked_at);
	ranking_done(&rival);
	return !same;
}

static bool standing_keep(struct chair *chair, const struct rank_row *row, struct error *err)
{
	return store_run(chair->change->store, SQL_PROPOSAL_STANDING_PUT,
		BINDS(BIND("proposal", chair->now.proposal), BIND("measure", row->measure), BIND("mean", row->points),
			BIND("median", row->median), BIND("lowest", row->lowest), BIND("highest", row->highest),
			BIND("lowest_step", row->lowest_step), BIND("abstained", row->abstained),
			BIND("agreed", row->agreed)),
		err);
}

/* A moved row without a place keeps the place it is wanted at, should it get one. */
static bool row_keep(struct chair *chair, const struct rank_row *row, int index, struct error *err)
{
	bool placed = rank_has_place(row);

	if (!placed && row->moved)
		return true;
	return store_run(chair->change->store, SQL_PROPOSAL_ROW_PUT,
		       BINDS(BIND("proposal", chair->now.proposal), BIND("measure", row->measure),
			       BIND("position", index + 1), BIND("moved", row->moved), BIND("reason", row->reason),
			       BIND("points", placed ? row->points * row->assessors / RANK_UNIT : MONEY_UNKNOWN),
			       BIND("assessors", placed ? row->assessors : MONEY_UNKNOWN)),
		       err) &&
	       (!placed || standing_keep(chair, row, err));
}

static bool amount_keep(struct chair *chair, const struct rank_row *row, int year, int64_t ore, struct error *err)
{
	return store_run(chair->change->store, SQL_PROPOSED_PUT,
		BINDS(BIND("proposal", chair->now.proposal), BIND("measure", row->measure), BIND("year", year),
			BIND("ore", ore)),
		err);
}

/* Known amounts, in the years that are asked for; a proposal of nothing at all is kept in the round's own year. Unknown
 * ones have no row, and stay unknown. */
static bool amounts_keep(struct chair *chair, const struct rank_row *row, struct error *err)
{
	bool kept = false;

	if (row->proposed_ore == MONEY_UNKNOWN)
		return true;
	for (int y = 0; y < BUDGET_YEARS; y++) {
		if (row->proposed[y] == 0 && row->sought[y] == 0)
			continue;
		if (!amount_keep(chair, row, BUDGET_FIRST + y, row->proposed[y], err))
			return false;
		kept = true;
	}
	return kept || amount_keep(chair, row, chair->now.round_year, 0, err);
}

static bool rows_keep(struct chair *chair, struct error *err)
{
	if (!store_run(chair->change->store, SQL_PROPOSED_CLEAR, BINDS(BIND("proposal", chair->now.proposal)), err))
		return false;
	for (int i = 0; i < chair->now.count; i++) {
		const struct rank_row *row = &chair->now.items[i];
		if (!row_keep(chair, row, i, err) || !amounts_keep(chair, row, err))
			return false;
	}
	return true;
}

static bool keep(struct chair *chair, bool saved, const char *typed, struct error *err)
{
	struct change *change = chair->change;
	const char *name;

	return text_clean(&change->arena, typed, strlen(typed), false, &name, err) &&
	       something_is_new(chair, saved, err) && amounts_hold(chair, err) && rows_keep(chair, err) &&
	       store_run(change->store, SQL_PROPOSAL_PURPOSE_PUT,
		       BINDS(BIND("proposal", chair->now.proposal), BIND("purpose", saved ? "saved" : "meeting"),
			       BIND("name", name)),
		       err) &&
	       store_run(change->store, SQL_PROPOSAL_LOCK,
		       BINDS(BIND("id", chair->now.proposal), BIND("version", chair->now.version),
			       BIND("locked_by", casework_actor(change->cw)),
			       BIND("locked_at", (const char *)change->now)),
		       err) &&
	       chair_record(chair, 0, err);
}

static bool kept(struct casework *cw, const struct operation *op, const char *action, int64_t round, const char *name,
	struct error *err)
{
	struct change change;
	struct chair chair;

	if (!change_begin(&change, cw, op, action, err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	bool written = chair_sit(&chair, &change, round, err) && keep(&chair, name != NULL, name ? name : "", err);
	chair_done(&chair);
	return written ? change_commit(&change, err) : change_abandon(&change);
}

bool rank_lock(struct casework *cw, const struct operation *op, int64_t round, struct error *err)
{
	return kept(cw, op, "rank-lock", round, NULL, err);
}

bool rank_save(struct casework *cw, const struct operation *op, int64_t round, const char *name, struct error *err)
{
	return kept(cw, op, "rank-save", round, name ? name : "", err);
}
