/* kansli pay list|show|plan|condition|review|attest|revoke|paid|returned|export */
#include "cli/cli.h"

#include "base/money.h"
#include "cli/pay.h"
#include "cli/runs.h"
#include "csv/reports.h"

static bool pay_query(struct shell *shell, struct instalment_query *query, struct error *err)
{
	query->state = shell_option(shell, "status");
	return shell_round(shell, true, &query->round, err) && shell_year(shell, &query->year, err);
}

bool pay_list_run(struct shell *shell, struct error *err)
{
	struct instalment_query query = {0};
	struct instalment_list list;
	struct report report;
	bool with_year, done;

	if (!pay_query(shell, &query, err) || !shell_with_year(shell, &with_year, err) ||
		!instalment_list_load(shell->cw, &query, &list, err))
		return false;
	report_instalments(&report, &list, with_year);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	instalment_list_done(&list);
	return done;
}

static bool pay_show_run(struct shell *shell, struct error *err)
{
	struct instalment_list rows;
	struct report report;
	struct plan plan;
	int64_t measure;
	bool with_year, done;

	if (!shell_measure(shell, 0, &measure, err) || !shell_with_year(shell, &with_year, err) ||
		!plan_load(shell->cw, measure, &plan, err))
		return false;
	rows = (struct instalment_list){.items = plan.items, .count = plan.count, .sum_ore = plan.planned_ore};
	report_instalments(&report, &rows, with_year);
	report_fact_number(&report, "plan_version", plan.version);
	report_fact_ore(&report, "granted_ore", plan.granted_ore);
	done = shell_report(shell, &report, false, err);
	for (int i = 0; done && i < plan.check_count; i++)
		shell_say(shell, "%s %s", plan.checks[i].ok ? _("yes") : _("no"), plan.checks[i].text);
	report_done(&report);
	plan_done(&plan);
	return done;
}

static bool pay_condition_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t instalment;
	const char *on = NULL;
	char today[DAY_TEXT];

	day_text(casework_today(shell->cw), today);
	if (!pay_row(shell, 0, &instalment, err) || !shell_day_text(shell, "on", &on, err) ||
		!shell_operation(shell, NULL, &op, err) ||
		!instalment_condition_met(shell->cw, &op, instalment, on ? on : today, err))
		return false;
	shell_say(shell, _("The condition of row %s of %s is met."), shell->arguments[1], shell->arguments[0]);
	return true;
}

static bool pay_returned_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t instalment;
	const char *on = NULL, *why = NULL, *reference = shell_option(shell, "reference");
	char today[DAY_TEXT];

	day_text(casework_today(shell->cw), today);
	if (!pay_row(shell, 0, &instalment, err) || !shell_day_text(shell, "on", &on, err) ||
		!shell_text(shell, "why", &why, err) || !shell_operation(shell, NULL, &op, err) ||
		!instalment_returned(
			shell->cw, &op, instalment, on ? on : today, reference ? reference : "", why ? why : "", err))
		return false;
	shell_say(shell,
		_("The payment of row %s of %s came back. Plan its amount anew: the next version of the plan puts "
		  "another "
		  "row in its place."),
		shell->arguments[1], shell->arguments[0]);
	return true;
}

static bool pay_paid_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t instalment;
	const char *on = NULL, *reference = shell_option(shell, "reference");
	char today[DAY_TEXT];

	day_text(casework_today(shell->cw), today);
	if (!pay_row(shell, 0, &instalment, err) || !shell_day_text(shell, "on", &on, err) ||
		!shell_operation(shell, shell_option(shell, "why"), &op, err) ||
		!instalment_paid(shell->cw, &op, instalment, on ? on : today, reference ? reference : "", err))
		return false;
	shell_say(shell, _("Row %s of %s is recorded as paid."), shell->arguments[1], shell->arguments[0]);
	return true;
}

/* Authorised and not yet in a file, to read: what the economy system pays from is sealed by kansli batch. */
static bool pay_export_run(struct shell *shell, struct error *err)
{
	struct instalment_query query = {.state = "attested"};
	struct instalment_list list, waiting;
	struct report report;
	char sum[MONEY_TEXT];
	bool done;

	if (!may(shell->cw, RIGHT_PAYMENT_EXPORT, 0, err) || !shell_round(shell, true, &query.round, err) ||
		!shell_year(shell, &query.year, err) || !instalment_list_load(shell->cw, &query, &list, err))
		return false;
	query.state = NULL;
	if (!instalment_list_load(shell->cw, &query, &waiting, err)) {
		instalment_list_done(&list);
		return false;
	}
	report_instalments(&report, &list, true);
	done = shell_report(shell, &report, false, err);
	if (done)
		shell_say(shell, _("%d of %d rows, %s. Rows that are not authorised, or are paid, are left out."),
			list.count, waiting.count, money_text(list.sum_ore, MONEY_KR, words_swedish(), sum));
	report_done(&report);
	instalment_list_done(&waiting);
	instalment_list_done(&list);
	return done;
}

