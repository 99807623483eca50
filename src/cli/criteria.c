/* kansli criteria: the criteria as versions that the delegation adopts. Looking stands here, changing in
 * criteria_change.c. */
#include "cli/cli.h"

#include "base/text.h"
#include "cli/runs.h"
#include "csv/reports.h"

bool criteria_number(struct shell *shell, int nth, int64_t *out, struct error *err)
{
	const char *text = shell->arguments[nth];

	*out = text_number(text);
	return *out ||
	       refuse(err, ERROR_INVALID, _("'%s' is no version of the criteria. Write 2 for the second one."), text);
}

static bool versions_run(struct shell *shell, struct error *err)
{
	struct criteria_list list;
	struct report report;

	if (!criteria_list_load(shell->cw, &list, err))
		return false;
	report_criteria_list(&report, &list);
	bool done = shell_report(shell, &report, false, err);
	report_done(&report);
	criteria_list_done(&list);
	return done;
}

/* ---- one */

static void head_lines(struct shell *shell, const struct criteria_version *head)
{
	struct buffer *out = &shell->out;

	buffer_format(out, _("Version %lld, %s"), (long long)head->number, criteria_state_word(head->state));
	if (head->adopted_on)
		buffer_format(out, _(" %s by decision %s"), head->adopted_on, head->adopted_ref);
	buffer_format(out, "\n");
	if (head->from_number)
		buffer_format(out, _("Made from version %lld by %s, %.10s: %s\n"), (long long)head->from_number,
			head->made_by, head->made_at, head->why);
	if (head->rounds[0])
		buffer_format(out, _("Used in: %s\n"), head->rounds);
}

static void criterion_lines(struct buffer *out, const struct criterion *item)
{
	int language = words_swedish();

	buffer_format(
		out, "\n%s\t%s\t%d%s\n", item->id, item->name[language], item->weight, item->bonus ? _("\tbonus") : "");
	for (int step = 0; step < 5; step++)
		buffer_format(out, "  %d %s\n", step, item->step[step][language]);
}

static void criteria_lines(struct shell *shell, const struct criteria *criteria)
{
	head_lines(shell, &criteria->head);
	for (int i = 0; i < criteria->count; i++)
		criterion_lines(&shell->out, &criteria->items[i]);
	buffer_format(&shell->out, "\n");
	buffer_format(&shell->out, _("Sum of weights\t%d\n"), criteria->head.weights);
}

static bool show_run(struct shell *shell, struct error *err)
{
	struct criteria criteria;
	struct report report;
	int64_t number;
	bool done;

	if (!criteria_number(shell, 0, &number, err) || !criteria_load(shell->cw, number, &criteria, err))
		return false;
	if (shell_for_programs(shell)) {
		report_criteria(&report, &criteria);
		done = shell_report(shell, &report, false, err);
		report_done(&report);
	} else {
		criteria_lines(shell, &criteria);
		done = shell_divert(shell, err);
	}
	criteria_done(&criteria);
	return done;
}

/* ---- two */

static bool compare_run(struct shell *shell, struct error *err)
{
	struct criteria_comparison comparison;
	struct report report;
	int64_t before, after;

	if (!criteria_number(shell, 0, &before, err) || !criteria_number(shell, 1, &after, err) ||
		!criteria_compare(shell->cw, before, after, &comparison, err))
		return false;
	report_criteria_comparison(&report, &comparison);
	bool done = shell_report(shell, &report, false, err);
	report_done(&report);
	if (done)
		shell_say(shell, _("Version %lld beside %lld: %d criteria differ, %d would have to be scored again."),
			(long long)after, (long long)before, comparison.changed, comparison.anew);
	criteria_comparison_done(&comparison);
	return done;
}

/* ---- what it would do */

static void preview_tell(const struct shell *shell, const struct criteria_preview *preview)
{
	const struct comparison *order = &preview->order;

	shell_say(shell,
		_("Under version %lld instead of %lld: %d moved, %d now fit, %d no longer fit, %d lack scores. Of %d "
		  "handed-in assessments %d would have to be completed. Nothing is changed."),
		(long long)preview->after, (long long)preview->before, order->moved, order->fell_in, order->fell_out,
		preview->lacking, preview->sheets, preview->incomplete);
	if (order->after.hidden)
		shell_say(shell,
			ngettext("%d measure is left out: its points are hidden from you.",
				"%d measures are left out: their points are hidden from you.",
				(unsigned long)order->after.hidden),
			order->after.hidden);
}

