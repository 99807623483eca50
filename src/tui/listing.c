/* The list every screen of things uses. The hardware cursor stands on the row in focus at column 0, always. */
#include "listing.h"

#include "base/words.h"
#include "ui.h"

enum { NARROW = 60, GAP = 1 };

void listing_init(struct listing *listing, const struct listing_kind *kind, const void *rows)
{
	*listing = (struct listing){.kind = kind, .rows = rows, .focus = LISTING_NONE};
	listing_follow(listing);
}

static long listing_count(const struct listing *listing)
{
	return listing->kind->count(listing->rows);
}

static bool listing_is_line(const struct listing *listing, long row)
{
	char text[LISTING_TEXT];
	return listing->kind->line != NULL && listing->kind->line(listing->rows, row, text);
}

static int64_t listing_id(const struct listing *listing, long row)
{
	return listing->kind->id == NULL ? row : listing->kind->id(listing->rows, row);
}

/* The nearest thing at or beyond `row`, first in the direction of `by`. */
static long listing_nearest(const struct listing *listing, long row, int by)
{
	long count = listing_count(listing);
	row = row < 0 ? 0 : row >= count ? count - 1 : row;
	for (int turn = 0; turn < 2; turn++, by = -by) {
		for (long at = row; at >= 0 && at < count; at += by) {
			if (!listing_is_line(listing, at)) {
				return at;
			}
		}
	}
	return LISTING_NONE;
}

static long listing_top(const struct listing *listing, int page)
{
	long count = listing_count(listing), top = listing->top, focus = listing->focus;
	if (focus >= 0 && focus >= top + page) {
		top = focus - page + 1;
	}
	if (focus >= 0 && (focus < top || listing_nearest(listing, 0, 1) == focus)) {
		top = listing_nearest(listing, 0, 1) == focus && focus < page ? 0 : focus;
	}
	top = top > count - page ? count - page : top;
	return top < 0 ? 0 : top;
}

static void listing_stand(struct listing *listing, long row, int page)
{
	listing->focus = row;
	listing->id = row >= 0 ? listing_id(listing, row) : 0;
	if (page > 0) {
		listing->top = listing_top(listing, page);
	}
}

void listing_follow(struct listing *listing)
{
	long count = listing_count(listing), focus = listing->focus;
	if (focus >= 0 && listing->kind->id != NULL && (focus >= count || listing_id(listing, focus) != listing->id)) {
		for (long row = 0; row < count; row++) {
			if (!listing_is_line(listing, row) && listing_id(listing, row) == listing->id) {
				listing->top += row - focus;
				listing->top = listing->top < 0 ? 0 : listing->top;
				listing->focus = row;
				return;
			}
		}
	}
	listing_stand(listing, listing_nearest(listing, focus < 0 ? 0 : focus, 1), 0);
}

void listing_to(struct listing *listing, long row, int page)
{
	listing_stand(listing, listing_nearest(listing, row, row < listing->focus ? -1 : 1), page);
}

void listing_move(struct listing *listing, long by, int page)
{
	long row = listing->focus < 0 ? 0 : listing->focus;
	if (by == 1 || by == -1) {
		long next = row + by, count = listing_count(listing);
		while (next >= 0 && next < count && listing_is_line(listing, next)) {
			next += by;
		}
		listing_stand(listing, next >= 0 && next < count ? next : listing->focus, page);
		return;
	}
	listing_stand(listing, listing_nearest(listing, row + by, by < 0 ? -1 : 1), page);
}

bool listing_find(struct listing *listing, int64_t id, int page)
{
	long count = listing_count(listing);
	for (long row = 0; row < count; row++) {
		if (!listing_is_line(listing, row) && listing_id(listing, row) == id) {
			listing_stand(listing, row, page);
			return true;
		}
	}
	return false;
}

long listing_focus(const struct listing *listing)
{
	return listing->focus;
}

/* ---- columns */

struct layout {
	int gutter, count;
	bool narrow, heads;
	int column[LISTING_COLUMNS], at[LISTING_COLUMNS], width[LISTING_COLUMNS];
};

static int column_least(const struct column *column)
{
	return column->least > 0 ? column->least : column->width;
}

static int layout_width(const struct layout *layout)
{
	int width = layout->gutter;
	for (int i = 0; i < layout->count; i++) {
		width += GAP + layout->width[i];
	}
	return width;
}

/* The column with the lowest rank above 0, of equals the last. */
static int layout_weakest(const struct layout *layout, const struct column *columns)
{
	int weakest = LISTING_NONE;
	for (int i = 0; i < layout->count; i++) {
		int rank = columns[layout->column[i]].rank;
		if (rank > 0 && (weakest < 0 || rank <= columns[layout->column[weakest]].rank)) {
			weakest = i;
		}
	}
	return weakest;
}

