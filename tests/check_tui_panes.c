/* The panes of casework without a terminal: the detail, the control points, the log, persons, rounds, the preview. */
#include "claims.h"
#include "contest.h"
#include "sitting.h"
#include "tui/form.h"
#include "tui/preview.h"

#include "base/words.h"
#include "casework/note.h"
#include "casework/person.h"
#include "casework/round.h"

static const int once[CONTEST_YEARS] = {0, 7200, 0, 0, 0, 0}, twice[CONTEST_YEARS] = {0, 5400, 1200, 0, 0, 0};
static const char *const alone[] = {"23", NULL}, *const joint[] = {"13", "19", "20", NULL};

/* Case 1 with measures 1.1 and 1.2, and the joint case 2; elin sits there. */
struct cases {
	struct casework *cw;
	int64_t one, freed, digital, joint;
};

static struct cases cases_open(void)
{
	struct cases cases = {.cw = office_open()};

	cases.one = contest_application(cases.cw, "Närmare vård", alone);
	cases.freed = contest_measure(cases.cw, cases.one, "Frigjord tid för nytt vårdsystem", once);
	cases.digital = contest_measure(cases.cw, cases.one, "Digital kommunikation", twice);
	cases.joint = contest_application(cases.cw, "Införa och sprida AI", joint);
	contest_measure(cases.cw, cases.joint, "Gemensam plattform", once);
	office_sit(cases.cw, "elin");
	return cases;
}

static void leave(struct sitting *sitting)
{
	struct casework *cw = sitting->desk.cw;

	sitting_close(sitting);
	casework_close(cw);
}

static void note_write(const struct cases *cases, const char *said)
{
	struct note_change note = {.occurred_on = "2026-11-20", .way = "phone", .said = said, .changed = ""};
	int n;

	OK(note_add(cases->cw, NULL, cases->one, &note, &n, err));
}

/* The cursor stands on a row's mark, in the first cell of the list it belongs to. */
static void cursor_is_on_its_mark(struct sitting *sitting)
{
	const struct surface *sheet = ui_sheet(sitting->ui);
	const struct cell *cell = surface_at(sheet, sheet->cursor_row, sheet->cursor_column);

	if (cell->character[0] != '>')
		sitting_print(sitting);
	ck_assert_uint_eq(cell->character[0], '>');
}

/* ---- the detail */

START_TEST(a_case_shows_its_facts_its_measures_and_what_waits)
{
	struct cases cases = cases_open();
	struct sitting *sitting = sitting_open(cases.cw, 24, 80);

	sitting_push(sitting, &detail_pane, &cases.one);
	ck_seen(sitting, "EFF 1-2026 · Region Jämtland Härjedalen");
	ck_seen(sitting, "2 of 2 · version 1");
	ck_assert_str_eq(sitting_row(sitting, 1), "Närmare vård");
	ck_seen(sitting, "Sought        13,800,000 SEK");
	ck_seen(sitting, "1.1   Frigjord tid för nytt vårdsystem");
	ck_seen(sitting, "7,200");
	ck_seen(sitting, "4 unanswered");
	ck_seen(sitting, "documents 0/1");
	ck_cursor(sitting, 9, 0);
	leave(sitting);
}
END_TEST

static const int sizes[][2] = {{24, 80}, {40, 132}, {10, 40}, {5, 20}, {18, 121}, {24, 200}, {7, 61}};

START_TEST(the_section_in_focus_is_in_sight_at_every_size)
{
	struct cases cases = cases_open();
	struct sitting *sitting = sitting_open(cases.cw, 24, 80);

	note_write(&cases, "Ekonomichefen väntar beslut i nämnden.");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		sitting_size(sitting, sizes[i][0], sizes[i][1]);
		sitting_push(sitting, &detail_pane, &cases.one);
		for (int tab = 0; tab < 7; tab++) {
			cursor_is_on_its_mark(sitting);
			sitting_press(sitting, "Down");
			cursor_is_on_its_mark(sitting);
			sitting_press(sitting, "End");
			cursor_is_on_its_mark(sitting);
			sitting_press(sitting, "Tab");
		}
		sitting_press(sitting, "Shift-Tab q");
	}
	leave(sitting);
}
END_TEST

