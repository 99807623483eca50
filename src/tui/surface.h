/* A sheet of cells and the areas panes draw on. Invariant: nothing reaches a cell but through this file, so no control,
 * bidi or zero-width character ever does, and nothing is drawn outside the area it was given. */
#ifndef KANSLI_TUI_SURFACE_H
#define KANSLI_TUI_SURFACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum style {
	STYLE_PLAIN = 0,
	STYLE_BOLD = 1,
	STYLE_UNDERLINE = 2,
	STYLE_REVERSE = 4,
	/* Colours only repeat what a word says; they are shown where the user has asked for colour. */
	STYLE_BAD = 8,
	STYLE_GOOD = 16,
	STYLE_NOTE = 32,
};

enum { CELL_CHARACTERS = 3, SURFACE_ROWS = 200, SURFACE_COLUMNS = 500 };

/* One cell: a character and up to two combining marks, or the second half of a wide character (width 0). Compared byte
 * by byte, so it has no padding. */
struct cell {
	uint32_t character[CELL_CHARACTERS];
	uint16_t style;
	uint16_t width;
};

struct surface {
	int rows, columns;
	int cursor_row, cursor_column;
	struct cell *cells;
};

void surface_init(struct surface *surface);
void surface_done(struct surface *surface);
/* Blank cells of this size, cursor at the top left. Sizes are clamped to 1..SURFACE_ROWS and 1..SURFACE_COLUMNS. */
void surface_clear(struct surface *surface, int rows, int columns);
const struct cell *surface_at(const struct surface *surface, int row, int column);

/* A part of a sheet: rows and columns count from its own corner. An empty area draws nothing. */
struct area {
	struct surface *sheet;
	int row, column, rows, columns;
};

struct area surface_area(struct surface *surface);
/* The part of `area` at (row, column), clipped to it. */
struct area area_part(struct area area, int row, int column, int rows, int columns);
/* Puts text on one row and answers the cells it took. What does not fit is cut between graphemes and ended by "…".
 * NULL is no text. Line breaks and whatever else must not reach a terminal become visible marks. */
int area_text(struct area area, int row, int column, unsigned style, const char *text);
int area_format(struct area area, int row, int column, unsigned style, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
/* At most `cells` wide, or right-aligned in them. */
int area_text_in(struct area area, int row, int column, int cells, unsigned style, const char *text);
void area_text_right(struct area area, int row, int column, int cells, unsigned style, const char *text);
int area_width(const char *text); /* cells a text takes; NULL takes none */
/* Wraps text, its line breaks obeyed, from `row` on; answers the rows it took, of which only those inside are drawn. */
int area_lines(struct area area, int row, unsigned style, const char *text);
/* Adds a style to cells already drawn. */
void area_style(struct area area, int row, int column, int cells, unsigned style);
void area_blank(struct area area, int row, int column, int cells);
void area_rule(struct area area, int row);               /* a line across */
void area_divider(struct area area, int column);         /* a line down */
void area_cursor(struct area area, int row, int column); /* where the hardware cursor stands; the last wins */

#endif
