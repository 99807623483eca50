/* The loop on a terminal: keys, sizes, signals, pastes and character sets, through the bench. */
#include "bench_claims.h"

START_TEST(the_first_screen_is_a_list_with_the_cursor_on_its_row)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_golden(bench, "demo-list-80x24");
	ck_assert_cursor(bench, 2, 0);
	ck_assert(bench_other_screen(bench));
	bench_press(bench, "q");
	ck_assert_int_eq(bench_end(bench), 0);
	ck_assert(!bench_other_screen(bench));
	bench_close(bench);
}
END_TEST

START_TEST(narrow_screens_lose_columns_in_order_and_never_the_applicant)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 10, .columns = 40});
	bench_golden(bench, "demo-list-40x10");
	bench_resize(bench, 5, 20);
	bench_golden(bench, "demo-list-20x5");
	bench_resize(bench, 40, 132);
	bench_golden(bench, "demo-list-132x40");
	demo_quit(bench);
}
END_TEST

START_TEST(english_is_spoken_when_asked_for)
{
	struct bench *bench = demo_open((struct bench_options){.locale = "en_GB.UTF-8"});
	ck_assert_shown(bench, "? help  Enter öppna");
	ck_assert_shown(bench, "  q quit");
	demo_quit(bench);
}
END_TEST

/* ---- moves and what they cost */

static uint64_t cost_of(struct bench *bench, const char *key)
{
	uint64_t before = bench_received(bench);
	bench_press(bench, key);
	return bench_received(bench) - before;
}

START_TEST(moves_stay_within_the_bytes_they_may_cost)
{
	const char *const rows[] = {"1000", NULL};
	struct bench *bench = demo_open((struct bench_options){.arguments = rows});
	uint64_t first = bench_received(bench);
	bench_press(bench, "Down");
	uint64_t move = cost_of(bench, "Down"), page = cost_of(bench, "PgDn"), scroll = 0;
	for (int i = 0; i < 20; i++) {
		scroll = cost_of(bench, "Down");
	}
	printf("# bytes: first screen %d, row %d, page %d, scroll %d\n", (int)first, (int)move, (int)page, (int)scroll);
	ck_assert_uint_le(first, 2500);
	ck_assert_uint_le(move, 220);
	ck_assert_uint_le(page, 1200);
	ck_assert_uint_le(scroll, 250);
	demo_quit(bench);
}
END_TEST

START_TEST(with_the_mark_alone_a_move_is_a_handful_of_bytes)
{
	const char *const marker[] = {"KANSLI_MARKER=1", NULL};
	struct bench *bench = demo_open((struct bench_options){.environment = marker});
	bench_press(bench, "Down");
	ck_assert_uint_le(cost_of(bench, "Down"), 25);
	ck_assert_cursor(bench, 4, 0);
	ck_assert_int_eq(bench_row(bench, 4)[0], '>');
	demo_quit(bench);
}
END_TEST

START_TEST(a_copy_goes_to_the_persons_own_clipboard)
{
	size_t bytes;
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "Down Down Down y");
	ck_assert_shown(bench, "Kopierat 1 rad (OSC 52).");
	ck_assert(strstr(bench_stream(bench, &bytes), "\033]52;c;U2vDpW5l\a") != NULL); /* Skåne */
	demo_quit(bench);
}
END_TEST

START_TEST(many_keys_at_once_are_one_frame)
{
	const char *const rows[] = {"1000", NULL};
	struct bench *bench = demo_open((struct bench_options){.arguments = rows});
	char keys[13];
	memset(keys, 'j', sizeof keys);
	bench_press(bench, "Down");
	uint64_t one = cost_of(bench, "Down"), before = bench_received(bench);
	bench_bytes(bench, keys, sizeof keys);
	ck_assert_uint_le(bench_received(bench) - before, one + one / 2);
	ck_assert_cursor(bench, 17, 0);
	demo_quit(bench);
}
END_TEST

START_TEST(nothing_is_sent_when_nothing_happens)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "Down");
	ck_assert(bench_quiet(bench, 1500));
	uint64_t before = bench_received(bench);
	bench_press(bench, "Home Up Up Up");
	bench_press(bench, "Up");
	ck_assert_uint_gt(bench_received(bench), before);
	before = bench_received(bench);
	bench_press(bench, "Up");
	ck_assert_uint_eq(bench_received(bench), before);
	demo_quit(bench);
}
END_TEST

