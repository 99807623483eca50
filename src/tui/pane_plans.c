/* The payment plans of a round: every instalment by day. Invariant: what waits for a payment file is authorised rows
 * that are in none, and nothing else. */
#include "tui/paying.h"

#include "tui/dialog.h"
#include "tui/go.h"

#include "base/words.h"

/* ---- reading */

static void plans_reload(struct ui *ui, struct pane *pane)
{
	struct paying *paying = pane->state;
	struct instalment_query query = {.round = paying->desk->round, .year = paying->year};
	struct instalment_list all;
	struct error err = {0};

	if (!desk_refresh(paying->desk, &err) ||
		!budget_load(paying->desk->cw, paying->desk->round, &paying->budget, &err) ||
		!instalment_list_load(paying->desk->cw, &query, &all, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (paying->read)
		instalment_list_done(&paying->all);
	paying->all = all;
	paying->read = true;
	paying_choose(paying);
	listing_follow(&paying->listing);
}

static bool plans_begin(struct ui *ui, struct pane *pane, const void *what)
{
	struct desk *desk = desk_with_round(ui, _("There is no round to plan payments of yet."));
	struct paying *paying;

	(void)what;
	if (!desk)
		return false;
	paying = memory_take(sizeof *paying);
	memset(paying, 0, sizeof *paying);
	paying->desk = desk;
	paying->kept = INSTALMENT_STATES;
	pane->state = paying;
	listing_init(&paying->listing, &paying_table, paying);
	return true;
}

static void plans_close(struct ui *ui, struct pane *pane)
{
	struct paying *paying = pane->state;

	(void)ui;
	if (paying->read)
		instalment_list_done(&paying->all);
	free(paying);
}

static struct listing *plans_listing(const struct pane *pane)
{
	struct paying *paying = pane->state;

	paying->listing.elsewhere = paying_elsewhere(paying, pane->rows, pane->columns);
	return &paying->listing;
}

/* ---- the person's doing */

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct instalment *row = paying_focus(pane->state);

	if (row)
		ui_push(ui, &plan_pane, &row->measure);
}

static void change_run(struct ui *ui, struct pane *pane)
{
	instalment_change(ui, paying_focus(pane->state));
}

/* The marked rows that are shown, or the row in focus. */
static void step_run(struct ui *ui, struct paying *paying, enum attest_step step)
{
	const struct instalment *rows[ATTESTING_ROWS], *focus = paying_focus(paying);
	int count = 0;

	for (int i = 0; i < paying->shown_count && count < ATTESTING_ROWS; i++)
		if (paying_is_marked(paying, paying->shown[i]->id))
			rows[count++] = paying->shown[i];
	if (!count && focus)
		rows[count++] = focus;
	attest_ask(ui, &paying->attesting, step, rows, count);
}

static void review_run(struct ui *ui, struct pane *pane)
{
	step_run(ui, pane->state, ATTEST_REVIEW);
}

static void attest_run(struct ui *ui, struct pane *pane)
{
	step_run(ui, pane->state, ATTEST_DECIDE);
}

static void mark_run(struct ui *ui, struct pane *pane)
{
	struct paying *paying = pane->state;
	const struct instalment *row = paying_focus(paying);

	(void)ui;
	if (!row)
		return;
	paying_mark(paying, row->id);
	listing_move(&paying->listing, 1, pane->rows);
}

static void year_move(struct pane *pane, int by)
{
	struct paying *paying = pane->state;
	int at = paying->year ? paying->year - BUDGET_FIRST + 1 : 0;

	at = (at + by + BUDGET_YEARS + 1) % (BUDGET_YEARS + 1);
	paying->year = at ? BUDGET_FIRST + at - 1 : 0;
	pane->stale = true;
}

static void year_on_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	year_move(pane, 1);
}

static void year_back_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	year_move(pane, -1);
}

static void view_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct paying *paying = pane->state;

	(void)ui;
	(void)with;
	paying->kept = which ? (enum instalment_state)(which - 1) : INSTALMENT_STATES;
	pane->stale = true;
}

static void view_run(struct ui *ui, struct pane *pane)
{
	const struct paying *paying = pane->state;
	const char *choices[INSTALMENT_STATES + 1] = {_("all")};

	for (int i = 0; i < INSTALMENT_STATES; i++)
		choices[i + 1] = instalment_state_word((enum instalment_state)i);
	dialog_choose(ui, &(struct choosing){.text = _("Which instalments?"),
				  .choices = choices,
				  .count = INSTALMENT_STATES + 1,
				  .first = paying->kept == INSTALMENT_STATES ? 0 : (int)paying->kept + 1,
				  .chosen = view_chosen});
}

/* ---- writing out */

