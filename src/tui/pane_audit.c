/* The audit: who had which role when, who did what with money, who read marked papers, and a sample of payments; of
 * the office or of one case, over all time or as of a day. Invariant: a sample is drawn anew by its rule and seed. */
#include "tui/dialog.h"
#include "tui/go.h"
#include "tui/sending.h"
#include "tui/tabled.h"
#include "tui/writing.h"

#include "base/words.h"
#include "casework/application.h"
#include "csv/reports_audit.h"

enum view { ROLES, ACTS, READINGS, SAMPLE, SAMPLE_ALL, VIEWS };
enum { SIZE = 10, SIZE_MOST = 10000 };
struct auditing {
	struct desk *desk;
	struct audit audit;
	struct forecast forecast;
	struct audit_sample sample;
	struct audit_drawing drawing;
	bool read;
	int64_t application; /* 0: all */
	char number[DESK_NUMBER];
	enum view view;
	char on[DAY_TEXT]; /* "" over all time */
	struct tabled table;
	struct writing writing;
};

/* ---- the tables */

static const struct tabled_column roles[] = {
	{.column = COLUMN_NAME, .width = 22, .least = 12},
	{.column = COLUMN_ROLES_WORDS, .head = N_("Role"), .width = 16, .least = 13},
	{.column = COLUMN_ROLE_FROM, .head = N_("From"), .width = 10, .rank = 7},
	{.column = COLUMN_ROLE_TO, .head = N_("Until"), .width = 10, .rank = 8},
	{.column = COLUMN_ROLE_ENTERED_BY, .head = N_("Entered by"), .width = 18, .least = 12, .rank = 2},
	{.column = COLUMN_ROLE_ENTERED_AT, .head = N_("Entered"), .width = 19, .rank = 1},
	{.column = COLUMN_LOGIN, .width = 10, .rank = 3},
	{.width = 0},
};
static const struct tabled_column acts[] = {
	{.column = COLUMN_AT, .width = 10, .day = true},
	{.column = COLUMN_ACTOR, .width = 18, .least = 10, .rank = 9},
	{.column = COLUMN_ACT, .width = 34, .least = 27, .rank = 8},
	{.column = COLUMN_MEASURE_NUMBER, .head = N_("Measure"), .width = 9, .rank = 7},
	{.column = COLUMN_ACT_PART, .head = N_("Row"), .width = 3, .rank = 4},
	{.column = COLUMN_REGION, .width = 18, .least = 8, .rank = 2},
	{.column = COLUMN_AMOUNT_ORE, .width = 17, .exact = true, .rank = 6},
	{.column = COLUMN_ROLES_WORDS, .head = N_("Roles then"), .width = 30, .least = 10, .rank = 3},
	{.width = 0},
};
static const struct tabled_column readings[] = {
	{.column = COLUMN_AT, .width = 19},
	{.column = COLUMN_ACTOR, .width = 24, .least = 10, .rank = 9},
	{.column = COLUMN_DOCUMENT, .head = N_("Document"), .width = 14},
	{.width = 0},
};
static const struct tabled_column sample[] = {
	{.column = COLUMN_STRATUM, .width = 22, .least = 16, .rank = 1},
	{.column = COLUMN_INSTALMENT, .width = 12},
	{.column = COLUMN_RECIPIENT, .width = 20, .least = 10, .rank = 3},
	{.column = COLUMN_DATE, .head = N_("Day"), .width = 10},
	{.column = COLUMN_AMOUNT_ORE, .width = 17, .exact = true},
	{.column = COLUMN_PAY_STATE, .head = N_("Status"), .width = 18, .least = 10, .rank = 2},
	{.width = 0},
};
static const struct tabled_column *const columns[VIEWS] = {
	[ROLES] = roles, [ACTS] = acts, [READINGS] = readings, [SAMPLE] = sample, [SAMPLE_ALL] = sample};
static const char *const names[VIEWS] = {
	[ROLES] = N_("who had which role"),
	[ACTS] = N_("who did what with money"),
	[READINGS] = N_("who read marked papers"),
	[SAMPLE] = N_("a sample of what is paid"),
	[SAMPLE_ALL] = N_("a sample of all that stands"),
};

static void sample_drop(struct auditing *state)
{
	audit_sample_done(&state->sample);
	state->sample = (struct audit_sample){0};
}

