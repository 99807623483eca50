/* What is asked and said about conflicts of interest. Invariant: what a person has reported stands until it has been
 * tried; nobody takes it back. */
#include "casework/disqualification_inner.h"
#include "casework/grow.h"

#include "base/text.h"
#include "base/words.h"

/* ---- asking */

static bool delegation_read(struct change *change, int64_t **persons, int *count, struct error *err)
{
	struct rows rows;

	*persons = NULL;
	*count = 0;
	if (!store_ask(change->store, SQL_DISQUALIFICATION_DELEGATION,
		    BINDS(BIND("today", (const char *)change->today)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&change->arena, *persons, *count);
		(*persons)[(*count)++] = rows_number(&rows, "person");
	}
	if (!rows_done(&rows, err))
		return false;
	return *count ||
	       refuse(err, ERROR_MISSING,
		       _("The delegation has no members today, so there is nobody to ask. Name the persons."));
}

/* Who has been asked, or has said something unasked, is passed over. */
static bool one_ask(
	struct change *change, struct disqualification_about about, int64_t person, int *asked, struct error *err)
{
	struct process process;

	if (!process_begin(&process, change, person, about, err) ||
		!process_may(&(struct process){.change = change, .about = about}, RIGHT_DISQUALIFICATION_ASK, err))
		return false;
	if (process.asked_on || process.answer)
		return true;
	process.asked_on = change->today;
	process.asked_by = process.recorded_by = casework_actor(change->cw);
	(*asked)++;
	return process_save(&process, err);
}

static bool ask_all(struct change *change, struct disqualification_about about, const int64_t *persons, int count,
	int *asked, struct error *err)
{
	int64_t *delegation;

	if (!may(change->cw, RIGHT_DISQUALIFICATION_ASK, RELATION_NONE, err))
		return false;
	if (!count) {
		if (!delegation_read(change, &delegation, &count, err))
			return false;
		persons = delegation;
	}
	*asked = 0;
	for (int i = 0; i < count; i++)
		if (!one_ask(change, about, persons[i], asked, err))
			return false;
	return *asked || refuse(err, ERROR_INVALID,
				 _("All of them have been asked already, or have answered. Nothing was saved."));
}

bool disqualification_ask(struct casework *cw, const struct operation *op, struct disqualification_about about,
	const int64_t *persons, int count, int *asked, struct error *err)
{
	struct change change;
	int made = 0;

	if (!change_begin(&change, cw, op, "disqualification-ask", err))
		return false;
	if (change.repeated) {
		if (asked)
			*asked = 0;
		return change_repeated(&change, NULL);
	}
	if (!ask_all(&change, about, persons, count, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (asked)
		*asked = made;
	return true;
}

/* ---- answering and reporting */

/* Has the person done something there already? Then it was found later. */
static bool worked_read(struct process *process, struct error *err)
{
	struct rows rows;

	if (!store_ask(process->change->store, SQL_DISQUALIFICATION_WORKED,
		    BINDS(BIND("person", process->person),
			    BIND("application",
				    process->about.application ? process->about.application : MONEY_UNKNOWN),
			    BIND("round", process->about.round ? process->about.round : MONEY_UNKNOWN)),
		    &rows, err))
		return false;
	if (rows_next(&rows))
		process->later = rows_bool(&rows, "worked") || process->later;
	return rows_done(&rows, err);
}

static bool answer_fits(const struct process *process, bool reports, struct error *err)
{
	if (!text_same(process->answer, "reported"))
		return true;
	if (process->outcome && (strcmp(process->outcome, "free") || !reports))
		return refuse(err, ERROR_INVALID,
			_("%s reported this, and it was tried %s. It changes by being tried anew. Nothing was saved."),
			process->name, process->tried_on);
	return reports ||
	       refuse(err, ERROR_INVALID,
		       _("%s reported a conflict of interest %.10s. It stands until it has been tried (FL 18 §). "
			 "Nothing was saved."),
		       process->name, process->answered_at);
}

static bool report_take(struct process *process, const struct disqualification_change *from, struct error *err)
{
	if (!process_ground(from->ground, process, err) ||
		!process_text(process->change, N_("Circumstance"), from->what, &process->what, err) ||
		!worked_read(process, err))
		return false;
	process->tried_on = process->outcome = NULL;
	process->tried_by = process->reasons = "";
	process->took_part = false;
	return true;
}

static bool answer_save(struct process *process, const struct disqualification_change *from, struct error *err)
{
	struct change *change = process->change;
	bool reports = text_same(from->answer, "reported");

	if (!reports && !text_same(from->answer, "none"))
		return refuse(err, ERROR_INVALID, _("'%s' is no answer. There are: none, reported."),
			from->answer ? from->answer : "");
	if (!(process->self ? may(change->cw, RIGHT_DISQUALIFICATION_ANSWER, RELATION_SELF, err)
			    : process_may(process, RIGHT_DISQUALIFICATION_RECORD, err)) ||
		!answer_fits(process, reports, err))
		return false;
	if (reports && !report_take(process, from, err))
		return false;
	if (!reports && (!text_blank(from->ground) || !text_blank(from->what)))
		return refuse(
			err, ERROR_INVALID, _("A ground and a circumstance belong to a report. Nothing was saved."));
	process->answer = from->answer;
	process->answered_at = change->now;
	process->recorded_by = casework_actor(change->cw);
	return process_save(process, err);
}

bool disqualification_answer(struct casework *cw, const struct operation *op,
	const struct disqualification_change *from, int64_t *id, struct error *err)
{
	bool reports = text_same(from->answer, "reported");
	struct change change;
	struct process process;

	if (!change_begin(&change, cw, op, reports ? "disqualification-report" : "disqualification-answer", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!process_begin(&process, &change, from->person ? from->person : casework_actor(cw), from->about, err) ||
		!answer_save(&process, from, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (id)
		*id = process.id;
	return true;
}