static bool file_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	struct paying *paying = pane->state;
	struct instalment_query query = {.round = paying->desk->round, .year = paying->year, .state = "attested"};

	(void)ui;
	if (!may(paying->desk->cw, RIGHT_PAYMENT_EXPORT, RELATION_NONE, err) ||
		!instalment_list_load(paying->desk->cw, &query, &paying->file_rows, err))
		return false;
	if (!paying->file_rows.count) {
		instalment_list_done(&paying->file_rows);
		return refuse(err, ERROR_INVALID,
			_("No row is authorised and unpaid, so there is nothing to pay. Nothing is written."));
	}
	report_instalments(report, &paying->file_rows, paying->desk->with_year);
	return true;
}

static void file_done(struct ui *ui, struct pane *pane)
{
	struct paying *paying = pane->state;

	(void)ui;
	instalment_list_done(&paying->file_rows);
}

static bool list_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	struct paying *paying = pane->state;
	struct instalment_list *rows = &paying->file_rows;

	(void)ui;
	(void)err;
	*rows = (struct instalment_list){.count = paying->shown_count, .sum_ore = paying->shown_ore};
	arena_init(&rows->arena);
	rows->items = arena_take(&rows->arena, ((size_t)rows->count + 1) * sizeof *rows->items);
	for (int i = 0; i < rows->count; i++)
		rows->items[i] = *paying->shown[i];
	report_instalments(report, rows, paying->desk->with_year);
	return true;
}

static void write_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct paying *paying = pane->state;
	char today[DAY_TEXT];

	(void)with;
	day_text(ui_today(ui), today);
	if (which)
		snprintf(paying->file, sizeof paying->file, _("plans-%s.csv"), paying->desk->round_name);
	else
		snprintf(paying->file, sizeof paying->file, _("payments-%s.csv"), today);
	paying->writing = (struct writing){
		.name = paying->file,
		.text = which ? _("Write out the instalments as they are shown. The name's ending says how: .csv, "
				  ".json "
				  "or .txt.")
			      : _("Authorised rows in no payment file yet, to read. The economy system pays from files "
				  "sealed among "
				  "the payment files (b)."),
		.make = which ? list_make : file_make,
		.done = file_done,
	};
	writing_ask(ui, &paying->writing);
}

static void write_run(struct ui *ui, struct pane *pane)
{
	const char *choices[] = {_("authorised rows in no payment file yet"), _("the list as it is shown")};

	(void)pane;
	dialog_choose(
		ui, &(struct choosing){
			    .text = _("Write out what?"), .choices = choices, .count = 2, .chosen = write_chosen});
}

/* To the case of the row in focus. */
static unsigned relation_of(const struct pane *pane)
{
	const struct instalment *row = paying_focus(pane->state);

	return row ? row->relation : RELATION_NONE;
}

static const char *plans_notice(const struct pane *pane)
{
	return desk_notice(relation_of(pane));
}

static const char *plan_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_PLAN_PUT, relation_of(pane));
}

static const char *attest_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_ATTEST, relation_of(pane));
}

static const struct action actions[] = {
	{.name = "plan-open",
		.keys = "Enter",
		.help = N_("open the measure's plan"),
		.hint = N_("open"),
		.run = open_run},
	{.name = "row-change",
		.keys = "e",
		.help = N_("change the row in a form"),
		.hint = N_("change row"),
		.changes = true,
		.run = change_run,
		.barred = plan_barred},
	{.name = "row-mark",
		.keys = "Space",
		.help = N_("mark the row, and go to the next: y and A then do all that are marked"),
		.hint = N_("mark"),
		.run = mark_run},
	{.name = "row-review",
		.keys = "y",
		.help = N_("review the rows that are marked, or the one in focus: the first of two attests"),
		.hint = N_("review"),
		.changes = true,
		.run = review_run,
		.barred = attest_barred},
	{.name = "row-attest",
		.keys = "A",
		.help = N_("authorise the rows that are marked, or the one in focus"),
		.hint = N_("authorise"),
		.changes = true,
		.run = attest_run,
		.barred = attest_barred},
	{.name = "batches-open",
		.keys = "b",
		.help = N_("open the sealed payment files"),
		.hint = N_("payment files"),
		.run = go_batches},
	{.name = "accounts-open", .keys = "$", .help = N_("open where regions are paid"), .run = go_accounts},
	{.name = "attesters-open", .keys = "s", .help = N_("show who may review and authorise"), .run = go_attesters},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is authorised and in no payment file yet, or what is shown, to a file"),
		.hint = N_("write"),
		.run = write_run},
	{.name = "view-choose",
		.keys = "v",
		.help = N_("show the instalments of one status"),
		.hint = N_("view"),
		.run = view_run},
	{.name = "year-next",
		.keys = "Right l",
		.help = N_("next payment year, or all years"),
		.hint = N_("year"),
		.shown = "h/l",
		.run = year_on_run},
	{.name = "year-previous", .keys = "Left h", .help = N_("previous payment year"), .run = year_back_run},
	{.name = NULL},
};

const struct pane_kind plans_pane = {
	.name = "plans",
	.title = N_("Payment plans"),
	.actions = actions,
	.open = plans_begin,
	.close = plans_close,
	.load = plans_reload,
	.draw = paying_draw,
	.head = paying_head,
	.listing = plans_listing,
	.notice = plans_notice,
};