START_TEST(a_resize_keeps_the_section_and_the_row)
{
	struct cases cases = cases_open();
	struct sitting *sitting = sitting_open(cases.cw, 24, 80);

	sitting_push(sitting, &detail_pane, &cases.one);
	sitting_press(sitting, "Down");
	sitting_size(sitting, 10, 40);
	cursor_is_on_its_mark(sitting);
	ck_seen(sitting, "> 1.2");
	sitting_size(sitting, 40, 132);
	ck_seen(sitting, "> 1.2");
	ck_seen(sitting, "Chosen measure: 1.2");
	ck_seen(sitting, "2027  sought 1,200,000 SEK");
	leave(sitting);
}
END_TEST

START_TEST(a_number_is_shown_whole_or_not_at_all)
{
	struct cases cases = cases_open();
	struct sitting *sitting = sitting_open(cases.cw, 24, 80);

	sitting_push(sitting, &detail_pane, &cases.one);
	for (int columns = 131; columns >= 20; columns--) {
		sitting_size(sitting, 24, columns);
		ck_unseen(sitting, "7,20…");
		ck_unseen(sitting, "7,2…");
		ck_unseen(sitting, "7,…");
		ck_seen(sitting, "Measures");
	}
	leave(sitting);
}
END_TEST

START_TEST(the_next_case_is_the_lists_next)
{
	struct cases cases = cases_open();
	struct sitting *sitting = sitting_open(cases.cw, 24, 80);

	sitting_push(sitting, &detail_pane, &cases.joint);
	ck_seen(sitting, "1 of 2");
	sitting_press(sitting, ".");
	ck_seen(sitting, "EFF 1-2026");
	sitting_press(sitting, ".");
	ck_seen(sitting, "EFF 1-2026");
	ck_seen(sitting, "This is the last case of the list.");
	sitting_press(sitting, ", ,");
	ck_seen(sitting, "EFF 2-2026");
	ck_seen(sitting, "This is the first case of the list.");
	sitting_press(sitting, "q");
	snprintf(sitting->desk.walk.filter, sizeof sitting->desk.walk.filter, "sprida");
	sitting_push(sitting, &detail_pane, &cases.joint);
	ck_seen(sitting, "1 of 1");
	leave(sitting);
}
END_TEST

START_TEST(enter_shows_the_whole_of_what_is_in_focus)
{
	struct cases cases = cases_open();
	struct sitting *sitting = sitting_open(cases.cw, 24, 80);

	note_write(&cases, "Ekonomichefen väntar beslut i nämnden.");
	sitting_push(sitting, &detail_pane, &cases.one);
	sitting_press(sitting, "Enter");
	ck_seen(sitting, "2026  sought 7,200,000 SEK");
	sitting_press(sitting, "q Tab Tab Enter");
	ck_seen(sitting, "Note 1, file");
	ck_seen(sitting, "Written by Elin Björk 2026-11-22");
	sitting_press(sitting, "q Tab Enter");
	ck_seen(sitting, "wrote a note");
	sitting_press(sitting, "q Tab Enter");
	ck_seen(sitting, "Region Jämtland Härjedalen, lead");
	sitting_press(sitting, "q Tab Enter");
	ck_seen(sitting, "Registered: 2026-11-22 09:00 by Rut Registrator");
	leave(sitting);
}
END_TEST

START_TEST(those_whose_papers_are_missing_stand_first)
{
	struct cases cases = cases_open();
	struct participant_change paper = {.region = "13",
		.paper = "decision",
		.paper_on = "2026-03-01",
		.paper_body = "Regionstyrelsen",
		.certified_on = "2026-03-02"};
	struct sitting *sitting = sitting_open(cases.cw, 40, 132);

	office_sit(cases.cw, "rut");
	OK(participant_put(cases.cw, NULL, cases.joint, &paper, err));
	sitting_push(sitting, &detail_pane, &cases.joint);
	ck_seen(sitting, "documents 1/3");
	sitting_press(sitting, "Shift-Tab Shift-Tab");
	cursor_is_on_its_mark(sitting);
	ck_seen(sitting, "> Dalarna");
	sitting_press(sitting, "End");
	ck_seen(sitting, "> Halland, lead");
	leave(sitting);
}
END_TEST

