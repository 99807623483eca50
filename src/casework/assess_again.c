/* Words on one's own sheet after it is handed in. Invariant: what was handed in is never touched; each later word is a
 * row of its own, with its author, its time and why. */
#include "casework/assess_inner.h"

#include "base/text.h"
#include "base/words.h"

static bool sheet_is_in(const struct assess_subject *subject, struct error *err)
{
	return subject->submitted_at ||
	       refuse(err, ERROR_INVALID, _("Your assessment of %s is a draft: change it as it is. Nothing was saved."),
		       subject->number);
}

/* Points with a reason, or an abstention: a later word says all of it anew. */
static bool word_is_whole(const struct score *score, const struct score_change *from, struct error *err)
{
	const char *criterion = score->criterion->id;

	if (score->abstention)
		return true;
	if (!from->set_points || score->points == SCORE_NONE)
		return refuse(err, ERROR_INVALID, _("%s: give points 0-4 or abstain. Nothing was saved."), criterion);
	if (!from->set_reason || text_blank(score->reason))
		return refuse(err, ERROR_INVALID, _("%s: the new points need a reason. Nothing was saved."), criterion);
	return assess_points_fit(score, err);
}

static int64_t step_or_null(int step)
{
	return step == SCORE_NONE ? MONEY_UNKNOWN : step;
}

static bool word_write(struct change *change, const struct assess_subject *subject, const struct score *score,
	const char *why, struct error *err)
{
	return store_run(change->store, SQL_RESCORE_ADD,
		       BINDS(BIND("assessment", subject->assessment), BIND("criterion", score->criterion->id),
			       BIND("criteria_version", subject->criteria_version),
			       BIND("points", step_or_null(score->points)), BIND("low", step_or_null(score->low)),
			       BIND("high", step_or_null(score->high)),
			       BIND("reason", score->abstention ? score->abstention : score->reason), BIND("why", why),
			       BIND("scored_by", casework_actor(change->cw)),
			       BIND("scored_at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_RESCORE, store_last_id(change->store), subject->application, NULL, err);
}

/* A span belongs to the points it was given with. */
static struct score_change whole(const struct score_change *from)
{
	struct score_change change = *from;

	if (change.set_points && !change.set_span) {
		change.set_span = true;
		change.low = change.high = SCORE_NONE;
	}
	return change;
}

static bool words_put(struct change *change, struct score_sheet *sheet, struct assess_subject *subject,
	const struct score_change *changes, int count, const char *why, struct error *err)
{
	bool touched[SCORE_CRITERIA] = {0};

	for (int i = 0; i < count; i++) {
		struct score_change each = whole(&changes[i]);
		bool before[SCORE_CRITERIA];

		memcpy(before, touched, sizeof(before));
		if (!assess_change_apply(change, sheet, &each, touched, err))
			return false;
		for (int k = 0; k < sheet->count; k++) {
			if (touched[k] && !before[k] && !word_is_whole(&sheet->items[k], &each, err))
				return false;
		}
	}
	for (int k = 0; k < sheet->count; k++) {
		if (touched[k] && !word_write(change, subject, &sheet->items[k], why, err))
			return false;
	}
	return true;
}

static bool again(struct change *change, struct score_sheet *sheet, int64_t measure, const struct score_change *changes,
	int count, const char *typed, struct error *err)
{
	struct assess_subject subject;
	const char *why;

	if (!assess_sheet_read(change->cw, measure, sheet, &subject, err) || !sheet_is_in(&subject, err) ||
		!assess_sheet_may(change, &subject, err) ||
		!text_clean(&change->arena, typed ? typed : "", typed ? strlen(typed) : 0, true, &why, err))
		return false;
	if (text_blank(why))
		return refuse(err, ERROR_INVALID,
			_("Say why you score %s again: what was handed in stays beside it. Nothing was saved."),
			subject.number);
	if (count == 0)
		return refuse(err, ERROR_INVALID, _("Name a criterion to score again. Nothing was saved."));
	return words_put(change, sheet, &subject, changes, count, why, err);
}

bool score_again(struct casework *cw, const struct operation *op, int64_t measure, const struct score_change *changes,
	int count, const char *why, struct error *err)
{
	struct change change;
	struct score_sheet sheet = {0};

	if (!change_begin(&change, cw, op, "score-again", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	arena_init(&sheet.arena);
	bool written = again(&change, &sheet, measure, changes, count, why, err);
	score_sheet_done(&sheet);
	return written ? change_commit(&change, err) : change_abandon(&change);
}
