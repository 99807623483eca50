/* A terminal made of paper. */
#include "paper.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/text.h"
#include "base/words.h"

#include <check.h>

static void paper_size(struct terminal *terminal, int *rows, int *columns)
{
	const struct paper *paper = (struct paper *)terminal;

	*rows = paper->rows;
	*columns = paper->columns;
}

/* One event that was put there, then the frame it led to. */
static struct event paper_next(struct terminal *terminal, int ms, bool writable)
{
	struct paper *paper = (struct paper *)terminal;
	struct event event = paper->event;

	(void)ms;
	paper->event = (struct event){.kind = EVENT_NONE};
	if (event.kind == EVENT_NONE && writable)
		event.kind = EVENT_WRITABLE;
	return event;
}

static void paper_show(struct terminal *terminal, const struct surface *sheet)
{
	struct paper *paper = (struct paper *)terminal;
	size_t cells = (size_t)sheet->rows * (size_t)sheet->columns;

	surface_clear(&paper->sheet, sheet->rows, sheet->columns);
	memcpy(paper->sheet.cells, sheet->cells, cells * sizeof *sheet->cells);
	paper->sheet.cursor_row = sheet->cursor_row;
	paper->sheet.cursor_column = sheet->cursor_column;
	paper->shown = true;
}

static void paper_nothing(struct terminal *terminal)
{
	(void)terminal;
}

static bool paper_never(struct terminal *terminal)
{
	(void)terminal;
	return false;
}

/* Until a frame has been shown that nothing is left to change. */
static void paper_settle(struct paper *paper)
{
	for (int turn = 0; turn < 2; turn++) {
		do {
			paper->shown = false;
			ui_turn(paper->ui);
		} while (paper->event.kind != EVENT_NONE);
	}
}

static bool paper_idle(void *with)
{
	return store_idle(casework_store(((struct desk *)with)->cw));
}

void paper_open(
	struct paper *paper, struct casework *cw, int rows, int columns, const struct pane_kind *kind, const void *what)
{
	struct ui_options options = {.terminal = &paper->terminal, .clock = casework_clock(cw), .with = &paper->desk};

	*paper = (struct paper){.rows = rows, .columns = columns, .desk = {.cw = cw, .watch = -1}};
	paper->terminal = (struct terminal){.size = paper_size,
		.next = paper_next,
		.show = paper_show,
		.redraw = paper_nothing,
		.suspend = paper_never,
		.leave = paper_nothing,
		.enter = paper_nothing,
		.cancelled = paper_never,
		.note = paper_nothing};
	options.idle = paper_idle;
	surface_init(&paper->sheet);
	ck_assert(desk_refresh(&paper->desk, NULL));
	paper->ui = ui_new(&options);
	paper->desk.ui = paper->ui;
	ck_assert(ui_push(paper->ui, kind, what));
	paper_settle(paper);
}

void paper_close(struct paper *paper)
{
	ui_free(paper->ui);
	surface_done(&paper->sheet);
	programme_done(&paper->desk.programme);
}

void paper_resize(struct paper *paper, int rows, int columns)
{
	paper->rows = rows;
	paper->columns = columns;
	paper->event = (struct event){.kind = EVENT_RESIZE};
	paper_settle(paper);
}

static void paper_key(struct paper *paper, struct key key)
{
	paper->event = (struct event){.kind = EVENT_KEY, .key = key};
	paper_settle(paper);
}

void paper_press(struct paper *paper, const char *names)
{
	for (const char *at = names; *at; at += strspn(at, " ")) {
		size_t bytes = strcspn(at, " ");
		struct key key;

		ck_assert_msg(key_read(at, bytes, &key), "no such key: %s", at);
		paper_key(paper, key);
		at += bytes;
	}
}

void paper_type(struct paper *paper, const char *text)
{
	for (uint32_t character; *text; text += text_decode(text, strlen(text), &character)) {
		struct key key = {.press = PRESS_CHARACTER};

		ck_assert_int_gt(text_decode(text, strlen(text), &key.character), 0);
		paper_key(paper, key);
	}
}

const char *paper_row(const struct paper *paper, int row, struct arena *arena)
{
	struct buffer text;
	const char *copy;

	buffer_init(&text);
	for (int column = 0; column < paper->sheet.columns; column++) {
		const struct cell *cell = surface_at(&paper->sheet, row, column);
		char bytes[4];

		for (int i = 0; cell->width && i < CELL_CHARACTERS && cell->character[i]; i++)
			buffer_add(&text, bytes, (size_t)text_encode(cell->character[i], bytes));
	}
	while (text.bytes && text.text[text.bytes - 1] == ' ')
		text.text[--text.bytes] = '\0';
	copy = arena_text(arena, text.bytes ? text.text : "");
	buffer_done(&text);
	return copy;
}

const char *paper_text(const struct paper *paper, struct arena *arena)
{
	const char *whole = "";

	for (int row = 0; row < paper->sheet.rows; row++)
		whole = arena_format(arena, "%s%s\n", whole, paper_row(paper, row, arena));
	return whole;
}

int paper_find(const struct paper *paper, const char *text)
{
	struct arena arena;
	int found = -1;

	arena_init(&arena);
	for (int row = 0; row < paper->sheet.rows && found < 0; row++)
		found = strstr(paper_row(paper, row, &arena), text) ? row : -1;
	arena_done(&arena);
	return found;
}

bool paper_has(const struct paper *paper, const char *text)
{
	return paper_find(paper, text) >= 0;
}

void paper_golden(const struct paper *paper, const char *name)
{
	const char *folder = getenv("KANSLI_GOLDEN"), *bless = getenv("KANSLI_BLESS"), *path, *now;
	struct buffer kept;
	struct arena arena;
	struct error err = {0};

	ck_assert_ptr_nonnull(folder);
	arena_init(&arena);
	buffer_init(&kept);
	path = arena_format(&arena, "%s/%s.txt", folder, name);
	now = paper_text(paper, &arena);
	if (bless && !strcmp(bless, "1"))
		ck_assert_msg(file_write(path, now, strlen(now), true, 0644, &err), "%s", err.text);
	ck_assert_msg(file_read(path, 1 << 20, &kept, &err), "%s", err.text);
	ck_assert_msg(!strcmp(now, kept.text), "%s is not what is shown now:\n%s", path, now);
	buffer_done(&kept);
	arena_done(&arena);
}
