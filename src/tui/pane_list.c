/* The list of applications: what there is, whose move it is. Invariant: rows are read for the window in sight and, once
 * it has moved, one page on each side; ids alone are known of the rest. */
#include "tui/desk.h"
#include "tui/dialog.h"
#include "tui/go.h"
#include "tui/list_bars.h"
#include "tui/list_words.h"
#include "tui/listing.h"
#include "tui/preview.h"
#include "tui/prompt.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"

enum { WINDOW_PAGES = 3, PREVIEW_FROM = 120, LIST_WIDE = 80 };

struct list {
	struct desk *desk;
	struct application_index index; /* ids in order */
	struct application_list window; /* rows of ids first .. first+count */
	struct list_words words;        /* of the window */
	long first;
	char filter[256], view[64];
	const char *view_filter;
	bool all_rounds;
	struct listing listing;
	struct preview preview;
};

static bool row_read(const struct list *list, long row)
{
	return row >= list->first && row < list->first + list->window.count;
}

/* ---- the table */

static const struct column columns[] = {
	/* in the order of enum list_column */
	{.head = N_("No"), .width = 8, .least = 8, .right = true},
	{.head = N_("Applicant"), .width = 19, .least = 8},
	{.head = N_("Case"), .width = 40, .least = 10, .rank = 2},
	{.head = N_("SEK '000"), .width = 8, .rank = 3, .right = true},
	{.head = N_("Mea"), .width = 3, .rank = 1, .right = true},
	{.head = N_("Deadline"), .width = 14, .least = 12, .rank = 5, .right = true},
	{.head = N_("Status"), .width = 8, .rank = 4},
	{.head = NULL},
};

static long list_count(const void *rows)
{
	return ((const struct list *)rows)->index.count;
}

static int64_t list_id(const void *rows, long row)
{
	return ((const struct list *)rows)->index.ids[row];
}

static const char *list_cell(const void *rows, long at, int column, int cells, char scratch[LISTING_TEXT])
{
	const struct list *list = rows;
	long row = at - list->first;

	(void)scratch;
	return row_read(list, at) ? list_words_cell(&list->words, (int)row, (enum list_column)column, cells) : "";
}

static char list_flag(const void *rows, long at)
{
	const struct list *list = rows;

	return row_read(list, at) ? list_words_flag(&list->words, (int)(at - list->first)) : ' ';
}

static void list_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct list *list = rows;

	if (list->filter[0])
		snprintf(out, LISTING_TEXT, _("Nothing matches /%s. Esc clears."), list->filter);
	else
		snprintf(out, LISTING_TEXT, _("No cases in %s. v changes view, + registers an application."),
			_(list->view));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = list_count,
	.id = list_id,
	.cell = list_cell,
	.flag = list_flag,
	.empty = list_empty,
};

/* ---- reading */

static int width_of_list(const struct pane *pane)
{
	return pane->columns >= PREVIEW_FROM ? LIST_WIDE : pane->columns;
}

static long page_of(const struct pane *pane)
{
	const struct list *list = pane->state;
	long page = listing_page(&list->listing, pane->rows, width_of_list(pane));

	return page > 1 ? page : 1;
}

static bool index_read(struct list *list, const char *filter, struct error *err)
{
	struct application_query query = {.round = list->all_rounds ? 0 : list->desk->round};
	struct application_index index;
	char both[512];

	snprintf(both, sizeof both, "%s%s%s", list->view_filter ? list->view_filter : "",
		list->view_filter && filter[0] ? " " : "", filter);
	query.filter = both;
	if (!application_index_load(list->desk->cw, &query, &index, err))
		return false;
	application_index_done(&list->index);
	list->index = index;
	list->desk->walk.round = query.round;
	snprintf(list->desk->walk.filter, sizeof list->desk->walk.filter, "%s", both);
	return true;
}