START_TEST(points_are_a_word_until_ones_own_are_handed_in)
{
	struct cases cases = cases_open();
	struct sitting *sitting;

	contest_assess(cases.cw, cases.freed, "maja", 3, 2, 1);
	contest_assign(cases.cw, cases.freed, "olle");
	office_sit(cases.cw, "elin");
	sitting = sitting_open(cases.cw, 24, 80);
	sitting_push(sitting, &detail_pane, &cases.one);
	ck_seen(sitting, "1/2");
	ck_seen(sitting, "63");
	office_sit(cases.cw, "olle");
	sitting_again(sitting);
	ck_seen(sitting, "hidden");
	ck_unseen(sitting, "63");
	leave(sitting);
}
END_TEST

START_TEST(what_cannot_be_done_says_why)
{
	struct cases cases = cases_open();
	struct sitting *sitting;

	office_sit(cases.cw, "rev");
	sitting = sitting_open(cases.cw, 24, 80);
	sitting_push(sitting, &detail_pane, &cases.one);
	ck_unseen(sitting, "c note");
	sitting_press(sitting, "c");
	ck_assert_str_ne(ui_message(sitting->ui), "");
	ck_assert_ptr_eq(ui_top(sitting->ui)->kind, &detail_pane);
	sitting_press(sitting, "Tab Tab Tab e");
	ck_seen(sitting, "What has happened is never changed.");
	leave(sitting);
}
END_TEST

START_TEST(forms_open_on_what_is_in_focus)
{
	struct cases cases = cases_open();
	struct sitting *sitting = sitting_open(cases.cw, 24, 80);

	note_write(&cases, "Ekonomichefen väntar beslut i nämnden.");
	office_sit(cases.cw, "rut");
	OK(desk_refresh(&sitting->desk, err));
	sitting_push(sitting, &detail_pane, &cases.one);
	sitting_press(sitting, "Down e");
	ck_seen(sitting, "Digital kommunikation");
	sitting_press(sitting, "Esc Shift-Tab e");
	ck_seen(sitting, "Närmare vård");
	sitting_press(sitting, "Esc Tab Tab Tab e");
	ck_seen(sitting, "Ekonomichefen väntar beslut i nämnden.");
	sitting_press(sitting, "Esc Shift-Tab Shift-Tab +");
	ck_assert_ptr_eq(ui_top(sitting->ui)->kind, &form_pane);
	ck_unseen(sitting, "Digital kommunikation");
	leave(sitting);
}
END_TEST

START_TEST(an_assessor_who_is_chosen_again_is_relieved)
{
	struct cases cases = cases_open();
	struct sitting *sitting = sitting_open(cases.cw, 24, 80);

	sitting_push(sitting, &detail_pane, &cases.one);
	sitting_press(sitting, "a");
	ck_seen(sitting, "Maja Lind");
	sitting_press(sitting, "Down Down Enter");
	ck_seen(sitting, "0/1           -");
	sitting_press(sitting, "a");
	ck_seen(sitting, "Maja Lind: assigned; choosing relieves");
	sitting_press(sitting, "Down Down Enter");
	ck_unseen(sitting, "0/1           -");
	sitting_press(sitting, "t Enter");
	ck_seen(sitting, "Case officer  Elin Björk");
	leave(sitting);
}
END_TEST

START_TEST(a_measure_without_a_grant_has_no_plan_to_open)
{
	struct cases cases = cases_open();
	struct sitting *sitting = sitting_open(cases.cw, 24, 80);

	sitting_push(sitting, &detail_pane, &cases.one);
	sitting_press(sitting, "3");
	ck_seen(sitting, "Nothing is granted to this measure");
	sitting_press(sitting, "B");
	ck_assert_ptr_eq(ui_top(sitting->ui)->kind, &form_pane);
	leave(sitting);
}
END_TEST

/* ---- control points */

