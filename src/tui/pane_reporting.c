/* One report on a grant: what came in, money per region, effects promised and achieved, instalments that wait, and the
 * ruling. Invariant: what is shown is the same paper as the shell's, and nothing follows from it but by a person. */
#include "tui/dialog.h"
#include "tui/reader.h"
#include "tui/reporting_forms.h"
#include "tui/verb.h"
#include "tui/writing.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/payment.h"
#include "csv/reporting_paper.h"

struct told {
	struct desk *desk;
	int64_t due;
	struct reporting_sheet sheet;
	bool read;
	struct reader reader;
	struct writing writing;
	char file[WRITING_FILE], title[sizeof((struct head *)0)->left];
	int64_t instalment, version; /* asked about */
	int row;
};

static void text_make(struct told *told)
{
	struct paper paper;

	paper_init(&paper);
	reporting_write(&paper, &told->desk->programme, &told->sheet);
	paper_end(&paper);
	reader_set(&told->reader, paper.text.text);
	paper_done(&paper);
}

/* Another day is another row with the same number: the one that stands is followed. */
static bool sheet_read(struct told *told, struct reporting_sheet *sheet, struct error *err)
{
	int64_t stands;

	if (!reporting_sheet_load(told->desk->cw, told->due, 0, sheet, err))
		return false;
	if (sheet->due.state != REPORTING_REPLACED)
		return true;
	if (!reporting_find(told->desk->cw, sheet->due.measure, sheet->due.n, &stands, err)) {
		reporting_sheet_done(sheet);
		return false;
	}
	reporting_sheet_done(sheet);
	told->due = stands;
	return reporting_sheet_load(told->desk->cw, stands, 0, sheet, err);
}

static void told_load(struct ui *ui, struct pane *pane)
{
	struct told *told = pane->state;
	struct reporting_sheet sheet;
	struct error err = {0};

	if (!desk_refresh(told->desk, &err) || !sheet_read(told, &sheet, &err)) {
		desk_refused(ui, &err);
		return;
	}
	reporting_sheet_done(&told->sheet);
	told->sheet = sheet;
	told->read = true;
	text_make(told);
}

static bool told_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct told *told = memory_take(sizeof *told);

	*told = (struct told){.desk = desk_of(ui), .due = *(const int64_t *)what};
	reader_init(&told->reader);
	pane->state = told;
	told_load(ui, pane);
	pane->stale = false;
	if (told->read)
		return true;
	reader_done(&told->reader);
	free(told);
	return false;
}

static void told_close(struct ui *ui, struct pane *pane)
{
	struct told *told = pane->state;

	(void)ui;
	reader_done(&told->reader);
	reporting_sheet_done(&told->sheet);
	free(told);
}

static void told_draw(const struct pane *pane, struct area area)
{
	reader_draw(&((const struct told *)pane->state)->reader, area);
}

static void told_head(const struct pane *pane, struct head *head)
{
	const struct told *told = pane->state;
	const struct reporting *due = &told->sheet.due;
	char number[DESK_NUMBER];

	snprintf(head->left, sizeof head->left, _("Report · %s %d"),
		desk_measure(told->desk, due->year, due->application_n, due->measure_n, number), due->n);
	snprintf(head->middle, sizeof head->middle, "%s · %s", due->lead_short, reporting_kind_word(due->kind));
	snprintf(head->right, sizeof head->right, "%s", reporting_word(due));
}

static struct reader *told_reader(const struct pane *pane)
{
	return &((struct told *)pane->state)->reader;
}

static const char *told_notice(const struct pane *pane)
{
	return desk_notice(((const struct told *)pane->state)->sheet.due.relation);
}

/* ---- what bars */

static const char *put_barred(const struct ui *ui, const struct pane *pane)
{
	const struct told *told = pane->state;

	if (told->sheet.due.state == REPORTING_DROPPED)
		return _("A later decision says that this report is not due.");
	return desk_barred_in(ui, RIGHT_REPORT_PUT, told->sheet.due.relation);
}

/* One that came in waits for its ruling. */
static const char *open_barred(const struct ui *ui, const struct pane *pane)
{
	const struct told *told = pane->state;

	if (told->sheet.due.state == REPORTING_RECEIVED)
		return put_barred(ui, pane);
	return told->sheet.due.report ? _("The report has been ruled on, and stays as it was then.")
				      : _("Nothing has come in of the report yet.");
}

static const char *effect_barred(const struct ui *ui, const struct pane *pane)
{
	const struct told *told = pane->state;

	return told->sheet.effect_count ? open_barred(ui, pane) : _("The measure has no indicator.");
}

static const char *awaited_barred(const struct ui *ui, const struct pane *pane)
{
	const struct told *told = pane->state;

	if (told->sheet.due.state == REPORTING_RECEIVED)
		return _("The report has come in and waits for its ruling.");
	if (told->sheet.due.state == REPORTING_APPROVED)
		return _("The report is approved.");
	return put_barred(ui, pane);
}

static const char *rule_barred(const struct ui *ui, const struct pane *pane)
{
	const char *why = open_barred(ui, pane);

	if (((const struct told *)pane->state)->sheet.due.state != REPORTING_RECEIVED)
		return why;
	return desk_barred_in(ui, RIGHT_REPORT_RULE, ((const struct told *)pane->state)->sheet.due.relation);
}

static const struct reporting_condition *waiting_first(const struct told *told)
{
	for (int i = 0; i < told->sheet.condition_count; i++)
		if (!told->sheet.conditions[i].condition_met_on)
			return &told->sheet.conditions[i];
	return NULL;
}

