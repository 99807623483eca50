/* kansli rank compare|robust|optimum: beside the ranking, never in its place. Figures go to stdout, what they rest on
 * and how they are to be read to stderr. */
#include "base/money.h"
#include "base/text.h"
#include "cli/cli.h"
#include "cli/paper.h"
#include "cli/runs.h"
#include "csv/record.h"
#include "csv/reports.h"

#include <pthread.h>
#include <time.h>

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
	*out = text_number(text);
	return *out || refuse(err, ERROR_INVALID, _("'%s' is no proposal. Write 2 for the second one."), text);
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

/* In a thread of its own, so that whoever waits can see how far it has come. */
struct working {
	const struct firm *firm;
	struct firm_watch watch;
	struct firm_answer answer;
};

static void *working_run(void *closure)
{
	struct working *working = closure;

	firm_answer(working->firm, &working->watch, &working->answer);
	return NULL;
}

/* Waits for its end, and tells how far it has come while it lasts. */
static void working_tell(const struct shell *shell, struct working *working, pthread_t thread)
{
	enum { LOOK = 50000000 }; /* ns between two looks */
	struct timespec until;
	char line[128];

	for (;;) {
		clock_gettime(CLOCK_REALTIME, &until);
		until.tv_nsec += LOOK;
		until.tv_sec += until.tv_nsec / 1000000000;
		until.tv_nsec %= 1000000000;
		if (pthread_timedjoin_np(thread, NULL, &until) == 0)
			break;
		snprintf(line, sizeof line, _("%d of %d weightings, %d of %d selections"),
			atomic_load(&working->watch.weightings.done), working->firm->robust.draws,
			atomic_load(&working->watch.selections.done), CORE_WEIGHTINGS);
		shell_progress(shell, line);
	}
	shell_progress(shell, NULL);
}

/* Nobody stops it but by ending the program. */
static void answer_wait(const struct shell *shell, const struct firm *firm, struct firm_answer *out)
{
	struct working working = {.firm = firm};
	pthread_t thread;

	if (pthread_create(&thread, NULL, working_run, &working) == 0)
		working_tell(shell, &working, thread);
	else
		working_run(&working);
	*out = working.answer;
}

static void robust_tell(struct shell *shell, const struct firm *firm, const struct firm_answer *answer)
{
	shell_say(shell, "%s", robust_method_text(&shell->arena, firm));
	shell_say(
		shell, _("In %% is the share of weightings in which the measure fits. A difference under 1 is none."));
	if (answer->cored)
		shell_say(shell, "%s", core_method_text(&shell->arena, answer));
	else
		shell_say(shell, "%s", answer->core_err.text);
	left_out_tell(shell, firm);
}

static bool robust_keep(
	struct shell *shell, const struct firm *firm, const struct firm_answer *answer, struct error *err)
{
	struct operation op;
	int64_t id;

	if (!shell_operation(shell, NULL, &op, err) || !firm_keep(shell->cw, &op, firm, answer, &id, err))
		return false;
	shell_say(shell, _("Kept for the meeting. kansli rank kept shows what is kept."));
	return true;
}

static bool robust_show(struct shell *shell, struct firm *firm, bool with_year, struct error *err)
{
	struct firm_answer answer;
	struct report report;

	if (!robust_wish(shell, &firm->robust, err))
		return false;
	answer_wait(shell, firm, &answer);
	report_robust(&report, firm, &answer, with_year);
	bool done = (!shell_switch(shell, "keep") || robust_keep(shell, firm, &answer, err)) &&
		    shell_report(shell, &report, false, err);
	if (done)
		robust_tell(shell, firm, &answer);
	report_done(&report);
	firm_answer_done(&answer);
	return done;
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

/* ---- kept */

static bool kept_show(struct shell *shell, const struct kept_list *list, int n, struct error *err)
{
	struct report report;
	bool with_year;

	if (!shell_with_year(shell, &with_year, err))
		return false;
	for (int i = 0; i < list->count; i++) {
		if (list->items[i].n != n)
			continue;
		report_kept(&report, &list->items[i], with_year);
		bool done = shell_report(shell, &report, false, err);
		report_done(&report);
		if (done) {
			shell_say(shell, "%s", kept_method_text(&shell->arena, &list->items[i]));
			shell_say(shell, "%s", kept_holds_text(&list->items[i]));
		}
		return done;
	}
	return refuse(err, ERROR_MISSING,
		_("No kept result %d that you may see. kansli rank kept shows those there are."), n);
}

static bool kept_list_show(struct shell *shell, const struct kept_list *list, struct error *err)
{
	struct report report;

	report_kept_list(&report, list);
	bool done = shell_report(shell, &report, false, err);
	report_done(&report);
	return done;
}

bool rank_kept_run(struct shell *shell, struct error *err)
{
	struct kept_list list;
	int64_t round;
	int n = 0;

	if (shell->argument_count > 0 && !proposal_read(shell->arguments[0], &n, err))
		return false;
	if (!shell_round(shell, false, &round, err) || !kept_list_load(shell->cw, round, &list, err))
		return false;
	bool done = n ? kept_show(shell, &list, n, err) : kept_list_show(shell, &list, err);
	kept_list_done(&list);
	return done;
}

/* ---- the record */

static bool record_table(struct shell *shell, int64_t round, int proposal, bool with_year, struct error *err)
{
	struct ranking ranking;
	struct report report;

	if (!ranking_load(shell->cw, round, proposal, 0, &ranking, err))
		return false;
	report_ranking(&report, &ranking, with_year);
	bool done = shell_report(shell, &report, false, err);
	report_done(&report);
	ranking_done(&ranking);
	return done;
}

bool rank_record_run(struct shell *shell, struct error *err)
{
	struct paper paper;
	int64_t round, proposal = 0;
	bool with_year, done;

	if (!shell_round(shell, false, &round, err) || !shell_number(shell, "proposal", &proposal, err) ||
		!shell_with_year(shell, &with_year, err))
		return false;
	if (shell_switch(shell, "csv") || shell_switch(shell, "plain"))
		return record_table(shell, round, (int)proposal, with_year, err);
	paper_init(&paper);
	done = record_write(shell->cw, round, (int)proposal, with_year, &paper, err) && shell_paper(shell, &paper, err);
	paper_done(&paper);
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
