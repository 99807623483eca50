/* The panes of casework without a terminal: the detail, the control points, the log, persons, rounds, the preview. */
#include "claims.h"
#include "contest.h"
#include "session.h"
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

static void leave(struct session *session)
{
	struct casework *cw = session->desk.cw;

	session_close(session);
	casework_close(cw);
}

static void note_write(const struct cases *cases, const char *said)
{
	struct note_change note = {.occurred_on = "2026-11-20", .way = "phone", .said = said, .changed = ""};
	int n;

	OK(note_add(cases->cw, NULL, cases->one, &note, &n, err));
}

/* The cursor stands on a row's mark, in the first cell of the list it belongs to. */
static void cursor_is_on_its_mark(struct session *session)
{
	const struct surface *sheet = ui_sheet(session->ui);
	const struct cell *cell = surface_at(sheet, sheet->cursor_row, sheet->cursor_column);

	if (cell->character[0] != '>')
		session_print(session);
	ck_assert_uint_eq(cell->character[0], '>');
}

/* ---- the detail */

START_TEST(a_case_shows_its_facts_its_measures_and_what_waits)
{
	struct cases cases = cases_open();
	struct session *session = session_open(cases.cw, 24, 80);

	session_push(session, &detail_pane, &cases.one);
	ck_seen(session, "EFF 1-2026 · Region Jämtland Härjedalen");
	ck_seen(session, "2 of 2 · version 1");
	ck_assert_str_eq(session_row(session, 1), "Närmare vård");
	ck_seen(session, "Sought        13,800,000 SEK");
	ck_seen(session, "1.1   Frigjord tid för nytt vårdsystem");
	ck_seen(session, "7,200");
	ck_seen(session, "4 unanswered");
	ck_seen(session, "documents 0/1");
	ck_cursor(session, 9, 0);
	leave(session);
}
END_TEST

static const int sizes[][2] = {{24, 80}, {40, 132}, {10, 40}, {5, 20}, {18, 121}, {24, 200}, {7, 61}};

START_TEST(the_section_in_focus_is_in_sight_at_every_size)
{
	struct cases cases = cases_open();
	struct session *session = session_open(cases.cw, 24, 80);

	note_write(&cases, "Ekonomichefen väntar beslut i nämnden.");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		session_size(session, sizes[i][0], sizes[i][1]);
		session_push(session, &detail_pane, &cases.one);
		for (int tab = 0; tab < 7; tab++) {
			cursor_is_on_its_mark(session);
			session_press(session, "Down");
			cursor_is_on_its_mark(session);
			session_press(session, "End");
			cursor_is_on_its_mark(session);
			session_press(session, "Tab");
		}
		session_press(session, "Shift-Tab q");
	}
	leave(session);
}
END_TEST

START_TEST(a_resize_keeps_the_section_and_the_row)
{
	struct cases cases = cases_open();
	struct session *session = session_open(cases.cw, 24, 80);

	session_push(session, &detail_pane, &cases.one);
	session_press(session, "Down");
	session_size(session, 10, 40);
	cursor_is_on_its_mark(session);
	ck_seen(session, "> 1.2");
	session_size(session, 40, 132);
	ck_seen(session, "> 1.2");
	ck_seen(session, "Chosen measure: 1.2");
	ck_seen(session, "2027  sought 1,200,000 SEK");
	leave(session);
}
END_TEST

START_TEST(a_number_is_shown_whole_or_not_at_all)
{
	struct cases cases = cases_open();
	struct session *session = session_open(cases.cw, 24, 80);

	session_push(session, &detail_pane, &cases.one);
	for (int columns = 131; columns >= 20; columns--) {
		session_size(session, 24, columns);
		ck_unseen(session, "7,20…");
		ck_unseen(session, "7,2…");
		ck_unseen(session, "7,…");
		ck_seen(session, "Measures");
	}
	leave(session);
}
END_TEST

START_TEST(the_next_case_is_the_lists_next)
{
	struct cases cases = cases_open();
	struct session *session = session_open(cases.cw, 24, 80);

	session_push(session, &detail_pane, &cases.joint);
	ck_seen(session, "1 of 2");
	session_press(session, ".");
	ck_seen(session, "EFF 1-2026");
	session_press(session, ".");
	ck_seen(session, "EFF 1-2026");
	ck_seen(session, "This is the last case of the list.");
	session_press(session, ", ,");
	ck_seen(session, "EFF 2-2026");
	ck_seen(session, "This is the first case of the list.");
	session_press(session, "q");
	snprintf(session->desk.walk.filter, sizeof session->desk.walk.filter, "sprida");
	session_push(session, &detail_pane, &cases.joint);
	ck_seen(session, "1 of 1");
	leave(session);
}
END_TEST

