/* Rules of equal treatment, entered and ended by the chair. Invariant: a rule is never changed, so that what a proposal
 * was held against can be told afterwards. */
#include "casework/equal.h"

#include "base/money.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/bar.h"
#include "casework/change.h"

static bool code_known(struct change *change, const struct equal_change *rule, struct error *err)
{
	struct rows rows;
	const char *code = rule->code ? rule->code : "";

	if (!code[0])
		return true;
	if (!store_ask(change->store, SQL_EQUAL_CODE, BINDS(BIND("per", equal_per_code(rule->per)), BIND("code", code)),
		    &rows, err))
		return false;
	bool known = rows_next(&rows) && rows_bool(&rows, "known");
	if (!rows_done(&rows, err))
		return false;
	return known || refuse(err, ERROR_INVALID,
				rule->per == EQUAL_REGION ? _("There is no region '%s'. Nothing was saved.")
							  : _("There is no type '%s'. Nothing was saved."),
				code);
}

static bool value_holds(const struct equal_change *rule, struct error *err)
{
	if (rule->value < 0 || (rule->unit == EQUAL_SHARE && rule->value > 100) ||
		(rule->unit == EQUAL_ORE && rule->value > MONEY_MOST))
		return refuse(err, ERROR_INVALID,
			_("A share is 0 to 100 per cent, and an amount or a number is 0 or more. Nothing was saved."));
	return true;
}

static bool add(struct change *change, const struct equal_change *rule, int64_t *id, struct error *err)
{
	const char *typed = rule->source ? rule->source : "", *source;

	if (!code_known(change, rule, err) || !value_holds(rule, err) ||
		!text_clean(&change->arena, typed, strlen(typed), false, &source, err))
		return false;
	if (text_blank(source))
		return refuse(err, ERROR_INVALID, _("Say where the rule comes from. Nothing was saved."));
	if (!store_run(change->store, SQL_EQUAL_ADD,
		    BINDS(BIND("round", rule->round), BIND("per", equal_per_code(rule->per)),
			    BIND("code", rule->code ? rule->code : ""), BIND("bound", rule->most ? "most" : "least"),
			    BIND("unit", equal_unit_code(rule->unit)), BIND("value", rule->value),
			    BIND("source", source), BIND("put_by", casework_actor(change->cw)),
			    BIND("put_at", (const char *)change->now)),
		    err))
		return false;
	*id = store_last_id(change->store);
	return change_record(change, OBJECT_EQUAL_RULE, *id, 0, NULL, err);
}

bool equal_add(struct casework *cw, const struct operation *op, const struct equal_change *rule, int64_t *id,
	struct error *err)
{
	struct change change;
	int64_t made = 0;

	if (!change_begin(&change, cw, op, "equal-add", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!may_in_round(cw, RIGHT_EQUAL_PUT, RELATION_NONE, rule->round, err) || !add(&change, rule, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	*id = made;
	return true;
}

static bool end(struct change *change, int64_t id, struct error *err)
{
	struct rows rows;
	int64_t round = 0, version = 0;
	const char *ended_at = NULL, *before;

	if (!store_ask(change->store, SQL_EQUAL_STANDING, BINDS(BIND("id", id)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		round = rows_number(&rows, "round");
		version = rows_number(&rows, "version");
		ended_at = rows_text(&rows, "ended_at", &change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!round)
		return refuse(err, ERROR_MISSING, _("There is no such rule. Nothing was changed."));
	if (!may_in_round(change->cw, RIGHT_EQUAL_PUT, RELATION_NONE, round, err) ||
		!change_fresh(change, OBJECT_EQUAL_RULE, id, version, err))
		return false;
	if (ended_at)
		return refuse(err, ERROR_INVALID, _("The rule was ended %.16s already."), ended_at);
	return (before = change_facts(change, OBJECT_EQUAL_RULE, id, err)) &&
	       store_run(change->store, SQL_EQUAL_END,
		       BINDS(BIND("id", id), BIND("version", version), BIND("ended_at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_EQUAL_RULE, id, 0, before, err);
}

bool equal_end(struct casework *cw, const struct operation *op, int64_t id, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "equal-end", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	return end(&change, id, err) ? change_commit(&change, err) : change_abandon(&change);
}
