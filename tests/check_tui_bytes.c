/* What comes and goes as bytes: pastes, broken text, keys in every spelling, other terminals and character sets. */
#include "bench_claims.h"

/* ---- pastes */

static const char pasted[] = "dda kommun\nBtLq\033[A :avsluta\n10\n";

START_TEST(text_pasted_into_a_list_runs_nothing)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_paste(bench, pasted, sizeof pasted - 1);
	ck_assert_row(bench, 22, "Inklistrad text ignorerad (31 tecken). / och klistra för att söka.");
	ck_assert_cursor(bench, 2, 0);
	ck_assert_shown(bench, "0 märkta");
	demo_quit(bench);
}
END_TEST

START_TEST(text_pasted_in_two_parts_runs_nothing_wherever_it_is_cut)
{
	char whole[sizeof pasted + 12];
	int bytes = snprintf(whole, sizeof whole, "\033[200~%s\033[201~", pasted);
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	for (int cut = 1; cut < bytes; cut++) {
		bench_send(bench, whole, (size_t)cut);
		bench_taken(bench);
		bench_send(bench, whole + cut, (size_t)(bytes - cut));
		bench_settle(bench);
		ck_assert_msg(bench_has(bench, "Inklistrad text ignorerad (31 tecken)."), "cut after byte %d: %s", cut,
			bench_row(bench, 22));
		ck_assert_cursor(bench, 2, 0);
		bench_press(bench, "Up");
	}
	demo_quit(bench);
}
END_TEST

START_TEST(a_paste_cut_after_its_esc_by_a_slow_line_is_still_a_paste)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_bytes(bench, "\033", 1);
	bench_bytes(bench, "[200~BtLq\n\033[201~", 16);
	ck_assert_row(bench, 22, "Inklistrad text ignorerad (5 tecken). / och klistra för att söka.");
	bench_bytes(bench, "\033", 1);
	bench_bytes(bench, "[B", 2);
	ck_assert_cursor(bench, 3, 0);
	demo_quit(bench);
}
END_TEST

START_TEST(an_end_mark_inside_a_paste_lets_nothing_through)
{
	static const char hostile[] = "a\033[201~qBtL\nq\033[201~q";
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_paste(bench, hostile, sizeof hostile - 1);
	ck_assert_shown(bench, "Inklistrad text ignorerad");
	ck_assert_cursor(bench, 2, 0);
	demo_quit(bench);
}
END_TEST

START_TEST(text_pasted_into_a_field_is_text)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "/");
	bench_paste(bench, "väst\nra\a", 9);
	ck_assert_row(bench, 22, "/väst ra                                                                0 av 40");
	bench_press(bench, "Esc e Ctrl-U");
	bench_paste(bench, "ett\ttvå\r\ntre", 13);
	ck_assert_shown(bench, "Sökande     ett två tre");
	bench_press(bench, "Tab Tab Tab Tab Tab Tab");
	bench_paste(bench, "ett\r\ntvå\033]52;c;AAAA\a\n", 23);
	ck_assert_shown(bench, "  två]52;c;AAAA");
	bench_close(bench);
}
END_TEST

START_TEST(a_megabyte_pasted_into_a_list_does_nothing)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	char *text = malloc(1 << 20);
	ck_assert(text != NULL);
	memset(text, 'q', 1 << 20);
	bench_paste(bench, text, 1 << 20);
	ck_assert_row(bench, 22, "Inklistrad text ignorerad (1048576 tecken). / och klistra för att söka.");
	free(text);
	demo_quit(bench);
}
END_TEST

START_TEST(text_pasted_without_marks_changes_nothing)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24, .type = "vt100"});
	bench_text(bench, "dda kommun t B e");
	ck_assert_row(bench, 22, "Obs: Space såg inklistrat ut och ändrade inget. / och klistra för att söka.");
	ck_assert_shown(bench, "0 märkta");
	ck_assert_hidden(bench, "Vem tar ärendet?");
	demo_quit(bench);
}
END_TEST

START_TEST(a_held_key_in_one_read_is_no_paste)
{
	char keys[30];
	struct bench *bench = demo_open((struct bench_options){.rows = 40});
	memset(keys, 'j', sizeof keys);
	bench_bytes(bench, keys, sizeof keys);
	ck_assert_cursor(bench, 32, 0);
	demo_quit(bench);
}
END_TEST

