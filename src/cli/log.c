/* kansli log [NR]: what has happened, and who did it. */
#include "cli/cli.h"

#include "casework/application.h"
#include "csv/reports.h"

static bool log_run(struct shell *shell, struct error *err)
{
	struct event_query query = {0};
	struct event_list list;
	struct report report;
	int64_t most = 0;
	bool done;

	if ((shell->argument_count && !shell_application(shell, 0, &query.application, err)) ||
		!shell_day_text(shell, "since", &query.since, err) || !shell_number(shell, "most", &most, err))
		return false;
	if (most < 0 || most > INT_MAX)
		return refuse(
			err, ERROR_INVALID, _("--most: '%s' is no number of events."), shell_option(shell, "most"));
	query.most = (int)most;
	if (!event_list_load(shell->cw, &query, &list, err))
		return false;
	report_events(&report, &list, shell_switch(shell, "changes"));
	done = shell_report(shell, &report, false, err);
	if (done && !list.count) {
		shell->exit = 3;
		shell_say(shell, _("Nothing has happened there."));
	}
	report_done(&report);
	event_list_done(&list);
	return done;
}

static const struct option_row options[] = {
	{"since", N_("DAY"), N_("from this day on"), false},
	{"most", N_("N"), N_("at most so many, the newest"), false},
	{"changes", NULL, N_("also what each event changed"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("[NR]"), 0, 1, N_("show what has happened, newest first"), options, log_run, false, true, true},
	{0},
};
const struct verb verb_log = {"log", "logg", N_("what has happened"), forms};
