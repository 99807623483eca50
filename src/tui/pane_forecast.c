/* The forecast: what is expected to be paid each month and year by the plans as they stand, the forecasts that were
 * sent, and what has moved since one of them. Invariant: a forecast that was sent is shown as it was kept. */
#include "tui/bar.h"
#include "tui/dialog.h"
#include "tui/sending.h"
#include "tui/tabled.h"
#include "tui/writing.h"

#include "base/words.h"
#include "casework/application.h"
#include "csv/reports_forecast.h"

enum view { MONTHS, YEARS, ROWS, SENT, MOVES, VIEWS };
struct forecasting {
	struct desk *desk;
	struct forecast forecast, before; /* before: the one compared with */
	struct forecast_comparison moves;
	struct sent_list sent;
	bool read, compared;
	int n; /* of the one compared with; 0: none is chosen */
	enum view view;
	struct tabled table;
	struct writing writing;
};

/* ---- the tables */

#define AMOUNT .width = 10
static const struct tabled_column months[] = {
	{.column = COLUMN_MONTH, .width = 8},
	{.column = COLUMN_HOW_MANY, .width = 8, .rank = 1},
	{.column = COLUMN_EXPECTED_ORE, AMOUNT},
	{.column = COLUMN_WAITS_ORE, .head = N_("Of it waits"), .width = 12},
	{.column = COLUMN_CHART, .width = 30, .rank = 2},
	{.width = 0},
};
static const struct tabled_column years[] = {
	{.column = COLUMN_YEAR, .width = 5},
	{.column = COLUMN_AVAILABLE_ORE, .width = 11, .rank = 8},
	{.column = COLUMN_COMMITMENT_ORE, .width = 12, .rank = 2},
	{.column = COLUMN_COMMITTED_ORE, .head = N_("Committed"), AMOUNT, .rank = 3},
	{.column = COLUMN_GRANTED_ORE, .head = N_("Granted"), AMOUNT},
	{.column = COLUMN_PAID_ORE, .head = N_("Paid out"), AMOUNT, .rank = 9},
	{.column = COLUMN_EXPECTED_ORE, AMOUNT},
	{.column = COLUMN_WAITS_ORE, .head = N_("Of it waits"), .width = 12, .rank = 7},
	{.column = COLUMN_STOPPED_ORE, .width = 11, .rank = 5},
	{.column = COLUMN_WITHDRAWN_ORE, .head = N_("Not to be paid"), .width = 14, .rank = 1},
	{.column = COLUMN_UNPLANNED_ORE, .head = N_("Unplanned"), AMOUNT, .rank = 4},
	{.column = COLUMN_LAPSES_ORE, .head = N_("Would lapse"), .width = 15, .rank = 6},
	{.width = 0},
};
static const struct tabled_column rows[] = {
	{.column = COLUMN_INSTALMENT, .width = 12},
	{.column = COLUMN_RECIPIENT, .width = 20, .least = 16, .rank = 4},
	{.column = COLUMN_DATE, .head = N_("Day"), .width = 10},
	{.column = COLUMN_YEAR, .width = 4, .rank = 1},
	{.column = COLUMN_AMOUNT_ORE, .width = 17, .exact = true},
	{.column = COLUMN_PAY_STATE, .head = N_("Status"), .width = 18, .least = 10, .rank = 5},
	{.column = COLUMN_LATE, .width = 9, .rank = 2},
	{.width = 0},
};
static const struct tabled_column sent[] = {
	{.column = COLUMN_SENT_N, .head = N_("No"), .width = 4},
	{.column = COLUMN_AS_OF, .width = 10},
	{.column = COLUMN_SENT_TO, .width = 40, .least = 18, .rank = 9},
	{.column = COLUMN_DOCUMENT, .head = N_("Document"), .width = 13, .rank = 3},
	{.column = COLUMN_SENT_BY, .head = N_("Recorded by"), .width = 18, .rank = 2},
	{.column = COLUMN_SENT_AT, .head = N_("Recorded"), .width = 19, .rank = 1},
	{.width = 0},
};
static const struct tabled_column moves[] = {
	{.column = COLUMN_INSTALMENT, .width = 12},
	{.column = COLUMN_RECIPIENT, .width = 18, .least = 8, .rank = 1},
	{.column = COLUMN_DUE_BEFORE, .width = 10, .rank = 4},
	{.column = COLUMN_DUE_AFTER, .width = 10},
	{.column = COLUMN_ORE_BEFORE, .head = N_("Before"), AMOUNT, .rank = 5},
	{.column = COLUMN_ORE_AFTER, .head = N_("After"), AMOUNT},
	{.column = COLUMN_STATE_BEFORE, .width = 18, .least = 14, .rank = 2},
	{.column = COLUMN_STATE_AFTER, .width = 18, .least = 14, .rank = 3},
	{.width = 0},
};
#undef AMOUNT
static const struct tabled_column *const columns[VIEWS] = {
	[MONTHS] = months, [YEARS] = years, [ROWS] = rows, [SENT] = sent, [MOVES] = moves};
