/* The text editor, key by key, without any terminal. */
#include "base/text.h"
#include "claims.h"
#include "fake_terminal.h"
#include "tui/editor.h"

static struct editor editor;
static struct surface sheet;
static struct fake fake;

static void edit(bool lines, int columns, const char *text)
{
	editor_init(&editor, lines);
	editor_fit(&editor, 5, columns);
	editor_set(&editor, text);
}

/* Keys by name; words in quotes are typed: "Ctrl-A 'abc' Left". */
static bool press(const char *names)
{
	bool taken = true;
	for (const char *at = names; *at != '\0'; at += strspn(at, " ")) {
		size_t bytes = strcspn(at, " ");
		struct key key;
		if (*at == '\'') {
			const char *end = strchr(at + 1, '\'');
			for (at++; at < end;) {
				uint32_t character;
				at += text_decode(at, (size_t)(end - at), &character);
				editor_typed(&editor, &(struct key){PRESS_CHARACTER, character, false});
			}
			at = end + 1;
			continue;
		}
		ck_assert(key_read(at, bytes, &key));
		taken = editor_typed(&editor, &key);
		at += bytes;
	}
	return taken;
}

/* The text with | where the caret stands. */
static const char *shown(void)
{
	static char out[4096];
	snprintf(out, sizeof out, "%.*s|%s", (int)editor.caret, editor_text(&editor),
		editor_text(&editor) + editor.caret);
	return out;
}

#define ck_assert_edit(names, wanted)                                                                                  \
	do {                                                                                                           \
		press(names);                                                                                          \
		ck_assert_str_eq(shown(), wanted);                                                                     \
	} while (0)

START_TEST(emacs_keys_move_and_kill)
{
	edit(false, 80, "ett två tre");
	ck_assert_edit("Ctrl-A", "|ett två tre");
	ck_assert_edit("Ctrl-F Ctrl-F Right", "ett| två tre");
	ck_assert_edit("Ctrl-B Left", "e|tt två tre");
	ck_assert_edit("Ctrl-D Delete", "e| två tre");
	ck_assert_edit("Ctrl-E Ctrl-W", "e två |");
	ck_assert_edit("Ctrl-W", "e |");
	ck_assert_edit("Ctrl-Y", "e två |");
	ck_assert_edit("Left Left Ctrl-U", "|å ");
	ck_assert_edit("Ctrl-K", "|");
	ck_assert_edit("Ctrl-Y Ctrl-Y", "å å |");
	ck_assert_edit("Home Backspace End Delete", "å å |");
	editor_done(&editor);
}
END_TEST

START_TEST(the_caret_stands_between_graphemes)
{
	edit(false, 80, "e\u0301漢a");
	ck_assert_edit("Left Left", "e\u0301|漢a");
	ck_assert_edit("Left", "|e\u0301漢a");
	ck_assert_edit("Right Backspace", "|漢a");
	ck_assert_edit("Delete", "|a");
	editor_done(&editor);
}
END_TEST

START_TEST(undo_takes_back_a_word_at_a_time_and_all_of_it)
{
	edit(false, 80, "noll");
	ck_assert_edit("' ett två tre'", "noll ett två tre|");
	ck_assert_edit("Ctrl-_", "noll ett två |");
	ck_assert_edit("Ctrl-_", "noll ett |");
	ck_assert_edit("Ctrl-_ Ctrl-_", "noll|");
	ck_assert_edit("Ctrl-_", "noll|");
	ck_assert_edit("Ctrl-U", "|");
	ck_assert_edit("Ctrl-_", "noll|");
	ck_assert_edit("Backspace Backspace Ctrl-A 'x'", "x|no");
	ck_assert_edit("Ctrl-_ Ctrl-_ Ctrl-_", "noll|");
	editor_paste(&editor, " och mer", 8);
	ck_assert_edit("Ctrl-_", "noll|");
	editor_take(&editor, "annat");
	ck_assert_str_eq(shown(), "annat|");
	ck_assert_edit("Ctrl-_", "noll|");
	ck_assert(!editor_undo(&editor));
	editor_done(&editor);
}
END_TEST

START_TEST(more_edits_than_are_kept_undo_as_far_as_they_go)
{
	edit(false, 80, "");
	for (int i = 0; i < EDITOR_UNDO + 50; i++) {
		press("'a' Left Right");
	}
	int undone = 0;
	while (editor_undo(&editor)) {
		undone++;
	}
	ck_assert_int_eq(undone, EDITOR_UNDO);
	ck_assert_int_eq((int)strlen(editor_text(&editor)), 50);
	editor_done(&editor);
}
END_TEST

START_TEST(long_lines_wrap_and_the_caret_follows)
{
	edit(true, 11, "ett två tre fyra fem"); /* ten cells and one for the caret: "ett två " "tre fyra " "fem" */
	ck_assert_int_eq(editor_rows(&editor, 11), 3);
	ck_assert_edit("Up", "ett två tre| fyra fem");
	ck_assert_edit("Up", "ett| två tre fyra fem");
	ck_assert(!press("Up"));
	ck_assert_edit("End", "ett två| tre fyra fem");
	ck_assert_edit("Down Down", "ett två tre fyra fem|");
	ck_assert(!press("Down"));
	ck_assert_edit("Home", "ett två tre fyra |fem");
	ck_assert_edit("Ctrl-P Home Left", "ett två| tre fyra fem");
	ck_assert_edit("Ctrl-A Enter", "\n|ett två tre fyra fem");
	ck_assert_edit("Up 'noll'", "noll|\nett två tre fyra fem");
	ck_assert_edit("Ctrl-A Ctrl-K Ctrl-K", "|ett två tre fyra fem");
	editor_done(&editor);
}
END_TEST