static const char *condition_barred(const struct ui *ui, const struct pane *pane)
{
	const struct told *told = pane->state;

	if (!waiting_first(told))
		return _("No instalment waits for this report.");
	if (told->sheet.due.state != REPORTING_APPROVED)
		return _("The report is not approved yet.");
	return desk_barred_in(ui, RIGHT_PLAN_PUT, told->sheet.due.relation);
}

/* ---- the person's doing */

#define FORM_RUN(name, which)                                                                                          \
	static void name(struct ui *ui, struct pane *pane)                                                             \
	{                                                                                                              \
		reporting_form_open(ui, which, &((const struct told *)pane->state)->sheet);                            \
	}
FORM_RUN(content_run, REPORTING_FORM_CONTENT)
FORM_RUN(region_run, REPORTING_FORM_REGION)
FORM_RUN(effect_run, REPORTING_FORM_EFFECT)
FORM_RUN(arrival_run, REPORTING_FORM_ARRIVAL)
FORM_RUN(remind_run, REPORTING_FORM_REMIND)
FORM_RUN(ruling_run, REPORTING_FORM_RULING)
FORM_RUN(due_run, REPORTING_FORM_DUE)

static void met_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct told *told = pane->state;
	struct operation op = verb_on(told->version);
	char on[DAY_TEXT] = "";
	struct error err = {0};
	day met = DAY_NONE;

	(void)with;
	if (!day_parse(text, ui_today(ui), &met, &err)) {
		desk_refused(ui, &err);
		return;
	}
	day_text(met, on);
	if (verb_ended(ui, instalment_condition_met(told->desk->cw, &op, told->instalment, on, &err), &err))
		ui_say(ui, _("The condition of row %d is met from %s."), told->row, on);
}

static void condition_run(struct ui *ui, struct pane *pane)
{
	struct told *told = pane->state;
	const struct reporting_condition *row = waiting_first(told);
	char text[512], money[MONEY_TEXT], today[DAY_TEXT];

	if (!row)
		return;
	told->instalment = row->instalment;
	told->version = row->version;
	told->row = row->n;
	day_text(ui_today(ui), today);
	snprintf(text, sizeof text, _("Row %d, %s, waits for: %.*s\nIf it is met, from which day?"), row->n,
		desk_kr(told->desk, row->ore, money), TEXT_PART(row->condition, 200));
	dialog_ask(ui,
		&(struct question){
			.text = text, .label = _("Day"), .begin = today, .yes = _("met"), .answered = met_answered});
}

static void plan_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &plan_pane, &((const struct told *)pane->state)->sheet.due.measure);
}

static void case_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &detail_pane, &((const struct told *)pane->state)->sheet.due.application);
}

static bool paper_make(struct ui *ui, struct pane *pane, struct paper *paper, struct error *err)
{
	struct told *told = pane->state;

	(void)ui;
	(void)err;
	reporting_title(paper, &told->sheet.due, told->desk->with_year);
	reporting_write(paper, &told->desk->programme, &told->sheet);
	return true;
}

static void write_run(struct ui *ui, struct pane *pane)
{
	struct told *told = pane->state;
	const struct reporting *due = &told->sheet.due;
	char number[DESK_NUMBER];

	desk_measure(told->desk, due->year, due->application_n, due->measure_n, number);
	snprintf(told->file, sizeof told->file, _("report-%s-%d.txt"), number, due->n);
	told->writing = (struct writing){.name = told->file,
		.text = _("Write out the report as it is shown. The name's ending says how: .txt or .json."),
		.paper = paper_make};
	writing_ask(ui, &told->writing);
}

static const struct action actions[] = {
	{.name = "report-receive",
		.keys = "i",
		.help = N_("record that the report has come in"),
		.hint = N_("came in"),
		.changes = true,
		.run = arrival_run,
		.barred = awaited_barred},
	{.name = "report-content",
		.keys = "e",
		.help = N_("enter what the report says"),
		.hint = N_("content"),
		.changes = true,
		.run = content_run,
		.barred = open_barred},
	{.name = "report-region",
		.keys = "S",
		.help = N_("enter what a region reports: money used and unused, effects"),
		.hint = N_("region"),
		.changes = true,
		.run = region_run,
		.barred = open_barred},
	{.name = "report-effect",
		.keys = "m",
		.help = N_("enter what was achieved of an indicator"),
		.hint = N_("achieved"),
		.changes = true,
		.run = effect_run,
		.barred = effect_barred},
	{.name = "report-rule",
		.keys = "E",
		.help = N_("rule on the report: approve it, or send it back"),
		.hint = N_("rule"),
		.changes = true,
		.run = ruling_run,
		.barred = rule_barred},
	{.name = "condition-met",
		.keys = "V",
		.help = N_("record the day from which the condition is met"),
		.hint = N_("condition"),
		.changes = true,
		.run = condition_run,
		.barred = condition_barred},
	{.name = "report-remind",
		.keys = "!",
		.help = N_("note a reminder of the report"),
		.hint = N_("remind"),
		.changes = true,
		.run = remind_run,
		.barred = awaited_barred},
	{.name = "report-add",
		.keys = "+",
		.help = N_("ask for a further partial report of the measure"),
		.changes = true,
		.run = due_run,
		.barred = put_barred},
	{.name = "plans-open", .keys = "3", .help = N_("open the measure's payment plan"), .run = plan_run},
	{.name = "case-open",
		.keys = "Enter Right l",
		.help = N_("open the case"),
		.hint = N_("case"),
		.run = case_run},
	{.name = "write-out", .keys = "w", .help = N_("write what is shown to a file"), .run = write_run},
	{.name = NULL},
};

const struct pane_kind reporting_pane = {
	.name = "reporting",
	.title = N_("Report on the grant"),
	.actions = actions,
	.open = told_open,
	.close = told_close,
	.load = told_load,
	.draw = told_draw,
	.head = told_head,
	.reader = told_reader,
	.notice = told_notice,
};
