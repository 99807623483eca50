/* kansli export list|ranking|plan|budget: a report as a file. What the other verbs show, written as CSV unless another
 * form is asked for. And export case, which is JSON. */
#include "cli/cli.h"

#include "cli/runs.h"

/* CSV unless told otherwise: a table for people is no export. */
static bool export_as(struct shell *shell, bool (*run)(struct shell *shell, struct error *err), struct error *err)
{
	if (!shell_switch(shell, "json") && !shell_switch(shell, "plain") && !shell_switch(shell, "csv")) {
		if (shell->value_count == SHELL_VALUES)
			return refuse(err, ERROR_INVALID, _("Too many options at once."));
		shell->values[shell->value_count].name = "csv";
		shell->values[shell->value_count++].value = "";
	}
	return run(shell, err);
}

static bool export_list_run(struct shell *shell, struct error *err)
{
	return export_as(shell, list_run, err);
}

static bool export_ranking_run(struct shell *shell, struct error *err)
{
	return export_as(shell, rank_show_run, err);
}

static bool export_plan_run(struct shell *shell, struct error *err)
{
	return export_as(shell, pay_list_run, err);
}

static bool export_budget_run(struct shell *shell, struct error *err)
{
	return export_as(shell, budget_show_run, err);
}

static const struct option_row list_options[] = {
	{"round", N_("ROUND"), N_("one round only"), false},
	{"filter", N_("FILTER"), N_("words and field:value, such as 'status:väntar sökt:5mn..20mn'"), false},
	{"sort", N_("COLUMN"),
		N_("sort by number, applicant, title, sought, due, status, officer or arrived; -COLUMN backwards"),
		false},
	{0},
};
static const struct option_row ranking_options[] = {
	{"round", N_("ROUND"), N_("which round; needed when there are several"), false},
	{"year", N_("YEAR"), N_("one payment year; without it, all years together"), false},
	{"proposal", N_("N"), N_("an earlier proposal"), false},
	{0},
};
static const struct option_row plan_options[] = {
	{"round", N_("ROUND"), N_("one round only"), false},
	{"year", N_("YEAR"), N_("one payment year only"), false},
	{"status", N_("STATUS"), N_("planned, condition, ready, attested or paid"), false},
	{0},
};
static const struct option_row budget_options[] = {
	{"round", N_("ROUND"), N_("one round only"), false},
	{0},
};
static const struct option_row case_options[] = {
	{"output", N_("FILE"), N_("write it to FILE.json, and the documents' files to the folder FILE.files (-o)"),
		false},
	{"force", NULL, N_("overwrite them"), false},
	{0},
};
static const struct form forms[] = {
	{"case", "ärende", N_("NR"), 1, 1,
		N_("a whole case as JSON, for another office or the archive; kansli import takes it in"), case_options,
		export_case_run, false, false, false},
	{"list", "lista", "", 0, 0, N_("the applications"), list_options, export_list_run, false, true, true},
	{"ranking", "rang", "", 0, 0, N_("the ranking"), ranking_options, export_ranking_run, false, true, true},
	{"plan", "utbetalning", "", 0, 0, N_("all instalments of all plans; payment files are sealed by kansli batch"),
		plan_options, export_plan_run, false, true, true},
	{"budget", "ram", "", 0, 0, N_("money per year"), budget_options, export_budget_run, false, true, true},
	{0},
};
const struct verb verb_export = {"export", "exportera", N_("write a report or a whole case to a file"), forms};