static void layout_drop(struct layout *layout, int gone)
{
	for (int i = gone; i + 1 < layout->count; i++) {
		layout->column[i] = layout->column[i + 1];
		layout->width[i] = layout->width[i + 1];
	}
	layout->count--;
}

/* How much a column deserves what width is spare: text that never goes first, numbers last. */
static int column_turn(const struct column *column)
{
	return column->right ? 0 : column->rank == 0 ? INT_MAX : column->rank;
}

static void layout_grow(struct layout *layout, const struct column *columns, int spare)
{
	bool served[LISTING_COLUMNS] = {false};
	for (int turn = 0; turn < layout->count && spare > 0; turn++) {
		int next = LISTING_NONE;
		for (int i = 0; i < layout->count; i++) {
			const struct column *column = &columns[layout->column[i]];
			if (!served[i] &&
				(next < 0 || column_turn(column) > column_turn(&columns[layout->column[next]]))) {
				next = i;
			}
		}
		served[next] = true;
		int wished = columns[layout->column[next]].width - layout->width[next];
		int given = wished < spare ? wished : spare;
		layout->width[next] += given;
		spare -= given;
	}
}

static struct layout layout_make(const struct listing_kind *kind, int rows, int columns)
{
	struct layout layout = {.narrow = columns + 1 < NARROW};
	int marks = (kind->marked != NULL) + (kind->flag != NULL);
	layout.gutter = 1 + (layout.narrow && marks > 1 ? 1 : marks);
	layout.heads = !kind->headless && (kind->headed ? rows >= 2 : !layout.narrow && rows >= 4);
	for (int i = 0; kind->columns[i].head != NULL && i < LISTING_COLUMNS; i++) {
		layout.column[i] = i;
		layout.width[i] = column_least(&kind->columns[i]);
		layout.count = i + 1;
	}
	while (layout_width(&layout) > columns) {
		int weakest = layout_weakest(&layout, kind->columns);
		if (weakest < 0) {
			break;
		}
		layout_drop(&layout, weakest);
	}
	layout_grow(&layout, kind->columns, columns - layout_width(&layout));
	for (int i = 0, at = layout.gutter; i < layout.count; i++) {
		layout.at[i] = at + GAP;
		at += GAP + layout.width[i];
	}
	return layout;
}

int listing_page(const struct listing *listing, int rows, int columns)
{
	struct layout layout = layout_make(listing->kind, rows, columns);
	return rows - layout.heads > 0 ? rows - layout.heads : 1;
}

/* ---- drawing */

static void cell_draw(const struct layout *layout, int i, const struct column *column, struct area area, int row,
	unsigned style, const char *text)
{
	int width = layout->width[i];
	if (column->right) {
		area_text_right(area, row, layout->at[i], width, style, area_width(text) > width ? "…" : text);
	} else {
		area_text_in(area, row, layout->at[i], width, style, text);
	}
}

static void heads_draw(const struct listing *listing, const struct layout *layout, struct area area)
{
	for (int i = 0; i < layout->count; i++) {
		const struct column *column = &listing->kind->columns[layout->column[i]];
		if (column->right) {
			area_text_right(area, 0, layout->at[i], layout->width[i], STYLE_PLAIN, gettext(column->head));
		} else {
			area_text_in(area, 0, layout->at[i], layout->width[i], STYLE_PLAIN, gettext(column->head));
		}
	}
	area_style(area, 0, 0, area.columns, STYLE_UNDERLINE);
}

static void marks_draw(const struct listing *listing, const struct layout *layout, struct area area, int at, long row)
{
	const struct listing_kind *kind = listing->kind;
	char mark[2] = {kind->marked == NULL ? '\0' : kind->marked(listing->rows, row), '\0'};
	char flag[2] = {kind->flag == NULL ? '\0' : kind->flag(listing->rows, row), '\0'};
	bool merged = layout->narrow && kind->marked != NULL && kind->flag != NULL;
	if (merged) {
		bool marked = mark[0] != '\0' && mark[0] != ' ';
		area_text(area, at, 1, STYLE_PLAIN, marked ? mark : flag);
		return;
	}
	if (kind->marked != NULL) {
		area_text(area, at, 1, STYLE_PLAIN, mark);
	}
	area_text(area, at, kind->marked != NULL ? 2 : 1, STYLE_PLAIN, flag);
}

