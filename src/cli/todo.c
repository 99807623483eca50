/* kansli todo: what is to be done, by oneself or in the office; and how many cases each officer has. */
#include "cli/cli.h"
#include "csv/reports.h"

static bool list_show(struct shell *shell, bool mine, bool officers, struct error *err)
{
	struct todo_list list;
	struct report report;
	bool with_year, done;

	if (!shell_with_year(shell, &with_year, err) || !todo_list_load(shell->cw, mine, &list, err))
		return false;
	if (officers)
		report_officers(&report, &list);
	else
		report_todo(&report, &list, with_year);
	done = shell_report(shell, &report, false, err);
	if (done && !officers && !list.count) {
		shell->exit = 3;
		shell_say(shell, _("There is nothing to do."));
	}
	report_done(&report);
	todo_list_done(&list);
	return done;
}

static bool todo_run(struct shell *shell, struct error *err)
{
	return list_show(shell, !shell_switch(shell, "office"), false, err);
}

static bool load_run(struct shell *shell, struct error *err)
{
	return list_show(shell, false, true, err);
}

static const struct option_row options[] = {
	{"office", NULL, N_("everybody's, not only one's own"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, "", 0, 0, N_("list what is to be done, the nearest day first"), options, todo_run, false, true,
		true},
	{"load", "belastning", "", 0, 0, N_("list how many open cases each officer has"), NULL, load_run, false, true,
		true},
	{0},
};
const struct verb verb_todo = {"todo", "attgöra", N_("list what is to be done"), forms};
