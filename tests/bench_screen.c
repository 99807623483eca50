/* The emulator's side of the bench: keys as a keyboard sends them, and what the screen shows. */
#include "base/buffer.h"
#include "bench_inner.h"

#include "base/text.h"
#include "tui/key.h"
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void emulator_sends(const char *bytes, size_t count, void *user)
{
	bench_send(user, bytes, count);
}

static int emulator_mode(VTermProp which, VTermValue *value, void *user)
{
	struct bench *bench = user;
	if (which == VTERM_PROP_CURSORVISIBLE) {
		bench->cursor_shown = value->boolean;
	} else if (which == VTERM_PROP_ALTSCREEN) {
		bench->other_screen = value->boolean;
	}
	return 1;
}

static const VTermScreenCallbacks emulator_calls = {.settermprop = emulator_mode};

void screen_open(struct bench *bench, int rows, int columns)
{
	bench->emulator = vterm_new(rows, columns);
	bench->cursor_shown = true;
	vterm_set_utf8(bench->emulator, 1);
	VTermScreen *screen = vterm_obtain_screen(bench->emulator);
	vterm_screen_set_callbacks(screen, &emulator_calls, bench);
	vterm_screen_enable_altscreen(screen, 1);
	vterm_screen_reset(screen, 1);
	vterm_output_set_callback(bench->emulator, emulator_sends, bench);
}

void screen_close(struct bench *bench)
{
	vterm_free(bench->emulator);
}

void screen_resize(struct bench *bench, int rows, int columns)
{
	vterm_set_size(bench->emulator, rows, columns);
}

static void modes_watch(struct bench *bench)
{
	const char *on = NULL, *off = NULL, *at = bench->stream.text;
	for (const char *found; (found = strstr(at, "\033[?2004")) != NULL && found[7] != '\0'; at = found + 8) {
		*(found[7] == 'h' ? &on : &off) = found;
	}
	bench->pasting = on != NULL && (off == NULL || on > off);
}

void screen_feed(struct bench *bench, const char *bytes, size_t count)
{
	buffer_add(&bench->stream, bytes, count);
	if (!bench->latin) {
		vterm_input_write(bench->emulator, bytes, count);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		char spelled[4];
		size_t used = (size_t)text_encode((unsigned char)bytes[i], spelled);
		vterm_input_write(bench->emulator, spelled, used);
	}
}

/* ---- keys */

static const struct {
	enum press press;
	VTermKey key;
	VTermModifier with;
} keyboard[] = {
	{PRESS_ENTER, VTERM_KEY_ENTER, VTERM_MOD_NONE},
	{PRESS_TAB, VTERM_KEY_TAB, VTERM_MOD_NONE},
	{PRESS_BACKTAB, VTERM_KEY_TAB, VTERM_MOD_SHIFT},
	{PRESS_ESCAPE, VTERM_KEY_ESCAPE, VTERM_MOD_NONE},
	{PRESS_BACKSPACE, VTERM_KEY_BACKSPACE, VTERM_MOD_NONE},
	{PRESS_DELETE, VTERM_KEY_DEL, VTERM_MOD_NONE},
	{PRESS_INSERT, VTERM_KEY_INS, VTERM_MOD_NONE},
	{PRESS_UP, VTERM_KEY_UP, VTERM_MOD_NONE},
	{PRESS_DOWN, VTERM_KEY_DOWN, VTERM_MOD_NONE},
	{PRESS_LEFT, VTERM_KEY_LEFT, VTERM_MOD_NONE},
	{PRESS_RIGHT, VTERM_KEY_RIGHT, VTERM_MOD_NONE},
	{PRESS_HOME, VTERM_KEY_HOME, VTERM_MOD_NONE},
	{PRESS_END, VTERM_KEY_END, VTERM_MOD_NONE},
	{PRESS_PAGE_UP, VTERM_KEY_PAGEUP, VTERM_MOD_NONE},
	{PRESS_PAGE_DOWN, VTERM_KEY_PAGEDOWN, VTERM_MOD_NONE},
	{PRESS_SHIFT_UP, VTERM_KEY_UP, VTERM_MOD_SHIFT},
	{PRESS_SHIFT_DOWN, VTERM_KEY_DOWN, VTERM_MOD_SHIFT},
};

