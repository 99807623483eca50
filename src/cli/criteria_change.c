/* Drafting, changing and deciding a version of the criteria in the shell. */
#include "casework/criteria.h"
#include "cli/cli.h"
#include "cli/fields.h"
#include "cli/runs.h"

bool criteria_draft_run(struct shell *shell, struct error *err)
{
	int64_t from = 0, number = 0;
	const char *why = NULL;
	struct operation op;

	if (!shell_number(shell, "from", &from, err) || !field_text(shell, "why", &why, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	if (!from)
		return refuse(err, ERROR_INVALID, _("Say --from: the version the new one begins as a copy of."));
	if (!criteria_draft(shell->cw, &op, from, why, &number, err))
		return false;
	shell_say(shell, _("Version %lld is drafted from version %lld."), (long long)number, (long long)from);
	return true;
}

/* ---- a criterion */

/* Each "2=TEXT"; the step's text in the language. */
static bool steps_read(
	struct shell *shell, const char *option, struct criterion *values, int language, struct error *err)
{
	const char *value;

	for (int i = 0; (value = shell_option_nth(shell, option, i)); i++) {
		if (value[0] < '0' || value[0] > '4' || value[1] != '=')
			return refuse(err, ERROR_INVALID, _("--%s: '%s'. Write N=TEXT, such as 2=steps and times."),
				option, value);
		if (!shell_value_text(shell, value + 2, &values->step[value[0] - '0'][language], err))
			return false;
	}
	return true;
}

static bool bonus_read(const struct shell *shell, bool *out, struct error *err)
{
	const char *value = shell_option(shell, "bonus");

	if (!value)
		return true;
	*out = !strcmp(value, "yes") || !strcmp(value, "ja");
	return *out || !strcmp(value, "no") || !strcmp(value, "nej") ||
	       refuse(err, ERROR_INVALID, _("--%s: '%s'. Say yes or no."), "bonus", value);
}

static bool criterion_fields(struct shell *shell, struct criterion *values, struct error *err)
{
	int64_t weight = values->weight, place = 0;

	if (!shell_number(shell, "weight", &weight, err) || !shell_number(shell, "place", &place, err) ||
		!field_text(shell, "name", &values->name[1], err) ||
		!field_text(shell, "name-en", &values->name[0], err) ||
		!field_text(shell, "trace", &values->trace, err) || !bonus_read(shell, &values->bonus, err) ||
		!steps_read(shell, "step", values, 1, err) || !steps_read(shell, "step-en", values, 0, err))
		return false;
	values->weight = weight < 0 || weight > CRITERIA_WHOLE ? 0 : (int)weight;
	values->sort = place < 0 || place > CRITERIA_MOST ? CRITERIA_MOST : (int)place;
	return true;
}

static const char *id_typed(struct shell *shell)
{
	char *id = arena_text(&shell->arena, shell->arguments[1]);

	for (char *at = id; *at; at++)
		*at = (char)toupper((unsigned char)*at);
	return id;
}

/* What another saves between the reading and the writing is not written over. */
static bool criterion_write(
	struct shell *shell, const struct criteria *criteria, const struct criterion *from, struct error *err)
{
	struct criterion values = *from;
	struct operation op;

	if (!criterion_fields(shell, &values, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	if (!op.if_version && !shell_option(shell, "op"))
		op.if_version = criteria->head.version;
	return criterion_put(shell->cw, &op, criteria->head.number, &values, NULL, err);
}

static bool criterion_run(struct shell *shell, bool add, struct error *err)
{
	struct criteria criteria;
	const char *id = id_typed(shell);
	struct criterion fresh = {.id = id, .trace = ""};
	const struct criterion *old;
	int64_t number;
	bool done;

	if (!criteria_number(shell, 0, &number, err) || !criteria_load(shell->cw, number, &criteria, err))
		return false;
	old = criteria_find(&criteria, id);
	if (add && old && !shell_option(shell, "op"))
		done = refuse(err, ERROR_INVALID, _("Version %lld has %s already: change it with criteria set."),
			(long long)number, id);
	else if (!add && !old)
		done = refuse(err, ERROR_MISSING, _("Version %lld has no criterion %s."), (long long)number, id);
	else
		done = criterion_write(shell, &criteria, old ? old : &fresh, err);
	criteria_done(&criteria);
	return done;
}

/* What the weights come to now. */
static bool sum_tell(struct shell *shell, struct error *err)
{
	struct criteria criteria;
	int64_t number;

	if (!criteria_number(shell, 0, &number, err) || !criteria_load(shell->cw, number, &criteria, err))
		return false;
	shell_say(shell, _("Version %lld: %d criteria, the weights add up to %d."), (long long)number, criteria.count,
		criteria.head.weights);
	criteria_done(&criteria);
	return true;
}

bool criterion_set_run(struct shell *shell, struct error *err)
{
	return criterion_run(shell, false, err) && sum_tell(shell, err);
}

bool criterion_add_run(struct shell *shell, struct error *err)
{
	return criterion_run(shell, true, err) && sum_tell(shell, err);
}

bool criterion_remove_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t number;

	return criteria_number(shell, 0, &number, err) && shell_operation(shell, NULL, &op, err) &&
	       criterion_remove(shell->cw, &op, number, id_typed(shell), err) && sum_tell(shell, err);
}

/* ---- what becomes of it */

bool criteria_drop_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t number;

	if (!criteria_number(shell, 0, &number, err) || !shell_operation(shell, NULL, &op, err) ||
		!criteria_drop(shell->cw, &op, number, err))
		return false;
	shell_say(shell, _("Version %lld is dropped."), (long long)number);
	return true;
}

bool criteria_adopt_run(struct shell *shell, struct error *err)
{
	const char *on = NULL, *ref = shell_option(shell, "ref");
	struct operation op;
	int64_t number;

	if (!criteria_number(shell, 0, &number, err) || !shell_day_text(shell, "on", &on, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	if (!on || !ref)
		return refuse(err, ERROR_INVALID,
			_("Say --on and --ref: the day and the number of the delegation's decision."));
	if (!criteria_adopt(shell->cw, &op, number, on, ref, err))
		return false;
	shell_say(shell, _("Version %lld is adopted. It never changes; a round is put on it with criteria use."),
		(long long)number);
	return true;
}

bool criteria_use_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t number, round;

	if (!criteria_number(shell, 0, &number, err) || !shell_round(shell, false, &round, err) ||
		!shell_operation(shell, shell_option(shell, "why"), &op, err) ||
		!criteria_use(shell->cw, &op, number, round, err))
		return false;
	shell_say(shell, _("The round is assessed under version %lld from now on. No score is rewritten."),
		(long long)number);
	return true;
}
