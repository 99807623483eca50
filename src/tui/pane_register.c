/* The register of one case (Diarium): every paper with its number, the day, the way it went, whom it is from or to and
 * what it concerns. Invariant: a number that was given is there, and says in words when it is moved, void or without
 * its content. */
#include "tui/paper_words.h"
#include "tui/papers.h"

#include "tui/listing.h"

#include "base/text.h"
#include "base/words.h"

struct registry {
	struct desk *desk;
	struct case_ref of;
	struct arena arena; /* of the names */
	const char *number, *title;
	struct document_list list;
	struct listing listing;
};

/* ---- the table */

enum { NUMBER, DAY, DIRECTION, PARTY, SUBJECT, PAGES, MARKS };
static const struct column columns[] = {
	{.head = N_("Number"), .width = 14, .least = 13},
	{.head = N_("Day"), .width = 10},
	{.head = N_("In/out"), .width = 6},
	{.head = N_("From or to"), .width = 18, .least = 10, .rank = 2},
	{.head = N_("Subject"), .width = 50, .least = 20, .rank = 3},
	{.head = N_("Pages"), .width = 5, .rank = 1, .right = true},
	{.head = N_("Marks"), .width = 16, .least = 8},
	{.head = NULL},
};

static long registry_count(const void *rows)
{
	return ((const struct registry *)rows)->list.count;
}

static const struct document *paper_at(const struct registry *registry, long row)
{
	return row >= 0 && row < registry->list.count ? &registry->list.items[row] : NULL;
}

static int64_t registry_id(const void *rows, long row)
{
	return paper_at(rows, row)->id;
}

static void registry_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct document *document = paper_at(rows, at);
	char words[CASE_WORDS] = "";

	(void)cells;
	switch (column) {
	case NUMBER: snprintf(words, sizeof words, "%s", document->number); break;
	case DAY: snprintf(words, sizeof words, "%s", document->on_day); break;
	case DIRECTION: snprintf(words, sizeof words, "%s", paper_direction(document)); break;
	case PARTY: paper_party(document, false, words); break;
	case SUBJECT: snprintf(words, sizeof words, "%s", document->subject); break;
	case PAGES:
		if (document->pages)
			snprintf(words, sizeof words, "%d", document->pages);
		break;
	case MARKS: paper_marks(document, words); break;
	}
	snprintf(out, LISTING_TEXT, "%.*s", (int)text_fit(words, LISTING_TEXT / 8, NULL), words);
}

/* "!" there is something to heed: late, or somebody on its list has not been sent it. */
static char registry_flag(const void *rows, long at)
{
	const struct document *document = paper_at(rows, at);

	return document->late || document->sent < document->listed ? '!' : ' ';
}

static void registry_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("No document is registered in the case. + registers one."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = registry_count,
	.id = registry_id,
	.text = registry_text,
	.flag = registry_flag,
	.empty = registry_empty,
};

/* ---- reading */

