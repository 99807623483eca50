/* Forms and drafts on a terminal: what is typed is there after any end. */
#include "base/draft.h"
#include "bench_claims.h"
#include "folder.h"
#include <ftw.h>
#include <signal.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

/* ---- a folder of its own for each claim */

static char folder[64], folder_variable[96];
static const char *environment[] = {folder_variable, NULL};
static struct draft_place place = {folder, "office-1", "elin"};

static void folder_make(void)
{
	ck_assert(folder_new(folder, "forms"));
	snprintf(folder_variable, sizeof folder_variable, "KANSLI_DRAFTS=%s", folder);
}

static int folder_drop_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(path);
}

static void folder_drop(void)
{
	nftw(folder, folder_drop_one, 8, FTW_DEPTH | FTW_PHYS);
}

static struct bench *form_bench(int rows, int columns)
{
	struct bench *bench =
		demo_open((struct bench_options){.rows = rows, .columns = columns, .environment = environment});
	bench_press(bench, "e");
	return bench;
}

static char *draft_text(const char *field, struct arena *arena)
{
	struct draft draft;
	struct error err = {ERROR_NONE, ""};
	ck_assert_msg(draft_load(&place, "thing-1", arena, &draft, &err), "%s", err.text);
	return arena_text(arena, draft_field(&draft, field));
}

static bool draft_is(void)
{
	struct arena arena;
	struct draft draft;
	arena_init(&arena);
	bool is = draft_load(&place, "thing-1", &arena, &draft, NULL);
	arena_done(&arena);
	return is;
}

/* ---- the form */

START_TEST(a_form_shows_each_kind_of_field)
{
	struct bench *bench = form_bench(24, 80);
	ck_assert_cursor(bench, 1, 33);
	bench_press(bench, "Tab Space Tab");
	bench_type(bench, "1/12");
	bench_press(bench, "Tab Ctrl-U");
	bench_type(bench, "1,2 mnkr");
	bench_press(bench, "Tab");
	bench_type(bench, "4");
	bench_press(bench, "Tab Space Tab");
	bench_type(bench,
		"Steg och tider finns. Ansvarig för upphandlingen är inte utsedd, och beroendet till journalbytet.");
	bench_golden(bench, "form-80x24");
	bench_resize(bench, 40, 132);
	bench_golden(bench, "form-132x40");
	bench_resize(bench, 10, 40);
	bench_golden(bench, "form-40x10");
	bench_resize(bench, 12, 30);
	bench_golden(bench, "form-30x12");
	bench_resize(bench, 5, 20);
	ck_assert_shown(bench, "journalbytet.");
	bench_resize(bench, 24, 80);
	bench_golden(bench, "form-80x24");
	bench_press(bench, "Ctrl-S");
	ck_assert_row(bench, 22, "Sparat: 1 Jämtland Härjedalen, 99 tecken skäl.");
	ck_assert(!draft_is());
	ck_assert_shown(bench, "1 200 bedöms");
	demo_quit(bench);
}
END_TEST

START_TEST(what_is_wrong_is_said_at_each_field_and_nothing_is_saved)
{
	struct bench *bench = form_bench(24, 80);
	bench_press(bench, "Tab Tab");
	bench_type(bench, "31/2");
	bench_press(bench, "Tab Ctrl-U");
	bench_type(bench, "tolv");
	bench_press(bench, "Tab");
	bench_type(bench, "21");
	bench_press(bench, "Ctrl-S");
	bench_golden(bench, "form-wrong");
	ck_assert_int_eq(bench_cursor_row(bench), 3);
	ck_assert(draft_is());
	bench_press(bench, "Ctrl-U");
	ck_assert_hidden(bench, "31/2");
	bench_press(bench, "Tab Ctrl-U");
	bench_type(bench, "12 tkr");
	bench_press(bench, "Tab Ctrl-U Tab Tab");
	bench_type(bench, "x");
	bench_press(bench, "Ctrl-S");
	ck_assert_row(bench, 22, "Sparat: 1 Jämtland Härjedalen, 1 tecken skäl.");
	demo_quit(bench);
}
END_TEST

START_TEST(a_refused_save_points_at_its_field_and_keeps_the_draft)
{
	struct bench *bench = form_bench(24, 80);
	bench_press(bench, "Ctrl-U");
	bench_type(bench, "Ingen");
	bench_press(bench, "Up Down Down Down Down Down Down");
	bench_type(bench, "skäl");
	bench_press(bench, "Ctrl-S");
	ck_assert_shown(bench, "    Ingen region heter Ingen.");
	ck_assert_row(bench, 22, "Obs: Ingen region heter Ingen. Det du har skrivit finns kvar som utkast.");
	ck_assert_cursor(bench, 1, 19);
	ck_assert(draft_is());
	bench_press(bench, "Esc");
	demo_quit(bench);
}
END_TEST

