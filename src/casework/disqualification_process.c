/* One person and what may be in conflict, as it stands inside a change. Invariant: it is read, and written with its
 * event, in the change's own transaction. */
#include "casework/bar.h"
#include "casework/disqualification_inner.h"
#include "casework/field.h"

#include "base/text.h"
#include "base/words.h"

/* ---- reading */

static bool person_read(struct process *process, struct error *err)
{
	struct change *change = process->change;
	struct rows rows;
	bool serves = false;

	if (!store_ask(change->store, SQL_DISQUALIFICATION_PERSON,
		    BINDS(BIND("person", process->person), BIND("today", (const char *)change->today)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		process->name = rows_text(&rows, "name", &change->arena);
		serves = rows_bool(&rows, "serves");
		process->chairs = rows_bool(&rows, "chairs");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!process->name)
		return refuse(err, ERROR_MISSING, _("There is no such person. Nothing was saved."));
	return serves || refuse(err, ERROR_INVALID,
				 _("%s has no part in the office's cases today, so there is no conflict of interest to "
				   "ask about."),
				 process->name);
}

static bool about_is(struct process *process, struct error *err)
{
	struct disqualification_about about = process->about;
	struct change *change = process->change;
	struct rows rows;
	bool found;

	if (!about.application == !about.round)
		return refuse(err, ERROR_INVALID,
			_("A conflict of interest is about one application or about a round. Say which."));
	if (!(about.application ? store_ask(change->store, SQL_DISQUALIFICATION_APPLICATION,
					  BINDS(BIND("application", about.application)), &rows, err)
				: store_ask(change->store, SQL_DISQUALIFICATION_ROUND,
					  BINDS(BIND("round", about.round)), &rows, err)))
		return false;
	found = rows_next(&rows);
	if (found && about.application) {
		rows_number(&rows, "round");
		rows_number(&rows, "year");
		rows_number(&rows, "n");
	} else if (found) {
		rows_text(&rows, "name", &change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	return found || refuse(err, ERROR_MISSING,
				about.application ? _("There is no such application.") : _("There is no such round."));
}

static void row_take(struct process *process, struct rows *rows)
{
	struct arena *arena = &process->change->arena;

	process->id = rows_number(rows, "id");
	process->version = rows_number(rows, "version");
	process->asked_on = rows_text(rows, "asked_on", arena);
	process->asked_by = rows_number_or(rows, "asked_by", 0);
	process->answer = rows_text(rows, "answer", arena);
	process->answered_at = rows_text(rows, "answered_at", arena);
	process->ground = rows_text(rows, "ground", arena);
	process->what = rows_text(rows, "what", arena);
	process->later = rows_bool(rows, "later");
	process->tried_on = rows_text(rows, "tried_on", arena);
	process->tried_by = rows_text(rows, "tried_by", arena);
	process->took_part = rows_bool(rows, "took_part");
	process->outcome = rows_text(rows, "outcome", arena);
	process->reasons = rows_text(rows, "reasons", arena);
	process->work = rows_text(rows, "work", arena);
	process->work_why = rows_text(rows, "work_why", arena);
	process->recorded_by = rows_number(rows, "recorded_by");
}

bool process_begin(struct process *process, struct change *change, int64_t person, struct disqualification_about about,
	struct error *err)
{
	struct rows rows;

	*process = (struct process){.change = change,
		.person = person,
		.about = about,
		.self = person == casework_actor(change->cw),
		.what = "",
		.tried_by = "",
		.reasons = "",
		.work_why = ""};
	if (!about_is(process, err) || !person_read(process, err) ||
		!store_ask(change->store, SQL_DISQUALIFICATION_FIND,
			BINDS(BIND("person", person),
				BIND("application", about.application ? about.application : MONEY_UNKNOWN),
				BIND("round", about.round ? about.round : MONEY_UNKNOWN)),
			&rows, err))
		return false;
	if (rows_next(&rows))
		row_take(process, &rows);
	return rows_done(&rows, err) &&
	       change_fresh(change, OBJECT_DISQUALIFICATION, process->id, process->version, err);
}

bool process_may(const struct process *process, enum right right, struct error *err)
{
	struct casework *cw = process->change->cw;
	unsigned relation = process->self ? RELATION_SELF : RELATION_NONE;

	return process->about.application ? may_about(cw, right, relation, process->about.application, err)
					  : may_in_round(cw, right, relation, process->about.round, err);
}

/* ---- writing */

#define PROCESS_BINDS(process)                                                                                         \
	BIND("asked_on", (process)->asked_on),                                                                         \
		BIND("asked_by", (process)->asked_by ? (process)->asked_by : MONEY_UNKNOWN),                           \
		BIND("answer", (process)->answer), BIND("answered_at", (process)->answered_at),                        \
		BIND("ground", (process)->ground), BIND("what", (process)->what), BIND("later", (process)->later),     \
		BIND("tried_on", (process)->tried_on), BIND("tried_by", (process)->tried_by),                          \
		BIND("took_part", (process)->took_part), BIND("outcome", (process)->outcome),                          \
		BIND("reasons", (process)->reasons), BIND("work", (process)->work),                                    \
		BIND("work_why", (process)->work_why), BIND("recorded_by", (process)->recorded_by)

bool process_save(struct process *process, struct error *err)
{
	struct change *change = process->change;
	struct disqualification_about about = process->about;
	const char *before = NULL;

	if (process->id) {
		before = change_facts(change, OBJECT_DISQUALIFICATION, process->id, err);
		if (!before || !store_run(change->store, SQL_DISQUALIFICATION_PUT,
				       BINDS(BIND("id", process->id), BIND("version", process->version),
					       PROCESS_BINDS(process)),
				       err))
			return false;
	} else {
		if (!store_run(change->store, SQL_DISQUALIFICATION_ADD,
			    BINDS(BIND("person", process->person),
				    BIND("application", about.application ? about.application : MONEY_UNKNOWN),
				    BIND("round", about.round ? about.round : MONEY_UNKNOWN), PROCESS_BINDS(process)),
			    err))
			return false;
		process->id = store_last_id(change->store);
	}
	return change_record(change, OBJECT_DISQUALIFICATION, process->id, about.application, before, err);
}

bool process_word(const char *word, const char *const words[])
{
	for (; word && *words; words++)
		if (!strcmp(word, *words))
			return true;
	return false;
}

/* One text, cleaned and not empty. */
bool process_text(struct change *change, const char *label, const char *typed, const char **out, struct error *err)
{
	const struct field field = {"text", label, FIELD_TEXT, .needed = true};
	const struct form form = {&field, 1};

	*out = typed;
	return form_clean(change->cw, &form, out, &change->arena, NULL, err);
}

/* ---- what both files take in */

bool process_ground(const char *ground, struct process *process, struct error *err)
{
	static const char *const grounds[] = {"party", "representative", "earlier", "other", NULL};

	if (!process_word(ground, grounds))
		return refuse(err, ERROR_INVALID,
			_("Ground: '%s' is none. There are: party, representative, earlier, other (FL 16 § 1–4)."),
			ground ? ground : "");
	process->ground = ground;
	return true;
}
