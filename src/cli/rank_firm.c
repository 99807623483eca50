/* kansli rank compare|robust|optimum: beside the ranking, never in its place. Figures go to stdout, what they rest on
 * and how they are to be read to stderr. */
#include "base/money.h"
#include "cli/cli.h"
#include "cli/runs.h"
#include "csv/reports.h"

enum { DRAWS_LEAST = 1000, DRAWS_MOST = 1000000 };

static bool firm_ask(struct shell *shell, struct firm *firm, bool *with_year, struct error *err)
{
	int64_t round;
	int year = 0;

	return shell_round(shell, false, &round, err) && shell_year(shell, &year, err) &&
	       shell_with_year(shell, with_year, err) && firm_load(shell->cw, round, year, firm, err);
}

static void left_out_tell(const struct shell *shell, const struct firm *firm)
{
	if (firm->left_out)
		shell_say(shell,
			ngettext("%d measure is left out: it is not assessed, or its points are hidden.",
				"%d measures are left out: they are not assessed, or their points are hidden.",
				(unsigned long)firm->left_out),
			firm->left_out);
	shell_say(
		shell, _("Points are not the test of 13 §: this is shown beside the chair's order and sorts nothing."));
}

/* ---- two proposals */

static bool proposal_read(const char *text, int *out, struct error *err)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (*end || n < 1 || n > 9999)
		return refuse(err, ERROR_INVALID, _("'%s' is no proposal. Write 2 for the second one."), text);
	*out = (int)n;
	return true;
}

static void comparison_tell(const struct shell *shell, const struct comparison *comparison)
{
	char more[MONEY_TEXT];

	shell_say(shell, _("Proposal %d beside %d: %d moved, %d now fit, %d no longer fit. Above the line: %s more."),
		comparison->after.n, comparison->before.n, comparison->moved, comparison->fell_in, comparison->fell_out,
		money_text(comparison->more_ore, MONEY_KR, words_swedish(), more));
}

bool rank_compare_run(struct shell *shell, struct error *err)
{
	struct comparison comparison;
	struct report report;
	int64_t round;
	bool with_year;
	int year = 0, before, after = 0;

	if (!proposal_read(shell->arguments[0], &before, err) ||
		(shell->argument_count > 1 && !proposal_read(shell->arguments[1], &after, err)) ||
		!shell_round(shell, false, &round, err) || !shell_year(shell, &year, err) ||
		!shell_with_year(shell, &with_year, err) ||
		!comparison_load(shell->cw, round, before, after, year, &comparison, err))
		return false;
	report_comparison(&report, &comparison, with_year);
	bool done = shell_report(shell, &report, false, err);
	if (done)
		comparison_tell(shell, &comparison);
	report_done(&report);
	comparison_done(&comparison);
	return done;
}

/* ---- how firm */

static bool rule_read(const struct shell *shell, enum weighting_rule *rule, struct error *err)
{
	const char *code = shell_option(shell, "weights");

	if (!code)
		return true;
	for (*rule = WEIGHTING_HALF; *rule <= WEIGHTING_ANY; (*rule)++) {
		if (!strcmp(code, weighting_rule_code(*rule)))
			return true;
	}
	return refuse(err, ERROR_INVALID, _("'%s' is no way to vary the weights. Write half, order or any."), code);
}

static bool robust_wish(struct shell *shell, struct robust_problem *problem, struct error *err)
{
	int64_t seed = FIRM_SEED, draws = ROBUST_DRAWS;

	if (!rule_read(shell, &problem->weighting.rule, err) || !shell_number(shell, "seed", &seed, err) ||
		!shell_number(shell, "draws", &draws, err))
		return false;
	if (draws < DRAWS_LEAST || draws > DRAWS_MOST)
		return refuse(err, ERROR_INVALID, _("Write from %d to %d weightings."), DRAWS_LEAST, DRAWS_MOST);
	if (seed < 0)
		return refuse(err, ERROR_INVALID, _("A seed is a number from 0."));
	problem->seed = (uint64_t)seed;
	problem->draws = (int)draws;
	return true;
}