static void registry_load(struct ui *ui, struct pane *pane)
{
	struct registry *registry = pane->state;
	const struct document_query query = {.of = registry->of};
	struct document_list list;
	struct error err = {0};

	if (!document_list_load(registry->desk->cw, &query, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	document_list_done(&registry->list);
	registry->list = list;
	listing_follow(&registry->listing);
	listing_find(&registry->listing, desk_made_take(registry->desk, PLACE_DOCUMENT),
		listing_page(&registry->listing, pane->rows - registry->listing.elsewhere, pane->columns));
}

static bool registry_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct registry *registry = memory_take(sizeof *registry);
	struct error err = {0};

	*registry = (struct registry){.desk = desk_of(ui), .of = *(const struct case_ref *)what};
	arena_init(&registry->arena);
	if (!case_name(
		    registry->desk->cw, &registry->of, &registry->arena, &registry->number, &registry->title, &err)) {
		desk_refused(ui, &err);
		arena_done(&registry->arena);
		free(registry);
		return false;
	}
	listing_init(&registry->listing, &table, registry);
	pane->state = registry;
	registry_load(ui, pane);
	listing_find(&registry->listing, desk_at(registry->desk, PLACE_DOCUMENT), 1);
	pane->stale = false;
	return true;
}

static void registry_close(struct ui *ui, struct pane *pane)
{
	struct registry *registry = pane->state;

	(void)ui;
	document_list_done(&registry->list);
	arena_done(&registry->arena);
	free(registry);
}

enum { BELOW_FROM = 14, BELOW_ROWS = 7, LABEL = 14 };

static struct listing *registry_listing(const struct pane *pane)
{
	struct registry *registry = pane->state;

	registry->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &registry->listing;
}

static const struct document *focused(const struct pane *pane)
{
	const struct registry *registry = pane->state;

	return paper_at(registry, listing_focus(&registry->listing));
}

/* ---- drawing: the paper in focus in words under the list */

static void about_draw(const struct document *document, const struct programme *programme, struct area area)
{
	char words[CASE_WORDS];
	struct buffer standing;
	int at = 0;

	if (!document)
		return;
	at = fact_draw(area, at, LABEL, _("Subject"), document->subject);
	paper_party(document, true, words);
	at = fact_draw(area, at, LABEL, !strcmp(document->direction, "in") ? _("Sender") : _("Receiver"), words);
	at = fact_draw(area, at, LABEL, _("Kind"), programme_word_name(programme, "document", document->kind));
	buffer_init(&standing);
	paper_standing(document, &standing);
	if (standing.bytes)
		at = fact_draw(area, at, LABEL, _("Now"), standing.text);
	buffer_done(&standing);
	paper_sent(document, words);
	fact_draw(area, at, LABEL, _("Sent"), words);
}

static void registry_draw(const struct pane *pane, struct area area)
{
	const struct registry *registry = pane->state;
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;

	listing_draw(&registry->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (below)
		about_draw(focused(pane), &registry->desk->programme,
			area_part(area, area.rows - below + 1, 0, below - 1, area.columns));
}

static void registry_head(const struct pane *pane, struct head *head)
{
	const struct registry *registry = pane->state;
	int count = registry->list.count;

	snprintf(head->left, sizeof head->left, _("Register · %s"), registry->number);
	snprintf(head->middle, sizeof head->middle, "%s", registry->title);
	snprintf(head->right, sizeof head->right, ngettext("%d document", "%d documents", (unsigned long)count), count);
}

/* ---- the person's doing */

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct document *document = focused(pane);

	if (document)
		ui_push(ui, &document_pane, &document->id);
}

static void add_run(struct ui *ui, struct pane *pane)
{
	document_form(ui, &((const struct registry *)pane->state)->of, 0);
}

static void numbers_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &numbers_pane, &((const struct registry *)pane->state)->of);
}

static void log_run(struct ui *ui, struct pane *pane)
{
	const struct registry *registry = pane->state;

	if (registry->of.application)
		ui_push(ui, &log_pane, &registry->of.application);
	else
		matter_log(ui, registry->of.matter);
}

static void change_run(struct ui *ui, struct pane *pane)
{
	document_form(ui, NULL, focused(pane)->id);
}

static void attach_run(struct ui *ui, struct pane *pane)
{
	paper_attach(ui, focused(pane));
}

static void send_run(struct ui *ui, struct pane *pane)
{
	dispatch_form(ui, focused(pane)->id);
}

static void receipt_run(struct ui *ui, struct pane *pane)
{
	receipt_form(ui, focused(pane)->id);
}

static void wrong_run(struct ui *ui, struct pane *pane)
{
	wrong_form(ui, focused(pane)->id);
}

static void remove_run(struct ui *ui, struct pane *pane)
{
	removal_form(ui, focused(pane)->id);
}

static const char *live_barred(const struct ui *ui, const struct pane *pane)
{
	return paper_barred(ui, focused(pane));
}

static const char *attach_barred(const struct ui *ui, const struct pane *pane)
{
	return paper_attach_barred(ui, focused(pane));
}

static const char *receipt_barred(const struct ui *ui, const struct pane *pane)
{
	return paper_receipt_barred(ui, focused(pane));
}

static const char *remove_barred(const struct ui *ui, const struct pane *pane)
{
	return paper_remove_barred(ui, focused(pane));
}

static const struct action actions[] = {
	{.name = "document-open",
		.keys = "Enter Right l",
		.help = N_("open the document: its facts, receivers and text"),
		.hint = N_("open"),
		.run = open_run},
	{.name = "document-add",
		.keys = "+",
		.help = N_("register a document that came in, went out or was drawn up"),
		.hint = N_("new"),
		.run = add_run,
		.barred = bars_document},
	PAPER_ACTIONS{.name = "numbers-open",
		.keys = "#",
		.help = N_("show other bodies' numbers for the same case"),
		.hint = N_("numbers"),
		.run = numbers_run},
	{.name = "log-open", .keys = "H", .help = N_("show everything that has happened in the case"), .run = log_run},
	{.name = NULL},
};

const struct pane_kind register_pane = {
	.name = "register",
	.title = N_("Register"),
	.actions = actions,
	.open = registry_open,
	.close = registry_close,
	.load = registry_load,
	.draw = registry_draw,
	.head = registry_head,
	.listing = registry_listing,
};
