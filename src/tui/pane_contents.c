/* What an application says, 9 § part by part, with what is missing by name. What the program sees is proposed, never
 * decided: the control points are answered on a screen of their own. */
#include "tui/contents_view.h"
#include "tui/dialog.h"

#include "base/words.h"

enum { BELOW_FROM = 14, BELOW_ROWS = 8 };

struct content {
	struct desk *desk;
	int64_t application;
	struct contents contents;
	struct content_rows rows;
	struct listing listing;
};

enum { LABEL_COLUMN, TEXT_COLUMN };
static const struct column columns[] = {
	{.head = N_("Part"), .width = 20, .least = 8},
	{.head = N_("What it says"), .width = 56, .least = 10, .rank = 1},
	{.head = NULL},
};

static long content_count(const void *rows)
{
	return ((const struct content *)rows)->rows.count;
}

static const struct content_row *row_at(const struct content *content, long row)
{
	return &content->rows.items[row];
}

static void content_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct content_row *row = row_at(rows, at);

	(void)cells;
	snprintf(out, LISTING_TEXT, "%s", column == LABEL_COLUMN ? row->label : row->text);
}

static bool content_line(const void *rows, long at, char out[LISTING_TEXT])
{
	const struct content_row *row = row_at(rows, at);

	if (row->kind != CONTENT_HEAD)
		return false;
	snprintf(out, LISTING_TEXT, "%s", row->text);
	return true;
}

/* "!" something is missing or differs. */
static char content_flag(const void *rows, long at)
{
	const struct content_row *row = row_at(rows, at);

	if (row->year)
		return cost_year_difference(row->year) == 0 ? ' ' : '!';
	return row->evidence && row->evidence->sees > SEES_NOTHING ? '!' : ' ';
}

static const struct listing_kind table = {
	.columns = columns,
	.count = content_count,
	.text = content_text,
	.line = content_line,
	.unruled = true,
	.flag = content_flag,
};

/* ---- reading */

static void content_load(struct ui *ui, struct pane *pane)
{
	struct content *content = pane->state;
	struct contents contents;
	struct error err = {0};

	if (!contents_load(content->desk->cw, content->application, &contents, &err)) {
		desk_refused(ui, &err);
		return;
	}
	contents_done(&content->contents);
	arena_done(&content->rows.arena);
	arena_init(&content->rows.arena);
	content->contents = contents;
	content_rows_make(&content->rows, &content->contents, content->desk);
	listing_follow(&content->listing);
}

static bool content_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct content *content = memory_take(sizeof *content);

	*content = (struct content){.desk = desk_of(ui), .application = *(const int64_t *)what};
	arena_init(&content->rows.arena);
	listing_init(&content->listing, &table, content);
	pane->state = content;
	content_load(ui, pane);
	pane->stale = false;
	if (content->contents.application.row.id)
		return true;
	arena_done(&content->rows.arena);
	free(content);
	return false;
}

static void content_close(struct ui *ui, struct pane *pane)
{
	struct content *content = pane->state;

	(void)ui;
	contents_done(&content->contents);
	arena_done(&content->rows.arena);
	free(content);
}

static struct listing *content_listing(const struct pane *pane)
{
	struct content *content = pane->state;

	content->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &content->listing;
}

static const struct content_row *focused(const struct content *content)
{
	long row = listing_focus(&content->listing);

	return row >= 0 && row < content->rows.count ? row_at(content, row) : NULL;
}