static bool robust_show(struct shell *shell, struct firm *firm, bool with_year, struct error *err)
{
	struct robust_watch watch = {0};
	struct robust robust;
	struct report report;

	if (!robust_wish(shell, &firm->robust, err))
		return false;
	robust_calculate(&firm->robust, &watch, &robust);
	report_robust(&report, firm, &robust, with_year);
	bool done = shell_report(shell, &report, false, err);
	report_done(&report);
	robust_done(&robust);
	if (!done)
		return false;
	shell_say(shell, "%s", robust_method_text(&shell->arena, firm));
	shell_say(
		shell, _("In %% is the share of weightings in which the measure fits. A difference under 1 is none."));
	left_out_tell(shell, firm);
	return true;
}

bool rank_robust_run(struct shell *shell, struct error *err)
{
	struct firm firm;
	bool with_year;

	if (!firm_ask(shell, &firm, &with_year, err))
		return false;
	bool done = robust_show(shell, &firm, with_year, err);
	firm_done(&firm);
	return done;
}

/* ---- what points alone would fund */

/* The last selection there is: proven, or the best one found before the time was up. */
static bool optimum_wait(const struct optimum_problem *problem, struct optimum *out, struct error *err)
{
	struct optimum_work work;
	struct optimum better;
	bool found = false;

	if (!optimum_begin(problem, &work, err))
		return false;
	while ((!found || !out->best) && optimum_next(&work, &better, err)) {
		if (found)
			optimum_done(out);
		*out = better;
		found = true;
	}
	optimum_end(&work);
	return found;
}

static void optimum_tell(struct shell *shell, const struct firm *firm, const struct optimum *optimum)
{
	char more[MONEY_TEXT];
	int64_t value, ore, alone = 0;

	firm_chair(firm, &value, &ore);
	for (int i = 0; i < optimum->count; i++) {
		for (int y = 0; y < BUDGET_YEARS; y++)
			alone += optimum->parts[i].ore[y];
	}
	money_text(alone - ore, MONEY_KR, words_swedish(), more);
	shell_say(shell, _("Points alone: %s. The chair's order: %s. Difference in money: %s."),
		points_sum_text(&shell->arena, firm, optimum->value), points_sum_text(&shell->arena, firm, value),
		more);
	for (int y = 0; y < BUDGET_YEARS; y++) {
		if (optimum->stopped[y])
			shell_say(shell,
				ngettext("%d: %s left, and %d measure outside asks for more than that.",
					"%d: %s left, and %d measures outside ask for more than that.",
					(unsigned long)optimum->stopped[y]),
				BUDGET_FIRST + y, money_text(optimum->left[y], MONEY_KR, words_swedish(), more),
				optimum->stopped[y]);
	}
	if (!optimum->best)
		shell_say(shell, _("Not proven to be the best: at most %s is possible."),
			points_sum_text(&shell->arena, firm, optimum->bound));
}

static bool optimum_show(struct shell *shell, const struct firm *firm, bool with_year, struct error *err)
{
	struct optimum optimum;
	struct report report;

	if (!optimum_wait(&firm->optimum, &optimum, err))
		return false;
	report_optimum(&report, firm, &optimum, with_year);
	bool done = shell_report(shell, &report, false, err);
	report_done(&report);
	if (done) {
		optimum_tell(shell, firm, &optimum);
		left_out_tell(shell, firm);
	}
	optimum_done(&optimum);
	return done;
}

bool rank_optimum_run(struct shell *shell, struct error *err)
{
	struct firm firm;
	bool with_year;

	if (!firm_ask(shell, &firm, &with_year, err))
		return false;
	bool done = optimum_show(shell, &firm, with_year, err);
	firm_done(&firm);
	return done;
}