static bool window_read(struct pane *pane, struct error *err)
{
	struct list *list = pane->state;
	struct application_list window;
	long page = page_of(pane), first = list->listing.top - page, count = page * WINDOW_PAGES;

	if (!list->words.rows) { /* the first screen waits for what is on it */
		first = list->listing.top;
		count = page;
	}
	first = first < 0 ? 0 : first;
	if (first + count > list->index.count)
		count = list->index.count - first;
	if (!application_rows_load(list->desk->cw, list->index.ids + first, (int)(count > 0 ? count : 0), &window, err))
		return false;
	application_list_done(&list->window);
	list->window = window;
	list->first = first;
	list_words_make(&list->words, list->desk, &window);
	return true;
}

static bool window_covers(const struct pane *pane)
{
	const struct list *list = pane->state;
	long last = list->listing.top + page_of(pane);

	if (last > list->index.count)
		last = list->index.count;
	return list->listing.top >= list->first && last <= list->first + list->window.count;
}

static int64_t focused(const struct list *list)
{
	long row = listing_focus(&list->listing);

	return row == LISTING_NONE || row >= list->index.count ? 0 : list->index.ids[row];
}

/* What is in sight is not read yet: the list has moved, or another row's preview is wanted. */
static bool list_lacking(const struct pane *pane)
{
	const struct list *list = pane->state;

	if (list->index.count && !window_covers(pane))
		return true;
	return pane->columns >= PREVIEW_FROM && list->preview.application != focused(list);
}

static void list_load(struct ui *ui, struct pane *pane)
{
	struct list *list = pane->state;
	struct error err = {0};

	if (pane->stale) {
		if (!desk_refresh(list->desk, &err) || !index_read(list, list->filter, &err)) {
			desk_refused(ui, &err);
			return;
		}
		listing_follow(&list->listing);
		list->preview.application = 0;
	}
	if ((pane->stale || !window_covers(pane)) && !window_read(pane, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (pane->columns >= PREVIEW_FROM && !preview_load(&list->preview, list->desk, focused(list), &err))
		desk_refused(ui, &err);
}

/* ---- drawing */

static void list_draw(const struct pane *pane, struct area area)
{
	const struct list *list = pane->state;

	if (area.columns < PREVIEW_FROM) {
		listing_draw(&list->listing, area);
		return;
	}
	listing_draw(&list->listing, area_part(area, 0, 0, area.rows, LIST_WIDE));
	area_divider(area, LIST_WIDE);
	preview_draw(
		&list->preview, list->desk, area_part(area, 0, LIST_WIDE + 2, area.rows, area.columns - LIST_WIDE - 2));
}

static void list_head(const struct pane *pane, struct head *head)
{
	const struct list *list = pane->state;
	long at = listing_focus(&list->listing);

	if (!list->all_rounds && list->desk->round_name[0])
		snprintf(head->left, sizeof head->left, _("Cases · round %s"), list->desk->round_name);
	else
		snprintf(head->left, sizeof head->left, "%s", _("Cases · all rounds"));
	if (list->filter[0])
		snprintf(head->middle, sizeof head->middle, "%.80s · /%.150s", _(list->view), list->filter);
	else
		snprintf(head->middle, sizeof head->middle, "%s", _(list->view));
	snprintf(head->right, sizeof head->right, _("%ld of %d"), at == LISTING_NONE ? 0 : at + 1, list->index.count);
}

/* ---- the person's doing */

static bool list_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct list *list = memory_take(sizeof *list);

	(void)what;
	memset(list, 0, sizeof *list);
	list->desk = desk_of(ui);
	list->all_rounds = true; /* a search looks everywhere until a round is chosen */
	snprintf(list->view, sizeof list->view, "%s", N_("All"));
	pane->state = list;
	pane->stale = true;
	listing_init(&list->listing, &table, list);
	return true;
}

static void list_close(struct ui *ui, struct pane *pane)
{
	struct list *list = pane->state;

	(void)ui;
	application_index_done(&list->index);
	list_words_done(&list->words);
	application_list_done(&list->window);
	preview_done(&list->preview);
	free(list);
}

static struct listing *list_listing(const struct pane *pane)
{
	return &((struct list *)pane->state)->listing;
}

static void narrow(struct ui *ui, struct pane *pane, const char *text, char *note, size_t room)
{
	struct list *list = pane->state;
	struct error err = {0};
	bool read;

	(void)ui;
	read = index_read(list, text, &err);
	if (read) {
		snprintf(list->filter, sizeof list->filter, "%s", text);
		listing_follow(&list->listing);
		read = window_read(pane, &err);
	}
	if (read)
		snprintf(note, room, ngettext("%d case", "%d cases", (unsigned long)list->index.count),
			list->index.count);
	else
		snprintf(note, room, "%.*s", (int)text_fit(err.text, (int)room - 1, NULL), err.text);
}

static void find_changed(struct ui *ui, struct pane *pane, const char *text, char note[PROMPT_NOTE])
{
	narrow(ui, pane, text, note, PROMPT_NOTE);
}

static void find_set(struct ui *ui, struct pane *pane, const char *text)
{
	struct list *list = pane->state;
	struct error err = {0};
	char note[PROMPT_NOTE];

	if (!index_read(list, text, &err)) { /* the words stay narrowed as they last made sense */
		desk_refused(ui, &err);
		return;
	}
	narrow(ui, pane, text, note, sizeof note);
}

static const struct prompt_kind find_prompt = {
	.label = "/", .changed = find_changed, .accepted = find_set, .cancelled = find_set};

static void find_run(struct ui *ui, struct pane *pane)
{
	prompt_open(ui, &find_prompt, ((struct list *)pane->state)->filter);
}

static bool list_escape(struct ui *ui, struct pane *pane)
{
	struct list *list = pane->state;

	if (!list->filter[0])
		return false;
	find_set(ui, pane, "");
	return true;
}

static void open_run(struct ui *ui, struct pane *pane)
{
	int64_t id = focused(pane->state);

	if (id)
		ui_push(ui, &detail_pane, &id);
}

static void add_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	application_form(ui, 0);
}