START_TEST(a_choice_follows_arrows_and_letters)
{
	struct bench *bench = form_bench(24, 80);
	bench_press(bench, "Tab");
	ck_assert_cursor(bench, 2, 0);
	bench_press(bench, "a");
	ck_assert_shown(bench, "[anpassat]");
	bench_press(bench, "Left");
	ck_assert_shown(bench, "[delvis]");
	bench_press(bench, "Right Right Right");
	ck_assert_shown(bench, "Beviljas    [-]");
	bench_press(bench, "d");
	ck_assert_shown(bench, "[delvis]");
	bench_press(bench, "e l");
	ck_assert_shown(bench, "[delvis]");
	bench_press(bench, "a");
	ck_assert_shown(bench, "[delas upp]");
	bench_press(bench, "s Space");
	ck_assert_shown(bench, "[delas upp]");
	bench_press(bench, "d");
	ck_assert_shown(bench, "[delvis]");
	bench_press(bench, "d");
	ck_assert_shown(bench, "[delas upp]");
	bench_press(bench, "Space");
	ck_assert_shown(bench, "Beviljas    [-]");
	bench_press(bench, "u p");
	ck_assert_shown(bench, "[delas upp]");
	bench_press(bench, "Right");
	ck_assert_shown(bench, "Beviljas    [-]");
	bench_press(bench, "q ?");
	ck_assert_shown(bench, "Beviljas    [-]");
	bench_press(bench, "Shift-Tab");
	ck_assert_cursor(bench, 1, 33);
	bench_press(bench, "Esc");
	demo_quit(bench);
}
END_TEST

/* ---- drafts */

