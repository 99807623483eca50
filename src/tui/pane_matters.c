/* Other matters (Övriga ärenden): the round itself, analysis support, requests for documents, reports, meetings. Each
 * opens as its register; what it is about and how it stands is said under the list. Invariant: a matter that was
 * registered by mistake says where its papers went, or that it is void, never the one for the other. */
#include "tui/case_words.h"
#include "tui/dialog.h"
#include "tui/listing.h"
#include "tui/papers.h"
#include "tui/verb.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/case_ref.h"
#include "casework/event.h"
#include "casework/matter.h"

struct matters {
	struct desk *desk;
	struct matter_list list;
	struct listing listing;
};

/* ---- the table */

enum { NUMBER, KIND, TITLE, OPENED, PAPERS, STATUS };
static const struct column columns[] = {
	{.head = N_("Number"), .width = 12, .least = 11},
	{.head = N_("Kind"), .width = 24, .least = 10, .rank = 1},
	{.head = N_("Case"), .width = 60, .least = 16},
	{.head = N_("Opened"), .width = 10, .rank = 2},
	{.head = N_("Docs"), .width = 5, .right = true},
	{.head = N_("Status"), .width = 14, .least = 9},
	{.head = NULL},
};

static long matters_count(const void *rows)
{
	return ((const struct matters *)rows)->list.count;
}

static const struct matter *matter_at(const struct matters *matters, long row)
{
	return row >= 0 && row < matters->list.count ? &matters->list.items[row] : NULL;
}

static int64_t matters_id(const void *rows, long row)
{
	return matter_at(rows, row)->id;
}

static const char *status_word(const struct matter *matter)
{
	if (matter->wrong_why)
		return *matter->wrong_to ? _("moved") : _("void");
	return matter->closed_on ? _("closed") : _("ongoing");
}

static void matters_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct matters *matters = rows;
	const struct matter *matter = matter_at(matters, at);

	(void)cells;
	switch (column) {
	case NUMBER: snprintf(out, LISTING_TEXT, "%s", matter->number); break;
	case KIND:
		snprintf(out, LISTING_TEXT, "%s",
			programme_word_name(&matters->desk->programme, "matter", matter->kind));
		break;
	case TITLE: snprintf(out, LISTING_TEXT, "%.*s", (int)text_fit(matter->title, 60, NULL), matter->title); break;
	case OPENED: snprintf(out, LISTING_TEXT, "%s", matter->opened_on); break;
	case PAPERS: snprintf(out, LISTING_TEXT, "%d", matter->documents); break;
	case STATUS: snprintf(out, LISTING_TEXT, "%s", status_word(matter)); break;
	}
}

static void matters_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("There is no other matter. + opens one."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = matters_count,
	.id = matters_id,
	.text = matters_text,
	.empty = matters_empty,
};

/* ---- reading */

static void matters_load(struct ui *ui, struct pane *pane)
{
	const struct matter_query query = {0};
	struct matters *matters = pane->state;
	struct matter_list list;
	struct error err = {0};

	if (!matter_list_load(matters->desk->cw, &query, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	matter_list_done(&matters->list);
	matters->list = list;
	listing_follow(&matters->listing);
}

static bool matters_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct matters *matters = memory_take(sizeof *matters);

	(void)what;
	*matters = (struct matters){.desk = desk_of(ui)};
	listing_init(&matters->listing, &table, matters);
	pane->state = matters;
	matters_load(ui, pane);
	listing_find(&matters->listing, desk_at(matters->desk, PLACE_MATTER), 1);
	pane->stale = false;
	return true;
}

static void matters_close(struct ui *ui, struct pane *pane)
{
	struct matters *matters = pane->state;

	(void)ui;
	matter_list_done(&matters->list);
	free(matters);
}

enum { BELOW_FROM = 14, BELOW_ROWS = 8, LABEL = 14 };

static struct listing *matters_listing(const struct pane *pane)
{
	struct matters *matters = pane->state;

	matters->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &matters->listing;
}

static const struct matter *focused(const struct pane *pane)
{
	const struct matters *matters = pane->state;

	return matter_at(matters, listing_focus(&matters->listing));
}

/* ---- drawing */

static void standing_say(const struct matter *matter, char out[CASE_WORDS])
{
	out[0] = '\0';
	if (matter->wrong_why && *matter->wrong_to)
		snprintf(out, CASE_WORDS, _("Moved to %.*s: %.*s"), TEXT_PART(matter->wrong_to, 40),
			TEXT_PART(matter->wrong_why, 180));
	else if (matter->wrong_why)
		snprintf(out, CASE_WORDS, _("Void, registered by mistake: %.*s"), TEXT_PART(matter->wrong_why, 200));
	else if (matter->closed_on)
		snprintf(out, CASE_WORDS, _("Closed %s"), matter->closed_on);
}

static void about_draw(const struct matter *matter, struct area area)
{
	char words[CASE_WORDS];
	int at = 0;

	if (!matter)
		return;
	at = fact_draw(area, at, LABEL, _("Case"), matter->title);
	snprintf(words, sizeof words, "%.*s%s%.*s", TEXT_PART(matter->region_short ? matter->region_short : "", 60),
		matter->region_short && *matter->party ? ": " : "", TEXT_PART(matter->party, 180));
	at = fact_draw(area, at, LABEL, _("Other party"), words);
	at = fact_draw(area, at, LABEL, _("Case officer"), matter->officer_name);
	at = fact_draw(area, at, LABEL, _("About"), matter->about);
	at = fact_draw(area, at, LABEL, _("How it ended"), matter->outcome);
	standing_say(matter, words);
	fact_draw(area, at, LABEL, _("Now"), words);
}

static void matters_draw(const struct pane *pane, struct area area)
{
	const struct matters *matters = pane->state;
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;

	listing_draw(&matters->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (below)
		about_draw(focused(pane), area_part(area, area.rows - below + 1, 0, below - 1, area.columns));
}

static void matters_head(const struct pane *pane, struct head *head)
{
	const struct matters *matters = pane->state;
	int open = 0, count = matters->list.count;

	for (int i = 0; i < count; i++)
		open += !matters->list.items[i].closed_on && !matters->list.items[i].wrong_why;
	snprintf(head->left, sizeof head->left, "%s", _("Other matters"));
	snprintf(head->right, sizeof head->right,
		ngettext("%d matter, %d open", "%d matters, %d open", (unsigned long)count), count, open);
}

/* ---- the person's doing */

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct matter *matter = focused(pane);

	if (matter)
		ui_push(ui, &register_pane, &(struct case_ref){.matter = matter->id});
}

static void add_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	matter_form(ui, 0, 0);
}

