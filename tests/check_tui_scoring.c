/* Scoring without a terminal: what an assessor types is kept, handed in whole, and others' points wait for it. */
#include "base/words.h"
#include "casework/assess.h"
#include "claims.h"
#include "contest.h"
#include "session.h"

static const int once[CONTEST_YEARS] = {0, 7200, 0, 0, 0, 0};
static const char *const alone[] = {"23", NULL};

/* Measures 1.1 and 1.2 of one case, both olle's to score; maja has handed in 1.1. Olle sits there. */
struct work {
	struct casework *cw;
	struct session *session;
	int64_t first, second;
};

static struct work work_open(int rows, int columns)
{
	struct work work = {.cw = office_open()};
	int64_t application = contest_application(work.cw, "Närmare vård", alone);

	work.first = contest_measure(work.cw, application, "Frigjord tid för nytt vårdsystem", once);
	work.second = contest_measure(work.cw, application, "Digital kommunikation", once);
	contest_assess(work.cw, work.first, "maja", 3, 2, 1);
	contest_assign(work.cw, work.first, "olle");
	contest_assign(work.cw, work.second, "olle");
	office_sit(work.cw, "olle");
	work.session = session_open(work.cw, rows, columns);
	return work;
}

static void work_close(struct work *work)
{
	session_close(work->session);
	casework_close(work->cw);
}

static struct score score_of(const struct work *work, int which)
{
	static char reason[256];
	struct score_sheet sheet;
	struct score score;

	OK(score_sheet_load(work->cw, work->first, &sheet, err));
	score = sheet.items[which];
	snprintf(reason, sizeof reason, "%s", score.reason);
	score.reason = reason;
	score.criterion = NULL;
	score_sheet_done(&sheet);
	return score;
}

static bool draft_of(const struct work *work, const char *field, char out[256])
{
	struct arena arena;
	struct draft draft;
	const char *text = NULL;
	char key[32];

	arena_init(&arena);
	snprintf(key, sizeof key, "score-%lld", (long long)work->first);
	if (draft_load(&ui_options(work->session->ui)->drafts, key, &arena, &draft, NULL))
		text = draft_field(&draft, field);
	snprintf(out, 256, "%s", text ? text : "");
	arena_done(&arena);
	return text != NULL;
}

/* As the loop does when its time has come. */
static void time_passes(struct work *work)
{
	ui_top(work->session->ui)->kind->tick(work->session->ui, ui_top(work->session->ui));
}

/* ---- points */

START_TEST(a_digit_is_in_the_office_at_once)
{
	struct work work = work_open(24, 80);
	char text[256];

	session_push(work.session, &scoring_pane, &work.first);
	ck_seen(work.session, "0 of 3 set");
	session_press(work.session, "3 Down 2");
	ck_assert_int_eq(score_of(&work, 0).points, 3);
	ck_assert_int_eq(score_of(&work, 1).points, 2);
	ck_seen(work.session, "2 of 3 set: 60.0 of 90");
	ck_seen(work.session, "[2] fair");
	ck_seen(work.session, "draft saved 09:00");
	ck_seen(work.session, "0:0  1:0  2:1  3:0  4:0");
	ck_assert(!draft_of(&work, "K1.points", text));
	session_press(work.session, "-");
	ck_assert_int_eq(score_of(&work, 1).points, SCORE_NONE);
	ck_cursor(work.session, 3, 0);
	work_close(&work);
}
END_TEST

START_TEST(from_the_menu_points_are_chosen_by_their_steps)
{
	struct work work = work_open(24, 80);

	session_push(work.session, &scoring_pane, &work.first);
	session_press(work.session, "x Enter");
	ck_seen(work.session, "0 points: none");
	session_press(work.session, "Down Down Down Enter");
	ck_assert_int_eq(score_of(&work, 0).points, 3);
	work_close(&work);
}
END_TEST

