/* What happens to an application on its way: somebody is given it, or the applicant takes it back. Invariant: each is
 * refused, with its reason, when the case has come too far for it. */
#include "casework/clock_inner.h"

#include "base/words.h"

static bool officer_holds(struct change *change, const struct standing *standing, int64_t officer, struct error *err)
{
	struct rows rows;
	bool holds = false, barred = false;
	const char *name = NULL;

	if (!officer)
		return true;
	if (!store_ask(change->store, SQL_APPLICATION_OFFICER,
		    BINDS(BIND("id", officer), BIND("today", (const char *)change->today),
			    BIND("application", standing->id)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		name = rows_text(&rows, "name", &change->arena);
		holds = rows_bool(&rows, "holds");
		barred = rows_bool(&rows, "barred");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!name)
		return refuse(err, ERROR_MISSING, _("There is no such person. The case was not assigned."));
	if (barred)
		return refuse(err, ERROR_INVALID,
			_("%s has a conflict of interest in %s and takes no part (FL 17 §). The case was not "
			  "assigned."),
			name, standing->number);
	if (!holds)
		return refuse(err, ERROR_INVALID,
			_("%s does not hold the role of case officer today. The case was not assigned."), name);
	return true;
}

static bool assign_save(struct change *change, int64_t application, int64_t officer, struct error *err)
{
	struct standing standing;
	const char *before;

	if (!may(change->cw, RIGHT_APPLICATION_ASSIGN, RELATION_NONE, err) ||
		!standing_load(change, application, &standing, err) ||
		!change_fresh(change, OBJECT_APPLICATION, application, standing.version, err) ||
		!standing_is_live(&standing, err) || !officer_holds(change, &standing, officer, err))
		return false;
	before = change_facts(change, OBJECT_APPLICATION, application, err);
	if (!before || !store_run(change->store, SQL_APPLICATION_ASSIGN,
			       BINDS(BIND("id", application), BIND("version", standing.version),
				       officer ? bind_number("officer", officer) : bind_null("officer"),
				       officer ? bind_text("assigned_on", change->today) : bind_null("assigned_on")),
			       err))
		return false;
	assert(store_changed(change->store) == 1);
	return change_record(change, OBJECT_APPLICATION, application, application, before, err);
}

bool application_assign(
	struct casework *cw, const struct operation *op, int64_t application, int64_t officer, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "application-assign", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!assign_save(&change, application, officer, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

static bool withdraw_save(struct change *change, int64_t application, const struct withdrawal *given, struct error *err)
{
	struct withdrawal clean = *given;
	struct standing standing;
	const char *before;

	if (!may(change->cw, RIGHT_APPLICATION_WITHDRAW, RELATION_NONE, err) ||
		!standing_load(change, application, &standing, err) ||
		!change_fresh(change, OBJECT_APPLICATION, application, standing.version, err) ||
		!standing_is_live(&standing, err) || !withdrawal_clean(change, &standing, &clean, err))
		return false;
	if (standing.decided)
		return refuse(err, ERROR_INVALID,
			_("A measure of application %s is decided. A withdrawal after the decision is a changed "
			  "decision, or "
			  "unused money."),
			standing.number);
	before = change_facts(change, OBJECT_APPLICATION, application, err);
	if (!before || !store_run(change->store, SQL_APPLICATION_WITHDRAW,
			       BINDS(BIND("id", application), BIND("version", standing.version),
				       BIND("withdrawn_on", clean.on), BIND("withdrawn_why", clean.why)),
			       err))
		return false;
	assert(store_changed(change->store) == 1);
	return change_record(change, OBJECT_APPLICATION, application, application, before, err) &&
	       clocks_withdraw(change, application, 0, clean.on, err);
}

bool application_withdraw(struct casework *cw, const struct operation *op, int64_t application, const char *on,
	const char *why, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "application-withdraw", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!withdraw_save(&change, application, &(struct withdrawal){on, why}, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