static void key_send(struct bench *bench, struct key key)
{
	for (size_t i = 0; i < sizeof keyboard / sizeof keyboard[0]; i++) {
		if (keyboard[i].press == key.press) {
			vterm_keyboard_key(bench->emulator, keyboard[i].key, keyboard[i].with);
			return;
		}
	}
	if (key.press == PRESS_FUNCTION) {
		vterm_keyboard_key(bench->emulator, (VTermKey)VTERM_KEY_FUNCTION(key.character), VTERM_MOD_NONE);
	} else if (key.press == PRESS_CTRL) {
		char byte = (char)(key.character & 0x1F);
		bench_send(bench, &byte, 1);
	} else {
		vterm_keyboard_unichar(bench->emulator, key.character, VTERM_MOD_NONE);
	}
}

void bench_press(struct bench *bench, const char *names)
{
	for (const char *at = names; *at != '\0'; at += strspn(at, " ")) {
		size_t bytes = strcspn(at, " ");
		struct key key;
		ck_assert_msg(key_read(at, bytes, &key), "no key has the name %.*s", (int)bytes, at);
		key_send(bench, key);
		bench_settle(bench);
		at += bytes;
	}
}

void bench_type(struct bench *bench, const char *text)
{
	for (size_t left = strlen(text); left > 0;) {
		uint32_t character;
		int used = text_decode(text, left, &character);
		ck_assert_int_gt(used, 0);
		bench_bytes(bench, text, (size_t)used);
		text += used;
		left -= (size_t)used;
	}
}

void bench_paste(struct bench *bench, const char *text, size_t count)
{
	struct buffer whole; /* as a terminal sends it: the marks and the text in one write */
	modes_watch(bench);
	buffer_init(&whole);
	buffer_text(&whole, bench->pasting ? "\033[200~" : "");
	buffer_add(&whole, text, count);
	buffer_text(&whole, bench->pasting ? "\033[201~" : "");
	bench_send(bench, whole.text, whole.bytes);
	buffer_done(&whole);
	bench_settle(bench);
}

/* ---- the screen */

static void screen_size(const struct bench *bench, int *rows, int *columns)
{
	vterm_get_size(bench->emulator, rows, columns);
}

static VTermScreenCell cell_of(const struct bench *bench, int row, int column)
{
	VTermScreenCell cell;
	memset(&cell, 0, sizeof cell);
	vterm_screen_get_cell(vterm_obtain_screen(bench->emulator), (VTermPos){row, column}, &cell);
	return cell;
}

const char *bench_row(struct bench *bench, int row)
{
	int rows, columns;
	size_t at = 0, end = 0;
	screen_size(bench, &rows, &columns);
	ck_assert(row >= 0 && row < rows && row < BENCH_ROWS);
	char *out = bench->rows[row];
	for (int column = 0; column < columns; column++) {
		VTermScreenCell cell = cell_of(bench, row, column);
		if (cell.chars[0] == UINT32_MAX) {
			continue; /* the second half of a wide character */
		}
		for (int i = 0; i == 0 || (i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0); i++) {
			uint32_t character = cell.chars[i] == 0 ? ' ' : cell.chars[i];
			at += at + 4 < BENCH_TEXT ? (size_t)text_encode(character, out + at) : 0;
			end = character != ' ' ? at : end;
		}
	}
	out[end] = '\0';
	return out;
}

char *bench_screen(struct bench *bench, struct arena *arena)
{
	int rows, columns;
	struct buffer text;
	buffer_init(&text);
	screen_size(bench, &rows, &columns);
	for (int row = 0; row < rows; row++) {
		buffer_format(&text, "%s\n", bench_row(bench, row));
	}
	char *copy = arena_text(arena, text.text);
	buffer_done(&text);
	return copy;
}

bool bench_has(struct bench *bench, const char *text)
{
	int rows, columns;
	screen_size(bench, &rows, &columns);
	for (int row = 0; row < rows; row++) {
		if (strstr(bench_row(bench, row), text) != NULL) {
			return true;
		}
	}
	return false;
}