static const char *const names[VIEWS] = {
	[MONTHS] = N_("per month"),
	[YEARS] = N_("per year, with the limits"),
	[ROWS] = N_("instalment by instalment"),
	[SENT] = N_("the forecasts that were sent"),
	[MOVES] = N_("what has moved"),
};

static const char *none_text(enum view view)
{
	switch (view) {
	case SENT: return _("No forecast has been sent yet. + records that this one is.");
	case MOVES: return _("Nothing has moved since then.");
	case MONTHS:
	case YEARS:
	case ROWS:
	case VIEWS: break;
	}
	return _("Nothing is planned to be paid.");
}

static void table_make(const struct forecasting *state, struct report *report)
{
	switch (state->view) {
	case MONTHS: report_forecast_months(report, &state->forecast, bars_shown(state->desk->ui)); return;
	case YEARS: report_forecast_years(report, &state->forecast); return;
	case ROWS: report_forecast_rows(report, &state->forecast); return;
	case MOVES: report_forecast_comparison(report, &state->moves); return;
	case SENT:
	case VIEWS: report_sent(report, &state->sent); return;
	}
}

static void table_renew(struct forecasting *state)
{
	struct report report;

	table_make(state, &report);
	tabled_put(&state->table, &report, columns[state->view], none_text(state->view));
}

/* ---- reading */

static void comparison_drop(struct forecasting *state)
{
	if (!state->compared)
		return;
	forecast_comparison_done(&state->moves);
	forecast_done(&state->before);
	state->compared = false;
}

static bool comparison_make(struct forecasting *state, struct error *err)
{
	struct arena arena;
	const char *json;

	comparison_drop(state);
	if (!state->n)
		return true;
	arena_init(&arena);
	if (!sent_text(state->desk->cw, state->n, "forecast", &arena, &json, err)) {
		arena_done(&arena);
		return false;
	}
	forecast_read(json, &state->before);
	arena_done(&arena);
	forecast_compare(&state->before, &state->forecast, &state->moves);
	state->compared = true;
	return true;
}

static bool forecast_renew(struct forecasting *state, struct error *err)
{
	struct forecast fresh;
	struct sent_list list;

	if (!desk_refresh(state->desk, err) || !forecast_load(state->desk->cw, &fresh, err))
		return false;
	if (!sent_list_load(state->desk->cw, "forecast", &list, err)) {
		forecast_done(&fresh);
		return false;
	}
	tabled_done(&state->table); /* its texts are the old one's */
	comparison_drop(state);
	if (state->read) {
		forecast_done(&state->forecast);
		sent_list_done(&state->sent);
	}
	state->forecast = fresh;
	state->sent = list;
	state->read = true;
	return true;
}

static void forecast_reload(struct ui *ui, struct pane *pane)
{
	struct forecasting *state = pane->state;
	struct error err = {0};
	bool read = forecast_renew(state, &err);

	if (read && !comparison_make(state, &err)) {
		desk_refused(ui, &err);
		state->n = 0;
		state->view = SENT;
	}
	if (read)
		table_renew(state);
	else
		desk_refused(ui, &err);
}

static bool forecast_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct forecasting *state = memory_take(sizeof *state);

	(void)what;
	*state = (struct forecasting){.desk = desk_of(ui)};
	tabled_init(&state->table, state->desk);
	pane->state = state;
	return true;
}

static void forecast_close(struct ui *ui, struct pane *pane)
{
	struct forecasting *state = pane->state;

	(void)ui;
	tabled_done(&state->table);
	comparison_drop(state);
	if (state->read) {
		forecast_done(&state->forecast);
		sent_list_done(&state->sent);
	}
	free(state);
}

static struct listing *forecast_listing(const struct pane *pane)
{
	return tabled_listing(&((struct forecasting *)pane->state)->table, pane);
}

static void forecast_draw(const struct pane *pane, struct area area)
{
	tabled_draw(&((const struct forecasting *)pane->state)->table, area);
}

static void forecast_head(const struct pane *pane, struct head *head)
{
	const struct forecasting *state = pane->state;

	snprintf(head->left, sizeof head->left, "%s", _("Forecast"));
	if (state->view == MOVES)
		snprintf(head->middle, sizeof head->middle, _("what has moved since number %d"), state->n);
	else
		snprintf(head->middle, sizeof head->middle, "%s", _(names[state->view]));
	if (state->read)
		snprintf(head->right, sizeof head->right, _("as of %s"), state->forecast.as_of);
	tabled_head(&state->table, head);
}

/* ---- the person's doing */

static void view_to(struct ui *ui, struct forecasting *state, enum view view)
{
	state->view = view;
	listing_to(&state->table.listing, 0, 0);
	ui_stale(ui);
}

static void view_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	(void)with;
	view_to(ui, pane->state, (enum view)which);
}

