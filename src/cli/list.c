/* kansli list */
#include "cli/cli.h"
#include "cli/runs.h"
#include "csv/reports.h"

bool list_run(struct shell *shell, struct error *err)
{
	struct application_query query = {.filter = shell_option(shell, "filter"), .sort = shell_option(shell, "sort")};
	struct application_list list;
	struct programme programme;
	struct report report;
	bool with_year, done;

	if (!shell_round(shell, true, &query.round, err) || !shell_with_year(shell, &with_year, err) ||
		!application_list_load(shell->cw, &query, &list, err))
		return false;
	if (!programme_load(shell->cw, &programme, err)) {
		application_list_done(&list);
		return false;
	}
	report_applications(&report, &list, &programme, with_year);
	done = shell_report(shell, &report, false, err);
	if (done && !list.count && query.filter) {
		shell->exit = 3;
		shell_say(shell, _("No application matches."));
	}
	report_done(&report);
	programme_done(&programme);
	application_list_done(&list);
	return done;
}

static const struct option_row options[] = {
	{"round", N_("ROUND"), N_("one round only"), false},
	{"filter", N_("FILTER"), N_("words and field:value, such as 'status:väntar sökt:5mn..20mn'"), false},
	{"sort", N_("COLUMN"),
		N_("sort by number, applicant, title, sought, due, status, officer or arrived; -COLUMN backwards"),
		false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, "", 0, 0, N_("list the applications"), options, list_run, false, true, true},
	{0},
};
const struct verb verb_list = {"list", "lista", N_("list the applications"), forms};
