/* How a form lies on the screen: labels left of the values, above them where it is narrow; what is wrong stands under
 * the field it is about. */
#include "base/text.h"
#include "base/words.h"
#include "form_inner.h"
#include "wrap.h"

enum { ABOUT_ROWS = 2 }; /* for what a field says of what is typed in it */

static int label_width(const struct form *form)
{
	int widest = 0;
	for (int i = 0; i < form->count; i++) {
		const struct field *field = &form->kind->fields[i];
		int width = text_width(gettext(field->label));
		widest = field->kind != FIELD_TEXT && width > widest ? width : widest;
	}
	return widest < FORM_LABEL ? widest : FORM_LABEL;
}

static int value_width(const struct field *field, int room)
{
	int wished = room;
	switch (field->kind) {
	case FIELD_LINE:
	case FIELD_TEXT:
	case FIELD_CHOICE: wished = 78; break;
	case FIELD_DAY: wished = 14; break;
	case FIELD_MONEY: wished = 20; break;
	case FIELD_NUMBER: wished = 10; break;
	case FIELD_CHECKBOX: wished = 4; break;
	}
	return wished < room ? wished : room > 1 ? room : 1;
}

/* Never more than the pane can show under the label. */
static int text_rows(const struct form *form, int which, int width, int rows)
{
	const struct field *field = &form->kind->fields[which];
	int most = rows > 2 ? rows - 1 : 1;
	int least = field->rows > 0 ? field->rows : FORM_ROWS;
	int wished = editor_rows(&form->fields[which].editor, width);
	wished = wished > least ? wished : least;
	return wished < most ? wished : most;
}

struct form_place form_place(const struct form *form, int which, int rows, int columns)
{
	struct form_place place = {0};
	int label = label_width(form);
	for (int i = 0; i <= which; i++) {
		const struct field *field = &form->kind->fields[i];
		bool above = field->kind == FIELD_TEXT || columns < FORM_ABOVE;
		place.row += place.rows;
		place.column = above ? 2 : 2 + label + 1;
		place.columns = value_width(field, columns - place.column);
		place.value_row = place.row + above;
		place.value_rows = field->kind == FIELD_TEXT ? text_rows(form, i, place.columns, rows) : 1;
		place.rows = above + place.value_rows;
		if (form->fields[i].error[0] != '\0') {
			place.rows += wrap_rows(form->fields[i].error, columns - 4);
		}
	}
	return place;
}

static int form_top(const struct form *form, int rows, int columns)
{
	struct form_place place = form_place(form, form->focus, rows, columns);
	struct form_place last = form_place(form, form->count - 1, rows, columns);
	int all = last.row + last.rows, top = form->top < all - rows ? form->top : all - rows;
	if (place.row + place.rows > top + rows) {
		top = place.row + place.rows - rows;
	}
	top = place.row < top ? place.row : top;
	return top > 0 ? top : 0;
}

/* A field's own help; what is chosen and not written has the keys for it. NULL: nothing. */
static const char *field_help(const struct field *field)
{
	if (field->help != NULL) {
		return gettext(field->help);
	}
	if (field->kind == FIELD_CHOICE) {
		return _("Left and Right choose, or the first letters.");
	}
	return field->kind == FIELD_CHECKBOX ? _("Space ticks the box, and takes it away.") : NULL;
}

/* The last rows tell about the field in focus: as many as the longest of them takes, so that nothing moves when the
 * focus does; one, cut short, where the form has little room for itself. */
static int help_rows(const struct form *form, int rows, int columns)
{
	int most = 1;
	for (int i = 0; i < form->count; i++) {
		const char *help = field_help(&form->kind->fields[i]);
		int takes = help != NULL ? wrap_rows(help, columns - 3) : 0;
		takes += form->kind->fields[i].about != NULL ? ABOUT_ROWS : 0;
		most = takes > most ? takes : most;
	}
	return rows > 4 * most ? most : rows > 3 ? 1 : 0;
}

void form_fit(struct form *form, int rows, int columns)
{
	rows -= help_rows(form, rows, columns);
	struct form_place place = form_place(form, form->focus, rows, columns);
	editor_fit(&form->fields[form->focus].editor, place.value_rows, place.columns);
	form->top = form_top(form, rows, columns);
}