START_TEST(keys_that_come_in_one_read_are_all_saved)
{
	struct work work = work_open(24, 80);
	struct key keys[] = {{.press = PRESS_CHARACTER, .character = '4'}, {.press = PRESS_DOWN},
		{.press = PRESS_CHARACTER, .character = '3'}, {.press = PRESS_DOWN},
		{.press = PRESS_CHARACTER, .character = '2'}};

	session_push(work.session, &scoring_pane, &work.first);
	for (int i = 0; i < 5; i++)
		fake_event(&work.session->fake, (struct event){.kind = EVENT_KEY, .key = keys[i]});
	fake_settle(&work.session->fake, work.session->ui);
	ck_assert_int_eq(score_of(&work, 0).points, 4);
	ck_assert_int_eq(score_of(&work, 1).points, 3);
	ck_assert_int_eq(score_of(&work, 2).points, 2);
	work_close(&work);
}
END_TEST

START_TEST(points_stay_inside_their_span)
{
	struct work work = work_open(24, 80);

	session_push(work.session, &scoring_pane, &work.first);
	session_press(work.session, "2 <");
	session_type(work.session, "3-1");
	session_press(work.session, "Enter");
	ck_seen(work.session, "is no span");
	session_press(work.session, "<");
	session_type(work.session, "1-3");
	session_press(work.session, "Enter");
	ck_assert_int_eq(score_of(&work, 0).low, 1);
	ck_assert_int_eq(score_of(&work, 0).high, 3);
	session_press(work.session, "4");
	ck_seen(work.session, "4 lies outside the span 1-3");
	ck_assert_int_eq(score_of(&work, 0).points, 2);
	work_close(&work);
}
END_TEST

/* ---- the reason */

START_TEST(a_reason_is_on_disk_while_it_is_typed_and_in_the_office_when_it_is_left)
{
	struct work work = work_open(24, 80);
	char text[256];

	session_push(work.session, &scoring_pane, &work.first);
	session_press(work.session, "Enter");
	session_type(work.session, "Mått finns.");
	ck_assert_str_eq(score_of(&work, 0).reason, "");
	time_passes(&work);
	ck_assert(draft_of(&work, "K1.reason", text));
	ck_assert_str_eq(text, "Mått finns.");
	ck_seen(work.session, "Ctrl-S keep the reason");
	ck_unseen(work.session, "0-4 points");
	session_press(work.session, "Ctrl-S");
	ck_assert_str_eq(score_of(&work, 0).reason, "Mått finns.");
	ck_assert(!draft_of(&work, "K1.reason", text));
	ck_cursor(work.session, 2, 0);
	work_close(&work);
}
END_TEST

START_TEST(a_reason_cut_off_is_there_the_next_time)
{
	struct work work = work_open(24, 80);

	session_push(work.session, &scoring_pane, &work.first);
	session_press(work.session, "Enter");
	session_type(work.session, "Linjen bröts här");
	ui_pop(work.session->ui); /* the person is gone */
	fake_settle(&work.session->fake, work.session->ui);
	ck_assert_str_eq(score_of(&work, 0).reason, "");
	session_push(work.session, &scoring_pane, &work.first);
	ck_seen(work.session, "Linjen bröts här");
	ck_seen(work.session, ">~ K1");
	ck_seen(work.session, "was taken up again");
	session_type(work.session, ", 2 gånger"); /* on in the reason, and no points */
	session_press(work.session, "Esc");
	ck_assert_str_eq(score_of(&work, 0).reason, "Linjen bröts här, 2 gånger");
	ck_assert_int_eq(score_of(&work, 0).points, SCORE_NONE);
	ck_unseen(work.session, ">~ K1");
	work_close(&work);
}
END_TEST

START_TEST(what_another_session_saved_is_met_and_nothing_typed_is_lost)
{
	struct work work = work_open(24, 80);
	struct score_change other = {.criterion = "K2", .set_points = true, .points = 1};

	session_push(work.session, &scoring_pane, &work.first);
	session_press(work.session, "1");
	OK(score_put(work.cw, NULL, work.first, &other, 1, err));
	session_press(work.session, "3");
	ck_seen(work.session, "~ K1");
	ck_assert_int_eq(score_of(&work, 0).points, 1);
	session_press(work.session, "3");
	ck_assert_int_eq(score_of(&work, 0).points, 3);
	ck_assert_int_eq(score_of(&work, 1).points, 1);
	work_close(&work);
}
END_TEST