static void change_run(struct ui *ui, struct pane *pane)
{
	matter_form(ui, focused(pane)->id, 0);
}

static void log_run(struct ui *ui, struct pane *pane)
{
	matter_log(ui, focused(pane)->id);
}

static void wrong_run(struct ui *ui, struct pane *pane)
{
	case_wrong_form(ui, &(struct case_ref){.matter = focused(pane)->id});
}

static void close_run(struct ui *ui, struct pane *pane)
{
	matter_close_form(ui, focused(pane)->id);
}

static const char *add_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_MATTER_PUT);
}

static const char *focus_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return focused(pane) ? NULL : _("No matter is in focus.");
}

static const char *live_barred(const struct ui *ui, const struct pane *pane, enum right right)
{
	const struct matter *matter = focused(pane);

	if (!matter)
		return _("No matter is in focus.");
	if (matter->wrong_why)
		return _("The matter was registered by mistake and is no longer changed.");
	return desk_barred(ui, right);
}

static const char *change_barred(const struct ui *ui, const struct pane *pane)
{
	const char *why = live_barred(ui, pane, RIGHT_MATTER_PUT);

	if (!why && focused(pane)->closed_on)
		return _("The matter is closed. Reopen it before it is changed.");
	return why;
}

static const char *wrong_barred(const struct ui *ui, const struct pane *pane)
{
	return live_barred(ui, pane, RIGHT_DOCUMENT_PUT);
}

static const char *close_barred(const struct ui *ui, const struct pane *pane)
{
	return live_barred(ui, pane, RIGHT_CASE_CLOSE);
}

static void release_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &release_pane, &focused(pane)->id);
}

static const char *release_barred(const struct ui *ui, const struct pane *pane)
{
	const struct matter *matter = focused(pane);

	(void)ui;
	return matter && !strcmp(matter->kind, "request") ? NULL : _("y is for a request for documents: move to one.");
}

static const struct action actions[] = {
	{.name = "matter-open",
		.keys = "Enter Right l",
		.help = N_("open the matter's register"),
		.hint = N_("open"),
		.run = open_run},
	{.name = "matter-add",
		.keys = "+",
		.help = N_("open a new matter"),
		.hint = N_("new"),
		.run = add_run,
		.barred = add_barred},
	{.name = "matter-change",
		.keys = "e",
		.help = N_("change the matter, or say how it ended"),
		.hint = N_("change"),
		.run = change_run,
		.barred = change_barred},
	{.name = "release-open",
		.keys = "y",
		.help = N_("test what is requested, part by part"),
		.hint = N_("release"),
		.run = release_run,
		.barred = release_barred},
	{.name = "log-open",
		.keys = "H",
		.help = N_("show everything that has happened in the matter"),
		.hint = N_("history"),
		.run = log_run,
		.barred = focus_barred},
	{.name = "matter-close",
		.keys = "Q",
		.help = N_("close the matter: what is kept, what is discarded; or reopen it"),
		.hint = N_("close"),
		.run = close_run,
		.barred = close_barred},
	{.name = "matter-wrong",
		.keys = "u",
		.help = N_("registered by mistake: say which case its documents belong to, or note it as void"),
		.hint = N_("by mistake"),
		.run = wrong_run,
		.barred = wrong_barred},
	{.name = NULL},
};

const struct pane_kind matters_pane = {
	.name = "matters",
	.title = N_("Other matters"),
	.actions = actions,
	.open = matters_open,
	.close = matters_close,
	.load = matters_load,
	.draw = matters_draw,
	.head = matters_head,
	.listing = matters_listing,
};