START_TEST(enter_shows_the_whole_of_what_is_in_focus)
{
	struct cases cases = cases_open();
	struct session *session = session_open(cases.cw, 24, 80);

	note_write(&cases, "Ekonomichefen väntar beslut i nämnden.");
	session_push(session, &detail_pane, &cases.one);
	session_press(session, "Enter");
	ck_seen(session, "2026  sought 7,200,000 SEK");
	session_press(session, "q Tab Tab Enter");
	ck_seen(session, "Note 1, file");
	ck_seen(session, "Written by Elin Björk 2026-11-22");
	session_press(session, "q Tab Enter");
	ck_seen(session, "wrote a note");
	session_press(session, "q Tab Enter");
	ck_seen(session, "Region Jämtland Härjedalen, lead");
	session_press(session, "q Tab Enter");
	ck_seen(session, "Registered: 2026-11-22 09:00 by Rut Registrator");
	leave(session);
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
	struct session *session = session_open(cases.cw, 40, 132);

	office_sit(cases.cw, "rut");
	OK(participant_put(cases.cw, NULL, cases.joint, &paper, err));
	session_push(session, &detail_pane, &cases.joint);
	ck_seen(session, "documents 1/3");
	session_press(session, "Shift-Tab Shift-Tab");
	cursor_is_on_its_mark(session);
	ck_seen(session, "> Dalarna");
	session_press(session, "End");
	ck_seen(session, "> Halland, lead");
	leave(session);
}
END_TEST

START_TEST(points_are_a_word_until_ones_own_are_handed_in)
{
	struct cases cases = cases_open();
	struct session *session;

	contest_assess(cases.cw, cases.freed, "maja", 3, 2, 1);
	contest_assign(cases.cw, cases.freed, "olle");
	office_sit(cases.cw, "elin");
	session = session_open(cases.cw, 24, 80);
	session_push(session, &detail_pane, &cases.one);
	ck_seen(session, "1/2");
	ck_seen(session, "63");
	office_sit(cases.cw, "olle");
	session_again(session);
	ck_seen(session, "hidden");
	ck_unseen(session, "63");
	leave(session);
}
END_TEST

START_TEST(what_cannot_be_done_says_why)
{
	struct cases cases = cases_open();
	struct session *session;

	office_sit(cases.cw, "rev");
	session = session_open(cases.cw, 24, 80);
	session_push(session, &detail_pane, &cases.one);
	ck_unseen(session, "c note");
	session_press(session, "c");
	ck_assert_str_ne(ui_message(session->ui), "");
	ck_assert_ptr_eq(ui_top(session->ui)->kind, &detail_pane);
	session_press(session, "Tab Tab Tab e");
	ck_seen(session, "What has happened is never changed.");
	leave(session);
}
END_TEST

START_TEST(forms_open_on_what_is_in_focus)
{
	struct cases cases = cases_open();
	struct session *session = session_open(cases.cw, 24, 80);

	note_write(&cases, "Ekonomichefen väntar beslut i nämnden.");
	office_sit(cases.cw, "rut");
	OK(desk_refresh(&session->desk, err));
	session_push(session, &detail_pane, &cases.one);
	session_press(session, "Down e");
	ck_seen(session, "Digital kommunikation");
	session_press(session, "Esc Shift-Tab e");
	ck_seen(session, "Närmare vård");
	session_press(session, "Esc Tab Tab Tab e");
	ck_seen(session, "Ekonomichefen väntar beslut i nämnden.");
	session_press(session, "Esc Shift-Tab Shift-Tab +");
	ck_assert_ptr_eq(ui_top(session->ui)->kind, &form_pane);
	ck_unseen(session, "Digital kommunikation");
	leave(session);
}
END_TEST

START_TEST(an_assessor_who_is_chosen_again_is_relieved)
{
	struct cases cases = cases_open();
	struct session *session = session_open(cases.cw, 24, 80);

	session_push(session, &detail_pane, &cases.one);
	session_press(session, "a");
	ck_seen(session, "Maja Lind");
	session_press(session, "Down Down Enter");
	ck_seen(session, "0/1           -");
	session_press(session, "a");
	ck_seen(session, "Maja Lind: assigned; choosing relieves");
	session_press(session, "Down Down Enter");
	ck_unseen(session, "0/1           -");
	session_press(session, "t Enter");
	ck_seen(session, "Case officer  Elin Björk");
	leave(session);
}
END_TEST

START_TEST(a_measure_without_a_grant_has_no_plan_to_open)
{
	struct cases cases = cases_open();
	struct session *session = session_open(cases.cw, 24, 80);

	session_push(session, &detail_pane, &cases.one);
	session_press(session, "3");
	ck_seen(session, "Nothing is granted to this measure");
	session_press(session, "B");
	ck_assert_ptr_eq(ui_top(session->ui)->kind, &form_pane);
	leave(session);
}
END_TEST

/* ---- control points */

