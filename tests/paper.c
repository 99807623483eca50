/* The screens of an office on paper. */
#include "paper.h"

#include "base/buffer.h"
#include "base/file.h"

#include <check.h>

static bool paper_idle(void *with)
{
	return store_idle(casework_store(((struct desk *)with)->cw));
}

void paper_open(
	struct paper *paper, struct casework *cw, int rows, int columns, const struct pane_kind *kind, const void *what)
{
	struct ui_options options = {.terminal = &paper->fake.terminal,
		.clock = casework_clock(cw),
		.idle = paper_idle,
		.with = &paper->desk};

	fake_init(&paper->fake, rows, columns);
	paper->desk = (struct desk){.cw = cw, .watch = -1};
	ck_assert(desk_refresh(&paper->desk, NULL));
	paper->ui = paper->desk.ui = ui_new(&options);
	paper->sheet = ui_sheet(paper->ui);
	ck_assert(ui_push(paper->ui, kind, what));
	fake_settle(&paper->fake, paper->ui);
}

void paper_close(struct paper *paper)
{
	ui_free(paper->ui);
	programme_done(&paper->desk.programme);
}

void paper_press(struct paper *paper, const char *names)
{
	fake_press(&paper->fake, paper->ui, names);
}

void paper_type(struct paper *paper, const char *text)
{
	fake_type(&paper->fake, paper->ui, text);
}

const char *paper_row(struct paper *paper, int row, struct arena *arena)
{
	return arena_text(arena, fake_row(&paper->fake, paper->sheet, row));
}

const char *paper_text(struct paper *paper, struct arena *arena)
{
	const char *whole = "";

	for (int row = 0; row < paper->sheet->rows; row++)
		whole = arena_format(arena, "%s%s\n", whole, fake_row(&paper->fake, paper->sheet, row));
	return whole;
}

int paper_find(struct paper *paper, const char *text)
{
	for (int row = 0; row < paper->sheet->rows; row++)
		if (strstr(fake_row(&paper->fake, paper->sheet, row), text))
			return row;
	return -1;
}

bool paper_has(struct paper *paper, const char *text)
{
	return paper_find(paper, text) >= 0;
}

void paper_golden(struct paper *paper, const char *name)
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
