/* kansli report list|show|plan|remind|receive|content|region|effect|approve|send-back */
#include "cli/cli.h"

#include "base/text.h"
#include "casework/measure.h"
#include "cli/paper.h"
#include "csv/reporting_paper.h"

/* "12.3 1": the report that stands under the number. */
static bool report_find(struct shell *shell, int64_t *due, struct error *err)
{
	int64_t measure;
	int n = text_number(shell->arguments[1]);

	if (!n)
		return refuse(err, ERROR_INVALID, _("'%s' is no report. Write 12.3 2 for report 2 of 12.3."),
			shell->arguments[1]);
	return shell_measure(shell, 0, &measure, err) && reporting_find(shell->cw, measure, n, due, err);
}

static bool list_run(struct shell *shell, struct error *err)
{
	struct reporting_query query = {.state = shell_option(shell, "status"), .history = shell_switch(shell, "all")};
	struct reporting_list list;
	struct report report;
	bool with_year, done;

	if (shell->argument_count &&
		!(strchr(shell->arguments[0], '.') ? shell_measure(shell, 0, &query.measure, err)
						   : shell_application(shell, 0, &query.application, err)))
		return false;
	if (!shell_round(shell, true, &query.round, err) || !shell_with_year(shell, &with_year, err) ||
		!reporting_list_load(shell->cw, &query, &list, err))
		return false;
	report_reportings(&report, &list, with_year);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	reporting_list_done(&list);
	return done;
}

static bool sheet_write(
	struct shell *shell, struct reporting_sheet *sheet, const struct programme *programme, struct error *err)
{
	struct paper paper;
	bool with_year, shown;

	if (!shell_with_year(shell, &with_year, err))
		return false;
	paper_init(&paper);
	reporting_title(&paper, &sheet->due, with_year);
	reporting_write(&paper, programme, sheet);
	shown = shell_paper(shell, &paper, err);
	paper_done(&paper);
	return shown;
}

static bool show_run(struct shell *shell, struct error *err)
{
	struct reporting_sheet sheet;
	struct programme programme;
	int64_t due, nth = 0;
	bool shown;

	if (!report_find(shell, &due, err) || !shell_number(shell, "nth", &nth, err) ||
		!programme_load(shell->cw, &programme, err))
		return false;
	shown = reporting_sheet_load(shell->cw, due, (int)nth, &sheet, err);
	if (shown) {
		shown = sheet_write(shell, &sheet, &programme, err);
		reporting_sheet_done(&sheet);
	}
	programme_done(&programme);
	return shown;
}

/* The code of a word of the kind, in either language; NULL is refused with what there is. */
static const char *word_read(struct shell *shell, const char *kind, const char *typed, struct error *err)
{
	struct programme programme;
	const struct word *word;
	const char *code = NULL;

	if (!programme_load(shell->cw, &programme, err))
		return NULL;
	word = programme_word(&programme, kind, typed);
	if (word)
		code = arena_text(&shell->arena, word->code);
	else if (!strcmp(kind, "report"))
		refuse(err, ERROR_INVALID, _("'%s' is no kind of report. Choose partial or final."), typed);
	else
		code = arena_text(&shell->arena, typed); /* casework names the words there are */
	programme_done(&programme);
	return code;
}

static bool plan_run(struct shell *shell, struct error *err)
{
	struct reporting_due_change change = {.kind = "partial"};
	const char *kind = shell_option(shell, "kind");
	struct operation op;
	int64_t measure;

	if (kind && !(change.kind = word_read(shell, "report", kind, err)))
		return false;
	if (!shell_measure(shell, 0, &measure, err) || !shell_day_text(shell, "due", &change.due_on, err) ||
		!shell_text(shell, "why", &change.why, err) || !shell_operation(shell, NULL, &op, err) ||
		!reporting_due_add(shell->cw, &op, measure, &change, NULL, err))
		return false;
	shell_say(shell, _("%s has a further %s to be reported by %s."), shell->arguments[0],
		reporting_kind_word(change.kind), change.due_on);
	return true;
}

static const char *region_read(struct shell *shell, const char *typed, struct error *err)
{
	struct programme programme;
	const struct region *region;
	const char *code = NULL;

	if (!programme_load(shell->cw, &programme, err))
		return NULL;
	region = programme_region(&programme, typed);
	if (region)
		code = arena_text(&shell->arena, region->code);
	else
		refuse(err, ERROR_INVALID, _("There is no region '%s'."), typed);
	programme_done(&programme);
	return code;
}

static bool region_option(struct shell *shell, const char **out, struct error *err)
{
	const char *typed = shell_option(shell, "region");

	return !typed || (*out = region_read(shell, typed, err)) != NULL;
}

/* --on, or today. */
static bool on_read(struct shell *shell, const char **out, struct error *err)
{
	char today[DAY_TEXT];

	if (!shell_day_text(shell, "on", out, err))
		return false;
	if (!*out) {
		day_text(casework_today(shell->cw), today);
		*out = arena_text(&shell->arena, today);
	}
	return true;
}

