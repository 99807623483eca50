/* kansli score again, agree: what is said after handing in. */
#include "cli/cli.h"
#include "cli/runs.h"

#include "casework/assess.h"
#include "csv/reports.h"

bool score_again_run(struct shell *shell, struct error *err)
{
	struct score_change changes[SHELL_VALUES];
	struct operation op;
	const char *why = NULL;
	int64_t measure;
	int count;

	if (!shell_measure(shell, 0, &measure, err) || !score_changes_read(shell, measure, changes, &count, err) ||
		!shell_text(shell, "why", &why, err) || !shell_operation(shell, NULL, &op, err) ||
		!score_again(shell->cw, &op, measure, changes, count, why, err))
		return false;
	shell_say(shell, _("%s is scored again. What was handed in stays beside it."), shell->arguments[0]);
	return true;
}

/* "K4=3", "K4=-" */
static bool step_read(struct shell *shell, struct consensus_change *out, struct error *err)
{
	const char *typed = shell->arguments[1], *equals = strchr(typed, '=');

	if (!equals || equals == typed)
		return refuse(err, ERROR_INVALID, _("'%s': write CRITERION=POINTS, such as K4=3, or K4=-."), typed);
	out->criterion = arena_text_part(&shell->arena, typed, (size_t)(equals - typed));
	out->points = SCORE_NONE;
	if (!strcmp(equals + 1, "-"))
		return true;
	if (equals[1] < '0' || equals[1] > '0' + SCORE_MOST || equals[2])
		return refuse(
			err, ERROR_INVALID, _("'%s': points are 0, 1, 2, 3 or 4; - when they did not agree."), typed);
	out->points = equals[1] - '0';
	return true;
}

bool score_agree_run(struct shell *shell, struct error *err)
{
	struct consensus_change change = {0};
	struct operation op;
	int64_t measure;

	if (!shell_measure(shell, 0, &measure, err) || !step_read(shell, &change, err) ||
		!shell_text(shell, "discussion", &change.discussion, err) ||
		!shell_day_text(shell, "on", &change.on_day, err) || !shell_operation(shell, NULL, &op, err) ||
		!consensus_record(shell->cw, &op, measure, &change, err))
		return false;
	if (change.points == SCORE_NONE)
		shell_say(shell, _("%s %s: recorded as discussed, without a step agreed on."), shell->arguments[0],
			change.criterion);
	else
		shell_say(shell, _("%s %s: %d counts for all. Each assessor's own points stay."), shell->arguments[0],
			change.criterion, change.points);
	return true;
}
