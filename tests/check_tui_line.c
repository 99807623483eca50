/* What can happen on the line: sizes, suspension, the end. */
#include "bench_claims.h"
#include <signal.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* ---- sizes */

static const int sizes[][2] = {{10, 40}, {5, 20}, {2, 3}, {1, 1}, {100, 300}, {24, 80}};

/* Each size in turn and back: the screen is as it was, and nothing was done. */
static void sizes_survived(const char *keys, const char *typed)
{
	struct arena arena;
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	arena_init(&arena);
	bench_press(bench, "Down Down");
	bench_press(bench, keys);
	bench_type(bench, typed);
	const char *before = bench_picture(bench, &arena);
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		bench_resize(bench, sizes[i][0], sizes[i][1]);
	}
	const char *after = bench_picture(bench, &arena);
	ck_assert_msg(
		strcmp(before, after) == 0, "after %s and all sizes\n--- before\n%s--- after\n%s", keys, before, after);
	arena_done(&arena);
	bench_close(bench);
}

START_TEST(any_size_and_back_keeps_the_list)
{
	sizes_survived("Down", "");
}
END_TEST

START_TEST(any_size_and_back_keeps_a_search_and_its_caret)
{
	sizes_survived("/", "väst");
}
END_TEST

START_TEST(any_size_and_back_keeps_a_command)
{
	sizes_survived(":", "med");
}
END_TEST

START_TEST(any_size_and_back_keeps_a_dialog_and_confirms_nothing)
{
	sizes_survived("B", "10");
}
END_TEST

START_TEST(any_size_and_back_keeps_a_choice)
{
	sizes_survived("t Down", "");
}
END_TEST

START_TEST(any_size_and_back_keeps_a_menu)
{
	sizes_survived("x Down Down", "");
}
END_TEST

START_TEST(any_size_and_back_keeps_a_text)
{
	sizes_survived("Enter PgDn Down", "");
}
END_TEST

START_TEST(any_size_and_back_keeps_a_form_and_its_caret)
{
	sizes_survived("e Tab Tab Tab Tab Tab Tab", "Skäl på flera ord och rader");
}
END_TEST

START_TEST(too_small_a_window_says_so_and_keys_still_count)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_resize(bench, 4, 60);
	ck_assert_row(bench, 0, "Fönstret är för litet (60x4), minst 20x5.");
	bench_press(bench, "Down");
	bench_resize(bench, 24, 80);
	ck_assert_cursor(bench, 3, 0);
	demo_quit(bench);
}
END_TEST

START_TEST(a_size_no_screen_has_is_clamped)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 300, .columns = 1000});
	ck_assert_row(
		bench, 199, "? hjälp  Enter öppna  / sök  Space märk  B beslut  e ändra  t tilldela  x mer  q avsluta");
	bench_press(bench, "Down");
	demo_quit(bench);
}
END_TEST

/* ---- suspension and the end */

static void modes_are(struct bench *bench, bool raw)
{
	struct termios modes;
	ck_assert_int_eq(tcgetattr(bench_terminal(bench), &modes), 0);
	ck_assert_int_eq((modes.c_lflag & (ICANON | ECHO | ISIG | IEXTEN)) == 0, raw);
	ck_assert_int_eq((modes.c_iflag & IXON) == 0, raw);
	ck_assert_int_eq(bench_other_screen(bench), raw);
}

static bool stream_ends_pasting(struct bench *bench)
{
	size_t bytes;
	const char *stream = bench_stream(bench, &bytes), *on = NULL, *off = NULL;
	for (const char *at = stream; (at = strstr(at, "\033[?2004")) != NULL; at += 7) {
		*(at[7] == 'h' ? &on : &off) = at;
	}
	return off != NULL && (on == NULL || off > on);
}

static void suspended_in(const char *keys)
{
	struct arena arena;
	struct bench *bench = demo_open((struct bench_options){.shell = true});
	arena_init(&arena);
	bench_press(bench, keys);
	const char *before = bench_picture(bench, &arena);
	bench_send(bench, "\032", 1);
	bench_stopped(bench);
	modes_are(bench, false);
	ck_assert(stream_ends_pasting(bench));
	bench_go_on(bench);
	modes_are(bench, true);
	ck_assert(!stream_ends_pasting(bench));
	const char *after = bench_picture(bench, &arena);
	ck_assert_msg(strcmp(before, after) == 0, "after ^Z in %s\n--- before\n%s--- after\n%s", keys, before, after);
	arena_done(&arena);
	bench_close(bench);
}

