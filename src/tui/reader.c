/* Reading long text. Places are bytes, not rows, so that a resize keeps them. */
#include "reader.h"

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "prompt.h"
#include "ui.h"
#include "wrap.h"

void reader_init(struct reader *reader)
{
	memset(reader, 0, sizeof *reader);
	buffer_init(&reader->text);
	buffer_init(&reader->sought);
}

void reader_done(struct reader *reader)
{
	buffer_done(&reader->text);
	buffer_done(&reader->sought);
}

void reader_set(struct reader *reader, const char *text)
{
	buffer_clear(&reader->text);
	buffer_text(&reader->text, text);
	reader->top = reader->focus = 0;
}

static int reader_width(int columns)
{
	int width = columns - 2; /* the mark of the line in focus stands in front */
	return width > READER_WIDEST ? READER_WIDEST : width > 1 ? width : 1;
}

/* The start of the wrapped line that holds byte `at`. Wrapping starts anew at each line break, so only that paragraph
 * is looked at. */
static size_t line_of(const struct reader *reader, size_t at, int width)
{
	const char *text = reader->text.text;
	at = at > reader->text.bytes ? reader->text.bytes : at;
	size_t start = at;
	while (start > 0 && text[start - 1] != '\n') {
		start--;
	}
	for (;;) {
		struct wrap line = wrap_line(text + start, width);
		if (line.next == 0 || at < start + line.next) {
			return start;
		}
		start += line.next;
	}
}

static bool line_after(const struct reader *reader, size_t *at, int width)
{
	struct wrap line = wrap_line(reader->text.text + *at, width);
	/* The text's own last line break starts no line. */
	if (line.next == 0 || *at + line.next >= reader->text.bytes) {
		return false;
	}
	*at += line.next;
	return true;
}

static bool line_before(const struct reader *reader, size_t *at, int width)
{
	if (*at == 0) {
		return false;
	}
	*at = line_of(reader, *at - 1, width);
	return true;
}

/* Scrolls so that the line in focus is in sight. */
static size_t reader_top(const struct reader *reader, int rows, int width)
{
	size_t focus = line_of(reader, reader->focus, width), top = line_of(reader, reader->top, width);
	if (focus <= top) {
		return focus;
	}
	size_t at = focus;
	for (int row = 1; row < rows && at > top; row++) {
		line_before(reader, &at, width);
	}
	return at > top ? at : top;
}

void reader_move(struct reader *reader, long by, int rows, int columns)
{
	int width = reader_width(columns);
	size_t focus = line_of(reader, reader->focus, width), top = line_of(reader, reader->top, width);
	bool page = by > 1 || by < -1;
	for (; by > 0 && line_after(reader, &focus, width); by--) {
		page = page && line_after(reader, &top, width);
	}
	for (; by < 0 && line_before(reader, &focus, width); by++) {
		page = page && line_before(reader, &top, width);
	}
	reader->focus = focus;
	reader->top = top;
	reader->top = reader_top(reader, rows, width);
}

void reader_ends(struct reader *reader, bool last, int rows, int columns)
{
	int width = reader_width(columns);
	reader->focus = 0;
	if (last && reader->text.bytes > 0) {
		reader->focus = line_of(reader, reader->text.bytes - 1, width);
	}
	reader->top = reader_top(reader, rows, width);
}

static bool line_holds(const struct reader *reader, size_t at, int width, const char *folded)
{
	struct arena arena;
	arena_init(&arena);
	struct wrap line = wrap_line(reader->text.text + at, width);
	const char *text = text_fold(&arena, arena_text_part(&arena, reader->text.text + at, line.bytes));
	bool holds = strstr(text, folded) != NULL;
	arena_done(&arena);
	return holds;
}

bool reader_seek(struct reader *reader, const char *sought, bool back, int rows, int columns)
{
	struct arena arena;
	arena_init(&arena);
	const char *folded = text_fold(&arena, sought);
	int width = reader_width(columns);
	size_t start = line_of(reader, reader->focus, width), at = start;
	bool found = false;
	do {
		bool more = back ? line_before(reader, &at, width) : line_after(reader, &at, width);
		if (!more) {
			at = back && reader->text.bytes > 0 ? line_of(reader, reader->text.bytes - 1, width) : 0;
		}
		found = line_holds(reader, at, width, folded);
	} while (!found && at != start);
	if (found) {
		reader->focus = at;
		reader->top = reader_top(reader, rows, width);
	}
	arena_done(&arena);
	return found;
}

