/* The payment plan of one measure. Invariant: a row is changed only through a new version of the plan, and authorised
 * only at the version that was on the screen. */
#include "tui/planned.h"

#include "tui/dialog.h"

#include "base/words.h"
#include "casework/application.h"
#include "casework/measure.h"

/* ---- reading */

static bool about_read(struct planned *planned, struct error *err)
{
	struct measure_list list;
	struct application whole;
	const struct measure *measure;

	if (!measure_load(planned->desk->cw, planned->measure, &list, err))
		return false;
	measure = &list.items[0];
	planned->application = measure->application;
	desk_measure(planned->desk, measure->year, measure->application_n, measure->n, planned->number);
	snprintf(planned->title, sizeof planned->title, "%s", measure->title);
	measure_list_done(&list);
	if (!application_load(planned->desk->cw, planned->application, &whole, err))
		return false;
	snprintf(planned->lead, sizeof planned->lead, "%s", whole.row.lead_short);
	planned->relation = whole.row.relation;
	application_done(&whole);
	return true;
}

static void plan_drop(struct planned *planned)
{
	if (!planned->read)
		return;
	plan_done(&planned->plan);
	withholding_list_done(&planned->withheld);
	planned->read = false;
}

static void plan_reload(struct ui *ui, struct pane *pane)
{
	struct planned *planned = pane->state;
	struct withholding_list withheld;
	struct error err = {0};
	struct plan plan;

	if (!desk_refresh(planned->desk, &err) || !about_read(planned, &err) ||
		!withholding_list_load(planned->desk->cw, planned->measure, &withheld, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (!plan_load(planned->desk->cw, planned->measure, &plan, &err)) {
		withholding_list_done(&withheld);
		desk_refused(ui, &err);
		return;
	}
	plan_drop(planned);
	planned->plan = plan;
	planned->withheld = withheld;
	planned->read = true;
	listing_follow(&planned->listing);
}

static bool plan_begin(struct ui *ui, struct pane *pane, const void *what)
{
	struct planned *planned = memory_take(sizeof *planned);

	memset(planned, 0, sizeof *planned);
	planned->desk = desk_of(ui);
	planned->measure = *(const int64_t *)what;
	pane->state = planned;
	listing_init(&planned->listing, &planned_table, planned);
	return true;
}

static void plan_close(struct ui *ui, struct pane *pane)
{
	struct planned *planned = pane->state;

	(void)ui;
	plan_drop(planned);
	free(planned);
}

static struct listing *plan_listing(const struct pane *pane)
{
	struct planned *planned = pane->state;

	planned->listing.elsewhere = planned_elsewhere(planned, pane->rows, pane->columns);
	return &planned->listing;
}

/* ---- the person's doing */

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct planned *planned = pane->state;

	if (planned->application)
		ui_push(ui, &detail_pane, &planned->application);
}

static void change_run(struct ui *ui, struct pane *pane)
{
	instalment_change(ui, planned_focus(pane->state));
}

static void add_run(struct ui *ui, struct pane *pane)
{
	plan_form(ui, ((const struct planned *)pane->state)->measure, 0);
}

static void review_run(struct ui *ui, struct pane *pane)
{
	struct planned *planned = pane->state;
	const struct instalment *row = planned_focus(planned);

	attest_ask(ui, &planned->attesting, ATTEST_REVIEW, &row, row ? 1 : 0);
}

static void attest_run(struct ui *ui, struct pane *pane)
{
	struct planned *planned = pane->state;
	const struct instalment *row = planned_focus(planned);

	attest_ask(ui, &planned->attesting, ATTEST_DECIDE, &row, row ? 1 : 0);
}

static void revoke_run(struct ui *ui, struct pane *pane)
{
	struct planned *planned = pane->state;

	attest_revoke_ask(ui, &planned->attesting, planned_focus(planned));
}

static bool report_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	const struct planned *planned = pane->state;
	struct instalment_list rows = {.items = planned->plan.items, .count = planned->plan.count};

	(void)ui;
	(void)err;
	rows.sum_ore = planned->plan.planned_ore;
	report_instalments(report, &rows, planned->desk->with_year);
	return true;
}

static void write_run(struct ui *ui, struct pane *pane)
{
	struct planned *planned = pane->state;

	writing_report(ui, &planned->writing, report_make,
		_("Write out the plan as it is shown. The name's ending says how: .csv, .json or .txt."),
		_("plan-%s.csv"), planned->number);
}

/* ---- the delegation's later decisions on the money */

static void later_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	const struct planned *planned = pane->state;
	const struct instalment *row = planned_focus(planned);

	(void)with;
	if (which)
		claim_form(ui, planned->measure);
	else
		withhold_form(ui, planned->measure, row ? row->n : 0);
}

static void later_run(struct ui *ui, struct pane *pane)
{
	const char *const choices[] = {
		_("that rows of the plan are withheld (17 §)"), _("that what is paid out is reclaimed (18 §)")};

	(void)pane;
	dialog_choose(ui, &(struct choosing){.text = _("Record what decision of the delegation?"),
				  .choices = choices,
				  .count = 2,
				  .chosen = later_chosen});
}

/* "2, 4": whether row n is one of them. */
static bool rows_name(const char *rows, int n)
{
	for (const char *at = rows; *at; at += strspn(at, ", ")) {
		char *end;

		if (strtol(at, &end, 10) == n)
			return true;
		at = end;
	}
	return false;
}

