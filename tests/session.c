/* The screens of an office, on a terminal that is none. */
#include "session.h"
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

struct session *session_on(struct casework *cw, int rows, int columns, const struct pane_kind *kind, const void *what)
{
	struct session *session = memory_take(sizeof *session);

	memset(session, 0, sizeof *session);
	fake_init(&session->fake, rows, columns);
	session->desk.cw = cw;
	session->desk.watch = -1;
	ck_assert(folder_new(session->drafts, "sitting"));
	OK(desk_refresh(&session->desk, err));
	struct ui_options options = {
		.terminal = &session->fake.terminal,
		.clock = casework_clock(cw),
		.drafts = {session->drafts, casework_office(cw), casework_login(cw)},
		.idle = office_idle,
		.with = &session->desk,
	};
	session->ui = session->desk.ui = ui_new(&options);
	session_push(session, kind, what);
	return session;
}

struct session *session_open(struct casework *cw, int rows, int columns)
{
	return session_on(cw, rows, columns, &text_pane, &(struct text_what){.title = "", .text = "the first screen"});
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(path);
}

void session_close(struct session *session)
{
	ui_free(session->ui);
	programme_done(&session->desk.programme);
	nftw(session->drafts, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(session);
}

void session_push(struct session *session, const struct pane_kind *kind, const void *what)
{
	ck_assert_msg(ui_push(session->ui, kind, what), "%s", ui_message(session->ui));
	fake_settle(&session->fake, session->ui);
}

void session_press(struct session *session, const char *keys)
{
	fake_press(&session->fake, session->ui, keys);
}

void session_type(struct session *session, const char *text)
{
	fake_type(&session->fake, session->ui, text);
}

void session_size(struct session *session, int rows, int columns)
{
	fake_resize(&session->fake, session->ui, rows, columns);
}

void session_again(struct session *session)
{
	ui_stale(session->ui);
	fake_settle(&session->fake, session->ui);
}

const char *session_row(struct session *session, int row)
{
	return fake_row(&session->fake, ui_sheet(session->ui), row);
}

int session_find(struct session *session, const char *text)
{
	for (int row = 0; row < ui_sheet(session->ui)->rows; row++)
		if (strstr(session_row(session, row), text))
			return row;
	return -1;
}

bool session_has(struct session *session, const char *text)
{
	return session_find(session, text) >= 0;
}

int session_at(const struct session *session)
{
	return ui_sheet(session->ui)->cursor_row;
}

const char *session_text(struct session *session, struct arena *arena)
{
	const char *whole = "";

	for (int row = 0; row < ui_sheet(session->ui)->rows; row++)
		whole = arena_format(arena, "%s%s\n", whole, session_row(session, row));
	return whole;
}

void session_print(struct session *session)
{
	const struct surface *sheet = ui_sheet(session->ui);

	for (int row = 0; row < sheet->rows; row++)
		printf("# |%s\n", session_row(session, row));
	printf("# cursor %d,%d\n", sheet->cursor_row, sheet->cursor_column);
}

void session_golden(struct session *session, const char *name)
{
	const char *folder = getenv("KANSLI_GOLDEN"), *bless = getenv("KANSLI_BLESS"), *path, *now;
	struct buffer kept;
	struct arena arena;

	ck_assert_ptr_nonnull(folder);
	arena_init(&arena);
	buffer_init(&kept);
	path = arena_format(&arena, "%s/%s.txt", folder, name);
	now = session_text(session, &arena);
	if (bless && !strcmp(bless, "1"))
		OK(file_write(path, now, strlen(now), true, 0644, err));
	OK(file_read(path, 1 << 20, &kept, err));
	ck_assert_msg(!strcmp(now, kept.text), "%s is not what is shown now:\n%s", path, now);
	buffer_done(&kept);
	arena_done(&arena);
}