START_TEST(the_cursor_follows_the_row_in_focus)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "Down Down j");
	ck_assert_cursor(bench, 5, 0);
	ck_assert_int_eq(bench_row(bench, 5)[0], '>');
	bench_press(bench, "k");
	ck_assert_cursor(bench, 4, 0);
	bench_press(bench, "End");
	ck_assert_cursor(bench, 21, 0);
	ck_assert_shown(bench, "40 Västerbotten");
	bench_press(bench, "g");
	ck_assert_cursor(bench, 2, 0);
	bench_press(bench, "PgDn");
	ck_assert_shown(bench, "21 Jämtland");
	demo_quit(bench);
}
END_TEST

/* ---- prompts */

START_TEST(a_list_narrows_while_one_types)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "/");
	ck_assert_cursor(bench, 22, 1);
	bench_type(bench, "gö");
	ck_assert_shown(bench, "Västra Götaland");
	ck_assert_hidden(bench, "Blekinge");
	ck_assert_cursor(bench, 22, 3);
	bench_golden(bench, "demo-find");
	bench_press(bench, "Enter");
	ck_assert_cursor(bench, 2, 0);
	ck_assert_shown(bench, "/gö");
	bench_press(bench, "Esc");
	ck_assert_shown(bench, "40 av 40");
	demo_quit(bench);
}
END_TEST

START_TEST(esc_in_a_prompt_leaves_the_list_as_it_was)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "/");
	bench_type(bench, "zz");
	ck_assert_shown(bench, "Inget matchar /zz");
	bench_press(bench, "Esc");
	ck_assert_shown(bench, "40 av 40");
	ck_assert_cursor(bench, 2, 0);
	bench_press(bench, "/ Backspace");
	ck_assert_cursor(bench, 2, 0);
	demo_quit(bench);
}
END_TEST

START_TEST(the_command_line_lists_completes_and_suggests)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, ":");
	bench_golden(bench, "demo-command");
	bench_type(bench, "me");
	ck_assert_shown(bench, "meddelanden  meddelanden hittills");
	ck_assert_hidden(bench, "avsluta kansli");
	bench_press(bench, "Tab Enter");
	ck_assert_shown(bench, "Meddelanden, senaste först");
	bench_press(bench, "q :");
	bench_type(bench, "vyy");
	bench_press(bench, "Enter");
	ck_assert_shown(bench, "Okänt kommando: vyy. Menade du vy?");
	bench_press(bench, ": Up Up Enter");
	ck_assert_shown(bench, "Meddelanden, senaste först");
	ck_assert_shown(bench, "2026-11-22 14:02:07  Okänt kommando: vyy");
	bench_press(bench, "q :");
	bench_type(bench, "view mina");
	bench_press(bench, "Enter");
	ck_assert_shown(bench, "Vy: mina");
	demo_quit(bench);
}
END_TEST

/* ---- dialogs, help, menu */

START_TEST(what_cannot_be_undone_needs_a_typed_number)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "B");
	bench_golden(bench, "demo-decision");
	bench_press(bench, "Enter");
	ck_assert_shown(bench, "Obs: inget är gjort. Skriv 10");
	bench_type(bench, "11");
	bench_press(bench, "Enter");
	ck_assert_shown(bench, "Obs: inget är gjort. Skriv 10");
	bench_paste(bench, "10", 2);
	bench_press(bench, "Backspace Backspace");
	bench_type(bench, "10");
	bench_press(bench, "Enter");
	ck_assert_row(bench, 22, "Beslut registrerat för 10.");
	ck_assert_cursor(bench, 2, 0);
	bench_press(bench, "B Esc");
	ck_assert_row(bench, 22, "");
	demo_quit(bench);
}
END_TEST

START_TEST(a_choice_is_made_by_number_or_by_row)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "t");
	bench_golden(bench, "demo-choice");
	bench_press(bench, "2");
	ck_assert_row(bench, 22, "Handläggare 2.");
	bench_press(bench, "t Down Down Enter");
	ck_assert_row(bench, 22, "Handläggare 3.");
	bench_press(bench, "t 9");
	ck_assert_shown(bench, "Det finns inget val 9.");
	bench_press(bench, "Esc");
	demo_quit(bench);
}
END_TEST

