/* The ideal renderer. Invariant: every price is that of bytes that would do it; where it does not find the cheapest way
 * the ideal is too dear, never too cheap. */
#include "speed_ideal.h"

#include "base/text.h"
#include "bench_inner.h"

enum { FAR = 1000000 };

/* ---- from the emulator */

static short colour_of(const VTermColor *colour, bool own)
{
	if (own)
		return -1;
	return VTERM_COLOR_IS_INDEXED(colour) ? colour->indexed.idx : (short)(256 + colour->rgb.red);
}

static void cell_take(const VTermScreenCell *from, struct ideal_cell *to)
{
	size_t at = 0;

	memset(to, 0, sizeof(*to));
	to->pen = (unsigned char)((from->attrs.bold ? 1 : 0) | (from->attrs.underline ? 2 : 0) |
				  (from->attrs.reverse ? 4 : 0));
	to->fore = colour_of(&from->fg, VTERM_COLOR_IS_DEFAULT_FG(&from->fg));
	to->behind = colour_of(&from->bg, VTERM_COLOR_IS_DEFAULT_BG(&from->bg));
	if (from->chars[0] == UINT32_MAX)
		return;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && (i == 0 || from->chars[i]) && at + 4 < sizeof(to->text); i++)
		at += (size_t)text_encode(from->chars[i] ? from->chars[i] : ' ', to->text + at);
	to->bytes = (unsigned char)at;
}

void ideal_take(struct bench *bench, struct ideal_screen *out)
{
	VTermScreen *screen = vterm_obtain_screen(bench->emulator);
	VTermScreenCell cell;

	memset(out, 0, sizeof(*out));
	vterm_get_size(bench->emulator, &out->rows, &out->columns);
	out->cursor_row = bench_cursor_row(bench);
	out->cursor_column = bench_cursor_column(bench);
	for (int row = 0; row < out->rows; row++) {
		for (int column = 0; column < out->columns; column++) {
			memset(&cell, 0, sizeof(cell));
			vterm_screen_get_cell(screen, (VTermPos){row, column}, &cell);
			cell_take(&cell, &out->cells[row][column]);
		}
	}
}

static const struct ideal_cell blank = {.text = " ", .bytes = 1, .fore = -1, .behind = -1};

/* ---- prices */

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int digits(int number)
{
	return number < 10 ? 1 : number < 100 ? 2 : 3;
}

/* CSI with a count: one is left out. */
static int counted(int count)
{
	return count == 1 ? 3 : 3 + digits(count);
}

static bool pens_same(const struct ideal_cell *a, const struct ideal_cell *b)
{
	return a->pen == b->pen && a->fore == b->fore && a->behind == b->behind;
}

static bool cells_same(const struct ideal_cell *a, const struct ideal_cell *b)
{
	return a->bytes == b->bytes && !memcmp(a->text, b->text, a->bytes) && pens_same(a, b);
}

static bool is_blank(const struct ideal_cell *cell)
{
	return cells_same(cell, &blank);
}

static int colour_price(short colour)
{
	return colour < 8 ? 2 : colour < 16 ? 3 : 5 + digits(colour);
}

/* The codes from nothing, or from another pen, and the separators between them. */
static int pen_codes(const struct ideal_cell *from, const struct ideal_cell *to)
{
	int price = 0, codes = 0;

	for (int i = 0; i < 3; i++) {
		bool was = from->pen & 1 << i, is = to->pen & 1 << i;

		codes += was != is;
		price += was == is ? 0 : is ? 1 : 2;
	}
	if (from->fore != to->fore) {
		codes++;
		price += colour_price(to->fore);
	}
	if (from->behind != to->behind) {
		codes++;
		price += colour_price(to->behind);
	}
	return price + (codes > 1 ? codes - 1 : 0);
}

static int pen_price(const struct ideal_cell *from, const struct ideal_cell *to)
{
	int anew;

	if (pens_same(from, to))
		return 0;
	anew = pen_codes(&blank, to);
	return 3 + least(pen_codes(from, to), anew ? anew + 1 : 0);
}