static bool preview_run(struct shell *shell, struct error *err)
{
	struct criteria_preview preview;
	struct report report;
	int64_t number, round;
	bool with_year;
	int year = 0;

	if (!criteria_number(shell, 0, &number, err) || !shell_round(shell, false, &round, err) ||
		!shell_year(shell, &year, err) || !shell_with_year(shell, &with_year, err) ||
		!criteria_preview_load(shell->cw, number, round, year, &preview, err))
		return false;
	report_criteria_preview(&report, &preview, with_year);
	bool done = shell_report(shell, &report, false, err);
	report_done(&report);
	if (done)
		preview_tell(shell, &preview);
	criteria_preview_done(&preview);
	return done;
}

static const struct option_row preview_options[] = {
	{"round", N_("NAME"), N_("the round"), false},
	{"year", N_("YEAR"), N_("one payment year"), false},
	{0},
};
static const struct option_row draft_options[] = {
	{"from", N_("N"), N_("the version it begins as a copy of"), false},
	{"why", N_("TEXT"), N_("why it is made"), false},
	{0},
};
static const struct option_row criterion_options[] = {
	{"weight", N_("N"), N_("weight, 1-100; those of a version add up to 100"), false},
	{"name", N_("TEXT"), N_("name in Swedish"), false},
	{"name-en", N_("TEXT"), N_("name in English"), false},
	{"step", N_("N=TEXT"), N_("what a step means, in Swedish"), true},
	{"step-en", N_("N=TEXT"), N_("what a step means, in English"), true},
	{"bonus", N_("yes|no"), N_("a wish rather than a demand"), false},
	{"trace", N_("TEXT"), N_("the provision or sentence it comes from"), false},
	{"place", N_("N"), N_("its place among the criteria"), false},
	{0},
};
static const struct option_row adopt_options[] = {
	{"on", N_("DAY"), N_("the day of the delegation's decision"), false},
	{"ref", N_("NUMBER"), N_("the decision's number"), false},
	{0},
};
static const struct option_row use_options[] = {
	{"round", N_("NAME"), N_("the round"), false},
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("list the versions of the criteria"), NULL, versions_run, false, true, true},
	{"show", "visa", N_("N"), 1, 1, N_("show a version with what each step means"), NULL, show_run, false, true,
		true},
	{"compare", "jämför", N_("N N"), 2, 2, N_("show what differs between two versions"), NULL, compare_run, false,
		true, true},
	{"preview", "förhandsvisa", N_("N"), 1, 1, N_("show what a version would do to a round's order"),
		preview_options, preview_run, false, true, true},
	{"draft", "föreslå", "", 0, 0, N_("draft a new version from another"), draft_options, criteria_draft_run, false,
		false, false},
	{"set", "sätt", N_("N CRITERION"), 2, 2, N_("change a criterion of a draft: what is not named stays"),
		criterion_options, criterion_set_run, false, false, false},
	{"add", "lägg-till", N_("N CRITERION"), 2, 2, N_("add a criterion to a draft"), criterion_options,
		criterion_add_run, false, false, false},
	{"remove", "ta-bort", N_("N CRITERION"), 2, 2, N_("take a criterion out of a draft"), NULL,
		criterion_remove_run, false, false, false},
	{"adopt", "fastställ", N_("N"), 1, 1, N_("record that the delegation has adopted a version"), adopt_options,
		criteria_adopt_run, false, false, false},
	{"use", "använd", N_("N"), 1, 1, N_("assess a round under an adopted version; no score is rewritten"),
		use_options, criteria_use_run, false, false, false},
	{"drop", "lägg-undan", N_("N"), 1, 1, N_("drop a draft; its number is not used again"), NULL, criteria_drop_run,
		false, false, false},
	{0},
};
const struct verb verb_criteria = {"criteria", "kriterier", N_("the criteria as versions"), forms};
