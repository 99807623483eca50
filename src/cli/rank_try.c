/* kansli rank try: other limits, amounts, without measures, the line moved. Nothing of it is ever saved, and the words
 * on stderr say so. */
#include "base/money.h"
#include "base/text.h"
#include "casework/application.h"
#include "cli/cli.h"
#include "cli/runs.h"
#include "csv/reports.h"

static bool limits_read(struct shell *shell, struct rank_try *wish, struct error *err)
{
	const char *value;

	for (int i = 0; (value = shell_option_nth(shell, "limit", i)); i++) {
		if (!rank_try_limit(wish, value, err))
			return false;
	}
	return true;
}

static bool without_read(struct shell *shell, struct rank_try *wish, struct error *err)
{
	const char *value;
	int64_t measure;

	for (int i = 0; (value = shell_option_nth(shell, "without", i)); i++) {
		if (!measure_find(shell->cw, value, &measure, err) || !rank_try_without(wish, measure, err))
			return false;
	}
	return true;
}

/* "12.3:2027=5 mnkr" */
static bool amount_read(struct shell *shell, const char *value, struct rank_try *wish, struct error *err)
{
	const char *colon = strchr(value, ':'), *equals = colon ? strchr(colon, '=') : NULL;
	int64_t measure, ore;
	char *end, shown[TEXT_GLIMPSE];

	text_glimpse(value, shown);
	if (!equals)
		return refuse(err, ERROR_INVALID, _("'%s' is no amount to try. Write 12.3:2027=5mnkr."), shown);
	long year = strtol(colon + 1, &end, 10);
	if (end != equals)
		return refuse(err, ERROR_INVALID, _("'%s' is no amount to try. Write 12.3:2027=5mnkr."), shown);
	return measure_find(shell->cw, arena_text_part(&shell->arena, value, (size_t)(colon - value)), &measure, err) &&
	       money_parse(equals + 1, &ore, err) && rank_try_amount(wish, measure, (int)year, ore, err);
}

static bool amounts_read(struct shell *shell, struct rank_try *wish, struct error *err)
{
	const char *value;

	for (int i = 0; (value = shell_option_nth(shell, "amount", i)); i++) {
		if (!amount_read(shell, value, wish, err))
			return false;
	}
	return true;
}

static bool wish_read(struct shell *shell, struct rank_try *wish, struct error *err)
{
	const char *last = shell_option(shell, "down-to");

	if (!limits_read(shell, wish, err) || !without_read(shell, wish, err) || !amounts_read(shell, wish, err) ||
		(last && !measure_find(shell->cw, last, &wish->down_to, err)))
		return false;
	return !rank_try_empty(wish) ||
	       refuse(err, ERROR_INVALID, _("Say what to try: --limit, --without, --amount or --down-to."));
}

static void trial_tell(struct shell *shell, const struct rank_trial *trial)
{
	shell_say(shell, "%s", rank_trial_text(&shell->arena, trial));
	for (int i = 0; i < trial->need_count; i++)
		shell_say(shell, "%s", rank_need_text(&shell->arena, &trial->needs[i]));
	shell_say(shell, "%s", rank_line_text(&shell->arena, &trial->as));
	shell_say(shell, _("This is a trial: nothing is saved, and no limit is changed."));
}

bool rank_try_run(struct shell *shell, struct error *err)
{
	struct rank_try wish = {0};
	struct ranking ranking;
	struct rank_trial trial;
	struct report report;
	int64_t round, proposal = 0;
	bool with_year;
	int year = 0;

	if (!wish_read(shell, &wish, err) || !shell_round(shell, false, &round, err) ||
		!shell_year(shell, &year, err) || !shell_number(shell, "proposal", &proposal, err) ||
		!shell_with_year(shell, &with_year, err) ||
		!ranking_load(shell->cw, round, (int)proposal, year, &ranking, err))
		return false;
	bool done = rank_try_holds(&ranking, &wish, err);
	if (done) {
		rank_try(&ranking, &wish, &trial);
		report_trial(&report, &trial, with_year);
		done = shell_report(shell, &report, false, err);
		if (done)
			trial_tell(shell, &trial);
		report_done(&report);
		rank_trial_done(&trial);
	}
	ranking_done(&ranking);
	return done;
}
