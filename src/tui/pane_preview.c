/* The order of a round under a version of the criteria, beside the order there is: before it is adopted, or before the
 * round is put on it. Invariant: nothing is written, and what the person may not see is in neither order. */
#include "tui/case_words.h"
#include "tui/criteria_words.h"

#include "base/text.h"
#include "base/words.h"
#include "csv/reports.h"

enum { BELOW_FROM = 12, BELOW_ROWS = 4 };

struct previewed {
	struct desk *desk;
	int64_t number;
	bool read;
	struct criteria_preview preview;
	struct listing listing;
};

/* ---- the table */

enum { BEFORE, AFTER, MOVE, NR, REGION, MEASURE, POINTS_BEFORE, POINTS_AFTER, FITS };
static const struct column columns[] = {
	{.head = N_("Now"), .width = 4, .right = true},
	{.head = N_("Then"), .width = 4, .right = true},
	{.head = N_("Move"), .width = 5, .rank = 4, .right = true},
	{.head = N_("No"), .width = 9, .right = true},
	{.head = N_("Region"), .width = 18, .least = 8, .rank = 3},
	{.head = N_("Measure"), .width = 40, .least = 6, .rank = 1},
	{.head = N_("Pts now"), .width = 7, .rank = 2, .right = true},
	{.head = N_("then"), .width = 4, .rank = 5, .right = true},
	{.head = N_("Limit"), .width = 21, .least = 12},
	{.head = NULL},
};

static const struct compared *row_at(const struct previewed *previewed, long row)
{
	return &previewed->preview.order.items[row];
}

static long preview_count(const void *rows)
{
	return ((const struct previewed *)rows)->preview.order.count;
}

static int64_t preview_id(const void *rows, long row)
{
	return row_at(rows, row)->after->measure;
}

static void number_say(int number, bool known, char out[LISTING_TEXT])
{
	if (known)
		snprintf(out, LISTING_TEXT, "%d", number);
	else
		snprintf(out, LISTING_TEXT, "-");
}

/* "outside → inside", or the one word both have. */
static void fits_say(const struct compared *row, int cells, char out[LISTING_TEXT])
{
	const char *before = rank_fit_word(row->before->fit), *after = rank_fit_word(row->after->fit);

	if (row->before->fit == row->after->fit)
		snprintf(out, LISTING_TEXT, "%s", after);
	else
		snprintf(out, LISTING_TEXT, "%s → %s", before, after);
	if (text_width(out) > cells)
		snprintf(out, LISTING_TEXT, "→ %s", after);
}

static void preview_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct previewed *previewed = rows;
	const struct compared *row = row_at(previewed, at);
	const struct rank_row *before = row->before, *after = row->after;
	char number[DESK_NUMBER];

	out[0] = '\0';
	switch (column) {
	case BEFORE: number_say(before->place, before->place > 0, out); break;
	case AFTER: number_say(after->place, after->place > 0, out); break;
	case MOVE:
		if (row->moved)
			snprintf(out, LISTING_TEXT, "%+d", row->moved);
		break;
	case NR:
		snprintf(out, LISTING_TEXT, "%s",
			desk_measure(previewed->desk, after->year, after->application_n, after->n, number));
		break;
	case REGION: snprintf(out, LISTING_TEXT, "%s", after->lead_short); break;
	case MEASURE: snprintf(out, LISTING_TEXT, "%s", after->title); break;
	case POINTS_BEFORE: number_say(before->points_100, before->points_100 >= 0, out); break;
	case POINTS_AFTER: number_say(after->points_100, after->points_100 >= 0, out); break;
	case FITS: fits_say(row, cells, out); break;
	}
}

static unsigned preview_style(const void *rows, long at, int column)
{
	const struct compared *row = row_at(rows, at);

	if (column != FITS)
		return STYLE_PLAIN;
	return row->fell_in ? STYLE_GOOD : row->fell_out ? STYLE_BAD : STYLE_PLAIN;
}

