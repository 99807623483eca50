/* The chair proposes to skip a measure. Invariant: a skipped row keeps its place, its amounts and its reason, so that
 * taking the skip back leaves nothing behind. */
#include "rank_inner.h"

#include "base/text.h"
#include "base/words.h"

static bool skip(struct chair *chair, int64_t measure, const char *typed, struct error *err)
{
	struct rank_row *row;
	char number[32];
	const char *reason;

	if (!chair_row(chair, measure, &row, number, err))
		return false;
	if (!rank_has_place(row))
		return refuse(err, ERROR_INVALID,
			_("%s has no place yet: every assessor must have handed in first. Nothing was saved."), number);
	if (!text_clean(&chair->change->arena, typed, strlen(typed), true, &reason, err))
		return false;
	if (text_blank(reason))
		return refuse(err, ERROR_INVALID,
			_("A measure that is skipped though it may fit needs a reason (13 §). %s was not skipped."),
			number);
	return store_run(chair->change->store, SQL_PROPOSAL_SKIP_PUT,
		       BINDS(BIND("proposal", chair->now.proposal), BIND("measure", measure), BIND("reason", reason)),
		       err) &&
	       chair_touch(chair, err) && chair_record(chair, row->application, err);
}

bool rank_skip(struct casework *cw, const struct operation *op, int64_t round, int64_t measure, const char *reason,
	struct error *err)
{
	struct change change;
	struct chair chair;

	if (!change_begin(&change, cw, op, "rank-skip", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	bool written = chair_sit(&chair, &change, round, err) && skip(&chair, measure, reason ? reason : "", err);
	chair_done(&chair);
	return written ? change_commit(&change, err) : change_abandon(&change);
}

static bool unskip(struct chair *chair, int64_t measure, struct error *err)
{
	struct rank_row *row;
	char number[32];

	if (!chair_row(chair, measure, &row, number, err))
		return false;
	if (!row->skip_reason)
		return refuse(err, ERROR_INVALID, _("%s is not skipped. Nothing was saved."), number);
	return store_run(chair->change->store, SQL_PROPOSAL_SKIP_DROP,
		       BINDS(BIND("proposal", chair->now.proposal), BIND("measure", measure)), err) &&
	       chair_touch(chair, err) && chair_record(chair, row->application, err);
}

bool rank_unskip(struct casework *cw, const struct operation *op, int64_t round, int64_t measure, struct error *err)
{
	struct change change;
	struct chair chair;

	if (!change_begin(&change, cw, op, "rank-unskip", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	bool written = chair_sit(&chair, &change, round, err) && unskip(&chair, measure, err);
	chair_done(&chair);
	return written ? change_commit(&change, err) : change_abandon(&change);
}
