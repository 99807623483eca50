/* How a reported conflict of interest was tried, and what becomes of work done before it was found. Invariant: nobody
 * tries their own, unless it is said that they were needed (FL 18 §). */
#include "casework/bar.h"
#include "casework/disqualification_inner.h"
#include "casework/field.h"

#include "base/text.h"
#include "base/words.h"

/* ---- trying */

/* The one it concerns neither tries it nor records how it was tried; that it could not be done without them is said. */
static bool may_try(const struct process *process, const struct disqualification_trial *trial, struct error *err)
{
	unsigned relation = (process->self ? RELATION_SELF : 0) | (trial->took_part ? RELATION_NEEDED : 0);
	struct casework *cw = process->change->cw;

	if (!may(cw, RIGHT_DISQUALIFICATION_TRY, relation, err))
		return false;
	if (process->chairs && !trial->took_part && !strcmp(trial->tried_by, "chair"))
		return refuse(err, ERROR_DENIED,
			_("%s is the chair and does not try their own conflict of interest: the delegation does (FL 18 "
			  "§). "
			  "Nothing was saved."),
			process->name);
	if (process->self)
		return true;
	return process->about.application ? bar_opens(cw, process->about.application, err)
					  : bar_round_opens(cw, process->about.round, err);
}

static bool trial_words_fit(const struct disqualification_trial *trial, struct error *err)
{
	static const char *const outcomes[] = {"barred", "free", "excepted", NULL};
	static const char *const triers[] = {"chair", "delegation", NULL};

	if (!process_word(trial->outcome, outcomes))
		return refuse(err, ERROR_INVALID, _("'%s' is no outcome. There are: barred, free, excepted (FL 17 §)."),
			trial->outcome ? trial->outcome : "");
	return process_word(trial->tried_by, triers) ||
	       refuse(err, ERROR_INVALID, _("'%s' does not try conflicts of interest. There are: chair, delegation."),
		       trial->tried_by ? trial->tried_by : "");
}

static bool trial_save(struct process *process, const struct disqualification_trial *trial, struct error *err)
{
	const struct field field = {"tried_on", N_("Tried on"), FIELD_PAST};
	const struct form form = {&field, 1};
	struct change *change = process->change;
	const char *on = text_blank(trial->tried_on) ? change->today : trial->tried_on;

	if (!trial_words_fit(trial, err) || !may_try(process, trial, err))
		return false;
	if (!text_same(process->answer, "reported"))
		return refuse(err, ERROR_INVALID,
			_("%s has not reported anything here, so there is nothing to try. Nothing was saved."),
			process->name);
	if (!form_clean(change->cw, &form, &on, &change->arena, NULL, err) ||
		!process_text(change, N_("Reasons"), trial->reasons, &process->reasons, err))
		return false;
	process->tried_on = on;
	process->tried_by = trial->tried_by;
	process->took_part = trial->took_part;
	process->outcome = trial->outcome;
	return process_save(process, err);
}

bool disqualification_try(
	struct casework *cw, const struct operation *op, const struct disqualification_trial *trial, struct error *err)
{
	struct change change;
	struct process process;

	if (!change_begin(&change, cw, op, "disqualification-try", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!process_begin(&process, &change, trial->person, trial->about, err) || !trial_save(&process, trial, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* ---- found later */

static bool found_take(struct process *process, const struct disqualification_later *later, struct error *err)
{
	bool reported = text_same(process->answer, "reported");

	if (reported && text_blank(later->ground) && text_blank(later->what))
		return true;
	if (!process_ground(later->ground, process, err) ||
		!process_text(process->change, N_("Circumstance"), later->what, &process->what, err))
		return false;
	if (reported)
		return true;
	process->answer = "reported";
	process->answered_at = process->change->now;
	process->recorded_by = casework_actor(process->change->cw);
	return true;
}

static bool work_take(struct process *process, const struct disqualification_later *later, struct error *err)
{
	static const char *const works[] = {"none", "set_aside", "kept", "redone", NULL};

	if (text_blank(later->work))
		return text_blank(later->work_why) || refuse(err, ERROR_INVALID,
							      _("Say what becomes of the work, too: none, set_aside, "
								"kept or redone. Nothing was saved."));
	if (!process_word(later->work, works))
		return refuse(err, ERROR_INVALID,
			_("Work: '%s' is no word for it. There are: none, set_aside, kept, redone."), later->work);
	if (text_same(process->outcome, "free") && strcmp(later->work, "none") && strcmp(later->work, "kept"))
		return refuse(err, ERROR_INVALID,
			_("%s was tried %s and is not disqualified, so the work stands. Nothing was saved."),
			process->name, process->tried_on);
	process->work = later->work;
	return process_text(process->change, N_("Reason"), later->work_why, &process->work_why, err);
}

bool disqualification_later(
	struct casework *cw, const struct operation *op, const struct disqualification_later *later, struct error *err)
{
	struct change change;
	struct process process;

	if (!change_begin(&change, cw, op, "disqualification-later", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!process_begin(&process, &change, later->person, later->about, err) ||
		!process_may(&process, RIGHT_DISQUALIFICATION_RECORD, err) || !found_take(&process, later, err) ||
		!work_take(&process, later, err))
		return change_abandon(&change);
	process.later = true;
	if (!process_save(&process, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