START_TEST(a_control_point_is_a_row_for_each_it_is_asked_of)
{
	struct cases cases = cases_open();
	struct sitting *sitting = sitting_open(cases.cw, 24, 80);
	struct gate_change no = {.gate = "G12", .answer = "no", .reason = "Bara ett förslag.", .due_on = "2026-12-01"};

	OK(gate_answer(cases.cw, NULL, cases.joint, &(struct gate_change){.gate = "G1", .answer = "yes"}, err));
	OK(gate_answer(cases.cw, NULL, cases.joint, &no, err));
	sitting_push(sitting, &gates_pane, &cases.joint);
	ck_seen(sitting, "Dalarna");
	ck_seen(sitting, "Västmanland");
	ck_cursor(sitting, 2, 0);
	sitting_press(sitting, "F");
	ck_seen(sitting, "is not asked of several participants");
	sitting_press(sitting, "Tab");
	ck_seen(sitting, ">! G7");
	sitting_press(sitting, "Tab");
	ck_seen(sitting, ">  G12");
	ck_seen(sitting, "Bara ett förslag.");
	ck_seen(sitting, "answer by 2026-12-01 (in 9 days)");
	ck_seen(sitting, "2026-11-22 09:00 Elin Björk");
	sitting_size(sitting, 10, 40);
	cursor_is_on_its_mark(sitting);
	sitting_size(sitting, 40, 132);
	ck_seen(sitting, "Bara ett förslag.");
	ck_seen(sitting, "1 yes · 3 no · 1 unanswered · missing 1");
	sitting_press(sitting, "Enter");
	ck_assert_ptr_eq(ui_top(sitting->ui)->kind, &form_pane);
	ck_seen(sitting, "Bara ett förslag.");
	leave(sitting);
}
END_TEST

START_TEST(an_answer_given_in_the_form_is_seen_at_once)
{
	struct cases cases = cases_open();
	struct sitting *sitting = sitting_open(cases.cw, 24, 80);

	sitting_push(sitting, &gates_pane, &cases.one);
	sitting_press(sitting, "Enter Space Ctrl-S");
	ck_assert_ptr_eq(ui_top(sitting->ui)->kind, &gates_pane);
	ck_seen(sitting, "1 yes · 3 unanswered");
	leave(sitting);
}
END_TEST

/* ---- the log, rounds, persons */

START_TEST(the_log_reads_on_when_its_end_is_reached)
{
	struct cases cases = cases_open();
	struct sitting *sitting;
	int64_t office = 0;

	for (int i = 0; i < 260; i++)
		note_write(&cases, "Ett samtal.");
	sitting = sitting_open(cases.cw, 24, 80);
	sitting_push(sitting, &log_pane, &office);
	ck_seen(sitting, "the newest 200");
	ck_seen(sitting, "wrote a note");
	sitting_press(sitting, "End End");
	ck_seen(sitting, "founded the office");
	ck_seen(sitting, "events");
	cursor_is_on_its_mark(sitting);
	sitting_press(sitting, "Enter");
	ck_seen(sitting, "Number 1, operation");
	sitting_press(sitting, "q g i");
	ck_seen(sitting, "EFF 1-2026");
	leave(sitting);
}
END_TEST

START_TEST(the_log_of_a_case_holds_its_own_events_only)
{
	struct cases cases = cases_open();
	struct sitting *sitting = sitting_open(cases.cw, 24, 80);

	sitting_push(sitting, &detail_pane, &cases.one);
	sitting_press(sitting, "H");
	ck_seen(sitting, "Events · 1");
	ck_seen(sitting, "registered the application");
	ck_unseen(sitting, "founded the office");
	sitting_press(sitting, "i");
	ck_seen(sitting, "These are the events of the case you came from.");
	leave(sitting);
}
END_TEST

START_TEST(the_round_that_is_chosen_is_worked_with)
{
	struct cases cases = cases_open();
	struct round_change next = {"2027", "Omgång 2027", "2027-01-15", "2027-03-31", 2027, 1, 1};
	struct sitting *sitting;

	office_sit(cases.cw, "adam");
	OK(round_add(cases.cw, NULL, &next, NULL, err));
	sitting = sitting_open(cases.cw, 24, 80);
	ck_assert_str_eq(sitting->desk.round_name, "2027");
	sitting_push(sitting, &rounds_pane, NULL);
	ck_seen(sitting, ">* 2027");
	sitting_press(sitting, "Down Enter");
	ck_assert_str_eq(sitting->desk.round_name, "2026");
	ck_assert_int_eq(sitting->desk.round, office_round(cases.cw, "2026"));
	ck_seen(sitting, ">* 2026");
	sitting_press(sitting, "e");
	ck_seen(sitting, "Omgång 2026");
	leave(sitting);
}
END_TEST

