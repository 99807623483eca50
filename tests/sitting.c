/* The screens of an office, on a terminal that is none. */
#include "sitting.h"
#include "folder.h"

#include "base/buffer.h"
#include "base/file.h"
#include "casework/office.h"
#include "office.h"

#include <check.h>
#include <ftw.h>

static bool office_idle(void *with)
{
	return store_idle(casework_store(((struct desk *)with)->cw));
}

struct sitting *sitting_on(struct casework *cw, int rows, int columns, const struct pane_kind *kind, const void *what)
{
	struct sitting *sitting = memory_take(sizeof *sitting);

	memset(sitting, 0, sizeof *sitting);
	fake_init(&sitting->fake, rows, columns);
	sitting->desk.cw = cw;
	sitting->desk.watch = -1;
	ck_assert(folder_new(sitting->drafts, "sitting"));
	OK(desk_refresh(&sitting->desk, err));
	struct ui_options options = {
		.terminal = &sitting->fake.terminal,
		.clock = casework_clock(cw),
		.drafts = {sitting->drafts, casework_office(cw), casework_login(cw)},
		.idle = office_idle,
		.with = &sitting->desk,
	};
	sitting->ui = sitting->desk.ui = ui_new(&options);
	sitting_push(sitting, kind, what);
	return sitting;
}

struct sitting *sitting_open(struct casework *cw, int rows, int columns)
{
	return sitting_on(cw, rows, columns, &text_pane, &(struct text_what){.title = "", .text = "the first screen"});
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(path);
}

void sitting_close(struct sitting *sitting)
{
	ui_free(sitting->ui);
	programme_done(&sitting->desk.programme);
	nftw(sitting->drafts, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(sitting);
}

void sitting_push(struct sitting *sitting, const struct pane_kind *kind, const void *what)
{
	ck_assert_msg(ui_push(sitting->ui, kind, what), "%s", ui_message(sitting->ui));
	fake_settle(&sitting->fake, sitting->ui);
}

void sitting_press(struct sitting *sitting, const char *keys)
{
	fake_press(&sitting->fake, sitting->ui, keys);
}

void sitting_type(struct sitting *sitting, const char *text)
{
	fake_type(&sitting->fake, sitting->ui, text);
}

void sitting_size(struct sitting *sitting, int rows, int columns)
{
	fake_resize(&sitting->fake, sitting->ui, rows, columns);
}

void sitting_again(struct sitting *sitting)
{
	ui_stale(sitting->ui);
	fake_settle(&sitting->fake, sitting->ui);
}

const char *sitting_row(struct sitting *sitting, int row)
{
	return fake_row(&sitting->fake, ui_sheet(sitting->ui), row);
}

int sitting_find(struct sitting *sitting, const char *text)
{
	for (int row = 0; row < ui_sheet(sitting->ui)->rows; row++)
		if (strstr(sitting_row(sitting, row), text))
			return row;
	return -1;
}

bool sitting_has(struct sitting *sitting, const char *text)
{
	return sitting_find(sitting, text) >= 0;
}

int sitting_at(const struct sitting *sitting)
{
	return ui_sheet(sitting->ui)->cursor_row;
}

const char *sitting_text(struct sitting *sitting, struct arena *arena)
{
	const char *whole = "";

	for (int row = 0; row < ui_sheet(sitting->ui)->rows; row++)
		whole = arena_format(arena, "%s%s\n", whole, sitting_row(sitting, row));
	return whole;
}

void sitting_print(struct sitting *sitting)
{
	const struct surface *sheet = ui_sheet(sitting->ui);

	for (int row = 0; row < sheet->rows; row++)
		printf("# |%s\n", sitting_row(sitting, row));
	printf("# cursor %d,%d\n", sheet->cursor_row, sheet->cursor_column);
}

void sitting_golden(struct sitting *sitting, const char *name)
{
	const char *folder = getenv("KANSLI_GOLDEN"), *bless = getenv("KANSLI_BLESS"), *path, *now;
	struct buffer kept;
	struct arena arena;

	ck_assert_ptr_nonnull(folder);
	arena_init(&arena);
	buffer_init(&kept);
	path = arena_format(&arena, "%s/%s.txt", folder, name);
	now = sitting_text(sitting, &arena);
	if (bless && !strcmp(bless, "1"))
		OK(file_write(path, now, strlen(now), true, 0644, err));
	OK(file_read(path, 1 << 20, &kept, err));
	ck_assert_msg(!strcmp(now, kept.text), "%s is not what is shown now:\n%s", path, now);
	buffer_done(&kept);
	arena_done(&arena);
}
