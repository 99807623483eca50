/* kansli score progress: how far a round's assessors have come, and how each has used the scale. Shown, never applied.
 */
#include "cli/cli.h"
#include "cli/runs.h"
#include "csv/reports.h"

static void progress_tell(const struct shell *shell, const struct progress *progress)
{
	shell_say(shell, _("%d of %d assessments handed in."), progress->submitted, progress->assigned);
	if (progress->to_replace)
		shell_say(shell,
			ngettext("%d assessor takes no part where assigned, and is to be replaced.",
				"%d assignments are to be given to somebody else: those assigned take no part.",
				(unsigned long)progress->to_replace),
			progress->to_replace);
	if (progress->hidden)
		shell_say(shell,
			ngettext("Points and drafts of %d measure are hidden from you and are not counted.",
				"Points and drafts of %d measures are hidden from you and are not counted.",
				(unsigned long)progress->hidden),
			progress->hidden);
	shell_say(shell, _("Severity is shown and never applied: no points change by it."));
}

static bool row_find(
	struct shell *shell, const struct progress *progress, const struct progress_row **out, struct error *err)
{
	struct person person;

	if (!person_find(shell->cw, shell->arguments[0], &shell->arena, &person, err))
		return false;
	for (int i = 0; i < progress->count; i++) {
		if (progress->items[i].person == person.id) {
			*out = &progress->items[i];
			return true;
		}
	}
	return refuse(err, ERROR_MISSING, _("%s assesses nothing in round %s."), person.name, progress->round_name);
}

static bool use_show(struct shell *shell, const struct progress *progress, struct error *err)
{
	const struct progress_row *row = NULL;
	struct report report;

	if (!row_find(shell, progress, &row, err))
		return false;
	report_use(&report, progress, row);
	bool done = shell_report(shell, &report, false, err);
	if (done) {
		shell_say(shell, "%s: %s", row->name, progress_severity_words(&shell->arena, &row->severity));
		progress_tell(shell, progress);
	}
	report_done(&report);
	return done;
}

static bool all_show(struct shell *shell, const struct progress *progress, struct error *err)
{
	struct report report;

	report_progress(&report, progress);
	bool done = shell_report(shell, &report, false, err);
	if (done)
		progress_tell(shell, progress);
	report_done(&report);
	return done;
}

bool score_progress_run(struct shell *shell, struct error *err)
{
	struct progress progress;
	int64_t round;

	if (!shell_round(shell, false, &round, err) ||
		!progress_load(shell->cw, round, shell_switch(shell, "everybody"), &progress, err))
		return false;
	bool done = shell->argument_count ? use_show(shell, &progress, err) : all_show(shell, &progress, err);
	progress_done(&progress);
	return done;
}