START_TEST(help_and_menu_come_from_the_tables)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 40});
	bench_press(bench, "?");
	bench_golden(bench, "demo-help");
	bench_press(bench, "q x");
	bench_golden(bench, "demo-menu");
	bench_press(bench, "Down Down Enter");
	ck_assert_shown(bench, "1 märkta");
	demo_quit(bench);
}
END_TEST

START_TEST(the_key_a_menu_shows_does_what_its_row_says)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "x t");
	ck_assert_shown(bench, "Handläggare");
	bench_press(bench, "2");
	ck_assert_row(bench, 22, "Handläggare 2.");
	bench_press(bench, "x L");
	ck_assert_row(bench, 22, "L kräver rollen ordförande.");
	bench_press(bench, "x d");
	ck_assert_row(bench, 22, "d är inte bundet här. ? visar tangenterna.");
	bench_press(bench, "Esc");
	demo_quit(bench);
}
END_TEST

START_TEST(unbound_and_barred_keys_say_so)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "d");
	ck_assert_row(bench, 22, "d är inte bundet här. ? visar tangenterna.");
	bench_press(bench, "L");
	ck_assert_row(bench, 22, "L kräver rollen ordförande.");
	bench_press(bench, "Ctrl-C");
	ck_assert_row(bench, 22, "q avslutar.");
	bench_press(bench, "Down");
	ck_assert_row(bench, 22, "");
	bench_press(bench, "d Ctrl-O");
	ck_assert_cursor(bench, 22, 0);
	bench_press(bench, "Down");
	ck_assert_cursor(bench, 3, 0);
	demo_quit(bench);
}
END_TEST

START_TEST(esc_never_leaves_and_q_leaves_from_the_first_screen_only)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "Enter / a Esc Esc Esc Esc");
	ck_assert_shown(bench, "Alla öppna");
	bench_press(bench, "Enter q");
	ck_assert_shown(bench, "Alla öppna");
	demo_quit(bench);
}
END_TEST

START_TEST(long_text_is_read_searched_and_kept_in_place_by_a_resize)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "Enter /");
	bench_type(bench, "17. ");
	bench_press(bench, "Enter");
	ck_assert_shown(bench, "> 17. Regionen");
	int row = bench_cursor_row(bench);
	ck_assert(strncmp(bench_row(bench, row), "> 17. ", 6) == 0);
	bench_resize(bench, 10, 40);
	ck_assert(strncmp(bench_row(bench, bench_cursor_row(bench)), "> 17. ", 6) == 0);
	bench_resize(bench, 24, 80);
	ck_assert(strncmp(bench_row(bench, bench_cursor_row(bench)), "> 17. ", 6) == 0);
	bench_press(bench, "n");
	ck_assert(strncmp(bench_row(bench, bench_cursor_row(bench)), "> 17. ", 6) == 0);
	bench_press(bench, "q");
	demo_quit(bench);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		the_first_screen_is_a_list_with_the_cursor_on_its_row,
		narrow_screens_lose_columns_in_order_and_never_the_applicant,
		english_is_spoken_when_asked_for,
		moves_stay_within_the_bytes_they_may_cost,
		with_the_mark_alone_a_move_is_a_handful_of_bytes,
		a_copy_goes_to_the_persons_own_clipboard,
		many_keys_at_once_are_one_frame,
		nothing_is_sent_when_nothing_happens,
		the_cursor_follows_the_row_in_focus,
		a_list_narrows_while_one_types,
		esc_in_a_prompt_leaves_the_list_as_it_was,
		the_command_line_lists_completes_and_suggests,
		what_cannot_be_undone_needs_a_typed_number,
		a_choice_is_made_by_number_or_by_row,
		help_and_menu_come_from_the_tables,
		the_key_a_menu_shows_does_what_its_row_says,
		unbound_and_barred_keys_say_so,
		esc_never_leaves_and_q_leaves_from_the_first_screen_only,
		long_text_is_read_searched_and_kept_in_place_by_a_resize,
		NULL,
	};
	return claims_run("tui pty", claims, 60);
}