static int along_price(int from, int to)
{
	if (from == to)
		return 0;
	if (to < from)
		return least(least(from - to, counted(from - to)), to ? least(1 + counted(to), 3 + digits(to + 1)) : 1);
	return least(counted(to - from), 3 + digits(to + 1));
}

static int down_price(int from, int to)
{
	if (from == to)
		return 0;
	if (to < from)
		return least(least(2 * (from - to), counted(from - to)), 3 + digits(to + 1));
	return least(least(to - from, counted(to - from)), 3 + digits(to + 1));
}

static int jump_price(int row, int column)
{
	return row == 0 && column == 0 ? 3
	       : column == 0           ? 3 + digits(row + 1)
				       : 4 + digits(row + 1) + digits(column + 1);
}

static int move_price(int row, int column, int to_row, int to_column)
{
	return least(jump_price(to_row, to_column), down_price(row, to_row) + along_price(column, to_column));
}

/* ---- a row: the cheapest way to its last difference, cell by cell */

/* The least so far, with all to the left right and the cursor here. */
struct path {
	int price[IDEAL_COLUMNS + 1]; /* the pen is that of the cell to the left */
	int fresh[IDEAL_COLUMNS + 1]; /* nothing written yet: the terminal's own pen */
};

static bool row_differs(const struct ideal_cell *before, const struct ideal_cell *after, int columns)
{
	for (int i = 0; i < columns; i++)
		if (!cells_same(&before[i], &after[i]))
			return true;
	return false;
}

/* The end of the run of cells like the one at `at`. */
static int run_end(const struct ideal_cell *cells, int at, int columns)
{
	int end = at + 1;

	while (end < columns && cells_same(&cells[at], &cells[end]))
		end++;
	return end;
}

/* Writes the cell at `at` with the pen of `held`, and whatever comes cheaper for a run of the same. */
static void write_from(struct path *path, const struct ideal_cell *after, int at, int columns, int price)
{
	int end = run_end(after, at, columns), count = end - at, one = at + 1;

	price += after[at].bytes;
	while (one < columns && after[one].bytes == 0)
		one++; /* the other half of a wide one */
	path->price[one] = least(path->price[one], price);
	if (count > 4 && is_blank(&after[at]))
		path->price[end] = least(path->price[end], price - 1 + 2 * counted(count));
}

/* From `at`, where the cursor is, to each place something must be written next: at once, or past what is right. */
static void steps_from(struct path *path, const struct ideal_cell *before, const struct ideal_cell *after, int at,
	int columns, int price, const struct ideal_cell *held)
{
	for (int next = at; next < columns; next++) {
		if (after[next].bytes)
			write_from(path, after, next, columns,
				price + along_price(at, next) + pen_price(held, &after[next]));
		if (!cells_same(&before[next], &after[next]))
			break;
	}
}

static bool rest_blank(const struct ideal_cell *after, int at, int columns)
{
	while (at < columns && is_blank(&after[at]))
		at++;
	return at == columns;
}

static void path_begin(struct path *path, int first, int from_row, int from_column, int row)
{
	for (int i = 0; i <= IDEAL_COLUMNS; i++)
		path->price[i] = path->fresh[i] = FAR;
	path->fresh[0] = move_price(from_row, from_column, row, 0);
	path->fresh[first] = move_price(from_row, from_column, row, first);
}

/* The price of the row from a cursor elsewhere with the terminal's own pen, which it has again afterwards; *column is
 * where the cursor was and becomes where it ends. */
static int row_price(const struct ideal_cell *before, const struct ideal_cell *after, int columns, int from_row,
	int row, int *column)
{
	struct path path;
	int last = columns, best = FAR, first = 0, end = 0;

	while (last > 0 && cells_same(&before[last - 1], &after[last - 1]))
		last--;
	while (first < columns - 1 && (cells_same(&before[first], &after[first]) || !after[first].bytes))
		first++;
	path_begin(&path, first, from_row, *column, row);
	for (int at = 0; at <= columns; at++) {
		int rested = path.price[at] + (at ? pen_price(&after[at - 1], &blank) : 0);
		int ended = at >= last ? rested : FAR;

		if (at < columns && rest_blank(after, at, columns))
			ended = least(ended, least(rested, path.fresh[at]) + 3);
		if (ended < best) {
			best = ended;
			end = at;
		}
		if (at && path.price[at] < FAR)
			steps_from(&path, before, after, at, columns, path.price[at], &after[at - 1]);
		if (path.fresh[at] < FAR)
			steps_from(&path, before, after, at, columns, path.fresh[at], &blank);
	}
	*column = end < columns ? end : columns - 1;
	return best;
}