static void sample_make(struct auditing *state, struct report *report)
{
	state->drawing.all = state->view == SAMPLE_ALL;
	state->drawing.on = state->drawing.all || !state->on[0] ? NULL : state->on;
	sample_drop(state);
	audit_sample_draw(&state->forecast, &state->drawing, &state->sample);
	report_audit_sample(report, &state->sample, &state->drawing);
}

static void table_make(struct auditing *state, struct report *report)
{
	switch (state->view) {
	case ROLES: report_audit_roles(report, &state->audit); return;
	case ACTS: report_audit_acts(report, &state->audit); return;
	case READINGS: report_audit_readings(report, &state->audit); return;
	case SAMPLE:
	case SAMPLE_ALL:
	case VIEWS: sample_make(state, report); return;
	}
}

static void table_renew(struct auditing *state)
{
	struct report report;

	tabled_done(&state->table);
	table_make(state, &report);
	tabled_put(&state->table, &report, columns[state->view],
		_("There is nothing of that kind. v changes view, @ the day."));
}

/* ---- reading */

static void audit_drop(struct auditing *state)
{
	tabled_done(&state->table); /* its texts are theirs */
	sample_drop(state);
	if (!state->read)
		return;
	audit_done(&state->audit);
	forecast_done(&state->forecast);
	state->read = false;
}

static bool audit_renew(struct auditing *state, struct error *err)
{
	struct audit_query query = {.as_of = state->on[0] ? state->on : NULL, .application = state->application};
	struct forecast forecast;
	struct audit audit;

	if (!desk_refresh(state->desk, err) || !audit_load(state->desk->cw, &query, &audit, err))
		return false;
	if (!forecast_load(state->desk->cw, &forecast, err)) {
		audit_done(&audit);
		return false;
	}
	audit_drop(state);
	state->audit = audit;
	state->forecast = forecast;
	state->read = true;
	table_renew(state);
	return true;
}

static void audit_reload(struct ui *ui, struct pane *pane)
{
	struct error err = {0};

	if (!audit_renew(pane->state, &err))
		desk_refused(ui, &err);
}

static bool audit_open(struct ui *ui, struct pane *pane, const void *what)
{
	const struct audit_case *of = what;
	struct auditing *state;
	struct error err = {0};

	if (!may(desk_of(ui)->cw, RIGHT_AUDIT, RELATION_NONE, &err)) {
		desk_refused(ui, &err);
		return false;
	}
	state = memory_take(sizeof *state);
	*state = (struct auditing){.desk = desk_of(ui), .drawing = {.size = SIZE, .seed = 1}};
	if (of) {
		state->application = of->application;
		snprintf(state->number, sizeof state->number, "%.30s", of->number);
		state->view = ACTS;
	}
	tabled_init(&state->table, state->desk);
	pane->state = state;
	return true;
}

static void audit_close(struct ui *ui, struct pane *pane)
{
	(void)ui;
	audit_drop(pane->state);
	free(pane->state);
}

static struct listing *audit_listing(const struct pane *pane)
{
	return tabled_listing(&((struct auditing *)pane->state)->table, pane);
}

static void audit_draw(const struct pane *pane, struct area area)
{
	tabled_draw(&((const struct auditing *)pane->state)->table, area);
}

static void audit_head(const struct pane *pane, struct head *head)
{
	const struct auditing *state = pane->state;

	if (state->application)
		snprintf(head->left, sizeof head->left, _("Audit · EFF %s"), state->number);
	else
		snprintf(head->left, sizeof head->left, "%s", _("Audit"));
	snprintf(head->middle, sizeof head->middle, "%s", _(names[state->view]));
	if (state->on[0])
		snprintf(head->right, sizeof head->right, _("as of %s"), state->on);
	else
		snprintf(head->right, sizeof head->right, "%s", _("over all time"));
}

/* ---- the person's doing */

static void view_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct auditing *state = pane->state;

	(void)with;
	state->view = (enum view)which;
	listing_to(&state->table.listing, 0, 0);
	ui_stale(ui);
}

static void view_run(struct ui *ui, struct pane *pane)
{
	const char *choices[VIEWS];

	for (int i = 0; i < VIEWS; i++)
		choices[i] = _(names[i]);
	dialog_choose(ui, &(struct choosing){.text = _("What of the audit?"),
				  .choices = choices,
				  .count = VIEWS,
				  .first = (int)((const struct auditing *)pane->state)->view,
				  .chosen = view_chosen});
}

static void day_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	(void)with;
	sending_day(ui, text, ((struct auditing *)pane->state)->on);
	ui_stale(ui);
}

