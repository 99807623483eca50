/* The real program on other terminals and in other sizes: nothing it says hangs on one of them. */
#include "real.h"

#include <signal.h>

static void open_pane(struct bench *bench, const char *keys)
{
	bench_press(bench, keys);
	ck_assert_hidden(bench, "är inte bundet");
}

static const char *const panes[] = {"Home", "Enter", "2", "3", "4", "5", "6", "7"};
enum { PANES = sizeof panes / sizeof panes[0] };

START_TEST(a_terminal_without_cursor_control_is_refused_in_a_sentence)
{
	struct bench *bench = real_open("elin", (struct bench_options){.type = "dumb"});

	ck_assert_int_eq(bench_end(bench), 2);
	real_shown(bench, "TERM=dumb");
	bench_close(bench);
}
END_TEST

START_TEST(every_terminal_shows_the_same_text)
{
	static const char *const types[] = {"vt100", "linux", "screen-256color"};
	static const char *const plain[] = {"NO_COLOR=1", NULL}, *const coloured[] = {"KANSLI_COLOUR=1", NULL};
	struct arena arena;

	arena_init(&arena);
	for (int pane = 0; pane < PANES; pane++) {
		struct bench *bench = real_open("elin", (struct bench_options){.environment = coloured});
		const char *text;

		open_pane(bench, panes[pane]);
		text = bench_screen(bench, &arena);
		real_close(bench);
		for (int i = 0; i < 3; i++) {
			bench = real_open("elin", (struct bench_options){.type = types[i], .environment = plain});
			open_pane(bench, panes[pane]);
			ck_assert_str_eq(bench_screen(bench, &arena), text);
			real_close(bench);
		}
	}
	arena_done(&arena);
}
END_TEST

START_TEST(another_size_and_back_is_the_same_picture)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});
	struct arena arena;

	arena_init(&arena);
	for (int pane = 0; pane < PANES; pane++) {
		const char *before;

		open_pane(bench, panes[pane]);
		bench_press(bench, "Down Down");
		before = bench_row(bench, bench_cursor_row(bench));
		before = arena_text(&arena, before);
		bench_resize(bench, 5, 20);
		bench_resize(bench, 2, 3);
		bench_resize(bench, 24, 80);
		ck_assert_str_eq(bench_row(bench, bench_cursor_row(bench)), before);
		bench_press(bench, "Esc Esc");
	}
	real_close(bench);
	arena_done(&arena);
}
END_TEST

START_TEST(a_lost_line_ends_it_with_its_code)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	bench_hang_up(bench);
	ck_assert_int_eq(bench_end(bench), 129);
	bench_close(bench);
	bench = real_open("elin", (struct bench_options){.rows = 24});
	bench_signal(bench, SIGHUP);
	ck_assert_int_eq(bench_end(bench), 129);
	bench_close(bench);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_terminal_without_cursor_control_is_refused_in_a_sentence,
		every_terminal_shows_the_same_text, another_size_and_back_is_the_same_picture,
		a_lost_line_ends_it_with_its_code, NULL};

	return real_run("screen smoke", claims, 60);
}
