/* What is to be done, one's own or the office's: whose move it is, the day, the thing and what to do next. Invariant:
 * Enter goes where the thing is done; nothing is done here. */
#include "tui/desk.h"
#include "tui/go.h"
#include "tui/listing.h"
#include "tui/sealing.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/sitting.h"
#include "casework/todo.h"

struct todo {
	struct desk *desk;
	bool office; /* everybody's */
	struct todo_list list;
	struct listing listing;
};

/* ---- the table: tasks, and for the office a line for each officer under them */

enum { DUE, WHOSE, NUMBER, APPLICANT, TASK, ABOUT, WHO };
static const struct column columns[] = {
	{.head = N_("Day"), .width = 10, .least = 10},
	{.head = N_("Whose move"), .width = 10, .least = 8, .rank = 4},
	{.head = N_("No"), .width = 9, .least = 9, .right = true},
	{.head = N_("Applicant"), .width = 18, .least = 8, .rank = 2},
	{.head = N_("Task"), .width = 20, .least = 12},
	{.head = N_("About"), .width = 50, .least = 10, .rank = 3},
	{.head = N_("For whom"), .width = 16, .least = 8, .rank = 1},
	{.head = NULL},
};

static int lines_of(const struct todo *todo)
{
	return todo->office && todo->list.officer_count ? todo->list.officer_count + 1 : 0;
}

static long todo_count(const void *rows)
{
	const struct todo *todo = rows;

	return todo->list.count + lines_of(todo);
}

static bool todo_line(const void *rows, long at, char out[LISTING_TEXT])
{
	const struct todo *todo = rows;
	const struct todo_officer *officer;

	if (at < todo->list.count)
		return false;
	if (at == todo->list.count) {
		snprintf(out, LISTING_TEXT, "%s", _("── Cases per officer ──"));
		return true;
	}
	officer = &todo->list.officers[at - todo->list.count - 1];
	snprintf(out, LISTING_TEXT, _("%s: %d open, %d with the applicant, %d tasks"),
		officer->person ? officer->name : _("nobody"), officer->open, officer->waiting, officer->tasks);
	return true;
}

static int64_t todo_id(const void *rows, long at)
{
	const struct todo *todo = rows;

	return at < todo->list.count ? todo->list.items[at].id * TODO_PLACES + (int)todo->list.items[at].place : -at;
}

static void number_say(const struct todo *todo, const struct todo_item *item, char out[LISTING_TEXT])
{
	char number[DESK_NUMBER] = "";

	if (item->n && item->measure_n)
		desk_measure(todo->desk, item->year, item->n, item->measure_n, number);
	else if (item->place == TODO_MATTER)
		desk_matter(item->year, item->n, number);
	else if (item->n)
		desk_number(todo->desk, item->year, item->n, number);
	snprintf(out, LISTING_TEXT, "%s", number);
}

static void about_say(const struct todo_item *item, char out[LISTING_TEXT])
{
	snprintf(out, LISTING_TEXT, "%.*s", (int)text_fit(item->text, LISTING_TEXT / 8, NULL), item->text);
	for (char *at = out; (at = strchr(at, '\n')); at++)
		*at = ' ';
}

static void todo_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct todo *todo = rows;
	const struct todo_item *item = &todo->list.items[at];
	char due[DAY_TEXT];

	(void)cells;
	switch (column) {
	case DUE:
		day_text(item->due, due);
		snprintf(out, LISTING_TEXT, "%s", item->due == DAY_NONE ? "-" : due);
		break;
	case WHOSE: snprintf(out, LISTING_TEXT, "%s", todo_mover(item->mover)); break;
	case NUMBER: number_say(todo, item, out); break;
	case APPLICANT: snprintf(out, LISTING_TEXT, "%s", item->lead); break;
	case TASK: snprintf(out, LISTING_TEXT, "%s", item->word); break;
	case ABOUT: about_say(item, out); break;
	case WHO: snprintf(out, LISTING_TEXT, "%s", item->person_name); break;
	}
}

static char todo_flag(const void *rows, long at)
{
	const struct todo *todo = rows;

	return at < todo->list.count && todo->list.items[at].late ? '!' : ' ';
}

static void todo_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("There is nothing to do. v shows the office's."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = todo_count,
	.id = todo_id,
	.text = todo_text,
	.flag = todo_flag,
	.line = todo_line,
	.empty = todo_empty,
};

/* ---- reading */