static unsigned cell_style(const struct bench *bench, int row, int column)
{
	VTermScreenCell cell = cell_of(bench, row, column);
	unsigned style =
		(cell.attrs.bold ? 1u : 0u) | (cell.attrs.underline ? 2u : 0u) | (cell.attrs.reverse ? 4u : 0u);
	return style | (VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ? 0u : 8u) |
	       (VTERM_COLOR_IS_DEFAULT_BG(&cell.bg) ? 0u : 16u);
}

static void styles_spell(const struct bench *bench, int row, int columns, struct buffer *out)
{
	static const char *const names[] = {"bold", "underline", "reverse", "coloured", "background"};
	for (int from = 0, to; from < columns; from = to) {
		unsigned style = cell_style(bench, row, from);
		for (to = from + 1; to < columns && cell_style(bench, row, to) == style; to++) {
		}
		if (style == 0) {
			continue;
		}
		buffer_format(out, "%d: %d-%d", row, from, to - 1);
		for (int i = 0; i < 5; i++) {
			if ((style & 1u << i) != 0) {
				buffer_format(out, " %s", names[i]);
			}
		}
		buffer_text(out, "\n");
	}
}

char *bench_picture(struct bench *bench, struct arena *arena)
{
	int rows, columns;
	struct buffer out;
	buffer_init(&out);
	screen_size(bench, &rows, &columns);
	buffer_text(&out, bench_screen(bench, arena));
	buffer_format(&out, "-- %dx%d, cursor %d,%d%s\n", columns, rows, bench_cursor_row(bench),
		bench_cursor_column(bench), bench->cursor_shown ? "" : " hidden");
	for (int row = 0; row < rows; row++) {
		styles_spell(bench, row, columns, &out);
	}
	char *copy = arena_text(arena, out.text);
	buffer_done(&out);
	return copy;
}

static VTermPos cursor_of(const struct bench *bench)
{
	VTermPos at;
	vterm_state_get_cursorpos(vterm_obtain_state(bench->emulator), &at);
	return at;
}

int bench_cursor_row(const struct bench *bench)
{
	return cursor_of(bench).row;
}

int bench_cursor_column(const struct bench *bench)
{
	return cursor_of(bench).col;
}

bool bench_cursor_shown(const struct bench *bench)
{
	return bench->cursor_shown;
}

bool bench_other_screen(const struct bench *bench)
{
	return bench->other_screen;
}

/* ---- golden pictures */

static void golden_bless(const char *path, const char *picture)
{
	FILE *out = fopen(path, "w");
	ck_assert_msg(out != NULL, "%s cannot be written", path);
	fputs(picture, out);
	ck_assert_int_eq(fclose(out), 0);
}

static char *golden_read(const char *path, struct arena *arena)
{
	FILE *in = fopen(path, "r");
	ck_assert_msg(in != NULL, "there is no %s; KANSLI_BLESS=1 makes it", path);
	struct buffer text;
	char part[4096];
	buffer_init(&text);
	for (size_t got; (got = fread(part, 1, sizeof part, in)) > 0;) {
		buffer_add(&text, part, got);
	}
	fclose(in);
	char *copy = arena_text(arena, text.text);
	buffer_done(&text);
	return copy;
}

void bench_golden(struct bench *bench, const char *name)
{
	const char *folder = getenv("KANSLI_GOLDEN"), *bless = getenv("KANSLI_BLESS");
	char path[1024];
	struct arena arena;
	ck_assert_msg(folder != NULL, "KANSLI_GOLDEN names the folder of golden pictures");
	snprintf(path, sizeof path, "%s/%s.txt", folder, name);
	arena_init(&arena);
	const char *picture = bench_picture(bench, &arena);
	if (bless != NULL && strcmp(bless, "1") == 0) {
		golden_bless(path, picture);
	}
	const char *golden = golden_read(path, &arena);
	ck_assert_msg(strcmp(golden, picture) == 0, "the screen differs from %s\n--- wanted\n%s--- shown\n%s", path,
		golden, picture);
	arena_done(&arena);
}
