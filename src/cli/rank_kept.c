/* kansli rank skip|unskip|least|save|list: what stands beside the order, and proposals that are kept. */
#include "base/money.h"
#include "casework/least.h"
#include "cli/cli.h"
#include "cli/runs.h"
#include "csv/reports.h"

bool rank_skip_run(struct shell *shell, struct error *err)
{
	struct operation op;
	const char *reason = NULL;
	int64_t round, measure;

	if (!rank_about(shell, &round, &measure, err) || !shell_text(shell, "reason", &reason, err) ||
		!shell_operation(shell, NULL, &op, err) ||
		!rank_skip(shell->cw, &op, round, measure, reason ? reason : "", err))
		return false;
	shell_say(shell, _("%s is skipped: it keeps its place and takes no money."), shell->arguments[0]);
	rank_tell(shell, round);
	return true;
}

bool rank_unskip_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t round, measure;

	if (!rank_about(shell, &round, &measure, err) || !shell_operation(shell, NULL, &op, err) ||
		!rank_unskip(shell->cw, &op, round, measure, err))
		return false;
	shell_say(shell, _("%s is no longer skipped."), shell->arguments[0]);
	rank_tell(shell, round);
	return true;
}

bool rank_least_run(struct shell *shell, struct error *err)
{
	struct operation op;
	const char *source = NULL;
	int64_t round, measure, ore = MONEY_UNKNOWN;
	char text[MONEY_TEXT];

	if (!rank_about(shell, &round, &measure, err) || !shell_money(shell, "amount", &ore, err) ||
		!shell_text(shell, "source", &source, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	if ((ore == MONEY_UNKNOWN) == !shell_switch(shell, "none"))
		return refuse(err, ERROR_INVALID, _("Say either --amount, or --none when there is none any longer."));
	if (!least_put(shell->cw, &op, measure, ore, source ? source : "", err))
		return false;
	if (ore == MONEY_UNKNOWN)
		shell_say(shell, _("%s: there is no least amount any longer."), shell->arguments[0]);
	else
		shell_say(shell, _("%s: less than %s does not make sense to grant."), shell->arguments[0],
			money_text(ore, MONEY_KR, words_swedish(), text));
	rank_tell(shell, round);
	return true;
}

bool rank_save_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t round;

	if (!shell_round(shell, false, &round, err) || !shell_operation(shell, NULL, &op, err) ||
		!rank_save(shell->cw, &op, round, shell->argument_count ? shell->arguments[0] : "", err))
		return false;
	shell_say(shell, _("The proposal is saved to compare with. A later change starts a new one from it."));
	return true;
}

bool rank_list_run(struct shell *shell, struct error *err)
{
	struct proposal_list list;
	struct report report;
	int64_t round;

	if (!shell_round(shell, false, &round, err) || !proposal_list_load(shell->cw, round, &list, err))
		return false;
	report_proposals(&report, &list);
	bool done = shell_report(shell, &report, false, err);
	report_done(&report);
	proposal_list_done(&list);
	return done;
}