START_TEST(a_search_typed_ahead_in_one_read_is_a_search)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_text(bench, "/gotland m\r");
	ck_assert_shown(bench, "Ärenden · /gotland m");
	bench_press(bench, "Esc");
	bench_text(bench, ":meddelanden\r");
	ck_assert_shown(bench, "Meddelanden, senaste först");
	bench_press(bench, "q");
	demo_quit(bench);
}
END_TEST

/* ---- bytes */

START_TEST(a_broken_byte_costs_no_key_after_it)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_text(bench, "\xE5");
	ck_assert_shown(bench, "Obs: byten E5 är ingen text i UTF-8.");
	bench_text(bench, "\xE5jj\xC3\x28\xF0\x9F\xFFj");
	ck_assert_cursor(bench, 5, 0);
	bench_press(bench, "/");
	bench_text(bench, "v\xE5\xC3\xA4st");
	ck_assert_shown(bench, "/väst");
	bench_press(bench, "Esc");
	demo_quit(bench);
}
END_TEST

START_TEST(a_letter_cut_between_reads_is_one_letter)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "/");
	bench_send(bench, "\xC3", 1);
	bench_taken(bench);
	bench_bytes(bench, "\xB6", 1);
	ck_assert_cursor(bench, 22, 2);
	ck_assert_shown(bench, "/ö");
	demo_quit_from_prompt(bench);
}
END_TEST

START_TEST(keys_are_known_in_every_terminals_spelling)
{
	static const struct {
		const char *bytes;
		int row;
	} spelled[] = {{"\033[B", 3}, {"\033OB", 4}, {"\033[A", 3}, {"\033[F", 21}, {"\033[H", 2}, {"\033[4~", 21},
		{"\033[1~", 2}, {"\033[8~", 21}, {"\033[7~", 2}, {"\033OF", 21}, {"\033OH", 2}, {"\033Or", 2},
		{"\016", 3}, {"\020", 2}, {"\033[1;5B", 2}, {"\033[99;99;99x", 2}, {"\033[[Ej", 3}, {"\033k", 2},
		{"\033\033[B", 3}};
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	for (size_t i = 0; i < sizeof spelled / sizeof spelled[0]; i++) {
		bench_text(bench, spelled[i].bytes);
		ck_assert_msg(bench_cursor_row(bench) == spelled[i].row, "spelling %d: row %d", (int)i,
			bench_cursor_row(bench));
	}
	demo_quit(bench);
}
END_TEST

START_TEST(backspace_is_either_byte)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_press(bench, "/");
	bench_text(bench, "abc\x7F\b");
	ck_assert_shown(bench, "/a ");
	ck_assert_cursor(bench, 22, 2);
	demo_quit_from_prompt(bench);
}
END_TEST

/* ---- terminals and character sets */

START_TEST(a_terminal_without_cursor_control_is_told_apart)
{
	static const struct {
		const char *type, *name;
	} types[] = {{"dumb", "dumb"}, {"ingen-sådan", "?"}, {"no-such-type", "no-such-type"}, {"", ""},
		{"../../evil", "?"}};
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
		char said[160];
		struct bench *bench = demo_open((struct bench_options){.type = types[i].type});
		ck_assert_int_eq(bench_end(bench), 2);
		snprintf(said, sizeof said,
			"kansli behöver en terminal med markörstyrning (TERM=%s). Prova: kansli list,", types[i].name);
		ck_assert_msg(strncmp(bench_row(bench, 0), said, 70) == 0, "%s", bench_row(bench, 0));
		bench_close(bench);
	}
}
END_TEST

START_TEST(a_name_of_five_thousand_bytes_is_refused)
{
	char type[5001];
	memset(type, 'x', sizeof type - 1);
	type[sizeof type - 1] = '\0';
	struct bench *bench = demo_open((struct bench_options){.type = type});
	ck_assert_int_eq(bench_end(bench), 2);
	bench_close(bench);
}
END_TEST