START_TEST(a_list_is_suspended_and_comes_back_as_it_was)
{
	suspended_in("Down Down");
}
END_TEST

START_TEST(a_field_is_suspended_and_comes_back_as_it_was)
{
	suspended_in("e Tab Tab Tab Tab Tab Tab s k ä l Shift-Tab Tab");
}
END_TEST

START_TEST(a_prompt_is_suspended_and_comes_back_as_it_was)
{
	suspended_in("/ v ä s");
}
END_TEST

START_TEST(a_window_resized_while_suspended_is_measured_again)
{
	struct bench *bench = demo_open((struct bench_options){.shell = true});
	bench_send(bench, "\032", 1);
	bench_stopped(bench);
	bench_resize_unseen(bench, 10, 40);
	bench_go_on(bench);
	ck_assert_row(bench, 9, "? hjälp  Enter öppna  x mer  q avsluta");
	bench_close(bench);
}
END_TEST

START_TEST(without_a_shell_ctrl_z_says_so)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "Ctrl-Z");
	ck_assert_row(bench, 22, "Det finns inget skal att återvända till. q avslutar.");
	bench_press(bench, "Down");
	ck_assert_cursor(bench, 3, 0);
	demo_quit(bench);
}
END_TEST

START_TEST(the_terminal_is_given_back_as_it_was)
{
	const int signals[] = {0, SIGTERM, SIGHUP, SIGSEGV, SIGABRT};
	const int codes[] = {0, 143, 129, 128 + SIGSEGV, 128 + SIGABRT};
	for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
		struct bench *bench = demo_open((struct bench_options){.rows = 24});
		modes_are(bench, true);
		if (signals[i] == 0) {
			bench_press(bench, "q");
		} else {
			bench_signal(bench, signals[i]);
		}
		struct termios modes;
		ck_assert_int_eq(bench_end_modes(bench, &modes), codes[i]);
		ck_assert_int_eq(modes.c_lflag & (ICANON | ECHO | ISIG), ICANON | ECHO | ISIG);
		ck_assert(!bench_other_screen(bench));
		ck_assert(bench_cursor_shown(bench));
		ck_assert(stream_ends_pasting(bench));
		bench_close(bench);
	}
}
END_TEST

START_TEST(any_keys_at_all_find_no_crash)
{
	static const char *const keys[] = {"Up", "Down", "PgDn", "End", "Home", "Enter", "Esc", "Tab", "Shift-Tab",
		"Backspace", "Delete", "Left", "Right", "Space", "F1", "F4", "Ctrl-S", "Ctrl-K", "Ctrl-_", "Ctrl-L",
		"Ctrl-O", "Ctrl-U", "/", ":", "x", "?", "e", "B", "t", "y", "n", "1", "a", "å", "漢", "q"};
	static const int windows[][2] = {{24, 80}, {10, 40}, {5, 20}, {3, 2}, {40, 132}};
	uint32_t seed = 4711;
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	for (int i = 0; i < 3000; i++) {
		seed = seed * 1664525 + 1013904223;
		bench_press(bench, keys[(seed >> 16) % (sizeof keys / sizeof keys[0])]);
		if (i % 50 == 49 && !bench_ended(bench)) {
			const int *window = windows[(seed >> 8) % 5];
			bench_resize(bench, window[0], window[1]);
		}
		if (bench_ended(bench)) {
			ck_assert_int_eq(bench_end(bench), 0);
			bench_close(bench);
			bench = demo_open((struct bench_options){.rows = 24});
		}
	}
	bench_close(bench);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		any_size_and_back_keeps_the_list,
		any_size_and_back_keeps_a_search_and_its_caret,
		any_size_and_back_keeps_a_command,
		any_size_and_back_keeps_a_dialog_and_confirms_nothing,
		any_size_and_back_keeps_a_choice,
		any_size_and_back_keeps_a_menu,
		any_size_and_back_keeps_a_text,
		any_size_and_back_keeps_a_form_and_its_caret,
		too_small_a_window_says_so_and_keys_still_count,
		a_size_no_screen_has_is_clamped,
		a_list_is_suspended_and_comes_back_as_it_was,
		a_field_is_suspended_and_comes_back_as_it_was,
		a_prompt_is_suspended_and_comes_back_as_it_was,
		a_window_resized_while_suspended_is_measured_again,
		without_a_shell_ctrl_z_says_so,
		the_terminal_is_given_back_as_it_was,
		any_keys_at_all_find_no_crash,
		NULL,
	};
	return claims_run("tui line", claims, 120);
}
