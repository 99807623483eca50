/* kansli decide NR granted|partly|refused: records the delegation's decision with amounts per year and payment days;
 * and what replaces it. */
#include "cli/cli.h"

#include "base/money.h"
#include "base/text.h"
#include "casework/application.h"
#include "casework/decision.h"
#include "casework/measure.h"
#include "cli/deciding.h"
#include "cli/parse.h"
#include "cli/pay.h"

enum { AMOUNTS = 12, ROWS = 48 };

/* "2027=12,2 mnkr" */
static bool read_amounts(struct shell *shell, struct decision_amount *amounts, int *count, struct error *err)
{
	const char *value;

	for (*count = 0; (value = shell_option_nth(shell, "amount", *count)); ++*count) {
		char *end;
		long year = strtol(value, &end, 10);

		if (*end != '=' || *count == AMOUNTS)
			return refuse(err, ERROR_INVALID,
				_("--amount: '%s'. Write YEAR=AMOUNT, such as 2027=12,2 mnkr."), value);
		amounts[*count].year = (int)year;
		if (!money_parse(end + 1, &amounts[*count].ore, err))
			return false;
	}
	return true;
}

static bool read_instalments(struct shell *shell, struct decision_instalment *rows, int *count, struct error *err)
{
	struct programme programme;
	const char *value;
	bool read = true;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	for (*count = 0; read && (value = shell_option_nth(shell, "pay", *count)); ++*count) {
		if (*count == ROWS)
			read = refuse(err, ERROR_INVALID, _("Too many instalments at once."));
		else
			read = instalment_read(shell, &programme, value, &rows[*count], err);
		if (!read)
			break;
	}
	programme_done(&programme);
	return read;
}

/* The kinds that replace a decision are forms of the verb; the form's name is the kind's code. */
static bool region_argument(const struct shell *shell)
{
	return shell->form->name && !strcmp(shell->form->name, "leaving");
}

static bool region_code(struct shell *shell, const char **out, struct error *err)
{
	struct programme programme;
	const struct region *region;

	if (!region_argument(shell))
		return true;
	if (!programme_load(shell->cw, &programme, err))
		return false;
	region = programme_region(&programme, shell->arguments[1]);
	*out = arena_text(&shell->arena, region ? region->code : shell->arguments[1]);
	programme_done(&programme);
	return true;
}

/* FL 31 §: the item of the sitting, or who decided, presented and took part. */
static bool decided_by(struct shell *shell, struct decision_change *change, struct error *err)
{
	const char *section = shell_option(shell, "item");

	return (!section ||
		       decision_item_find(shell->cw, section,
			       change->decided_on ? day_year(day_read(change->decided_on)) : 0, &change->item, err)) &&
	       shell_text(shell, "deciders", &change->deciders, err) &&
	       shell_text(shell, "presenter", &change->presenter, err) &&
	       shell_text(shell, "others", &change->others, err);
}

/* Granted without amounts is all that is sought, year by year; without payment days, on the decision's own. */
static bool fill_sought(
	int64_t measure, struct shell *shell, struct decision_amount *amounts, int *count, struct error *err)
{
	struct measure_list list;

	if (!measure_load(shell->cw, measure, &list, err))
		return false;
	for (int i = 0; i < list.items[0].year_count; i++) {
		const struct year_amount *year = &list.items[0].years[i];

		if (year->has_sought && year->sought_ore != MONEY_UNKNOWN && year->sought_ore > 0)
			amounts[(*count)++] = (struct decision_amount){year->year, year->sought_ore};
	}
	measure_list_done(&list);
	return true;
}

static bool outcome_code(struct shell *shell, const char **out, struct error *err)
{
	struct programme programme;
	const struct word *word;

	if (shell->argument_count < 2 || region_argument(shell))
		return true;
	if (!programme_load(shell->cw, &programme, err))
		return false;
	word = programme_word(&programme, "outcome", shell->arguments[1]);
	*out = arena_text(&shell->arena, word ? word->code : NULL);
	programme_done(&programme);
	return *out || refuse(err, ERROR_INVALID, _("'%s' is no outcome. Say granted, partly or refused."),
			       shell->arguments[1]);
}

/* A day, or that none is due: whether a partial report is wanted has to be said. */
static bool report_day(struct shell *shell, const char **out, struct error *err)
{
	const char *value = shell_option(shell, "report");

	if (!value || (strcasecmp(value, "none") != 0 && strcasecmp(value, "ingen") != 0))
		return shell_day_text(shell, "report", out, err);
	*out = "none";
	return true;
}

static bool decide_texts(struct shell *shell, struct decision_change *change, struct error *err)
{
	change->provisions = change->meeting = change->ground = change->reasons = "";
	return shell_text(shell, "reasons", &change->reasons, err) &&
	       shell_text(shell, "provisions", &change->provisions, err) &&
	       shell_text(shell, "meeting", &change->meeting, err) &&
	       shell_text(shell, "ground", &change->ground, err) &&
	       shell_text(shell, "conditions", &change->conditions, err) &&
	       shell_text(shell, "how", &change->final_how, err) &&
	       shell_day_text(shell, "on", &change->decided_on, err) &&
	       shell_day_text(shell, "from", &change->from_on, err) &&
	       shell_day_text(shell, "to", &change->to_on, err) && report_day(shell, &change->report_on, err) &&
	       shell_day_text(shell, "final", &change->final_on, err);
}