static void todo_load(struct ui *ui, struct pane *pane)
{
	struct todo *todo = pane->state;
	struct todo_list list;
	struct error err = {0};

	if (!todo_list_load(todo->desk->cw, !todo->office, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	todo_list_done(&todo->list);
	todo->list = list;
	listing_follow(&todo->listing);
}

static bool todo_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct todo *todo = memory_take(sizeof *todo);

	(void)what;
	*todo = (struct todo){.desk = desk_of(ui)};
	listing_init(&todo->listing, &table, todo);
	todo->listing.elsewhere = 2;
	pane->state = todo;
	return true;
}

static void todo_close(struct ui *ui, struct pane *pane)
{
	struct todo *todo = pane->state;

	(void)ui;
	todo_list_done(&todo->list);
	free(todo);
}

static struct listing *todo_listing(const struct pane *pane)
{
	return &((struct todo *)pane->state)->listing;
}

/* ---- what is seen: what to do next stands under the list */

static const struct todo_item *item_of(const struct todo *todo)
{
	long row = listing_focus(&todo->listing);

	return row >= 0 && row < todo->list.count ? &todo->list.items[row] : NULL;
}

/* One's own list is all one's own: it has no column of whose it is. */
static void rows_draw(const struct todo *todo, struct area area)
{
	struct listing_kind kind = table;
	struct column shown[LISTING_COLUMNS];
	struct listing listing = todo->listing;

	memcpy(shown, columns, sizeof columns);
	if (!todo->office)
		shown[WHO] = (struct column){.head = NULL};
	kind.columns = shown;
	listing.kind = &kind;
	listing_draw(&listing, area);
}

/* The last row, and the one above it where it does not fit on one. */
static void next_draw(const char *next, struct area area)
{
	char text[512];

	snprintf(text, sizeof text, _("Next: %s"), next);
	area_lines(area, text_width(text) <= area.columns, STYLE_PLAIN, text);
}

static void todo_draw(const struct pane *pane, struct area area)
{
	const struct todo *todo = pane->state;
	const struct todo_item *item = item_of(todo);

	if (area.rows < 8) {
		rows_draw(todo, area);
		return;
	}
	rows_draw(todo, area_part(area, 0, 0, area.rows - 2, area.columns));
	if (item)
		next_draw(item->next, area_part(area, area.rows - 2, 0, 2, area.columns));
}

static void todo_head(const struct pane *pane, struct head *head)
{
	const struct todo *todo = pane->state;
	int count = todo->list.count;

	if (todo->office)
		snprintf(head->left, sizeof head->left, "%s", _("To do · the office"));
	else
		snprintf(head->left, sizeof head->left, _("To do · %s"), casework_actor_name(todo->desk->cw));
	snprintf(head->right, sizeof head->right,
		ngettext("%d task, %d late", "%d tasks, %d late", (unsigned long)count), count, todo->list.late);
}

/* ---- the person's doing */

/* A sitting opens at its agenda, another matter at its register. */
static void matter_show(struct ui *ui, const struct todo_item *item)
{
	struct error err = {0};
	char number[DESK_NUMBER];
	int64_t sitting;

	desk_matter(item->year, item->n, number);
	if (!strcmp(item->code, "matter_meeting") && sitting_find(desk_of(ui)->cw, number, &sitting, &err))
		ui_push(ui, &sitting_pane, &sitting);
	else
		go_place(ui, &(struct spot){.place = PLACE_MATTER, .id = item->id});
}

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct todo_item *item = item_of(pane->state);

	if (!item)
		return;
	switch (item->place) {
	case TODO_CASE: go_case(ui, item->application, PLACE_NONE, 0); return;
	case TODO_CLOCK: go_case(ui, item->application, PLACE_CLOCK, item->id); return;
	case TODO_GATE: ui_push(ui, &gates_pane, &item->application); return;
	case TODO_NOTE: go_case(ui, item->application, PLACE_NOTE, item->id); return;
	case TODO_PLAN: ui_push(ui, &plan_pane, &item->measure); return;
	case TODO_SCORE:
		if (item->person == casework_actor(desk_of(ui)->cw))
			ui_push(ui, &scoring_pane, &item->measure);
		else
			go_case(ui, item->application, PLACE_MEASURE, item->measure);
		return;
	case TODO_CONFLICT:
		go_place(ui, &(struct spot){.place = PLACE_CONFLICT,
				     .id = item->id,
				     .application = item->application,
				     .round = item->round});
		return;
	case TODO_REPORT:
		if (strcmp(item->code, "report_unplanned") != 0)
			ui_push(ui, &reporting_pane, &item->id);
		else
			go_case(ui, item->application, PLACE_MEASURE, item->id);
		return;
	case TODO_CLAIM:
	case TODO_CLAIM_LETTER: go_case(ui, item->application, PLACE_CLAIM, item->id); return;
	case TODO_MONEY: go_case(ui, 0, PLACE_MONEY, item->id); return;
	case TODO_WITHHELD: go_case(ui, item->application, PLACE_WITHHELD, item->id); return;
	case TODO_ACCOUNT: go_accounts(ui, pane); return;
	case TODO_PAID: paid_file_show(ui, item->id, item->text); return;
	case TODO_MEETING: go_case(ui, item->application, PLACE_CLOCK, 0); return;
	case TODO_MATTER: matter_show(ui, item); return;
	case TODO_INBOX: go_place(ui, &(struct spot){.place = PLACE_POST, .id = item->id}); return;
	case TODO_PLACES: break;
	}
	ui_say(ui, "%s", item->next);
}

static void office_run(struct ui *ui, struct pane *pane)
{
	struct todo *todo = pane->state;

	todo->office = !todo->office;
	listing_to(&todo->listing, 0, 0);
	ui_stale(ui);
}

static const struct action actions[] = {
	{.name = "task-open",
		.keys = "Enter Right l",
		.help = N_("go where the task is done"),
		.hint = N_("open"),
		.run = open_run},
	{.name = "office-toggle",
		.keys = "v",
		.help = N_("show the whole office's, or one's own"),
		.hint = N_("office"),
		.run = office_run},
	{.name = NULL},
};

const struct pane_kind todo_pane = {
	.name = "todo",
	.title = N_("To do"),
	.actions = actions,
	.open = todo_open,
	.close = todo_close,
	.load = todo_load,
	.draw = todo_draw,
	.head = todo_head,
	.listing = todo_listing,
};
