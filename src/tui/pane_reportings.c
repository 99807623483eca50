/* Reports on grants: what is due, late, received and waits for a ruling, for all grants or one case. Invariant: the
 * list is by the day that counts, and says whose move it is. */
#include "tui/desk.h"
#include "tui/dialog.h"
#include "tui/listing.h"
#include "tui/writing.h"

#include "base/text.h"
#include "base/words.h"
#include "csv/reporting_paper.h"
#include "tui/reporting_forms.h"

struct reportings {
	struct desk *desk;
	int64_t application; /* 0: all grants */
	const char *state;   /* NULL: all that stand */
	struct reporting_list list;
	struct listing listing;
	struct writing writing;
};

enum { DUE, NUMBER, KIND, STATE, MOVE, REGION, MEASURE };
static const struct column columns[] = {
	{.head = N_("Report by"), .width = 11},
	{.head = N_("No"), .width = 12, .least = 9},
	{.head = N_("Kind"), .width = 15, .rank = 2},
	{.head = N_("Status"), .width = 14, .least = 10},
	{.head = N_("Whose move"), .width = 10, .rank = 3},
	{.head = N_("Region"), .width = 16, .least = 8, .rank = 4},
	{.head = N_("Measure"), .width = 40, .least = 10, .rank = 1},
	{.head = NULL},
};

static long reportings_count(const void *rows)
{
	return ((const struct reportings *)rows)->list.count;
}

static int64_t reportings_id(const void *rows, long row)
{
	return ((const struct reportings *)rows)->list.items[row].id;
}

static const char *move_word(const struct reporting *row)
{
	switch (row->mover) {
	case MOVER_US: return _("we");
	case MOVER_APPLICANT: return _("applicant");
	case MOVER_DELEGATION:
	case MOVER_BODY:
	case MOVER_NOBODY: break;
	}
	return "-";
}

static void reportings_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct reportings *reportings = rows;
	const struct reporting *row = &reportings->list.items[at];
	char number[DESK_NUMBER];

	(void)cells;
	switch (column) {
	case DUE: snprintf(out, LISTING_TEXT, "%s", row->due_on); break;
	case NUMBER:
		desk_measure(reportings->desk, row->year, row->application_n, row->measure_n, number);
		snprintf(out, LISTING_TEXT, "%s %d", number, row->n);
		break;
	case KIND: snprintf(out, LISTING_TEXT, "%s", reporting_kind_word(row->kind)); break;
	case STATE: snprintf(out, LISTING_TEXT, "%s", reporting_word(row)); break;
	case MOVE: snprintf(out, LISTING_TEXT, "%s", move_word(row)); break;
	case REGION: snprintf(out, LISTING_TEXT, "%s", row->lead_short); break;
	case MEASURE: snprintf(out, LISTING_TEXT, "%s", row->title); break;
	}
}

static char reportings_flag(const void *rows, long at)
{
	const struct reporting *row = &((const struct reportings *)rows)->list.items[at];

	return row->late || row->state == REPORTING_RECEIVED ? '!' : ' ';
}

