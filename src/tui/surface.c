/* The one place where text becomes cells. */
#include "surface.h"

#include "base/arena.h"
#include "base/text.h"
#include "wrap.h"

enum { MARK_INVISIBLE = 0xB7, MARK_BROKEN = 0xFFFD, MARK_CUT = 0x2026, MARK_RULE = 0x2500, MARK_DIVIDER = 0x2502 };

void surface_init(struct surface *surface)
{
	*surface = (struct surface){0, 0, 0, 0, NULL};
}

void surface_done(struct surface *surface)
{
	free(surface->cells);
	surface_init(surface);
}

static int clamp(int value, int least, int most)
{
	return value < least ? least : value > most ? most : value;
}

static const struct cell blank = {{' ', 0, 0}, STYLE_PLAIN, 1};

void surface_clear(struct surface *surface, int rows, int columns)
{
	rows = clamp(rows, 1, SURFACE_ROWS);
	columns = clamp(columns, 1, SURFACE_COLUMNS);
	size_t count = (size_t)rows * (size_t)columns;
	if (rows != surface->rows || columns != surface->columns) {
		surface->cells = memory_retake(surface->cells, count * sizeof *surface->cells);
	}
	surface->rows = rows;
	surface->columns = columns;
	surface->cursor_row = surface->cursor_column = 0;
	const struct cell empty = blank;
	for (size_t i = 0; i < count; i++) {
		surface->cells[i] = empty;
	}
}

const struct cell *surface_at(const struct surface *surface, int row, int column)
{
	assert(row >= 0 && row < surface->rows && column >= 0 && column < surface->columns);
	return &surface->cells[(size_t)row * (size_t)surface->columns + (size_t)column];
}

struct area surface_area(struct surface *surface)
{
	return (struct area){surface, 0, 0, surface->rows, surface->columns};
}

struct area area_part(struct area area, int row, int column, int rows, int columns)
{
	int top = clamp(row, 0, area.rows), left = clamp(column, 0, area.columns);
	int bottom = clamp(row + rows, top, area.rows), right = clamp(column + columns, left, area.columns);
	return (struct area){area.sheet, area.row + top, area.column + left, bottom - top, right - left};
}

static struct cell *area_cells(struct area area, int row)
{
	return &area.sheet->cells[(size_t)(area.row + row) * (size_t)area.sheet->columns + (size_t)area.column];
}

/* A wide character that loses one half loses the other too. */
static void cells_free(struct area area, struct cell *cells, int column, int width)
{
	if (cells[column].width == 0 && area.column + column > 0) {
		cells[column - 1] = blank;
	}
	int after = column + width;
	if (area.column + after < area.sheet->columns && cells[after].width == 0) {
		cells[after] = blank;
	}
}

static void cell_put(struct area area, struct cell *cells, int column, int width, unsigned style, uint32_t character)
{
	cells_free(area, cells, column, width);
	cells[column] = (struct cell){{character, 0, 0}, (uint16_t)style, (uint16_t)width};
	if (width == 2) {
		cells[column + 1] = (struct cell){{0, 0, 0}, (uint16_t)style, 0};
	}
}

/* A mark over the letter before it; false when there is none or it already carries two. */
static bool cell_combine(struct cell *cells, int from, int column, uint32_t mark)
{
	int at = column - 1;
	if (at >= from && cells[at].width == 0) {
		at--;
	}
	bool letter = at >= from && cells[at].character[0] != MARK_INVISIBLE;
	for (int i = 1; letter && i < CELL_CHARACTERS; i++) {
		if (cells[at].character[i] == 0) {
			cells[at].character[i] = mark;
			return true;
		}
	}
	return false;
}

/* One character of a text as it may be shown. Answers its bytes. */
static size_t glyph_read(const char *text, size_t bytes, uint32_t *character, int *width)
{
	int used = text_decode(text, bytes, character);
	*width = used > 0 ? text_cells(*character) : 1;
	if (used <= 0) {
		*character = MARK_BROKEN;
		return 1;
	}
	if (*width < 0) {
		*character = MARK_INVISIBLE;
		*width = 1;
	}
	return (size_t)used;
}

static bool is_plain(unsigned char byte)
{
	return byte >= ' ' && byte < 0x7F;
}

/* The way of nearly all text: letters of one cell, over cells of one cell. Answers the bytes it took; stops before
 * anything else, or one cell before the end, for a cut needs to be seen coming. */
static size_t plain_put(struct cell *cells, int *at, int end, unsigned style, const char *text)
{
	const unsigned char *bytes = (const unsigned char *)text;
	size_t used = 0;
	int column = *at;
	while (column < end && cells[column].width == 1) {
		uint32_t character = bytes[used];
		size_t step = 1;
		if (character == 0xC3 && bytes[used + 1] >= 0x80 && bytes[used + 1] <= 0xBF) {
			character = bytes[used + 1] + 0x40u; /* À to ÿ */
			step = 2;
		} else if (!is_plain(bytes[used])) {
			break;
		}
		cells[column++] = (struct cell){{character, 0, 0}, (uint16_t)style, 1};
		used += step;
	}
	*at = column;
	return used;
}