static void choice_draw(const struct form *form, int which, struct area area)
{
	const struct field *field = &form->kind->fields[which];
	const char *word = editor_text(&form->fields[which].editor);
	struct field_choice choice;
	const char *label = word[0] == '\0' ? "-" : word;
	for (int i = 0; field_choice(field, form->record, i, &choice); i++) {
		label = strcmp(choice.word, word) == 0 ? choice.label : label;
	}
	int used = area_text(area, 0, 0, STYLE_PLAIN, "[");
	used += area_text_in(area, 0, used, area.columns - 2, STYLE_PLAIN, label);
	area_text(area, 0, used, STYLE_PLAIN, "]");
}

static void value_draw(const struct form *form, int which, struct area area, bool focused)
{
	const struct field *field = &form->kind->fields[which];
	const struct editor *editor = &form->fields[which].editor;
	if (field->kind == FIELD_CHECKBOX) {
		area_text(area, 0, 0, STYLE_PLAIN, editor_text(editor)[0] == '\0' ? "[ ]" : "[x]");
	} else if (field->kind == FIELD_CHOICE) {
		choice_draw(form, which, area);
	} else if (!focused && field->kind != FIELD_TEXT) {
		/* Nobody types here: a long line is read from its beginning, wherever the caret was left. */
		area_text_in(area, 0, 0, area.columns, STYLE_PLAIN, editor_text(editor));
		area_style(area, 0, 0, area.columns, STYLE_UNDERLINE);
	} else {
		editor_draw(editor, area, STYLE_PLAIN, focused);
		if (field->kind != FIELD_TEXT) {
			area_style(area, 0, 0, area.columns, STYLE_UNDERLINE);
		}
	}
}

static void field_draw(const struct form *form, int which, struct area area, int top, int rows)
{
	const struct field *field = &form->kind->fields[which];
	struct form_place place = form_place(form, which, rows, area.columns);
	int row = place.row - top;
	bool focused = which == form->focus;
	char echo[96];
	if (focused) {
		area_text(area, row, 0, STYLE_PLAIN, ">");
		area_cursor(area, row, 0);
	}
	bool above = place.value_row > place.row;
	area_text_in(area, row, 2, above ? area.columns : place.column - 3, focused ? STYLE_BOLD : STYLE_PLAIN,
		gettext(field->label));
	/* An area never begins above its parent: rows scrolled away are cut off with their text's own scrolling. */
	int value = place.value_row - top, hidden = value < 0 ? -value : 0;
	if (hidden < place.value_rows && value + hidden < rows) {
		value_draw(form, which,
			area_part(area, value + hidden, place.column, place.value_rows - hidden, place.columns),
			focused);
	}
	field_echo(field, form->record, editor_text(&form->fields[which].editor), form->today, echo);
	int beside = field->kind == FIELD_TEXT ? 2 + text_width(gettext(field->label)) + 2
					       : place.column + place.columns + 1;
	if (beside + text_width(echo) <= area.columns) {
		area_text(area, field->kind == FIELD_TEXT ? row : value, beside, STYLE_PLAIN, echo);
	}
	if (form->fields[which].error[0] != '\0') {
		area_lines(area_part(area, value + place.value_rows, 4, rows, area.columns), 0, STYLE_BAD | STYLE_BOLD,
			form->fields[which].error);
	}
}

static void help_draw(const struct form *form, struct area area)
{
	const struct field *field = &form->kind->fields[form->focus];
	char about[FIELD_ABOUT] = "";
	int at = 0;
	if (field->about != NULL) {
		field->about(form->record, editor_text(&form->fields[form->focus].editor), form->today, about);
	}
	if (about[0] != '\0') {
		at = area_lines(area, 0, STYLE_BOLD, about);
	}
	const char *help = field_help(field);
	if (help != NULL && at == area.rows - 1) {
		/* One row is left: words that do not fit on it end in a mark. */
		area_text_in(area, at, 0, area.columns, STYLE_PLAIN, help);
	} else if (help != NULL && at < area.rows) {
		area_lines(area_part(area, at, 0, area.rows - at, area.columns), 0, STYLE_PLAIN, help);
	}
}

void form_draw(const struct pane *pane, struct area area)
{
	const struct form *form = pane->state;
	int rows = area.rows - help_rows(form, area.rows, area.columns), top = form_top(form, rows, area.columns);
	struct area fields = area_part(area, 0, 0, rows, area.columns);
	for (int i = 0; i < form->count; i++) {
		struct form_place place = form_place(form, i, rows, area.columns);
		if (place.row + place.rows > top && place.row < top + rows && i != form->focus) {
			field_draw(form, i, fields, top, rows);
		}
	}
	field_draw(form, form->focus, fields, top, rows);
	if (area.rows > rows) {
		help_draw(form, area_part(area, rows, 2, area.rows - rows, area.columns - 3));
	}
}