static void day_run(struct ui *ui, struct pane *pane)
{
	sending_day_ask(ui, ((const struct auditing *)pane->state)->on, day_answered);
}

/* "10 4711": how many, and the seed. */
static bool draw_read(const char *text, int *size, uint64_t *seed)
{
	char *end;
	long many = strtol(text, &end, 10);
	long long begun = 1;

	if (end == text || many < 1 || many > SIZE_MOST)
		return false;
	if (*end == ' ')
		begun = strtoll(end, &end, 10);
	if (*end || begun < 0)
		return false;
	*size = (int)many;
	*seed = (uint64_t)begun;
	return true;
}

static bool draw_accepts(const char *text, struct error *err)
{
	uint64_t seed;
	int size;

	return draw_read(text, &size, &seed) ||
	       refuse(err, ERROR_INVALID, _("Write how many, 1–10000, and the seed: 10 4711."));
}

static void draw_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct auditing *state = pane->state;

	(void)with;
	if (draw_read(text, &state->drawing.size, &state->drawing.seed) && state->view < SAMPLE)
		state->view = SAMPLE;
	listing_to(&state->table.listing, 0, 0);
	ui_stale(ui);
}

static void draw_run(struct ui *ui, struct pane *pane)
{
	const struct auditing *state = pane->state;
	char begin[64];

	snprintf(begin, sizeof begin, "%d %llu", state->drawing.size, (unsigned long long)state->drawing.seed);
	dialog_ask(
		ui, &(struct question){.text = _("How many rows, and which seed? The same seed gives the same rows."),
			    .label = _("Sample:"),
			    .begin = begin,
			    .accepts = draw_accepts,
			    .yes = _("draw"),
			    .answered = draw_answered});
}

/* The number of the measure in focus; "" none. */
static void number_of(const struct auditing *state, char out[64])
{
	long at = listing_focus(&state->table.listing);

	out[0] = '\0';
	if (at < 0)
		return;
	if (state->view == ACTS && state->audit.acts[at].measure_n)
		snprintf(out, 64, "%d-%d.%d", state->audit.acts[at].n, state->audit.acts[at].year,
			state->audit.acts[at].measure_n);
	else if (state->view >= SAMPLE && at < state->sample.count)
		snprintf(
			out, 64, "%.*s", (int)strcspn(state->sample.items[at]->key, " "), state->sample.items[at]->key);
}

static void open_run(struct ui *ui, struct pane *pane)
{
	struct error err = {0};
	char number[64];
	int64_t measure;

	number_of(pane->state, number);
	if (!number[0])
		return;
	if (measure_find(desk_of(ui)->cw, number, &measure, &err))
		ui_push(ui, &plan_pane, &measure);
	else
		desk_refused(ui, &err);
}

static const char *open_barred(const struct ui *ui, const struct pane *pane)
{
	char number[64];

	(void)ui;
	number_of(pane->state, number);
	return number[0] ? NULL : _("There is no measure in focus.");
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
	char today[DAY_TEXT];

	day_text(ui_today(ui), today);
	writing_report(ui, &((struct auditing *)pane->state)->writing, report_make,
		_("Write out the table. The name's ending says how: .csv, .json or .txt."), _("audit-%s.csv"), today);
}

static const struct action actions[] = {
	{.name = "plan-open",
		.keys = "Enter Right l",
		.help = N_("open the payment plan of the measure"),
		.hint = N_("plan"),
		.run = open_run,
		.barred = open_barred},
	{.name = "view-choose",
		.keys = "v",
		.help = N_("choose the table: roles, acts, readings, a sample"),
		.hint = N_("view"),
		.run = view_run},
	{.name = "day-choose",
		.keys = "@",
		.help = N_("show it as known at the end of a day"),
		.hint = N_("day"),
		.run = day_run},
	{.name = "sample-draw",
		.keys = "e",
		.help = N_("draw a sample of so many payments, by a seed"),
		.hint = N_("draw a sample"),
		.run = draw_run},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is shown to a file"),
		.hint = N_("write"),
		.run = write_run},
	{.name = NULL},
};

const struct pane_kind audit_pane = {
	.name = "audit",
	.title = N_("Audit"),
	.actions = actions,
	.open = audit_open,
	.close = audit_close,
	.load = audit_reload,
	.draw = audit_draw,
	.head = audit_head,
	.listing = audit_listing,
};
