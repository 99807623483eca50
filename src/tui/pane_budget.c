/* The budget per year: three limits kept apart, and what is decided, proposed and paid against them. Invariant: only a
 * dated row with a source changes a limit, and only the form makes one. */
#include "tui/budgeted.h"
#include "tui/go.h"

#include "base/words.h"

/* ---- reading */

static bool rounds_reload(struct budgeted *budgeted, struct error *err)
{
	const struct budget_year *year = budgeted_focus(budgeted);
	struct budget_rounds rounds;

	if (!year)
		return true;
	if (!budget_rounds_load(budgeted->desk->cw, year->year, &rounds, err))
		return false;
	if (budgeted->rounds_read)
		budget_rounds_done(&budgeted->rounds);
	budgeted->rounds = rounds;
	budgeted->rounds_read = true;
	budgeted->rounds_row = (int)listing_focus(&budgeted->listing);
	return true;
}

static bool budget_reload(struct budgeted *budgeted, struct error *err)
{
	struct limit_list limits;
	struct budget budget;

	if (!desk_refresh(budgeted->desk, err) ||
		!budget_load(budgeted->desk->cw, budgeted->desk->round, &budget, err) ||
		!limit_list_load(budgeted->desk->cw, &limits, err))
		return false;
	if (budgeted->read)
		limit_list_done(&budgeted->limits);
	budgeted->budget = budget;
	budgeted->limits = limits;
	budgeted->read = true;
	return true;
}

/* From the start the year that runs is in focus. */
static void year_start(struct budgeted *budgeted)
{
	int year = day_year(casework_today(budgeted->desk->cw)) - BUDGET_FIRST;

	listing_to(&budgeted->listing, year < 0 ? 0 : year < BUDGET_YEARS ? year : BUDGET_YEARS - 1, 0);
}

static void pane_reload(struct ui *ui, struct pane *pane)
{
	struct budgeted *budgeted = pane->state;
	struct error err = {0};
	bool first = !budgeted->read, read = !pane->stale || budget_reload(budgeted, &err);

	if (read && first)
		year_start(budgeted);
	if (!read || !rounds_reload(budgeted, &err))
		desk_refused(ui, &err);
}

/* Another year is in focus: its rounds are wanted. */
static bool budget_lacking(const struct pane *pane)
{
	const struct budgeted *budgeted = pane->state;

	return budgeted->rounds_read && budgeted->rounds_row != listing_focus(&budgeted->listing);
}

static bool budget_begin(struct ui *ui, struct pane *pane, const void *what)
{
	struct budgeted *budgeted = memory_take(sizeof *budgeted);

	(void)what;
	memset(budgeted, 0, sizeof *budgeted);
	budgeted->desk = desk_of(ui);
	budgeted->pane = pane;
	pane->state = budgeted;
	listing_init(&budgeted->listing, &budgeted_bars, budgeted);
	return true;
}

static void budget_close(struct ui *ui, struct pane *pane)
{
	struct budgeted *budgeted = pane->state;

	(void)ui;
	if (budgeted->read)
		limit_list_done(&budgeted->limits);
	if (budgeted->rounds_read)
		budget_rounds_done(&budgeted->rounds);
	free(budgeted);
}

static struct listing *budget_listing(const struct pane *pane)
{
	struct budgeted *budgeted = pane->state;

	budgeted->listing.elsewhere = budgeted_elsewhere(pane->rows);
	return &budgeted->listing;
}

/* ---- the person's doing */

static void plans_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_push(ui, &plans_pane, NULL);
}

static void year_move(struct pane *pane, int by)
{
	struct listing *listing = budget_listing(pane);

	listing_move(listing, by, listing_page(listing, pane->rows - listing->elsewhere, pane->columns));
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

static void limit_run(struct ui *ui, struct pane *pane)
{
	const struct budget_year *year = budgeted_focus(pane->state);

	limit_form(ui, year && year->year ? year->year : day_year(ui_today(ui)));
}

static void table_run(struct ui *ui, struct pane *pane)
{
	struct budgeted *budgeted = pane->state;

	(void)ui;
	budgeted->listing.kind = budgeted->listing.kind == &budgeted_bars ? &budgeted_numbers : &budgeted_bars;
}

static bool report_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	(void)ui;
	(void)err;
	report_budget(report, &((const struct budgeted *)pane->state)->budget);
	return true;
}

static void write_run(struct ui *ui, struct pane *pane)
{
	struct budgeted *budgeted = pane->state;
	char today[DAY_TEXT];

	day_text(ui_today(ui), today);
	writing_report(ui, &budgeted->writing, report_make,
		_("Write out the budget per year. The name's ending says how: .csv, .json or .txt."),
		_("budget-%s.csv"), today);
}

static const char *limit_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_LIMIT_PUT);
}

static const char *table_hint(const struct pane *pane, const struct action *action)
{
	const struct budgeted *budgeted = pane->state;

	return action->run == table_run && budgeted->listing.kind == &budgeted_numbers ? _("diagram") : NULL;
}

static const struct action actions[] = {
	{.name = "plans-open",
		.keys = "Enter",
		.help = N_("open the payment plans"),
		.hint = N_("payments"),
		.run = plans_run},
	{.name = "year-next",
		.keys = "Right l",
		.help = N_("next year"),
		.hint = N_("year"),
		.shown = "h/l",
		.run = year_on_run},
	{.name = "year-previous", .keys = "Left h", .help = N_("previous year"), .run = year_back_run},
	{.name = "limit-put",
		.keys = "R",
		.help = N_("enter a limit, with its source and day"),
		.hint = N_("limit"),
		.changes = true,
		.run = limit_run,
		.barred = limit_barred},
	{.name = "view-choose",
		.keys = "v",
		.help = N_("bars, or all numbers as a table"),
		.hint = N_("table"),
		.run = table_run},
	{.name = "forecast-open", .keys = ">", .help = N_("open the forecast of payments"), .run = go_forecast},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is shown to a file"),
		.hint = N_("write"),
		.run = write_run},
	{.name = NULL},
};

const struct pane_kind budget_pane = {
	.name = "budget",
	.title = N_("Budget"),
	.actions = actions,
	.open = budget_begin,
	.close = budget_close,
	.load = pane_reload,
	.lacking = budget_lacking,
	.draw = budgeted_draw,
	.head = budgeted_head,
	.hint = table_hint,
	.listing = budget_listing,
};
