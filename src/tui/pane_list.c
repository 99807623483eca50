/* The list of applications: what there is, whose move it is. Invariant: rows are read for the window in sight and, once
 * it has moved, one page on each side; ids alone are known of the rest. */
#include "tui/dialog.h"
#include "tui/go.h"
#include "tui/list_bars.h"
#include "tui/listed.h"
#include "tui/prompt.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"

enum { WINDOW_PAGES = 3 };

/* ---- reading */

static int width_of_list(const struct pane *pane)
{
	return pane->columns >= LISTED_PREVIEW_FROM ? LISTED_WIDE : pane->columns;
}

static long page_of(const struct pane *pane)
{
	const struct listed *list = pane->state;
	long page = listing_page(&list->listing, pane->rows, width_of_list(pane));

	return page > 1 ? page : 1;
}

static bool index_read(struct listed *list, const char *filter, struct error *err)
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
	struct listed *list = pane->state;
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
	const struct listed *list = pane->state;
	long last = list->listing.top + page_of(pane);

	if (last > list->index.count)
		last = list->index.count;
	return list->listing.top >= list->first && last <= list->first + list->window.count;
}

static int64_t focused(const struct listed *list)
{
	long row = listing_focus(&list->listing);

	return row == LISTING_NONE || row >= list->index.count ? 0 : list->index.ids[row];
}

/* What is in sight is not read yet: the list has moved, or another row's preview is wanted. */
static bool list_lacking(const struct pane *pane)
{
	const struct listed *list = pane->state;

	if (list->index.count && !window_covers(pane))
		return true;
	return pane->columns >= LISTED_PREVIEW_FROM && list->preview.application != focused(list);
}

static void list_load(struct ui *ui, struct pane *pane)
{
	struct listed *list = pane->state;
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
	if (pane->columns >= LISTED_PREVIEW_FROM && !preview_load(&list->preview, list->desk, focused(list), &err))
		desk_refused(ui, &err);
}

/* ---- the person's doing */

static bool list_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct listed *list = memory_take(sizeof *list);

	(void)what;
	memset(list, 0, sizeof *list);
	list->desk = desk_of(ui);
	list->all_rounds = true; /* a search looks everywhere until a round is chosen */
	snprintf(list->view, sizeof list->view, "%s", N_("All"));
	pane->state = list;
	pane->stale = true;
	listing_init(&list->listing, &listed_table, list);
	return true;
}

static void list_close(struct ui *ui, struct pane *pane)
{
	struct listed *list = pane->state;

	(void)ui;
	application_index_done(&list->index);
	list_words_done(&list->words);
	application_list_done(&list->window);
	preview_done(&list->preview);
	free(list);
}

static struct listing *list_listing(const struct pane *pane)
{
	return &((struct listed *)pane->state)->listing;
}

static void narrow(struct ui *ui, struct pane *pane, const char *text, char *note, size_t room)
{
	struct listed *list = pane->state;
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
	struct listed *list = pane->state;
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
	prompt_open(ui, &find_prompt, ((struct listed *)pane->state)->filter);
}

static bool list_escape(struct ui *ui, struct pane *pane)
{
	struct listed *list = pane->state;

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
	const struct listed *list = pane->state;
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
	struct listed *list = pane->state;

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
	struct listed *list = pane->state;
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
	{.name = "followup-open", .keys = "*", .help = N_("open the follow-up of the grant"), .run = go_followup},
	{.name = "forecast-open", .keys = ">", .help = N_("open the forecast of payments"), .run = go_forecast},
	{.name = "audit-open", .keys = "&", .help = N_("open the audit"), .run = go_audit, .barred = bars_audit},
	{.name = "search-open",
		.keys = "f",
		.help = N_("search in cases, matters, sittings, notes and documents"),
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
	.draw = listed_draw,
	.head = listed_head,
	.escape = list_escape,
	.listing = list_listing,
	.notice = list_notice,
};