/* The decision that the row in focus is withheld by; NULL: it is not. */
static const struct withholding *withheld_focus(const struct planned *planned)
{
	const struct instalment *row = planned_focus(planned);

	for (int i = 0; row && i < planned->withheld.count; i++) {
		const struct withholding *withheld = &planned->withheld.items[i];

		if (!withheld->lifted_on && rows_name(withheld->rows, row->n))
			return withheld;
	}
	return NULL;
}

static void letter_run(struct ui *ui, struct pane *pane)
{
	struct planned *planned = pane->state;

	planned->lettering = lettering_of(withheld_focus(planned), NULL);
	lettering_ask(ui, &planned->lettering);
}

static void recovery_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &recovery_pane, &((const struct planned *)pane->state)->application);
}

static void reports_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &reportings_pane, &((const struct planned *)pane->state)->application);
}

static void template_run(struct ui *ui, struct pane *pane)
{
	const struct planned *planned = pane->state;

	template_form(ui, planned->measure, planned->number);
}

static unsigned relation_of(const struct pane *pane)
{
	return ((const struct planned *)pane->state)->relation;
}

static const char *plan_notice(const struct pane *pane)
{
	return desk_notice(relation_of(pane));
}

static const char *plan_barred(const struct ui *ui, const struct pane *pane)
{
	const struct planned *planned = pane->state;

	if (planned->read && !planned->plan.decision)
		return _("The measure has no granting decision, so it has no payment plan.");
	return desk_barred_in(ui, RIGHT_PLAN_PUT, relation_of(pane));
}

static const char *later_barred(const struct ui *ui, const struct pane *pane)
{
	const struct planned *planned = pane->state;

	if (planned->read && !planned->plan.decision)
		return _("The measure has no granting decision, so it has no payment plan.");
	return desk_barred_in(ui, RIGHT_DECISION_RECORD, relation_of(pane));
}

static const char *letter_barred(const struct ui *ui, const struct pane *pane)
{
	const struct withholding *withheld = withheld_focus(pane->state);
	struct lettering lettering = lettering_of(withheld, NULL);

	if (!withheld)
		return _("The row is not withheld, so there is no letter about it.");
	return lettering_barred(ui, &lettering, relation_of(pane));
}

static const char *attest_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_ATTEST, relation_of(pane));
}

static const char *paid_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_PAYMENT_RECORD, relation_of(pane));
}

static const struct action actions[] = {
	{.name = "row-change",
		.keys = "e",
		.help = N_("change the row in a form"),
		.hint = N_("change row"),
		.changes = true,
		.run = change_run,
		.barred = plan_barred},
	{.name = "row-add",
		.keys = "+",
		.help = N_("add a row to the plan"),
		.hint = N_("new row"),
		.changes = true,
		.run = add_run,
		.barred = plan_barred},
	{.name = "row-review",
		.keys = "y",
		.help = N_("review the row, the first of two attests"),
		.hint = N_("review"),
		.changes = true,
		.run = review_run,
		.barred = attest_barred},
	{.name = "row-attest",
		.keys = "A",
		.help = N_("authorise the row that another has reviewed"),
		.hint = N_("authorise"),
		.changes = true,
		.run = attest_run,
		.barred = attest_barred},
	{.name = "attest-revoke",
		.keys = "U",
		.help = N_("take back the attest of the row, before it is sealed"),
		.changes = true,
		.run = revoke_run,
		.barred = attest_barred},
	{.name = "condition-met",
		.keys = "V",
		.help = N_("record the day from which the condition is met"),
		.hint = N_("condition"),
		.changes = true,
		.run = planned_condition_run,
		.barred = plan_barred},
	{.name = "row-remove",
		.keys = "D",
		.help = N_("take the row away, another row carries its amount"),
		.hint = N_("take away"),
		.changes = true,
		.run = planned_remove_run,
		.barred = plan_barred},
	{.name = "row-paid",
		.keys = "P",
		.help = N_("record that an authorised row has been paid"),
		.hint = N_("paid"),
		.changes = true,
		.run = planned_paid_run,
		.barred = paid_barred},
	{.name = "recovery-decide",
		.keys = "B",
		.help = N_("record that rows are withheld, or that what is paid is reclaimed"),
		.hint = N_("withhold, reclaim"),
		.changes = true,
		.run = later_run,
		.barred = later_barred},
	{.name = "recovery-letter",
		.keys = "v",
		.help = N_("put the letter of the decision to withhold the row in the case's register, sent today or "
			   "later"),
		.changes = true,
		.run = letter_run,
		.barred = letter_barred},
	{.name = "recovery-open",
		.keys = "Y",
		.help = N_("open what is withheld and reclaimed in the case"),
		.run = recovery_run},
	{.name = "payment-return",
		.keys = "Z",
		.help = N_("record that the payment of the row came back"),
		.changes = true,
		.run = planned_return_run,
		.barred = paid_barred},
	{.name = "plan-template",
		.keys = "%",
		.help = N_("make the plan from a template: halves, years or milestones"),
		.changes = true,
		.run = template_run,
		.barred = plan_barred},
	{.name = "reports-open", .keys = "T", .help = N_("open the reports on grants"), .run = reports_run},
	{.name = "measure-open",
		.keys = "Enter Right l",
		.help = N_("open the case"),
		.hint = N_("open"),
		.run = open_run},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is shown to a file"),
		.hint = N_("write"),
		.run = write_run},
	{.name = NULL},
};

const struct pane_kind plan_pane = {
	.name = "plan",
	.title = N_("Payment plan"),
	.actions = actions,
	.open = plan_begin,
	.close = plan_close,
	.load = plan_reload,
	.draw = planned_draw,
	.head = planned_head,
	.listing = plan_listing,
	.notice = plan_notice,
};
