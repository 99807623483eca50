/* One frame: the title, what the panes draw, the message line, the hint line. Nothing here changes a pane. */
#include "base/text.h"
#include "base/words.h"
#include "ui_inner.h"
#include "wrap.h"

enum { ROWS_LEAST = 5, COLUMNS_LEAST = 20, FOOT_ROWS = 2 };
enum { TITLE_LEAST = 16 }; /* cells a cut title keeps of its middle; with fewer its right goes instead */

static bool frame_too_small(int rows, int columns)
{
	return rows < ROWS_LEAST || columns < COLUMNS_LEAST;
}

/* The dialog on top, or NULL: those under it wait out of sight. */
static const struct pane *frame_dialog(const struct ui *ui)
{
	return ui->top != NULL && ui->top->kind->rise != NULL ? ui->top : NULL;
}

/* Rows a message takes at this width, at most a third of the screen: an error is read whole, not guessed at. */
static int message_rows(const struct ui *ui, int rows, int columns)
{
	if (ui->message.bytes == 0 || (ui->top != NULL && ui->top->kind->line != NULL)) {
		return 1;
	}
	int wanted = wrap_rows(ui->message.text, columns), most = rows / 3 > 1 ? rows / 3 : 1;
	return wanted < most ? wanted : most;
}

/* Rows of the dialog with its rule; at least one row of the pane below stays in sight where there is room. */
static int dialog_rows(const struct ui *ui, int body, int columns)
{
	const struct pane *dialog = frame_dialog(ui);
	if (dialog == NULL) {
		return 0;
	}
	int wanted = dialog->kind->rise(dialog, columns);
	wanted += wanted > 0 && !ui->options.linear;
	return wanted < body ? wanted : body > 2 ? body - 1 : body;
}

struct frame {
	int rows, columns; /* the last column stays free */
	int body, dialog, message;
};

static struct frame frame_plan(const struct ui *ui, int rows, int columns)
{
	struct frame frame = {rows, columns - 1, 0, 0, 1};
	int inner = rows - 1 - FOOT_ROWS;
	frame.message = message_rows(ui, rows, frame.columns);
	inner -= frame.message - 1;
	inner = inner > 1 ? inner : 1;
	frame.dialog = dialog_rows(ui, inner, frame.columns);
	frame.body = inner - frame.dialog;
	return frame;
}

void frame_arrange(struct ui *ui)
{
	int rows, columns;
	ui->terminal->size(ui->terminal, &rows, &columns);
	if (frame_too_small(rows, columns)) {
		return;
	}
	struct frame frame = frame_plan(ui, rows, columns);
	int rule = frame.dialog > 0 && !ui->options.linear;
	for (struct pane *pane = ui->top; pane != NULL; pane = pane->below) {
		bool dialog = pane->kind->rise != NULL;
		pane->rows = dialog ? frame.dialog - rule : frame.body;
		pane->columns = frame.columns;
	}
}

/* ---- the title */

static void title_draw(const struct ui *ui, struct area line)
{
	const struct pane *pane = ui_screen(ui);
	struct head head = {"", "", ""};
	if (pane == NULL) {
		return;
	}
	snprintf(head.left, sizeof head.left, "%s", gettext(pane->kind->title));
	if (pane->kind->head != NULL) {
		pane->kind->head(pane, &head);
	}
	char right[sizeof head.right + 32];
	snprintf(right, sizeof right, "%s%s%s", head.right, head.right[0] != '\0' && ui->options.read_only ? " " : "",
		ui->options.read_only ? _("[read-only]") : "");
	char left[sizeof head.left + sizeof head.middle + 8];
	text_end_whole(head.left);
	text_end_whole(head.middle);
	snprintf(left, sizeof left, "%s%s%s", head.left, head.middle[0] != '\0' ? " · " : "", head.middle);
	int room = line.columns - (right[0] != '\0' ? text_width(right) + 1 : 0);
	if (text_width(left) > room && room < text_width(head.left) + TITLE_LEAST) {
		right[0] = '\0';
		room = line.columns;
	}
	area_text_in(line, 0, 0, room, STYLE_BOLD, left); /* a long title is cut, and says so */
	area_text_right(line, 0, 0, line.columns, STYLE_BOLD, right);
}

