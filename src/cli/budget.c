/* kansli budget [show], budget limits, budget limit KIND YEAR AMOUNT */
#include "cli/cli.h"

#include "base/money.h"
#include "base/text.h"
#include "cli/fields.h"
#include "cli/runs.h"
#include "csv/intake_value.h"
#include "csv/reports.h"

bool budget_show_run(struct shell *shell, struct error *err)
{
	struct budget budget;
	struct report report;
	int64_t round;
	bool done;

	if (!shell_round(shell, true, &round, err) || !budget_load(shell->cw, round, &budget, err))
		return false;
	report_budget(&report, &budget);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	return done;
}

static bool budget_limits_run(struct shell *shell, struct error *err)
{
	struct limit_list list;
	struct report report;
	bool done;

	if (!limit_list_load(shell->cw, &list, err))
		return false;
	report_limits(&report, &list);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	limit_list_done(&list);
	return done;
}

static bool limit_kind(struct shell *shell, const char **code, struct error *err)
{
	struct programme programme;
	struct error why = {0};
	bool read;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	read = value_word(&programme, "limit", shell->arguments[0], code, &why);
	*code = read ? arena_text(&shell->arena, *code) : NULL;
	programme_done(&programme);
	return read || refuse(err, why.kind, "'%s': %s", shell->arguments[0], why.text);
}

static bool limit_year(struct shell *shell, int *year, struct error *err)
{
	int number = text_number(shell->arguments[1]);

	if (number < BUDGET_FIRST || number >= BUDGET_FIRST + BUDGET_YEARS)
		return refuse(err, ERROR_INVALID, _("'%s' is no payment year. Grants are given %d–%d (1 §)."),
			shell->arguments[1], BUDGET_FIRST, BUDGET_FIRST + BUDGET_YEARS - 1);
	*year = number;
	return true;
}

static bool budget_limit_run(struct shell *shell, struct error *err)
{
	char today[DAY_TEXT], amount[MONEY_TEXT];
	struct limit_change change = {.source = NULL, .valid_from = today};
	struct operation op;

	day_text(casework_today(shell->cw), today);
	if (!limit_kind(shell, &change.kind, err) || !limit_year(shell, &change.year, err) ||
		!money_parse(shell->arguments[2], &change.ore, err) ||
		!field_text(shell, "source", &change.source, err) || !field_day(shell, "from", &change.valid_from, err))
		return false;
	if (!change.source)
		return refuse(err, ERROR_INVALID, _("Say --source: the document that sets the limit."));
	if (!strcmp(change.kind, "round") && !shell_round(shell, false, &change.round, err))
		return false;
	if (!shell_operation(shell, NULL, &op, err) || !limit_put(shell->cw, &op, &change, err))
		return false;
	shell_say(shell, _("%s %d: %s from %s."), limit_kind_word(change.kind), change.year,
		money_text(change.ore, MONEY_KR, words_swedish(), amount), change.valid_from);
	return true;
}

static const struct option_row show_options[] = {
	{"round", N_("ROUND"), N_("one round only"), false},
	{0},
};
static const struct option_row limit_options[] = {
	{"source", N_("TEXT"), N_("the document that sets it"), false},
	{"from", N_("DAY"), N_("the first day it is in force (today)"), false},
	{"round", N_("ROUND"), N_("for a round's own limit"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, "", 0, 0, N_("show limits, decided, planned and paid per year"), show_options, budget_show_run,
		false, true, true},
	{"show", "visa", "", 0, 0, N_("the same"), show_options, budget_show_run, false, true, true},
	{"limits", "gränser", "", 0, 0, N_("list the limits with their sources"), NULL, budget_limits_run, false, true,
		true},
	{"limit", "gräns", N_("KIND YEAR AMOUNT"), 3, 3,
		N_("enter a limit: appropriation, carried over, authority to commit or round"), limit_options,
		budget_limit_run, false, false, false},
	{0},
};
const struct verb verb_budget = {"budget", "ram", N_("money per year and its limits"), forms};