static void change_run(struct ui *ui, struct pane *pane)
{
	int64_t id = focused(pane->state);

	if (id)
		application_form(ui, id);
}

static void note_run(struct ui *ui, struct pane *pane)
{
	int64_t id = focused(pane->state);

	if (id)
		note_form(ui, id, 0, 0);
}

static void assign_run(struct ui *ui, struct pane *pane)
{
	int64_t id = focused(pane->state);

	if (id)
		assign_officer(ui, id);
}

unsigned list_relation(const struct pane *pane)
{
	const struct list *list = pane->state;
	int64_t id = focused(list);

	for (int i = 0; id && i < list->window.count; i++)
		if (list->window.items[i].id == id)
			return list->window.items[i].relation;
	return RELATION_NONE;
}

/* The views: a name and what it lets through. */
static const struct {
	const char *name, *filter;
} views[] = {
	{N_("All"), NULL},
	{N_("All open"), "status:open"},
	{N_("Mine"), "mine:yes"},
	{N_("To assess"), "toscore:yes"},
	{N_("Waiting"), "status:waiting"},
	{N_("New"), "status:new"},
	{N_("Decided"), "status:decided or status:paying or status:paid"},
};
enum { VIEWS = sizeof views / sizeof views[0] };

static void view_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct list *list = pane->state;

	(void)with;
	if (which < VIEWS) {
		snprintf(list->view, sizeof list->view, "%s", views[which].name);
		list->view_filter = views[which].filter;
	} else {
		list->all_rounds = !list->all_rounds;
	}
	ui_stale(ui);
}

