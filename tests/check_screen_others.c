/* The real program beside others, and after an end it did not choose: what another has changed is told and never taken
 * in by itself, and what was typed is there again. */
#include "real.h"

#include "casework/application.h"
#include "casework/gate.h"
#include "casework/note.h"

#include <signal.h>

enum { PATIENCE_MS = 20000 };
static struct error err[1];
#define OK(call) ck_assert_msg(call, "%s", err->text)

/* What comes by itself has no key to wait for: the screen is read until it is there. */
static void told(struct bench *bench, const char *text)
{
	while (!bench_has(bench, text) && !bench_quiet(bench, PATIENCE_MS)) {
	}
	real_shown(bench, text);
}

static int64_t application(struct casework *cw, const char *number)
{
	int64_t id = 0;

	OK(application_find(cw, number, &id, err));
	return id;
}

static int notes_saying(const char *number, const char *said)
{
	struct casework *cw = real_casework("elin");
	struct note_list list;
	int count = 0;

	OK(note_list_load(cw, application(cw, number), &list, err));
	for (int i = 0; i < list.count; i++)
		count += strcmp(list.items[i].said, said) == 0;
	note_list_done(&list);
	casework_close(cw);
	return count;
}

/* ---- an end in the middle */

START_TEST(a_note_killed_in_the_middle_is_offered_back_and_saved_once)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	real_find(bench, "13-2026");
	bench_press(bench, "c");
	bench_type(bench, "Regionen svarar");
	bench_kept(bench, 1);
	bench_signal(bench, SIGKILL);
	ck_assert_int_eq(bench_end(bench), 128 + SIGKILL);
	bench_close(bench);
	ck_assert_int_eq(notes_saying("13-2026", "Regionen svarar"), 0);
	bench = real_open("elin", (struct bench_options){.rows = 24});
	real_shown(bench, "Osparat arbete");
	real_shown(bench, "13-2026 Jönköpings län");
	ck_assert_int_eq(bench_cursor_column(bench), 0);
	bench_press(bench, "Enter");
	real_shown(bench, "Regionen svarar");
	bench_press(bench, "Tab Tab t Ctrl-S");
	real_shown(bench, "är sparad.");
	ck_assert_int_eq(notes_saying("13-2026", "Regionen svarar"), 1);
	real_close(bench);
	bench = real_open("elin", (struct bench_options){.rows = 24});
	ck_assert_hidden(bench, "Osparat arbete");
	real_close(bench);
	ck_assert_int_eq(notes_saying("13-2026", "Regionen svarar"), 1);
}
END_TEST

/* ---- others' changes */

START_TEST(anothers_change_is_told_in_a_line_and_taken_in_by_r)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});
	char *before;
	struct arena arena;

	arena_init(&arena);
	bench_press(bench, "Down Down Down");
	before = arena_text(&arena, bench_row(bench, 5));
	ck_assert_int_eq(real_verb("goran", "change", "13-2026", "--title", "Blodtryck hmma", NULL), 0);
	told(bench, "Ändrat av andra: Göran Åkerlöf 13-2026 · r");
	ck_assert_row(bench, 5, before);
	bench_press(bench, "r");
	real_shown(bench, "Blodtryck h");
	ck_assert_hidden(bench, "Ändrat av andra");
	ck_assert_int_eq(bench_cursor_row(bench), 5);
	real_close(bench);
	arena_done(&arena);
}
END_TEST

static const char *reason_saved(struct arena *arena)
{
	struct casework *cw = real_casework("elin");
	struct gate_list list;
	char *reason = NULL;

	OK(gate_list_load(cw, application(cw, "11-2026"), &list, err));
	for (int i = 0; i < list.count; i++)
		if (!strcmp(list.items[i].gate->id, "G3"))
			reason = arena_text(arena, list.items[i].reason);
	gate_list_done(&list);
	casework_close(cw);
	return reason;
}

START_TEST(a_form_saved_after_anothers_change_shows_both_and_keeps_mine)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});
	struct arena arena;

	arena_init(&arena);
	real_find(bench, "11-2026");
	bench_press(bench, "Enter Tab Enter Tab Tab Enter j Tab");
	bench_type(bench, "Min text om analysen.");
	ck_assert_int_eq(real_verb("goran", "gate", "11-2026", "G3", "no", "--reason", "Görans text.", "--due",
				 "2026-12-10", NULL),
		0);
	bench_press(bench, "Ctrl-S");
	real_shown(bench, "ditt: ja");
	real_shown(bench, "sparat: nej");
	real_shown(bench, "Min text om analysen.");
	real_shown(bench, "Görans text.");
	ck_assert_str_eq(reason_saved(&arena), "Görans text.");
	bench_press(bench, "2");
	real_shown(bench, "G3: ja.");
	ck_assert_str_eq(reason_saved(&arena), "Min text om analysen.");
	real_close(bench);
	arena_done(&arena);
}
END_TEST

START_TEST(the_demo_at_a_terminal_goes_on_to_the_screens)
{
	struct bench *bench = real_open_demo();

	real_shown(bench, "13-2026");
	bench_press(bench, "?");
	real_close(bench);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_note_killed_in_the_middle_is_offered_back_and_saved_once,
		anothers_change_is_told_in_a_line_and_taken_in_by_r,
		a_form_saved_after_anothers_change_shows_both_and_keeps_mine,
		the_demo_at_a_terminal_goes_on_to_the_screens, NULL};

	return real_run("screen others", claims, 60);
}