START_TEST(a_control_point_is_a_row_for_each_it_is_asked_of)
{
	struct cases cases = cases_open();
	struct session *session = session_open(cases.cw, 24, 80);
	struct gate_change no = {.gate = "G12", .answer = "no", .reason = "Bara ett förslag.", .due_on = "2026-12-01"};

	OK(gate_answer(cases.cw, NULL, cases.joint, &(struct gate_change){.gate = "G1", .answer = "yes"}, err));
	OK(gate_answer(cases.cw, NULL, cases.joint, &no, err));
	session_push(session, &gates_pane, &cases.joint);
	ck_seen(session, "Dalarna");
	ck_seen(session, "Västmanland");
	ck_cursor(session, 2, 0);
	session_press(session, "F");
	ck_seen(session, "is not asked of several participants");
	session_press(session, "Tab");
	ck_seen(session, ">! G7");
	session_press(session, "Tab");
	ck_seen(session, ">  G12");
	ck_seen(session, "Bara ett förslag.");
	ck_seen(session, "answer by 2026-12-01 (in 9 days)");
	ck_seen(session, "2026-11-22 09:00 Elin Björk");
	session_size(session, 10, 40);
	cursor_is_on_its_mark(session);
	session_size(session, 40, 132);
	ck_seen(session, "Bara ett förslag.");
	ck_seen(session, "1 yes · 3 no · 1 unanswered · missing 1");
	session_press(session, "Enter");
	ck_assert_ptr_eq(ui_top(session->ui)->kind, &form_pane);
	ck_seen(session, "Bara ett förslag.");
	leave(session);
}
END_TEST

START_TEST(an_answer_given_in_the_form_is_seen_at_once)
{
	struct cases cases = cases_open();
	struct session *session = session_open(cases.cw, 24, 80);

	session_push(session, &gates_pane, &cases.one);
	session_press(session, "Enter Space Ctrl-S");
	ck_assert_ptr_eq(ui_top(session->ui)->kind, &gates_pane);
	ck_seen(session, "1 yes · 3 unanswered");
	leave(session);
}
END_TEST

/* ---- the log, rounds, persons */

START_TEST(the_log_reads_on_when_its_end_is_reached)
{
	struct cases cases = cases_open();
	struct session *session;
	int64_t office = 0;

	for (int i = 0; i < 260; i++)
		note_write(&cases, "Ett samtal.");
	session = session_open(cases.cw, 24, 80);
	session_push(session, &log_pane, &office);
	ck_seen(session, "the newest 200");
	ck_seen(session, "wrote a note");
	session_press(session, "End End");
	ck_seen(session, "founded the office");
	ck_seen(session, "events");
	cursor_is_on_its_mark(session);
	session_press(session, "Enter");
	ck_seen(session, "Number 1, operation");
	session_press(session, "q g i");
	ck_seen(session, "EFF 1-2026");
	leave(session);
}
END_TEST

START_TEST(the_log_of_a_case_holds_its_own_events_only)
{
	struct cases cases = cases_open();
	struct session *session = session_open(cases.cw, 24, 80);

	session_push(session, &detail_pane, &cases.one);
	session_press(session, "H");
	ck_seen(session, "Events · 1");
	ck_seen(session, "registered the application");
	ck_unseen(session, "founded the office");
	session_press(session, "i");
	ck_seen(session, "These are the events of the case you came from.");
	leave(session);
}
END_TEST

START_TEST(the_round_that_is_chosen_is_worked_with)
{
	struct cases cases = cases_open();
	struct round_change next = {"2027", "Omgång 2027", "2027-01-15", "2027-03-31", 2027, 1, 1};
	struct session *session;

	office_sit(cases.cw, "adam");
	OK(round_add(cases.cw, NULL, &next, NULL, err));
	session = session_open(cases.cw, 24, 80);
	ck_assert_str_eq(session->desk.round_name, "2027");
	session_push(session, &rounds_pane, NULL);
	ck_seen(session, ">* 2027");
	session_press(session, "Down Enter");
	ck_assert_str_eq(session->desk.round_name, "2026");
	ck_assert_int_eq(session->desk.round, office_round(cases.cw, "2026"));
	ck_seen(session, ">* 2026");
	session_press(session, "e");
	ck_seen(session, "Omgång 2026");
	leave(session);
}
END_TEST

START_TEST(persons_are_shown_with_the_roles_they_hold_and_have_held)
{
	struct cases cases = cases_open();
	struct session *session;

	office_sit(cases.cw, "adam");
	session = session_open(cases.cw, 24, 80);
	session_push(session, &persons_pane, NULL);
	ck_seen(session, "10 persons");
	ck_seen(session, "Elin Björk");
	ck_seen(session, "administrator 2026-11-22–");
	cursor_is_on_its_mark(session);
	session_size(session, 10, 40);
	cursor_is_on_its_mark(session);
	session_press(session, "e");
	ck_assert_ptr_eq(ui_top(session->ui)->kind, &form_pane);
	leave(session);
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