START_TEST(a_draft_is_on_disk_within_a_second_and_only_its_owner_reads_it)
{
	struct bench *bench = form_bench(24, 80);
	struct arena arena;
	struct stat st;
	arena_init(&arena);
	bench_press(bench, "Tab Tab Tab Tab Tab Tab");
	bench_type(bench, "Steg och tider");
	bench_kept(bench, 1);
	ck_assert_str_eq(draft_text("reason", &arena), "Steg och tider");
	ck_assert_shown(bench, "utkast 14.02");
	ck_assert_int_eq(stat(draft_path(&place, "thing-1", &arena), &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0600);
	ck_assert_int_eq(stat(draft_path(&place, NULL, &arena), &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0700);
	arena_done(&arena);
	bench_close(bench);
}
END_TEST

START_TEST(text_typed_before_a_kill_is_offered_again)
{
	struct bench *bench = form_bench(24, 80);
	bench_press(bench, "Tab Tab Tab Tab Tab Tab");
	bench_type(bench, "Detta ska finnas kvar å ä ö.");
	bench_kept(bench, 1);
	bench_signal(bench, SIGKILL);
	ck_assert_int_eq(bench_end(bench), 128 + SIGKILL);
	bench_close(bench);
	bench = demo_open((struct bench_options){.environment = environment});
	bench_press(bench, ":");
	bench_type(bench, "utkast");
	bench_press(bench, "Enter");
	bench_golden(bench, "drafts");
	bench_press(bench, "Enter");
	ck_assert_shown(bench, "Detta ska finnas kvar å ä ö.");
	ck_assert_shown(bench, "Ditt utkast 14.02 är återtaget.");
	bench_press(bench, "Esc");
	demo_quit(bench);
}
END_TEST

static void ended_by(int which, int code)
{
	struct arena arena;
	struct bench *bench = form_bench(24, 80);
	arena_init(&arena);
	bench_press(bench, "Tab Tab Tab Tab Tab Tab");
	bench_type(bench, "Sista ordet");
	if (which == 0) {
		bench_hang_up(bench);
	} else {
		bench_signal(bench, which);
	}
	ck_assert_int_eq(bench_end(bench), code);
	ck_assert_str_eq(draft_text("reason", &arena), "Sista ordet");
	arena_done(&arena);
	bench_close(bench);
}

START_TEST(a_hang_up_keeps_the_last_letter)
{
	ended_by(SIGHUP, 129);
}
END_TEST

START_TEST(a_termination_keeps_the_last_letter)
{
	ended_by(SIGTERM, 143);
}
END_TEST

START_TEST(a_lost_line_keeps_the_last_letter)
{
	ended_by(0, 129);
}
END_TEST

START_TEST(a_frozen_terminal_neither_loses_text_nor_holds_the_program)
{
	struct arena arena;
	struct bench *bench = form_bench(24, 80);
	arena_init(&arena);
	bench_press(bench, "Tab Tab Tab Tab Tab Tab");
	bench_freeze(bench, true);
	bench_send(bench, "Skrivet i det tysta", 19);
	while (!draft_is()) { /* nothing is shown, so nothing is told: the file itself is looked for */
		ck_assert(bench_quiet(bench, 20));
	}
	ck_assert_str_eq(draft_text("reason", &arena), "Skrivet i det tysta");
	bench_send(bench, "!", 1);
	bench_signal(bench, SIGTERM);
	struct termios modes;
	ck_assert_int_eq(bench_end_modes(bench, &modes), 143);
	ck_assert_int_eq(modes.c_lflag & (ICANON | ECHO), ICANON | ECHO);
	arena_done(&arena);
	bench_close(bench);
}
END_TEST

START_TEST(esc_keeps_the_draft_and_only_a_typed_word_discards_it)
{
	struct bench *bench = form_bench(24, 80);
	bench_type(bench, "!");
	bench_press(bench, "Esc");
	ck_assert(draft_is());
	bench_press(bench, "e");
	ck_assert_shown(bench, "Jämtland Härjedalen!");
	bench_press(bench, "F8 Enter");
	ck_assert(draft_is());
	bench_type(bench, "KASTA");
	bench_press(bench, "Enter");
	ck_assert(!draft_is());
	ck_assert_row(bench, 22, "Utkastet är kastat. Inget sparades.");
	bench_press(bench, "e Esc");
	ck_assert(!draft_is());
	demo_quit(bench);
}
END_TEST

START_TEST(a_form_left_untouched_leaves_no_draft)
{
	struct bench *bench = form_bench(24, 80);
	bench_press(bench, "Tab Tab Tab Shift-Tab Left Esc");
	ck_assert(!draft_is());
	demo_quit(bench);
}
END_TEST

START_TEST(a_draft_that_cannot_be_written_is_said_and_stays_in_memory)
{
	ck_assert_int_eq(rmdir(folder), 0);
	FILE *in_the_way = fopen(folder, "w");
	ck_assert(in_the_way != NULL);
	fclose(in_the_way);
	struct bench *bench = form_bench(24, 80);
	bench_type(bench, "!");
	bench_press(bench, "Tab");
	ck_assert_shown(bench, "Fel: Utkastet skrevs inte");
	ck_assert_shown(bench, "Jämtland Härjedalen!");
	unlink(folder);
	bench_kept(bench, 1);
	ck_assert(draft_is());
	bench_close(bench);
}
END_TEST

/* ---- the outside editor */

START_TEST(the_outside_editor_gives_its_text_back_as_a_draft)
{
	char script[96], variable[128];
	snprintf(script, sizeof script, "%s/editor", folder);
	FILE *out = fopen(script, "w");
	ck_assert(out != NULL);
	fputs("#!/bin/sh\n[ \"$(stat -c %a \"$1\")\" = 600 ] && printf 'utifrån\\n' >>\"$1\"\n", out);
	fclose(out);
	ck_assert_int_eq(chmod(script, 0700), 0);
	snprintf(variable, sizeof variable, "EDITOR=%s", script);
	const char *variables[] = {folder_variable, variable, NULL};
	struct bench *bench = demo_open((struct bench_options){.environment = variables});
	bench_press(bench, "e F4");
	ck_assert_shown(bench, "Bara text med flera rader");
	bench_press(bench, "Tab Tab Tab Tab Tab Tab");
	bench_type(bench, "inifrån ");
	bench_press(bench, "F4");
	ck_assert_shown(bench, "inifrån utifrån");
	ck_assert(bench_other_screen(bench));
	bench_press(bench, "Ctrl-_");
	ck_assert_hidden(bench, "utifrån");
	bench_press(bench, "Esc");
	demo_quit(bench);
}
END_TEST

START_TEST(a_served_session_starts_no_program)
{
	const char *variables[] = {folder_variable, "EDITOR=/bin/true", "KANSLI_SERVED=1", NULL};
	struct bench *bench = demo_open((struct bench_options){.environment = variables, .shell = true});
	bench_press(bench, "Ctrl-Z");
	ck_assert_shown(bench, "Det finns inget skal att återvända till.");
	bench_press(bench, "e Tab Tab Tab Tab Tab Tab F4");
	ck_assert_shown(bench, "Inget annat program startas här.");
	bench_press(bench, "Esc");
	demo_quit(bench);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_form_shows_each_kind_of_field,
		what_is_wrong_is_said_at_each_field_and_nothing_is_saved,
		a_refused_save_points_at_its_field_and_keeps_the_draft,
		a_choice_follows_arrows_and_letters,
		a_draft_is_on_disk_within_a_second_and_only_its_owner_reads_it,
		text_typed_before_a_kill_is_offered_again,
		a_hang_up_keeps_the_last_letter,
		a_termination_keeps_the_last_letter,
		a_lost_line_keeps_the_last_letter,
		a_frozen_terminal_neither_loses_text_nor_holds_the_program,
		esc_keeps_the_draft_and_only_a_typed_word_discards_it,
		a_form_left_untouched_leaves_no_draft,
		a_draft_that_cannot_be_written_is_said_and_stays_in_memory,
		the_outside_editor_gives_its_text_back_as_a_draft,
		a_served_session_starts_no_program,
		NULL,
	};
	return claims_run_in("tui forms", claims, folder_make, folder_drop, 60);
}