static bool decide_run(struct shell *shell, struct error *err)
{
	struct decision_amount amounts[AMOUNTS];
	struct decision_instalment rows[ROWS];
	struct decision_change change = {.amounts = amounts, .instalments = rows};
	struct operation op;
	struct plan_template template;
	const char *warning = NULL;
	int64_t measure;
	bool templated;

	change.kind = shell->form->name;
	change.provision = shell_option(shell, "by");
	if (!shell_measure(shell, 0, &measure, err) || !outcome_code(shell, &change.outcome, err) ||
		!region_code(shell, &change.region, err) || !decide_texts(shell, &change, err) ||
		!decided_by(shell, &change, err) || !read_amounts(shell, amounts, &change.amount_count, err) ||
		!read_instalments(shell, rows, &change.instalment_count, err) ||
		!pay_template(shell, &template, &templated, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	if (templated && change.instalment_count)
		return refuse(err, ERROR_INVALID, _("Give --template or --pay, not both. Nothing was saved."));
	change.template = templated ? &template : NULL;
	if (!change.decided_on)
		return refuse(err, ERROR_INVALID, _("Say --on: the day the delegation decided."));
	if (change.outcome && !strcmp(change.outcome, "granted") && !change.amount_count && !change.kind &&
		!fill_sought(measure, shell, amounts, &change.amount_count, err))
		return false;
	if (!decision_record(shell->cw, &op, measure, &change, &shell->arena, &warning, NULL, err))
		return false;
	shell_say(shell, _("The decision on %s is recorded."), shell->arguments[0]);
	if (warning)
		shell_say(shell, _("Note: %s"), warning);
	return true;
}

static const struct option_row options[] = {
	{"on", N_("DAY"), N_("the day of the decision"), false},
	{"reasons", N_("TEXT"), N_("which circumstances were decisive (FL 32 §); @FILE reads a file"), false},
	{"provisions", N_("TEXT"), N_("which provisions were applied (FL 32 §)"), false},
	{"item", N_("§ N"), N_("the section of the minutes that says who decided, who presented and who took part"),
		false},
	{"deciders", N_("TEXT"), N_("who decided (FL 31 §), without an item"), false},
	{"presenter", N_("TEXT"), N_("who presented the matter, without an item"), false},
	{"others", N_("TEXT"), N_("who took part in the final handling without deciding"), false},
	{"meeting", N_("TEXT"), N_("meeting and section of the minutes; the item's"), false},
	{"amount", N_("YEAR=AMOUNT"), N_("granted for a payment year; granted without it: all that is sought"), true},
	{"pay", N_("DAY=AMOUNT[;RECIPIENT[;CONDITION]]"),
		N_("an instalment of the payment plan, or of what is left of it"), true},
	{"template", N_("half|year|milestone"), N_("instead of --pay: the payment plan made by a template"), false},
	{"shares", NULL, N_("with a template: each row in the shares of the joint measure"), false},
	{"first", N_("DAY"), N_("with half and year: the first day, and the day of later years"), false},
	{"milestone", N_("DAY=TEXT"), N_("with milestone: its day, and what is to be reached"), true},
	{"from", N_("DAY"), N_("first day of the period (14 § 4); the measure's"), false},
	{"to", N_("DAY"), N_("last day of the period; the measure's"), false},
	{"report", N_("DAY|none"), N_("when a partial report is due (14 § 5), or none"), false},
	{"final", N_("DAY"), N_("when the final report is due (14 § 6)"), false},
	{"how", N_("TEXT"), N_("how it is reported, told after the day"), false},
	{"conditions", N_("TEXT"), N_("other conditions (14 § 7)"), false},
	{"ground", N_("TEXT"), N_("why an earlier decision is replaced; of a correction what was written wrong"),
		false},
	{"by", N_("PROVISION"), N_("FL 36, FL 37 or FL 38, where the ground does not say it"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR OUTCOME"), 2, 2, N_("record a decision on a measure: granted, partly or refused"), options,
		decide_run, false, false, false},
	{"correction", "rättelse", N_("NR [OUTCOME]"), 1, 2, N_("correct a clerical error in a decision (FL 36 §)"),
		options, decide_run, false, false, false},
	{"change", "ändring", N_("NR OUTCOME"), 2, 2, N_("replace a decision by another (FL 37 or 38 §)"), options,
		decide_run, false, false, false},
	{"extension", "förlängning", "NR", 1, 1,
		N_("give a measure more time: period and reports, the money unchanged"), options, decide_run, false,
		false, false},
	{"withdrawal", "återkallelse", "NR", 1, 1, N_("end a grant whose rest the region has given up"), options,
		decide_run, false, false, false},
	{"leaving", "utträde", N_("NR REGION"), 2, 2, N_("let a region leave a joint measure"), options, decide_run,
		false, false, false},
	{"write-off", "avskriv", "NR", 1, 1, N_("write off an application or a measure of it without trying it"),
		decide_ruling_options, decide_write_off_run, false, false, false},
	{"dismiss", "avvisa", "NR", 1, 1, N_("dismiss an application or a measure of it without trying it"),
		decide_ruling_options, decide_dismiss_run, false, false, false},
	{"try", "pröva", "NR", 1, 1, N_("try after all what was written off or dismissed"), decide_ruling_options,
		decide_try_run, false, false, false},
	{"paper", "expediera", "NR", 1, 1, N_("register the letter of a decision, and note that it was sent"),
		decide_paper_options, decide_paper_run, false, false, false},
	{0},
};
const struct verb verb_decide = {"decide", "besluta", N_("record the delegation's decision"), forms};