START_TEST(up_and_down_aim_for_the_column_they_left)
{
	edit(true, 40, "lång rad här\nk\nlång rad här");
	ck_assert_edit("Up", "lång rad här\nk|\nlång rad här");
	ck_assert_edit("Up", "lång rad här|\nk\nlång rad här");
	ck_assert_edit("PgDn", "lång rad här\nk\nlång rad här|");
	ck_assert_edit("PgUp", "lång rad här|\nk\nlång rad här");
	editor_done(&editor);
}
END_TEST

START_TEST(a_word_broken_between_lines_can_be_edited_at_the_break)
{
	edit(true, 6, "abcdefghij");
	ck_assert_edit("Ctrl-A", "abcde|fghij");
	ck_assert_edit("Left", "abcd|efghij");
	ck_assert_edit("End", "abcd|efghij");
	ck_assert_edit("Down", "abcdefghi|j");
	ck_assert_edit("End", "abcdefghij|");
	editor_done(&editor);
}
END_TEST

START_TEST(only_text_comes_in)
{
	edit(false, 80, "a\nb\tc\033[2J\xFF\u202E");
	ck_assert_str_eq(shown(), "a b c[2J|");
	editor_paste(&editor, "\r\nd\re\0f", 7);
	ck_assert_str_eq(shown(), "a b c[2J d ef|");
	editor_done(&editor);
	edit(true, 80, "");
	editor_paste(&editor, "a\r\nb\rc\td", 8);
	ck_assert_str_eq(shown(), "a\nb\nc d|");
	editor_done(&editor);
}
END_TEST

START_TEST(a_megabyte_is_the_most_and_is_cut_between_characters)
{
	static char large[EDITOR_BYTES + 64];
	edit(true, 80, "x");
	for (size_t i = 0; i + 1 < sizeof large; i += 2) {
		memcpy(large + i, "å", 2);
	}
	editor_paste(&editor, large, sizeof large);
	ck_assert_uint_le(editor.text.bytes, EDITOR_BYTES);
	ck_assert(text_is_utf8(editor.text.text, editor.text.bytes));
	uint32_t changes = editor.changes;
	press("'y'");
	ck_assert_uint_le(editor.text.bytes, EDITOR_BYTES);
	ck_assert(editor.changes == changes || editor.text.bytes == EDITOR_BYTES);
	editor_done(&editor);
}
END_TEST

START_TEST(keys_a_form_needs_are_left_to_it)
{
	edit(false, 80, "");
	ck_assert(!press("Enter"));
	ck_assert(!press("Up"));
	ck_assert(!press("Down"));
	ck_assert(!press("Tab"));
	ck_assert(!press("Esc"));
	ck_assert(!press("Ctrl-S"));
	ck_assert(!press("F4"));
	editor_done(&editor);
}
END_TEST

static const char *drawn(int rows, int columns, int row)
{
	surface_clear(&sheet, rows, columns);
	editor_draw(&editor, surface_area(&sheet), STYLE_PLAIN, true);
	return fake_row(&fake, &sheet, row);
}

START_TEST(the_caret_is_always_in_sight)
{
	edit(false, 10, "0123456789abcdef");
	ck_assert_str_eq(drawn(1, 10, 0), "…89abcdef");
	ck_assert_int_eq(sheet.cursor_column, 9);
	press("Home");
	ck_assert_str_eq(drawn(1, 10, 0), "012345678…");
	ck_assert_int_eq(sheet.cursor_column, 0);
	editor_done(&editor);
	edit(true, 10, "1\n2\n3\n4\n5\n6\n7\n8");
	ck_assert_str_eq(drawn(5, 10, 0), "4");
	ck_assert_int_eq(sheet.cursor_row, 4);
	press("Up Up Up Up Up");
	ck_assert_str_eq(drawn(5, 10, 0), "3");
	ck_assert_str_eq(drawn(2, 10, 0), "3");
	ck_assert_int_eq(sheet.cursor_row, 0);
	editor_done(&editor);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		emacs_keys_move_and_kill,
		the_caret_stands_between_graphemes,
		undo_takes_back_a_word_at_a_time_and_all_of_it,
		more_edits_than_are_kept_undo_as_far_as_they_go,
		long_lines_wrap_and_the_caret_follows,
		up_and_down_aim_for_the_column_they_left,
		a_word_broken_between_lines_can_be_edited_at_the_break,
		only_text_comes_in,
		a_megabyte_is_the_most_and_is_cut_between_characters,
		keys_a_form_needs_are_left_to_it,
		the_caret_is_always_in_sight,
		NULL,
	};
	return claims_run("tui editor", claims, 30);
}