/* ---- a screen */

static int rows_price(const struct ideal_screen *before, const struct ideal_screen *after, int row, int column, bool up)
{
	int price = 0, columns = after->columns;

	for (int i = 0; i < after->rows; i++) {
		int at = up ? after->rows - 1 - i : i;

		if (!row_differs(before->cells[at], after->cells[at], columns))
			continue;
		price += row_price(before->cells[at], after->cells[at], columns, row, at, &column);
		row = at;
	}
	return price + move_price(row, column, after->cursor_row, after->cursor_column);
}

static int drawn(const struct ideal_screen *before, const struct ideal_screen *after, int row, int column)
{
	return least(rows_price(before, after, row, column, false), rows_price(before, after, row, column, true));
}

static bool row_moves(const struct ideal_screen *before, const struct ideal_screen *after, int row, int by)
{
	int from = row + by;

	return from >= 0 && from < before->rows && !row_differs(before->cells[from], after->cells[row], after->columns);
}

/* Rows first..last take what stands `by` below them (above, when negative); what is let in is blank. */
static void block_scroll(struct ideal_screen *screen, int top, int bottom, int by)
{
	struct ideal_screen *old = memory_take(sizeof(*old));

	*old = *screen;
	for (int row = top; row <= bottom; row++)
		for (int column = 0; column < screen->columns; column++)
			screen->cells[row][column] =
				row + by >= top && row + by <= bottom ? old->cells[row + by][column] : blank;
	free(old);
}

/* Scrolls the block of rows that moved, then draws the rest: a region set, scrolled and given back, or lines taken out
 * at one end and put in at the other. */
static int scrolled(const struct ideal_screen *before, const struct ideal_screen *after, int first, int last, int by)
{
	struct ideal_screen *moved = memory_take(sizeof(*moved));
	int count = by < 0 ? -by : by, top = by > 0 ? first : first + by, bottom = by > 0 ? last + by : last, region,
	    lines;

	*moved = *before;
	block_scroll(moved, top, bottom, by);
	region = 4 + digits(top + 1) + digits(bottom + 1) + counted(count) + 3 + drawn(moved, after, 0, 0);
	lines = move_price(before->cursor_row, before->cursor_column, top, 0) + 2 * counted(count) +
		move_price(top, 0, bottom - count + 1, 0) + drawn(moved, after, bottom - count + 1, 0);
	free(moved);
	return least(region, lines);
}

static int best_scroll(const struct ideal_screen *before, const struct ideal_screen *after)
{
	int best = FAR;

	for (int by = 1 - after->rows; by < after->rows; by++) {
		for (int first = 0; by != 0 && first < after->rows; first++) {
			int last = first;

			if (!row_moves(before, after, first, by))
				continue;
			while (last + 1 < after->rows && row_moves(before, after, last + 1, by))
				last++;
			if (last - first >= 2)
				best = least(best, scrolled(before, after, first, last, by));
			first = last;
		}
	}
	return best;
}

int ideal_bytes_anew(const struct ideal_screen *after)
{
	struct ideal_screen *empty = memory_take(sizeof(*empty));
	int price;

	empty->rows = after->rows;
	empty->columns = after->columns;
	for (int row = 0; row < after->rows; row++)
		for (int column = 0; column < after->columns; column++)
			empty->cells[row][column] = blank;
	price = 3 + 3 + drawn(empty, after, 0, 0);
	free(empty);
	return price;
}

int ideal_bytes(const struct ideal_screen *before, const struct ideal_screen *after)
{
	int best = least(drawn(before, after, before->cursor_row, before->cursor_column), best_scroll(before, after));

	return least(best, ideal_bytes_anew(after));
}