static const struct option_row list_options[] = {
	{"round", N_("ROUND"), N_("one round only"), false},
	{"year", N_("YEAR"), N_("one payment year only"), false},
	{"status", N_("STATUS"), N_("planned, condition, ready, reviewed, attested, sealed, paid, withheld, …"), false},
	{0},
};
static const struct option_row export_options[] = {
	{"round", N_("ROUND"), N_("one round only"), false},
	{"year", N_("YEAR"), N_("one payment year only"), false},
	{0},
};
static const struct option_row confirm_options[] = {
	{"confirm", N_("SUM"), N_("the sum of the rows, typed when what is said of them has been read"), false},
	{0},
};
static const struct option_row revoke_options[] = {
	{"why", N_("TEXT"), N_("why it is taken back"), false},
	{0},
};
static const struct option_row on_options[] = {
	{"on", N_("DAY"), N_("the day (today)"), false},
	{0},
};
static const struct option_row paid_options[] = {
	{"on", N_("DAY"), N_("the day (today)"), false},
	{"reference", N_("TEXT"), N_("the economy system's number"), false},
	{"why", N_("TEXT"), N_("of a row in no sealed payment file: how it was paid"), false},
	{0},
};
static const struct option_row returned_options[] = {
	{"on", N_("DAY"), N_("the day it came back (today)"), false},
	{"reference", N_("TEXT"), N_("the bank's number"), false},
	{"why", N_("TEXT"), N_("why it came back, as the bank tells it"), false},
	{0},
};
static const struct option_row plan_options[] = {
	{"row", N_("ROW=DAY=AMOUNT[;RECIPIENT[;CONDITION]]"), N_("a row of the new version; + for a new row"), true},
	{"template", N_("half|year|milestone"),
		N_("instead of rows: what is neither authorised nor withheld, made anew"), false},
	{"shares", NULL, N_("with a template: each row in the shares of the joint measure"), false},
	{"first", N_("DAY"), N_("with half and year: the first day, and the day of later years"), false},
	{"final", N_("DAY"), N_("with half: the day of the final report (15 December)"), false},
	{"condition", N_("TEXT"), N_("with half: what the second half waits for (the final report)"), false},
	{"milestone", N_("DAY=TEXT"), N_("with milestone: its day, and what is to be reached"), true},
	{"why", N_("TEXT"), N_("why the plan is changed"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("list instalments"), list_options, pay_list_run, false, true, true},
	{"show", "visa", N_("NR"), 1, 1, N_("show a measure's payment plan and its checks"), NULL, pay_show_run, false,
		true, true},
	{"plan", "planera", N_("NR"), 1, 1, N_("make the next version of a payment plan"), plan_options, pay_plan_run,
		false, false, false},
	{"condition", "villkor", N_("NR ROW"), 2, 2, N_("note that the condition of a row is met"), on_options,
		pay_condition_run, false, false, false},
	{"review", "granska", N_("NR ROW …"), 2, -1,
		N_("review rows that somebody else made, the first of two attests"), confirm_options, pay_review_run,
		false, false, false},
	{"attest", "attestera", N_("NR ROW …"), 2, -1, N_("authorise rows that two others made and reviewed"),
		confirm_options, pay_attest_run, false, false, false},
	{"revoke", "återta", N_("NR ROW"), 2, 2, N_("take an attest back, before the row is sealed"), revoke_options,
		pay_revoke_run, false, false, false},
	{"paid", "utbetald", N_("NR ROW"), 2, 2, N_("record that a row is paid"), paid_options, pay_paid_run, false,
		false, false},
	{"returned", "återkommen", N_("NR ROW"), 2, 2,
		N_("record that a payment came back; its amount is planned anew"), returned_options, pay_returned_run,
		false, false, false},
	{"export", "exportera", "", 0, 0,
		N_("authorised rows in no payment file yet, to read; kansli batch seals them"), export_options,
		pay_export_run, false, true, true},
	{0},
};
const struct verb verb_pay = {"pay", "utbetalning", N_("payment plans"), forms};
