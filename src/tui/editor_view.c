/* How an editor's text lies on the screen: wrapped lines, moves between them, drawing. One cell of the width is kept
 * for a caret at the end of a line. */
#include "base/text.h"
#include "editor_inner.h"
#include "wrap.h"

struct place {
	int row;
	size_t start, end; /* of the wrapped line */
	size_t next;       /* where the next one starts; 0 when this is the last */
};

static struct place place_from(const struct editor *editor, int columns, size_t start, int row)
{
	struct wrap line = {editor->text.bytes - start, 0};
	if (editor->lines) {
		line = wrap_line(editor->text.text + start, columns > 2 ? columns - 1 : 1);
	}
	return (struct place){row, start, start + line.bytes, line.next == 0 ? 0 : start + line.next};
}

static struct place place_row(const struct editor *editor, int columns, int row)
{
	struct place place = place_from(editor, columns, 0, 0);
	while (place.row < row && place.next > 0) {
		place = place_from(editor, columns, place.next, place.row + 1);
	}
	return place;
}

static struct place place_caret(const struct editor *editor, int columns)
{
	struct place place = place_from(editor, columns, 0, 0);
	while (place.next > 0 && place.next <= editor->caret) {
		place = place_from(editor, columns, place.next, place.row + 1);
	}
	return place;
}

/* The last byte where the caret still is on this line: a line broken where nothing is left out ends one step before. */
static size_t place_last(const struct editor *editor, const struct place *place)
{
	return place->next == place->end && place->next > 0 ? editor_step_back(editor, place->end) : place->end;
}

size_t editor_line_start(const struct editor *editor)
{
	return place_caret(editor, editor->columns).start;
}

size_t editor_line_end(const struct editor *editor)
{
	struct place place = place_caret(editor, editor->columns);
	return place_last(editor, &place);
}

static int width_between(const struct editor *editor, size_t from, size_t to)
{
	int width = 0;
	for (size_t at = from; at < to;) {
		uint32_t character;
		int used = text_decode(editor->text.text + at, to - at, &character);
		int cells = used > 0 ? text_cells(character) : 1;
		width += cells < 0 ? 1 : cells;
		at += used > 0 ? (size_t)used : 1;
	}
	return width;
}

/* The byte of a line that stands nearest before `column`. */
static size_t place_at(const struct editor *editor, const struct place *place, int column)
{
	size_t at = place->start + text_fit(editor->text.text + place->start, column, NULL);
	size_t last = place_last(editor, place);
	return at < last ? at : last;
}

bool editor_vertical(struct editor *editor, int by)
{
	if (!editor->lines) {
		return false;
	}
	struct place place = place_caret(editor, editor->columns);
	int goal = editor->goal >= 0 ? editor->goal : width_between(editor, place.start, editor->caret);
	int row = place.row + by < 0 ? 0 : place.row + by;
	struct place target = place_row(editor, editor->columns, row);
	if (target.row == place.row) {
		return false;
	}
	editor->caret = place_at(editor, &target, goal);
	editor->goal = goal;
	editor->joined = false;
	return true;
}

void editor_show_caret(struct editor *editor)
{
	if (!editor->lines) {
		return;
	}
	int row = place_caret(editor, editor->columns).row;
	if (row < editor->top) {
		editor->top = row;
	} else if (row >= editor->top + editor->rows) {
		editor->top = row - editor->rows + 1;
	}
}

void editor_fit(struct editor *editor, int rows, int columns)
{
	rows = rows > 0 ? rows : 1;
	if (rows != editor->rows || columns != editor->columns) {
		editor->rows = rows;
		editor->columns = columns;
		editor_show_caret(editor);
	}
}

int editor_rows(const struct editor *editor, int columns)
{
	return editor->lines ? wrap_rows(editor->text.text, columns > 2 ? columns - 1 : 1) : 1;
}

/* One line, shifted so that the caret is in sight; a shifted line begins with a mark. */
static void line_draw(const struct editor *editor, struct area area, unsigned style, bool focused)
{
	size_t start = 0;
	const char *text = editor->text.text;
	int room = area.columns > 2 ? area.columns - 2 : 1;
	int before = width_between(editor, 0, editor->caret);
	while (before > room && start < editor->caret) {
		uint32_t character;
		int used = text_decode(text + start, editor->caret - start, &character);
		size_t step = used > 0 ? (size_t)used : 1;
		before -= width_between(editor, start, start + step);
		start += step;
	}
	int indent = start > 0;
	area_text(area, 0, 0, style, indent ? "…" : "");
	area_text(area, 0, indent, style, text + start);
	if (focused) {
		area_cursor(area, 0, indent + before);
	}
}

void editor_draw(const struct editor *editor, struct area area, unsigned style, bool focused)
{
	if (!editor->lines) {
		line_draw(editor, area, style, focused);
		return;
	}
	struct place caret = place_caret(editor, area.columns);
	int top = editor->top;
	top = caret.row >= top + area.rows ? caret.row - area.rows + 1 : top;
	top = caret.row < top ? caret.row : top;
	struct place place = place_row(editor, area.columns, top);
	for (int row = 0; row < area.rows && place.row == top + row; row++) {
		char line[SURFACE_COLUMNS * 4 + 1];
		snprintf(line, sizeof line, "%.*s", (int)(place.end - place.start), editor->text.text + place.start);
		area_text(area, row, 0, style, line);
		if (place.next == 0) {
			break;
		}
		place = place_from(editor, area.columns, place.next, place.row + 1);
	}
	if (focused) {
		area_cursor(area, caret.row - top, width_between(editor, caret.start, editor->caret));
	}
}