static void view_run(struct ui *ui, struct pane *pane)
{
	const struct forecasting *state = pane->state;
	const char *choices[VIEWS];

	for (int i = 0; i < VIEWS; i++)
		choices[i] = _(names[i]);
	dialog_choose(ui, &(struct choosing){.text = _("What of the forecast?"),
				  .choices = choices,
				  .count = state->n ? VIEWS : MOVES,
				  .first = (int)state->view,
				  .chosen = view_chosen});
}

/* The plan of "12-2026.3 2". */
static void plan_show(struct ui *ui, const char *key)
{
	struct error err = {0};
	int64_t measure;
	char number[64];

	snprintf(number, sizeof number, "%.*s", (int)strcspn(key, " "), key);
	if (measure_find(desk_of(ui)->cw, number, &measure, &err))
		ui_push(ui, &plan_pane, &measure);
	else
		desk_refused(ui, &err);
}

/* The first instalment that is expected in the month or year in focus. */
static void rows_show(struct ui *ui, struct forecasting *state, const char *begins)
{
	long at = 0;

	while (at < state->forecast.row_count && strncmp(state->forecast.rows[at].due_on, begins, strlen(begins)) < 0)
		at++;
	view_to(ui, state, ROWS);
	state->table.listing.focus = at;
}

static void open_run(struct ui *ui, struct pane *pane)
{
	struct forecasting *state = pane->state;
	long at = listing_focus(&state->table.listing);
	char begins[32];

	if (at < 0)
		return;
	switch (state->view) {
	case MONTHS:
		snprintf(begins, sizeof begins, "%04d-%02d", state->forecast.months[at].year,
			state->forecast.months[at].month);
		rows_show(ui, state, begins);
		break;
	case YEARS:
		snprintf(begins, sizeof begins, "%04d", state->forecast.years[at].year);
		rows_show(ui, state, begins);
		break;
	case ROWS: plan_show(ui, state->forecast.rows[at].key); break;
	case MOVES: plan_show(ui, state->moves.items[at].key); break;
	case SENT:
		state->n = state->sent.items[at].n;
		view_to(ui, state, MOVES);
		break;
	case VIEWS: break;
	}
}

static const char *open_barred(const struct ui *ui, const struct pane *pane)
{
	const struct forecasting *state = pane->state;

	(void)ui;
	return listing_focus(&state->table.listing) < 0 ? _("There is nothing in focus.") : NULL;
}

static void send_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	const struct forecasting *state = pane->state;
	struct buffer json;

	(void)with;
	buffer_init(&json);
	forecast_json(&state->forecast, &json);
	sending_keep(
		ui, &(struct sent_change){
			    .kind = "forecast", .as_of = state->forecast.as_of, .sent_to = text, .text = json.text});
	buffer_done(&json);
}

static void send_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	sending_ask(ui,
		_("The forecast is kept as it stands now, recorded as sent. It is never altered.\nWho is it sent to? "
		  "With a case's number after a semicolon it is registered there."),
		"forecast-0-0-send", send_answered);
}

static const char *send_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_SENT_KEEP);
}

static bool report_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	(void)ui;
	(void)err;
	table_make(pane->state, report);
	return true;
}

static void write_run(struct ui *ui, struct pane *pane)
{
	struct forecasting *state = pane->state;

	writing_report(ui, &state->writing, report_make,
		_("Write out the table. The name's ending says how: .csv, .json or .txt."), _("forecast-%s.csv"),
		state->forecast.as_of);
}

static const char *open_hint(const struct pane *pane, const struct action *action)
{
	const struct forecasting *state = pane->state;

	if (action->run != open_run)
		return NULL;
	if (state->view == SENT)
		return _("compare");
	return state->view == ROWS || state->view == MOVES ? _("payment plan") : NULL;
}

static const struct action actions[] = {
	{.name = "forecast-show",
		.keys = "Enter Right l",
		.help = N_("show the instalments, the plan of one, or what has moved since a forecast was sent"),
		.hint = N_("instalments"),
		.run = open_run,
		.barred = open_barred},
	{.name = "view-choose",
		.keys = "v",
		.help = N_("choose the table: months, years, instalments, what was sent"),
		.hint = N_("view"),
		.run = view_run},
	{.name = "sent-add",
		.keys = "+",
		.help = N_("record the forecast as sent, kept as it stands"),
		.hint = N_("record as sent"),
		.run = send_run,
		.barred = send_barred},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is shown to a file"),
		.hint = N_("write"),
		.run = write_run},
	{.name = NULL},
};

const struct pane_kind forecast_pane = {
	.name = "forecast",
	.title = N_("Forecast"),
	.actions = actions,
	.open = forecast_open,
	.close = forecast_close,
	.load = forecast_reload,
	.draw = forecast_draw,
	.head = forecast_head,
	.hint = open_hint,
	.listing = forecast_listing,
};