static void view_run(struct ui *ui, struct pane *pane)
{
	struct list *list = pane->state;
	const char *choices[VIEWS + 1];
	struct choosing choosing = {
		.text = _("Which cases?"), .choices = choices, .count = VIEWS + 1, .chosen = view_chosen};

	for (int i = 0; i < VIEWS; i++) {
		choices[i] = _(views[i].name);
		if (!strcmp(views[i].name, list->view))
			choosing.first = i;
	}
	choices[VIEWS] = list->all_rounds ? _("Only the round worked with") : _("All rounds");
	dialog_choose(ui, &choosing);
}

static const struct action actions[] = {
	{.name = "case-open",
		.keys = "Enter Right l",
		.help = N_("open the case"),
		.hint = N_("open"),
		.run = open_run},
	{.name = "case-find",
		.keys = "/",
		.help = N_("narrow the list while typing"),
		.hint = N_("find"),
		.run = find_run},
	{.name = "view-choose", .keys = "v", .help = N_("choose view and rounds"), .hint = N_("view"), .run = view_run},
	{.name = "note-add",
		.keys = "c",
		.help = N_("write a dialogue note"),
		.hint = N_("note"),
		.run = note_run,
		.barred = list_note_barred},
	{.name = "case-assign",
		.keys = "t",
		.help = N_("assign the case to an officer"),
		.hint = N_("assign"),
		.run = assign_run,
		.barred = list_assign_barred},
	{.name = "ranking-open", .keys = "2", .help = N_("open the ranking"), .hint = N_("ranking"), .run = go_ranking},
	{.name = "plans-open",
		.keys = "3",
		.help = N_("open the payment plans"),
		.hint = N_("payments"),
		.run = go_plans},
	{.name = "budget-open", .keys = "4", .help = N_("open the budget"), .hint = N_("budget"), .run = go_budget},
	{.name = "recovery-open", .keys = "Y", .help = N_("open claims and money in"), .run = go_recovery},
	{.name = "search-open",
		.keys = "f",
		.help = N_("search in all cases, notes and documents"),
		.hint = N_("search all"),
		.run = go_search},
	{.name = "log-open", .keys = "5", .help = N_("open the log"), .run = go_log},
	{.name = "persons-open", .keys = "6", .help = N_("open persons and roles"), .run = go_persons},
	{.name = "rounds-open", .keys = "7", .help = N_("open the rounds, and choose one"), .run = go_rounds},
	{.name = "progress-open",
		.keys = "A",
		.help = N_("open how far the round's assessors have come"),
		.run = go_progress},
	{.name = "reports-open", .keys = "T", .help = N_("open the reports on grants"), .run = go_reports},
	{.name = "regions-open", .keys = "o", .help = N_("open the regions"), .run = go_regions},
	{.name = "todo-open", .keys = "8", .help = N_("open what is to be done"), .hint = N_("to do"), .run = go_todo},
	{.name = "inbox-open",
		.keys = "9",
		.help = N_("open the inbox: papers without a case"),
		.hint = N_("inbox"),
		.run = go_inbox},
	{.name = "matters-open",
		.keys = "0",
		.help = N_("open other matters: rounds, requests, reports, meetings"),
		.hint = N_("matters"),
		.run = go_matters},
	{.name = "sittings-open", .keys = "1", .help = N_("open the delegation's sittings"), .run = go_sittings},
	{.name = "case-add",
		.keys = "+",
		.help = N_("register an application"),
		.hint = N_("new"),
		.run = add_run,
		.barred = bars_register},
	{.name = "case-change",
		.keys = "e",
		.help = N_("change the application"),
		.run = change_run,
		.barred = list_change_barred},
	{.name = NULL},
};

const struct pane_kind list_pane = {
	.name = "list",
	.title = N_("Cases"),
	.actions = actions,
	.open = list_open,
	.close = list_close,
	.load = list_load,
	.lacking = list_lacking,
	.draw = list_draw,
	.head = list_head,
	.escape = list_escape,
	.listing = list_listing,
	.notice = list_notice,
};