static void content_draw(const struct pane *pane, struct area area)
{
	const struct content *content = pane->state;
	const struct content_row *row = focused(content);
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;

	listing_draw(&content->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (row && below)
		content_about(content->desk, row, area_part(area, area.rows - below + 1, 0, below - 1, area.columns));
}

static void content_head(const struct pane *pane, struct head *head)
{
	const struct content *content = pane->state;
	char applicant[CASE_WORDS];
	int missing = 0;

	for (int i = 0; i < content->contents.evidence_count; i++)
		missing +=
			!content->contents.evidence[i].participant && content->contents.evidence[i].sees > SEES_NOTHING;
	case_applicant(&content->contents.application.row, applicant);
	snprintf(head->left, sizeof head->left, _("Contents · %s"), content->contents.application.shorter);
	snprintf(head->middle, sizeof head->middle, "%s", applicant);
	snprintf(head->right, sizeof head->right,
		ngettext("%d thing to look at", "%d things to look at", (unsigned long)missing), missing);
}

/* ---- the person's doing */

static int64_t owner_of(const struct content *content, enum entry_kind kind, int64_t measure)
{
	return entry_of_measure(kind) ? measure : content->application;
}

static void change_run(struct ui *ui, struct pane *pane)
{
	const struct content *content = pane->state;
	const struct content_row *row = focused(content);

	if (row->entry)
		entry_form(ui, row->entry_kind, content->application, owner_of(content, row->entry_kind, row->measure),
			row->entry->n);
	else if (row->evidence)
		ui_push(ui, &gates_pane, &content->application);
	else if (row->kind == CONTENT_TEXT)
		application_form(ui, content->application);
	else
		measure_form(ui, content->application, row->measure);
}

/* The measure in focus, or the first that is not withdrawn. */
static int64_t measure_meant(const struct content *content)
{
	const struct content_row *row = focused(content);
	const struct measure_list *measures = &content->contents.measures;

	if (row && row->measure)
		return row->measure;
	for (int i = 0; i < measures->count; i++)
		if (!measures->items[i].withdrawn_on)
			return measures->items[i].id;
	return 0;
}

static void kind_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	const struct content *content = pane->state;
	enum entry_kind kind = (enum entry_kind)which;
	int64_t measure = measure_meant(content);

	(void)with;
	if (entry_of_measure(kind) && !measure)
		ui_say(ui, "%s", _("The application has no measure yet: + in its measures adds one."));
	else
		entry_form(ui, kind, content->application, owner_of(content, kind, measure), 0);
}

static void add_run(struct ui *ui, struct pane *pane)
{
	const char *choices[ENTRY_KINDS];

	(void)pane;
	for (int i = 0; i < ENTRY_KINDS; i++)
		choices[i] = entry_title((enum entry_kind)i);
	for (int i = 0; i < ENTRY_KINDS; i++)
		choices[i] = _(choices[i]);
	dialog_choose(ui, &(struct choosing){.text = _("Add what? Costs and the like go to the measure in focus."),
				  .choices = choices,
				  .count = ENTRY_KINDS,
				  .chosen = kind_chosen});
}

static void drop_run(struct ui *ui, struct pane *pane)
{
	const struct content *content = pane->state;
	const struct content_row *row = focused(content);
	struct operation op = operation_new();
	struct error err = {0};
	int n = row->entry->n;

	op.if_version = row->entry->version;
	if (!entry_drop(content->desk->cw, &op, row->entry_kind, owner_of(content, row->entry_kind, row->measure), n,
		    &err)) {
		desk_refused(ui, &err);
		return;
	}
	ui_say(ui, _("Taken away: %s %d. Its number stays with it."), entry_name(row->entry_kind), n);
	ui_stale(ui);
}

static unsigned relation_of(const struct pane *pane)
{
	return ((const struct content *)pane->state)->contents.application.row.relation;
}

static const char *content_notice(const struct pane *pane)
{
	return desk_notice(relation_of(pane));
}

static const char *change_barred(const struct ui *ui, const struct pane *pane)
{
	if (!focused(pane->state))
		return _("There is nothing in focus.");
	return desk_barred_in(ui, RIGHT_APPLICATION_CHANGE, relation_of(pane));
}

static const char *drop_barred(const struct ui *ui, const struct pane *pane)
{
	const struct content_row *row = focused(pane->state);

	if (!row || !row->entry || entry_is_single(row->entry_kind))
		return _("D takes away a need, a cost row and the like: move to one.");
	return desk_barred_in(ui, RIGHT_APPLICATION_CHANGE, relation_of(pane));
}

static const char *add_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_APPLICATION_CHANGE, relation_of(pane));
}

static const struct action actions[] = {
	{.name = "content-change",
		.keys = "e Enter Right l",
		.help = N_("change what is in focus; at what is seen, open the control points"),
		.hint = N_("change"),
		.run = change_run,
		.barred = change_barred},
	{.name = "content-add",
		.keys = "+",
		.help = N_("add a need, a cost row, an indicator and the like"),
		.hint = N_("new"),
		.run = add_run,
		.barred = add_barred},
	{.name = "content-drop",
		.keys = "D",
		.help = N_("take away what is in focus; its number stays"),
		.hint = N_("take away"),
		.changes = true,
		.run = drop_run,
		.barred = drop_barred},
	{.name = NULL},
};

const struct pane_kind contents_pane = {
	.name = "contents",
	.title = N_("Contents"),
	.actions = actions,
	.open = content_open,
	.close = content_close,
	.load = content_load,
	.draw = content_draw,
	.head = content_head,
	.listing = content_listing,
	.notice = content_notice,
};