START_TEST(every_terminal_shows_the_same_text)
{
	static const char *const types[] = {"xterm-256color", "xterm", "vt100", "linux", "screen-256color", "vt220"};
	struct arena arena;
	const char *first = NULL;
	arena_init(&arena);
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
		struct bench *bench = demo_open((struct bench_options){.type = types[i]});
		bench_press(bench, "Down Down PgDn Up t");
		const char *screen = bench_screen(bench, &arena);
		first = first == NULL ? screen : first;
		ck_assert_msg(strcmp(first, screen) == 0, "%s shows\n%s", types[i], screen);
		ck_assert_cursor(bench, 19, 0);
		bench_press(bench, "Esc");
		demo_quit(bench);
	}
	arena_done(&arena);
}
END_TEST

START_TEST(colour_changes_no_word)
{
	const char *const colour[] = {"KANSLI_COLOUR=1", NULL}, *const none[] = {"KANSLI_COLOUR=1", "NO_COLOR=1", NULL};
	struct arena arena;
	arena_init(&arena);
	struct bench *bench = demo_open((struct bench_options){.environment = colour});
	bench_press(bench, "e Tab Tab Tab Ctrl-U Ctrl-S");
	const char *with = bench_screen(bench, &arena);
	ck_assert(strstr(bench_picture(bench, &arena), "coloured") != NULL);
	bench_close(bench);
	bench = demo_open((struct bench_options){.environment = none});
	bench_press(bench, "e Tab Tab Tab Ctrl-U Ctrl-S");
	ck_assert_str_eq(bench_screen(bench, &arena), with);
	ck_assert(strstr(bench_picture(bench, &arena), "coloured") == NULL);
	bench_close(bench);
	arena_done(&arena);
}
END_TEST

START_TEST(latin_1_keeps_its_letters_and_sends_no_utf_8)
{
	struct bench *bench = demo_open((struct bench_options){.locale = "sv_SE.ISO-8859-1", .latin = true});
	bench_press(bench, "t");
	bench_golden(bench, "latin-1");
	bench_press(bench, "Esc /");
	bench_text(bench, "v\xE4st");
	ck_assert_shown(bench, "/väst");
	ck_assert_shown(bench, "Västra Götaland");
	demo_quit_from_prompt(bench);
}
END_TEST

START_TEST(the_c_locale_gets_ascii)
{
	static const char *const locales[] = {"C", "POSIX"};
	for (size_t i = 0; i < 2; i++) {
		struct bench *bench = demo_open((struct bench_options){.locale = locales[i], .latin = true});
		bench_press(bench, "t");
		bench_golden(bench, "ascii");
		size_t bytes;
		const char *stream = bench_stream(bench, &bytes);
		for (size_t at = 0; at < bytes; at++) {
			ck_assert_int_lt((unsigned char)stream[at], 0x80);
		}
		bench_press(bench, "Esc");
		demo_quit(bench);
	}
}
END_TEST

START_TEST(a_locale_the_machine_lacks_is_taken_at_its_word)
{
	static const char *const locales[] = {"sv_SE.UTF-8", "se_NO.UTF-8", "xx_YY.utf8"};
	for (size_t i = 0; i < 3; i++) {
		struct bench *bench = demo_open((struct bench_options){.locale = locales[i]});
		ck_assert_shown(bench, "Jämtland Härjedalen");
		demo_quit(bench);
	}
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		text_pasted_into_a_list_runs_nothing,
		text_pasted_in_two_parts_runs_nothing_wherever_it_is_cut,
		a_paste_cut_after_its_esc_by_a_slow_line_is_still_a_paste,
		an_end_mark_inside_a_paste_lets_nothing_through,
		text_pasted_into_a_field_is_text,
		a_megabyte_pasted_into_a_list_does_nothing,
		text_pasted_without_marks_changes_nothing,
		a_held_key_in_one_read_is_no_paste,
		a_search_typed_ahead_in_one_read_is_a_search,
		a_broken_byte_costs_no_key_after_it,
		a_letter_cut_between_reads_is_one_letter,
		keys_are_known_in_every_terminals_spelling,
		backspace_is_either_byte,
		a_terminal_without_cursor_control_is_told_apart,
		a_name_of_five_thousand_bytes_is_refused,
		every_terminal_shows_the_same_text,
		colour_changes_no_word,
		latin_1_keeps_its_letters_and_sends_no_utf_8,
		the_c_locale_gets_ascii,
		a_locale_the_machine_lacks_is_taken_at_its_word,
		NULL,
	};
	return claims_run("tui bytes", claims, 120);
}