static void preview_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("There is no measure in the round whose points you may see."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = preview_count,
	.id = preview_id,
	.text = preview_text,
	.style = preview_style,
	.empty = preview_empty,
};

/* ---- reading */

static void preview_load(struct ui *ui, struct pane *pane)
{
	struct previewed *previewed = pane->state;
	struct criteria_preview preview;
	struct error err = {0};

	if (!criteria_preview_load(previewed->desk->cw, previewed->number, previewed->desk->round, 0, &preview, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (previewed->read)
		criteria_preview_done(&previewed->preview);
	previewed->preview = preview;
	previewed->read = true;
	listing_follow(&previewed->listing);
}

static bool preview_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct previewed *previewed = memory_take(sizeof *previewed);

	*previewed = (struct previewed){.desk = desk_of(ui), .number = *(const int64_t *)what};
	listing_init(&previewed->listing, &table, previewed);
	pane->state = previewed;
	preview_load(ui, pane);
	pane->stale = false;
	if (previewed->read)
		return true;
	free(previewed);
	return false;
}

static void preview_close(struct ui *ui, struct pane *pane)
{
	struct previewed *previewed = pane->state;

	(void)ui;
	criteria_preview_done(&previewed->preview);
	free(previewed);
}

static int below(int rows)
{
	return rows >= BELOW_FROM ? BELOW_ROWS : 0;
}

static struct listing *preview_listing(const struct pane *pane)
{
	struct previewed *previewed = pane->state;

	previewed->listing.elsewhere = below(pane->rows);
	return &previewed->listing;
}

static void sum_draw(const struct criteria_preview *preview, struct area area)
{
	const struct comparison *order = &preview->order;
	char text[LISTING_TEXT];

	snprintf(text, sizeof text, _("%d moved, %d now fit, %d no longer fit, %d lack scores."), order->moved,
		order->fell_in, order->fell_out, preview->lacking);
	area_text(area, 0, 0, STYLE_PLAIN, text);
	snprintf(text, sizeof text, _("Of %d handed-in assessments %d would have to be completed."), preview->sheets,
		preview->incomplete);
	area_text(area, 1, 0, STYLE_PLAIN, text);
	if (order->after.hidden)
		area_format(area, 2, 0, STYLE_PLAIN,
			ngettext("%d measure is left out: its points are hidden from you.",
				"%d measures are left out: their points are hidden from you.",
				(unsigned long)order->after.hidden),
			order->after.hidden);
}

static void preview_draw(const struct pane *pane, struct area area)
{
	const struct previewed *previewed = pane->state;
	int rows = below(area.rows);

	listing_draw(&previewed->listing, area_part(area, 0, 0, area.rows - rows, area.columns));
	if (rows)
		sum_draw(&previewed->preview, area_part(area, area.rows - rows + 1, 0, rows - 1, area.columns));
}

static void preview_head(const struct pane *pane, struct head *head)
{
	const struct previewed *previewed = pane->state;
	const struct criteria_preview *preview = &previewed->preview;

	snprintf(head->left, sizeof head->left, _("TRIED · criteria version %lld · round %s"),
		(long long)preview->after, preview->order.after.round_name);
	snprintf(head->right, sizeof head->right, _("the round has version %lld"), (long long)preview->before);
}

/* ---- the person's doing */

static void case_run(struct ui *ui, struct pane *pane)
{
	const struct previewed *previewed = pane->state;
	long row = listing_focus(&previewed->listing);

	if (row >= 0 && row < previewed->preview.order.count)
		ui_push(ui, &detail_pane, &row_at(previewed, row)->after->application);
}

static const struct action actions[] = {
	{.name = "preview-case",
		.keys = "Enter Right l",
		.help = N_("open the case"),
		.hint = N_("open"),
		.run = case_run},
	{.name = NULL},
};

const struct pane_kind preview_pane = {
	.name = "preview",
	.title = N_("The order under other criteria"),
	.actions = actions,
	.open = preview_open,
	.close = preview_close,
	.load = preview_load,
	.draw = preview_draw,
	.head = preview_head,
	.listing = preview_listing,
};
