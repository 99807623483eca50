/* The delegation's decision on a version of the criteria, and the round that is assessed under it. Invariant: what is
 * adopted adds up to 100, says what each step means in both languages, and never changes afterwards. */
#include "casework/bar.h"
#include "casework/criteria_inner.h"
#include "casework/office.h"

#include "base/text.h"
#include "base/words.h"

/* ---- adopting */

static bool text_lacks(const struct criterion *criterion, int *step, int *language)
{
	for (*language = 0; *language < 2; (*language)++) {
		*step = -1;
		if (text_blank(criterion->name[*language]))
			return true;
		for (*step = 0; *step < 5; (*step)++)
			if (text_blank(criterion->step[*step][*language]))
				return true;
	}
	return false;
}

static const char *text_lack(const struct criterion *criterion, struct arena *arena)
{
	int step, language;

	if (!text_lacks(criterion, &step, &language))
		return NULL;
	if (step < 0)
		return arena_format(arena, language ? _("%s has no name in Swedish.") : _("%s has no name in English."),
			criterion->id);
	return arena_format(arena,
		language ? _("%s: step %d has no text in Swedish.") : _("%s: step %d has no text in English."),
		criterion->id, step);
}

const char *criteria_lack(const struct criteria *criteria, struct arena *arena)
{
	if (criteria->head.weights != CRITERIA_WHOLE)
		return arena_format(
			arena, _("The weights add up to %d; they are to add up to 100."), criteria->head.weights);
	for (int i = 0; i < criteria->count; i++) {
		const char *lack = text_lack(&criteria->items[i], arena);

		if (lack)
			return lack;
	}
	return NULL;
}

static bool may_be_adopted(struct change *change, const struct criteria *criteria, struct error *err)
{
	const struct criteria_version *head = &criteria->head;
	const char *lack;

	if (head->state == CRITERIA_ADOPTED)
		return refuse(err, ERROR_INVALID, _("Version %lld was adopted on %s, by decision %s."),
			(long long)head->number, head->adopted_on, head->adopted_ref);
	if (head->state == CRITERIA_DROPPED)
		return refuse(err, ERROR_INVALID, _("Version %lld was dropped on %.10s. Draft a new version from it."),
			(long long)head->number, head->dropped_at);
	lack = criteria_lack(criteria, &change->arena);
	return !lack || refuse(err, ERROR_INVALID, _("Version %lld cannot be adopted. %s Nothing was saved."),
				(long long)head->number, lack);
}

static bool decision_read(struct change *change, const char *on, const char *typed, const char **ref, struct error *err)
{
	const char *text = typed ? typed : "";
	day decided = on ? day_read(on) : DAY_NONE;

	if (decided == DAY_NONE)
		return refuse(
			err, ERROR_INVALID, _("Decided on: “%s” is no day. Write it as 2026-12-01."), on ? on : "");
	if (decided > casework_today(change->cw))
		return refuse(err, ERROR_INVALID, _("Decided on: %s has not come yet."), on);
	if (!text_clean(&change->arena, text, strlen(text), false, ref, err))
		return false;
	return !text_blank(*ref) ||
	       refuse(err, ERROR_INVALID,
		       _("Decision: name the delegation's decision by its number, such as 2026:14."));
}

static bool adopt_write(
	struct change *change, const struct criteria *criteria, const char *on, const char *typed, struct error *err)
{
	int64_t number = criteria->head.number;
	const char *ref, *before;

	return may_be_adopted(change, criteria, err) && decision_read(change, on, typed, &ref, err) &&
	       change_fresh(change, OBJECT_CRITERIA, number, criteria->head.version, err) &&
	       (before = change_facts(change, OBJECT_CRITERIA, number, err)) &&
	       store_run(change->store, SQL_CRITERIA_TOUCH, BINDS(BIND("number", number)), err) &&
	       store_run(change->store, SQL_CRITERIA_ADOPT,
		       BINDS(BIND("number", number), BIND("adopted_on", on), BIND("adopted_ref", ref)), err) &&
	       change_record(change, OBJECT_CRITERIA, number, 0, before, err);
}

bool criteria_adopt(struct casework *cw, const struct operation *op, int64_t number, const char *on, const char *ref,
	struct error *err)
{
	struct criteria criteria;
	struct change change;
	bool adopted;

	if (!change_begin(&change, cw, op, "criteria-adopt", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_CRITERIA_ADOPT, RELATION_NONE, err) || !criteria_read(cw, number, &criteria, err))
		return change_abandon(&change);
	adopted = adopt_write(&change, &criteria, on, ref, err);
	criteria_done(&criteria);
	return adopted ? change_commit(&change, err) : change_abandon(&change);
}

/* ---- the round's version */

struct round_now {
	const char *name;
	int64_t version, criteria;
	int locked; /* number of the newest proposal, where it is locked for a meeting */
	bool decided;
};

static bool round_now(struct change *change, int64_t round, struct round_now *out, struct error *err)
{
	struct round_now now = {0};
	struct rows rows;

	if (!store_ask(change->store, SQL_CRITERIA_ROUND, BINDS(BIND("round", round)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		now.name = rows_text(&rows, "name", &change->arena);
		now.version = rows_number(&rows, "version");
		now.criteria = rows_number(&rows, "criteria");
		now.decided = rows_bool(&rows, "decided");
		now.locked = (int)rows_number_or(&rows, "locked", 0);
	}
	if (!rows_done(&rows, err))
		return false;
	*out = now;
	return now.name || refuse(err, ERROR_MISSING, _("There is no such round."));
}

static bool version_may_rule(struct change *change, int64_t number, struct error *err)
{
	struct criteria criteria;
	enum criteria_state state;

	if (!criteria_read(change->cw, number, &criteria, err))
		return false;
	state = criteria.head.state;
	criteria_done(&criteria);
	return state == CRITERIA_ADOPTED ||
	       refuse(err, ERROR_INVALID,
		       _("Version %lld is not adopted by the delegation. Record its decision first; the round stays as "
			 "it is."),
		       (long long)number);
}

static bool round_may_turn(const struct round_now *now, int64_t number, struct error *err)
{
	if (now->criteria == number)
		return refuse(
			err, ERROR_INVALID, _("Round %s has version %lld already."), now->name, (long long)number);
	if (now->decided)
		return refuse(err, ERROR_INVALID,
			_("Measures of round %s are decided under version %lld. The rest of the round is weighed by "
			  "the "
			  "same criteria (13 §): the new version is for a later round."),
			now->name, (long long)now->criteria);
	return !now->locked ||
	       refuse(err, ERROR_INVALID,
		       _("Proposal %d of round %s is locked for the meeting under version %lld. The chair begins a new "
			 "proposal before the round gets other criteria."),
		       now->locked, now->name, (long long)now->criteria);
}

static bool use_write(struct change *change, int64_t number, int64_t round, struct error *err)
{
	struct round_now now;
	const char *before;

	return version_may_rule(change, number, err) && round_now(change, round, &now, err) &&
	       round_may_turn(&now, number, err) && change_fresh(change, OBJECT_ROUND, round, now.version, err) &&
	       (before = change_facts(change, OBJECT_ROUND, round, err)) &&
	       store_run(change->store, SQL_CRITERIA_USE, BINDS(BIND("number", number), BIND("round", round)), err) &&
	       change_record(change, OBJECT_ROUND, round, 0, before, err);
}

bool criteria_use(struct casework *cw, const struct operation *op, int64_t number, int64_t round, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "criteria-use", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may_in_round(cw, RIGHT_ROUND_PUT, RELATION_NONE, round, err) || !use_write(&change, number, round, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