START_TEST(letters_typed_in_a_reason_are_text)
{
	struct work work = work_open(24, 80);

	session_push(work.session, &scoring_pane, &work.first);
	session_press(work.session, "Enter");
	session_type(work.session, "q 0-4 ./, j");
	ck_assert_ptr_eq(ui_top(work.session->ui)->kind, &scoring_pane);
	session_press(work.session, "Up Down Esc");
	ck_assert_str_eq(score_of(&work, 0).reason, "q 0-4 ./, j");
	ck_assert_int_eq(score_of(&work, 0).points, SCORE_NONE);
	fake_paste(&work.session->fake, work.session->ui, "3");
	ck_assert_int_eq(score_of(&work, 0).points, SCORE_NONE);
	work_close(&work);
}
END_TEST

/* ---- handing in */

static void reason_type(struct work *work, const char *text)
{
	session_press(work->session, "Enter");
	session_type(work->session, text);
	session_press(work->session, "Esc");
}

START_TEST(what_is_missing_is_named_and_the_first_of_it_gets_the_focus)
{
	struct work work = work_open(24, 80);

	session_push(work.session, &scoring_pane, &work.first);
	session_press(work.session, "3");
	reason_type(&work, "Bra.");
	session_press(work.session, "Down 2 Down Ctrl-S");
	ck_seen(work.session, "Missing: K2 reason, K3 points and reason.");
	ck_cursor(work.session, 3, 0);
	ck_assert_ptr_eq(ui_top(work.session->ui)->kind, &scoring_pane);
	work_close(&work);
}
END_TEST

START_TEST(others_points_are_seen_when_ones_own_are_handed_in)
{
	struct work work = work_open(24, 80);

	session_push(work.session, &scoring_pane, &work.first);
	ck_seen(work.session, "Maja Lind has handed in.");
	ck_unseen(work.session, "Maja Lind 3");
	for (int i = 0; i < 3; i++) {
		session_press(work.session, "2");
		reason_type(&work, "Godtagbart.");
		session_press(work.session, "Down");
	}
	session_press(work.session, "g Ctrl-S Enter");
	ck_seen(work.session, "nothing is done"); /* Enter alone is not enough */
	session_type(work.session, "1.1");
	session_press(work.session, "Enter");
	ck_seen(work.session, "is handed in.");
	ck_seen(work.session, "Maja Lind 3");
	session_press(work.session, "4");
	ck_seen(work.session, "stays as it is");
	ck_assert_int_eq(score_of(&work, 0).points, 2);
	work_close(&work);
}
END_TEST

START_TEST(who_assesses_nothing_sees_what_is_handed_in)
{
	struct work work = work_open(24, 80);

	office_sit(work.cw, "kim");
	session_push(work.session, &scoring_pane, &work.first);
	ck_seen(work.session, "1 assessment handed in");
	ck_seen(work.session, "Maja Lind 3");
	session_press(work.session, "2");
	ck_seen(work.session, "You are no assessor of this measure");
	session_press(work.session, "q");
	office_sit(work.cw, "adam");
	ck_assert(!ui_push(work.session->ui, &scoring_pane, &work.first));
	work_close(&work);
}
END_TEST

/* ---- moving about */

START_TEST(the_next_measure_is_the_assessors_own_next)
{
	struct work work = work_open(24, 80);

	session_push(work.session, &scoring_pane, &work.first);
	session_press(work.session, "3 .");
	ck_seen(work.session, "Assessment · 1.2");
	ck_seen(work.session, "0 of 3 set");
	session_press(work.session, ".");
	ck_seen(work.session, "This is the last measure you are to score.");
	session_press(work.session, ",");
	ck_seen(work.session, "Assessment · 1.1");
	ck_seen(work.session, "1 of 3 set");
	work_close(&work);
}
END_TEST

START_TEST(the_text_is_read_and_searched_beside_the_criteria)
{
	struct work work = work_open(40, 132);

	session_push(work.session, &scoring_pane, &work.first);
	ck_seen(work.session, "sought 7,200,000 SEK");
	ck_cursor(work.session, 2, 64);
	session_press(work.session, "Tab");
	ck_cursor(work.session, 2, 0);
	session_press(work.session, "Down");
	ck_cursor(work.session, 3, 0);
	session_press(work.session, "g /");
	session_type(work.session, "7,200");
	session_press(work.session, "Enter");
	ck_assert_ptr_nonnull(
		strstr(session_row(work.session, ui_sheet(work.session->ui)->cursor_row), "sought 7,200,000 SEK"));
	session_press(work.session, "3"); /* points can be set while one reads */
	ck_assert_int_eq(score_of(&work, 0).points, 3);
	session_press(work.session, "Tab");
	ck_cursor(work.session, 2, 64);
	session_size(work.session, 24, 80);
	session_press(work.session, "Tab");
	ck_seen(work.session, "sought 7,200,000 SEK");
	session_press(work.session, "4");
	ck_seen(work.session, "Tab goes back to the criteria.");
	ck_assert_int_eq(score_of(&work, 0).points, 3);
	work_close(&work);
}
END_TEST