static bool remind_run(struct shell *shell, struct error *err)
{
	struct reporting_reminding reminding = {
		.all = shell_switch(shell, "all"), .paper = shell_switch(shell, "register")};
	struct operation op;
	int64_t due, document = 0;

	reminding.way = shell_option(shell, "way");
	if (reminding.way && !(reminding.way = word_read(shell, "arrival", reminding.way, err)))
		return false;
	if (!report_find(shell, &due, err) || !region_option(shell, &reminding.region, err) ||
		!on_read(shell, &reminding.sent_on, err) || !shell_number(shell, "document", &document, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	reminding.document_n = (int)document;
	if (!reporting_remind(shell->cw, &op, due, &reminding, err))
		return false;
	shell_say(shell, _("A reminder of report %s %s is noted."), shell->arguments[0], shell->arguments[1]);
	return true;
}

static bool receive_run(struct shell *shell, struct error *err)
{
	struct reporting_arrival arrival = {0};
	struct operation op;
	int64_t due, document = 0;

	if (!report_find(shell, &due, err) || !shell_day_text(shell, "on", &arrival.received_on, err) ||
		!shell_number(shell, "document", &document, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	arrival.document_n = (int)document;
	if (!arrival.received_on && !document && !on_read(shell, &arrival.received_on, err))
		return false;
	if (!reporting_receive(shell->cw, &op, due, &arrival, err))
		return false;
	shell_say(shell, _("Report %s %s has come in, and waits for a ruling."), shell->arguments[0],
		shell->arguments[1]);
	return true;
}

static bool content_run(struct shell *shell, struct error *err)
{
	struct reporting_content content = {.set_cost = shell_option(shell, "total-cost") != NULL};
	struct operation op;
	int64_t due;

	if (!report_find(shell, &due, err) || !shell_text(shell, "progress", &content.progress, err) ||
		!shell_text(shell, "carried-out", &content.carried_out, err) ||
		!shell_money(shell, "total-cost", &content.total_cost_ore, err) ||
		!shell_operation(shell, NULL, &op, err) || !reporting_content_put(shell->cw, &op, due, &content, err))
		return false;
	shell_say(shell, _("What report %s %s says is saved."), shell->arguments[0], shell->arguments[1]);
	return true;
}

static bool region_run(struct shell *shell, struct error *err)
{
	struct reporting_told told = {
		.set_used = shell_option(shell, "used") != NULL, .set_unused = shell_option(shell, "unused") != NULL};
	struct operation op;
	int64_t due;

	if (!report_find(shell, &due, err) || !(told.region = region_read(shell, shell->arguments[2], err)) ||
		!shell_money(shell, "used", &told.used_ore, err) ||
		!shell_money(shell, "unused", &told.unused_ore, err) ||
		!shell_text(shell, "effects", &told.effects, err) || !shell_operation(shell, NULL, &op, err) ||
		!reporting_region_put(shell->cw, &op, due, &told, err))
		return false;
	shell_say(shell, _("What %s reports is saved."), shell->arguments[2]);
	return true;
}

static bool effect_run(struct shell *shell, struct error *err)
{
	struct reporting_achieved achieved = {.achieved = shell->arguments[3], .note = ""};
	struct operation op;
	int64_t due;
	int n = text_number(shell->arguments[2]);

	if (!n)
		return refuse(err, ERROR_INVALID, _("'%s' is no number of an indicator."), shell->arguments[2]);
	achieved.indicator = n;
	if (!report_find(shell, &due, err) || !region_option(shell, &achieved.region, err) ||
		!shell_day_text(shell, "on", &achieved.achieved_on, err) ||
		!shell_text(shell, "note", &achieved.note, err) || !shell_operation(shell, NULL, &op, err) ||
		!reporting_effect_put(shell->cw, &op, due, &achieved, err))
		return false;
	shell_say(shell, _("What was achieved of indicator %s is saved."), shell->arguments[2]);
	return true;
}

static bool ruling_read(
	struct shell *shell, int64_t *due, struct reporting_ruling *ruling, struct operation *op, struct error *err)
{
	ruling->reason = "";
	return report_find(shell, due, err) && on_read(shell, &ruling->on, err) &&
	       shell_text(shell, "why", &ruling->reason, err) && shell_operation(shell, NULL, op, err);
}

/* Instalments that wait for it: a person says that their condition is met. */
static bool waiting_tell(struct shell *shell, int64_t due, struct error *err)
{
	struct reporting_sheet sheet;

	if (!reporting_sheet_load(shell->cw, due, 0, &sheet, err))
		return false;
	for (int i = 0; i < sheet.condition_count; i++)
		if (!sheet.conditions[i].condition_met_on)
			shell_say(shell, _("Row %d waits for “%s”. If it is met: kansli pay condition %s %d"),
				sheet.conditions[i].n, sheet.conditions[i].condition, shell->arguments[0],
				sheet.conditions[i].n);
	reporting_sheet_done(&sheet);
	return true;
}

static bool approve_run(struct shell *shell, struct error *err)
{
	struct reporting_ruling ruling = {0};
	struct operation op;
	int64_t due;

	if (!ruling_read(shell, &due, &ruling, &op, err) || !reporting_approve(shell->cw, &op, due, &ruling, err))
		return false;
	shell_say(shell, _("Report %s %s is approved."), shell->arguments[0], shell->arguments[1]);
	return waiting_tell(shell, due, err);
}

static bool back_run(struct shell *shell, struct error *err)
{
	struct reporting_ruling ruling = {0};
	struct operation op;
	int64_t due;

	if (!ruling_read(shell, &due, &ruling, &op, err) || !shell_day_text(shell, "again", &ruling.again_on, err) ||
		!reporting_send_back(shell->cw, &op, due, &ruling, err))
		return false;
	shell_say(shell, _("Report %s %s is sent back, to be sent in anew by %s."), shell->arguments[0],
		shell->arguments[1], ruling.again_on);
	return true;
}

static const struct option_row list_options[] = {
	{"round", N_("ROUND"), N_("one round only"), false},
	{"status", N_("STATUS"), N_("due, late, received, sent_back, approved, dropped or replaced"), false},
	{"all", NULL, N_("also those no longer due, and earlier days"), false},
	{0},
};
static const struct option_row show_options[] = {
	{"nth", N_("N"), N_("the one that came in as number N (the newest)"), false},
	{0},
};
static const struct option_row plan_options[] = {
	{"due", N_("DAY"), N_("to be reported by"), false},
	{"kind", N_("KIND"), N_("partial (the usual) or final"), false},
	{"why", N_("TEXT"), N_("why it is due"), false},
	{0},
};
static const struct option_row remind_options[] = {
	{"way", N_("WAY"), N_("how it is sent: e-mail, post …"), false},
	{"on", N_("DAY"), N_("the day (today)"), false},
	{"region", N_("REGION"), N_("who is reminded (the lead applicant)"), false},
	{"all", NULL, N_("each that takes part is reminded"), false},
	{"register", NULL, N_("the reminder goes into the register as a document that went out"), false},
	{"document", N_("N"), N_("the reminder is document N of the register"), false},
	{0},
};
static const struct option_row receive_options[] = {
	{"on", N_("DAY"), N_("the day it came in (the document's, or today)"), false},
	{"document", N_("N"), N_("it is document N of the register"), false},
	{0},
};
static const struct option_row content_options[] = {
	{"progress", N_("TEXT"), N_("how the measure goes (partial report)"), false},
	{"carried-out", N_("TEXT"), N_("what was carried out (final report)"), false},
	{"total-cost", N_("AMOUNT"), N_("the total cost (final report)"), false},
	{0},
};
static const struct option_row region_options[] = {
	{"used", N_("AMOUNT"), N_("what the region has used"), false},
	{"unused", N_("AMOUNT"), N_("what it has not used (what is left of its share)"), false},
	{"effects", N_("TEXT"), N_("effects in the region"), false},
	{0},
};
static const struct option_row effect_options[] = {
	{"region", N_("REGION"), N_("of one region (the measure as a whole)"), false},
	{"on", N_("DAY"), N_("measured on"), false},
	{"note", N_("TEXT"), N_("a note"), false},
	{0},
};
static const struct option_row approve_options[] = {
	{"on", N_("DAY"), N_("the day (today)"), false},
	{"why", N_("TEXT"), N_("reason"), false},
	{0},
};
static const struct option_row back_options[] = {
	{"why", N_("TEXT"), N_("what is lacking"), false},
	{"again", N_("DAY"), N_("to be sent in anew by"), false},
	{"on", N_("DAY"), N_("the day (today)"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", N_("[NR]"), 0, 1, N_("list reports: due, late, received, ruled on"), list_options, list_run,
		false, true, true},
	{"show", "visa", N_("NR N"), 2, 2, N_("show one report, with effects promised and achieved"), show_options,
		show_run, false, true, true},
	{"plan", "planera", N_("NR"), 1, 1, N_("ask for a further report of a measure"), plan_options, plan_run, false,
		false, false},
	{"remind", "påminn", N_("NR N"), 2, 2, N_("note a reminder"), remind_options, remind_run, false, false, false},
	{"receive", "inkommen", N_("NR N"), 2, 2, N_("record that a report has come in"), receive_options, receive_run,
		false, false, false},
	{"content", "innehåll", N_("NR N"), 2, 2, N_("enter what a report says"), content_options, content_run, false,
		false, false},
	{"region", "region", N_("NR N REGION"), 3, 3, N_("enter what a region reports: money used and unused, effects"),
		region_options, region_run, false, false, false},
	{"effect", "effekt", N_("NR N INDICATOR VALUE"), 4, 4,
		N_("enter what was achieved of an indicator; \"\" takes it away"), effect_options, effect_run, false,
		false, false},
	{"approve", "godkänn", N_("NR N"), 2, 2, N_("approve a report"), approve_options, approve_run, false, false,
		false},
	{"send-back", "återsänd", N_("NR N"), 2, 2, N_("send a report back to be supplemented"), back_options, back_run,
		false, false, false},
	{0},
};
const struct verb verb_report = {"report", "redovisning", N_("reports on grants"), forms};