static void row_draw(const struct listing *listing, const struct layout *layout, struct area area, int at, long row)
{
	const struct listing_kind *kind = listing->kind;
	char text[LISTING_TEXT] = "";
	bool line = kind->line != NULL && kind->line(listing->rows, row, text);
	if (line && kind->unruled) {
		area_text(area, at, 0, STYLE_PLAIN, text);
		return;
	}
	if (line) {
		area_rule(area, at);
		int used = area_text_in(area, at, 3, area.columns - 4, STYLE_PLAIN, text);
		area_blank(area, at, 2, 1);
		area_blank(area, at, 3 + used, 1);
		return;
	}
	bool focused = row == listing->focus && !listing->unfocused;
	unsigned base = kind->style == NULL ? STYLE_PLAIN : kind->style(listing->rows, row, -1);
	area_text(area, at, 0, STYLE_PLAIN, row == listing->focus ? ">" : "");
	marks_draw(listing, layout, area, at, row);
	for (int i = 0; i < layout->count; i++) {
		int column = layout->column[i];
		unsigned style = kind->style == NULL ? base : base | kind->style(listing->rows, row, column);
		const char *said = text;
		text[0] = '\0';
		if (kind->cell != NULL) {
			said = kind->cell(listing->rows, row, column, layout->width[i], text);
		} else {
			kind->text(listing->rows, row, column, layout->width[i], text);
		}
		cell_draw(layout, i, &kind->columns[column], area, at, style, said);
	}
	if (focused) {
		area_style(area, at, 0, area.columns, STYLE_REVERSE);
		area_cursor(area, at, 0);
	}
}

void listing_draw(const struct listing *listing, struct area area)
{
	struct layout layout = layout_make(listing->kind, area.rows, area.columns);
	if (area.rows <= 0 || area.columns <= 0) {
		return;
	}
	if (layout.heads) {
		heads_draw(listing, &layout, area);
		area = area_part(area, 1, 0, area.rows - 1, area.columns);
	}
	long count = listing_count(listing), top = listing_top(listing, area.rows);
	for (int at = 0; at < area.rows && top + at < count; at++) {
		row_draw(listing, &layout, area, at, top + at);
	}
	if (count == 0) {
		char text[LISTING_TEXT] = "";
		if (listing->kind->empty != NULL) {
			listing->kind->empty(listing->rows, text);
		}
		area_lines(area_part(area, area.rows > 2, 0, area.rows, area.columns), 0, STYLE_PLAIN, text);
		if (!listing->unfocused) {
			area_cursor(area, 0, 0);
		}
	}
}

/* ---- keys */

static struct listing *pane_listing(const struct pane *pane, int *page)
{
	struct listing *listing = pane->kind->listing(pane);
	*page = listing_page(listing, pane->rows - listing->elsewhere, pane->columns);
	return listing;
}

static void pane_move(struct pane *pane, long rows, long half_pages)
{
	int page;
	struct listing *listing = pane_listing(pane, &page);
	long half = page > 1 ? page / 2 : 1, by = half_pages * half;
	if (half_pages == 2 || half_pages == -2) {
		by = half_pages / 2 * (long)page;
	}
	listing->top += by; /* a page turns: the focus keeps its place on the screen */
	listing_move(listing, rows + by, page);
}

static void up_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	pane_move(pane, -1, 0);
}

static void down_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	pane_move(pane, 1, 0);
}

static void page_up_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	pane_move(pane, 0, -2);
}

static void page_down_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	pane_move(pane, 0, 2);
}

static void half_up_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	pane_move(pane, 0, -1);
}

static void half_down_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	pane_move(pane, 0, 1);
}

static void first_run(struct ui *ui, struct pane *pane)
{
	int page;
	struct listing *listing = pane_listing(pane, &page);
	(void)ui;
	listing_to(listing, 0, page);
}

static void last_run(struct ui *ui, struct pane *pane)
{
	int page;
	struct listing *listing = pane_listing(pane, &page);
	(void)ui;
	listing_to(listing, listing_count(listing) - 1, page);
}

const struct action listing_actions[] = {
	{.name = "move-down", .keys = "Down j Ctrl-N", .help = N_("move one down"), .run = down_run},
	{.name = "move-up", .keys = "Up k Ctrl-P", .help = N_("move one up"), .run = up_run},
	{.name = "page-down", .keys = "PgDn Ctrl-F", .help = N_("move one page down"), .run = page_down_run},
	{.name = "page-up", .keys = "PgUp Ctrl-B", .help = N_("move one page up"), .run = page_up_run},
	{.name = "half-down", .keys = "Ctrl-D", .help = N_("move half a page down"), .run = half_down_run},
	{.name = "half-up", .keys = "Ctrl-U", .help = N_("move half a page up"), .run = half_up_run},
	{.name = "first", .keys = "Home g", .help = N_("move to the first"), .run = first_run},
	{.name = "last", .keys = "End G", .help = N_("move to the last"), .run = last_run},
	{.name = NULL},
};