static void reportings_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct reportings *reportings = rows;

	snprintf(out, LISTING_TEXT, "%s",
		reportings->state
			? _("No report has that status. v shows others.")
			: _("No report is due: each decision that grants says when the grant is reported (14 §)."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = reportings_count,
	.id = reportings_id,
	.text = reportings_text,
	.flag = reportings_flag,
	.empty = reportings_empty,
};

/* ---- reading */

static void reportings_load(struct ui *ui, struct pane *pane)
{
	struct reportings *reportings = pane->state;
	struct reporting_query query = {.application = reportings->application, .state = reportings->state};
	struct reporting_list list;
	struct error err = {0};

	if (!desk_refresh(reportings->desk, &err) || !reporting_list_load(reportings->desk->cw, &query, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	reporting_list_done(&reportings->list);
	reportings->list = list;
	listing_follow(&reportings->listing);
}

/* The first that has not been approved is what one comes to see. */
static void focus_set(struct reportings *reportings)
{
	for (int i = 0; i < reportings->list.count; i++)
		if (reportings->list.items[i].mover != MOVER_NOBODY) {
			listing_find(&reportings->listing, reportings->list.items[i].id, 0);
			return;
		}
}

static bool reportings_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct reportings *reportings = memory_take(sizeof *reportings);

	*reportings = (struct reportings){.desk = desk_of(ui), .application = what ? *(const int64_t *)what : 0};
	listing_init(&reportings->listing, &table, reportings);
	pane->state = reportings;
	reportings_load(ui, pane);
	pane->stale = false;
	focus_set(reportings);
	return true;
}

static void reportings_close(struct ui *ui, struct pane *pane)
{
	struct reportings *reportings = pane->state;

	(void)ui;
	reporting_list_done(&reportings->list);
	free(reportings);
}

static struct listing *reportings_listing(const struct pane *pane)
{
	return &((struct reportings *)pane->state)->listing;
}

static void reportings_draw(const struct pane *pane, struct area area)
{
	listing_draw(&((const struct reportings *)pane->state)->listing, area);
}

static void reportings_head(const struct pane *pane, struct head *head)
{
	const struct reportings *reportings = pane->state;

	snprintf(head->left, sizeof head->left, "%s", _("Reports on grants"));
	snprintf(head->middle, sizeof head->middle, _("day passed: %d · to rule on: %d"), reportings->list.late,
		reportings->list.received);
	snprintf(head->right, sizeof head->right,
		ngettext("%d report", "%d reports", (unsigned long)reportings->list.count), reportings->list.count);
}

/* ---- the person's doing */

static const struct reporting *focused(const struct reportings *reportings)
{
	long row = listing_focus(&reportings->listing);

	return row >= 0 && row < reportings->list.count ? &reportings->list.items[row] : NULL;
}

static const char *row_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return focused(pane->state) ? NULL : _("No report is in focus.");
}

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct reporting *row = focused(pane->state);

	if (row)
		ui_push(ui, &reporting_pane, &row->id);
}

static const struct {
	const char *code, *word;
} views[] = {
	{NULL, N_("all that stand")},
	{"late", N_("day passed")},
	{"due", N_("to be reported")},
	{"received", N_("received")},
	{"sent_back", N_("sent back")},
	{"approved", N_("approved")},
	{"dropped", N_("no longer due")},
	{"replaced", N_("earlier day")},
};
enum { VIEWS = sizeof views / sizeof *views };

static void view_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	(void)ui;
	(void)with;
	((struct reportings *)pane->state)->state = views[which].code;
	pane->stale = true;
}

static void view_run(struct ui *ui, struct pane *pane)
{
	const struct reportings *reportings = pane->state;
	const char *choices[VIEWS];
	int first = 0;

	for (int i = 0; i < VIEWS; i++) {
		choices[i] = _(views[i].word);
		first = text_same(views[i].code, reportings->state) ? i : first;
	}
	dialog_choose(ui, &(struct choosing){.text = _("Which reports?"),
				  .choices = choices,
				  .count = VIEWS,
				  .first = first,
				  .chosen = view_chosen});
}

static bool report_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	struct reportings *reportings = pane->state;

	(void)ui;
	(void)err;
	report_reportings(report, &reportings->list, reportings->desk->with_year);
	return true;
}

static void write_run(struct ui *ui, struct pane *pane)
{
	char today[DAY_TEXT];

	day_text(ui_today(ui), today);
	writing_report(ui, &((struct reportings *)pane->state)->writing, report_make,
		_("Write out the list as it is shown. The name's ending says how: .csv, .json or .txt."),
		_("reports-%s.csv"), today);
}

static const struct action actions[] = {
	{.name = "report-open",
		.keys = "Enter Right l",
		.help = N_("open the report"),
		.hint = N_("open"),
		.run = open_run,
		.barred = row_barred},
	{.name = "view-choose",
		.keys = "v",
		.help = N_("choose which reports are shown"),
		.hint = N_("view"),
		.run = view_run},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is shown to a file"),
		.hint = N_("write"),
		.run = write_run},
	{.name = NULL},
};

const struct pane_kind reportings_pane = {
	.name = "reportings",
	.title = N_("Reports on grants"),
	.actions = actions,
	.open = reportings_open,
	.close = reportings_close,
	.load = reportings_load,
	.draw = reportings_draw,
	.head = reportings_head,
	.listing = reportings_listing,
};