static int text_cut_off(struct area area, int row, int column, int at, int end, unsigned style)
{
	struct cell *cells = area_cells(area, row);
	int last = end - 1 > column && cells[end - 1].width == 0 ? end - 2 : end - 1;
	area_blank(area, row, last, at - last);
	cell_put(area, cells, last, 1, style, MARK_CUT);
	return last + 1 - column;
}

static int text_put(struct area area, int row, int column, int cells_most, unsigned style, const char *text)
{
	struct cell *cells = area_cells(area, row);
	int at = column, end = column + cells_most;
	for (;;) {
		text += plain_put(cells, &at, end, style, text);
		if (*text == '\0') {
			return at - column;
		}
		uint32_t character;
		int width;
		size_t used = glyph_read(text, strlen(text), &character, &width);
		if (width == 0 && !cell_combine(cells, column, at, character)) {
			character = MARK_INVISIBLE;
			width = 1;
		}
		if (at + width > end) {
			return text_cut_off(area, row, column, at, end, style);
		}
		if (width > 0) {
			cell_put(area, cells, at, width, style, character);
		}
		at += width;
		text += used;
	}
}

int area_text_in(struct area area, int row, int column, int cells, unsigned style, const char *text)
{
	cells = cells < area.columns - column ? cells : area.columns - column;
	if (text == NULL || row < 0 || row >= area.rows || column < 0 || cells <= 0) {
		return 0;
	}
	return text_put(area, row, column, cells, style, text);
}

int area_text(struct area area, int row, int column, unsigned style, const char *text)
{
	return area_text_in(area, row, column, area.columns - column, style, text);
}

int area_format(struct area area, int row, int column, unsigned style, const char *format, ...)
{
	char text[1024];
	va_list values;
	va_start(values, format);
	vsnprintf(text, sizeof text, format, values);
	va_end(values);
	return area_text(area, row, column, style, text);
}

int area_width(const char *text)
{
	size_t bytes = 0;
	while (text != NULL && is_plain((unsigned char)text[bytes])) {
		bytes++;
	}
	return text == NULL ? 0 : text[bytes] == '\0' ? (int)bytes : text_width(text);
}

void area_text_right(struct area area, int row, int column, int cells, unsigned style, const char *text)
{
	int width = area_width(text);
	int shift = width < cells ? cells - width : 0;
	area_text_in(area, row, column + shift, cells - shift, style, text);
}

static void line_put(struct area area, int row, unsigned style, const char *text, size_t bytes)
{
	char line[SURFACE_COLUMNS * 4 + 1];
	bytes = bytes < sizeof line ? bytes : sizeof line - 1;
	memcpy(line, text, bytes);
	line[bytes] = '\0';
	area_text(area, row, 0, style, line);
}

int area_lines(struct area area, int row, unsigned style, const char *text)
{
	int first = row;
	for (;;) {
		struct wrap line = wrap_line(text, area.columns);
		line_put(area, row++, style, text, line.bytes);
		if (line.next == 0) {
			return row - first;
		}
		text += line.next;
	}
}

void area_style(struct area area, int row, int column, int cells, unsigned style)
{
	struct area part = area_part(area, row, column, 1, cells);
	if (part.rows == 0) {
		return;
	}
	struct cell *at = area_cells(part, 0);
	for (int i = 0; i < part.columns; i++) {
		at[i].style |= (uint16_t)style;
	}
}

void area_blank(struct area area, int row, int column, int cells)
{
	struct area part = area_part(area, row, column, 1, cells);
	for (int i = 0; part.rows > 0 && i < part.columns; i++) {
		cell_put(part, area_cells(part, 0), i, 1, STYLE_PLAIN, ' ');
	}
}

void area_rule(struct area area, int row)
{
	for (int i = 0; row >= 0 && row < area.rows && i < area.columns; i++) {
		cell_put(area, area_cells(area, row), i, 1, STYLE_PLAIN, MARK_RULE);
	}
}

void area_divider(struct area area, int column)
{
	for (int row = 0; column >= 0 && column < area.columns && row < area.rows; row++) {
		cell_put(area, area_cells(area, row), column, 1, STYLE_PLAIN, MARK_DIVIDER);
	}
}

void area_cursor(struct area area, int row, int column)
{
	if (area.rows > 0 && area.columns > 0) {
		area.sheet->cursor_row = area.row + clamp(row, 0, area.rows - 1);
		area.sheet->cursor_column = area.column + clamp(column, 0, area.columns - 1);
	}
}
