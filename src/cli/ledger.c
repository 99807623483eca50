/* kansli ledger [show], ledger measures, ledger rows: what stands on the accounts. */
#include "cli/cli.h"

#include "base/words.h"
#include "casework/measure.h"
#include "csv/reports_ledger.h"

static bool query_read(struct shell *shell, struct ledger_query *query, struct error *err)
{
	if (!shell_round(shell, true, &query->round, err) || !shell_day_text(shell, "on", &query->as_of, err))
		return false;
	if (!shell->argument_count)
		return true;
	return strchr(shell->arguments[0], '.') ? shell_measure(shell, 0, &query->measure, err)
						: shell_application(shell, 0, &query->application, err);
}

static bool ledger_run(struct shell *shell, enum ledger_by by, struct error *err)
{
	struct ledger_query query = {.by = by};
	struct ledger_list list;
	struct report report;
	bool with_year;
	bool done;

	if (!query_read(shell, &query, err) || !shell_with_year(shell, &with_year, err) ||
		!ledger_list_load(shell->cw, &query, &list, err))
		return false;
	report_ledger(&report, &list, with_year);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	ledger_list_done(&list);
	return done;
}

static bool years_run(struct shell *shell, struct error *err)
{
	return ledger_run(shell, LEDGER_PER_YEAR, err);
}

static bool measures_run(struct shell *shell, struct error *err)
{
	return ledger_run(shell, LEDGER_PER_MEASURE, err);
}

static bool rows_run(struct shell *shell, struct error *err)
{
	return ledger_run(shell, LEDGER_PER_MEASURE_YEAR, err);
}

static const struct option_row options[] = {
	{"round", N_("ROUND"), N_("one round only"), false},
	{"on", N_("DAY"), N_("what was booked by the end of a day"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("[NR]"), 0, 1, N_("show what stands on the accounts per payment year, of all or of one case"),
		options, years_run, false, true, true},
	{"show", "visa", N_("[NR]"), 0, 1, N_("the same"), options, years_run, false, true, true},
	{"measures", "åtgärder", N_("[NR]"), 0, 1, N_("per measure"), options, measures_run, false, true, true},
	{"rows", "rader", N_("[NR]"), 0, 1, N_("per measure and payment year"), options, rows_run, false, true, true},
	{0},
};
const struct verb verb_ledger = {"ledger", "huvudbok", N_("every krona granted, and where it is"), forms};
