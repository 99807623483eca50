/* kansli round list|add|change */
#include "cli/cli.h"

#include "casework/round.h"
#include "cli/fields.h"
#include "csv/reports.h"

static bool round_list_run(struct shell *shell, struct error *err)
{
	struct round_list list;
	struct report report;
	bool done;

	if (!round_list_load(shell->cw, &list, err))
		return false;
	report_rounds(&report, &list);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	round_list_done(&list);
	return done;
}

/* The newest versions of criteria and control points: what a new round uses unless told otherwise. */
static bool newest_versions(struct shell *shell, struct round_change *change, struct error *err)
{
	struct programme programme;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	for (int i = 0; i < programme.criterion_count; i++)
		if (programme.criteria[i].version > change->criteria_version)
			change->criteria_version = programme.criteria[i].version;
	for (int i = 0; i < programme.gate_count; i++)
		if (programme.gates[i].version > change->gate_version)
			change->gate_version = programme.gates[i].version;
	programme_done(&programme);
	return true;
}

static bool round_fields(struct shell *shell, struct round_change *change, struct error *err)
{
	int64_t year = change->year;

	if (!shell_number(shell, "year", &year, err) ||
		!shell_number(shell, "criteria", &change->criteria_version, err) ||
		!shell_number(shell, "gates", &change->gate_version, err) ||
		!field_text(shell, "title", &change->title, err) ||
		!field_day(shell, "opens", &change->opens_on, err) ||
		!field_day(shell, "closes", &change->closes_on, err))
		return false;
	change->year = year > 9999 || year < 0 ? 9999 : (int)year;
	return true;
}

static bool round_add_run(struct shell *shell, struct error *err)
{
	struct round_change change = {.name = shell->arguments[0], .title = shell->arguments[0]};
	struct operation op;

	change.year = (int)strtol(change.name, NULL, 10);
	if (!newest_versions(shell, &change, err) || !round_fields(shell, &change, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	if (!change.opens_on || !change.closes_on)
		return refuse(err, ERROR_INVALID, _("Say --opens and --closes: the round's first and last day."));
	if (!round_add(shell->cw, &op, &change, NULL, err))
		return false;
	shell_say(shell, _("The round %s is added."), change.name);
	return true;
}

static bool round_change_run(struct shell *shell, struct error *err)
{
	struct round now;
	struct round_change change;
	struct operation op;

	if (!round_find(shell->cw, shell->arguments[0], &shell->arena, &now, err))
		return false;
	change = (struct round_change){
		now.name, now.title, now.opens_on, now.closes_on, now.year, now.criteria_version, now.gate_version};
	if (!field_text(shell, "name", &change.name, err) || !round_fields(shell, &change, err) ||
		!shell_operation(shell, NULL, &op, err) || !round_change(shell->cw, &op, now.id, &change, err))
		return false;
	shell_say(shell, _("The round %s is changed."), change.name);
	return true;
}

static const struct option_row options[] = {
	{"name", N_("NAME"), N_("another short name, such as 2027"), false},
	{"title", N_("TEXT"), N_("what the round is called"), false},
	{"opens", N_("DAY"), N_("first day for applications"), false},
	{"closes", N_("DAY"), N_("last day for applications"), false},
	{"year", N_("YEAR"), N_("the year its decisions are meant for (the name)"), false},
	{"criteria", N_("N"), N_("version of the criteria (the newest)"), false},
	{"gates", N_("N"), N_("version of the control points (the newest)"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("list the rounds"), NULL, round_list_run, false, true, true},
	{"add", "lägg-till", N_("NAME"), 1, 1, N_("add a round"), options + 1, round_add_run, false, false, false},
	{"change", "ändra", N_("NAME"), 1, 1, N_("change a round: what is not named stays"), options, round_change_run,
		false, false, false},
	{0},
};
const struct verb verb_round = {"round", "omgång", N_("application rounds"), forms};