START_TEST(persons_are_shown_with_the_roles_they_hold_and_have_held)
{
	struct cases cases = cases_open();
	struct sitting *sitting;

	office_sit(cases.cw, "adam");
	sitting = sitting_open(cases.cw, 24, 80);
	sitting_push(sitting, &persons_pane, NULL);
	ck_seen(sitting, "10 persons");
	ck_seen(sitting, "Elin Björk");
	ck_seen(sitting, "administrator 2026-11-22–");
	cursor_is_on_its_mark(sitting);
	sitting_size(sitting, 10, 40);
	cursor_is_on_its_mark(sitting);
	sitting_press(sitting, "e");
	ck_assert_ptr_eq(ui_top(sitting->ui)->kind, &form_pane);
	leave(sitting);
}
END_TEST

/* ---- the preview */

START_TEST(a_preview_says_what_the_detail_says)
{
	struct cases cases = cases_open();
	struct desk desk = {.cw = cases.cw};
	struct preview preview = {0};
	struct surface sheet;
	struct fake fake;

	contest_assess(cases.cw, cases.freed, "maja", 3, 2, 1);
	OK(desk_refresh(&desk, err));
	OK(preview_load(&preview, &desk, cases.one, err));
	surface_init(&sheet);
	surface_clear(&sheet, 30, 50);
	preview_draw(&preview, &desk, surface_area(&sheet));
	ck_assert_str_eq(fake_row(&fake, &sheet, 0), "EFF 1-2026  Region Jämtland Härjedalen");
	ck_assert_str_eq(fake_row(&fake, &sheet, 1), "Närmare vård");
	ck_assert_str_eq(fake_row(&fake, &sheet, 3), "Sought           13,800,000 SEK");
	ck_assert_ptr_nonnull(strstr(fake_row(&fake, &sheet, 11), "1.1 Frigjord tid för"));
	ck_assert_ptr_nonnull(strstr(fake_row(&fake, &sheet, 11), "7,200     1/1     63"));
	for (int rows = 1; rows < 30; rows++) { /* whatever room there is */
		surface_clear(&sheet, rows, 1 + rows * 2);
		preview_draw(&preview, &desk, surface_area(&sheet));
	}
	OK(preview_load(&preview, &desk, 0, err));
	ck_assert_int_eq(preview.application, 0);
	preview_done(&preview);
	surface_done(&sheet);
	programme_done(&desk.programme);
	casework_close(cases.cw);
}
END_TEST

/* ---- keys */

START_TEST(no_key_of_these_panes_has_two_meanings)
{
	const struct pane_kind *const kinds[] = {
		&detail_pane, &gates_pane, &log_pane, &persons_pane, &rounds_pane, &scoring_pane, &text_pane};
	char key[KEY_NAME];

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		ck_assert_msg(!action_clash(kinds[i], key), "%s has two meanings in %s", key, kinds[i]->name);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_case_shows_its_facts_its_measures_and_what_waits,
		the_section_in_focus_is_in_sight_at_every_size, a_resize_keeps_the_section_and_the_row,
		a_number_is_shown_whole_or_not_at_all, the_next_case_is_the_lists_next,
		enter_shows_the_whole_of_what_is_in_focus, those_whose_papers_are_missing_stand_first,
		points_are_a_word_until_ones_own_are_handed_in, what_cannot_be_done_says_why,
		forms_open_on_what_is_in_focus, an_assessor_who_is_chosen_again_is_relieved,
		a_measure_without_a_grant_has_no_plan_to_open, a_control_point_is_a_row_for_each_it_is_asked_of,
		an_answer_given_in_the_form_is_seen_at_once, the_log_reads_on_when_its_end_is_reached,
		the_log_of_a_case_holds_its_own_events_only, the_round_that_is_chosen_is_worked_with,
		persons_are_shown_with_the_roles_they_hold_and_have_held, a_preview_says_what_the_detail_says,
		no_key_of_these_panes_has_two_meanings, NULL};

	words_open("en");
	return claims_run("tui panes", claims, 60);
}