START_TEST(the_criterion_in_focus_is_in_sight_at_every_size)
{
	static const int sizes[][2] = {{24, 80}, {40, 132}, {10, 40}, {5, 20}, {18, 121}, {12, 60}, {8, 30}};
	struct work work = work_open(24, 80);

	session_push(work.session, &scoring_pane, &work.first);
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		session_size(work.session, sizes[i][0], sizes[i][1]);
		for (int down = 0; down < 3; down++) {
			const struct surface *sheet = ui_sheet(work.session->ui);
			const struct cell *cell = surface_at(sheet, sheet->cursor_row, sheet->cursor_column);

			if (cell->character[0] != '>')
				session_print(work.session);
			ck_assert_uint_eq(cell->character[0], '>');
			session_press(work.session, "Enter");
			session_type(work.session, "å");
			ck_seen(work.session, "å");
			session_press(work.session, "Esc Down");
		}
		session_press(work.session, "g");
	}
	work_close(&work);
}
END_TEST

/* Abstained from, handed in, scored again: all at the screen, and the history beside it. */
START_TEST(abstaining_and_scoring_again_are_done_where_one_scores)
{
	static const struct score_change rest[] = {
		{.criterion = "K2", .set_points = true, .points = 2, .set_reason = true, .reason = "Fair."},
		{.criterion = "K3", .set_points = true, .points = 2, .set_reason = true, .reason = "Fair."}};
	struct work work = work_open(24, 80);
	struct score_views views;

	session_push(work.session, &scoring_pane, &work.first);
	session_press(work.session, "a");
	session_type(work.session, "I know the project.");
	session_press(work.session, "Enter");
	ck_assert_str_eq(score_of(&work, 0).abstention ? "yes" : "no", "yes");
	ck_seen(work.session, "You abstain from K1, because");
	ck_seen(work.session, "1 of 3 set");
	OK(score_put(work.cw, NULL, work.first, rest, 2, err));
	OK(score_submit(work.cw, NULL, work.first, err));
	ui_stale(work.session->ui);
	session_press(work.session, "Down Up");
	ck_seen(work.session, "Maja Lind 3");
	session_press(work.session, "e");
	session_type(work.session, "1");
	session_press(work.session, "Tab");
	session_type(work.session, "Weak after all.");
	session_press(work.session, "Tab");
	session_type(work.session, "Not my project.");
	session_press(work.session, "Ctrl-S");
	OK(score_views_load(work.cw, work.first, &views, err));
	ck_assert_int_eq(views.items[1].points[0], 1);
	score_views_done(&views);
	ck_seen(work.session, "(abstained first, again 2026-11-22: Not my project.)");
	work_close(&work);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_digit_is_in_the_office_at_once, from_the_menu_points_are_chosen_by_their_steps,
		keys_that_come_in_one_read_are_all_saved, points_stay_inside_their_span,
		a_reason_is_on_disk_while_it_is_typed_and_in_the_office_when_it_is_left,
		a_reason_cut_off_is_there_the_next_time, what_another_session_saved_is_met_and_nothing_typed_is_lost,
		letters_typed_in_a_reason_are_text, what_is_missing_is_named_and_the_first_of_it_gets_the_focus,
		others_points_are_seen_when_ones_own_are_handed_in, who_assesses_nothing_sees_what_is_handed_in,
		the_next_measure_is_the_assessors_own_next, the_text_is_read_and_searched_beside_the_criteria,
		the_criterion_in_focus_is_in_sight_at_every_size,
		abstaining_and_scoring_again_are_done_where_one_scores, NULL};

	words_open("en");
	return claims_run("tui scoring", claims, 60);
}