/* ---- the foot */

static void message_draw(const struct ui *ui, struct area lines)
{
	const char *at = ui->message.text;
	for (int row = 0; row < lines.rows; row++) {
		struct wrap line = wrap_line(at, lines.columns);
		char part[1024];
		bool last = row + 1 == lines.rows; /* what does not fit is cut there */
		snprintf(part, sizeof part, "%.*s", last ? (int)strlen(at) : (int)line.bytes, at);
		area_text(lines, row, 0, STYLE_PLAIN, part);
		if (line.next == 0) {
			break;
		}
		at += line.next;
	}
	if (ui->reading) {
		area_cursor(lines, 0, 0);
	}
}

static void hints_make(struct ui *ui, int columns)
{
	uint64_t from = action_hints_sum(ui, ui->top, columns);
	if (from != ui->hints_from || ui->hints[0] == '\0') {
		action_hints(ui, ui->top, columns, ui->hints, sizeof ui->hints);
		ui->hints_from = from;
	}
}

static void foot_draw(const struct ui *ui, struct area foot)
{
	struct area lines = area_part(foot, 0, 0, foot.rows - 1, foot.columns);
	const struct pane *pane = ui->top;
	if (pane->kind->line != NULL) {
		pane->kind->line(pane, lines);
	} else {
		message_draw(ui, lines);
	}
	area_text(foot, foot.rows - 1, 0, STYLE_PLAIN, ui->hints);
}

static void small_draw(struct area area, int rows, int columns)
{
	char text[128];
	snprintf(text, sizeof text, _("The window is too small (%dx%d), at least %dx%d."), columns, rows, COLUMNS_LEAST,
		ROWS_LEAST);
	area.columns -= area.columns > 1;
	area_lines(area, 0, STYLE_PLAIN, text);
}

static void panes_draw(const struct ui *ui, struct area whole, const struct frame *frame)
{
	const struct pane *screen = ui_screen(ui), *dialog = frame_dialog(ui);
	if (screen != NULL) {
		screen->kind->draw(screen, area_part(whole, 1, 0, frame->body, frame->columns));
	}
	if (dialog != NULL && frame->dialog > 0) {
		struct area area = area_part(whole, 1 + frame->body, 0, frame->dialog, frame->columns);
		int rule = !ui->options.linear;
		if (rule) {
			area_rule(area, 0);
		}
		dialog->kind->draw(dialog, area_part(area, rule, 0, area.rows - rule, area.columns));
	}
}

/* Two whole rows change with each move when the row in focus is reversed; its mark and the cursor tell it too. */
static void reverse_drop(struct surface *sheet)
{
	size_t count = (size_t)sheet->rows * (size_t)sheet->columns;
	for (size_t i = 0; i < count; i++) {
		sheet->cells[i].style &= (uint16_t)~STYLE_REVERSE;
	}
}

void frame_draw(struct ui *ui)
{
	int rows, columns;
	ui->terminal->size(ui->terminal, &rows, &columns);
	surface_clear(&ui->sheet, rows, columns);
	struct area whole = surface_area(&ui->sheet);
	if (frame_too_small(rows, columns)) {
		small_draw(whole, rows, columns);
		return;
	}
	if (ui->top == NULL) {
		return;
	}
	struct frame frame = frame_plan(ui, rows, columns);
	title_draw(ui, area_part(whole, 0, 0, 1, frame.columns));
	panes_draw(ui, whole, &frame);
	if (ui->options.marker) {
		reverse_drop(&ui->sheet);
	}
	hints_make(ui, frame.columns);
	int foot = frame.message + 1;
	foot_draw(ui, area_part(whole, rows - foot, 0, foot, frame.columns));
}
