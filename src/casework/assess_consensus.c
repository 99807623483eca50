/* What assessors say together where they differ. Invariant: nothing is recorded while an assessor of the measure has
 * not handed in, and each one's own scores stay as they were given. */
#include "casework/assess_inner.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/office.h"

struct ground {
	const char *criterion; /* as the law writes it; NULL: the round does not ask it */
	int said, waiting;
	int64_t n, last; /* records there are, and the last one */
};

static bool ground_read(struct change *change, const struct assess_subject *subject, const char *criterion,
	struct ground *out, struct error *err)
{
	struct rows rows;

	*out = (struct ground){0};
	if (!store_ask(change->store, SQL_CONSENSUS_GROUND,
		    BINDS(BIND("measure", subject->measure), BIND("criterion", criterion),
			    BIND("version", subject->round_criteria)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		out->criterion = rows_text(&rows, "criterion", &change->arena);
		out->said = (int)rows_number(&rows, "said");
		out->waiting = (int)rows_number(&rows, "waiting");
		out->n = rows_number(&rows, "n");
		out->last = rows_number_or(&rows, "last", 0);
	}
	return rows_done(&rows, err);
}

static bool ground_holds(
	const struct assess_subject *subject, const struct ground *ground, const char *criterion, struct error *err)
{
	if (!ground->criterion)
		return refuse(err, ERROR_MISSING, _("There is no criterion '%s' in this round. Nothing was saved."),
			criterion);
	if (ground->waiting)
		return refuse(err, ERROR_INVALID,
			_("%d assessors of %s have not handed in. They score by themselves first, and talk after. "
			  "Nothing was saved."),
			ground->waiting, subject->number);
	return ground->said >= 2 || refuse(err, ERROR_INVALID,
					    _("Fewer than two assessors have said anything of %s of %s: there is "
					      "nothing to agree on. Nothing "
					      "was saved."),
					    ground->criterion, subject->number);
}

/* What is typed, made fit to keep. */
static bool typed_read(
	struct change *change, const struct consensus_change *typed, struct consensus_change *out, struct error *err)
{
	const char *discussion = typed->discussion ? typed->discussion : "";
	bool dated = typed->on_day && typed->on_day[0];
	day on = dated ? day_read(typed->on_day) : casework_today(change->cw);

	*out = *typed;
	out->criterion = typed->criterion ? typed->criterion : "";
	out->on_day = dated ? typed->on_day : change->today;
	if (typed->points < SCORE_NONE || typed->points > SCORE_MOST)
		return refuse(err, ERROR_INVALID, _("%s: points are whole steps from 0 to 4. Nothing was saved."),
			out->criterion);
	if (on == DAY_NONE)
		return refuse(err, ERROR_INVALID, _("'%s' is no day. Write it as 2026-12-01. Nothing was saved."),
			typed->on_day);
	if (on > casework_today(change->cw))
		return refuse(err, ERROR_INVALID, _("%s has not come yet. Nothing was saved."), typed->on_day);
	if (!text_clean(&change->arena, discussion, strlen(discussion), true, &out->discussion, err))
		return false;
	return !text_blank(out->discussion) ||
	       refuse(err, ERROR_INVALID,
		       _("%s: write what was said: what they agreed on, and why. Nothing was saved."), out->criterion);
}

static bool record(struct change *change, const struct assess_subject *subject, const struct consensus_change *typed,
	struct error *err)
{
	struct consensus_change values;
	struct ground ground;

	if (!may_about(change->cw, RIGHT_CONSENSUS_RECORD, subject->relation & ~RELATION_BARRED, subject->application,
		    err) ||
		!assess_subject_is_open(subject, err) || !typed_read(change, typed, &values, err) ||
		!ground_read(change, subject, values.criterion, &ground, err) ||
		!ground_holds(subject, &ground, values.criterion, err) ||
		!change_fresh(change, OBJECT_CONSENSUS, ground.last, ground.n, err))
		return false;
	return store_run(change->store, SQL_CONSENSUS_ADD,
		       BINDS(BIND("measure", subject->measure), BIND("criterion", ground.criterion),
			       BIND("criteria_version", subject->round_criteria),
			       BIND("points", values.points == SCORE_NONE ? MONEY_UNKNOWN : values.points),
			       BIND("discussion", values.discussion), BIND("on_day", values.on_day),
			       BIND("recorded_by", casework_actor(change->cw)),
			       BIND("recorded_at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_CONSENSUS, store_last_id(change->store), subject->application, NULL, err);
}

bool consensus_record(struct casework *cw, const struct operation *op, int64_t measure,
	const struct consensus_change *typed, struct error *err)
{
	struct change change;
	struct assess_subject subject;

	if (!change_begin(&change, cw, op, "consensus-record", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!assess_subject_read(cw, measure, &change.arena, &subject, err) || !record(&change, &subject, typed, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