void reader_draw(const struct reader *reader, struct area area)
{
	int width = reader_width(area.columns);
	size_t focus = line_of(reader, reader->focus, width), at = reader_top(reader, area.rows, width);
	for (int row = 0; row < area.rows; row++) {
		char text[SURFACE_COLUMNS * 4 + 1];
		struct wrap line = wrap_line(reader->text.text + at, width);
		snprintf(text, sizeof text, "%.*s", (int)line.bytes, reader->text.text + at);
		area_text(area, row, 2, STYLE_PLAIN, text);
		if (at == focus) {
			area_text(area, row, 0, STYLE_PLAIN, ">");
			area_cursor(area, row, 0);
		}
		if (!line_after(reader, &at, width)) {
			break;
		}
	}
}

/* ---- keys */

static void pane_move(struct pane *pane, long rows, int half_pages)
{
	struct reader *reader = pane->kind->reader(pane);
	int page = pane->rows > 1 ? pane->rows : 2;
	reader_move(reader, rows + (long)half_pages * page / 2, pane->rows, pane->columns);
}

static void down_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	pane_move(pane, 1, 0);
}

static void up_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	pane_move(pane, -1, 0);
}

static void page_down_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	pane_move(pane, 0, 2);
}

static void page_up_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	pane_move(pane, 0, -2);
}

static void half_down_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	pane_move(pane, 0, 1);
}

static void half_up_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	pane_move(pane, 0, -1);
}

static void first_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	reader_ends(pane->kind->reader(pane), false, pane->rows, pane->columns);
}

static void last_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	reader_ends(pane->kind->reader(pane), true, pane->rows, pane->columns);
}

static void seek(struct ui *ui, struct pane *pane, bool back)
{
	struct reader *reader = pane->kind->reader(pane);
	if (reader->sought.bytes == 0) {
		ui_say(ui, _("Nothing has been looked for. / looks for text."));
	} else if (!reader_seek(reader, reader->sought.text, back, pane->rows, pane->columns)) {
		ui_say(ui, _("%s is nowhere in the text."), reader->sought.text);
	}
}

static void find_accepted(struct ui *ui, struct pane *pane, const char *text)
{
	struct reader *reader = pane->kind->reader(pane);
	buffer_clear(&reader->sought);
	buffer_text(&reader->sought, text);
	if (text[0] != '\0') {
		seek(ui, pane, false);
	}
}

static const struct prompt_kind find_prompt = {.label = "/", .accepted = find_accepted};

static void find_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	prompt_open(ui, &find_prompt, "");
}

static void next_run(struct ui *ui, struct pane *pane)
{
	seek(ui, pane, false);
}

static void previous_run(struct ui *ui, struct pane *pane)
{
	seek(ui, pane, true);
}

const struct action reader_actions[] = {
	{.name = "move-down", .keys = "Down j Ctrl-N", .help = N_("move one down"), .run = down_run},
	{.name = "move-up", .keys = "Up k Ctrl-P", .help = N_("move one up"), .run = up_run},
	{.name = "page-down", .keys = "PgDn Ctrl-F", .help = N_("move one page down"), .run = page_down_run},
	{.name = "page-up", .keys = "PgUp Ctrl-B", .help = N_("move one page up"), .run = page_up_run},
	{.name = "half-down", .keys = "Ctrl-D", .help = N_("move half a page down"), .run = half_down_run},
	{.name = "half-up", .keys = "Ctrl-U", .help = N_("move half a page up"), .run = half_up_run},
	{.name = "first", .keys = "Home g", .help = N_("move to the first"), .run = first_run},
	{.name = "last", .keys = "End G", .help = N_("move to the last"), .run = last_run},
	{.name = "find", .keys = "/", .help = N_("look for text"), .run = find_run},
	{.name = "find-next", .keys = "n", .help = N_("next match"), .run = next_run},
	{.name = "find-previous", .keys = "N", .help = N_("previous match"), .run = previous_run},
	{.name = NULL},
};
